// SPDX-License-Identifier: MIT
#include "core/run/engine.h"

#include "core/journal/sqlitestore.h"
#include "core/process/attemptfolder.h"
#include "core/run/runlock.h"
#include "core/run/runstarter.h"
#include "core/run/runsummary.h"
#include "core/run/scopebuilder.h"
#include "core/run/viewbuilder.h"

#include <QThread>
#include <algorithm>

namespace Slipway {

namespace {

constexpr int pollIntervalMs = 250;
// A busy run changes many times a second; a person sees ten.
constexpr int publishIntervalMs = 80;
constexpr int runsToLearnFrom = 3;

Error journalClosed()
{
    return {QStringLiteral("journal.closed"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The journal could not be opened, so nothing can be recorded.")};
}

} // namespace

Engine::Engine(Places places, const KindRegistry &kinds, const Clock &clock, QString author)
    : m_places(std::move(places))
    , m_kinds(kinds)
    , m_clock(clock)
    , m_author(std::move(author))
    , m_poll(this)
    , m_publish(this)
{
    m_poll.setInterval(pollIntervalMs);
    connect(&m_poll, &QTimer::timeout, this, &Engine::poll);
    m_publish.setInterval(publishIntervalMs);
    m_publish.setSingleShot(true);
    connect(&m_publish, &QTimer::timeout, this, &Engine::publish);
}

Engine::~Engine() = default;

RunServices Engine::services() const
{
    return {m_places, m_store.get(), &m_kinds, &m_clock, supervisorProgram(), m_author};
}

void Engine::open()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (auto made = m_places.create(); !made) {
        Q_EMIT failed(made.error());
        return;
    }
    auto store = SqliteStore::open(m_places.journal(), m_author, m_clock);
    if (!store) {
        Q_EMIT failed(store.error());
        return;
    }
    m_store = std::move(*store);
    m_poll.start();
    refreshHome();
}

void Engine::setLanguage(const QString &language)
{
    m_language = language;
    refreshHome();
    publishSoon();
}

void Engine::refreshHome()
{
    if (!m_store)
        return;
    const auto heads = m_store->heads();
    if (!heads) {
        Q_EMIT failed(heads.error());
        return;
    }
    QList<WaitingItem> waiting;
    QList<RunSummary> runs;
    for (const RunHead &head : *heads) {
        waiting += waitingOf(head, m_language);
        const bool isDriven = driver(head.run) || RunLock::isHeld(m_places.run(head.run));
        runs.append(summaryOf(head, m_language, isDriven));
    }
    Q_EMIT homeChanged(waiting, runs);
}

RunDriver *Engine::driver(const QString &run) const
{
    const auto it = m_drivers.find(run);
    return it == m_drivers.end() ? nullptr : it->second.get();
}

void Engine::startRun(const NewRunRequest &request, int starts)
{
    if (!m_store) {
        Q_EMIT failed(journalClosed());
        return;
    }
    const auto run = createRun(request, services());
    if (!run) {
        Q_EMIT failed(run.error());
        return;
    }
    watchRun(*run);
    drive(*run, starts);
    Q_EMIT runStarted(*run);
    publish();
}

void Engine::previewContinuationOf(const QString &run, const NewRunRequest &request)
{
    if (!m_store) {
        Q_EMIT failed(journalClosed());
        return;
    }
    const auto filled = continuationRequest(run, request, services());
    const auto preview = filled ? previewContinuation(run, *filled, services())
                                : Result<CarryPreview>(filled.error());
    // What stands in the way is part of the answer: other inputs may take it away.
    Q_EMIT continuationPreviewed(
        preview ? *preview : CarryPreview{run, {}, filled.valueOr(request), preview.error()});
}

void Engine::startContinuationOf(const QString &run, const NewRunRequest &request, int starts)
{
    if (!m_store) {
        Q_EMIT failed(journalClosed());
        return;
    }
    // A driver that is here and at rest lets go; one at work is refused with a sentence.
    if (const RunDriver *here = driver(run); here && here->isIdle())
        m_drivers.erase(run);
    const auto filled = continuationRequest(run, request, services());
    const auto made = filled ? Slipway::continueRun(run, *filled, services()) : filled.error();
    if (!made) {
        Q_EMIT failed(made.error());
        return;
    }
    watchRun(*made);
    drive(*made, starts);
    Q_EMIT runStarted(*made);
    publish();
}

RunDriver *Engine::drive(const QString &run, int starts)
{
    auto made =
        std::make_unique<RunDriver>(services(), run, RunDriver::Options{QString(), false, starts});
    RunDriver *driver = made.get();
    connect(driver, &RunDriver::changed, this, &Engine::publishSoon);
    connect(driver, &RunDriver::stopped, this, &Engine::failed);
    connect(driver, &RunDriver::becameIdle, this, &Engine::refreshHome);
    if (auto opened = driver->open(); !opened) {
        Q_EMIT failed(opened.error());
        return nullptr;
    }
    m_drivers[run] = std::move(made);
    return driver;
}

void Engine::continueRun(const QString &run, int starts)
{
    if (!m_store)
        return;
    RunDriver *existing = driver(run);
    if (existing && !existing->problem().isEmpty()) {
        m_drivers.erase(run); // it was stopped, by a full disk perhaps: begin anew
        existing = nullptr;
    }
    if (existing)
        existing->allowStarts(starts);
    else
        drive(run, starts);
    publishSoon();
}

void Engine::watchRun(const QString &run)
{
    if (!m_store || (m_watched && m_watched->id == run)) {
        publishSoon();
        return;
    }
    auto fold = loadRun(*m_store, run);
    auto checklist =
        fold ? pinnedChecklist(*fold, services().objects()) : Result<Checklist>(fold.error());
    if (!checklist) {
        Q_EMIT failed(checklist.error());
        return;
    }
    const QString name = fold->checklistName;
    auto dependents = checklist->allDependents();
    m_watched = std::make_unique<Watched>(Watched{run,
                                                  std::move(*fold),
                                                  std::move(*checklist),
                                                  expectedDurations(name, run),
                                                  std::move(dependents),
                                                  {}});
    publish();
}

void Engine::stopWatching(const QString &run)
{
    if (m_watched && m_watched->id == run)
        m_watched.reset();
}

/// How long steps took in the last runs of the same checklist: the median by step.
QMap<QString, qint64> Engine::expectedDurations(const QString &checklist, const QString &except)
{
    QMap<QString, QList<qint64>> seen;
    int used = 0;
    const auto heads = m_store->heads();
    const QList<RunHead> all = heads ? *heads : QList<RunHead>();
    for (const RunHead &head : all) {
        const RunSummary summary = summaryOf(head, m_language, false);
        if (used >= runsToLearnFrom || head.run == except || summary.checklist != checklist ||
            summary.state != RunState::Succeeded)
            continue;
        const auto run = loadRun(*m_store, head.run);
        if (!run)
            continue;
        ++used;
        for (const AttemptFold &attempt : run->attempts) {
            if (attempt.outcome && attempt.outcome->end == Outcome::End::Succeeded)
                seen[attempt.key.step].append(attempt.endedAt - attempt.startedAt);
        }
    }
    QMap<QString, qint64> expected;
    for (auto it = seen.begin(); it != seen.end(); ++it) {
        std::sort(it->begin(), it->end());
        expected.insert(it.key(), it->at(it->size() / 2));
    }
    return expected;
}

void Engine::poll()
{
    const auto mark = m_store->changeMark();
    if (mark && *mark == m_changeMark)
        return;
    m_changeMark = mark.valueOr(-1);
    for (auto &[run, driver] : m_drivers)
        driver->poll();
    readWatched();
    refreshHome();
    publishSoon();
}

void Engine::readWatched()
{
    if (!m_watched || driver(m_watched->id))
        return;
    const auto events = m_store->events(m_watched->id, m_watched->run.lastNumber, 100'000);
    if (!events) {
        Q_EMIT failed(events.error());
        return;
    }
    for (const Event &event : *events)
        m_watched->run.apply(event);
}

/// What a step done by hand asks for. Its plan looks at nothing but the parameters, so it can
/// be made here, also for a run that is over or driven elsewhere.
const Plan *Engine::manualPlan(const RunFold &run, const StepKey &key)
{
    const auto known = m_watched->manualPlans.find(key);
    if (known != m_watched->manualPlans.end())
        return &known->second;
    const StepSpec *step = m_watched->checklist.step(key.step);
    const Kind *kind = step ? m_kinds.kind(step->uses) : nullptr;
    const InstanceFold *instance = run.instance(key);
    if (!kind || kind->spec().doer != Doer::Person || !instance)
        return nullptr;
    const QString workspace = m_places.workspace(run.workspaceRun());
    const auto with = parametersOf(
        *step, kind->spec(), scopeFor(run, m_watched->checklist, *step, *instance, workspace));
    if (!with)
        return nullptr;
    const StepContext context{run.id,
                              workspace,
                              {},
                              AttemptFolder(m_places.attempt(run.id, 0)),
                              services().objects(),
                              {},
                              m_clock.now(),
                              0,
                              {}};
    const auto plan = kind->plan(*with, context);
    return plan ? &m_watched->manualPlans.emplace(key, *plan).first->second : nullptr;
}

void Engine::publishSoon()
{
    if (!m_publish.isActive())
        m_publish.start();
}

void Engine::publish()
{
    if (!m_watched)
        return;
    const RunDriver *here = driver(m_watched->id);
    const RunFold &run = here ? here->run() : m_watched->run;
    const Catalogue catalogue = m_kinds.catalogue();
    const NextSteps next = here ? here->next() : nextSteps(run, m_watched->checklist, catalogue);
    const ViewBuilder::Source source{run,
                                     m_watched->checklist,
                                     catalogue,
                                     next,
                                     m_places,
                                     [this, here, &run](const StepKey &key) {
                                         const Plan *plan = here ? here->preview(key) : nullptr;
                                         return plan ? plan : manualPlan(run, key);
                                     },
                                     m_watched->expectedMs,
                                     here && here->problem().isEmpty(),
                                     !here && RunLock::isHeld(m_places.run(m_watched->id)),
                                     here && here->startsAllowed() >= 0,
                                     here ? here->problem().translated() : QString(),
                                     m_watched->dependents};
    Q_EMIT runChanged(ViewBuilder(source, m_language).build());
}

template <typename Action>
void Engine::act(const QString &run, Action action)
{
    if (!m_store) {
        Q_EMIT failed(journalClosed());
        return;
    }
    if (const Result<void> done = action(People(services())); !done) {
        Q_EMIT failed(done.error());
        return;
    }
    afterEvent(run);
}

void Engine::afterEvent(const QString &run)
{
    if (RunDriver *here = driver(run))
        here->poll();
    else
        readWatched();
    refreshHome();
    publishSoon();
}

/// What a person asks of one step also counts when one goes step by step.
void Engine::allowOne(const QString &run)
{
    if (RunDriver *here = driver(run); here && here->startsAllowed() == 0)
        here->allowStarts(1);
}

void Engine::confirm(const QString &run, const StepKey &key)
{
    act(run, [&](People people) { return people.confirm(run, key); });
    allowOne(run);
}

void Engine::tick(const QString &run, const StepKey &key, const QString &note,
                  const Value::Map &outputs)
{
    if (!m_store) {
        Q_EMIT failed(journalClosed());
        return;
    }
    const auto done = People(services()).tick(run, key, note, outputs);
    if (done)
        afterEvent(run);
    else if (done.error().code() == QLatin1String("people.outputs-needed"))
        Q_EMIT outputsNeeded(run, key, done.error().arguments().mid(3), done.error());
    else
        Q_EMIT failed(done.error());
}

void Engine::approve(const QString &run, const StepKey &key, const QList<int> &ticked,
                     const QString &comment, const QString &shown)
{
    act(run, [&](People people) { return people.approve(run, key, ticked, comment, shown); });
}

void Engine::reject(const QString &run, const StepKey &key, const QString &comment,
                    const QString &shown)
{
    act(run, [&](People people) { return people.reject(run, key, comment, shown); });
}

void Engine::retry(const QString &run, const StepKey &key)
{
    act(run, [&](People people) { return people.retry(run, key); });
    allowOne(run);
}

void Engine::skip(const QString &run, const StepKey &key, const QString &reason)
{
    act(run, [&](People people) { return people.skip(run, key, reason); });
}

void Engine::reset(const QString &run, const StepKey &key, const QString &note)
{
    if (m_watched && m_watched->id == run)
        m_watched->manualPlans.clear();
    act(run, [&](People people) { return people.reset(run, key, note); });
    allowOne(run);
}

void Engine::previewUndo(const QString &run, const QString &to)
{
    if (!m_store) {
        Q_EMIT failed(journalClosed());
        return;
    }
    if (const auto preview = People(services()).previewUndo(run, to, m_language))
        Q_EMIT undoPreviewed(*preview);
    else
        Q_EMIT failed(preview.error());
}

void Engine::askUndo(const QString &run, const QString &to, bool leaveImpossible,
                     const QString &note)
{
    bool isAsked = false;
    act(run, [&](People people) {
        const auto asked = people.undo(run, to, leaveImpossible, note);
        isAsked = asked.isOk();
        return asked;
    });
    // No step may start of it: what was undone waits for a person to go again.
    if (isAsked && !driver(run) && !RunLock::isHeld(m_places.run(run)))
        drive(run, 0);
}

void Engine::settle(const QString &run, const StepKey &key, const QString &verdict,
                    const QString &note)
{
    act(run, [&](People people) { return people.settle(run, key, verdict, note); });
}

void Engine::probeAgain(const QString &run, const StepKey &key)
{
    RunDriver *here = driver(run);
    // To ask the world takes a driver; that nothing else may start of it is no reason not to look.
    if (!here && m_store && !RunLock::isHeld(m_places.run(run)))
        here = drive(run, 0);
    const InstanceFold *instance = here ? here->run().instance(key) : nullptr;
    if (const AttemptFold *attempt = instance ? here->run().latestAttempt(*instance) : nullptr)
        here->probeAgain(attempt->number);
}

void Engine::addNote(const QString &run, const StepKey &key, const QString &text)
{
    act(run, [&](People people) { return people.addNote(run, key, text); });
}

void Engine::cancelRun(const QString &run)
{
    act(run, [&](People people) { return people.cancel(run); });
}

void Engine::cancelStep(const QString &run, const StepKey &key)
{
    act(run, [&](People people) { return people.cancelStep(run, key); });
}

} // namespace Slipway
