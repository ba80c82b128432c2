// SPDX-License-Identifier: MIT
#include "tests/app/tracedcalls.h"

#include "tests/app/programs.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace {

const QString networkCalls = QStringLiteral("connect,bind,listen,sendto,sendmsg,sendmmsg");
const QString changingCalls = QStringLiteral(
    "creat,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,link,linkat,symlink,"
    "symlinkat,chmod,fchmod,fchmodat,chown,fchown,lchown,fchownat,truncate,ftruncate,utime,utimes,"
    "utimensat,futimesat,setxattr,lsetxattr,fsetxattr,removexattr,lremovexattr,fremovexattr,"
    "mknod,mknodat,fallocate,mount,umount2,bpf,shmget,mq_open");

/// strace writes "\"…\"" for texts and, with -y, 5</path> for what a descriptor is of.
QStringList pathsIn(const QString &arguments)
{
    static const QRegularExpression part(
        QStringLiteral("(?:\\w+<([^>]*)>)|\"((?:[^\"\\\\]|\\\\.)*)\""));
    QStringList paths;
    QString folder;
    auto matches = part.globalMatch(arguments);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedStart(1) >= 0) {
            folder = match.captured(1);
            continue;
        }
        const QString text = match.captured(2);
        paths.append(text.startsWith(u'/') || folder.isEmpty() ? text : folder + u'/' + text);
        folder.clear();
    }
    if (paths.isEmpty() && !folder.isEmpty())
        paths.append(folder);
    return paths;
}

QString programOf(const QString &arguments)
{
    static const QRegularExpression list(QStringLiteral("\\[(.*)\\](?:,|\\.\\.\\.)"));
    static const QRegularExpression word(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QStringList words;
    auto matches = word.globalMatch(list.match(arguments).captured(1));
    while (matches.hasNext())
        words.append(matches.next().captured(1));
    return words.join(u' ');
}

bool opensForWriting(const QString &arguments)
{
    static const QRegularExpression flags(
        QStringLiteral("\\b(?:O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE)\\b"));
    return flags.match(arguments).hasMatch();
}

void take(const QString &call, const QString &rest, TracedCalls *calls)
{
    // What the call gave back may name its file again.
    const QString arguments = rest.section(QStringLiteral(") = "), 0, 0);
    if (call.startsWith(u"exec")) {
        if (!rest.contains(QStringLiteral("= -1 ENOENT"))) // a look along PATH
            calls->programs.append(programOf(arguments));
    } else if (networkCalls.split(u',').contains(call)) {
        // The C library looks for the cache of user names: a file of this machine.
        if (rest.contains(QStringLiteral("/var/run/nscd/socket")))
            return;
        calls->network.append(call + u' ' + rest);
    } else if (!call.startsWith(u"open") || opensForWriting(arguments)) {
        const QStringList paths = pathsIn(arguments);
        for (const QString &path : paths)
            calls->writes.append(call + u' ' + path);
    }
}

} // namespace

QStringList TracedCalls::writesOutside(const QString &folder) const
{
    QStringList outside;
    for (const QString &write : writes) {
        const QString path = QDir::cleanPath(write.section(u' ', 1));
        const bool isInside = path.startsWith(folder) || path.startsWith(QLatin1String("/dev/")) ||
                              path.startsWith(QLatin1String("/proc/")) ||
                              path.startsWith(QLatin1String("pipe:")) ||
                              path.startsWith(QLatin1String("anon_inode:"));
        if (!isInside)
            outside.append(write);
    }
    return outside;
}

TracedCalls TracedCalls::of(const QStringList &argv, const QString &directory, int *status,
                            QString *output)
{
    QTemporaryDir folder;
    const QString trace = folder.filePath(QStringLiteral("trace"));
    const auto finished = TestPrograms::run(
        QStringList{QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("-qq"),
                    QStringLiteral("-y"), QStringLiteral("-v"), QStringLiteral("-s"),
                    QStringLiteral("4096"), QStringLiteral("-o"), trace, QStringLiteral("-e"),
                    QStringLiteral("trace=execve,execveat,open,openat,openat2,") + networkCalls +
                        u',' + changingCalls} +
            argv,
        directory, 300'000);
    *status = finished.status;
    *output = finished.output + finished.errors;
    TracedCalls calls;
    QFile file(trace);
    if (!file.open(QIODevice::ReadOnly))
        return calls;
    static const QRegularExpression line(QStringLiteral("^(?:\\d+ +)?(\\w+)\\((.*)$"));
    while (!file.atEnd()) {
        const auto match = line.match(QString::fromUtf8(file.readLine()).trimmed());
        if (!match.hasMatch())
            continue;
        ++calls.count;
        take(match.captured(1), match.captured(2), &calls);
    }
    return calls;
}
