// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/packagesource.h"

namespace Slipway {

/// What is installed in an image in a file, as `docker save` or an OCI builder wrote it. Nothing
/// of it is run or unpacked to a disk. Blocks.
Result<QList<Inventory>> archivePackages(const QString &file, const QString &label,
                                         const PackageReading &how);

} // namespace Slipway
