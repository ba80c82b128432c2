// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/pin.h"
#include "core/packages/shellcommands.h"
#include "core/packages/versionvariables.h"

namespace Slipway {

/// Reads what shell text installs with pip into a collector: commands, shells within shells,
/// here-documents for shells, and the variables that the text itself sets.
class ShellPinReader final
{
public:
    /// found: kept, not owned.
    explicit ShellPinReader(PinCollector *found) : m_found(*found) {}

    /// The commands of one shell, with the variables that are set when it starts.
    void readScript(const MappedBytes &script, const VersionVariables &variables, int nesting = 0);
    void readCommands(const QList<ShellCommand> &commands, const VersionVariables &variables,
                      int nesting);
    /// isShell: a shell reads the command's words, which a JSON form has none for.
    void readCommand(const ShellCommand &command, const VersionVariables &variables, bool isShell,
                     int nesting);

private:
    PinCollector &m_found;
};

/// The packages that a shell script installs with pip.
LocatedPins locateShellPins(const QByteArray &file);

} // namespace Slipway
