// SPDX-License-Identifier: MIT
// How a driver starts, watches and ends attempts.
#include "core/base/crashpoint.h"
#include "core/base/ids.h"
#include "core/run/driverrules.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/guarded.h"
#include "core/run/logdigests.h"
#include "core/run/redaction.h"
#include "core/run/rundriver.h"
#include "core/run/runstarter.h"

#include <QFileInfo>
#include <QFileSystemWatcher>

namespace Slipway {

namespace {

constexpr int largestOutputBytes = 64 * 1024;
constexpr qint64 inspectEveryMs = 2000;
constexpr qint64 followBytes = 4 * 1024 * 1024;
constexpr int quietLooks = 30;

/// An output that does not fit into an event would stop the run; it fails the step instead.
Outcome withinLimits(const Outcome &outcome)
{
    for (auto it = outcome.outputs.cbegin(); it != outcome.outputs.cend(); ++it) {
        if (it.value().display().size() > largestOutputBytes)
            return Outcome::failed(
                Error(
                    QStringLiteral("step.output-too-large"),
                    QT_TRANSLATE_NOOP("Slipway::Error",
                                      "The output %1 is larger than 64 KiB. Keep it as a file and "
                                      "give its name."),
                    {it.key()}),
                outcome.evidence);
    }
    return outcome;
}

RunDriver::Acted carryOut(const Kind &kind, const Intent &intent, const StepContext &context)
{
    crashPoint("effect.act");
    const auto failed = [](const Error &error) { return Outcome::failed(error); };
    RunDriver::Acted acted{guarded<Outcome>([&] { return kind.act(intent, context); }, failed), {}};
    if (acted.outcome.end == Outcome::End::Failed)
        acted.finding = kind.probe(intent, context);
    crashPoint("effect.acted");
    return acted;
}

} // namespace

const Kind *RunDriver::kindOf(const StepKey &key) const
{
    const StepSpec *step = m_checklist.step(key.step);
    return step ? m_services.kinds->kind(step->uses) : nullptr;
}

/// An undo may be carried out by another kind.
const Kind *RunDriver::kindOf(const Intent &intent) const
{
    return intent.uses.isEmpty() ? kindOf(StepKey{intent.step, intent.instance})
                                 : m_services.kinds->kind(intent.uses);
}

AttemptFolder RunDriver::folder(int number) const
{
    return AttemptFolder(m_services.places.attempt(m_runId, number));
}

QString RunDriver::mark(int number) const
{
    return QStringLiteral("%1/%2").arg(m_runId).arg(number);
}

StepContext RunDriver::context(int number, const StepKey &key, std::stop_token stop) const
{
    const StepSpec *step = m_checklist.step(key.step);
    const InstanceFold *instance = m_run.instance(key);
    return {m_runId,
            m_services.places.workspace(m_run.workspaceRun()),
            effectKey(m_runId, number),
            folder(number),
            m_services.objects(),
            [stop, secrets = m_secrets](const Question &question) {
                return redacted(ask(question, stop), secrets);
            },
            m_services.clock->now(),
            step ? step->timeoutMs : 0,
            stop,
            {},
            m_secrets,
            instance ? instance->answers : QMap<QString, Value::Map>()};
}

Result<Intent> RunDriver::intentOf(int number) const
{
    auto intent = EventBody::intentOf(m_runId, m_run.attempts.value(number).intent);
    // To another kind than the step's own, an undo is an effect like any other.
    if (intent && !intent->uses.isEmpty())
        intent->undoes = 0;
    return intent;
}

void RunDriver::intend(Intent intent, const EventBody::OwnUndo &undo)
{
    const int number = intent.attempt;
    const qint64 timeoutMs = m_checklist.step(intent.step)->timeoutMs;
    if (intent.plan.programs && intent.plan.programs->timeoutMs == 0)
        intent.plan.programs->timeoutMs = timeoutMs;
    const qint64 deadline = timeoutMs > 0 ? m_services.clock->now() + timeoutMs : 0;
    m_works[number].isPlanning = false;
    if (!append(EventKind::attemptIntended,
                EventBody::attemptIntended(intent, deadline, hostName(), undo)))
        return;
    if (m_isAdvancing) {
        m_toBegin.append(number);
        m_advanceAgain = true;
        return;
    }
    beginIntended(number);
    advance();
}

/// Its intent is durable. What others appended before may have taken it away.
void RunDriver::beginIntended(int number)
{
    if (!m_run.attempts.contains(number)) {
        m_works.erase(number); // a reset was first: its intent does not apply
        advance();
        return;
    }
    if (!mayAct(m_run, m_checklist, number, m_works[number].expandedBy)) {
        // Others were first; the intent is in the journal, and nothing came of it.
        finish(number, Outcome::notDone(), QStringLiteral("run"));
        return;
    }
    if (const auto stored = intentOf(number))
        begin(*stored);
    else
        recover(number);
}

void RunDriver::begin(const Intent &intent)
{
    if (isPoll(intent.attempt))
        beginPoll(intent.attempt);
    else if (intent.plan.programs)
        beginPrograms(intent);
    else
        beginAct(intent);
}

void RunDriver::beginPrograms(const Intent &intent)
{
    const AttemptFolder attempt = folder(intent.attempt);
    const int number = intent.attempt;
    inPool(
        [attempt, spec = *intent.plan.programs, supervisor = m_services.supervisor,
         mark = mark(number), secrets = m_secrets]() -> Result<void> {
            crashPoint("attempt.prepare");
            if (auto prepared = attempt.prepare(spec); !prepared)
                return prepared;
            crashPoint("attempt.launch");
            auto launched = attempt.launch(supervisor, mark, secrets.all());
            crashPoint("attempt.launched");
            return launched;
        },
        [this, number](const Result<void> &launched) {
            // Whether it started is for the folder to say, not for the launcher.
            if (launched) {
                watch(number, QStringLiteral("run"));
                return;
            }
            // Without room the attempt stays as it is: nothing started, so it is repeated when
            // the run is resumed.
            if (isOwnFailure(launched.error())) {
                m_works.erase(number);
                stop(launched.error());
                return;
            }
            m_works[number].launchError = launched.error();
            recover(number);
        });
}

void RunDriver::beginAct(const Intent &intent)
{
    Work &work = m_works[intent.attempt];
    const StepKey key{intent.step, intent.instance};
    const Kind *kind = kindOf(intent);
    const StepContext stepContext = context(intent.attempt, key, work.stop.get_token());
    inPool([kind, intent, stepContext] { return carryOut(*kind, intent, stepContext); },
           [this, number = intent.attempt](const Acted &acted) { endAct(number, acted); });
}

/// A call may fail after it had its effect, or half of it: then the world has the last word.
void RunDriver::endAct(int number, const Acted &acted)
{
    const auto verdict = acted.finding ? acted.finding->verdict : Finding::Verdict::NotDone;
    if (verdict == Finding::Verdict::Done)
        finish(number, acted.finding->outcome, QStringLiteral("probe"));
    else if (verdict == Finding::Verdict::Unknown)
        doubt(number, *acted.finding);
    else
        finish(number, acted.outcome, QStringLiteral("run"));
}

void RunDriver::watch(int number, const QString &how)
{
    if (!m_problem.isEmpty())
        return;
    Work &work = m_works[number];
    work.key = m_run.attempts.value(number).key;
    work.isWatched = true;
    work.how = how;
    work.lookedAt = m_services.clock->now();
    m_watcher->addPath(folder(number).path());
    if (!m_watchTimer.isActive())
        m_watchTimer.start();
    m_quietLooks = 0;
    m_logTimer.start();
    obeyCancels();
    lookAt(number);
    Q_EMIT changed();
}

void RunDriver::lookAtWatched()
{
    QList<int> watched;
    for (const auto &[number, work] : m_works) {
        if (work.isWatched && !work.isConcluding)
            watched.append(number);
    }
    for (const int number : watched)
        lookAt(number);
}

/// Takes up what large logs have grown by. Often as long as they grow, else with m_watchTimer.
void RunDriver::followLogs()
{
    ++m_quietLooks;
    for (auto &[number, work] : m_works) {
        const QString file = folder(number).logFile();
        if (!work.isWatched || work.isConcluding || work.isFollowing ||
            QFileInfo(file).size() - work.logTaken < followBytes)
            continue;
        m_quietLooks = 0;
        work.isFollowing = true;
        if (!work.log)
            work.log = std::make_shared<GrowingDigest>(file);
        inPool([log = work.log, stop = work.stop.get_token()] { return log->follow(stop); },
               [this, number = number](qint64 taken) {
                   const auto done = m_works.find(number);
                   if (done == m_works.end())
                       return;
                   done->second.isFollowing = false;
                   done->second.logTaken = taken;
                   followLogs();
               });
    }
    if (m_quietLooks > quietLooks)
        m_logTimer.stop();
    else if (!m_logTimer.isActive() && m_problem.isEmpty())
        m_logTimer.start();
}

void RunDriver::lookAt(int number)
{
    const auto work = m_works.find(number);
    if (work == m_works.end())
        return;
    if (folder(number).hasResult()) {
        conclude(number);
        return;
    }
    const qint64 now = m_services.clock->now();
    if (now - work->second.lookedAt < inspectEveryMs)
        return;
    // A supervisor that was killed leaves no result: find out now and then.
    work->second.lookedAt = now;
    recover(number);
}

void RunDriver::conclude(int number)
{
    Work &work = m_works[number];
    if (work.isConcluding)
        return;
    work.isConcluding = true;
    work.stop = {}; // what was cancelled still puts in order what it began
    const auto intent = intentOf(number);
    if (!intent) {
        finish(number, Outcome::failed(intent.error()), QString(work.how)); // work ends there
        return;
    }
    const Kind *kind = kindOf(*intent);
    const StepContext stepContext = context(number, work.key, work.stop.get_token());
    inPool(
        [kind, intent = *intent, stepContext, log = work.log] {
            const auto result = stepContext.attempt.result();
            if (!result)
                return Outcome::failed(result.error());
            return withLogDigest(
                guarded<Outcome>([&] { return kind->conclude(intent, *result, stepContext); },
                                 [](const Error &error) { return Outcome::failed(error); }),
                stepContext.attempt, log.get());
        },
        [this, number, how = work.how](const Outcome &outcome) {
            // What it left waits in its folder; it is read again when there is room.
            if (isOwnFailure(outcome.error))
                stop(outcome.error);
            finish(number, outcome, how);
        });
}

void RunDriver::finish(int number, const Outcome &outcome, const QString &how)
{
    const auto work = m_works.find(number);
    if (work == m_works.end() || work->second.isEnding)
        return; // it was ended already
    const AttemptFold attempt = m_run.attempts.value(number);
    const bool mayBeTriedAgain = outcome.end == Outcome::End::Failed && attempt.undoes == 0 &&
                                 !work->second.cancelWasAsked && m_problem.isEmpty();
    const auto wait = mayBeTriedAgain ? waitBeforeRetry(m_run, m_checklist, attempt.key)
                                      : std::optional<qint64>();
    if (wait)
        endAfterFailure(number, outcome, how, *wait);
    else
        end(number, outcome, how, std::nullopt);
}

void RunDriver::endAfterFailure(int number, const Outcome &outcome, const QString &how, qint64 wait)
{
    Work &work = m_works[number];
    work.isEnding = true;
    const auto intent = intentOf(number);
    const Kind *kind = intent ? kindOf(*intent) : nullptr;
    if (!kind) {
        end(number, outcome, how, std::nullopt);
        return;
    }
    const StepContext stepContext = context(number, work.key, work.stop.get_token());
    inPool(
        [kind, intent = *intent, stepContext, isQuestion = isPoll(number)] {
            return isQuestion ||
                   (kind->isRepeatable(intent) &&
                    kind->probe(intent, stepContext).verdict == Finding::Verdict::NotDone);
        },
        [this, number, outcome, how, wait](bool isSafe) {
            end(number, outcome, how, isSafe ? std::optional<qint64>(wait) : std::nullopt);
        });
}

void RunDriver::end(int number, const Outcome &outcome, const QString &how,
                    std::optional<qint64> retryAfter)
{
    if (m_works.count(number) == 0)
        return; // it came into doubt meanwhile
    const StepKey key = m_run.attempts.value(number).key;
    m_watcher->removePath(folder(number).path());
    m_works.erase(number);
    if (!m_problem.isEmpty())
        return;
    crashPoint("attempt.end");
    Outcome last = withinLimits(redacted(outcome, m_secrets));
    if (!retryAfter && m_run.attempts.value(number).undoes == 0)
        last = asItCounts(m_checklist, key, last);
    const auto append = [&] {
        this->append(EventKind::attemptEnded,
                     EventBody::attemptEnded(number, key, last, how, retryAfter));
    };
    // What programs did is in their folder until it is in the journal.
    if (hasPrograms(m_run.attempts.value(number))) {
        advanceWith(append);
        return;
    }
    append();
    advance();
}

void RunDriver::obeyCancels()
{
    for (auto &[number, work] : m_works) {
        // An undo that was asked for after the run was cancelled goes on.
        const bool isRunCancelled = m_run.isCancelled && !(work.undoes != 0 && m_run.isUndoing());
        const bool isAsked = isRunCancelled || m_run.cancelledSteps.contains(work.key);
        if (!isAsked || work.cancelWasAsked)
            continue;
        if (!work.isPlanning && !work.isWatched && !work.isPolling &&
            hasPrograms(m_run.attempts.value(number)))
            continue; // its supervisor is just starting: once it is watched
        work.cancelWasAsked = true;
        if (!work.isConcluding)
            work.stop.request_stop();
        if (work.isWatched) {
            if (auto asked = folder(number).requestCancel(); !asked)
                stop(asked.error());
        }
    }
}

} // namespace Slipway
