// SPDX-License-Identifier: MIT
#include "core/steps/mergesituation.h"

#include "core/steps/gitplace.h"

namespace Slipway {

namespace {

Error otherBranch(const Repository &repository, const GitHead &head, const QString &wanted)
{
    if (head.branch.isEmpty())
        return Error(QStringLiteral("git.no-branch"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "No branch is checked out in %1. Check out the one that is "
                                       "merged into."),
                     {repository.worktree()});
    return Error(QStringLiteral("git.other-branch"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 has the branch %2 checked out, and the step merges into %3. "
                                   "Check that one out first."),
                 {repository.worktree(), head.branch, wanted});
}

Error otherMerge(const Repository &repository, const QString &begun)
{
    return Error(QStringLiteral("git.merging"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Another merge (of %2) is begun in %1. Commit it, or give it up "
                                   "with `git merge --abort`."),
                 {repository.worktree(), shortId(begun)});
}

Error notFetched(const BranchBase &theirs)
{
    return Error(QStringLiteral("git.not-fetched"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 (%2) could not be fetched. Look whether the remote answers, "
                                   "and try again."),
                 {theirs.name, shortId(theirs.commit)});
}

/// The full name by which the remote knows what was found there.
QString remoteReference(const BranchBase &base)
{
    const QString prefix = base.remote + u'/';
    return base.name.startsWith(prefix)
               ? QStringLiteral("refs/heads/") + base.name.mid(prefix.size())
               : QStringLiteral("refs/tags/") + base.name;
}

bool succeeds(const QStringList &arguments, const Repository &repository,
              const StepContext &context)
{
    Question question;
    question.argv = QStringList{QStringLiteral("git")} + arguments;
    question.directory = repository.worktree();
    const auto reply = context.ask(question);
    return reply && reply->isSuccess();
}

} // namespace

Result<MergeSituation> lookAtMerge(const Repository &repository, const Value::Map &with,
                                   const StepContext &context)
{
    MergeSituation now;
    const auto head = repository.head();
    const auto status = repository.status();
    if (!head || !status)
        return head ? status.error() : head.error();
    now.head = *head;
    const QString wanted = with[QStringLiteral("branch")].text();
    if (head->branch.isEmpty() || (!wanted.isEmpty() && head->branch != wanted))
        return otherBranch(repository, *head, wanted);
    for (const GitChange &change : *status) {
        const bool isUntracked = change.kind == GitChange::Kind::Untracked;
        (isUntracked ? now.untracked : now.changed).append(change.path);
        if (change.kind == GitChange::Kind::Conflicted)
            now.unmerged.append(change.path);
    }
    now.from = with[QStringLiteral("from")].text();
    auto policy = mergePolicy(with, head->branch, now.from);
    if (!policy)
        return policy.error();
    now.policy = std::move(*policy);
    const auto theirs = namedBase(repository, context.ask, {}, now.from);
    if (!theirs)
        return theirs.error();
    now.theirs = *theirs;
    now.isUnknown = context.files.isRehearsal() &&
                    (!repository.contains(head->commit) || !repository.contains(theirs->commit));
    if (now.isUnknown)
        return now;
    if (!theirs->remote.isEmpty() && !theirs->isAssumed &&
        !fetchCommit(repository, theirs->commit, theirs->remote, remoteReference(*theirs),
                     context.ask))
        return notFetched(*theirs);
    now.begun = repository.reference(QStringLiteral("MERGE_HEAD")).value_or(QString());
    if (!now.begun.isEmpty() && !now.isBegun())
        return otherMerge(repository, now.begun);
    return now;
}

bool isAsPrepared(const Repository &repository, const QString &tree, const StepContext &context)
{
    return succeeds({QStringLiteral("diff-index"), QStringLiteral("--cached"),
                     QStringLiteral("--quiet"), tree, QStringLiteral("--")},
                    repository, context) &&
           succeeds({QStringLiteral("diff"), QStringLiteral("--quiet"),
                     QStringLiteral("--no-ext-diff"), QStringLiteral("--")},
                    repository, context);
}

Result<void> checkRoom(const Repository &repository, const MergeSituation &now,
                       const GitMerge &merge, const StepContext &context)
{
    const bool isCutShort = now.isBegun() && isAsPrepared(repository, merge.tree, context);
    if (!now.changed.isEmpty() && !isCutShort)
        return uncommitted(repository, now.changed);
    QStringList inTheWay;
    for (const GitFileChange &change : merge.changes) {
        if (now.untracked.contains(change.path))
            inTheWay.append(change.path);
    }
    if (inTheWay.isEmpty())
        return {};
    return Error(QStringLiteral("git.untracked-in-the-way"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Files in %1 that git does not know stand where the merge puts "
                                   "others: %2. Move them away first."),
                 {repository.worktree(), someOf(inTheWay)});
}

} // namespace Slipway
