// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/packages/pin.h"

namespace Slipway {

/// The packages of a pyproject.toml: [project].dependencies, [project.optional-dependencies],
/// [build-system].requires, [dependency-groups], the lists of uv, PDM and Hatch, and the
/// tables of Poetry, where "1.2" alone is a version and "*" is none. requires-python and
/// version are no pins. A dynamic list is reported.
Result<LocatedPins> locatePyprojectPins(const QByteArray &file);

/// The bytes of [project].version, else of [tool.poetry].version, without quotes; an error when
/// there is none (a dynamic version lives elsewhere).
Result<ByteRange> locateProjectVersion(const QByteArray &file);

} // namespace Slipway
