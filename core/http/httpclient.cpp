// SPDX-License-Identifier: MIT
#include "core/http/httpclient.h"

#include "core/http/exchange.h"

#include <algorithm>

namespace Slipway {

namespace {

bool isHttp(const QUrl &url)
{
    return url.scheme() == u"http" || url.scheme() == u"https";
}

Result<QUrl> checkedUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || !isHttp(url) || url.host().isEmpty())
        return Error(QStringLiteral("http.bad-url"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "%1 is no address that can be asked. Write http://… or "
                                       "https://…."),
                     {text});
    if (!url.userInfo().isEmpty())
        return Error(QStringLiteral("http.bad-url"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The address of %1 holds a name or a password, which would "
                                       "be seen by everybody. Leave it out."),
                     {url.host()});
    return url;
}

bool isToken(const QByteArray &name)
{
    const QByteArray more("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [&more](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               more.contains(c);
    });
}

bool isFieldValue(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(),
                       [](char c) { return c == '\t' || static_cast<unsigned char>(c) >= 0x20; }) &&
           !value.contains('\x7f');
}

/// Those that say how the message itself is cut and where it goes.
bool isReserved(const QByteArray &name)
{
    static const QList<QByteArray> reserved{
        "host", "content-length", "transfer-encoding",   "connection",     "upgrade",
        "te",   "trailer",        "proxy-authorization", "accept-encoding"};
    return reserved.contains(name.toLower());
}

Result<void> checkHeaders(const HttpHeaders &headers)
{
    for (const auto &[name, value] : headers) {
        if (!isToken(name) || isReserved(name))
            return Error(QStringLiteral("http.bad-header"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "\"%1\" cannot be given as a header. Use another name, "
                                           "of letters, digits and -."),
                         {QString::fromUtf8(name).left(100)});
        if (!isFieldValue(value))
            return Error(QStringLiteral("http.bad-header"),
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "The value of the header %1 holds a line end or another "
                                           "control character. Remove it."),
                         {QString::fromUtf8(name)});
    }
    return {};
}

bool isSameServer(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == u"https" ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

/// Where a reply sends on to; an invalid one if it does not.
QUrl redirectOf(const HttpReply &reply, const QUrl &from)
{
    static const QList<int> redirects{301, 302, 303, 307, 308};
    const QByteArray location = reply.header("Location");
    return redirects.contains(reply.status) && !location.isEmpty()
               ? from.resolved(QUrl::fromEncoded(location, QUrl::StrictMode))
               : QUrl();
}

Error badRedirect(const QUrl &from, const QUrl &to)
{
    return {QStringLiteral("http.redirect"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "%1 sends on to %2, where this question does not follow: too often, "
                              "or from a safe address to one that is not."),
            {from.toDisplayString(), to.toDisplayString()}};
}

} // namespace

QByteArray HttpReply::header(const char *name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Result<void> checkRequest(const HttpRequest &request)
{
    const auto url = checkedUrl(request.url);
    return url ? checkHeaders(request.headers) : Result<void>(url.error());
}

Result<HttpReply> askHttp(const HttpRequest &request, std::stop_token stop)
{
    if (const auto checked = checkRequest(request); !checked)
        return checked.error();
    QElapsedTimer timer;
    timer.start();
    HttpRequest now = request;
    QUrl url(request.url, QUrl::StrictMode);
    const bool mayFollow =
        request.maxRedirects > 0 && (request.method == "GET" || request.method == "HEAD");
    for (int redirects = 0;; ++redirects) {
        auto reply = Exchange(now, url, stop).run(request.timeoutMs - timer.elapsed());
        if (!reply)
            return reply.error();
        reply->redirects = redirects;
        reply->milliseconds = timer.elapsed();
        const QUrl next = mayFollow ? redirectOf(*reply, url) : QUrl();
        if (next.isEmpty())
            return reply;
        const bool isDowngrade = url.scheme() == u"https" && next.scheme() != u"https";
        if (redirects == request.maxRedirects || isDowngrade || !next.isValid() || !isHttp(next) ||
            !next.userInfo().isEmpty())
            return badRedirect(url, next);
        if (!isSameServer(url, next))
            now.headers.clear();
        url = next;
    }
}

} // namespace Slipway
