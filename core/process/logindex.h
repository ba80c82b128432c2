// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace Slipway {

/// Reads output.index (attemptfolder.h) while it grows: when a part of the log was written, and
/// where to begin to look for a line. A value; any thread. A missing file is an empty index.
class LogIndex
{
public:
    struct Record
    {
        qint64 line = 0;   ///< line ends before offset
        qint64 offset = 0; ///< in output.log
        qint64 ms = 0;     ///< since 1970
        bool operator==(const Record &) const = default;
    };

    explicit LogIndex(QString path) : m_path(std::move(path)) {}

    /// Takes up what was added since the last call; true if there was something.
    bool refresh();
    const QList<Record> &records() const { return m_records; }
    /// The last record at or before that byte: its ms is the time of that byte.
    std::optional<Record> atOffset(qint64 offset) const;
    /// The last record at or before the begin of that line (counted from 0): read on from its
    /// offset.
    std::optional<Record> atLine(qint64 line) const;

private:
    QString m_path;
    qint64 m_bytesRead = 0;
    QList<Record> m_records;
};

} // namespace Slipway
