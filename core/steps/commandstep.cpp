// SPDX-License-Identifier: MIT
#include "core/steps/commandstep.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/steps/commandspec.h"
#include "core/steps/outputscan.h"
#include "core/steps/programtext.h"
#include "core/steps/startedcontainers.h"
#include "core/steps/undoing.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>

namespace Slipway {

namespace {

constexpr qint64 largestOutput = 64 * 1024;
constexpr int interruptedStatus = 130;
constexpr int probeTimeoutMs = 120'000;
constexpr int probeNotDone = 10;

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
    for (const PromptAnswer &answer : command.answers)
        facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Asked «%1», it replies"),
                              {answer.prompt}),
                      answer.reply});
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

Result<void> checkOutput(const CommandParameters &command, const StepContext &context)
{
    OutputScan scan(command.expect, command.reject);
    scan.read(context.attempt.logFile());
    scan.read(context.attempt.captureFile(QStringLiteral("stdout")));
    if (!scan.rejectedLine().isEmpty())
        return Error(QStringLiteral("command.rejected-output"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "It printed what it must not (%1): «%2»."),
                     {command.reject, scan.rejectedLine()});
    if (!scan.hasExpected())
        return Error(QStringLiteral("command.expected-output"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "It ended well, but no line of its output matches «%1», "
                                       "which it must print when its work is done."),
                     {command.expect});
    return {};
}

/// A number with a fraction has no place among values: it becomes text.
Value valueOf(const QJsonValue &json)
{
    if (json.isDouble() && (std::floor(json.toDouble()) != json.toDouble() ||
                            std::abs(json.toDouble()) > 9007199254740992.0))
        return Value(QString::number(json.toDouble(), 'g', 17));
    if (json.isArray()) {
        Value::List list;
        const QJsonArray array = json.toArray();
        for (const QJsonValue &element : array)
            list.append(valueOf(element));
        return Value(list);
    }
    if (json.isObject()) {
        Value::Map map;
        const QJsonObject object = json.toObject();
        for (auto it = object.constBegin(); it != object.constEnd(); ++it)
            map.insert(it.key(), valueOf(it.value()));
        return Value(map);
    }
    return Value::fromJson(json);
}

Result<Value> jsonOf(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error(QStringLiteral("command.bad-json"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Its output is no JSON object or list: %1 at byte %2."),
                     {problem.errorString(), QString::number(problem.offset)});
    const Value value =
        valueOf(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    // The journal must give back what it was given.
    const auto stored = canonicalJson(value.toJson());
    if (!stored || !(Value::fromJson(value.toJson()) == value))
        return Error(QStringLiteral("command.json-keys"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Its output cannot be kept as a value: keys may have ASCII "
                                       "characters only and may not begin with a dollar sign."));
    return value;
}

Result<Value::Map> outputsFrom(const CommandParameters &command, const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes).trimmed();
    Value::Map outputs{{QStringLiteral("stdout"), Value(text)}};
    if (command.output == u"lines")
        outputs[QStringLiteral("lines")] =
            Value::ofTexts(plainOutput(text).split(u'\n', Qt::SkipEmptyParts));
    if (command.output == u"json") {
        const auto json = jsonOf(bytes);
        if (!json)
            return json.error();
        outputs[QStringLiteral("json")] = *json;
        outputs.remove(QStringLiteral("stdout"));
    }
    return outputs;
}

/// Fills in the outputs that come from the captured standard output, and the evidence.
Result<void> takeOutput(const CommandParameters &command, const StepContext &context,
                        Outcome *outcome)
{
    const QString file = context.attempt.captureFile(QStringLiteral("stdout"));
    const qint64 size = QFileInfo(file).size();
    if (size > largestOutput)
        return Error(QStringLiteral("command.output-too-large"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "It printed %1 bytes, and an output holds 65536. Let it "
                                       "write a file and print the file's name."),
                     {QString::number(size)});
    const auto bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const auto evidence = storeEvidence(
        context, QStringLiteral("stdout"),
        command.output == u"json" ? QStringLiteral("json") : QStringLiteral("text"), *bytes);
    if (!evidence)
        return evidence.error();
    outcome->evidence.append(*evidence);
    const auto outputs = outputsFrom(command, *bytes);
    if (!outputs)
        return outputs.error();
    outcome->outputs.insert(*outputs);
    return {};
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
    plan.undo = notUndone(QT_TRANSLATE_NOOP(
        "Slipway::Message", "Nobody but its author knows what takes a program's work back. Say it "
                            "with \"undo\" at the step."));
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Runs %1."), {shownProgram(command->argv)});
    CommandParameters labelled = *command;
    labelled.argv = withEffectLabel(command->argv, context.effectKey);
    plan.facts = factsOf(labelled);
    plan.programs = labelled.programs();
    plan.programs->timeoutMs = context.timeoutMs;
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
    auto checked =
        command->takesOutput() ? takeOutput(*command, context, &outcome) : Result<void>();
    if (checked)
        checked = checkOutput(*command, context);
    return checked ? outcome : Outcome::failed(checked.error(), outcome.evidence);
}

Finding CommandStep::probe(const Intent &intent, const StepContext &context) const
{
    const auto command = CommandParameters::read(intent.with, context.workspace);
    if (!command || command->probe.isEmpty())
        return withoutProbe(command && command->isSafeAgain);
    Question question;
    question.argv = command->probe;
    question.directory = command->directory;
    question.environment = command->environment;
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
