// SPDX-License-Identifier: MIT
#include "core/steps/packagessamestep.h"

#include "core/packages/fileselection.h"
#include "core/packages/sameversion.h"
#include "core/steps/editplan.h"
#include "core/steps/inventoryobject.h"
#include "core/steps/parameters.h"
#include "core/steps/undoing.h"

#include <QFileInfo>

namespace Slipway {

namespace {

/// Outputs are small; all of it is in the evidence.
constexpr qsizetype mostListed = 200;
constexpr qsizetype mostNamed = 5; // in a sentence

const QString countOutput = QStringLiteral("count");
const QString namesOutput = QStringLiteral("names");

KindSpec sameSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("packages.same");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Fails unless each package has one version in all these files "
                                  "and inventories, and shows what would settle those that have "
                                  "several.");
    spec.parameters = {
        listOf(
            Type::Directory,
            optional(QStringLiteral("in"), Type::List,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The folders that the files are below."))),
        optional(QStringLiteral("files"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Patterns of the files; else every Dockerfile, requirements "
                                   "and pyproject file.")),
        optional(QStringLiteral("except"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Patterns of files to leave out, such as temp_builder/**.")),
        optional(QStringLiteral("from"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Inventories: the outputs \"inventory\" of packages.freeze.")),
        optional(QStringLiteral("packages"), Type::List,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Only these packages.")),
        optional(QStringLiteral("report"), Type::Flag,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Only report: succeed whatever is found.")),
    };
    spec.outputs = {
        {countOutput, Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "How many packages have several versions.")},
        {namesOutput, Type::List, QT_TRANSLATE_NOOP("Slipway::Help", "Their names.")},
    };
    spec.evidence = {QStringLiteral("packages")};
    return spec;
}

/// The files of a folder by the patterns, or by their names where there is none.
Result<QStringList> chosenFiles(const QString &root, const Value::Map &with,
                                const StepContext &context)
{
    const auto all = context.files.filesBelow(root);
    if (!all)
        return all;
    QStringList patterns = with[QStringLiteral("files")].texts();
    const bool isByName = patterns.isEmpty();
    if (isByName)
        patterns = {QStringLiteral("**")};
    const auto chosen = selectAmong(*all, root, patterns, with[QStringLiteral("except")].texts());
    if (!chosen || !isByName)
        return chosen;
    QStringList known;
    for (const QString &path : *chosen) {
        if (pinFileKindOf(path))
            known.append(path);
    }
    return known;
}

Result<void> addFolder(const QString &root, const QString &shownAs, const Value::Map &with,
                       const StepContext &context, SameVersion *rule)
{
    const auto paths = chosenFiles(root, with, context);
    if (!paths)
        return paths.error();
    for (const QString &path : *paths) {
        const auto kind = pinFileKindOf(path);
        if (!kind)
            return Error(QStringLiteral("packages.unknown-kind"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The name of %1 does not tell what kind of file it "
                                           "is. Leave it out with \"except\"."),
                         {path});
        const auto file = existingFile(root, path, context);
        if (!file)
            return file.error();
        if (auto added = rule->addFile(shownAs + path, file->bytes, *kind); !added)
            return added.error().at({file->path.absolute()});
    }
    return {};
}

Result<SameVersion> ruleOf(const Value::Map &with, const StepContext &context)
{
    SameVersion rule;
    const QList<Value> folders = with[QStringLiteral("in")].list();
    for (const Value &folder : folders) {
        const auto root = rootFolder(folder, context.workspace);
        if (!root)
            return root.error();
        const QString name = folders.size() > 1 ? QFileInfo(*root).fileName() + u'/' : QString();
        if (auto added = addFolder(*root, name, with, context, &rule); !added)
            return added.error();
    }
    const QStringList digests = with[QStringLiteral("from")].texts();
    for (const QString &digest : digests) {
        const auto inventory = readInventory(context, digest);
        if (!inventory)
            return inventory.error();
        rule.addInventory(*inventory);
    }
    if (folders.isEmpty() && digests.isEmpty())
        return Error(QStringLiteral("packages.nothing-to-compare"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Say where to look: folders with \"in\", inventories with "
                                       "\"from\", or both."));
    return rule;
}

/// "api/Dockerfile" of "api/Dockerfile:12"; of what is installed the whole.
QString sourceOf(const VersionPlace &place)
{
    return place.file.isEmpty() ? place.where : place.file;
}

Result<Evidence> tableOf(const QList<Disagreement> &found, const StepContext &context)
{
    QStringList sources;
    for (const Disagreement &one : found) {
        for (const VersionPlace &place : one.places) {
            if (!sources.contains(sourceOf(place)))
                sources.append(sourceOf(place));
        }
    }
    QList<PackageRow> rows;
    for (const Disagreement &one : found) {
        PackageRow row{one.name, QStringList(sources.size()), QStringList(sources.size())};
        for (const VersionPlace &place : one.places) {
            const qsizetype at = sources.indexOf(sourceOf(place));
            QStringList versions = row.versions[at].split(QLatin1String(", "), Qt::SkipEmptyParts);
            if (!versions.contains(place.version))
                versions.append(place.version);
            row.versions[at] = versions.join(QLatin1String(", "));
            row.where[at] +=
                (row.where[at].isEmpty() ? QString() : QStringLiteral(", ")) + place.where;
        }
        rows.append(row);
    }
    return packagesEvidence(context, sources, rows,
                            QStringLiteral("%1 packages disagree").arg(found.size()));
}

QStringList namesOf(const QList<Disagreement> &found)
{
    QStringList names;
    for (const Disagreement &one : found)
        names.append(one.name);
    return names;
}

Message summaryOf(const QList<Disagreement> &found, int packages)
{
    if (found.isEmpty())
        return Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "Each of %1 packages has one version."),
            {QString::number(packages)});
    return Message(
        QT_TRANSLATE_NOOP("Slipway::Message", "%1 of %2 packages have several versions: %3."),
        {QString::number(found.size()), QString::number(packages),
         namesOf(found).mid(0, mostNamed).join(QLatin1String(", "))});
}

} // namespace

PackagesSameStep::PackagesSameStep() : m_spec(sameSpec()) {}

Result<Plan> PackagesSameStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto rule = ruleOf(with, context);
    if (!rule)
        return rule.error();
    const auto found = rule->disagreements(with[QStringLiteral("packages")].texts());
    const auto table = tableOf(found, context);
    if (!table)
        return table.error();
    Plan plan;
    plan.undo = nothingToUndo();
    plan.summary = summaryOf(found, rule->packages());
    for (const Disagreement &one : found.mid(0, mostListed))
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Would settle it")),
                           QStringLiteral("%1==%2").arg(one.name, one.settled)});
    plan.evidence = {*table};
    plan.data = {
        {QStringLiteral("outputs"),
         Value(Value::Map{{countOutput, Value(qint64(found.size()))},
                          {namesOutput, Value::ofTexts(namesOf(found).mid(0, mostListed))}})}};
    return plan;
}

Outcome PackagesSameStep::act(const Intent &intent, const StepContext &) const
{
    const Value::Map outputs = intent.plan.data[QStringLiteral("outputs")].map();
    const bool agrees = outputs[countOutput].number() == 0;
    if (agrees || intent.with[QStringLiteral("report")].flag())
        return Outcome::succeeded(outputs, intent.plan.evidence);
    return Outcome::failed(
        Error(QStringLiteral("packages.disagree"),
              QT_TRANSLATE_NOOP("Slipway::Error",
                                "These packages have several versions: %1. The table shows where; "
                                "write one version everywhere and build anew."),
              {outputs[namesOutput].texts().mid(0, mostNamed).join(QLatin1String(", "))}),
        intent.plan.evidence);
}

Result<Aftermath> PackagesSameStep::rehearse(const Intent &intent, const StepContext &context,
                                             Overlay &) const
{
    const Outcome found = act(intent, context);
    if (found.end != Outcome::End::Succeeded)
        return found.error;
    return Aftermath{found.outputs, false};
}

Finding PackagesSameStep::probe(const Intent &, const StepContext &) const
{
    return {Finding::Verdict::NotDone,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "Checking changes nothing, so it can be done again.")),
            {}};
}

} // namespace Slipway
