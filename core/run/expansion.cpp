// SPDX-License-Identifier: MIT
#include "core/run/expansion.h"

#include "core/checklist/expressionfunctions.h"
#include "core/run/events.h"
#include "core/run/scopebuilder.h"

namespace Slipway {

Expansion expand(const RunFold &run, const Checklist &checklist, const StepSpec &step,
                 const QString &workspace)
{
    const Scope scope = scopeFor(run, checklist, step, workspace);
    if (step.condition) {
        const auto holds = step.condition->evaluate(scope);
        if (!holds)
            return {EventBody::stepUnevaluated(step.id), holds.error()};
        // What nobody can know yet does not stop a step; the step itself then says what it misses.
        if (!holds->isUnknown() && !isTrue(*holds))
            return {
                EventBody::stepSkippedByCondition(
                    step.id, Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                       "Not needed this time: %1 does not hold."),
                                     {step.condition->text().trimmed()})),
                {}};
    }
    if (!step.foreachOf)
        return {EventBody::stepExpanded(step.id), {}};
    const auto values = step.foreachOf->evaluate(scope);
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
    return {EventBody::stepExpanded(step.id, instancesOf(values->list())), {}};
}

} // namespace Slipway
