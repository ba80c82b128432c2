// SPDX-License-Identifier: MIT
// What a Repository says about its index, about entries of trees, and about logs of references.
#include "core/git/gitlibrary.h"
#include "core/git/handle.h"
#include "core/git/repository.h"

#include <QFile>

#include <git2.h>

namespace Slipway {

using namespace GitLibrary;

namespace {

using IndexHandle = Handle<git_index, git_index_free>;
using CommitHandle = Handle<git_commit, git_commit_free>;
using TreeHandle = Handle<git_tree, git_tree_free>;
using TreeEntryHandle = Handle<git_tree_entry, git_tree_entry_free>;
using DatabaseHandle = Handle<git_odb, git_odb_free>;
using LogHandle = Handle<git_reflog, git_reflog_free>;

GitEntry indexEntry(git_index *index, const QString &path)
{
    const git_index_entry *found =
        git_index_get_bypath(index, QFile::encodeName(path).constData(), 0);
    if (!found)
        return {path, 0, {}, false};
    return {path, int(found->mode), idText(&found->id),
            (found->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0};
}

} // namespace

Result<QList<GitEntry>> Repository::indexEntries(const QStringList &paths) const
{
    IndexHandle index;
    int code = git_repository_index(index.out(), m_repository.get());
    if (code == 0)
        code = git_index_read(index.get(), 0);
    if (code != 0)
        return lastError(worktree(), code);
    QList<GitEntry> entries;
    for (const QString &path : paths)
        entries.append(indexEntry(index.get(), path));
    return entries;
}

GitEntry Repository::entryAt(const QString &commit, const QString &path) const
{
    git_oid id;
    CommitHandle handle;
    TreeHandle tree;
    TreeEntryHandle entry;
    if (git_oid_fromstr(&id, commit.toLatin1().constData()) != 0 ||
        git_commit_lookup(handle.out(), m_repository.get(), &id) != 0 ||
        git_commit_tree(tree.out(), handle.get()) != 0 ||
        git_tree_entry_bypath(entry.out(), tree.get(), QFile::encodeName(path).constData()) != 0)
        return {path, 0, {}, false};
    return {path, int(git_tree_entry_filemode(entry.get())), idText(git_tree_entry_id(entry.get())),
            false};
}

bool Repository::hasObject(const QString &id) const
{
    git_oid oid;
    DatabaseHandle database;
    return git_oid_fromstr(&oid, id.toLatin1().constData()) == 0 &&
           git_repository_odb(database.out(), m_repository.get()) == 0 &&
           git_odb_exists(database.get(), &oid) == 1;
}

QList<GitMove> Repository::moves(const QString &reference) const
{
    LogHandle log;
    if (git_reflog_read(log.out(), m_repository.get(), reference.toUtf8().constData()) != 0)
        return {};
    QList<GitMove> moves;
    for (size_t i = 0; i < git_reflog_entrycount(log.get()); ++i) {
        const git_reflog_entry *entry = git_reflog_entry_byindex(log.get(), i);
        moves.append({idText(git_reflog_entry_id_old(entry)),
                      idText(git_reflog_entry_id_new(entry)),
                      QString::fromUtf8(git_reflog_entry_message(entry))});
    }
    return moves;
}

} // namespace Slipway
