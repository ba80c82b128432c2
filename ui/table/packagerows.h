// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/tokens.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Slipway {

/// How a package differs between two sources, by PEP 440. The later, the graver.
enum class RowChange
{
    Same,
    Patch, ///< anything below the second number, such as a build or a post-release
    Minor,
    Added,
    Major,
    Downgrade,
    Removed,
    Other ///< the versions cannot be compared
};

RowChange rowChangeBetween(const QString &before, const QString &after); ///< empty: not there
QString rowChangeText(RowChange change); ///< "minor ↑", in the window's language
Tone toneOf(RowChange change);

struct PackageLine
{
    QString name;
    QStringList versions;               ///< one for each source; empty: not there
    QStringList where;                  ///< notes for each source or none
    RowChange change = RowChange::Same; ///< from the first source to the rest
    bool isSpread = false;              ///< the sources that have it disagree

    bool operator==(const PackageLine &) const = default;
};

/// Packages of any number of sources. A value; any thread.
struct PackageRows
{
    QStringList sources;
    QList<PackageLine> rows;

    bool operator==(const PackageRows &) const = default;
    /// Adds a row and computes what differs.
    void add(const QString &name, const QStringList &versions, const QStringList &where = {});
    int changed() const; ///< rows that differ
    /// A table in Markdown, for a pull request.
    QString markdown() const;
    /// Evidence of type "packages": {sources, packages: [{name, versions, where}]}. What does
    /// not look so is left out.
    static PackageRows fromEvidence(const QByteArray &json);
};

} // namespace Slipway
