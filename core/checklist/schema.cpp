// SPDX-License-Identifier: MIT
#include "core/checklist/schema.h"

#include <QJsonArray>
#include <QSet>

namespace Slipway {

namespace {

// Whole numbers, true and null need no quotes in YAML to be taken as text.
const char *const texts[] = {"string", "number", "boolean"};

QJsonArray arrayOf(std::initializer_list<const char *> names)
{
    QJsonArray array;
    for (const char *name : names)
        array.append(QLatin1String(name));
    return array;
}

QJsonObject typed(std::initializer_list<const char *> types)
{
    return {{QStringLiteral("type"), arrayOf(types)}};
}

QJsonObject text()
{
    return typed({texts[0], texts[1], texts[2]});
}

QJsonObject reference(const char *name)
{
    return {{QStringLiteral("$ref"), QStringLiteral("#/$defs/%1").arg(QLatin1String(name))}};
}

QJsonObject anyOf(const QJsonArray &schemas)
{
    return {{QStringLiteral("anyOf"), schemas}};
}

/// Or ${{ }} in its place.
QJsonObject orExpression(const QJsonObject &schema)
{
    return anyOf({schema, reference("expression")});
}

QJsonObject number(int least, int most)
{
    return {{QStringLiteral("type"), QStringLiteral("integer")},
            {QStringLiteral("minimum"), least},
            {QStringLiteral("maximum"), most}};
}

QJsonObject enumeration(const QStringList &names)
{
    return {{QStringLiteral("enum"), QJsonArray::fromStringList(names)}};
}

/// A map with these keys and no others.
QJsonObject mapOf(const QJsonObject &properties, const QStringList &required = {})
{
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("required"), QJsonArray::fromStringList(required)},
            {QStringLiteral("additionalProperties"), false}};
}

QJsonObject described(QJsonObject schema, const char *help)
{
    if (*help != '\0')
        schema[QStringLiteral("description")] = QString::fromUtf8(help);
    return schema;
}

/// What may stand for a value of that type before anything is evaluated.
QJsonObject valueOf(const TypeSpec &type)
{
    const QJsonObject expression = reference("expression");
    switch (type.type) {
    case Type::Any:
        return {};
    case Type::Secret:
        return expression;
    case Type::Flag:
        return typed({"boolean", "string"});
    case Type::Number:
        return typed({"integer", "string"});
    case Type::Localized:
        return reference("localized");
    case Type::Map:
        return anyOf({typed({"object"}), expression});
    case Type::Choice:
        return anyOf({enumeration(type.choices), expression});
    case Type::List: {
        QJsonObject element = valueOf({type.element, type.choices, Type::Text, true});
        // One alone is a list of one, and a list in a list of texts stands for its elements.
        const QJsonObject list{{QStringLiteral("type"), QStringLiteral("array")},
                               {QStringLiteral("items"), anyOf({element, typed({"array"})})}};
        return element.isEmpty() ? QJsonObject() : anyOf({list, element, expression});
    }
    default:
        return text();
    }
}

QJsonObject withOf(const KindSpec &kind)
{
    QJsonObject properties;
    QStringList required;
    for (const ParameterSpec &parameter : kind.parameters) {
        QJsonObject value = valueOf(parameter.type);
        if (parameter.isRequired)
            required.append(parameter.name);
        else if (!value.isEmpty())
            value = anyOf({value, typed({"null"})});
        if (parameter.isRequired && value.isEmpty())
            value = {{QStringLiteral("not"), typed({"null"})}};
        properties[parameter.name] = described(value, parameter.help);
    }
    return mapOf(properties, required);
}

/// `uses` and `with` of a step, or of what undoes one: for each kind its own parameters.
QJsonObject usingKinds(const Catalogue &catalogue, bool onlyMachines)
{
    QStringList names;
    QJsonArray rules;
    for (const KindSpec &kind : catalogue) {
        if (onlyMachines && kind.doer != Doer::Machine)
            continue;
        names.append(kind.name);
        const QJsonObject with = withOf(kind);
        QJsonObject then{
            {QStringLiteral("properties"), QJsonObject{{QStringLiteral("with"), with}}}};
        if (!with[QLatin1String("required")].toArray().isEmpty())
            then[QStringLiteral("required")] = QJsonArray{QStringLiteral("with")};
        const QJsonObject isKind{
            {QStringLiteral("properties"),
             QJsonObject{
                 {QStringLiteral("uses"), QJsonObject{{QStringLiteral("const"), kind.name}}}}}};
        rules.append(QJsonObject{{QStringLiteral("if"), isKind}, {QStringLiteral("then"), then}});
    }
    return {
        {QStringLiteral("properties"), QJsonObject{{QStringLiteral("uses"), enumeration(names)}}},
        {QStringLiteral("allOf"), rules}};
}

QJsonObject stepProperties()
{
    const QJsonObject duration = orExpression(reference("duration"));
    const QJsonObject condition = text();
    const QJsonObject run =
        mapOf({{QStringLiteral("run"), QJsonObject()}}, {QStringLiteral("run")});
    const QJsonObject retry = mapOf({{QStringLiteral("attempts"), orExpression(number(2, 20))},
                                     {QStringLiteral("wait"), duration},
                                     {QStringLiteral("backoff"), orExpression(number(1, 10))}},
                                    {QStringLiteral("attempts")});
    const QJsonObject poll = mapOf({{QStringLiteral("every"), duration},
                                    {QStringLiteral("until"), condition},
                                    {QStringLiteral("fails"), condition}},
                                   {QStringLiteral("every"), QStringLiteral("until")});
    const QJsonObject environment{
        {QStringLiteral("type"), QStringLiteral("object")},
        {QStringLiteral("propertyNames"),
         QJsonObject{{QStringLiteral("pattern"), QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$")}}}};
    return {{QStringLiteral("id"), reference("name")},
            {QStringLiteral("title"), reference("localized")},
            {QStringLiteral("help"), reference("localized")},
            {QStringLiteral("uses"), QJsonObject()},
            {QStringLiteral("with"), typed({"object"})},
            {QStringLiteral("needs"), reference("texts")},
            {QStringLiteral("if"), condition},
            {QStringLiteral("foreach"),
             anyOf({typed({"array"}), reference("expression"), typed({"object"})})},
            {QStringLiteral("timeout"), duration},
            {QStringLiteral("mode"), enumeration({QStringLiteral("auto"), QStringLiteral("confirm"),
                                                  QStringLiteral("manual")})},
            {QStringLiteral("again"), enumeration({QStringLiteral("ask"), QStringLiteral("safe")})},
            {QStringLiteral("on-failure"),
             enumeration({QStringLiteral("fail"), QStringLiteral("warn")})},
            {QStringLiteral("probe"), run},
            {QStringLiteral("undo"), reference("undo")},
            {QStringLiteral("env"), environment},
            {QStringLiteral("retry"), retry},
            {QStringLiteral("poll"), poll},
            {QStringLiteral("parallel"), number(1, 64)}};
}

QJsonObject include()
{
    return mapOf({{QStringLiteral("include"), text()},
                  {QStringLiteral("id"), reference("name")},
                  {QStringLiteral("with"), typed({"object"})},
                  {QStringLiteral("needs"), reference("texts")},
                  {QStringLiteral("if"), text()}},
                 {QStringLiteral("include"), QStringLiteral("id")});
}

QJsonObject merged(QJsonObject left, const QJsonObject &right)
{
    for (auto it = right.constBegin(); it != right.constEnd(); ++it)
        left[it.key()] = it.value();
    return left;
}

QJsonObject step(const Catalogue &catalogue)
{
    return merged(mapOf(stepProperties(), {QStringLiteral("id"), QStringLiteral("uses")}),
                  {{QStringLiteral("allOf"), QJsonArray{usingKinds(catalogue, false)}}});
}

QJsonObject undo(const Catalogue &catalogue)
{
    const QJsonObject keys = mapOf(
        {{QStringLiteral("uses"), QJsonObject()}, {QStringLiteral("with"), typed({"object"})}},
        {QStringLiteral("uses")});
    return merged(keys, {{QStringLiteral("allOf"), QJsonArray{usingKinds(catalogue, true)}}});
}

QJsonObject input()
{
    QStringList types;
    for (int i = 0; i < int(Type::Any); ++i)
        types.append(typeName(static_cast<Type>(i)));
    QStringList elements = types;
    elements.removeAll(typeName(Type::List));
    elements.removeAll(typeName(Type::Secret));
    return mapOf({{QStringLiteral("type"), enumeration(types)},
                  {QStringLiteral("of"), enumeration(elements)},
                  {QStringLiteral("title"), reference("localized")},
                  {QStringLiteral("help"), reference("localized")},
                  {QStringLiteral("default"), QJsonObject()},
                  {QStringLiteral("required"), typed({"boolean"})},
                  {QStringLiteral("allow-dash"), typed({"boolean"})},
                  {QStringLiteral("choices"), reference("texts")},
                  {QStringLiteral("pattern"), text()},
                  {QStringLiteral("pattern-help"), reference("localized")}});
}

QJsonObject followUp()
{
    return mapOf({{QStringLiteral("checklist"), text()},
                  {QStringLiteral("title"), reference("localized")},
                  {QStringLiteral("help"), reference("localized")},
                  {QStringLiteral("if"), text()},
                  {QStringLiteral("with"), typed({"object"})}},
                 {QStringLiteral("checklist"), QStringLiteral("title")});
}

QJsonObject listOf(const char *definition)
{
    return {{QStringLiteral("type"), QStringLiteral("array")},
            {QStringLiteral("minItems"), 1},
            {QStringLiteral("items"), reference(definition)}};
}

QJsonObject inputs()
{
    return {{QStringLiteral("type"), arrayOf({"object", "null"})},
            {QStringLiteral("propertyNames"), reference("name")},
            {QStringLiteral("additionalProperties"), reference("input")}};
}

QJsonObject definitions(const Catalogue &catalogue)
{
    const QString name = QStringLiteral("^[a-z][a-z0-9_-]{0,63}$");
    const QString language = QStringLiteral("^[a-z]{2,3}(_[A-Z]{2})?$");
    const QJsonObject byLanguage{
        {QStringLiteral("type"), QStringLiteral("object")},
        {QStringLiteral("minProperties"), 1},
        {QStringLiteral("propertyNames"), QJsonObject{{QStringLiteral("pattern"), language}}},
        {QStringLiteral("additionalProperties"), text()}};
    const QJsonObject lists{{QStringLiteral("type"), QStringLiteral("array")},
                            {QStringLiteral("items"), text()}};
    QJsonObject item{{QStringLiteral("if"), QJsonObject{{QStringLiteral("required"),
                                                         QJsonArray{QStringLiteral("include")}}}},
                     {QStringLiteral("then"), reference("include")},
                     {QStringLiteral("else"), reference("step")}};
    item[QStringLiteral("type")] = QStringLiteral("object");
    return {{QStringLiteral("name"),
             // Plain true and null are names as well.
             merged(typed({"string", "boolean", "null"}), {{QStringLiteral("pattern"), name}})},
            {QStringLiteral("localized"), anyOf({text(), byLanguage})},
            {QStringLiteral("texts"), anyOf({text(), lists})},
            {QStringLiteral("expression"),
             QJsonObject{{QStringLiteral("type"), QStringLiteral("string")},
                         {QStringLiteral("pattern"), QStringLiteral("\\$\\{\\{")}}},
            {QStringLiteral("duration"),
             QJsonObject{{QStringLiteral("type"), QStringLiteral("string")},
                         {QStringLiteral("pattern"), QStringLiteral("^[0-9]{1,6}(ms|s|m|h|d)$")}}},
            {QStringLiteral("input"), input()},
            {QStringLiteral("item"), item},
            {QStringLiteral("include"), include()},
            {QStringLiteral("step"), step(catalogue)},
            {QStringLiteral("undo"), undo(catalogue)},
            {QStringLiteral("follow-up"), followUp()},
            {QStringLiteral("stage"), mapOf({{QStringLiteral("name"), reference("name")},
                                             {QStringLiteral("title"), reference("localized")},
                                             {QStringLiteral("steps"), listOf("item")}},
                                            {QStringLiteral("name"), QStringLiteral("steps")})}};
}

} // namespace

QJsonObject checklistSchema(const Catalogue &catalogue)
{
    const QJsonObject version{{QStringLiteral("const"), 1}};
    const QJsonObject checklist =
        mapOf({{QStringLiteral("slipway"), version},
               {QStringLiteral("name"), reference("name")},
               {QStringLiteral("title"), reference("localized")},
               {QStringLiteral("help"), reference("localized")},
               {QStringLiteral("parallel"), number(1, 64)},
               {QStringLiteral("inputs"), inputs()},
               {QStringLiteral("stages"), listOf("stage")},
               {QStringLiteral("follow-up"), listOf("follow-up")}},
              {QStringLiteral("slipway"), QStringLiteral("name"), QStringLiteral("stages")});
    const QJsonObject group = mapOf({{QStringLiteral("slipway"), version},
                                     {QStringLiteral("help"), reference("localized")},
                                     {QStringLiteral("parameters"), inputs()},
                                     {QStringLiteral("steps"), listOf("item")}},
                                    {QStringLiteral("slipway"), QStringLiteral("steps")});
    const QJsonObject isGroup{{QStringLiteral("required"), QJsonArray{QStringLiteral("steps")}}};
    return {
        {QStringLiteral("$schema"), QStringLiteral("https://json-schema.org/draft/2020-12/schema")},
        {QStringLiteral("$id"), QStringLiteral("urn:slipway:checklist:1")},
        {QStringLiteral("title"), QStringLiteral("A checklist of Slipway")},
        {QStringLiteral("type"), QStringLiteral("object")},
        {QStringLiteral("if"), isGroup},
        {QStringLiteral("then"), group},
        {QStringLiteral("else"), checklist},
        {QStringLiteral("$defs"), definitions(catalogue)}};
}

bool isProblemOfShape(const QString &code)
{
    static const QSet<QString> codes{
        QStringLiteral("checklist.not-a-map"),   QStringLiteral("checklist.unknown-key"),
        QStringLiteral("checklist.missing-key"), QStringLiteral("checklist.name"),
        QStringLiteral("checklist.number"),      QStringLiteral("checklist.choice"),
        QStringLiteral("checklist.language"),    QStringLiteral("checklist.version"),
        QStringLiteral("checklist.expected"),    QStringLiteral("checklist.inputs"),
        QStringLiteral("checklist.env"),         QStringLiteral("lint.kind"),
        QStringLiteral("lint.parameter"),        QStringLiteral("lint.missing-parameter"),
        QStringLiteral("lint.undo-by-people"),   QStringLiteral("lint.language-name")};
    return codes.contains(code);
}

} // namespace Slipway
