// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

namespace Slipway {

/// How much a folder or file is, as far as it can be read.
struct TreeSize
{
    qint64 files = 0; ///< everything that is no folder
    qint64 bytes = 0;
    /// A folder in it that this user may not empty, such as one that a container made as
    /// another user; empty: there is none.
    QString locked;
};

/// Links are counted, never followed. Nothing there: all zero.
TreeSize treeSize(const QString &path);

/// Removes a file, a link or a folder with all that is in it; follows no links; fine if
/// nothing is there. Own folders without write permission are made writable first. On failure
/// ("files.not-removed") the rest stays.
Result<void> removeTree(const QString &path);

/// "12 files, 3.4 MiB", as plans show it.
QString sizeText(qint64 files, qint64 bytes);

} // namespace Slipway
