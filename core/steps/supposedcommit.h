// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// In a rehearsal: the branch of the plan has a commit more, with the plan's edits in it. The plan
/// says in `before` which branch and commit it began at.
Result<void> supposeCommit(const Intent &intent, const Repository &repository,
                           const StepContext &context, Overlay &overlay);

} // namespace Slipway
