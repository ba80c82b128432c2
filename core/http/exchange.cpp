// SPDX-License-Identifier: MIT
#include "core/http/exchange.h"

#include <QNetworkProxyFactory>
#include <QSslConfiguration>
#include <QTimer>

namespace Slipway {

namespace {

constexpr int stopLookMs = 50;
/// What Qt may hold beside what was read, so that a fast server cannot fill the memory.
constexpr qint64 readAhead = 64 * 1024;

/// The proxies that the system names, for this client alone and not for the whole program.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxyForQuery(query);
    }
};

QNetworkRequest requestOf(const HttpRequest &request, const QUrl &url)
{
    QNetworkRequest made(url);
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    made.setSslConfiguration(tls);
    made.setRawHeader("User-Agent", "Slipway/" SLIPWAY_VERSION);
    made.setRawHeader("Accept", "*/*");
    for (const auto &[name, value] : request.headers)
        made.setRawHeader(name, value);
    return made;
}

/// Qt has to know HEAD as such, or it waits for the body that never comes.
QNetworkReply *send(QNetworkAccessManager *manager, const QNetworkRequest &made,
                    const HttpRequest &request)
{
    if (request.method == "GET")
        return manager->get(made);
    if (request.method == "HEAD")
        return manager->head(made);
    if (request.method == "POST")
        return manager->post(made, request.body);
    return manager->sendCustomRequest(made, request.method, request.body);
}

/// The connection did its work, and the status is the answer.
bool isAnswer(QNetworkReply::NetworkError error)
{
    const bool isContent =
        error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError;
    const bool isServer =
        error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError;
    return error == QNetworkReply::NoError || isContent || isServer ||
           error == QNetworkReply::ProtocolInvalidOperationError; // 400
}

bool isProxyError(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError &&
           error <= QNetworkReply::UnknownProxyError;
}

} // namespace

Exchange::Exchange(const HttpRequest &request, const QUrl &url, std::stop_token stop)
    : m_request(request), m_url(url), m_stop(std::move(stop))
{
    m_manager.setProxyFactory(new SystemProxies); // which it owns
}

Result<HttpReply> Exchange::run(qint64 msLeft)
{
    m_reply.reset(send(&m_manager, requestOf(m_request, m_url), m_request));
    m_reply->setReadBufferSize(readAhead);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, [this] { read(); });
    connect(m_reply.get(), &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsProblems.append(error.errorString());
    });
    QTimer deadline;
    deadline.setSingleShot(true);
    connect(&deadline, &QTimer::timeout, this, [this] { end(End::TimedOut); });
    deadline.start(int(qMax<qint64>(1, msLeft)));
    QTimer look;
    connect(&look, &QTimer::timeout, this, [this] {
        if (m_stop.stop_requested())
            end(End::Stopped);
    });
    look.start(stopLookMs);
    if (!m_reply->isFinished())
        m_loop.exec();
    if (m_end == End::Reply)
        read();
    return result();
}

void Exchange::read()
{
    if (m_end != End::Reply)
        return;
    m_body += m_reply->read(m_request.maxBytes + 1 - m_body.size());
    if (m_body.size() > m_request.maxBytes)
        end(End::Full);
}

void Exchange::end(End end)
{
    if (m_end != End::Reply)
        return;
    m_end = end;
    m_reply->abort(); // emits finished
}

Result<HttpReply> Exchange::result() const
{
    const bool isWhole = m_end == End::Reply && isAnswer(m_reply->error());
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || (!isWhole && m_end != End::Full))
        return errorOf();
    HttpReply reply;
    reply.status = status;
    reply.reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    reply.headers = m_reply->rawHeaderPairs();
    reply.body = m_body.left(m_request.maxBytes);
    reply.isTruncated = m_end == End::Full;
    reply.url = m_url.toString();
    return reply;
}

Error Exchange::errorOf() const
{
    const QString server = m_url.host();
    if (m_end == End::Stopped)
        return {QStringLiteral("http.stopped"),
                QT_TRANSLATE_NOOP("Slipway::Error", "The question to %1 was stopped."),
                {server}};
    if (m_end == End::TimedOut)
        return {QStringLiteral("http.timeout"),
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "%1 did not answer within %2 seconds. See whether it is up, or "
                                  "give it more time."),
                {server, QString::number((m_request.timeoutMs + 999) / 1000)}};
    const QNetworkReply::NetworkError error = m_reply->error();
    if (!m_tlsProblems.isEmpty() || error == QNetworkReply::SslHandshakeFailedError)
        return tlsError();
    if (error == QNetworkReply::ConnectionRefusedError)
        return {QStringLiteral("http.refused"),
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "Nothing listens at %1. See whether the service runs, and "
                                  "whether the port is right."),
                {m_url.authority(QUrl::FullyEncoded)}};
    if (error == QNetworkReply::HostNotFoundError)
        return {QStringLiteral("http.no-host"),
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "The server %1 is not known. Check its name and the network."),
                {server}};
    if (isProxyError(error))
        return Error(QStringLiteral("http.proxy"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The proxy on the way to %1 does not let it through. Check "
                                       "the proxy settings of the system."),
                     {server})
            .withDetail(m_reply->errorString());
    if (error == QNetworkReply::RemoteHostClosedError)
        return {QStringLiteral("http.broken"),
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "%1 ended the connection before its reply was complete."),
                {server}};
    return Error(QStringLiteral("http.failed"),
                 QT_TRANSLATE_NOOP("Slipway::Error", "%1 could not be asked: %2"),
                 {server, m_reply->errorString()});
}

Error Exchange::tlsError() const
{
    const QString problems =
        m_tlsProblems.isEmpty() ? m_reply->errorString() : m_tlsProblems.join(QStringLiteral("; "));
    return {QStringLiteral("http.tls"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The connection to %1 is not safe: %2. Have its certificate mended, "
                              "or add its authority to those that this system trusts."),
            {m_url.host(), problems}};
}

} // namespace Slipway
