// SPDX-License-Identifier: MIT
#pragma once

#include "core/http/httpclient.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>
#include <memory>

namespace Slipway {

/// One request on its way, without redirects: lives in the calling thread for as long as run()
/// takes. Within core/http only.
class Exchange final : public QObject
{
public:
    Exchange(const HttpRequest &request, const QUrl &url, std::stop_token stop);

    /// msLeft: what is left of the time-out. Blocks.
    Result<HttpReply> run(qint64 msLeft);

private:
    enum class End
    {
        Reply,
        TimedOut,
        Stopped,
        Full
    };

    void read();
    void end(End end);
    Result<HttpReply> result() const;
    Error errorOf() const;
    Error tlsError() const;

    const HttpRequest m_request;
    const QUrl m_url;
    const std::stop_token m_stop;
    QNetworkAccessManager m_manager;
    QEventLoop m_loop;
    std::unique_ptr<QNetworkReply> m_reply;
    QByteArray m_body;
    QStringList m_tlsProblems;
    End m_end = End::Reply;
};

} // namespace Slipway
