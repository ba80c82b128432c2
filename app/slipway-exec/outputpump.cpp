// SPDX-License-Identifier: MIT
#include "outputpump.h"

#include "clock.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>

namespace Slipway::Exec {

namespace {

constexpr int pipeBytes = 1024 * 1024;
constexpr std::size_t bufferBytes = 256 * 1024;
constexpr int readsAtOnce = 16;
constexpr long long lastOutputMs = 1000;

bool makePipe(Descriptor &reader, Descriptor &writer, std::string &error)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        error = std::string("No pipe could be had: ") + std::strerror(errno);
        return false;
    }
    reader = Descriptor(ends[0]);
    writer = Descriptor(ends[1]);
    ::fcntl(reader.fd(), F_SETFL, O_NONBLOCK);
    ::fcntl(reader.fd(), F_SETPIPE_SZ, pipeBytes);
    return true;
}

} // namespace

OutputPump::OutputPump(const AttemptDir &folder, const Spec &spec, Redactor redactor)
    : m_folder(folder)
    , m_spec(spec)
    , m_redactor(std::move(redactor))
    , m_prompts(spec)
    , m_interruptLine(spec.interruptPattern)
    , m_buffer(bufferBytes)
{
}

bool OutputPump::open(std::string &error)
{
    if (!m_log.open(m_folder, m_spec.maxLogBytes)) {
        error = m_log.error();
        return false;
    }
    if (!m_spec.terminal)
        return makePipe(m_output, m_outputWriter, error);
    m_terminal = Terminal::open(error);
    return m_terminal.has_value();
}

bool OutputPump::connect(ChildProcess &child, const CommandSpec &command, std::string &error)
{
    if (m_terminal) {
        m_terminal->reset();
        m_prompts.commandStarts();
        child.input = m_terminal->slave();
        child.ownsTerminal = true;
    }
    child.output = m_terminal ? m_terminal->slave() : m_outputWriter.fd();
    child.errorOutput = child.output;
    if (command.captureFile.empty())
        return true;
    if (!makePipe(m_captureOutput, m_captureWriter, error))
        return false;
    m_capture = std::make_unique<Capture>(m_folder, command.captureFile, m_redactor.anew(),
                                          m_spec.maxLogBytes);
    error = m_capture->error();
    child.output = m_captureWriter.fd();
    return error.empty();
}

void OutputPump::started()
{
    m_captureWriter.close();
}

void OutputPump::wait(long long ms, const std::vector<int> &others)
{
    std::vector<pollfd> polled;
    for (const int fd : others)
        polled.push_back({fd, POLLIN, 0});
    if (!m_hasEnded)
        polled.push_back({outputFd(), POLLIN, 0});
    if (m_captureOutput.isOpen())
        polled.push_back({m_captureOutput.fd(), POLLIN, 0});
    if (::poll(polled.data(), polled.size(), static_cast<int>(std::clamp(ms, 0LL, 1000LL))) <= 0)
        return;
    for (int i = 0; i < readsAtOnce && carryOutput(); ++i) {
    }
    for (int i = 0; i < readsAtOnce && carryCapture(); ++i) {
    }
}

/// False: nothing more at the moment.
bool OutputPump::carryOutput()
{
    if (m_hasEnded)
        return false;
    const ssize_t count = ::read(outputFd(), m_buffer.data(), m_buffer.size());
    if (count > 0) {
        take({m_buffer.data(), static_cast<std::size_t>(count)});
        return true;
    }
    // A terminal says EIO when the last program has closed it; also between two commands.
    if (count == 0 || (errno != EAGAIN && errno != EINTR))
        m_hasEnded = true;
    return false;
}

void OutputPump::take(std::string_view bytes)
{
    m_log.append(m_redactor.feed(bytes));
    if (m_terminal)
        m_prompts.output(bytes, steadyMs());
    if (m_interruptLine.output(bytes))
        m_isInterruptDue = true;
}

bool OutputPump::carryCapture()
{
    if (!m_captureOutput.isOpen())
        return false;
    const ssize_t count = ::read(m_captureOutput.fd(), m_buffer.data(), m_buffer.size());
    if (count > 0) {
        m_log.append(m_capture->append({m_buffer.data(), static_cast<std::size_t>(count)}));
        return true;
    }
    if (count == 0)
        m_captureOutput.close();
    return false;
}

void OutputPump::commandEnded()
{
    while (carryOutput()) {
    }
    while (carryCapture()) {
    }
    closeCapture();
}

void OutputPump::closeCapture()
{
    m_captureWriter.close();
    m_captureOutput.close();
    if (!m_capture)
        return;
    m_log.append(m_capture->close());
    if (m_captureError.empty())
        m_captureError = m_capture->error();
    m_capture.reset();
}

void OutputPump::finish()
{
    closeCapture();
    m_outputWriter.close();
    if (m_terminal)
        m_terminal->closeSlave();
    // Bounded: a program that could not be ended may hold the other side open.
    const long long deadline = steadyMs() + lastOutputMs;
    while (!m_hasEnded && steadyMs() < deadline)
        wait(deadline - steadyMs(), {});
    m_log.append(m_redactor.finish());
    m_log.close();
}

} // namespace Slipway::Exec
