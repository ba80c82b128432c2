// SPDX-License-Identifier: MIT
#include "core/steps/packagesfreezestep.h"

#include "core/base/files.h"
#include "core/steps/composeproject.h"
#include "core/steps/freezesource.h"
#include "core/steps/inventoryobject.h"
#include "core/steps/parameters.h"
#include "core/steps/rootedpath.h"
#include "core/steps/undoing.h"

namespace Slipway {

namespace {

constexpr qint64 largestList = 4 * 1024 * 1024;

KindSpec freezeSpec()
{
    KindSpec spec;
    spec.name = QStringLiteral("packages.freeze");
    spec.help = QT_TRANSLATE_NOOP("Slipway::Help",
                                  "Lists the Python packages of a container, an image or a virtual "
                                  "environment with their versions.");
    spec.parameters = {
        optional(QStringLiteral("compose"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "The folder of the compose file; else the workspace.")),
        optional(QStringLiteral("service"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "A service of that file. A stopped container is started and "
                                   "stopped again.")),
        optional(QStringLiteral("container"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Instead: a container, by its name.")),
        optional(QStringLiteral("image"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Instead: an image on the engine.")),
        optional(QStringLiteral("venv"), Type::Directory,
                 QT_TRANSLATE_NOOP("Slipway::Help", "Instead: a virtual environment.")),
        optional(QStringLiteral("to"), Type::Text,
                 QT_TRANSLATE_NOOP("Slipway::Help",
                                   "A file below the workspace that also gets the list.")),
    };
    spec.outputs = {
        {QStringLiteral("inventory"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The list, for packages.pin.")},
        {QStringLiteral("count"), Type::Number,
         QT_TRANSLATE_NOOP("Slipway::Help", "How many packages there are.")},
        {QStringLiteral("file"), Type::Text,
         QT_TRANSLATE_NOOP("Slipway::Help", "The file of \"to\", absolute.")},
    };
    spec.evidence = {QStringLiteral("packages"), QStringLiteral("list"), QStringLiteral("log")};
    spec.reaches = {{Reach::Program, "docker"},
                    {Reach::Image, "", QStringLiteral("image")},
                    {Reach::Path, "", QStringLiteral("to")}};
    return spec;
}

QString label(const Intent &intent)
{
    return intent.plan.data[QStringLiteral("label")].text();
}

Result<Inventory> readList(const Intent &intent, const QByteArray &bytes)
{
    auto inventory = Inventory::fromFreeze(bytes, label(intent));
    if (!inventory)
        return inventory;
    if (!inventory->find(QStringLiteral("pip")))
        return Error(QStringLiteral("packages.no-pip"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The list of %1 has no pip in it, so it is not the list of "
                                       "the environment whose pip was asked."),
                     {label(intent)});
    return inventory;
}

Result<QString> writeFile(const Intent &intent, const QByteArray &bytes, const StepContext &context)
{
    const QString to = intent.with[QStringLiteral("to")].text();
    if (to.isEmpty())
        return QString();
    const auto path = RootedPath::below(context.workspace, to);
    if (!path)
        return path.error();
    if (auto made = path->makeParents(); !made)
        return made.error();
    if (auto written = path->write(bytes, 0644, context.effectKey); !written)
        return written.error();
    return path->absolute();
}

/// The packages as evidence and the object for packages.pin.
Result<Outcome> outcomeOf(const Intent &intent, const QByteArray &bytes, const StepContext &context)
{
    const auto inventory = readList(intent, bytes);
    if (!inventory)
        return inventory.error();
    const auto object = putInventory(context, label(intent), bytes);
    if (!object)
        return object.error();
    QList<PackageRow> rows;
    for (const InstalledPackage &package : inventory->packages())
        rows.append({package.name, {package.version}, {}});
    const QString note = QStringLiteral("%1 packages").arg(rows.size());
    const auto table = packagesEvidence(context, {label(intent)}, rows, note);
    if (!table)
        return table.error();
    const auto list =
        storeEvidence(context, QStringLiteral("list"), QStringLiteral("text"), bytes, note);
    if (!list)
        return list.error();
    const auto file = writeFile(intent, bytes, context);
    if (!file)
        return file.error();
    Value::Map outputs{{QStringLiteral("inventory"), Value(*object)},
                       {QStringLiteral("count"), Value(qint64(rows.size()))}};
    if (!file->isEmpty())
        outputs.insert(QStringLiteral("file"), Value(*file));
    return Outcome::succeeded(outputs, {*table, *list});
}

/// Puts back what an attempt that was cut short left: a container that was stopped stands
/// still again, and the one made for an image is gone.
Result<void> restore(const Intent &intent, const StepContext &context)
{
    const DockerEngine engine = engineOf(context);
    const QString throwAway = intent.plan.data[QStringLiteral("throw-away")].text();
    if (!throwAway.isEmpty() && engine.container(throwAway))
        return engine.remove(throwAway);
    if (!intent.plan.before[QStringLiteral("stopped")].flag())
        return {};
    const auto container = engine.container(intent.plan.data[QStringLiteral("container")].text());
    if (!container && container.error().code() == u"docker.no-container")
        return {};
    if (!container)
        return container.error();
    return container->isRunning() ? engine.stop(container->id) : Result<void>();
}

} // namespace

PackagesFreezeStep::PackagesFreezeStep() : m_spec(freezeSpec()) {}

Result<Plan> PackagesFreezeStep::plan(const Value::Map &with, const StepContext &context) const
{
    const auto source = freezeSource(with, context);
    if (!source)
        return source.error();
    const QString to = with[QStringLiteral("to")].text();
    if (!to.isEmpty()) {
        if (auto path = RootedPath::below(context.workspace, to); !path)
            return path.error();
    }
    Plan plan;
    plan.undo = nothingToUndo();
    plan.summary = Message(QT_TRANSLATE_NOOP("Slipway::Message", "Lists the packages of %1."),
                           {source->label});
    plan.facts = source->facts;
    plan.before = {{QStringLiteral("stopped"), Value(source->wasStopped)}};
    plan.data = {{QStringLiteral("label"), Value(source->label)},
                 {QStringLiteral("container"), Value(source->container)},
                 {QStringLiteral("throw-away"), Value(source->throwAway)}};
    plan.programs = source->programs;
    return plan;
}

Outcome PackagesFreezeStep::conclude(const Intent &intent, const ProgramResult &result,
                                     const StepContext &context) const
{
    const Outcome ended = concludePrograms(result, context);
    if (ended.end != Outcome::End::Succeeded) {
        const auto restored = restore(intent, context);
        return restored ? ended : Outcome::failed(restored.error(), ended.evidence);
    }
    const auto bytes = readFile(context.attempt.captureFile(freezeCapture()), largestList);
    auto outcome = bytes ? outcomeOf(intent, *bytes, context) : Result<Outcome>(bytes.error());
    if (!outcome)
        return Outcome::failed(outcome.error(), ended.evidence);
    outcome->evidence += ended.evidence;
    return *outcome;
}

Result<Aftermath> PackagesFreezeStep::rehearse(const Intent &intent, const StepContext &context,
                                               Overlay &overlay) const
{
    const QString to = intent.with[QStringLiteral("to")].text();
    if (to.isEmpty())
        return Aftermath();
    const auto path = RootedPath::below(context.workspace, to);
    if (!path)
        return path.error();
    overlay.putUnknown(path->absolute(), intent.step);
    return Aftermath{{{QStringLiteral("file"), Value(path->absolute())}}, false};
}

Finding PackagesFreezeStep::probe(const Intent &intent, const StepContext &context) const
{
    if (auto restored = restore(intent, context); !restored)
        return {Finding::Verdict::Unknown, {}, Message("%1", {restored.error().message()}), {}};
    return {Finding::Verdict::NotDone,
            {},
            Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                      "Listing changes nothing, so it can be done again.")),
            {}};
}

} // namespace Slipway
