// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/comparison.h"
#include "ui/table/packagerows.h"

#include <QMap>

namespace Slipway {

/// A package as a row of the comparison shows it.
struct CompareRow
{
    QString name;         ///< harmless to show
    QString key;          ///< the name folded, for finding and sorting
    QStringList versions; ///< harmless to show; empty: not there
    QList<bool> isOther;  ///< for each source: there, and not what the baseline has
    RowChange change = RowChange::Same;
    bool disagrees = false;
    bool isTopLevel = false;
};

/// A comparison made ready for a table: what needs a look at every version is done once, by a
/// worker. A value; any thread.
struct CompareRows
{
    Comparison comparison;
    QStringList labels; ///< of the sources, short and harmless to show
    QList<CompareRow> rows;
    QMap<RowChange, int> counts;
    int differing = 0;
    int disagreeing = 0;
    bool saysTopLevel = false; ///< some source tells what a person asked for

    static CompareRows of(const QList<Inventory> &sources, const QStringList &labels,
                          qsizetype baseline);
};

/// The one word of a row: the gravest of what became of a package's version; that it is missing
/// somewhere counts only where no version differs.
RowChange rowChangeOf(const ComparedPackage &package);

/// What a step left behind, as inventories that can be compared with anything.
QList<Inventory> inventoriesOf(const PackageRows &packages);

/// Names for columns and chips: "api:1.2" of "image:registry/team/api:1.2" where that is enough
/// to tell it from the others.
QStringList shortLabels(const QStringList &sources);

} // namespace Slipway
