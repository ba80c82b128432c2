// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/filetree.h"

#include "core/packages/inventory.h"

#include <QList>
#include <QStringList>

namespace Slipway {

/// One Python of a tree, and the site folders from which it imports, in its order.
struct Python
{
    QString program; ///< such as /usr/local/bin/python3
    QString version; ///< "3.11"
    QStringList sites;
};

/// Finds the Pythons of a tree: those on PATH first, in its order, then where distributions,
/// Docker's own images and conda put them. environment: NAME=value, of which PATH, HOME and
/// VIRTUAL_ENV count.
Result<QList<Python>> findPythons(FileTree &tree, const QStringList &environment);

/// What each Python of the tree has, one inventory for each that has anything. label: what the
/// source is called; where there are several, each one's program stands behind it in
/// parentheses. "packages.no-python" if there is none at all.
Result<QList<Inventory>> readPythons(FileTree &tree, const QStringList &environment,
                                     const QString &label);

} // namespace Slipway
