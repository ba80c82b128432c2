// SPDX-License-Identifier: MIT
#include "core/steps/branchsituation.h"

#include "core/steps/gitplace.h"

namespace Slipway {

namespace {

QStringList remoteNames(const Repository &repository)
{
    QStringList names;
    const auto remotes = repository.remotes();
    if (remotes) {
        for (const GitRemote &remote : *remotes)
            names.append(remote.name);
    }
    return names;
}

Result<QString> baseRemote(const Repository &repository, const QString &wanted)
{
    const QStringList names = remoteNames(repository);
    if (!wanted.isEmpty() && !names.contains(wanted))
        return Error(QStringLiteral("git.no-remote"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no remote %2. It has: %3."),
                     {repository.worktree(), wanted, names.join(QStringLiteral(", "))});
    if (!wanted.isEmpty())
        return wanted;
    for (const QString &usual : {QStringLiteral("upstream"), QStringLiteral("origin")}) {
        if (names.contains(usual))
            return usual;
    }
    return names.value(0);
}

Result<BranchBase> headBase(const Repository &repository, const GitHead &head)
{
    if (head.commit.isEmpty())
        return Error(QStringLiteral("git.no-commits"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 has no commit yet, so no branch can start there."),
                     {repository.worktree()});
    return BranchBase{shownHead(head), head.commit, {}, false};
}

QString trackingName(const QString &remote, const QString &branch)
{
    return QStringLiteral("refs/remotes/") + remote + u'/' + branch;
}

/// The same as it was fetched last.
std::optional<BranchBase> fetchedBase(const Repository &repository, const QString &remote,
                                      const QString &name)
{
    const QString shown = remote + u'/' + name;
    if (const auto commit = repository.reference(trackingName(remote, name)))
        return BranchBase{shown, *commit, remote, true};
    if (const auto tag = repository.reference(QStringLiteral("refs/tags/") + name))
        return BranchBase{name, *tag, remote, true};
    return std::nullopt;
}

/// A branch or tag of the remote as it is there now; nothing if the remote has none.
Result<std::optional<BranchBase>> remoteBase(const Repository &repository, const Asker &asker,
                                             const QString &remote, const QString &name)
{
    const QString directory = repository.worktree();
    const QString branch = QStringLiteral("refs/heads/") + name;
    const QString tag = QStringLiteral("refs/tags/") + name;
    const auto refs =
        remoteRefs(asker, directory, remote, {branch, tag, tag + QStringLiteral("^{}")});
    if (!refs && isUnknownInRehearsal(refs.error())) {
        const auto fetched = fetchedBase(repository, remote, name);
        return fetched ? Result<std::optional<BranchBase>>(fetched) : refs.error();
    }
    if (!refs)
        return refs.error();
    if (refs->contains(branch))
        return std::optional(BranchBase{remote + u'/' + name, refs->value(branch), remote, false});
    const QString commit = refs->value(tag + QStringLiteral("^{}"), refs->value(tag));
    if (!commit.isEmpty())
        return std::optional(BranchBase{name, commit, remote, false});
    return std::optional<BranchBase>();
}

Result<BranchBase> defaultBase(const Repository &repository, const Asker &asker,
                               const GitHead &head, const QString &remote)
{
    if (remote.isEmpty())
        return headBase(repository, head);
    auto branch = remoteDefaultBranch(asker, repository.worktree(), remote);
    if (!branch && isUnknownInRehearsal(branch.error())) {
        const auto fetched = repository.defaultBranch(remote);
        if (fetched)
            branch = *fetched;
    }
    if (!branch)
        return branch.error();
    const auto base = branch->isEmpty()
                          ? Result<std::optional<BranchBase>>(std::optional<BranchBase>())
                          : remoteBase(repository, asker, remote, *branch);
    if (!base)
        return base.error();
    if (!*base)
        return Error(QStringLiteral("git.no-default-branch"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The remote %1 names no default branch. Say with \"from\" "
                                       "where the branch starts."),
                     {remote});
    return **base;
}

} // namespace

Result<BranchBase> namedBase(const Repository &repository, const Asker &asker, QString remote,
                             const QString &from)
{
    QString name = from;
    for (const QString &one : remoteNames(repository)) {
        if (from.startsWith(one + u'/')) {
            remote = one;
            name = from.mid(one.size() + 1);
        }
    }
    if (!remote.isEmpty()) {
        const auto there = remoteBase(repository, asker, remote, name);
        if (!there && !isUnknownInRehearsal(there.error()))
            return there.error();
        if (there && *there)
            return **there;
    }
    const auto commit = repository.commitOf(from);
    return commit ? Result<BranchBase>(BranchBase{from, *commit, {}, false})
                  : Result<BranchBase>(commit.error());
}

Result<BranchSituation> lookAtBranch(const Repository &repository, const Value::Map &with,
                                     const Asker &asker)
{
    const auto head = repository.head();
    const auto status = repository.status();
    if (!head || !status)
        return head ? status.error() : head.error();
    if (const QStringList changed = trackedChanges(*status); !changed.isEmpty())
        return uncommitted(repository, changed);
    BranchSituation now;
    now.head = *head;
    now.name = with[QStringLiteral("name")].text();
    now.local = repository.reference(QStringLiteral("refs/heads/") + now.name).value_or(QString());
    const auto remote = baseRemote(repository, with[QStringLiteral("remote")].text());
    if (!remote)
        return remote.error();
    const QString from = with[QStringLiteral("from")].text();
    const auto base = from.isEmpty() ? defaultBase(repository, asker, *head, *remote)
                                     : namedBase(repository, asker, *remote, from);
    if (!base)
        return base.error();
    now.base = *base;
    if (!remoteNames(repository).contains(QStringLiteral("origin")))
        return now;
    now.origin = QStringLiteral("origin");
    const QString full = QStringLiteral("refs/heads/") + now.name;
    const auto there = remoteRefs(asker, repository.worktree(), now.origin, {full});
    now.isOriginUnknown = !there && isUnknownInRehearsal(there.error());
    if (!there && !now.isOriginUnknown)
        return there.error();
    now.remoteBefore =
        there ? there->value(full)
              : repository.reference(trackingName(now.origin, now.name)).value_or(QString());
    return now;
}

} // namespace Slipway
