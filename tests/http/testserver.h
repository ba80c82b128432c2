// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QMap>
#include <QTcpServer>

namespace Slipway {

/// A server on this machine that answers with whole replies, byte for byte, by path; a path that
/// it does not know gets no reply at all. Keeps the requests that it got. It answers in the
/// thread that made it, which askHttp lets run while it waits.
class TestServer : public QTcpServer
{
    Q_OBJECT

public:
    TestServer();

    QString url(const char *path = "/") const;
    /// A reply with this status and body.
    static QByteArray reply(const QByteArray &status, const QByteArray &body,
                            const QByteArray &headers = {});
    static QByteArray redirect(const QString &to, const QByteArray &status = "302 Found");

    QMap<QByteArray, QByteArray> replies; ///< by path
    QList<QByteArray> requests;           ///< head and body as they came

private:
    void serve();
};

} // namespace Slipway
