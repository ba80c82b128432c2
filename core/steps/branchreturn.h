// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/repository.h"
#include "core/steps/kind.h"

namespace Slipway {

/// Where a branch and HEAD are; of the attempt to undo, and of the undo.
struct BranchPlace
{
    QString headBranch; ///< empty: none is checked out
    QString headCommit;
    QString branch; ///< commit of the branch that the step is about; empty: it is not there

    bool operator==(const BranchPlace &) const = default;
};

/// As a plan of git.branch keeps it.
BranchPlace placeIn(const Value::Map &map);
Value::Map placeValue(const BranchPlace &place);

/// Where HEAD and the branch of that name are now.
Result<BranchPlace> placeNow(const Repository &repository, const QString &name);

/// Meant, before and now, for the page of an attempt in doubt.
QList<Fact> placeFacts(const QString &name, const BranchPlace &meant, const BranchPlace &before,
                       const BranchPlace &now);

/// Kind::undo of git.branch. Its data has "back", the place that the undo leads to.
Result<std::optional<Plan>> branchReturn(const Intent &done, const StepContext &context);

} // namespace Slipway
