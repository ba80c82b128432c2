// SPDX-License-Identifier: MIT
#include "core/process/redactor.h"

namespace Slipway {

namespace {

constexpr std::string_view mask = "***";

} // namespace

std::string_view Redactor::feed(std::string_view input)
{
    if (m_search->isEmpty())
        return input;
    m_pending += input;
    emit(m_pending.size() - m_search->beginningAtEnd(m_pending), m_search->find(m_pending));
    return m_ready;
}

std::string_view Redactor::finish()
{
    emit(m_pending.size(), m_search->find(m_pending));
    return m_ready;
}

std::string Redactor::redact(std::string_view text) const
{
    Redactor whole = anew();
    std::string out(whole.feed(text));
    out += whole.finish();
    return out;
}

/// Moves the text before `end` to m_ready. A secret that reaches beyond `end` is masked now,
/// and its bytes that stay pending are remembered as hidden, because a second secret may begin
/// inside it.
void Redactor::emit(std::size_t end, const std::vector<SecretSearch::Span> &spans)
{
    m_ready.clear();
    std::size_t written = m_hidden;
    for (const SecretSearch::Span span : spans) {
        if (span.begin >= end)
            break;
        if (span.begin >= written) {
            m_ready.append(m_pending, written, span.begin - written);
            m_ready += mask;
        } else if (span.end <= written) {
            continue;
        }
        written = span.end;
    }
    if (written < end) {
        m_ready.append(m_pending, written, end - written);
        written = end;
    }
    m_pending.erase(0, end);
    m_hidden = written - end;
}

} // namespace Slipway
