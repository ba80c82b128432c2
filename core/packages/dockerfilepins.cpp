// SPDX-License-Identifier: MIT
#include "core/packages/dockerfilepins.h"

#include "core/packages/dockerfileparser.h"
#include "core/packages/jsonstrings.h"
#include "core/packages/pipinstall.h"
#include "core/packages/shellcommands.h"

namespace Slipway {

namespace {

constexpr int maxNesting = 4;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// RUN's own options (--mount=…, --network=…, --security=…) stand before the command.
MappedBytes withoutRunFlags(const MappedBytes &text)
{
    qsizetype pos = 0;
    while (text.text().mid(pos, 2) == "--") {
        while (pos < text.size() && !isBlank(text.at(pos)))
            ++pos;
        while (pos < text.size() && isBlank(text.at(pos)))
            ++pos;
    }
    return text.mid(pos);
}

class DockerfilePinReader final
{
public:
    explicit DockerfilePinReader(const QByteArray &file) : m_file(file), m_found(file) {}

    LocatedPins read()
    {
        const QList<DockerfileInstruction> instructions = readDockerfile(m_file);
        for (const DockerfileInstruction &instruction : instructions)
            if (instruction.keyword == "RUN")
                readRun(instruction);
        return m_found.take();
    }

private:
    void readRun(const DockerfileInstruction &instruction)
    {
        const MappedBytes text = withoutRunFlags(instruction.text);
        if (const auto arguments = readJsonStrings(text)) {
            ShellCommand command;
            for (const MappedBytes &argument : *arguments)
                command.words.append({argument, false});
            readCommand(command, false, 0);
            return;
        }
        qsizetype heredoc = 0;
        const QList<ShellCommand> commands = readShell(text);
        for (const ShellCommand &command : commands) {
            readCommand(command, true, 0);
            for (qsizetype i = 0; i < command.heredocs.size(); ++i, ++heredoc)
                if (heredoc < instruction.heredocs.size())
                    readHeredoc(command, instruction.heredocs.at(heredoc));
        }
    }

    void readCommand(const ShellCommand &command, bool isShell, int nesting)
    {
        if (const auto script = innerShellScript(command); script && nesting < maxNesting) {
            readScript(*script, nesting + 1);
            return;
        }
        const QList<ShellWord> words = installedRequirements(command);
        for (const ShellWord &word : words)
            m_found.add(word.text, {isShell, false, word.isRedirected});
    }

    void readScript(const MappedBytes &script, int nesting)
    {
        const QList<ShellCommand> commands = readShell(script);
        for (const ShellCommand &command : commands)
            readCommand(command, true, nesting);
    }

    void readHeredoc(const ShellCommand &command, const DockerfileHeredoc &heredoc)
    {
        const QByteArray firstLine =
            heredoc.body.text().left(heredoc.body.text().indexOf('\n')).trimmed();
        const bool isForShell =
            readsScriptFromInput(command) &&
            (!firstLine.startsWith("#!") || firstLine.endsWith("sh") || firstLine.contains("sh "));
        if (isForShell) {
            readScript(heredoc.body, 1);
        } else if (heredoc.body.text().contains("==")) {
            m_found.leaveAlone(heredoc.begin,
                               Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                         "a text handed to a program that is no "
                                                         "shell: edit it by hand")));
        }
    }

    const QByteArray &m_file;
    PinCollector m_found;
};

} // namespace

LocatedPins locateDockerfilePins(const QByteArray &file)
{
    return DockerfilePinReader(file).read();
}

} // namespace Slipway
