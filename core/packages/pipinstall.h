// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/pin.h"
#include "core/packages/shellcommands.h"

#include <QList>
#include <optional>

namespace Slipway {

/// The arguments of a command that name packages: of `pip install`, `pip download`, `pip
/// wheel`, `python -m pip …`, `uv pip install`, `pipx install`, behind sudo, env, assignments
/// and shell keywords. Files, options and their values are left out. Empty for other commands.
QList<ShellWord> installedRequirements(const ShellCommand &command);

/// A file that a command reads: requirements of an installing command, or a script for a shell.
struct NamedInput
{
    ShellWord word; ///< its path
    NamedFile::Kind kind = NamedFile::Kind::Requirements;
};
QList<NamedInput> namedInputs(const ShellCommand &command);

/// The script of a command such as `bash -ec "pip install …"`.
std::optional<MappedBytes> innerShellScript(const ShellCommand &command);

/// True if the command is nothing, or a shell, that takes its commands from its input.
bool readsScriptFromInput(const ShellCommand &command);

} // namespace Slipway
