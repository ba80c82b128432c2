// SPDX-License-Identifier: MIT
#include "core/trust/harmless.h"

#include <QList>

namespace Slipway {

namespace {

bool isSeen(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional marks, joiners, tags
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Separator_Space:
        return code == ' '; // others could pass for one, or for nothing
    default:
        break;
    }
    // Fillers and variation selectors, which are letters and marks to Unicode.
    const bool isBlank = code == 0x115f || code == 0x1160 || code == 0x3164 || code == 0xffa0 ||
                         code == 0x2800 || (code >= 0xfe00 && code <= 0xfe0f) ||
                         (code >= 0xe0100 && code <= 0xe01ef) || code == 0x34f || code == 0x17b4 ||
                         code == 0x17b5 || (code >= 0x180b && code <= 0x180f);
    return !isBlank;
}

// A few accents are a language; more of them cover the lines around.
constexpr int mostMarks = 3;

bool isMark(char32_t code)
{
    const auto category = QChar::category(code);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

QString named(char32_t code)
{
    return QStringLiteral("<U+%1>").arg(QString::number(code, 16).toUpper(), 4, u'0');
}

} // namespace

QString harmless(const QString &text, bool lines, qsizetype most)
{
    QString shown;
    int marks = 0;
    const auto codes = text.left(most).toUcs4();
    for (const uint code : codes) {
        marks = isMark(code) ? marks + 1 : 0;
        const bool isKept = (lines && code == '\n') || (isSeen(code) && marks <= mostMarks);
        if (code == '\t')
            shown += u' ';
        else if (isKept)
            shown += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
        else
            shown += named(code);
    }
    if (text.size() > most)
        shown += QStringLiteral(" … (+%1)").arg(text.size() - most);
    return shown;
}

} // namespace Slipway
