// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

/// Real programs for tests of the whole: git, docker, slipway itself.
namespace TestPrograms {

struct Finished
{
    int status = -1;        ///< -1: it could not be started, crashed or took too long
    bool wasKilled = false; ///< it ended by a signal, its own or another's
    QString output;
    QString errors;

    /// Status and both texts, for the message of a check that fails.
    QByteArray text() const;
};

/// Runs a program to its end, in a folder, with the given environment (empty: that of this
/// process) and standard input (empty: nothing to read). Any thread.
Finished run(const QStringList &argv, const QString &directory = {}, int timeoutMs = 120'000,
             const QProcessEnvironment &environment = {}, const QByteArray &input = {});

/// Ends all that still runs under a supervisor for the runs below a SLIPWAY_HOME.
void cancelAttempts(const QString &home);

/// True if what a test needs and is missing has to fail it (SLIPWAY_REQUIRE=all).
bool isAllRequired();

} // namespace TestPrograms
