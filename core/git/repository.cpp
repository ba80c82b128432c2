// SPDX-License-Identifier: MIT
#include "core/git/repository.h"

#include "core/git/gitlibrary.h"
#include "core/git/handle.h"
#include "core/git/supposedcheckout.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <git2.h>

namespace Slipway {

using namespace GitLibrary;

namespace {

using ReferenceHandle = Handle<git_reference, git_reference_free>;
using ObjectHandle = Handle<git_object, git_object_free>;
using CommitHandle = Handle<git_commit, git_commit_free>;
using IteratorHandle = Handle<git_branch_iterator, git_branch_iterator_free>;
using ConfigHandle = Handle<git_config, git_config_free>;
using ConfigIteratorHandle = Handle<git_config_iterator, git_config_iterator_free>;

QString pathOf(git_repository *repository)
{
    const char *folder = git_repository_workdir(repository);
    return QFile::decodeName(folder ? folder : git_repository_path(repository));
}

std::optional<QString> configText(git_repository *repository, const QString &key)
{
    ConfigHandle config;
    const char *text = nullptr;
    if (git_repository_config_snapshot(config.out(), repository) != 0 ||
        git_config_get_string(&text, config.get(), key.toUtf8().constData()) != 0)
        return std::nullopt;
    return QString::fromUtf8(text);
}

bool isId(const QString &text, git_oid *id)
{
    return text.size() == GIT_OID_HEXSZ && git_oid_fromstr(id, text.toLatin1().constData()) == 0;
}

Error noCommit(git_repository *repository, const QString &revision)
{
    return Error(QStringLiteral("git.no-commit"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 knows no branch, tag or commit %2. Check the name, or fetch "
                                   "it first."),
                 {pathOf(repository), revision});
}

std::optional<QString> commitOfReference(git_reference *reference)
{
    ObjectHandle object;
    if (git_reference_peel(object.out(), reference, GIT_OBJECT_COMMIT) != 0)
        return std::nullopt;
    return idText(git_object_id(object.get()));
}

} // namespace

Repository::Repository(git_repository *repository) : m_repository(repository, git_repository_free)
{
}

Result<Repository> Repository::open(const QString &path)
{
    ensureStarted();
    git_repository *repository = nullptr;
    const int code = git_repository_open_ext(&repository, QFile::encodeName(path).constData(),
                                             GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
    if (code == 0)
        return Repository(repository);
    if (!QFileInfo(path).isDir())
        return Error(QStringLiteral("git.no-folder"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "There is no folder %1."), {path});
    if (code == GIT_ENOTFOUND && !QFileInfo::exists(path + QStringLiteral("/.git")) &&
        !QFileInfo::exists(path + QStringLiteral("/HEAD")))
        return Error(QStringLiteral("git.no-repository"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is no git repository. Choose the top folder of a "
                                       "clone."),
                     {path});
    return lastError(path, code);
}

bool Repository::isRepository(const QString &path)
{
    return open(path).isOk();
}

QString Repository::worktree() const
{
    if (m_supposed)
        return m_supposed->worktree;
    const char *folder = git_repository_workdir(m_repository.get());
    return folder ? QDir::cleanPath(QFile::decodeName(folder)) : QString();
}

Result<GitHead> Repository::head() const
{
    if (m_supposed)
        return GitHead{m_supposed->branch, m_supposed->head()};
    GitHead head;
    ReferenceHandle reference;
    const int code = git_repository_head(reference.out(), m_repository.get());
    if (code == GIT_EUNBORNBRANCH) {
        ReferenceHandle symbolic;
        if (git_reference_lookup(symbolic.out(), m_repository.get(), "HEAD") == 0)
            head.branch = QString::fromUtf8(git_reference_symbolic_target(symbolic.get())).mid(11);
        return head;
    }
    if (code != 0)
        return lastError(pathOf(m_repository.get()), code);
    if (git_reference_is_branch(reference.get()))
        head.branch = QString::fromUtf8(git_reference_shorthand(reference.get()));
    head.commit = commitOfReference(reference.get()).value_or(QString());
    return head;
}

Result<QList<GitBranch>> Repository::branches() const
{
    IteratorHandle iterator;
    const int made = git_branch_iterator_new(iterator.out(), m_repository.get(), GIT_BRANCH_ALL);
    if (made != 0)
        return lastError(pathOf(m_repository.get()), made);
    QList<GitBranch> branches;
    while (true) {
        ReferenceHandle reference;
        git_branch_t type = GIT_BRANCH_LOCAL;
        const int code = git_branch_next(reference.out(), &type, iterator.get());
        if (code == GIT_ITEROVER)
            return branches;
        if (code != 0)
            return lastError(pathOf(m_repository.get()), code);
        // origin/HEAD is only another name.
        if (git_reference_type(reference.get()) == GIT_REFERENCE_SYMBOLIC)
            continue;
        branches.append({QString::fromUtf8(git_reference_shorthand(reference.get())),
                         commitOfReference(reference.get()).value_or(QString()),
                         type == GIT_BRANCH_REMOTE});
    }
}

Result<QString> Repository::commitOf(const QString &revision) const
{
    if (m_supposed) {
        const QString heads = QStringLiteral("refs/heads/");
        const QString full = revision.startsWith(heads) ? revision : heads + revision;
        if (const auto commit = supposedReference(full))
            return *commit;
    }
    const QByteArray text = revision.toUtf8();
    if (contains(revision))
        return revision;
    // Names first: parsing a revision costs more, and libgit2 1.5 leaks 20 KiB when the text
    // does not look like the output of git describe.
    ReferenceHandle reference;
    if (git_reference_dwim(reference.out(), m_repository.get(), text.constData()) == 0) {
        if (const auto commit = commitOfReference(reference.get()))
            return *commit;
    }
    ObjectHandle named;
    ObjectHandle commit;
    if (git_revparse_single(named.out(), m_repository.get(), text.constData()) != 0 ||
        git_object_peel(commit.out(), named.get(), GIT_OBJECT_COMMIT) != 0)
        return noCommit(m_repository.get(), revision);
    return idText(git_object_id(commit.get()));
}

std::optional<QString> Repository::reference(const QString &name) const
{
    if (m_supposed)
        return supposedReference(name);
    ReferenceHandle reference;
    if (git_reference_lookup(reference.out(), m_repository.get(), name.toUtf8().constData()) != 0)
        return std::nullopt;
    return commitOfReference(reference.get());
}

std::optional<QString> Repository::defaultBranch(const QString &remote) const
{
    if (m_supposed && m_supposed->isNew) {
        const auto there = bare().head();
        return there && remote == u"origin" ? std::optional(there->branch) : std::nullopt;
    }
    const QString folder = QStringLiteral("refs/remotes/") + remote + u'/';
    ReferenceHandle reference;
    const QByteArray name = (folder + QStringLiteral("HEAD")).toUtf8();
    if (git_reference_lookup(reference.out(), m_repository.get(), name.constData()) != 0)
        return std::nullopt;
    const char *target = git_reference_symbolic_target(reference.get());
    const QString branch = target ? QString::fromUtf8(target) : QString();
    return branch.startsWith(folder) ? std::optional(branch.mid(folder.size())) : std::nullopt;
}

Result<QList<GitRemote>> Repository::remotes() const
{
    if (m_supposed && m_supposed->isNew)
        return m_supposed->remotes;
    // git_remote_list matches every entry with a regular expression, and libgit2 1.5 leaks
    // 20 KiB for each that does not fit.
    ConfigHandle config;
    ConfigIteratorHandle iterator;
    int code = git_repository_config_snapshot(config.out(), m_repository.get());
    if (code == 0)
        code = git_config_iterator_new(iterator.out(), config.get());
    if (code != 0)
        return lastError(pathOf(m_repository.get()), code);
    const QString start = QStringLiteral("remote.");
    const QString end = QStringLiteral(".url");
    QList<GitRemote> remotes;
    git_config_entry *entry = nullptr;
    while (git_config_next(&entry, iterator.get()) == 0) {
        const QString key = QString::fromUtf8(entry->name);
        if (!key.startsWith(start) || !key.endsWith(end) || !entry->value)
            continue;
        const QString name = key.mid(start.size(), key.size() - start.size() - end.size());
        remotes.append({name, QString::fromUtf8(entry->value)});
    }
    return remotes;
}

std::optional<QString> Repository::remoteUrl(const QString &remote) const
{
    if (m_supposed && m_supposed->isNew) {
        for (const GitRemote &one : m_supposed->remotes) {
            if (one.name == remote)
                return one.url;
        }
        return std::nullopt;
    }
    // As it is written: git_remote_url would apply url.*.insteadOf.
    return configText(m_repository.get(),
                      QStringLiteral("remote.") + remote + QStringLiteral(".url"));
}

std::optional<QString> Repository::upstream(const QString &branch) const
{
    // git_branch_upstream leaks as git_remote_list does.
    const QString section = QStringLiteral("branch.") + branch;
    const auto remote = configText(m_repository.get(), section + QStringLiteral(".remote"));
    const auto merge = configText(m_repository.get(), section + QStringLiteral(".merge"));
    const QString heads = QStringLiteral("refs/heads/");
    if (!remote || !merge || !merge->startsWith(heads))
        return std::nullopt;
    const QString name = merge->mid(heads.size());
    if (*remote == u".")
        return name;
    const QString other = *remote + u'/' + name;
    return reference(QStringLiteral("refs/remotes/") + other) ? std::optional(other) : std::nullopt;
}

bool Repository::contains(const QString &commit) const
{
    git_oid id;
    CommitHandle handle;
    return isId(commit, &id) && git_commit_lookup(handle.out(), m_repository.get(), &id) == 0;
}

Result<GitCommit> Repository::commit(const QString &id) const
{
    git_oid oid;
    CommitHandle handle;
    if (!isId(id, &oid) || git_commit_lookup(handle.out(), m_repository.get(), &oid) != 0)
        return noCommit(m_repository.get(), id);
    GitCommit commit;
    commit.id = id;
    commit.tree = idText(git_commit_tree_id(handle.get()));
    for (unsigned i = 0; i < git_commit_parentcount(handle.get()); ++i)
        commit.parents.append(idText(git_commit_parent_id(handle.get(), i)));
    commit.message = QString::fromUtf8(git_commit_message(handle.get()));
    const git_signature *author = git_commit_author(handle.get());
    commit.author = QStringLiteral("%1 <%2>").arg(QString::fromUtf8(author->name),
                                                  QString::fromUtf8(author->email));
    commit.time = QDateTime::fromSecsSinceEpoch(author->when.time, Qt::UTC);
    return commit;
}

Result<bool> Repository::isAncestor(const QString &ancestor, const QString &descendant) const
{
    git_oid older;
    git_oid newer;
    if (!isId(ancestor, &older) || !contains(ancestor))
        return noCommit(m_repository.get(), ancestor);
    if (!isId(descendant, &newer) || !contains(descendant))
        return noCommit(m_repository.get(), descendant);
    if (ancestor == descendant)
        return true;
    const int code = git_graph_descendant_of(m_repository.get(), &newer, &older);
    if (code < 0)
        return lastError(pathOf(m_repository.get()), code);
    return code == 1;
}

Result<std::pair<int, int>> Repository::aheadBehind(const QString &local,
                                                    const QString &other) const
{
    git_oid mine;
    git_oid theirs;
    if (!isId(local, &mine) || !isId(other, &theirs))
        return noCommit(m_repository.get(), isId(local, &mine) ? other : local);
    size_t ahead = 0;
    size_t behind = 0;
    const int code = git_graph_ahead_behind(&ahead, &behind, m_repository.get(), &mine, &theirs);
    if (code != 0)
        return lastError(pathOf(m_repository.get()), code);
    return std::pair(int(ahead), int(behind));
}

std::optional<QString> Repository::setting(const QString &key) const
{
    return configText(m_repository.get(), key);
}

} // namespace Slipway
