// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace Slipway::Exec {

/// A line of /proc/PID/stat, as far as it matters here.
struct ProcessStat
{
    pid_t pid = 0;
    char state = '?';
    pid_t parent = 0;
    pid_t group = 0;
    int threads = 0;
    long long startTime = 0; ///< clock ticks since boot
    std::string name;        ///< the kernel's, at most 15 bytes

    /// A first thread that has ended looks dead while others of its process go on.
    bool isDead() const { return (state == 'Z' || state == 'X') && threads <= 1; }
};

std::string readAll(int fd);
/// The content of a file of /proc; empty if it cannot be read.
std::string readProc(const std::string &path);
std::vector<pid_t> allProcesses();
std::optional<ProcessStat> statOf(pid_t pid);
long long startTimeOf(pid_t pid);
std::string bootId();

} // namespace Slipway::Exec
