// SPDX-License-Identifier: MIT
// What became of attempts whose end nobody recorded.
#include "core/run/driverrules.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/rundriver.h"

#include <QFileInfo>
#include <QFileSystemWatcher>

namespace Slipway {

namespace {

Finding lostFinding()
{
    Finding finding;
    finding.verdict = Finding::Verdict::Unknown;
    finding.explanation = Message(QT_TRANSLATE_NOOP(
        "Slipway::Message",
        "What watched over its programs is gone, and some of them still run. Wait "
        "until they end or end them, then look again."));
    return finding;
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

} // namespace

void RunDriver::recoverAll()
{
    for (const AttemptFold &attempt : m_run.attempts) {
        if (attempt.isOpen() && !attempt.doubt)
            recover(attempt.number);
    }
}

void RunDriver::recover(int number)
{
    Work &work = m_works[number];
    if (work.isRecovering)
        return; // one answer is enough
    work.isRecovering = true;
    work.key = m_run.attempts.value(number).key;
    work.undoes = m_run.attempts.value(number).undoes;
    const auto intent = intentOf(number);
    if (!intent) {
        probed(number, unreadableFinding(intent.error()));
        return;
    }
    if (!intent->plan.programs) {
        probe(number);
        return;
    }
    inPool(
        [attempt = folder(number), mark = mark(number)]() -> Result<AttemptFolder::State> {
            if (!QFileInfo::exists(attempt.path() + QLatin1String("/spec.json")))
                return AttemptFolder::State::NeverStarted;
            return attempt.inspect(mark);
        },
        [this, number](const Result<AttemptFolder::State> &state) { inspected(number, state); });
}

void RunDriver::inspected(int number, const Result<AttemptFolder::State> &state)
{
    const auto work = m_works.find(number);
    if (work == m_works.end())
        return; // it ended while it was looked at
    work->second.isRecovering = false;
    if (work->second.isConcluding || !m_problem.isEmpty())
        return;
    if (!state) {
        probed(number, unreadableFinding(state.error()));
        return;
    }
    const bool isWatched = work->second.isWatched;
    switch (afterInspection(*state, isWatched, !work->second.launchError.isEmpty())) {
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
        probed(number, lostFinding());
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
    inPool([kind, intent = *intent, stepContext] { return kind->probe(intent, stepContext); },
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

void RunDriver::doubt(int number, const Finding &finding)
{
    if (m_works.count(number) == 0)
        return; // it was ended already
    m_watcher->removePath(folder(number).path());
    m_works.erase(number);
    if (!m_problem.isEmpty())
        return;
    append(EventKind::attemptDoubted, EventBody::attemptDoubted(number, finding));
    advance();
}

void RunDriver::probeAgain(int attempt)
{
    const auto fold = m_run.attempts.constFind(attempt);
    if (fold == m_run.attempts.cend() || !fold->doubt || m_works.count(attempt) > 0)
        return;
    recover(attempt);
}

} // namespace Slipway
