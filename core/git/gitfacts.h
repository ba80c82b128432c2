// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>

namespace Slipway {

/// What a page says about a folder that somebody chose as a repository.
struct GitFacts
{
    Error error; ///< why it cannot be used; empty if it can
    QString branch;
    QString commit;
    int changedFiles = 0; ///< tracked ones
    int untrackedFiles = 0;
    QString upstream; ///< what ahead and behind compare with, as last fetched; may be empty
    int ahead = 0;
    int behind = 0;

    bool isUsable() const { return error.isEmpty(); }
    bool isClean() const { return changedFiles == 0; }
};

/// Looks at the folder alone and asks nobody. Milliseconds to seconds, by the size of the
/// worktree; not for the GUI thread.
GitFacts describeRepository(const QString &path);

} // namespace Slipway
