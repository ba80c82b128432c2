// SPDX-License-Identifier: MIT
#include "core/process/hostfacts.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr int stateField = 0; // counted from the first one after the name
constexpr int threadsField = 17;
constexpr int startField = 19;

bool isDead(const QList<QByteArray> &stat)
{
    // A first thread that has ended looks dead while others of its process go on.
    const QByteArray &state = stat.at(stateField);
    return (state == "Z" || state == "X") && stat.at(threadsField).toInt() <= 1;
}

} // namespace

HostFacts::HostFacts() : HostFacts(QStringLiteral("/proc"), QSysInfo::machineHostName()) {}

HostFacts::HostFacts(QString procFolder, QString hostName)
    : m_proc(std::move(procFolder)), m_hostName(std::move(hostName))
{
}

QByteArray HostFacts::read(const QString &name) const
{
    QFile file(m_proc + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString HostFacts::bootId() const
{
    return QString::fromLatin1(read(QStringLiteral("sys/kernel/random/boot_id")).trimmed());
}

qint64 HostFacts::bootedAt() const
{
    const QList<QByteArray> lines = read(QStringLiteral("stat")).split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("btime "))
            return line.mid(6).trimmed().toLongLong() * 1000;
    }
    return 0;
}

std::optional<MarkedProcess> HostFacts::process(qint64 pid) const
{
    const QByteArray line = read(QString::number(pid) + QStringLiteral("/stat"));
    // The name before the state stands in parentheses and may hold anything.
    const qsizetype nameBegin = line.indexOf('(');
    const qsizetype nameEnd = line.lastIndexOf(')');
    const QList<QByteArray> stat = line.mid(nameEnd + 1).simplified().split(' ');
    if (nameBegin < 0 || stat.size() <= startField || isDead(stat))
        return std::nullopt;
    MarkedProcess found;
    found.pid = pid;
    found.startTime = stat.at(startField).toLongLong();
    found.startedAt = bootedAt() + found.startTime * 1000 / ::sysconf(_SC_CLK_TCK);
    found.name = QString::fromUtf8(line.mid(nameBegin + 1, nameEnd - nameBegin - 1));
    return found;
}

QList<MarkedProcess> HostFacts::marked(const QString &mark, qint64 notBefore) const
{
    const QByteArray wanted = "SLIPWAY_ATTEMPT=" + mark.toUtf8();
    QList<MarkedProcess> found;
    const QStringList names = QDir(m_proc).entryList(QDir::Dirs);
    for (const QString &name : names) {
        bool isNumber = false;
        const qint64 pid = name.toLongLong(&isNumber);
        if (!isNumber || !read(name + QStringLiteral("/environ")).split('\0').contains(wanted))
            continue;
        const std::optional<MarkedProcess> seen = process(pid);
        if (seen && seen->startTime >= notBefore)
            found.append(*seen);
    }
    return found;
}

} // namespace Slipway
