// SPDX-License-Identifier: MIT
#include "core/process/briefprogram.h"

#include "core/base/files.h"

#include <QElapsedTimer>
#include <QFile>
#include <QList>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Slipway {

namespace {

constexpr qsizetype mostErrorOutput = 64 * 1024;

/// Owns a descriptor.
class Owned final
{
public:
    explicit Owned(int fd = -1) : m_fd(fd) {}
    ~Owned() { close(); }
    Q_DISABLE_COPY_MOVE(Owned)
    int fd() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    void take(int fd)
    {
        close();
        m_fd = fd;
    }
    void close()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        m_fd = -1;
    }

private:
    int m_fd;
};

/// In memory only, and all of it there before the program is: it cannot be cut short.
bool fill(Owned &memory, const QByteArray &bytes)
{
    memory.take(::memfd_create("input", MFD_CLOEXEC));
    return memory.isOpen() &&
           ::pwrite(memory.fd(), bytes.constData(), size_t(bytes.size()), 0) == bytes.size();
}

bool makePipe(Owned &reader, Owned &writer)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return false;
    reader.take(ends[0]);
    writer.take(ends[1]);
    return true;
}

/// The three descriptors that the program gets.
class Redirections final
{
public:
    Redirections(int input, int errorOutput)
    {
        ::posix_spawn_file_actions_init(&m_actions);
        ::posix_spawn_file_actions_adddup2(&m_actions, input, STDIN_FILENO);
        ::posix_spawn_file_actions_addopen(&m_actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_adddup2(&m_actions, errorOutput, STDERR_FILENO);
    }
    ~Redirections() { ::posix_spawn_file_actions_destroy(&m_actions); }
    Q_DISABLE_COPY_MOVE(Redirections)
    const posix_spawn_file_actions_t *actions() const { return &m_actions; }

private:
    posix_spawn_file_actions_t m_actions;
};

/// Reads until all that hold the other side have closed it. False: not in time.
bool readToEnd(int fd, int timeoutMs, QByteArray &out)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        pollfd polled{fd, POLLIN, 0};
        const int left = int(qMax<qint64>(0, timeoutMs - timer.elapsed()));
        const int count = ::poll(&polled, 1, left);
        if (count == 0)
            return false;
        char block[4096];
        const ssize_t got = count > 0 ? ::read(fd, block, sizeof block) : -1;
        if (got == 0 || (got < 0 && errno != EINTR))
            return true;
        if (got > 0 && out.size() < mostErrorOutput)
            out.append(block, got);
    }
}

int waitFor(pid_t pid)
{
    int status = SIGKILL; // as a wait status: ended by it
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

} // namespace

Result<BriefEnd> runBriefly(const QString &program, const QStringList &arguments,
                            const QByteArray &input, int timeoutMs)
{
    Owned memory;
    Owned reader;
    Owned writer;
    if (!fill(memory, input) || !makePipe(reader, writer))
        return fileError(program, errno);
    QList<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.append(QFile::encodeName(argument));
    QList<char *> argv;
    for (QByteArray &word : words)
        argv.append(word.data());
    argv.append(nullptr);
    pid_t pid = 0;
    const Redirections redirections(memory.fd(), writer.fd());
    if (const int problem = ::posix_spawnp(&pid, argv.first(), redirections.actions(), nullptr,
                                           argv.data(), environ))
        return fileError(program, problem);
    writer.close();
    BriefEnd end;
    end.isOutOfTime = !readToEnd(reader.fd(), timeoutMs, end.errorOutput);
    if (end.isOutOfTime)
        ::kill(pid, SIGKILL);
    const int status = waitFor(pid);
    if (WIFEXITED(status))
        end.exitCode = WEXITSTATUS(status);
    return end;
}

} // namespace Slipway
