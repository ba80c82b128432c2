// SPDX-License-Identifier: MIT
#include "core/run/scratchfolder.h"

#include <QDir>
#include <QFile>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr auto prefix = "slipway-rehearsal-";
constexpr time_t youngSeconds = 60;

/// Takes the lock file of a folder without waiting; -1 and errno if that cannot be.
int takeLock(const QString &folder, int flags)
{
    const QByteArray name = QFile::encodeName(folder + QLatin1String("/lock"));
    const int fd = ::open(name.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, 0600);
    if (fd < 0)
        return -1;
    struct flock whole = {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (::fcntl(fd, F_OFD_SETLK, &whole) == 0)
        return fd;
    const int problem = errno;
    ::close(fd);
    errno = problem;
    return -1;
}

/// A real folder that only this user can have put there and change, and that is not new.
bool isOursAndOld(const QString &folder)
{
    struct stat seen = {};
    return ::lstat(QFile::encodeName(folder).constData(), &seen) == 0 && S_ISDIR(seen.st_mode) &&
           seen.st_uid == ::geteuid() && (seen.st_mode & 077) == 0 &&
           ::time(nullptr) - seen.st_mtime > youngSeconds;
}

} // namespace

ScratchFolder::ScratchFolder(const QString &parent)
    : m_folder(parent + u'/' + QLatin1String(prefix) + QLatin1String("XXXXXX"))
{
    if (!m_folder.isValid())
        return;
    m_lock = takeLock(m_folder.path(), O_CREAT);
    m_problem = m_lock < 0 ? errno : 0;
}

ScratchFolder::~ScratchFolder()
{
    m_folder.remove(); // while it is locked still
    if (m_lock >= 0)
        ::close(m_lock);
}

QString ScratchFolder::errorString() const
{
    return m_problem != 0 ? QString::fromLocal8Bit(std::strerror(m_problem))
                          : m_folder.errorString();
}

int ScratchFolder::sweep(const QString &parent)
{
    int removed = 0;
    const QStringList names =
        QDir(parent).entryList({QLatin1String(prefix) + QLatin1String("??????")},
                               QDir::Dirs | QDir::NoSymLinks | QDir::Hidden);
    for (const QString &name : names) {
        const QString folder = parent + u'/' + name;
        if (!isOursAndOld(folder))
            continue;
        // One without a lock file was killed at its very beginning.
        const int lock = takeLock(folder, O_CREAT);
        if (lock < 0)
            continue;
        removed += QDir(folder).removeRecursively() ? 1 : 0;
        ::close(lock);
    }
    return removed;
}

} // namespace Slipway
