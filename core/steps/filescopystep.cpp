// SPDX-License-Identifier: MIT
#include "core/steps/filescopystep.h"

#include "core/base/crashpoint.h"
#include "core/base/files.h"
#include "core/steps/copyplaces.h"
#include "core/steps/copyundo.h"
#include "core/steps/foldermanifest.h"
#include "core/steps/kepttree.h"
#include "core/steps/parameters.h"
#include "core/steps/removetree.h"
#include "core/steps/undoing.h"

#include <QFile>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>

namespace Slipway {

namespace {

QList<ParameterSpec> placeParameters()
{
    return {
        required(
            QStringLiteral("from"), Type::Text,
            QT_TRANSLATE_NOOP("Slipway::Help",
                              "What to copy: absolute, or below \"in\". The last part may be a "
                              "pattern that exactly one file matches, such as dist/*.whl.")),
        optional(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder that \"from\" is below; else the workspace.")),
        optional(QStringLiteral("to"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The new folder or file, below \"root\".")),
        optional(QStringLiteral("into"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Instead of \"to\": a folder that exists; the name stays.")),
        optional(
            QStringLiteral("root"), Type::Directory,
            QT_TRANSLATE_NOOP("Slipway::Help",
                              "The folder that the copy has to be below; else the workspace.")),
    };
}

KindSpec copySpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("files.copy");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Copies a folder or a file into the run's workspace: hidden "
                                  "files, empty folders, permissions and links stay as they are.");
    spec.parameters = placeParameters();
    spec.parameters += {
        optional(
            QStringLiteral("except"), Type::List,
            QT_TRANSLATE_NOOP("Slipway::Help", "Patterns of what to leave out, as in .gitignore.")),
        optional(QStringLiteral("with-git"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Also copy what is named .git.")),
        optional(
            QStringLiteral("overwrite"), Type::Flag,
            QT_TRANSLATE_NOOP("Slipway::Help", "Replace a file that is there; never a folder.")),
        optional(QStringLiteral("in-repository"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Allow a target inside a git repository.")),
    };
    spec.outputs = {
        {QStringLiteral("path"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The copy, absolute.")},
        {QStringLiteral("name"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The last part of its path.")},
        {QStringLiteral("files"), Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "How many files and links were copied.")},
        {QStringLiteral("digest"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "SHA-256 of the list of all that is in it.")},
    };
    spec.evidence = {QStringLiteral("manifest")};
    spec.reaches = {{Reach::Path, "", QStringLiteral("from")},
                    {Reach::Path, "", QStringLiteral("to")},
                    {Reach::Path, "", QStringLiteral("into")}};
    return spec;
}

Error existsError(const RootedPath &target)
{
    return {QStringLiteral("files.exists"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 is there already and is something else. Remove it first, or "
                              "copy to another name."),
            {target.absolute()}};
}

Result<RootedPath> targetOf(const Intent &intent)
{
    const auto &data = intent.plan.data;
    return RootedPath::below(data[QStringLiteral("root")].text(),
                             data[QStringLiteral("path")].text());
}

Result<FolderManifest> plannedManifest(const Intent &intent, const StepContext &context)
{
    const auto bytes = context.objects.read(intent.plan.data[QStringLiteral("manifest")].text());
    if (!bytes)
        return bytes.error();
    return FolderManifest::fromBytes(*bytes);
}

QString temporaryName(const Intent &intent)
{
    return QStringLiteral(".slipway-copy-") + intent.effectKey;
}

Result<void> copyAndRename(const FolderManifest &manifest, const Intent &intent,
                           const RootedPath &target, const StepContext &context)
{
    if (auto made = target.makeParents(); !made)
        return made;
    const auto parent = target.openParent();
    if (!parent)
        return parent.error();
    const QString name = temporaryName(intent);
    const QString source = intent.plan.data[QStringLiteral("source")].text();
    if (auto copied = manifest.copy(source, parent->fd(), name, context.stop); !copied)
        return copied;
    crashPoint("copy.rename");
    const bool replaces = !intent.plan.before[QStringLiteral("digest")].text().isEmpty();
    if (::renameat2(parent->fd(), QFile::encodeName(name).constData(), parent->fd(),
                    QFile::encodeName(target.name()).constData(),
                    replaces ? 0 : RENAME_NOREPLACE) != 0)
        return errno == EEXIST ? existsError(target) : fileError(target.absolute(), errno);
    if (::fsync(parent->fd()) != 0)
        return fileError(target.absolute(), errno);
    return {};
}

void removeLeftover(const RootedPath &target, const Intent &intent)
{
    const QString folder = target.absolute().section(u'/', 0, -2);
    // What is left in the way is only untidy; the outcome is decided by what stands there.
    const auto removed = removeTree(folder + u'/' + temporaryName(intent));
    Q_UNUSED(removed)
}

Result<QString> checkTarget(const CopyPlaces &places, const FolderManifest &manifest,
                            const Value::Map &with, const StepContext &context)
{
    const auto now = treeDigest(places.target, context);
    if (!now)
        return now.error();
    const bool replacesFile = places.targetNow == RootedPath::Type::File && !manifest.isFolder() &&
                              with[QStringLiteral("overwrite")].flag();
    if (now->isEmpty() || *now == manifest.digest() || replacesFile)
        return now;
    return existsError(places.target);
}

void describe(Plan *plan, const CopyPlaces &places, const FolderManifest &manifest,
              const Value::Map &with)
{
    plan->summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Copies %1 to %2."),
                            {places.source, places.target.absolute()});
    plan->facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "From")), places.source},
                   {Message(QT_TRANSLATE_NOOP("Slipway::Message", "To")), places.target.absolute()},
                   {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Size")),
                    sizeText(manifest.fileCount(), manifest.totalSize())}};
    QStringList leftOut = with[QStringLiteral("except")].texts();
    if (manifest.isFolder() && !with[QStringLiteral("with-git")].flag())
        leftOut.prepend(QStringLiteral(".git"));
    if (!leftOut.isEmpty())
        plan->facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Left out")), leftOut.join(u", ")});
}

Value::Map outputsOf(const RootedPath &target, const FolderManifest &manifest)
{
    return {{QStringLiteral("path"), Value(target.absolute())},
            {QStringLiteral("name"), Value(target.name())},
            {QStringLiteral("files"), Value(manifest.fileCount())},
            {QStringLiteral("digest"), Value(manifest.digest())}};
}

Outcome outcomeOf(const Intent &intent)
{
    return Outcome::succeeded(intent.plan.data[QStringLiteral("outputs")].map(),
                              intent.plan.evidence);
}

} // namespace

FilesCopyStep::FilesCopyStep() : m_spec(copySpec()) {}

Result<Plan> FilesCopyStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto places = copyPlaces(with, context);
    if (!places)
        return places.error();
    const FolderManifest::Choice choice{with[QStringLiteral("except")].texts(),
                                        with[QStringLiteral("with-git")].flag()};
    const auto manifest = context.files.manifest(places->source, choice, context.stop);
    if (!manifest)
        return manifest.error();
    const auto now = checkTarget(*places, *manifest, with, context);
    if (!now)
        return now.error();
    const auto evidence =
        storeEvidence(context, QStringLiteral("manifest"), QStringLiteral("json"),
                      manifest->toBytes(), sizeText(manifest->fileCount(), manifest->totalSize()));
    if (!evidence)
        return evidence.error();
    Plan plan;
    describe(&plan, *places, *manifest, with);
    plan.evidence = {*evidence};
    plan.before = {{QStringLiteral("digest"), Value(*now)}};
    plan.data = {{QStringLiteral("source"), Value(places->source)},
                 {QStringLiteral("root"), Value(places->target.root())},
                 {QStringLiteral("path"), Value(places->target.path())},
                 {QStringLiteral("manifest"), Value(evidence->digest)},
                 {QStringLiteral("outputs"), Value(outputsOf(places->target, *manifest))}};
    if (auto kept = keepReplaced(places->target, context, &plan); !kept)
        return kept.error();
    return plan;
}

Outcome FilesCopyStep::act(const Intent &intent, const StepContext &context) const
{
    if (isOwnUndo(intent))
        return actCopyUndo(intent, context);
    const auto target = targetOf(intent);
    if (!target)
        return Outcome::failed(target.error());
    const auto now = treeDigest(*target, context);
    if (!now)
        return Outcome::failed(now.error());
    if (*now == intent.plan.data[QStringLiteral("manifest")].text())
        return outcomeOf(intent);
    if (*now != intent.plan.before[QStringLiteral("digest")].text())
        return Outcome::failed(existsError(*target));
    const auto manifest = plannedManifest(intent, context);
    if (!manifest)
        return Outcome::failed(manifest.error());
    removeLeftover(*target, intent);
    const auto copied = copyAndRename(*manifest, intent, *target, context);
    if (copied)
        return outcomeOf(intent);
    removeLeftover(*target, intent);
    return context.stop.stop_requested() ? Outcome::cancelled() : Outcome::failed(copied.error());
}

Result<Aftermath> FilesCopyStep::rehearse(const Intent &intent, const StepContext &context,
                                          Overlay &overlay) const
{
    const auto target = targetOf(intent);
    const auto manifest = plannedManifest(intent, context);
    if (!target || !manifest)
        return target ? manifest.error() : target.error();
    overlay.putTree(target->absolute(), *manifest,
                    intent.plan.data[QStringLiteral("source")].text(), context.files);
    return Aftermath{outcomeOf(intent).outputs, false};
}

Finding FilesCopyStep::probe(const Intent &intent, const StepContext &context) const
{
    if (isOwnUndo(intent))
        return probeCopyUndo(intent, context);
    const auto target = targetOf(intent);
    const auto now = target ? treeDigest(*target, context) : Result<QString>(target.error());
    if (!now)
        return {Finding::Verdict::Unknown, {}, Message("%1", {now.error().message()}), {}};
    removeLeftover(*target, intent);
    const QString meant = intent.plan.data[QStringLiteral("manifest")].text();
    const QString before = intent.plan.before[QStringLiteral("digest")].text();
    const QList<Fact> facts = treeFacts(target->absolute(), meant, before, *now);
    if (*now == meant)
        return {Finding::Verdict::Done, outcomeOf(intent),
                Message(QT_TRANSLATE_NOOP("Slipway::Message", "The copy is there, complete.")),
                facts};
    if (*now == before)
        return {Finding::Verdict::NotDone,
                {},
                Message(QT_TRANSLATE_NOOP("Slipway::Message", "Nothing was copied yet.")),
                facts};
    return {Finding::Verdict::Foreign,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "%1 is there, but it is not the copy that was meant."),
                    {target->absolute()}),
            facts};
}

Result<std::optional<Plan>> FilesCopyStep::undo(const Intent &done,
                                                const StepContext &context) const
{
    return undoCopy(done, context);
}

} // namespace Slipway
