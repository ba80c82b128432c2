// SPDX-License-Identifier: MIT
#include "ui/log/logview.h"

#include "ui/parts/text.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <cmath>

namespace Slipway {

namespace {
constexpr int cachedLines = 400;
} // namespace

LogView::LogView(QWidget *parent) : QAbstractScrollArea(parent), m_lines(cachedLines)
{
    m_copyPool.setMaxThreadCount(1);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Output"));
    connect(&m_file, &LogFile::reset, this, &LogView::onReset);
    connect(&m_file, &LogFile::grown, this, &LogView::onGrown);
    connect(&m_search, &LogSearch::changed, this, &LogView::onSearchChanged);
    followTheme(this, [this] { measure(); });
}

LogView::~LogView()
{
    m_copyPool.waitForDone();
}

void LogView::measure()
{
    const QFontMetricsF metrics(theme().font(Theme::Role::Fixed));
    m_cell = metrics.horizontalAdvance(QLatin1Char('M'));
    m_rowHeight = theme().lineHeight(Theme::Role::Fixed);
    m_ascent = int((m_rowHeight - metrics.height()) / 2 + metrics.ascent());
    updateScrollBars();
    viewport()->update();
}

void LogView::setFile(const QString &path, bool isLive)
{
    if (path == m_file.path()) {
        m_file.setLive(isLive);
        return;
    }
    m_times.reset();
    m_file.open(path, isLive);
}

void LogView::setTimes(std::unique_ptr<LogTimes> times)
{
    m_times = std::move(times);
    updateScrollBars();
    viewport()->update();
}

void LogView::setTimesShown(bool isShown)
{
    m_areTimesShown = isShown;
    updateScrollBars();
    viewport()->update();
}

void LogView::setWrapped(bool isWrapped)
{
    m_isWrapped = isWrapped;
    m_topRow = 0;
    horizontalScrollBar()->setValue(0);
    updateScrollBars();
    if (m_isFollowing)
        scrollToEnd();
    viewport()->update();
}

void LogView::setFollowing(bool isFollowing)
{
    const bool isNew = m_isFollowing != isFollowing;
    m_isFollowing = isFollowing;
    if (isFollowing)
        scrollToEnd();
    if (isNew)
        Q_EMIT followingChanged(isFollowing);
}

void LogView::onReset()
{
    m_lines.clear();
    m_widest = 0;
    m_matchLine = -1;
    clearSelection();
    setTop({0, 0});
    m_search.start(m_file.path(), m_search.text(), 0);
    updateScrollBars();
    viewport()->update();
    Q_EMIT countsChanged();
}

void LogView::onGrown()
{
    if (m_times)
        m_times->refresh();
    // What was the last line may be longer now.
    const QList<qint64> known = m_lines.keys();
    if (!known.isEmpty())
        m_lines.remove(*std::max_element(known.begin(), known.end()));
    updateScrollBars();
    if (m_isFollowing)
        scrollToEnd();
    m_search.goOn(m_file.indexedBytes());
    viewport()->update();
    Q_EMIT countsChanged();
}

const LogView::Shown &LogView::shown(qint64 line)
{
    if (const Shown *known = m_lines.object(line))
        return *known;
    auto *fresh = new Shown;
    fresh->line = LogLine::fromBytes(m_file.line(line));
    fresh->cells = CellText(fresh->line.text);
    m_lines.insert(line, fresh);
    return *fresh;
}

int LogView::rowsOf(qint64 line)
{
    if (!m_isWrapped)
        return 1;
    const int columns = columnsInView();
    return qMax(1, (shown(line).cells.columns() + columns - 1) / columns);
}

int LogView::topPadding() const
{
    return theme().px(8);
}

int LogView::rowsInView() const
{
    return qMax(1, (viewport()->height() - topPadding()) / m_rowHeight);
}

int LogView::columnsInView() const
{
    return qMax(8, int((viewport()->width() - textLeft() - theme().px(12)) / m_cell));
}

int LogView::textLeft() const
{
    const int digits = qMax(4, int(QString::number(m_file.lineCount()).size()));
    const bool hasTimes = m_times && m_areTimesShown;
    const qreal cells = digits + (hasTimes ? 8 : 0);
    return int(theme().px(10) + cells * m_cell) + theme().px(hasTimes ? 14 + 14 : 20);
}

LogView::Row LogView::lastTop()
{
    return moved({qMax(0LL, m_file.lineCount() - 1), rowsOf(m_file.lineCount() - 1) - 1},
                 1 - rowsInView());
}

LogView::Row LogView::moved(Row from, int rows)
{
    if (!m_isWrapped)
        return {qMax(0LL, from.line + rows), 0};
    from.row += rows;
    while (from.row < 0 && from.line > 0)
        from.row += rowsOf(--from.line);
    from.row = qMax(0, from.row);
    while (from.line < m_file.lineCount() && from.row >= rowsOf(from.line))
        from.row -= rowsOf(from.line++);
    return from;
}

void LogView::setTop(Row row)
{
    m_top = row.line;
    m_topRow = row.row;
    const QScopedValueRollback<bool> setting(m_isSetting, true);
    verticalScrollBar()->setValue(int(qMin<qint64>(m_top, verticalScrollBar()->maximum())));
    viewport()->update();
}

void LogView::updateScrollBars()
{
    const QScopedValueRollback<bool> setting(m_isSetting, true);
    const Row last = lastTop();
    m_lastTopRow = last.row;
    verticalScrollBar()->setPageStep(rowsInView());
    verticalScrollBar()->setSingleStep(3);
    verticalScrollBar()->setRange(0, int(qMin<qint64>(last.line, INT_MAX)));
    const int width = int(std::ceil(m_widest * m_cell)) + theme().px(12);
    const int room = viewport()->width() - textLeft();
    horizontalScrollBar()->setPageStep(room);
    horizontalScrollBar()->setSingleStep(int(m_cell * 4));
    horizontalScrollBar()->setRange(0, m_isWrapped ? 0 : qMax(0, width - room));
    if (top() > last)
        setTop(last);
}

void LogView::scrollContentsBy(int, int)
{
    if (!m_isSetting) {
        const int value = verticalScrollBar()->value();
        if (value != m_top) {
            m_top = value;
            m_topRow = value == verticalScrollBar()->maximum() ? m_lastTopRow : 0;
            userScrolled();
        }
    }
    viewport()->update();
}

void LogView::userScrolled()
{
    const bool isAtEnd = top() >= lastTop();
    if (isAtEnd != m_isFollowing) {
        m_isFollowing = isAtEnd;
        Q_EMIT followingChanged(isAtEnd);
    }
}

void LogView::scrollRows(int rows)
{
    setTop(qMin(moved(top(), rows), lastTop()));
    userScrolled();
}

void LogView::scrollToEnd()
{
    setTop(lastTop());
}

void LogView::scrollToLine(qint64 line)
{
    setTop(qMin(moved({qBound(0LL, line, qMax(0LL, m_file.lineCount() - 1)), 0}, -rowsInView() / 2),
                lastTop()));
    userScrolled();
}

void LogView::find(const QString &text)
{
    m_matchLine = -1;
    m_isSeeking = !text.isEmpty();
    m_search.start(m_file.path(), text, m_file.indexedBytes());
    viewport()->update();
}

void LogView::onSearchChanged()
{
    if (m_isSeeking && !m_search.lines().isEmpty()) {
        // The first match from where one looks; those above come with "previous".
        const auto &found = m_search.lines();
        const auto next = std::lower_bound(found.begin(), found.end(), m_top);
        if (next != found.end() || !m_search.isSearching()) {
            m_isSeeking = false;
            goToMatch(next == found.end() ? 0 : next - found.begin());
        }
    }
    viewport()->update();
    Q_EMIT searchChanged();
}

qsizetype LogView::currentMatch() const
{
    const auto &found = m_search.lines();
    const auto at = std::lower_bound(found.begin(), found.end(), m_matchLine);
    return at != found.end() && *at == m_matchLine ? at - found.begin() + 1 : 0;
}

void LogView::goToMatch(qsizetype which)
{
    const auto &found = m_search.lines();
    if (found.isEmpty())
        return;
    m_matchLine = found[(which + found.size()) % found.size()];
    if (m_matchLine < m_top || m_matchLine >= m_top + rowsInView() - 1)
        scrollToLine(m_matchLine);
    viewport()->update();
    Q_EMIT searchChanged();
}

void LogView::findNext()
{
    const auto &found = m_search.lines();
    goToMatch(std::upper_bound(found.begin(), found.end(), m_matchLine) - found.begin());
}

void LogView::findPrevious()
{
    const auto &found = m_search.lines();
    goToMatch(std::lower_bound(found.begin(), found.end(), m_matchLine) - found.begin() - 1);
}

void LogView::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
    if (m_isFollowing)
        scrollToEnd();
}

void LogView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Output"));
    QAbstractScrollArea::changeEvent(event);
}

} // namespace Slipway
