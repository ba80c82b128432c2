// SPDX-License-Identifier: MIT
#pragma once

#include "procfs.h"

#include <vector>

namespace Slipway::Exec {

/// What a thread waits for, as far as the kernel tells a process of the same user.
enum class ThreadWait
{
    Keyboard, ///< blocked reading a terminal
    Several,  ///< select, poll or epoll
    Other,    ///< it runs, or waits for something else
    Unknown
};

/// One for each thread of the process.
std::vector<ThreadWait> threadWaits(pid_t pid);

} // namespace Slipway::Exec
