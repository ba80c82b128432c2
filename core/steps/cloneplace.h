// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

// Where a git.clone goes, and how the place is cleared again.

/// Nothing stands there, or an empty folder.
bool isVacant(const QString &folder, const FileView &files = {});

/// The setting by which a clone names the attempt that made it.
QString cloneMark();

/// Puts into the plan of a git.clone what is there before: the folder itself and those on the
/// way. The data has to be set already.
void keepClonePlace(Plan *plan);

// Kind::undo, act and probe of the undo of a git.clone. The clone is removed only while nothing
// in it differs from what its remotes have.
Result<std::optional<Plan>> undoClone(const Intent &done, const StepContext &context);
Outcome actCloneUndo(const Intent &intent, const StepContext &context);
Finding probeCloneUndo(const Intent &intent, const StepContext &context);

} // namespace Slipway
