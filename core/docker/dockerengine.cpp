// SPDX-License-Identifier: MIT
#include "core/docker/dockerengine.h"

#include "core/base/canonicaljson.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace Slipway {

namespace {

constexpr int archiveTimeoutMs = 10 * 60 * 1000;

Error missingError(const QString &program)
{
    return {QStringLiteral("docker.missing"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The program %1 was not found. Install Docker or Podman, then try "
                              "again."),
            {program}};
}

Error notRunningError()
{
    return {QStringLiteral("docker.not-running"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "No container engine answers. Start it, such as with \"sudo "
                              "systemctl start docker\", then try again.")};
}

Error permissionError()
{
    return {QStringLiteral("docker.no-permission"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "You may not use the container engine. Add yourself to the group "
                              "docker (\"sudo usermod -aG docker $USER\"), log in anew, then try "
                              "again.")};
}

/// The first line that says something, for a sentence.
QString firstLine(const QByteArray &text)
{
    for (const QByteArray &line : text.split('\n')) {
        if (!line.trimmed().isEmpty())
            return QString::fromUtf8(line.trimmed()).left(300);
    }
    return {};
}

QStringList lines(const QByteArray &text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

QString versionIn(const QByteArray &text)
{
    static const QRegularExpression version(QStringLiteral("\\d+\\.\\d+(?:\\.\\d+)?[-+.\\w]*"));
    return version.match(QString::fromUtf8(text)).captured();
}

} // namespace

bool isSameFolder(const QString &first, const QString &second)
{
    if (QDir::cleanPath(first) == QDir::cleanPath(second))
        return true;
    const QString canonical = QFileInfo(first).canonicalFilePath();
    return !canonical.isEmpty() && canonical == QFileInfo(second).canonicalFilePath();
}

DockerEngine::DockerEngine(Ask ask, QString program)
    : m_ask(std::move(ask)), m_program(std::move(program))
{
}

QString DockerEngine::engineProgram()
{
    return qEnvironmentVariable("SLIPWAY_DOCKER", QStringLiteral("docker"));
}

Error DockerEngine::errorOf(const Reply &reply, const QStringList &arguments) const
{
    const QString detail = QString::fromUtf8(reply.errorOutput);
    if (detail.contains(u"permission denied", Qt::CaseInsensitive) &&
        detail.contains(u"sock", Qt::CaseInsensitive))
        return permissionError().withDetail(detail);
    if (detail.contains(u"Cannot connect to", Qt::CaseInsensitive) ||
        detail.contains(u"Is the docker daemon running", Qt::CaseInsensitive) ||
        detail.contains(u"error during connect", Qt::CaseInsensitive))
        return notRunningError().withDetail(detail);
    return Error(QStringLiteral("docker.failed"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "%1 failed: %2."),
                 {m_program + u' ' + arguments.value(0), firstLine(reply.errorOutput)})
        .withDetail(detail);
}

Result<Reply> DockerEngine::ask(const QStringList &arguments) const
{
    Question question;
    question.argv = QStringList{m_program} + arguments;
    auto reply = m_ask(question);
    if (!reply && reply.error().code() == u"program.missing")
        return missingError(m_program);
    return reply;
}

Result<EngineInfo> DockerEngine::info() const
{
    const QStringList arguments{QStringLiteral("version"), QStringLiteral("--format"),
                                QStringLiteral("{{json .}}")};
    const auto reply = ask(arguments);
    if (!reply)
        return reply.error();
    const auto json = parseJsonObject(reply->output.trimmed());
    const QJsonObject server = json ? (*json)[u"Server"].toObject() : QJsonObject();
    if (!reply->isSuccess() || !json)
        return errorOf(*reply, arguments);
    const QJsonObject client = (*json)[u"Client"].toObject();
    EngineInfo info;
    info.program = m_program;
    info.clientVersion = client[u"Version"].toString();
    // Podman without a service of its own has no server: the program is the engine.
    info.serverVersion = server[u"Version"].toString(info.clientVersion);
    info.context = client[u"Context"].toString();
    info.system = server[u"Os"].toString() + u'/' + server[u"Arch"].toString();
    return info;
}

Result<ComposeProgram> DockerEngine::composeProgram() const
{
    const QList<QStringList> candidates{{m_program, QStringLiteral("compose")},
                                        {m_program + QStringLiteral("-compose")}};
    for (const QStringList &argv : candidates) {
        Question question;
        question.argv = argv + QStringList{QStringLiteral("version"), QStringLiteral("--short")};
        const auto reply = m_ask(question);
        if (!reply && reply.error().code() != u"program.missing")
            return reply.error();
        if (!reply || !reply->isSuccess())
            continue;
        const QString version = versionIn(reply->output);
        if (!version.isEmpty())
            return ComposeProgram{argv, version};
    }
    return Error(QStringLiteral("docker.no-compose"),
                 QT_TRANSLATE_NOOP("Slipway::Error",
                                   "Neither \"%1 compose\" nor \"%1-compose\" is there. Install "
                                   "the compose plugin, then try again."),
                 {m_program});
}

Result<QJsonArray> DockerEngine::inspect(const QString &type, const QStringList &names) const
{
    const QStringList arguments =
        QStringList{type, QStringLiteral("inspect"), QStringLiteral("--")} + names;
    const auto reply = ask(arguments);
    if (!reply)
        return reply.error();
    const QJsonArray found = QJsonDocument::fromJson(reply->output).array();
    // One that is gone since it was listed fails the whole call; the others are printed.
    const bool isOnlyGone = reply->errorOutput.toLower().contains("no such");
    if (!reply->isSuccess() && !isOnlyGone)
        return errorOf(*reply, arguments);
    return found;
}

Result<QList<Container>> DockerEngine::containers(const QMap<QString, QString> &labels) const
{
    QStringList arguments{QStringLiteral("ps"), QStringLiteral("--all"), QStringLiteral("--quiet"),
                          QStringLiteral("--no-trunc")};
    for (auto it = labels.begin(); it != labels.end(); ++it)
        arguments << QStringLiteral("--filter")
                  << QStringLiteral("label=") + it.key() +
                         (it.value().isEmpty() ? QString() : u'=' + it.value());
    const auto reply = ask(arguments);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return errorOf(*reply, arguments);
    const QStringList ids = lines(reply->output);
    if (ids.isEmpty())
        return QList<Container>();
    const auto objects = inspect(QStringLiteral("container"), ids);
    if (!objects)
        return objects.error();
    QList<Container> found;
    for (const auto &object : *objects)
        found.append(Container::fromInspect(object.toObject()));
    return found;
}

Result<QList<Container>> DockerEngine::containersOfFolder(const QString &folder) const
{
    // Compared here and not by the engine: the label may hold the folder under another name.
    auto all = containers({{QStringLiteral("com.docker.compose.project"), QString()}});
    if (!all)
        return all;
    all->removeIf([&](const Container &container) {
        return !isSameFolder(container.workingFolder(), folder);
    });
    return all;
}

Result<Container> DockerEngine::container(const QString &name) const
{
    const auto objects = inspect(QStringLiteral("container"), {name});
    if (!objects)
        return objects.error();
    if (objects->isEmpty())
        return Error(QStringLiteral("docker.no-container"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There is no container %1. See \"docker ps -a\" for those "
                                       "that there are."),
                     {name});
    return Container::fromInspect(objects->first().toObject());
}

Result<QList<Image>> DockerEngine::images() const
{
    const QStringList arguments{QStringLiteral("images"), QStringLiteral("--quiet"),
                                QStringLiteral("--no-trunc")};
    const auto reply = ask(arguments);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return errorOf(*reply, arguments);
    QStringList ids = lines(reply->output);
    ids.removeDuplicates();
    if (ids.isEmpty())
        return QList<Image>();
    const auto objects = inspect(QStringLiteral("image"), ids);
    if (!objects)
        return objects.error();
    QList<Image> found;
    for (const auto &object : *objects)
        found.append(Image::fromInspect(object.toObject()));
    return found;
}

Result<Image> DockerEngine::image(const QString &name) const
{
    const auto objects = inspect(QStringLiteral("image"), {name});
    if (!objects)
        return objects.error();
    if (objects->isEmpty())
        return Error(QStringLiteral("docker.no-image"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There is no image %1 on the engine. Build or pull it "
                                       "first."),
                     {name});
    return Image::fromInspect(objects->first().toObject());
}

Result<QString> DockerEngine::createToRead(const QString &imageId, const QString &name) const
{
    // Whatever the image would run: it is never started, and could reach nothing if it were.
    const QStringList arguments{QStringLiteral("create"),
                                QStringLiteral("--name"),
                                name,
                                QStringLiteral("--network"),
                                QStringLiteral("none"),
                                QStringLiteral("--label"),
                                QStringLiteral("slipway.purpose=read"),
                                QStringLiteral("--entrypoint"),
                                QStringLiteral("/never-started"),
                                imageId};
    const auto reply = ask(arguments);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return errorOf(*reply, arguments);
    return QString::fromUtf8(reply->output).trimmed();
}

Result<bool> DockerEngine::archive(const QString &container, const QString &path,
                                   const std::function<bool(const QByteArray &)> &take) const
{
    Question question;
    question.argv = {m_program, QStringLiteral("cp"), QStringLiteral("--"), container + u':' + path,
                     QStringLiteral("-")};
    question.timeoutMs = archiveTimeoutMs;
    question.takeOutput = take;
    const auto reply = m_ask(question);
    if (!reply)
        return reply.error();
    if (reply->isSuccess())
        return true;
    const QString said = QString::fromUtf8(reply->errorOutput);
    if (said.contains(u"No such container:path") || said.contains(u"Could not find the file"))
        return false;
    return errorOf(*reply, {QStringLiteral("cp")});
}

Result<void> DockerEngine::stop(const QString &container) const
{
    return tell({QStringLiteral("stop"), QStringLiteral("--"), container});
}

Result<void> DockerEngine::remove(const QString &container) const
{
    return tell({QStringLiteral("rm"), QStringLiteral("--force"), QStringLiteral("--"), container});
}

Result<void> DockerEngine::tell(const QStringList &arguments) const
{
    const auto reply = ask(arguments);
    if (!reply)
        return reply.error();
    if (!reply->isSuccess())
        return errorOf(*reply, arguments);
    return {};
}

} // namespace Slipway
