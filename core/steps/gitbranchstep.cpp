// SPDX-License-Identifier: MIT
#include "core/steps/gitbranchstep.h"

#include "core/steps/branchsituation.h"
#include "core/steps/gitplace.h"
#include "core/steps/parameters.h"

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
};

Move start(const BranchSituation &now, const QString &how, const BranchBase &base)
{
    Move move;
    move.commit = base.commit;
    move.base = base.name;
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
        return start(now, QStringLiteral("--create"),
                     {now.origin + u'/' + now.name, now.remoteBefore, now.origin});
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

Finding branchDone(const Value::Map &data, const QString &commit)
{
    Finding finding = findingOf(
        Finding::Verdict::Done,
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "The branch %1 is checked out, at %2."),
                {data[QStringLiteral("name")].text(), shortId(commit)}));
    finding.outcome = Outcome::succeeded(outputsOf(data, commit));
    return finding;
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
    plan.before = {{QStringLiteral("head-branch"), Value(now->head.branch)},
                   {QStringLiteral("head-commit"), Value(now->head.commit)},
                   {QStringLiteral("branch-commit"), Value(now->local)}};
    plan.data = {{QStringLiteral("directory"), Value(repository->worktree())},
                 {QStringLiteral("name"), Value(now->name)},
                 {QStringLiteral("commit"), Value(move->commit)},
                 {QStringLiteral("base"), Value(move->base)},
                 {QStringLiteral("remote-before"), Value(now->remoteBefore)}};
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

Outcome GitBranchStep::act(const Intent &intent, const StepContext &) const
{
    const Value::Map &data = intent.plan.data;
    return Outcome::succeeded(outputsOf(data, data[QStringLiteral("commit")].text()));
}

Outcome GitBranchStep::conclude(const Intent &intent, const ProgramResult &result,
                                const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end == Outcome::End::Succeeded)
        outcome.outputs =
            outputsOf(intent.plan.data, intent.plan.data[QStringLiteral("commit")].text());
    return outcome;
}

Finding GitBranchStep::probe(const Intent &intent, const StepContext &) const
{
    const Value::Map &data = intent.plan.data;
    const Value::Map &before = intent.plan.before;
    const QString name = data[QStringLiteral("name")].text();
    const auto repository = Repository::open(data[QStringLiteral("directory")].text());
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return unknownFinding(head.error());
    const QString meant = data[QStringLiteral("commit")].text();
    const QString now =
        repository->reference(QStringLiteral("refs/heads/") + name).value_or(QString());
    if (head->branch == name && now == meant)
        return branchDone(data, now);
    if (now == before[QStringLiteral("branch-commit")].text() &&
        head->branch == before[QStringLiteral("head-branch")].text() &&
        head->commit == before[QStringLiteral("head-commit")].text())
        return findingOf(Finding::Verdict::NotDone,
                         Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                   "The branches are as they were before.")));
    return findingOf(
        Finding::Verdict::Foreign,
        Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                  "The branch %1 is neither as before nor as meant."),
                {name}),
        {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")), meant},
         {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")),
          before[QStringLiteral("branch-commit")].text()},
         {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")), now},
         {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Checked out now")), head->branch}});
}

} // namespace Slipway
