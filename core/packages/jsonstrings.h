// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/mappedbytes.h"

#include <QList>
#include <optional>

namespace Slipway {

/// Reads text that is exactly a JSON array of strings, as the exec form of RUN; nothing when
/// it is anything else (the builder then takes it as shell text).
std::optional<QList<MappedBytes>> readJsonStrings(const MappedBytes &text);

} // namespace Slipway
