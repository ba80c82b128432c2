// SPDX-License-Identifier: MIT
#include "core/run/state.h"

namespace Slipway {

QString stateName(StepState state)
{
    static const char *const names[] = {"pending", "waiting",   "running", "in-doubt", "succeeded",
                                        "failed",  "cancelled", "skipped", "undone"};
    return QLatin1String(names[int(state)]);
}

QString stateName(RunState state)
{
    static const char *const names[] = {"running",   "in-doubt", "failed",  "waiting",
                                        "cancelled", "undone",   "stopped", "succeeded"};
    return QLatin1String(names[int(state)]);
}

} // namespace Slipway
