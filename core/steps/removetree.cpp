// SPDX-License-Identifier: MIT
#include "core/steps/removetree.h"

#include <QFile>
#include <QLocale>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway {

namespace {

namespace fs = std::filesystem;

fs::path native(const QString &path)
{
    return fs::path(QFile::encodeName(path).toStdString());
}

QString text(const fs::path &path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

/// Calls visit(path, lstat) for the path and all that is below it, parents first.
template <typename Visit>
void walk(const fs::path &path, const Visit &visit)
{
    struct stat info = {};
    if (::lstat(path.c_str(), &info) != 0)
        return;
    visit(path, info);
    if (!S_ISDIR(info.st_mode))
        return;
    std::error_code problem;
    for (fs::directory_iterator it(path, problem), end; !problem && it != end;
         it.increment(problem))
        walk(it->path(), visit);
}

/// By the effective user, as the removal itself will be asked.
bool mayEmpty(const fs::path &folder)
{
    return ::faccessat(AT_FDCWD, folder.c_str(), R_OK | W_OK | X_OK, AT_EACCESS) == 0;
}

bool isOwn(const struct stat &info)
{
    return info.st_uid == ::geteuid();
}

} // namespace

TreeSize treeSize(const QString &path)
{
    TreeSize size;
    walk(native(path), [&size](const fs::path &entry, const struct stat &info) {
        if (!S_ISDIR(info.st_mode)) {
            ++size.files;
            size.bytes += info.st_size;
        } else if (!isOwn(info) && !mayEmpty(entry)) {
            size.locked = text(entry);
        }
    });
    return size;
}

Result<void> removeTree(const QString &path)
{
    walk(native(path), [](const fs::path &entry, const struct stat &info) {
        if (S_ISDIR(info.st_mode) && isOwn(info) && (info.st_mode & 0700) != 0700)
            ::chmod(entry.c_str(), (info.st_mode & 07777) | 0700);
    });
    std::error_code problem;
    fs::remove_all(native(path), problem);
    if (!problem)
        return {};
    const QString locked = treeSize(path).locked;
    return Error(
        QStringLiteral("files.not-removed"),
        QT_TRANSLATE_NOOP("Slipway::Error",
                          "%1 could not be removed: %2. What a container wrote as another "
                          "user can be removed with the parameter \"image\", or by hand."),
        {locked.isEmpty() ? path : locked, QString::fromLocal8Bit(problem.message().c_str())});
}

QString sizeText(qint64 files, qint64 bytes)
{
    return QStringLiteral("%1 files, %2")
        .arg(files)
        .arg(QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat));
}

} // namespace Slipway
