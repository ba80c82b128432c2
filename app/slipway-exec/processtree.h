// SPDX-License-Identifier: MIT
#pragma once

#include "procfs.h"

#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace Slipway::Exec {

/// Everything that the attempt's programs started and that still lives: the descendants of this
/// process, which is their subreaper, so that no double fork leads out of the tree, and any
/// process of the same user that began after this one and carries the attempt's mark in its
/// environment.
class ProcessTree final
{
public:
    /// Which processes had a signal: by id and start, because ids are used again.
    using Told = std::set<std::pair<pid_t, long long>>;

    explicit ProcessTree(const std::string &mark) : m_entry("SLIPWAY_ATTEMPT=" + mark) {}

    std::vector<ProcessStat> members();
    /// Signals each member that is not in `told`, and adds it; returns how many live.
    std::size_t signal(std::initializer_list<int> numbers, Told &told);
    /// Stops what is there until a look meets nobody new, because what is stopped cannot fork,
    /// then kills all of it. What forks faster than one can look is chased, but may get away:
    /// call it again until nothing is left.
    void kill();
    /// True if a member that is no descendant was met by the last look and still lives. When no
    /// descendant is left, the kernel itself says so (waitpid).
    bool hasOutsiders() const;

private:
    bool isMarked(pid_t pid) const;
    template <typename Visit>
    void look(Visit visit);

    std::string m_entry;
    std::vector<ProcessStat> m_outsiders;
};

} // namespace Slipway::Exec
