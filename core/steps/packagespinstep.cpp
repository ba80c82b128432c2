// SPDX-License-Identifier: MIT
#include "core/steps/packagespinstep.h"

#include "core/base/canonicaljson.h"
#include "core/packages/namedfiles.h"
#include "core/packages/packagename.h"
#include "core/steps/inventoryobject.h"
#include "core/steps/parameters.h"
#include "core/steps/pinfiles.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

/// Outputs are small; all of it is in the evidence.
constexpr qsizetype mostListed = 200;

KindSpec pinSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("packages.pin");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Writes the versions that an inventory has into Dockerfiles, "
                                  "requirements and pyproject files.");
    spec.parameters = pinFileParameters();
    spec.parameters += {
        required(QStringLiteral("from"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Inventories: the outputs \"inventory\" of packages.freeze.")),
        optional(QStringLiteral("record"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The output \"record\" of packages.unpin: pin what it took out, "
                                   "with the operators of then.")),
        optional(QStringLiteral("all"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Pin every name that the inventories know.")),
        optional(QStringLiteral("freeze"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The files, requirements all, become the list of the "
                                   "inventories: lines come and go.")),
        optional(
            QStringLiteral("wheels"), Type::Directory,
            QT_TRANSLATE_NOOP("Slipway::Help", "Where wheels lie whose --hash values to write.")),
        optional(QStringLiteral("check"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Change nothing; fail if a version differs from what is "
                                   "written, or is unknown.")),
    };
    spec.outputs = {
        {QStringLiteral("count"), Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "How many versions were written.")},
        {QStringLiteral("files"), Type::List,
         QT_TRANSLATE_NOOP("Slipway::Help", "The files that changed, below \"in\".")},
        {QStringLiteral("left"), Type::List,
         QT_TRANSLATE_NOOP("Slipway::Help", "Places left alone, each with the reason.")},
        {QStringLiteral("unknown"), Type::List,
         QT_TRANSLATE_NOOP("Slipway::Help",
                           "Names that should get a version and that no inventory knows.")},
    };
    spec.evidence = {QStringLiteral("diff"), QStringLiteral("packages"),
                     QStringLiteral("left-alone")};
    spec.reaches = {{Reach::Path, "", QStringLiteral("files")}};
    return spec;
}

Result<PinRecord> readRecord(const QString &digest, const StepContext &context)
{
    if (digest.isEmpty())
        return PinRecord();
    const auto bytes = context.objects.read(digest);
    if (!bytes)
        return bytes.error();
    const auto json = parseJsonObject(*bytes);
    if (!json)
        return json.error();
    return PinRecord::fromJson(*json);
}

struct PinWork
{
    MergedInventory source;
    PinRecord record;
    PinMode mode = PinMode::PinnedNow;
    WheelHashes hashes;
    PinChanges changes;
    QStringList unknown;
};

Result<WheelHashes> wheelHashes(const Value &folder, const StepContext &context)
{
    if (folder.text().isEmpty())
        return WheelHashes();
    const auto path = rootFolder(folder, context.workspace);
    return path ? WheelHashes::ofFolders({*path}) : Result<WheelHashes>(path.error());
}

Result<PinWork> workOf(const Value::Map &with, const StepContext &context)
{
    const auto source = readInventories(context, with[QStringLiteral("from")].texts());
    if (!source)
        return source.error();
    const QString digest = with[QStringLiteral("record")].text();
    const auto record = readRecord(digest, context);
    if (!record)
        return record.error();
    const bool isAll = with[QStringLiteral("all")].flag();
    const bool isFreeze = with[QStringLiteral("freeze")].flag();
    if ((isAll || isFreeze) && !digest.isEmpty())
        return Error(QStringLiteral("packages.record-or-all"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "\"record\" and \"all\" or \"freeze\" say different things "
                                       "about what to pin; leave one of them out."));
    PinWork work;
    work.source = *source;
    work.record = *record;
    work.mode = isFreeze           ? PinMode::Freeze
                : isAll            ? PinMode::Every
                : digest.isEmpty() ? PinMode::PinnedNow
                                   : PinMode::Recorded;
    const auto hashes = wheelHashes(with[QStringLiteral("wheels")], context);
    if (!hashes)
        return hashes.error();
    work.hashes = *hashes;
    return work;
}

Result<void> refuseConflicts(const PinWork &work, const QList<PinEdit> &edits)
{
    for (const PinEdit &edit : edits) {
        const auto conflict = work.source.conflicts.constFind(normalPackageName(edit.name));
        if (conflict != work.source.conflicts.constEnd())
            return Error(QStringLiteral("packages.conflict"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The inventories have different versions of %1: %2. Pin "
                                           "each file from the one inventory it belongs to."),
                         {edit.name, *conflict});
    }
    return {};
}

Result<void> pinOne(const PinFile &file, const QStringList &paths, const Value::Map &with,
                    const StepContext &context, PinWork *work)
{
    PinEditOptions options = pinOptions(with, file);
    options.hashes = work->hashes;
    const auto pinned = pinFile(file.file.bytes, file.kind, work->source.inventory, work->mode,
                                work->record, options);
    if (!pinned)
        return pinned.error().at({file.file.path.absolute()});
    if (auto checked = refuseConflicts(*work, pinned->edits); !checked)
        return checked;
    work->unknown += pinned->unknownNames;
    return work->changes.add(context, file, pinned->bytes, pinned->edits,
                             pinned->leftAlone +
                                 filesNotGiven(pinned->files, file.file.path.path(), paths));
}

Message summaryOf(const PinWork &work, bool isCheck)
{
    const QStringList arguments{QString::number(work.changes.count()),
                                QString::number(work.changes.fileEdits().size()),
                                work.source.inventory.label()};
    if (isCheck)
        return Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "Compares the pins with %3: %1 versions differ."),
            arguments);
    return Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "Writes %1 versions into %2 files, from %3."),
        arguments);
}

/// What a check found, when it is not as it should be.
Error differsError(const Intent &intent)
{
    const auto outputs = intent.plan.data[QStringLiteral("outputs")];
    const QStringList unknown = outputs[QStringLiteral("unknown")].texts();
    return {QStringLiteral("packages.differs"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 pinned versions differ from what is installed, and these names "
                              "are not installed: %2. The table shows which; pin again from this "
                              "list, or find out what changed."),
            {QString::number(outputs[QStringLiteral("count")].number()),
             unknown.isEmpty() ? QStringLiteral("-") : unknown.join(u", ")}};
}

Plan planOf(const PinWork &work, bool isCheck)
{
    Plan plan;
    plan.summary = summaryOf(work, isCheck);
    for (const FileEdit &edit : work.changes.fileEdits())
        plan.facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "File")), edit.root + u'/' + edit.path});
    if (!work.unknown.isEmpty())
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Not in the inventory")),
                           work.unknown.join(u", ")});
    if (!isCheck)
        plan.edits = work.changes.fileEdits();
    return plan;
}

} // namespace

PackagesPinStep::PackagesPinStep() : m_spec(pinSpec()) {}

Result<Plan> PackagesPinStep::plan(const Value::Map &with, const StepContext &context) const
{
    auto work = workOf(with, context);
    if (!work)
        return work.error();
    const auto files = selectPinFiles(with, context);
    if (!files)
        return files.error();
    for (const PinFile &file : *files) {
        if (auto pinned = pinOne(file, pathsOf(*files), with, context, &*work); !pinned)
            return pinned.error();
    }
    work->unknown.removeDuplicates();
    work->unknown.sort();
    const auto evidence = work->changes.evidence(context);
    if (!evidence)
        return evidence.error();
    Plan plan = planOf(*work, with[QStringLiteral("check")].flag());
    plan.evidence = *evidence;
    auto finished = finishEditPlan(
        context, &plan,
        {{QStringLiteral("count"), Value(work->changes.count())},
         {QStringLiteral("files"), Value::ofTexts(work->changes.changedFiles())},
         {QStringLiteral("left"), Value::ofTexts(work->changes.leftAlone().mid(0, mostListed))},
         {QStringLiteral("unknown"), Value::ofTexts(work->unknown.mid(0, mostListed))}});
    if (!finished)
        return finished.error();
    return plan;
}

Outcome PackagesPinStep::act(const Intent &intent, const StepContext &context) const
{
    if (isOwnUndo(intent) || !intent.with[QStringLiteral("check")].flag())
        return actEdits(intent, context);
    const Outcome found = plannedOutcome(intent);
    const bool isEqual = found.outputs[QStringLiteral("count")].number() == 0 &&
                         found.outputs[QStringLiteral("unknown")].list().isEmpty();
    return isEqual ? found : Outcome::failed(differsError(intent), found.evidence);
}

Result<Aftermath> PackagesPinStep::rehearse(const Intent &intent, const StepContext &context,
                                            Overlay &overlay) const
{
    if (!intent.with[QStringLiteral("check")].flag())
        return Kind::rehearse(intent, context, overlay);
    const Outcome found = act(intent, context); // a check only compares
    return found.end == Outcome::End::Succeeded ? Result<Aftermath>(Aftermath{found.outputs, false})
                                                : Result<Aftermath>(found.error);
}

Finding PackagesPinStep::probe(const Intent &intent, const StepContext &context) const
{
    if (isOwnUndo(intent) || !intent.with[QStringLiteral("check")].flag())
        return probeEdits(intent, context);
    return {Finding::Verdict::NotDone,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "Comparing changes nothing, so it can be done again.")),
            {}};
}

Result<std::optional<Plan>> PackagesPinStep::undo(const Intent &done,
                                                  const StepContext &context) const
{
    return undoEdits(done, context);
}

} // namespace Slipway
