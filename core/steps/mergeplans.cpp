// SPDX-License-Identifier: MIT
#include "core/steps/mergeplans.h"

#include "core/base/canonicaljson.h"
#include "core/steps/gitidentity.h"
#include "core/steps/gitplace.h"
#include "core/steps/mergeprograms.h"
#include "core/steps/undoing.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

/// What a plan is made from.
struct Scene
{
    const Repository &repository;
    const MergeSituation &now;
    const GitMerge &merge;
    const StepContext &context;
};

QString sideName(MergeSide side, const MergeSituation &now)
{
    return side == MergeSide::Ours ? now.head.branch : now.theirs.name;
}

QString messageOf(const Value::Map &with, const MergeSituation &now)
{
    const QString given = with[QStringLiteral("message")].text();
    return given.trimmed().isEmpty()
               ? QStringLiteral("Merge %1 into %2").arg(now.theirs.name, now.head.branch)
               : given;
}

/// The merge in memory, with what people answered.
Result<GitMerge> forecast(const Repository &repository, const MergeSituation &now,
                          const StepContext &context)
{
    Error unread;
    MergeRules rules;
    rules.keepsObjects = !context.files.isRehearsal();
    rules.preferred = [&now](const QString &path) { return now.policy.preferred(path); };
    rules.isWhole = [&now](const QString &path) { return now.policy.isWhole(path); };
    rules.chosen = [&](const MergeConflict &conflict) -> std::optional<MergeChoice> {
        const auto choice = mergeChoice(conflict, context.answers, context.objects);
        if (!choice)
            unread = choice.error();
        return choice ? *choice : std::nullopt;
    };
    auto merge = mergeCommits(repository.worktree(), now.head.commit, now.theirs.commit, rules);
    return unread.isEmpty() ? merge : Result<GitMerge>(unread);
}

/// What every plan of a merge says.
Plan basicPlan(const Repository &repository, const MergeSituation &now, const QString &way,
               const QString &message)
{
    Plan plan;
    plan.undo = nothingToUndo();
    plan.before = {{QStringLiteral("commit"), Value(now.head.commit)},
                   {QStringLiteral("branch"), Value(now.head.branch)}};
    plan.data = {{QStringLiteral("directory"), Value(repository.worktree())},
                 {QStringLiteral("mode"), Value(way)},
                 {QStringLiteral("theirs"), Value(now.theirs.commit)},
                 {QStringLiteral("message"), Value(message)}};
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Repository")), repository.worktree()},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Branch")),
         QStringLiteral("%1 (%2)").arg(now.head.branch, shortId(now.head.commit))},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "What is merged")),
         QStringLiteral("%1 (%2)").arg(now.theirs.name, shortId(now.theirs.commit))}};
    return plan;
}

/// How far the two went apart, and what the branch has not got of its own remote.
void addDistance(const Scene &at, Plan *plan)
{
    plan->facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Commit in common")),
                        shortId(at.merge.base)});
    if (const auto counts = at.repository.aheadBehind(at.now.head.commit, at.now.theirs.commit)) {
        plan->facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "New commits")),
                            QString::number(counts->second)});
        plan->facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Commits of the branch alone")),
             QString::number(counts->first)});
    }
    const auto upstream = at.repository.upstream(at.now.head.branch);
    const auto tip = upstream ? at.repository.reference(QStringLiteral("refs/remotes/") + *upstream)
                              : std::nullopt;
    const auto behind = tip ? at.repository.aheadBehind(at.now.head.commit, *tip)
                            : Result<std::pair<int, int>>(Error());
    if (tip && behind && behind->second > 0)
        plan->facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Commits of its upstream not here")),
             QStringLiteral("%1 (%2)").arg(behind->second).arg(*upstream)});
}

QString shownEntry(const GitEntry &entry)
{
    return entry.mode == 0 ? QStringLiteral("-") : shortId(entry.id);
}

/// Every file that was taken whole, with what either side has.
Result<void> addPreferred(const Scene &at, Plan *plan)
{
    QStringList paths;
    QJsonArray rows;
    for (const PreferredFile &file : at.merge.preferred) {
        paths.append(file.path);
        rows.append(QJsonObject{
            {QStringLiteral("label"), file.path},
            {QStringLiteral("value"),
             QStringLiteral("%1 (%2: %3, %4: %5)")
                 .arg(sideName(file.side, at.now), at.now.head.branch, shownEntry(file.ours),
                      at.now.theirs.name, shownEntry(file.theirs))}});
    }
    plan->data[QStringLiteral("preferred")] = Value::ofTexts(paths);
    if (paths.isEmpty())
        return {};
    plan->facts.append(
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Taken whole")), someOf(paths)});
    const auto bytes = canonicalJson(rows);
    const auto evidence = bytes ? storeEvidence(at.context, QStringLiteral("preferred"),
                                                QStringLiteral("facts"), *bytes, someOf(paths))
                                : Result<Evidence>(bytes.error());
    if (!evidence)
        return evidence.error();
    plan->evidence.append(*evidence);
    return {};
}

QStringList pathsOf(const QList<MergeConflict> &conflicts)
{
    QStringList paths;
    for (const MergeConflict &conflict : conflicts)
        paths.append(conflict.path);
    return paths;
}

Result<void> addConflicts(const Scene &at, bool isByHand, const QStringList &left, Plan *plan)
{
    MergeConflicts shown;
    shown.directory = at.repository.worktree();
    shown.ours = at.now.head.branch;
    shown.theirs = at.now.theirs.name;
    shown.oursCommit = at.now.head.commit;
    shown.theirsCommit = at.now.theirs.commit;
    shown.isByHand = isByHand;
    shown.left = left;
    shown.preferred = plan->data[QStringLiteral("preferred")].texts();
    for (const QList<MergeConflict> &list : {at.merge.conflicts, at.merge.chosen}) {
        for (const MergeConflict &conflict : list) {
            const auto file = conflictedFile(conflict, at.repository, at.context.objects);
            if (!file)
                return file.error();
            shown.files.append(*file);
        }
    }
    std::sort(shown.files.begin(), shown.files.end(),
              [](const ConflictedFile &a, const ConflictedFile &b) { return a.path < b.path; });
    const auto bytes = canonicalJson(shown.toJson());
    const auto evidence =
        bytes ? storeEvidence(at.context, QStringLiteral("conflicts"), QStringLiteral("conflicts"),
                              *bytes, someOf(pathsOf(at.merge.conflicts)))
              : Result<Evidence>(bytes.error());
    if (!evidence)
        return evidence.error();
    plan->evidence.prepend(*evidence);
    plan->facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Files in conflict")),
                        someOf(pathsOf(at.merge.conflicts))});
    return {};
}

Result<void> addChanges(const Scene &at, Plan *plan)
{
    const auto edits = editsOf(at.merge.changes, at.repository.worktree(), at.context);
    const auto diff = edits ? changesEvidence(at.context, *edits) : Result<Evidence>(edits.error());
    if (!diff)
        return diff.error();
    plan->edits = *edits;
    plan->evidence.append(*diff);
    return {};
}

void setPrograms(const Repository &repository, const QList<QStringList> &programs, Plan *plan)
{
    plan->programs = gitPrograms(repository.worktree(), programs);
}

UndoNote takenBack(const MergeSituation &now)
{
    return undoneBy(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "The branch goes back to %1, as long as it is at the merge "
                                      "and no remote has it."),
                    {shortId(now.head.commit)});
}

Plan unknownPlan(const Repository &repository, const MergeSituation &now, const QString &message)
{
    Plan plan = basicPlan(repository, now, MergeWay::unknown, message);
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                             "Merges %1 into %2. Whether there are conflicts is "
                                             "known once what comes before is done."),
                           {now.theirs.name, now.head.branch});
    plan.undo = takenBack(now);
    return plan;
}

Plan nothingPlan(const Repository &repository, const MergeSituation &now, const QString &message)
{
    Plan plan = basicPlan(repository, now, MergeWay::nothing, message);
    plan.summary = Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "%1 has all of %2 already; nothing is merged."),
        {now.head.branch, now.theirs.name});
    return plan;
}

Result<Plan> mergePlan(const Scene &at, Plan plan)
{
    if (const auto free = checkRoom(at.repository, at.now, at.merge, at.context); !free)
        return free.error();
    if (const auto known = checkIdentity(at.repository, at.context); !known)
        return known.error();
    plan.summary = at.merge.preferred.isEmpty()
                       ? Message(QT_TRANSLATE_NOOP("Slipway::Message", "Merges %1 into %2."),
                                 {at.now.theirs.name, at.now.head.branch})
                       : Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                   "Merges %1 into %2; files that both changed "
                                                   "are taken whole as \"prefer\" says: %3."),
                                 {at.now.theirs.name, at.now.head.branch,
                                  QString::number(at.merge.preferred.size())});
    if (const auto shown = addChanges(at, &plan); !shown)
        return shown.error();
    plan.data[QStringLiteral("mode")] = Value(MergeWay::merge);
    plan.data[QStringLiteral("tree")] = Value(at.merge.tree);
    plan.data[QStringLiteral("conflicts")] = Value(int(at.merge.chosen.size()));
    plan.undo = takenBack(at.now);
    setPrograms(at.repository,
                mergeWhole(at.now, at.merge.tree, plan.data[QStringLiteral("message")].text()),
                &plan);
    return plan;
}

Result<Plan> askPlan(const Scene &at, Plan plan)
{
    plan.summary = Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "%1 and %2 changed the same in %3; somebody has to "
                                              "say what it is to be. Nothing is touched yet."),
        {at.now.head.branch, at.now.theirs.name, someOf(pathsOf(at.merge.conflicts))});
    const auto shown = addConflicts(at, false, {}, &plan);
    return shown ? Result<Plan>(plan) : shown.error();
}

Result<Plan> beginPlan(const Scene &at, Plan plan)
{
    if (const auto free = checkRoom(at.repository, at.now, at.merge, at.context); !free)
        return free.error();
    plan.summary = Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "Begins the merge of %1 in %2, to be mended there."),
        {at.now.theirs.name, at.repository.worktree()});
    if (const auto shown = addConflicts(at, true, {}, &plan); !shown)
        return shown.error();
    plan.undo = undoneBy(QT_TRANSLATE_NOOP(
        "Slipway::Message", "The merge is given up, with what was mended in the files."));
    plan.programs =
        mergeBegun(at.repository, at.now, at.merge, plan.data[QStringLiteral("message")].text());
    return plan;
}

/// Asks again, with what is still in conflict.
Result<Plan> notMendedPlan(const Scene &at, Plan plan, const QStringList &open)
{
    plan.data[QStringLiteral("mode")] = Value(MergeWay::ask);
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Still in conflict in %1: %2."),
                           {at.repository.worktree(), someOf(open)});
    const auto shown = addConflicts(at, true, open, &plan);
    return shown ? Result<Plan>(plan) : shown.error();
}

Result<Plan> mendedPlan(const Scene &at, Plan plan)
{
    const MergeByHand mended = lookAtMended(at.repository, at.now, at.merge);
    if (!mended.open.isEmpty())
        return notMendedPlan(at, plan, mended.open);
    plan.summary = Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "Commits the merge of %1 that was mended in %2."),
        {at.now.theirs.name, at.repository.worktree()});
    plan.data[QStringLiteral("conflicts")] =
        Value(int(at.merge.conflicts.size() + at.merge.chosen.size()));
    plan.undo = takenBack(at.now);
    setPrograms(at.repository,
                mergeMended(at.merge, mended, plan.data[QStringLiteral("message")].text()), &plan);
    return plan;
}

Result<Plan> giveUpPlan(const Scene &at, Plan plan)
{
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                             "Gives up the merge that is begun in %1. What was "
                                             "mended in its files is lost."),
                           {at.repository.worktree()});
    if (const auto shown = addConflicts(at, false, {}, &plan); !shown)
        return shown.error();
    setPrograms(at.repository, {{QStringLiteral("merge"), QStringLiteral("--abort")}}, &plan);
    return plan;
}

Plan forwardPlan(const Repository &repository, const MergeSituation &now, Plan plan)
{
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                             "Moves %1 forward to %2; it has nothing of its own, "
                                             "so there is no merge commit."),
                           {now.head.branch, now.theirs.name});
    plan.undo = takenBack(now);
    setPrograms(repository, mergeForward(now), &plan);
    return plan;
}

QString wayOf(const Scene &at, const Value::Map &with)
{
    if (MergeAnswer::isByHand(at.context.answers))
        return at.now.isBegun() ? MergeWay::mended : MergeWay::begin;
    const bool isLeftover = at.now.isBegun() && !at.now.changed.isEmpty() &&
                            MergeAnswer::isBackInWindow(at.context.answers);
    if (isLeftover && !isAsPrepared(at.repository, at.merge.tree, at.context))
        return MergeWay::giveUp;
    if (!at.merge.conflicts.isEmpty())
        return MergeWay::ask;
    const bool isForward = with[QStringLiteral("fast-forward")].flag() &&
                           at.merge.base == at.now.head.commit && at.merge.preferred.isEmpty();
    return isForward ? MergeWay::forward : MergeWay::merge;
}

} // namespace

QString mergeWay(const Intent &intent)
{
    return intent.plan.data[QStringLiteral("mode")].text();
}

Result<Plan> planMerge(const Repository &repository, const Value::Map &with,
                       const MergeSituation &now, const StepContext &context)
{
    const QString message = messageOf(with, now);
    if (now.isUnknown)
        return unknownPlan(repository, now, message);
    if (repository.isAncestor(now.theirs.commit, now.head.commit).valueOr(false))
        return nothingPlan(repository, now, message);
    const auto merge = forecast(repository, now, context);
    if (!merge)
        return merge.error();
    const Scene at{repository, now, *merge, context};
    const QString way = wayOf(at, with);
    Plan plan = basicPlan(repository, now, way, message);
    addDistance(at, &plan);
    if (const auto added = addPreferred(at, &plan); !added)
        return added.error();
    if (way == MergeWay::ask)
        return askPlan(at, plan);
    if (way == MergeWay::begin)
        return beginPlan(at, plan);
    if (way == MergeWay::mended)
        return mendedPlan(at, plan);
    if (way == MergeWay::giveUp)
        return giveUpPlan(at, plan);
    if (way == MergeWay::forward && now.changed.isEmpty() && !now.isBegun())
        return forwardPlan(repository, now, plan);
    return mergePlan(at, plan);
}

} // namespace Slipway
