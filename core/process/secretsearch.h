// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Slipway {

/// Finds any of several texts in one pass that skips most of the bytes (Wu and Manber, "A fast
/// algorithm for multi-pattern searching", 1994, with blocks of two bytes). Plain C++, because
/// the supervisor uses it too.
class SecretSearch final
{
public:
    struct Span
    {
        std::size_t begin;
        std::size_t end;
    };

    /// The texts have at least two bytes each.
    explicit SecretSearch(std::vector<std::string> texts);

    bool isEmpty() const { return m_texts.empty(); }
    /// All places in order, overlapping ones joined.
    std::vector<Span> find(std::string_view in) const;
    /// Length of the longest end of `in` that begins one of the texts, but is not all of it.
    std::size_t beginningAtEnd(std::string_view in) const;

private:
    using Numbers = std::vector<std::uint32_t>; ///< of texts

    std::vector<std::string> m_texts;
    std::size_t m_shortest = 0;
    std::size_t m_longest = 0;
    std::vector<std::uint8_t> m_skips;   ///< by the last two bytes of the window
    std::vector<Numbers> m_candidates;   ///< those whose window ends so: by m_places
    std::vector<std::uint32_t> m_places; ///< by the last two bytes of the window
    std::array<Numbers, 256> m_byFirst;  ///< by the first byte
};

} // namespace Slipway
