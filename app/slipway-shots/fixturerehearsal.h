// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/rehearsal.h"

namespace Slipway {

/// A rehearsal made up: wouldFail puts a step in it that would fail.
Rehearsal fixtureRehearsal(bool wouldFail);

} // namespace Slipway
