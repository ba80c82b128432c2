// SPDX-License-Identifier: MIT
#include "linewatch.h"

#include "plaintext.h"

#include <algorithm>

namespace Slipway::Exec {

namespace {

constexpr std::size_t maxLine = 16 * 1024;

} // namespace

bool LineWatch::output(std::string_view bytes)
{
    if (!m_pattern || m_hasMatched)
        return false;
    while (!bytes.empty() && !m_hasMatched) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        m_line += bytes.substr(0, end);
        if (m_line.size() > maxLine)
            m_line.erase(0, m_line.size() - maxLine);
        m_hasMatched = m_pattern->occursIn(withoutEscapes(m_line));
        if (end < bytes.size())
            m_line.clear();
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return m_hasMatched;
}

} // namespace Slipway::Exec
