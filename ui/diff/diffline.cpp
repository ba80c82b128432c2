// SPDX-License-Identifier: MIT
#include "ui/diff/diffline.h"

namespace Slipway {

namespace {

constexpr int tabWidth = 4;
constexpr qsizetype mostCharacters = 64 * 1024;

bool isUnseen(char16_t u)
{
    return u == 0x61c || (u >= 0x200b && u <= 0x200f) || (u >= 0x2028 && u <= 0x202e) ||
           (u >= 0x2060 && u <= 0x206f) || u == 0xfeff || (u >= 0x80 && u <= 0xa0) || u == 0xad;
}

QString shownAs(QChar c, qsizetype column, bool showsWhitespace)
{
    const char16_t u = c.unicode();
    if (u == '\t') {
        QString tab(tabWidth - column % tabWidth, QLatin1Char(' '));
        if (showsWhitespace)
            tab[0] = QChar(0x2192);
        return tab;
    }
    if (u == ' ' && showsWhitespace)
        return QString(QChar(0xb7));
    if (u < 0x20 || u == 0x7f)
        return QLatin1Char('^') + QString(QChar(char16_t(u ^ 0x40)));
    if (isUnseen(u))
        return QStringLiteral("\u2039U+%1\u203a").arg(uint(u), 4, 16, QLatin1Char('0')).toUpper();
    return QString(c);
}

} // namespace

DiffLine DiffLine::of(const DiffRow &row, bool showsWhitespace)
{
    QString text;
    QList<qsizetype> places; // of each character, and the end
    const qsizetype length = qMin(row.text.size(), mostCharacters);
    places.reserve(length + 1);
    for (qsizetype i = 0; i < length; ++i) {
        places.append(text.size());
        text += shownAs(row.text[i], text.size(), showsWhitespace);
    }
    places.append(text.size());
    if (length < row.text.size())
        text += QChar(0x2026);
    DiffLine line;
    for (const TextSpan &span : row.changed) {
        const qsizetype from = qMin(span.from, length);
        const qsizetype to = qMin(span.from + span.length, length);
        if (from < to)
            line.changed.append({places[from], places[to] - places[from]});
    }
    line.cells = CellText(text);
    return line;
}

} // namespace Slipway
