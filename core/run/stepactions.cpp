// SPDX-License-Identifier: MIT
#include "core/run/stepactions.h"

namespace Slipway {

QList<StepAction> actionsOf(const StepView &view)
{
    switch (view.state) {
    case StepState::Waiting:
        if (view.isAsking)
            return {StepAction::Answer, StepAction::Skip};
        if (view.isGate)
            return {StepAction::Approve, StepAction::Reject};
        if (view.waitsForGo)
            return {StepAction::Confirm, StepAction::Skip};
        return {StepAction::Tick, StepAction::Skip};
    case StepState::Running:
        return {StepAction::Cancel};
    case StepState::InDoubt:
        return {StepAction::Settle};
    case StepState::Failed:
    case StepState::Cancelled:
        return {StepAction::Retry, StepAction::Skip};
    case StepState::Pending:
        if (view.triesAgainAt > 0) // now, or not at all
            return {StepAction::Retry, StepAction::Skip, StepAction::Cancel};
        return {StepAction::Skip};
    default:
        return {};
    }
}

} // namespace Slipway
