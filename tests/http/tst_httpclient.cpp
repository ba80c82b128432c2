// SPDX-License-Identifier: MIT
#include "core/http/httpclient.h"

#include "tests/http/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Slipway;

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesWhatTheServerSays();
    void sendsWhatItIsGiven();
    void readsNoMoreThanItMay();
    void givesUpInTime();
    void stopsWhenItIsTold();
    void saysWhyNobodyAnswered_data();
    void saysWhyNobodyAnswered();
    void followsRedirectsWithoutTheHeadersToOthers();
    void doesNotFollowEverywhere();
    void postsOnlyOnce();
    void keepsNoCookie();
    void trustsNoCertificateThatTheSystemDoesNot();
    void refusesHostileHeaders_data();
    void refusesHostileHeaders();

private:
    HttpRequest request(const char *path) const
    {
        HttpRequest made;
        made.url = m_server->url(path);
        made.timeoutMs = 5'000;
        return made;
    }
    QString codeOf(const HttpRequest &asked) const
    {
        const auto reply = askHttp(asked);
        return reply ? QStringLiteral("status %1").arg(reply->status) : reply.error().code();
    }

    std::unique_ptr<TestServer> m_server;
};

void TestHttpClient::init()
{
    for (const char *variable : {"http_proxy", "https_proxy", "all_proxy", "no_proxy"})
        qunsetenv(variable);
    m_server = std::make_unique<TestServer>();
    m_server->replies["/"] = TestServer::reply("200 OK", "well", "X-Kind: test\r\n");
}

void TestHttpClient::givesWhatTheServerSays()
{
    const auto reply = askHttp(request("/"));
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message()));
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->body, QByteArray("well"));
    QCOMPARE(reply->header("x-kind"), QByteArray("test"));
    QCOMPARE(reply->url, m_server->url("/"));
    QVERIFY(!reply->isTruncated);
    m_server->replies["/gone"] = TestServer::reply("404 Not Found", "no such page");
    m_server->replies["/down"] = TestServer::reply("503 Service Unavailable", "later");
    QCOMPARE(askHttp(request("/gone")).value().body, QByteArray("no such page"));
    QCOMPARE(codeOf(request("/down")), QStringLiteral("status 503"));
    // A reply without its body, as HEAD gets it.
    m_server->replies["/head"] = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
    HttpRequest head = request("/head");
    head.method = "HEAD";
    QCOMPARE(codeOf(head), QStringLiteral("status 200"));
}

void TestHttpClient::sendsWhatItIsGiven()
{
    HttpRequest asked = request("/");
    asked.method = "POST";
    asked.headers = {{"X-One", "a b"}, {"Content-Type", "application/json"}};
    asked.body = "{\"a\":1}";
    QCOMPARE(codeOf(asked), QStringLiteral("status 200"));
    const QByteArray sent = m_server->requests.value(0);
    QVERIFY2(sent.startsWith("POST / HTTP/1.1\r\n"), sent.constData());
    QVERIFY2(sent.contains("\r\nX-One: a b\r\n"), sent.constData());
    QVERIFY2(sent.endsWith("\r\n\r\n{\"a\":1}"), sent.constData());
}

void TestHttpClient::readsNoMoreThanItMay()
{
    m_server->replies["/large"] = TestServer::reply("200 OK", QByteArray(8 * 1024 * 1024, 'x'));
    HttpRequest asked = request("/large");
    asked.maxBytes = 1000;
    const auto reply = askHttp(asked);
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message()));
    QVERIFY(reply->isTruncated);
    QCOMPARE(reply->body, QByteArray(1000, 'x'));
    m_server->replies["/exact"] = TestServer::reply("200 OK", QByteArray(1000, 'y'));
    asked.url = m_server->url("/exact");
    QVERIFY(!askHttp(asked).value().isTruncated);
}

void TestHttpClient::givesUpInTime()
{
    HttpRequest asked = request("/silent");
    asked.timeoutMs = 300;
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(codeOf(asked), QStringLiteral("http.timeout"));
    QVERIFY(timer.elapsed() < 4000);
}

void TestHttpClient::stopsWhenItIsTold()
{
    std::stop_source source;
    QTimer::singleShot(100, this, [&source] { source.request_stop(); });
    const auto reply = askHttp(request("/silent"), source.get_token());
    QVERIFY(!reply);
    QCOMPARE(reply.error().code(), QStringLiteral("http.stopped"));
}

void TestHttpClient::saysWhyNobodyAnswered_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing listens")
        << QStringLiteral("http://127.0.0.1:1/") << QStringLiteral("http.refused");
    QTest::newRow("no such server")
        << QStringLiteral("http://no-such-server.invalid/") << QStringLiteral("http.no-host");
    for (const char *url : {"file:///etc/passwd", "ftp://x/", "data:text/plain,x", "http:///x",
                            "http://user:word@127.0.0.1/", "http://a b/", ""})
        QTest::newRow(url) << QString::fromUtf8(url) << QStringLiteral("http.bad-url");
}

void TestHttpClient::saysWhyNobodyAnswered()
{
    QFETCH(QString, url);
    HttpRequest asked;
    asked.url = url;
    asked.timeoutMs = 10'000;
    QTEST(codeOf(asked), "code");
    m_server->replies["/cut"] = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
    QCOMPARE(codeOf(request("/cut")), QStringLiteral("http.broken"));
}

void TestHttpClient::followsRedirectsWithoutTheHeadersToOthers()
{
    TestServer other;
    other.replies["/there"] = TestServer::reply("200 OK", "arrived");
    m_server->replies["/here"] = TestServer::redirect(QStringLiteral("/next"));
    m_server->replies["/next"] = TestServer::redirect(other.url("/there"));
    HttpRequest asked = request("/here");
    asked.headers = {{"X-Token", "canary"}};
    const auto reply = askHttp(asked);
    QVERIFY2(reply, qPrintable(reply ? QString() : reply.error().message()));
    QCOMPARE(reply->body, QByteArray("arrived"));
    QCOMPARE(reply->redirects, 2);
    QCOMPARE(reply->url, other.url("/there"));
    QVERIFY(m_server->requests.value(1).contains("canary"));
    QVERIFY(!other.requests.value(0).contains("canary"));
}

void TestHttpClient::doesNotFollowEverywhere()
{
    m_server->replies["/round"] = TestServer::redirect(QStringLiteral("/round"));
    m_server->replies["/file"] = TestServer::redirect(QStringLiteral("file:///etc/passwd"));
    m_server->replies["/user"] = TestServer::redirect(QStringLiteral("http://a:b@127.0.0.1/"));
    for (const char *path : {"/round", "/file", "/user"})
        QCOMPARE(codeOf(request(path)), QStringLiteral("http.redirect"));
    QCOMPARE(m_server->requests.size(), 4 + 1 + 1);
    HttpRequest asked = request("/round");
    asked.maxRedirects = 0;
    QCOMPARE(codeOf(asked), QStringLiteral("status 302"));
}

void TestHttpClient::postsOnlyOnce()
{
    m_server->replies["/post"] = TestServer::redirect(m_server->url("/"), "307 Temporary Redirect");
    HttpRequest asked = request("/post");
    asked.method = "POST";
    asked.headers = {{"Content-Type", "text/plain"}};
    QCOMPARE(codeOf(asked), QStringLiteral("status 307"));
    QCOMPARE(m_server->requests.size(), 1);
}

void TestHttpClient::keepsNoCookie()
{
    m_server->replies["/set"] =
        TestServer::reply("302 Found", {}, "Set-Cookie: id=1\r\nLocation: /\r\n");
    QCOMPARE(codeOf(request("/set")), QStringLiteral("status 200"));
    QVERIFY(!m_server->requests.value(1).toLower().contains("cookie"));
}

void TestHttpClient::trustsNoCertificateThatTheSystemDoesNot()
{
    QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("key"));
    const QString certificate = folder.filePath(QStringLiteral("certificate"));
    const int made = QProcess::execute(
        QStringLiteral("openssl"),
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
         QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-keyout"), key,
         QStringLiteral("-out"), certificate, QStringLiteral("-days"), QStringLiteral("2"),
         QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
         QStringLiteral("subjectAltName=DNS:localhost")});
    QCOMPARE(made, 0);
    QFile keyFile(key);
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
    tls.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    QSslServer server;
    server.setSslConfiguration(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray sent;
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&server, &sent] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &sent] {
            sent += socket->readAll();
            socket->write(TestServer::reply("200 OK", "safe"));
            socket->disconnectFromHost();
        });
    });
    HttpRequest asked;
    asked.url = QStringLiteral("https://localhost:%1/").arg(server.serverPort());
    asked.timeoutMs = 10'000;
    const auto refused = askHttp(asked);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), QStringLiteral("http.tls"));
    QVERIFY2(refused.error().message().contains(QLatin1String("self-signed")),
             qPrintable(refused.error().message()));
    QCOMPARE(sent, QByteArray());
    // Trusted by the system, but for another name; then all is well.
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.addCaCertificates(QSslCertificate::fromPath(certificate));
    QSslConfiguration::setDefaultConfiguration(trusting);
    const QString trusted = codeOf(asked);
    asked.url = QStringLiteral("https://127.0.0.1:%1/").arg(server.serverPort());
    const QString misnamed = codeOf(asked);
    QSslConfiguration::setDefaultConfiguration(before);
    QCOMPARE(trusted, QStringLiteral("status 200"));
    QCOMPARE(misnamed, QStringLiteral("http.tls"));
}

void TestHttpClient::refusesHostileHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("line end") << QByteArray("X-A") << QByteArray("1\r\nX-B: 2");
    QTest::newRow("line end in the name") << QByteArray("X-A: 1\r\nX-B") << QByteArray("2");
    QTest::newRow("NUL") << QByteArray("X-A") << QByteArray("1\0002", 3);
    QTest::newRow("escape") << QByteArray("X-A") << QByteArray("\x1b[2J");
    QTest::newRow("no name") << QByteArray() << QByteArray("1");
    QTest::newRow("blank") << QByteArray("X A") << QByteArray("1");
    QTest::newRow("host") << QByteArray("Host") << QByteArray("example.org");
    QTest::newRow("length") << QByteArray("content-LENGTH") << QByteArray("0");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding") << QByteArray("chunked");
}

void TestHttpClient::refusesHostileHeaders()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    HttpRequest asked = request("/");
    asked.headers = {{name, value}};
    QCOMPARE(codeOf(asked), QStringLiteral("http.bad-header"));
    QVERIFY(m_server->requests.isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
