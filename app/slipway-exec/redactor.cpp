// SPDX-License-Identifier: MIT
#include "redactor.h"

#include <algorithm>
#include <cstring>

namespace Slipway::Exec {

namespace {

constexpr std::string_view mask = "***";

} // namespace

std::string_view Redactor::feed(std::string_view input)
{
    if (m_forms.empty())
        return input;
    m_pending += input;
    emit(m_pending.size() - keptTail(), findSecrets());
    return m_ready;
}

std::string_view Redactor::finish()
{
    emit(m_pending.size(), findSecrets());
    return m_ready;
}

std::string Redactor::redact(std::string_view text) const
{
    Redactor whole(m_forms);
    std::string out(whole.feed(text));
    out += whole.finish();
    return out;
}

/// All places, overlapping ones joined, in order.
std::vector<Redactor::Span> Redactor::findSecrets() const
{
    std::vector<Span> found;
    for (const std::string &form : m_forms) {
        for (std::size_t at = 0; at + form.size() <= m_pending.size(); ++at) {
            const void *hit =
                ::memmem(m_pending.data() + at, m_pending.size() - at, form.data(), form.size());
            if (!hit)
                break;
            at = static_cast<std::size_t>(static_cast<const char *>(hit) - m_pending.data());
            found.push_back({at, at + form.size()});
        }
    }
    std::sort(found.begin(), found.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::vector<Span> joined;
    for (const Span span : found) {
        if (!joined.empty() && span.begin < joined.back().end)
            joined.back().end = std::max(joined.back().end, span.end);
        else
            joined.push_back(span);
    }
    return joined;
}

/// Length of the longest end of the pending text that begins a secret.
std::size_t Redactor::keptTail() const
{
    std::size_t kept = 0;
    for (const std::string &form : m_forms) {
        for (std::size_t length = std::min(form.size() - 1, m_pending.size()); length > kept;
             --length) {
            if (std::memcmp(m_pending.data() + m_pending.size() - length, form.data(), length) == 0)
                kept = length;
        }
    }
    return kept;
}

/// Moves the text before `end` to m_ready. A secret that reaches beyond `end` is masked now,
/// and its bytes that stay pending are remembered as hidden, because a second secret may begin
/// inside it.
void Redactor::emit(std::size_t end, const std::vector<Span> &spans)
{
    m_ready.clear();
    std::size_t written = m_hidden;
    for (const Span span : spans) {
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

} // namespace Slipway::Exec
