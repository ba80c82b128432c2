// SPDX-License-Identifier: MIT
#pragma once

#include "core/process/ask.h"
#include "core/process/secretvalues.h"
#include "core/steps/plan.h"

namespace Slipway {

// What comes of a step without the secrets of its run, before it is stored. Pure functions.

Result<Reply> redacted(const Result<Reply> &reply, const SecretValues &secrets);
Outcome redacted(const Outcome &outcome, const SecretValues &secrets);
Finding redacted(const Finding &finding, const SecretValues &secrets);

} // namespace Slipway
