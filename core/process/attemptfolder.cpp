// SPDX-License-Identifier: MIT
#include "core/process/attemptfolder.h"

#include "core/base/canonicaljson.h"
#include "core/base/clock.h"
#include "core/base/crashpoint.h"
#include "core/base/files.h"
#include "core/process/attemptlock.h"
#include "core/process/briefprogram.h"
#include "core/process/startrecord.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr int launchMs = 20'000;
constexpr int noRoomStatus = 5; // of slipway-exec: nothing was started, the disk is full
constexpr qint64 maxResultBytes = 4 * 1024 * 1024;

QString specFile()
{
    return QStringLiteral("/spec.json");
}

QByteArray line(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

/// What the supervisor reads from its standard input.
QByteArray handOver(const QMap<QString, QString> &secrets)
{
    QByteArray out;
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        out += line({{QStringLiteral("name"), it.key()}, {QStringLiteral("value"), it.value()}});
    return out + line({{QStringLiteral("end"), true}});
}

Error supervisorError(const QString &program, const QString &why)
{
    return Error(QStringLiteral("program.supervisor"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The programs of this attempt were not started: %1 Put that "
                                   "right, then try again."),
                 {why})
        .withDetail(program);
}

/// Not synced: it only has to be there when a program was started, and `started`, in the same
/// folder, is synced with the folder before. Nobody reads it again after a power loss.
Result<void> writeNew(const QString &path, const QByteArray &bytes)
{
    const int fd = ::open(QFile::encodeName(path).constData(),
                          O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    const bool isWritten =
        fd >= 0 && ::write(fd, bytes.constData(), size_t(bytes.size())) == bytes.size();
    const int problem = isWritten ? 0 : errno;
    if (fd >= 0)
        ::close(fd);
    if (fd >= 0 && !isWritten)
        ::unlink(QFile::encodeName(path).constData());
    crashPoint("spec.written");
    return isWritten ? Result<void>() : Result<void>(fileError(path, problem));
}

} // namespace

AttemptFolder::AttemptFolder(QString path) : m_path(std::move(path)) {}

QString AttemptFolder::logFile() const
{
    return m_path + QStringLiteral("/output.log");
}

QString AttemptFolder::indexFile() const
{
    return m_path + QStringLiteral("/output.index");
}

QString AttemptFolder::captureFile(const QString &name) const
{
    return m_path + u'/' + name;
}

Result<void> AttemptFolder::prepare(const ProgramSpec &spec) const
{
    if (const Result<void> checked = spec.check(); !checked)
        return checked;
    if (QFileInfo::exists(m_path + specFile()))
        return Error(QStringLiteral("program.prepared-before"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The folder %1 already belongs to an attempt. Start a new "
                                       "attempt."),
                     {m_path});
    if (const Result<void> made = makePrivateFolder(m_path); !made)
        return made;
    return writeNew(m_path + specFile(), line(spec.toJson()));
}

Result<void> AttemptFolder::launch(const QString &supervisorProgram, const QString &attemptMark,
                                   const QMap<QString, QString> &secrets) const
{
    const auto end = runBriefly(supervisorProgram, {QDir(m_path).absolutePath(), attemptMark},
                                handOver(secrets), launchMs);
    if (!end)
        return supervisorError(supervisorProgram, end.error().message());
    if (end->isOutOfTime)
        return supervisorError(supervisorProgram, QStringLiteral("slipway-exec did not answer."));
    if (end->exitCode == 0)
        return {};
    if (end->exitCode == noRoomStatus)
        return fileError(m_path, ENOSPC);
    const QString why = QString::fromUtf8(end->errorOutput).trimmed();
    return supervisorError(supervisorProgram,
                           why.isEmpty() ? QStringLiteral("slipway-exec failed.") : why);
}

Result<AttemptFolder::State> AttemptFolder::inspect(const QString &attemptMark) const
{
    const Result<Inspection> seen = look(attemptMark, HostFacts());
    if (!seen)
        return seen.error();
    return seen->state;
}

Result<AttemptFolder::Inspection> AttemptFolder::look(const QString &attemptMark,
                                                      const HostFacts &here) const
{
    if (hasResult())
        return Inspection{State::Ended};
    AttemptLock lock(m_path);
    if (!lock.isOpen())
        return fileError(m_path, lock.openError());
    if (lock.isHeld())
        return Inspection{State::Running};
    const QString started = m_path + QStringLiteral("/started");
    if (!QFileInfo::exists(started)) {
        // A supervisor that comes late finds the lock taken, or the file.
        if (!lock.take())
            return Inspection{State::Running};
        if (!QFileInfo::exists(started)) {
            if (const Result<void> written = abandon(); !written)
                return written.error();
            return Inspection{State::NeverStarted};
        }
    }
    // It may have ended between the first look and the one at the lock.
    if (hasResult())
        return Inspection{State::Ended};
    const Result<QByteArray> content = readFile(started);
    if (!content)
        return content.error();
    return withoutSupervisor(StartRecord::fromJson(*content), attemptMark, here);
}

Result<void> AttemptFolder::abandon() const
{
    return writeFileDurably(m_path + QStringLiteral("/abandoned"),
                            isoTime(SystemClock().now()).toUtf8() + '\n', 0600);
}

AttemptFolder::Inspection AttemptFolder::withoutSupervisor(const StartRecord &started,
                                                           const QString &attemptMark,
                                                           const HostFacts &here)
{
    Inspection seen;
    switch (started.place(here)) {
    case StartRecord::Place::OtherHost:
        seen.state = State::Elsewhere;
        seen.host = started.host;
        return seen;
    case StartRecord::Place::EarlierBoot:
        seen.state = State::Vanished;
        seen.restartedAt = here.bootedAt();
        return seen;
    case StartRecord::Place::ThisBoot:
        seen.left = here.marked(attemptMark, started.startTime);
        seen.state = seen.left.isEmpty() ? State::Vanished : State::Lost;
        return seen;
    }
    return seen;
}

bool AttemptFolder::hasResult() const
{
    return QFileInfo::exists(m_path + QStringLiteral("/result.json"));
}

Result<ProgramResult> AttemptFolder::result() const
{
    const Result<QByteArray> bytes =
        readFile(m_path + QStringLiteral("/result.json"), maxResultBytes);
    if (!bytes)
        return bytes.error();
    const Result<QJsonObject> json = parseJsonObject(*bytes);
    if (!json)
        return json.error();
    return ProgramResult::fromJson(*json);
}

Result<void> AttemptFolder::requestCancel() const
{
    return writeFileDurably(m_path + QStringLiteral("/cancel"),
                            isoTime(SystemClock().now()).toUtf8() + '\n', 0600);
}

QString supervisorProgram()
{
    const QString chosen = qEnvironmentVariable("SLIPWAY_EXEC");
    if (!chosen.isEmpty())
        return chosen;
    const QString own = QCoreApplication::applicationDirPath();
    const QString beside = own + QStringLiteral("/slipway-exec");
    if (QFileInfo(beside).isExecutable())
        return beside;
    return QDir::cleanPath(own + QStringLiteral("/../libexec/slipway/slipway-exec"));
}

} // namespace Slipway
