// SPDX-License-Identifier: MIT
#include "core/packages/requirement.h"

#include "core/packages/packagename.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Slipway {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_' || c == '.';
}

/// Reads from left to right; every function leaves the position behind what it read.
class RequirementReader final
{
public:
    explicit RequirementReader(const QByteArray &text) : m_text(text) {}

    Result<Requirement> read()
    {
        skipBlanks();
        if (!readName())
            return problem();
        skipBlanksBefore('[');
        if (peek() == '[' && !readExtras())
            return problem();
        m_found.specifier = {m_pos, m_pos};
        const qsizetype behindName = m_pos;
        skipBlanks();
        if (peek() == '@') {
            readUrl();
        } else if (!readSpecifier(behindName)) {
            return problem();
        }
        skipBlanks();
        if (peek() == ';') {
            m_found.marker = {m_pos + 1, m_text.size()};
            m_pos = m_text.size();
        }
        if (m_pos != m_text.size())
            return problem();
        return m_found;
    }

private:
    char peek() const { return m_pos < m_text.size() ? m_text.at(m_pos) : '\0'; }

    void skipBlanks()
    {
        while (isBlank(peek()))
            ++m_pos;
    }

    void skipBlanksBefore(char wanted)
    {
        const qsizetype start = m_pos;
        skipBlanks();
        if (peek() != wanted)
            m_pos = start;
    }

    QString nameHere()
    {
        const qsizetype begin = m_pos;
        while (isNameCharacter(peek()))
            ++m_pos;
        return QString::fromLatin1(m_text.mid(begin, m_pos - begin));
    }

    bool readName()
    {
        m_found.nameRange.begin = m_pos;
        m_found.name = nameHere();
        m_found.nameRange.end = m_pos;
        return isPackageName(m_found.name);
    }

    bool readExtras()
    {
        ++m_pos;
        skipBlanks();
        while (peek() != ']') {
            const QString extra = nameHere();
            if (!isPackageName(extra))
                return false;
            m_found.extras.append(extra);
            skipBlanks();
            if (peek() == ',') {
                ++m_pos;
                skipBlanks();
            } else if (peek() != ']') {
                return false;
            }
        }
        ++m_pos;
        return true;
    }

    /// A URL ends at a blank: the marker stands behind one (PEP 508).
    void readUrl()
    {
        ++m_pos;
        skipBlanks();
        m_found.url.begin = m_pos;
        while (m_pos < m_text.size() && !isBlank(peek()))
            ++m_pos;
        m_found.url.end = m_pos;
    }

    bool readSpecifier(qsizetype behindName)
    {
        const bool isParenthesised = peek() == '(';
        if (isParenthesised) {
            ++m_pos;
            skipBlanks();
        }
        while (readClause()) {
            skipBlanksBefore(',');
            if (peek() != ',')
                break;
            ++m_pos;
            skipBlanks();
        }
        if (isParenthesised) {
            skipBlanks();
            if (peek() != ')' || m_found.clauses.isEmpty())
                return false;
            ++m_pos;
        }
        if (!m_found.clauses.isEmpty())
            m_found.specifier = {behindName, m_pos};
        return true;
    }

    bool readClause()
    {
        static constexpr std::array<const char *, 8> operators = {
            "===", "==", "~=", "!=", "<=", ">=", "<", ">"};
        const qsizetype start = m_pos;
        for (const char *op : operators) {
            if (!m_text.mid(m_pos, 3).startsWith(op))
                continue;
            SpecifierClause clause;
            clause.op = QString::fromLatin1(op);
            m_pos += clause.op.size();
            skipBlanks();
            clause.versionRange.begin = m_pos;
            while (m_pos < m_text.size() && !isBlank(peek()) && peek() != ',' && peek() != ';' &&
                   peek() != ')')
                ++m_pos;
            clause.versionRange.end = m_pos;
            clause.version = clause.versionRange.of(m_text);
            if (!clause.version.isEmpty()) {
                m_found.clauses.append(clause);
                return true;
            }
        }
        m_pos = start;
        return false;
    }

    Error problem() const
    {
        return Error(QStringLiteral("packages.not-a-requirement"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "\"%1\" is not a requirement such as name==1.2: it cannot "
                                       "be read from column %2 on."),
                     {QString::fromUtf8(m_text), QString::number(m_pos + 1)});
    }

    const QByteArray &m_text;
    qsizetype m_pos = 0;
    Requirement m_found;
};

} // namespace

Result<Requirement> Requirement::parse(const QByteArray &text)
{
    return RequirementReader(text).read();
}

bool isFileOrAddress(const QByteArray &text)
{
    static constexpr std::array<const char *, 12> archives = {
        ".whl", ".zip",    ".tar.gz", ".tgz",      ".tar", ".tar.bz2",
        ".tbz", ".tar.xz", ".txz",    ".tar.lzma", ".tlz", ".egg"};
    const QByteArray trimmed = text.trimmed();
    const qsizetype at = trimmed.indexOf('@');
    const QByteArray head = (at >= 0 ? trimmed.left(at) : trimmed);
    if (head.startsWith('.') || head.startsWith('/') || head.startsWith('~'))
        return true;
    const qsizetype marker = head.indexOf(';');
    const QByteArray bare = head.left(marker >= 0 ? marker : head.size()).trimmed();
    if (bare.contains('/') || bare.contains('\\'))
        return true;
    const QByteArray stem = bare.left(bare.indexOf('[') >= 0 ? bare.indexOf('[') : bare.size());
    const QByteArray lower = stem.toLower();
    return std::any_of(archives.begin(), archives.end(),
                       [&](const char *ending) { return lower.endsWith(ending); });
}

} // namespace Slipway
