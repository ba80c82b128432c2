// SPDX-License-Identifier: MIT
#pragma once

#include "core/git/repository.h"

#include <functional>

namespace Slipway {

/// One of the two commits that are merged.
enum class MergeSide
{
    Ours,  ///< of the branch that is merged into
    Theirs ///< of what is merged
};

/// A file of which only a person can say what it is to be.
struct MergeConflict
{
    enum class Kind
    {
        BothChanged,
        BothAdded,
        DeletedByUs, ///< and changed by them
        DeletedByThem,
        AddedByUs, ///< such as a name that only we gave to a file
        AddedByThem,
        Whole ///< it could be merged line by line, but must not be
    };
    QString path;
    Kind kind = Kind::BothChanged;
    GitEntry base; ///< mode 0: it is not there
    GitEntry ours;
    GitEntry theirs;

    const GitEntry &of(MergeSide side) const { return side == MergeSide::Ours ? ours : theirs; }
    /// Names this conflict among all of this file: another one as soon as a side changes.
    QString id() const;
};

/// What somebody decided about a conflict: a side as it is, or else these bytes.
struct MergeChoice
{
    std::optional<MergeSide> side;
    QByteArray bytes;
};

/// A file that both sides changed and that was taken from one of them as it is.
struct PreferredFile
{
    QString path;
    MergeSide side = MergeSide::Ours;
    GitEntry ours;
    GitEntry theirs;
};

/// What is said beforehand of the files of a merge; each may be null.
struct MergeRules
{
    /// The side that is taken as it is where both changed a file.
    std::function<std::optional<MergeSide>(const QString &path)> preferred;
    /// True for a file that is never merged line by line.
    std::function<bool(const QString &path)> isWhole;
    std::function<std::optional<MergeChoice>(const MergeConflict &conflict)> chosen;
    /// False: nothing is written, not even objects that no reference leads to.
    bool keepsObjects = true;
};

/// What merging two commits gives.
struct GitMerge
{
    QString base; ///< the commit that both rest on; of several, one
    QString tree; ///< of the result, without the files that are in conflict
    QList<MergeConflict> conflicts;
    QList<MergeConflict> chosen; ///< those about which was decided
    QList<PreferredFile> preferred;
    QStringList gone;             ///< paths of chosen and preferred ones that the result has not
    QList<GitFileChange> changes; ///< of the result against ours
};

/// Merges two commits of a repository that have one in common, in memory: no reference, index or
/// file of it changes. With rules.keepsObjects the objects of the result are in its database
/// afterwards. Renames are followed; several common commits are merged first, as git does.
/// "git.unrelated": they have no commit in common. Blocks for seconds where there are many files.
Result<GitMerge> mergeCommits(const QString &directory, const QString &ours, const QString &theirs,
                              const MergeRules &rules);

} // namespace Slipway
