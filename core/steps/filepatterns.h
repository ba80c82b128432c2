// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QStringList>

namespace Slipway {

/// Patterns for paths below a folder, read as .gitignore reads them: "*" and "?" stay within
/// one part, "**" crosses parts; a pattern without "/" matches the name at any depth, one with
/// "/" the path from the top; a folder that matches covers all that is in it. A value.
class FilePatterns final
{
public:
    FilePatterns() = default;
    explicit FilePatterns(const QStringList &patterns);

    bool isEmpty() const { return m_expressions.isEmpty(); }
    /// path: relative, with "/".
    bool matches(const QString &path) const;

private:
    QList<QRegularExpression> m_expressions;
};

/// Regular files below a folder that match, sorted; .git folders and links are left out.
QStringList filesMatching(const QString &folder, const FilePatterns &wanted,
                          const FilePatterns &except);

} // namespace Slipway
