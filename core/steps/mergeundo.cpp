// SPDX-License-Identifier: MIT
#include "core/steps/mergeundo.h"

#include "core/steps/commitmark.h"
#include "core/steps/gitplace.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

/// Where remotes were last seen to have the commit.
Result<QStringList> remotesWith(const Repository &repository, const QString &commit,
                                const StepContext &context)
{
    Question question;
    question.argv = {QStringLiteral("git"), QStringLiteral("for-each-ref"),
                     QStringLiteral("--format=%(refname:short)"),
                     QStringLiteral("--contains=") + commit, QStringLiteral("refs/remotes")};
    question.directory = repository.worktree();
    question.isLocal = true;
    const auto reply = context.ask(question);
    if (!reply)
        return reply.error();
    return QString::fromUtf8(reply->output).split(u'\n', Qt::SkipEmptyParts);
}

Error pushedSince(const QString &commit, const QStringList &remotes)
{
    return {QStringLiteral("undo.pushed"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The merge %1 is pushed already (%2), so it is not taken back here. "
                              "Undo the push first."),
            {shortId(commit), remotes.join(QStringLiteral(", "))}};
}

Plan planFor(const Repository &repository, const Intent &done, const QString &from,
             const QList<QStringList> &programs, Message summary)
{
    const QString back = done.plan.before[QStringLiteral("commit")].text();
    const QString branch = done.plan.before[QStringLiteral("branch")].text();
    Plan plan;
    plan.summary = std::move(summary);
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Repository")), repository.worktree()},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Branch")), branch},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Back to")), shortId(back)}};
    plan.before = {{QStringLiteral("commit"), Value(from)},
                   {QStringLiteral("branch"), Value(branch)}};
    plan.data = {{QStringLiteral("directory"), Value(repository.worktree())},
                 {QStringLiteral("theirs"), done.plan.data[QStringLiteral("theirs")]},
                 {QStringLiteral("back"), Value(back)}};
    markAsUndo(&plan);
    plan.programs = gitPrograms(repository.worktree(), programs);
    return plan;
}

/// Refuses where something would be lost.
Result<void> checkWayBack(const Repository &repository, const GitHead &head, const QString &branch,
                          const QString &made, const StepContext &context)
{
    if (head.branch != branch)
        return changedSince(QStringLiteral("HEAD (%1)").arg(shownHead(head)));
    const auto status = repository.status();
    if (!status)
        return status.error();
    if (const QStringList changed = trackedChanges(*status); !changed.isEmpty())
        return changedSince(someOf(changed));
    const auto remotes = remotesWith(repository, made, context);
    if (!remotes)
        return remotes.error();
    return remotes->isEmpty() ? Result<void>() : pushedSince(made, *remotes);
}

bool isBegun(const Repository &repository, const Intent &intent)
{
    const auto begun = repository.reference(QStringLiteral("MERGE_HEAD"));
    return begun && *begun == intent.plan.data[QStringLiteral("theirs")].text();
}

} // namespace

std::optional<QString> mergeMadeBy(const Repository &repository, const Intent &intent,
                                   const QString &tip)
{
    const QString ours = intent.plan.before[QStringLiteral("commit")].text();
    const QString theirs = intent.plan.data[QStringLiteral("theirs")].text();
    if (tip == ours)
        return std::nullopt;
    if (const auto marked = commitMadeBy(repository, intent, tip))
        return marked;
    const bool isForward =
        intent.plan.data[QStringLiteral("mode")].text() == QLatin1String("fast-forward");
    if (isForward)
        return tip == theirs ? std::optional(tip) : std::nullopt;
    const auto commit = repository.commit(tip);
    const bool isMeant = commit && commit->parents == QStringList{ours, theirs};
    return isMeant ? std::optional(tip) : std::nullopt;
}

Result<std::optional<Plan>> undoMerge(const Intent &done, const StepContext &context)
{
    if (!done.plan.programs)
        return std::optional<Plan>();
    const auto repository = Repository::open(done.plan.data[QStringLiteral("directory")].text());
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return head.error();
    const QString branch = done.plan.before[QStringLiteral("branch")].text();
    const QString back = done.plan.before[QStringLiteral("commit")].text();
    const QString tip = branchTip(*repository, *head, branch);
    if (tip == back) {
        if (head->branch != branch || !isBegun(*repository, done))
            return std::optional<Plan>();
        return std::optional(planFor(
            *repository, done, tip, {{QStringLiteral("merge"), QStringLiteral("--abort")}},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "Gives up the merge that is begun in %1. What was mended in "
                                      "its files is lost."),
                    {repository->worktree()})));
    }
    const auto made = mergeMadeBy(*repository, done, tip);
    if (!made || *made != tip)
        return changedSince(QStringLiteral("%1 (%2)").arg(branch, shortId(tip)));
    if (const auto checked = checkWayBack(*repository, *head, branch, tip, context); !checked)
        return checked.error();
    // The compare alone; then the branch and the files go back together.
    const QString reference = QStringLiteral("refs/heads/") + branch;
    Plan plan = planFor(*repository, done, tip,
                        {{QStringLiteral("update-ref"), reference, tip, tip},
                         {QStringLiteral("reset"), QStringLiteral("--keep"), back}},
                        Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                  "Takes the merge %1 back: %2 is at %3 again."),
                                {shortId(tip), branch, shortId(back)}));
    plan.programs->timeoutMs = context.timeoutMs;
    return std::optional(plan);
}

Finding probeMergeUndo(const Intent &intent)
{
    const auto repository = Repository::open(intent.plan.data[QStringLiteral("directory")].text());
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return unknownFinding(head.error());
    return probeTakenBack(*repository, *head, intent, !isBegun(*repository, intent),
                          QT_TRANSLATE_NOOP("Slipway::Message", "The merge was taken back."),
                          QT_TRANSLATE_NOOP("Slipway::Message", "The merge is still there."));
}

} // namespace Slipway
