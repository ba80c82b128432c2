// SPDX-License-Identifier: MIT
#include "core/steps/commandspec.h"

#include "core/checklist/secrethandle.h"
#include "core/steps/rootedpath.h"

#include <QRegularExpression>
#include <algorithm>

namespace Slipway {

namespace {

constexpr qint64 usualPromptWaitMs = 60'000;
const QString captureName = QStringLiteral("stdout");

Result<QString> patternOf(const Value::Map &with, const QString &name)
{
    const QString text = with[name].text();
    const QRegularExpression pattern(text);
    if (!pattern.isValid())
        return Error(QStringLiteral("command.bad-pattern"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "\"%1\" is no regular expression: %2. A backslash before a "
                                       "character takes it as it is."),
                     {name, pattern.errorString()});
    return text;
}

Result<qint64> durationOf(const Value::Map &with, const QString &name)
{
    const Value value = with[name];
    return value.isNull() ? Result<qint64>(0) : durationMs(value.display());
}

bool hasNul(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (text.contains(QChar(0)))
            return true;
    }
    return false;
}

} // namespace

Result<CommandParameters> CommandParameters::read(const Value::Map &with, const QString &workspace)
{
    CommandParameters parameters;
    for (const auto &done :
         {parameters.readProgram(with, workspace), parameters.readEnvironment(with),
          parameters.readAnswers(with), parameters.readInput(with), parameters.readEnd(with),
          parameters.readInterrupt(with), parameters.readCaptures(with)}) {
        if (!done)
            return done.error();
    }
    if (parameters.takesOutput() && parameters.terminal)
        return Error(QStringLiteral("command.terminal-output"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "A program on a terminal cannot give its output as a value "
                                       "too. Leave out \"terminal\" and \"answers\", or "
                                       "\"output\"."));
    return parameters;
}

Result<void> CommandParameters::readProgram(const Value::Map &with, const QString &workspace)
{
    const QStringList run = with[QStringLiteral("run")].texts();
    if (run.isEmpty() || run.first().trimmed().isEmpty() || hasNul(run))
        return Error(QStringLiteral("command.no-program"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "\"run\" names no program. Write the program and its "
                                       "arguments as a list, such as [./build.sh, --quick]."));
    const bool isShell = with[QStringLiteral("shell")].flag();
    if (isShell && run.size() > 1)
        return Error(QStringLiteral("command.shell-list"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "With \"shell\", \"run\" is one text and not a list of %1. "
                                       "Values reach the text as environment variables."),
                     {QString::number(run.size())});
    argv = isShell ? QStringList{QStringLiteral("bash"), QStringLiteral("-c"), run.first()} : run;
    const auto root = rootFolder(with[QStringLiteral("in")], workspace);
    if (!root)
        return root.error();
    directory = *root;
    const Value asked = with[QStringLiteral("probe")];
    probe = asked.isMap() ? asked[QStringLiteral("run")].texts() : asked.texts();
    isReading = with[QStringLiteral("reads")].flag();
    isSafeAgain = isReading || with[QStringLiteral("again")].text() == u"safe";
    return {};
}

Result<void> CommandParameters::readEnvironment(const Value::Map &with)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    const Value::Map variables = with[QStringLiteral("env")].map();
    for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
        const QString value = it->display();
        if (!name.match(it.key()).hasMatch() || value.contains(QChar(0)))
            return Error(QStringLiteral("command.bad-environment"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "%1 cannot be an environment variable. A name has "
                                           "letters, digits and _, and does not begin with a "
                                           "digit."),
                         {it.key()});
        if (isSecretHandle(*it))
            secretEnvironment.insert(it.key(), secretName(*it));
        else
            environment.insert(it.key(), value);
    }
    return {};
}

Result<void> CommandParameters::readInput(const Value::Map &with)
{
    const Value given = with[QStringLiteral("stdin")];
    inputSecret = secretName(given);
    input = inputSecret.isEmpty() ? given.text() : QString();
    if (given.isNull() || !terminal)
        return {};
    return Error(QStringLiteral("command.terminal-input"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "A program on a terminal reads from it. Leave out \"stdin\", "
                                   "or \"terminal\" and \"answers\"."));
}

Result<void> CommandParameters::readAnswers(const Value::Map &with)
{
    const Value::List list = with[QStringLiteral("answers")].list();
    for (const Value &answer : list) {
        const QString prompt = answer[QStringLiteral("prompt")].text();
        if (prompt.isEmpty())
            return Error(QStringLiteral("command.bad-answer"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "An answer needs the question it belongs to: {prompt: "
                                           "'Continue', reply: 'yes'}."));
        const Value reply = answer[QStringLiteral("reply")];
        if (isSecretHandle(reply))
            answers.append({prompt, {}, secretName(reply)});
        else
            answers.append({prompt, reply.display()});
    }
    terminal = with[QStringLiteral("terminal")].flag() || !answers.isEmpty();
    const auto wait = durationOf(with, QStringLiteral("prompt-wait"));
    if (!wait)
        return wait.error();
    promptWaitMs = *wait;
    return {};
}

Result<void> CommandParameters::readEnd(const Value::Map &with)
{
    const Value asked = with[QStringLiteral("output")];
    output = asked.isNull() ? QStringLiteral("none") : asked.text();
    const auto expected = patternOf(with, QStringLiteral("expect"));
    if (!expected)
        return expected.error();
    const auto rejected = patternOf(with, QStringLiteral("reject"));
    if (!rejected)
        return rejected.error();
    expect = *expected;
    reject = *rejected;
    const Value::List codes = with[QStringLiteral("success-codes")].list();
    for (const Value &code : codes)
        successCodes.append(code.number());
    if (successCodes.isEmpty())
        successCodes = {0};
    return {};
}

Result<void> CommandParameters::readInterrupt(const Value::Map &with)
{
    const auto after = durationOf(with, QStringLiteral("interrupt-after"));
    if (!after)
        return after.error();
    const auto when = patternOf(with, QStringLiteral("interrupt-when"));
    if (!when)
        return when.error();
    interruptAfterMs = *after;
    interruptWhen = *when;
    return {};
}

Result<void> CommandParameters::readCaptures(const Value::Map &with)
{
    const Value::Map map = with[QStringLiteral("capture")].map();
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        const auto capture = Capture::read(it.key(), *it);
        if (!capture)
            return capture.error();
        captures.append(*capture);
    }
    return {};
}

bool CommandParameters::takesJson() const
{
    return std::any_of(captures.cbegin(), captures.cend(),
                       [](const Capture &capture) { return capture.isJson(); });
}

namespace {

Result<QString> valueOf(const QString &name, const SecretValues &secrets)
{
    if (const auto value = secrets.value(name))
        return *value;
    return Error(QStringLiteral("command.no-secret"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The secret '%1' is not known here. Give it, then try again."),
                 {name});
}

} // namespace

Result<QMap<QString, QString>> CommandParameters::environmentWith(const SecretValues &secrets) const
{
    QMap<QString, QString> all = environment;
    for (auto it = secretEnvironment.cbegin(); it != secretEnvironment.cend(); ++it) {
        const auto value = valueOf(*it, secrets);
        if (!value)
            return value.error();
        all.insert(it.key(), *value);
    }
    return all;
}

Result<QByteArray> CommandParameters::inputWith(const SecretValues &secrets) const
{
    if (inputSecret.isEmpty())
        return input.toUtf8();
    const auto value = valueOf(inputSecret, secrets);
    return value ? Result<QByteArray>(value->toUtf8()) : Result<QByteArray>(value.error());
}

ProgramSpec CommandParameters::programs() const
{
    ProgramSpec spec;
    Command command;
    command.argv = argv;
    // A program beside the work, such as ./build.sh, is meant in the folder it runs in.
    if (argv.first().contains(u'/') && !argv.first().startsWith(u'/'))
        command.argv.first() = directory + u'/' + argv.first();
    if (takesOutput())
        command.captureFile = captureName;
    command.input = input;
    command.inputSecret = inputSecret;
    spec.commands = {command};
    spec.directory = directory;
    spec.environment = environment;
    spec.secretEnvironment = secretEnvironment;
    spec.terminal = terminal;
    spec.answers = answers;
    spec.promptWaitMs = promptWaitMs > 0 ? promptWaitMs : usualPromptWaitMs;
    spec.interruptPattern = interruptWhen;
    spec.interruptAfterMs = interruptAfterMs;
    return spec;
}

} // namespace Slipway
