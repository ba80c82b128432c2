// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/paths.h"

namespace Slipway {

/// Removes what killed processes left half written among the objects and in the folders of
/// attempts: temporary files of this user (see writeFileDurably()) that are older than a day, so
/// that nobody writes them any more. Looks once a day, else it does nothing; gives how many it
/// removed. Never looks into workspaces. Any thread; may take a second.
int sweepTemporaryFiles(const Places &places);

} // namespace Slipway
