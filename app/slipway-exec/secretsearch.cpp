// SPDX-License-Identifier: MIT
#include "secretsearch.h"

#include <algorithm>

namespace Slipway::Exec {

namespace {

constexpr std::size_t blocks = 256 * 256;
constexpr std::size_t longestSkip = 255;

std::size_t blockAt(std::string_view text, std::size_t at)
{
    return static_cast<std::size_t>(static_cast<unsigned char>(text[at])) << 8 |
           static_cast<unsigned char>(text[at + 1]);
}

} // namespace

SecretSearch::SecretSearch(std::vector<std::string> texts) : m_texts(std::move(texts))
{
    if (m_texts.empty())
        return;
    m_shortest = m_texts.front().size();
    for (const std::string &text : m_texts)
        m_shortest = std::min(m_shortest, text.size());
    const auto limited = [](std::size_t skip) {
        return static_cast<std::uint8_t>(std::min(skip, longestSkip));
    };
    m_skips.assign(blocks, limited(m_shortest - 1));
    for (const std::string &text : m_texts) {
        for (std::size_t at = 0; at + 2 <= m_shortest; ++at) {
            std::uint8_t &skip = m_skips[blockAt(text, at)];
            skip = std::min(skip, limited(m_shortest - 2 - at));
        }
    }
}

std::vector<SecretSearch::Span> SecretSearch::find(std::string_view in) const
{
    std::vector<Span> found;
    for (std::size_t at = 0; !m_texts.empty() && at + m_shortest <= in.size();) {
        const std::size_t skip = m_skips[blockAt(in, at + m_shortest - 2)];
        if (skip > 0) {
            at += skip;
            continue;
        }
        for (const std::string &text : m_texts) {
            if (in.compare(at, text.size(), text) != 0)
                continue;
            const std::size_t end = at + text.size();
            if (!found.empty() && at < found.back().end)
                found.back().end = std::max(found.back().end, end);
            else
                found.push_back({at, end});
        }
        ++at;
    }
    return found;
}

} // namespace Slipway::Exec
