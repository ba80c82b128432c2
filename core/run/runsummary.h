// SPDX-License-Identifier: MIT
#pragma once

#include "core/journal/store.h"
#include "core/run/planner.h"
#include "core/run/runview.h"

namespace Slipway {

/// What the head row keeps of a run for the lists of home: one JSON object.
QByteArray runSummary(const RunFold &run, const Checklist &checklist, const Catalogue &catalogue,
                      const NextSteps &next, RunState state);

/// A row of home's list from a head. isDriven: some process drives it now; a run that its
/// summary calls running and nobody drives has stopped.
RunSummary summaryOf(const RunHead &head, const QString &language, bool isDriven);

/// What in this run waits for a person.
QList<WaitingItem> waitingOf(const RunHead &head, const QString &language);

/// Instances that are over and all there are, as far as they are known.
QPair<int, int> progress(const RunFold &run, const Checklist &checklist);

} // namespace Slipway
