// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/repository.h"
#include "core/steps/kind.h"

namespace Slipway {

/// The commit to which an attempt of git.merge brought the branch, if it ever stood on it.
std::optional<QString> mergeMadeBy(const Repository &repository, const Intent &intent,
                                   const QString &tip);

// Kind::undo and its probe of git.merge. The branch goes back only from the merge itself and while
// no remote is known to have it; a merge that is only begun is given up.
Result<std::optional<Plan>> undoMerge(const Intent &done, const StepContext &context);
Finding probeMergeUndo(const Intent &intent);

} // namespace Slipway
