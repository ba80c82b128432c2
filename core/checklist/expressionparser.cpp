// SPDX-License-Identifier: MIT
#include "core/checklist/expressionlexer.h"
#include "core/checklist/expressionnode.h"
#include "core/checklist/lint.h"

#include <QHash>

namespace Slipway {

namespace {

using Node = Expression::Node;

struct FunctionSpec
{
    Function function;
    int least; ///< arguments
    int most;
};

const QMap<QString, FunctionSpec> &functions()
{
    static const QMap<QString, FunctionSpec> all{
        {QStringLiteral("always"), {Function::Always, 0, 0}},
        {QStringLiteral("failed"), {Function::Failed, 0, 0}},
        {QStringLiteral("contains"), {Function::Contains, 2, 2}},
        {QStringLiteral("startsWith"), {Function::StartsWith, 2, 2}},
        {QStringLiteral("endsWith"), {Function::EndsWith, 2, 2}},
        {QStringLiteral("format"), {Function::Format, 1, 10}},
        {QStringLiteral("join"), {Function::Join, 1, 2}},
        {QStringLiteral("length"), {Function::Length, 1, 1}},
        {QStringLiteral("basename"), {Function::Basename, 1, 1}},
        {QStringLiteral("range"), {Function::Range, 1, 2}},
        {QStringLiteral("fromJson"), {Function::FromJson, 1, 1}}};
    return all;
}

struct Operator
{
    const char *text;
    Node::Kind kind;
};

/// Recursive descent with the first error kept; after an error every answer is empty.
class Parser final
{
public:
    explicit Parser(QList<Token> tokens) : m_tokens(std::move(tokens)) {}

    Result<ExpressionNode> parse()
    {
        ExpressionNode root = orLevel();
        if (!m_error && peek().kind != Token::Kind::End)
            fail(unexpected());
        if (m_error)
            return *m_error;
        return root;
    }

private:
    const Token &peek() const { return m_tokens[m_at]; }
    bool isSymbol(const char *text) const
    {
        return peek().kind == Token::Kind::Symbol && peek().text == QLatin1String(text);
    }
    bool takeSymbol(const char *text)
    {
        const bool isThere = isSymbol(text);
        m_at += isThere ? 1 : 0;
        return isThere;
    }
    ExpressionNode fail(const Error &error)
    {
        if (!m_error)
            m_error = error;
        return {};
    }
    Error unexpected() const
    {
        if (peek().kind == Token::Kind::End)
            return Error(QStringLiteral("expression.ends"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The expression ends too early; a value or ')' is "
                                           "missing here."))
                .at(peek().place);
        return Error(QStringLiteral("expression.unexpected"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "'%1' does not fit here. Look at the brackets and operators "
                                       "before it."),
                     {peek().text})
            .at(peek().place);
    }
    void expect(const char *text)
    {
        if (!takeSymbol(text))
            fail(unexpected());
    }

    using Level = ExpressionNode (Parser::*)();

    ExpressionNode binary(Level below, std::initializer_list<Operator> operators)
    {
        ExpressionNode left = (this->*below)();
        for (bool isFound = true; isFound && !m_error;) {
            isFound = false;
            for (const Operator &each : operators) {
                const Place place = peek().place;
                if (!takeSymbol(each.text))
                    continue;
                auto node = std::make_shared<Node>();
                node->kind = each.kind;
                node->place = place;
                node->children = {left, (this->*below)()};
                left = node;
                isFound = true;
                break;
            }
        }
        return left;
    }

    ExpressionNode orLevel()
    {
        if (++m_depth > ExpressionLimits::depth) {
            --m_depth;
            return tooDeep();
        }
        ExpressionNode node = binary(&Parser::andLevel, {{"||", Node::Kind::Or}});
        --m_depth;
        return node;
    }
    ExpressionNode andLevel() { return binary(&Parser::equality, {{"&&", Node::Kind::And}}); }
    ExpressionNode equality()
    {
        return binary(&Parser::order, {{"==", Node::Kind::Equal}, {"!=", Node::Kind::Unequal}});
    }
    ExpressionNode order()
    {
        return binary(&Parser::unary, {{"<=", Node::Kind::LessOrEqual},
                                       {"<", Node::Kind::Less},
                                       {">=", Node::Kind::GreaterOrEqual},
                                       {">", Node::Kind::Greater}});
    }

    ExpressionNode tooDeep()
    {
        return fail(Error(QStringLiteral("expression.too-deep"),
                          QT_TRANSLATE_NOOP("Slipway::Error",
                                            "The expression is nested more than %1 levels deep. "
                                            "Make it simpler."),
                          {QString::number(ExpressionLimits::depth)})
                        .at(peek().place));
    }

    ExpressionNode unary()
    {
        const Place place = peek().place;
        if (!takeSymbol("!"))
            return postfix();
        if (++m_depth > ExpressionLimits::depth) {
            --m_depth;
            return tooDeep();
        }
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::Not;
        node->place = place;
        node->children = {unary()};
        --m_depth;
        return node;
    }

    ExpressionNode postfix()
    {
        ExpressionNode node = primary();
        while (!m_error) {
            auto outer = std::make_shared<Node>();
            outer->place = peek().place;
            if (takeSymbol(".")) {
                if (peek().kind != Token::Kind::Name)
                    return fail(unexpected());
                outer->kind = Node::Kind::Member;
                outer->name = m_tokens[m_at++].text;
                outer->children = {node};
            } else if (takeSymbol("[")) {
                outer->kind = Node::Kind::Index;
                outer->children = {node, orLevel()};
                expect("]");
            } else {
                break;
            }
            node = outer;
        }
        return node;
    }

    ExpressionNode primary()
    {
        const Token token = peek();
        if (token.kind == Token::Kind::Literal) {
            ++m_at;
            return literal(token.value, token.place);
        }
        if (token.kind == Token::Kind::Name) {
            ++m_at;
            return takeSymbol("(") ? call(token) : named(token);
        }
        if (!takeSymbol("("))
            return fail(unexpected());
        ExpressionNode inner = orLevel();
        if (!m_error)
            expect(")");
        return inner;
    }

    static ExpressionNode literal(const Value &value, const Place &place)
    {
        auto node = std::make_shared<Node>();
        node->literal = value;
        node->place = place;
        return node;
    }

    ExpressionNode named(const Token &token)
    {
        if (token.text == QLatin1String("true") || token.text == QLatin1String("false"))
            return literal(Value(token.text == QLatin1String("true")), token.place);
        if (token.text == QLatin1String("null"))
            return literal({}, token.place);
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::Name;
        node->name = token.text;
        node->place = token.place;
        return node;
    }

    ExpressionNode call(const Token &token)
    {
        const auto spec = functions().constFind(token.text);
        if (spec == functions().cend())
            return fail(unknownFunction(token));
        auto node = std::make_shared<Node>();
        node->kind = Node::Kind::Call;
        node->name = token.text;
        node->function = spec->function;
        node->place = token.place;
        if (!takeSymbol(")")) {
            do
                node->children.push_back(orLevel());
            while (!m_error && takeSymbol(","));
            if (!m_error)
                expect(")");
        }
        const int count = int(node->children.size());
        if (!m_error && (count < spec->least || count > spec->most))
            return fail(wrongCount(token, *spec, count));
        return node;
    }

    static Error unknownFunction(const Token &token)
    {
        const QString known = nearest(token.text, functions().keys());
        if (known.isEmpty())
            return Error(QStringLiteral("expression.function"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "There is no function '%1'. There are: %2."),
                         {token.text, functions().keys().join(QLatin1String(", "))})
                .at(token.place);
        return Error(QStringLiteral("expression.function"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There is no function '%1'; did you mean '%2'?"),
                     {token.text, known})
            .at(token.place);
    }

    static Error wrongCount(const Token &token, const FunctionSpec &spec, int count)
    {
        const QString allowed = spec.least == spec.most
                                    ? QString::number(spec.least)
                                    : QStringLiteral("%1-%2").arg(spec.least).arg(spec.most);
        return Error(QStringLiteral("expression.arguments"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The function '%1' takes %2 arguments, not %3."),
                     {token.text, allowed, QString::number(count)})
            .at(token.place);
    }

    QList<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<ExpressionNode> parseExpression(const QString &text, const Place &place)
{
    if (text.size() > ExpressionLimits::characters)
        return Error(QStringLiteral("expression.too-long"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The expression has %1 characters; at most %2 are read."),
                     {QString::number(text.size()), QString::number(ExpressionLimits::characters)})
            .at(place);
    auto tokens = tokensOf(text, place);
    if (!tokens)
        return tokens.error();
    return Parser(std::move(*tokens)).parse();
}

} // namespace Slipway
