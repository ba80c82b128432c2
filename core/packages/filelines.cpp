// SPDX-License-Identifier: MIT
#include "core/packages/filelines.h"

#include <algorithm>

namespace Slipway {

FileLines::FileLines(const QByteArray &file)
{
    for (qsizetype end = file.indexOf('\n'); end >= 0; end = file.indexOf('\n', end + 1))
        m_ends.append(end);
}

int FileLines::lineOf(qsizetype byte) const
{
    const auto end = std::lower_bound(m_ends.begin(), m_ends.end(), byte);
    return int(end - m_ends.begin()) + 1;
}

qsizetype FileLines::startOf(int line) const
{
    return line < 2 || m_ends.isEmpty()
               ? 0
               : m_ends.at(qMin<qsizetype>(line - 2, m_ends.size() - 1)) + 1;
}

} // namespace Slipway
