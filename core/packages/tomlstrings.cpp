// SPDX-License-Identifier: MIT
#include "core/packages/tomlstrings.h"

#include <QString>
#include <algorithm>

namespace Slipway {

namespace {

constexpr int maxDepth = 64;

bool isBareKeyByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
}

/// Every function returns false at the first byte that cannot be TOML and leaves m_pos there.
class TomlReader final
{
public:
    explicit TomlReader(const QByteArray &file) : m_file(file)
    {
        m_pos = file.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    }

    Result<TomlStrings> read()
    {
        if (readDocument())
            return m_found;
        const int line = 1 + int(std::count(m_file.begin(), m_file.begin() + m_pos, '\n'));
        return Error(QStringLiteral("packages.not-toml"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "Line %1 cannot be read as TOML: correct the file first."),
                     {QString::number(line)});
    }

private:
    char peek(qsizetype ahead = 0) const
    {
        return m_pos + ahead < m_file.size() ? m_file.at(m_pos + ahead) : '\0';
    }
    bool isAtEnd() const { return m_pos >= m_file.size(); }
    bool eat(char wanted)
    {
        if (isAtEnd() || peek() != wanted)
            return false;
        ++m_pos;
        return true;
    }
    bool isHere(const char *text) const { return m_file.mid(m_pos, 3).startsWith(text); }

    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\t')
            ++m_pos;
    }

    void skipComment()
    {
        if (peek() != '#')
            return;
        while (!isAtEnd() && peek() != '\n')
            ++m_pos;
    }

    void skipBlanksAndLines()
    {
        for (;;) {
            skipBlanks();
            skipComment();
            if (peek() != '\n' && peek() != '\r')
                return;
            ++m_pos;
        }
    }

    bool readDocument()
    {
        for (;;) {
            skipBlanksAndLines();
            if (isAtEnd())
                return true;
            if (peek() == '[' ? !readHeader() : !readKeyValue(m_table, 0))
                return false;
            skipBlanks();
            skipComment();
            if (!isAtEnd() && peek() != '\n' && peek() != '\r')
                return false;
        }
    }

    bool readHeader()
    {
        ++m_pos;
        const bool isArray = eat('[');
        m_table.clear();
        if (!readKey(&m_table) || !eat(']') || (isArray && !eat(']')))
            return false;
        m_found.tables.append(m_table);
        return true;
    }

    bool readKey(QStringList *path)
    {
        do {
            skipBlanks();
            if (peek() == '"' || peek() == '\'') {
                MappedBytes text;
                if (!readOneLineString(&text))
                    return false;
                path->append(QString::fromUtf8(text.text()));
            } else {
                const qsizetype begin = m_pos;
                while (isBareKeyByte(peek()))
                    ++m_pos;
                if (m_pos == begin)
                    return false;
                path->append(QString::fromLatin1(m_file.mid(begin, m_pos - begin)));
            }
            skipBlanks();
        } while (eat('.'));
        return true;
    }

    bool readKeyValue(const QStringList &table, int depth)
    {
        QStringList path = table;
        if (!readKey(&path) || !eat('='))
            return false;
        skipBlanks();
        return readValue(path, false, depth);
    }

    bool readValue(const QStringList &path, bool isInArray, int depth)
    {
        if (depth > maxDepth)
            return false;
        if (peek() == '"' || peek() == '\'') {
            TomlString string;
            string.path = path;
            string.isInArray = isInArray;
            const bool isLong = isHere("\"\"\"") || isHere("'''");
            if (isLong ? !readLongString(&string.text) : !readOneLineString(&string.text))
                return false;
            m_found.strings.append(string);
            return true;
        }
        if (peek() == '[')
            return readArray(path, depth);
        if (peek() == '{')
            return readInlineTable(path, depth);
        const qsizetype begin = m_pos;
        while (!isAtEnd() && !QByteArrayLiteral(",]}#\r\n").contains(peek()))
            ++m_pos;
        return m_pos > begin;
    }

    bool readArray(const QStringList &path, int depth)
    {
        ++m_pos;
        skipBlanksAndLines();
        while (!eat(']')) {
            if (!readValue(path, true, depth + 1))
                return false;
            skipBlanksAndLines();
            if (!eat(',') && peek() != ']')
                return false;
            skipBlanksAndLines();
        }
        return true;
    }

    bool readInlineTable(const QStringList &path, int depth)
    {
        ++m_pos;
        skipBlanksAndLines();
        while (!eat('}')) {
            if (!readKeyValue(path, depth + 1))
                return false;
            skipBlanksAndLines();
            if (!eat(',') && peek() != '}')
                return false;
            skipBlanksAndLines();
        }
        return true;
    }

    bool readOneLineString(MappedBytes *text)
    {
        const char quote = peek();
        ++m_pos;
        text->setEndInFile(m_pos);
        while (!isAtEnd() && peek() != '\n') {
            if (peek() == quote) {
                text->setEndInFile(m_pos++);
                return true;
            }
            if (!readCharacter(quote == '"', text))
                return false;
        }
        return false;
    }

    bool readLongString(MappedBytes *text)
    {
        const QByteArray quotes = m_file.mid(m_pos, 3);
        m_pos += 3;
        if (peek() == '\r' && peek(1) == '\n')
            ++m_pos;
        if (peek() == '\n')
            ++m_pos;
        while (!isAtEnd()) {
            // Up to two more quotes may stand before the closing three.
            if (isHere(quotes.constData()) && peek(3) != quotes.at(0)) {
                text->setEndInFile(m_pos);
                m_pos += 3;
                return true;
            }
            if (!readCharacter(quotes.at(0) == '"', text))
                return false;
        }
        return false;
    }

    bool readCharacter(bool hasEscapes, MappedBytes *text)
    {
        if (hasEscapes && peek() == '\\')
            return readEscape(text);
        text->append(peek(), {m_pos, m_pos + 1});
        ++m_pos;
        return true;
    }

    bool readEscape(MappedBytes *text)
    {
        static const QByteArray codes = QByteArrayLiteral("btnfre\"\\");
        static const QByteArray values = QByteArrayLiteral("\b\t\n\f\r\x1b\"\\");
        const qsizetype begin = m_pos++;
        const char code = peek();
        QByteArray bytes;
        if (code == 'u' || code == 'U' || code == 'x') {
            const int digits = code == 'u' ? 4 : code == 'U' ? 8 : 2;
            bool ok = false;
            const char32_t point = m_file.mid(m_pos + 1, digits).toUInt(&ok, 16);
            if (!ok || m_pos + digits >= m_file.size() || point > 0x10FFFF)
                return false;
            bytes = QString::fromUcs4(&point, 1).toUtf8();
            m_pos += digits + 1;
        } else if (const qsizetype index = code ? codes.indexOf(code) : -1; index >= 0) {
            bytes = values.mid(index, 1);
            ++m_pos;
        } else {
            return skipEscapedLineEnd();
        }
        for (const char byte : std::as_const(bytes))
            text->append(byte, {begin, m_pos});
        return true;
    }

    /// A backslash at the end of a line of a long string takes the blanks and lines away.
    bool skipEscapedLineEnd()
    {
        const qsizetype begin = m_pos;
        bool sawLineEnd = false;
        while (QByteArrayLiteral(" \t\r\n").contains(peek()) && !isAtEnd()) {
            sawLineEnd = sawLineEnd || peek() == '\n';
            ++m_pos;
        }
        if (!sawLineEnd)
            m_pos = begin;
        return sawLineEnd;
    }

    const QByteArray &m_file;
    qsizetype m_pos = 0;
    QStringList m_table;
    TomlStrings m_found;
};

} // namespace

Result<TomlStrings> readTomlStrings(const QByteArray &file)
{
    return TomlReader(file).read();
}

} // namespace Slipway
