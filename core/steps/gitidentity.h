// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/repository.h"
#include "core/steps/kind.h"

namespace Slipway {

/// "git.no-identity": git refuses to commit or to tag for nobody; better said before than after.
Result<void> checkIdentity(const Repository &repository, const StepContext &context);

} // namespace Slipway
