// SPDX-License-Identifier: MIT
#include "core/steps/editplan.h"

#include "core/base/canonicaljson.h"
#include "core/base/crashpoint.h"
#include "core/steps/undoing.h"

#include <algorithm>

namespace Slipway {

namespace {

constexpr qint64 largestEdited = 64 * 1024 * 1024;

struct Look
{
    bool isBefore = false;
    bool isAfter = false;
    QString now; ///< digest; empty: not there
};

Result<Look> look(const FileEdit &edit, const FileView &files = {})
{
    const auto path = RootedPath::below(edit.root, edit.path);
    if (!path)
        return path.error();
    const auto bytes = files.read(*path, largestEdited);
    if (!bytes)
        return bytes.error();
    Look found;
    found.now = bytes->has_value() ? sha256Hex(**bytes) : QString();
    found.isBefore = found.now == edit.before;
    found.isAfter = found.now == edit.after;
    return found;
}

Error foreignError(const FileEdit &edit)
{
    return {QStringLiteral("files.foreign"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1/%2 is neither as it was when this step was planned nor as the "
                              "step would leave it. Nothing was changed; look at the file, then "
                              "try again."),
            {edit.root, edit.path}};
}

QString shownDigest(const QString &digest)
{
    return digest.isEmpty() ? QStringLiteral("-") : digest.left(12);
}

QList<Fact> foreignFacts(const FileEdit &edit, const Look &found)
{
    return {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "File")), edit.root + u'/' + edit.path},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")), shownDigest(edit.before)},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Meant")), shownDigest(edit.after)},
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Now")), shownDigest(found.now)}};
}

/// The edits turned round, of those files that are as the step left them.
Result<QList<FileEdit>> turnedRound(const QList<FileEdit> &edits, const StepContext &context)
{
    QList<FileEdit> turned;
    for (const FileEdit &edit : edits) {
        const auto found = look(edit, context.files);
        if (!found)
            return found.error();
        if (found->isBefore)
            continue;
        if (!found->isAfter)
            return changedSince(edit.root + u'/' + edit.path);
        if (!edit.before.isEmpty() && !context.objects.contains(edit.before))
            return bytesMissing(edit.root + u'/' + edit.path);
        turned.append({edit.root, edit.path, edit.after, edit.before});
    }
    return turned;
}

Result<void> applyEdit(const StepContext &context, const FileEdit &edit)
{
    const auto path = RootedPath::below(edit.root, edit.path);
    if (!path)
        return path.error();
    if (edit.after.isEmpty())
        return path->remove();
    const auto bytes = context.objects.read(edit.after);
    if (!bytes)
        return bytes.error();
    if (auto made = path->makeParents(); !made)
        return made;
    return path->write(*bytes, 0644, context.effectKey);
}

/// Half an edit is nothing to go on from: what is planned on top of it would take the files
/// that were changed already for how they were before, and lose what was in them.
Result<void> takeBack(const StepContext &context, const QList<FileEdit> &edits)
{
    for (const FileEdit &edit : edits) {
        crashPoint("edit.take-back");
        const FileEdit reverse{edit.root, edit.path, edit.after, edit.before};
        if (auto taken = applyEdit(context, reverse); !taken)
            return taken;
    }
    return {};
}

/// A killed process may have left a new name that would not survive a power loss yet.
Result<void> syncAll(const QList<FileEdit> &edits)
{
    for (const FileEdit &edit : edits) {
        const auto path = RootedPath::below(edit.root, edit.path);
        if (!path)
            return path.error();
        if (auto synced = path->syncName(); !synced)
            return synced;
    }
    return {};
}

Finding unknownFinding(const Error &error)
{
    return {Finding::Verdict::Unknown, {}, Message("%1", {error.message()}), {}};
}

Finding foreignFinding(const FileEdit &edit, const Look &found)
{
    return {Finding::Verdict::Foreign,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "%1 was changed by somebody else: it is neither as "
                                      "before nor as meant."),
                    {edit.path}),
            foreignFacts(edit, found)};
}

} // namespace

Result<EditedFile> existingFile(const QString &root, const QString &path,
                                const StepContext &context)
{
    const auto file = RootedPath::below(root, path);
    if (!file)
        return file.error();
    auto bytes = context.files.read(*file, largestEdited);
    if (!bytes)
        return bytes.error();
    if (!bytes->has_value())
        return Error(QStringLiteral("file.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 does not exist."), {file->absolute()});
    return EditedFile{*file, std::move(**bytes)};
}

Result<EditedFile> existingFile(const Value::Map &with, const StepContext &context)
{
    const auto root = rootFolder(with[QStringLiteral("in")], context.workspace);
    if (!root)
        return root.error();
    return existingFile(*root, with[QStringLiteral("file")].text(), context);
}

Result<FileEdit> planEdit(const StepContext &context, const RootedPath &path,
                          const std::optional<QByteArray> &before,
                          const std::optional<QByteArray> &after)
{
    FileEdit edit{path.root(), path.path(), {}, {}};
    const std::pair<const std::optional<QByteArray> &, QString &> sides[] = {{before, edit.before},
                                                                             {after, edit.after}};
    for (const auto &[bytes, digest] : sides) {
        if (!bytes)
            continue;
        auto stored = context.objects.put(*bytes);
        if (!stored)
            return stored.error();
        digest = *stored;
    }
    return edit;
}

Result<void> applyEdits(const StepContext &context, const QList<FileEdit> &edits)
{
    QList<FileEdit> open;
    for (const FileEdit &edit : edits) {
        const auto found = look(edit);
        if (!found)
            return found.error();
        if (!found->isBefore && !found->isAfter)
            return foreignError(edit);
        if (!found->isAfter)
            open.append(edit);
    }
    for (const FileEdit &edit : std::as_const(open)) {
        crashPoint("edit.file");
        if (auto applied = applyEdit(context, edit); !applied)
            return applied;
    }
    return {};
}

Finding probeEdits(const StepContext &context, const QList<FileEdit> &edits, Outcome outcome)
{
    QList<FileEdit> done;
    QString untouched;
    for (const FileEdit &edit : edits) {
        if (const auto path = RootedPath::below(edit.root, edit.path))
            path->removeTemporary(context.effectKey);
        const auto found = look(edit);
        if (!found)
            return unknownFinding(found.error());
        if (!found->isBefore && !found->isAfter)
            return foreignFinding(edit, *found);
        if (found->isAfter)
            done.append(edit);
        else
            untouched = edit.path;
    }
    const auto settled = untouched.isEmpty() ? syncAll(done) : takeBack(context, done);
    if (!settled)
        return unknownFinding(settled.error());
    if (untouched.isEmpty())
        return {Finding::Verdict::Done,
                std::move(outcome),
                Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                          "Every file is as the step would leave it.")),
                {}};
    return {Finding::Verdict::NotDone,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 is still as it was before."),
                    {untouched}),
            {}};
}

Result<void> finishEditPlan(const StepContext &context, Plan *plan, const Value::Map &outputs)
{
    // A file that would not change is no edit: its page would show an empty difference.
    plan->edits.removeIf([](const FileEdit &edit) { return edit.before == edit.after; });
    plan->data.insert(QStringLiteral("outputs"), Value(outputs));
    plan->undo = nothingToUndo();
    if (plan->edits.isEmpty())
        return {};
    plan->undo = undoneBy(QT_TRANSLATE_NOOP(
        "Slipway::Message",
        "Each file gets back the bytes it had, unless somebody changes it in between."));
    auto changes = changesEvidence(context, plan->edits);
    if (!changes)
        return changes.error();
    plan->evidence.prepend(*changes);
    return {};
}

Outcome plannedOutcome(const Intent &intent)
{
    return Outcome::succeeded(intent.plan.data.value(QStringLiteral("outputs")).map(),
                              intent.plan.evidence);
}

Outcome actEdits(const Intent &intent, const StepContext &context)
{
    if (auto applied = applyEdits(context, intent.plan.edits); !applied)
        return Outcome::failed(applied.error());
    return plannedOutcome(intent);
}

Finding probeEdits(const Intent &intent, const StepContext &context)
{
    return probeEdits(context, intent.plan.edits, plannedOutcome(intent));
}

Result<std::optional<Plan>> undoEdits(const Intent &done, const StepContext &context)
{
    auto edits = turnedRound(done.plan.edits, context);
    if (!edits)
        return edits.error();
    if (edits->isEmpty())
        return std::optional<Plan>();
    Plan plan;
    plan.summary = Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "Gives %1 files the bytes back that they had."),
        {QString::number(edits->size())});
    for (const FileEdit &edit : std::as_const(*edits))
        plan.facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "File")), edit.root + u'/' + edit.path});
    plan.edits = *edits;
    if (auto finished = finishEditPlan(context, &plan, {}); !finished)
        return finished.error();
    markAsUndo(&plan);
    return std::optional(plan);
}

} // namespace Slipway
