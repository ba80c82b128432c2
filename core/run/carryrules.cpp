// SPDX-License-Identifier: MIT
#include "core/run/carryrules.h"

#include "core/run/eventkinds.h"
#include "core/run/events.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

/// An instance as run.created keeps it. What was taken over once stays that of its first run.
QJsonObject carriedInstance(const RunFold &run, const InstanceFold &instance)
{
    const AttemptFold *attempt = run.lastAttempt(instance);
    CarriedFold carried;
    if (instance.carried) {
        carried = *instance.carried;
    } else {
        carried.run = run.id;
        carried.attempt = attempt ? attempt->number : 0;
        carried.outputs = run.outputs(instance);
        carried.evidence = run.evidence(instance);
        carried.warning = run.warning(instance);
        carried.startedAt = attempt ? attempt->startedAt : instance.tickedAt;
        carried.endedAt = attempt ? attempt->endedAt : instance.tickedAt;
    }
    return EventBody::carriedInstance(instance, carried);
}

} // namespace

CarryRules::CarryRules(const RunFold &run, const Document &before, const Document &after,
                       const Catalogue &catalogue)
    : m_run(run), m_before(before), m_after(after), m_catalogue(catalogue)
{
    // What a step needs stands before it in the checklist, or is found on a later round.
    for (bool hasChanged = true; hasChanged;) {
        hasChanged = false;
        for (const StepSpec &step : m_after.checklist.steps) {
            if (m_again.contains(step.id))
                continue;
            const Message why = whyAgain(step);
            if (!why.isEmpty())
                m_again.insert(step.id, why);
            hasChanged = hasChanged || !why.isEmpty();
        }
    }
}

bool CarryRules::isCarried(const QString &step) const
{
    return m_after.checklist.step(step) && !m_again.contains(step);
}

Message CarryRules::whyAgain(const StepSpec &step) const
{
    if (m_catalogue.value(step.uses).doer == Doer::Quorum)
        return Message(QT_TRANSLATE_NOOP(
            "Slipway::Message", "It is decided again: a decision is about one checklist."));
    const StepSpec *before = m_before.checklist.step(step.id);
    if (!before)
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "It is new."));
    if (before->form != step.form)
        return Message(QT_TRANSLATE_NOOP("Slipway::Message", "It was changed."));
    if (const Message why = whyNotDone(step.id); !why.isEmpty())
        return why;
    const QStringList needed = m_after.checklist.prerequisites(step);
    for (const QString &id : needed) {
        if (!isCarried(id))
            return Message(
                QT_TRANSLATE_NOOP("Slipway::Message", "It needs %1, which is done again."), {id});
    }
    return whyOfReferences(step);
}

Message CarryRules::whyNotDone(const QString &id) const
{
    const Message notDone(QT_TRANSLATE_NOOP("Slipway::Message", "It was not done."));
    const StepFold step = m_run.steps.value(id);
    const bool isSkippedByPerson =
        std::any_of(step.notes.cbegin(), step.notes.cend(),
                    [](const PersonNote &note) { return note.kind == EventKind::stepSkipped; });
    if (!step.isExpanded || isSkippedByPerson)
        return notDone;
    const bool isDone = std::all_of(step.instances.cbegin(), step.instances.cend(),
                                    [&](const InstanceFold &instance) {
                                        return m_run.state(instance) == StepState::Succeeded;
                                    });
    return isDone && (step.skippedBecause || !step.instances.isEmpty()) ? Message() : notDone;
}

/// The same words mean something else when what they look at is another.
Message CarryRules::whyOfReferences(const StepSpec &step) const
{
    const QList<Expression::Reference> references = step.references();
    for (const Expression::Reference &reference : references) {
        const QString root = reference.path.value(0);
        const QString name = reference.path.value(1);
        if (root == QLatin1String("inputs")) {
            const bool isSame = name.isEmpty()
                                    ? m_before.inputs == m_after.inputs
                                    : m_before.inputs.value(name) == m_after.inputs.value(name);
            if (!isSame)
                return Message(
                    QT_TRANSLATE_NOOP("Slipway::Message", "The input %1 is another one."),
                    {name.isEmpty() ? QStringLiteral("inputs") : name});
        }
        if (root == QLatin1String("steps") && !isCarried(name))
            return Message(
                QT_TRANSLATE_NOOP("Slipway::Message", "It looks at %1, which is done again."),
                {name.isEmpty() ? QStringLiteral("steps") : name});
        if (root == QLatin1String("run") && name != QLatin1String("workspace"))
            return Message(
                QT_TRANSLATE_NOOP("Slipway::Message", "It uses the id of the run, a new one."));
    }
    return {};
}

QList<CarryStep> CarryRules::steps() const
{
    QList<CarryStep> steps;
    for (const StepSpec &step : m_after.checklist.steps)
        steps.append({step.id, step.title, isCarried(step.id), m_again.value(step.id)});
    return steps;
}

QJsonArray CarryRules::body() const
{
    QJsonArray body;
    for (const StepSpec &step : m_after.checklist.steps) {
        if (!isCarried(step.id))
            continue;
        const StepFold fold = m_run.steps.value(step.id);
        QJsonObject carried{{QStringLiteral("step"), step.id}};
        if (fold.skippedBecause) {
            carried[QStringLiteral("skipped")] = fold.skippedBecause->toJson();
        } else {
            QJsonArray instances;
            for (const InstanceFold &instance : fold.instances)
                instances.append(carriedInstance(m_run, instance));
            carried[QStringLiteral("foreach")] = fold.isForeach;
            carried[QStringLiteral("instances")] = instances;
        }
        body.append(carried);
    }
    return body;
}

} // namespace Slipway
