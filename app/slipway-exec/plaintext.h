// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace Slipway::Exec {

/// The text without terminal escape sequences (ECMA-48) and control characters; carriage
/// returns stay.
std::string withoutEscapes(std::string_view text);

} // namespace Slipway::Exec
