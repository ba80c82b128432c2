// SPDX-License-Identifier: MIT
#pragma once

#include "spec.h"

#include <string_view>

namespace Slipway::Exec {

/// Watches the unfinished last line of a terminal for the prompts that are to be answered.
/// Each answer is used once, in order, and what was shown before it was used no longer counts.
class PromptWatch final
{
public:
    explicit PromptWatch(const Spec &spec) : m_answers(spec.answers), m_waitMs(spec.promptWaitMs) {}

    /// What the command before left on its last line does not count.
    void commandStarts() { m_line.clear(); }
    void output(std::string_view bytes, long long now);
    /// The answer that is due: the line matches and nothing came for a moment.
    const AnswerSpec *due(long long now);
    /// The answer that due() gave was sent.
    void used(long long now);
    /// True when an unfinished line has stood longer than anybody expected.
    bool stands(long long now) const;
    /// It turned out that nobody waits at that line: look again later.
    void excuse(long long now) { m_standsSince = now; }
    /// Milliseconds until one of these may change; -1: not before more output.
    long long nextLook(long long now) const;

    /// The unfinished line as a person sees it.
    std::string line() const;
    bool isDone() const { return m_next == m_answers.size(); }
    /// The pattern of the first answer that was not asked for.
    std::string missing() const { return isDone() ? "" : m_answers[m_next].prompt.text(); }

private:
    const std::vector<AnswerSpec> &m_answers;
    long long m_waitMs;
    std::size_t m_next = 0;
    std::string m_line;
    long long m_lastOutput = 0;
    long long m_standsSince = 0;
    bool m_isChecked = true;
};

} // namespace Slipway::Exec
