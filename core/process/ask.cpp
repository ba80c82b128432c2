// SPDX-License-Identifier: MIT
#include "core/process/ask.h"

#include "core/process/programpath.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QProcess>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr int graceMs = 2000;
constexpr int lookMs = 50;
constexpr int detailBytes = 4096;

QProcessEnvironment environmentFor(const Question &question)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.remove(QStringLiteral("LANGUAGE"));
    const QString ssh = QStringLiteral("GIT_SSH_COMMAND");
    if (!environment.contains(ssh))
        environment.insert(ssh, QStringLiteral("ssh -oBatchMode=yes"));
    for (auto it = question.environment.begin(); it != question.environment.end(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

/// Its own process group, so that what the program starts can be ended with it, and none of
/// the descriptors that libraries may have left open.
void prepareChild()
{
    ::setpgid(0, 0);
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
}

/// One call of ask(): the process, what it wrote so far, and why it was ended.
class Asking final
{
public:
    Asking(const Question &question, std::stop_token stop)
        : m_question(question), m_stop(std::move(stop))
    {
    }
    Q_DISABLE_COPY_MOVE(Asking)

    Result<Reply> run(const QString &program, const QProcessEnvironment &environment);

private:
    void configure(const QString &program, const QProcessEnvironment &environment);
    void takeOutput(const QByteArray &bytes);
    void collect(QByteArray &target, const QByteArray &bytes);
    void waitToTheEnd();
    void endGroup();
    void signalGroup(int signalNumber) const;
    Result<Reply> conclusion() const;
    Error endedError() const;

    const Question &m_question;
    std::stop_token m_stop;
    QProcess m_process;
    qint64 m_group = 0;
    Reply m_reply;
    QString m_ended; ///< why we ended it: an error code; empty: it ended by itself
};

void Asking::configure(const QString &program, const QProcessEnvironment &environment)
{
    m_process.setProgram(program);
    m_process.setArguments(m_question.argv.mid(1));
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_question.directory.isEmpty() ? QStringLiteral("/")
                                                                 : m_question.directory);
    m_process.setChildProcessModifier(prepareChild);
    if (m_question.input.isEmpty())
        m_process.setStandardInputFile(QProcess::nullDevice());
    // Both fire inside waitForFinished(), a pipe's worth at a time: no more is ever buffered.
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
                     [this] { takeOutput(m_process.readAllStandardOutput()); });
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &m_process,
                     [this] { collect(m_reply.errorOutput, m_process.readAllStandardError()); });
}

void Asking::takeOutput(const QByteArray &bytes)
{
    if (!m_question.takeOutput) {
        collect(m_reply.output, bytes);
        return;
    }
    if (!m_ended.isEmpty() || m_question.takeOutput(bytes))
        return;
    m_ended = QStringLiteral("program.refused");
    signalGroup(SIGKILL);
}

void Asking::collect(QByteArray &target, const QByteArray &bytes)
{
    if (!m_ended.isEmpty())
        return;
    if (target.size() + bytes.size() <= m_question.maxBytes) {
        target += bytes;
        return;
    }
    m_ended = QStringLiteral("program.too-much-output");
    signalGroup(SIGKILL);
}

void Asking::signalGroup(int signalNumber) const
{
    if (m_group > 1)
        ::kill(pid_t(-m_group), signalNumber);
}

void Asking::endGroup()
{
    signalGroup(SIGTERM);
    m_process.waitForFinished(graceMs);
    // Also when the program itself is gone: what it started may have ignored the first signal.
    signalGroup(SIGKILL);
    m_process.waitForFinished(graceMs);
}

void Asking::waitToTheEnd()
{
    QElapsedTimer timer;
    timer.start();
    while (!m_process.waitForFinished(lookMs) && m_process.state() != QProcess::NotRunning) {
        if (m_stop.stop_requested())
            m_ended = QStringLiteral("program.stopped");
        else if (m_question.timeoutMs > 0 && timer.hasExpired(m_question.timeoutMs))
            m_ended = QStringLiteral("program.timeout");
        if (!m_ended.isEmpty()) {
            endGroup();
            return;
        }
    }
}

Error Asking::endedError() const
{
    const QString name = m_question.argv.value(0);
    if (m_ended == QLatin1String("program.timeout"))
        return {m_ended,
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "%1 did not answer within %2 seconds and was ended. Check the "
                                  "connection, then try again."),
                {name, QString::number(m_question.timeoutMs / 1000.0)}};
    if (m_ended == QLatin1String("program.too-much-output"))
        return {m_ended,
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "%1 wrote more than %2 bytes and was ended; that much was not "
                                  "expected of it."),
                {name, QString::number(m_question.maxBytes)}};
    return {m_ended, QT_TRANSLATE_NOOP("Slipway::Error", "%1 was stopped on request."), {name}};
}

Result<Reply> Asking::conclusion() const
{
    const QString detail = QString::fromUtf8(m_reply.errorOutput.right(detailBytes));
    if (!m_ended.isEmpty())
        return endedError().withDetail(detail);
    if (m_process.exitStatus() == QProcess::CrashExit)
        return Error(QStringLiteral("program.crashed"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 was ended by signal %2 before it answered. Try again."),
                     {m_question.argv.value(0), QString::number(m_process.exitCode())})
            .withDetail(detail);
    return m_reply;
}

Result<Reply> Asking::run(const QString &program, const QProcessEnvironment &environment)
{
    configure(program, environment);
    m_process.start();
    if (!m_process.waitForStarted(-1))
        return Error(QStringLiteral("program.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 could not be started: %2."),
                     {program, m_process.errorString()});
    m_group = m_process.processId();
    if (!m_question.input.isEmpty()) {
        m_process.write(m_question.input);
        m_process.closeWriteChannel();
    }
    waitToTheEnd();
    m_reply.exitCode = m_process.exitCode();
    return conclusion();
}

Result<void> check(const Question &question)
{
    for (const QString &argument : question.argv) {
        if (argument.contains(QChar(0)))
            return Error(QStringLiteral("program.bad-argument"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "%1 cannot take an argument with a NUL character."),
                         {question.argv.value(0)});
    }
    if (question.argv.isEmpty() || question.argv.first().isEmpty())
        return Error(QStringLiteral("program.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "No program was named to be asked."));
    if (!question.directory.isEmpty() && !QFileInfo(question.directory).isDir())
        return Error(
            QStringLiteral("program.no-directory"),
            QT_TRANSLATE_NOOP("Slipway::Error", "%1 cannot run in %2: that folder does not exist."),
            {question.argv.first(), question.directory});
    return {};
}

} // namespace

Result<Reply> ask(const Question &question, std::stop_token stop)
{
    if (const Result<void> checked = check(question); !checked)
        return checked.error();
    const QProcessEnvironment environment = environmentFor(question);
    const Result<QString> program = findProgram(
        question.argv.first(), environment.value(QStringLiteral("PATH")), question.directory);
    if (!program)
        return program.error();
    return Asking(question, std::move(stop)).run(program.value(), environment);
}

} // namespace Slipway
