// SPDX-License-Identifier: MIT
#include "processtree.h"

#include "descriptor.h"

#include <map>
#include <sys/syscall.h>

namespace Slipway::Exec {

namespace {

bool descendsFrom(pid_t ancestor, const ProcessStat &process,
                  const std::map<pid_t, ProcessStat> &all)
{
    pid_t parent = process.parent;
    // Bounded, because the picture was not taken at one moment and may hold a circle.
    for (std::size_t steps = 0; parent > 1 && steps < all.size(); ++steps) {
        if (parent == ancestor)
            return true;
        const auto found = all.find(parent);
        if (found == all.end())
            return false;
        parent = found->second.parent;
    }
    return parent == ancestor;
}

} // namespace

bool ProcessTree::isMarked(pid_t pid) const
{
    const std::string environment = readProc("/proc/" + std::to_string(pid) + "/environ");
    for (std::size_t at = environment.find(m_entry); at != environment.npos;
         at = environment.find(m_entry, at + 1)) {
        const std::size_t end = at + m_entry.size();
        const bool begins = at == 0 || environment[at - 1] == '\0';
        if (begins && (end == environment.size() || environment[end] == '\0'))
            return true;
    }
    return false;
}

std::vector<ProcessStat> ProcessTree::members() const
{
    std::map<pid_t, ProcessStat> all;
    for (const pid_t pid : allProcesses()) {
        if (const std::optional<ProcessStat> stat = statOf(pid))
            all.emplace(pid, *stat);
    }
    std::vector<ProcessStat> found;
    const pid_t self = ::getpid();
    for (const auto &[pid, stat] : all) {
        const bool isDead = stat.state == 'Z' || stat.state == 'X';
        if (pid != self && pid > 1 && !isDead && (descendsFrom(self, stat, all) || isMarked(pid)))
            found.push_back(stat);
    }
    return found;
}

std::size_t ProcessTree::signal(int signalNumber) const
{
    const std::vector<ProcessStat> found = members();
    for (const ProcessStat &process : found)
        signalProcess(process, signalNumber);
    return found.size();
}

void signalProcess(const ProcessStat &process, int signalNumber)
{
    const Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, process.pid, 0)));
    if (handle.isOpen() && startTimeOf(process.pid) == process.startTime)
        ::syscall(SYS_pidfd_send_signal, handle.fd(), signalNumber, nullptr, 0);
}

} // namespace Slipway::Exec
