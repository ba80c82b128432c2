// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Slipway::Exec {

/// Finds any of several texts in one pass that skips most of the bytes (Wu and Manber, "A fast
/// algorithm for multi-pattern searching", 1994, with blocks of two bytes).
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
    const std::vector<std::string> &texts() const { return m_texts; }
    /// All places in order, overlapping ones joined.
    std::vector<Span> find(std::string_view in) const;

private:
    std::vector<std::string> m_texts;
    std::size_t m_shortest = 0;
    std::vector<std::uint8_t> m_skips; ///< by the last two bytes of the window
};

} // namespace Slipway::Exec
