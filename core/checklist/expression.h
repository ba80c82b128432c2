// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"

#include <QList>
#include <QString>
#include <memory>

namespace Slipway {

/// What an expression may look at. Values are copies; a missing name is null.
struct Scope
{
    Value inputs;                      ///< map
    Value steps;                       ///< map: id -> {outcome, outputs: map, all: list, and
                                       ///< `items`, what each instance of `all` was made for}
    Value run;                         ///< map: id, workspace
    std::optional<Value> item;         ///< inside foreach
    std::optional<Value> outputs = {}; ///< in `poll`: those of the last answer
    bool anyFailed = false; ///< a step that this one needs failed: failed(), and the reason why
                            ///< a step without always() or failed() is skipped
    Value secrets = {};     ///< map: name -> handle (secrethandle.h)
};

/// One parsed expression: what stands between ${{ and }}. GitHub's language without loops,
/// assignment and regular expressions, so that it always ends. Immutable, cheap to copy.
///
/// Grammar: or := and ('||' and)*; and := equality ('&&' equality)*;
/// equality := order (('=='|'!=') order)*; order := unary (('<'|'<='|'>'|'>=') unary)*;
/// unary := '!' unary | postfix; postfix := primary ('.' name | '[' or ']')*;
/// primary := number | 'text' | true | false | null | name | function '(' args ')' | '(' or ')'.
/// Functions: always failed contains startsWith endsWith format join length basename range
/// fromJson. steps.ID[value] is the instance of a foreach step that was made for the same value,
/// or has that name. && and || give a flag or, as in GitHub, the deciding operand.
class Expression
{
public:
    struct Node;

    /// place: of the first character of text, for errors.
    static Result<Expression> parse(const QString &text, const Place &place);

    Result<Value> evaluate(const Scope &scope) const;

    /// Every path it reads, such as {"steps", "build", "outputs", "wheel"}, with its place; of
    /// steps.build[item].outputs it is {"steps", "build", ofInstance, "outputs"}.
    struct Reference
    {
        QStringList path;
        Place place;
    };
    static constexpr QLatin1String ofInstance = QLatin1String("[]");
    QList<Reference> references() const;
    /// Its value depends on the instance of a foreach.
    bool readsItem() const;
    /// True if always() or failed() is called anywhere.
    bool asksForFailure() const;

    const QString &text() const { return m_text; }

    /// For what rewrites expressions (grouprewriter.h): text is what is shown of it.
    static Expression ofRoot(QString text, std::shared_ptr<const Node> root);
    const std::shared_ptr<const Node> &root() const { return m_root; }

private:
    QString m_text;
    std::shared_ptr<const Node> m_root;
};

/// A value of a checklist that may hold ${{ }} anywhere inside: text, list or map.
/// A text that is one whole ${{ }} keeps the type; inside a longer text it becomes text, and a
/// list or map there is an error.
class Template
{
public:
    struct Part
    {
        QString literal;
        std::optional<Expression> expression; ///< set: literal is not used
    };

    Template() = default; ///< null
    static Template literal(Value value, Place place = {});
    static Result<Template> parse(const QString &text, const Place &place);
    static Template list(QList<Template> elements, Place place);
    /// A text with expressions.
    static Template text(QList<Part> parts, Place place);
    static Template map(QMap<QString, Template> members, Place place);

    Result<Value> evaluate(const Scope &scope) const;
    QList<Expression::Reference> references() const;

    bool isNull() const;
    /// The value if nothing in it has to be evaluated.
    std::optional<Value> constant() const;
    Value::Kind shape() const; ///< Text also for a lone ${{ }}, whose kind is not known
    bool isExpression() const; ///< one whole ${{ }}
    QString secret() const;    ///< NAME, if it is one whole ${{ secrets.NAME }}; else empty
    const Place &place() const { return m_place; }
    const QList<Part> &parts() const { return m_parts; }
    const QMap<QString, Template> &members() const { return m_members; }
    const QList<Template> &elements() const { return m_elements; }

private:
    Result<Value> evaluateText(const Scope &scope) const;

    Value m_literal;
    QList<Part> m_parts; ///< of a text with expressions
    QList<Template> m_elements;
    QMap<QString, Template> m_members;
    Value::Kind m_shape = Value::Kind::Null;
    Place m_place;
};

} // namespace Slipway
