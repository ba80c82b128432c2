// SPDX-License-Identifier: MIT
#include "core/steps/versionbumpstep.h"

#include "core/packages/versionbump.h"
#include "core/steps/editplan.h"
#include "core/steps/parameters.h"
#include "core/steps/versionmark.h"

#include <QDateTime>

namespace Slipway {

namespace {

KindSpec bumpSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("version.bump");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Raises one number of the version that a pattern marks in a "
                                  "file, or sets it to a given one.");
    spec.parameters = {
        optional(QStringLiteral("in"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder that \"file\" is below; else the workspace.")),
        required(QStringLiteral("file"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The file, below \"in\".")),
        withDash(optional(
            QStringLiteral("pattern"), Type::Text,
            QT_TRANSLATE_NOOP("Slipway::Help",
                              "A regular expression that matches once; its group is the version, "
                              "such as ^version = \"(.+)\"$. Else the version of a "
                              "pyproject.toml or the newest head of a changelog."))),
        optional(QStringLiteral("to"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "The new version; else a number is raised.")),
        optional(QStringLiteral("part"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "Which number to raise: 1 is the first; last, which is used if "
                                   "nothing is said.")),
    };
    spec.outputs = {{QStringLiteral("old"), Type::Text,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The version before.")},
                    {QStringLiteral("new"), Type::Text,
                     QT_TRANSLATE_NOOP("Slipway::Help", "The version after.")}};
    spec.evidence = {QStringLiteral("diff")};
    spec.reaches = {{Reach::Path, "", QStringLiteral("file")}};
    return spec;
}

Result<int> partOf(const Value::Map &with)
{
    const QString text = with[QStringLiteral("part")].display();
    if (text.isEmpty() || text == u"last")
        return -1;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (isNumber && number > 0)
        return number;
    return Error(QStringLiteral("version.part"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "\"%1\" names no number of a version: write 1 for the first, 2 "
                                   "for the second, or last."),
                 {text});
}

Result<QString> newVersion(const Value::Map &with, const VersionMark &place)
{
    const QString to = with[QStringLiteral("to")].text();
    if (!to.isEmpty())
        return to;
    if (place.isNew)
        return Error(QStringLiteral("version.to-needed"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The newest head of the changelog has no version that "
                                       "could be raised. Say the new one with \"to\"."));
    const auto part = partOf(with);
    if (!part)
        return part.error();
    return raised(place.version, *part);
}

Result<VersionMark> placeOf(const Value::Map &with, const EditedFile &file,
                            const StepContext &context)
{
    const QString pattern = with[QStringLiteral("pattern")].text();
    if (pattern.isEmpty()) {
        const QDate today = QDateTime::fromMSecsSinceEpoch(context.now).date();
        return versionMarkIn(file.bytes, file.path.path(), today.toString(Qt::ISODate));
    }
    const auto range = locateMarked(file.bytes, pattern);
    if (!range)
        return range.error();
    return VersionMark{*range, QString::fromUtf8(range->of(file.bytes)), false, {}, {}};
}

} // namespace

VersionBumpStep::VersionBumpStep() : m_spec(bumpSpec()) {}

Result<Plan> VersionBumpStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto file = existingFile(with, context);
    if (!file)
        return file.error();
    const auto place = placeOf(with, *file, context);
    if (!place)
        return place.error().at({file->path.absolute()});
    const QString &old = place->version;
    const auto version = newVersion(with, *place);
    if (!version)
        return version.error();
    const auto bytes =
        withMarkedText(file->bytes, place->range, place->before + *version + place->after);
    if (!bytes)
        return bytes.error();
    const auto edit = planEdit(context, file->path, file->bytes, *bytes);
    if (!edit)
        return edit.error();
    Plan plan;
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Sets %1 to %2 in %3."),
                           {old, *version, file->path.absolute()});
    plan.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "File")), file->path.absolute()},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Before")), old},
                  {Message(QT_TRANSLATE_NOOP("Slipway::Message", "After")), *version}};
    plan.edits = {*edit};
    auto finished = finishEditPlan(
        context, &plan,
        {{QStringLiteral("old"), Value(old)}, {QStringLiteral("new"), Value(*version)}});
    if (!finished)
        return finished.error();
    return plan;
}

Outcome VersionBumpStep::act(const Intent &intent, const StepContext &context) const
{
    return actEdits(intent, context);
}

Finding VersionBumpStep::probe(const Intent &intent, const StepContext &context) const
{
    return probeEdits(intent, context);
}

Result<std::optional<Plan>> VersionBumpStep::undo(const Intent &done,
                                                  const StepContext &context) const
{
    return undoEdits(done, context);
}

} // namespace Slipway
