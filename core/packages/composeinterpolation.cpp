// SPDX-License-Identifier: MIT
#include "core/packages/composeinterpolation.h"

namespace Slipway {

namespace {

constexpr int maxNesting = 16;

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNameByte(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

class Interpolator final
{
public:
    explicit Interpolator(const MappedBytes &written) : m_in(written) {}

    Interpolated read()
    {
        m_found.text = readText(0);
        return std::move(m_found);
    }

private:
    char peek(qsizetype ahead = 0) const
    {
        return m_pos + ahead < m_in.size() ? m_in.at(m_pos + ahead) : '\0';
    }
    bool isAtEnd() const { return m_pos >= m_in.size(); }

    /// To the end, or inside of braces to the one that closes them.
    MappedBytes readText(int nesting)
    {
        MappedBytes text;
        while (!isAtEnd() && (nesting == 0 || peek() != '}')) {
            if (peek() == '$' && peek(1) == '$') {
                text.append('$', {m_in.place(m_pos).begin, m_in.place(m_pos + 1).end});
                m_pos += 2;
            } else if (peek() == '$' && peek(1) == '{') {
                readBraced(&text, nesting);
            } else if (peek() == '$' && isNameStart(peek(1))) {
                const qsizetype begin = m_pos++;
                leave(begin, readName(), &text);
            } else {
                text.append(m_in.at(m_pos), m_in.place(m_pos));
                ++m_pos;
            }
        }
        return text;
    }

    QString readName()
    {
        const qsizetype begin = m_pos;
        while (isNameByte(peek()))
            ++m_pos;
        return QString::fromLatin1(m_in.text().mid(begin, m_pos - begin));
    }

    /// What the file does not tell stays in the text as written.
    void leave(qsizetype begin, const QString &name, MappedBytes *text)
    {
        m_found.unknown.append(name);
        text->append(m_in.mid(begin, m_pos - begin));
    }

    void readBraced(MappedBytes *text, int nesting)
    {
        const qsizetype begin = m_pos;
        m_pos += 2;
        const QString name = readName();
        const qsizetype behindName = m_pos;
        if (peek() == ':')
            ++m_pos;
        const bool hasDefault = peek() == '-' && !name.isEmpty() && nesting < maxNesting;
        if (hasDefault) {
            ++m_pos;
            readDefault(begin, name, text, nesting);
            return;
        }
        m_pos = behindName;
        skipToBrace();
        leave(begin, name, text);
    }

    void readDefault(qsizetype begin, const QString &name, MappedBytes *text, int nesting)
    {
        const MappedBytes value = readText(nesting + 1);
        if (isAtEnd()) {
            leave(begin, name, text);
            return;
        }
        ++m_pos;
        m_found.defaults.append(name);
        text->append(value);
    }

    void skipToBrace()
    {
        int depth = 1;
        while (!isAtEnd() && depth > 0) {
            depth += peek() == '{' ? 1 : peek() == '}' ? -1 : 0;
            ++m_pos;
        }
    }

    const MappedBytes &m_in;
    qsizetype m_pos = 0;
    Interpolated m_found;
};

} // namespace

Interpolated interpolateDefaults(const MappedBytes &written)
{
    return Interpolator(written).read();
}

} // namespace Slipway
