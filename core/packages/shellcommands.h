// SPDX-License-Identifier: MIT
#pragma once

#include "core/packages/mappedbytes.h"

#include <QByteArray>
#include <QList>

namespace Slipway {

/// One word of a shell command, unquoted; a parameter, a substitution or a backtick stands in
/// it as one '$'.
struct ShellWord
{
    MappedBytes text;
    /// A `<` or `>` with something like a version follows without a blank: `foo>=1.2`.
    bool isRedirected = false;
};

struct ShellHeredoc
{
    QByteArray delimiter;
    bool stripsTabs = false;
};

/// One simple command: its words without redirections and operators.
struct ShellCommand
{
    QList<ShellWord> words;
    QList<ShellHeredoc> heredocs; ///< that it reads as its input
};

/// Splits shell text into simple commands, as a POSIX shell or bash would: operators, quotes,
/// comments, redirections, heredocs inside the text. Commands inside $( ) are not looked at.
/// Total: an open quote ends with the text.
QList<ShellCommand> readShell(const MappedBytes &text);

} // namespace Slipway
