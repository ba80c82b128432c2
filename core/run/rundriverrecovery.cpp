// SPDX-License-Identifier: MIT
// What became of attempts whose end nobody recorded.
#include "core/base/clock.h"
#include "core/run/driverrules.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/logdigests.h"
#include "core/run/redaction.h"
#include "core/run/rundriver.h"

#include <QFileInfo>
#include <QFileSystemWatcher>

namespace Slipway {

namespace {

constexpr qint64 lookAtLostEveryMs = 2000;

Finding lostFinding(const QList<MarkedProcess> &left)
{
    Finding finding;
    finding.verdict = Finding::Verdict::Unknown;
    for (const MarkedProcess &process : left)
        finding.facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Still running")),
             QStringLiteral("%1 (%2) %3")
                 .arg(process.name, QString::number(process.pid), isoTime(process.startedAt))});
    finding.explanation = Message(QT_TRANSLATE_NOOP(
        "Slipway::Message",
        "What watched over its programs is gone, and some of them still run. Wait "
        "until they end or end them, then look again."));
    return finding;
}

Finding elsewhereFinding(const QString &host)
{
    Finding finding;
    finding.verdict = Finding::Verdict::Unknown;
    finding.explanation = Message(
        QT_TRANSLATE_NOOP("Slipway::Message",
                          "It was begun on %1, and only that machine can tell what became of it. "
                          "Resume the run there, or find out and say so here."),
        {host});
    return finding;
}

Fact restartFact(qint64 at)
{
    return {Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "This machine was restarted while it was at work")),
            isoTime(at)};
}

Finding unreadableFinding(const Error &error)
{
    Finding finding;
    finding.verdict = Finding::Verdict::Unknown;
    finding.explanation =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "What it left could not be read: %1"),
                {error.message()});
    return finding;
}

bool isLost(const AttemptFold &attempt)
{
    return attempt.doubt && attempt.doubt->explanation == lostFinding({}).explanation;
}

bool isElsewhere(const QString &host, const HostFacts &here = {})
{
    return !host.isEmpty() && host != here.hostName();
}

/// What is there of an attempt, in the folder that it has on the machine that began it. Where it
/// was begun on another, only what it left tells something; that it left nothing does not.
Result<AttemptFolder::Inspection> lookAtFolder(const AttemptFolder &attempt, const QString &mark,
                                               const QString &host)
{
    const HostFacts here;
    const bool hasStarted =
        attempt.hasResult() || QFileInfo::exists(attempt.path() + QLatin1String("/started"));
    const bool isOther = isElsewhere(host, here);
    if (hasStarted || (!isOther && QFileInfo::exists(attempt.path() + QLatin1String("/spec.json"))))
        return attempt.look(mark, here);
    if (isOther)
        return AttemptFolder::Inspection{.state = AttemptFolder::State::Elsewhere, .host = host};
    return AttemptFolder::Inspection{.state = AttemptFolder::State::NeverStarted};
}

} // namespace

void RunDriver::recoverAll()
{
    QList<int> open; // what is found out may be recorded at once
    for (const AttemptFold &attempt : m_run.attempts) {
        if (attempt.isOpen() && !attempt.doubt)
            open.append(attempt.number);
        else if (attempt.isOpen() && isLost(attempt))
            m_lost.insert(attempt.number);
    }
    for (const int number : std::as_const(open))
        recover(number);
}

void RunDriver::recover(int number)
{
    Work &work = m_works[number];
    if (work.isRecovering)
        return; // one answer is enough
    work.isRecovering = true;
    work.key = m_run.attempts.value(number).key;
    work.undoes = m_run.attempts.value(number).undoes;
    if (isPoll(number)) {
        beginPoll(number);
        return;
    }
    const auto intent = intentOf(number);
    if (!intent) {
        probed(number, unreadableFinding(intent.error()));
        return;
    }
    const QString host = m_run.attempts.value(number).intent[QLatin1String("host")].toString();
    if (!intent->plan.programs) {
        // The files of another machine are not the ones that it was about.
        if (isElsewhere(host))
            inPool([host] { return elsewhereFinding(host); },
                   [this, number](const Finding &finding) { probed(number, finding); });
        else
            probe(number);
        return;
    }
    inPool(
        [attempt = folder(number), mark = mark(number), host] {
            return lookAtFolder(attempt, mark, host);
        },
        [this, number](const Result<AttemptFolder::Inspection> &seen) { inspected(number, seen); });
}

void RunDriver::inspected(int number, const Result<AttemptFolder::Inspection> &seen)
{
    const auto work = m_works.find(number);
    if (work == m_works.end())
        return; // it ended while it was looked at
    work->second.isRecovering = false;
    if (work->second.isConcluding || !m_problem.isEmpty())
        return;
    if (!seen && isOwnFailure(seen.error())) {
        m_works.erase(work);
        stop(seen.error());
        return;
    }
    if (!seen) {
        probed(number, unreadableFinding(seen.error()));
        return;
    }
    work->second.restartedAt = seen->restartedAt;
    const bool isWatched = work->second.isWatched;
    switch (afterInspection(seen->state, isWatched, !work->second.launchError.isEmpty())) {
    case Inspected::KeepWatching:
        return;
    case Inspected::Watch:
        watch(number, QStringLiteral("attached"));
        return;
    case Inspected::Conclude:
        if (!isWatched)
            work->second.how = QStringLiteral("attached");
        conclude(number);
        return;
    case Inspected::NotDone:
        finish(number, Outcome::notDone(), QStringLiteral("probe"));
        return;
    case Inspected::Unstarted:
        finish(number, Outcome::failed(work->second.launchError), QStringLiteral("run"));
        return;
    case Inspected::DoubtLost:
        m_lost.insert(number);
        probed(number, lostFinding(seen->left));
        return;
    case Inspected::DoubtElsewhere:
        probed(number, elsewhereFinding(seen->host));
        return;
    case Inspected::Probe:
        probe(number);
        return;
    }
}

void RunDriver::probe(int number)
{
    Work &work = m_works[number];
    work.isRecovering = true;
    work.isWatched = false;
    work.key = m_run.attempts.value(number).key;
    const auto intent = intentOf(number);
    const Kind *kind = intent ? kindOf(*intent) : nullptr;
    if (!intent || !kind) {
        probed(number, unreadableFinding(intent ? Error() : intent.error()));
        return;
    }
    const StepContext stepContext = context(number, work.key, work.stop.get_token());
    inPool(
        [kind, intent = *intent, stepContext] {
            Finding finding = kind->probe(intent, stepContext);
            finding.outcome = withLogDigest(std::move(finding.outcome), stepContext.attempt);
            return finding;
        },
        [this, number](const Finding &finding) { probed(number, finding); });
}

void RunDriver::probed(int number, const Finding &finding)
{
    const auto intent = intentOf(number);
    const Kind *kind = intent ? kindOf(*intent) : nullptr;
    const bool isRepeatable = intent && kind && kind->isRepeatable(*intent);
    if (const auto outcome = outcomeAfter(finding, isRepeatable))
        finish(number, *outcome, QStringLiteral("probe"));
    else
        doubt(number, finding);
}

void RunDriver::doubt(int number, Finding finding)
{
    const auto work = m_works.find(number);
    if (work == m_works.end())
        return; // it was ended already
    if (const qint64 at = work->second.restartedAt; at > 0)
        finding.facts.prepend(restartFact(at));
    m_watcher->removePath(folder(number).path());
    m_works.erase(number);
    if (!m_problem.isEmpty())
        return;
    append(EventKind::attemptDoubted,
           EventBody::attemptDoubted(number, redacted(finding, m_secrets)));
    advance();
}

/// Looks again at programs that nobody watches over: when they have ended, the world can tell.
void RunDriver::lookAtLost()
{
    const qint64 now = m_services.clock->now();
    if (m_lost.isEmpty() || now - m_lostLookedAt < lookAtLostEveryMs)
        return;
    m_lostLookedAt = now;
    for (const int number : std::as_const(m_lost)) {
        inPool([attempt = folder(number), mark = mark(number)] { return attempt.inspect(mark); },
               [this, number](const Result<AttemptFolder::State> &state) {
                   const bool isOver = state && *state != AttemptFolder::State::Lost;
                   if (!isOver || !m_problem.isEmpty() || !m_lost.remove(number))
                       return;
                   probeAgain(number);
               });
    }
}

void RunDriver::probeAgain(int attempt)
{
    const auto fold = m_run.attempts.constFind(attempt);
    if (fold == m_run.attempts.cend() || !fold->doubt || m_works.count(attempt) > 0)
        return;
    recover(attempt);
}

} // namespace Slipway
