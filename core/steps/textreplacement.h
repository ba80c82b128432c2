// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <optional>

namespace Slipway {

/// What to replace in a text file, and how often it must be found.
struct TextReplacement
{
    enum class How
    {
        Text,      ///< find, byte by byte
        Expression ///< find is a regular expression, its matches must not be empty
    };
    How how = How::Text;
    QString find;
    QString replacement; ///< of an expression: \1 to \9 stand for its groups
    /// find is an expression; each line that has it is replaced, its end kept. There ^ and $
    /// are the ends of the line, also before "\r\n".
    bool wholeLines = false;
    std::optional<int> count = 1; ///< nothing: any number from 1
};

struct ReplacedText
{
    QByteArray bytes;
    QList<int> lines;     ///< from 1, of the matches
    bool wasDone = false; ///< nothing to find, and the replacement stands there as often
};

/// Replaces without touching any other byte: line ends, a missing last one and bytes that are
/// not UTF-8 elsewhere stay. Errors: "replace.count" names the lines that match,
/// "replace.expression", "replace.not-text".
Result<ReplacedText> replaceText(const QByteArray &bytes, const TextReplacement &what,
                                 const QString &shownAs);

} // namespace Slipway
