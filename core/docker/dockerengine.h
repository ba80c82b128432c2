// SPDX-License-Identifier: MIT
#pragma once

#include "core/docker/dockerobjects.h"
#include "core/process/ask.h"

#include <QJsonArray>
#include <QList>
#include <functional>

namespace Slipway {

/// Read-only questions to the container engine through its command line, so that contexts,
/// remote engines and credentials work as the user set them up. A value; every call blocks for
/// as long as the program takes: call it from a pool thread.
///
/// Errors of all calls: "docker.missing", "docker.not-running", "docker.no-permission" (each
/// says what to do), "docker.failed" with the program's own words, and those of ask.
class DockerEngine final
{
public:
    using Ask = std::function<Result<Reply>(const Question &)>;

    /// program: "docker" or "podman".
    explicit DockerEngine(Ask ask, QString program = engineProgram());

    /// SLIPWAY_DOCKER, else "docker".
    static QString engineProgram();
    const QString &program() const { return m_program; }

    /// Fails unless the engine itself answers.
    Result<EngineInfo> info() const;
    /// The plugin if there is one, else the program of its own; "docker.no-compose".
    Result<ComposeProgram> composeProgram() const;

    /// All containers, running or not, that carry these labels (an empty value: any value).
    Result<QList<Container>> containers(const QMap<QString, QString> &labels = {}) const;
    /// Those that compose made from a file in this folder.
    Result<QList<Container>> containersOfFolder(const QString &folder) const;
    /// By id or name; "docker.no-container".
    Result<Container> container(const QString &name) const;

    Result<QList<Image>> images() const;
    /// By id or name:tag; "docker.no-image".
    Result<Image> image(const QString &name) const;

    /// Makes a container of an image that is only looked into and never started: remove() it
    /// afterwards, by the name it was given also where this failed half-way. Returns its id.
    Result<QString> createToRead(const QString &imageId, const QString &name) const;
    /// The tar archive of a file or folder of a container, running or not, piece by piece; a
    /// link is not followed. False: there is no such path. take: false ends it
    /// ("program.refused").
    Result<bool> archive(const QString &container, const QString &path,
                         const std::function<bool(const QByteArray &)> &take) const;

    /// Stops a container outside a step's programs, to put a state back.
    Result<void> stop(const QString &container) const;
    /// Removes a container that a step made for itself, running or not.
    Result<void> remove(const QString &container) const;

private:
    Result<Reply> ask(const QStringList &arguments) const;
    Result<void> tell(const QStringList &arguments) const;
    Result<QJsonArray> inspect(const QString &type, const QStringList &names) const;
    Error errorOf(const Reply &reply, const QStringList &arguments) const;

    Ask m_ask;
    QString m_program;
};

/// True if both name the same folder, links resolved.
bool isSameFolder(const QString &first, const QString &second);

} // namespace Slipway
