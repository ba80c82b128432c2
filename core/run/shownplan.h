// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/paths.h"
#include "core/run/runfold.h"

namespace Slipway {

/// The plan of an automatic step that a person does by hand, as it was shown before they did
/// it. It is kept in a file of the run, since the state expected before cannot be found out
/// afterwards; when the person is done, a probe of it tells what the step gives.
struct ShownPlan
{
    qint64 expandedBy = 0; ///< of the step; a plan from before a reset does not count
    Value::Map with;
    Plan plan;
};

Result<void> saveShownPlan(const Places &places, const QString &run, const StepKey &key,
                           const ShownPlan &shown);
/// The plan of the step as it is expanded now; nothing if none was shown.
std::optional<ShownPlan> shownPlan(const Places &places, const QString &run, const StepKey &key,
                                   qint64 expandedBy);

} // namespace Slipway
