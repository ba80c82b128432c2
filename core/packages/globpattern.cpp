// SPDX-License-Identifier: MIT
#include "core/packages/globpattern.h"

#include <QList>
#include <QStringList>

namespace Slipway {

namespace {

/// Reads [abc], [a-z], [!a] at pos; moves pos behind it. An unclosed '[' is itself.
bool matchesSet(const QString &pattern, qsizetype *pos, QChar c)
{
    const qsizetype close = pattern.indexOf(u']', *pos + 2);
    if (close < 0) {
        ++*pos;
        return c == u'[';
    }
    qsizetype i = *pos + 1;
    const bool isNegated = pattern.at(i) == u'!' || pattern.at(i) == u'^';
    if (isNegated)
        ++i;
    bool isIn = false;
    for (; i < close; ++i) {
        const bool isRange = i + 2 < close && pattern.at(i + 1) == u'-';
        const QChar last = pattern.at(isRange ? i + 2 : i);
        isIn = isIn || (c >= pattern.at(i) && c <= last);
        if (isRange)
            i += 2;
    }
    *pos = close + 1;
    return isIn != isNegated;
}

/// One folder or file name. Remembers the last '*' only, which is enough and stays fast.
bool matchesName(const QString &pattern, const QString &name)
{
    qsizetype p = 0, n = 0, star = -1, afterStar = 0;
    while (n < name.size()) {
        qsizetype next = p;
        bool fits = false;
        if (p < pattern.size() && pattern.at(p) == u'*') {
            star = p++;
            afterStar = n;
            continue;
        }
        if (p < pattern.size() && pattern.at(p) == u'[') {
            fits = matchesSet(pattern, &next, name.at(n));
        } else if (p < pattern.size()) {
            fits = pattern.at(p) == u'?' || pattern.at(p) == name.at(n);
            next = p + 1;
        }
        if (fits) {
            p = next;
            ++n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++afterStar;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern.at(p) == u'*')
        ++p;
    return p == pattern.size();
}

} // namespace

bool matchesGlob(const QString &pattern, const QString &path)
{
    QString text = pattern;
    while (text.startsWith(QLatin1String("./")))
        text.remove(0, 2);
    if (!text.contains(u'/'))
        return matchesName(text, path.mid(path.lastIndexOf(u'/') + 1));
    const QStringList wanted = text.split(u'/', Qt::SkipEmptyParts);
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    // fits[n]: the folders of the pattern so far can stand for the first n of the path.
    QList<bool> fits(parts.size() + 1, false);
    fits[0] = true;
    for (qsizetype w = 0; w < wanted.size(); ++w) {
        QList<bool> next(parts.size() + 1, false);
        const bool isDeep = wanted.at(w) == u"**";
        const bool isLast = w == wanted.size() - 1;
        for (qsizetype n = 0; n <= parts.size(); ++n) {
            if (isDeep && isLast)
                next[n] = n > 0 && (next.at(n - 1) || fits.at(n - 1));
            else if (isDeep)
                next[n] = fits.at(n) || (n > 0 && next.at(n - 1));
            else
                next[n] = n > 0 && fits.at(n - 1) && matchesName(wanted.at(w), parts.at(n - 1));
        }
        fits = next;
    }
    return fits.last();
}

} // namespace Slipway
