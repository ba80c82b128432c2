// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace Slipway {

/// How the replies of registries read. All of it is written by others; any bytes give a value or
/// an error.

/// One way to say who asks, of a WWW-Authenticate header.
struct AuthChallenge
{
    QString scheme;                    ///< lower case: "bearer", "basic"
    QMap<QString, QString> parameters; ///< by lower-case name: realm, service, scope
};

/// The challenges of one header, several of them in a row included; what cannot be read is left
/// out.
QList<AuthChallenge> readChallenges(const QByteArray &header);

/// The tags of one page of /v2/NAME/tags/list, in its order; a repository without any may say null
/// for them. Text that is no tag is left out. Error: "registry.reply".
Result<QStringList> readTagPage(const QByteArray &body);

/// Where the next page is, from a Link header of the reply to `asked`. Nothing: there is none.
/// Error: "registry.foreign-page" when it leads to another server or out of the API.
Result<std::optional<QUrl>> readNextPage(const QByteArray &link, const QUrl &asked);

/// The token of a token server's reply. Error: "registry.reply".
Result<QByteArray> readToken(const QByteArray &body);

/// What the registry says is wrong, short and without control characters; may be empty.
QString readProblem(const QByteArray &body);

/// Seconds to wait until asking again, of a Retry-After header that says a number or a date.
/// now: ms since 1970. Nothing: it does not say.
std::optional<qint64> readRetryAfter(const QByteArray &header, qint64 now);

/// True if both are of one scheme, host and port.
bool isSameOrigin(const QUrl &one, const QUrl &other);

/// True for localhost and the addresses of this machine itself, where http is as good as https.
bool isOfThisMachine(const QUrl &url);

/// True if a password for the registry at `registry` may be sent to `realm`: to the registry
/// itself, or over https to another server of its site (auth.docker.io for registry-1.docker.io).
bool mayLoginAt(const QUrl &realm, const QUrl &registry);

} // namespace Slipway
