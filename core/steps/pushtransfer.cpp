// SPDX-License-Identifier: MIT
#include "core/steps/pushtransfer.h"

#include "core/steps/gitplace.h"

namespace Slipway {

namespace {

Error noRemote(const Repository &repository, const QString &remote)
{
    QStringList names;
    const auto remotes = repository.remotes();
    if (remotes) {
        for (const GitRemote &one : *remotes)
            names.append(one.name);
    }
    return Error(QStringLiteral("git.no-remote"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "%1 has no remote %2. It has: %3."),
                 {repository.worktree(), remote, names.join(QStringLiteral(", "))});
}

Result<QString> branchName(const Repository &repository, const Value::Map &with)
{
    const QString named = with[QStringLiteral("branch")].text();
    const auto head = repository.head();
    if (!named.isEmpty() || !head)
        return head ? Result<QString>(named) : Result<QString>(head.error());
    if (head->branch.isEmpty())
        return Error(QStringLiteral("git.no-branch"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "No branch is checked out in %1. Check one out, or name it "
                                       "with \"branch\"."),
                     {repository.worktree()});
    return head->branch;
}

Error notExpected(const Transfer &transfer, const QString &expected)
{
    return Error(QStringLiteral("git.remote-moved"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 at %2 is at %3, and %4 was expected (- means that it is not "
                                   "there). Look at what is there, then start again from it."),
                 {transfer.reference, transfer.remote, shownCommit(transfer.previous),
                  shownCommit(expected)});
}

Error remoteMoved(const Repository &repository, const Transfer &transfer)
{
    const auto there = repository.commit(transfer.previous);
    if (!there)
        return Error(
            QStringLiteral("git.remote-moved"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 at %2 has the commit %3, which is not here. Fetch it and "
                              "build on it, or set \"replace\" if it may be lost."),
            {transfer.reference, transfer.remote, shortId(transfer.previous)});
    return Error(QStringLiteral("git.remote-moved"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 at %2 has the commit %3 by %4 («%5»), which is not in the "
                                   "branch here. Build on it, or set \"replace\" if it may be "
                                   "lost."),
                 {transfer.reference, transfer.remote, shortId(transfer.previous), there->author,
                  there->subject().trimmed()});
}

} // namespace

QString shownCommit(const QString &commit)
{
    return commit.isEmpty() ? QStringLiteral("-") : shortId(commit);
}

Result<Transfer> transferOf(const Repository &repository, const Value::Map &with,
                            const Asker &asker)
{
    Transfer transfer;
    transfer.directory = repository.worktree();
    transfer.remote = with[QStringLiteral("remote")].text();
    if (transfer.remote.isEmpty())
        transfer.remote = QStringLiteral("origin");
    const auto url = repository.remoteUrl(transfer.remote);
    if (!url)
        return noRemote(repository, transfer.remote);
    transfer.url = withoutPassword(*url);
    const auto branch = branchName(repository, with);
    if (!branch)
        return branch.error();
    transfer.reference = QStringLiteral("refs/heads/") + *branch;
    const auto commit = repository.commitOf(transfer.reference);
    if (!commit)
        return commit.error();
    transfer.commit = *commit;
    const auto refs = remoteRefs(asker, transfer.directory, transfer.remote, {transfer.reference});
    if (!refs && isUnknownInRehearsal(refs.error())) {
        transfer.isPreviousUnknown = true;
        transfer.previous = shownUnknown(transfer.remote + u'/' + *branch);
        return transfer;
    }
    if (!refs)
        return refs.error();
    transfer.previous = refs->value(transfer.reference);
    return transfer;
}

Result<void> checkRemote(const Repository &repository, const Transfer &transfer,
                         const Value::Map &with)
{
    if (transfer.isPreviousUnknown)
        return {}; // nobody asked the remote
    const Value expected = with[QStringLiteral("expect")];
    const bool isThere = transfer.previous == transfer.commit;
    if (!isThere && expected.isText() && expected.text() != transfer.previous)
        return notExpected(transfer, expected.text());
    if (isThere || transfer.previous.isEmpty() || with[QStringLiteral("replace")].flag())
        return {};
    const auto onTop = repository.contains(transfer.previous)
                           ? repository.isAncestor(transfer.previous, transfer.commit)
                           : Result<bool>(false);
    return onTop && *onTop ? Result<void>() : remoteMoved(repository, transfer);
}

void describeTransfer(const Transfer &transfer, Plan *plan)
{
    plan->before = {{QStringLiteral("commit"), Value(transfer.previous)}};
    plan->data = {{QStringLiteral("directory"), Value(transfer.directory)},
                  {QStringLiteral("remote"), Value(transfer.remote)},
                  {QStringLiteral("url"), Value(transfer.url)},
                  {QStringLiteral("reference"), Value(transfer.reference)},
                  {QStringLiteral("commit"), Value(transfer.commit)}};
}

Transfer transferIn(const Plan &plan)
{
    return {plan.data[QStringLiteral("directory")].text(),
            plan.data[QStringLiteral("remote")].text(),
            plan.data[QStringLiteral("url")].text(),
            plan.data[QStringLiteral("reference")].text(),
            plan.data[QStringLiteral("commit")].text(),
            plan.before[QStringLiteral("commit")].text()};
}

QStringList pushArguments(const Transfer &transfer)
{
    // The lease makes the remote itself refuse when it is no longer as it was seen.
    return {QStringLiteral("push"),
            QStringLiteral("--porcelain"),
            QStringLiteral("--atomic"),
            QStringLiteral("--no-follow-tags"), // whatever push.followTags says
            QStringLiteral("--force-with-lease=%1:%2").arg(transfer.reference, transfer.previous),
            QStringLiteral("--"),
            transfer.remote,
            transfer.commit + u':' + transfer.reference};
}

} // namespace Slipway
