// SPDX-License-Identifier: MIT
#include "core/run/expansion.h"

#include "core/checklist/expressionfunctions.h"
#include "core/run/events.h"
#include "core/run/scopebuilder.h"

namespace Slipway {

namespace {

constexpr qsizetype mostInstances = 1000;

Error noMatrix(const QString &name)
{
    return {QStringLiteral("step.matrix"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "foreach takes a list, or a map of lists of which each combination "
                              "is taken, at most %1 together; '%2' is none or makes them too "
                              "many."),
            {QString::number(mostInstances), name}};
}

/// Each combination of the lists of a map, as a map with one value of each: {a: [1, 2], b: [3]}
/// gives {a: 1, b: 3} and {a: 2, b: 3}. An unknown list makes all of it unknown.
Result<Value> combinations(const Value::Map &lists)
{
    Value::List all{Value(Value::Map())};
    for (auto it = lists.cbegin(); it != lists.cend(); ++it) {
        if (it->isUnknown())
            return *it;
        const Value::List values = it->list();
        if (!it->isList() || all.size() * values.size() > mostInstances)
            return noMatrix(it.key());
        Value::List longer;
        for (const Value &before : std::as_const(all)) {
            for (const Value &value : values) {
                Value::Map combination = before.map();
                combination.insert(it.key(), value);
                longer.append(Value(combination));
            }
        }
        all = longer;
    }
    return Value(all);
}

Expansion notNeeded(const StepSpec &step)
{
    return {EventBody::stepSkippedByCondition(
                step.id, Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                   "Not needed this time: %1 does not hold."),
                                 {step.condition->text().trimmed()})),
            {}};
}

/// Those for which the condition holds, or of which nobody can know yet.
Result<Value::List> neededOf(const Value::List &values, const Expression &condition, Scope scope)
{
    Value::List needed;
    for (const Value &value : values) {
        scope.item = value;
        const auto holds = condition.evaluate(scope);
        if (!holds)
            return holds.error();
        if (holds->isUnknown() || isTrue(*holds))
            needed.append(value);
    }
    return needed;
}

} // namespace

bool isOfEachInstance(const StepSpec &step)
{
    return step.foreachOf && step.condition && step.condition->readsItem();
}

Expansion expand(const RunFold &run, const Checklist &checklist, const StepSpec &step,
                 const QString &workspace)
{
    const Scope scope = scopeFor(run, checklist, step, workspace);
    const bool isOfInstances = isOfEachInstance(step);
    if (step.condition && !isOfInstances) {
        const auto holds = step.condition->evaluate(scope);
        if (!holds)
            return {EventBody::stepUnevaluated(step.id), holds.error()};
        // What nobody can know yet does not stop a step; the step itself then says what it misses.
        if (!holds->isUnknown() && !isTrue(*holds))
            return notNeeded(step);
    }
    if (!step.foreachOf)
        return {EventBody::stepExpanded(step.id), {}};
    const auto given = step.foreachOf->evaluate(scope);
    const auto values = given && given->isMap() ? combinations(given->map()) : given;
    if (!values)
        return {EventBody::stepUnevaluated(step.id), values.error()};
    if (!values->isList())
        return {
            EventBody::stepUnevaluated(step.id),
            Error(QStringLiteral("step.foreach"),
                  QT_TRANSLATE_NOOP("Slipway::Error", "foreach of %1 needs a list and got: %2."),
                  {step.id, values->display()})};
    if (values->list().isEmpty())
        return {EventBody::stepSkippedByCondition(
                    step.id, Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                       "Nothing to do: its list is empty."))),
                {}};
    const auto needed =
        isOfInstances ? neededOf(values->list(), *step.condition, scope) : values->list();
    if (!needed)
        return {EventBody::stepUnevaluated(step.id), needed.error()};
    if (needed->isEmpty())
        return notNeeded(step);
    return {EventBody::stepExpanded(step.id, instancesOf(*needed)), {}};
}

} // namespace Slipway
