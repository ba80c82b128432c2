// SPDX-License-Identifier: MIT
// The half of DiffCanvas that answers keys and the mouse.
#include "ui/diff/diffcanvas.h"

#include "ui/parts/text.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <cmath>

namespace Slipway {

void DiffCanvas::resizeEvent(QResizeEvent *)
{
    updateScrollBars();
}

void DiffCanvas::scrollContentsBy(int, int)
{
    viewport()->update();
}

DiffCanvas::Place DiffCanvas::placeAt(const QPoint &point, Side side) const
{
    if (rows().isEmpty())
        return {};
    int row = verticalScrollBar()->value() + (point.y() - theme().px(8)) / m_rowHeight;
    row = qBound(0, row, int(rows().size()) - 1);
    const DiffScreenRow &shown = rows()[row];
    const int index = side == Left ? shown.left : shown.right;
    if (shown.isGap || index < 0)
        return {row, 0};
    const qreal x = point.x() - paneOf(side).textLeft + horizontalScrollBar()->value();
    const int column = qMax(0, int(std::lround(x / m_cell)));
    return {row, lineOf(shown, index).cells.indexAt(column)};
}

QString DiffCanvas::selectedText() const
{
    if (!hasSelection())
        return {};
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    QStringList lines;
    for (int row = first.row; row <= last.row; ++row) {
        const DiffRow *what = rowAt(row, m_side);
        if (!what)
            continue;
        const DiffScreenRow &shown = rows()[row];
        const bool isWhole = row > first.row && row < last.row;
        // Whole lines as they are in the file; the ends as they are seen.
        QString text = isWhole
                           ? what->text
                           : lineOf(shown, m_side == Left ? shown.left : shown.right).cells.text();
        if (row == last.row)
            text.truncate(last.index);
        if (row == first.row)
            text.remove(0, first.index);
        lines.append(text);
    }
    return lines.join(QLatin1Char('\n'));
}

void DiffCanvas::copy() const
{
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void DiffCanvas::goToChange(int direction)
{
    // From one run of changed rows to the next.
    int row = verticalScrollBar()->value() + (direction > 0 ? 2 : 1);
    while (row >= 0 && row < rows().size() && isChange(row))
        row += direction;
    while (row >= 0 && row < rows().size() && !isChange(row))
        row += direction;
    while (direction < 0 && row > 0 && isChange(row - 1))
        --row;
    if (row >= 0 && row < rows().size())
        verticalScrollBar()->setValue(qMax(0, row - 2));
}

void DiffCanvas::showLine(int line, bool isLeft)
{
    for (int row = 0; row < rows().size(); ++row) {
        const DiffRow *what = rowAt(row, isLeft ? Left : Right);
        if (what && (isLeft ? what->oldLine : what->newLine) >= line) {
            verticalScrollBar()->setValue(qMax(0, row - 2));
            return;
        }
    }
}

void DiffCanvas::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll) && !rows().isEmpty()) {
        m_anchor = {0, 0};
        m_cursor = {int(rows().size()) - 1, LLONG_MAX};
        viewport()->update();
    } else if (event->modifiers() & Qt::AltModifier &&
               (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        goToChange(event->key() == Qt::Key_Down ? 1 : -1);
    } else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        verticalScrollBar()->setValue(
            event->key() == Qt::Key_Home ? 0 : verticalScrollBar()->maximum());
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void DiffCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_side = m_isSideBySide && event->pos().x() >= viewport()->width() / 2 ? Right : Left;
    m_cursor = placeAt(event->pos(), m_side);
    if (!(event->modifiers() & Qt::ShiftModifier) || m_anchor.row < 0)
        m_anchor = m_cursor;
    viewport()->update();
}

void DiffCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_anchor.row < 0)
        return;
    if (event->pos().y() < 0 || event->pos().y() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                      (event->pos().y() < 0 ? -1 : 1));
    m_cursor = placeAt(event->pos(), m_side);
    viewport()->update();
}

void DiffCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    menu.addAction(tr("Copy"), this, &DiffCanvas::copy)->setEnabled(hasSelection());
    menu.exec(event->globalPos());
}

} // namespace Slipway
