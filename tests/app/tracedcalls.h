// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// What a program asked of the system, as strace saw it, with everything it started.
struct TracedCalls
{
    QStringList writes;   ///< calls that make or change something at a path, as "call path"
    QStringList programs; ///< programs and arguments that were started, joined by blanks
    QStringList network;  ///< calls that reach, or let themselves be reached by, another process
    int count = 0;        ///< all calls that were looked at

    /// Those of writes that are not below a folder, nor of /dev or /proc.
    QStringList writesOutside(const QString &folder) const;

    /// Runs the program under strace -f in a folder; status gets its exit status.
    static TracedCalls of(const QStringList &argv, const QString &directory, int *status,
                          QString *output);
};
