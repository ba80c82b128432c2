// SPDX-License-Identifier: MIT
#include "ui/diff/diffcanvas.h"

#include "ui/parts/text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QScrollBar>
#include <cmath>

namespace Slipway {

DiffCanvas::DiffCanvas(QWidget *parent) : QAbstractScrollArea(parent), m_lines(600)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("Changed lines"));
    followTheme(this, [this] { measure(); });
}

void DiffCanvas::measure()
{
    const QFontMetricsF metrics(theme().font(Theme::Role::Fixed));
    m_cell = metrics.horizontalAdvance(QLatin1Char('M'));
    m_rowHeight = theme().lineHeight(Theme::Role::Fixed) + theme().px(2);
    m_ascent = int((m_rowHeight - metrics.height()) / 2 + metrics.ascent());
    updateScrollBars();
    viewport()->update();
}

void DiffCanvas::setFile(const std::shared_ptr<const DiffedFile> &file)
{
    if (file == m_file)
        return;
    m_file = file;
    m_lines.clear();
    m_anchor = m_cursor = {};
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    updateScrollBars();
    viewport()->update();
}

void DiffCanvas::setSideBySide(bool isSideBySide)
{
    m_isSideBySide = isSideBySide;
    m_anchor = m_cursor = {};
    updateScrollBars();
    viewport()->update();
}

void DiffCanvas::setWhitespaceShown(bool isShown)
{
    m_isWhitespaceShown = isShown;
    m_lines.clear();
    viewport()->update();
}

const QList<DiffScreenRow> &DiffCanvas::rows() const
{
    static const QList<DiffScreenRow> nothing;
    if (!m_file)
        return nothing;
    return m_isSideBySide ? m_file->sideBySide : m_file->unified;
}

const DiffRow *DiffCanvas::rowAt(int row, Side side) const
{
    if (row < 0 || row >= rows().size() || rows()[row].isGap)
        return nullptr;
    const DiffScreenRow &shown = rows()[row];
    const int index = side == Left ? shown.left : shown.right;
    return index < 0 ? nullptr : &m_file->diff.hunks[shown.hunk].rows[index];
}

const DiffLine &DiffCanvas::lineOf(const DiffScreenRow &row, int index) const
{
    const quint64 key = quint64(quint32(row.hunk)) << 32 | quint32(index);
    if (const DiffLine *known = m_lines.object(key))
        return *known;
    auto *fresh =
        new DiffLine(DiffLine::of(m_file->diff.hunks[row.hunk].rows[index], m_isWhitespaceShown));
    m_lines.insert(key, fresh);
    return *fresh;
}

bool DiffCanvas::isChange(int row) const
{
    const DiffRow *left = rowAt(row, Left);
    const DiffRow *right = rowAt(row, Right);
    return (left && left->kind != DiffRow::Kind::Same) ||
           (right && right->kind != DiffRow::Kind::Same);
}

int DiffCanvas::numbersWidth() const
{
    const int most = m_file ? qMax(m_file->oldLines, m_file->newLines) : 1;
    const int digits = qMax(3, int(QString::number(most).size()));
    return int(std::ceil(digits * m_cell)) + theme().px(8);
}

DiffCanvas::Pane DiffCanvas::paneOf(Side side) const
{
    const int width = viewport()->width();
    const int signs = theme().px(6) + int(m_cell) + theme().px(6);
    if (!m_isSideBySide)
        return {QRect(0, 0, width, m_rowHeight), 2 * numbersWidth() + signs};
    const int half = width / 2;
    const int left = side == Left ? 0 : half;
    return {QRect(left, 0, side == Left ? half : width - half, m_rowHeight),
            left + numbersWidth() + signs};
}

int DiffCanvas::visibleRows() const
{
    return qMax(1, (viewport()->height() - theme().px(8)) / m_rowHeight);
}

void DiffCanvas::updateScrollBars()
{
    const int room = paneOf(Left).area.right() - paneOf(Left).textLeft;
    const int wide = m_file ? int(std::ceil((m_file->widest + 4) * m_cell)) : 0;
    horizontalScrollBar()->setPageStep(qMax(1, room));
    horizontalScrollBar()->setSingleStep(int(m_cell * 4));
    horizontalScrollBar()->setRange(0, qMax(0, wide - room));
    verticalScrollBar()->setPageStep(visibleRows());
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, qMax(0, int(rows().size()) - visibleRows()));
}

void DiffCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens().code);
    painter.setFont(theme().font(Theme::Role::Fixed));
    int y = theme().px(8);
    for (int row = verticalScrollBar()->value(); row < rows().size() && y < viewport()->height();
         ++row, y += m_rowHeight) {
        if (rows()[row].isGap) {
            paintGap(&painter, rows()[row], y);
            continue;
        }
        paintSide(&painter, row, Left, y);
        if (m_isSideBySide)
            paintSide(&painter, row, Right, y);
    }
    if (m_isSideBySide && !rows().isEmpty())
        painter.fillRect(viewport()->width() / 2, 0, 1, viewport()->height(), tokens().line);
    if (hasFocus())
        painter.fillRect(0, 0, 2, viewport()->height(), tokens().accent);
}

void DiffCanvas::paintGap(QPainter *painter, const DiffScreenRow &row, int y) const
{
    const DiffHunk &hunk = m_file->diff.hunks[row.hunk];
    const QRect band(0, y, viewport()->width(), m_rowHeight);
    painter->fillRect(band, blended(tokens().code, tokens().line, 0.35));
    painter->setPen(tokens().ink2);
    painter->drawText(band.adjusted(theme().px(12), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      QStringLiteral("@@ \u2212%1,%2 +%3,%4 @@")
                          .arg(hunk.oldStart)
                          .arg(hunk.oldCount)
                          .arg(hunk.newStart)
                          .arg(hunk.newCount));
}

void DiffCanvas::paintSide(QPainter *painter, int row, Side side, int y) const
{
    const Tokens &t = tokens();
    const Pane pane = paneOf(side);
    const QRect area = pane.area.translated(0, y);
    const DiffRow *what = rowAt(row, side);
    if (!what) { // nothing stands beside it
        painter->fillRect(area, blended(t.code, t.line, 0.3));
        return;
    }
    const bool isRemoved = what->kind == DiffRow::Kind::Removed;
    const bool isSame = what->kind == DiffRow::Kind::Same;
    if (!isSame)
        painter->fillRect(area, isRemoved ? t.lineRemoved : t.lineAdded);
    paintNumbers(painter, *what, side, pane, y);

    const DiffScreenRow &shown = rows()[row];
    const DiffLine &line = lineOf(shown, side == Left ? shown.left : shown.right);
    const int scrolled = horizontalScrollBar()->value();
    const int left = pane.textLeft - scrolled;
    painter->save();
    painter->setClipRect(QRect(pane.textLeft, y, area.right() - pane.textLeft + 1, m_rowHeight));
    for (const TextSpan &span : line.changed) {
        const int from = line.cells.columnOf(span.from);
        const int to = line.cells.columnOf(span.from + span.length);
        painter->fillRect(
            QRectF(left + from * m_cell, y + 1, (to - from) * m_cell, m_rowHeight - 2),
            isRemoved ? t.wordRemoved : t.wordAdded);
    }
    paintSelection(painter, line, row, left, side == m_side || !m_isSideBySide ? y : INT_MIN);
    const int first = int(scrolled / m_cell);
    const int columns = int((area.right() - pane.textLeft) / m_cell) + 2;
    painter->setPen(isSame ? blended(t.ink, t.code, 0.12) : t.ink);
    drawCells(painter, QPointF(left, y + m_ascent), line.cells, line.cells.indexAt(first),
              line.cells.indexAt(first + columns), m_cell);
    if (what->lacksLineEnd) {
        painter->setPen(t.ink2);
        painter->drawText(QPointF(left + (line.cells.columns() + 1) * m_cell, y + m_ascent),
                          tr("(no line end)"));
    }
    painter->restore();
}

void DiffCanvas::paintNumbers(QPainter *painter, const DiffRow &row, Side side, const Pane &pane,
                              int y) const
{
    const auto number = [&](int n, int right) {
        if (n <= 0)
            return;
        const QString text = QString::number(n);
        painter->drawText(QPointF(right - text.size() * m_cell, y + m_ascent), text);
    };
    painter->setPen(row.kind == DiffRow::Kind::Same ? tokens().ink3 : tokens().ink2);
    const int width = numbersWidth();
    if (m_isSideBySide) {
        number(side == Left ? row.oldLine : row.newLine, pane.area.left() + width);
    } else {
        number(row.oldLine, width);
        number(row.newLine, 2 * width);
    }
    if (row.kind == DiffRow::Kind::Same)
        return;
    const bool isRemoved = row.kind == DiffRow::Kind::Removed;
    painter->setPen(isRemoved ? tokens().failed : tokens().done);
    painter->drawText(QPointF(pane.textLeft - theme().px(6) - m_cell, y + m_ascent),
                      isRemoved ? QString(QChar(0x2212)) : QStringLiteral("+"));
}

void DiffCanvas::paintSelection(QPainter *painter, const DiffLine &line, int row, int left,
                                int y) const
{
    if (!hasSelection() || y == INT_MIN)
        return;
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    if (row < first.row || row > last.row)
        return;
    const int from = row == first.row ? line.cells.columnOf(first.index) : 0;
    const int to = row == last.row ? line.cells.columnOf(last.index) : line.cells.columns() + 1;
    painter->fillRect(QRectF(left + from * m_cell, y, (to - from) * m_cell, m_rowHeight),
                      faded(tokens().accent, 0.3));
}

} // namespace Slipway
