// SPDX-License-Identifier: MIT
#pragma once

#include "pattern.h"

#include <string_view>

namespace Slipway::Exec {

/// Tells when a line of the output, finished or not, matches a pattern; once.
class LineWatch final
{
public:
    explicit LineWatch(const std::optional<Pattern> &pattern) : m_pattern(pattern) {}

    /// True the first time that a line matches.
    bool output(std::string_view bytes);

private:
    const std::optional<Pattern> &m_pattern;
    std::string m_line;
    bool m_hasMatched = false;
};

} // namespace Slipway::Exec
