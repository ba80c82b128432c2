// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace Slipway::Exec {

/// What to start, and on which descriptors.
struct ChildProcess
{
    std::string program; ///< absolute
    std::vector<std::string> argv;
    std::vector<std::string> environment;
    std::string directory;
    int input = -1; ///< -1: nothing to read
    int output = -1;
    int errorOutput = -1;
    bool ownsTerminal = false; ///< input is a terminal that the program is to control

    /// Starts it in its own session, without any descriptor but these three, to be killed by
    /// the kernel if this process dies. -1 with the reason in error.
    pid_t start(std::string &error) const;
};

} // namespace Slipway::Exec
