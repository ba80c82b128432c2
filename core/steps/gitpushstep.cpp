// SPDX-License-Identifier: MIT
#include "core/steps/gitpushstep.h"

#include "core/steps/gitplace.h"
#include "core/steps/parameters.h"
#include "core/steps/pushtransfer.h"
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
    spec.reaches = {{Reach::Program, "git"}, {Reach::Host, "origin", QStringLiteral("remote")}};
    return spec;
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
    if (!transfer.isPreviousUnknown && !repository.contains(transfer.previous))
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

QList<Fact> factsOf(const Repository &repository, const Transfer &transfer)
{
    QList<Fact> facts{
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Repository")), transfer.directory},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "To")),
         QStringLiteral("%1 (%2)").arg(transfer.remote, transfer.url)},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Branch")), transfer.reference.mid(11)},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "There now")),
         shownCommit(transfer.previous)},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "There after")),
         shownCommit(transfer.commit)}};
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
Finding movedOn(const Intent &intent, const QString &now, const Asker &asker)
{
    const Value::Map &data = intent.plan.data;
    const QString meant = data[QStringLiteral("commit")].text();
    const auto repository = Repository::open(data[QStringLiteral("directory")].text());
    // Of a branch that was put back, every commit is one that somebody pushed since.
    if (!isOwnUndo(intent) && repository &&
        fetchCommit(*repository, now, data[QStringLiteral("remote")].text(),
                    data[QStringLiteral("reference")].text(), asker)) {
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
        {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")), shownCommit(meant)},
         {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")),
          shownCommit(intent.plan.before[QStringLiteral("commit")].text())},
         {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")), shownCommit(now)}});
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

Result<Aftermath> GitPushStep::rehearse(const Intent &intent, const StepContext &context,
                                        Overlay &) const
{
    Aftermath after{outputsOf(intent), false};
    after.outputs.remove(QStringLiteral("previous"));
    const auto repository =
        context.files.repository(intent.plan.data[QStringLiteral("directory")].text());
    if (!repository || !repository->contains(intent.plan.data[QStringLiteral("commit")].text()))
        after.outputs.remove(QStringLiteral("commit"));
    return after;
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
    return movedOn(intent, now, context.ask);
}

Result<std::optional<Plan>> GitPushStep::undo(const Intent &done, const StepContext &context) const
{
    Transfer transfer = transferIn(done.plan);
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
        return changedSince(QStringLiteral("%1 %2 (%3)")
                                .arg(transfer.remote, transfer.reference, shownCommit(now)));
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
