// SPDX-License-Identifier: MIT
#pragma once

#include "tests/steps/stepharness.h"

#include <functional>

namespace Slipway {

/// How often something is done and undone: what is left over adds up.
constexpr int undoRounds = 20;

/// Does something and undoes it, again and again, and compares what it was with what it is.
class UndoRounds final
{
public:
    explicit UndoRounds(StepHarness &harness) : m_harness(harness) {}

    /// One attempt; nothing unless it succeeds and its probe agrees.
    std::optional<Intent> did(const Kind &kind, const Value::Map &with);
    /// False unless it went well, its probes say so, and nothing is left to undo.
    bool undid(const Kind &kind, const Intent &done);
    /// Fails the test where a round does not come back to what look gave at first.
    void go(const Kind &kind, const Value::Map &with, int times,
            const std::function<QString()> &look);

private:
    StepHarness &m_harness; // outlives it
};

} // namespace Slipway
