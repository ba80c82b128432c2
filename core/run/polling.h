// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/steps/plan.h"

#include <optional>

/// What is decided about a step that asks again and again. Pure functions.
namespace Slipway {

/// The plan of a question that a step asks by its `poll`: it changes nothing, so there is nothing
/// to undo, and it says how long it asks for what.
Plan planToPoll(Plan plan, const StepSpec &step);

/// How the attempt ends after an answer; nothing: it goes on asking. scope: what expressions of
/// the step see. isLate: the time is up, there will be no other answer.
std::optional<Outcome> pollEnd(const PollSpec &poll, Scope scope, const Outcome &answer,
                               bool isLate);

/// An answer in a few lines, for people and for the log.
QString answerText(const Outcome &answer);

} // namespace Slipway
