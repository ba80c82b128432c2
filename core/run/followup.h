// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/paths.h"
#include "core/run/runfold.h"
#include "core/run/runview.h"

namespace Slipway {

/// The checklists that a person may go on with after this run as it is now: of those that its
/// checklist names each one for which all that it reads is known, and whose condition holds. A
/// run that was undone, or that another goes on with, has none.
QList<FollowUpView> followUpsOf(const RunFold &run, const Checklist &checklist,
                                const Places &places, const QString &language);

} // namespace Slipway
