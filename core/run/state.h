// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Slipway {

/// See DESIGN: Words.
enum class StepState
{
    Pending,
    Waiting, ///< for a person
    Running,
    InDoubt,
    Succeeded,
    Failed,
    Cancelled,
    Skipped,
    Undone
};

/// The first that holds, in this order.
enum class RunState
{
    Running,
    InDoubt,
    Failed,
    Waiting,
    Cancelled,
    Undone, ///< its effects were reversed, and nothing is left to do
    Stopped,
    Succeeded
};

QString stateName(StepState state); ///< "pending", "in-doubt", …
QString stateName(RunState state);

} // namespace Slipway
