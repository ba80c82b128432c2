// SPDX-License-Identifier: MIT
#include "core/run/sweep.h"

#include "core/base/files.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <ctime>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr time_t daySeconds = 24 * 60 * 60;

time_t ageOf(const struct stat &seen)
{
    return ::time(nullptr) - seen.st_mtime;
}

/// Whether a day has gone by since it was done last, here or by another process; and then as of
/// now it is.
bool isDue(const QString &stamp)
{
    struct stat seen = {};
    if (::stat(QFile::encodeName(stamp).constData(), &seen) == 0 && ageOf(seen) < daySeconds)
        return false;
    QFile file(stamp);
    return file.open(QIODevice::WriteOnly) && file.write("\n") == 1;
}

bool isStray(const QString &path)
{
    struct stat seen = {};
    return ::lstat(QFile::encodeName(path).constData(), &seen) == 0 && S_ISREG(seen.st_mode) &&
           seen.st_uid == ::geteuid() && seen.st_nlink == 1 && ageOf(seen) > daySeconds;
}

/// Those in a folder whose name is one that writeFileDurably() makes up.
int sweepFolder(const QString &folder)
{
    static const QRegularExpression madeUp(QStringLiteral("^.+") +
                                           QRegularExpression::escape(temporaryName({}, {})) +
                                           QStringLiteral("[0-9a-z]{8,13}$"));
    int removed = 0;
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QString path = folder + u'/' + name;
        if (madeUp.match(name).hasMatch() && isStray(path))
            removed += QFile::remove(path) ? 1 : 0;
    }
    return removed;
}

QStringList foldersIn(const QString &folder)
{
    QStringList paths;
    const QStringList names =
        QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QString &name : names)
        paths.append(folder + u'/' + name);
    return paths;
}

} // namespace

int sweepTemporaryFiles(const Places &places)
{
    if (!isDue(places.data() + QLatin1String("/swept")))
        return 0;
    int removed = 0;
    QStringList folders = foldersIn(places.objects());
    const QStringList runs = foldersIn(places.data() + QLatin1String("/runs"));
    for (const QString &run : runs)
        folders += foldersIn(run + QLatin1String("/attempts"));
    for (const QString &folder : std::as_const(folders))
        removed += sweepFolder(folder);
    return removed;
}

} // namespace Slipway
