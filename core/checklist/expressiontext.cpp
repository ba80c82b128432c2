// SPDX-License-Identifier: MIT
#include "core/checklist/expressiontext.h"

#include <QRegularExpression>

namespace Slipway {

namespace {

using Node = Expression::Node;

struct Operator
{
    const char *symbol;
    int strength; ///< the higher, the closer it binds
};

std::optional<Operator> operatorOf(Node::Kind kind)
{
    switch (kind) {
    case Node::Kind::Or:
        return Operator{"||", 1};
    case Node::Kind::And:
        return Operator{"&&", 2};
    case Node::Kind::Equal:
        return Operator{"==", 3};
    case Node::Kind::Unequal:
        return Operator{"!=", 3};
    case Node::Kind::Less:
        return Operator{"<", 4};
    case Node::Kind::LessOrEqual:
        return Operator{"<=", 4};
    case Node::Kind::Greater:
        return Operator{">", 4};
    case Node::Kind::GreaterOrEqual:
        return Operator{">=", 4};
    default:
        return std::nullopt;
    }
}

constexpr int strengthOfNot = 5;
constexpr int strongest = 6;

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', QLatin1String("''")) + u'\'';
}

QString literalText(const Value &value)
{
    if (value.isText())
        return quoted(value.text());
    return value.isNull() ? QStringLiteral("null") : value.display();
}

int strengthOf(const Node &node)
{
    if (const auto symbol = operatorOf(node.kind))
        return symbol->strength;
    return node.kind == Node::Kind::Not ? strengthOfNot : strongest;
}

/// Writes expressions out, for people or to be parsed again.
class Writer final
{
public:
    explicit Writer(bool isForPeople) : m_isForPeople(isForPeople) {}
    QString textOf(const ExpressionNode &node) const;

private:
    QString inside(const ExpressionNode &node, int least) const;
    QString memberText(const Node &node) const;
    QString callText(const Node &node) const;

    const bool m_isForPeople;
};

QString Writer::inside(const ExpressionNode &node, int least) const
{
    const QString text = textOf(node);
    return strengthOf(*node) < least ? u'(' + text + u')' : text;
}

/// Ids of steps in groups have dots. People read them as their author would write them.
QString Writer::memberText(const Node &node) const
{
    static const QRegularExpression plain(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_-]*\\z"));
    static const QRegularExpression dotted(
        QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*\\z"));
    const QString base = inside(node.children[0], strongest);
    return (m_isForPeople ? dotted : plain).match(node.name).hasMatch()
               ? base + u'.' + node.name
               : base + u'[' + quoted(node.name) + u']';
}

QString Writer::callText(const Node &node) const
{
    // What a rewriter made of a text with expressions has no name.
    QStringList arguments;
    for (const ExpressionNode &child : node.children)
        arguments.append(textOf(child));
    const QString name = node.name.isEmpty() ? QStringLiteral("format") : node.name;
    return name + u'(' + arguments.join(QLatin1String(", ")) + u')';
}

QString Writer::textOf(const ExpressionNode &node) const
{
    if (const auto symbol = operatorOf(node->kind))
        return inside(node->children[0], symbol->strength) + u' ' + QLatin1String(symbol->symbol) +
               u' ' + inside(node->children[1], symbol->strength + 1);
    switch (node->kind) {
    case Node::Kind::Literal:
        return literalText(node->literal);
    case Node::Kind::Member:
        return memberText(*node);
    case Node::Kind::Index:
        return inside(node->children[0], strongest) + u'[' + textOf(node->children[1]) + u']';
    case Node::Kind::Not:
        return u'!' + inside(node->children[0], strengthOfNot);
    case Node::Kind::Call:
        return callText(*node);
    default:
        return node->name;
    }
}

} // namespace

QString textOf(const ExpressionNode &node)
{
    return Writer(true).textOf(node);
}

QString sourceOf(const ExpressionNode &node)
{
    return Writer(false).textOf(node);
}

} // namespace Slipway
