// SPDX-License-Identifier: MIT
#include "core/steps/httpcheckstep.h"

#include "core/checklist/secrethandle.h"
#include "core/steps/jsoncondition.h"
#include "tests/http/testserver.h"
#include "tests/steps/stepharness.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Slipway;

Q_DECLARE_METATYPE(Slipway::Value)

namespace {

Value text(const char *words)
{
    return Value(QString::fromUtf8(words));
}

Value condition(const char *at, const char *test, const Value &value)
{
    return Value(Value::Map{{QStringLiteral("at"), text(at)}, {QLatin1String(test), value}});
}

} // namespace

class TestHttpCheckStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theReplyIsEvidenceAndOutput();
    void aWrongStatusFailsAndIsKept();
    void postsAMapAsJson();
    void conditionsHoldOrSayWhatStandsThere_data();
    void conditionsHoldOrSayWhatStandsThere();
    void aReplyThatIsNoJsonSaysSo();
    void aTextMustBeThere();
    void refusesAtThePlan_data();
    void refusesAtThePlan();
    void aHostileReplyIsPlainText();
    void itOnlyAsks();
    void secretsAreSentAndNotKept();
    void aSecretThatIsNotKnownFails();

private:
    Value::Map with(const char *path, Value::Map more = {}) const
    {
        more.insert(QStringLiteral("url"), Value(m_server->url(path)));
        return more;
    }

    std::unique_ptr<StepHarness> m_harness;
    std::unique_ptr<TestServer> m_server;
    HttpCheckStep m_kind;
};

void TestHttpCheckStep::init()
{
    for (const char *variable : {"http_proxy", "https_proxy", "all_proxy", "no_proxy"})
        qunsetenv(variable);
    m_harness = std::make_unique<StepHarness>();
    m_server = std::make_unique<TestServer>();
    m_server->replies["/"] = TestServer::reply(
        "200 OK",
        R"({"status":"ok","models":[{"name":"forecast","loss":0.25}],"count":3,"x y":null})",
        "Set-Cookie: canary=1\r\n");
}

void TestHttpCheckStep::theReplyIsEvidenceAndOutput()
{
    const Outcome outcome = m_harness->planAndRun(m_kind, with("/"));
    QCOMPARE(outcome.error.message(), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("status")].number(), 200);
    QVERIFY(outcome.outputs[QStringLiteral("body")].text().contains(QLatin1String("forecast")));
    const QByteArray kept = m_harness->objects().read(outcome.evidence.value(0).digest).valueOr({});
    QVERIFY2(kept.startsWith(m_server->url("/").toUtf8() + "\n200 OK\n"), kept.constData());
    QVERIFY(kept.contains("forecast"));
    QVERIFY2(!kept.contains("canary"), kept.constData());
}

void TestHttpCheckStep::aWrongStatusFailsAndIsKept()
{
    m_server->replies["/"] = TestServer::reply("503 Service Unavailable", "the database is away");
    const Outcome outcome = m_harness->planAndRun(m_kind, with("/"));
    QCOMPARE(outcome.error.code(), QStringLiteral("http.status"));
    QVERIFY2(outcome.error.message().contains(QLatin1String("503")),
             qPrintable(outcome.error.message()));
    QVERIFY(
        m_harness->objects().read(outcome.evidence.value(0).digest).valueOr({}).contains("away"));
    const Value statuses(Value::List{Value(503), Value(504)});
    QCOMPARE(m_harness->planAndRun(m_kind, with("/", {{QStringLiteral("status"), statuses}})).end,
             Outcome::End::Succeeded);
}

void TestHttpCheckStep::postsAMapAsJson()
{
    const Value body(Value::Map{{QStringLiteral("rows"), Value(Value::List{Value(1)})}});
    const Value headers(Value::Map{{QStringLiteral("X-Kind"), text("a: b")}});
    const Outcome outcome =
        m_harness->planAndRun(m_kind, with("/", {{QStringLiteral("method"), text("POST")},
                                                 {QStringLiteral("headers"), headers},
                                                 {QStringLiteral("body"), body}}));
    QCOMPARE(outcome.error.message(), QString());
    const QByteArray sent = m_server->requests.value(0);
    QVERIFY2(sent.endsWith("\r\n\r\n{\"rows\":[1]}"), sent.constData());
    QVERIFY2(sent.contains("\r\nX-Kind: a: b\r\n"), sent.constData());
    QVERIFY2(sent.toLower().contains("content-type: application/json\r\n"), sent.constData());
}

void TestHttpCheckStep::conditionsHoldOrSayWhatStandsThere_data()
{
    QTest::addColumn<Value>("condition");
    QTest::addColumn<QString>("stands"); // null: it holds
    const auto row = [](const char *name, const Value &value, const char *stands) {
        QTest::newRow(name) << value << (stands ? QString::fromUtf8(stands) : QString());
    };
    row("is", condition("status", "is", text("ok")), nullptr);
    row("is in a list", condition("models[0].name", "is", text("forecast")), nullptr);
    row("fraction", condition("models[0].loss", "is", text("0.25")), nullptr);
    row("null", condition("['x y']", "is", Value()), nullptr);
    row("contains", condition("status", "contains", text("o")), nullptr);
    row("at most", condition("models[0].loss", "at-most", text("0.3")), nullptr);
    row("at least", condition("count", "at-least", Value(3)), nullptr);
    row("length", condition("models", "length", Value(1)), nullptr);
    row("exists", condition("models[0]", "exists", Value(true)), nullptr);
    row("exists not", condition("models[1]", "exists", Value(false)), nullptr);
    row("is not so", condition("status", "is", text("down")), "\"ok\" stands there");
    row("too small", condition("count", "at-least", Value(4)), "3 stands there");
    row("nothing there", condition("models[7].name", "is", text("x")), "- stands there");
    row("a number is no text", condition("count", "contains", text("3")), "3 stands there");
    row("no number", condition("status", "at-most", Value(1)), "\"ok\" stands there");
}

void TestHttpCheckStep::conditionsHoldOrSayWhatStandsThere()
{
    QFETCH(Value, condition);
    QFETCH(QString, stands);
    const Outcome outcome = m_harness->planAndRun(
        m_kind, with("/", {{QStringLiteral("json"), Value(Value::List{condition})}}));
    if (stands.isEmpty()) {
        QCOMPARE(outcome.error.message(), QString());
        return;
    }
    QCOMPARE(outcome.error.code(), QStringLiteral("json.not-so"));
    QVERIFY2(outcome.error.message().contains(stands), qPrintable(outcome.error.message()));
}

void TestHttpCheckStep::aReplyThatIsNoJsonSaysSo()
{
    m_server->replies["/"] = TestServer::reply("200 OK", "<html>ok</html>");
    const Value::Map asked = with(
        "/", {{QStringLiteral("json"), Value(Value::List{condition("status", "is", text("ok"))})}});
    QCOMPARE(m_harness->planAndRun(m_kind, asked).error.code(), QStringLiteral("http.bad-json"));
    m_server->replies["/"] = TestServer::reply("200 OK", QByteArray(2 * 1024 * 1024, '['));
    QCOMPARE(m_harness->planAndRun(m_kind, asked).error.code(), QStringLiteral("http.too-large"));
    m_server->replies["/"] = TestServer::reply("200 OK", QByteArray(512 * 1024, '['));
    QCOMPARE(m_harness->planAndRun(m_kind, asked).error.code(), QStringLiteral("http.bad-json"));
}

void TestHttpCheckStep::aTextMustBeThere()
{
    const QString contains = QStringLiteral("contains");
    QCOMPARE(m_harness->planAndRun(m_kind, with("/", {{contains, text("forecast")}})).end,
             Outcome::End::Succeeded);
    QCOMPARE(m_harness->planAndRun(m_kind, with("/", {{contains, text("--x")}})).error.code(),
             QStringLiteral("http.text"));
}

void TestHttpCheckStep::refusesAtThePlan_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<Value>("value");
    const auto row = [](const char *parameter, const Value &value) {
        static int number = 0;
        QTest::addRow("%s %d", parameter, ++number) << QString::fromLatin1(parameter) << value;
    };
    for (const char *url : {"file:///etc/passwd", "ssh://host/x", "http://u:p@127.0.0.1/",
                            "--config=x", "http://a\nb", "http://\u202E/", "host:path"})
        row("url", text(url));
    row("method", text("DELETE"));
    row("method", text("GET / HTTP/1.1\r\nX: y"));
    row("body", text("not with GET"));
    row("timeout", text("soon"));
    for (const char *name : {"Authorization", "COOKIE", "X-A: 1\r\nX-B", "Host", ""})
        row("headers", Value(Value::Map{{QString::fromUtf8(name), text("x")}}));
    row("headers", Value(Value::Map{{QStringLiteral("X-A"), text("1\r\nX-B: 2")}}));
    for (const char *at : {"a..b", "a[", "a[-1]", "a[x]", "['a", "a b[0"})
        row("json", Value(Value::List{condition(at, "is", Value(1))}));
    row("json", Value(Value::List{condition("a", "runs", Value(1))}));
    row("json", Value(Value::List{condition("a", "at-most", text("few"))}));
}

void TestHttpCheckStep::refusesAtThePlan()
{
    QFETCH(QString, parameter);
    QFETCH(Value, value);
    Value::Map asked = with("/");
    asked[parameter] = value;
    const auto intent = m_harness->plan(m_kind, asked);
    QVERIFY(!intent);
    QVERIFY(!intent.error().message().isEmpty());
    QVERIFY(m_server->requests.isEmpty());
}

void TestHttpCheckStep::aHostileReplyIsPlainText()
{
    m_server->replies["/"] =
        TestServer::reply("200 \x1b[31mOK", "<b>\x1b]0;x\x07</b>\xe2\x80\xae", "X-A: \x1b[2J\r\n");
    const Outcome outcome = m_harness->planAndRun(m_kind, with("/"));
    QCOMPARE(outcome.error.message(), QString());
    const QByteArray kept = m_harness->objects().read(outcome.evidence.value(0).digest).valueOr({});
    const QString body = outcome.outputs[QStringLiteral("body")].text();
    QVERIFY2(!kept.contains('\x1b') && !kept.contains("\xe2\x80\xae"), kept.constData());
    QVERIFY2(!body.contains(QChar(0x1b)) && !body.contains(QChar(0x202e)), qPrintable(body));
    m_server->replies["/"] = TestServer::reply("200 OK", QByteArray("\xff\x00\x01", 3));
    QCOMPARE(m_harness->planAndRun(m_kind, with("/")).outputs[QStringLiteral("body")].text(),
             QStringLiteral("[3 bytes]"));
    m_server->replies["/"] = TestServer::reply("200 OK", QByteArray(4 * 1024 * 1024, 'x'));
    const Outcome large = m_harness->planAndRun(m_kind, with("/"));
    QVERIFY(large.evidence.value(0).size < 300 * 1024);
    QCOMPARE(large.outputs[QStringLiteral("body")].text().size(), 16 * 1024);
}

void TestHttpCheckStep::itOnlyAsks()
{
    const auto intent = m_harness->plan(m_kind, with("/"));
    QVERIFY(intent);
    QCOMPARE(intent->plan.undo.can, UndoNote::Can::Nothing);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    Overlay overlay(m_harness->objects());
    QVERIFY(m_kind.rehearse(*intent, m_harness->context(*intent), overlay));
    QVERIFY(m_server->requests.isEmpty());
    StepContext stopped = m_harness->context(*intent);
    std::stop_source source;
    source.request_stop();
    stopped.stop = source.get_token();
    m_server->replies.clear();
    QCOMPARE(m_kind.act(*intent, stopped).end, Outcome::End::Cancelled);
}

void TestHttpCheckStep::secretsAreSentAndNotKept()
{
    const QString token = QStringLiteral("c4n4ry-7f3b-token");
    m_harness->setSecrets({{QStringLiteral("token"), token}});
    m_server->replies["/"] = TestServer::reply("200 OK", "you said " + token.toUtf8());
    const Value handle = secretHandle(QStringLiteral("token"));
    const auto intent = m_harness->plan(
        m_kind, with("/", {{QStringLiteral("bearer"), handle},
                           {QStringLiteral("headers"),
                            Value(Value::Map{{QStringLiteral("X-Api-Key"), handle}})}}));
    QVERIFY(intent);
    QVERIFY(!QJsonDocument(intent->plan.toJson()).toJson().contains(token.toUtf8()));
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.error.message(), QString());
    const QByteArray request = m_server->requests.value(0);
    QVERIFY2(request.contains("Authorization: Bearer " + token.toUtf8() + "\r\n"), request);
    QVERIFY2(request.toLower().contains("x-api-key: " + token.toUtf8() + "\r\n"), request);
    const QByteArray kept = m_harness->objects().read(outcome.evidence.value(0).digest).valueOr({});
    QVERIFY2(kept.contains("you said ***"), kept);
    QCOMPARE(outcome.evidence.value(0).size, kept.size());
    const auto plain = m_harness->plan(
        m_kind, with("/", {{QStringLiteral("headers"),
                            Value(Value::Map{{QStringLiteral("Authorization"), text("x")}})}}));
    QVERIFY(!plain);
    QCOMPARE(plain.error().code(), QStringLiteral("http.secret-header"));
}

void TestHttpCheckStep::aSecretThatIsNotKnownFails()
{
    const auto intent = m_harness->plan(
        m_kind, with("/", {{QStringLiteral("bearer"), secretHandle(QStringLiteral("token"))}}));
    QVERIFY(intent);
    QCOMPARE(m_harness->run(m_kind, *intent).error.code(), QStringLiteral("http.no-secret"));
    QVERIFY(m_server->requests.isEmpty());
}

QTEST_GUILESS_MAIN(TestHttpCheckStep)
#include "tst_httpcheckstep.moc"
