// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1String>

/// The kinds of events, as DESIGN lists them. What their bodies hold stands in events.h.
namespace Slipway::EventKind {

inline constexpr QLatin1String runCreated("run.created");
inline constexpr QLatin1String stepExpanded("step.expanded");
inline constexpr QLatin1String attemptIntended("attempt.intended");
inline constexpr QLatin1String attemptEnded("attempt.ended");
inline constexpr QLatin1String attemptDoubted("attempt.doubted");
inline constexpr QLatin1String gateOpened("gate.opened");
inline constexpr QLatin1String gateRefused("gate.refused");
inline constexpr QLatin1String gateClosed("gate.closed");
inline constexpr QLatin1String leaseTaken("lease.taken");
inline constexpr QLatin1String leaseReleased("lease.released");

inline constexpr QLatin1String stepConfirmed("step.confirmed");
inline constexpr QLatin1String stepTicked("step.ticked");
inline constexpr QLatin1String stepSkipped("step.skipped");
inline constexpr QLatin1String stepRetried("step.retried");
inline constexpr QLatin1String stepReset("step.reset");
inline constexpr QLatin1String stepAnswered("step.answered");
inline constexpr QLatin1String attemptSettled("attempt.settled");
inline constexpr QLatin1String gateDecided("gate.decided");
inline constexpr QLatin1String gateWithdrawn("gate.withdrawn");
inline constexpr QLatin1String runCancelled("run.cancelled");
inline constexpr QLatin1String undoAsked("run.undo-asked");
inline constexpr QLatin1String runNoted("run.noted");

} // namespace Slipway::EventKind
