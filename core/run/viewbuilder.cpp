// SPDX-License-Identifier: MIT
#include "core/run/viewbuilder.h"

#include "core/run/followup.h"
#include "core/run/runsummary.h"
#include "core/run/shownhelp.h"
#include "core/run/stepactions.h"
#include "core/run/viewtexts.h"

#include <algorithm>

namespace Slipway {

ViewBuilder::ViewBuilder(Source source, QString language)
    : m_source(std::move(source)), m_language(std::move(language))
{
    for (const AttemptFold &attempt : m_source.run.attempts) {
        if (attempt.isOpen())
            m_atWork.append(attempt.key.step);
    }
}

RunView ViewBuilder::build() const
{
    const RunFold &run = m_source.run;
    RunView view;
    view.id = run.id;
    view.checklist = run.checklistName;
    view.title = m_source.checklist.title.in(m_language);
    view.author = run.author;
    view.state = runState(run, m_source.checklist, m_source.next,
                          m_source.isDrivenHere || m_source.isDrivenElsewhere);
    std::tie(view.done, view.total) = progress(run, m_source.checklist);
    view.startedAt = run.createdAt;
    view.changedAt = run.changedAt;
    view.isDrivenHere = m_source.isDrivenHere;
    view.isDrivenElsewhere = m_source.isDrivenElsewhere;
    view.stepByStep = m_source.stepByStep;
    view.problem = m_source.problem;
    view.inputs = run.inputs;
    view.continues = run.continues;
    view.continuedBy = run.continuedBy;
    view.workspace = m_source.places.workspace(run.workspaceRun());
    view.followUps = followUpsOf(run, m_source.checklist, m_source.places, m_language);
    addUndo(view);
    for (const StageSpec &spec : m_source.checklist.stages)
        view.stages.append(stage(spec));
    view.expectedLeftMs = expectedLeft(view);
    return view;
}

/// Known only if every step that is still to come is known from an earlier run.
qint64 ViewBuilder::expectedLeft(const RunView &view) const
{
    qint64 left = 0;
    for (const StageView &stageView : view.stages) {
        for (const StepView &step : stageView.steps) {
            if (step.state != StepState::Pending && step.state != StepState::Running)
                continue;
            if (step.expectedMs < 0)
                return -1;
            left += step.expectedMs;
        }
    }
    return left;
}

void ViewBuilder::addUndo(RunView &view) const
{
    const RunFold &run = m_source.run;
    const bool hasEffects = std::any_of(run.attempts.cbegin(), run.attempts.cend(),
                                        [](const AttemptFold &a) { return a.mayHaveEffect(); });
    view.canUndo =
        hasEffects && !run.hasOpenAttempts() && !run.isReadOnly && run.continuedBy.isEmpty();
    if (!run.isUndoing())
        return;
    UndoView undo;
    undo.author = run.undo->author;
    undo.askedAt = run.undo->time;
    const StepSpec *to = m_source.checklist.step(run.undo->to);
    undo.toTitle = to ? to->title.in(m_language) : run.undo->to;
    undo.note = run.undo->note;
    undo.left = run.undosLeft();
    undo.total = int(run.undo->attempts.size());
    undo.isStuck = run.nextUndo() == 0 && view.state != RunState::Running;
    view.undo = undo;
}

/// What would fall if one went again from here.
void ViewBuilder::addReset(StepView &view) const
{
    const RunFold &run = m_source.run;
    QStringList steps = m_source.dependents.value(view.id);
    for (const QString &id : std::as_const(steps)) {
        if (run.steps.value(id).isExpanded)
            view.resetFalls.append(id);
    }
    steps.append(view.id);
    const bool isAtWork = std::any_of(m_atWork.cbegin(), m_atWork.cend(),
                                      [&](const QString &id) { return steps.contains(id); });
    view.canReset = run.steps.value(view.id).isExpanded && !isAtWork && !run.isUndoing() &&
                    !run.isReadOnly && run.continuedBy.isEmpty() &&
                    (view.state != StepState::Pending || !view.resetFalls.isEmpty());
}

StageView ViewBuilder::stage(const StageSpec &spec) const
{
    StageView view;
    view.name = spec.name;
    view.title = spec.title.in(m_language);
    for (const QString &id : spec.steps) {
        StepView stepView = step(*m_source.checklist.step(id));
        addReset(stepView);
        for (StepView &one : stepView.instances) {
            one.canReset = stepView.canReset;
            one.resetFalls = stepView.resetFalls;
        }
        ++view.total;
        if (stepView.state == StepState::Succeeded || stepView.state == StepState::Skipped)
            ++view.done;
        view.steps.append(stepView);
    }
    return view;
}

/// The state that most needs to be seen.
StepState ViewBuilder::joined(const QList<StepView> &instances) const
{
    for (const StepState state :
         {StepState::InDoubt, StepState::Failed, StepState::Waiting, StepState::Running,
          StepState::Cancelled, StepState::Pending, StepState::Undone, StepState::Succeeded}) {
        for (const StepView &instance : instances) {
            if (instance.state == state)
                return state;
        }
    }
    return StepState::Skipped;
}

StepView ViewBuilder::step(const StepSpec &spec) const
{
    const StepFold fold = m_source.run.steps.value(spec.id);
    if (fold.isExpanded && !fold.isForeach && !fold.instances.isEmpty()) {
        StepView view = instance(spec, fold.instances.first());
        view.notes = noteViews(fold);
        return view;
    }
    StepView view = instance(spec, {});
    view.attempts.clear();
    view.notes = noteViews(fold);
    if (!fold.isExpanded)
        return view;
    if (fold.skippedBecause) {
        view.state = StepState::Skipped;
        view.skippedBecause = fold.skippedBecause->translated();
        view.finishedAt = fold.expandedAt;
        view.actions.clear();
        return view;
    }
    for (const InstanceFold &one : fold.instances) {
        StepView instanceView = instance(spec, one);
        instanceView.notes = view.notes;
        if (view.startedAt == 0 ||
            (instanceView.startedAt > 0 && instanceView.startedAt < view.startedAt))
            view.startedAt = instanceView.startedAt;
        view.finishedAt = qMax(view.finishedAt, instanceView.finishedAt);
        view.isWarned = view.isWarned || instanceView.isWarned;
        view.evidence += instanceView.evidence;
        view.instances.append(instanceView);
    }
    view.state = joined(view.instances);
    view.actions.clear();
    return view;
}

void ViewBuilder::addSecrets(StepView &view, const StepSpec &spec) const
{
    const QStringList needed = spec.secrets();
    for (const QString &name : needed) {
        const InputSpec *input = m_source.checklist.input(name);
        if (input && m_source.missingSecrets.contains(name))
            view.awaitedSecrets.append({name, input->title.in(m_language)});
    }
    view.keyringProblem = m_source.keyringProblem;
}

StepView ViewBuilder::instance(const StepSpec &spec, const InstanceFold &instance) const
{
    const StepKey key{spec.id, instance.name};
    const Doer doer = m_source.catalogue.value(spec.uses).doer;
    StepView view;
    view.id = spec.id;
    view.instance = instance.name;
    view.title = spec.title.in(m_language);
    view.help = shownHelp(m_source.run, m_source.checklist, spec, instance,
                          m_source.places.workspace(m_source.run.workspaceRun()), m_language);
    view.stage = spec.stage;
    view.kind = spec.uses;
    view.state = visibleState(m_source.run, m_source.next, key);
    view.isGate = doer == Doer::Quorum;
    view.isManual = doer == Doer::Person || spec.mode == Mode::Manual;
    view.waitsForGo = m_source.next.awaitConfirm.contains(key);
    if (m_source.next.awaitSecrets.contains(key))
        addSecrets(view, spec);
    view.skippedBecause = instance.skipReason;
    view.expectedMs = m_source.expectedMs.value(spec.id, -1);
    view.outputs = m_source.run.outputs(instance);
    addAttempts(view, instance);
    const AttemptFold *last = m_source.run.lastAttempt(instance);
    const Plan *preview =
        m_source.preview && (!last || last->isSuperseded) ? m_source.preview(key) : nullptr;
    if (preview) {
        addPlan(view, *preview);
        addManual(view, spec, *preview);
    }
    addEvidence(view, instance);
    addCarried(view, instance);
    addGate(view, spec, instance);
    addDoubt(view, instance);
    view.isAsking = m_source.run.asking(instance) != nullptr;
    view.answers = instance.answers;
    if (instance.tickedAt > 0)
        view.finishedAt = instance.tickedAt;
    if (instance.isSkipped)
        view.finishedAt = instance.skippedAt;
    if (m_source.poll && view.state == StepState::Running)
        view.poll = m_source.poll(key);
    view.isWarned = m_source.run.isWarned(instance);
    view.triesAgainAt = m_source.run.retryAt(instance);
    // Once another run goes on with it, all that is asked for is asked of that one.
    if (m_source.run.continuedBy.isEmpty())
        view.actions = actionsOf(view);
    return view;
}

} // namespace Slipway
