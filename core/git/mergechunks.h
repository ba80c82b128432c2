// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

namespace Slipway {

/// A part of a file that is merged line by line.
struct MergeChunk
{
    bool isConflict = false;
    QByteArray text; ///< merged; of a conflict nothing
    QByteArray ours;
    QByteArray base;
    QByteArray theirs;

    bool operator==(const MergeChunk &) const = default;
};

/// Merges three texts into parts in their order. Put together, with one side for each conflict,
/// they are the whole file, byte by byte. The texts may hold anything, conflict markers too.
/// Any thread.
Result<QList<MergeChunk>> mergeChunks(const QByteArray &base, const QByteArray &ours,
                                      const QByteArray &theirs);

} // namespace Slipway
