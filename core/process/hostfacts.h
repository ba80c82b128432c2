// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace Slipway {

/// A process of this user that belongs to an attempt, as one may name it to a person. Without
/// its arguments: they may hold what is secret.
struct MarkedProcess
{
    qint64 pid = 0;
    qint64 startTime = 0; ///< clock ticks since boot, as in /proc/PID/stat
    qint64 startedAt = 0; ///< ms since 1970
    QString name;         ///< the kernel's, at most 15 bytes
    bool operator==(const MarkedProcess &) const = default;
};

/// What this machine tells of itself and of what runs on it. Read anew at each call; any
/// thread. Tests give it a folder that looks like /proc, and a name.
class HostFacts final
{
public:
    HostFacts();
    HostFacts(QString procFolder, QString hostName);

    const QString &hostName() const { return m_hostName; }
    QString bootId() const;  ///< changes with each start of the machine; empty: not known
    qint64 bootedAt() const; ///< ms since 1970; 0: not known

    /// This user's processes that carry SLIPWAY_ATTEMPT=mark in their environment and started
    /// no earlier than that many ticks after the boot.
    QList<MarkedProcess> marked(const QString &mark, qint64 notBefore = 0) const;

private:
    std::optional<MarkedProcess> process(qint64 pid) const;
    QByteArray read(const QString &name) const;

    QString m_proc;
    QString m_hostName;
};

} // namespace Slipway
