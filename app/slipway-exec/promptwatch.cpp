// SPDX-License-Identifier: MIT
#include "promptwatch.h"

#include "plaintext.h"

#include <algorithm>

namespace Slipway::Exec {

namespace {

constexpr long long quietMs = 150;
constexpr std::size_t maxLine = 16 * 1024;

std::string withoutReturns(std::string text)
{
    std::erase(text, '\r');
    return text;
}

/// What a carriage return left visible: progress that redraws its line.
std::string afterLastReturn(const std::string &text)
{
    const std::size_t last = text.find_last_not_of('\r');
    const std::string kept = text.substr(0, last == text.npos ? 0 : last + 1);
    const std::size_t at = kept.rfind('\r');
    return at == kept.npos ? kept : kept.substr(at + 1);
}

} // namespace

void PromptWatch::output(std::string_view bytes, long long now)
{
    const std::size_t lineEnd = bytes.rfind('\n');
    if (lineEnd != bytes.npos) {
        m_line.clear();
        bytes.remove_prefix(lineEnd + 1);
    }
    m_line += bytes;
    if (m_line.size() > maxLine)
        m_line.erase(0, m_line.size() - maxLine);
    m_lastOutput = now;
    m_standsSince = now;
    m_isChecked = false;
}

const AnswerSpec *PromptWatch::due(long long now)
{
    if (m_isChecked || isDone() || now - m_lastOutput < quietMs)
        return nullptr;
    m_isChecked = true;
    const std::string plain = withoutEscapes(m_line);
    const AnswerSpec &answer = m_answers[m_next];
    // A long prompt may be broken by returns, a progress bar may stand before a short one.
    const bool matches = !plain.empty() && (answer.prompt.occursIn(withoutReturns(plain)) ||
                                            answer.prompt.occursIn(afterLastReturn(plain)));
    return matches ? &answer : nullptr;
}

void PromptWatch::used(long long now)
{
    ++m_next;
    m_line.clear();
    m_standsSince = now;
}

bool PromptWatch::stands(long long now) const
{
    if (m_waitMs <= 0 || now - m_standsSince < m_waitMs)
        return false;
    const std::string text = line();
    return text.find_first_not_of(" \t") != text.npos;
}

long long PromptWatch::nextLook(long long now) const
{
    if (m_line.empty())
        return -1;
    if (!m_isChecked && !isDone())
        return std::max(0LL, m_lastOutput + quietMs - now);
    return m_waitMs > 0 ? std::max(0LL, m_standsSince + m_waitMs - now) : -1;
}

std::string PromptWatch::line() const
{
    return afterLastReturn(withoutEscapes(m_line));
}

} // namespace Slipway::Exec
