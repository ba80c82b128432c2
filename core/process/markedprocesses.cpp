// SPDX-License-Identifier: MIT
#include "core/process/markedprocesses.h"

#include <QDir>
#include <QFile>

namespace Slipway {

namespace {

QByteArray readProc(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isDead(const QString &folder)
{
    const QByteArray stat = readProc(folder + QStringLiteral("/stat"));
    // The name before the state stands in parentheses and may hold anything.
    const char state =
        stat.mid(stat.lastIndexOf(')') + 2, 1).isEmpty() ? 'X' : stat.at(stat.lastIndexOf(')') + 2);
    return state == 'Z' || state == 'X';
}

} // namespace

QList<qint64> markedProcesses(const QString &mark)
{
    const QByteArray wanted = "SLIPWAY_ATTEMPT=" + mark.toUtf8();
    QList<qint64> found;
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &name : names) {
        bool isNumber = false;
        const qint64 pid = name.toLongLong(&isNumber);
        const QString folder = QStringLiteral("/proc/") + name;
        if (!isNumber)
            continue;
        const QByteArray environment = readProc(folder + QStringLiteral("/environ"));
        if (environment.split('\0').contains(wanted) && !isDead(folder))
            found.append(pid);
    }
    return found;
}

} // namespace Slipway
