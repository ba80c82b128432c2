// SPDX-License-Identifier: MIT
#include "core/packages/shellpins.h"

#include "core/packages/pipinstall.h"

namespace Slipway {

namespace {

constexpr int maxNesting = 4;

} // namespace

void ShellPinReader::readScript(const MappedBytes &script, const VersionVariables &variables,
                                int nesting)
{
    readCommands(readShell(script), variables, nesting);
}

void ShellPinReader::readCommands(const QList<ShellCommand> &commands,
                                  const VersionVariables &variables, int nesting)
{
    VersionVariables known = variables;
    known.forgetReassigned(commands);
    for (const ShellCommand &command : commands) {
        readCommand(command, known, true, nesting);
        known.take(command);
    }
}

void ShellPinReader::readCommand(const ShellCommand &command, const VersionVariables &variables,
                                 bool isShell, int nesting)
{
    if (const auto script = innerShellScript(command); script && nesting < maxNesting) {
        readScript(*script, variables, nesting + 1);
        return;
    }
    PinContext context;
    context.isShellWord = isShell;
    context.variables = isShell ? &variables : nullptr;
    const QList<ShellWord> words = installedRequirements(command);
    for (const ShellWord &word : words) {
        context.isRedirected = word.isRedirected;
        m_found.add(word.text, context);
    }
    const QList<NamedInput> files = namedInputs(command);
    for (const NamedInput &file : files)
        m_found.addFile(file.word.text, file.kind);
}

LocatedPins locateShellPins(const QByteArray &file)
{
    PinCollector found(file);
    const ByteRange all = {file.startsWith("\xEF\xBB\xBF") ? 3 : 0, file.size()};
    ShellPinReader(&found).readScript(MappedBytes::of(file, all), VersionVariables(file));
    found.markSharedVariables();
    return found.take();
}

} // namespace Slipway
