// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/types.h"

namespace Slipway {

/// Checks a text against one of the types that are written as a text. The error says what
/// would be right; it names no place.
Result<void> checkTextForm(const QString &text, const TypeSpec &spec);

} // namespace Slipway
