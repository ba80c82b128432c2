// SPDX-License-Identifier: MIT
#include "core/steps/filepatterns.h"

#include <QDir>
#include <algorithm>

namespace Slipway {

namespace {

/// The expression for one pattern; each character once, from the left.
QString expressionOf(const QString &pattern)
{
    QString result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QStringView rest = QStringView(pattern).mid(i);
        if (rest.startsWith(u"**/")) {
            result += QStringLiteral("(?:.*/)?");
            i += 2;
        } else if (rest.startsWith(u"**")) {
            result += QStringLiteral(".*");
            i += 1;
        } else if (rest.startsWith(u'*')) {
            result += QStringLiteral("[^/]*");
        } else if (rest.startsWith(u'?')) {
            result += QStringLiteral("[^/]");
        } else {
            result += QRegularExpression::escape(rest.left(1));
        }
    }
    return result;
}

QRegularExpression compile(QString pattern)
{
    while (pattern.endsWith(u'/'))
        pattern.chop(1);
    const bool isAnyDepth = !pattern.contains(u'/');
    if (pattern.startsWith(u'/'))
        pattern.remove(0, 1);
    const QString start = isAnyDepth ? QStringLiteral("(?:.*/)?") : QString();
    return QRegularExpression(QRegularExpression::anchoredPattern(start + expressionOf(pattern) +
                                                                  QStringLiteral("(?:/.*)?")),
                              QRegularExpression::DotMatchesEverythingOption);
}

void collect(const QDir &top, const QString &below, const FilePatterns &wanted,
             const FilePatterns &except, QStringList *found)
{
    const QDir folder(below.isEmpty() ? top.path() : top.filePath(below));
    const auto entries = folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden |
                                              QDir::NoSymLinks | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        const QString path = below.isEmpty() ? entry.fileName() : below + u'/' + entry.fileName();
        if (entry.fileName() == u".git" || except.matches(path))
            continue;
        if (entry.isDir())
            collect(top, path, wanted, except, found);
        else if (wanted.matches(path))
            found->append(path);
    }
}

} // namespace

FilePatterns::FilePatterns(const QStringList &patterns)
{
    for (const QString &pattern : patterns)
        m_expressions.append(compile(pattern));
}

bool FilePatterns::matches(const QString &path) const
{
    return std::any_of(m_expressions.begin(), m_expressions.end(),
                       [&](const auto &expression) { return expression.match(path).hasMatch(); });
}

QStringList filesMatching(const QString &folder, const FilePatterns &wanted,
                          const FilePatterns &except)
{
    QStringList found;
    collect(QDir(folder), {}, wanted, except, &found);
    found.sort();
    return found;
}

} // namespace Slipway
