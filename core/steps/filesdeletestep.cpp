// SPDX-License-Identifier: MIT
#include "core/steps/filesdeletestep.h"

#include "core/base/crashpoint.h"
#include "core/base/files.h"
#include "core/steps/kepttree.h"
#include "core/steps/parameters.h"
#include "core/steps/removetree.h"
#include "core/steps/rootedpath.h"
#include "core/steps/setaside.h"
#include "core/steps/undoing.h"

#include <QFile>
#include <cerrno>
#include <cstdio>

namespace Slipway {

namespace {

KindSpec deleteSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("files.delete");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Removes a file or folder below the run's workspace, after "
                                  "saying how much it is.");
    spec.parameters = {
        required(QStringLiteral("path"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "What to remove, below the workspace. Fine if it is "
                                   "not there.")),
        optional(
            QStringLiteral("image"), Type::Text,
            QT_TRANSLATE_NOOP("Slipway::Help",
                              "An image on the engine that has the program rm: it removes what "
                              "containers wrote as another user.")),
    };
    spec.outputs = {{QStringLiteral("files"), Type::Number,
                     QT_TRANSLATE_NOOP("Slipway::Help", "How many files were removed.")}};
    spec.evidence = {QStringLiteral("log")};
    spec.reaches = {{Reach::Path, "", QStringLiteral("path")},
                    {Reach::Image, "", QStringLiteral("image")}};
    return spec;
}

Result<RootedPath> targetOf(const Intent &intent)
{
    const auto &data = intent.plan.data;
    return RootedPath::below(data[QStringLiteral("root")].text(),
                             data[QStringLiteral("path")].text());
}

QString trashName(const Intent &intent)
{
    return QStringLiteral(".slipway-trash-") + intent.effectKey;
}

/// One field of docker's --mount, which is a line of CSV.
QString mountField(const QString &field)
{
    QString quoted = field;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return u'"' + quoted + u'"';
}

Outcome outcomeOf(const Intent &intent)
{
    return Outcome::succeeded(
        {{QStringLiteral("files"), intent.plan.data[QStringLiteral("files")]}});
}

QString folderOf(const RootedPath &target)
{
    return target.absolute().section(u'/', 0, -2);
}

/// Moved away first, so that what stands under the name is always whole or gone.
Result<void> moveAndRemove(const RootedPath &target, const QString &trash)
{
    const auto type = target.type();
    if (!type)
        return type.error();
    const auto parent = target.openParent();
    if (!parent && parent.error().code() == u"file.missing")
        return {};
    if (!parent)
        return parent.error();
    if (*type != RootedPath::Type::Missing) {
        crashPoint("delete.rename");
        if (::renameat(parent->fd(), QFile::encodeName(target.name()).constData(), parent->fd(),
                       QFile::encodeName(trash).constData()) != 0)
            return fileError(target.absolute(), errno);
        if (::fsync(parent->fd()) != 0)
            return fileError(target.absolute(), errno);
    }
    crashPoint("delete.remove");
    return removeTree(folderOf(target) + u'/' + trash);
}

/// Removes what was kept, if it is still just that.
Result<void> removeKept(const RootedPath &target, const Intent &intent, const StepContext &context)
{
    const auto isKept = [&](const QString &path) -> Result<void> {
        const auto manifest = FolderManifest::of(path, {}, context.stop);
        if (!manifest)
            return manifest.error();
        if (manifest->digest() == intent.plan.before[QStringLiteral("digest")].text())
            return {};
        return Error(QStringLiteral("files.changed"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 changed after it was kept for an undo, so it was not "
                                       "removed. Let what writes it come to an end, then try "
                                       "again."),
                     {target.absolute()});
    };
    return SetAside(target, intent.effectKey).remove(isKept);
}

/// Keeps what is to be removed where that can be, and says whether.
void keepForUndo(const RootedPath &target, const TreeSize &size, const StepContext &context,
                 Plan *plan)
{
    if (plan->programs) {
        plan->undo = notUndone(QT_TRANSLATE_NOOP(
            "Slipway::Message", "It belongs to another user, so it is not kept and cannot be put "
                                "back."));
        return;
    }
    if (size.bytes > KeptTree::largest || size.files > KeptTree::mostFiles) {
        plan->undo =
            notUndone(QT_TRANSLATE_NOOP("Slipway::Message",
                                        "It is more than %1 or %2 files, so it is not kept and "
                                        "cannot be put back."),
                      {sizeLimitText(), QString::number(KeptTree::mostFiles)});
        return;
    }
    const auto kept = KeptTree::keep(target.absolute(), context);
    if (!kept) {
        plan->undo = notUndone(
            QT_TRANSLATE_NOOP("Slipway::Message", "It cannot be kept, and so not be put back: %1"),
            {kept.error().message()});
        return;
    }
    plan->before[QStringLiteral("digest")] = Value(kept->manifest);
    plan->data[QStringLiteral("kept")] = kept->toValue();
    plan->undo = undoneBy(QT_TRANSLATE_NOOP("Slipway::Message",
                                            "It is kept (%1) and put back, unless something else "
                                            "has its name by then."),
                          {sizeText(size.files, size.bytes)});
}

KeptTree keptIn(const Plan &plan)
{
    return KeptTree::fromValue(plan.data[QStringLiteral("kept")]);
}

Outcome actRestore(const Intent &intent, const RootedPath &target, const StepContext &context)
{
    const auto now = treeDigest(target, context);
    if (!now)
        return Outcome::failed(now.error());
    const KeptTree kept = keptIn(intent.plan);
    if (*now == kept.manifest)
        return Outcome::succeeded();
    if (!now->isEmpty())
        return Outcome::failed(changedSince(target.absolute()));
    const auto restored = kept.restore(target, context);
    return restored ? Outcome::succeeded() : Outcome::failed(restored.error());
}

Finding probeRestore(const Intent &intent, const RootedPath &target, const StepContext &context)
{
    KeptTree::removeLeftover(target, intent.effectKey);
    const auto now = treeDigest(target, context);
    if (!now)
        return {Finding::Verdict::Unknown, {}, Message("%1", {now.error().message()}), {}};
    const QString meant = keptIn(intent.plan).manifest;
    const QList<Fact> facts = treeFacts(target.absolute(), meant, {}, *now);
    if (*now == meant)
        return {Finding::Verdict::Done, Outcome::succeeded(),
                Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 is as it was before the step."),
                        {target.absolute()}),
                facts};
    if (now->isEmpty())
        return {Finding::Verdict::NotDone,
                {},
                Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 was not put back yet."),
                        {target.absolute()}),
                facts};
    return {Finding::Verdict::Foreign,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "%1 is there, but it is not what was removed."),
                    {target.absolute()}),
            facts};
}

Finding stillThere(const Intent &intent, const RootedPath &target, const StepContext &context)
{
    const KeptTree kept = keptIn(intent.plan);
    const auto now = treeDigest(target, context);
    const QList<Fact> facts =
        treeFacts(target.absolute(), {}, kept.manifest, now.valueOr(QStringLiteral("?")));
    if (kept.isEmpty() || (now && *now == kept.manifest))
        return {Finding::Verdict::NotDone,
                {},
                Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 is still there."),
                        {target.absolute()}),
                facts};
    return {Finding::Verdict::Foreign,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "%1 is there, but not as it was when it was to be removed."),
                    {target.absolute()}),
            facts};
}

Error lockedError(const TreeSize &size)
{
    return {QStringLiteral("files.locked"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 belongs to another user, as what containers write does. Name an "
                              "image under \"image\" that can remove it, or remove it by hand."),
            {size.locked}};
}

ProgramSpec removalPrograms(const Command &command, const RootedPath &target)
{
    ProgramSpec programs;
    programs.commands = {command};
    programs.directory = target.root();
    programs.timeoutMs = 0;
    return programs;
}

} // namespace

Command removalCommand(const QString &engine, const QString &image, const QString &folder,
                       const QString &name)
{
    const QString inside = QStringLiteral("/slipway-removal");
    Command command;
    command.argv = {engine,
                    QStringLiteral("run"),
                    QStringLiteral("--rm"),
                    QStringLiteral("--network"),
                    QStringLiteral("none"),
                    QStringLiteral("--user"),
                    QStringLiteral("0:0"),
                    QStringLiteral("--mount"),
                    QStringLiteral("type=bind,%1,dst=%2")
                        .arg(mountField(QStringLiteral("src=") + folder), inside),
                    QStringLiteral("--entrypoint"),
                    QStringLiteral("rm"),
                    image,
                    QStringLiteral("-rf"),
                    QStringLiteral("--"),
                    inside + u'/' + name};
    return command;
}

FilesDeleteStep::FilesDeleteStep(QString engine) : m_spec(deleteSpec()), m_engine(std::move(engine))
{
}

Result<Plan> FilesDeleteStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto target = RootedPath::below(context.workspace, with[QStringLiteral("path")].text());
    if (!target)
        return target.error();
    const auto type = context.files.type(*target);
    if (!type)
        return type.error();
    const TreeSize size = context.files.size(target->absolute());
    const QString image = with[QStringLiteral("image")].text();
    if (!size.locked.isEmpty() && image.isEmpty())
        return lockedError(size);
    Plan plan;
    plan.summary =
        *type == RootedPath::Type::Missing
            ? Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                        "%1 is not there: nothing is to be removed."),
                      {target->absolute()})
            : Message(QT_TRANSLATE_NOOP("Slipway::Message", "Removes %1."), {target->absolute()});
    plan.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Path")), target->absolute()},
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Size")), sizeText(size.files, size.bytes)}};
    plan.data = {{QStringLiteral("root"), Value(target->root())},
                 {QStringLiteral("path"), Value(target->path())},
                 {QStringLiteral("files"), Value(size.files)}};
    if (!size.locked.isEmpty()) {
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Removed by")), image});
        plan.programs = removalPrograms(
            removalCommand(m_engine, image, folderOf(*target), target->name()), *target);
    }
    if (*type == RootedPath::Type::Missing)
        plan.undo = nothingToUndo();
    else
        keepForUndo(*target, size, context, &plan);
    return plan;
}

Outcome FilesDeleteStep::act(const Intent &intent, const StepContext &context) const
{
    const auto target = targetOf(intent);
    if (!target)
        return Outcome::failed(target.error());
    if (isOwnUndo(intent))
        return actRestore(intent, *target, context);
    const auto removed = keptIn(intent.plan).isEmpty() ? moveAndRemove(*target, trashName(intent))
                                                       : removeKept(*target, intent, context);
    if (!removed)
        return context.stop.stop_requested() ? Outcome::cancelled()
                                             : Outcome::failed(removed.error());
    return outcomeOf(intent);
}

Outcome FilesDeleteStep::conclude(const Intent &intent, const ProgramResult &result,
                                  const StepContext &context) const
{
    Outcome outcome = concludePrograms(result, context);
    if (outcome.end == Outcome::End::Succeeded)
        outcome.outputs = outcomeOf(intent).outputs;
    return outcome;
}

Result<Aftermath> FilesDeleteStep::rehearse(const Intent &intent, const StepContext &,
                                            Overlay &overlay) const
{
    const auto target = targetOf(intent);
    if (!target)
        return target.error();
    overlay.remove(target->absolute());
    return Aftermath{outcomeOf(intent).outputs, false};
}

Finding FilesDeleteStep::probe(const Intent &intent, const StepContext &context) const
{
    const auto unknown = [](const Error &error) {
        return Finding{Finding::Verdict::Unknown, {}, Message("%1", {error.message()}), {}};
    };
    const auto target = targetOf(intent);
    if (!target)
        return unknown(target.error());
    if (isOwnUndo(intent))
        return probeRestore(intent, *target, context);
    if (auto recovered = SetAside(*target, intent.effectKey).recover(); !recovered)
        return unknown(recovered.error());
    const auto type = target->type();
    if (!type)
        return unknown(type.error());
    if (*type == RootedPath::Type::Missing)
        return {Finding::Verdict::Done, outcomeOf(intent),
                Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 is gone."), {target->absolute()}),
                treeFacts(target->absolute(), {}, keptIn(intent.plan).manifest, {})};
    return stillThere(intent, *target, context);
}

Result<std::optional<Plan>> FilesDeleteStep::undo(const Intent &done,
                                                  const StepContext &context) const
{
    if (done.plan.undo.can == UndoNote::Can::Nothing)
        return std::optional<Plan>();
    const auto target = targetOf(done);
    const auto now = target ? treeDigest(*target, context) : Result<QString>(target.error());
    if (!now)
        return now.error();
    const KeptTree kept = keptIn(done.plan);
    // Without programs it goes whole or not at all.
    if (kept.isEmpty())
        return now->isEmpty() || done.plan.programs
                   ? Result<std::optional<Plan>>(impossibleAsSaid(done))
                   : std::optional<Plan>();
    if (*now == kept.manifest)
        return std::optional<Plan>();
    if (!now->isEmpty())
        return changedSince(target->absolute());
    if (!context.objects.contains(kept.manifest) || !context.objects.contains(kept.bytes))
        return bytesMissing(target->absolute());
    Plan plan;
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Puts %1 back, as it was kept."),
                           {target->absolute()});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Path")), target->absolute()}};
    plan.data = {{QStringLiteral("root"), Value(target->root())},
                 {QStringLiteral("path"), Value(target->path())},
                 {QStringLiteral("kept"), kept.toValue()}};
    markAsUndo(&plan);
    return std::optional(plan);
}

} // namespace Slipway
