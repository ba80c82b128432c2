// SPDX-License-Identifier: MIT
#include "core/steps/packagesunpinstep.h"

#include "core/base/canonicaljson.h"
#include "core/packages/namedfiles.h"
#include "core/steps/parameters.h"
#include "core/steps/pinfiles.h"

namespace Slipway {

namespace {

KindSpec unpinSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("packages.unpin");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Takes the versions of Python packages out of Dockerfiles, "
                                  "requirements and pyproject files, and records them.");
    spec.parameters = pinFileParameters();
    spec.outputs = {
        {QStringLiteral("record"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "What was taken out, for packages.pin.")},
        {QStringLiteral("files"), Type::List,
         QT_TRANSLATE_NOOP("Slipway::Help", "The files that changed, below \"in\".")},
        {QStringLiteral("count"), Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "How many versions were taken out.")},
    };
    spec.evidence = {QStringLiteral("diff"), QStringLiteral("packages"),
                     QStringLiteral("left-alone"), QStringLiteral("record")};
    spec.reaches = {{Reach::Path, "", QStringLiteral("files")}};
    return spec;
}

Result<PinRecord> unpinAll(const QList<PinFile> &files, const Value::Map &with,
                           const StepContext &context, PinChanges *changes)
{
    PinRecord record;
    for (const PinFile &file : files) {
        const auto unpinned = unpinFile(file.file.bytes, file.kind, pinOptions(with, file));
        if (!unpinned)
            return unpinned.error().at({file.file.path.absolute()});
        record.add(unpinned->taken);
        auto added =
            changes->add(context, file, unpinned->bytes, unpinned->edits,
                         unpinned->leftAlone +
                             filesNotGiven(unpinned->files, file.file.path.path(), pathsOf(files)));
        if (!added)
            return added.error();
    }
    return record;
}

Result<Evidence> recordEvidence(const PinRecord &record, const StepContext &context)
{
    const auto bytes = canonicalJson(record.toJson());
    if (!bytes)
        return bytes.error();
    return storeEvidence(context, QStringLiteral("record"), QStringLiteral("json"), *bytes);
}

} // namespace

PackagesUnpinStep::PackagesUnpinStep() : m_spec(unpinSpec()) {}

Result<Plan> PackagesUnpinStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto files = selectPinFiles(with, context);
    if (!files)
        return files.error();
    PinChanges changes;
    const auto record = unpinAll(*files, with, context, &changes);
    if (!record)
        return record.error();
    const auto recorded = recordEvidence(*record, context);
    if (!recorded)
        return recorded.error();
    const auto evidence = changes.evidence(context);
    if (!evidence)
        return evidence.error();
    Plan plan;
    plan.summary =
        Message(QT_TRANSLATE_NOOP("Slipway::Message", "Takes %1 versions out of %2 files."),
                {QString::number(changes.count()), QString::number(changes.fileEdits().size())});
    for (const PinFile &file : *files)
        plan.facts.append(
            {Message(QT_TRANSLATE_NOOP("Slipway::Message", "File")), file.file.path.absolute()});
    plan.edits = changes.fileEdits();
    plan.evidence = *evidence;
    plan.evidence.append(*recorded);
    auto finished =
        finishEditPlan(context, &plan,
                       {{QStringLiteral("record"), Value(recorded->digest)},
                        {QStringLiteral("files"), Value::ofTexts(changes.changedFiles())},
                        {QStringLiteral("count"), Value(changes.count())}});
    if (!finished)
        return finished.error();
    return plan;
}

Outcome PackagesUnpinStep::act(const Intent &intent, const StepContext &context) const
{
    return actEdits(intent, context);
}

Finding PackagesUnpinStep::probe(const Intent &intent, const StepContext &context) const
{
    return probeEdits(intent, context);
}

Result<std::optional<Plan>> PackagesUnpinStep::undo(const Intent &done,
                                                    const StepContext &context) const
{
    return undoEdits(done, context);
}

} // namespace Slipway
