// SPDX-License-Identifier: MIT
#include "tests/http/testserver.h"

#include <QTcpSocket>

namespace Slipway {

namespace {

qsizetype bodyLength(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith("content-length:"))
            return line.mid(15).trimmed().toLongLong();
    }
    return 0;
}

} // namespace

TestServer::TestServer()
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no server: %s", qPrintable(errorString()));
    connect(this, &QTcpServer::newConnection, this, &TestServer::serve);
}

QString TestServer::url(const char *path) const
{
    return QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(QLatin1String(path));
}

QByteArray TestServer::reply(const QByteArray &status, const QByteArray &body,
                             const QByteArray &headers)
{
    return "HTTP/1.1 " + status +
           "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           headers + "\r\n" + body;
}

QByteArray TestServer::redirect(const QString &to, const QByteArray &status)
{
    return reply(status, {}, "Location: " + to.toUtf8() + "\r\n");
}

void TestServer::serve()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        auto received = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
            *received += socket->readAll();
            const qsizetype end = received->indexOf("\r\n\r\n");
            if (end < 0 || received->size() < end + 4 + bodyLength(received->left(end)))
                return;
            requests.append(*received);
            const QByteArray path = received->split(' ').value(1);
            if (!replies.contains(path))
                return; // it never answers
            socket->write(replies[path]);
            socket->disconnectFromHost();
        });
    }
}

} // namespace Slipway
