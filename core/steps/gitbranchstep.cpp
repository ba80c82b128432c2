// SPDX-License-Identifier: MIT
#include "core/steps/gitbranchstep.h"

#include "core/steps/branchreturn.h"
#include "core/steps/branchsituation.h"
#include "core/steps/gitplace.h"
#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

KindSpec branchSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("git.branch");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Makes a branch from what the remote has now and checks it out. "
                                  "Refuses when there are uncommitted changes.");
    ParameterSpec exists =
        optional(QStringLiteral("if-exists"), Type::Choice,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "When the branch is there already: fail (unless said), continue "
                                   "on it, or restart it from the base."));
    exists.type.choices = {QStringLiteral("fail"), QStringLiteral("continue"),
                           QStringLiteral("restart")};
    spec.parameters = {
        required(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The repository.")),
        required(QStringLiteral("name"), Type::GitBranch,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The name of the branch.")),
        optional(QStringLiteral("from"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The branch, tag or commit it starts from; else the default "
                                   "branch of the remote.")),
        optional(QStringLiteral("remote"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The remote it starts from; else upstream if there is one, "
                                   "else origin.")),
        exists};
    spec.outputs = {
        {QStringLiteral("branch"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The branch that is checked out now.")},
        {QStringLiteral("commit"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The commit it is at.")},
        {QStringLiteral("base"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "What it started from, such as upstream/main.")},
        {QStringLiteral("remote-before"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Where the branch was at origin; empty if it was not there. For "
                           "\"expect\" of git.push.")}};
    spec.evidence = {QStringLiteral("log")};
    spec.reaches = {{Reach::Program, "git"}, {Reach::Host, "origin", QStringLiteral("remote")}};
    return spec;
}

Error branchExists(const Repository &repository, const BranchSituation &now)
{
    const auto counts = repository.aheadBehind(now.local, now.base.commit);
    const QString own = counts ? QString::number(counts->first) : QStringLiteral("?");
    return Error(QStringLiteral("git.branch-exists"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "The branch %1 is there already, at %2, with %3 commits that %4 "
                                   "does not have. Choose another name, or set if-exists to "
                                   "continue on it or to restart it."),
                 {now.name, shortId(now.local), own, now.base.name});
}

/// What is to be checked out, and how.
struct Move
{
    QStringList switchArguments; ///< empty: it is there already
    QString commit;
    QString base;
    QStringList fetch;
    Message summary;
    bool isAssumed = false;
};

Move start(const BranchSituation &now, const QString &how, const BranchBase &base)
{
    Move move;
    move.commit = base.commit;
    move.base = base.name;
    move.isAssumed = base.isAssumed;
    if (!base.remote.isEmpty())
        move.fetch = {base.remote};
    move.switchArguments = {QStringLiteral("switch"), QStringLiteral("--no-track"), how, now.name,
                            base.commit};
    move.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Starts the branch %1 from %2, at %3."),
                {now.name, base.name, shortId(base.commit)});
    return move;
}

Result<Move> decide(const Repository &repository, const BranchSituation &now,
                    const QString &ifExists)
{
    if (!now.local.isEmpty() && (ifExists.isEmpty() || ifExists == u"fail"))
        return branchExists(repository, now);
    if (ifExists == u"restart" && !now.local.isEmpty())
        return start(now, QStringLiteral("--force-create"), now.base);
    if (ifExists != u"continue" || (now.local.isEmpty() && now.remoteBefore.isEmpty()))
        return start(now, QStringLiteral("--create"), now.base);
    if (now.local.isEmpty())
        return start(
            now, QStringLiteral("--create"),
            {now.origin + u'/' + now.name, now.remoteBefore, now.origin, now.isOriginUnknown});
    Move move;
    move.commit = now.local;
    move.base = now.name;
    move.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Goes on with the branch %1, at %2."),
                {now.name, shortId(now.local)});
    if (now.head.branch != now.name)
        move.switchArguments = {QStringLiteral("switch"), now.name};
    return move;
}

QList<Fact> factsOf(const Repository &repository, const BranchSituation &now, const Move &move)
{
    QList<Fact> facts{
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Repository")), repository.worktree()},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Checked out now")),
         now.head.branch.isEmpty() ? now.head.commit : now.head.branch},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Starts from")),
         QStringLiteral("%1 (%2)").arg(move.base, shortId(move.commit))}};
    if (move.isAssumed)
        facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Not asked; as it was fetched last")),
             QStringLiteral("%1 (%2)").arg(move.base, shortId(move.commit))});
    if (!now.local.isEmpty())
        facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "The branch here is at")), now.local});
    if (!now.remoteBefore.isEmpty())
        facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "The branch at %1 is at"), {now.origin}),
             now.remoteBefore});
    return facts;
}

Value::Map outputsOf(const Value::Map &data, const QString &commit)
{
    return {{QStringLiteral("branch"), data[QStringLiteral("name")]},
            {QStringLiteral("commit"), Value(commit)},
            {QStringLiteral("base"), data[QStringLiteral("base")]},
            {QStringLiteral("remote-before"), data[QStringLiteral("remote-before")]}};
}

UndoNote undoNote(const BranchSituation &now, const Move &move)
{
    if (move.switchArguments.isEmpty())
        return nothingToUndo();
    if (now.head.commit.isEmpty())
        return notUndone(QT_TRANSLATE_NOOP("Slipway::Message",
                                           "Nothing is checked out before this step, so there is "
                                           "nothing to go back to."));
    const QString there = shownHead(now.head);
    if (now.local.isEmpty())
        return undoneBy(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "%1 is checked out again and the branch %2 deleted, "
                                          "unless it has commits by then. What was fetched stays."),
                        {there, now.name});
    return undoneBy(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "%1 is checked out again, and the branch %2 is at %3 as "
                                      "before. What was fetched stays."),
                    {there, now.name, shortId(now.local)});
}

Finding branchDone(const Value::Map &data, const QString &commit, const QList<Fact> &facts)
{
    Finding finding = findingOf(
        Finding::Verdict::Done,
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "The branch %1 is checked out, at %2."),
                {data[QStringLiteral("name")].text(), shortId(commit)}),
        facts);
    finding.outcome = Outcome::succeeded(outputsOf(data, commit));
    return finding;
}

Finding undoDone(const QList<Fact> &facts)
{
    Finding finding =
        findingOf(Finding::Verdict::Done,
                  Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                            "The branches are as they were before the step.")),
                  facts);
    finding.outcome = Outcome::succeeded();
    return finding;
}

/// The branch was started as meant, and has commits on top of it since.
bool isBuiltOn(const Repository &repository, const QString &commit, const BranchPlace &now,
               const BranchPlace &before, const QString &name)
{
    if (now.headBranch != name || now.branch == before.branch || now.branch.isEmpty())
        return false;
    const auto onTop = repository.isAncestor(commit, now.branch);
    return onTop && *onTop;
}

/// Lays over the files what git would check out there.
Result<void> supposeSwitch(const Repository &repository, const QString &branch,
                           const QString &commit, const StepContext &context, Overlay &overlay)
{
    const QString worktree = repository.worktree();
    const auto head = repository.head();
    if (!head)
        return head.error();
    SupposedCheckout checkout;
    if (const SupposedCheckout *known = context.files.overlay()->checkout(worktree))
        checkout = *known;
    checkout.worktree = worktree;
    const auto changes = head->commit == commit
                             ? Result<QList<GitFileChange>>(QList<GitFileChange>())
                             : repository.changesBetween(head->commit, commit);
    if (!changes)
        return changes.error();
    for (const GitFileChange &change : *changes) {
        const QString path = worktree + u'/' + change.path;
        if (!change.after && !change.isLarge)
            overlay.remove(path);
        else if (const auto put = overlay.putBytes(path, change.after.value_or(QByteArray())); !put)
            return put;
    }
    checkout.branch = branch;
    if (head->commit != commit) {
        checkout.base = commit;
        checkout.newest.clear();
        checkout.committed.clear();
    } else if (checkout.base.isEmpty()) {
        checkout.base = commit;
    }
    overlay.putCheckout(checkout);
    return {};
}

} // namespace

GitBranchStep::GitBranchStep() : m_spec(branchSpec()) {}

Result<Plan> GitBranchStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto repository = stepRepository(with, context);
    if (!repository)
        return repository.error();
    const auto now = lookAtBranch(*repository, with, context.ask);
    if (!now)
        return now.error();
    const auto move = decide(*repository, *now, with[QStringLiteral("if-exists")].text());
    if (!move)
        return move.error();
    Plan plan;
    plan.summary = move->summary;
    plan.facts = factsOf(*repository, *now, *move);
    plan.undo = undoNote(*now, *move);
    plan.before = placeValue({now->head.branch, now->head.commit, now->local});
    plan.data = {{QStringLiteral("directory"), Value(repository->worktree())},
                 {QStringLiteral("name"), Value(now->name)},
                 {QStringLiteral("commit"), Value(move->commit)},
                 {QStringLiteral("base"), Value(move->base)},
                 {QStringLiteral("remote-before"), Value(now->remoteBefore)}};
    if (now->isOriginUnknown) // of a rehearsal, for rehearse()
        plan.data[QStringLiteral("remote-before")] = Value::unknown();
    if (move->isAssumed)
        plan.data[QStringLiteral("is-assumed")] = Value(true);
    if (move->switchArguments.isEmpty())
        return plan;
    QList<QStringList> lists;
    for (const QString &remote : move->fetch)
        lists.append({QStringLiteral("fetch"), QStringLiteral("--"), remote});
    lists.append(move->switchArguments);
    plan.programs = gitPrograms(repository->worktree(), lists);
    plan.programs->timeoutMs = context.timeoutMs;
    return plan;
}

Result<Aftermath> GitBranchStep::rehearse(const Intent &intent, const StepContext &context,
                                          Overlay &overlay) const
{
    const Value::Map &data = intent.plan.data;
    const QString commit = data[QStringLiteral("commit")].text();
    Aftermath after{outputsOf(data, commit), false};
    if (data[QStringLiteral("is-assumed")].flag())
        after.outputs[QStringLiteral("commit")] = Value::unknown();
    if (!intent.plan.programs)
        return after;
    const auto repository = context.files.repository(data[QStringLiteral("directory")].text());
    if (!repository)
        return repository.error();
    const auto supposed =
        supposeSwitch(*repository, data[QStringLiteral("name")].text(), commit, context, overlay);
    return supposed ? Result<Aftermath>(after) : Result<Aftermath>(supposed.error());
}

Outcome GitBranchStep::act(const Intent &intent, const StepContext &) const
{
    const Value::Map &data = intent.plan.data;
    return Outcome::succeeded(outputsOf(data, data[QStringLiteral("commit")].text()));
}

Outcome GitBranchStep::conclude(const Intent &intent, const ProgramResult &result,
                                const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end == Outcome::End::Succeeded && !isOwnUndo(intent))
        outcome.outputs =
            outputsOf(intent.plan.data, intent.plan.data[QStringLiteral("commit")].text());
    return outcome;
}

Finding GitBranchStep::probe(const Intent &intent, const StepContext &) const
{
    const Value::Map &data = intent.plan.data;
    const QString name = data[QStringLiteral("name")].text();
    const auto repository = Repository::open(data[QStringLiteral("directory")].text());
    const auto now =
        repository ? placeNow(*repository, name) : Result<BranchPlace>(repository.error());
    if (!now)
        return unknownFinding(now.error());
    const BranchPlace before = placeIn(intent.plan.before);
    const QString commit = data[QStringLiteral("commit")].text();
    const BranchPlace meant = isOwnUndo(intent) ? placeIn(data[QStringLiteral("back")].map())
                                                : BranchPlace{name, commit, commit};
    const QList<Fact> facts = placeFacts(name, meant, before, *now);
    if (*now == meant)
        return isOwnUndo(intent) ? undoDone(facts) : branchDone(data, commit, facts);
    // An undo that was cut short between HEAD and the branch only has to go on.
    const bool isHalfway = isOwnUndo(intent) && now->headBranch == meant.headBranch &&
                           now->headCommit == meant.headCommit && now->branch == before.branch;
    if (*now == before || isHalfway)
        return findingOf(
            Finding::Verdict::NotDone,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "The branches are as they were before.")),
            facts);
    if (!isOwnUndo(intent) && isBuiltOn(*repository, commit, *now, before, name))
        return branchDone(data, commit, facts);
    return findingOf(Finding::Verdict::Foreign,
                     Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "The branch %1 is neither as before nor as meant."),
                             {name}),
                     facts);
}

Result<std::optional<Plan>> GitBranchStep::undo(const Intent &done,
                                                const StepContext &context) const
{
    return branchReturn(done, context);
}

} // namespace Slipway
