// SPDX-License-Identifier: MIT
#include "core/steps/copyundo.h"

#include "core/steps/kepttree.h"
#include "core/steps/removetree.h"
#include "core/steps/setaside.h"
#include "core/steps/undoing.h"

#include <QDir>
#include <QFileInfo>

namespace Slipway {

namespace {

Result<RootedPath> targetOf(const Plan &plan)
{
    return RootedPath::below(plan.data[QStringLiteral("root")].text(),
                             plan.data[QStringLiteral("path")].text());
}

/// The folders on the way that are not there yet, below the root, the deepest first.
QStringList missingFolders(const RootedPath &target)
{
    QStringList missing;
    QString folder = target.path();
    while (folder.contains(u'/')) {
        folder = folder.section(u'/', 0, -2);
        if (!QFileInfo::exists(target.root() + u'/' + folder))
            missing.append(folder);
    }
    return missing;
}

/// Those of them that are there now and empty: the attempt made them, and nobody uses them.
bool hasEmptyFolder(const RootedPath &target, const QStringList &made)
{
    for (const QString &folder : made) {
        const QFileInfo info(target.root() + u'/' + folder);
        if (info.isDir() && !info.isSymLink() &&
            QDir(info.filePath())
                .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
            return true;
    }
    return false;
}

void removeEmptyFolders(const RootedPath &target, const QStringList &made)
{
    // What is not empty belongs to somebody else by now, and stays.
    for (const QString &folder : made)
        QDir().rmdir(target.root() + u'/' + folder);
}

QString backOf(const Intent &intent)
{
    return intent.plan.data[QStringLiteral("back")].text();
}

Result<void> checkIsCopy(const QString &path, const Intent &intent, const StepContext &context)
{
    const auto manifest = FolderManifest::of(path, {}, context.stop);
    if (!manifest)
        return manifest.error();
    if (manifest->digest() == intent.plan.before[QStringLiteral("digest")].text())
        return {};
    return changedSince(targetOf(intent.plan)->absolute());
}

} // namespace

Result<void> keepReplaced(const RootedPath &target, const StepContext &context, Plan *plan)
{
    const QString before = plan->before[QStringLiteral("digest")].text();
    plan->data[QStringLiteral("made")] = Value::ofTexts(missingFolders(target));
    plan->undo = nothingToUndo();
    if (before == plan->data[QStringLiteral("manifest")].text())
        return {};
    plan->undo = undoneBy(
        QT_TRANSLATE_NOOP("Slipway::Message",
                          "The copy is removed again, unless something in it changes in between."));
    if (before.isEmpty())
        return {};
    if (treeSize(target.absolute()).bytes > KeptTree::largest) {
        plan->undo = notUndone(QT_TRANSLATE_NOOP("Slipway::Message",
                                                 "The file that is replaced is larger than %1, so "
                                                 "it is not kept and cannot be put back."),
                               {sizeLimitText()});
        return {};
    }
    const auto kept = KeptTree::keep(target.absolute(), context);
    if (!kept)
        return kept.error();
    plan->data[QStringLiteral("kept")] = kept->toValue();
    plan->undo = undoneBy(
        QT_TRANSLATE_NOOP("Slipway::Message",
                          "The file that is replaced is kept and put back, unless the copy changes "
                          "in between."));
    return {};
}

Result<std::optional<Plan>> undoCopy(const Intent &done, const StepContext &context)
{
    if (done.plan.undo.can == UndoNote::Can::Nothing)
        return std::optional<Plan>();
    const auto target = targetOf(done.plan);
    const auto now = target ? treeDigest(*target, context) : Result<QString>(target.error());
    if (!now)
        return now.error();
    const QString before = done.plan.before[QStringLiteral("digest")].text();
    const Value made = done.plan.data[QStringLiteral("made")];
    if (*now == before && !hasEmptyFolder(*target, made.texts()))
        return std::optional<Plan>();
    if (*now != before && *now != done.plan.data[QStringLiteral("manifest")].text())
        return changedSince(target->absolute());
    const Value kept = done.plan.data[QStringLiteral("kept")];
    if (!before.isEmpty() && *now != before && KeptTree::fromValue(kept).isEmpty())
        return impossibleAsSaid(done);
    Plan plan;
    plan.summary =
        before.isEmpty()
            ? Message(QT_TRANSLATE_NOOP("Slipway::Message", "Removes the copy %1 again."),
                      {target->absolute()})
            : Message(
                  QT_TRANSLATE_NOOP("Slipway::Message", "Puts %1 back as it was before the copy."),
                  {target->absolute()});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Path")), target->absolute()}};
    plan.before = {{QStringLiteral("digest"), Value(*now)}};
    plan.data = {{QStringLiteral("root"), Value(target->root())},
                 {QStringLiteral("path"), Value(target->path())},
                 {QStringLiteral("back"), Value(before)},
                 {QStringLiteral("kept"), kept},
                 {QStringLiteral("made"), made}};
    markAsUndo(&plan);
    return std::optional(plan);
}

Outcome actCopyUndo(const Intent &intent, const StepContext &context)
{
    const auto target = targetOf(intent.plan);
    if (!target)
        return Outcome::failed(target.error());
    const SetAside aside(*target, intent.effectKey);
    const auto now = treeDigest(*target, context);
    if (!now)
        return Outcome::failed(now.error());
    const QString back = backOf(intent);
    if (*now != back) {
        const auto kept = KeptTree::fromValue(intent.plan.data[QStringLiteral("kept")]);
        const auto removed =
            aside.remove([&](const QString &path) { return checkIsCopy(path, intent, context); },
                         back.isEmpty() ? std::function<Result<void>()>()
                                        : [&] { return kept.restore(*target, context); });
        if (!removed)
            return context.stop.stop_requested() ? Outcome::cancelled()
                                                 : Outcome::failed(removed.error());
    }
    removeEmptyFolders(*target, intent.plan.data[QStringLiteral("made")].texts());
    return Outcome::succeeded();
}

Finding probeCopyUndo(const Intent &intent, const StepContext &context)
{
    const auto unknown = [](const Error &error) {
        return Finding{Finding::Verdict::Unknown, {}, Message("%1", {error.message()}), {}};
    };
    const auto target = targetOf(intent.plan);
    if (!target)
        return unknown(target.error());
    KeptTree::removeLeftover(*target, intent.effectKey);
    const SetAside aside(*target, intent.effectKey);
    auto now = treeDigest(*target, context);
    const QString back = backOf(intent);
    // With the old file in its place, what is aside was looked at already.
    const auto tidied = now && !back.isEmpty() && *now == back ? aside.discard() : aside.recover();
    if (!tidied)
        return unknown(tidied.error());
    now = treeDigest(*target, context);
    if (!now)
        return unknown(now.error());
    const QString before = intent.plan.before[QStringLiteral("digest")].text();
    const QList<Fact> facts = treeFacts(target->absolute(), back, before, *now);
    const bool isWhole = !hasEmptyFolder(*target, intent.plan.data[QStringLiteral("made")].texts());
    if (*now == back && isWhole)
        return {Finding::Verdict::Done, Outcome::succeeded(),
                Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 is as it was before the step."),
                        {target->absolute()}),
                facts};
    if (*now == before || *now == back)
        return {Finding::Verdict::NotDone,
                {},
                Message(QT_TRANSLATE_NOOP("Slipway::Message", "The copy is still there.")),
                facts};
    return {
        Finding::Verdict::Foreign,
        {},
        Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                  "%1 was changed by somebody else: it is neither as before nor "
                                  "as meant."),
                {target->absolute()}),
        facts};
}

} // namespace Slipway
