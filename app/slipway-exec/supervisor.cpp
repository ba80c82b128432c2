// SPDX-License-Identifier: MIT
#include "supervisor.h"

#include "clock.h"

#include "core/base/crashpoint.h"
#include "core/process/secretforms.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace Slipway::Exec {

namespace {

constexpr long long graceMs = 2500;
constexpr long long endWithinMs = 4800;
constexpr long long lookEveryMs = 1000;
constexpr long long tellEveryMs = 300;
constexpr long long killEveryMs = 20;
constexpr std::size_t crowd = 50;
constexpr std::size_t mostNamed = 20;

Descriptor blockSignals()
{
    ::signal(SIGHUP, SIG_IGN);
    ::signal(SIGINT, SIG_IGN);
    ::signal(SIGQUIT, SIG_IGN);
    ::signal(SIGPIPE, SIG_IGN);
    ::signal(SIGCHLD, SIG_DFL);
    sigset_t ours;
    ::sigemptyset(&ours);
    ::sigaddset(&ours, SIGCHLD);
    ::sigaddset(&ours, SIGTERM);
    ::sigprocmask(SIG_SETMASK, &ours, nullptr);
    return Descriptor(::signalfd(-1, &ours, SFD_NONBLOCK | SFD_CLOEXEC));
}

/// In memory only, and all of it there before the program is.
Descriptor inputOf(const CommandSpec &command)
{
    if (command.input.empty())
        return Descriptor();
    Descriptor memory(::memfd_create("input", MFD_CLOEXEC));
    if (memory.isOpen() &&
        (!writeAll(memory.fd(), command.input) || ::lseek(memory.fd(), 0, SEEK_SET) != 0))
        memory.close();
    return memory;
}

Redactor redactorOf(const Secrets &secrets)
{
    std::vector<std::string> values;
    for (const auto &[name, value] : secrets)
        values.push_back(value);
    return Redactor(secretForms(values));
}

Supervisor::Start failedBy(int errorNumber)
{
    const bool isFull = errorNumber == ENOSPC || errorNumber == EDQUOT;
    return isFull ? Supervisor::Start::NoRoom : Supervisor::Start::Failed;
}

} // namespace

Supervisor::Supervisor(AttemptDir folder, Spec spec, const Secrets &secrets,
                       const std::string &mark)
    : m_folder(std::move(folder))
    , m_spec(std::move(spec))
    , m_environment(m_spec, mark)
    , m_tree(mark)
    , m_pump(m_folder, m_spec, redactorOf(secrets))
{
    m_outcome.commands.resize(m_spec.commands.size());
}

Supervisor::Start Supervisor::start(std::string &error)
{
    if (!m_folder.lock() || m_folder.has("abandoned") || m_folder.has("started"))
        return Start::Refused;
    crashPoint("locked");
    // Descendants of programs that detach themselves become our children, not init's.
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    const rlimit noCore = {0, 0};
    ::setrlimit(RLIMIT_CORE, &noCore);
    m_signals = blockSignals();
    if (const Start reserved = reserve(error); reserved != Start::Running)
        return reserved;
    crashPoint("room reserved");
    m_outcome.startedAt = wallMs();
    if (m_folder.writeStarted())
        return Start::Running;
    const int number = errno;
    error = std::string("`started` could not be written: ") + std::strerror(number);
    return failedBy(number);
}

Supervisor::Start Supervisor::reserve(std::string &error)
{
    if (!m_signals.isOpen() || !m_resultFile.reserve(m_folder)) {
        const int number = errno;
        error = std::string("The attempt's folder cannot be written: ") + std::strerror(number);
        return failedBy(number);
    }
    return m_pump.open(error) ? Start::Running : failedBy(m_pump.log().errorNumber());
}

bool Supervisor::run()
{
    const long long now = steadyMs();
    m_deadline = m_spec.timeoutMs > 0 ? now + m_spec.timeoutMs : 0;
    m_interruptAt = m_spec.interruptAfterMs > 0 ? now + m_spec.interruptAfterMs : 0;
    m_folder.watch();
    lookForCancel();
    for (m_index = 0; m_index < m_spec.commands.size() && !m_isOver; ++m_index) {
        if (!m_hasFailed || m_spec.commands[m_index].runsAlways)
            runCommand(m_index);
    }
    reap();
    // A look through all processes takes longer than many a program: the kernel is asked first.
    if (m_hasChildren) {
        m_outcome.leftovers = static_cast<long long>(m_tree.members().size());
        endTree();
    }
    crashPoint("programs over");
    m_pump.finish();
    crashPoint("log synced");
    concludeOutcome();
    return m_resultFile.write(m_folder, m_outcome.json());
}

void Supervisor::runCommand(std::size_t index)
{
    crashPoint("program to start");
    std::string error;
    if (!startCommand(m_spec.commands[index], error)) {
        m_outcome.decide("not-started", m_pump.redactor().redact(error));
        m_hasFailed = true;
        m_pump.commandEnded();
        return;
    }
    m_outcome.commands[index].hasRun = true;
    crashPoint("program started");
    watchCommand();
    crashPoint("program ended");
    m_pump.commandEnded();
    crashPoint("output carried");
    m_child = 0;
    if (!m_outcome.commands[index].isOk() || !m_pump.captureError().empty())
        m_hasFailed = true;
}

bool Supervisor::startCommand(const CommandSpec &command, std::string &error)
{
    ChildProcess child;
    error.clear();
    child.program = m_environment.find(command.argv.front(), m_spec.directory, error);
    child.argv = command.argv;
    child.environment = m_environment.entries();
    child.directory = m_spec.directory;
    const Descriptor input = inputOf(command);
    child.input = input.fd();
    if (!command.input.empty() && !input.isOpen())
        error = std::string("No memory could be had for its input: ") + std::strerror(errno);
    if (!error.empty() || !m_pump.connect(child, command, error))
        return false;
    m_child = child.start(error);
    m_hasChildren = true;
    m_pump.started();
    return m_child > 0;
}

void Supervisor::watchCommand()
{
    m_wasTreeEnded = false;
    // When the tree was ended, what still lives of it cannot be: a program of another user.
    while (m_child > 0 && !m_wasTreeEnded) {
        m_pump.wait(nextLook(), {m_signals.fd(), m_folder.watch().fd()});
        reap();
        if (m_child > 0)
            look();
    }
}

long long Supervisor::nextLook() const
{
    const long long now = steadyMs();
    long long wait = lookEveryMs;
    if (m_deadline > 0)
        wait = std::min(wait, m_deadline - now);
    if (m_interruptAt > 0)
        wait = std::min(wait, m_interruptAt - now);
    if (const PromptWatch *prompts = m_pump.prompts()) {
        const long long next = prompts->nextLook(now);
        wait = next >= 0 ? std::min(wait, next) : wait;
    }
    return std::max(0LL, wait);
}

void Supervisor::reap()
{
    signalfd_siginfo info;
    while (::read(m_signals.fd(), &info, sizeof info) == static_cast<ssize_t>(sizeof info))
        m_wasTold = m_wasTold || info.ssi_signo == SIGTERM;
    int status = 0;
    pid_t pid = 0;
    while ((pid = ::waitpid(-1, &status, WNOHANG)) > 0) {
        if (pid != m_child)
            continue;
        CommandEnd &end = m_outcome.commands[m_index];
        end.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        end.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        m_child = 0;
    }
    // Whose parent has ended is our child, so without children there are no descendants.
    m_hasChildren = pid == 0 || errno != ECHILD;
}

void Supervisor::look()
{
    lookForCancel();
    const long long now = steadyMs();
    if (!m_isOver && m_deadline > 0 && now >= m_deadline)
        stop("timed-out");
    if (m_isOver)
        return;
    if (m_pump.takeInterrupt() || (m_interruptAt > 0 && now >= m_interruptAt))
        interrupt();
    lookAtPrompts();
}

void Supervisor::lookForCancel()
{
    m_folder.drainWatch();
    if (!m_isOver && (m_wasTold || m_folder.has("cancel")))
        stop("cancelled");
}

void Supervisor::interrupt()
{
    m_interruptAt = 0;
    if (std::exchange(m_outcome.wasInterrupted, true))
        return;
    if (m_pump.terminal())
        m_pump.terminal()->interrupt();
    else if (m_child > 0)
        ::kill(-m_child, SIGINT);
}

void Supervisor::lookAtPrompts()
{
    PromptWatch *prompts = m_pump.prompts();
    if (!prompts)
        return;
    const long long now = steadyMs();
    if (const AnswerSpec *answer = prompts->due(now)) {
        m_pump.terminal()->type(answer->reply + "\n");
        prompts->used(now);
    } else if (prompts->stands(now)) {
        if (m_pump.terminal()->foreground() == Terminal::Foreground::Busy) {
            prompts->excuse(now);
            return;
        }
        m_outcome.promptText = m_pump.redactor().redact(prompts->line());
        m_hasFailed = true;
        m_outcome.decide("prompt-unexpected");
        endTree();
    }
}

void Supervisor::stop(const std::string &how)
{
    m_isOver = true;
    m_outcome.decide(how);
    endTree();
}

/// TERM, a time to put things in order, then KILL in rounds, because each round may meet what
/// was started since the one before. A crowd that grows while it is asked to end gets no time.
void Supervisor::endTree()
{
    m_wasTreeEnded = true;
    crashPoint("tree to end");
    const long long begin = steadyMs();
    ProcessTree::Told told;
    const std::size_t first = m_tree.signal({SIGTERM, SIGCONT}, told);
    std::size_t now = first;
    while (steadyMs() < begin + graceMs && (now <= crowd || now <= 2 * first)) {
        if (waitForTree(tellEveryMs))
            return;
        now = m_tree.signal({SIGTERM, SIGCONT}, told);
    }
    while (steadyMs() < begin + endWithinMs) {
        m_tree.kill();
        if (waitForTree(killEveryMs))
            return;
    }
    nameSurvivors();
}

/// True as soon as nothing of the tree is left.
bool Supervisor::waitForTree(long long ms)
{
    const long long until = steadyMs() + ms;
    do {
        m_pump.wait(until - steadyMs(), {m_signals.fd()});
        reap();
        if (!m_hasChildren && !m_tree.hasOutsiders())
            return true;
    } while (steadyMs() < until);
    return false;
}

/// Such as programs of another user, which only that user may end.
void Supervisor::nameSurvivors()
{
    for (const ProcessStat &process : m_tree.members()) {
        if (m_outcome.survivors.size() == mostNamed)
            break;
        const std::string name = process.name + " (" + std::to_string(process.pid) + ")";
        m_outcome.survivors.push_back(m_pump.redactor().redact(name));
        m_pump.note("slipway: could not be ended: " + name + "\n");
    }
}

void Supervisor::concludeOutcome()
{
    m_outcome.finishedAt = wallMs();
    m_outcome.logBytes = m_pump.log().writtenBytes();
    m_outcome.droppedBytes = m_pump.log().droppedBytes();
    const std::string trouble =
        m_pump.log().error().empty() ? m_pump.captureError() : m_pump.log().error();
    if (!trouble.empty())
        m_outcome.decide("failed", "Output could not be kept: " + trouble + ".");
    const auto isForeignSignal = [this](const CommandEnd &end) {
        return end.signal != 0 && !(m_outcome.wasInterrupted && end.signal == SIGINT);
    };
    if (std::any_of(m_outcome.commands.begin(), m_outcome.commands.end(), isForeignSignal))
        m_outcome.decide("signalled");
    if (!m_hasFailed && m_pump.prompts() && !m_pump.prompts()->isDone()) {
        m_outcome.promptText = m_pump.prompts()->missing();
        m_outcome.decide("prompt-missing");
    }
    m_outcome.decide("exited");
}

} // namespace Slipway::Exec
