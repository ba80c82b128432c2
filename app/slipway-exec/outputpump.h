// SPDX-License-Identifier: MIT
#pragma once

#include "capture.h"
#include "childprocess.h"
#include "linewatch.h"
#include "logwriter.h"
#include "promptwatch.h"
#include "spec.h"
#include "terminal.h"

#include "core/process/redactor.h"

#include <memory>
#include <optional>

namespace Slipway::Exec {

/// Carries what the programs write to the log and the capture files, redacted, and shows it to
/// those that wait for a prompt or a line.
class OutputPump final
{
public:
    OutputPump(const AttemptDir &folder, const Spec &spec, Redactor redactor);

    /// Opens the log and the pipe or terminal, which serve all commands.
    bool open(std::string &error);
    /// Sets the child's input and output; false: no pipe was to be had, error says why.
    bool connect(ChildProcess &child, const CommandSpec &command, std::string &error);
    /// After the child was started: only it holds the writing end of its capture.
    void started();
    /// Waits until there is output or one of the other descriptors is readable, and carries it.
    void wait(long long ms, const std::vector<int> &others);
    /// The command has ended: carries the rest of its output.
    void commandEnded();
    /// Adds a line of our own to the log.
    void note(std::string_view line) { m_log.append(m_redactor.feed(line)); }
    /// All have ended: reads to the end of the output and syncs the log.
    void finish();

    /// True once, after a line matched the pattern at which to interrupt.
    bool takeInterrupt() { return std::exchange(m_isInterruptDue, false); }
    Terminal *terminal() { return m_terminal ? &*m_terminal : nullptr; }
    const PromptWatch *prompts() const { return m_terminal ? &m_prompts : nullptr; }
    PromptWatch *prompts() { return m_terminal ? &m_prompts : nullptr; }
    const Redactor &redactor() const { return m_redactor; }
    const LogWriter &log() const { return m_log; }
    const std::string &captureError() const { return m_captureError; }

private:
    int outputFd() const { return m_terminal ? m_terminal->master() : m_output.fd(); }
    bool carryOutput();
    bool carryCapture();
    void take(std::string_view bytes);
    void closeCapture();

    const AttemptDir &m_folder;
    const Spec &m_spec;
    Redactor m_redactor;
    LogWriter m_log;
    std::optional<Terminal> m_terminal;
    Descriptor m_output;
    Descriptor m_outputWriter;
    std::unique_ptr<Capture> m_capture;
    Descriptor m_captureOutput;
    Descriptor m_captureWriter;
    std::string m_captureError;
    PromptWatch m_prompts;
    LineWatch m_interruptLine;
    bool m_isInterruptDue = false;
    bool m_hasEnded = false; ///< the output has no more writer
    std::vector<char> m_buffer;
};

} // namespace Slipway::Exec
