// SPDX-License-Identifier: MIT
#include "core/base/files.h"
#include "core/registry/registryclient.h"
#include "tests/http/testserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

/// Against Debian's registry, with a user of its own, and a server that says what it is told to.
class TestRegistryClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void listsTheTagsOfARealRegistry();
    void needsTheRightPasswordThere();
    void getsATokenAndShowsIt();
    void exchangesAnIdentityToken();
    void sendsNoPasswordToAnotherServer_data();
    void sendsNoPasswordToAnotherServer();
    void leavesTheTokenBehindOnARedirect();
    void renewsATokenOnce();
    void takesItsTurnWhenAskedTo();
    void givesUpWhenItShouldWaitLong();
    void goesOnWithoutALink();
    void isNotLedInCircles();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void readsNoMoreThanItMay();
    void saysThatNobodyListens();

private:
    ImageReference image() const { return real(QStringLiteral("team/app")); }
    ImageReference real(const QString &repository) const { return {m_address, repository, {}, {}}; }
    QByteArray curl(const QStringList &arguments) const;
    QString upload(const QByteArray &bytes) const;
    void push(const QString &tag) const;

    QTemporaryDir m_folder;
    QProcess m_registry;
    QString m_address;
};

namespace {

const QByteArray userAndPassword = QByteArray("slipway:tiger").toBase64();
const char *const page = "/v2/team/app/tags/list?n=1000";
const QByteArray empty = TestServer::reply("200 OK", R"({"name":"team/app","tags":["1.0"]})");

QByteArray challenge(const QString &realm)
{
    return TestServer::reply("401 Unauthorized", "{}",
                             "WWW-Authenticate: Bearer realm=\"" + realm.toLatin1() +
                                 "\",service=\"the registry\",scope=\"repository:x:push\"\r\n");
}

DockerCredentials loginAt(const QString &registry, const QByteArray &entry = {})
{
    const QByteArray said =
        entry.isEmpty() ? QByteArray("\"auth\":\"" + userAndPassword + '"') : entry;
    const auto read =
        DockerCredentials::read("{\"auths\":{\"" + registry.toLatin1() + "\":{" + said + "}}}");
    return read ? *read : DockerCredentials();
}

Result<Reply> nobody(const Question &)
{
    return Error(QStringLiteral("test.asked"), "nobody is asked");
}

RegistryLimits quick()
{
    RegistryLimits limits;
    limits.timeoutMs = 10'000;
    limits.patienceMs = 2'000;
    return limits;
}

/// A registry that is up: it answers to the question whether it speaks http.
struct StandIn : TestServer
{
    StandIn() { replies["/v2/"] = reply("200 OK", "{}"); }
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(serverPort()); }
    ImageReference image() const { return {address(), QStringLiteral("team/app"), {}, {}}; }

    /// What was asked for this path, in order.
    QByteArrayList asked(const QByteArray &path) const
    {
        QByteArrayList found;
        for (const QByteArray &request : requests) {
            if (request.split(' ').value(1) == path)
                found.append(request);
        }
        return found;
    }
};

QString codeOf(const Result<QStringList> &tags)
{
    return tags ? QStringLiteral("tags ") + tags->join(u' ') : tags.error().code();
}

QString ask(const StandIn &server, const DockerCredentials &credentials = {},
            const RegistryLimits &limits = quick())
{
    return codeOf(RegistryClient(credentials, nobody, limits).tags(server.image()));
}

} // namespace

void TestRegistryClient::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("docker-registry")).isEmpty() ||
        QStandardPaths::findExecutable(QStringLiteral("htpasswd")).isEmpty())
        QSKIP("needs docker-registry and htpasswd");
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        m_address = QStringLiteral("127.0.0.1:%1").arg(free.serverPort());
    }
    const QString users = m_folder.filePath(QStringLiteral("users"));
    QCOMPARE(QProcess::execute(QStringLiteral("htpasswd"),
                               {QStringLiteral("-Bbc"), users, QStringLiteral("slipway"),
                                QStringLiteral("tiger")}),
             0);
    const QString file = m_folder.filePath(QStringLiteral("registry.yml"));
    QVERIFY(writeFileDurably(
        file, QStringLiteral("version: 0.1\nlog: {level: error}\n"
                             "storage: {filesystem: {rootdirectory: %1/images}}\n"
                             "http: {addr: '%2'}\nauth: {htpasswd: {realm: test, path: %3}}\n")
                  .arg(m_folder.path(), m_address, users)
                  .toUtf8()));
    m_registry.setProcessChannelMode(QProcess::MergedChannels);
    m_registry.setStandardOutputFile(m_folder.filePath(QStringLiteral("log")));
    m_registry.start(QStringLiteral("docker-registry"), {QStringLiteral("serve"), file});
    QVERIFY(m_registry.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(
        [this] {
            QTcpSocket socket;
            socket.connectToHost(QStringLiteral("127.0.0.1"),
                                 m_address.section(u':', 1).toUShort());
            return socket.waitForConnected(1000);
        }(),
        30'000);
    for (const char *tag : {"1.0", "1.1", "latest", "1.10-alpine", "2.0"})
        push(QLatin1String(tag));
}

void TestRegistryClient::cleanupTestCase()
{
    m_registry.terminate();
    m_registry.waitForFinished();
}

QByteArray TestRegistryClient::curl(const QStringList &arguments) const
{
    QProcess process;
    process.start(QStringLiteral("curl"),
                  QStringList{QStringLiteral("-sS"), QStringLiteral("-i"), QStringLiteral("-u"),
                              QStringLiteral("slipway:tiger")} +
                      arguments);
    process.waitForFinished(30'000);
    return process.readAllStandardOutput();
}

/// The smallest image there is: a manifest whose configuration is an empty object.
void TestRegistryClient::push(const QString &tag) const
{
    const QString base = QStringLiteral("http://%1/v2/team/app/").arg(m_address);
    const QString digest = upload("{}");
    const QJsonObject config{
        {QStringLiteral("mediaType"), QStringLiteral("application/vnd.oci.image.config.v1+json")},
        {QStringLiteral("digest"), digest},
        {QStringLiteral("size"), 2}};
    const QString type = QStringLiteral("application/vnd.oci.image.manifest.v1+json");
    const QJsonObject manifest{{QStringLiteral("schemaVersion"), 2},
                               {QStringLiteral("mediaType"), type},
                               {QStringLiteral("config"), config},
                               {QStringLiteral("layers"), QJsonArray()}};
    const QByteArray reply =
        curl({QStringLiteral("-X"), QStringLiteral("PUT"), QStringLiteral("-H"),
              QStringLiteral("Content-Type: ") + type, QStringLiteral("--data-binary"),
              QString::fromUtf8(QJsonDocument(manifest).toJson(QJsonDocument::Compact)),
              base + QStringLiteral("manifests/") + tag});
    if (!reply.contains(" 201 "))
        qFatal("no manifest: %s", reply.constData());
}

QString TestRegistryClient::upload(const QByteArray &bytes) const
{
    const QString digest =
        QStringLiteral("sha256:") +
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const QByteArray begun =
        curl({QStringLiteral("-X"), QStringLiteral("POST"),
              QStringLiteral("http://%1/v2/team/app/blobs/uploads/").arg(m_address)});
    QString location;
    for (const QByteArray &line : begun.split('\n')) {
        if (line.toLower().startsWith("location:"))
            location = QString::fromLatin1(line.mid(9).trimmed());
    }
    curl({QStringLiteral("-X"), QStringLiteral("PUT"), QStringLiteral("-H"),
          QStringLiteral("Content-Type: application/octet-stream"), QStringLiteral("--data-binary"),
          QString::fromUtf8(bytes), location + QStringLiteral("&digest=") + digest});
    return digest;
}

void TestRegistryClient::listsTheTagsOfARealRegistry()
{
    RegistryLimits limits;
    limits.pageSize = 2; // three pages
    RegistryClient client(loginAt(m_address), nobody, limits);
    auto tags = client.tags(image());
    QVERIFY2(tags, tags ? "" : qPrintable(tags.error().message()));
    tags->sort();
    QCOMPARE(tags->join(u' '), QStringLiteral("1.0 1.1 1.10-alpine 2.0 latest"));
    ImageReference one = image();
    one.tag = QStringLiteral("1.0");
    const auto digest = client.digest(one);
    QVERIFY2(digest, digest ? "" : qPrintable(digest.error().message()));
    QVERIFY(digest->startsWith(QLatin1String("sha256:")));
    one.tag = QStringLiteral("9.9");
    QCOMPARE(client.digest(one).error().code(), QStringLiteral("registry.unknown"));
    QCOMPARE(codeOf(client.tags(real(QStringLiteral("team/nothing")))),
             QStringLiteral("registry.unknown"));
}

void TestRegistryClient::needsTheRightPasswordThere()
{
    QCOMPARE(codeOf(RegistryClient({}, nobody).tags(image())), QStringLiteral("registry.login"));
    const QByteArray wrong = "\"auth\":\"" + QByteArray("slipway:lion").toBase64() + '"';
    QCOMPARE(codeOf(RegistryClient(loginAt(m_address, wrong), nobody).tags(image())),
             QStringLiteral("registry.denied"));
    // A helper knows the password, as it does for ECR.
    const auto helped = DockerCredentials::read("{\"credHelpers\":{\"" + m_address.toLatin1() +
                                                "\":\"ecr-login\"}}");
    QVERIFY(helped);
    const auto helper = [](const Question &) -> Result<Reply> {
        return Reply{0, R"({"Username":"slipway","Secret":"tiger"})", {}};
    };
    QVERIFY(RegistryClient(*helped, helper).tags(image()));
}

void TestRegistryClient::getsATokenAndShowsIt()
{
    StandIn server;
    const QByteArray token =
        "/token?account=x&service=the%20registry&scope=repository%3Ateam%2Fapp%3Apull";
    server.replies[page] = challenge(server.url("/token?account=x"));
    server.replies[token] = TestServer::reply("200 OK", R"({"token":"t1"})");
    connect(&server, &QTcpServer::newConnection, &server, [&server, token] {
        if (!server.asked(token).isEmpty())
            server.replies[page] = empty;
    });
    QCOMPARE(ask(server, loginAt(server.address())), QStringLiteral("tags 1.0"));
    QVERIFY(!server.asked(page).value(0).contains("Authorization"));
    QVERIFY(server.asked(token).value(0).contains("Authorization: Basic " + userAndPassword));
    QVERIFY(server.asked(page).value(1).contains("Authorization: Bearer t1"));
    QVERIFY(!server.asked(page).value(1).contains(userAndPassword));
}

void TestRegistryClient::exchangesAnIdentityToken()
{
    StandIn server;
    server.replies[page] = challenge(server.url("/token"));
    server.replies["/token"] = TestServer::reply("200 OK", R"({"access_token":"t2"})");
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        if (!server.asked("/token").isEmpty())
            server.replies[page] = empty;
    });
    QCOMPARE(ask(server, loginAt(server.address(), R"("identitytoken":"a&b")")),
             QStringLiteral("tags 1.0"));
    const QByteArray asked = server.asked("/token").value(0);
    QVERIFY(asked.startsWith("POST "));
    QVERIFY(asked.contains("grant_type=refresh_token") && asked.contains("refresh_token=a%26b"));
    QVERIFY(server.asked(page).value(1).contains("Authorization: Bearer t2"));
}

void TestRegistryClient::sendsNoPasswordToAnotherServer_data()
{
    QTest::addColumn<QString>("realm");
    QTest::newRow("another port over http") << QStringLiteral("OTHER/token");
    QTest::newRow("http elsewhere") << QStringLiteral("http://auth.example.org/token");
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd");
    QTest::newRow("with a user") << QStringLiteral("http://u:p@127.0.0.1/token");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no address") << QStringLiteral("::");
}

void TestRegistryClient::sendsNoPasswordToAnotherServer()
{
    QFETCH(QString, realm);
    StandIn server;
    StandIn other;
    realm.replace(QLatin1String("OTHER"), other.url(""));
    server.replies[page] = challenge(realm);
    QCOMPARE(ask(server, loginAt(server.address())), QStringLiteral("registry.foreign-realm"));
    QVERIFY(other.requests.isEmpty());
    for (const QByteArray &request : std::as_const(server.requests))
        QVERIFY(!request.contains("Authorization"));
}

void TestRegistryClient::leavesTheTokenBehindOnARedirect()
{
    StandIn server;
    StandIn other;
    server.replies[page] =
        TestServer::reply("401 Unauthorized", {}, "WWW-Authenticate: Basic realm=\"x\"\r\n");
    other.replies["/elsewhere"] = empty;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        if (!server.asked(page).isEmpty())
            server.replies[page] = TestServer::redirect(other.url("/elsewhere"));
    });
    QCOMPARE(ask(server, loginAt(server.address())), QStringLiteral("tags 1.0"));
    QVERIFY(server.asked(page).value(1).contains(userAndPassword));
    QCOMPARE(other.requests.size(), 1);
    QVERIFY(!other.requests[0].contains("Authorization"));
}

void TestRegistryClient::renewsATokenOnce()
{
    StandIn server;
    server.replies[page] = challenge(server.url("/token"));
    server.replies["/token?service=the%20registry&scope=repository%3Ateam%2Fapp%3Apull"] =
        TestServer::reply("200 OK", R"({"token":"never enough"})");
    QCOMPARE(ask(server), QStringLiteral("registry.reply")); // a blank is in no token
    server.replies["/token?service=the%20registry&scope=repository%3Ateam%2Fapp%3Apull"] =
        TestServer::reply("200 OK", R"({"token":"never-enough"})");
    server.requests.clear();
    QCOMPARE(ask(server), QStringLiteral("registry.login"));
    QCOMPARE(server.asked(page).size(), 2);
}

void TestRegistryClient::takesItsTurnWhenAskedTo()
{
    StandIn server;
    server.replies[page] = TestServer::reply("429 Too Many Requests", {}, "Retry-After: 0\r\n");
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        if (server.asked(page).size() == 2)
            server.replies[page] = empty;
    });
    QCOMPARE(ask(server), QStringLiteral("tags 1.0"));
    QCOMPARE(server.asked(page).size(), 3);
}

void TestRegistryClient::givesUpWhenItShouldWaitLong()
{
    StandIn server;
    server.replies[page] = TestServer::reply("429 Too Many Requests", {}, "Retry-After: 3600\r\n");
    const auto tags = RegistryClient({}, nobody, quick()).tags(server.image());
    QCOMPARE(codeOf(tags), QStringLiteral("registry.rate-limit"));
    QVERIFY(tags.error().message().contains(QLatin1String("3600 seconds")));
    QCOMPARE(server.asked(page).size(), 1);
    // Nor does it ask for ever when it never has to wait.
    server.replies[page] = TestServer::reply("429 Too Many Requests", {}, "Retry-After: 0\r\n");
    RegistryLimits limits = quick();
    limits.patienceMs = 300;
    QCOMPARE(ask(server, {}, limits), QStringLiteral("registry.rate-limit"));
}

void TestRegistryClient::goesOnWithoutALink()
{
    StandIn server;
    RegistryLimits limits = quick();
    limits.pageSize = 2;
    server.replies["/v2/team/app/tags/list?n=2"] =
        TestServer::reply("200 OK", R"({"name":"a","tags":["1","2"]})");
    server.replies["/v2/team/app/tags/list?n=2&last=2"] =
        TestServer::reply("200 OK", R"({"name":"a","tags":["3"]})");
    QCOMPARE(ask(server, {}, limits), QStringLiteral("tags 1 2 3"));
    // One that heeds neither n nor last gives all at once, and the same again.
    server.replies["/v2/team/app/tags/list?n=2&last=2"] =
        server.replies["/v2/team/app/tags/list?n=2"];
    QCOMPARE(ask(server, {}, limits), QStringLiteral("tags 1 2"));
}

void TestRegistryClient::isNotLedInCircles()
{
    StandIn server;
    server.replies[page] =
        TestServer::reply("200 OK", R"({"name":"a","tags":["1"]})",
                          "Link: </v2/team/app/tags/list?n=1000>; rel=\"next\"\r\n");
    QCOMPARE(ask(server), QStringLiteral("tags 1"));
    QCOMPARE(server.asked(page).size(), 2);
    StandIn other;
    server.replies[page] =
        TestServer::reply("200 OK", R"({"name":"a","tags":["1"]})",
                          "Link: <" + other.url("/v2/a").toLatin1() + ">; rel=\"next\"\r\n");
    QCOMPARE(ask(server), QStringLiteral("registry.foreign-page"));
    QVERIFY(other.requests.isEmpty());
}

void TestRegistryClient::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const QByteArray &reply, const char *code) {
        QTest::newRow(name) << reply << QString::fromLatin1(code);
    };
    row("unknown", TestServer::reply("404 Not Found", "{}"), "registry.unknown");
    row("forbidden", TestServer::reply("403 Forbidden", "{}"), "registry.login");
    row("no challenge", TestServer::reply("401 Unauthorized", "{}"), "registry.login");
    row("another challenge",
        TestServer::reply("401 Unauthorized", "{}", "WWW-Authenticate: Negotiate\r\n"),
        "registry.login");
    row("broken", TestServer::reply("500 Internal Server Error", "oh"), "registry.refused");
    row("ECR's limit",
        TestServer::reply("405 Method Not Allowed",
                          R"({"errors":[{"code":"UNSUPPORTED","message":"too large"}]})"),
        "registry.refused");
    row("a page for people", TestServer::reply("200 OK", "<html>Welcome"), "registry.reply");
    row("empty", TestServer::reply("200 OK", {}), "registry.reply");
    row("no tags", TestServer::reply("200 OK", R"({"name":"a","tags":null})"), "tags ");
    row("cut off", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", "http.broken");
}

void TestRegistryClient::saysWhatIsWrong()
{
    StandIn server;
    QFETCH(QByteArray, reply);
    server.replies[page] = reply;
    QTEST(ask(server), "code");
}

void TestRegistryClient::readsNoMoreThanItMay()
{
    StandIn server;
    RegistryLimits limits = quick();
    limits.pageBytes = 1000;
    server.replies[page] = TestServer::reply("200 OK", "{\"name\":\"a\",\"tags\":[\"" +
                                                           QByteArray(2000, '1') + "\"]}");
    QCOMPARE(ask(server, {}, limits), QStringLiteral("registry.too-much"));
    // A list that never ends
    limits = quick();
    limits.pages = 3;
    limits.pageSize = 1;
    server.replies["/v2/team/app/tags/list?n=1"] =
        TestServer::reply("200 OK", R"({"name":"a","tags":["0"]})");
    for (int i = 0; i < 5; ++i)
        server.replies["/v2/team/app/tags/list?n=1&last=" + QByteArray::number(i)] =
            TestServer::reply("200 OK",
                              "{\"name\":\"a\",\"tags\":[\"" + QByteArray::number(i + 1) + "\"]}");
    QCOMPARE(ask(server, {}, limits), QStringLiteral("registry.too-much"));
}

void TestRegistryClient::saysThatNobodyListens()
{
    ImageReference image;
    {
        const StandIn gone;
        image = gone.image();
    }
    QCOMPARE(codeOf(RegistryClient({}, nobody, quick()).tags(image)),
             QStringLiteral("http.refused"));
}

QTEST_GUILESS_MAIN(TestRegistryClient)
#include "tst_registryclient.moc"
