// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"

namespace Slipway {

/// One word of an expression.
struct Token
{
    enum class Kind
    {
        End,
        Literal, ///< number or 'text'
        Name,    ///< also true, false, null and functions
        Symbol   ///< one of . [ ] ( ) , ! == != < <= > >= && ||
    };

    Kind kind = Kind::End;
    QString text;
    Value value; ///< of a literal
    Place place;
};

/// Cuts an expression into words. place: of its first character.
Result<QList<Token>> tokensOf(const QString &text, const Place &place);

} // namespace Slipway
