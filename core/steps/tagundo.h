// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

struct TagNow;

/// The undo of a git.tag: deletes what the attempt made, here and at the remote, where it still
/// is what it made. Blocks.
Result<std::optional<Plan>> planTagUndo(const Intent &done, const StepContext &context);
Finding probeTagUndo(const Intent &intent, const TagNow &now);

} // namespace Slipway
