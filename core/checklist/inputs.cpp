// SPDX-License-Identifier: MIT
#include "core/checklist/lint.h"

#include <QRegularExpression>
#include <algorithm>

namespace Slipway {

namespace {

Error inputError(const InputSpec &input, const Error &problem)
{
    return Error(QStringLiteral("input.wrong"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "The input '%1': %2"),
                 {input.name, problem.message()})
        .at(input.place);
}

bool isEmpty(const Value &value)
{
    return value.isNull() || (value.isText() && value.text().isEmpty()) ||
           (value.isList() && value.list().isEmpty()) || (value.isMap() && value.map().isEmpty());
}

/// What an input has that nobody gave: expressions find a list or a flag where one is
/// expected; for the others null, so that a parameter made from it counts as not given.
Value nothing(const TypeSpec &type)
{
    switch (type.type) {
    case Type::List:
        return Value(Value::List());
    case Type::Map:
        return Value(Value::Map());
    case Type::Flag:
        return Value(false);
    default:
        return {};
    }
}

Result<void> checkPattern(const InputSpec &input, const Value &value)
{
    if (input.pattern.isEmpty())
        return {};
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(input.pattern));
    const QStringList texts = value.isList() ? value.texts() : QStringList{value.display()};
    const auto matches = [&](const QString &text) { return pattern.match(text).hasMatch(); };
    if (std::all_of(texts.cbegin(), texts.cend(), matches))
        return {};
    const QString help = input.patternHelp.in(QStringLiteral("en"));
    if (!help.isEmpty())
        return Error(QStringLiteral("input.pattern"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "'%1' does not fit. %2"),
                     {value.display().left(100), help});
    return Error(QStringLiteral("input.pattern"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "'%1' does not match the pattern %2."),
                 {value.display().left(100), input.pattern});
}

Result<Value> resolve(const InputSpec &input, const Value &given, bool existing)
{
    // An empty field of a form says the same as no field; only texts may be empty on purpose.
    const bool isText = input.type.type == Type::Text || input.type.type == Type::Prose;
    const bool isNotGiven = given.isNull() || (!isText && given.isText() && isEmpty(given));
    if (isEmpty(given) && input.isRequired)
        return Error(QStringLiteral("input.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "The input '%1' is needed. Give it a %2."),
                     {input.name, typeName(input.type.type)})
            .at(input.place);
    if (isNotGiven)
        return nothing(input.type);
    auto fitting = conform(given, input.type, existing);
    if (!fitting)
        return inputError(input, fitting.error());
    if (isEmpty(*fitting))
        return fitting;
    if (auto checked = checkPattern(input, *fitting); !checked)
        return inputError(input, checked.error());
    return fitting;
}

Error unknownInput(const Checklist &checklist, const QString &name)
{
    QStringList known;
    for (const InputSpec &input : checklist.inputs)
        known.append(input.name);
    const QString near = nearest(name, known);
    if (near.isEmpty())
        return Error(
            QStringLiteral("input.unknown"),
            QT_TRANSLATE_NOOP("Slipway::Error", "The checklist has no input '%1'. It has: %2."),
            {name.left(100), known.join(QLatin1String(", "))});
    return Error(
        QStringLiteral("input.unknown"),
        QT_TRANSLATE_NOOP("Slipway::Error", "The checklist has no input '%1'; did you mean '%2'?"),
        {name.left(100), near});
}

} // namespace

Result<Value::Map> resolveInputs(const Checklist &checklist, const Value::Map &given, bool existing)
{
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        const InputSpec *input = checklist.input(it.key());
        if (!input)
            return unknownInput(checklist, it.key());
        if (input->isSecret())
            return Error(QStringLiteral("input.secret"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The input '%1' is a secret, and a secret is never "
                                           "given as a value. Use --secret %1, which asks for it."),
                         {input->name})
                .at(input->place);
    }
    Value::Map values;
    for (const InputSpec &input : checklist.inputs) {
        if (input.isSecret())
            continue; // its value is in no journal
        const bool isGiven = given.contains(input.name) && !given[input.name].isNull();
        const Value value = isGiven ? given[input.name] : input.defaultValue.value_or(Value());
        auto resolved = resolve(input, value, existing);
        if (!resolved)
            return resolved.error();
        values.insert(input.name, *resolved);
    }
    return values;
}

} // namespace Slipway
