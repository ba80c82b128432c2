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

/// The environment variable that says at which crash point to die; slipway-exec has its own, so
/// that a test can let either of them die.
#ifndef SLIPWAY_CRASH_VARIABLE
#define SLIPWAY_CRASH_VARIABLE "SLIPWAY_CRASH_AT"
#endif

namespace Slipway {

#ifdef SLIPWAY_NO_CRASH_POINTS

inline constexpr bool hasCrashPoints = false;
inline void crashPoint(const char *) {}

#else

inline constexpr bool hasCrashPoints = true;

/// A place between two steps of a protocol. With SLIPWAY_CRASH_AT=n in its environment the
/// process dies at the n-th place that it passes, counted over all threads, as if it was killed
/// from outside: nothing is flushed or put in order. The name goes to the end of the file that
/// SLIPWAY_CRASH_LOG names, so that a test can tell how far it came. Any thread. Built only
/// with SLIPWAY_CRASH_POINTS, which a Release build leaves out.
inline void crashPoint(const char *name)
{
    static std::atomic<long> left = [] {
        const char *at = std::getenv(SLIPWAY_CRASH_VARIABLE);
        return at ? std::atol(at) : 0L;
    }();
    if (left.load() <= 0 || --left != 0)
        return;
    const char *path = std::getenv("SLIPWAY_CRASH_LOG");
    const int log = path ? ::open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (log >= 0) {
        [[maybe_unused]] const auto named = ::write(log, name, std::strlen(name));
        [[maybe_unused]] const auto ended = ::write(log, "\n", 1);
    }
    ::kill(::getpid(), SIGKILL);
}

#endif

} // namespace Slipway
