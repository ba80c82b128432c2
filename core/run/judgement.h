// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/run/runfold.h"
#include "core/run/runservices.h"

#include <functional>
#include <stop_token>

namespace Slipway {

struct DecisionStatement;

/// What came of looking at what somebody signed.
struct JudgedDecision
{
    StepKey key;
    qint64 event = 0; ///< number of the decision
    Error why;        ///< why it does not hold; empty: it does
};

/// What a decision on that gate has to have signed.
DecisionStatement statementFor(const RunFold &run, const StepKey &key, const GateFold &gate,
                               const GateDecision &decision, const QString &principal);

/// Looks at the signatures of some decisions of one gate, by the policy that the gate names and by
/// nothing else. Reads objects and runs ssh-keygen; any thread.
QList<JudgedDecision> judge(const RunFold &run, const StepKey &key, const GateFold &gate,
                            const QList<GateDecision> &decisions, const ObjectStore &objects,
                            std::stop_token stop = {});

/// Whether an error says that a decision is wrong, and not that it could not be looked at.
bool isVerdict(const Error &why);

} // namespace Slipway
