// SPDX-License-Identifier: MIT
#pragma once

#include "attemptdir.h"

#include "core/process/redactor.h"

#include <string>

namespace Slipway::Exec {

/// Takes one command's standard output into a file of its own.
class Capture final
{
public:
    Capture(const AttemptDir &folder, const std::string &name, Redactor redactor,
            long long maxBytes);

    /// Gives what it wrote, redacted, for the log; valid until the next call.
    std::string_view append(std::string_view bytes);
    /// Writes what was held back, which it gives, and syncs.
    std::string_view close();
    /// Empty: nothing went wrong. A capture that is cut short is an error: it is a value that
    /// something else relies on.
    const std::string &error() const { return m_error; }

private:
    void write(std::string_view bytes);

    std::string m_name;
    Redactor m_redactor;
    Descriptor m_file;
    long long m_room;
    std::string m_error;
};

} // namespace Slipway::Exec
