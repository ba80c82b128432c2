// SPDX-License-Identifier: MIT
#include "core/steps/freezesource.h"

#include "core/steps/composeproject.h"
#include "core/steps/rootedpath.h"

#include <QFileInfo>
#include <algorithm>

namespace Slipway {

namespace {

const QStringList pipList{QStringLiteral("list"), QStringLiteral("--format=freeze")};

ProgramSpec programsOf(const QList<Command> &commands, const StepContext &context)
{
    ProgramSpec programs;
    programs.commands = commands;
    programs.directory = context.workspace;
    programs.environment = {{QStringLiteral("PIP_DISABLE_PIP_VERSION_CHECK"), QStringLiteral("1")}};
    return programs;
}

Error noContainerError(const QString &service, const QString &folder, QStringList known)
{
    known.removeDuplicates();
    return {QStringLiteral("packages.no-container"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "No container of the service %1 was made from the compose file in "
                              "%2; there are: %3. Bring the stack up first."),
            {service, folder, known.isEmpty() ? QStringLiteral("-") : known.join(u", ")}};
}

/// Stands in a rehearsal for a container that nobody asked the engine about.
Container unknownContainer(const QString &name, const QString &service)
{
    Container container;
    container.id = shownUnknown(name);
    container.name = container.id;
    container.state = QStringLiteral("running");
    if (!service.isEmpty())
        container.labels.insert(QStringLiteral("com.docker.compose.service"), service);
    return container;
}

/// The service's container with the lowest number.
Result<Container> findContainer(const Value::Map &with, const DockerEngine &engine,
                                const StepContext &context)
{
    const QString name = with[QStringLiteral("service")].text();
    const QString asked = with[QStringLiteral("container")].text();
    if (name.isEmpty()) {
        const auto container = engine.container(asked);
        return !container && isUnknownInRehearsal(container.error())
                   ? Result<Container>(unknownContainer(asked, {}))
                   : container;
    }
    const auto folder = rootFolder(with[QStringLiteral("compose")], context.workspace);
    if (!folder)
        return folder.error();
    const auto all = containersOf(*folder, {}, engine);
    if (!all && isUnknownInRehearsal(all.error()))
        return unknownContainer(name, name);
    if (!all)
        return all.error();
    QStringList known;
    const Container *found = nullptr;
    for (const Container &container : *all) {
        known.append(container.service());
        if (container.service() == name && (!found || container.number() < found->number()))
            found = &container;
    }
    if (!found)
        return noContainerError(name, *folder, known);
    return *found;
}

Result<FreezeSource> fromContainer(const Value::Map &with, const StepContext &context)
{
    const DockerEngine engine = engineOf(context);
    const auto container = findContainer(with, engine, context);
    if (!container)
        return container.error();
    static const QStringList stopped{QStringLiteral("exited"), QStringLiteral("created")};
    FreezeSource source;
    source.label = QStringLiteral("container:") +
                   (container->service().isEmpty() ? container->name : container->service());
    source.container = container->id;
    source.wasStopped = stopped.contains(container->state);
    if (!container->isRunning() && !source.wasStopped)
        return Error(QStringLiteral("packages.container-state"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The container %1 is %2, so that its packages cannot be "
                                       "listed. Start or stop it first."),
                     {container->name, container->state});
    const QString docker = engine.program();
    const Command list{QStringList{docker, QStringLiteral("exec"), QStringLiteral("-e"),
                                   QStringLiteral("PIP_DISABLE_PIP_VERSION_CHECK=1"), container->id,
                                   QStringLiteral("pip")} +
                           pipList,
                       freezeCapture(), false};
    QList<Command> commands{list};
    if (source.wasStopped) {
        commands.prepend({{docker, QStringLiteral("start"), container->id}, {}, false});
        commands.append({{docker, QStringLiteral("stop"), container->id}, {}, true});
    }
    source.programs = programsOf(commands, context);
    source.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Container")), container->name},
                    {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Image")), container->image},
                    {Message(QT_TRANSLATE_NOOP("Slipway::Message", "State before, and after")),
                     container->state}};
    return source;
}

Result<FreezeSource> fromImage(const Value::Map &with, const StepContext &context)
{
    const DockerEngine engine = engineOf(context);
    const QString name = with[QStringLiteral("image")].text();
    auto image = engine.image(name);
    if (!image && isUnknownInRehearsal(image.error())) {
        image = Image();
        image->id = shownUnknown(name);
    }
    if (!image)
        return image.error();
    FreezeSource source;
    source.label = QStringLiteral("image:") + name;
    source.throwAway = QStringLiteral("slipway-") + context.effectKey;
    // By id, so that a tag that moves meanwhile does not change what is listed; without network
    // and rights, as an image is somebody else's program.
    const QStringList argv = QStringList{engine.program(),
                                         QStringLiteral("run"),
                                         QStringLiteral("--rm"),
                                         QStringLiteral("--name"),
                                         source.throwAway,
                                         QStringLiteral("--network"),
                                         QStringLiteral("none"),
                                         QStringLiteral("--read-only"),
                                         QStringLiteral("--cap-drop"),
                                         QStringLiteral("ALL"),
                                         QStringLiteral("--security-opt"),
                                         QStringLiteral("no-new-privileges"),
                                         QStringLiteral("-e"),
                                         QStringLiteral("PIP_DISABLE_PIP_VERSION_CHECK=1"),
                                         QStringLiteral("--entrypoint"),
                                         QStringLiteral("pip"),
                                         image->id} +
                             pipList;
    source.programs = programsOf({{argv, freezeCapture(), false}}, context);
    source.facts = {{Message(QT_TRANSLATE_NOOP("Slipway::Message", "Image")), name},
                    {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Id")), image->id}};
    return source;
}

Result<FreezeSource> fromVenv(const Value::Map &with, const StepContext &context)
{
    const auto folder = rootFolder(with[QStringLiteral("venv")], context.workspace);
    if (!folder)
        return folder.error();
    const QString python = *folder + QStringLiteral("/bin/python");
    const bool isThere = context.files.isRehearsal() ? context.files.exists(python)
                                                     : QFileInfo(python).isExecutable();
    if (!isThere)
        return Error(QStringLiteral("packages.no-venv"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is no virtual environment: it has no bin/python. Make "
                                       "one with python3 -m venv."),
                     {*folder});
    FreezeSource source;
    source.label = QStringLiteral("venv:") + *folder;
    // -I: neither the user's own packages nor PYTHONPATH belong to the environment.
    const QStringList argv =
        QStringList{python, QStringLiteral("-I"), QStringLiteral("-m"), QStringLiteral("pip")} +
        pipList;
    source.programs = programsOf({{argv, freezeCapture(), false}}, context);
    source.facts = {
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Virtual environment")), *folder}};
    return source;
}

} // namespace

Result<FreezeSource> freezeSource(const Value::Map &with, const StepContext &context)
{
    QStringList said;
    for (const QString &name : {QStringLiteral("service"), QStringLiteral("container"),
                                QStringLiteral("image"), QStringLiteral("venv")}) {
        if (!with[name].text().isEmpty())
            said.append(name);
    }
    if (said.size() != 1)
        return Error(QStringLiteral("packages.one-source"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Say where the packages are by exactly one of "
                                       "\"service\", \"container\", \"image\" and "
                                       "\"venv\"."));
    return said.first() == u"image"  ? fromImage(with, context)
           : said.first() == u"venv" ? fromVenv(with, context)
                                     : fromContainer(with, context);
}

} // namespace Slipway
