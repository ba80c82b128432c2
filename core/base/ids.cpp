// SPDX-License-Identifier: MIT
#include "core/base/ids.h"

#include "core/base/canonicaljson.h"

#include <QRandomGenerator>
#include <algorithm>

namespace Slipway {

namespace {
constexpr char16_t alphabet[] = u"abcdefghijklmnopqrstuvwxyz234567";
constexpr int runIdLength = 12;
constexpr int longestIdentifier = 64;

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}
} // namespace

QString newRunId()
{
    QString id;
    for (int i = 0; i < runIdLength; ++i)
        id += QChar(alphabet[QRandomGenerator::system()->bounded(32)]);
    return id;
}

bool isRunId(const QString &text)
{
    return text.size() == runIdLength && std::all_of(text.cbegin(), text.cend(), [](QChar c) {
               return isLower(c) || (c >= u'2' && c <= u'7');
           });
}

QString effectKey(const QString &runId, int attempt)
{
    return sha256Hex(runId.toUtf8() + '\n' + QByteArray::number(attempt)).left(32);
}

bool isIdentifier(const QString &text)
{
    if (text.isEmpty() || text.size() > longestIdentifier || !isLower(text[0]))
        return false;
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return isLower(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-';
    });
}

} // namespace Slipway
