// SPDX-License-Identifier: MIT
#include "attemptdir.h"

#include "clock.h"
#include "json.h"
#include "procfs.h"

#include "core/base/crashpoint.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Slipway::Exec {

std::optional<AttemptDir> AttemptDir::open(const std::string &path, std::string &error)
{
    Descriptor dir(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!dir.isOpen()) {
        error = path + ": " + std::strerror(errno);
        return std::nullopt;
    }
    return AttemptDir(std::move(dir));
}

std::optional<std::string> AttemptDir::read(const std::string &name) const
{
    const Descriptor file(::openat(m_dir.fd(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file.isOpen())
        return std::nullopt;
    return readAll(file.fd());
}

bool AttemptDir::has(const std::string &name) const
{
    struct stat info = {};
    return ::fstatat(m_dir.fd(), name.c_str(), &info, AT_SYMLINK_NOFOLLOW) == 0;
}

bool AttemptDir::lock()
{
    m_lock =
        Descriptor(::openat(m_dir.fd(), "lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    // Of the open file, not of the process: a console can ask for it without taking it.
    struct flock whole = {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    return m_lock.isOpen() && ::fcntl(m_lock.fd(), F_OFD_SETLK, &whole) == 0;
}

bool AttemptDir::writeStarted() const
{
    char host[256] = {};
    ::gethostname(host, sizeof host - 1);
    const std::string text = Json::object({{"boot", Json::text(bootId())},
                                           {"pid", Json::number(::getpid())},
                                           {"startTime", Json::number(startTimeOf(::getpid()))},
                                           {"host", Json::text(host)},
                                           {"at", Json::number(wallMs())}})
                                 .dump();
    const Descriptor file = create("started.tmp");
    crashPoint("started created");
    if (!file.isOpen() || !writeAll(file.fd(), text + "\n"))
        return false;
    crashPoint("started written");
    if (!rename("started.tmp", "started"))
        return false;
    crashPoint("started renamed");
    // Whoever reads it now waits for the lock, so its name may come before its content: both are
    // on the disk before anything is started, and the file system writes them down in one go.
    if (::fsync(file.fd()) == 0 && sync())
        return true;
    // Nothing was started, and nothing will be.
    const int problem = errno;
    ::unlinkat(m_dir.fd(), "started", 0);
    errno = problem;
    return false;
}

Descriptor AttemptDir::create(const std::string &name) const
{
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
    return Descriptor(::openat(m_dir.fd(), name.c_str(), flags, 0600));
}

bool AttemptDir::rename(const std::string &from, const std::string &to) const
{
    return ::renameat(m_dir.fd(), from.c_str(), m_dir.fd(), to.c_str()) == 0;
}

bool AttemptDir::sync() const
{
    return ::fsync(m_dir.fd()) == 0;
}

const Descriptor &AttemptDir::watch()
{
    if (m_watch.isOpen())
        return m_watch;
    m_watch = Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    const std::string self = "/proc/self/fd/" + std::to_string(m_dir.fd());
    if (m_watch.isOpen() &&
        ::inotify_add_watch(m_watch.fd(), self.c_str(), IN_CREATE | IN_MOVED_TO) < 0)
        m_watch.close();
    return m_watch;
}

void AttemptDir::drainWatch() const
{
    char events[4096];
    while (::read(m_watch.fd(), events, sizeof events) > 0) {
    }
}

} // namespace Slipway::Exec
