// SPDX-License-Identifier: MIT
#include "ui/log/logscan.h"

#include "ui/log/lineclass.h"

#include <cstring>

namespace Slipway {

namespace {
constexpr qsizetype headBytes = 4096;
}

void LogScan::feed(QByteArrayView bytes)
{
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at < end) {
        const auto *newline = static_cast<const char *>(std::memchr(at, '\n', size_t(end - at)));
        if (!newline) {
            const qsizetype room = qMin<qsizetype>(headBytes - head.size(), end - at);
            if (room > 0)
                head.append(at, room);
            break;
        }
        const qint64 nextStart = offset + (newline - bytes.data()) + 1;
        if (head.isEmpty()) {
            endLine(QByteArrayView(at, newline - at), nextStart);
        } else {
            head.append(at, qMin<qsizetype>(headBytes, newline - at));
            endLine(head, nextStart);
            head.clear();
        }
        at = newline + 1;
    }
    offset += bytes.size();
}

void LogScan::endLine(QByteArrayView line, qint64 nextStart)
{
    const LineClass what = classOf(line);
    if (what == LineClass::Warning)
        ++warnings;
    else if (what == LineClass::Error)
        ++errors;
    ++lines;
    lineStart = nextStart;
    if (lines - lastMark.line >= linesPerMark || nextStart - lastMark.offset >= bytesPerMark) {
        lastMark = {nextStart, lines};
        fresh.append(lastMark);
    }
}

} // namespace Slipway
