// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/foldermanifest.h"
#include "core/steps/kind.h"
#include "core/steps/rootedpath.h"

namespace Slipway {

/// A file or folder kept in the object store so that it can be put back: the list of what is in
/// it, and the bytes of its files one after the other. Owner, times and hard links are not kept.
struct KeptTree
{
    static constexpr qint64 largest = qint64(64) * 1024 * 1024; ///< bytes in all
    static constexpr qint64 mostFiles = 10'000;

    QString manifest; ///< object; its digest is that of the FolderManifest
    QString bytes;    ///< object

    bool isEmpty() const { return manifest.isEmpty(); }
    Value toValue() const;
    static KeptTree fromValue(const Value &value);

    /// Keeps what stands there; it has to be readable and within the limits above. "kept.changed"
    /// when it changes meanwhile.
    static Result<KeptTree> keep(const QString &path, const StepContext &context);
    /// Puts it there, whole or not at all; nothing may be there.
    Result<void> restore(const RootedPath &target, const StepContext &context) const;
    /// Removes what a restore that was cut short left.
    static void removeLeftover(const RootedPath &target, const QString &effectKey);
};

/// The digest of the manifest of what stands there; empty: nothing does.
Result<QString> treeDigest(const RootedPath &target, const StepContext &context);

/// Meant, before and now as people see digests, for the page of an attempt in doubt.
QList<Fact> treeFacts(const QString &path, const QString &meant, const QString &before,
                      const QString &now);

/// KeptTree::largest as people read it.
QString sizeLimitText();

} // namespace Slipway
