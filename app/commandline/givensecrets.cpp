// SPDX-License-Identifier: MIT
#include "app/commandline/givensecrets.h"

#include "core/run/runstarter.h"

#include <QCoreApplication>
#include <QLocale>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace Slipway {

namespace {

const QString optionName = QStringLiteral("secret");
constexpr qsizetype longestSecret = 64 * 1024;

/// What is typed does not show while this lives; also after an interruption, since Ctrl-C is
/// then a character that ends the question.
class Unseen final
{
public:
    explicit Unseen(int fd) : m_fd(fd)
    {
        if (::tcgetattr(m_fd, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO | ISIG);
        m_isSet = ::tcsetattr(m_fd, TCSAFLUSH, &quiet) == 0;
    }
    ~Unseen()
    {
        if (m_isSet)
            ::tcsetattr(m_fd, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(Unseen)
    bool isSet() const { return m_isSet; }

private:
    int m_fd;
    termios m_before = {};
    bool m_isSet = false;
};

bool isAtTerminal()
{
    return ::isatty(STDIN_FILENO) != 0;
}

Error notRead()
{
    return {QStringLiteral("secret.not-read"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The secret could not be read: standard input ended, or it was "
                              "interrupted.")};
}

/// Byte by byte, so that the next question finds the next line. toEnd: all that comes.
Result<QString> readInput(bool toEnd)
{
    QByteArray bytes;
    bool isOver = false;
    for (char byte = 0; bytes.size() <= longestSecret;) {
        const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        isOver = count <= 0;
        if (isOver || (byte == '\n' && !toEnd))
            break;
        if (byte == '\x03' && !toEnd && isAtTerminal())
            return notRead();
        bytes.append(byte);
    }
    if (isOver && bytes.isEmpty())
        return notRead();
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return QString::fromUtf8(bytes);
}

Result<QString> ask(const Call &call, const InputSpec &input)
{
    // Before the question: what is typed at once must not show, and must not be flushed either.
    const Unseen unseen(STDIN_FILENO);
    if (!unseen.isSet())
        return notRead();
    const QString question =
        fillPattern(QCoreApplication::translate(
                        "Slipway::Message",
                        QT_TRANSLATE_NOOP("Slipway::Message", "%1 (secret %2, is not shown): ")),
                    {input.title.in(QLocale().name()), input.name});
    const QByteArray shown = safeForTerminal(question.toUtf8());
    std::fwrite(shown.constData(), 1, size_t(shown.size()), stderr);
    std::fflush(stderr);
    auto value = readInput(false);
    call.terminal.say(QString());
    return value;
}

Result<QString> checked(Result<QString> value)
{
    if (!value)
        return value;
    const auto fine = checkSecret(*value);
    return fine ? value : Result<QString>(fine.error());
}

struct Given
{
    QString name;
    bool isWhole = false; ///< NAME=-: all of standard input
};

Result<Given> givenOf(const QString &text)
{
    if (text.endsWith(QLatin1String("=-")))
        return Given{text.chopped(2), true};
    if (!text.contains(u'='))
        return Given{text, false};
    return Error(QStringLiteral("secret.argument"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The value of a secret is never an argument, which every "
                                   "program of this machine can read. Write --secret %1 and give "
                                   "it when asked, or on standard input."),
                 {text.section(u'=', 0, 0).left(100)});
}

/// Those of the checklist that are kept nowhere and were not given; an empty answer leaves one out.
Result<void> askForMissing(Call &call, const Checklist &checklist)
{
    const auto found = call.session.secrets().find(checklist.name, checklist.secrets());
    for (const InputSpec &input : checklist.inputs) {
        if (!input.isSecret() || found.values.contains(input.name))
            continue;
        const auto value = ask(call, input);
        if (!value)
            return value.error();
        if (checkSecret(*value))
            call.session.secrets().keepForSession(checklist.name, input.name, *value);
    }
    return {};
}

} // namespace

QCommandLineOption secretOption()
{
    return {{QStringLiteral("s"), optionName},
            QCoreApplication::translate(
                "Slipway::Help",
                QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Ask for this secret, or read a line of standard input; NAME=- "
                                  "reads all of it. For this run only.")),
            QStringLiteral("NAME")};
}

Result<InputSpec> secretNamed(const Checklist &checklist, const QString &name)
{
    const InputSpec *input = checklist.input(name);
    if (input && input->isSecret())
        return *input;
    const QStringList names = checklist.secrets();
    if (names.isEmpty())
        return Error(QStringLiteral("secret.none"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "This checklist has no secrets."));
    return Error(
        QStringLiteral("secret.unknown"),
        QT_TRANSLATE_NOOP("Slipway::Error", "The checklist has no secret '%1'. It has: %2."),
        {name.left(100), names.join(QLatin1String(", "))});
}

Result<void> checkGivenSecrets(const Call &call, const Checklist &checklist)
{
    const QStringList texts = call.options.values(optionName);
    for (const QString &text : texts) {
        const auto given = givenOf(text);
        const auto input =
            given ? secretNamed(checklist, given->name) : Result<InputSpec>(given.error());
        if (!input)
            return input.error();
    }
    return {};
}

Result<void> takeGivenSecrets(Call &call, const Checklist &checklist)
{
    if (const auto fine = checkGivenSecrets(call, checklist); !fine)
        return fine;
    const QStringList texts = call.options.values(optionName);
    for (const QString &text : texts) {
        const Given given = givenOf(text).valueOr({});
        const InputSpec input = *checklist.input(given.name);
        const auto value = checked(given.isWhole    ? readInput(true)
                                   : isAtTerminal() ? ask(call, input)
                                                    : readInput(false));
        if (!value)
            return value.error();
        call.session.secrets().keepForSession(checklist.name, input.name, *value);
    }
    const bool mayAsk = isAtTerminal() && !call.terminal.isJson() && !checklist.secrets().isEmpty();
    return mayAsk ? askForMissing(call, checklist) : Result<void>();
}

bool takeSecretsOfRun(Call &call, const QString &run)
{
    const auto fold = loadRun(call.session.store(), run);
    const auto checklist = fold ? pinnedChecklist(*fold, call.session.services().objects())
                                : Result<Checklist>(fold.error());
    const auto taken =
        checklist ? takeGivenSecrets(call, *checklist) : Result<void>(checklist.error());
    if (!taken)
        call.terminal.fail(taken.error());
    return taken.isOk();
}

Result<QString> readSecret(const Call &call, const InputSpec &input)
{
    return checked(isAtTerminal() ? ask(call, input) : readInput(true));
}

} // namespace Slipway
