// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace Slipway {

/// One word as a shell would read it back.
QString quotedForShell(const QString &word);

/// A program and its arguments as one line that a shell would read the same way; to be shown,
/// never to be run.
QString shownProgram(const QStringList &argv);

/// Output of a program without terminal sequences, each line as it last stood after carriage
/// returns, other controls replaced by U+FFFD.
QString plainOutput(const QString &output);

} // namespace Slipway
