// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/pin.h"

namespace Slipway {

/// The packages of a pyproject.toml: [project].dependencies, [project.optional-dependencies],
/// [build-system].requires and [dependency-groups]. requires-python and version are no pins.
/// What another tool's tables or a dynamic list hold is reported and left alone.
Result<LocatedPins> locatePyprojectPins(const QByteArray &file);

/// The bytes of [project].version without its quotes; an error when there is none (a dynamic
/// version lives elsewhere).
Result<ByteRange> locateProjectVersion(const QByteArray &file);

} // namespace Slipway
