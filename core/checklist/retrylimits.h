// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"

/// What `retry` and `poll` may say at most. Private to core/checklist.
namespace Slipway::RetryLimits {

inline constexpr int mostAttempts = 20;
inline constexpr int mostBackoff = 10;
inline constexpr qint64 shortestPollMs = 1000;

/// The error of a time that is shorter or longer.
inline Error outside(qint64 least, qint64 most)
{
    return {QStringLiteral("checklist.duration-range"),
            QT_TRANSLATE_NOOP("Slipway::Error", "A time from %1 to %2 seconds is expected here."),
            {QString::number(least / 1000), QString::number(most / 1000)}};
}

} // namespace Slipway::RetryLimits
