// SPDX-License-Identifier: MIT
#pragma once

#include "tests/crash/crashworld.h"

#include <functional>

/// A checklist, the world it starts in, and how that world must look when the run has ended.
struct CrashScenario
{
    const char *name = nullptr;
    /// `@` stands for the folder of the world.
    QByteArray checklist;
    std::function<void(const CrashWorld &)> prepare = [](const CrashWorld &) {};
    /// What is wrong with the world after the run; empty: all is as it must be.
    std::function<QStringList(const CrashWorld &, const QString &run)> wrongs;
    /// For a step in doubt: what a person sees who looks at the world (`done` or `not-done`).
    /// Without it a step in doubt is wrong.
    std::function<QString(const CrashWorld &, const QString &step)> look = {};
    /// Takes away what the folder of the world does not hold, such as containers.
    std::function<void(const CrashWorld &)> cleanUp = [](const CrashWorld &) {};
};

namespace CrashScenarios {

/// Each is small, so that a walk through all of its points is short; together they have every
/// kind of step that needs no Docker engine.
QList<CrashScenario> withoutDocker();

/// The smaller of them, for walks with many places.
QList<CrashScenario> forFaults();

/// The same steps one after the other in one run.
CrashScenario allWithoutDocker();

} // namespace CrashScenarios
