// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

namespace Slipway {

/// What a build left in its folder.
struct BuiltWheel
{
    QString wheel; ///< absolute
    QString wheelSha256;
    QString sdist; ///< empty: none
    QString sdistSha256;
    QString name; ///< as the wheel's own METADATA has it
    QString version;
};

/// Reads what is in the folder; python opens the wheel, and runs nothing of it. "python.no-wheel",
/// "python.many-wheels", "python.bad-wheel". Blocks; a pool thread.
Result<BuiltWheel> builtWheel(const QString &folder, const QString &python,
                              const StepContext &context);

} // namespace Slipway
