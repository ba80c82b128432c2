// SPDX-License-Identifier: MIT
#include "core/registry/registryreplies.h"

#include "core/registry/imagereference.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace Slipway {

namespace {

constexpr qsizetype longestToken = 64 * 1024;
constexpr qsizetype longestProblem = 200;

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArray("!#$%&'*+-.^_`|~/=").contains(c);
}

/// Reads a header of words, quoted texts and commas.
class HeaderReader final
{
public:
    explicit HeaderReader(const QByteArray &text) : m_text(text) {}

    bool isAtEnd() const { return m_at >= m_text.size(); }
    void skip(const char *characters)
    {
        while (!isAtEnd() && QByteArray(characters).contains(m_text[m_at]))
            ++m_at;
    }
    bool take(char c)
    {
        if (isAtEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    QByteArray word(bool withEquals)
    {
        const qsizetype begin = m_at;
        while (!isAtEnd() && isTokenCharacter(m_text[m_at]) && (withEquals || m_text[m_at] != '='))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }
    QByteArray value()
    {
        if (!take('"'))
            return word(true);
        QByteArray text;
        while (!isAtEnd() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            text += m_text[m_at++];
        }
        take('"');
        return text;
    }
    void skipOne() { ++m_at; }

private:
    const QByteArray m_text;
    qsizetype m_at = 0;
};

Error badReply(const char *why)
{
    return Error(QStringLiteral("registry.reply"), why);
}

QJsonObject objectOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

/// The target of a Link header's part with rel=next; nothing if it has none.
std::optional<QByteArray> nextTarget(const QByteArray &link)
{
    for (qsizetype at = link.indexOf('<'); at >= 0; at = link.indexOf('<', at + 1)) {
        const qsizetype end = link.indexOf('>', at);
        if (end < 0)
            return {};
        const qsizetype following = link.indexOf('<', end);
        const QByteArray parameters =
            link.mid(end + 1, following < 0 ? -1 : following - end - 1).toLower().replace(' ', "");
        if (parameters.contains("rel=\"next\"") || parameters.contains("rel=next"))
            return link.mid(at + 1, end - at - 1);
    }
    return {};
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

/// Under co.uk and gov.br every name is of somebody else, and so it is right below com.
bool isSharedParent(const QStringList &labels)
{
    static const QStringList shared{
        QStringLiteral("co"),  QStringLiteral("com"), QStringLiteral("org"), QStringLiteral("net"),
        QStringLiteral("gov"), QStringLiteral("edu"), QStringLiteral("ac"),  QStringLiteral("mil")};
    return labels.size() < 2 ||
           (labels.size() == 2 && labels[1].size() == 2 && shared.contains(labels[0]));
}

} // namespace

QList<AuthChallenge> readChallenges(const QByteArray &header)
{
    QList<AuthChallenge> challenges;
    HeaderReader reader(header);
    while (!reader.isAtEnd()) {
        reader.skip(" \t,");
        const QByteArray word = reader.word(false);
        reader.skip(" \t");
        if (word.isEmpty()) {
            reader.skipOne();
        } else if (!reader.take('=')) {
            challenges.append({QString::fromLatin1(word).toLower(), {}});
        } else {
            reader.skip(" \t");
            const QByteArray value = reader.value();
            if (!challenges.isEmpty())
                challenges.last().parameters.insert(QString::fromLatin1(word).toLower(),
                                                    QString::fromUtf8(value));
        }
    }
    return challenges;
}

Result<QStringList> readTagPage(const QByteArray &body)
{
    const QJsonObject page = objectOf(body);
    const QJsonValue tags = page[QStringLiteral("tags")];
    if (page.isEmpty() || (!tags.isArray() && !tags.isNull() && !tags.isUndefined()) ||
        !page[QStringLiteral("name")].isString())
        return badReply(QT_TRANSLATE_NOOP("Slipway::Error", "This is no list of tags."));
    QStringList read;
    const QJsonArray array = tags.toArray();
    for (const QJsonValue &tag : array) {
        if (isImageTag(tag.toString()))
            read.append(tag.toString());
    }
    return read;
}

Result<std::optional<QUrl>> readNextPage(const QByteArray &link, const QUrl &asked)
{
    const auto target = nextTarget(link);
    if (!target)
        return std::optional<QUrl>();
    const QUrl next = asked.resolved(QUrl::fromEncoded(*target, QUrl::StrictMode));
    if (target->isEmpty() || !next.isValid() || !isSameOrigin(next, asked) ||
        !next.userInfo().isEmpty() || !next.path().startsWith(QLatin1String("/v2/")))
        return Error(QStringLiteral("registry.foreign-page"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 says that its list goes on at another place, %2, which "
                                       "is not followed."),
                     {asked.host(), QString::fromUtf8(*target).left(longestProblem)});
    return std::optional(next);
}

Result<QByteArray> readToken(const QByteArray &body)
{
    const QJsonObject reply = objectOf(body);
    QString token = reply[QStringLiteral("token")].toString();
    if (token.isEmpty())
        token = reply[QStringLiteral("access_token")].toString();
    const bool isClean = std::all_of(token.begin(), token.end(), [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7f;
    });
    if (token.isEmpty() || token.size() > longestToken || !isClean)
        return badReply(QT_TRANSLATE_NOOP("Slipway::Error", "This is no token."));
    return token.toLatin1();
}

QString readProblem(const QByteArray &body)
{
    const QJsonObject reply = objectOf(body);
    const QJsonObject first = reply[QStringLiteral("errors")].toArray().first().toObject();
    QString problem = first[QStringLiteral("message")].toString();
    if (problem.isEmpty())
        problem = first[QStringLiteral("code")].toString();
    for (const char *name : {"message", "details", "error_description", "error"}) {
        if (problem.isEmpty())
            problem = reply[QLatin1String(name)].toString();
    }
    problem.removeIf([](QChar c) { return !c.isPrint() && c != u' '; });
    return problem.left(longestProblem);
}

std::optional<qint64> readRetryAfter(const QByteArray &header, qint64 now)
{
    constexpr qint64 longest = 7 * 24 * 3600;
    bool isNumber = false;
    const qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return std::clamp<qint64>(seconds, 0, longest);
    QString text = QString::fromLatin1(header.trimmed());
    if (text.endsWith(QLatin1String(" GMT")))
        text.chop(4);
    QDateTime then = QLocale::c().toDateTime(text, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"));
    if (!then.isValid())
        return {};
    then.setTimeSpec(Qt::UTC);
    return std::clamp<qint64>((then.toMSecsSinceEpoch() - now + 999) / 1000, 0, longest);
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() &&
           portOf(one) == portOf(other);
}

bool isOfThisMachine(const QUrl &url)
{
    static const QRegularExpression own(QRegularExpression::anchoredPattern(
        QStringLiteral("localhost|127(?:\\.[0-9]{1,3}){3}|::1")));
    return own.match(url.host()).hasMatch();
}

bool mayLoginAt(const QUrl &realm, const QUrl &registry)
{
    if (isSameOrigin(realm, registry))
        return true;
    if (realm.scheme() != u"https" || registry.scheme() != u"https")
        return false;
    if (realm.host() == registry.host())
        return true;
    // auth.example.org and example.org for registry.example.org
    const qsizetype dot = registry.host().indexOf(u'.');
    const QString parent = registry.host().mid(dot + 1);
    return dot > 0 && !isSharedParent(parent.split(u'.')) &&
           (realm.host() == parent || realm.host().endsWith(u'.' + parent));
}

} // namespace Slipway
