// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/jsonpath.h"
#include "core/checklist/types.h"

#include <QRegularExpression>

namespace Slipway {

/// One value to be taken out of what a program printed: `capture: {NAME: {json: PATH, type: …}}`
/// or `{NAME: {pattern: 'deployed (\S+)'}}`. What it looks through may be hostile, so that
/// nothing here takes longer than its size allows: paths are walked, and patterns run under
/// a limit of steps.
class Capture final
{
public:
    /// From the map below its name. The error says what would be right.
    static Result<Capture> read(const QString &name, const Value &spec);

    const QString &name() const { return m_name; }
    bool isJson() const { return !m_isPattern; }

    /// The value at the path of a JSON document. Missing: the default, or an error.
    Result<Value> fromJson(const Value &document) const;
    /// Looks at one line: true if it matches, then taken() has it. An error: the line takes more
    /// steps than any honest one.
    Result<bool> look(const QString &line);
    /// What the first line that matched gave; the default or an error if there was none.
    Result<Value> taken() const;

private:
    Result<void> readPath(const QString &path);
    Result<void> readPattern(const QString &pattern);
    Result<Value> typed(const Value &value) const;
    Result<Value> missing() const;

    QString m_name;
    bool m_isPattern = false;
    QString m_source; ///< the path or pattern, as written
    JsonPath m_path;
    QRegularExpression m_pattern;
    TypeSpec m_type;
    Value m_default;
    bool m_hasDefault = false;
    std::optional<QString> m_found;
};

/// A regular expression that gives up on a line that would take it for ever: PCRE2's own limits of
/// steps and of memory, set where the pattern begins.
QRegularExpression boundedPattern(const QString &pattern);

} // namespace Slipway
