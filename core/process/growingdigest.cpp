// SPDX-License-Identifier: MIT
#include "core/process/growingdigest.h"

#include <QByteArray>

namespace Slipway {

namespace {
constexpr qint64 blockBytes = 256 * 1024;
}

qint64 GrowingDigest::follow(const std::stop_token &stop)
{
    const std::lock_guard lock(m_mutex);
    take(stop);
    return m_size;
}

std::optional<GrowingDigest::Whole> GrowingDigest::finish()
{
    const std::lock_guard lock(m_mutex);
    if (!take({}))
        return std::nullopt;
    return Whole{m_size, m_hash.hex()};
}

/// Up to the end that the file has now: one that grows faster than it is read has none.
bool GrowingDigest::take(const std::stop_token &stop)
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    const qint64 end = m_file.size();
    QByteArray block(blockBytes, Qt::Uninitialized);
    while (m_size < end && !stop.stop_requested()) {
        const qint64 count = m_file.read(block.data(), qMin(blockBytes, end - m_size));
        if (count <= 0)
            return false;
        m_hash.add(QByteArrayView(block.constData(), count));
        m_size += count;
    }
    return m_size == end;
}

} // namespace Slipway
