// SPDX-License-Identifier: MIT
#include "core/run/stepactions.h"

namespace Slipway {

namespace {

QList<StepAction> gateActions(const GateView &gate)
{
    QList<StepAction> actions;
    if (gate.closedBecause.isEmpty())
        actions = {StepAction::Approve, StepAction::Reject};
    if (gate.canWithdraw)
        actions.append(StepAction::Withdraw);
    return actions;
}

bool isGuarded(const StepView &view)
{
    return view.gate && !view.gate->policyDigest.isEmpty();
}

} // namespace

QList<StepAction> actionsOf(const StepView &view)
{
    switch (view.state) {
    case StepState::Waiting:
        if (view.isAsking)
            return {StepAction::Answer, StepAction::Skip};
        if (view.isGate)
            return gateActions(*view.gate);
        if (view.waitsForGo)
            return {StepAction::Confirm, StepAction::Skip};
        return {StepAction::Tick, StepAction::Skip};
    case StepState::Running:
        return {StepAction::Cancel};
    case StepState::InDoubt:
        return {StepAction::Settle};
    case StepState::Failed:
    case StepState::Cancelled:
        if (isGuarded(view))
            return {StepAction::Retry};
        return {StepAction::Retry, StepAction::Skip};
    case StepState::Pending:
        if (view.triesAgainAt > 0) // now, or not at all
            return {StepAction::Retry, StepAction::Skip, StepAction::Cancel};
        if (isGuarded(view))
            return {};
        return {StepAction::Skip};
    default:
        return {};
    }
}

} // namespace Slipway
