// SPDX-License-Identifier: MIT
#include "processtree.h"

#include "descriptor.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <sys/syscall.h>
#include <unordered_set>

namespace Slipway::Exec {

namespace {

constexpr int stopRounds = 30;
constexpr int chases = 300;

/// A process that lives, and a handle that was had before it was looked at: if its id was given
/// to another one in between, the handle leads to nobody and a signal through it is lost.
struct Caught
{
    Descriptor handle;
    ProcessStat stat;

    void signal(int number) const
    {
        ::syscall(SYS_pidfd_send_signal, handle.fd(), number, nullptr, 0);
    }
};

std::optional<Caught> catchProcess(pid_t pid)
{
    Descriptor handle(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    const std::optional<ProcessStat> stat = handle.isOpen() ? statOf(pid) : std::nullopt;
    if (!stat || stat->isDead())
        return std::nullopt;
    return Caught{std::move(handle), *stat};
}

/// The process that was started last on this machine; 0: not known.
pid_t newestProcess()
{
    const std::string load = readProc("/proc/loadavg");
    const std::size_t at = load.rfind(' ');
    return at == load.npos ? 0 : static_cast<pid_t>(std::strtol(load.c_str() + at, nullptr, 10));
}

/// A chain of processes each of which starts the next one and ends is past any list of
/// processes before that is read; but where it is now, the newest process is.
void chaseNewest(int number)
{
    const pid_t self = ::getpid();
    for (int i = 0; i < chases; ++i) {
        const std::optional<Caught> process = catchProcess(newestProcess());
        if (!process)
            continue;
        const pid_t parent = process->stat.parent;
        const std::optional<ProcessStat> above = parent == self ? std::nullopt : statOf(parent);
        if (parent == self || (above && above->parent == self))
            process->signal(number);
    }
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

/// Calls visit for each member, those whose parent is known as soon as they are seen, so that
/// little time passes between the look and a signal.
template <typename Visit>
void ProcessTree::look(Visit visit)
{
    const pid_t self = ::getpid();
    std::unordered_set<pid_t> found{self};
    std::vector<ProcessStat> others;
    const auto take = [&](const ProcessStat &seen) {
        const std::optional<Caught> process = catchProcess(seen.pid);
        if (!process || process->stat.startTime != seen.startTime)
            return;
        found.insert(seen.pid);
        visit(*process);
    };
    for (const pid_t pid : allProcesses()) {
        const std::optional<ProcessStat> seen = statOf(pid);
        if (!seen || seen->isDead() || pid == self)
            continue;
        if (found.contains(seen->parent))
            take(*seen);
        else
            others.push_back(*seen);
    }
    // Ids start again from below, so a child may stand before its parent.
    const auto takeIf = [&](const auto &isMember) {
        return std::erase_if(others, [&](const ProcessStat &seen) {
            const bool isOne = isMember(seen);
            if (isOne)
                take(seen);
            return isOne;
        });
    };
    while (takeIf([&](const ProcessStat &seen) { return found.contains(seen.parent); }) > 0) {
    }
    m_outsiders.clear();
    const long long begin = startTimeOf(self);
    takeIf([&](const ProcessStat &seen) {
        if (seen.startTime < begin || !isMarked(seen.pid))
            return false;
        m_outsiders.push_back(seen);
        return true;
    });
}

std::vector<ProcessStat> ProcessTree::members()
{
    std::vector<ProcessStat> found;
    look([&found](const Caught &process) { found.push_back(process.stat); });
    return found;
}

std::size_t ProcessTree::signal(std::initializer_list<int> numbers, Told &told)
{
    std::size_t count = 0;
    look([&](const Caught &process) {
        ++count;
        if (!told.emplace(process.stat.pid, process.stat.startTime).second)
            return;
        for (const int number : numbers)
            process.signal(number);
    });
    return count;
}

void ProcessTree::kill()
{
    Told stopped;
    for (int round = 0; round < stopRounds; ++round) {
        const std::size_t before = stopped.size();
        signal({SIGSTOP}, stopped);
        if (stopped.size() == before)
            break;
        if (round > 3)
            chaseNewest(SIGSTOP);
    }
    Told killed;
    if (signal({SIGKILL}, killed) == 0)
        chaseNewest(SIGKILL);
}

bool ProcessTree::hasOutsiders() const
{
    return std::any_of(m_outsiders.begin(), m_outsiders.end(), [](const ProcessStat &seen) {
        const std::optional<ProcessStat> now = statOf(seen.pid);
        return now && now->startTime == seen.startTime && !now->isDead();
    });
}

} // namespace Slipway::Exec
