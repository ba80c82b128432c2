// SPDX-License-Identifier: MIT
#pragma once

#include "core/trust/trustquestion.h"

namespace Slipway {

/// A checklist of a repository that asks for trust: for the first time, or changed since.
TrustQuestion fixtureTrust(bool isChanged);

} // namespace Slipway
