// SPDX-License-Identifier: MIT
#include "core/steps/gitpushstep.h"

#include "core/git/remoterefs.h"
#include "core/steps/gitplace.h"
#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

KindSpec pushSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("git.push");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Pushes one branch, only if the remote still has what it had "
                                  "when the step was planned. Never loses commits of others.");
    spec.parameters = {
        required(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The repository.")),
        optional(QStringLiteral("remote"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The remote; origin unless said.")),
        optional(
            QStringLiteral("branch"), Type::GitBranch,
            QT_TRANSLATE_NOOP("Slipway::Help", "The branch; else the one that is checked out.")),
        optional(QStringLiteral("expect"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The commit that the remote's branch must be at, empty if it "
                                   "must not be there; else what it is at when planned.")),
        optional(QStringLiteral("replace"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Also replace commits of the remote's branch that are not in "
                                   "this one, when it is exactly where it is expected."))};
    spec.outputs = {
        {QStringLiteral("commit"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The commit that was pushed.")},
        {QStringLiteral("previous"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "Where the remote's branch was; empty if new.")},
        {QStringLiteral("url"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The address of the remote.")},
        {QStringLiteral("remote"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The name of the remote.")}};
    spec.evidence = {QStringLiteral("log")};
    return spec;
}

/// One branch on its way to one remote.
struct Transfer
{
    QString directory;
    QString remote;
    QString url;
    QString reference; ///< refs/heads/BRANCH
    QString commit;
    QString previous; ///< at the remote; empty: not there
};

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
    if (!refs)
        return refs.error();
    transfer.previous = refs->value(transfer.reference);
    return transfer;
}

QString shown(const QString &commit)
{
    return commit.isEmpty() ? QStringLiteral("-") : shortId(commit);
}

Error notExpected(const Transfer &transfer, const QString &expected)
{
    return Error(QStringLiteral("git.remote-moved"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "%1 at %2 is at %3, and %4 was expected (- means that it is not "
                                   "there). Look at what is there, then start again from it."),
                 {transfer.reference, transfer.remote, shown(transfer.previous), shown(expected)});
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

Result<void> checkRemote(const Repository &repository, const Transfer &transfer,
                         const Value::Map &with)
{
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

QStringList pushArguments(const Transfer &transfer)
{
    // The lease makes the remote itself refuse when it is no longer as it was seen.
    return {QStringLiteral("push"),
            QStringLiteral("--porcelain"),
            QStringLiteral("--atomic"),
            QStringLiteral("--force-with-lease=%1:%2").arg(transfer.reference, transfer.previous),
            QStringLiteral("--"),
            transfer.remote,
            transfer.commit + u':' + transfer.reference};
}

UndoNote undoNote(const Repository &repository, const Transfer &transfer)
{
    if (transfer.previous == transfer.commit)
        return nothingToUndo();
    if (transfer.previous.isEmpty())
        return undoneBy(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "The branch is deleted at %1 again, unless somebody "
                                          "pushes to it in between. What the push sets off, such "
                                          "as a build, stays."),
                        {transfer.remote});
    if (!repository.contains(transfer.previous))
        return notUndone(QT_TRANSLATE_NOOP("Slipway::Message",
                                           "%1 has the commit %2, which is not here, so the branch "
                                           "could not be put back to it. Fetch it first."),
                         {transfer.remote, shortId(transfer.previous)});
    return undoneBy(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "The branch at %1 is put back to %2, unless somebody pushes "
                                      "to it in between. What the push sets off, such as a build, "
                                      "stays."),
                    {transfer.remote, shortId(transfer.previous)});
}

/// What a plan knows of its transfer.
Transfer transferOf(const Plan &plan)
{
    return {plan.data[QStringLiteral("directory")].text(),
            plan.data[QStringLiteral("remote")].text(),
            plan.data[QStringLiteral("url")].text(),
            plan.data[QStringLiteral("reference")].text(),
            plan.data[QStringLiteral("commit")].text(),
            plan.before[QStringLiteral("commit")].text()};
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

QList<Fact> factsOf(const Repository &repository, const Transfer &transfer)
{
    QList<Fact> facts{
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Repository")), transfer.directory},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "To")),
         QStringLiteral("%1 (%2)").arg(transfer.remote, transfer.url)},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Branch")), transfer.reference.mid(11)},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "There now")), shown(transfer.previous)},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "There after")), shown(transfer.commit)}};
    const auto counts = repository.aheadBehind(transfer.commit, transfer.previous);
    if (!transfer.previous.isEmpty() && counts) {
        facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "New commits")),
                      QString::number(counts->first)});
        if (counts->second > 0)
            facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Commits replaced")),
                          QString::number(counts->second)});
    }
    return facts;
}

Value::Map outputsOf(const Intent &intent)
{
    const Value::Map &data = intent.plan.data;
    return {{QStringLiteral("commit"), data[QStringLiteral("commit")]},
            {QStringLiteral("previous"), intent.plan.before[QStringLiteral("commit")]},
            {QStringLiteral("url"), data[QStringLiteral("url")]},
            {QStringLiteral("remote"), data[QStringLiteral("remote")]}};
}

Finding pushDone(const Intent &intent, const char *pattern, const QStringList &arguments)
{
    Finding finding = findingOf(Finding::Verdict::Done, Message(pattern, arguments));
    finding.outcome = Outcome::succeeded(outputsOf(intent));
    return finding;
}

/// The remote is neither as before nor at the commit: did somebody build on it?
Finding movedOn(const Intent &intent, const QString &now)
{
    const Value::Map &data = intent.plan.data;
    const QString meant = data[QStringLiteral("commit")].text();
    const auto repository = Repository::open(data[QStringLiteral("directory")].text());
    // Of a branch that was put back, every commit is one that somebody pushed since.
    if (!isOwnUndo(intent) && repository && repository->contains(now)) {
        const auto contained = repository->isAncestor(meant, now);
        if (contained && *contained)
            return pushDone(intent,
                            QT_TRANSLATE_NOOP("Slipway::Message",
                                              "It was pushed, and %1 was built on it since."),
                            {shortId(now)});
    }
    return findingOf(
        Finding::Verdict::Foreign,
        Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "%1 at %2 is neither as before nor as meant."),
            {data[QStringLiteral("reference")].text(), data[QStringLiteral("remote")].text()}),
        {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")), shown(meant)},
         {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")),
          shown(intent.plan.before[QStringLiteral("commit")].text())},
         {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")), shown(now)}});
}

} // namespace

GitPushStep::GitPushStep() : m_spec(pushSpec()) {}

Result<Plan> GitPushStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto repository = stepRepository(with, context);
    if (!repository)
        return repository.error();
    const auto transfer = transferOf(*repository, with, context.ask);
    if (!transfer)
        return transfer.error();
    if (const auto checked = checkRemote(*repository, *transfer, with); !checked)
        return checked.error();
    Plan plan;
    plan.facts = factsOf(*repository, *transfer);
    describeTransfer(*transfer, &plan);
    plan.undo = undoNote(*repository, *transfer);
    const QString branch = transfer->reference.mid(11);
    if (transfer->previous == transfer->commit) {
        plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                 "%1 has the branch %2 at %3 already; nothing is "
                                                 "pushed."),
                               {transfer->remote, branch, shortId(transfer->commit)});
        return plan;
    }
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Pushes the branch %1 at %2 to %3."),
                {branch, shortId(transfer->commit), transfer->remote});
    plan.programs = gitPrograms(transfer->directory, {pushArguments(*transfer)});
    plan.programs->timeoutMs = context.timeoutMs;
    return plan;
}

Outcome GitPushStep::act(const Intent &intent, const StepContext &) const
{
    return Outcome::succeeded(outputsOf(intent));
}

Outcome GitPushStep::conclude(const Intent &intent, const ProgramResult &result,
                              const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end == Outcome::End::Succeeded)
        outcome.outputs = outputsOf(intent);
    return outcome;
}

Finding GitPushStep::probe(const Intent &intent, const StepContext &context) const
{
    const Value::Map &data = intent.plan.data;
    const QString reference = data[QStringLiteral("reference")].text();
    const QString meant = data[QStringLiteral("commit")].text();
    const auto refs = remoteRefs(context.ask, data[QStringLiteral("directory")].text(),
                                 data[QStringLiteral("remote")].text(), {reference});
    if (!refs)
        return unknownFinding(refs.error());
    const QString now = refs->value(reference);
    if (now == meant)
        return pushDone(
            intent,
            meant.isEmpty()
                ? QT_TRANSLATE_NOOP("Slipway::Message", "The remote has no such branch.")
                : QT_TRANSLATE_NOOP("Slipway::Message", "The remote has the commit %1."),
            {shortId(meant)});
    if (now == intent.plan.before[QStringLiteral("commit")].text())
        return findingOf(
            Finding::Verdict::NotDone,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "The remote is as it was before.")));
    return movedOn(intent, now);
}

Result<std::optional<Plan>> GitPushStep::undo(const Intent &done, const StepContext &context) const
{
    Transfer transfer = transferOf(done.plan);
    std::swap(transfer.commit, transfer.previous);
    if (!done.plan.programs)
        return std::optional<Plan>();
    const auto repository = Repository::open(transfer.directory);
    const auto refs = repository ? remoteRefs(context.ask, transfer.directory, transfer.remote,
                                              {transfer.reference})
                                 : Result<QMap<QString, QString>>(repository.error());
    if (!refs)
        return refs.error();
    const QString now = refs->value(transfer.reference);
    if (now == transfer.commit)
        return std::optional<Plan>();
    if (now != transfer.previous)
        return changedSince(
            QStringLiteral("%1 %2 (%3)").arg(transfer.remote, transfer.reference, shown(now)));
    if (!transfer.commit.isEmpty() && !repository->contains(transfer.commit))
        return bytesMissing(QStringLiteral("%1 %2").arg(transfer.remote, transfer.reference));
    Plan plan;
    plan.summary =
        transfer.commit.isEmpty()
            ? Message(QT_TRANSLATE_NOOP("Slipway::Message", "Deletes the branch %1 at %2 again."),
                      {transfer.reference.mid(11), transfer.remote})
            : Message(QT_TRANSLATE_NOOP("Slipway::Message", "Puts the branch %1 at %2 back to %3."),
                      {transfer.reference.mid(11), transfer.remote, shortId(transfer.commit)});
    plan.facts = factsOf(*repository, transfer);
    describeTransfer(transfer, &plan);
    markAsUndo(&plan);
    plan.programs = gitPrograms(transfer.directory, {pushArguments(transfer)});
    plan.programs->timeoutMs = context.timeoutMs;
    return std::optional(plan);
}

} // namespace Slipway
