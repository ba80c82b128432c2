// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <stop_token>
#include <utility>

namespace Slipway {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// One request to a server. Headers hold their values in clear: whoever resolves a secret into
/// one does it at the last moment and keeps this value nowhere.
struct HttpRequest
{
    QByteArray method = "GET"; ///< GET, HEAD, POST, …
    QString url;               ///< http or https, without a name or password in it
    HttpHeaders headers = {};
    QByteArray body = {};
    int timeoutMs = 30'000;        ///< for all of it, redirects included
    qint64 maxBytes = 1024 * 1024; ///< of the body; what is beyond is not read
    /// How many redirects a GET or HEAD follows. On the way to another server the headers given
    /// here are left behind, and from https nothing leads to http. 0: a redirect is the reply.
    int maxRedirects = 3;
};

struct HttpReply
{
    int status = 0;
    QByteArray reason;
    HttpHeaders headers;
    QByteArray body;
    bool isTruncated = false; ///< the body was longer than maxBytes
    QString url;              ///< that answered in the end
    int redirects = 0;        ///< followed on the way
    qint64 milliseconds = 0;

    /// The first header of that name, in letters of any case; empty if there is none.
    QByteArray header(const char *name) const;
};

/// What askHttp would refuse without asking anybody: "http.bad-url", "http.bad-header".
Result<void> checkRequest(const HttpRequest &request);

/// Sends the request and waits for the reply; call it from a pool thread, never from the GUI
/// thread or the engine's. Any status is a reply. Proxies are those of the system; certificates
/// are checked and cannot be waved through; no cookie, password or answer is kept.
///
/// Errors: "http.bad-url", "http.bad-header", "http.refused", "http.no-host", "http.timeout",
/// "http.tls" (with what is wrong with the certificate), "http.proxy", "http.redirect",
/// "http.broken" (the connection ended before the reply did), "http.failed", "http.stopped" (the
/// token asked to stop).
Result<HttpReply> askHttp(const HttpRequest &request, std::stop_token stop = {});

} // namespace Slipway
