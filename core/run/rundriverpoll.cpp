// SPDX-License-Identifier: MIT
// How a driver asks again and again. A poll is one attempt: the journal holds its begin, with the
// moment at which it is over, and its end, not the questions. Between two of them only a time is
// kept. They change nothing, so that they run in the pool and one that a crash cut short is asked
// again: a resumed driver finds the attempt open and goes on until the same moment.
#include "core/base/clock.h"
#include "core/base/files.h"
#include "core/run/guarded.h"
#include "core/run/logdigests.h"
#include "core/run/polling.h"
#include "core/run/redaction.h"
#include "core/run/rundriver.h"
#include "core/run/scopebuilder.h"

#include <QFile>

namespace Slipway {

namespace {

constexpr qint64 largestLog = 4 * 1024 * 1024;

/// What was asked and answered, for people to follow. An answer like the one before is a line.
void writeAnswer(const QString &file, qint64 time, const QString &answer, bool isSame)
{
    QFile log(file);
    if (log.size() > largestLog || !log.open(QIODevice::Append))
        return;
    log.write(isoTime(time).toUtf8() + (isSame ? "  =\n" : "\n" + answer.toUtf8() + '\n'));
}

} // namespace

bool RunDriver::isPoll(int number) const
{
    const AttemptFold attempt = m_run.attempts.value(number);
    const StepSpec *step = m_checklist.step(attempt.key.step);
    return step && step->poll && attempt.undoes == 0;
}

std::optional<PollView> RunDriver::pollOf(const StepKey &key) const
{
    for (const auto &[number, work] : m_works) {
        if (!work.isPolling || !(work.key == key))
            continue;
        const QJsonObject intent = m_run.attempts.value(number).intent;
        return PollView{work.asked, work.isAsking ? 0 : work.askAt,
                        intent[QLatin1String("deadline")].toInteger()};
    }
    return std::nullopt;
}

void RunDriver::beginPoll(int number)
{
    Work &work = m_works[number];
    work.key = m_run.attempts.value(number).key;
    work.isPolling = true;
    work.isRecovering = false;
    work.askAt = 0;
    if (auto made = makePrivateFolder(folder(number).path()); !made) {
        stop(made.error());
        return;
    }
    if (!m_watchTimer.isActive())
        m_watchTimer.start();
    askPolls();
    Q_EMIT changed();
}

/// Asks what it is time for, and ends what is to stop.
void RunDriver::askPolls()
{
    const qint64 now = m_services.clock->now();
    QList<int> due;
    for (const auto &[number, work] : m_works) {
        const bool isTime = now >= work.askAt || work.cancelWasAsked;
        if (work.isPolling && !work.isAsking && !work.isEnding && isTime)
            due.append(number);
    }
    for (const int number : due) {
        if (m_works[number].cancelWasAsked)
            endPoll(number, Outcome::cancelled());
        else
            askPoll(number);
    }
}

void RunDriver::askPoll(int number)
{
    Work &work = m_works[number];
    work.isAsking = true;
    ++work.asked;
    const auto intent = intentOf(number);
    const Kind *kind = intent ? kindOf(*intent) : nullptr;
    if (!kind) {
        endPoll(number, Outcome::failed(intent ? Error() : intent.error()));
        return;
    }
    const StepContext stepContext = context(number, work.key, work.stop.get_token());
    inPool(
        [kind, intent = *intent, stepContext, last = work.lastAnswer] {
            // Not every kind asks by a program whose reply is redacted already.
            const Outcome answer = redacted(
                guarded<Outcome>([&] { return kind->question(intent, stepContext); },
                                 [](const Error &error) { return Outcome::failed(error); }),
                stepContext.secrets);
            const QString text = answerText(answer);
            writeAnswer(stepContext.attempt.logFile(), stepContext.now, text, text == last);
            return answer;
        },
        [this, number](const Outcome &answer) { answered(number, answer); });
}

void RunDriver::answered(int number, const Outcome &answer)
{
    const auto work = m_works.find(number);
    if (work == m_works.end() || !m_problem.isEmpty())
        return;
    work->second.isAsking = false;
    work->second.lastAnswer = answerText(answer);
    if (work->second.cancelWasAsked) {
        endPoll(number, Outcome::cancelled());
        return;
    }
    const AttemptFold attempt = m_run.attempts.value(number);
    const StepSpec &step = *m_checklist.step(attempt.key.step);
    const InstanceFold *instance = m_run.instance(attempt.key);
    const qint64 deadline = attempt.intent[QLatin1String("deadline")].toInteger();
    const qint64 now = m_services.clock->now();
    const Scope scope = scopeFor(m_run, m_checklist, step, instance ? *instance : InstanceFold(),
                                 m_services.places.workspace(m_run.workspaceRun()));
    if (const auto end = pollEnd(*step.poll, scope, answer, now >= deadline))
        endPoll(number, *end);
    else
        work->second.askAt = qMin(now + step.poll->everyMs, deadline); // once more at the end
    Q_EMIT changed();
}

/// With all that was answered as its log.
void RunDriver::endPoll(int number, const Outcome &outcome)
{
    Work &work = m_works[number];
    work.isAsking = true; // not once more
    const StepContext stepContext = context(number, work.key, work.stop.get_token());
    inPool(
        [stepContext, outcome] {
            Outcome whole = outcome;
            if (QFile::exists(stepContext.attempt.logFile()))
                whole.evidence.prepend(logEvidence(stepContext));
            return withLogDigest(whole, stepContext.attempt);
        },
        [this, number](const Outcome &whole) { finish(number, whole, QStringLiteral("run")); });
}

} // namespace Slipway
