// SPDX-License-Identifier: MIT
#include "core/checklist/grouprewriter.h"

#include "core/checklist/expressionnode.h"
#include "core/checklist/expressiontext.h"
#include "core/checklist/lint.h"

#include <algorithm>

namespace Slipway {

namespace {

using Node = Expression::Node;

ExpressionNode literalNode(const Value &value, const Place &place)
{
    Node node;
    node.literal = value;
    node.place = place;
    return std::make_shared<const Node>(std::move(node));
}

ExpressionNode nameNode(const QString &name, const Place &place)
{
    Node node;
    node.kind = Node::Kind::Name;
    node.name = name;
    node.place = place;
    return std::make_shared<const Node>(std::move(node));
}

ExpressionNode memberNode(const ExpressionNode &base, const QString &name, const Place &place)
{
    Node node;
    node.kind = Node::Kind::Member;
    node.name = name;
    node.place = place;
    node.children = {base};
    return std::make_shared<const Node>(std::move(node));
}

ExpressionNode membersOf(ExpressionNode base, const QStringList &names, const Place &place)
{
    for (const QString &name : names)
        base = memberNode(base, name, place);
    return base;
}

/// A text with expressions as a call of format().
ExpressionNode formatNode(const QList<Template::Part> &parts, const Place &place)
{
    QString pattern;
    Node node;
    node.kind = Node::Kind::Call;
    node.function = Function::Format;
    node.place = place;
    node.children.emplace_back();
    for (const Template::Part &part : parts) {
        if (part.expression) {
            pattern += QStringLiteral("{%1}").arg(node.children.size() - 1);
            node.children.push_back(part.expression->root());
        } else {
            QString literal = part.literal;
            pattern +=
                literal.replace(u'{', QLatin1String("{{")).replace(u'}', QLatin1String("}}"));
        }
    }
    node.children[0] = literalNode(Value(pattern), place);
    return std::make_shared<const Node>(std::move(node));
}

/// The path of a chain such as steps.build.outputs; empty if it is none.
QStringList pathOf(const ExpressionNode &node)
{
    if (node->kind == Node::Kind::Name)
        return {node->name};
    const bool isFixedIndex = node->kind == Node::Kind::Index &&
                              node->children[1]->kind == Node::Kind::Literal &&
                              node->children[1]->literal.isText();
    if (node->kind != Node::Kind::Member && !isFixedIndex)
        return {};
    QStringList path = pathOf(node->children[0]);
    if (!path.isEmpty())
        path.append(isFixedIndex ? node->children[1]->literal.text() : node->name);
    return path;
}

/// Where the chain begins.
Place startOf(const ExpressionNode &node)
{
    return node->kind == Node::Kind::Name ? node->place : startOf(node->children[0]);
}

} // namespace

GroupRewriter::Root GroupRewriter::rewritten(const Root &node)
{
    if (const QStringList path = pathOf(node); path.size() > 1) {
        if (path.first() == u"steps")
            return stepNode(path, startOf(node));
        if (path.first() == u"parameters" && m_names.isGroup)
            return parameterNode(path, startOf(node));
    }
    if (node->children.empty())
        return node;
    Node copy = *node;
    for (ExpressionNode &child : copy.children)
        child = rewritten(child);
    return std::make_shared<const Node>(std::move(copy));
}

/// A group stands for no value; the names up to a step that is none are its id.
GroupRewriter::Root GroupRewriter::stepNode(const QStringList &path, const Place &place)
{
    QString id = path[1];
    qsizetype used = 2;
    while (m_names.groups.contains(id) && used < path.size())
        id += u'.' + path[used++];
    const Root step = memberNode(nameNode(path.first(), place), m_names.prefix + id, place);
    return membersOf(step, path.mid(used), place);
}

GroupRewriter::Root GroupRewriter::parameterNode(const QStringList &path, const Place &place)
{
    const auto given = m_names.parameters.constFind(path[1]);
    if (given != m_names.parameters.cend())
        return membersOf(nodeOf(*given, place), path.mid(2), place);
    const QString near = nearest(path[1], m_names.parameters.keys());
    m_problems.append(
        (near.isEmpty()
             ? Error(QStringLiteral("checklist.no-parameter"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "This group has no parameter '%1'."),
                     {path[1]})
             : Error(QStringLiteral("checklist.no-parameter"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "This group has no parameter '%1'; did you "
                                       "mean '%2'?"),
                     {path[1], near}))
            .at(place));
    return literalNode(Value(), place);
}

GroupRewriter::Root GroupRewriter::nodeOf(const Template &given, const Place &place)
{
    if (const auto constant = given.constant())
        return literalNode(*constant, place);
    if (given.isExpression())
        return given.parts().first().expression->root();
    if (!given.parts().isEmpty())
        return formatNode(given.parts(), place);
    m_problems.append(
        Error(QStringLiteral("checklist.parameter-in-expression"),
              QT_TRANSLATE_NOOP("Slipway::Error",
                                "What was given here is a list or a map with ${{ }} inside. Such a "
                                "parameter has to stand alone: ${{ parameters.NAME }}."))
            .at(place));
    return literalNode(Value(), place);
}

Expression GroupRewriter::rewritten(const Expression &expression)
{
    if (!expression.root())
        return expression;
    const Root root = rewritten(expression.root());
    // What stands there as it was written keeps its own form.
    const QString text = textOf(root);
    return Expression::ofRoot(text == textOf(expression.root()) ? expression.text() : text, root);
}

Template GroupRewriter::rewritten(const Template &text)
{
    if (text.parts().isEmpty())
        return text;
    // Alone, a parameter is what was given, of whatever shape, so that its type can be checked.
    const QStringList path =
        text.isExpression() ? pathOf(text.parts().first().expression->root()) : QStringList();
    if (m_names.isGroup && path.size() == 2 && path.first() == u"parameters") {
        const auto given = m_names.parameters.constFind(path[1]);
        if (given != m_names.parameters.cend())
            return *given;
    }
    QList<Template::Part> parts;
    for (const Template::Part &part : text.parts())
        parts.append(part.expression ? Template::Part{{}, rewritten(*part.expression)} : part);
    return Template::text(parts, text.place());
}

Expression bothOf(const Expression &left, const Expression &right)
{
    Node node;
    node.kind = Node::Kind::And;
    node.children = {left.root(), right.root()};
    node.place = left.root()->place;
    return Expression::ofRoot(
        QStringLiteral("(%1) && (%2)").arg(left.text().trimmed(), right.text().trimmed()),
        std::make_shared<const Node>(std::move(node)));
}

} // namespace Slipway
