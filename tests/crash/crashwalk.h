// SPDX-License-Identifier: MIT
#pragma once

#include "tests/crash/journey.h"

#include <memory>

/// What a walk through all numbered places of a scenario found.
struct Walk
{
    int places = 0; ///< how many the scenario has
    int runs = 0;
    int hits = 0;
    int doubts = 0;
    int failures = 0;
    QStringList wrongs; ///< each says which places were hit

    /// One line for the log of the test.
    QString text() const;
};

/// How to walk.
struct WalkPlan
{
    /// The disturbance of the run that begins at place n.
    std::function<std::unique_ptr<Disturbance>(int n)> disturb;
    bool mayFail = false;
    int first = 1;
    int stride = 1;
    int threads = 2; ///< runs side by side
};

/// Runs the scenario again and again, disturbed at first, first + stride, … until it has no
/// place of that number.
Walk walk(const CrashScenario &scenario, const WalkPlan &plan);

/// Every stride-th place, or every SLIPWAY_EVERY-th (1: all of them, by hand). The seed gives the
/// first, so that many runs of a test come by all places.
WalkPlan striding(quint32 seed, int stride);

/// striding, and kills there, and a second time at a point that the seed gives.
WalkPlan killing(quint32 seed, int stride);

/// From SLIPWAY_SEED, else random; says which.
quint32 walkSeed();
