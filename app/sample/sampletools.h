// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/process/ask.h"

#include <QString>
#include <stop_token>

namespace Slipway {

/// Copies a folder of resources, hidden files too; what begins like a script may be executed.
Result<void> copyResourceFolder(const QString &from, const QString &to);

/// Runs a program to its end; any status but 0 is the error "sample.program", whose detail is
/// what the program printed.
Result<void> runProgram(const Question &question, std::stop_token stop);

} // namespace Slipway
