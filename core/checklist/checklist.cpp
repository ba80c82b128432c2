// SPDX-License-Identifier: MIT
#include "core/checklist/checklist.h"

#include "core/checklist/catalogue.h"

#include <algorithm>

namespace Slipway {

namespace {

template <typename T, typename Matches>
const T *find(const QList<T> &list, Matches matches)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), matches);
    return found == list.cend() ? nullptr : &*found;
}

} // namespace

const StepSpec *Checklist::step(const QString &id) const
{
    return find(steps, [&](const StepSpec &each) { return each.id == id; });
}

const InputSpec *Checklist::input(const QString &wanted) const
{
    return find(inputs, [&](const InputSpec &each) { return each.name == wanted; });
}

const StageSpec *Checklist::stage(const QString &wanted) const
{
    return find(stages, [&](const StageSpec &each) { return each.name == wanted; });
}

QStringList Checklist::prerequisites(const StepSpec &step) const
{
    QStringList before;
    if (step.needsStagesBefore) {
        for (const StageSpec &each : stages) {
            if (each.name == step.stage)
                break;
            before += each.steps;
        }
    }
    for (const QString &id : step.needs) {
        if (!before.contains(id))
            before.append(id);
    }
    return before;
}

const ParameterSpec *KindSpec::parameter(const QString &wanted) const
{
    return find(parameters, [&](const ParameterSpec &each) { return each.name == wanted; });
}

const OutputSpec *KindSpec::output(const QString &wanted) const
{
    return find(outputs, [&](const OutputSpec &each) { return each.name == wanted; });
}

} // namespace Slipway
