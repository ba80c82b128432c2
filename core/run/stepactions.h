// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"

namespace Slipway {

/// What a person can do about a step in its state, the first the likeliest.
QList<StepAction> actionsOf(const StepView &view);

} // namespace Slipway
