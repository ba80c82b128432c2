// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/filetree.h"
#include "core/packages/inventory.h"

#include <QSet>

namespace Slipway {

/// Adds the Python packages that conda installed below prefix and that left no metadata of
/// their own: conda-meta alone tells of them. known: normal names that are listed already; what
/// is no Python package (conda brings compilers and libraries too) is passed over.
Result<void> addCondaPackages(FileTree &tree, const QString &prefix, const QSet<QString> &known,
                              QList<InstalledPackage> *packages);

/// The package of one record of conda-meta; nothing if it is no Python package, or one whose
/// own metadata tells of it.
std::optional<InstalledPackage> packageOfCondaRecord(const QByteArray &record);

} // namespace Slipway
