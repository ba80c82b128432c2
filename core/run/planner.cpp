// SPDX-License-Identifier: MIT
#include "core/run/planner.h"

#include <algorithm>

namespace Slipway {

namespace {

bool isEnd(StepState state)
{
    return state == StepState::Succeeded || state == StepState::Failed ||
           state == StepState::Cancelled || state == StepState::Skipped ||
           state == StepState::Undone;
}

bool isGoodEnd(StepState state)
{
    return state == StepState::Succeeded || state == StepState::Skipped;
}

template <typename Predicate>
bool allInstances(const RunFold &run, const QString &id, Predicate holds)
{
    const auto step = run.steps.constFind(id);
    if (step == run.steps.cend() || !step->isExpanded)
        return false;
    if (step->skippedBecause)
        return true;
    return std::all_of(step->instances.cbegin(), step->instances.cend(),
                       [&](const InstanceFold &i) { return holds(run.state(i)); });
}

/// The steps that `until` needs, and itself.
QSet<QString> closure(const Checklist &checklist, const QString &until)
{
    QSet<QString> wanted;
    QStringList open{until};
    while (!open.isEmpty()) {
        const QString id = open.takeLast();
        const StepSpec *step = checklist.step(id);
        if (!step || wanted.contains(id))
            continue;
        wanted.insert(id);
        open += checklist.prerequisites(*step);
    }
    return wanted;
}

bool handlesFailure(const StepSpec &step)
{
    return step.condition && step.condition->asksForFailure();
}

bool isReady(const Checklist &checklist, const StepSpec &spec, Endings &endings)
{
    const QStringList before = checklist.prerequisites(spec);
    const auto done = [&](const QString &id) { return endings.isDone(id); };
    const auto over = [&](const QString &id) { return endings.isOver(id); };
    if (std::all_of(before.cbegin(), before.cend(), done))
        return true;
    return handlesFailure(spec) && std::all_of(before.cbegin(), before.cend(), over);
}

bool lacksSecrets(const StepSpec &spec, const QStringList &missing)
{
    if (missing.isEmpty())
        return false;
    const QStringList needed = spec.secrets();
    return std::any_of(needed.cbegin(), needed.cend(),
                       [&](const QString &name) { return missing.contains(name); });
}

/// Walks the checklist once and sorts every step that is not over into the lists.
class Walk
{
public:
    Walk(const RunFold &run, const Checklist &checklist, const Catalogue &catalogue,
         const PlannerOptions &options)
        : m_run(run)
        , m_checklist(checklist)
        , m_catalogue(catalogue)
        , m_now(options.now)
        , m_missingSecrets(options.missingSecrets)
        , m_endings(run, checklist)
    {
        for (const AttemptFold &attempt : run.attempts) {
            if (!attempt.isOpen() || attempt.doubt)
                continue;
            const StepSpec *step = checklist.step(attempt.key.step);
            m_running += step && step->poll && attempt.undoes == 0 ? 0 : 1;
            ++m_runningOf[attempt.key.step];
        }
    }

    void visit(const StepSpec &spec)
    {
        const auto step = m_run.steps.constFind(spec.id);
        if (step == m_run.steps.cend() || !step->isExpanded) {
            if (isReady(m_checklist, spec, m_endings))
                m_next.expand.append(spec.id);
            return;
        }
        if (step->skippedBecause)
            return;
        const auto isPending = [this](const InstanceFold &instance) {
            return m_run.state(instance) == StepState::Pending;
        };
        // Asked again: what a handler of failures stands behind may be tried once more.
        const bool mayStart =
            std::any_of(step->instances.cbegin(), step->instances.cend(), isPending) &&
            isReady(m_checklist, spec, m_endings);
        for (const InstanceFold &instance : step->instances)
            visit(spec, instance, mayStart);
    }

    NextSteps take() { return std::move(m_next); }

private:
    void visit(const StepSpec &spec, const InstanceFold &instance, bool mayStart)
    {
        const StepKey key{spec.id, instance.name};
        const StepState state = m_run.state(instance);
        const Doer doer = m_catalogue.value(spec.uses).doer;
        if (state == StepState::Waiting)
            (m_run.asking(instance) ? m_next.awaitAnswer : m_next.awaitDecision).append(key);
        if (state != StepState::Pending || !mayStart)
            return;
        if (doer == Doer::Quorum)
            m_next.openGates.append(key);
        else if (doer == Doer::Person || spec.mode == Mode::Manual)
            m_next.awaitTick.append(key);
        else if (spec.mode == Mode::Confirm && !instance.isConfirmed)
            m_next.awaitConfirm.append(key);
        else if (const qint64 at = m_run.retryAt(instance); at > m_now)
            addLater(key, at);
        else if (lacksSecrets(spec, m_missingSecrets))
            m_next.awaitSecrets.append(key);
        else if (hasRoom(spec)) {
            m_running += spec.poll ? 0 : 1;
            ++m_runningOf[spec.id];
            m_next.start.append(key);
        }
    }

    bool hasRoom(const StepSpec &spec) const
    {
        // A step that polls holds nothing but a time.
        return (spec.poll || m_running < m_checklist.parallel) &&
               (spec.parallel == 0 || m_runningOf.value(spec.id) < spec.parallel);
    }

    void addLater(const StepKey &key, qint64 at)
    {
        m_next.later.append(key);
        m_next.laterAt = m_next.laterAt == 0 ? at : qMin(m_next.laterAt, at);
    }

    const RunFold &m_run;
    const Checklist &m_checklist;
    const Catalogue &m_catalogue;
    const qint64 m_now;
    const QStringList m_missingSecrets;
    Endings m_endings;
    NextSteps m_next;
    int m_running = 0;
    QHash<QString, int> m_runningOf; ///< attempts at work, by step
};

} // namespace

bool isDone(const RunFold &run, const QString &step)
{
    return allInstances(run, step, isGoodEnd);
}

bool hasEnded(const RunFold &run, const QString &step)
{
    return allInstances(run, step, isEnd);
}

bool isReady(const RunFold &run, const Checklist &checklist, const StepSpec &step)
{
    Endings endings(run, checklist);
    return isReady(checklist, step, endings);
}

bool Endings::isOver(const QString &step)
{
    const auto known = m_known.constFind(step);
    if (known != m_known.cend())
        return *known;
    m_known.insert(step, false); // where a checklist without lint goes in a circle
    const bool isOver = find(step);
    m_known.insert(step, isOver);
    return isOver;
}

bool Endings::isDone(const QString &step)
{
    const auto known = m_done.constFind(step);
    if (known != m_done.cend())
        return *known;
    const bool isDone = Slipway::isDone(m_run, step);
    m_done.insert(step, isDone);
    return isDone;
}

bool Endings::find(const QString &step)
{
    const auto fold = m_run.steps.constFind(step);
    if (fold != m_run.steps.cend() && fold->isExpanded)
        return hasEnded(m_run, step);
    const StepSpec *spec = m_checklist.step(step);
    if (!spec || handlesFailure(*spec))
        return false;
    const QStringList before = m_checklist.prerequisites(*spec);
    return std::all_of(before.cbegin(), before.cend(),
                       [this](const QString &id) { return isOver(id); }) &&
           !std::all_of(before.cbegin(), before.cend(),
                        [this](const QString &id) { return isDone(id); });
}

NextSteps nextSteps(const RunFold &run, const Checklist &checklist, const Catalogue &catalogue,
                    const PlannerOptions &options)
{
    if (!run.continuedBy.isEmpty())
        return {};
    if (run.isUndoing() && !run.isReadOnly) {
        NextSteps next;
        next.undo = run.nextUndo();
        const StepKey key = run.attempts.value(next.undo).key;
        const StepSpec *step = next.undo != 0 ? checklist.step(key.step) : nullptr;
        if (step && lacksSecrets(*step, options.missingSecrets)) {
            next.undo = 0;
            next.awaitSecrets.append(key);
        }
        return next;
    }
    if (run.isCancelled || run.isReadOnly)
        return {};
    const QSet<QString> wanted =
        options.until.isEmpty() ? QSet<QString>() : closure(checklist, options.until);
    Walk walk(run, checklist, catalogue, options);
    for (const StepSpec &step : checklist.steps) {
        if (options.until.isEmpty() || wanted.contains(step.id))
            walk.visit(step);
    }
    return walk.take();
}

bool goesOn(const NextSteps &next)
{
    return !next.expand.isEmpty() || !next.start.isEmpty() || !next.openGates.isEmpty() ||
           !next.later.isEmpty() || next.undo != 0;
}

StepState visibleState(const RunFold &run, const NextSteps &next, const StepKey &key)
{
    const InstanceFold *instance = run.instance(key);
    if (!instance)
        return StepState::Pending;
    if (next.awaitConfirm.contains(key) || next.awaitTick.contains(key) ||
        next.awaitSecrets.contains(key))
        return StepState::Waiting;
    return run.state(*instance);
}

RunState runState(const RunFold &run, const Checklist &checklist, const NextSteps &next,
                  bool isDriven)
{
    int counts[int(StepState::Undone) + 1] = {};
    for (const StepFold &step : run.steps) {
        for (const InstanceFold &instance : step.instances)
            ++counts[int(run.state(instance))];
    }
    if (isDriven && (counts[int(StepState::Running)] > 0 || !next.later.isEmpty()))
        return RunState::Running;
    if (counts[int(StepState::InDoubt)] > 0)
        return RunState::InDoubt;
    if (counts[int(StepState::Failed)] > 0)
        return RunState::Failed;
    if (!next.awaitConfirm.isEmpty() || !next.awaitTick.isEmpty() ||
        !next.awaitDecision.isEmpty() || !next.awaitSecrets.isEmpty() ||
        !next.awaitAnswer.isEmpty())
        return RunState::Waiting;
    if (counts[int(StepState::Cancelled)] > 0)
        return RunState::Cancelled;
    if (run.isUndoing())
        return RunState::Stopped;
    // Also where the rest of an undo was given up, and then the cancel that did so.
    const bool isUndone = run.isUndone() || !run.isCancelled;
    if (isUndone && counts[int(StepState::Undone)] > 0 && !goesOn(next))
        return RunState::Undone;
    // One that is continued was closed, also where all had been done.
    if (run.isCancelled && run.continuedBy.isEmpty())
        return RunState::Cancelled;
    const bool isOver = std::all_of(checklist.steps.cbegin(), checklist.steps.cend(),
                                    [&](const StepSpec &step) { return isDone(run, step.id); });
    return isOver ? RunState::Succeeded : run.isCancelled ? RunState::Cancelled : RunState::Stopped;
}

} // namespace Slipway
