// SPDX-License-Identifier: MIT
// Preloaded into a program: its n-th write, sync, rename … below a folder fails. C library
// calls are replaced by system calls made here, so that nothing of the sanitizers is missed.
// Environment:
//   SLIPWAY_FAULT_IN     short name of the program; others are left alone
//   SLIPWAY_FAULT_BELOW  absolute folder; what it does elsewhere is left alone
//   SLIPWAY_FAULT_AT     the number of the call that fails, from 1; 0: none
//   SLIPWAY_FAULT_ERRNO  with which number
//   SLIPWAY_FAULT_EVER   set: every later call fails too
//   SLIPWAY_FAULT_TRACE  file to which each call is appended, so that a test can count them
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

struct Settings
{
    bool isMeant = false;
    char below[PATH_MAX] = "";
    long at = 0;
    int number = EIO;
    bool isForEver = false;
    char trace[PATH_MAX] = "";
};

void take(char *into, const char *name)
{
    const char *value = std::getenv(name);
    if (value)
        std::snprintf(into, PATH_MAX, "%s", value);
}

const Settings &settings()
{
    static const Settings all = [] {
        Settings read;
        const char *program = std::getenv("SLIPWAY_FAULT_IN");
        read.isMeant = program && std::strcmp(program, program_invocation_short_name) == 0;
        if (!read.isMeant)
            return read;
        take(read.below, "SLIPWAY_FAULT_BELOW");
        take(read.trace, "SLIPWAY_FAULT_TRACE");
        if (const char *at = std::getenv("SLIPWAY_FAULT_AT"))
            read.at = std::atol(at);
        if (const char *number = std::getenv("SLIPWAY_FAULT_ERRNO"))
            read.number = std::atoi(number);
        read.isForEver = std::getenv("SLIPWAY_FAULT_EVER") != nullptr;
        return read;
    }();
    return all;
}

void trace(const char *call, const char *path)
{
    if (settings().trace[0] == '\0')
        return;
    char line[PATH_MAX + 32];
    const int size = std::snprintf(line, sizeof line, "%s %s\n", call, path);
    const long fd = ::syscall(SYS_openat, AT_FDCWD, settings().trace,
                              O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    ::syscall(SYS_write, fd, line, size_t(size));
    ::syscall(SYS_close, fd);
}

/// Counts a call on a path; true if it is to fail, with errno set.
bool failsAt(const char *call, const char *path)
{
    const Settings &all = settings();
    const size_t size = std::strlen(all.below);
    if (size == 0 || std::strncmp(path, all.below, size) != 0)
        return false;
    static std::atomic<long> count{0};
    const long number = ++count;
    trace(call, path);
    if (all.at == 0 || (number != all.at && !(all.isForEver && number > all.at)))
        return false;
    errno = all.number;
    return true;
}

bool failsOn(const char *call, int fd)
{
    if (!settings().isMeant)
        return false;
    char link[64];
    char path[PATH_MAX] = "";
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t size = ::readlink(link, path, sizeof path - 1);
    return size > 0 && failsAt(call, path);
}

/// The folder is looked up, the last part need not exist.
bool failsFor(const char *call, int folder, const char *path)
{
    if (!settings().isMeant)
        return false;
    char whole[PATH_MAX];
    if (path[0] == '/' || folder == AT_FDCWD)
        std::snprintf(whole, sizeof whole, "%s", path);
    else
        std::snprintf(whole, sizeof whole, "/proc/self/fd/%d/%s", folder, path);
    char *slash = std::strrchr(whole, '/');
    char real[PATH_MAX];
    if (!slash || slash == whole)
        return false;
    *slash = '\0';
    if (!::realpath(whole, real))
        return false;
    const size_t used = std::strlen(real);
    std::snprintf(real + used, sizeof real - used, "/%s", slash + 1);
    return failsAt(call, real);
}

int opened(int folder, const char *path, int flags, mode_t mode)
{
    if ((flags & O_CREAT) && failsFor("open", folder, path))
        return -1;
    return int(::syscall(SYS_openat, folder, path, flags, mode));
}

mode_t modeOf(int flags, va_list list)
{
    return (flags & (O_CREAT | O_TMPFILE)) ? mode_t(va_arg(list, unsigned)) : 0;
}

} // namespace

extern "C" {

ssize_t write(int fd, const void *data, size_t size)
{
    return failsOn("write", fd) ? -1 : ::syscall(SYS_write, fd, data, size);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at)
{
    return failsOn("pwrite", fd) ? -1 : ::syscall(SYS_pwrite64, fd, data, size, at);
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at)
{
    return failsOn("pwrite", fd) ? -1 : ::syscall(SYS_pwrite64, fd, data, size, at);
}

int fsync(int fd)
{
    return failsOn("fsync", fd) ? -1 : int(::syscall(SYS_fsync, fd));
}

int fdatasync(int fd)
{
    return failsOn("fdatasync", fd) ? -1 : int(::syscall(SYS_fdatasync, fd));
}

int syncfs(int fd) noexcept
{
    return failsOn("syncfs", fd) ? -1 : int(::syscall(SYS_syncfs, fd));
}

int ftruncate(int fd, off_t size) noexcept
{
    return failsOn("ftruncate", fd) ? -1 : int(::syscall(SYS_ftruncate, fd, size));
}

int ftruncate64(int fd, off64_t size) noexcept
{
    return failsOn("ftruncate", fd) ? -1 : int(::syscall(SYS_ftruncate, fd, size));
}

int rename(const char *from, const char *to) noexcept
{
    return failsFor("rename", AT_FDCWD, to) ? -1 : int(::syscall(SYS_rename, from, to));
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    return failsFor("rename", toFolder, to)
               ? -1
               : int(::syscall(SYS_renameat, fromFolder, from, toFolder, to));
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to,
              unsigned flags) noexcept
{
    return failsFor("rename", toFolder, to)
               ? -1
               : int(::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags));
}

int unlink(const char *path) noexcept
{
    return failsFor("unlink", AT_FDCWD, path) ? -1 : int(::syscall(SYS_unlink, path));
}

int unlinkat(int folder, const char *path, int flags) noexcept
{
    return failsFor("unlink", folder, path) ? -1
                                            : int(::syscall(SYS_unlinkat, folder, path, flags));
}

int mkdir(const char *path, mode_t mode) noexcept
{
    return failsFor("mkdir", AT_FDCWD, path) ? -1 : int(::syscall(SYS_mkdir, path, mode));
}

int mkdirat(int folder, const char *path, mode_t mode) noexcept
{
    return failsFor("mkdir", folder, path) ? -1 : int(::syscall(SYS_mkdirat, folder, path, mode));
}

int open(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return opened(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return opened(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return opened(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return opened(folder, path, flags, mode);
}
}
