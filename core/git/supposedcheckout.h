// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/repository.h"

#include <QMap>

namespace Slipway {

/// What a rehearsal supposes of a repository: what would be checked out, committed and changed
/// by then. Nothing of it is in the repository. A value.
struct SupposedCheckout
{
    using Files = QMap<QString, std::optional<QByteArray>>; ///< no bytes: the file is not there

    QString worktree;   ///< absolute, without links
    bool isNew = false; ///< a clone that is not there yet: nothing of it is on the disk
    QString branch;
    QString base;    ///< a commit that is there, on which the supposed ones rest
    QString newest;  ///< how people are shown the last supposed commit; empty: there is none
    Files committed; ///< what the supposed commits changed, by path below the worktree
    Files files;     ///< what is different in the worktree's files than on the disk
    QList<GitRemote> remotes; ///< of a clone
    QString source;           ///< of a clone: the repository that stands in for it

    QString head() const { return newest.isEmpty() ? base : newest; }
};

} // namespace Slipway
