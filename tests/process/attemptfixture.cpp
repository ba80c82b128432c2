// SPDX-License-Identifier: MIT
#include "tests/process/attemptfixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>
#include <atomic>

using namespace Slipway;

QList<qint64> markedProcesses(const QString &mark)
{
    QList<qint64> pids;
    for (const MarkedProcess &process : HostFacts().marked(mark))
        pids.append(process.pid);
    return pids;
}

void AttemptFixture::begin()
{
    static std::atomic<int> count = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_mark = QStringLiteral("test%1/%2").arg(QCoreApplication::applicationPid()).arg(++count);
}

AttemptFolder AttemptFixture::attempt() const
{
    return AttemptFolder(m_folder->filePath(QStringLiteral("attempt")));
}

ProgramSpec AttemptFixture::spec(const QList<Command> &commands) const
{
    ProgramSpec made;
    made.commands = commands;
    made.directory = m_folder->path();
    return made;
}

QString AttemptFixture::launch(const ProgramSpec &toRun, const Secrets &secrets) const
{
    ProgramSpec whole = toRun;
    if (toRun.secrets().isEmpty()) {
        for (auto it = secrets.begin(); it != secrets.end(); ++it)
            whole.secretEnvironment.insert(it.key(), it.key());
    }
    const Result<void> prepared = attempt().prepare(whole);
    if (!prepared)
        return prepared.error().message();
    const Result<void> launched = attempt().launch(supervisor(), m_mark, secrets);
    return launched ? QString() : launched.error().message();
}

ProgramResult AttemptFixture::wait(int ms) const
{
    if (!QTest::qWaitFor([this] { return attempt().hasResult(); }, ms))
        return {};
    return attempt().result().valueOr({});
}

ProgramResult AttemptFixture::run(const ProgramSpec &toRun, const Secrets &secrets) const
{
    const QString problem = launch(toRun, secrets);
    ProgramResult failed;
    failed.reason = problem;
    return problem.isEmpty() ? wait() : failed;
}

QByteArray AttemptFixture::logBytes() const
{
    return content(attempt().logFile());
}

qint64 AttemptFixture::supervisorPid() const
{
    const QByteArray started = content(attempt().path() + QStringLiteral("/started"));
    return QJsonDocument::fromJson(started)[QStringLiteral("pid")].toInteger();
}

bool AttemptFixture::waitForFile(const char *name) const
{
    return QTest::qWaitFor([&] { return QFileInfo(path(name)).size() > 0; }, 5000);
}

Command AttemptFixture::shell(const QString &script)
{
    return {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script}, .captureFile = {}};
}

Command AttemptFixture::bash(const QString &script)
{
    return {.argv = {QStringLiteral("bash"), QStringLiteral("-c"), script}, .captureFile = {}};
}

QByteArray AttemptFixture::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
