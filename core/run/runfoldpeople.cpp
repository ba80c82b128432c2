// SPDX-License-Identifier: MIT
// What people do about steps and the run.
#include "core/run/eventkinds.h"
#include "core/run/foldbody.h"
#include "core/run/runfold.h"

namespace Slipway {

using namespace FoldBody;

QString RunFold::ticked(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || target->gate || !target->attempts.isEmpty())
        return notNow("the step is not waiting to be ticked");
    if (target->tickedAt != 0 || target->isSkipped)
        return notNow("the step is done already");
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

QString RunFold::skipped(const Event &event, const Body &body)
{
    StepFold &step = steps[text(body, "step")];
    if (!step.isExpanded) {
        step.isExpanded = true;
        step.expandedAt = event.time;
        step.skippedBecause = Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 skipped it: %2"),
                                      {event.author, text(body, "reason")});
        return applied;
    }
    InstanceFold *target = find(body);
    if (!target)
        return notNow("there is no such step");
    const StepState now = state(*target);
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
    const bool wasCancelled = isCancelled;
    isCancelled = false;
    InstanceFold *target = find(body);
    if (!target)
        return wasCancelled ? applied : notNow("there is no such step");
    const StepState now = state(*target);
    if (now != StepState::Failed && now != StepState::Cancelled)
        return wasCancelled ? applied : notNow("the step did not fail");
    if (!target->attempts.isEmpty())
        attempts[target->attempts.last()].isSuperseded = true;
    if (target->gate && !target->gate->isOpen())
        target->gate->openedBy = 0;
    Q_UNUSED(event)
    return applied;
}

QString RunFold::cancelled(const Event &, const Body &body)
{
    if (!body.contains(QLatin1String("step"))) {
        isCancelled = true;
        return applied;
    }
    InstanceFold *target = find(body);
    if (!target || state(*target) != StepState::Running)
        return notNow("the step is not running");
    cancelledSteps.append({text(body, "step"), text(body, "instance")});
    return applied;
}

void RunFold::note(const Event &event, const Body &body)
{
    static const QStringList people{EventKind::stepConfirmed,  EventKind::stepTicked,
                                    EventKind::stepSkipped,    EventKind::stepRetried,
                                    EventKind::attemptSettled, EventKind::gateDecided,
                                    EventKind::runCancelled,   EventKind::runNoted};
    if (!people.contains(event.kind))
        return;
    QString step = text(body, "step");
    if (step.isEmpty())
        step = attempts.value(body[QLatin1String("attempt")].toInt()).key.step;
    if (step.isEmpty())
        return;
    QString said;
    for (const char *key : {"note", "reason", "comment"}) {
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
