// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/branchsituation.h"
#include "core/steps/kind.h"
#include "core/steps/mergepolicy.h"

namespace Slipway {

/// Everything that decides what a merge does.
struct MergeSituation
{
    GitHead head;      ///< the branch that is merged into, with its commit
    BranchBase theirs; ///< what is merged
    QString from;      ///< as the checklist names it
    MergePolicy policy;
    QString begun;          ///< MERGE_HEAD; empty: no merge is begun in the folder
    QStringList changed;    ///< tracked files that differ from HEAD
    QStringList unmerged;   ///< those of them that the index has as conflicts
    QStringList untracked;  ///< files that git does not know
    bool isUnknown = false; ///< in a rehearsal: a side is not there yet

    bool isBegun() const { return begun == theirs.commit && !begun.isEmpty(); }
};

/// Looks at the repository, asks the remote where `from` is a branch of one, and brings what is to
/// be merged here (objects alone; not in a rehearsal). Errors: no branch or another one is checked
/// out, another merge is under way, the remote does not answer. Blocks.
Result<MergeSituation> lookAtMerge(const Repository &repository, const Value::Map &with,
                                   const StepContext &context);

/// True if the index has just this tree, and the files are as the index has them: an attempt was
/// cut short there and may go on.
bool isAsPrepared(const Repository &repository, const QString &tree, const StepContext &context);

/// What keeps a merge from beginning: files with changes of their own, and untracked ones where the
/// merge puts some.
Result<void> checkRoom(const Repository &repository, const MergeSituation &now,
                       const GitMerge &merge, const StepContext &context);

} // namespace Slipway
