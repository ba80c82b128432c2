// SPDX-License-Identifier: MIT
#include "pattern.h"

namespace Slipway::Exec {

void Pattern::Free::operator()(regex_t *compiled) const
{
    ::regfree(compiled);
    delete compiled;
}

std::optional<Pattern> Pattern::compile(const std::string &text)
{
    auto compiled = std::make_unique<regex_t>();
    if (::regcomp(compiled.get(), text.c_str(), REG_EXTENDED | REG_NOSUB) != 0)
        return std::nullopt;
    return Pattern(text, compiled.release());
}

bool Pattern::occursIn(const std::string &line) const
{
    return ::regexec(m_compiled.get(), line.c_str(), 0, nullptr, 0) == 0;
}

} // namespace Slipway::Exec
