// SPDX-License-Identifier: MIT
#pragma once

// Plain C++ and POSIX: slipway-exec, which has no Qt, uses it too.
#ifndef SLIPWAY_NO_CRASH_POINTS
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#endif

/// How the environment variables begin that say at which crash point to die; slipway-exec has
/// its own, so that a test can let either of them die.
#ifndef SLIPWAY_CRASH_PREFIX
#define SLIPWAY_CRASH_PREFIX "SLIPWAY_CRASH"
#endif

namespace Slipway {

#ifdef SLIPWAY_NO_CRASH_POINTS

inline constexpr bool hasCrashPoints = false;
inline void crashPoint(const char *) {}

#else

inline constexpr bool hasCrashPoints = true;

/// Appends a line to the file that an environment variable names, if it does.
inline void noteCrashPoint(const char *variable, const char *name)
{
    const char *path = std::getenv(variable);
    const int file = path ? ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (file < 0)
        return;
    char line[80] = "";
    std::strncat(line, name, sizeof line - 2);
    std::strcat(line, "\n");
    [[maybe_unused]] const auto written = ::write(file, line, std::strlen(line));
    ::close(file);
}

/// A place between two steps of a protocol. With SLIPWAY_CRASH_AT=n in its environment the
/// process dies at the n-th place that it passes, counted over all threads, as if it was killed
/// from outside: nothing is flushed or put in order. The name goes to the end of the file that
/// SLIPWAY_CRASH_LOG names, so that a test can tell how far it came; SLIPWAY_CRASH_TRACE names
/// one for all places passed. Any thread. Built only with SLIPWAY_CRASH_POINTS, which a Release
/// build leaves out.
inline void crashPoint(const char *name)
{
    static std::atomic<long> left = [] {
        const char *at = std::getenv(SLIPWAY_CRASH_PREFIX "_AT");
        return at ? std::atol(at) : 0L;
    }();
    noteCrashPoint(SLIPWAY_CRASH_PREFIX "_TRACE", name);
    if (left.load() <= 0 || --left != 0)
        return;
    noteCrashPoint(SLIPWAY_CRASH_PREFIX "_LOG", name);
    ::kill(::getpid(), SIGKILL);
}

#endif

} // namespace Slipway
