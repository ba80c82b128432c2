// SPDX-License-Identifier: MIT
#pragma once

#include "core/process/hostfacts.h"
#include "core/process/programspec.h"

#include <QString>
#include <QStringList>

namespace Slipway {

struct StartRecord;

/// The folder through which a console and the supervisor of one attempt speak: spec.json,
/// lock, started, output.log, output.index, result.json, cancel, abandoned. A value; any
/// thread. No socket and no stored pid is ever used to signal.
///
/// output.index lets a reader seek in output.log and tell when a line came: records of 24
/// bytes, three little-endian 64-bit numbers each: how many line ends stand before a byte
/// offset, that offset, and the milliseconds since 1970 at which the bytes from there on were
/// written. One at the start, then one with the first output after 100 ms or 64 KiB (logindex.h).
class AttemptFolder
{
public:
    enum class State
    {
        Running,      ///< the supervisor holds the lock
        Ended,        ///< result.json is there
        NeverStarted, ///< no program was started and none will be: `abandoned` was written
        Lost,         ///< it started, the supervisor is gone, programs marked with this attempt
                      ///< still run
        Vanished,     ///< it started, the supervisor is gone, nothing marked still runs
        Elsewhere     ///< it started on another machine, which alone can tell
    };

    /// The state, and what a person may want to know of it.
    struct Inspection
    {
        State state = State::Running;
        QList<MarkedProcess> left = {}; ///< Lost: what still runs
        qint64 restartedAt = 0; ///< Vanished with the machine, which was started anew at this
                                ///< time (ms since 1970); 0: it was not
        QString host = {};      ///< Elsewhere: where
    };

    explicit AttemptFolder(QString path);
    const QString &path() const { return m_path; }
    QString logFile() const;   ///< output.log: raw bytes, redacted
    QString indexFile() const; ///< output.index
    QString captureFile(const QString &name) const;

    /// Makes the folder and writes spec.json. Fails if a spec is there already.
    Result<void> prepare(const ProgramSpec &spec) const;

    /// Starts slipway-exec, which detaches itself, hands it the secrets (values by name: all are
    /// kept out of what is stored, and those that the spec names are given to its programs) and
    /// returns when it wrote `started` or ended. Blocks for at most a few seconds; call it from a
    /// pool thread.
    Result<void> launch(const QString &supervisorProgram, const QString &attemptMark,
                        const QMap<QString, QString> &secrets = {}) const;

    /// Looks without waiting. When nothing started, takes the lock and writes `abandoned`, so
    /// that a late supervisor will not start either.
    Result<State> inspect(const QString &attemptMark) const;
    Result<Inspection> look(const QString &attemptMark, const HostFacts &here) const;

    Result<ProgramResult> result() const;
    bool hasResult() const;

    /// Asks the supervisor to end every program of the attempt (TERM, then KILL after 2.5 s).
    Result<void> requestCancel() const;

private:
    Result<void> abandon() const;
    static Inspection withoutSupervisor(const StartRecord &started, const QString &attemptMark,
                                        const HostFacts &here);

    QString m_path;
};

/// Finds slipway-exec: beside this program, else in ../libexec/slipway.
QString supervisorProgram();

} // namespace Slipway
