// SPDX-License-Identifier: MIT
#include "core/process/logindex.h"

#include <QFile>
#include <QtEndian>
#include <algorithm>

namespace Slipway {

namespace {

constexpr qint64 recordBytes = 24;

template <typename Before>
std::optional<LogIndex::Record> lastWhere(const QList<LogIndex::Record> &records, Before isBefore)
{
    const auto end = std::partition_point(records.begin(), records.end(), isBefore);
    return end == records.begin() ? std::nullopt : std::optional(*(end - 1));
}

} // namespace

bool LogIndex::refresh()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(m_bytesRead))
        return false;
    const QByteArray added = file.readAll();
    const qint64 whole = added.size() / recordBytes;
    for (qint64 i = 0; i < whole; ++i) {
        const char *at = added.constData() + i * recordBytes;
        m_records.append({qFromLittleEndian<qint64>(at), qFromLittleEndian<qint64>(at + 8),
                          qFromLittleEndian<qint64>(at + 16)});
    }
    m_bytesRead += whole * recordBytes;
    return whole > 0;
}

std::optional<LogIndex::Record> LogIndex::atOffset(qint64 offset) const
{
    return lastWhere(m_records, [offset](const Record &record) { return record.offset <= offset; });
}

std::optional<LogIndex::Record> LogIndex::atLine(qint64 line) const
{
    // A record may stand inside the line before which `line` line ends stand.
    return lastWhere(m_records, [line](const Record &record) {
        return record.offset == 0 || record.line < line;
    });
}

} // namespace Slipway
