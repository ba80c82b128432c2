// SPDX-License-Identifier: MIT
#include "core/steps/commandstep.h"

#include "core/steps/commandoutput.h"
#include "core/steps/commandspec.h"
#include "core/steps/programtext.h"
#include "core/steps/startedcontainers.h"
#include "core/steps/undoing.h"

#include <QJsonObject>

namespace Slipway {

namespace {

constexpr int interruptedStatus = 130;
constexpr int probeTimeoutMs = 120'000;
constexpr int questionTimeoutMs = 120'000;
constexpr qsizetype longestDetail = 2000;
constexpr qsizetype longestInput = 2000;
constexpr int probeNotDone = 10;

/// Its name stands for what nobody sees.
QString shownSecret(const QString &name)
{
    return QStringLiteral("••• (%1)").arg(name);
}

QList<Fact> factsOf(const CommandParameters &command)
{
    QList<Fact> facts;
    const auto add = [&facts](const char *label, const QString &value) {
        if (!value.isEmpty())
            facts.append({Message(label), value});
    };
    add(QT_TRANSLATE_NOOP("Slipway::Message", "Runs"), shownProgram(command.argv));
    add(QT_TRANSLATE_NOOP("Slipway::Message", "In"), command.directory);
    add(QT_TRANSLATE_NOOP("Slipway::Message", "With the variables"),
        QStringList(command.environment.keys()).join(QStringLiteral(", ")));
    for (auto it = command.secretEnvironment.cbegin(); it != command.secretEnvironment.cend(); ++it)
        add(QT_TRANSLATE_NOOP("Slipway::Message", "With a secret in the environment"),
            QStringLiteral("%1 = %2").arg(it.key(), shownSecret(*it)));
    add(QT_TRANSLATE_NOOP("Slipway::Message", "On its standard input"),
        command.inputSecret.isEmpty() ? command.input.left(longestInput)
                                      : shownSecret(command.inputSecret));
    for (const PromptAnswer &answer : command.answers)
        facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Asked «%1», it replies"),
                              {answer.prompt}),
                      answer.secret.isEmpty() ? answer.reply : shownSecret(answer.secret)});
    add(QT_TRANSLATE_NOOP("Slipway::Message", "Must print"), command.expect);
    add(QT_TRANSLATE_NOOP("Slipway::Message", "Must not print"), command.reject);
    QStringList codes;
    for (const qint64 code : command.successCodes)
        codes.append(QString::number(code));
    if (codes != QStringList{QStringLiteral("0")})
        add(QT_TRANSLATE_NOOP("Slipway::Message", "Statuses of success"),
            codes.join(QStringLiteral(", ")));
    if (command.interruptAfterMs > 0)
        add(QT_TRANSLATE_NOOP("Slipway::Message", "Interrupted after, in seconds"),
            QString::number(command.interruptAfterMs / 1000));
    add(QT_TRANSLATE_NOOP("Slipway::Message", "Interrupted when it prints"), command.interruptWhen);
    return facts;
}

qint64 statusOf(const ProgramResult &result)
{
    if (result.commands.isEmpty())
        return -1;
    const ProgramResult::CommandEnd &end = result.commands.first();
    return end.signal > 0 ? 128 + end.signal : end.exitCode;
}

bool isSuccess(const CommandParameters &command, qint64 status)
{
    if (command.successCodes.contains(status))
        return true;
    // A program that does not handle our interruption is ended by it, as was asked for.
    return command.isInterrupted() && status == interruptedStatus &&
           command.successCodes == QList<qint64>{0};
}

/// There will be no other answer, however often it is asked.
Outcome hopeless(const Error &error)
{
    QJsonObject json = error.toJson();
    json[QStringLiteral("code")] = QStringLiteral("poll.hopeless");
    return Outcome::failed(Error::fromJson(json));
}

Outcome answerOf(const CommandParameters &command, const Reply &reply)
{
    const QString said = plainOutput(QString::fromUtf8(reply.errorOutput)).trimmed();
    if (!isSuccess(command, reply.exitCode))
        return Outcome::failed(
            Error(QStringLiteral("command.no-answer"),
                  QT_TRANSLATE_NOOP("Slipway::Error", "The program ended with status %1."),
                  {QString::number(reply.exitCode)})
                .withDetail(said.right(longestDetail)));
    const auto outputs = outputsOfReply(command, reply);
    if (!outputs)
        return Outcome::failed(outputs.error());
    Outcome outcome = Outcome::succeeded(*outputs);
    outcome.outputs[QStringLiteral("status")] = Value(reply.exitCode);
    return outcome;
}

Finding finding(Finding::Verdict verdict, const char *pattern, const QStringList &arguments = {})
{
    Finding found;
    found.verdict = verdict;
    found.explanation = Message(pattern, arguments);
    return found;
}

Finding withoutProbe(bool isSafeAgain)
{
    if (isSafeAgain)
        return finding(Finding::Verdict::NotDone,
                       QT_TRANSLATE_NOOP("Slipway::Message",
                                         "Nobody knows whether it ran to its end, but the step "
                                         "says that it may be repeated."));
    return finding(Finding::Verdict::Unknown,
                   QT_TRANSLATE_NOOP("Slipway::Message",
                                     "Nothing can tell whether the program did its work. Look at "
                                     "its log and at what it works on, then say how it ended."));
}

} // namespace

CommandStep::CommandStep() : m_spec(commandSpec()) {}

Result<Plan> CommandStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto command = CommandParameters::read(with, context.workspace);
    if (!command)
        return command.error();
    Plan plan;
    plan.undo = command->isReading
                    ? nothingToUndo(QT_TRANSLATE_NOOP("Slipway::Message",
                                                      "It only looks, as its checklist says."))
                    : notUndone(QT_TRANSLATE_NOOP(
                          "Slipway::Message", "Nobody but its author knows what takes a program's "
                                              "work back. Say it with \"undo\" at the step."));
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Runs %1."), {shownProgram(command->argv)});
    CommandParameters labelled = *command;
    labelled.argv = withEffectLabel(command->argv, context.effectKey);
    plan.facts = factsOf(labelled);
    plan.programs = labelled.programs();
    plan.programs->timeoutMs = context.timeoutMs;
    // What cannot be started is said now: a plan is read back when it is carried out.
    if (const auto checked = plan.programs->check(); !checked)
        return checked.error();
    return plan;
}

Outcome CommandStep::conclude(const Intent &intent, const ProgramResult &result,
                              const StepContext &context) const
{
    const auto command = CommandParameters::read(intent.with, context.workspace);
    if (!command)
        return Outcome::failed(command.error());
    const qint64 status = statusOf(result);
    const bool ended = result.end == ProgramResult::End::Exited;
    if (wasCutShort(result)) {
        if (const auto removed = removeLabelled(command->argv, context); !removed)
            return Outcome::failed(removed.error(), {logEvidence(context)});
    }
    if (!ended || (!isSuccess(*command, status) && status != 0))
        return concludePrograms(result, context);
    Outcome outcome = Outcome::succeeded({}, {logEvidence(context)});
    if (!isSuccess(*command, status))
        return Outcome::failed(
            Error(QStringLiteral("command.unexpected-success"),
                  QT_TRANSLATE_NOOP("Slipway::Error",
                                    "The program ended with status 0, which is not among the "
                                    "statuses that mean success here.")),
            outcome.evidence);
    outcome.outputs = {
        {QStringLiteral("status"), Value(status)},
        {QStringLiteral("seconds"), Value((result.finishedAt - result.startedAt + 500) / 1000)}};
    const auto taken = takeOutput(*command, context, &outcome);
    return taken ? outcome : Outcome::failed(taken.error(), outcome.evidence);
}

Outcome CommandStep::question(const Intent &intent, const StepContext &context) const
{
    const auto command = CommandParameters::read(intent.with, context.workspace);
    if (!command)
        return hopeless(command.error());
    if (command->terminal || command->isInterrupted())
        return hopeless(
            Error(QStringLiteral("command.poll-terminal"),
                  QT_TRANSLATE_NOOP("Slipway::Error",
                                    "A program that is asked by 'poll' has no terminal and ends by "
                                    "itself. Leave out \"terminal\", \"answers\" and "
                                    "\"interrupt-…\".")));
    Question question;
    question.argv = command->programs().commands.first().argv;
    question.directory = command->directory;
    const auto environment = command->environmentWith(context.secrets);
    const auto input = command->inputWith(context.secrets);
    if (!environment || !input)
        return hopeless(environment ? input.error() : environment.error());
    question.environment = *environment;
    question.input = *input;
    question.timeoutMs = questionTimeoutMs;
    const auto reply = context.ask(question);
    if (!reply) {
        static const QStringList lasting{QStringLiteral("program.missing"),
                                         QStringLiteral("program.no-directory"),
                                         QStringLiteral("program.bad-argument")};
        return lasting.contains(reply.error().code()) ? hopeless(reply.error())
                                                      : Outcome::failed(reply.error());
    }
    return answerOf(*command, *reply);
}

Result<Aftermath> CommandStep::rehearse(const Intent &intent, const StepContext &context,
                                        Overlay &overlay) const
{
    auto after = Kind::rehearse(intent, context, overlay);
    if (after)
        after->changesFiles = !intent.with[QStringLiteral("reads")].flag();
    return after;
}

Finding CommandStep::probe(const Intent &intent, const StepContext &context) const
{
    const auto command = CommandParameters::read(intent.with, context.workspace);
    if (!command || command->probe.isEmpty())
        return withoutProbe(command && command->isSafeAgain);
    Question question;
    question.argv = command->probe;
    question.directory = command->directory;
    const auto environment = command->environmentWith(context.secrets);
    if (!environment)
        return finding(Finding::Verdict::Unknown,
                       QT_TRANSLATE_NOOP("Slipway::Message", "The probe could not be asked: %1"),
                       {environment.error().message()});
    question.environment = *environment;
    question.timeoutMs = probeTimeoutMs;
    const auto reply = context.ask(question);
    if (!reply)
        return finding(Finding::Verdict::Unknown,
                       QT_TRANSLATE_NOOP("Slipway::Message", "The probe could not be asked: %1"),
                       {reply.error().message()});
    Finding found;
    if (reply->exitCode == 0) {
        found = finding(Finding::Verdict::Done,
                        QT_TRANSLATE_NOOP("Slipway::Message", "The step's probe says it is done."));
        found.outcome = Outcome::succeeded({}, {logEvidence(context)});
    } else if (reply->exitCode == probeNotDone) {
        found =
            finding(Finding::Verdict::NotDone,
                    QT_TRANSLATE_NOOP("Slipway::Message", "The step's probe says it is not done."));
    } else {
        found = finding(Finding::Verdict::Unknown,
                        QT_TRANSLATE_NOOP("Slipway::Message",
                                          "The step's probe cannot tell: it ended with status %1."),
                        {QString::number(reply->exitCode)});
    }
    const QString said = plainOutput(QString::fromUtf8(reply->output)).trimmed();
    if (!said.isEmpty())
        found.facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "The probe says")), said.left(2000)});
    return found;
}

} // namespace Slipway
