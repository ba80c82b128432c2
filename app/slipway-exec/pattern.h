// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <regex.h>
#include <string>

namespace Slipway::Exec {

/// A POSIX extended regular expression.
class Pattern final
{
public:
    /// Nothing if the text is no valid expression.
    static std::optional<Pattern> compile(const std::string &text);
    const std::string &text() const { return m_text; }
    /// True if it occurs in the line; a NUL in the line ends it.
    bool occursIn(const std::string &line) const;

private:
    struct Free
    {
        void operator()(regex_t *compiled) const;
    };
    Pattern(std::string text, regex_t *compiled) : m_text(std::move(text)), m_compiled(compiled) {}

    std::string m_text;
    std::unique_ptr<regex_t, Free> m_compiled;
};

} // namespace Slipway::Exec
