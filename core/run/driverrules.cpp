// SPDX-License-Identifier: MIT
#include "core/run/driverrules.h"

#include "core/run/planner.h"

#include <QJsonObject>

namespace Slipway {

namespace {

/// What it needs is done, the go-ahead is given, and nothing was reset since.
bool isStillReady(const RunFold &run, const Checklist &checklist, const StepKey &key,
                  qint64 expandedBy)
{
    const StepSpec *step = checklist.step(key.step);
    const InstanceFold *instance = run.instance(key);
    const bool isSame = expandedBy == 0 || run.steps.value(key.step).expandedBy == expandedBy;
    return step && instance && isSame && !run.isCancelled && !run.isUndoing() &&
           (step->mode != Mode::Confirm || instance->isConfirmed) && isReady(run, checklist, *step);
}

} // namespace

bool mayBegin(const RunFold &run, const Checklist &checklist, const StepKey &key, qint64 expandedBy)
{
    return isStillReady(run, checklist, key, expandedBy) &&
           run.state(*run.instance(key)) == StepState::Pending;
}

bool hasPrograms(const AttemptFold &attempt)
{
    return attempt.intent[QLatin1String("plan")].toObject().contains(QLatin1String("programs"));
}

bool mayAct(const RunFold &run, const Checklist &checklist, int attempt, qint64 expandedBy)
{
    const auto fold = run.attempts.constFind(attempt);
    if (fold == run.attempts.cend() || !fold->isOpen())
        return false;
    if (fold->undoes != 0)
        return run.isUndoing(); // it had its turn, else its intent had not been let in
    return isStillReady(run, checklist, fold->key, expandedBy) &&
           run.state(*run.instance(fold->key)) == StepState::Running;
}

std::optional<qint64> waitBeforeRetry(const RunFold &run, const Checklist &checklist,
                                      const StepKey &key)
{
    const StepSpec *step = checklist.step(key.step);
    const InstanceFold *instance = run.instance(key);
    if (!step || !instance || run.isCancelled || run.isUndoing() ||
        run.cancelledSteps.contains(key))
        return std::nullopt;
    int failures = 1;
    for (auto number = instance->attempts.crbegin(); number != instance->attempts.crend();
         ++number) {
        const AttemptFold attempt = run.attempts.value(*number);
        if (attempt.isSuperseded)
            break; // a person asked for this try: it counts anew
        if (attempt.outcome && attempt.outcome->end == Outcome::End::Failed)
            ++failures;
    }
    return step->retry.waitAfter(failures);
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

Outcome asItCounts(const Checklist &checklist, const StepKey &key, Outcome outcome)
{
    const StepSpec *step = checklist.step(key.step);
    if (step && step->onFailure == OnFailure::Warn && outcome.end == Outcome::End::Failed)
        outcome.end = Outcome::End::Succeeded;
    return outcome;
}

bool isOwnFailure(const Error &error)
{
    return error.code() == QLatin1String("object.not-stored") ||
           error.code() == QLatin1String("file.disk-full");
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
