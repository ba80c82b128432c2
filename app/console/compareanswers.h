// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/paths.h"
#include "ui/compare/compareservices.h"

namespace Slipway {

/// What the page of the comparison asks, answered by this machine: its engine, its files.
CompareServices compareServices(const Places &places);

} // namespace Slipway
