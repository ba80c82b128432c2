// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/packagesource.h"

namespace Slipway {

/// What is installed in an image of the engine. Scanned, nothing of it runs: its files are read
/// from a container that is made and never started. What was read is kept by the image's id,
/// which stands for exactly these bytes.
Result<QList<Inventory>> imagePackages(const QString &image, const QString &label,
                                       const PackageReading &how);

/// What is installed in a container. One that runs is asked where that is wished, else its
/// files are read as they are now; one that does not run is never started.
Result<QList<Inventory>> containerPackages(const QString &container, const QString &label,
                                           const PackageReading &how);

/// The program that a Python is given to say what it has: standard library alone, one JSON
/// array as `pip inspect` has it under "installed".
QString askingProgram();

} // namespace Slipway
