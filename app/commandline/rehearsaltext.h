// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/rehearsal.h"

#include <QStringList>

namespace Slipway {

/// A rehearsal as a terminal shows it: stages, steps, their commands and changes.
QStringList rehearsalLines(const Rehearsal &rehearsal, const QString &language);
/// One step of it; objects: those that its changes name.
QStringList rehearsedLines(const RehearsedStep &step, const ObjectStore &objects,
                           const QString &language);

} // namespace Slipway
