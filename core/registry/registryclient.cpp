// SPDX-License-Identifier: MIT
#include "core/registry/registryclient.h"

#include "core/base/clock.h"
#include "core/registry/registryreplies.h"

#include <QSet>
#include <QUrlQuery>
#include <chrono>
#include <thread>

namespace Slipway {

namespace {

constexpr int lookMs = 50;
constexpr int unauthorized = 401;
constexpr int tooMany = 429;
constexpr int unavailable = 503;

/// Every form in which a registry may keep an image.
constexpr auto manifestTypes = "application/vnd.oci.image.index.v1+json, "
                               "application/vnd.oci.image.manifest.v1+json, "
                               "application/vnd.docker.distribution.manifest.list.v2+json, "
                               "application/vnd.docker.distribution.manifest.v2+json";

Error withoutLogin(const QUrl &registry)
{
    return {QStringLiteral("registry.login"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 wants to know who asks. Log in with docker login %1, then try "
                              "again."),
            {registry.authority()}};
}

Error denied(const QUrl &registry, const QString &repository)
{
    return {QStringLiteral("registry.denied"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 does not show %2 to the user that docker is logged in as. Log in "
                              "anew with docker login %1, as somebody who may see it."),
            {registry.authority(), repository}};
}

Error unknownImage(const QUrl &registry, const ImageReference &image)
{
    return {QStringLiteral("registry.unknown"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 has no image %2, or does not show it to everybody. Check the "
                              "name; for a private one, log in with docker login %1."),
            {registry.authority(), image.repository}};
}

Error noRegistry(const QUrl &registry)
{
    return {QStringLiteral("registry.reply"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 does not answer as a registry of images does. Check the name of "
                              "the image, and whether a proxy answers in its place."),
            {registry.authority()}};
}

Error tooMuch(const QUrl &registry, const ImageReference &image)
{
    return {
        QStringLiteral("registry.too-much"),
        QT_TRANSLATE_NOOP("Slipway::Error", "%1 answers with more about %2 than can be looked at."),
        {registry.authority(), image.repository}};
}

Error limited(const QUrl &registry, qint64 seconds)
{
    return {QStringLiteral("registry.rate-limit"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 was asked too often and wants to be left alone for %2 seconds. "
                              "Try again then, or log in with docker login for more."),
            {registry.authority(), QString::number(seconds)}};
}

/// What a status other than 200 means, once everything was tried.
Error refusal(const HttpReply &reply, const QUrl &registry, const ImageReference &image,
              bool hasCredential)
{
    if (reply.status == unauthorized || reply.status == 403)
        return (hasCredential ? denied(registry, image.repository) : withoutLogin(registry))
            .withDetail(readProblem(reply.body));
    if (reply.status == 404)
        return unknownImage(registry, image).withDetail(readProblem(reply.body));
    const QString problem = readProblem(reply.body);
    return {QStringLiteral("registry.refused"),
            QT_TRANSLATE_NOOP("Slipway::Error", "%1 answered %2 to the question for %3: %4"),
            {registry.authority(), QString::number(reply.status), image.repository,
             problem.isEmpty() ? QString::fromLatin1(reply.reason).left(100) : problem}};
}

QByteArray basic(const RegistryCredential &credential)
{
    return "Basic " + (credential.user + u':' + credential.secret).toUtf8().toBase64();
}

/// The scope that lets one repository be read, whatever the registry suggests: some suggest
/// more, and some another repository.
QString scopeOf(const ImageReference &image)
{
    return QStringLiteral("repository:%1:pull").arg(image.repository);
}

QByteArray encoded(const QString &value)
{
    return QUrl::toPercentEncoding(value);
}

} // namespace

RegistryClient::RegistryClient(DockerCredentials credentials, DockerCredentials::Ask ask,
                               RegistryLimits limits, std::stop_token stop)
    : m_credentials(std::move(credentials))
    , m_ask(std::move(ask))
    , m_limits(limits)
    , m_stop(std::move(stop))
{
}

Result<QStringList> RegistryClient::tags(const ImageReference &image)
{
    const auto base = baseOf(image);
    if (!base)
        return base.error();
    const QUrl first = base->resolved(
        QUrl(QStringLiteral("/v2/%1/tags/list?n=%2").arg(image.repository).arg(m_limits.pageSize)));
    QStringList tags;
    QSet<QString> seen;
    QUrl url = first;
    for (int pages = 0; !url.isEmpty(); ++pages) {
        if (pages == m_limits.pages || tags.size() > m_limits.tags)
            return tooMuch(*base, image);
        const auto page = this->page(url, image);
        if (!page)
            return page.error();
        const qsizetype before = tags.size();
        for (const QString &tag : page->tags) {
            if (!seen.contains(tag))
                tags.append(tag);
            seen.insert(tag);
        }
        url = page->next;
        if (tags.size() == before)
            break; // the same again, or nothing
        // Some cut the list without saying where it goes on.
        if (url.isEmpty() && page->tags.size() >= m_limits.pageSize)
            url = QUrl(first.toString(QUrl::FullyEncoded) + QStringLiteral("&last=") +
                       page->tags.last());
    }
    return tags;
}

Result<QString> RegistryClient::digest(const ImageReference &image)
{
    const auto base = baseOf(image);
    if (!base)
        return base.error();
    const QUrl url = base->resolved(
        QUrl(QStringLiteral("/v2/%1/manifests/%2").arg(image.repository, image.tag)));
    const auto reply = get(url, image, "HEAD");
    if (!reply)
        return reply.error();
    if (reply->status != 200)
        return refusal(*reply, *base, image, m_known.value(image.registry).has_value());
    const QString digest = QString::fromLatin1(reply->header("Docker-Content-Digest"));
    if (!ImageReference::parse(image.name() + u'@' + digest))
        return noRegistry(*base);
    return digest;
}

Result<RegistryClient::Page> RegistryClient::page(const QUrl &url, const ImageReference &image)
{
    const auto reply = get(url, image);
    if (!reply)
        return reply.error();
    if (reply->status != 200)
        return refusal(*reply, url, image, m_known.value(image.registry).has_value());
    if (reply->isTruncated)
        return tooMuch(url, image);
    const auto tags = readTagPage(reply->body);
    if (!tags)
        return noRegistry(url);
    const auto next = readNextPage(reply->header("Link"), url);
    if (!next)
        return next.error();
    return Page{*tags, next->value_or(QUrl())};
}

Result<HttpReply> RegistryClient::get(const QUrl &url, const ImageReference &image,
                                      const QByteArray &method)
{
    for (bool isSecond = false;; isSecond = true) {
        HttpRequest request;
        request.method = method;
        request.url = url.toString(QUrl::FullyEncoded);
        request.headers.emplace_back("Accept",
                                     method == "HEAD" ? manifestTypes : "application/json");
        const QByteArray known = m_authorizations.value(image.name());
        if (!known.isEmpty())
            request.headers.emplace_back("Authorization", known);
        auto reply = send(request);
        if (!reply || reply->status != unauthorized || isSecond)
            return reply;
        const auto authorization = this->authorization(*reply, url, image);
        if (!authorization)
            return authorization.error();
        m_authorizations.insert(image.name(), *authorization);
    }
}

/// Asks, and waits as long as a registry asks for when that is short.
Result<HttpReply> RegistryClient::send(HttpRequest request)
{
    request.timeoutMs = m_limits.timeoutMs;
    request.maxBytes = m_limits.pageBytes;
    const QUrl url(request.url);
    qint64 waited = 0;
    for (int turn = 0;; ++turn) {
        auto reply = askHttp(request, m_stop);
        if (!reply)
            return reply;
        const QByteArray after = reply->header("Retry-After");
        const bool isBusy = reply->status == unavailable && !after.isEmpty();
        if (reply->status != tooMany && !isBusy)
            return reply;
        const qint64 seconds =
            readRetryAfter(after, SystemClock().now()).value_or(qint64(1) << qMin(turn, 10));
        // Never at once again and again, whatever the registry says.
        const qint64 wait = qMax<qint64>(seconds * 1000, 100);
        waited += wait;
        if (waited > m_limits.patienceMs)
            return limited(url, seconds);
        for (qint64 slept = 0; slept < wait && !m_stop.stop_requested(); slept += lookMs)
            std::this_thread::sleep_for(std::chrono::milliseconds(lookMs));
    }
}

/// What a reply that asks who is there wants to hear.
Result<QByteArray> RegistryClient::authorization(const HttpReply &reply, const QUrl &url,
                                                 const ImageReference &image)
{
    const auto challenges = readChallenges(reply.header("WWW-Authenticate"));
    for (const AuthChallenge &challenge : challenges) {
        if (challenge.scheme == u"bearer" && challenge.parameters.contains(QStringLiteral("realm")))
            return bearer(challenge.parameters, url, image);
    }
    for (const AuthChallenge &challenge : challenges) {
        if (challenge.scheme != u"basic")
            continue;
        const auto credential = credentialFor(image);
        if (!credential)
            return credential.error();
        if (!credential->has_value())
            return withoutLogin(url);
        return (*credential)->isIdentityToken ? Result<QByteArray>(denied(url, image.repository))
                                              : basic(**credential);
    }
    return refusal(reply, url, image, m_known.value(image.registry).has_value());
}

Result<QByteArray> RegistryClient::bearer(const QMap<QString, QString> &challenge,
                                          const QUrl &registry, const ImageReference &image)
{
    const QUrl realm(challenge[QStringLiteral("realm")], QUrl::StrictMode);
    const auto credential = credentialFor(image);
    if (!credential)
        return credential.error();
    const bool isSafe =
        realm.scheme() == u"https" ||
        (realm.scheme() == u"http" && isOfThisMachine(realm) && isOfThisMachine(registry));
    if (!realm.isValid() || realm.host().isEmpty() || !realm.userInfo().isEmpty() || !isSafe ||
        (credential->has_value() && !mayLoginAt(realm, registry)))
        return Error(QStringLiteral("registry.foreign-realm"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 wants to hear at %2 who asks, which is not its own "
                                       "place or not a safe one. Nothing was sent there."),
                     {registry.authority(), realm.toDisplayString().left(200)});
    const auto reply = askForToken(realm, challenge, image, *credential);
    if (!reply)
        return reply.error();
    if (reply->status != 200)
        return refusal(*reply, registry, image, credential->has_value());
    const auto token =
        reply->isTruncated ? Result<QByteArray>(tooMuch(realm, image)) : readToken(reply->body);
    return token ? Result<QByteArray>("Bearer " + *token) : noRegistry(realm);
}

Result<HttpReply> RegistryClient::askForToken(const QUrl &realm,
                                              const QMap<QString, QString> &challenge,
                                              const ImageReference &image,
                                              const std::optional<RegistryCredential> &credential)
{
    const QByteArray about = "service=" + encoded(challenge[QStringLiteral("service")]) +
                             "&scope=" + encoded(scopeOf(image));
    HttpRequest request;
    if (credential && credential->isIdentityToken) {
        request.method = "POST";
        request.url = realm.toString(QUrl::FullyEncoded);
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        request.body = "grant_type=refresh_token&client_id=slipway&" + about +
                       "&refresh_token=" + encoded(credential->secret);
        return send(request);
    }
    QUrl url = realm;
    const QString query = realm.query(QUrl::FullyEncoded);
    url.setQuery((query.isEmpty() ? QString() : query + u'&') + QString::fromLatin1(about),
                 QUrl::StrictMode);
    request.url = url.toString(QUrl::FullyEncoded);
    if (credential)
        request.headers = {{"Authorization", basic(*credential)}};
    return send(request);
}

/// Where the registry is. One of this machine may speak either way.
Result<QUrl> RegistryClient::baseOf(const ImageReference &image)
{
    if (image.isOfDockerHub())
        return QUrl(QStringLiteral("https://registry-1.docker.io"));
    if (m_bases.contains(image.registry))
        return m_bases[image.registry];
    QUrl base(QStringLiteral("https://") + image.registry);
    if (isOfThisMachine(base)) {
        QUrl plain = base;
        plain.setScheme(QStringLiteral("http"));
        HttpRequest request;
        request.url = plain.resolved(QUrl(QStringLiteral("/v2/"))).toString(QUrl::FullyEncoded);
        const auto reply = send(request);
        const bool isTls = reply ? reply->status == 400 : reply.error().code() == u"http.broken";
        if (!reply && !isTls)
            return reply.error();
        if (!isTls)
            base = plain;
    }
    m_bases.insert(image.registry, base);
    return base;
}

Result<std::optional<RegistryCredential>> RegistryClient::credentialFor(const ImageReference &image)
{
    if (m_known.contains(image.registry))
        return m_known[image.registry];
    auto credential = m_credentials.of(image.registry, m_ask);
    if (credential)
        m_known.insert(image.registry, *credential);
    return credential;
}

} // namespace Slipway
