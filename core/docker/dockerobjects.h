// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Slipway {

/// What the engine says about itself.
struct EngineInfo
{
    QString program; ///< "docker" or "podman"
    QString clientVersion;
    QString serverVersion;
    QString context; ///< docker's context; empty for podman
    QString system;  ///< such as "linux/amd64"
};

/// The program that understands compose files: {"docker", "compose"} or {"docker-compose"}.
struct ComposeProgram
{
    QStringList argv;
    QString version;
};

/// A container in any state, as `inspect` describes it.
struct Container
{
    QString id; ///< whole
    QString name;
    QString image;   ///< as it was asked for, such as python-api:latest
    QString imageId; ///< sha256:…
    QString state;   ///< created, running, paused, restarting, exited, dead
    QString health;  ///< starting, healthy, unhealthy; empty: no check
    int exitCode = 0;
    QString startedAt; ///< as the engine writes it
    QMap<QString, QString> labels;
    QStringList environment; ///< NAME=value, as its programs get it

    bool isRunning() const { return state == u"running"; }
    QString project() const;
    QString service() const;
    int number() const; ///< of a service's containers, from 1
    /// The folder of the compose file; empty when compose did not make it.
    QString workingFolder() const;

    static Container fromInspect(const QJsonObject &json);
};

struct Image
{
    QString id;              ///< sha256:…
    QStringList tags;        ///< name:tag
    qint64 size = 0;         ///< bytes
    QStringList environment; ///< NAME=value
    QStringList digests;     ///< name@sha256:…; empty: it never was in a registry

    static Image fromInspect(const QJsonObject &json);
};

} // namespace Slipway
