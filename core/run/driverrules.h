// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/process/attemptfolder.h"
#include "core/run/runfold.h"

#include <optional>

/// What a driver decides, apart from its doing it. Pure functions, so that they can be tried
/// without programs and files.
namespace Slipway {

/// True if an attempt that was planned may begin: its step still waits to be started, what it
/// needs is still done, and it was not reset since. expandedBy: what StepFold had when it was
/// planned; 0: any.
bool mayBegin(const RunFold &run, const Checklist &checklist, const StepKey &key,
              qint64 expandedBy = 0);

/// True if an attempt whose intent was just recorded may act. What others appended before the
/// intent wins: a skip, a tick, a cancel, a reset or an undo.
bool mayAct(const RunFold &run, const Checklist &checklist, int attempt, qint64 expandedBy);

/// True if its effect is programs, which leave their result in its folder.
bool hasPrograms(const AttemptFold &attempt);

/// How long to wait before a step that just failed, in the attempt that is open or was not even
/// begun, is tried again by itself; nothing: it is not. Whether that is safe is another question.
std::optional<qint64> waitBeforeRetry(const RunFold &run, const Checklist &checklist,
                                      const StepKey &key);

/// How an open attempt ends by what its probe found; nothing: a person decides.
std::optional<Outcome> outcomeAfter(const Finding &finding, bool isRepeatable);

/// What follows from what an attempt's folder tells.
enum class Inspected
{
    KeepWatching,
    Watch,     ///< its programs run: wait for their result, as an attached driver
    Conclude,  ///< the result is there
    NotDone,   ///< nothing was started, and nothing will be
    Unstarted, ///< the same, and this driver failed to start it: repeating would go on for ever
    DoubtElsewhere, ///< another machine knows
    DoubtLost,      ///< nobody watches programs that still run
    Probe           ///< only the world can tell
};
Inspected afterInspection(AttemptFolder::State state, bool isWatched, bool couldNotLaunch);

/// How an outcome counts that is the last word on its step: a failure where the step says
/// `on-failure: warn` is a success that keeps its error.
Outcome asItCounts(const Checklist &checklist, const StepKey &key, Outcome outcome);

/// True if it is not the step that failed but what Slipway itself keeps of it, such as for want
/// of room on the disk: the run stops as it is, and goes on when it is resumed. Only of errors
/// from before an effect, or of its conclusion.
bool isOwnFailure(const Error &error);

} // namespace Slipway
