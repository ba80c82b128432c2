// SPDX-License-Identifier: MIT
#include "core/run/scopebuilder.h"

#include "core/run/planner.h"

#include <QFileInfo>

namespace Slipway {

namespace {

QString outcomeText(StepState state)
{
    return stateName(state);
}

Value instanceValue(const RunFold &run, const InstanceFold &instance)
{
    return Value(Value::Map{{QStringLiteral("instance"), Value(instance.name)},
                            {QStringLiteral("outcome"), Value(outcomeText(run.state(instance)))},
                            {QStringLiteral("outputs"), Value(run.outputs(instance))}});
}

/// Of many instances the worst outcome speaks for the step.
QString outcomeOf(const RunFold &run, const StepFold &step)
{
    if (step.skippedBecause)
        return stateName(StepState::Skipped);
    for (const StepState bad : {StepState::Failed, StepState::Cancelled}) {
        for (const InstanceFold &instance : step.instances) {
            if (run.state(instance) == bad)
                return stateName(bad);
        }
    }
    return step.instances.isEmpty() ? stateName(StepState::Skipped)
                                    : outcomeText(run.state(step.instances.first()));
}

Value stepValue(const RunFold &run, const StepFold &step)
{
    Value::Map value{{QStringLiteral("outcome"), Value(outcomeOf(run, step))}};
    Value::List all;
    for (const InstanceFold &instance : step.instances)
        all.append(instanceValue(run, instance));
    if (step.isForeach || step.skippedBecause)
        value.insert(QStringLiteral("all"), Value(step.skippedBecause ? Value::List() : all));
    if (!step.isForeach)
        value.insert(QStringLiteral("outputs"), step.instances.isEmpty()
                                                    ? Value(Value::Map())
                                                    : Value(run.outputs(step.instances.first())));
    return Value(value);
}

void fillIn(QMap<QString, Template> &with, const KindSpec &kind, const StepSpec &step)
{
    if (kind.parameter(QStringLiteral("again")) && !with.contains(QStringLiteral("again")))
        with.insert(QStringLiteral("again"),
                    Template::literal(Value(step.again == Again::Safe ? QStringLiteral("safe")
                                                                      : QStringLiteral("ask"))));
    if (kind.parameter(QStringLiteral("probe")) && !step.probe.isNull()) {
        const auto run = step.probe.members().constFind(QStringLiteral("run"));
        if (run != step.probe.members().cend())
            with.insert(QStringLiteral("probe"), *run);
    }
    if (kind.parameter(QStringLiteral("env")) && !step.environment.isEmpty() &&
        !with.contains(QStringLiteral("env")))
        with.insert(QStringLiteral("env"), Template::map(step.environment, step.place));
}

/// A short, readable name for a value of foreach.
QString nameOf(const Value &value)
{
    for (const char *key : {"name", "id"}) {
        const Value member = value.isMap() ? value[QLatin1String(key)] : Value();
        if (!member.isNull())
            return member.display();
    }
    const QString text = value.display();
    return text.startsWith(u'/') ? QFileInfo(text).fileName() : text;
}

} // namespace

Scope scopeFor(const RunFold &run, const Checklist &checklist, const StepSpec &step,
               const QString &workspace)
{
    Scope scope;
    scope.inputs = Value(run.inputs);
    scope.run = Value(Value::Map{{QStringLiteral("id"), Value(run.id)},
                                 {QStringLiteral("workspace"), Value(workspace)}});
    Value::Map steps;
    for (const StepSpec &other : checklist.steps) {
        const auto fold = run.steps.constFind(other.id);
        if (fold != run.steps.cend() && hasEnded(run, other.id))
            steps.insert(other.id, stepValue(run, *fold));
    }
    scope.steps = Value(steps);
    const QStringList before = checklist.prerequisites(step);
    Endings endings(run, checklist);
    scope.anyFailed = std::any_of(before.cbegin(), before.cend(), [&](const QString &id) {
        return endings.isOver(id) && !isDone(run, id);
    });
    return scope;
}

Scope scopeFor(const RunFold &run, const Checklist &checklist, const StepSpec &step,
               const InstanceFold &instance, const QString &workspace)
{
    Scope scope = scopeFor(run, checklist, step, workspace);
    if (step.foreachOf)
        scope.item = instance.item;
    return scope;
}

Result<Value::Map> parametersOf(const StepSpec &step, const KindSpec &kind, const Scope &scope)
{
    QMap<QString, Template> with = step.with;
    fillIn(with, kind, step);
    Value::Map values;
    for (auto it = with.cbegin(); it != with.cend(); ++it) {
        const ParameterSpec *parameter = kind.parameter(it.key());
        if (!parameter)
            continue; // lint refuses these; a pinned checklist may be older than the kind
        auto value = it.value().evaluate(scope);
        if (!value)
            return value.error();
        if (value->isNull())
            continue;
        auto fitting = conform(*value, parameter->type);
        if (!fitting)
            return Error(QStringLiteral("step.parameter"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "The parameter %1 of %2: %3"),
                         {it.key(), step.id, fitting.error().message()});
        values.insert(it.key(), *fitting);
    }
    for (const ParameterSpec &parameter : kind.parameters) {
        if (parameter.isRequired && !values.contains(parameter.name))
            return Error(QStringLiteral("step.parameter-missing"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The parameter %1 of %2 is needed and came out empty."),
                         {parameter.name, step.id});
    }
    return values;
}

QList<QPair<QString, Value>> instancesOf(const Value::List &values)
{
    QList<QPair<QString, Value>> instances;
    QMap<QString, int> seen;
    for (const Value &value : values) {
        QString name = nameOf(value);
        const int count = ++seen[name];
        if (count > 1)
            name += QStringLiteral("~%1").arg(count);
        instances.append({name, value});
    }
    return instances;
}

} // namespace Slipway
