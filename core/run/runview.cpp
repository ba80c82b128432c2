// SPDX-License-Identifier: MIT
#include "core/run/runview.h"

namespace Slipway {

namespace {

const StepView *firstIn(const QList<StageView> &stages, StepState state)
{
    for (const StageView &stage : stages) {
        for (const StepView &step : stage.steps) {
            if (step.state != state)
                continue;
            for (const StepView &instance : step.instances) {
                if (instance.state == state)
                    return &instance;
            }
            return &step;
        }
    }
    return nullptr;
}

const StepView *lastStep(const QList<StageView> &stages)
{
    for (auto stage = stages.crbegin(); stage != stages.crend(); ++stage) {
        if (!stage->steps.isEmpty())
            return &stage->steps.last();
    }
    return nullptr;
}

} // namespace

const StepView *RunView::current() const
{
    for (const StepState wanted : {StepState::InDoubt, StepState::Failed, StepState::Waiting,
                                   StepState::Running, StepState::Cancelled, StepState::Pending}) {
        if (const StepView *step = firstIn(stages, wanted))
            return step;
    }
    return lastStep(stages);
}

const StepView *RunView::find(const QString &stepId, const QString &instance) const
{
    for (const StageView &stage : stages) {
        for (const StepView &step : stage.steps) {
            if (step.id != stepId)
                continue;
            for (const StepView &one : step.instances) {
                if (one.instance == instance && !instance.isEmpty())
                    return &one;
            }
            return &step;
        }
    }
    return nullptr;
}

} // namespace Slipway
