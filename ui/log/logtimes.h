// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace Slipway {

/// When each part of an output was written. GUI thread; never blocks for long.
class LogTimes
{
public:
    virtual ~LogTimes() = default;
    /// Milliseconds after the start at which the byte at offset was written; -1: not known.
    virtual qint64 millisecondsAt(qint64 offset) const = 0;
    /// Looks for what was added since; called when the output grew.
    virtual void refresh() = 0;
};

} // namespace Slipway
