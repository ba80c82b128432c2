// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfold.h"

#include <QByteArray>

namespace Slipway {

/// Everything that matters in a fold as text, so that two can be compared: all but which events
/// were read and ignored.
QByteArray foldText(const RunFold &run);

} // namespace Slipway
