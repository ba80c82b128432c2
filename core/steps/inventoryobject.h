// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/inventory.h"
#include "core/steps/kind.h"

namespace Slipway {

/// Inventories travel between steps as objects: JSON {"slipwayInventory": 1, "label", "freeze"},
/// named by their digest.
Result<QString> putInventory(const StepContext &context, const QString &label,
                             const QByteArray &freeze);
Result<Inventory> readInventory(const StepContext &context, const QString &digest);

/// Several inventories as one; where two know a name in different versions the first counts,
/// and the name (in its normal form) is a conflict.
struct MergedInventory
{
    Inventory inventory;
    QMap<QString, QString> conflicts; ///< by normal name: "1.0 in api, 1.1 in worker"
};
Result<MergedInventory> readInventories(const StepContext &context, const QStringList &digests);

/// One row of the evidence "packages".
struct PackageRow
{
    QString name;
    QStringList versions; ///< one for each source; empty: none there
    QStringList where;    ///< one for each source: "file:line" of the places; or empty
};

/// Evidence "packages": JSON {sources, packages: [{name, versions, where}]}.
Result<Evidence> packagesEvidence(const StepContext &context, const QStringList &sources,
                                  const QList<PackageRow> &rows, const QString &note);

} // namespace Slipway
