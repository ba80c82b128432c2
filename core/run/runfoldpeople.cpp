// SPDX-License-Identifier: MIT
// What people do about steps and the run.
#include "core/run/eventkinds.h"
#include "core/run/foldbody.h"
#include "core/run/runfold.h"

#include <algorithm>

namespace Slipway {

using namespace FoldBody;

QString RunFold::ticked(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || target->gate || steps[text(body, "step")].isUnevaluated ||
        state(*target) != StepState::Pending)
        return notNow("the step is not waiting to be ticked");
    target->tickedAt = event.time;
    target->tickedOutputs = Value::fromJson(body[QLatin1String("outputs")]).map();
    return applied;
}

QString RunFold::confirmed(const Event &, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || target->isConfirmed)
        return notNow("the step is not waiting for a go-ahead");
    target->isConfirmed = true;
    return applied;
}

/// What it says counts when the step is planned anew, which a retry asks for.
QString RunFold::answered(const Event &, const Body &body)
{
    InstanceFold *target = find(body);
    const AttemptFold *attempt = target ? asking(*target) : nullptr;
    if (!attempt || attempt->number != body[QLatin1String("attempt")].toInt())
        return notNow("the step does not ask for that");
    const Value::Map said = Value::fromJson(body[QLatin1String("said")]).map();
    if (said.isEmpty())
        target->answers.remove(text(body, "about"));
    else
        target->answers.insert(text(body, "about"), said);
    return applied;
}

QString RunFold::skipped(const Event &event, const Body &body)
{
    if (guarded.contains(text(body, "step")))
        return notNow("the policy guards this gate, so nobody can skip it");
    StepFold &step = steps[text(body, "step")];
    if (!step.isExpanded) {
        step.isExpanded = true;
        step.expandedAt = event.time;
        step.expandedBy = event.number;
        step.skippedBecause = Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 skipped it: %2"),
                                      {event.author, text(body, "reason")});
        return applied;
    }
    InstanceFold *target = find(body);
    if (!target)
        return notNow("there is no such step");
    if (AttemptFold *undoing = failedUndo(*target)) {
        undoing->isSuperseded = true;
        attempts[undoing->undoes].isLeft = true;
        closeUndoIfOver(event);
        return applied;
    }
    if (target->gate && target->gate->rule.isGiven)
        return notNow("the policy guards this gate, so nobody can skip it");
    const StepState now = state(*target);
    if (now == StepState::Undone)
        return notNow("the step was undone");
    if (now == StepState::Running || now == StepState::InDoubt || now == StepState::Succeeded ||
        now == StepState::Skipped)
        return notNow("the step is running, in doubt or done");
    target->isSkipped = true;
    target->skippedAt = event.time;
    target->skipReason = text(body, "reason");
    if (target->gate && target->gate->isOpen())
        target->gate->closedAs = QStringLiteral("skipped");
    return applied;
}

QString RunFold::retried(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (AttemptFold *undoing = target ? failedUndo(*target) : nullptr) {
        if (!isUndoing())
            return notNow("its undo was given up; ask for it again, or go again from the step");
        undoing->isSuperseded = true;
        return applied;
    }
    const bool wasCancelled = isCancelled;
    isCancelled = false;
    if (!target)
        return wasCancelled ? applied : notNow("there is no such step");
    const StepState now = state(*target);
    if (now != StepState::Failed && now != StepState::Cancelled && retryAt(*target) == 0 &&
        !asking(*target))
        return wasCancelled ? applied : notNow("the step did not fail");
    if (StepFold &step = steps[text(body, "step")]; step.isUnevaluated) {
        forget(text(body, "step")); // so that `if` and `foreach` are evaluated again
        return applied;
    }
    if (!target->attempts.isEmpty())
        attempts[target->attempts.last()].isSuperseded = true;
    if (target->gate && !target->gate->isOpen())
        target->gate->openedBy = 0;
    Q_UNUSED(event)
    return applied;
}

/// The step and all that need it are as never begun; what they did stays as history. The list
/// of steps stands in the event, so that no checklist is needed here.
QString RunFold::reset(const Event &, const Body &body)
{
    const QString named = text(body, "instance");
    InstanceFold *alone = named.isEmpty() ? nullptr : find(body);
    if (!named.isEmpty() && !alone)
        return notNow("there is no such step");
    if (isUndoing())
        return notNow("an undo is under way");
    const QStringList listed = texts(body, "steps");
    bool hasBegun = alone != nullptr;
    for (const QString &step : listed)
        hasBegun = hasBegun || steps.value(step).isExpanded;
    if (!hasBegun)
        return notNow("it has not begun yet");
    const auto isAtWork = [&](const AttemptFold &attempt) {
        const bool isTheInstance = alone && attempt.key == StepKey{text(body, "step"), named};
        return attempt.isOpen() && (isTheInstance || listed.contains(attempt.key.step));
    };
    if (std::any_of(attempts.cbegin(), attempts.cend(), isAtWork))
        return notNow("an attempt of it, or of what needs it, is running or in doubt");
    isCancelled = false;
    if (alone)
        forget(text(body, "step"), *alone);
    for (const QString &step : listed)
        forget(step);
    return applied;
}

void RunFold::forget(const QString &step)
{
    const auto fold = steps.find(step);
    if (fold == steps.end())
        return;
    for (InstanceFold &instance : fold->instances)
        forget(step, instance);
    StepFold fresh;
    fresh.notes = fold->notes;
    fresh.earlierGates = fold->earlierGates;
    *fold = fresh;
}

void RunFold::forget(const QString &step, InstanceFold &instance)
{
    History &history = m_history[{step, instance.name}];
    for (const int number : std::as_const(history.standing))
        attempts[number].isSuperseded = true;
    history.standing.clear();
    if (instance.gate) {
        GateFold gate = *instance.gate;
        for (GateDecision &decision : gate.decisions)
            decision.counts = false;
        steps[step].earlierGates[instance.name].append(gate);
    }
    InstanceFold fresh;
    fresh.name = instance.name;
    fresh.item = instance.item;
    gatherAttempts(fresh, {step, instance.name});
    instance = fresh;
}

QString RunFold::cancelled(const Event &, const Body &body)
{
    continuedBy = text(body, "continuedBy");
    if (!body.contains(QLatin1String("step"))) {
        isCancelled = true;
        giveUpUndo();
        return applied;
    }
    InstanceFold *target = find(body);
    if (target && retryAt(*target) > 0) {
        attempts[target->attempts.last()].retryAt = 0; // it failed, and that is that
        return applied;
    }
    if (!target || state(*target) != StepState::Running)
        return notNow("the step is not running");
    cancelledSteps.append({text(body, "step"), text(body, "instance")});
    return applied;
}

void RunFold::note(const Event &event, const Body &body)
{
    static const QStringList people{
        EventKind::stepConfirmed, EventKind::stepTicked,     EventKind::stepSkipped,
        EventKind::stepRetried,   EventKind::attemptSettled, EventKind::gateDecided,
        EventKind::runCancelled,  EventKind::runNoted,       EventKind::stepReset,
        EventKind::stepAnswered,  EventKind::gateWithdrawn};
    if (!people.contains(event.kind))
        return;
    QString step = text(body, "step");
    if (step.isEmpty())
        step = attempts.value(body[QLatin1String("attempt")].toInt()).key.step;
    if (step.isEmpty())
        return;
    QString said;
    for (const char *key : {"note", "reason", "comment", "about"}) {
        if (said.isEmpty())
            said = text(body, key);
    }
    QString kind = event.kind;
    if (kind == EventKind::gateDecided)
        kind += u'.' + text(body, "decision");
    if (kind == EventKind::attemptSettled)
        kind += u'.' + text(body, "verdict");
    // A step that is not expanded yet has no place for a note that does not concern its state.
    if (const auto target = steps.find(step); target != steps.end())
        target->notes.append({event.time, event.author, kind, said});
}

} // namespace Slipway
