// SPDX-License-Identifier: MIT
#include "core/run/runlock.h"

#include "core/base/files.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace Slipway {

namespace {

constexpr int tries = 100;
constexpr useconds_t pauseUs = 10'000;

QByteArray lockFile(const QString &runFolder)
{
    return QFile::encodeName(runFolder + QLatin1String("/driver.lock"));
}

struct flock wholeFile()
{
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

} // namespace

RunLock::~RunLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

RunLock::RunLock(RunLock &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

RunLock &RunLock::operator=(RunLock &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    return *this;
}

Result<RunLock> RunLock::take(const QString &runFolder)
{
    RunLock lock;
    lock.m_fd = ::open(lockFile(runFolder).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock.m_fd < 0)
        return fileError(runFolder, errno);
    // A console that was killed while it started a program leaves the lock to that process, which
    // is about to become the program and then lets go of it.
    for (int i = 0; i < tries; ++i) {
        struct flock wanted = wholeFile();
        if (::fcntl(lock.m_fd, F_OFD_SETLK, &wanted) == 0)
            return lock;
        ::usleep(pauseUs);
    }
    return Error(QStringLiteral("run.driven"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Another console is driving this run. Approve, tick or watch "
                                   "from here, or close the other one to go on here."));
}

bool RunLock::isHeld(const QString &runFolder)
{
    const int fd = ::open(lockFile(runFolder).constData(), O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct flock query = wholeFile();
    const bool isHeld = ::fcntl(fd, F_OFD_GETLK, &query) == 0 && query.l_type != F_UNLCK;
    ::close(fd);
    return isHeld;
}

} // namespace Slipway
