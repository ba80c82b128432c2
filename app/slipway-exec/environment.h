// SPDX-License-Identifier: MIT
#pragma once

#include "spec.h"

#include <string>
#include <vector>

namespace Slipway::Exec {

/// The environment of an attempt's programs, made once: this process's own, what a terminal
/// asks for, what the spec says and the attempt's mark; later ones win.
class Environment final
{
public:
    Environment(const Spec &spec, const std::string &mark);

    /// "NAME=VALUE" each.
    std::vector<std::string> entries() const;
    /// The absolute path of a program: a plain name from PATH, whose relative entries are
    /// ignored; a relative path from the folder. Empty, with the reason in error: not found.
    std::string find(const std::string &program, const std::string &directory,
                     std::string &error) const;

private:
    void addTerminal();
    bool hasUtf8Locale() const;
    std::string value(const std::string &name) const;

    std::map<std::string, std::string> m_variables;
};

} // namespace Slipway::Exec
