// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/composeproject.h"
#include "core/steps/kind.h"

namespace Slipway {

/// What compose would make of each service now, as the label config-hash of its containers; empty
/// if compose cannot say. words: the program, the file and the project.
Value::Map configHashes(const QStringList &words, const QString &folder,
                        const StepContext &context);

/// True if the container is not what the compose file said when it was planned.
bool isOtherwise(const Container &container, const Value::Map &hashes);

/// Puts into the plan of a docker.compose what its undo needs: the project's networks, and the
/// note. before, data and programs have to be set already.
Result<void> keepForUndo(const ComposeProject &project, const StepContext &context, Plan *plan);

/// Kind::undo of docker.compose: what the step made is removed, what it started stopped, what it
/// stopped started. Volumes stay.
Result<std::optional<Plan>> undoCompose(const Intent &done, const StepContext &context);

/// Removes the networks that `up` made, unless containers of the project are left. Any thread that
/// may block.
Result<void> removeNewNetworks(const Intent &up, const StepContext &context);

/// Kind::probe of such an undo.
Finding probeComposeUndo(const Intent &intent, const StepContext &context);

} // namespace Slipway
