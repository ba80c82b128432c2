// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace Slipway::Exec {

void appendUtf8(std::string &out, unsigned codePoint);

/// The text with each byte that belongs to no valid sequence replaced by U+FFFD.
std::string validUtf8(std::string_view bytes);

} // namespace Slipway::Exec
