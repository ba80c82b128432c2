// SPDX-License-Identifier: MIT
#include "core/run/scopebuilder.h"

#include "core/checklist/secrethandle.h"
#include "core/run/planner.h"
#include "core/steps/fileview.h"

#include <QFileInfo>

namespace Slipway {

namespace {

constexpr qsizetype longestName = 80;
constexpr qsizetype longestPart = 40;

/// One that went on all the same after a failure says so.
QString outcomeText(const RunFold &run, const InstanceFold &instance)
{
    return run.isWarned(instance) ? QStringLiteral("warned") : stateName(run.state(instance));
}

Value instanceValue(const RunFold &run, const InstanceFold &instance)
{
    return Value(Value::Map{{QStringLiteral("instance"), Value(instance.name)},
                            {QStringLiteral("outcome"), Value(outcomeText(run, instance))},
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
    for (const InstanceFold &instance : step.instances) {
        if (run.isWarned(instance))
            return outcomeText(run, instance);
    }
    return step.instances.isEmpty() ? stateName(StepState::Skipped)
                                    : outcomeText(run, step.instances.first());
}

Value stepValue(const RunFold &run, const StepFold &step)
{
    Value::Map value{{QStringLiteral("outcome"), Value(outcomeOf(run, step))}};
    Value::List all;
    Value::List items;
    for (const InstanceFold &instance : step.instances) {
        all.append(instanceValue(run, instance));
        items.append(instance.item);
    }
    if (step.isForeach || step.skippedBecause)
        value.insert(QStringLiteral("all"), Value(step.skippedBecause ? Value::List() : all));
    if (step.isForeach && !step.skippedBecause)
        value.insert(QStringLiteral("items"), Value(items));
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

QString shortened(const QString &text)
{
    return text.size() <= longestName ? text : text.left(longestName - 1) + u'…';
}

/// A short, readable name for a value of foreach.
QString nameOf(const Value &value)
{
    for (const char *key : {"instance", "name", "id"}) {
        const Value member = value.isMap() ? value[QLatin1String(key)] : Value();
        if (!member.isNull())
            return member.display();
    }
    // Of a combination its values; of other maps and of lists those that are short texts.
    QStringList parts;
    const Value::List values = value.isList() ? value.list() : value.map().values();
    for (const Value &member : values) {
        const QString text = member.display();
        const bool isShort = text.size() <= longestPart && !text.contains(u'\n');
        if (!member.isMap() && !member.isList() && isShort && !text.isEmpty())
            parts.append(text);
    }
    if (value.isMap() || value.isList()) {
        const QString all = parts.join(u',');
        return all.isEmpty() ? QString(QChar(u'…')) : shortened(all);
    }
    const QString text = value.display();
    return shortened(text.startsWith(u'/') ? QFileInfo(text).fileName() : text.simplified());
}

} // namespace

Scope scopeAfter(const RunFold &run, const Checklist &checklist, const QString &workspace)
{
    Scope scope;
    scope.inputs = Value(run.inputs);
    scope.run = Value(Value::Map{{QStringLiteral("id"), Value(run.id)},
                                 {QStringLiteral("workspace"), Value(workspace)}});
    Value::Map secrets;
    const QStringList secretNames = checklist.secrets();
    for (const QString &name : secretNames)
        secrets.insert(name, secretHandle(name));
    scope.secrets = Value(secrets);
    Value::Map steps;
    for (const StepSpec &other : checklist.steps) {
        const auto fold = run.steps.constFind(other.id);
        if (fold != run.steps.cend() && hasEnded(run, other.id))
            steps.insert(other.id, stepValue(run, *fold));
    }
    scope.steps = Value(steps);
    return scope;
}

Scope scopeFor(const RunFold &run, const Checklist &checklist, const StepSpec &step,
               const QString &workspace)
{
    Scope scope = scopeAfter(run, checklist, workspace);
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

QStringList unknownsOf(const QList<Expression::Reference> &references, const Scope &scope)
{
    const Value all(Value::Map{{QStringLiteral("inputs"), scope.inputs},
                               {QStringLiteral("steps"), scope.steps},
                               {QStringLiteral("run"), scope.run},
                               {QStringLiteral("item"), scope.item.value_or(Value())}});
    QStringList unknowns;
    for (const Expression::Reference &reference : references) {
        Value value = all;
        for (const QString &part : reference.path) {
            if (part == Expression::ofInstance)
                break; // which one is known only when it is evaluated
            if (value.isMap())
                value = value[part];
        }
        const QString name = reference.path.join(u'.');
        if (value.hasUnknown() && !unknowns.contains(name))
            unknowns.append(name);
    }
    return unknowns;
}

namespace {

/// The same value with each unknown in it replaced by the text that names it.
Value named(const Value &value, const QString &name)
{
    if (value.isUnknown())
        return Value(shownUnknown(name));
    if (value.isList()) {
        Value::List list;
        const Value::List values = value.list();
        for (const Value &one : values)
            list.append(named(one, name));
        return Value(list);
    }
    if (!value.isMap())
        return value;
    Value::Map map;
    const Value::Map members = value.map();
    for (auto it = members.cbegin(); it != members.cend(); ++it)
        map.insert(it.key(), named(*it, name + u'.' + it.key()));
    return Value(map);
}

/// A text in which every unknown that it reads has its name: one that is only compared, or
/// counted, would give a text that says something wrong, and is named as a whole.
Result<Value> shownText(const Template &text, const Scope &scope)
{
    Scope shown = scope;
    shown.steps = named(scope.steps, QStringLiteral("steps"));
    if (scope.item)
        shown.item = named(*scope.item, QStringLiteral("item"));
    const QStringList unknowns = unknownsOf(text.references(), scope);
    const Value whole(shownUnknown(unknowns.join(u", ")));
    const auto value = text.isExpression() ? Result<Value>(whole) : text.evaluate(shown);
    const bool isComplete =
        value && std::all_of(unknowns.cbegin(), unknowns.cend(), [&](const QString &name) {
            return value->display().contains(shownUnknown(name));
        });
    return isComplete ? value : whole;
}

Result<Value> evaluateShown(const Template &part, const Scope &scope)
{
    const auto value = part.evaluate(scope);
    if (!value || !value->hasUnknown())
        return value;
    if (part.shape() == Value::Kind::Text)
        return shownText(part, scope);
    Value::List list;
    for (const Template &element : part.elements()) {
        const auto one = evaluateShown(element, scope);
        if (!one)
            return one;
        list.append(*one);
    }
    if (part.shape() == Value::Kind::List)
        return Value(list);
    Value::Map map;
    for (auto it = part.members().cbegin(); it != part.members().cend(); ++it) {
        const auto one = evaluateShown(*it, scope);
        if (!one)
            return one;
        map.insert(it.key(), *one);
    }
    return Value(map);
}

} // namespace

QStringList unknownsOf(const StepSpec &step, const KindSpec &kind, const Scope &scope)
{
    QMap<QString, Template> with = step.with;
    fillIn(with, kind, step);
    QList<Expression::Reference> references;
    for (const Template &parameter : std::as_const(with))
        references += parameter.references();
    return unknownsOf(references, scope);
}

namespace {

/// What a program printed may look like a handle; only what the checklist says is one.
bool mayHold(const ParameterSpec &parameter, const Value &value, const QStringList &secrets)
{
    if (parameter.type.type != Type::Secret && parameter.type.secrets == SecretPlace::Nowhere)
        return true;
    const QStringList named = secretNames(value);
    return std::all_of(named.cbegin(), named.cend(),
                       [&](const QString &name) { return secrets.contains(name); });
}

} // namespace

Result<Value::Map> parametersOf(const StepSpec &step, const KindSpec &kind, const Scope &scope,
                                Unknowns unknowns)
{
    const QStringList secrets = step.secrets();
    QMap<QString, Template> with = step.with;
    fillIn(with, kind, step);
    Value::Map values;
    for (auto it = with.cbegin(); it != with.cend(); ++it) {
        const ParameterSpec *parameter = kind.parameter(it.key());
        if (!parameter)
            continue; // lint refuses these; a pinned checklist may be older than the kind
        auto value = unknowns == Unknowns::Shown ? evaluateShown(it.value(), scope)
                                                 : it.value().evaluate(scope);
        if (!value)
            return value.error();
        if (value->isNull())
            continue;
        auto fitting = conform(*value, parameter->type);
        const auto bare = fitting ? Result<Value>(*value) : it.value().evaluate(scope);
        if (!fitting && bare && bare->hasUnknown())
            fitting = Value::unknown();
        if (!fitting)
            return Error(QStringLiteral("step.parameter"),
                         QT_TRANSLATE_NOOP("Slipway::Error", "The parameter %1 of %2: %3"),
                         {it.key(), step.id, fitting.error().message()});
        if (!mayHold(*parameter, *fitting, secrets))
            return Error(QStringLiteral("step.foreign-secret"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The parameter %1 of %2 names a secret that the "
                                           "checklist does not give to this step."),
                         {it.key(), step.id});
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
