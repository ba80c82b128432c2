// SPDX-License-Identifier: MIT
#include "ui/parts/celltext.h"

#include <QPainter>
#include <algorithm>

namespace Slipway {

namespace {

/// Characters that every fixed font has with one cell.
bool isPlain(QChar c)
{
    return c.unicode() >= 0x20 && c.unicode() < 0x300;
}

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) ||
           (c >= 0x3041 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) ||
           (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) ||
           (c >= 0x1f300 && c <= 0x1f64f) || (c >= 0x1f680 && c <= 0x1faff) ||
           (c >= 0x20000 && c <= 0x3fffd);
}

} // namespace

CellText::CellText(const QString &text) : m_text(text)
{
    if (std::all_of(text.begin(), text.end(), isPlain))
        return;
    m_columns.reserve(text.size() + 1);
    int column = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        m_columns.append(column);
        const bool isPair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t code =
            isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        column += widthOf(code);
        if (isPair) {
            m_columns.append(column);
            ++i;
        }
    }
    m_columns.append(column);
}

int CellText::widthOf(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        return isWide(code) ? 2 : 1;
    }
}

int CellText::columns() const
{
    return m_columns.isEmpty() ? int(m_text.size()) : m_columns.last();
}

int CellText::columnOf(qsizetype index) const
{
    index = std::clamp<qsizetype>(index, 0, m_text.size());
    return m_columns.isEmpty() ? int(index) : m_columns[index];
}

qsizetype CellText::indexAt(int column) const
{
    if (m_columns.isEmpty())
        return std::clamp<qsizetype>(column, 0, m_text.size());
    const auto after = std::upper_bound(m_columns.begin(), m_columns.end(), column);
    if (after == m_columns.end())
        return m_text.size();
    qsizetype index = std::max<qsizetype>(0, after - m_columns.begin() - 1);
    if (index > 0 && m_text[index].isLowSurrogate())
        --index;
    return index;
}

void drawCells(QPainter *painter, const QPointF &origin, const CellText &text, qsizetype from,
               qsizetype to, qreal cell)
{
    const QString &all = text.text();
    const auto draw = [&](qsizetype start, qsizetype end) {
        painter->drawText(origin + QPointF(text.columnOf(start) * cell, 0),
                          all.mid(start, end - start));
    };
    qsizetype start = from;
    for (qsizetype i = from; i < to; ++i) {
        if (isPlain(all[i]))
            continue;
        if (start < i)
            draw(start, i);
        // One character with what combines with it, placed on its own cell.
        qsizetype end = i + 1;
        while (end < to && (all[end].isLowSurrogate() || all[end].isMark()))
            ++end;
        draw(i, end);
        i = end - 1;
        start = end;
    }
    if (start < to)
        draw(start, to);
}

} // namespace Slipway
