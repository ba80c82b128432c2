// SPDX-License-Identifier: MIT
#include "core/process/programspec.h"

#include <QJsonArray>
#include <algorithm>
#include <array>
#include <regex.h>
#include <utility>

namespace Slipway {

namespace {

using End = ProgramResult::End;

constexpr std::array<std::pair<End, const char *>, 8> endNames = {{
    {End::Exited, "exited"},
    {End::Signalled, "signalled"},
    {End::TimedOut, "timed-out"},
    {End::Cancelled, "cancelled"},
    {End::NotStarted, "not-started"},
    {End::PromptMissing, "prompt-missing"},
    {End::PromptUnexpected, "prompt-unexpected"},
    {End::Failed, "failed"},
}};

/// The names that the folder itself uses.
constexpr std::array<const char *, 10> takenNames = {
    "spec.json",    "lock",       "started",     "started.tmp", "output.log",
    "output.index", "result.tmp", "result.json", "cancel",      "abandoned"};

Error badSpec(const char *pattern, const QStringList &arguments)
{
    return {QStringLiteral("program.bad-spec"), pattern, arguments};
}

Result<void> checkPattern(const QString &pattern)
{
    regex_t compiled;
    const int failure =
        ::regcomp(&compiled, pattern.toUtf8().constData(), REG_EXTENDED | REG_NOSUB);
    if (failure == 0) {
        ::regfree(&compiled);
        return {};
    }
    char why[256];
    ::regerror(failure, &compiled, why, sizeof why);
    return badSpec(QT_TRANSLATE_NOOP("Slipway::Error",
                                     "“%1” is no POSIX extended regular expression: %2. Correct "
                                     "the pattern; a backslash makes a character plain."),
                   {pattern, QString::fromLocal8Bit(why)});
}

Result<void> checkCommand(const Command &command)
{
    if (command.argv.isEmpty() || command.argv.first().isEmpty())
        return badSpec(QT_TRANSLATE_NOOP("Slipway::Error", "A command names no program."), {});
    for (const QString &argument : command.argv) {
        if (argument.contains(QChar(0)))
            return badSpec(QT_TRANSLATE_NOOP("Slipway::Error",
                                             "%1 cannot take an argument with a NUL character."),
                           {command.argv.first()});
    }
    if (command.input.contains(QChar(0)))
        return badSpec(QT_TRANSLATE_NOOP("Slipway::Error",
                                         "The standard input of %1 cannot hold a NUL character."),
                       {command.argv.first()});
    const QString &name = command.captureFile;
    const bool isTaken = std::any_of(takenNames.begin(), takenNames.end(), [&](const char *taken) {
        return name == QLatin1String(taken);
    });
    if (isTaken || name.contains(u'/') || name.startsWith(u'.'))
        return badSpec(QT_TRANSLATE_NOOP("Slipway::Error",
                                         "Output cannot be captured in “%1”: a plain file name "
                                         "of the attempt's folder is needed."),
                       {name});
    return {};
}

QJsonObject answerToJson(const PromptAnswer &answer)
{
    QJsonObject json{{QStringLiteral("prompt"), answer.prompt},
                     {QStringLiteral("reply"), answer.reply}};
    if (!answer.secret.isEmpty())
        json.insert(QStringLiteral("secret"), answer.secret);
    return json;
}

QJsonObject textsToJson(const QMap<QString, QString> &texts)
{
    QJsonObject json;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

QMap<QString, QString> textsFromJson(const QJsonObject &json)
{
    QMap<QString, QString> texts;
    for (auto it = json.begin(); it != json.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

QJsonObject commandToJson(const Command &command)
{
    QJsonObject json{{QStringLiteral("argv"), QJsonArray::fromStringList(command.argv)}};
    if (!command.captureFile.isEmpty())
        json.insert(QStringLiteral("captureFile"), command.captureFile);
    if (command.runsAlways)
        json.insert(QStringLiteral("runsAlways"), true);
    if (!command.input.isEmpty())
        json.insert(QStringLiteral("input"), command.input);
    if (!command.inputSecret.isEmpty())
        json.insert(QStringLiteral("inputSecret"), command.inputSecret);
    return json;
}

Command commandFromJson(const QJsonObject &json)
{
    Command command;
    const QJsonArray argv = json.value(QStringLiteral("argv")).toArray();
    for (const QJsonValue &argument : argv)
        command.argv.append(argument.toString());
    command.captureFile = json.value(QStringLiteral("captureFile")).toString();
    command.runsAlways = json.value(QStringLiteral("runsAlways")).toBool();
    command.input = json.value(QStringLiteral("input")).toString();
    command.inputSecret = json.value(QStringLiteral("inputSecret")).toString();
    return command;
}

} // namespace

Result<void> ProgramSpec::check() const
{
    if (commands.isEmpty())
        return badSpec(QT_TRANSLATE_NOOP("Slipway::Error", "There is no command to run."), {});
    if (!directory.startsWith(u'/'))
        return badSpec(
            QT_TRANSLATE_NOOP("Slipway::Error", "The folder to run in, “%1”, is no absolute path."),
            {directory});
    if (!answers.isEmpty() && !terminal)
        return badSpec(
            QT_TRANSLATE_NOOP("Slipway::Error", "Answers need a terminal: set terminal as well."),
            {});
    for (const Command &command : commands) {
        if (terminal && (!command.input.isEmpty() || !command.inputSecret.isEmpty()))
            return badSpec(
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "What runs on a terminal gets its input from there: use answers "
                                  "in place of a standard input."),
                {});
        if (const Result<void> checked = checkCommand(command); !checked)
            return checked;
    }
    for (const PromptAnswer &answer : answers) {
        if (const Result<void> checked = checkPattern(answer.prompt); !checked)
            return checked;
    }
    return interruptPattern.isEmpty() ? Result<void>() : checkPattern(interruptPattern);
}

QJsonObject ProgramSpec::toJson() const
{
    QJsonArray commandList;
    for (const Command &command : commands)
        commandList.append(commandToJson(command));
    QJsonArray answerList;
    for (const PromptAnswer &answer : answers)
        answerList.append(answerToJson(answer));
    QJsonObject json{{QStringLiteral("commands"), commandList},
                     {QStringLiteral("directory"), directory},
                     {QStringLiteral("environment"), textsToJson(environment)},
                     {QStringLiteral("terminal"), terminal},
                     {QStringLiteral("answers"), answerList},
                     {QStringLiteral("timeoutMs"), timeoutMs},
                     {QStringLiteral("promptWaitMs"), promptWaitMs},
                     {QStringLiteral("interruptPattern"), interruptPattern},
                     {QStringLiteral("interruptAfterMs"), interruptAfterMs},
                     {QStringLiteral("maxLogBytes"), maxLogBytes}};
    if (!secretEnvironment.isEmpty())
        json.insert(QStringLiteral("secretEnvironment"), textsToJson(secretEnvironment));
    return json;
}

QStringList ProgramSpec::secrets() const
{
    QStringList names = secretEnvironment.values();
    for (const PromptAnswer &answer : answers)
        names.append(answer.secret);
    for (const Command &command : commands)
        names.append(command.inputSecret);
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

Result<ProgramSpec> ProgramSpec::fromJson(const QJsonObject &json)
{
    ProgramSpec spec;
    const QJsonArray commandList = json.value(QStringLiteral("commands")).toArray();
    for (const QJsonValue &command : commandList)
        spec.commands.append(commandFromJson(command.toObject()));
    spec.directory = json.value(QStringLiteral("directory")).toString();
    spec.environment = textsFromJson(json.value(QStringLiteral("environment")).toObject());
    spec.secretEnvironment =
        textsFromJson(json.value(QStringLiteral("secretEnvironment")).toObject());
    spec.terminal = json.value(QStringLiteral("terminal")).toBool();
    const QJsonArray answerList = json.value(QStringLiteral("answers")).toArray();
    for (const QJsonValue &answer : answerList)
        spec.answers.append({answer[QStringLiteral("prompt")].toString(),
                             answer[QStringLiteral("reply")].toString(),
                             answer[QStringLiteral("secret")].toString()});
    spec.timeoutMs = json.value(QStringLiteral("timeoutMs")).toInteger(spec.timeoutMs);
    spec.promptWaitMs = json.value(QStringLiteral("promptWaitMs")).toInteger(spec.promptWaitMs);
    spec.interruptPattern = json.value(QStringLiteral("interruptPattern")).toString();
    spec.interruptAfterMs = json.value(QStringLiteral("interruptAfterMs")).toInteger();
    spec.maxLogBytes = json.value(QStringLiteral("maxLogBytes")).toInteger(spec.maxLogBytes);
    if (const Result<void> checked = spec.check(); !checked)
        return checked.error();
    return spec;
}

bool ProgramResult::isSuccess() const
{
    // A command that did not run has no status; without a failure before it, it ran.
    return end == End::Exited && !commands.isEmpty() &&
           std::all_of(commands.begin(), commands.end(),
                       [](const CommandEnd &command) { return command.exitCode == 0; });
}

QJsonObject ProgramResult::toJson() const
{
    QJsonArray ends;
    for (const CommandEnd &command : commands)
        ends.append(QJsonObject{{QStringLiteral("exitCode"), command.exitCode},
                                {QStringLiteral("signal"), command.signal}});
    const auto named = std::find_if(endNames.begin(), endNames.end(),
                                    [this](const auto &entry) { return entry.first == end; });
    return {{QStringLiteral("end"), QLatin1String(named->second)},
            {QStringLiteral("commands"), ends},
            {QStringLiteral("reason"), reason},
            {QStringLiteral("promptText"), promptText},
            {QStringLiteral("startedAt"), startedAt},
            {QStringLiteral("finishedAt"), finishedAt},
            {QStringLiteral("logBytes"), logBytes},
            {QStringLiteral("droppedBytes"), droppedBytes},
            {QStringLiteral("leftovers"), leftovers},
            {QStringLiteral("survivors"), QJsonArray::fromStringList(survivors)},
            {QStringLiteral("interrupted"), wasInterrupted}};
}

Result<ProgramResult> ProgramResult::fromJson(const QJsonObject &json)
{
    ProgramResult result;
    const QString name = json.value(QStringLiteral("end")).toString();
    const auto named = std::find_if(endNames.begin(), endNames.end(), [&](const auto &entry) {
        return name == QLatin1String(entry.second);
    });
    if (named == endNames.end())
        return Error(QStringLiteral("program.bad-result"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The result of the programs cannot be understood: “%1” is "
                                       "no way to end."),
                     {name});
    result.end = named->first;
    const QJsonArray ends = json.value(QStringLiteral("commands")).toArray();
    for (const QJsonValue &command : ends)
        result.commands.append({command[QStringLiteral("exitCode")].toInt(-1),
                                command[QStringLiteral("signal")].toInt()});
    result.reason = json.value(QStringLiteral("reason")).toString();
    result.promptText = json.value(QStringLiteral("promptText")).toString();
    result.startedAt = json.value(QStringLiteral("startedAt")).toInteger();
    result.finishedAt = json.value(QStringLiteral("finishedAt")).toInteger();
    result.logBytes = json.value(QStringLiteral("logBytes")).toInteger();
    result.droppedBytes = json.value(QStringLiteral("droppedBytes")).toInteger();
    result.leftovers = json.value(QStringLiteral("leftovers")).toInteger();
    const QJsonArray left = json.value(QStringLiteral("survivors")).toArray();
    for (const QJsonValue &survivor : left)
        result.survivors.append(survivor.toString());
    result.wasInterrupted = json.value(QStringLiteral("interrupted")).toBool();
    return result;
}

} // namespace Slipway
