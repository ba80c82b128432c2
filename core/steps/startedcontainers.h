// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/kind.h"

/// What a step started on the container engine must not outlive its cancel or its time-out: an
/// engine goes on without the program that asked it. All calls ask the engine and block: pool
/// thread. Nothing that was there before, or that others made, is touched.
namespace Slipway {

/// True if the programs were ended before their time.
bool wasCutShort(const ProgramResult &result);

/// `docker run …` and `podman run …` with a label of the attempt; any other argv as it is.
QStringList withEffectLabel(const QStringList &argv, const QString &effectKey);

/// Removes the containers that withEffectLabel labelled, if argv is of that sort.
Result<void> removeLabelled(const QStringList &argv, const StepContext &context);

/// Removes the containers and networks of a compose project that are not in before["there"] and
/// before["networks"], and stops those of before["containers"] that did not run. intent: of
/// docker.compose; nothing happens for an action that starts nothing.
Result<void> takeBackStarted(const Intent &intent, const StepContext &context);

} // namespace Slipway
