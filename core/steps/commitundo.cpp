// SPDX-License-Identifier: MIT
#include "core/steps/commitundo.h"

#include "core/base/canonicaljson.h"
#include "core/steps/commitmark.h"
#include "core/steps/gitplace.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

constexpr int submoduleMode = 0160000;
/// An argument list has a limit, so many paths go in several calls.
constexpr qsizetype pathsAtOnce = 500;

// A list, since paths may hold what keys of the journal may not.
Value entriesValue(const QList<GitEntry> &entries)
{
    Value::List list;
    for (const GitEntry &entry : entries)
        list.append(Value(Value::List{Value(entry.path), Value(entry.mode), Value(entry.id),
                                      Value(entry.isIntentToAdd)}));
    return list;
}

QList<GitEntry> entriesIn(const Value &value)
{
    QList<GitEntry> entries;
    const Value::List list = value.list();
    for (const Value &item : list) {
        const Value::List parts = item.list();
        entries.append({parts.value(0).text(), int(parts.value(1).number()), parts.value(2).text(),
                        parts.value(3).flag()});
    }
    return entries;
}

QStringList pathsOf(const QList<GitEntry> &entries)
{
    QStringList paths;
    for (const GitEntry &entry : entries)
        paths.append(entry.path);
    return paths;
}

/// Where the branch is, and what the attempt made of it.
struct CommitPlace
{
    QString branch; ///< empty: none is checked out
    QString back;   ///< the commit before; empty: there was none
    QString made;   ///< empty: no commit came about, or it was taken back
};

Result<CommitPlace> placeOf(const Repository &repository, const GitHead &head, const Intent &done)
{
    CommitPlace place{done.plan.before[QStringLiteral("branch")].text(),
                      done.plan.before[QStringLiteral("commit")].text(),
                      {}};
    const QString tip = branchTip(repository, head, place.branch);
    if (tip == place.back)
        return place;
    const auto made = commitMadeBy(repository, done, tip);
    if (!made || *made != tip)
        return changedSince(QStringLiteral("%1 (%2)").arg(
            place.branch.isEmpty() ? QStringLiteral("HEAD") : place.branch, shortId(tip)));
    place.made = tip;
    return place;
}

/// True if the index has at a new file what is in the worktree: what `git add` of the attempt
/// put there, and nothing that would be lost.
bool isAsAdded(const Repository &repository, const QString &path, const StepContext &context)
{
    Question question;
    question.argv = {QStringLiteral("git"),
                     QStringLiteral("--literal-pathspecs"),
                     QStringLiteral("diff"),
                     QStringLiteral("--quiet"),
                     QStringLiteral("--no-ext-diff"),
                     QStringLiteral("--"),
                     path};
    question.directory = repository.worktree();
    const auto reply = context.ask(question);
    return reply && reply->isSuccess();
}

/// True if the index has what the step was to commit: a hook can make the commit differ from it.
bool isAsMeant(const Repository &repository, const GitEntry &entry, const Value::Map &contents)
{
    const auto bytes = repository.blob(entry.id);
    return bytes && sha256Hex(*bytes) == contents[entry.path].text();
}

/// The entries that the index has to get back.
Result<QList<GitEntry>> entriesToRestore(const Repository &repository, const CommitPlace &place,
                                         const Intent &done, const StepContext &context)
{
    const auto before = entriesIn(done.plan.data[QStringLiteral("index")]);
    const auto now = repository.indexEntries(pathsOf(before));
    if (!now)
        return now.error();
    const Value::Map contents = contentsIn(done.plan.data);
    QList<GitEntry> restored;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (now->at(i) == before[i])
            continue;
        const bool isCommitted = !place.made.isEmpty() &&
                                 (now->at(i) == repository.entryAt(place.made, before[i].path) ||
                                  isAsMeant(repository, now->at(i), contents));
        if (!isCommitted &&
            (before[i].mode != 0 || !isAsAdded(repository, before[i].path, context)))
            return changedSince(QStringLiteral("%1 (index)").arg(before[i].path));
        const bool isBlob = before[i].mode != 0 && before[i].mode != submoduleMode;
        if (isBlob && !before[i].isIntentToAdd && !repository.hasObject(before[i].id))
            return bytesMissing(QStringLiteral("%1 (index)").arg(before[i].path));
        restored.append(before[i]);
    }
    return restored;
}

QList<QStringList> inParts(const QStringList &start, const QStringList &arguments,
                           qsizetype perPart)
{
    QList<QStringList> lists;
    for (qsizetype from = 0; from < arguments.size(); from += perPart)
        lists.append(start + arguments.mid(from, perPart));
    return lists;
}

/// Each sets to a value, so that all may be repeated.
QList<QStringList> indexPrograms(const QList<GitEntry> &entries)
{
    QStringList set;
    QStringList removed;
    QStringList intended;
    for (const GitEntry &entry : entries) {
        if (entry.mode == 0 || entry.isIntentToAdd)
            removed.append(entry.path);
        if (entry.isIntentToAdd)
            intended.append(entry.path);
        else if (entry.mode != 0)
            set += {QStringLiteral("--cacheinfo"),
                    QStringLiteral("%1,%2,%3")
                        .arg(QString::number(entry.mode, 8), entry.id, entry.path)};
    }
    const QString update = QStringLiteral("update-index");
    QList<QStringList> lists =
        inParts({update, QStringLiteral("--add")}, set, 2 * pathsAtOnce) +
        inParts({update, QStringLiteral("--force-remove"), QStringLiteral("--")}, removed,
                pathsAtOnce) +
        inParts({QStringLiteral("add"), QStringLiteral("--intent-to-add"), QStringLiteral("--")},
                intended, pathsAtOnce);
    if (!lists.isEmpty())
        lists.append({update, QStringLiteral("-q"), QStringLiteral("--refresh")});
    return lists;
}

QStringList branchProgram(const CommitPlace &place)
{
    const QString reference = place.branch.isEmpty() ? QStringLiteral("HEAD")
                                                     : QStringLiteral("refs/heads/") + place.branch;
    QStringList arguments{QStringLiteral("update-ref"), QStringLiteral("--no-deref"),
                          QStringLiteral("-m"), QStringLiteral("undo")};
    // The old value makes git refuse if somebody commits in between.
    if (place.back.isEmpty())
        return arguments + QStringList{QStringLiteral("-d"), reference, place.made};
    return arguments + QStringList{reference, place.back, place.made};
}

Plan planUndo(const Repository &repository, const CommitPlace &place,
              const QList<GitEntry> &entries)
{
    Plan plan;
    const QString back = place.back.isEmpty() ? QStringLiteral("-") : shortId(place.back);
    plan.summary =
        place.made.isEmpty()
            ? Message(QT_TRANSLATE_NOOP("Slipway::Message", "Puts the index of %1 back as it was."),
                      {repository.worktree()})
            : Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                        "Takes the commit %1 back; its changes stay in the files."),
                      {shortId(place.made)});
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Repository")), repository.worktree()},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Branch")), place.branch}};
    if (!place.made.isEmpty())
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Back to")), back});
    plan.before = {
        {QStringLiteral("commit"), Value(place.made.isEmpty() ? place.back : place.made)},
        {QStringLiteral("branch"), Value(place.branch)}};
    plan.data = {{QStringLiteral("directory"), Value(repository.worktree())},
                 {QStringLiteral("back"), Value(place.back)},
                 {QStringLiteral("index"), entriesValue(entries)}};
    markAsUndo(&plan);
    // The branch last: once it is back, everything is.
    QList<QStringList> lists = indexPrograms(entries);
    if (!place.made.isEmpty())
        lists.append(branchProgram(place));
    plan.programs = gitPrograms(repository.worktree(), lists);
    return plan;
}

} // namespace

Result<void> keepIndex(const Repository &repository, const QStringList &paths, Plan *plan)
{
    const auto entries = repository.indexEntries(paths);
    if (!entries)
        return entries.error();
    plan->data[QStringLiteral("index")] = entriesValue(*entries);
    plan->undo = undoneBy(QT_TRANSLATE_NOOP(
        "Slipway::Message", "The branch goes back to the commit before and the changes are "
                            "uncommitted again, unless somebody commits on top in between."));
    return {};
}

Result<std::optional<Plan>> undoCommit(const Intent &done, const StepContext &context)
{
    if (!done.plan.programs)
        return std::optional<Plan>();
    const auto repository = Repository::open(done.plan.data[QStringLiteral("directory")].text());
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return head.error();
    const auto place = placeOf(*repository, *head, done);
    if (!place)
        return place.error();
    if (head->branch != place->branch) {
        // The index is that of another branch by now.
        if (place->made.isEmpty())
            return std::optional<Plan>();
        return changedSince(QStringLiteral("HEAD (%1)").arg(shownHead(*head)));
    }
    const auto entries = entriesToRestore(*repository, *place, done, context);
    if (!entries)
        return entries.error();
    if (place->made.isEmpty() && entries->isEmpty())
        return std::optional<Plan>();
    Plan plan = planUndo(*repository, *place, *entries);
    plan.programs->timeoutMs = context.timeoutMs;
    return std::optional(plan);
}

Finding probeCommitUndo(const Intent &intent)
{
    const auto repository = Repository::open(intent.plan.data[QStringLiteral("directory")].text());
    const auto head = repository ? repository->head() : Result<GitHead>(repository.error());
    if (!head)
        return unknownFinding(head.error());
    const auto meant = entriesIn(intent.plan.data[QStringLiteral("index")]);
    const auto entries = repository->indexEntries(pathsOf(meant));
    if (!entries)
        return unknownFinding(entries.error());
    return probeTakenBack(
        *repository, *head, intent, *entries == meant,
        QT_TRANSLATE_NOOP("Slipway::Message", "The commit was taken back."),
        QT_TRANSLATE_NOOP("Slipway::Message", "The commit is still on the branch."));
}

} // namespace Slipway
