// SPDX-License-Identifier: MIT
#include "core/steps/branchreturn.h"

#include "core/steps/gitplace.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

QString shownPlace(const BranchPlace &place)
{
    return QStringLiteral("%1 (%2)").arg(place.headBranch.isEmpty() ? QStringLiteral("-")
                                                                    : place.headBranch,
                                         shortId(place.headCommit));
}

/// The programs that lead back. The branch goes last and only from where it is expected, so
/// that they may be repeated from wherever they were cut short.
QList<QStringList> wayBack(const QString &name, const BranchPlace &now, const BranchPlace &to)
{
    const QString reference = QStringLiteral("refs/heads/") + name;
    if (to.headBranch == name && now.headBranch == name)
        // The compare alone; then the branch and the files go back together.
        return {{QStringLiteral("update-ref"), reference, now.branch, now.branch},
                {QStringLiteral("reset"), QStringLiteral("--keep"), to.branch}};
    QList<QStringList> lists;
    if (to.headBranch.isEmpty())
        lists.append({QStringLiteral("switch"), QStringLiteral("--detach"), to.headCommit});
    else
        lists.append({QStringLiteral("switch"), to.headBranch});
    if (to.branch.isEmpty() && !now.branch.isEmpty())
        lists.append({QStringLiteral("update-ref"), QStringLiteral("-d"), reference, now.branch});
    else if (to.branch != now.branch)
        lists.append({QStringLiteral("update-ref"), reference, to.branch, now.branch});
    return lists;
}

/// Refuses where the way back would lose something, or is no longer the step's own.
Result<void> checkWayBack(const Repository &repository, const Intent &done, const BranchPlace &now,
                          const StepContext &context)
{
    const BranchPlace before = placeIn(done.plan.before);
    const QString name = done.plan.data[QStringLiteral("name")].text();
    const QString meant = done.plan.data[QStringLiteral("commit")].text();
    const bool isOurs = now.branch == meant || now.branch == before.branch;
    const bool isOnIt = now.headBranch == name || now.headBranch == before.headBranch;
    // A branch that the step only checked out may have moved on: it stays as it is.
    if (!isOurs && before.branch != meant)
        return changedSince(QStringLiteral("%1 (%2)").arg(name, shortId(now.branch)));
    if (!isOnIt)
        return changedSince(QStringLiteral("HEAD (%1)").arg(shownPlace(now)));
    const auto status = repository.status();
    if (!status)
        return status.error();
    if (const QStringList changed = trackedChanges(*status); !changed.isEmpty())
        return changedSince(someOf(changed));
    Question question;
    question.argv = {QStringLiteral("git"), QStringLiteral("for-each-ref"),
                     QStringLiteral("--format=%(worktreepath)"),
                     QStringLiteral("refs/heads/") + name};
    question.directory = repository.worktree();
    const auto reply = context.ask(question);
    if (!reply)
        return reply.error();
    const QString holder = QString::fromUtf8(reply->output).trimmed();
    if (!holder.isEmpty() && now.headBranch != name)
        return changedSince(QStringLiteral("%1 (%2)").arg(name, holder));
    return {};
}

} // namespace

BranchPlace placeIn(const Value::Map &before)
{
    return {before[QStringLiteral("head-branch")].text(),
            before[QStringLiteral("head-commit")].text(),
            before[QStringLiteral("branch-commit")].text()};
}

Value::Map placeValue(const BranchPlace &place)
{
    return {{QStringLiteral("head-branch"), Value(place.headBranch)},
            {QStringLiteral("head-commit"), Value(place.headCommit)},
            {QStringLiteral("branch-commit"), Value(place.branch)}};
}

Result<BranchPlace> placeNow(const Repository &repository, const QString &name)
{
    const auto head = repository.head();
    if (!head)
        return head.error();
    return BranchPlace{
        head->branch, head->commit,
        repository.reference(QStringLiteral("refs/heads/") + name).value_or(QString())};
}

QList<Fact> placeFacts(const QString &name, const BranchPlace &meant, const BranchPlace &before,
                       const BranchPlace &now)
{
    QList<Fact> facts;
    for (const auto &[label, place] :
         {std::pair(QT_TRANSLATE_NOOP("Slipway::Message", "Meant"), meant),
          std::pair(QT_TRANSLATE_NOOP("Slipway::Message", "Before"), before),
          std::pair(QT_TRANSLATE_NOOP("Slipway::Message", "Now"), now)})
        facts.append(
            {Message(label),
             QStringLiteral("%1: %2, HEAD: %3")
                 .arg(name, place.branch.isEmpty() ? QStringLiteral("-") : shortId(place.branch),
                      shownPlace(place))});
    return facts;
}

Result<std::optional<Plan>> branchReturn(const Intent &done, const StepContext &context)
{
    if (!done.plan.programs)
        return std::optional<Plan>();
    const Value::Map &data = done.plan.data;
    const QString name = data[QStringLiteral("name")].text();
    const auto repository = Repository::open(data[QStringLiteral("directory")].text());
    const auto now =
        repository ? placeNow(*repository, name) : Result<BranchPlace>(repository.error());
    if (!now)
        return now.error();
    BranchPlace back = placeIn(done.plan.before);
    if (*now == back)
        return std::optional<Plan>();
    if (back.headCommit.isEmpty())
        return impossibleAsSaid(done);
    if (const auto checked = checkWayBack(*repository, done, *now, context); !checked)
        return checked.error();
    // What others did to a branch that the step did not move is theirs.
    if (back.branch == data[QStringLiteral("commit")].text())
        back.branch = now->branch;
    if (!back.headBranch.isEmpty() && back.headBranch != name)
        back.headCommit = repository->reference(QStringLiteral("refs/heads/") + back.headBranch)
                              .value_or(back.headCommit);
    if (*now == back)
        return std::optional<Plan>();
    Plan plan;
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                  "Goes back from the branch %1 to %2, as it was before."),
                {name, shownPlace(back)});
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Repository")), repository->worktree()},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Checked out now")), shownPlace(*now)}};
    plan.before = placeValue(*now);
    plan.data = {{QStringLiteral("directory"), Value(repository->worktree())},
                 {QStringLiteral("name"), Value(name)},
                 {QStringLiteral("back"), Value(placeValue(back))}};
    markAsUndo(&plan);
    plan.programs = gitPrograms(repository->worktree(), wayBack(name, *now, back));
    plan.programs->timeoutMs = context.timeoutMs;
    return std::optional(plan);
}

} // namespace Slipway
