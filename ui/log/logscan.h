// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Slipway {

/// Where a line begins.
struct LogMark
{
    qint64 offset = 0;
    qint64 line = 0; ///< from 0
};

/// The sparse index of an output, made by feeding it once from its start to its end: a mark at
/// least every 256 lines, and at the first line that begins 256 KiB after the last mark. So any
/// line that begins between two marks begins less than 256 KiB after the first. A value.
struct LogScan
{
    static constexpr qint64 linesPerMark = 256;
    static constexpr qint64 bytesPerMark = 256 * 1024;

    qint64 offset = 0;    ///< bytes fed
    qint64 lines = 0;     ///< line ends seen
    qint64 lineStart = 0; ///< offset of the line that is not ended yet
    qint64 warnings = 0;
    qint64 errors = 0;
    QList<LogMark> fresh; ///< marks found since the caller took them
    LogMark lastMark;
    QByteArray head; ///< the beginning of the line that is not ended yet

    void feed(QByteArrayView bytes);
    /// With the last one, which may lack its end.
    qint64 lineCount() const { return lines + (lineStart < offset ? 1 : 0); }

private:
    void endLine(QByteArrayView line, qint64 nextStart);
};

} // namespace Slipway
