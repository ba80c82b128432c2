// SPDX-License-Identifier: MIT
#include "core/checklist/expression.h"
#include "core/checklist/expressionnode.h"

#include <algorithm>

namespace Slipway {

namespace {

/// Where the }} stands that closes an expression; texts in quotes may hold one. -1: nowhere.
qsizetype closing(const QString &text, qsizetype start)
{
    bool isQuoted = false;
    for (qsizetype i = start; i < text.size(); ++i) {
        if (text[i] == u'\'')
            isQuoted = !isQuoted;
        else if (!isQuoted && QStringView(text).mid(i).startsWith(QLatin1String("}}")))
            return i;
    }
    return -1;
}

} // namespace

Template Template::literal(Value value, Place place)
{
    Template made;
    made.m_shape = value.kind();
    const Value::List elements = value.list();
    for (const Value &element : elements)
        made.m_elements.append(literal(element, place));
    const Value::Map members = value.map();
    for (auto it = members.cbegin(); it != members.cend(); ++it)
        made.m_members.insert(it.key(), literal(it.value(), place));
    if (!value.isList() && !value.isMap())
        made.m_literal = std::move(value);
    made.m_place = std::move(place);
    return made;
}

Result<Template> Template::parse(const QString &text, const Place &place)
{
    qsizetype open = text.indexOf(QLatin1String("${{"));
    if (open < 0)
        return literal(Value(text), place);
    Template made;
    made.m_shape = Value::Kind::Text;
    made.m_place = place;
    qsizetype done = 0;
    for (; open >= 0; open = text.indexOf(QLatin1String("${{"), done)) {
        const qsizetype end = closing(text, open + 3);
        if (end < 0)
            return Error(QStringLiteral("template.open"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The expression that begins here has no end. Close it "
                                           "with }}."))
                .at(placeWithin(text, open, place));
        if (open > done)
            made.m_parts.append(Part{text.mid(done, open - done), {}});
        auto expression = Expression::parse(text.mid(open + 3, end - open - 3),
                                            placeWithin(text, open + 3, place));
        if (!expression)
            return expression.error();
        made.m_parts.append(Part{{}, *expression});
        done = end + 2;
    }
    if (done < text.size())
        made.m_parts.append(Part{text.mid(done), {}});
    return made;
}

Template Template::list(QList<Template> elements, Place place)
{
    Template made;
    made.m_shape = Value::Kind::List;
    made.m_elements = std::move(elements);
    made.m_place = std::move(place);
    return made;
}

Template Template::text(QList<Part> parts, Place place)
{
    Template made;
    made.m_shape = Value::Kind::Text;
    made.m_parts = std::move(parts);
    made.m_place = std::move(place);
    return made;
}

Template Template::map(QMap<QString, Template> members, Place place)
{
    Template made;
    made.m_shape = Value::Kind::Map;
    made.m_members = std::move(members);
    made.m_place = std::move(place);
    return made;
}

Result<Value> Template::evaluateText(const Scope &scope) const
{
    QString text;
    bool isUnknown = false;
    for (const Part &part : m_parts) {
        if (!part.expression) {
            text += part.literal;
            continue;
        }
        const auto value = part.expression->evaluate(scope);
        if (!value)
            return value;
        if (value->isList() || value->isMap())
            return Error(QStringLiteral("template.not-text"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "${{%1}} is a %2 and cannot stand inside a text. Use "
                                           "join(), or let it stand alone."),
                         {part.expression->text(), kindName(value->kind())})
                .at(m_place);
        isUnknown = isUnknown || value->isUnknown();
        text += value->display();
        if (text.size() > ExpressionLimits::textCharacters)
            return Error(QStringLiteral("template.too-large"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The text that is made here has more than %1 "
                                           "characters."),
                         {QString::number(ExpressionLimits::textCharacters)})
                .at(m_place);
    }
    return isUnknown ? Value::unknown() : Value(text);
}

Result<Value> Template::evaluate(const Scope &scope) const
{
    if (isExpression())
        return m_parts.first().expression->evaluate(scope);
    if (!m_parts.isEmpty())
        return evaluateText(scope);
    if (m_shape == Value::Kind::List) {
        Value::List list;
        for (const Template &element : m_elements) {
            auto value = element.evaluate(scope);
            if (!value)
                return value;
            list.append(*value);
        }
        return Value(list);
    }
    if (m_shape != Value::Kind::Map)
        return m_literal;
    Value::Map map;
    for (auto it = m_members.cbegin(); it != m_members.cend(); ++it) {
        auto value = it.value().evaluate(scope);
        if (!value)
            return value;
        map.insert(it.key(), *value);
    }
    return Value(map);
}

QList<Expression::Reference> Template::references() const
{
    QList<Expression::Reference> references;
    for (const Part &part : m_parts) {
        if (part.expression)
            references += part.expression->references();
    }
    for (const Template &element : m_elements)
        references += element.references();
    for (const Template &member : m_members)
        references += member.references();
    return references;
}

bool Template::isNull() const
{
    return m_shape == Value::Kind::Null;
}

std::optional<Value> Template::constant() const
{
    const auto isConstant = [](const Template &each) { return each.constant().has_value(); };
    if (!m_parts.isEmpty() || !std::all_of(m_elements.cbegin(), m_elements.cend(), isConstant) ||
        !std::all_of(m_members.cbegin(), m_members.cend(), isConstant))
        return {};
    auto value = evaluate({});
    return value ? std::optional<Value>(*value) : std::nullopt;
}

Value::Kind Template::shape() const
{
    return m_shape;
}

QString Template::secret() const
{
    if (!isExpression())
        return {};
    const Expression &expression = *m_parts.first().expression;
    const auto references = expression.references();
    const bool isAlone = references.size() == 1 && references.first().path.size() == 2 &&
                         references.first().path.first() == QLatin1String("secrets") &&
                         expression.root()->kind == Expression::Node::Kind::Member;
    return isAlone ? references.first().path.last() : QString();
}

bool Template::isExpression() const
{
    return m_parts.size() == 1 && m_parts.first().expression.has_value();
}

} // namespace Slipway
