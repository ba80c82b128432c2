// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"
#include "core/git/remoterefs.h"
#include "core/git/repository.h"

namespace Slipway {

/// Where a branch starts.
struct BranchBase
{
    QString name; ///< as people say it, such as upstream/main
    QString commit;
    QString remote;         ///< to fetch first; empty: none
    bool isAssumed = false; ///< in a rehearsal: as it was fetched last
};

/// What a name such as main, origin/main, a tag or an id stands for. Where it names a branch or tag
/// of a remote, or the remote to look at is given, the remote is asked what it has now; in a
/// rehearsal it counts as it was fetched last.
Result<BranchBase> namedBase(const Repository &repository, const Asker &asker, QString remote,
                             const QString &from);

/// Everything that decides what a branch step does.
struct BranchSituation
{
    GitHead head;
    QString name;
    QString origin;               ///< the remote that is pushed to; empty if there is none
    QString local;                ///< commit of the branch here; empty if it is not here
    bool isOriginUnknown = false; ///< in a rehearsal: remoteBefore is as it was fetched last
    QString remoteBefore;         ///< its commit at origin; empty if it is not there
    BranchBase base;
};

/// Looks at the repository and asks its remotes, for the parameters of git.branch; in a rehearsal
/// remotes are not asked and count as they were fetched last. Errors:
/// "git.dirty" with uncommitted changes, those of a remote that does not answer, and a base
/// that cannot be found. Blocks.
Result<BranchSituation> lookAtBranch(const Repository &repository, const Value::Map &with,
                                     const Asker &asker);

} // namespace Slipway
