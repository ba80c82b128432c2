// SPDX-License-Identifier: MIT
#pragma once

#include "core/process/attemptfolder.h"
#include "core/process/growingdigest.h"
#include "core/steps/plan.h"

namespace Slipway {

/// Adds the digest of a large log, which its kind left out, to an outcome's evidence. Reads the
/// log, or what is left of it: for the pool. known: of that log; may be nullptr.
Outcome withLogDigest(Outcome outcome, const AttemptFolder &folder, GrowingDigest *known = nullptr);

} // namespace Slipway
