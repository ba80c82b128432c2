// SPDX-License-Identifier: MIT
// The half of LogView that answers keys and the mouse: scrolling, selecting, copying.
#include "ui/log/logview.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QScrollBar>
#include <QWheelEvent>
#include <cmath>

namespace Slipway {

namespace {
constexpr qint64 linesCopiedAtOnce = 5000;
}

LogView::Place LogView::placeAt(const QPoint &point)
{
    if (m_file.lineCount() == 0)
        return {};
    const int rows = int(std::floor(qreal(point.y() - topPadding()) / m_rowHeight));
    Row row = moved(top(), rows);
    if (row.line >= m_file.lineCount())
        row = {m_file.lineCount() - 1, rowsOf(m_file.lineCount() - 1) - 1};
    const qreal x = point.x() - textLeft() + (m_isWrapped ? 0 : horizontalScrollBar()->value());
    const int column =
        qMax(0, int(std::lround(x / m_cell))) + (m_isWrapped ? row.row * columnsInView() : 0);
    return {row.line, shown(row.line).cells.indexAt(column)};
}

LogCopy LogView::copyRequest()
{
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    LogCopy request;
    request.path = m_file.path();
    request.offset = m_file.offsetOf(first.line);
    request.lines = last.line - first.line + 1;
    request.from = first.index;
    request.until = last.index;
    return request;
}

QString LogView::selectedText()
{
    if (!hasSelection())
        return {};
    LogCopy request = copyRequest();
    request.lines = qMin(request.lines, linesCopiedAtOnce);
    return request.text();
}

void LogView::copy()
{
    if (!hasSelection())
        return;
    const LogCopy request = copyRequest();
    if (request.lines <= linesCopiedAtOnce) {
        QApplication::clipboard()->setText(request.text());
        return;
    }
    m_copyPool.start([this, request] {
        const QString text = request.text();
        QMetaObject::invokeMethod(
            this, [text] { QApplication::clipboard()->setText(text); }, Qt::QueuedConnection);
    });
}

void LogView::clearSelection()
{
    m_anchor = m_cursor = {};
    viewport()->update();
}

void LogView::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    if (event->modifiers() & Qt::ShiftModifier || qAbs(delta.x()) > qAbs(delta.y())) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const int rows = -delta.y() * QApplication::wheelScrollLines() / 120;
    scrollRows(rows != 0 ? rows : (delta.y() > 0 ? -1 : delta.y() < 0 ? 1 : 0));
    event->accept();
}

bool LogView::scrollByKey(int key, bool isControl)
{
    switch (key) {
    case Qt::Key_Up:
        scrollRows(-1);
        return true;
    case Qt::Key_Down:
        scrollRows(1);
        return true;
    case Qt::Key_PageUp:
        scrollRows(1 - rowsInView());
        return true;
    case Qt::Key_PageDown:
        scrollRows(rowsInView() - 1);
        return true;
    case Qt::Key_Home:
        setTop({0, 0});
        horizontalScrollBar()->setValue(0);
        userScrolled();
        return true;
    case Qt::Key_End:
        setFollowing(true);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (isControl)
            return false;
        horizontalScrollBar()->triggerAction(key == Qt::Key_Left
                                                 ? QAbstractSlider::SliderSingleStepSub
                                                 : QAbstractSlider::SliderSingleStepAdd);
        return true;
    default:
        return false;
    }
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll) && m_file.lineCount() > 0) {
        m_anchor = {0, 0};
        const qint64 last = m_file.lineCount() - 1;
        m_cursor = {last, shown(last).line.text.size()};
        viewport()->update();
    } else if (event->key() == Qt::Key_F3) {
        event->modifiers() & Qt::ShiftModifier ? findPrevious() : findNext();
    } else if (event->modifiers() == Qt::ShiftModifier) {
        moveCursor(event->key());
    } else if (!scrollByKey(event->key(), event->modifiers() & Qt::ControlModifier)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::moveCursor(int key)
{
    if (m_file.lineCount() == 0)
        return;
    if (m_anchor.line < 0)
        m_anchor = m_cursor = {m_top, 0};
    Place to = m_cursor;
    const qsizetype length = shown(to.line).line.text.size();
    const int page = rowsInView() - 1;
    switch (key) {
    case Qt::Key_Left:
        --to.index;
        break;
    case Qt::Key_Right:
        ++to.index;
        break;
    case Qt::Key_Home:
        to.index = 0;
        break;
    case Qt::Key_End:
        to.index = length;
        break;
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        to.line -= key == Qt::Key_Up ? 1 : page;
        break;
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        to.line += key == Qt::Key_Down ? 1 : page;
        break;
    default:
        return;
    }
    to.line = qBound(0LL, to.line, m_file.lineCount() - 1);
    to.index = qBound<qsizetype>(0, to.index, shown(to.line).line.text.size());
    m_cursor = to;
    if (to.line < m_top || to.line >= m_top + rowsInView())
        scrollRows(to.line < m_top ? int(to.line - m_top)
                                   : int(to.line - m_top - rowsInView() + 1));
    viewport()->update();
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_cursor = placeAt(event->pos());
    if (!(event->modifiers() & Qt::ShiftModifier) || m_anchor.line < 0)
        m_anchor = m_cursor;
    viewport()->update();
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_anchor.line < 0)
        return;
    m_cursor = placeAt(event->pos());
    const bool isOutside = event->pos().y() < 0 || event->pos().y() > viewport()->height();
    if (isOutside && !m_dragTimer.isActive())
        m_dragTimer.start(50, this);
    else if (!isOutside)
        m_dragTimer.stop();
    viewport()->update();
}

void LogView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragTimer.stop();
    if (hasSelection() && QApplication::clipboard()->supportsSelection() &&
        copyRequest().lines <= linesCopiedAtOnce)
        QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place at = placeAt(event->pos());
    if (at.line < 0)
        return;
    const QString &text = shown(at.line).line.text;
    const auto isWord = [&](qsizetype i) {
        return i >= 0 && i < text.size() && (text[i].isLetterOrNumber() || text[i] == u'_');
    };
    qsizetype from = at.index;
    qsizetype to = at.index;
    while (isWord(from - 1))
        --from;
    while (isWord(to))
        ++to;
    m_anchor = {at.line, from};
    m_cursor = {at.line, to};
    viewport()->update();
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    scrollRows(pointer.y() < 0 ? -2 : 2);
    m_cursor = placeAt({pointer.x(), qBound(0, pointer.y(), viewport()->height() - 1)});
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    menu.addAction(tr("Copy"), this, &LogView::copy)->setEnabled(hasSelection());
    menu.exec(event->globalPos());
}

} // namespace Slipway
