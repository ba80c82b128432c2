// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/pin.h"

namespace Slipway {

/// The packages of a requirements file, as pip reads it: lines joined over a backslash at
/// their very end (a comment line ends the joining, a comment that ends in a backslash
/// swallows the next line), comments only behind a blank, options and hashes apart. Refuses
/// files in UTF-16 or UTF-32.
Result<LocatedPins> locateRequirementsPins(const QByteArray &file);

} // namespace Slipway
