// SPDX-License-Identifier: MIT
#include "core/registry/dockercredentials.h"
#include "core/registry/registryreplies.h"

#include <QTest>

using namespace Slipway;

class TestRegistryReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsChallenges();
    void readsTags_data();
    void readsTags();
    void followsLinksOfTheSameServerAlone_data();
    void followsLinksOfTheSameServerAlone();
    void readsTokens();
    void readsWhenToAskAgain();
    void knowsThisMachine();
    void saysWhereAPasswordMayGo_data();
    void saysWhereAPasswordMayGo();
    void readsCredentialsAsDockerDoes_data();
    void readsCredentialsAsDockerDoes();
    void asksHelpers();
    void neverQuotesWhatAHelperSaid();
};

namespace {

DockerCredentials credentials(const char *json)
{
    const auto read = DockerCredentials::read(json);
    return read ? *read : DockerCredentials();
}

Result<Reply> nobody(const Question &)
{
    return Error(QStringLiteral("test.asked"), "nobody is asked");
}

} // namespace

void TestRegistryReplies::readsChallenges()
{
    const auto both = readChallenges("Basic realm=\"a, \\\"b\\\"\", Bearer "
                                     "realm=\"https://auth.example.org/token\",service=reg , "
                                     "scope=\"repository:x:pull,push\"");
    QCOMPARE(both.size(), 2);
    QCOMPARE(both[0].scheme, QStringLiteral("basic"));
    QCOMPARE(both[0].parameters[QStringLiteral("realm")], QStringLiteral("a, \"b\""));
    QCOMPARE(both[1].scheme, QStringLiteral("bearer"));
    QCOMPARE(both[1].parameters[QStringLiteral("realm")],
             QStringLiteral("https://auth.example.org/token"));
    QCOMPARE(both[1].parameters[QStringLiteral("service")], QStringLiteral("reg"));
    QCOMPARE(both[1].parameters[QStringLiteral("scope")], QStringLiteral("repository:x:pull,push"));
    QVERIFY(readChallenges("").isEmpty());
    QVERIFY(readChallenges("=,;\"").isEmpty());
    QCOMPARE(readChallenges("Negotiate, NTLM").size(), 2);
    QCOMPARE(readChallenges("Bearer realm=\"open").first().parameters[QStringLiteral("realm")],
             QStringLiteral("open"));
}

void TestRegistryReplies::readsTags_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("tags");
    const auto row = [](const char *body, const char *tags) {
        QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(tags);
    };
    row(R"({"name":"a","tags":["1","2"]})", "1 2");
    row(R"({"name":"a","tags":null})", "");
    row(R"({"name":"a"})", "");
    row(R"({"name":"a","tags":["1","a b","-1",7,null,"2\n3",""]})", "1");
    row(R"({"tags":["1"]})", "error");
    row(R"({"name":"a","tags":"1"})", "error");
    row("<html>", "error");
    row("[]", "error");
    row("", "error");
}

void TestRegistryReplies::readsTags()
{
    QFETCH(QByteArray, body);
    const auto tags = readTagPage(body);
    QTEST(tags ? tags->join(u' ') : QStringLiteral("error"), "tags");
}

void TestRegistryReplies::followsLinksOfTheSameServerAlone_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *link, const char *next) {
        QTest::newRow(link) << QByteArray(link) << QString::fromLatin1(next);
    };
    const char *page = "https://r.example.org/v2/a/tags/list?last=1&n=2";
    row("</v2/a/tags/list?last=1&n=2>; rel=\"next\"", page);
    row("<https://r.example.org:443/v2/a/tags/list?last=1&n=2>;rel=next",
        "https://r.example.org:443/v2/a/tags/list?last=1&n=2");
    row("<list?last=1&n=2>; rel=\"next\"", page);
    row("</v2/b>; rel=\"prev\", </v2/a/tags/list?last=1&n=2>; rel=\"next\"", page);
    row("</v2/b>; rel=\"prev\"", "");
    row("", "");
    row("</v2/a", "");
    for (const char *link :
         {"<https://other.example.org/v2/a>; rel=\"next\"", "<http://r.example.org/v2/a>; rel=next",
          "<https://r.example.org:8443/v2/a>; rel=next", "<//other.org/v2/a>; rel=next",
          "<file:///v2/a>; rel=next", "</other>; rel=next", "<>; rel=next",
          "<https://u:p@r.example.org/v2/a>; rel=next"})
        row(link, "error");
}

void TestRegistryReplies::followsLinksOfTheSameServerAlone()
{
    QFETCH(QByteArray, link);
    const auto next =
        readNextPage(link, QUrl(QStringLiteral("https://r.example.org/v2/a/tags/list?n=2")));
    QTEST(next ? next->value_or(QUrl()).toString() : QStringLiteral("error"), "next");
}

void TestRegistryReplies::readsTokens()
{
    QCOMPARE(readToken(R"({"token":"abc","access_token":"def"})").valueOr({}), QByteArray("abc"));
    QCOMPARE(readToken(R"({"access_token":"def"})").valueOr({}), QByteArray("def"));
    QVERIFY(!readToken(R"({"token":"a\r\nHost: b"})"));
    QVERIFY(!readToken(R"({"token":"é"})"));
    QVERIFY(!readToken(R"({"token":7})"));
    QVERIFY(!readToken("abc"));
}

void TestRegistryReplies::readsWhenToAskAgain()
{
    const qint64 now = 1'700'000'000'000; // Tue, 14 Nov 2023 22:13:20 GMT
    QCOMPARE(readRetryAfter(" 12 ", now).value_or(-1), 12);
    QCOMPARE(readRetryAfter("-5", now).value_or(-1), 0);
    QCOMPARE(readRetryAfter("Tue, 14 Nov 2023 22:13:50 GMT", now).value_or(-1), 30);
    QCOMPARE(readRetryAfter("Tue, 14 Nov 2023 22:13:00 GMT", now).value_or(-1), 0);
    QVERIFY(!readRetryAfter("soon", now));
    QVERIFY(!readRetryAfter("", now));
}

void TestRegistryReplies::knowsThisMachine()
{
    for (const char *own : {"http://localhost:5000", "http://127.0.0.1:5000/v2/", "http://[::1]:1"})
        QVERIFY2(isOfThisMachine(QUrl(QLatin1String(own))), own);
    for (const char *other : {"http://127.example.org", "http://127.0.0.1.example.org",
                              "http://localhost.example.org", "http://10.0.0.1", "http://[::2]"})
        QVERIFY2(!isOfThisMachine(QUrl(QLatin1String(other))), other);
}

void TestRegistryReplies::saysWhereAPasswordMayGo_data()
{
    QTest::addColumn<QString>("realm");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *realm, const char *registry, bool may) {
        QTest::addRow("%s for %s", realm, registry)
            << QString::fromLatin1(realm) << QString::fromLatin1(registry) << may;
    };
    row("https://auth.docker.io/token", "https://registry-1.docker.io", true);
    row("https://ghcr.io/token", "https://ghcr.io", true);
    row("https://gitlab.example.org/jwt/auth", "https://registry.example.org", true);
    row("https://example.org/jwt/auth", "https://registry.example.org", true);
    row("https://r.example.org:8443/token", "https://r.example.org", true);
    row("http://127.0.0.1:5000/token", "http://127.0.0.1:5000", true);
    row("http://127.0.0.1:5001/token", "http://127.0.0.1:5000", false);
    row("http://auth.docker.io/token", "https://registry-1.docker.io", false);
    row("https://auth.evil.org/token", "https://registry-1.docker.io", false);
    row("https://evildocker.io/token", "https://registry-1.docker.io", false);
    row("https://evil.co.uk/token", "https://registry.co.uk", false);
    row("https://evil.org/token", "https://example.org", false);
    row("https://other.io/token", "https://ghcr.io", false);
}

void TestRegistryReplies::saysWhereAPasswordMayGo()
{
    QFETCH(QString, realm);
    QFETCH(QString, registry);
    QTEST(mayLoginAt(QUrl(realm), QUrl(registry)), "may");
}

void TestRegistryReplies::readsCredentialsAsDockerDoes_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *config, const char *registry,
                        const char *found) {
        QTest::newRow(name) << QByteArray(config) << QString::fromLatin1(registry)
                            << QString::fromLatin1(found);
    };
    // bWU6YTpi is me:a:b
    row("of Docker Hub", R"({"auths":{"https://index.docker.io/v1/":{"auth":"bWU6YTpi"}}})",
        "docker.io", "me a:b");
    row("by host", R"({"auths":{"r.example.org:5000":{"auth":"bWU6YTpi"}}})", "r.example.org:5000",
        "me a:b");
    row("by address", R"({"auths":{"https://r.example.org/v1/":{"auth":"bWU6YTpi"}}})",
        "r.example.org", "me a:b");
    row("of another port", R"({"auths":{"r.example.org:5001":{"auth":"bWU6YTpi"}}})",
        "r.example.org:5000", "");
    row("of another host", R"({"auths":{"r.example.org":{"auth":"bWU6YTpi"}}})", "docker.io", "");
    row("of a host that ends so", R"({"auths":{"example.org":{"auth":"bWU6YTpi"}}})",
        "r.example.org", "");
    row("identity", R"({"auths":{"r.example.org":{"auth":"bWU6","identitytoken":"tok"}}})",
        "r.example.org", "me tok token");
    row("nothing in it", R"({"auths":{"r.example.org":{}}})", "r.example.org", "");
    row("no base64", R"({"auths":{"r.example.org":{"auth":"?"}}})", "r.example.org", "");
    row("empty", "{}", "r.example.org", "");
}

void TestRegistryReplies::readsCredentialsAsDockerDoes()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, registry);
    const auto found = credentials(config).of(registry, nobody);
    QVERIFY(found);
    const RegistryCredential none;
    const RegistryCredential credential = found->value_or(none);
    QTEST(QStringLiteral("%1 %2 %3")
              .arg(credential.user, credential.secret,
                   credential.isIdentityToken ? QStringLiteral("token") : QString())
              .trimmed(),
          "found");
    QVERIFY(!DockerCredentials::read("[]"));
}

void TestRegistryReplies::asksHelpers()
{
    const DockerCredentials both = credentials(
        R"({"credsStore":"desktop","credHelpers":{"1.dkr.ecr.eu-west-1.amazonaws.com":"ecr-login"},
            "auths":{"r.example.org":{"auth":"bWU6YTpi"}}})");
    QList<Question> asked;
    const auto ask = [&asked](const Question &question) -> Result<Reply> {
        asked.append(question);
        if (question.input == "none.example.org")
            return Reply{1, "credentials not found in native keychain\n", {}};
        if (question.input == "r.example.org")
            return Reply{0, R"({"ServerURL":"x","Username":"<token>","Secret":"tok"})", {}};
        return Reply{0, R"({"ServerURL":"x","Username":"AWS","Secret":"long"})", {}};
    };
    const auto ecr = both.of(QStringLiteral("1.dkr.ecr.eu-west-1.amazonaws.com"), ask);
    QVERIFY(ecr && ecr->has_value());
    QCOMPARE((*ecr)->user, QStringLiteral("AWS"));
    QCOMPARE((*ecr)->secret, QStringLiteral("long"));
    const auto token = both.of(QStringLiteral("r.example.org"), ask);
    QVERIFY(token && token->has_value() && (*token)->isIdentityToken);
    const auto none = both.of(QStringLiteral("none.example.org"), ask);
    QVERIFY(none && !none->has_value());
    QVERIFY(both.of(QStringLiteral("docker.io"), ask));
    QCOMPARE(asked.size(), 4);
    QCOMPARE(asked[0].argv,
             QStringList({QStringLiteral("docker-credential-ecr-login"), QStringLiteral("get")}));
    QCOMPARE(asked[1].argv[0], QStringLiteral("docker-credential-desktop"));
    QCOMPARE(asked[3].input, QByteArray("https://index.docker.io/v1/"));
}

void TestRegistryReplies::neverQuotesWhatAHelperSaid()
{
    for (const char *store : {"x", "../x", "x y", ""}) {
        QByteArray config = R"({"credHelpers":{"r.example.org":"NAME"}})";
        config.replace("NAME", store);
        const auto ask = [](const Question &) -> Result<Reply> {
            return Reply{1, "the secret is tiger", "tiger"};
        };
        const auto found = credentials(config).of(QStringLiteral("r.example.org"), ask);
        QVERIFY(!found);
        QCOMPARE(found.error().code(), QStringLiteral("registry.helper"));
        QVERIFY(!found.error().message().contains(QLatin1String("tiger")) &&
                !found.error().detail().contains(QLatin1String("tiger")));
    }
}

QTEST_GUILESS_MAIN(TestRegistryReplies)
#include "tst_registryreplies.moc"
