// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/inventory.h"

#include <QString>
#include <stop_token>

namespace Slipway {

/// What is installed in a virtual environment, asked of its own pip. Waits for the program:
/// call it from a pool thread.
Result<Inventory> venvInventory(const QString &folder, std::stop_token stop = {});

} // namespace Slipway
