// SPDX-License-Identifier: MIT
// What a Repository says about files: status, bytes before and after.
#include "core/git/gitlibrary.h"
#include "core/git/handle.h"
#include "core/git/repository.h"
#include "core/git/treechanges.h"

#include <QFile>
#include <QFileInfo>

#include <git2.h>
#include <unistd.h>

namespace Slipway {

using namespace GitLibrary;

namespace {

using StatusHandle = Handle<git_status_list, git_status_list_free>;
using CommitHandle = Handle<git_commit, git_commit_free>;
using TreeHandle = Handle<git_tree, git_tree_free>;
using EntryHandle = Handle<git_tree_entry, git_tree_entry_free>;
using BlobHandle = Handle<git_blob, git_blob_free>;
using DiffHandle = Handle<git_diff, git_diff_free>;

GitChange::Kind kindOf(unsigned flags)
{
    if (flags & GIT_STATUS_CONFLICTED)
        return GitChange::Kind::Conflicted;
    if (flags & (GIT_STATUS_WT_DELETED | GIT_STATUS_INDEX_DELETED))
        return GitChange::Kind::Deleted;
    if (flags & GIT_STATUS_INDEX_NEW)
        return GitChange::Kind::Added;
    if (flags & GIT_STATUS_WT_NEW)
        return GitChange::Kind::Untracked;
    return GitChange::Kind::Modified;
}

QString pathOf(const git_status_entry *entry)
{
    const git_diff_delta *delta =
        entry->index_to_workdir ? entry->index_to_workdir : entry->head_to_index;
    return QFile::decodeName(delta->new_file.path ? delta->new_file.path : delta->old_file.path);
}

/// Nothing: not there, no blob, or too large (which is then said).
std::optional<QByteArray> blobBytes(git_repository *repository, const git_oid *id, bool *isLarge)
{
    BlobHandle blob;
    if (git_oid_is_zero(id) || git_blob_lookup(blob.out(), repository, id) != 0)
        return std::nullopt;
    const auto size = qint64(git_blob_rawsize(blob.get()));
    if (size > Repository::largestBlob) {
        *isLarge = true;
        return std::nullopt;
    }
    return QByteArray(static_cast<const char *>(git_blob_rawcontent(blob.get())), size);
}

std::optional<QByteArray> blobAt(git_repository *repository, const QString &commit,
                                 const QString &path, bool *isLarge)
{
    git_oid id;
    CommitHandle handle;
    TreeHandle tree;
    EntryHandle entry;
    if (git_oid_fromstr(&id, commit.toLatin1().constData()) != 0 ||
        git_commit_lookup(handle.out(), repository, &id) != 0 ||
        git_commit_tree(tree.out(), handle.get()) != 0 ||
        git_tree_entry_bypath(entry.out(), tree.get(), QFile::encodeName(path).constData()) != 0)
        return std::nullopt;
    return blobBytes(repository, git_tree_entry_id(entry.get()), isLarge);
}

/// As it is written; Qt would make it absolute.
QByteArray linkTarget(const QString &path)
{
    QByteArray target(4096, Qt::Uninitialized);
    const ssize_t size =
        ::readlink(QFile::encodeName(path).constData(), target.data(), size_t(target.size()));
    return target.left(qMax<ssize_t>(0, size));
}

std::optional<QByteArray> fileBytes(const QString &path, bool *isLarge)
{
    const QFileInfo info(path);
    if (info.isSymLink()) // git keeps where a link points to as its content
        return linkTarget(path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    if (file.size() > Repository::largestBlob) {
        *isLarge = true;
        return std::nullopt;
    }
    return file.readAll();
}

Result<void> treeOf(git_repository *repository, git_commit *commit, git_tree **tree)
{
    const int code = git_commit_tree(tree, commit);
    if (code != 0)
        return lastError(QFile::decodeName(git_repository_path(repository)), code);
    return {};
}

} // namespace

Result<QList<GitFileChange>> GitLibrary::changesOfTrees(git_repository *repository,
                                                        git_tree *before, git_tree *after)
{
    DiffHandle diff;
    const int code = git_diff_tree_to_tree(diff.out(), repository, before, after, nullptr);
    if (code != 0)
        return lastError(QFile::decodeName(git_repository_path(repository)), code);
    QList<GitFileChange> changes;
    for (size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
        const git_diff_delta *delta = git_diff_get_delta(diff.get(), i);
        GitFileChange change;
        change.path = QFile::decodeName(delta->new_file.path);
        change.before = blobBytes(repository, &delta->old_file.id, &change.isLarge);
        change.after = blobBytes(repository, &delta->new_file.id, &change.isLarge);
        changes.append(change);
    }
    return changes;
}

Result<QList<GitChange>> Repository::status() const
{
    if (m_supposed)
        return supposedStatus();
    git_status_options options = GIT_STATUS_OPTIONS_INIT;
    options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR;
    options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS;
    StatusHandle list;
    const int code = git_status_list_new(list.out(), m_repository.get(), &options);
    if (code != 0)
        return lastError(worktree(), code);
    QList<GitChange> changes;
    for (size_t i = 0; i < git_status_list_entrycount(list.get()); ++i) {
        const git_status_entry *entry = git_status_byindex(list.get(), i);
        if (entry->status != GIT_STATUS_CURRENT && !(entry->status & GIT_STATUS_IGNORED))
            changes.append({pathOf(entry), kindOf(entry->status)});
    }
    return changes;
}

Result<QList<GitFileChange>> Repository::worktreeChanges(const QStringList &paths) const
{
    const auto current = head();
    if (!current)
        return current.error();
    QList<GitFileChange> changes;
    for (const QString &path : paths) {
        if (m_supposed) {
            changes.append(supposedChange(path));
            continue;
        }
        GitFileChange change;
        change.path = path;
        if (!current->commit.isEmpty())
            change.before = blobAt(m_repository.get(), current->commit, path, &change.isLarge);
        change.after = worktreeFile(path, &change.isLarge);
        changes.append(change);
    }
    return changes;
}

Result<QList<GitFileChange>> Repository::changesOf(const QString &commit) const
{
    git_oid id;
    CommitHandle handle;
    if (git_oid_fromstr(&id, commit.toLatin1().constData()) != 0 ||
        git_commit_lookup(handle.out(), m_repository.get(), &id) != 0)
        return lastError(worktree(), GIT_ENOTFOUND);
    TreeHandle after;
    if (const auto read = treeOf(m_repository.get(), handle.get(), after.out()); !read)
        return read.error();
    TreeHandle before;
    CommitHandle parent;
    if (git_commit_parent(parent.out(), handle.get(), 0) == 0) {
        if (const auto read = treeOf(m_repository.get(), parent.get(), before.out()); !read)
            return read.error();
    }
    return changesOfTrees(m_repository.get(), before.get(), after.get());
}

Result<QList<GitFileChange>> Repository::changesBetween(const QString &from,
                                                        const QString &to) const
{
    git_oid ids[2];
    CommitHandle commits[2];
    TreeHandle trees[2];
    for (int side = 0; side < 2; ++side) {
        const QString &commit = side == 0 ? from : to;
        if (git_oid_fromstr(&ids[side], commit.toLatin1().constData()) != 0 ||
            git_commit_lookup(commits[side].out(), m_repository.get(), &ids[side]) != 0)
            return lastError(worktree(), GIT_ENOTFOUND);
        const auto read = treeOf(m_repository.get(), commits[side].get(), trees[side].out());
        if (!read)
            return read.error();
    }
    return changesOfTrees(m_repository.get(), trees[0].get(), trees[1].get());
}

Result<QList<GitTreeEntry>> Repository::entriesAt(const QString &commit) const
{
    git_oid id;
    CommitHandle handle;
    TreeHandle tree;
    if (git_oid_fromstr(&id, commit.toLatin1().constData()) != 0 ||
        git_commit_lookup(handle.out(), m_repository.get(), &id) != 0)
        return lastError(worktree(), GIT_ENOTFOUND);
    if (const auto read = treeOf(m_repository.get(), handle.get(), tree.out()); !read)
        return read.error();
    QList<GitTreeEntry> entries;
    const auto take = [](const char *root, const git_tree_entry *entry, void *payload) {
        const git_filemode_t mode = git_tree_entry_filemode(entry);
        if (mode == GIT_FILEMODE_TREE)
            return 0;
        GitTreeEntry one;
        one.path = QFile::decodeName(root) + QFile::decodeName(git_tree_entry_name(entry));
        one.isLink = mode == GIT_FILEMODE_LINK;
        one.isSubmodule = mode == GIT_FILEMODE_COMMIT;
        one.mode = mode == GIT_FILEMODE_BLOB              ? 0644
                   : mode == GIT_FILEMODE_BLOB_EXECUTABLE ? 0755
                                                          : 0;
        static_cast<QList<GitTreeEntry> *>(payload)->append(one);
        return 0;
    };
    if (const int code = git_tree_walk(tree.get(), GIT_TREEWALK_PRE, take, &entries); code != 0)
        return lastError(worktree(), code);
    return entries;
}

std::optional<QByteArray> Repository::worktreeFile(const QString &path, bool *isLarge) const
{
    return fileBytes(worktree() + u'/' + path, isLarge);
}

std::optional<QByteArray> Repository::fileAt(const QString &commit, const QString &path) const
{
    bool isLarge = false;
    return blobAt(m_repository.get(), commit, path, &isLarge);
}

std::optional<QByteArray> Repository::blob(const QString &id) const
{
    git_oid oid;
    bool isLarge = false;
    return git_oid_fromstr(&oid, id.toLatin1().constData()) == 0
               ? blobBytes(m_repository.get(), &oid, &isLarge)
               : std::nullopt;
}

} // namespace Slipway
