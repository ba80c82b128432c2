// SPDX-License-Identifier: MIT
#include "core/yaml/yamlflowdepth.h"

namespace Slipway {

namespace {

/// Walks over the bytes once, keeping how deep flow collections are nested.
class FlowScanner final
{
public:
    FlowScanner(const QByteArray &bytes, int limit) : m_bytes(bytes), m_limit(limit) {}

    qsizetype scan()
    {
        while (m_at < m_bytes.size()) {
            if (isLineStart() && m_depth == 0 && skipBlockText())
                continue;
            if (step() && m_depth > m_limit)
                return m_at;
            ++m_at;
        }
        return -1;
    }

private:
    bool isLineStart() const { return m_at == 0 || m_bytes[m_at - 1] == '\n'; }
    bool isAfterBlank() const
    {
        return m_at == 0 || QByteArrayView(" \t\n\r").contains(m_bytes[m_at - 1]);
    }
    /// In a block collection a flow one begins only where a node can.
    bool isNodeStart() const
    {
        qsizetype before = m_at - 1;
        while (before >= 0 && (m_bytes[before] == ' ' || m_bytes[before] == '\t'))
            --before;
        if (before < 0 || m_bytes[before] == '\n' || m_bytes[before] == '\r')
            return true;
        return m_depth > 0 ? QByteArrayView("[{,:?").contains(m_bytes[before])
                           : before < m_at - 1 && QByteArrayView(":-?").contains(m_bytes[before]);
    }

    /// One byte; true if a collection was opened.
    bool step()
    {
        const char byte = m_bytes[m_at];
        if (byte == '#' && isAfterBlank()) {
            skipTo('\n');
        } else if ((byte == '"' || byte == '\'') && isNodeStart()) {
            skipQuoted(byte);
        } else if ((byte == '[' || byte == '{') && (m_depth > 0 || isNodeStart())) {
            ++m_depth;
            return true;
        } else if ((byte == ']' || byte == '}') && m_depth > 0) {
            --m_depth;
        } else if ((byte == '|' || byte == '>') && m_depth == 0 && isNodeStart()) {
            m_blockIndent = lineIndent();
            skipTo('\n');
        }
        return false;
    }

    void skipTo(char byte)
    {
        const qsizetype found = m_bytes.indexOf(byte, m_at);
        m_at = found < 0 ? m_bytes.size() : found;
    }

    void skipQuoted(char quote)
    {
        for (++m_at; m_at < m_bytes.size() && m_bytes[m_at] != quote; ++m_at) {
            if (quote == '"' && m_bytes[m_at] == '\\')
                ++m_at;
        }
    }

    /// Blanks and list dashes before the first word of the current line.
    qsizetype lineIndent() const
    {
        const qsizetype start = m_at == 0 ? 0 : m_bytes.lastIndexOf('\n', m_at - 1) + 1;
        return indentAt(start);
    }

    qsizetype indentAt(qsizetype start) const
    {
        qsizetype end = start;
        while (end < m_bytes.size() &&
               (m_bytes[end] == ' ' ||
                (m_bytes[end] == '-' && end + 1 < m_bytes.size() && m_bytes[end + 1] == ' ')))
            ++end;
        return end - start;
    }

    /// At the start of a line: leaves a line out that belongs to a block scalar.
    bool skipBlockText()
    {
        if (m_blockIndent < 0)
            return false;
        qsizetype end = m_at;
        while (end < m_bytes.size() && m_bytes[end] == ' ')
            ++end;
        const bool isEmpty = end == m_bytes.size() || m_bytes[end] == '\n' || m_bytes[end] == '\r';
        if (!isEmpty && end - m_at <= m_blockIndent) {
            m_blockIndent = -1;
            return false;
        }
        skipTo('\n');
        ++m_at;
        return true;
    }

    const QByteArray &m_bytes;
    const int m_limit;
    qsizetype m_at = 0;
    int m_depth = 0;
    qsizetype m_blockIndent = -1; ///< of the line that began a block scalar; -1: in none
};

} // namespace

qsizetype flowDepthExceeded(const QByteArray &bytes, int limit)
{
    return FlowScanner(bytes, limit).scan();
}

} // namespace Slipway
