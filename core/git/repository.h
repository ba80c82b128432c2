// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

struct git_repository;

namespace Slipway {

struct SupposedCheckout;

/// What is checked out.
struct GitHead
{
    QString branch; ///< short name; empty when no branch is checked out
    QString commit; ///< 40 hex digits; empty before the first commit
};

struct GitBranch
{
    QString name; ///< "main", or "origin/main" when isRemote
    QString commit;
    bool isRemote = false;
};

struct GitRemote
{
    QString name;
    QString url;
};

struct GitCommit
{
    QString id;
    QString tree;
    QStringList parents;
    QString message;
    QString author; ///< "name <email>"
    QDateTime time; ///< of the author
    /// The first line of the message.
    QString subject() const { return message.section(u'\n', 0, 0); }
};

/// A path that differs from HEAD: in the index, in the worktree, or both.
struct GitChange
{
    enum class Kind
    {
        Untracked,
        Added,
        Modified,
        Deleted,
        Conflicted
    };
    QString path; ///< below the worktree
    Kind kind = Kind::Modified;
};

/// One file before and after. No bytes: it is not there, or it is no file (a submodule), or
/// larger than Repository::largestBlob, which isLarge says.
struct GitFileChange
{
    QString path;
    std::optional<QByteArray> before;
    std::optional<QByteArray> after;
    bool isLarge = false;
};

/// What the index, or a tree, has at a path.
struct GitEntry
{
    QString path;               ///< below the worktree
    int mode = 0;               ///< 0: nothing is there
    QString id;                 ///< of the blob, or of a submodule's commit
    bool isIntentToAdd = false; ///< by `git add --intent-to-add`; the index only

    bool operator==(const GitEntry &) const = default;
};

/// One move of a reference, as its log tells it.
struct GitMove
{
    QString before; ///< zeros: it was not there
    QString after;
    QString message;
};

/// One entry of a commit's tree that is no folder.
struct GitTreeEntry
{
    QString path;
    int mode = 0; ///< permission bits, 0 of links and submodules
    bool isLink = false;
    bool isSubmodule = false;
};

/// A local repository, only read, through libgit2: no network, no hooks, no filters. Copies
/// share one handle; use it in one thread. Errors carry git's own words.
class Repository final
{
public:
    static constexpr qint64 largestBlob = 4 * 1024 * 1024;

    /// path: the worktree's top folder or a bare repository; parents are not searched.
    static Result<Repository> open(const QString &path);
    static bool isRepository(const QString &path);

    /// The worktree, absolute and without a slash at the end; empty if the repository is bare.
    QString worktree() const;

    Result<GitHead> head() const;
    Result<QList<GitBranch>> branches() const;
    /// The commit of a branch, tag, id or anything else that git's revision syntax names.
    Result<QString> commitOf(const QString &revision) const;
    /// The commit of a full reference name such as refs/heads/main; nothing if there is none.
    std::optional<QString> reference(const QString &name) const;
    /// The branch that refs/remotes/NAME/HEAD points to, such as "main"; nothing if unknown.
    std::optional<QString> defaultBranch(const QString &remote) const;
    Result<QList<GitRemote>> remotes() const;
    /// The url of one as the configuration has it; nothing if there is no such remote.
    std::optional<QString> remoteUrl(const QString &remote) const;
    /// The upstream of a local branch, such as "origin/main"; nothing if it has none that was
    /// fetched to the usual place.
    std::optional<QString> upstream(const QString &branch) const;

    bool contains(const QString &commit) const;
    Result<GitCommit> commit(const QString &id) const;
    /// True if ancestor is a commit that descendant rests on, or the same.
    Result<bool> isAncestor(const QString &ancestor, const QString &descendant) const;
    /// How many commits each has that the other has not.
    Result<std::pair<int, int>> aheadBehind(const QString &local, const QString &other) const;

    /// What differs from HEAD, untracked files one by one, ignored ones left out.
    Result<QList<GitChange>> status() const;
    /// The bytes of files in the worktree against HEAD, for paths as status gives them.
    Result<QList<GitFileChange>> worktreeChanges(const QStringList &paths) const;
    /// What the commit changed against its first parent.
    Result<QList<GitFileChange>> changesOf(const QString &commit) const;
    /// What differs between two commits, in the order from, to.
    Result<QList<GitFileChange>> changesBetween(const QString &from, const QString &to) const;
    /// All that is in a commit.
    Result<QList<GitTreeEntry>> entriesAt(const QString &commit) const;
    /// The bytes of a file in a commit; nothing if it is not there.
    std::optional<QByteArray> fileAt(const QString &commit, const QString &path) const;

    /// What the index has at these paths, one entry for each; conflicts count as nothing.
    Result<QList<GitEntry>> indexEntries(const QStringList &paths) const;
    /// What a commit has at a path.
    GitEntry entryAt(const QString &commit, const QString &path) const;
    /// The bytes of a blob; nothing if it is not here, or is larger than largestBlob.
    std::optional<QByteArray> blob(const QString &id) const;
    /// True if the object, of any type, is here.
    bool hasObject(const QString &id) const;
    /// The log of a full reference name, or of HEAD, newest first; empty if there is none.
    QList<GitMove> moves(const QString &reference) const;
    /// One value of the configuration, such as "core.bare"; nothing if it is not set.
    std::optional<QString> setting(const QString &key) const;

    /// The same repository as a rehearsal supposes it to be by then.
    Repository supposing(SupposedCheckout checkout) const;

private:
    explicit Repository(git_repository *repository);
    Repository bare() const; ///< without what is supposed
    std::optional<QString> supposedReference(const QString &name) const;
    Result<QList<GitChange>> supposedStatus() const;
    GitFileChange supposedChange(const QString &path) const;
    bool isIgnored(const QString &path) const;
    std::optional<QByteArray> worktreeFile(const QString &path, bool *isLarge) const;

    std::shared_ptr<git_repository> m_repository;
    std::shared_ptr<const SupposedCheckout> m_supposed; ///< in a rehearsal
};

} // namespace Slipway
