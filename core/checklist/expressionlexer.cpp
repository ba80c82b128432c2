// SPDX-License-Identifier: MIT
#include "core/checklist/expressionlexer.h"

#include "core/checklist/expressionnode.h"

namespace Slipway {

namespace {

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || isDigit(c) || c == u'-';
}

class Lexer final
{
public:
    Lexer(const QString &text, const Place &place) : m_text(text), m_place(place) {}

    Result<QList<Token>> tokens()
    {
        QList<Token> tokens;
        for (;;) {
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            auto token = next();
            if (!token)
                return token.error();
            tokens.append(*token);
            if (token->kind == Token::Kind::End)
                return tokens;
        }
    }

private:
    Result<Token> next()
    {
        if (m_at >= m_text.size())
            return Token{Token::Kind::End, {}, {}, here()};
        const QChar c = m_text[m_at];
        const bool isNegative = c == u'-' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1]);
        if (isDigit(c) || isNegative)
            return number();
        if (isNameStart(c))
            return name();
        if (c == u'\'')
            return quoted();
        return symbol();
    }

    Place here() const { return placeWithin(m_text, m_at, m_place); }

    Result<Token> number()
    {
        const Place place = here();
        const qsizetype start = m_at++;
        while (m_at < m_text.size() && (isNamePart(m_text[m_at]) || m_text[m_at] == u'.'))
            ++m_at;
        const QString digits = m_text.mid(start, m_at - start);
        constexpr qint64 mostExact = qint64(1) << 53; // in the numbers of JSON
        bool isNumber = false;
        const qint64 value = digits.toLongLong(&isNumber);
        if (isNumber && value >= -mostExact && value <= mostExact)
            return Token{Token::Kind::Literal, digits, Value(value), place};
        return Error(QStringLiteral("expression.number"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "'%1' is no whole number. Put texts in single quotes."),
                     {digits})
            .at(place);
    }

    Token name()
    {
        const Place place = here();
        const qsizetype start = m_at;
        while (m_at < m_text.size() && isNamePart(m_text[m_at]))
            ++m_at;
        return {Token::Kind::Name, m_text.mid(start, m_at - start), {}, place};
    }

    Result<Token> quoted()
    {
        const Place place = here();
        QString value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != u'\'') {
                value += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\'') {
                value += u'\'';
                ++m_at;
            } else {
                ++m_at;
                return Token{Token::Kind::Literal, value, Value(value), place};
            }
        }
        return Error(QStringLiteral("expression.open-quote"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The text that begins here has no end. Close it with a "
                                       "single quote; write a quote inside it twice."))
            .at(place);
    }

    Result<Token> symbol()
    {
        static const QStringList symbols{
            QStringLiteral("&&"), QStringLiteral("||"), QStringLiteral("=="), QStringLiteral("!="),
            QStringLiteral("<="), QStringLiteral(">="), QStringLiteral("."),  QStringLiteral("["),
            QStringLiteral("]"),  QStringLiteral("("),  QStringLiteral(")"),  QStringLiteral(","),
            QStringLiteral("!"),  QStringLiteral("<"),  QStringLiteral(">")};
        const Place place = here();
        for (const QString &symbol : symbols) {
            if (QStringView(m_text).mid(m_at).startsWith(symbol)) {
                m_at += symbol.size();
                return Token{Token::Kind::Symbol, symbol, {}, place};
            }
        }
        return unexpected(place);
    }

    Error unexpected(const Place &place) const
    {
        const QString found = m_text.mid(m_at, 1);
        if (found == u"\"")
            return Error(QStringLiteral("expression.double-quote"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "Texts in expressions stand in single quotes, such as "
                                           "'main'."))
                .at(place);
        return Error(QStringLiteral("expression.character"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "'%1' has no meaning in an expression. It knows ! == != < "
                                       "<= > >= && || ( ) [ ] . and functions."),
                     {found})
            .at(place);
    }

    const QString &m_text;
    const Place &m_place;
    qsizetype m_at = 0;
};

} // namespace

Place placeWithin(const QString &text, qsizetype index, const Place &start)
{
    Place place = start;
    qsizetype lineStart = 0;
    for (qsizetype next = text.indexOf(u'\n'); next >= 0 && next < index;
         next = text.indexOf(u'\n', lineStart)) {
        ++place.line;
        lineStart = next + 1;
    }
    // Columns count characters; a pair of surrogates is one.
    for (qsizetype i = lineStart; i < index && i < text.size(); ++i)
        place.column += text[i].isLowSurrogate() ? 0 : 1;
    return place;
}

Result<QList<Token>> tokensOf(const QString &text, const Place &place)
{
    return Lexer(text, place).tokens();
}

} // namespace Slipway
