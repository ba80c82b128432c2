// SPDX-License-Identifier: MIT
#include "core/packages/dockerfilepins.h"

#include "core/packages/dockerfileparser.h"
#include "core/packages/jsonstrings.h"
#include "core/packages/pipinstall.h"
#include "core/packages/shellcommands.h"
#include "core/packages/shellpins.h"
#include "core/packages/versionvariables.h"

#include <QHash>
#include <cctype>
#include <utility>

namespace Slipway {

namespace {

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

/// How often texts name each variable, as far as they expand it ("$A", "${A…").
void countUses(const QByteArray &text, QHash<QByteArray, int> *uses)
{
    for (qsizetype at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
        const qsizetype begin = at + (at + 1 < text.size() && text.at(at + 1) == '{' ? 2 : 1);
        qsizetype end = begin;
        while (end < text.size() && (std::isalnum(uchar(text.at(end))) || text.at(end) == '_'))
            ++end;
        if (end > begin)
            ++(*uses)[text.mid(begin, end - begin)];
    }
}

class DockerfilePinReader final
{
public:
    explicit DockerfilePinReader(const QByteArray &file)
        : m_file(file)
        , m_found(file)
        , m_shells(&m_found)
        , m_global(file)
        , m_arguments(file)
        , m_environment(file)
    {
    }

    LocatedPins read()
    {
        const QList<DockerfileInstruction> instructions = readDockerfile(m_file);
        for (const DockerfileInstruction &instruction : instructions)
            readInstruction(instruction);
        m_found.markSharedVariables(m_uses);
        return m_found.take();
    }

private:
    void readInstruction(const DockerfileInstruction &instruction)
    {
        const QByteArray &keyword = instruction.keyword;
        if (keyword == "FROM")
            beginStage(instruction.text);
        else if (keyword == "ARG" || keyword == "ENV")
            setVariables(instruction.text, keyword == "ARG");
        else if (keyword == "RUN")
            readRun(instruction);
        if (keyword == "ARG" || keyword == "ENV")
            return; // one that hands a value on is followed
        countUses(instruction.text.text(), &m_uses);
        for (const DockerfileHeredoc &heredoc : instruction.heredocs)
            countUses(heredoc.body.text(), &m_uses);
    }

    /// `FROM [--platform=…] image [AS name]`: what an earlier stage had set goes on here.
    void beginStage(const MappedBytes &text)
    {
        endStage();
        QList<QByteArray> words = text.text().simplified().split(' ');
        while (!words.isEmpty() && words.first().startsWith("--"))
            words.removeFirst();
        const QByteArray base = words.value(0).toLower();
        m_arguments =
            m_stages.value(base, {VersionVariables(m_file), VersionVariables(m_file)}).first;
        m_environment =
            m_stages.value(base, {VersionVariables(m_file), VersionVariables(m_file)}).second;
        m_stage = words.value(1).toLower() == "as" ? words.value(2).toLower() : QByteArray();
        m_hasStage = true;
    }

    void endStage()
    {
        if (!m_hasStage)
            m_global = m_arguments;
        else if (!m_stage.isEmpty())
            m_stages.insert(m_stage, {m_arguments, m_environment});
    }

    void setVariables(const MappedBytes &text, bool isArgument)
    {
        const QList<ShellCommand> commands = readShell(text);
        if (commands.size() != 1)
            return; // values with ';' and their like are no versions
        const QList<ShellWord> &words = commands.first().words;
        const bool isOldForm =
            !isArgument && !words.isEmpty() && !words.first().text.text().contains('=');
        if (isOldForm)
            setOldForm(words);
        for (const ShellWord &word : words)
            if (!isOldForm)
                setVariable(word, isArgument);
    }

    void setVariable(const ShellWord &word, bool isArgument)
    {
        VersionVariables visible = variables();
        const QByteArray &text = word.text.text();
        VersionVariables &place = isArgument ? m_arguments : m_environment;
        const QByteArray name = text.left(text.indexOf('='));
        const bool isAssignment = visible.set(word);
        const auto value = isAssignment ? visible.valueOf(name) : m_global.valueOf(text);
        if (value)
            place.setTo(isAssignment ? name : text, *value);
        else if (isAssignment)
            place.forget(name);
        else
            place.unset(text);
    }

    /// `ENV NAME value`
    void setOldForm(const QList<ShellWord> &words)
    {
        const QByteArray name = words.first().text.text();
        if (words.size() != 2 || words.at(1).text.text().contains('$')) {
            m_environment.forget(name);
            return;
        }
        const ByteRange assignment = {words.first().text.place(0).begin,
                                      words.at(1).text.endInFile()};
        m_environment.setTo(name, {words.at(1).text, assignment});
    }

    /// What a command sees: ENV goes before ARG.
    VersionVariables variables() const { return m_arguments.under(m_environment); }

    void readRun(const DockerfileInstruction &instruction)
    {
        const MappedBytes text = withoutRunFlags(instruction.text);
        if (const auto arguments = readJsonStrings(text)) {
            ShellCommand command;
            for (const MappedBytes &argument : *arguments)
                command.words.append({argument, false});
            m_shells.readCommand(command, variables(), false, 0);
            return;
        }
        qsizetype heredoc = 0;
        const QList<ShellCommand> commands = readShell(text);
        m_shells.readCommands(commands, variables(), 0);
        for (const ShellCommand &command : commands)
            for (qsizetype i = 0; i < command.heredocs.size(); ++i, ++heredoc)
                if (heredoc < instruction.heredocs.size())
                    readHeredoc(command, instruction.heredocs.at(heredoc));
    }

    void readHeredoc(const ShellCommand &command, const DockerfileHeredoc &heredoc)
    {
        const QByteArray firstLine =
            heredoc.body.text().left(heredoc.body.text().indexOf('\n')).trimmed();
        const bool isForShell =
            readsScriptFromInput(command) &&
            (!firstLine.startsWith("#!") || firstLine.endsWith("sh") || firstLine.contains("sh "));
        if (isForShell) {
            m_shells.readScript(heredoc.body, variables(), 1);
        } else if (heredoc.body.text().contains("==")) {
            m_found.leaveAlone(heredoc.begin,
                               Message(QT_TRANSLATE_NOOP("Slipway::Message",
                                                         "a text handed to a program that is no "
                                                         "shell: edit it by hand")));
        }
    }

    const QByteArray &m_file;
    PinCollector m_found;
    ShellPinReader m_shells;
    VersionVariables m_global;      ///< ARG before the first FROM
    VersionVariables m_arguments;   ///< of the stage
    VersionVariables m_environment; ///< of the stage
    QHash<QByteArray, std::pair<VersionVariables, VersionVariables>> m_stages;
    QByteArray m_stage;
    bool m_hasStage = false;
    QHash<QByteArray, int> m_uses;
};

} // namespace

LocatedPins locateDockerfilePins(const QByteArray &file)
{
    return DockerfilePinReader(file).read();
}

} // namespace Slipway
