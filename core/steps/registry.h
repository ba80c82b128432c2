// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// Adds every kind that comes with Slipway.
void registerBuiltinKinds(KindRegistry &registry);

} // namespace Slipway
