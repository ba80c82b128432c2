// SPDX-License-Identifier: MIT
#include "core/packages/packagename.h"

#include <algorithm>

namespace Slipway {

namespace {

bool isSeparator(QChar c)
{
    return c == u'-' || c == u'_' || c == u'.';
}

bool isAsciiLetterOrDigit(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z');
}

} // namespace

QString normalPackageName(const QString &name)
{
    QString normal;
    normal.reserve(name.size());
    for (const QChar c : name) {
        if (!isSeparator(c))
            normal.append(c.toLower());
        else if (!normal.endsWith(u'-'))
            normal.append(u'-');
    }
    return normal;
}

bool isPackageName(const QString &name)
{
    if (name.isEmpty() || !isAsciiLetterOrDigit(name.front()) || !isAsciiLetterOrDigit(name.back()))
        return false;
    return std::all_of(name.begin(), name.end(),
                       [](QChar c) { return isAsciiLetterOrDigit(c) || isSeparator(c); });
}

} // namespace Slipway
