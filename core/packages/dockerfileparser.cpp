// SPDX-License-Identifier: MIT
#include "core/packages/dockerfileparser.h"

#include "core/packages/shellcommands.h"

#include <algorithm>

namespace Slipway {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// Reads line by line; a line never holds its end.
class DockerfileReader final
{
public:
    explicit DockerfileReader(const QByteArray &file) : m_file(file)
    {
        if (m_file.startsWith("\xEF\xBB\xBF"))
            m_next = 3;
    }

    QList<DockerfileInstruction> read()
    {
        readDirectives();
        while (readLine()) {
            trimFront();
            if (m_line.isEmpty() || m_file.at(m_line.begin) == '#')
                continue;
            readInstruction();
        }
        return m_instructions;
    }

private:
    /// The next line without its end and without carriage returns before it.
    bool readLine()
    {
        if (m_next >= m_file.size())
            return false;
        qsizetype end = m_file.indexOf('\n', m_next);
        const qsizetype following = end < 0 ? m_file.size() : end + 1;
        end = end < 0 ? m_file.size() : end;
        while (end > m_next && m_file.at(end - 1) == '\r')
            --end;
        m_line = {m_next, end};
        m_next = following;
        return true;
    }

    void trimFront()
    {
        while (!m_line.isEmpty() && isBlank(m_file.at(m_line.begin)))
            ++m_line.begin;
    }

    /// `# escape=` counts only before anything else; the first line that is no known
    /// directive ends the zone and is read again.
    void readDirectives()
    {
        for (;;) {
            const qsizetype start = m_next;
            if (!readLine())
                return;
            if (!readDirective(m_line.of(m_file))) {
                m_next = start;
                return;
            }
        }
    }

    bool readDirective(const QByteArray &line)
    {
        const QByteArray trimmed = line.trimmed();
        const qsizetype equals = trimmed.indexOf('=');
        if (!trimmed.startsWith('#') || equals < 0)
            return false;
        const QByteArray key = trimmed.mid(1, equals - 1).trimmed().toLower();
        const QByteArray value = trimmed.mid(equals + 1).trimmed();
        if (key == "escape" && (value == "`" || value == "\\"))
            m_escape = value.at(0);
        return key == "escape" || key == "syntax" || key == "check";
    }

    /// Takes the escape (and blanks behind it) off the line if it goes on.
    bool trimContinuation()
    {
        qsizetype end = m_line.end;
        while (end > m_line.begin && isBlank(m_file.at(end - 1)))
            --end;
        if (end == m_line.begin || m_file.at(end - 1) != m_escape)
            return false;
        if (end - 1 > m_line.begin && m_file.at(end - 2) == m_escape)
            return false;
        m_line.end = end - 1;
        return true;
    }

    void readInstruction()
    {
        MappedBytes joined;
        bool goesOn = trimContinuation();
        joined.append(MappedBytes::of(m_file, m_line));
        while (goesOn && readLine()) {
            const ByteRange whole = m_line;
            trimFront();
            if (m_line.isEmpty() || m_file.at(m_line.begin) == '#')
                continue;
            m_line = whole;
            goesOn = trimContinuation();
            joined.append(MappedBytes::of(m_file, m_line));
        }
        addInstruction(joined);
    }

    void addInstruction(const MappedBytes &joined)
    {
        qsizetype pos = 0;
        while (pos < joined.size() && !isBlank(joined.at(pos)))
            ++pos;
        const QByteArray keyword = joined.text().left(pos).toUpper();
        while (pos < joined.size() && isBlank(joined.at(pos)))
            ++pos;
        const MappedBytes rest = joined.mid(pos);
        if (keyword == "ONBUILD" && !rest.isEmpty()) {
            addInstruction(rest);
            return;
        }
        DockerfileInstruction instruction;
        instruction.keyword = keyword;
        instruction.text = rest;
        if (keyword == "RUN" || keyword == "COPY" || keyword == "ADD")
            readHeredocs(&instruction);
        m_instructions.append(instruction);
    }

    void readHeredocs(DockerfileInstruction *instruction)
    {
        if (instruction->text.text().startsWith('[') || !instruction->text.text().contains("<<"))
            return;
        const QList<ShellCommand> commands = readShell(instruction->text);
        for (const ShellCommand &command : commands)
            for (const ShellHeredoc &heredoc : command.heredocs)
                instruction->heredocs.append(readHeredoc(heredoc));
    }

    DockerfileHeredoc readHeredoc(const ShellHeredoc &start)
    {
        DockerfileHeredoc heredoc;
        heredoc.begin = m_next;
        while (readLine()) {
            while (start.stripsTabs && !m_line.isEmpty() && m_file.at(m_line.begin) == '\t')
                ++m_line.begin;
            if (m_line.of(m_file) == start.delimiter)
                break;
            heredoc.body.append(MappedBytes::of(m_file, m_line));
            heredoc.body.append('\n', {m_line.end, m_line.end});
        }
        return heredoc;
    }

    const QByteArray &m_file;
    char m_escape = '\\';
    qsizetype m_next = 0;
    ByteRange m_line;
    QList<DockerfileInstruction> m_instructions;
};

} // namespace

QList<DockerfileInstruction> readDockerfile(const QByteArray &file)
{
    return DockerfileReader(file).read();
}

} // namespace Slipway
