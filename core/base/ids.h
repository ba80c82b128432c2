// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// A new run id: 12 random characters of a-z and 2-7.
QString newRunId();

/// True for texts of the form that newRunId() makes.
bool isRunId(const QString &text);

/// Names one attempt's effect in the outside world: the first 32 hex digits of
/// SHA-256(run, newline, attempt number).
QString effectKey(const QString &runId, int attempt);

/// Ids of steps, inputs, stages and outputs: [a-z][a-z0-9_-]*, at most 64 characters.
bool isIdentifier(const QString &text);

} // namespace Slipway
