// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/repository.h"
#include "core/steps/kind.h"

namespace Slipway {

/// Puts into the plan of a git.commit what its undo needs: what the index has at the paths
/// now, and the note.
Result<void> keepIndex(const Repository &repository, const QStringList &paths, Plan *plan);

/// Kind::undo of git.commit: the branch back to the commit before, the index as it was; files
/// are not touched, so that what was committed is a change again.
Result<std::optional<Plan>> undoCommit(const Intent &done, const StepContext &context);

/// Kind::probe of such an undo.
Finding probeCommitUndo(const Intent &intent);

} // namespace Slipway
