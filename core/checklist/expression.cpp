// SPDX-License-Identifier: MIT
#include "core/checklist/expression.h"

#include "core/checklist/expressionfunctions.h"
#include "core/checklist/expressionnode.h"

#include <algorithm>

namespace Slipway {

namespace {

using Node = Expression::Node;

Result<Value> evaluateNode(const Node &node, const Scope &scope);

Value nameValue(const QString &name, const Scope &scope)
{
    if (name == QLatin1String("inputs"))
        return scope.inputs;
    if (name == QLatin1String("steps"))
        return scope.steps;
    if (name == QLatin1String("run"))
        return scope.run;
    if (name == QLatin1String("secrets"))
        return scope.secrets;
    if (name == QLatin1String("item") && scope.item)
        return *scope.item;
    if (name == QLatin1String("outputs") && scope.outputs)
        return *scope.outputs;
    return {};
}

/// steps.ID, as it is written.
bool isStep(const Node &node)
{
    return node.kind == Node::Kind::Member && node.children[0]->kind == Node::Kind::Name &&
           node.children[0]->name == QLatin1String("steps");
}

/// Of a foreach step the instance that was made for that value, or has that name; null if there
/// is none, for example since its `if` did not hold.
Value instanceFor(const Value &step, const Value &key)
{
    const Value::List all = step[QStringLiteral("all")].list();
    const Value items = step[QStringLiteral("items")];
    if (items.hasUnknown())
        return Value::unknown();
    const qsizetype made = items.list().indexOf(key);
    if (made >= 0 && made < all.size())
        return all[made];
    const QString name = key.isMap() ? key[QStringLiteral("instance")].text() : key.display();
    for (const Value &instance : all) {
        if (instance[QStringLiteral("instance")].text() == name)
            return instance;
    }
    return {};
}

Result<Value> indexed(const Node &node, const Scope &scope)
{
    const auto base = evaluateNode(*node.children[0], scope);
    if (!base)
        return base;
    const auto key = evaluateNode(*node.children[1], scope);
    if (!key)
        return key;
    if (base->isUnknown() || key->isUnknown())
        return Value::unknown();
    if (base->isMap() && isStep(*node.children[0]) && !base->map().contains(key->display()))
        return instanceFor(*base, *key);
    if (base->isMap())
        return (*base)[key->display()];
    if (!base->isList())
        return Value();
    if (key->kind() != Value::Kind::Number)
        return Error(QStringLiteral("expression.index"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "A list takes a number between [ and ], not a %1."),
                     {kindName(key->kind())})
            .at(node.place);
    const Value::List list = base->list();
    const qint64 index = key->number();
    return index >= 0 && index < list.size() ? list[index] : Value();
}

/// Gives the operand that decides, as GitHub does. The second is looked at only if needed.
Result<Value> logical(const Node &node, const Scope &scope)
{
    const auto left = evaluateNode(*node.children[0], scope);
    if (!left || left->isUnknown())
        return left;
    const bool isDecided = node.kind == Node::Kind::And ? !isTrue(*left) : isTrue(*left);
    return isDecided ? left : evaluateNode(*node.children[1], scope);
}

Result<Value> ordered(const Node &node, const Value &left, const Value &right)
{
    const bool areNumbers =
        left.kind() == Value::Kind::Number && right.kind() == Value::Kind::Number;
    if (!areNumbers && !(left.isText() && right.isText()))
        return Error(QStringLiteral("expression.order"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "A %1 cannot be compared with a %2: two numbers or two "
                                       "texts have an order."),
                     {kindName(left.kind()), kindName(right.kind())})
            .at(node.place);
    const bool isLess = areNumbers ? left.number() < right.number() : left.text() < right.text();
    const bool isEqual = left == right;
    switch (node.kind) {
    case Node::Kind::Less:
        return Value(isLess);
    case Node::Kind::LessOrEqual:
        return Value(isLess || isEqual);
    case Node::Kind::Greater:
        return Value(!isLess && !isEqual);
    default:
        return Value(!isLess);
    }
}

/// Nothing at all equals an empty text, as in GitHub: an input that nobody gave is '' whatever its
/// type.
bool areEqual(const Value &left, const Value &right)
{
    const auto isEmpty = [](const Value &value) {
        return value.isNull() || (value.isText() && value.text().isEmpty());
    };
    return left == right || (isEmpty(left) && isEmpty(right));
}

/// Texts are compared exactly. GitHub ignores case there; for versions, branches and digests
/// that would call different things equal.
Result<Value> compared(const Node &node, const Scope &scope)
{
    const auto left = evaluateNode(*node.children[0], scope);
    if (!left)
        return left;
    const auto right = evaluateNode(*node.children[1], scope);
    if (!right)
        return right;
    if (left->hasUnknown() || right->hasUnknown())
        return Value::unknown();
    if (node.kind == Node::Kind::Equal)
        return Value(areEqual(*left, *right));
    if (node.kind == Node::Kind::Unequal)
        return Value(!areEqual(*left, *right));
    return ordered(node, *left, *right);
}

Result<Value> called(const Node &node, const Scope &scope)
{
    if (node.function == Function::Always)
        return Value(true);
    if (node.function == Function::Failed)
        return Value(scope.anyFailed);
    Value::List arguments;
    for (const ExpressionNode &child : node.children) {
        auto argument = evaluateNode(*child, scope);
        if (!argument)
            return argument;
        arguments.append(*argument);
    }
    auto result = callFunction(node.function, arguments);
    return result ? result : Result<Value>(result.error().at(node.place));
}

Result<Value> evaluateNode(const Node &node, const Scope &scope)
{
    switch (node.kind) {
    case Node::Kind::Literal:
        return node.literal;
    case Node::Kind::Name:
        return nameValue(node.name, scope);
    case Node::Kind::Member: {
        const auto base = evaluateNode(*node.children[0], scope);
        return base ? Result<Value>((*base)[node.name]) : base;
    }
    case Node::Kind::Index:
        return indexed(node, scope);
    case Node::Kind::Not: {
        const auto value = evaluateNode(*node.children[0], scope);
        return !value || value->isUnknown() ? value : Result<Value>(Value(!isTrue(*value)));
    }
    case Node::Kind::And:
    case Node::Kind::Or:
        return logical(node, scope);
    case Node::Kind::Call:
        return called(node, scope);
    default:
        return compared(node, scope);
    }
}

/// steps.ID[…], with what is known only when it is evaluated.
bool isInstance(const Node &node)
{
    return node.kind == Node::Kind::Index && isStep(*node.children[0]) &&
           !(node.children[1]->kind == Node::Kind::Literal && node.children[1]->literal.isText());
}

/// The path as far as it is written out; empty if the node is none.
Expression::Reference pathOf(const Node &node)
{
    if (node.kind == Node::Kind::Name)
        return {{node.name}, node.place};
    if (isInstance(node)) {
        Expression::Reference reference = pathOf(*node.children[0]);
        reference.path.append(Expression::ofInstance);
        return reference;
    }
    const bool isMember = node.kind == Node::Kind::Member;
    const bool isFixedIndex = node.kind == Node::Kind::Index &&
                              node.children[1]->kind == Node::Kind::Literal &&
                              node.children[1]->literal.isText();
    if (!isMember && !isFixedIndex)
        return {};
    Expression::Reference reference = pathOf(*node.children[0]);
    if (!reference.path.isEmpty())
        reference.path.append(isMember ? node.name : node.children[1]->literal.text());
    return reference;
}

void collect(const Node &node, QList<Expression::Reference> &references);

/// What stands between the brackets along a path.
void collectIndexes(const Node &node, QList<Expression::Reference> &references)
{
    if (isInstance(node))
        collect(*node.children[1], references);
    if (!node.children.empty())
        collectIndexes(*node.children[0], references);
}

void collect(const Node &node, QList<Expression::Reference> &references)
{
    const Expression::Reference path = pathOf(node);
    if (!path.path.isEmpty()) {
        references.append(path);
        collectIndexes(node, references);
        return;
    }
    for (const ExpressionNode &child : node.children)
        collect(*child, references);
}

bool asksFor(const Node &node)
{
    if (node.kind == Node::Kind::Call &&
        (node.function == Function::Always || node.function == Function::Failed))
        return true;
    return std::any_of(node.children.cbegin(), node.children.cend(),
                       [](const ExpressionNode &child) { return asksFor(*child); });
}

} // namespace

Result<Expression> Expression::parse(const QString &text, const Place &place)
{
    auto root = parseExpression(text, place);
    if (!root)
        return root.error();
    Expression expression;
    expression.m_text = text;
    expression.m_root = *root;
    return expression;
}

Expression Expression::ofRoot(QString text, std::shared_ptr<const Node> root)
{
    Expression expression;
    expression.m_text = std::move(text);
    expression.m_root = std::move(root);
    return expression;
}

Result<Value> Expression::evaluate(const Scope &scope) const
{
    return m_root ? evaluateNode(*m_root, scope) : Result<Value>(Value());
}

QList<Expression::Reference> Expression::references() const
{
    QList<Reference> references;
    if (m_root)
        collect(*m_root, references);
    return references;
}

bool Expression::readsItem() const
{
    const QList<Reference> all = references();
    return std::any_of(all.cbegin(), all.cend(), [](const Reference &reference) {
        return reference.path.first() == QLatin1String("item");
    });
}

bool Expression::asksForFailure() const
{
    return m_root && asksFor(*m_root);
}

} // namespace Slipway
