// SPDX-License-Identifier: MIT
#pragma once

#include "tests/crash/crashscenario.h"
#include "tests/crash/disturbance.h"

/// What came of a run that was disturbed.
struct Journey
{
    int doubts = 0;     ///< steps that a person had to settle
    int failures = 0;   ///< times that the console stopped or a step failed, with a sentence
    QStringList wrongs; ///< empty: the world and the journal are as they must be
};

/// Drives a scenario in a fresh world as a user would: run, what people are asked for, resume,
/// until it has succeeded. mayFail: steps may fail and the console may stop, as long as it
/// says so; then it is tried again. Any thread.
Journey travel(const CrashScenario &scenario, Disturbance &disturbance, bool mayFail);
