// SPDX-License-Identifier: MIT
#pragma once

#include "core/docker/dockerengine.h"
#include "core/steps/kind.h"

namespace Slipway {

/// A folder with a compose file, and the containers that compose makes from it. Containers are
/// found by compose's labels, never by name: v1 and v2 name them differently.
struct ComposeProject
{
    QString folder;              ///< absolute
    QString file;                ///< below folder; empty: compose finds it
    QString name;                ///< of the project, as compose is told
    QList<Container> containers; ///< of the folder, in any state

    /// Of these services; of all if the list is empty.
    QList<Container> of(const QStringList &services) const;
};

/// Reads the parameters folderParameter, file and project, and asks the engine. The project's
/// name is that of containers that are there, else the parameter, COMPOSE_PROJECT_NAME of the
/// folder's .env, or the folder's name as compose forms it. Errors: "compose.no-file",
/// "compose.foreign" when a project of that name was started from another folder.
Result<ComposeProject> composeProject(const Value::Map &with, const QString &folderParameter,
                                      const DockerEngine &engine, const StepContext &context);

/// The same for a place that was planned before; nothing is refused.
Result<QList<Container>> containersOf(const QString &folder, const QStringList &services,
                                      const DockerEngine &engine);

/// Containers as a plan keeps them: id, name, service, state and start of each.
Value containersValue(const QList<Container> &containers);

/// The engine as a step asks it.
DockerEngine engineOf(const StepContext &context);

} // namespace Slipway
