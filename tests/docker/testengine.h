// SPDX-License-Identifier: MIT
#pragma once

#include "core/docker/dockerengine.h"

#include <QStringList>

/// The real engine for tests, and an image that needs no network.
namespace TestEngine {

/// Why tests cannot use an engine here; empty: they can, and image() is on it.
QString problem();

/// True if a missing engine has to fail the test (SLIPWAY_REQUIRE=all).
bool isRequired();

/// A tiny image: busybox, and a program pip that lists what /packages.txt holds. Runs
/// `sleep 3600` unless told otherwise.
QString image();

/// Runs docker; a status other than 0 ends the test program with what it said.
QByteArray docker(const QStringList &arguments);

/// Removes a container, if it is there.
void remove(const QString &container);

Slipway::DockerEngine engine();

} // namespace TestEngine

/// Skips the test, or fails it where an engine is required.
#define SLIPWAY_NEED_ENGINE()                                                                      \
    do {                                                                                           \
        const QString engineProblem = TestEngine::problem();                                       \
        if (!engineProblem.isEmpty() && TestEngine::isRequired())                                  \
            QFAIL(qPrintable(engineProblem));                                                      \
        if (!engineProblem.isEmpty())                                                              \
            QSKIP(qPrintable(engineProblem));                                                      \
    } while (false)
