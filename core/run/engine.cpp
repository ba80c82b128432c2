// SPDX-License-Identifier: MIT
#include "core/run/engine.h"

#include "core/journal/sqlitestore.h"
#include "core/run/runlock.h"
#include "core/run/runstarter.h"
#include "core/run/runsummary.h"
#include "core/run/viewbuilder.h"

#include <QThread>

namespace Slipway {

namespace {

constexpr int pollIntervalMs = 250;
// A busy run changes many times a second; a person sees ten.
constexpr int publishIntervalMs = 80;
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

Engine::~Engine()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

Error Engine::journalClosed()
{
    return {QStringLiteral("journal.closed"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The journal could not be opened, so nothing can be recorded.")};
}

RunServices Engine::services() const
{
    return {m_places, m_store.get(), &m_kinds, &m_clock, supervisorProgram(), m_author, m_secrets};
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

void Engine::lookForSecrets()
{
    for (auto &[run, driver] : m_drivers)
        driver->lookForSecrets();
}

void Engine::watchRun(const QString &run)
{
    if (!m_store || (m_watched && m_watched->id() == run)) {
        publishSoon();
        return;
    }
    auto watched = WatchedRun::open(run, services());
    if (!watched) {
        Q_EMIT failed(watched.error());
        return;
    }
    m_watched = std::move(*watched);
    publish();
}

void Engine::stopWatching(const QString &run)
{
    if (m_watched && m_watched->id() == run)
        m_watched.reset();
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
    if (!m_watched || driver(m_watched->id()))
        return;
    if (const auto read = m_watched->readNew(); !read)
        Q_EMIT failed(read.error());
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
    const RunDriver *here = driver(m_watched->id());
    const RunFold &run = here ? here->run() : m_watched->run();
    const Catalogue catalogue = m_kinds.catalogue();
    const NextSteps next = here ? here->next() : nextSteps(run, m_watched->checklist(), catalogue);
    const ViewBuilder::Source source{
        run,
        m_watched->checklist(),
        catalogue,
        next,
        m_places,
        [this, here, &run](const StepKey &key) {
            const Plan *plan = here ? here->preview(key) : nullptr;
            return plan ? plan : m_watched->manualPlan(run, key);
        },
        m_watched->expectedMs(),
        here && here->problem().isEmpty(),
        !here && RunLock::isHeld(m_places.run(m_watched->id())),
        here && here->startsAllowed() >= 0,
        here ? here->problem().translated() : QString(),
        m_watched->dependents(),
        here ? here->missingSecrets() : QStringList(),
        here ? here->keyringProblem().translated() : QString(),
        [here](const StepKey &key) { return here ? here->pollOf(key) : std::nullopt; },
        m_author,
        m_clock.now()};
    Q_EMIT runChanged(ViewBuilder(source, m_language).build());
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

} // namespace Slipway
