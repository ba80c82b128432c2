// SPDX-License-Identifier: MIT
#include "core/packages/jsonstrings.h"

#include <QString>

namespace Slipway {

namespace {

class JsonStringsReader final
{
public:
    explicit JsonStringsReader(const MappedBytes &text) : m_in(text) {}

    std::optional<QList<MappedBytes>> read()
    {
        QList<MappedBytes> strings;
        skipBlanks();
        if (!eat('['))
            return std::nullopt;
        skipBlanks();
        while (!eat(']')) {
            if (!strings.isEmpty() && !eat(','))
                return std::nullopt;
            skipBlanks();
            MappedBytes string;
            if (!readString(&string))
                return std::nullopt;
            strings.append(string);
            skipBlanks();
        }
        skipBlanks();
        return m_pos == m_in.size() ? std::optional(strings) : std::nullopt;
    }

private:
    char peek() const { return m_pos < m_in.size() ? m_in.at(m_pos) : '\0'; }

    bool eat(char wanted)
    {
        if (m_pos >= m_in.size() || peek() != wanted)
            return false;
        ++m_pos;
        return true;
    }

    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n')
            ++m_pos;
    }

    bool readString(MappedBytes *string)
    {
        if (!eat('"'))
            return false;
        while (m_pos < m_in.size()) {
            if (eat('"'))
                return true;
            if (peek() == '\\') {
                if (!readEscape(string))
                    return false;
            } else {
                if (quint8(peek()) < 0x20)
                    return false;
                string->append(peek(), m_in.place(m_pos));
                ++m_pos;
            }
        }
        return false;
    }

    bool readEscape(MappedBytes *string)
    {
        static constexpr char codes[] = "\"\\/bfnrt";
        static constexpr char values[] = "\"\\/\b\f\n\r\t";
        const qsizetype begin = m_pos++;
        const char code = peek();
        QByteArray bytes;
        if (code == 'u') {
            bool ok = false;
            const ushort unit = m_in.text().mid(m_pos + 1, 4).toUShort(&ok, 16);
            if (!ok || m_pos + 4 >= m_in.size())
                return false;
            bytes = QString(QChar(unit)).toUtf8();
            m_pos += 4;
        } else {
            const char *found = code ? std::char_traits<char>::find(codes, 8, code) : nullptr;
            if (!found)
                return false;
            bytes = QByteArray(1, values[found - codes]);
        }
        ++m_pos;
        const ByteRange place = {m_in.place(begin).begin, m_in.place(m_pos - 1).end};
        for (const char byte : std::as_const(bytes))
            string->append(byte, place);
        return true;
    }

    const MappedBytes &m_in;
    qsizetype m_pos = 0;
};

} // namespace

std::optional<QList<MappedBytes>> readJsonStrings(const MappedBytes &text)
{
    return JsonStringsReader(text).read();
}

} // namespace Slipway
