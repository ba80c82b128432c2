// SPDX-License-Identifier: MIT
#include "core/packages/shellcommands.h"

#include <algorithm>

namespace Slipway {

namespace {

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isNameByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

class ShellReader final
{
public:
    explicit ShellReader(const MappedBytes &text) : m_in(text) {}

    QList<ShellCommand> read()
    {
        while (m_pos < m_in.size())
            readNext();
        endCommand();
        return m_commands;
    }

private:
    char peek(qsizetype ahead = 0) const
    {
        return m_pos + ahead < m_in.size() ? m_in.at(m_pos + ahead) : '\0';
    }
    bool isAtEnd() const { return m_pos >= m_in.size(); }

    void readNext()
    {
        const char c = peek();
        if (c == ' ' || c == '\t' || c == '\r') {
            ++m_pos;
        } else if (c == '\\' && peek(1) == '\n') {
            m_pos += 2;
        } else if (c == '\n') {
            ++m_pos;
            endCommand();
            skipHeredocBodies();
        } else if (c == '#') {
            while (!isAtEnd() && peek() != '\n')
                ++m_pos;
        } else if (c == '&' && peek(1) == '>') {
            ++m_pos;
            skipRedirection();
        } else if (QByteArrayLiteral(";&|()").contains(c)) {
            ++m_pos;
            endCommand();
        } else if (c == '<' || c == '>') {
            skipRedirection();
        } else {
            readArgument();
        }
    }

    void readArgument()
    {
        ShellWord word = readWord();
        const bool meetsRedirection = peek() == '<' || peek() == '>';
        if (meetsRedirection && isDigits(word.text.text()))
            return; // the number of a descriptor, as in 2>/dev/null
        if (meetsRedirection) {
            const char next = peek(1);
            word.isRedirected = next == '=' || (next >= '0' && next <= '9');
        }
        m_current.words.append(word);
    }

    void endCommand()
    {
        if (!m_current.words.isEmpty() || !m_current.heredocs.isEmpty())
            m_commands.append(m_current);
        m_current = {};
    }

    void skipRedirection()
    {
        const char first = peek();
        ++m_pos;
        if (first == '<' && peek() == '<' && peek(1) != '<') {
            ++m_pos;
            readHeredocStart();
            return;
        }
        while (peek() == '<' || peek() == '>' || peek() == '&' || peek() == '|')
            ++m_pos;
        if (peek() == '(') {
            skipParentheses();
            return;
        }
        while (peek() == ' ' || peek() == '\t')
            ++m_pos;
        readWord();
    }

    void readHeredocStart()
    {
        ShellHeredoc heredoc;
        heredoc.stripsTabs = peek() == '-';
        if (heredoc.stripsTabs)
            ++m_pos;
        while (peek() == ' ' || peek() == '\t')
            ++m_pos;
        heredoc.delimiter = readWord().text.text();
        if (heredoc.delimiter.isEmpty())
            return;
        m_current.heredocs.append(heredoc);
        m_open.append(heredoc);
    }

    /// Bodies of heredocs that began on the line just ended; they are data, not commands.
    void skipHeredocBodies()
    {
        for (const ShellHeredoc &heredoc : std::as_const(m_open)) {
            while (!isAtEnd()) {
                qsizetype end = m_in.text().indexOf('\n', m_pos);
                end = end < 0 ? m_in.size() : end;
                QByteArray line = m_in.text().mid(m_pos, end - m_pos);
                m_pos = std::min(end + 1, m_in.size());
                while (heredoc.stripsTabs && line.startsWith('\t'))
                    line.remove(0, 1);
                if (line == heredoc.delimiter)
                    break;
            }
        }
        m_open.clear();
    }

    ShellWord readWord()
    {
        m_word = {};
        qsizetype end = m_pos < m_in.size() ? m_in.place(m_pos).begin : m_in.endInFile();
        while (!isAtEnd() && !QByteArrayLiteral(" \t\r\n;&|()<>").contains(peek())) {
            readPiece();
            end = m_in.place(m_pos - 1).end;
        }
        ShellWord word;
        word.text = m_word;
        word.text.setEndInFile(end);
        return word;
    }

    void readPiece()
    {
        const char c = peek();
        if (c == '\'') {
            ++m_pos;
            while (!isAtEnd() && peek() != '\'')
                take(true);
            skipOne();
        } else if (c == '"') {
            ++m_pos;
            while (!isAtEnd() && peek() != '"')
                readInDoubleQuotes();
            skipOne();
        } else if (c == '\\') {
            takeEscaped(false);
        } else if (c == '$' || c == '`') {
            readExpansion(false);
        } else {
            take(false);
        }
    }

    void readInDoubleQuotes()
    {
        if (peek() == '\\' && m_pos + 1 < m_in.size() &&
            QByteArrayLiteral("$`\"\\\n").contains(peek(1)))
            takeEscaped(true);
        else if (peek() == '$' || peek() == '`')
            readExpansion(true);
        else
            take(true);
    }

    void skipOne()
    {
        if (!isAtEnd())
            ++m_pos;
    }

    void take(bool quoted)
    {
        m_word.append(peek(), m_in.place(m_pos), quoted);
        ++m_pos;
    }

    void takeEscaped(bool quoted)
    {
        if (m_pos + 1 >= m_in.size()) {
            take(quoted);
            return;
        }
        if (peek(1) != '\n') // an escaped line end is nothing
            m_word.append(peek(1), {m_in.place(m_pos).begin, m_in.place(m_pos + 1).end}, quoted);
        m_pos += 2;
    }

    void readExpansion(bool quoted)
    {
        const qsizetype begin = m_pos;
        const bool isBacktick = peek() == '`';
        ++m_pos;
        if (isBacktick)
            skipBackticks();
        else if (peek() == '(')
            skipParentheses();
        else if (peek() == '{')
            skipBraces();
        else if (peek() == '\'' && !quoted)
            skipQuotes('\'');
        else if (isNameByte(peek()))
            while (isNameByte(peek()))
                ++m_pos;
        else if (QByteArrayLiteral("@*#?-$!").contains(peek()) && !isAtEnd())
            ++m_pos;
        m_word.append('$', {m_in.place(begin).begin, m_in.place(m_pos - 1).end}, quoted);
    }

    void skipBackticks()
    {
        while (!isAtEnd() && peek() != '`')
            m_pos += peek() == '\\' && m_pos + 1 < m_in.size() ? 2 : 1;
        skipOne();
    }

    void skipQuotes(char quote)
    {
        skipOne();
        while (!isAtEnd() && peek() != quote)
            m_pos += peek() == '\\' && quote == '"' && m_pos + 1 < m_in.size() ? 2 : 1;
        skipOne();
    }

    void skipParentheses() { skipNested('(', ')'); }
    void skipBraces() { skipNested('{', '}'); }

    void skipNested(char open, char close)
    {
        int depth = 0;
        while (!isAtEnd()) {
            const char c = peek();
            if (c == '\'' || c == '"') {
                skipQuotes(c);
                continue;
            }
            ++m_pos;
            if (c == '\\')
                skipOne();
            else if (c == open)
                ++depth;
            else if (c == close && --depth == 0)
                return;
        }
    }

    const MappedBytes &m_in;
    qsizetype m_pos = 0;
    MappedBytes m_word;
    ShellCommand m_current;
    QList<ShellHeredoc> m_open;
    QList<ShellCommand> m_commands;
};

} // namespace

QList<ShellCommand> readShell(const MappedBytes &text)
{
    return ShellReader(text).read();
}

} // namespace Slipway
