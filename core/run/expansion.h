// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/run/runfold.h"

namespace Slipway {

/// What is known when a step is expanded: the body of step.expanded, and the error if its
/// `if` or `foreach` could not be evaluated (the step then fails).
struct Expansion
{
    QJsonObject body;
    std::optional<Error> error;
};
/// Its `if` reads `item`: it is not the step that it lets in, but each of its instances.
bool isOfEachInstance(const StepSpec &step);
Expansion expand(const RunFold &run, const Checklist &checklist, const StepSpec &step,
                 const QString &workspace);

} // namespace Slipway
