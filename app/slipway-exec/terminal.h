// SPDX-License-Identifier: MIT
#pragma once

#include "descriptor.h"

#include <optional>
#include <string>
#include <termios.h>

namespace Slipway::Exec {

/// A pseudo-terminal of 200 columns and 50 rows that changes nothing of what is written to it.
class Terminal final
{
public:
    enum class Foreground
    {
        Reads,  ///< somebody waits for the keyboard
        Busy,   ///< nobody does
        Unknown ///< the kernel does not tell
    };

    static std::optional<Terminal> open(std::string &error);

    int master() const { return m_master.fd(); }
    int slave() const { return m_slave.fd(); }
    /// After this, reading the master ends when the last program has closed its side.
    void closeSlave() { m_slave.close(); }
    /// As it was when new; for the next program.
    void reset();
    bool type(const std::string &text) const;
    /// SIGINT to the programs in the foreground.
    void interrupt() const;
    Foreground foreground() const;

private:
    Terminal(Descriptor master, Descriptor slave);

    Descriptor m_master;
    Descriptor m_slave;
    termios m_settings = {};
};

} // namespace Slipway::Exec
