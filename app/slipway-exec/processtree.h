// SPDX-License-Identifier: MIT
#pragma once

#include "procfs.h"

#include <string>
#include <vector>

namespace Slipway::Exec {

/// Everything that the attempt's programs started and that still lives: the descendants of this
/// process, which is their subreaper, so that no double fork leads out of the tree, and any
/// process of the same user whose environment carries the attempt's mark.
class ProcessTree final
{
public:
    explicit ProcessTree(const std::string &mark) : m_entry("SLIPWAY_ATTEMPT=" + mark) {}

    std::vector<ProcessStat> members() const;
    /// Signals each member; returns how many there were.
    std::size_t signal(int signalNumber) const;

private:
    bool isMarked(pid_t pid) const;

    std::string m_entry;
};

/// Sends the signal only if the process is still the one that was seen.
void signalProcess(const ProcessStat &process, int signalNumber);

} // namespace Slipway::Exec
