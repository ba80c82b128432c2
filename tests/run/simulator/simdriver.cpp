// SPDX-License-Identifier: MIT
#include "tests/run/simulator/simdriver.h"

#include "tests/run/simulator/invariants.h"

#include "core/run/driverrules.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/expansion.h"
#include "core/run/gateopener.h"
#include "core/run/scopebuilder.h"

#include <algorithm>

namespace Slipway {

namespace {

const QString workspace = QStringLiteral("/w");

Error noPlan()
{
    return {QStringLiteral("x"), "There is no plan."};
}

Intent intentFor(int number, const StepKey &key, const QString &uses)
{
    Intent intent;
    intent.attempt = number;
    intent.step = key.step;
    intent.instance = key.instance;
    intent.effectKey = QString::number(number);
    if (uses == QLatin1String("command"))
        intent.plan.programs = ProgramSpec();
    return intent;
}

/// An edit by its kind, a command only as its checklist says.
bool canUndo(const StepSpec &step)
{
    return step.undo || step.uses == QLatin1String("edit");
}

} // namespace

void SimDriver::open()
{
    m_nextNumber = m_around.run.nextAttempt();
    m_epoch = m_around.run.epoch + 1;
    if (!append(EventKind::leaseTaken, {}))
        return;
    for (const AttemptFold &attempt : m_around.run.attempts) {
        if (attempt.isOpen() && !attempt.doubt)
            recover(attempt.number);
    }
}

bool SimDriver::append(QLatin1String kind, const QJsonObject &body)
{
    if (m_isStopped)
        return false;
    m_around.meddle();
    m_isStopped = !m_around.journal.append(kind, body, m_epoch, QStringLiteral("driver"));
    return !m_isStopped;
}

void SimDriver::advance()
{
    if (m_isStopped)
        return;
    m_advanceAgain = true;
    if (m_isAdvancing)
        return;
    m_isAdvancing = true;
    while (m_advanceAgain && !m_isStopped) {
        m_advanceAgain = false;
        advanceOnce();
    }
    m_isAdvancing = false;
}

NextSteps SimDriver::planNext() const
{
    return nextSteps(m_around.run, m_around.checklist, m_around.catalogue,
                     {{}, m_around.journal.now()});
}

void SimDriver::advanceOnce()
{
    obeyCancels();
    closeGates();
    m_next = planNext();
    m_around.invariants.planned(m_next);
    expandReady();
    openReadyGates();
    startReady();
    startUndo();
    m_next = planNext();
}

void SimDriver::expandReady()
{
    const QStringList ready = m_next.expand;
    for (const QString &id : ready) {
        const Expansion expansion =
            expand(m_around.run, m_around.checklist, *m_around.checklist.step(id), workspace);
        if (!append(EventKind::stepExpanded, expansion.body))
            return;
        if (expansion.error)
            m_around.invariants.expansionFailed(id);
        if (expansion.error)
            failPlan(m_nextNumber++, {id, {}}, *expansion.error);
        m_advanceAgain = true;
    }
}

void SimDriver::openReadyGates()
{
    const QList<StepKey> ready = m_next.openGates;
    for (const StepKey &key : ready) {
        if (!m_around.run.instance(key))
            continue;
        auto gate = unsealedGate(key, m_around.run, m_around.checklist, m_around.catalogue,
                                 workspace, m_around.journal.now());
        m_advanceAgain = true;
        if (!gate) {
            failPlan(m_nextNumber++, key, gate.error());
            continue;
        }
        gate->pack = QString::number(gate->evidence.size());
        if (!append(EventKind::gateOpened, EventBody::gateOpened(*gate)))
            return;
    }
}

void SimDriver::startReady()
{
    const QList<StepKey> ready = m_next.start;
    for (const StepKey &key : ready) {
        const bool isInFlight = std::any_of(m_works.cbegin(), m_works.cend(),
                                            [&](const auto &w) { return w.second.key == key; });
        if (isInFlight || !m_around.run.instance(key))
            continue;
        if (m_works.size() >= size_t(m_around.checklist.parallel))
            return;
        planAttempt(key);
    }
}

void SimDriver::closeGates()
{
    for (const auto &[key, outcome] : gatesToClose(m_around.run, m_around.journal.now()))
        append(EventKind::gateClosed, EventBody::gateClosed(key, outcome));
}

void SimDriver::obeyCancels()
{
    for (auto &[number, work] : m_works) {
        const bool isRunCancelled =
            m_around.run.isCancelled && !(work.undoes != 0 && m_around.run.isUndoing());
        const bool isAsked = isRunCancelled || m_around.run.cancelledSteps.contains(work.key);
        if (!isAsked || work.cancelWasAsked || work.phase == Phase::Launching)
            continue;
        work.cancelWasAsked = true;
        if (work.isWatched)
            m_around.world.requestCancel(number);
    }
}

void SimDriver::planAttempt(const StepKey &key)
{
    const int number = m_nextNumber++;
    const StepSpec &step = *m_around.checklist.step(key.step);
    const Scope scope =
        scopeFor(m_around.run, m_around.checklist, step, *m_around.run.instance(key), workspace);
    const auto with = parametersOf(step, m_around.catalogue.value(step.uses), scope);
    if (!with) {
        failPlan(number, key, with.error());
        return;
    }
    Work &work = m_works[number];
    work.key = key;
    work.with = *with;
    work.expandedBy = m_around.run.steps.value(key.step).expandedBy;
}

void SimDriver::failPlan(int number, const StepKey &key, const Error &error,
                         std::optional<qint64> retryAfter)
{
    append(EventKind::attemptEnded, EventBody::attemptEnded(number, key, Outcome::failed(error),
                                                            QStringLiteral("plan"), retryAfter));
    m_advanceAgain = true;
}

void SimDriver::planned(int number, Random &random)
{
    const Work work = m_works[number];
    const bool mayStart =
        !m_isStopped && mayBegin(m_around.run, m_around.checklist, work.key, work.expandedBy);
    const bool hasPlan = m_around.world.isKind() || !random.chance(6);
    if (!mayStart || !hasPlan) {
        m_works.erase(number);
        if (mayStart)
            failPlan(number, work.key, noPlan(),
                     waitBeforeRetry(m_around.run, m_around.checklist, work.key));
        advance();
        return;
    }
    const StepSpec &step = *m_around.checklist.step(work.key.step);
    Intent intent = intentFor(number, work.key, step.uses);
    intent.with = work.with;
    intent.plan.undo.can = canUndo(step) ? UndoNote::Can::Yes : UndoNote::Can::No;
    intend(intent, {step.undo ? step.undo->uses : QString(), {}});
}

void SimDriver::intend(const Intent &intent, const EventBody::OwnUndo &undo)
{
    const int number = intent.attempt;
    const StepKey key{intent.step, intent.instance};
    const StepSpec &step = *m_around.checklist.step(intent.step);
    Effect effect;
    effect.key = key;
    effect.hasPrograms = intent.plan.programs.has_value();
    effect.isSafe = step.again == Again::Safe;
    effect.hasProbe = !step.probe.isNull();
    effect.undoes = intent.undoes;
    effect.before = m_around.world.standsAt(key);
    effect.after = intent.isUndo() ? m_around.world.effect(intent.undoes).before : number;
    const bool isAppended =
        append(EventKind::attemptIntended, EventBody::attemptIntended(intent, 0, {}, undo));
    if (isAppended && m_around.run.attempts.contains(number))
        m_around.world.prepare(number, effect);
    if (!isAppended || !m_around.run.attempts.contains(number)) {
        m_works.erase(number);
    } else if (mayAct(m_around.run, m_around.checklist, number, m_works[number].expandedBy)) {
        begin(number);
    } else {
        finish(number, Outcome::notDone(), QStringLiteral("run"));
        return;
    }
    advance();
}

/// One at a time.
void SimDriver::startUndo()
{
    const bool isInFlight = std::any_of(m_works.cbegin(), m_works.cend(),
                                        [](const auto &work) { return work.second.undoes != 0; });
    if (m_next.undo == 0 || isInFlight)
        return;
    Work &work = m_works[m_nextNumber++];
    work.key = m_around.run.attempts.value(m_next.undo).key;
    work.undoes = m_next.undo;
}

void SimDriver::undoPlanned(int number, Random &random)
{
    const Work work = m_works[number];
    if (m_isStopped || m_around.run.nextUndo() != work.undoes) {
        m_works.erase(number);
        advance();
        return;
    }
    const SimWorld::Reversal reversal = m_around.world.reversalOf(work.undoes, random);
    if (reversal == SimWorld::Reversal::Possible) {
        const StepSpec &step = *m_around.checklist.step(work.key.step);
        Intent intent = intentFor(number, work.key, step.undo ? step.undo->uses : step.uses);
        intent.undoes = work.undoes;
        intent.uses = step.undo ? step.undo->uses : QString();
        intend(intent, {});
        return;
    }
    const bool isNothing = reversal == SimWorld::Reversal::Nothing;
    endUndo(number, isNothing ? Outcome::succeeded() : Outcome::failed(noPlan()),
            isNothing ? QStringLiteral("nothing") : QStringLiteral("plan"));
    advance();
}

void SimDriver::endUndo(int number, const Outcome &outcome, const QString &how)
{
    const Work work = m_works[number];
    m_works.erase(number);
    append(EventKind::attemptEnded,
           EventBody::undoEnded(number, work.key, work.undoes, outcome, how));
    m_advanceAgain = true;
}

void SimDriver::begin(int number)
{
    m_around.invariants.begun(number);
    m_works[number].phase =
        m_around.world.effect(number).hasPrograms ? Phase::Launching : Phase::Acting;
}

void SimDriver::launched(int number, Random &random)
{
    if (m_around.world.launch(number, random)) {
        watch(number, QStringLiteral("run"));
        return;
    }
    m_works[number].couldNotLaunch = true;
    recover(number);
}

void SimDriver::watch(int number, const QString &how)
{
    Work &work = m_works[number];
    work.phase = Phase::Watched;
    work.isWatched = true;
    work.how = how;
    obeyCancels();
}

void SimDriver::lookAt(int number, Random &random)
{
    if (m_around.world.hasResult(number))
        m_works[number].phase = Phase::Concluding;
    else if (random.chance(40))
        m_works[number].phase = Phase::Inspecting;
}

void SimDriver::recover(int number)
{
    Work &work = m_works[number];
    work.key = m_around.run.attempts.value(number).key;
    work.undoes = m_around.run.attempts.value(number).undoes;
    work.phase = m_around.world.effect(number).hasPrograms ? Phase::Inspecting : Phase::Probing;
}

void SimDriver::inspected(int number)
{
    Work &work = m_works[number];
    switch (afterInspection(m_around.world.inspect(number), work.isWatched, work.couldNotLaunch)) {
    case Inspected::KeepWatching:
        work.phase = Phase::Watched;
        return;
    case Inspected::Watch:
        watch(number, QStringLiteral("attached"));
        return;
    case Inspected::Conclude:
        if (!work.isWatched)
            work.how = QStringLiteral("attached");
        work.phase = Phase::Concluding;
        return;
    case Inspected::NotDone:
        finish(number, Outcome::notDone(), QStringLiteral("probe"));
        return;
    case Inspected::Unstarted:
        finish(number, Outcome::failed(noPlan()), QStringLiteral("run"));
        return;
    case Inspected::DoubtElsewhere:
    case Inspected::DoubtLost:
        probed(number, {});
        return;
    case Inspected::Probe:
        work.isWatched = false;
        work.phase = Phase::Probing;
        return;
    }
}

void SimDriver::probed(int number, const Finding &finding)
{
    if (const auto outcome = outcomeAfter(finding, true)) {
        finish(number, *outcome, QStringLiteral("probe"));
        return;
    }
    m_works.erase(number);
    append(EventKind::attemptDoubted, EventBody::attemptDoubted(number, finding));
    advance();
}

void SimDriver::finish(int number, const Outcome &outcome, const QString &how)
{
    Work &work = m_works[number];
    const StepKey key = m_around.run.attempts.value(number).key;
    const bool isUndo = m_around.run.attempts.value(number).undoes != 0;
    const auto wait = outcome.end == Outcome::End::Failed && !work.cancelWasAsked && !isUndo
                          ? waitBeforeRetry(m_around.run, m_around.checklist, key)
                          : std::optional<qint64>();
    if (!wait) {
        end(number, outcome, how, std::nullopt);
        return;
    }
    work.phase = Phase::Ending;
    work.outcome = outcome;
    work.how = how;
    work.retryAfter = *wait;
}

void SimDriver::end(int number, const Outcome &outcome, const QString &how,
                    std::optional<qint64> retryAfter)
{
    const StepKey key = m_around.run.attempts.value(number).key;
    m_works.erase(number);
    append(EventKind::attemptEnded, EventBody::attemptEnded(number, key, outcome, how, retryAfter));
    advance();
}

void SimDriver::doJob(Random &random)
{
    auto picked = std::next(m_works.begin(), random.below(int(m_works.size())));
    const int number = picked->first;
    Work &work = picked->second;
    switch (work.phase) {
    case Phase::Planning:
        work.undoes != 0 ? undoPlanned(number, random) : planned(number, random);
        return;
    case Phase::Launching:
        launched(number, random);
        return;
    case Phase::Watched:
        lookAt(number, random);
        return;
    case Phase::Concluding:
        finish(number, m_around.world.conclude(number, random), QString(work.how));
        return;
    case Phase::Acting:
        work.outcome = m_around.world.act(number, random, work.cancelWasAsked);
        work.phase = Phase::Acted;
        return;
    case Phase::Acted:
        finish(number, Outcome(work.outcome), QString(work.how));
        return;
    case Phase::Inspecting:
        inspected(number);
        return;
    case Phase::Probing:
        probed(number, m_around.world.probe(number, random));
        return;
    case Phase::Ending: {
        const bool isSafe =
            m_around.world.probe(number, random).verdict == Finding::Verdict::NotDone;
        end(number, Outcome(work.outcome), QString(work.how),
            isSafe ? std::optional<qint64>(work.retryAfter) : std::nullopt);
        return;
    }
    }
}

void SimDriver::probeAgain(int attempt)
{
    const auto fold = m_around.run.attempts.constFind(attempt);
    if (fold == m_around.run.attempts.cend() || !fold->doubt || m_works.count(attempt) > 0)
        return;
    recover(attempt);
}

void SimDriver::close(Random &random)
{
    for (auto &[number, work] : m_works) {
        if (work.phase == Phase::Acting)
            m_around.world.act(number, random, true);
    }
    append(EventKind::leaseReleased, {});
    m_isStopped = true;
}

bool SimDriver::isIdle() const
{
    return m_works.empty() && m_next.expand.isEmpty() && m_next.openGates.isEmpty() &&
           m_next.start.isEmpty() && m_next.later.isEmpty() && m_next.undo == 0;
}

QString SimDriver::jobsText() const
{
    static const char *const names[] = {"planning", "launching",  "watched", "concluding", "acting",
                                        "acted",    "inspecting", "probing", "ending"};
    QString text;
    for (const auto &[number, work] : m_works)
        text += QStringLiteral(" %1:%2").arg(number).arg(QLatin1String(names[int(work.phase)]));
    return text;
}

} // namespace Slipway
