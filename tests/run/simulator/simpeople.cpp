// SPDX-License-Identifier: MIT
#include "tests/run/simulator/simpeople.h"

#include "core/base/canonicaljson.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/undopreview.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

const QStringList people{QStringLiteral("ana"), QStringLiteral("bia"), QStringLiteral("caio"),
                         QStringLiteral("davi")};

bool isTruthDone(const Effect &effect)
{
    return effect.times > 0;
}

} // namespace

void SimPeople::append(const QString &kind, const QJsonObject &body, Random &random)
{
    m_around.journal.append(kind, body, 0, random.pick(people));
}

/// Every instance, and every step that has none yet.
QList<StepKey> SimPeople::keys() const
{
    QList<StepKey> keys;
    for (const StepSpec &spec : m_around.checklist.steps) {
        const auto step = m_around.run.steps.constFind(spec.id);
        if (step == m_around.run.steps.cend() || !step->isExpanded) {
            keys.append({spec.id, {}});
            continue;
        }
        if (step->instances.isEmpty())
            keys.append({spec.id, {}});
        for (const InstanceFold &instance : step->instances)
            keys.append({spec.id, instance.name});
    }
    return keys;
}

void SimPeople::act(Random &random)
{
    if (random.chance(4)) {
        append(EventKind::runCancelled, {}, random);
        return;
    }
    if (random.chance(mayUndo() ? 50 : 2)) {
        askUndo(random);
        return;
    }
    const QList<StepKey> all = keys();
    // Mostly somebody who is waited for; a few tries find one.
    for (int tries = 0; tries < 4 && !all.isEmpty(); ++tries) {
        const StepKey key = random.pick(all);
        const InstanceFold *instance = m_around.run.instance(key);
        const StepState state = instance ? m_around.run.state(*instance) : StepState::Pending;
        if (actOn(key, state, random))
            return;
    }
}

bool SimPeople::actOn(const StepKey &key, StepState state, Random &random)
{
    const StepSpec &spec = *m_around.checklist.step(key.step);
    if (m_around.run.isCancelled && random.chance(30)) {
        append(EventKind::stepRetried, EventBody::stepEvent(key), random);
        return true;
    }
    const bool isTicked = spec.uses == QLatin1String("manual") || spec.mode == Mode::Manual;
    if (random.chance(state == StepState::Undone ? 40 : 5)) {
        reset(key, random);
    } else if (random.chance(6)) {
        append(EventKind::stepSkipped, EventBody::stepSkipped(key, QStringLiteral("why")), random);
    } else if (random.chance(6)) {
        append(EventKind::runCancelled, EventBody::stepEvent(key), random);
    } else if (state == StepState::InDoubt) {
        settle(key, random);
    } else if (state == StepState::Waiting) {
        decide(key, random);
    } else if (state == StepState::Failed || state == StepState::Cancelled) {
        append(EventKind::stepRetried, EventBody::stepEvent(key), random);
    } else if (isTicked && m_around.run.instance(key)) {
        append(EventKind::stepTicked,
               EventBody::stepTicked(key, {}, SimWorld::success(0, random).outputs), random);
    } else if (spec.mode == Mode::Confirm && m_around.run.instance(key)) {
        append(EventKind::stepConfirmed, EventBody::stepEvent(key), random);
    } else if (random.chance(5)) {
        append(EventKind::runNoted, EventBody::runNoted(key, QStringLiteral("hm")), random);
    } else {
        return false;
    }
    return true;
}

/// Of the whole step, or of the instance alone; with all that need it.
void SimPeople::reset(const StepKey &key, Random &random)
{
    const bool isAlone = !key.instance.isEmpty() && random.chance(50);
    QStringList steps = m_around.checklist.dependents(key.step);
    if (!isAlone)
        steps.prepend(key.step);
    append(EventKind::stepReset,
           EventBody::stepReset({key.step, isAlone ? key.instance : QString()}, steps, {}), random);
}

/// Something was done, nothing is at work, and nobody asked to undo it yet.
bool SimPeople::mayUndo() const
{
    const QMap<int, AttemptFold> &attempts = m_around.run.attempts;
    return !m_around.run.isUndoing() && !m_around.run.hasOpenAttempts() &&
           std::any_of(attempts.cbegin(), attempts.cend(),
                       [](const AttemptFold &attempt) { return attempt.mayHaveEffect(); });
}

/// Of all or of what came after a step; at times of attempts that are no business of it.
void SimPeople::askUndo(Random &random)
{
    const QString to = random.chance(50) ? random.pick(m_around.checklist.steps).id : QString();
    const UndoPreview preview =
        undoPreview(m_around.run, m_around.checklist, to, QStringLiteral("en"));
    EventBody::NewUndo request{to, preview.attempts(), preview.steps, {}, {}};
    if (random.chance(5))
        request.attempts.prepend(1 + random.below(m_around.run.nextAttempt()));
    append(EventKind::undoAsked, EventBody::undoAsked(request), random);
}

/// Mostly rightly; at times on what was shown before, without an item, without a comment.
void SimPeople::decide(const StepKey &key, Random &random)
{
    const GateFold &gate = *m_around.run.instance(key)->gate;
    EventBody::NewDecision decision;
    decision.key = key;
    decision.opened = random.chance(5) ? gate.openedBy - 1 : gate.openedBy;
    decision.shown = random.chance(5) ? QStringLiteral("other") : gate.pack;
    decision.isApproval = random.chance(80);
    for (int item = 1; item <= gate.items.size(); ++item) {
        if (!random.chance(10))
            decision.ticked.append(random.chance(5) ? 1 : item);
    }
    if (!decision.isApproval && !random.chance(10))
        decision.comment = QStringLiteral("no");
    append(EventKind::gateDecided, EventBody::gateDecided(decision), random);
}

void SimPeople::settle(const StepKey &key, Random &random)
{
    static const QString answers[] = {QStringLiteral("done"), QStringLiteral("not-done"),
                                      QStringLiteral("failed"), QStringLiteral("perhaps")};
    const int attempt = m_around.run.latestAttempt(*m_around.run.instance(key))->number;
    QString answer = answers[isTruthDone(m_around.world.effect(attempt)) ? 0 : 1];
    if (random.chance(25))
        answer = random.pick(answers);
    append(EventKind::attemptSettled, EventBody::attemptSettled(attempt, answer, {}), random);
}

void SimPeople::disturb(Random &random)
{
    const QList<Event> &events = m_around.journal.events();
    Event event = random.pick(events);
    const bool isRepeated =
        event.kind == EventKind::attemptIntended || event.kind == EventKind::attemptEnded ||
        event.kind == EventKind::stepExpanded || event.kind == EventKind::attemptSettled ||
        event.kind == EventKind::undoAsked;
    const QJsonObject body = isRepeated ? event.json()
                                        : QJsonObject{{QStringLiteral("step"), QStringLiteral("z")},
                                                      {QStringLiteral("attempt"), random.below(9)}};
    // What would count is no disturbance.
    RunFold trial = m_around.run;
    event.number = trial.lastNumber + 1;
    event.body = canonicalJson(body).valueOr("{}");
    trial.apply(event);
    if (trial.ignored.size() > m_around.run.ignored.size() && !trial.isReadOnly)
        append(event.kind, body, random);
}

bool SimPeople::help(Random &random)
{
    const qsizetype events = m_around.journal.events().size();
    const qsizetype ignored = m_around.run.ignored.size();
    const NextSteps next = nextSteps(m_around.run, m_around.checklist, m_around.catalogue);
    for (const StepKey &key : next.awaitConfirm)
        append(EventKind::stepConfirmed, EventBody::stepEvent(key), random);
    for (const StepKey &key : next.awaitTick)
        append(EventKind::stepTicked,
               EventBody::stepTicked(key, {}, SimWorld::success(0, random).outputs), random);
    for (const StepKey &key : next.awaitDecision)
        helpGate(key);
    const QList<StepKey> all = keys();
    for (const StepKey &key : all)
        helpBadEnd(key);
    const qsizetype others = m_around.run.ignored.size() - ignored;
    return m_around.journal.events().size() - events > others;
}

void SimPeople::helpGate(const StepKey &key)
{
    const GateFold gate = *m_around.run.instance(key)->gate;
    EventBody::NewDecision decision;
    decision.key = key;
    decision.opened = gate.openedBy;
    decision.shown = gate.pack;
    decision.isApproval = true;
    for (int item = 1; item <= gate.items.size(); ++item)
        decision.ticked.append(item);
    for (const QString &person : people)
        m_around.journal.append(EventKind::gateDecided, EventBody::gateDecided(decision), 0,
                                person);
}

/// Answers a doubt by the truth; lets what failed be tried again, and skips it if that was no use.
bool SimPeople::helpBadEnd(const StepKey &key)
{
    Random random(1);
    const InstanceFold *instance = m_around.run.instance(key);
    const StepState state = instance ? m_around.run.state(*instance) : StepState::Pending;
    if (state == StepState::InDoubt) {
        const int attempt = m_around.run.latestAttempt(*instance)->number;
        const QString answer = isTruthDone(m_around.world.effect(attempt))
                                   ? QStringLiteral("done")
                                   : QStringLiteral("not-done");
        append(EventKind::attemptSettled, EventBody::attemptSettled(attempt, answer, {}), random);
    } else if (state == StepState::Failed || state == StepState::Cancelled) {
        const AttemptFold *latest = m_around.run.latestAttempt(*instance);
        const bool isGivenUp = latest && latest->undoes != 0 && !m_around.run.isUndoing();
        if (!isGivenUp && ++m_helped[key.text()] <= 2)
            append(EventKind::stepRetried, EventBody::stepEvent(key), random);
        else
            append(EventKind::stepSkipped, EventBody::stepSkipped(key, QStringLiteral("no use")),
                   random);
    } else if (m_around.run.isCancelled) {
        append(EventKind::stepRetried, EventBody::stepEvent(key), random);
    } else {
        return false;
    }
    return true;
}

} // namespace Slipway
