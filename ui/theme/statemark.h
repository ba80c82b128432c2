// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/state.h"
#include "ui/theme/tokens.h"

#include <QString>

namespace Slipway {

/// The shape that tells a state, never by colour alone.
enum class Mark
{
    Done,      ///< disc with a tick
    Running,   ///< arc that turns
    NeedsYou,  ///< diamond with !
    Failed,    ///< rounded square with a cross
    InDoubt,   ///< hexagon with ?
    ToDo,      ///< open circle
    Skipped,   ///< circle with a dash
    Gate,      ///< shield: a gate that is not open yet
    Cancelled, ///< circle with a stroke across
    Undone,    ///< circle with an arrow back
    Stopped,   ///< circle with two bars: could go on, nobody drives it
    Warned     ///< disc with !: done, with a warning
};

Mark markOf(StepState state, bool isGate = false);
Mark markOf(RunState state);
Tone toneOf(Mark mark);

/// One or two words of the window's language: "Running", "In doubt", "Waiting for you".
QString stateText(StepState state);
QString stateText(RunState state);
QString markText(Mark mark);

} // namespace Slipway
