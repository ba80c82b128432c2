// SPDX-License-Identifier: MIT
#include "core/steps/gitmergestep.h"

#include "core/steps/commitmark.h"
#include "core/steps/gitplace.h"
#include "core/steps/mergeplans.h"
#include "core/steps/mergeundo.h"
#include "core/steps/parameters.h"
#include "core/steps/supposedcommit.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

KindSpec mergeSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("git.merge");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Merges a branch, tag or commit into the branch that is checked "
                                  "out, by a merge commit. Conflicts are known before anything is "
                                  "touched, and wait for a person.");
    spec.parameters = {
        required(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The repository.")),
        required(QStringLiteral("from"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "What is merged: a branch, tag or commit; origin/NAME as the "
                                   "remote has it now.")),
        optional(QStringLiteral("branch"), Type::GitBranch,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The branch that must be checked out; unless said, any.")),
        withDash(optional(QStringLiteral("message"), Type::Prose,
                          QT_TRANSLATE_NOOP("Slipway::Help",
                                            "The message of the merge commit; unless said, one "
                                            "that names both."))),
        optional(QStringLiteral("prefer"), Type::Map,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Patterns of files by the name of a side (a branch, or ours, "
                                   "theirs): where both sides changed such a file, that side's is "
                                   "taken whole.")),
        listOf(Type::Text,
               optional(QStringLiteral("whole"), Type::List,
                        QT_TRANSLATE_NOOP("Slipway::Help",
                                          "Patterns of files that are never merged line by line; "
                                          "unless said, those of DVC (*.dvc, dvc.lock)."))),
        optional(QStringLiteral("fast-forward"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Make no merge commit where the branch has nothing of its "
                                   "own."))};
    spec.outputs = {
        {QStringLiteral("commit"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "Where the branch is now.")},
        {QStringLiteral("already"), Type::Flag,
         QT_TRANSLATE_NOOP("Slipway::Help", "Whether the branch had all of it before.")},
        {QStringLiteral("preferred"), Type::List,
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "The files that were taken whole from one side, by \"prefer\".")},
        {QStringLiteral("conflicts"), Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "How many files people decided about.")}};
    spec.evidence = {QStringLiteral("conflicts"), QStringLiteral("preferred"),
                     QStringLiteral("diff"), QStringLiteral("log")};
    spec.reaches = {
        {Reach::Program, "git"},
        {Reach::Host, QT_TRANSLATE_NOOP("Slipway::Message", "the remote that \"from\" names")}};
    return spec;
}

Outcome merged(const Intent &intent, const QString &commit)
{
    const Value::Map &data = intent.plan.data;
    return Outcome::succeeded(
        {{QStringLiteral("commit"), Value(commit)},
         {QStringLiteral("already"), Value(mergeWay(intent) == MergeWay::nothing)},
         {QStringLiteral("preferred"), Value::ofTexts(data[QStringLiteral("preferred")].texts())},
         {QStringLiteral("conflicts"), Value(data[QStringLiteral("conflicts")].number())}});
}

bool isMergeBegun(const Repository &repository, const Intent &intent)
{
    const auto begun = repository.reference(QStringLiteral("MERGE_HEAD"));
    return begun && *begun == intent.plan.data[QStringLiteral("theirs")].text();
}

/// It left the step for a person to go on with.
Outcome asking(const Intent &intent, const Outcome &ended)
{
    return Outcome::asking(intent.plan.evidence + ended.evidence);
}

QList<Fact> mergeFacts(const Intent &intent, const QString &tip, const QStringList &changed)
{
    QList<Fact> facts{{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")),
                       intent.plan.before[QStringLiteral("commit")].text()},
                      {Message(QT_TRANSLATE_NOOP("Slipway::Message", "What is merged")),
                       intent.plan.data[QStringLiteral("theirs")].text()},
                      {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")), tip}};
    if (!changed.isEmpty())
        facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Files with changes")),
                      someOf(changed)});
    return facts;
}

Finding doneFinding(const Message &explanation, const Outcome &outcome, const QList<Fact> &facts)
{
    Finding finding = findingOf(Finding::Verdict::Done, explanation, facts);
    finding.outcome = outcome;
    return finding;
}

/// The branch is where it was: could the attempt simply be made again?
Finding probeUnmoved(const Repository &repository, const Intent &intent, const StepContext &context,
                     const QList<Fact> &facts, const QStringList &changed)
{
    const QString way = mergeWay(intent);
    const bool isBegun = isMergeBegun(repository, intent);
    if (way == MergeWay::begin && isBegun)
        return doneFinding(
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "The merge is begun in the folder.")),
            asking(intent, {}), facts);
    if (way == MergeWay::giveUp && !isBegun)
        return doneFinding(
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "The merge was given up.")),
            asking(intent, {}), facts);
    const bool mayGoOn =
        changed.isEmpty() || way == MergeWay::mended || way == MergeWay::giveUp ||
        isAsPrepared(repository, intent.plan.data[QStringLiteral("tree")].text(), context);
    if (mayGoOn)
        return findingOf(
            Finding::Verdict::NotDone,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "The branch is where it was before.")),
            facts);
    return findingOf(Finding::Verdict::Foreign,
                     Message(QT_TRANSLATE_NOOP(
                         "Slipway::Message",
                         "The branch is where it was, and files have changes that are neither "
                         "as before nor as merged. Put them in order in the folder first.")),
                     facts);
}

} // namespace

GitMergeStep::GitMergeStep() : m_spec(mergeSpec()) {}

Result<Plan> GitMergeStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto repository = stepRepository(with, context);
    if (!repository)
        return repository.error();
    const auto now = lookAtMerge(*repository, with, context);
    if (!now)
        return now.error();
    auto plan = planMerge(*repository, with, *now, context);
    if (plan && plan->programs) {
        plan->programs->environment[QStringLiteral("GIT_REFLOG_ACTION")] =
            commitMark(context.effectKey);
        plan->programs->timeoutMs = context.timeoutMs;
    }
    return plan;
}

Result<Aftermath> GitMergeStep::rehearse(const Intent &intent, const StepContext &context,
                                         Overlay &overlay) const
{
    const QString way = mergeWay(intent);
    if (way == MergeWay::unknown || way == MergeWay::ask)
        return Aftermath{{}, true};
    Aftermath after{merged(intent, {}).outputs, false};
    after.outputs.remove(QStringLiteral("commit"));
    if (way == MergeWay::nothing) {
        after.outputs.insert(QStringLiteral("commit"),
                             intent.plan.before[QStringLiteral("commit")]);
        return after;
    }
    const auto repository =
        context.files.repository(intent.plan.data[QStringLiteral("directory")].text());
    const auto supposed = repository ? supposeCommit(intent, *repository, context, overlay)
                                     : Result<void>(repository.error());
    return supposed ? Result<Aftermath>(after) : supposed.error();
}

Outcome GitMergeStep::act(const Intent &intent, const StepContext &) const
{
    return mergeWay(intent) == MergeWay::ask
               ? asking(intent, {})
               : merged(intent, intent.plan.before[QStringLiteral("commit")].text());
}

Outcome GitMergeStep::conclude(const Intent &intent, const ProgramResult &result,
                               const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (isOwnUndo(intent))
        return outcome;
    const auto repository = Repository::open(intent.plan.data[QStringLiteral("directory")].text());
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return Outcome::failed(head.error(), outcome.evidence);
    // Where there are conflicts git itself gives a status other than 0.
    const bool isOver = outcome.end != Outcome::End::Cancelled;
    if (mergeWay(intent) == MergeWay::begin && isOver && isMergeBegun(*repository, intent))
        return asking(intent, outcome);
    if (outcome.end != Outcome::End::Succeeded)
        return outcome;
    if (mergeWay(intent) == MergeWay::giveUp)
        return asking(intent, outcome);
    Outcome done = merged(intent, head->commit);
    done.evidence = outcome.evidence;
    // What was merged, which hooks and hands may have changed.
    const auto changes = repository->changesBetween(
        intent.plan.before[QStringLiteral("commit")].text(), head->commit);
    const auto edits = changes ? editsOf(*changes, repository->worktree(), context)
                               : Result<QList<FileEdit>>(changes.error());
    const auto diff = edits ? changesEvidence(context, *edits) : Result<Evidence>(edits.error());
    if (diff)
        done.evidence.prepend(*diff);
    for (const Evidence &evidence : intent.plan.evidence) {
        if (evidence.name == QLatin1String("preferred"))
            done.evidence.append(evidence);
    }
    return done;
}

Finding GitMergeStep::probe(const Intent &intent, const StepContext &context) const
{
    if (isOwnUndo(intent))
        return probeMergeUndo(intent);
    const auto repository = Repository::open(intent.plan.data[QStringLiteral("directory")].text());
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    const auto status = head ? repository->status() : Result<QList<GitChange>>(head.error());
    if (!status)
        return unknownFinding(status.error());
    const QString before = intent.plan.before[QStringLiteral("commit")].text();
    const QString tip =
        branchTip(*repository, *head, intent.plan.before[QStringLiteral("branch")].text());
    const QStringList changed = trackedChanges(*status);
    const QList<Fact> facts = mergeFacts(intent, tip, changed);
    const auto made = mergeMadeBy(*repository, intent, tip);
    if (made && repository->isAncestor(*made, tip).valueOr(false)) {
        Finding finding = doneFinding(
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "It was merged: %1."), {shortId(*made)}),
            merged(intent, *made), facts);
        finding.outcome.evidence = intent.plan.evidence;
        return finding;
    }
    if (!intent.plan.programs)
        return doneFinding(
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "It changes nothing by itself.")),
            act(intent, context), facts);
    if (tip == before)
        return probeUnmoved(*repository, intent, context, facts, changed);
    return findingOf(Finding::Verdict::Foreign,
                     Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "The branch has moved, but not by the merge that "
                                               "was meant.")),
                     facts);
}

Result<std::optional<Plan>> GitMergeStep::undo(const Intent &done, const StepContext &context) const
{
    return undoMerge(done, context);
}

} // namespace Slipway
