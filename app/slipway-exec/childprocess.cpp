// SPDX-License-Identifier: MIT
#include "childprocess.h"

#include "descriptor.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>

namespace Slipway::Exec {

namespace {

std::vector<char *> pointers(const std::vector<std::string> &texts)
{
    std::vector<char *> out;
    for (const std::string &text : texts)
        out.push_back(const_cast<char *>(text.c_str()));
    out.push_back(nullptr);
    return out;
}

void resetSignals()
{
    for (int number = 1; number < NSIG; ++number)
        ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// In the child, between fork and exec: what failed; returns only then.
const char *become(const ChildProcess &child, pid_t parent, char *const *argv, char *const *envp)
{
    ::setsid();
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || ::getppid() != parent)
        return "its supervisor";
    const int input = child.input >= 0 ? child.input : ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (child.ownsTerminal && ::ioctl(input, TIOCSCTTY, 0) != 0)
        return "the terminal";
    if (::dup2(input, 0) < 0 || ::dup2(child.output, 1) < 0 || ::dup2(child.errorOutput, 2) < 0)
        return "its output";
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    if (::chdir(child.directory.c_str()) != 0)
        return "its folder";
    resetSignals();
    ::execve(child.program.c_str(), argv, envp);
    return "the program";
}

} // namespace

pid_t ChildProcess::start(std::string &error) const
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        error = std::strerror(errno);
        return -1;
    }
    const Descriptor readEnd(ends[0]);
    Descriptor writeEnd(ends[1]);
    const std::vector<char *> arguments = pointers(argv);
    const std::vector<char *> variables = pointers(environment);
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid == 0) {
        const char *what = become(*this, parent, arguments.data(), variables.data());
        const int number = errno;
        writeAll(writeEnd.fd(), what);
        writeAll(writeEnd.fd(), ": ");
        writeAll(writeEnd.fd(), std::strerror(number));
        ::_exit(127);
    }
    writeEnd.close();
    if (pid < 0) {
        error = std::strerror(errno);
        return -1;
    }
    char reason[512];
    const ssize_t count = ::read(readEnd.fd(), reason, sizeof reason);
    if (count <= 0)
        return pid;
    error.assign(reason, static_cast<std::size_t>(count));
    for (char more[512]; ssize_t extra = ::read(readEnd.fd(), more, sizeof more);) {
        if (extra < 0)
            break;
        error.append(more, static_cast<std::size_t>(extra));
    }
    error = program + " could not be started (" + error + ").";
    return -1;
}

} // namespace Slipway::Exec
