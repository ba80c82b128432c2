// SPDX-License-Identifier: MIT
#include "core/steps/gitcommitstep.h"

#include "core/base/canonicaljson.h"
#include "core/steps/commitmark.h"
#include "core/steps/commitundo.h"
#include "core/steps/gitidentity.h"
#include "core/steps/gitplace.h"
#include "core/steps/parameters.h"
#include "core/steps/supposedcommit.h"
#include "core/steps/undoing.h"

#include <QDir>

namespace Slipway {

namespace {

KindSpec commitSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("git.commit");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Commits the paths that it names and nothing else; without a "
                                  "change it makes no commit.");
    spec.parameters = {
        required(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The repository.")),
        withDash(required(QStringLiteral("message"), Type::Prose,
                          QT_TRANSLATE_NOOP("Slipway::Help", "The message of the commit."))),
        listOf(Type::Text,
               optional(QStringLiteral("paths"), Type::List,
                        QT_TRANSLATE_NOOP("Slipway::Help",
                                          "Files and folders below the repository, new files "
                                          "included. A change elsewhere is left as it is."))),
        optional(QStringLiteral("all-changes"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Instead of \"paths\": every change of a file that git tracks; "
                                   "new files are left out."))};
    spec.outputs = {
        {QStringLiteral("commit"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The new commit; the old one if there was no change.")},
        {QStringLiteral("committed"), Type::Flag,
         QT_TRANSLATE_NOOP("Slipway::Help", "Whether a commit was made.")},
        {QStringLiteral("branch"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The branch it is on.")}};
    spec.evidence = {QStringLiteral("diff"), QStringLiteral("log")};
    spec.reaches = {{Reach::Program, "git"}, {Reach::Path, "", QStringLiteral("paths")}};
    return spec;
}

/// Paths as the parameter gives them, relative to the worktree.
Result<QStringList> wantedPaths(const Value::Map &with, const QString &worktree)
{
    QStringList paths;
    const QStringList given = with[QStringLiteral("paths")].texts();
    for (const QString &path : given) {
        const QString relative =
            QDir::cleanPath(path.startsWith(u'/') ? QDir(worktree).relativeFilePath(path) : path);
        if (path.isEmpty() || relative == u".." || relative.startsWith(QLatin1String("../")) ||
            relative.startsWith(u'/'))
            return Error(QStringLiteral("git.path-outside"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The path \"%1\" is not below %2. Name files of the "
                                           "repository that is committed."),
                         {path, worktree});
        paths.append(relative);
    }
    if (paths.isEmpty() && !with[QStringLiteral("all-changes")].flag())
        return Error(QStringLiteral("git.no-paths"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The step does not say what to commit. Name \"paths\", or "
                                       "set \"all-changes\"."));
    return paths;
}

bool isBelow(const QString &path, const QStringList &wanted)
{
    for (const QString &one : wanted) {
        if (one == u"." || path == one || path.startsWith(one + u'/'))
            return true;
    }
    return false;
}

/// What the status says, divided by what is to be committed.
struct Selection
{
    QStringList paths;
    QStringList untracked; ///< those of paths that git does not know yet
    QStringList left;
};

Result<Selection> select(const Repository &repository, const Value::Map &with)
{
    const auto wanted = wantedPaths(with, repository.worktree());
    if (!wanted)
        return wanted.error();
    const auto status = repository.status();
    if (!status)
        return status.error();
    const bool all = with[QStringLiteral("all-changes")].flag();
    Selection selection;
    for (const GitChange &change : *status) {
        if (change.kind == GitChange::Kind::Conflicted)
            return Error(QStringLiteral("git.conflict"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "%1 has conflicts that are not resolved in %2. Finish "
                                           "or abort the merge first."),
                         {repository.worktree(), change.path});
        const bool isNew = change.kind == GitChange::Kind::Untracked;
        if (!isBelow(change.path, *wanted) && !(all && !isNew)) {
            selection.left.append(change.path);
            continue;
        }
        selection.paths.append(change.path);
        if (isNew)
            selection.untracked.append(change.path);
    }
    return selection;
}

ProgramSpec commitPrograms(const Repository &repository, const Selection &selection,
                           const QString &message)
{
    QList<QStringList> lists;
    if (!selection.untracked.isEmpty())
        lists.append(QStringList{QStringLiteral("add"), QStringLiteral("--")} +
                     selection.untracked);
    // With paths git commits those alone, whatever else is staged.
    lists.append(QStringList{QStringLiteral("commit"), QStringLiteral("--message=") + message,
                             QStringLiteral("--")} +
                 selection.paths);
    return gitPrograms(repository.worktree(), lists);
}

/// Digests of what each path is to hold; empty: it is to be gone.
Value::Map contentsOf(const QList<GitFileChange> &changes)
{
    Value::Map contents;
    for (const GitFileChange &change : changes) {
        if (!change.isLarge)
            contents.insert(change.path,
                            Value(change.after ? sha256Hex(*change.after) : QString()));
    }
    return contents;
}

Outcome committed(const GitHead &head, bool isNew)
{
    return Outcome::succeeded({{QStringLiteral("commit"), Value(head.commit)},
                               {QStringLiteral("committed"), Value(isNew)},
                               {QStringLiteral("branch"), Value(head.branch)}});
}

Result<void> describeFiles(const Repository &repository, const Selection &selection,
                           const StepContext &context, Plan *plan)
{
    const auto changes = repository.worktreeChanges(selection.paths);
    if (!changes)
        return changes.error();
    const auto edits = editsOf(*changes, repository.worktree(), context);
    if (!edits)
        return edits.error();
    const auto evidence = changesEvidence(context, *edits);
    if (!evidence)
        return evidence.error();
    plan->edits = *edits;
    plan->evidence = {*evidence};
    Value::List contents; // a list, since paths may hold what keys of the journal may not
    const Value::Map digests = contentsOf(*changes);
    for (auto it = digests.cbegin(); it != digests.cend(); ++it)
        contents.append(Value(Value::List{Value(it.key()), it.value()}));
    plan->data[QStringLiteral("contents")] = Value(contents);
    return {};
}

/// The plan as far as it holds also when there is nothing to commit.
Plan planWithoutCommit(const Repository &repository, const GitHead &head,
                       const Selection &selection, const Value::Map &with)
{
    Plan plan;
    plan.undo = nothingToUndo();
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "There is nothing to commit in %1."),
                {repository.worktree()});
    plan.before = {{QStringLiteral("commit"), Value(head.commit)},
                   {QStringLiteral("branch"), Value(head.branch)}};
    plan.data = {{QStringLiteral("directory"), Value(repository.worktree())},
                 {QStringLiteral("message"), with[QStringLiteral("message")]}};
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Repository")), repository.worktree()},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Branch")), head.branch}};
    if (!selection.left.isEmpty())
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Left as they are")),
                           someOf(selection.left)});
    return plan;
}

QList<Fact> commitFacts(const Intent &intent, const QString &tip)
{
    return {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")),
             intent.plan.before[QStringLiteral("commit")].text()},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")), tip},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")),
             subjectOf(intent.plan.data[QStringLiteral("message")].text())}};
}

Finding foreignCommit(const Intent &intent, const QString &tip, const QStringList &differing)
{
    QList<Fact> facts = commitFacts(intent, tip);
    if (!differing.isEmpty())
        facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Files that differ")),
                      someOf(differing)});
    return findingOf(Finding::Verdict::Foreign,
                     Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                               "The branch has moved, but not by the commit that "
                                               "was meant.")),
                     facts);
}

Finding nothingCommitted(const GitHead &head)
{
    Finding nothing =
        findingOf(Finding::Verdict::Done,
                  Message(QT_TRANSLATE_NOOP("Slipway::Message", "There was nothing to commit.")));
    nothing.outcome = committed(head, false);
    return nothing;
}

} // namespace

GitCommitStep::GitCommitStep() : m_spec(commitSpec()) {}

Result<Plan> GitCommitStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto repository = stepRepository(with, context);
    if (!repository)
        return repository.error();
    const auto head = repository->head();
    const auto selection = select(*repository, with);
    if (!head || !selection)
        return head ? selection.error() : head.error();
    Plan plan = planWithoutCommit(*repository, *head, *selection, with);
    if (selection->paths.isEmpty())
        return plan;
    if (const auto known = checkIdentity(*repository, context); !known)
        return known.error();
    if (const auto described = describeFiles(*repository, *selection, context, &plan); !described)
        return described.error();
    const QString message = with[QStringLiteral("message")].text();
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Commits %1 to the branch %2."),
                           {someOf(selection->paths), head->branch});
    plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Message")), message});
    if (const auto kept = keepIndex(*repository, selection->paths, &plan); !kept)
        return kept.error();
    plan.programs = commitPrograms(*repository, *selection, message);
    plan.programs->environment[QStringLiteral("GIT_REFLOG_ACTION")] = commitMark(context.effectKey);
    plan.programs->timeoutMs = context.timeoutMs;
    return plan;
}

Result<Aftermath> GitCommitStep::rehearse(const Intent &intent, const StepContext &context,
                                          Overlay &overlay) const
{
    Aftermath after{{{QStringLiteral("branch"), intent.plan.before[QStringLiteral("branch")]},
                     {QStringLiteral("committed"), Value(intent.plan.programs.has_value())}},
                    false};
    const auto repository =
        context.files.repository(intent.plan.data[QStringLiteral("directory")].text());
    if (!repository)
        return repository.error();
    const QString before = intent.plan.before[QStringLiteral("commit")].text();
    if (!intent.plan.programs) {
        if (repository->contains(before))
            after.outputs.insert(QStringLiteral("commit"), Value(before));
        return after;
    }
    if (const auto supposed = supposeCommit(intent, *repository, context, overlay); !supposed)
        return supposed.error();
    return after;
}

Outcome GitCommitStep::act(const Intent &intent, const StepContext &) const
{
    GitHead head;
    head.commit = intent.plan.before[QStringLiteral("commit")].text();
    head.branch = intent.plan.before[QStringLiteral("branch")].text();
    return committed(head, false);
}

Outcome GitCommitStep::conclude(const Intent &intent, const ProgramResult &result,
                                const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end != Outcome::End::Succeeded || isOwnUndo(intent))
        return outcome;
    const auto repository = Repository::open(intent.plan.data[QStringLiteral("directory")].text());
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return Outcome::failed(head.error(), outcome.evidence);
    outcome.outputs = committed(*head, true).outputs;
    // What was committed, which hooks may have changed.
    const auto changes = repository->changesOf(head->commit);
    const auto edits = changes ? editsOf(*changes, repository->worktree(), context)
                               : Result<QList<FileEdit>>(changes.error());
    const auto diff = edits ? changesEvidence(context, *edits) : Result<Evidence>(edits.error());
    if (diff)
        outcome.evidence.prepend(*diff);
    return outcome;
}

Finding GitCommitStep::probe(const Intent &intent, const StepContext &) const
{
    if (isOwnUndo(intent))
        return probeCommitUndo(intent);
    const auto repository = Repository::open(intent.plan.data[QStringLiteral("directory")].text());
    auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return unknownFinding(head.error());
    const QString before = intent.plan.before[QStringLiteral("commit")].text();
    const QString branch = intent.plan.before[QStringLiteral("branch")].text();
    const QString tip = branchTip(*repository, *head, branch);
    if (!intent.plan.programs)
        return nothingCommitted({branch, before});
    if (tip == before)
        return findingOf(
            Finding::Verdict::NotDone,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "No commit was made since then.")),
            commitFacts(intent, tip));
    QStringList differing;
    const auto made = commitMadeBy(*repository, intent, tip, &differing);
    // Commits on top of it do not take it back.
    if (!made || !repository->isAncestor(*made, tip).valueOr(false))
        return foreignCommit(intent, tip, differing);
    Finding finding = findingOf(
        Finding::Verdict::Done,
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "The commit %1 was made."), {shortId(*made)}),
        commitFacts(intent, tip));
    finding.outcome = committed({branch, *made}, true);
    finding.outcome.evidence = intent.plan.evidence;
    return finding;
}

Result<std::optional<Plan>> GitCommitStep::undo(const Intent &done,
                                                const StepContext &context) const
{
    return undoCommit(done, context);
}

} // namespace Slipway
