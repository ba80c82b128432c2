// SPDX-License-Identifier: MIT
// The painting half of LogView.
#include "ui/log/logview.h"

#include "core/base/clock.h"
#include "ui/parts/text.h"

#include <QPainter>
#include <QScrollBar>
#include <cmath>

namespace Slipway {

namespace {

QColor colourOf(int code, const QColor &otherwise)
{
    if (code == LogStyle::none)
        return otherwise;
    const Tokens &t = tokens();
    if (code & LogStyle::trueColour)
        return legible(QColor(QRgb(0xff000000U | uint(code & 0xffffff))), t.code);
    const QColor colour = terminalColour(t, code);
    return code < 16 ? colour : legible(colour, t.code);
}

QColor inkOf(LineClass what)
{
    switch (what) {
    case LineClass::Success:
        return tokens().done;
    case LineClass::Warning:
        return tokens().needs;
    case LineClass::Error:
        return tokens().failed;
    case LineClass::Quiet:
        return tokens().ink2;
    case LineClass::Plain:
        break;
    }
    return tokens().ink;
}

QString timeText(qint64 ms)
{
    return QStringLiteral("%1.%2").arg(shortDuration(ms)).arg(ms / 100 % 10);
}

} // namespace

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens().code);
    painter.setFont(theme().font(Theme::Role::Fixed));
    int y = topPadding();
    int widest = m_widest;
    for (Row at = top(); at.line < m_file.lineCount() && y < viewport()->height(); ++at.line) {
        const int rows = rowsOf(at.line);
        for (; at.row < rows && y < viewport()->height(); ++at.row, y += m_rowHeight)
            paintRow(&painter, at.line, at.row, y);
        at.row = 0;
        widest = qMax(widest, shown(at.line).cells.columns());
    }
    if (widest > m_widest) {
        m_widest = widest;
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
    }
    if (hasFocus())
        painter.fillRect(0, 0, 2, viewport()->height(), tokens().accent);
}

void LogView::paintRow(QPainter *painter, qint64 line, int row, int y)
{
    const Shown &what = shown(line);
    const int columns = columnsInView();
    const int first = m_isWrapped ? row * columns : int(horizontalScrollBar()->value() / m_cell);
    const qreal left =
        textLeft() - (m_isWrapped ? first * m_cell : qreal(horizontalScrollBar()->value()));
    if (row == 0)
        paintMargin(painter, line, y);
    painter->save();
    const int right = m_isWrapped ? int(std::ceil(columns * m_cell)) : viewport()->width();
    painter->setClipRect(textLeft(), y, right, m_rowHeight);
    paintGrounds(painter, line, what, left, y);
    const int extra = m_isWrapped ? 0 : 2; // the cells that are cut at either side
    const qsizetype from = what.cells.indexAt(first);
    const qsizetype to = what.cells.indexAt(first + columns + extra);
    paintText(painter, what, from, qMin(to, what.line.text.size()), left, y);
    painter->restore();
}

void LogView::paintMargin(QPainter *painter, qint64 line, int y)
{
    const int digits = qMax(4, int(QString::number(m_file.lineCount()).size()));
    const qreal numbers = theme().px(10) + digits * m_cell;
    painter->setPen(tokens().ink3);
    const QString number = QString::number(line + 1);
    painter->drawText(QPointF(numbers - number.size() * m_cell, y + m_ascent), number);
    if (!m_times || !m_areTimesShown)
        return;
    const qint64 ms = m_times->millisecondsAt(m_file.offsetOf(line));
    if (ms >= 0)
        painter->drawText(QPointF(numbers + theme().px(14), y + m_ascent), timeText(ms));
}

void LogView::paintGrounds(QPainter *painter, qint64 line, const Shown &what, qreal left, int y)
{
    const auto fill = [&](qsizetype from, qsizetype to, const QColor &colour) {
        const int first = what.cells.columnOf(from);
        const int last = what.cells.columnOf(to);
        painter->fillRect(QRectF(left + first * m_cell, y, (last - first) * m_cell, m_rowHeight),
                          colour);
    };
    for (const LogRun &run : what.line.runs) {
        if (run.style.isInverse)
            fill(run.from, run.from + run.length, colourOf(run.style.ink, tokens().ink));
        else if (run.style.ground != LogStyle::none)
            fill(run.from, run.from + run.length,
                 faded(colourOf(run.style.ground, tokens().code), 0.3));
    }
    const QString &needle = m_search.text();
    if (!needle.isEmpty()) {
        const QColor ground = line == m_matchLine ? tokens().matchNow : tokens().match;
        for (qsizetype at = what.line.text.indexOf(needle, 0, Qt::CaseInsensitive); at >= 0;
             at = what.line.text.indexOf(needle, at + needle.size(), Qt::CaseInsensitive))
            fill(at, at + needle.size(), ground);
    }
    if (hasSelection()) {
        const auto [first, last] = std::minmax(m_anchor, m_cursor);
        if (line < first.line || line > last.line)
            return;
        const qsizetype end = line == last.line ? last.index : what.line.text.size() + 1;
        const int from = what.cells.columnOf(line == first.line ? first.index : 0);
        const int to = line == last.line ? what.cells.columnOf(end) : what.cells.columns() + 1;
        painter->fillRect(QRectF(left + from * m_cell, y, (to - from) * m_cell, m_rowHeight),
                          faded(tokens().accent, 0.3));
    }
}

void LogView::paintText(QPainter *painter, const Shown &what, qsizetype from, qsizetype to,
                        qreal left, int y)
{
    const QFont plain = theme().font(Theme::Role::Fixed);
    const QPointF origin(left, y + m_ascent);
    const bool isPlain = what.line.runs.isEmpty();
    const QColor ink = isPlain ? inkOf(what.line.what) : tokens().ink;
    const auto draw = [&](qsizetype start, qsizetype end, const LogStyle &style) {
        start = qMax(start, from);
        end = qMin(end, to);
        if (start >= end)
            return;
        QFont font = plain;
        font.setBold(style.isBold);
        font.setItalic(style.isItalic);
        font.setUnderline(style.isUnderlined);
        painter->setFont(font);
        QColor colour =
            style.isInverse ? colourOf(style.ground, tokens().code) : colourOf(style.ink, ink);
        painter->setPen(style.isFaint ? blended(colour, tokens().code, 0.35) : colour);
        drawCells(painter, origin, what.cells, start, end, m_cell);
    };
    qsizetype at = from;
    for (const LogRun &run : what.line.runs) {
        draw(at, run.from, {});
        draw(run.from, run.from + run.length, run.style);
        at = qMax(at, run.from + run.length);
    }
    draw(at, to, {});
    painter->setFont(plain);
}

} // namespace Slipway
