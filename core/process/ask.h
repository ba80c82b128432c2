// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <functional>
#include <stop_token>

namespace Slipway {

/// A short, read-only question to a program, such as `git ls-remote` or `docker inspect`.
/// Effects never go this way: they run under the supervisor (attemptfolder.h).
struct Question
{
    QStringList argv;       ///< program and arguments; the program is found in PATH
    QString directory = {}; ///< empty: the root folder
    QMap<QString, QString> environment = {}; ///< added to this process's environment
    QByteArray input = {};                   ///< standard input; empty: /dev/null
    int timeoutMs = 30'000;
    qint64 maxBytes = 16 * 1024 * 1024; ///< of output and of error output, each
    /// Set: gets the output piece by piece as it comes, in the caller's thread, and nothing of
    /// it is kept; false ends the program ("program.refused"). maxBytes does not limit it.
    std::function<bool(const QByteArray &)> takeOutput = {};
    /// It connects to nothing, runs no hook and writes nothing, so that a rehearsal may ask it too.
    bool isLocal = false;
};

struct Reply
{
    int exitCode = 0;
    QByteArray output;
    QByteArray errorOutput;

    bool isSuccess() const { return exitCode == 0; }
};

/// Runs the program and waits; call it from a pool thread, never from the GUI thread.
/// Any exit status is a reply. Errors: "program.missing" (not found or not executable),
/// "program.no-directory", "program.bad-argument" (a NUL in it), "program.timeout",
/// "program.too-much-output", "program.crashed", "program.stopped" (the token asked to stop). The
/// whole process group is ended on time-out and stop. Prompts of git and ssh are switched off
/// (GIT_TERMINAL_PROMPT=0, SSH BatchMode), LC_ALL is C.UTF-8.
Result<Reply> ask(const Question &question, std::stop_token stop = {});

} // namespace Slipway
