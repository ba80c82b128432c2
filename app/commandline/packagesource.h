// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/paths.h"
#include "core/packages/packagesource.h"

namespace Slipway {

/// Reads what is installed in a SOURCE of the command line, see PackageSource. Waits for the
/// programs it asks; Ctrl-C ends that ("program.stopped") and leaves nothing behind.
Result<QList<Inventory>> readSource(const QString &source, const Places &places,
                                    ImageReading images);
/// The same of several, side by side.
Result<QList<QList<Inventory>>> readSources(const QStringList &sources, const Places &places,
                                            ImageReading images);

} // namespace Slipway
