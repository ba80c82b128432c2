// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/mergeconflicts.h"
#include "core/steps/mergesituation.h"

namespace Slipway {

// The programs of the ways in which a git.merge goes. All but giving up may be repeated from
// wherever they were cut short.

/// Makes the merge commit of a tree that is known beforehand.
QList<QStringList> mergeWhole(const MergeSituation &now, const QString &tree,
                              const QString &message);
/// The branch has nothing of its own: it moves to what is merged.
QList<QStringList> mergeForward(const MergeSituation &now);
/// Begins the merge in the folder and leaves it to a person; what was decided already is put there.
ProgramSpec mergeBegun(const Repository &repository, const MergeSituation &now,
                       const GitMerge &merge, const QString &message);

/// What a person made of a merge that was begun in the folder.
struct MergeByHand
{
    QStringList
        decided;        ///< still in conflict there, and the checklist or a person said how it ends
    QStringList mended; ///< in conflict to git, with no markers left
    QStringList open;   ///< "a.txt:12", or a file that git has as in conflict
};
MergeByHand lookAtMended(const Repository &repository, const MergeSituation &now,
                         const GitMerge &merge);
/// Commits it.
QList<QStringList> mergeMended(const GitMerge &merge, const MergeByHand &mended,
                               const QString &message);

} // namespace Slipway
