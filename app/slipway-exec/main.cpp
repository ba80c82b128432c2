// SPDX-License-Identifier: MIT
// slipway-exec FOLDER MARK: runs the programs of one attempt, apart from the console that
// started it. core/process/attemptfolder.h describes the folder.
#include "supervisor.h"

#include "core/base/crashpoint.h"

#include <cerrno>
#include <clocale>
#include <cstdio>
#include <fcntl.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/wait.h>

using namespace Slipway::Exec;
using Slipway::crashPoint;

namespace {

enum ExitStatus
{
    Fine = 0,
    BadUse = 2,
    NoSecrets = 3,
    NotStarted = 4,
    NoRoom = 5 ///< nothing was started; it can be when there is room on the disk
};

// What the supervisor tells the process that waits for it.
constexpr std::string_view wellMark = "+";
constexpr std::string_view noRoomMark = "!";

void toNull(int fd, int flags)
{
    const int null = ::open("/dev/null", flags);
    if (null >= 0 && null != fd) {
        ::dup2(null, fd);
        ::close(null);
    }
}

/// The part that outlives its parents. Tells the first process through `report` that all is
/// well, or that the disk is full; if it ends without that, nothing was started.
int supervise(Supervisor &supervisor, Descriptor report)
{
    crashPoint("detached");
    std::string error;
    const Supervisor::Start start = supervisor.start(error);
    if (start == Supervisor::Start::NoRoom)
        writeAll(report.fd(), noRoomMark);
    if (start == Supervisor::Start::Failed || start == Supervisor::Start::NoRoom) {
        std::fprintf(stderr, "%s\n", error.c_str());
        return NotStarted;
    }
    toNull(STDIN_FILENO, O_RDONLY);
    toNull(STDOUT_FILENO, O_WRONLY);
    toNull(STDERR_FILENO, O_WRONLY);
    writeAll(report.fd(), wellMark);
    report.close();
    crashPoint("reported");
    if (start == Supervisor::Start::Refused)
        return Fine;
    const int status = supervisor.run() ? Fine : NotStarted;
    crashPoint("all done");
    return status;
}

/// Twice forked, so that it belongs to no session and is nobody's child.
int detach(Supervisor &supervisor)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return NotStarted;
    const Descriptor listen(ends[0]);
    Descriptor report(ends[1]);
    const pid_t middle = ::fork();
    if (middle == 0) {
        ::setsid();
        if (::fork() != 0 || ::chdir("/") != 0)
            ::_exit(Fine);
        ::_exit(supervise(supervisor, std::move(report)));
    }
    report.close();
    if (middle > 0)
        ::waitpid(middle, nullptr, 0);
    char answer = 0;
    ssize_t count = -1;
    do {
        count = ::read(listen.fd(), &answer, 1);
    } while (count < 0 && errno == EINTR);
    if (count == 1 && answer == noRoomMark[0])
        return NoRoom;
    return count == 1 ? Fine : NotStarted;
}

int complain(int status, const std::string &text)
{
    std::fprintf(stderr, "%s\n", text.c_str());
    return status;
}

} // namespace

int main(int argc, char **argv)
{
    ::close_range(3, ~0U, 0);
    // Prompts and their patterns are UTF-8, whatever the user's locale is.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    if (argc != 3)
        return complain(BadUse, "Usage: slipway-exec ATTEMPT_FOLDER MARK");
    std::string error;
    std::optional<AttemptDir> folder = AttemptDir::open(argv[1], error);
    if (!folder)
        return complain(BadUse, error);
    const std::optional<std::string> text = folder->read("spec.json");
    if (!text)
        return complain(BadUse, "spec.json cannot be read.");
    std::optional<Spec> spec = Spec::parse(*text, error);
    if (!spec)
        return complain(BadUse, error);
    crashPoint("spec read");
    const std::optional<Secrets> secrets = readSecrets(STDIN_FILENO);
    if (!secrets)
        return complain(NoSecrets, "Standard input ended too early; nothing was started.");
    if (!spec->fillIn(*secrets, error))
        return complain(NoSecrets, error);
    // Neither a core file nor another program of this user gets at the memory that holds them.
    if (!secrets->empty())
        ::prctl(PR_SET_DUMPABLE, 0);
    crashPoint("secrets read");
    Supervisor supervisor(std::move(*folder), std::move(*spec), *secrets, argv[2]);
    return detach(supervisor);
}
