// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/inventory.h"

namespace Slipway {

/// Reads what is installed in a SOURCE of the command line: `file:PATH` (freeze output),
/// `venv:DIR`, `image:NAME` (a throw-away container without network), `container:NAME` (a
/// running one). Waits for the programs it asks.
Result<Inventory> readSource(const QString &source);

} // namespace Slipway
