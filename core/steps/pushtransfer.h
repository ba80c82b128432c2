// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/remoterefs.h"
#include "core/git/repository.h"
#include "core/steps/plan.h"

namespace Slipway {

/// One branch on its way to one remote.
struct Transfer
{
    QString directory;
    QString remote;
    QString url;
    QString reference; ///< refs/heads/BRANCH
    QString commit;
    QString previous;               ///< at the remote; empty: not there
    bool isPreviousUnknown = false; ///< in a rehearsal: previous only says so
};

/// For the parameters of git.push: looks at the repository and asks the remote. Blocks.
Result<Transfer> transferOf(const Repository &repository, const Value::Map &with,
                            const Asker &asker);

/// "git.remote-moved" where the push would lose commits, or the remote is not as it was expected.
Result<void> checkRemote(const Repository &repository, const Transfer &transfer,
                         const Value::Map &with);

/// As a plan keeps it, in before and data.
void describeTransfer(const Transfer &transfer, Plan *plan);
Transfer transferIn(const Plan &plan);

/// What git is told; an empty commit deletes the branch.
QStringList pushArguments(const Transfer &transfer);

/// The first digits for people; "-": not there.
QString shownCommit(const QString &commit);

} // namespace Slipway
