// SPDX-License-Identifier: MIT
#include "core/process/secretsearch.h"

#include <algorithm>

namespace Slipway {

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
    const auto isShorter = [](const auto &a, const auto &b) { return a.size() < b.size(); };
    const auto [shortest, longest] = std::minmax_element(m_texts.begin(), m_texts.end(), isShorter);
    m_shortest = shortest->size();
    m_longest = longest->size();
    const auto limited = [](std::size_t skip) {
        return static_cast<std::uint8_t>(std::min(skip, longestSkip));
    };
    m_skips.assign(blocks, limited(m_shortest - 1));
    m_places.assign(blocks, 0);
    m_candidates.emplace_back(); // of none
    for (std::uint32_t number = 0; number < m_texts.size(); ++number) {
        const std::string &text = m_texts[number];
        for (std::size_t at = 0; at + 2 <= m_shortest; ++at) {
            std::uint8_t &skip = m_skips[blockAt(text, at)];
            skip = std::min(skip, limited(m_shortest - 2 - at));
        }
        std::uint32_t &place = m_places[blockAt(text, m_shortest - 2)];
        if (place == 0) {
            place = static_cast<std::uint32_t>(m_candidates.size());
            m_candidates.emplace_back();
        }
        m_candidates[place].push_back(number);
        m_byFirst[static_cast<unsigned char>(text.front())].push_back(number);
    }
}

std::vector<SecretSearch::Span> SecretSearch::find(std::string_view in) const
{
    std::vector<Span> found;
    for (std::size_t at = 0; !m_texts.empty() && at + m_shortest <= in.size();) {
        const std::size_t block = blockAt(in, at + m_shortest - 2);
        if (const std::size_t skip = m_skips[block]; skip > 0) {
            at += skip;
            continue;
        }
        for (const std::uint32_t number : m_candidates[m_places[block]]) {
            const std::string &text = m_texts[number];
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

std::size_t SecretSearch::beginningAtEnd(std::string_view in) const
{
    const std::size_t most = std::min(in.size(), m_longest > 0 ? m_longest - 1 : 0);
    for (std::size_t at = in.size() - most; at < in.size(); ++at) {
        const std::string_view end = in.substr(at);
        for (const std::uint32_t number : m_byFirst[static_cast<unsigned char>(end.front())]) {
            const std::string &text = m_texts[number];
            if (text.size() > end.size() && text.compare(0, end.size(), end) == 0)
                return end.size();
        }
    }
    return 0;
}

} // namespace Slipway
