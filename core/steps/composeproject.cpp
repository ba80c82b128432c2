// SPDX-License-Identifier: MIT
#include "core/steps/composeproject.h"

#include "core/steps/rootedpath.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace Slipway {

namespace {

/// The name that compose gives a project after its folder.
QString nameAfterFolder(const QString &folder)
{
    static const QRegularExpression refused(QStringLiteral("[^-_a-z0-9]"));
    QString name = QFileInfo(folder).fileName().toLower().remove(refused);
    while (name.startsWith(u'-') || name.startsWith(u'_'))
        name.remove(0, 1);
    return name.isEmpty() ? QStringLiteral("default") : name;
}

/// COMPOSE_PROJECT_NAME of the folder's .env; empty if it says none.
QString nameInDotEnv(const QString &folder, const FileView &files)
{
    const auto path = RootedPath::below(folder, QStringLiteral(".env"));
    const auto bytes = files.read(*path, 1024 * 1024);
    if (!bytes || !bytes->has_value())
        return {};
    static const QRegularExpression line(
        QStringLiteral("^[ \\t]*COMPOSE_PROJECT_NAME=[\"']?([-_A-Za-z0-9]+)"),
        QRegularExpression::MultilineOption);
    return line.match(QString::fromUtf8(**bytes)).captured(1);
}

Result<QString> checkedFile(const QString &folder, const QString &file, const FileView &files)
{
    static const QStringList usual{QStringLiteral("compose.yaml"), QStringLiteral("compose.yml"),
                                   QStringLiteral("docker-compose.yaml"),
                                   QStringLiteral("docker-compose.yml")};
    for (const QString &name : file.isEmpty() ? usual : QStringList{file}) {
        const auto path = RootedPath::below(folder, name);
        if (!path)
            return path.error();
        const auto type = files.type(*path);
        if (!type && isUnknownInRehearsal(type.error()))
            return type.error();
        if (type && *type == RootedPath::Type::File)
            return file.isEmpty() ? QString() : path->path();
    }
    return Error(QStringLiteral("compose.no-file"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "There is no compose file %1 in %2. Name the folder that has "
                                   "it, or the file under \"file\"."),
                 {file.isEmpty() ? usual.last() : file, folder});
}

QString projectName(const Value::Map &with, const ComposeProject &project, const FileView &files)
{
    const QString asked = with[QStringLiteral("project")].text();
    if (!asked.isEmpty())
        return asked;
    if (!project.containers.isEmpty())
        return project.containers.first().project();
    const QString inFile = nameInDotEnv(project.folder, files);
    if (!inFile.isEmpty())
        return inFile;
    const QString inEnvironment = qEnvironmentVariable("COMPOSE_PROJECT_NAME");
    return inEnvironment.isEmpty() ? nameAfterFolder(project.folder) : inEnvironment;
}

Result<void> refuseForeign(const ComposeProject &project, const DockerEngine &engine)
{
    const auto named =
        engine.containers({{QStringLiteral("com.docker.compose.project"), project.name}});
    if (!named && isUnknownInRehearsal(named.error()))
        return {};
    if (!named)
        return named.error();
    for (const Container &container : *named) {
        if (isSameFolder(container.workingFolder(), project.folder))
            continue;
        return Error(QStringLiteral("compose.foreign"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The containers of the project %1 were started from %2, not "
                                       "from %3. Bring those down first, or name another project "
                                       "under \"project\"."),
                     {project.name, container.workingFolder(), project.folder});
    }
    return {};
}

} // namespace

DockerEngine engineOf(const StepContext &context)
{
    return DockerEngine(context.ask);
}

QList<Container> ComposeProject::of(const QStringList &services) const
{
    if (services.isEmpty())
        return containers;
    QList<Container> found;
    for (const Container &container : containers) {
        if (services.contains(container.service()))
            found.append(container);
    }
    return found;
}

Result<ComposeProject> composeProject(const Value::Map &with, const QString &folderParameter,
                                      const DockerEngine &engine, const StepContext &context)
{
    const auto folder = rootFolder(with[folderParameter], context.workspace);
    if (!folder)
        return folder.error();
    const auto file = checkedFile(*folder, with[QStringLiteral("file")].text(), context.files);
    if (!file)
        return file.error();
    const auto containers = engine.containersOfFolder(*folder);
    if (!containers && !isUnknownInRehearsal(containers.error()))
        return containers.error();
    ComposeProject project{*folder, *file, {}, containers.valueOr({})};
    project.name = projectName(with, project, context.files);
    if (auto checked = refuseForeign(project, engine); !checked)
        return checked.error();
    return project;
}

Result<QList<Container>> containersOf(const QString &folder, const QStringList &services,
                                      const DockerEngine &engine)
{
    const auto containers = engine.containersOfFolder(folder);
    if (!containers)
        return containers.error();
    return ComposeProject{folder, {}, {}, *containers}.of(services);
}

Value containersValue(const QList<Container> &containers)
{
    Value::List list;
    for (const Container &container : containers)
        list.append(Value::Map{{QStringLiteral("id"), Value(container.id)},
                               {QStringLiteral("name"), Value(container.name)},
                               {QStringLiteral("service"), Value(container.service())},
                               {QStringLiteral("state"), Value(container.state)},
                               {QStringLiteral("started"), Value(container.startedAt)}});
    return list;
}

} // namespace Slipway
