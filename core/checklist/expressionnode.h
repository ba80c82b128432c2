// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/expression.h"

#include <vector>

namespace Slipway {

/// The functions of the language.
enum class Function
{
    Always,
    Failed,
    Contains,
    StartsWith,
    EndsWith,
    Format,
    Join,
    Length,
    Basename,
    Range,
    FromJson
};

/// Limits that keep every expression quick and small.
namespace ExpressionLimits {
inline constexpr qsizetype characters = 4096;
inline constexpr int depth = 32;
inline constexpr qsizetype textCharacters = 1024 * 1024;
inline constexpr qint64 rangeElements = 10'000;
} // namespace ExpressionLimits

/// One node of a parsed expression. Private to core/checklist.
struct Expression::Node
{
    enum class Kind
    {
        Literal,
        Name,   ///< name
        Member, ///< children[0].name
        Index,  ///< children[0][children[1]]
        Not,    ///< !children[0]
        And,
        Or,
        Equal,
        Unequal,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Call ///< function(children…)
    };

    Kind kind = Kind::Literal;
    Value literal;
    QString name;
    Function function = Function::Always;
    std::vector<std::shared_ptr<const Node>> children;
    Place place;
};

using ExpressionNode = std::shared_ptr<const Expression::Node>;

/// Reads an expression. place: of the first character of text.
Result<ExpressionNode> parseExpression(const QString &text, const Place &place);

/// The place of a character of a text that begins at start. A text of several lines is a
/// block scalar, whose lines all begin in the same column.
Place placeWithin(const QString &text, qsizetype index, const Place &start);

} // namespace Slipway
