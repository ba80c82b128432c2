// SPDX-License-Identifier: MIT
#include "app/commandline/rundrive.h"

#include "app/commandline/followups.h"
#include "app/commandline/runjson.h"
#include "core/run/eventkinds.h"
#include "core/run/shownhelp.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSocketNotifier>
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr int pollIntervalMs = 150;
int signalPipe[2] = {-1, -1};

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(signalPipe[1], &byte, 1);
}

QString clockTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm"));
}

QString say(const char *text)
{
    return QCoreApplication::translate("Slipway::Message", text);
}

} // namespace

RunDrive::RunDrive(Call &call, const QString &run, RunDriver::Options options)
    : m_call(call)
    , m_run(run)
    , m_driver(std::make_unique<RunDriver>(call.session.services(), run, std::move(options)))
{
    connect(m_driver.get(), &RunDriver::eventApplied, this, &RunDrive::tell);
    connect(m_driver.get(), &RunDriver::changed, this, &RunDrive::tellPolls);
    connect(m_driver.get(), &RunDriver::becameIdle, this, [] { QCoreApplication::quit(); });
    connect(m_driver.get(), &RunDriver::stopped, this, [] { QCoreApplication::quit(); });
    m_poll.setInterval(pollIntervalMs);
    connect(&m_poll, &QTimer::timeout, this, &RunDrive::pollStore);
    listenToSignals();
}

RunDrive::~RunDrive()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (int &fd : signalPipe) {
        if (fd >= 0)
            ::close(fd);
        fd = -1;
    }
}

void RunDrive::listenToSignals()
{
    if (::pipe2(signalPipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_signals = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(m_signals, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (::read(signalPipe[0], &byte, 1) == 1)
            interrupt();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

void RunDrive::interrupt()
{
    if (++m_interrupts > 1) {
        m_wasLeft = true;
        m_call.terminal.say(say(QT_TRANSLATE_NOOP(
            "Slipway::Message", "Left as it is. `slipway resume` goes on from here.")));
        QCoreApplication::quit();
        return;
    }
    m_call.terminal.say(
        say(QT_TRANSLATE_NOOP("Slipway::Message", "Cancelling. Ctrl-C again leaves it as it is.")));
    if (const auto done = m_call.session.people().cancel(m_run); !done)
        m_call.terminal.fail(done.error());
    m_driver->poll();
}

int RunDrive::exec()
{
    if (auto opened = m_driver->open(); !opened) {
        m_call.terminal.fail(opened.error());
        return opened.error().code() == QLatin1String("journal.failed") ? Status::no
                                                                        : Status::wrongUse;
    }
    // Going on with an undo is judged as an undo.
    m_isUndo = m_isUndo || m_driver->run().isUndoing();
    if (!m_driver->isIdle()) {
        m_poll.start();
        QCoreApplication::exec();
    }
    if (!m_driver->problem().isEmpty())
        m_call.terminal.fail(m_driver->problem());
    const int status = statusNow();
    if (!m_call.terminal.isJson()) {
        tellWaiting();
        return status;
    }
    const QJsonObject run =
        runJson(m_driver->run(), m_driver->checklist(), m_driver->next(), m_driver->state());
    m_driver.reset(); // tells that it lets go of the run, the last event before the last line
    m_call.terminal.print(run);
    return status;
}

int RunDrive::execUndo()
{
    m_isUndo = true;
    return exec();
}

void RunDrive::pollStore()
{
    const auto mark = m_call.session.store().changeMark();
    if (mark && *mark == m_changeMark)
        return;
    m_changeMark = mark.valueOr(-1);
    m_driver->poll();
}

int RunDrive::statusNow() const
{
    if (!m_driver->problem().isEmpty() || m_wasLeft)
        return Status::no;
    if (m_isUndo)
        return undoStatus();
    switch (m_driver->state()) {
    case RunState::InDoubt:
        return Status::inDoubt;
    case RunState::Failed:
    case RunState::Cancelled:
    case RunState::Undone:
        return Status::no;
    case RunState::Waiting:
        return Status::waiting;
    default:
        return Status::ok;
    }
}

int RunDrive::undoStatus() const
{
    if (m_driver->state() == RunState::InDoubt)
        return Status::inDoubt;
    return m_driver->run().isUndone() ? Status::ok : Status::no;
}

QString RunDrive::titleOf(const QString &step, const QString &instance) const
{
    const StepSpec *spec = m_driver->checklist().step(step);
    const QString title = spec ? spec->title.in(QLocale().name()) : step;
    return instance.isEmpty() ? title : QStringLiteral("%1 · %2").arg(title, instance);
}

void RunDrive::tell(const Event &event)
{
    if (m_call.terminal.isJson()) {
        m_call.terminal.print(eventJson(event));
        return;
    }
    const QJsonObject body = event.json();
    if (event.kind == EventKind::attemptIntended)
        tellStart(body);
    else if (event.kind == EventKind::attemptEnded)
        tellEnd(body);
}

void RunDrive::tellStart(const QJsonObject &body)
{
    const Message summary = Message::fromJson(
        body[QLatin1String("plan")].toObject()[QLatin1String("summary")].toObject());
    const QString mark =
        body.contains(QLatin1String("undoes")) ? QStringLiteral("↩") : QStringLiteral("…");
    m_call.terminal.say(QStringLiteral("  %1 %2  %3")
                            .arg(mark,
                                 titleOf(body[QLatin1String("step")].toString(),
                                         body[QLatin1String("instance")].toString()),
                                 summary.translated()));
}

void RunDrive::tellEnd(const QJsonObject &body)
{
    const int number = body[QLatin1String("attempt")].toInt();
    const AttemptFold attempt = m_driver->run().attempts.value(number);
    if (!attempt.outcome)
        return;
    const bool isGood = attempt.outcome->end == Outcome::End::Succeeded;
    const QString mark = isGood && !attempt.outcome->error.isEmpty()    ? QStringLiteral("!")
                         : isGood                                       ? QStringLiteral("✓")
                         : attempt.outcome->end == Outcome::End::Failed ? QStringLiteral("✗")
                                                                        : QStringLiteral("–");
    m_call.terminal.say(QStringLiteral("  %1 %2  %3")
                            .arg(mark, titleOf(attempt.key.step, attempt.key.instance),
                                 shortDuration(attempt.endedAt - attempt.startedAt)));
    const Error &error = attempt.outcome->error;
    if (error.isEmpty())
        return;
    m_call.terminal.say(QStringLiteral("    ") + error.translated());
    if (!error.detail().isEmpty())
        m_call.terminal.say(error.detail());
    if (attempt.retryAt > 0)
        m_call.terminal.say(
            QStringLiteral("    ") +
            fillPattern(
                say(QT_TRANSLATE_NOOP("Slipway::Message", "It is tried again in %1, at %2.")),
                {shortDuration(attempt.retryAt - attempt.endedAt), clockTime(attempt.retryAt)}));
    else
        tellTrouble(attempt.key);
}

/// The commands that the step's help has for one that failed.
void RunDrive::tellTrouble(const StepKey &key) const
{
    const RunFold &run = m_driver->run();
    const StepSpec *step = m_driver->checklist().step(key.step);
    const InstanceFold *instance = run.instance(key);
    if (!step || !instance)
        return;
    const QString workspace = m_call.session.places().workspace(run.workspaceRun());
    const HelpParts parts = helpParts(
        shownHelp(run, m_driver->checklist(), *step, *instance, workspace, QLocale().name()));
    for (const HelpParts::Question &question : parts.questions) {
        if (!question.text.isEmpty())
            m_call.terminal.say(QStringLiteral("    ") + question.text);
        for (const QString &command : question.commands)
            m_call.terminal.say(QStringLiteral("      $ ") + command);
    }
}

/// Once for each question of a step that asks again and again.
void RunDrive::tellPolls()
{
    if (m_call.terminal.isJson())
        return;
    for (const AttemptFold &attempt : m_driver->run().attempts) {
        if (!attempt.isOpen())
            continue;
        const auto poll = m_driver->pollOf(attempt.key);
        if (!poll || poll->asksAgainAt == 0 || m_asked.value(attempt.number) == poll->asked)
            continue;
        m_asked[attempt.number] = poll->asked;
        const qint64 left = poll->asksAgainAt - m_call.session.services().clock->now();
        m_call.terminal.say(
            QStringLiteral("    ") +
            fillPattern(say(QT_TRANSLATE_NOOP("Slipway::Message",
                                              "%1: asked %2 times, asks again in %3, until %4.")),
                        {titleOf(attempt.key.step, attempt.key.instance),
                         QString::number(poll->asked), shortDuration(qMax<qint64>(0, left)),
                         clockTime(poll->until)}));
    }
}

void RunDrive::tellWaiting() const
{
    const QString id = m_run.left(6);
    const auto tellEach = [&](const QList<StepKey> &keys, const char *pattern) {
        for (const StepKey &key : keys)
            m_call.terminal.say(
                fillPattern(say(pattern), {titleOf(key.step, key.instance), id, key.text()}));
    };
    tellEach(
        m_driver->next().awaitConfirm,
        QT_TRANSLATE_NOOP("Slipway::Message", "Waits for a go-ahead: %1. slipway confirm %2 %3"));
    tellEach(m_driver->next().awaitTick,
             QT_TRANSLATE_NOOP("Slipway::Message", "To be done by hand: %1. slipway tick %2 %3"));
    tellEach(m_driver->next().awaitDecision,
             QT_TRANSLATE_NOOP("Slipway::Message",
                               "To be decided: %1. slipway approve %2 %3 --tick all"));
    QList<StepKey> merges = m_driver->next().awaitAnswer;
    const auto images = std::stable_partition(merges.begin(), merges.end(), [&](const auto &key) {
        const StepSpec *step = m_driver->checklist().step(key.step);
        return !step || step->uses != u"images.bump";
    });
    tellEach({images, merges.end()},
             QT_TRANSLATE_NOOP("Slipway::Message",
                               "Tags of images to be chosen: %1. slipway images choose %2 %3"));
    merges.erase(images, merges.end());
    tellEach(merges, QT_TRANSLATE_NOOP("Slipway::Message",
                                       "Conflicts to be resolved: %1. slipway resolve %2 %3"));
    for (const AttemptFold &attempt : m_driver->run().attempts) {
        if (attempt.doubt)
            m_call.terminal.say(
                fillPattern(say(QT_TRANSLATE_NOOP(
                                "Slipway::Message",
                                "In doubt: %1. %4 slipway settle %2 %3 done|not-done|failed")),
                            {titleOf(attempt.key.step, attempt.key.instance), id,
                             attempt.key.text(), attempt.doubt->explanation.translated()}));
    }
    tellMissingSecrets();
    tellStuckUndo();
    m_call.terminal.say(stateName(m_driver->state()));
    tellFollowUps(m_call, m_driver->run(), m_driver->checklist());
}

void RunDrive::tellMissingSecrets() const
{
    const QStringList missing = m_driver->missingSecrets();
    for (const StepKey &key : m_driver->next().awaitSecrets) {
        const StepSpec *step = m_driver->checklist().step(key.step);
        const QStringList needed = step ? step->secrets() : QStringList();
        for (const QString &name : needed) {
            if (missing.contains(name))
                m_call.terminal.say(fillPattern(
                    say(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "Needs the secret %1: %2. slipway resume %3 --secret "
                                          "%1")),
                    {name, titleOf(key.step, key.instance), m_run.left(6)}));
        }
    }
    if (!m_driver->next().awaitSecrets.isEmpty() && !m_driver->keyringProblem().isEmpty())
        m_call.terminal.say(m_driver->keyringProblem().translated());
}

void RunDrive::tellStuckUndo() const
{
    const RunFold &run = m_driver->run();
    if (!run.isUndoing() || run.nextUndo() != 0 || run.hasOpenAttempts())
        return;
    const AttemptFold &last = run.attempts.last();
    m_call.terminal.say(fillPattern(
        say(QT_TRANSLATE_NOOP("Slipway::Message",
                              "Not undone: %1. slipway retry %2 %3, or slipway skip %2 %3 "
                              "--reason TEXT to leave it; then slipway resume %2")),
        {titleOf(last.key.step, last.key.instance), m_run.left(6), last.key.text()}));
}

} // namespace Slipway
