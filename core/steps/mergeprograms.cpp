// SPDX-License-Identifier: MIT
#include "core/steps/mergeprograms.h"

#include "core/steps/gitplace.h"

#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <algorithm>

namespace Slipway {

namespace {

constexpr qsizetype pathsAtOnce = 500;

QStringList commitProgram(const QString &message)
{
    return {QStringLiteral("commit"), QStringLiteral("--message=") + message};
}

/// Whatever the user's configuration says: a merge commit, not yet made.
QStringList beginProgram(const MergeSituation &now, const QStringList &more)
{
    return QStringList{QStringLiteral("merge"),          QStringLiteral("--no-ff"),
                       QStringLiteral("--no-commit"),    QStringLiteral("--no-squash"),
                       QStringLiteral("--no-autostash"), QStringLiteral("--no-edit")} +
           more + QStringList{now.theirs.commit};
}

QList<QStringList> inParts(const QStringList &start, const QStringList &paths)
{
    QList<QStringList> lists;
    for (qsizetype from = 0; from < paths.size(); from += pathsAtOnce)
        lists.append(start + QStringList{QStringLiteral("--")} + paths.mid(from, pathsAtOnce));
    return lists;
}

QStringList decidedPaths(const GitMerge &merge)
{
    QStringList paths;
    for (const PreferredFile &file : merge.preferred)
        paths.append(file.path);
    for (const MergeConflict &conflict : merge.chosen)
        paths.append(conflict.path);
    return paths;
}

/// Takes these paths as the tree has them, into the index and the folder.
QList<QStringList> takeFromTree(const GitMerge &merge, const QStringList &paths)
{
    QStringList there;
    QStringList away;
    for (const QString &path : paths)
        (merge.gone.contains(path) ? away : there).append(path);
    return inParts({QStringLiteral("checkout"), merge.tree}, there) +
           inParts({QStringLiteral("rm"), QStringLiteral("--quiet"), QStringLiteral("--force"),
                    QStringLiteral("--ignore-unmatch")},
                   away);
}

bool isLineByLine(const MergeConflict &conflict)
{
    return conflict.ours.mode != 0 && conflict.theirs.mode != 0;
}

} // namespace

QList<QStringList> mergeWhole(const MergeSituation &now, const QString &tree,
                              const QString &message)
{
    QList<QStringList> lists;
    // With our side alone it has no conflict, whatever is merged; the tree follows.
    if (!now.isBegun())
        lists.append(beginProgram(now, {QStringLiteral("--strategy=ours")}));
    lists.append(
        {QStringLiteral("update-index"), QStringLiteral("-q"), QStringLiteral("--refresh")});
    lists.append({QStringLiteral("read-tree"), QStringLiteral("-m"), QStringLiteral("-u"),
                  QStringLiteral("HEAD"), tree});
    lists.append(commitProgram(message));
    return lists;
}

QList<QStringList> mergeForward(const MergeSituation &now)
{
    return {{QStringLiteral("merge"), QStringLiteral("--ff-only"), QStringLiteral("--no-squash"),
             QStringLiteral("--no-autostash"), now.theirs.commit}};
}

ProgramSpec mergeBegun(const Repository &repository, const MergeSituation &now,
                       const GitMerge &merge, const QString &message)
{
    QList<QStringList> lists{beginProgram(
        now, {QStringLiteral("--no-rerere-autoupdate"), QStringLiteral("--message=") + message})};
    lists += takeFromTree(merge, decidedPaths(merge));
    ProgramSpec spec = gitPrograms(repository.worktree(), lists);
    // The merge itself ends with status 1 where it has conflicts.
    for (Command &command : spec.commands)
        command.runsAlways = true;
    return spec;
}

MergeByHand lookAtMended(const Repository &repository, const MergeSituation &now,
                         const GitMerge &merge)
{
    QMap<QString, MergeConflict> known;
    for (const QList<MergeConflict> &list : {merge.conflicts, merge.chosen}) {
        for (const MergeConflict &conflict : list)
            known.insert(conflict.path, conflict);
    }
    const QStringList decided = decidedPaths(merge);
    MergeByHand found;
    QStringList paths = now.unmerged + known.keys();
    paths.removeDuplicates();
    for (const QString &path : std::as_const(paths)) {
        const bool isUnmerged = now.unmerged.contains(path);
        if (isUnmerged && decided.contains(path)) {
            found.decided.append(path);
            continue;
        }
        QFile file(repository.worktree() + u'/' + path);
        const bool isFile = QFileInfo(file).isFile() && !QFileInfo(file).isSymLink() &&
                            file.size() <= Repository::largestBlob &&
                            file.open(QIODevice::ReadOnly);
        const QList<int> markers = isFile ? conflictMarkers(file.readAll()) : QList<int>();
        if (!markers.isEmpty())
            found.open.append(QStringLiteral("%1:%2").arg(path).arg(markers.first()));
        else if (isUnmerged && isFile && known.contains(path) && isLineByLine(known[path]))
            found.mended.append(path);
        else if (isUnmerged)
            found.open.append(path); // nothing in it could show that somebody decided
    }
    return found;
}

QList<QStringList> mergeMended(const GitMerge &merge, const MergeByHand &mended,
                               const QString &message)
{
    return takeFromTree(merge, mended.decided) +
           inParts({QStringLiteral("add"), QStringLiteral("--all")}, mended.mended) +
           QList<QStringList>{commitProgram(message)};
}

} // namespace Slipway
