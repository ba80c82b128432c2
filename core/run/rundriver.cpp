// SPDX-License-Identifier: MIT
#include "core/run/rundriver.h"

#include "core/base/canonicaljson.h"
#include "core/base/crashpoint.h"
#include "core/run/continuation.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/expansion.h"
#include "core/run/gateopener.h"
#include "core/run/runstarter.h"
#include "core/run/runsummary.h"
#include "core/run/scopebuilder.h"
#include "core/run/sweep.h"

#include <QFileSystemWatcher>
#include <QThread>
#include <algorithm>
#include <utility>

namespace Slipway {

namespace {
constexpr int watchIntervalMs = 250;
constexpr int logIntervalMs = 30;
constexpr int summaryEveryMs = 250;
constexpr int pageOfEvents = 1000;
constexpr int poolThreads = 4;
// Clocks are set, and machines sleep: no timer is trusted for longer.
constexpr qint64 longestTimerMs = 30'000;
} // namespace

RunDriver::RunDriver(RunServices services, QString runId, Options options, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_runId(std::move(runId))
    , m_options(std::move(options))
    , m_catalogue(m_services.kinds->catalogue())
    , m_watcher(new QFileSystemWatcher(this))
{
    m_pool.setMaxThreadCount(poolThreads);
    // inotify tells at once; the timer is for what it cannot tell: deadlines, lost supervisors.
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &RunDriver::lookAtWatched);
    m_summaryTimer.setSingleShot(true);
    connect(&m_summaryTimer, &QTimer::timeout, this, &RunDriver::saveSummary);
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &RunDriver::advance);
    m_logTimer.setInterval(logIntervalMs);
    connect(&m_logTimer, &QTimer::timeout, this, &RunDriver::followLogs);
    m_watchTimer.setInterval(watchIntervalMs);
    connect(&m_watchTimer, &QTimer::timeout, this, [this] {
        lookAtWatched();
        followLogs();
        askPolls();
        lookAtLost();
        if (!m_next.awaitDecision.isEmpty())
            advance();
    });
}

RunDriver::~RunDriver()
{
    for (auto &[number, work] : m_works)
        work.stop.request_stop();
    m_pool.waitForDone();
    m_works.clear();
    if (m_summaryTimer.isActive() && m_problem.isEmpty())
        saveSummary();
    if (m_epoch > 0 && m_problem.isEmpty())
        append(EventKind::leaseReleased, {});
}

Result<void> RunDriver::open()
{
    Q_ASSERT(QThread::currentThread() == thread());
    auto lock = RunLock::take(m_services.places.run(m_runId));
    if (!lock)
        return lock.error();
    m_lock = std::move(*lock);
    auto run = loadRun(*m_services.store, m_runId);
    if (!run)
        return run.error();
    m_run = std::move(*run);
    if (m_run.isReadOnly)
        return Error(QStringLiteral("run.newer"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The run %1 was written by a newer Slipway and can only be "
                                       "looked at. Update this one to go on."),
                     {m_runId});
    if (auto settled = settleContinuation(m_run, m_services); !settled)
        return settled.error();
    auto checklist = pinnedChecklist(m_run, m_services.objects());
    if (!checklist)
        return checklist.error();
    m_checklist = std::move(*checklist);
    m_nextNumber = m_run.nextAttempt();
    m_next = nextSteps(m_run, m_checklist, m_catalogue, plannerOptions());
    if (isOver()) {
        m_isIdle = true; // a finished run gets no new events
        saveSummary();
        return {};
    }
    return takeOn();
}

Result<void> RunDriver::takeOn()
{
    m_epoch = m_run.epoch + 1;
    if (!append(EventKind::leaseTaken, {{QStringLiteral("host"), hostName()}}))
        return m_problem;
    m_secretsKnown = m_checklist.secrets().isEmpty();
    if (m_secretsKnown)
        recoverAll();
    else
        lookForSecrets();
    inPool([places = m_services.places] { return sweepTemporaryFiles(places); }, [](int) {});
    QMetaObject::invokeMethod(this, &RunDriver::advance, Qt::QueuedConnection);
    return {};
}

RunState RunDriver::state() const
{
    return runState(m_run, m_checklist, m_next, m_epoch > 0 && m_problem.isEmpty());
}

bool RunDriver::isOver() const
{
    return state() == RunState::Succeeded || state() == RunState::Undone;
}

void RunDriver::allowStarts(int n)
{
    m_options.startsAllowed = n;
    advance();
    Q_EMIT changed();
}

void RunDriver::poll()
{
    if (!m_problem.isEmpty() || !readNew())
        return;
    if (m_epoch > 0) {
        advance();
        return;
    }
    // It was over when it was opened; a reset or an undo gives it something to do.
    m_next = nextSteps(m_run, m_checklist, m_catalogue, plannerOptions());
    if (m_lock.isTaken() && !isOver()) {
        m_isIdle = false;
        [[maybe_unused]] const auto taken = takeOn(); // stop() tells
    }
}

/// Reads what others appended. True if there was something.
bool RunDriver::readNew()
{
    const qint64 before = m_run.lastNumber;
    while (true) {
        auto events = m_services.store->events(m_runId, m_run.lastNumber, pageOfEvents);
        if (!events) {
            stop(events.error());
            return false;
        }
        for (const Event &event : *events)
            apply(event);
        if (events->size() < pageOfEvents)
            return m_run.lastNumber > before;
    }
}

void RunDriver::apply(const Event &event)
{
    m_run.apply(event);
    if (event.kind == EventKind::stepReset) {
        // Planned anew, in a world that may have changed.
        m_previews.clear();
        m_previewsAsked.clear();
    }
    m_untold.append(event);
    if (!m_isAdvancing)
        tellApplied();
}

void RunDriver::tellApplied()
{
    const QList<Event> events = std::exchange(m_untold, {});
    for (const Event &event : events)
        Q_EMIT eventApplied(event);
}

bool RunDriver::append(QLatin1String kind, const QJsonObject &body, bool asDriver)
{
    if (!m_problem.isEmpty())
        return false;
    const auto text = canonicalJson(body);
    if (!text) {
        stop(text.error());
        return false;
    }
    auto event = m_services.store->append(m_runId, kind, *text, asDriver ? m_epoch : 0);
    if (!event) {
        stop(event.error());
        return false;
    }
    // Others may have appended in between: those come first.
    if (event->number == m_run.lastNumber + 1)
        apply(*event);
    else
        readNew();
    return m_problem.isEmpty();
}

void RunDriver::stop(const Error &why)
{
    if (!m_problem.isEmpty())
        return;
    m_problem = why;
    m_watchTimer.stop();
    m_logTimer.stop();
    m_retryTimer.stop();
    m_isIdle = true;
    for (auto &[number, work] : m_works) {
        if (!work.isWatched)
            work.stop.request_stop();
    }
    Q_EMIT stopped(why);
    Q_EMIT changed();
}

void RunDriver::advance()
{
    advanceWith([] {});
}

/// Does everything that can be done now. Called after every event; calls from inside itself
/// are joined into another round. All that is appended by it is one transaction; what it lets
/// begin begins after.
void RunDriver::advanceWith(const std::function<void()> &first)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_epoch == 0 || !m_problem.isEmpty())
        return;
    m_advanceAgain = true;
    if (m_isAdvancing) {
        first();
        return;
    }
    m_isAdvancing = true;
    m_services.store->hold();
    first();
    while (m_advanceAgain && m_problem.isEmpty()) {
        m_advanceAgain = false;
        advanceOnce();
    }
    if (m_problem.isEmpty()) {
        previewWaiting();
        saveSummary();
    }
    const bool isDurable = commitHeld();
    m_isAdvancing = false;
    tellApplied();
    if (!isDurable)
        return;
    const QList<int> toBegin = std::exchange(m_toBegin, {});
    for (const int number : toBegin)
        beginIntended(number);
    updateIdle();
    Q_EMIT changed();
}

/// What could not be made durable did not happen: the run is then as its journal has it.
bool RunDriver::commitHeld()
{
    const auto done = m_services.store->commit();
    if (done)
        return m_problem.isEmpty();
    m_untold.clear();
    m_toBegin.clear();
    if (auto there = loadRun(*m_services.store, m_runId))
        m_run = std::move(*there);
    stop(done.error());
    return false;
}

void RunDriver::advanceOnce()
{
    readNew();
    obeyCancels();
    closeGates();
    m_next = nextSteps(m_run, m_checklist, m_catalogue, plannerOptions());
    if (m_options.confirmAll)
        confirmWaiting();
    expandReady();
    openReadyGates();
    if (knowsSecrets()) {
        startReady();
        startUndo();
    }
    m_next = nextSteps(m_run, m_checklist, m_catalogue, plannerOptions());
}

void RunDriver::confirmWaiting()
{
    const QList<StepKey> waiting = m_next.awaitConfirm;
    for (const StepKey &key : waiting) {
        append(EventKind::stepConfirmed, EventBody::stepEvent(key), false);
        m_advanceAgain = true;
    }
}

void RunDriver::expandReady()
{
    const QStringList ready = m_next.expand;
    for (const QString &id : ready) {
        const StepSpec &step = *m_checklist.step(id);
        const Expansion expansion =
            expand(m_run, m_checklist, step, m_services.places.workspace(m_run.workspaceRun()));
        if (!append(EventKind::stepExpanded, expansion.body))
            return;
        if (expansion.error)
            failPlan(m_nextNumber++, {id, {}}, *expansion.error);
        m_advanceAgain = true;
    }
}

void RunDriver::startReady()
{
    const QList<StepKey> ready = m_next.start;
    for (const StepKey &key : ready) {
        const bool isInFlight = std::any_of(m_works.cbegin(), m_works.cend(),
                                            [&](const auto &w) { return w.second.key == key; });
        // A reset that came in with the events just appended may have taken it away.
        if (isInFlight || !m_run.instance(key))
            continue;
        if (!m_checklist.step(key.step)->poll && worksAtHand() >= m_checklist.parallel)
            continue;
        if (m_options.startsAllowed == 0 && !isRetry(key))
            continue;
        if (m_options.startsAllowed > 0 && !isRetry(key))
            --m_options.startsAllowed;
        planAttempt(key);
    }
}

/// Those that count for `parallel`: a step that polls holds nothing but a time.
int RunDriver::worksAtHand() const
{
    return int(std::count_if(m_works.cbegin(), m_works.cend(), [this](const auto &work) {
        const StepSpec *step = m_checklist.step(work.second.key.step);
        return !step || !step->poll || work.second.undoes != 0;
    }));
}

void RunDriver::updateIdle()
{
    const bool mayStart =
        std::any_of(m_next.start.cbegin(), m_next.start.cend(), [this](const StepKey &key) {
            return m_options.startsAllowed != 0 || isRetry(key);
        });
    const bool isIdle = knowsSecrets() && m_works.empty() && m_next.expand.isEmpty() &&
                        m_next.openGates.isEmpty() && m_judging.isEmpty() && m_next.undo == 0 &&
                        m_next.later.isEmpty() && !mayStart;
    waitForRetries();
    const bool needsTimer =
        !m_works.empty() || !m_next.awaitDecision.isEmpty() || !m_lost.isEmpty();
    if (needsTimer && !m_watchTimer.isActive())
        m_watchTimer.start();
    else if (!needsTimer)
        m_watchTimer.stop();
    const bool became = isIdle && !m_isIdle;
    m_isIdle = isIdle;
    if (became)
        Q_EMIT becameIdle();
}

void RunDriver::waitForRetries()
{
    m_retryTimer.stop();
    if (m_next.laterAt == 0)
        return;
    const qint64 left = m_next.laterAt - m_services.clock->now();
    m_retryTimer.start(int(std::clamp(left, qint64(1), longestTimerMs)));
}

PlannerOptions RunDriver::plannerOptions() const
{
    return {m_options.until, m_services.clock->now(), missingSecrets()};
}

bool RunDriver::isRetry(const StepKey &key) const
{
    const InstanceFold *instance = m_run.instance(key);
    return instance && m_run.retryAt(*instance) > 0;
}

/// While something is at work, another event follows soon: then only now and then, because
/// each time costs as much as an event.
void RunDriver::saveSummary()
{
    const bool isRecent = m_summaryAge.isValid() && m_summaryAge.elapsed() < summaryEveryMs;
    if (isRecent && !m_works.empty()) {
        if (!m_summaryTimer.isActive())
            m_summaryTimer.start(summaryEveryMs);
        return;
    }
    m_summaryTimer.stop();
    m_summaryAge.start();
    const QByteArray summary = runSummary(m_run, m_checklist, m_catalogue, m_next, state());
    if (summary == m_summary)
        return;
    m_summary = summary;
    crashPoint("summary.save");
    // A cache: if it cannot be written, the next append says why.
    [[maybe_unused]] const auto saved = m_services.store->setSummary(m_runId, summary);
}

} // namespace Slipway
