// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/planner.h"
#include "core/run/runfold.h"

#include <QJsonObject>

namespace Slipway {

/// The object of `show --json`: {run, checklist, state, steps: [{id, instance, state, attempts,
/// startedAt, finishedAt, outputs}]}.
QJsonObject runJson(const RunFold &run, const Checklist &checklist, const NextSteps &next,
                    RunState state);

/// One event as `run --json` prints it: {number, time, author, kind, body}.
QJsonObject eventJson(const Event &event);

/// One line for each step, for people.
QStringList runLines(const RunFold &run, const Checklist &checklist, const NextSteps &next,
                     const QString &language);

} // namespace Slipway
