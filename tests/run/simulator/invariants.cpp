// SPDX-License-Identifier: MIT
#include "tests/run/simulator/invariants.h"

#include "tests/run/simulator/foldtext.h"

#include "core/run/eventkinds.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

QString textOf(const QJsonObject &body, const char *key)
{
    return body[QLatin1String(key)].toString();
}

bool isGood(StepState state)
{
    return state == StepState::Succeeded || state == StepState::Skipped;
}

bool isEnd(StepState state)
{
    return isGood(state) || state == StepState::Failed || state == StepState::Cancelled ||
           state == StepState::Undone;
}

/// What an attempt to undo leaves as it was.
bool isPlace(StepState state)
{
    return isEnd(state) || state == StepState::Pending;
}

bool isOneOf(StepState state, std::initializer_list<StepState> states)
{
    return std::find(states.begin(), states.end(), state) != states.end();
}

/// The table of transitions.
bool mayChange(StepState from, StepState to, const QString &kind)
{
    using S = StepState;
    if (kind == EventKind::attemptIntended)
        return from == S::Pending && to == S::Running;
    if (kind == EventKind::attemptEnded)
        return (isOneOf(from, {S::Running, S::InDoubt}) &&
                isOneOf(to, {S::Succeeded, S::Failed, S::Cancelled, S::Pending})) ||
               (from == S::Pending && to == S::Failed); // its plan failed
    if (kind == EventKind::attemptDoubted)
        return from == S::Running && to == S::InDoubt;
    if (kind == EventKind::attemptSettled)
        return from == S::InDoubt && isOneOf(to, {S::Succeeded, S::Failed, S::Pending});
    if (kind == EventKind::gateOpened)
        return from == S::Pending && to == S::Waiting;
    if (kind == EventKind::gateClosed)
        return from == S::Waiting && isOneOf(to, {S::Succeeded, S::Failed});
    if (kind == EventKind::stepTicked)
        return from == S::Pending && to == S::Succeeded;
    if (kind == EventKind::stepSkipped)
        return isOneOf(from, {S::Pending, S::Waiting, S::Failed, S::Cancelled}) && to == S::Skipped;
    if (kind == EventKind::stepReset)
        return to == S::Pending && !isOneOf(from, {S::Running, S::InDoubt});
    if (kind == EventKind::runCancelled || kind == EventKind::undoAsked)
        return from == S::Pending && to == S::Failed; // it was to be tried again, and is not
    if (kind == EventKind::stepRetried)
        return isOneOf(from, {S::Failed, S::Cancelled}) && to == S::Pending;
    return false;
}

} // namespace

Invariants::Invariants(const Checklist &checklist, const Catalogue &catalogue, const RunFold &run,
                       const SimWorld &world)
    : m_checklist(checklist)
    , m_catalogue(catalogue)
    , m_run(run)
    , m_world(world)
    , m_undo(run, world, [this](const QString &what) { fail(what); })
{
    for (const StepSpec &step : checklist.steps)
        m_needs[step.id] = checklist.prerequisites(step);
}

void Invariants::fail(const QString &what)
{
    if (m_broken.isEmpty())
        m_broken = what;
}

void Invariants::check(bool holds, const char *what)
{
    if (!holds)
        fail(QLatin1String(what));
}

StepKey Invariants::keyOf(const QJsonObject &body) const
{
    const int attempt = body[QLatin1String("attempt")].toInt();
    if (attempt > 0 && m_run.attempts.contains(attempt))
        return m_run.attempts[attempt].key;
    return {textOf(body, "step"), textOf(body, "instance")};
}

Invariants::States Invariants::statesNow() const
{
    States states;
    for (auto step = m_run.steps.cbegin(); step != m_run.steps.cend(); ++step) {
        for (const InstanceFold &instance : step->instances)
            states.emplace_hint(states.end(), StepKey{step.key(), instance.name},
                                m_run.state(instance));
    }
    return states;
}

bool Invariants::isStepDone(const QString &id) const
{
    const auto step = m_run.steps.constFind(id);
    if (step == m_run.steps.cend() || !step->isExpanded)
        return false;
    return step->skippedBecause ||
           std::all_of(step->instances.cbegin(), step->instances.cend(),
                       [this](const InstanceFold &i) { return isGood(m_run.state(i)); });
}

/// It ended, or never can begin as what it needs did not end well.
bool Invariants::isStepOver(const QString &id, int depth) const
{
    const auto step = m_run.steps.constFind(id);
    if (step != m_run.steps.cend() && step->isExpanded)
        return step->skippedBecause ||
               std::all_of(step->instances.cbegin(), step->instances.cend(),
                           [this](const InstanceFold &i) { return isEnd(m_run.state(i)); });
    const StepSpec &spec = *m_checklist.step(id);
    if (depth > 20 || (spec.condition && spec.condition->asksForFailure()))
        return false;
    bool isAnyBad = false;
    for (const QString &need : m_needs.at(id)) {
        if (!isStepOver(need, depth + 1))
            return false;
        isAnyBad = isAnyBad || !isStepDone(need);
    }
    return isAnyBad;
}

void Invariants::appended(const Event &event, const QJsonObject &body, bool wasApplied)
{
    if (event.kind == EventKind::leaseTaken)
        check(event.epoch > m_epoch, "7: a lease was taken that was taken before");
    else
        check(event.epoch == 0 || event.epoch == m_epoch, "7: a fenced driver appended");
    m_epoch = qMax(m_epoch, event.epoch);
    const States now = statesNow();
    const StepKey key = keyOf(body);
    if (!wasApplied) {
        check(now == m_states, "9: an ignored event changed a state");
        return;
    }
    m_undo.appended(event, body, key);
    checkTransitions(event, key, now);
    checkBroughtBack(event, now);
    const auto was = m_states.find(key);
    const StepState before = was == m_states.end() ? StepState::Pending : was->second;
    m_states = now;
    const int attempt = body[QLatin1String("attempt")].toInt();
    if (event.kind == EventKind::stepExpanded) {
        m_unexpanded.remove(key.step);
    } else if (event.kind == EventKind::attemptIntended) {
        // Others may have been first; what counts is what begins.
        m_underneath[key] = before;
        checkRetry(event, attempt);
    } else if (event.kind == EventKind::attemptEnded) {
        checkEnd(event, attempt, before);
    } else if (event.kind == EventKind::gateOpened) {
        checkStart(key, 0);
        m_gates[key] = {event.number,
                        body[QLatin1String("deadline")].toInteger(),
                        textOf(body, "pack"),
                        body[QLatin1String("quorum")].toInt(),
                        body[QLatin1String("items")].toArray().size(),
                        {}};
    } else if (event.kind == EventKind::gateDecided) {
        checkDecision(event, body, key);
    } else if (event.kind == EventKind::gateClosed) {
        checkClosing(event, body, key);
    } else if (event.kind == EventKind::stepTicked) {
        checkStart(key, 0);
    } else if (event.kind == EventKind::stepRetried) {
        m_effects[key] = 0;
        m_stopAsked[key] = false;
    } else if (event.kind == EventKind::attemptSettled) {
        m_undoFailed.removeAll(key);
        if (m_run.attempts.value(attempt).undoes != 0 &&
            textOf(body, "verdict") == QLatin1String("failed"))
            m_undoFailed.append(key);
        m_effects[key] = 0;
        m_stopAsked[key] = false;
    } else if (event.kind == EventKind::stepReset) {
        checkReset(body);
    } else if (event.kind == EventKind::runCancelled && !key.step.isEmpty()) {
        m_stopAsked[key] = true;
    }
    checkRunState();
}

/// What a reset had taken away is there again for its undo alone.
void Invariants::checkBroughtBack(const Event &event, const States &now)
{
    if (event.kind == EventKind::undoAsked) {
        for (const auto &[key, state] : now) {
            if (m_states.count(key) == 0)
                m_broughtBack.append(key);
        }
    }
    if (event.kind == EventKind::stepReset || m_undo.hasJustEnded())
        m_broughtBack.clear();
    m_broughtBack.removeIf([&](const StepKey &key) { return now.count(key) == 0; });
    if (m_undo.isOpen() || m_broughtBack.isEmpty())
        return;
    for (const int number : std::as_const(m_run.undo->attempts)) {
        const AttemptFold &attempt = *m_run.attempts.constFind(number);
        const QList<int> &tries = attempt.undos;
        const bool isAtWork = !tries.isEmpty() && m_run.attempts.value(tries.last()).isOpen();
        check(attempt.undoneBy != 0 || isAtWork || !m_broughtBack.contains(attempt.key),
              "17: a step is called undone whose undo was given up");
    }
}

bool Invariants::mayAppear(StepState state, const Event &event, const StepKey &key) const
{
    if (event.kind == EventKind::runCreated)
        return state == StepState::Succeeded && m_run.instance(key)->carried;
    if (state == StepState::Undone)
        return event.kind == EventKind::undoAsked || m_undo.hasJustEnded();
    return event.kind == EventKind::stepExpanded && state == StepState::Pending;
}

/// An undo has its own table beside that of the step.
bool Invariants::mayChange(StepState from, StepState to, const Event &event,
                           const StepKey &key) const
{
    using S = StepState;
    const int attempt = event.json()[QLatin1String("attempt")].toInt();
    const bool isOfUndo = m_run.attempts.value(attempt).undoes != 0;
    if (to == S::Undone && m_undo.hasJustEnded() && m_undo.steps().contains(key.step))
        return from != S::Skipped;
    if (event.kind == EventKind::undoAsked || event.kind == EventKind::stepRetried ||
        event.kind == EventKind::stepSkipped) {
        const bool mayBeUndo = isOneOf(from, {S::Failed, S::Cancelled}) && isPlace(to);
        return Slipway::mayChange(from, to, event.kind) ||
               (mayBeUndo && m_undoFailed.contains(key));
    }
    if (!isOfUndo)
        return Slipway::mayChange(from, to, event.kind);
    if (event.kind == EventKind::attemptIntended)
        return isPlace(from) && to == S::Running;
    if (event.kind == EventKind::attemptDoubted)
        return from == S::Running && to == S::InDoubt;
    const Outcome::End end = m_run.attempts.value(attempt).outcome->end;
    if (end == Outcome::End::Failed || end == Outcome::End::Cancelled)
        return to == (end == Outcome::End::Failed ? S::Failed : S::Cancelled);
    const auto underneath = m_underneath.find(key);
    const bool isAsBefore = underneath != m_underneath.end() && to == underneath->second;
    return isAsBefore || (end == Outcome::End::Succeeded && to == S::Undone);
}

void Invariants::checkTransitions(const Event &event, const StepKey &named, const States &now)
{
    const bool isReset = event.kind == EventKind::stepReset;
    for (const auto &[key, state] : now) {
        const auto was = m_states.find(key);
        if (was == m_states.end()) {
            check(mayAppear(state, event, key), "9: an instance came from nowhere");
            continue;
        }
        if (was->second == state)
            continue;
        const bool isConcerned =
            key == named || isReset || m_undo.hasJustEnded() || event.kind == EventKind::undoAsked;
        if (!isConcerned || !mayChange(was->second, state, event, key))
            fail(QStringLiteral("9: %1 made %2 of %3 %4")
                     .arg(event.kind, stateName(state), stateName(was->second), key.text()));
    }
    const bool isGivenUp = event.kind == EventKind::undoAsked || !m_undo.isOpen();
    for (const auto &[key, state] : m_states)
        check(now.count(key) > 0 || isReset || (isGivenUp && m_broughtBack.contains(key)) ||
                  (event.kind == EventKind::stepRetried && m_unexpanded.contains(key.step)),
              "9: an instance is gone");
}

void Invariants::checkReset(const QJsonObject &body)
{
    const StepKey named{textOf(body, "step"), textOf(body, "instance")};
    const auto isHit = [&](const StepKey &key) {
        const bool isNamed =
            key.step == named.step && (named.instance.isEmpty() || key.instance == named.instance);
        return isNamed || dependsOn(key.step, named.step, 0);
    };
    for (const auto &[key, state] : m_states)
        check(!isHit(key) || (key == named && state == StepState::Pending),
              "4: after a reset something that needs the step goes on");
    for (const StepSpec &step : m_checklist.steps) {
        if (dependsOn(step.id, named.step, 0))
            check(!m_run.steps.value(step.id).isExpanded, "4: a reset left out a step");
    }
    for (auto &[key, times] : m_effects)
        times = isHit(key) ? 0 : times;
    for (auto &[key, isAsked] : m_stopAsked)
        isAsked = isAsked && !isHit(key);
}

/// By its needs or by a stage that stands before, directly or not.
bool Invariants::dependsOn(const QString &step, const QString &other, int depth) const
{
    const QStringList &needs = m_needs.at(step);
    return needs.contains(other) ||
           (depth < 20 && std::any_of(needs.cbegin(), needs.cend(), [&](const QString &need) {
                return dependsOn(need, other, depth + 1);
            }));
}

/// Something of a step begins: an attempt, a gate, or a person says it is done.
void Invariants::checkStart(const StepKey &key, int attempt)
{
    const StepSpec &spec = *m_checklist.step(key.step);
    const StepFold &step = *m_run.steps.constFind(key.step);
    check(!m_unexpanded.contains(key.step), "4: a step began that could not be evaluated");
    check(step.isForeach == spec.foreachOf.has_value(), "4: a step began without its values");
    if (attempt == 0)
        return;
    check(!m_run.isCancelled, "6: an attempt began in a cancelled run");
    check(!m_stopAsked[key], "6: a step that was to stop began again");
    int running = 0;
    for (const AttemptFold &each : m_run.attempts)
        running += each.isOpen() && !each.doubt;
    check(running <= m_checklist.parallel, "5: more attempts run than are allowed");
    const bool isHandler = spec.condition && spec.condition->asksForFailure();
    for (const QString &need : m_needs[key.step])
        check(isStepDone(need) || (isHandler && isStepOver(need, 0)),
              "4: an attempt began before what it needs was done");
    check(spec.uses != QLatin1String("manual") && spec.uses != QLatin1String("approval") &&
              spec.mode != Mode::Manual,
          "4: a machine began what people do");
    const InstanceFold *instance = m_run.instance(key);
    check(spec.mode != Mode::Confirm || instance->isConfirmed, "4: it began without a go-ahead");
}

void Invariants::checkEnd(const Event &event, int attempt, StepState before)
{
    const AttemptFold &fold = *m_run.attempts.constFind(attempt);
    check(before != StepState::Succeeded || fold.undoes != 0, "9: what had succeeded ended again");
    m_undoFailed.removeAll(fold.key);
    const InstanceFold *instance = m_run.instance(fold.key);
    if (fold.undoes != 0 && instance &&
        isOneOf(m_run.state(*instance), {StepState::Failed, StepState::Cancelled}))
        m_undoFailed.append(fold.key);
    if (fold.outcome->end != Outcome::End::NotDone)
        m_stopAsked[fold.key] = false;
    const auto known = m_world.effects().find(attempt);
    const bool isPlanned =
        fold.how == QLatin1String("plan") || fold.how == QLatin1String("nothing");
    check(isPlanned == fold.intent.isEmpty(), "2: an attempt ended that never was begun");
    if (isPlanned)
        return;
    check(fold.retryAt == 0 || known->second.isSafe || known->second.times == 0,
          "19: what happened is to be tried again by itself");
    check(event.epoch > 0, "2: a person ended an attempt");
    const Effect &effect = known->second;
    if (fold.how == QLatin1String("run") && fold.outcome->end == Outcome::End::NotDone)
        check(effect.times == 0, "3: what was held back happened");
    if (fold.outcome->end == Outcome::End::Succeeded)
        check(effect.times > 0, "3: a step succeeded that never happened");
    if (fold.outcome->end == Outcome::End::NotDone)
        check(effect.times == 0 || effect.isSafe, "3: what happened was called not done");
}

/// A step begins that failed before: only when it was said, and not more often than it may.
void Invariants::checkRetry(const Event &event, int attempt)
{
    const AttemptFold fold = m_run.attempts.value(attempt);
    const InstanceFold *instance = m_run.instance(fold.key);
    if (!instance || fold.undoes != 0)
        return;
    int failures = 0;
    for (const int number : instance->attempts) {
        const AttemptFold &earlier = *m_run.attempts.constFind(number);
        if (earlier.isSuperseded)
            failures = 0;
        else if (earlier.outcome && earlier.outcome->end == Outcome::End::Failed) {
            ++failures;
            check(earlier.retryAt > 0, "19: what failed began again without being asked to");
            check(event.time >= earlier.retryAt, "19: a step was tried again too early");
        }
    }
    check(failures < m_checklist.step(fold.key.step)->retry.attempts,
          "19: a step was tried again too often");
}

void Invariants::begun(int attempt)
{
    const auto fold = m_run.attempts.constFind(attempt);
    if (fold == m_run.attempts.cend() || !fold->isOpen()) {
        fail(QStringLiteral("2: an effect begins that the journal does not show"));
        return;
    }
    const InstanceFold &instance = *m_run.instance(fold->key);
    m_undo.begun(attempt);
    if (fold->undoes == 0)
        checkStart(fold->key, attempt);
    const QList<int> &tries = fold->undoes == 0 ? instance.attempts : instance.undos;
    check(m_run.state(instance) == StepState::Running && tries.last() == attempt,
          "6: an effect begins of a step that is not running");
}

void Invariants::effectHappened(int attempt)
{
    const Effect &effect = m_world.effect(attempt);
    const AttemptFold fold = m_run.attempts.value(attempt);
    check(fold.number == attempt, "2: an effect happened that the journal does not show");
    check(effect.times == 1, "1: the effect of an attempt happened twice");
    if (fold.how == QLatin1String("settled"))
        return; // a person answered while its programs still ran
    // A driver that does not know yet that it lost its lease cannot be held back in-process; only
    // the state before, which its effect looks at, does that.
    if (!fold.isOpen() && !effect.hasPrograms)
        return;
    check(fold.isOpen(), "2: an effect happened after its attempt ended");
    m_undo.effectHappened(attempt);
    if (effect.undoes != 0)
        return;
    int &times = m_effects[effect.key];
    if (++times > 1)
        check(effect.isSafe, "1: the effect of a step happened twice");
}

/// How many instances a machine could begin now, reckoned from the states alone.
int Invariants::readyToStart() const
{
    int ready = 0;
    for (const auto &[key, state] : m_states) {
        const StepSpec &spec = *m_checklist.step(key.step);
        const bool isByMachine = spec.uses != QLatin1String("manual") &&
                                 spec.uses != QLatin1String("approval") &&
                                 spec.mode != Mode::Manual;
        const bool isHeld = spec.mode == Mode::Confirm && !m_run.instance(key)->isConfirmed;
        if (state != StepState::Pending || !isByMachine || isHeld || !m_run.continuedBy.isEmpty())
            continue;
        const QStringList &needs = m_needs.at(key.step);
        const bool isHandler = spec.condition && spec.condition->asksForFailure();
        const bool areDone = std::all_of(needs.cbegin(), needs.cend(),
                                         [this](const QString &id) { return isStepDone(id); });
        const bool areOver = std::all_of(needs.cbegin(), needs.cend(),
                                         [this](const QString &id) { return isStepOver(id, 0); });
        ready += areDone || (isHandler && areOver);
    }
    return ready;
}

void Invariants::planned(const NextSteps &next)
{
    m_undo.planned(next);
    for (const StepKey &key : next.start) {
        const InstanceFold *instance = m_run.instance(key);
        check(instance && m_run.state(*instance) == StepState::Pending,
              "4: the planner starts what is not pending");
        check(next.start.count(key) == 1, "4: the planner starts something twice");
    }
    for (const QString &id : next.expand) {
        check(!m_run.steps.value(id).isExpanded, "4: the planner expands a step again");
        for (const QString &need : m_needs[id])
            check(isStepOver(need, 0), "4: a step is expanded before what it needs is over");
    }
    int running = 0;
    for (const AttemptFold &each : m_run.attempts)
        running += each.isOpen() && !each.doubt;
    for (const StepKey &key : next.later) {
        const InstanceFold *instance = m_run.instance(key);
        check(instance && m_run.retryAt(*instance) > 0, "19: the planner makes a step wait");
    }
    const int places = qMax(0, m_checklist.parallel - running);
    const int ready = readyToStart() - int(next.later.size());
    check(m_run.isCancelled || m_undo.isOpen() || next.start.size() == qMin(places, ready),
          "5: what is ready does not start though there is room");
    check(!m_run.isCancelled || (next.start.isEmpty() && next.expand.isEmpty() &&
                                 next.openGates.isEmpty() && next.awaitTick.isEmpty()),
          "6: the planner goes on in a cancelled run");
}

void Invariants::checkDecision(const Event &event, const QJsonObject &body, const StepKey &key)
{
    Gate &gate = m_gates[key];
    check(body[QLatin1String("opened")].toInteger() == gate.opened &&
              textOf(body, "shown") == gate.pack,
          "8: a decision counts on a gate that shows something else");
    check(gate.deadline == 0 || event.time <= gate.deadline, "8: a decision came too late");
    const bool isApproval = textOf(body, "decision") == QLatin1String("approve");
    const QJsonArray ticked = body[QLatin1String("ticked")].toArray();
    for (int item = 1; item <= gate.items; ++item)
        check(!isApproval || ticked.contains(item), "8: an approval without an item");
    check(isApproval || !textOf(body, "comment").isEmpty(), "8: a rejection without a comment");
    gate.decisions[event.author] = isApproval;
}

void Invariants::checkClosing(const Event &event, const QJsonObject &body, const StepKey &key)
{
    const Gate &gate = m_gates[key];
    const QString outcome = textOf(body, "outcome");
    int approvals = 0;
    int rejections = 0;
    for (const auto &[author, isApproval] : gate.decisions)
        ++(isApproval ? approvals : rejections);
    if (outcome == QLatin1String("approved"))
        check(approvals >= gate.quorum && rejections == 0, "8: approved without its quorum");
    else if (outcome == QLatin1String("rejected"))
        check(rejections > 0, "8: rejected by nobody");
    else
        check(gate.deadline > 0 && event.time > gate.deadline, "8: timed out too early");
}

/// Reckoned anew from the states alone.
void Invariants::checkRunState()
{
    const auto has = [this](StepState wanted) {
        return std::any_of(m_states.cbegin(), m_states.cend(),
                           [wanted](const auto &each) { return each.second == wanted; });
    };
    const RunState state = runState(m_run, m_checklist, {}, true);
    const bool isAllDone =
        std::all_of(m_checklist.steps.cbegin(), m_checklist.steps.cend(),
                    [this](const StepSpec &step) { return isStepDone(step.id); });
    RunState expected = isAllDone ? RunState::Succeeded : RunState::Stopped;
    if (has(StepState::Running))
        expected = RunState::Running;
    else if (has(StepState::InDoubt))
        expected = RunState::InDoubt;
    else if (has(StepState::Failed))
        expected = RunState::Failed;
    else if (has(StepState::Cancelled))
        expected = RunState::Cancelled;
    else if (m_undo.isOpen())
        expected = RunState::Stopped;
    else if (has(StepState::Undone) && (m_undo.isAllUndone() || !m_run.isCancelled))
        expected = RunState::Undone;
    else if (m_run.isCancelled && (m_run.continuedBy.isEmpty() || !isAllDone))
        expected = RunState::Cancelled;
    check(state == expected, "10: the state of the run is another");
}

void Invariants::atRest(const NextSteps &next)
{
    const RunState state = runState(m_run, m_checklist, next, true);
    check(state != RunState::Running, "11: a run is running with nothing at work");
    check(state != RunState::Stopped, "11: a dead end: nobody is waited for and nothing is over");
}

void Invariants::replay(const QList<Event> &events)
{
    RunFold first;
    qsizetype i = 0;
    for (; i < events.size() / 2; ++i)
        first.apply(events[i]);
    const QByteArray half = foldText(first);
    RunFold second = first;
    for (; i < events.size(); ++i)
        second.apply(events[i]);
    check(foldText(first) == half, "12: a copy of a fold changed the fold it was made of");
    check(foldText(second) == foldText(m_run), "12: the same events gave another fold");
    for (const Event &event : events)
        second.apply(event);
    check(foldText(second) == foldText(m_run), "12: events that were seen already counted again");
}

/// Any events in any order.
void Invariants::shuffle(QList<Event> events, Random &random)
{
    RunFold fold;
    const int length = int(events.size());
    for (int i = 1; i <= length; ++i) {
        Event event = random.pick(events);
        event.number = i;
        fold.apply(event);
        const NextSteps next = nextSteps(fold, m_checklist, m_catalogue);
        check(next.start.size() <= m_checklist.parallel, "12: too much starts of odd events");
        runState(fold, m_checklist, next, true);
    }
}

void Invariants::atEnd(const QList<Event> &events, Random &random)
{
    replay(events);
    if (random.chance(10))
        shuffle(events, random);
}

} // namespace Slipway
