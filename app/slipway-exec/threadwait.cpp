// SPDX-License-Identifier: MIT
#include "threadwait.h"

#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <initializer_list>
#include <string_view>
#include <sys/syscall.h>
#include <unistd.h>

namespace Slipway::Exec {

namespace {

bool isTerminal(pid_t pid, unsigned long fd)
{
    char target[64] = {};
    const std::string link = "/proc/" + std::to_string(pid) + "/fd/" + std::to_string(fd);
    const ssize_t length = ::readlink(link.c_str(), target, sizeof target - 1);
    const std::string_view name(target, length > 0 ? static_cast<std::size_t>(length) : 0);
    return name.starts_with("/dev/pts/") || name == "/dev/tty";
}

bool isWaitForSeveral(long call)
{
    for (const long known : {
#ifdef SYS_select
             static_cast<long>(SYS_select),
#endif
#ifdef SYS_poll
             static_cast<long>(SYS_poll),
#endif
#ifdef SYS_epoll_wait
             static_cast<long>(SYS_epoll_wait),
#endif
             static_cast<long>(SYS_pselect6), static_cast<long>(SYS_ppoll),
             static_cast<long>(SYS_epoll_pwait)}) {
        if (call == known)
            return true;
    }
    return false;
}

/// From /proc/…/syscall: "running", or the number and the arguments of the call it is in.
ThreadWait fromCall(pid_t pid, const std::string &text)
{
    long call = -1;
    unsigned long first = 0;
    if (text.starts_with("running"))
        return ThreadWait::Other;
    if (std::sscanf(text.c_str(), "%ld %lx", &call, &first) < 2)
        return text.empty() ? ThreadWait::Unknown : ThreadWait::Other;
    if (call == SYS_read || call == SYS_readv)
        return isTerminal(pid, first) ? ThreadWait::Keyboard : ThreadWait::Other;
    return isWaitForSeveral(call) ? ThreadWait::Several : ThreadWait::Other;
}

/// From /proc/…/wchan: the function in the kernel that it sleeps in, or "0".
ThreadWait fromFunction(const std::string &name)
{
    if (name.empty() || name == "0")
        return ThreadWait::Unknown;
    if (name.find("tty_read") != name.npos || name == "wait_woken")
        return ThreadWait::Keyboard;
    const bool isSeveral = name.find("poll") != name.npos || name.find("select") != name.npos;
    return isSeveral ? ThreadWait::Several : ThreadWait::Other;
}

ThreadWait waitOf(pid_t pid, const std::string &thread)
{
    const std::string base = "/proc/" + std::to_string(pid) + "/task/" + thread;
    const ThreadWait wait = fromCall(pid, readProc(base + "/syscall"));
    return wait == ThreadWait::Unknown ? fromFunction(readProc(base + "/wchan")) : wait;
}

} // namespace

std::vector<ThreadWait> threadWaits(pid_t pid)
{
    std::vector<ThreadWait> out;
    DIR *dir = ::opendir(("/proc/" + std::to_string(pid) + "/task").c_str());
    if (!dir)
        return out;
    while (const dirent *entry = ::readdir(dir)) {
        if (std::atol(entry->d_name) > 0)
            out.push_back(waitOf(pid, entry->d_name));
    }
    ::closedir(dir);
    return out;
}

} // namespace Slipway::Exec
