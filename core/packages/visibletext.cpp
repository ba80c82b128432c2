// SPDX-License-Identifier: MIT
#include "core/packages/visibletext.h"

#include <algorithm>

namespace Slipway {

namespace {

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7f;
}

/// What is not seen, or turns round what stands after it.
bool isUnseen(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x80 && u <= 0x9f) || u == 0xad || u == 0x61c || (u >= 0x200b && u <= 0x200f) ||
           (u >= 0x2028 && u <= 0x202e) || (u >= 0x2060 && u <= 0x206f) || u == 0xfeff;
}

} // namespace

QString visibleText(const QString &text)
{
    const auto isHidden = [](QChar c) { return isControl(c) || isUnseen(c); };
    if (std::none_of(text.cbegin(), text.cend(), isHidden))
        return text;
    QString shown;
    for (const QChar c : text) {
        if (isControl(c))
            shown += QString(u'^') + QChar(c.unicode() ^ 0x40);
        else if (isUnseen(c))
            shown += QStringLiteral("\u2039U+%1\u203a")
                         .arg(uint(c.unicode()), 4, 16, QLatin1Char('0'))
                         .toUpper();
        else
            shown += c;
    }
    return shown;
}

} // namespace Slipway
