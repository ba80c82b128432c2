// SPDX-License-Identifier: MIT
#include "core/checklist/checklist.h"

#include "core/checklist/catalogue.h"

#include <QSet>
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

StepSpec StepSpec::undoStep() const
{
    StepSpec step = *this;
    step.uses = undo->uses;
    step.with = undo->with;
    step.keyPlaces.insert(QStringLiteral("uses"), undo->place);
    // What the step says of repeating itself does not hold for what reverses it.
    step.again = Again::Ask;
    step.probe = {};
    step.undo.reset();
    return step;
}

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

QStringList Checklist::dependents(const QString &id) const
{
    QMap<QString, QStringList> before;
    for (const StepSpec &each : steps)
        before.insert(each.id, prerequisites(each));
    QSet<QString> found{id};
    for (bool isGrowing = true; isGrowing;) {
        isGrowing = false;
        for (const StepSpec &each : steps) {
            const QStringList &needed = before[each.id];
            const bool needsOne = std::any_of(needed.cbegin(), needed.cend(),
                                              [&](const QString &n) { return found.contains(n); });
            if (!needsOne || found.contains(each.id))
                continue;
            found.insert(each.id);
            isGrowing = true;
        }
    }
    QStringList list;
    for (const StepSpec &each : steps) {
        if (each.id != id && found.contains(each.id))
            list.append(each.id);
    }
    return list;
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
