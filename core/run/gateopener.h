// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/catalogue.h"
#include "core/checklist/checklist.h"
#include "core/run/events.h"
#include "core/run/runservices.h"

#include <functional>

namespace Slipway {

/// What a gate asks, by its checklist and the evidence there is; pure. Without nonce, pack and
/// what a policy asks.
Result<EventBody::NewGate> unsealedGate(const StepKey &key, const RunFold &run,
                                        const Checklist &checklist, const Catalogue &catalogue,
                                        const QString &workspace, qint64 now);

/// Seals the evidence of a gate: evaluates its items, collects the evidence it names, stores
/// the pack as an object, and gives what gate.opened is to hold.
Result<EventBody::NewGate> gateFor(const StepKey &key, const RunFold &run,
                                   const Checklist &checklist, const Catalogue &catalogue,
                                   const RunServices &services);

/// Open gates that have been decided or whose time is over, with "approved", "rejected" or
/// "timed-out".
/// isJudged: whether what somebody signed was looked at and holds; a gate waits for those of its
/// decisions that a policy wants signed.
QList<QPair<StepKey, QString>>
gatesToClose(const RunFold &run, qint64 now,
             const std::function<bool(const GateDecision &)> &isJudged = {});

/// The digest of the policy that is there now, empty: there is none.
Result<QString> policyDigest(const RunServices &services);

} // namespace Slipway
