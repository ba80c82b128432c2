// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/expressionnode.h"

namespace Slipway {

/// Calls one of the functions that look at their arguments only (not always, not failed).
/// The number of arguments was checked by the parser. The error has no place yet.
Result<Value> callFunction(Function function, const Value::List &arguments);

/// As a condition: false, 0, the empty text and null are false. Not for an unknown.
bool isTrue(const Value &value);

} // namespace Slipway
