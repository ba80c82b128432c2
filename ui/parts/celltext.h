// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

class QPainter;
class QPointF;

namespace Slipway {

/// A line of text on a grid of cells, as a terminal has it: wide characters take two cells,
/// combining ones none. What stands where is known without laying the line out, so that a line
/// of 64 KiB is painted as fast as a short one. A value.
class CellText
{
public:
    CellText() = default;
    explicit CellText(const QString &text);

    const QString &text() const { return m_text; }
    int columns() const;
    int columnOf(qsizetype index) const; ///< the cell where the character begins
    qsizetype indexAt(int column) const; ///< the character that covers the cell; the end after it
    /// Cells of a code point: 0, 1 or 2.
    static int widthOf(char32_t code);

private:
    QString m_text;
    QList<int> m_columns; ///< of each UTF-16 unit, and the end; empty: column is index
};

/// Paints the characters [from, to) with the painter's font and pen; origin is where column 0
/// stands on the base line, cell the width of a cell.
void drawCells(QPainter *painter, const QPointF &origin, const CellText &text, qsizetype from,
               qsizetype to, qreal cell);

} // namespace Slipway
