// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// A stretch of an output to copy.
struct LogCopy
{
    static constexpr qint64 mostBytes = 64 * 1024 * 1024; ///< what is beyond is left out

    QString path;
    qint64 offset = 0;   ///< of the first line
    qint64 lines = 0;    ///< how many
    qsizetype from = 0;  ///< character of the first line, as it is shown
    qsizetype until = 0; ///< character of the last line; lines below stay out

    /// The text as it is shown, without colours. Reads the file; any thread.
    QString text() const;
};

} // namespace Slipway
