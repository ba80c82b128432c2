// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"
#include "core/git/gitmerge.h"

namespace Slipway {

/// What a checklist says of paths: which side is taken as it is where both changed a file, and
/// which files are never merged line by line.
struct MergePolicy
{
    QStringList ours; ///< patterns, see matchesGlob()
    QStringList theirs;
    QStringList whole;

    std::optional<MergeSide> preferred(const QString &path) const;
    bool isWhole(const QString &path) const;
};

/// Of the parameters `prefer` and `whole`. branch: the name of the side "ours"; from: of the other,
/// such as origin/main, which is also known as main. "git.prefer-unknown": a side that is neither.
Result<MergePolicy> mergePolicy(const Value::Map &with, const QString &branch, const QString &from);

} // namespace Slipway
