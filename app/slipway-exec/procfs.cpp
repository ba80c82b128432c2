// SPDX-License-Identifier: MIT
#include "procfs.h"

#include "descriptor.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>

namespace Slipway::Exec {

std::string readAll(int fd)
{
    std::string out;
    char chunk[16384];
    for (;;) {
        const ssize_t count = ::read(fd, chunk, sizeof chunk);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return out;
        out.append(chunk, static_cast<std::size_t>(count));
    }
}

std::string readProc(const std::string &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    return file.isOpen() ? readAll(file.fd()) : std::string();
}

std::vector<pid_t> allProcesses()
{
    std::vector<pid_t> found;
    DIR *dir = ::opendir("/proc");
    if (!dir)
        return found;
    while (const dirent *entry = ::readdir(dir)) {
        const long pid = std::strtol(entry->d_name, nullptr, 10);
        if (pid > 0)
            found.push_back(static_cast<pid_t>(pid));
    }
    ::closedir(dir);
    return found;
}

std::optional<ProcessStat> statOf(pid_t pid)
{
    const Descriptor file(
        ::open(("/proc/" + std::to_string(pid) + "/stat").c_str(), O_RDONLY | O_CLOEXEC));
    char text[1024]; // longer than such a line can be
    const ssize_t size = file.isOpen() ? ::read(file.fd(), text, sizeof text) : -1;
    const std::string line(text, size > 0 ? static_cast<std::size_t>(size) : 0);
    // The name stands in parentheses and may hold anything, also parentheses.
    const std::size_t nameEnd = line.rfind(')');
    if (nameEnd == line.npos)
        return std::nullopt;
    ProcessStat stat;
    stat.pid = pid;
    constexpr const char *format = " %c %d %d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %*d %*d %*d "
                                   "%*d %d %*d %lld";
    const int read = std::sscanf(line.c_str() + nameEnd + 1, format, &stat.state, &stat.parent,
                                 &stat.group, &stat.threads, &stat.startTime);
    stat.name = line.substr(0, nameEnd).substr(std::min(nameEnd, line.find('(') + 1));
    return read == 5 ? std::optional(stat) : std::nullopt;
}

long long startTimeOf(pid_t pid)
{
    const std::optional<ProcessStat> stat = statOf(pid);
    return stat ? stat->startTime : 0;
}

std::string bootId()
{
    std::string id = readProc("/proc/sys/kernel/random/boot_id");
    while (!id.empty() && id.back() == '\n')
        id.pop_back();
    return id;
}

} // namespace Slipway::Exec
