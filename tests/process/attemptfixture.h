// SPDX-License-Identifier: MIT
#pragma once

#include "core/process/attemptfolder.h"

#include <QByteArray>
#include <QTemporaryDir>
#include <memory>

/// The ids of the processes that carry an attempt's mark.
QList<qint64> markedProcesses(const QString &mark);

/// One attempt in a folder of its own, run by the real slipway-exec.
class AttemptFixture
{
protected:
    using End = Slipway::ProgramResult::End;
    using State = Slipway::AttemptFolder::State;
    using Secrets = QMap<QString, QString>;

    /// A new folder and a new mark.
    void begin();
    QString mark() const { return m_mark; }
    QString folder() const { return m_folder->path(); }
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    Slipway::AttemptFolder attempt() const;

    Slipway::ProgramSpec spec(const QList<Slipway::Command> &commands) const;
    /// Empty, or what went wrong.
    QString launch(const Slipway::ProgramSpec &toRun, const Secrets &secrets = {}) const;
    /// A result without commands if none came in time.
    Slipway::ProgramResult wait(int ms = 20'000) const;
    Slipway::ProgramResult run(const Slipway::ProgramSpec &toRun,
                               const Secrets &secrets = {}) const;

    QByteArray logBytes() const;
    QString logText() const { return QString::fromUtf8(logBytes()); }
    qint64 supervisorPid() const;
    bool waitForFile(const char *name) const;

    static QString supervisor() { return QStringLiteral(SLIPWAY_EXEC); }
    static Slipway::Command shell(const QString &script);
    static Slipway::Command bash(const QString &script);
    static QByteArray content(const QString &path);

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_mark;
};
