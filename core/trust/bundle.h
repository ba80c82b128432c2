// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"

namespace Slipway {

/// All bytes that a checklist consists of, as they were read, and where it lies. What a person
/// trusts, what a run is pinned to and what runs is this one thing, so that nothing can be
/// exchanged in between. A value; any thread.
struct Bundle
{
    QString file;              ///< the checklist: canonical, or a resource of the program
    QList<IncludedFile> files; ///< itself under its own name, and its includes; sorted by path

    /// bytes: those that the checklist was read from.
    static Bundle of(const Checklist &checklist, const QByteArray &bytes);

    /// The sorted lines "path sha256" that a run keeps.
    QByteArray lines() const;
    /// SHA-256 over the path and the bytes of each file: one changed byte, another digest.
    QString digest() const;
    const IncludedFile *find(const QString &path) const;
    /// It is one of the program's own resources, byte for byte.
    bool shipsWithSlipway() const;

    bool operator==(const Bundle &other) const { return digest() == other.digest(); }
};

} // namespace Slipway
