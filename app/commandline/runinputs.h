// SPDX-License-Identifier: MIT
#pragma once

#include "app/commandline/verbs.h"

namespace Slipway {

/// --input NAME=VALUE
QCommandLineOption inputOption();
/// What --input says: a list may be repeated or given as JSON, and relative paths are below the
/// current folder.
Result<Value::Map> inputsOf(const Call &call, const Checklist &checklist);

} // namespace Slipway
