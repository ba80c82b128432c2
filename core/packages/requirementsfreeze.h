// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/pinediting.h"

namespace Slipway {

/// PinMode::Freeze: makes a requirements file the inventory's list. Names that stand there keep
/// their lines, spelling, markers and comments; lines of packages that are not installed go;
/// packages that are not listed come, in the place that the order of the file gives them, else
/// at its end. pip, setuptools, wheel and distribute do not come (as with pip freeze), nor what
/// no index has (local versions, editable and direct installs), which is reported.
/// Errors: "packages.freeze-kind", and those of pinFile().
Result<PinResult> freezeRequirements(const QByteArray &bytes, PinFileKind kind,
                                     const Inventory &inventory, const PinEditOptions &options);

} // namespace Slipway
