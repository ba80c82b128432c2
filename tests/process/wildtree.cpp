// SPDX-License-Identifier: MIT
// wildtree SEED NODE FIFO: grows a tree of processes that are hard to end. Each of them holds
// the FIFO open for writing, and nothing else does: its end of file is the proof that all are
// gone. Each writes one byte when it stands.
#include "tests/process/wildplan.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Life = WildNode::Life;
constexpr unsigned longestLife = 60; // seconds; whatever happens, no test leaves anything
constexpr int children = 4;

volatile sig_atomic_t termCount = 0;

void countTerm(int)
{
    termCount = termCount + 1;
}

void goDeaf()
{
    for (const int number : {SIGTERM, SIGHUP, SIGINT})
        ::signal(number, SIG_IGN);
}

[[noreturn]] void sleepForEver()
{
    ::alarm(longestLife);
    for (;;)
        ::pause();
}

[[noreturn]] void becomeNode(char **argv, const WildNode &node, int index)
{
    if (node.newSession)
        ::setsid();
    else if (node.newGroup)
        ::setpgid(0, 0);
    const std::string number = std::to_string(index);
    char *arguments[] = {argv[0], argv[1], const_cast<char *>(number.c_str()), argv[3], nullptr};
    char *nothing[] = {nullptr};
    ::execve("/proc/self/exe", arguments, node.nameless ? nothing : environ);
    ::_exit(120);
}

void startChildren(char **argv, const std::vector<WildNode> &plan, int self)
{
    for (int i = self + 1; i < static_cast<int>(plan.size()); ++i) {
        const WildNode &child = plan[static_cast<std::size_t>(i)];
        if (child.parent != self)
            continue;
        const pid_t pid = ::fork();
        if (pid == 0) {
            if (child.doubleFork && ::fork() != 0)
                ::_exit(0);
            becomeNode(argv, child, i);
        }
        if (child.doubleFork)
            ::waitpid(pid, nullptr, 0);
    }
}

[[noreturn]] void chain(const WildNode &node)
{
    const time_t end = ::time(nullptr) + longestLife;
    while (::time(nullptr) < end) {
        const pid_t pid = ::fork();
        if (pid > 0)
            ::_exit(0);
        if (node.newGroup)
            ::setsid();
        if (node.pauseUs > 0)
            ::usleep(static_cast<useconds_t>(node.pauseUs));
    }
    ::_exit(0);
}

[[noreturn]] void breed()
{
    ::alarm(longestLife);
    for (int living = 0;; --living) {
        for (; living < children; ++living) {
            if (::fork() == 0)
                sleepForEver();
        }
        while (::wait(nullptr) < 0 && errno == EINTR) {
        }
    }
}

[[noreturn]] void beReborn()
{
    ::alarm(longestLife);
    struct sigaction action = {};
    action.sa_handler = countTerm;
    ::sigaction(SIGTERM, &action, nullptr);
    for (int answered = 0;; ++answered) {
        while (termCount == answered)
            ::usleep(1000);
        for (int i = 0; i < children; ++i) {
            if (::fork() == 0) {
                goDeaf();
                sleepForEver();
            }
        }
    }
}

[[noreturn]] void holdTerminal()
{
    ::alarm(longestLife);
    const int terminal = ::open("/dev/tty", O_RDWR);
    char byte = 0;
    while (terminal >= 0 && ::read(terminal, &byte, 1) > 0) {
    }
    sleepForEver();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const std::vector<WildNode> plan = wildPlan(std::strtoull(argv[1], nullptr, 10));
    const int self = std::atoi(argv[2]);
    const WildNode &node = plan.at(static_cast<std::size_t>(self));
    const int fifo = ::open(argv[3], O_WRONLY | O_CLOEXEC);
    if (node.deaf)
        goDeaf();
    if (node.adopts)
        ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    if (node.disguised)
        ::prctl(PR_SET_NAME, "a) Z 1 (b", 0, 0, 0);
    startChildren(argv, plan, self);
    if (fifo < 0 || ::write(fifo, "+", 1) != 1)
        return 3;
    switch (node.life) {
    case Life::Idle:
        sleepForEver();
    case Life::Stopped:
        ::alarm(longestLife);
        ::raise(SIGSTOP);
        sleepForEver();
    case Life::AtTerminal:
        holdTerminal();
    case Life::Chain:
        chain(node);
    case Life::Breeder:
        breed();
    case Life::Reborn:
        beReborn();
    }
    return 0;
}
