// SPDX-License-Identifier: MIT
#include "tests/crash/answeringserver.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace {

constexpr char handshakeOfTls = 0x16;
const QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                         "Docker-Distribution-Api-Version: registry/2.0\r\n"
                         "Content-Length: 12\r\nConnection: close\r\n\r\n{\"ok\": true}";

void answer(QTcpSocket *socket)
{
    const QByteArray asked = socket->peek(socket->bytesAvailable());
    // Who begins with TLS, as an engine does, tries without it next.
    if (asked.startsWith(handshakeOfTls))
        socket->abort();
    if (!asked.contains("\r\n\r\n"))
        return;
    socket->readAll();
    socket->write(reply);
    socket->disconnectFromHost();
}

} // namespace

const AnsweringServer &AnsweringServer::instance()
{
    static const AnsweringServer server;
    return server;
}

AnsweringServer::AnsweringServer()
{
    start();
    m_listening.acquire();
}

AnsweringServer::~AnsweringServer()
{
    quit();
    wait();
}

QByteArray AnsweringServer::address() const
{
    return "127.0.0.1:" + QByteArray::number(m_port);
}

void AnsweringServer::run()
{
    QTcpServer server;
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        while (QTcpSocket *socket = server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, socket, [socket] { answer(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("nothing listens: %s", qPrintable(server.errorString()));
    m_port = server.serverPort();
    m_listening.release();
    exec();
}
