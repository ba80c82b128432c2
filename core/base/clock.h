// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QtGlobal>

namespace Slipway {

/// Where the time comes from, so that tests can bring their own. Any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970, UTC.
    virtual qint64 now() const = 0;
};

class SystemClock final : public Clock
{
public:
    qint64 now() const override;
};

/// UTC, ISO 8601 with milliseconds and Z, such as 2026-11-21T10:58:34.123Z.
QString isoTime(qint64 msSinceEpoch);

/// "0:07", "6:12", "1:02:09": a duration as the rail shows it.
QString shortDuration(qint64 ms);

} // namespace Slipway
