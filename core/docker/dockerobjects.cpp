// SPDX-License-Identifier: MIT
#include "core/docker/dockerobjects.h"

#include <QJsonArray>

namespace Slipway {

namespace {

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &one : array)
        list.append(one.toString());
    return list;
}

} // namespace

QString Container::project() const
{
    return labels.value(QStringLiteral("com.docker.compose.project"));
}

QString Container::service() const
{
    return labels.value(QStringLiteral("com.docker.compose.service"));
}

int Container::number() const
{
    return labels.value(QStringLiteral("com.docker.compose.container-number")).toInt();
}

QString Container::workingFolder() const
{
    return labels.value(QStringLiteral("com.docker.compose.project.working_dir"));
}

Container Container::fromInspect(const QJsonObject &json)
{
    const QJsonObject state = json[u"State"].toObject();
    const QJsonObject config = json[u"Config"].toObject();
    Container container;
    container.id = json[u"Id"].toString();
    container.name = json[u"Name"].toString();
    if (container.name.startsWith(u'/'))
        container.name.remove(0, 1);
    container.image = config[u"Image"].toString();
    container.imageId = json[u"Image"].toString();
    container.state = state[u"Status"].toString();
    container.health = state[u"Health"].toObject()[u"Status"].toString();
    container.exitCode = state[u"ExitCode"].toInt();
    container.startedAt = state[u"StartedAt"].toString();
    container.environment = texts(config[u"Env"]);
    const QJsonObject labels = config[u"Labels"].toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        container.labels.insert(it.key(), it.value().toString());
    return container;
}

Image Image::fromInspect(const QJsonObject &json)
{
    Image image;
    image.id = json[u"Id"].toString();
    image.tags = texts(json[u"RepoTags"]);
    image.digests = texts(json[u"RepoDigests"]);
    image.environment = texts(json[u"Config"].toObject()[u"Env"]);
    image.size = json[u"Size"].toInteger();
    return image;
}

} // namespace Slipway
