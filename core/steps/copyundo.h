// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"
#include "core/steps/rootedpath.h"

namespace Slipway {

/// Puts into the plan of a files.copy what its undo needs: a file that is replaced, the folders
/// that are made on the way, and the note.
Result<void> keepReplaced(const RootedPath &target, const StepContext &context, Plan *plan);

// Kind::undo, act and probe of the undo of a files.copy.
Result<std::optional<Plan>> undoCopy(const Intent &done, const StepContext &context);
Outcome actCopyUndo(const Intent &intent, const StepContext &context);
Finding probeCopyUndo(const Intent &intent, const StepContext &context);

} // namespace Slipway
