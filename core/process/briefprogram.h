// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Slipway {

/// How a program ended that was only waited for.
struct BriefEnd
{
    int exitCode = -1; ///< -1: it ended otherwise
    bool isOutOfTime = false;
    QByteArray errorOutput; ///< the first 64 KiB that it wrote there
};

/// Starts a program that soon ends and waits for it; any thread, which is blocked as long. It gets
/// the whole of `input` before it begins, and nowhere to write to but its error output. Without
/// copying this process first, as QProcess does, which takes long for a large one. The error is
/// that it could not be started.
Result<BriefEnd> runBriefly(const QString &program, const QStringList &arguments,
                            const QByteArray &input, int timeoutMs);

} // namespace Slipway
