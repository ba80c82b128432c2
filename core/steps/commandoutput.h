// SPDX-License-Identifier: MIT
#pragma once

#include "core/process/ask.h"
#include "core/steps/commandspec.h"
#include "core/steps/kind.h"

namespace Slipway {

/// Fills in the outputs and the evidence that come from what a command printed, and checks what
/// it must and must not print.
Result<void> takeOutput(const CommandParameters &command, const StepContext &context,
                        Outcome *outcome);

/// The same of a question that was answered at once; nothing of it is kept.
Result<Value::Map> outputsOfReply(const CommandParameters &command, const Reply &reply);

} // namespace Slipway
