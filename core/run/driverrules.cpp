// SPDX-License-Identifier: MIT
#include "core/run/driverrules.h"

namespace Slipway {

bool mayBegin(const RunFold &run, const StepKey &key, qint64 expandedBy)
{
    const InstanceFold *instance = run.instance(key);
    if (expandedBy != 0 && run.steps.value(key.step).expandedBy != expandedBy)
        return false;
    return instance && !run.isCancelled && !run.isUndoing() &&
           run.state(*instance) == StepState::Pending;
}

bool mayAct(const RunFold &run, int attempt, qint64 expandedBy)
{
    const auto fold = run.attempts.constFind(attempt);
    if (fold == run.attempts.cend() || !fold->isOpen())
        return false;
    if (fold->undoes != 0)
        return run.isUndoing() && run.undo->attempts.contains(fold->undoes);
    const InstanceFold *instance = run.instance(fold->key);
    return instance && run.steps.value(fold->key.step).expandedBy == expandedBy &&
           !run.isCancelled && !run.isUndoing() && run.state(*instance) == StepState::Running;
}

std::optional<Outcome> outcomeAfter(const Finding &finding, bool isRepeatable)
{
    switch (finding.verdict) {
    case Finding::Verdict::Done:
        return finding.outcome;
    case Finding::Verdict::NotDone:
        if (isRepeatable)
            return Outcome::notDone();
        break;
    case Finding::Verdict::Foreign:
    case Finding::Verdict::Unknown:
        break;
    }
    return std::nullopt;
}

Inspected afterInspection(AttemptFolder::State state, bool isWatched, bool couldNotLaunch)
{
    switch (state) {
    case AttemptFolder::State::Running:
        return isWatched ? Inspected::KeepWatching : Inspected::Watch;
    case AttemptFolder::State::Ended:
        return Inspected::Conclude;
    case AttemptFolder::State::NeverStarted:
        return couldNotLaunch ? Inspected::Unstarted : Inspected::NotDone;
    case AttemptFolder::State::Lost:
        return Inspected::DoubtLost;
    case AttemptFolder::State::Elsewhere:
        return Inspected::DoubtElsewhere;
    case AttemptFolder::State::Vanished:
        break;
    }
    return Inspected::Probe;
}

} // namespace Slipway
