// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/events.h"
#include "core/run/rehearsal.h"
#include "core/run/runservices.h"
#include "core/run/undopreview.h"

#include <stop_token>

namespace Slipway {

/// The plan of what reverses an attempt: as its step says, else as its kind knows. Nothing: there
/// is no effect to reverse. May ask the world, changes nothing.
Result<std::optional<Plan>> reversal(const Kind &kind, const Intent &done,
                                     const EventBody::OwnUndo &own, const StepContext &context);

/// Plans all that an undo would come to, one attempt after the other and none done; edits of a
/// later one show what those before would leave. Without what cannot be undone. The bytes that
/// the changes name are objects of the run. Leaves services.store alone; asks the world, and so
/// takes as long as that does.
QList<RehearsedStep> rehearseUndo(const RunFold &run, const Checklist &checklist,
                                  const UndoPreview &preview, const RunServices &services,
                                  std::stop_token stop = {});

} // namespace Slipway
