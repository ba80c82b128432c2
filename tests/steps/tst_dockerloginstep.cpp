// SPDX-License-Identifier: MIT
#include "core/steps/dockerloginstep.h"

#include "tests/docker/testengine.h"
#include "tests/steps/stepharness.h"

#include "core/base/files.h"
#include "core/checklist/secrethandle.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Slipway;

namespace {

const char *const password = "canary-7Qx word";

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

/// Against a real registry with users of its own.
class TestDockerLoginStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void logsIn();
    void readsThePasswordFromAFile();
    void takesASecret();
    void aWrongPasswordFails();
    void thePasswordIsNowhere();
    void theUndoLogsOut();
    void aLogInOfOthersIsNotPutBack();
    void hostileValuesAreRefused_data();
    void hostileValuesAreRefused();

private:
    Value::Map with(Value::Map more = {}) const
    {
        const Value::Map usual{
            {QStringLiteral("registry"), Value(m_registry)},
            {QStringLiteral("user"), Value(QStringLiteral("ana"))},
            {QStringLiteral("password-variable"), Value(QStringLiteral("SLIPWAY_TEST_WORD"))}};
        for (auto it = usual.cbegin(); it != usual.cend(); ++it) {
            if (!more.contains(it.key()))
                more.insert(it.key(), *it);
        }
        return more;
    }
    bool isLoggedIn() const
    {
        return m_harness->read(m_harness->scratch() + QStringLiteral("/docker/config.json"))
            .contains(m_registry.toUtf8());
    }

    std::unique_ptr<StepHarness> m_harness;
    QProcess m_server;
    QString m_registry;
    DockerLoginStep m_kind;
};

void TestDockerLoginStep::init()
{
    SLIPWAY_NEED_ENGINE();
    const QString program = QStandardPaths::findExecutable(QStringLiteral("docker-registry"));
    const QString htpasswd = QStandardPaths::findExecutable(QStringLiteral("htpasswd"));
    if (program.isEmpty() || htpasswd.isEmpty()) {
        const char *const missing = "install docker-registry and apache2-utils";
        if (TestEngine::isRequired())
            QFAIL(missing);
        QSKIP(missing);
    }
    m_harness = std::make_unique<StepHarness>();
    const QString scratch = m_harness->scratch();
    qputenv("DOCKER_CONFIG", (scratch + QStringLiteral("/docker")).toUtf8());
    qputenv("SLIPWAY_TEST_WORD", password);
    const int port = freePort();
    m_registry = QStringLiteral("127.0.0.1:%1").arg(port);
    m_harness->call({htpasswd, QStringLiteral("-Bbc"), scratch + QStringLiteral("/users"),
                     QStringLiteral("ana"), QString::fromUtf8(password)});
    m_harness->write(scratch + QStringLiteral("/registry.yml"),
                     "version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: " +
                         scratch.toUtf8() + "/images}}\nhttp: {addr: '" + m_registry.toUtf8() +
                         "'}\nauth: {htpasswd: {realm: test, path: " + scratch.toUtf8() +
                         "/users}}\n");
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setStandardErrorFile(QProcess::nullDevice());
    m_server.start(program, {QStringLiteral("serve"), scratch + QStringLiteral("/registry.yml")});
    QVERIFY(m_server.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(
        [port] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, quint16(port));
            return socket.waitForConnected(200);
        }(),
        20'000);
}

void TestDockerLoginStep::cleanup()
{
    m_server.kill();
    m_server.waitForFinished();
}

void TestDockerLoginStep::logsIn()
{
    const Outcome outcome = m_harness->planAndRun(m_kind, with());
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QVERIFY(isLoggedIn());
    QCOMPARE(outcome.outputs[QStringLiteral("registry")].text(), m_registry);
}

void TestDockerLoginStep::readsThePasswordFromAFile()
{
    const QString file = m_harness->scratch() + QStringLiteral("/word file");
    m_harness->write(file, QByteArray(password) + "\n");
    Value::Map parameters = with({{QStringLiteral("password-file"), Value(file)}});
    QVERIFY(!m_harness->plan(m_kind, parameters)); // both
    parameters.remove(QStringLiteral("password-variable"));
    const Outcome outcome = m_harness->planAndRun(m_kind, parameters);
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QVERIFY(isLoggedIn());
}

void TestDockerLoginStep::takesASecret()
{
    m_harness->setSecrets({{QStringLiteral("word"), QString::fromUtf8(password)}});
    Value::Map parameters =
        with({{QStringLiteral("password"), secretHandle(QStringLiteral("word"))}});
    QVERIFY(!m_harness->plan(m_kind, parameters)); // both
    parameters.remove(QStringLiteral("password-variable"));
    const auto intent = m_harness->plan(m_kind, parameters);
    QVERIFY(intent);
    QCOMPARE(intent->plan.programs->secrets(), QStringList{QStringLiteral("word")});
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QVERIFY(isLoggedIn());
    parameters[QStringLiteral("password")] = Value(QString::fromUtf8(password));
    const auto plain = m_harness->plan(m_kind, parameters);
    QVERIFY(!plain);
    QCOMPARE(plain.error().code(), QStringLiteral("type.secret"));
}

void TestDockerLoginStep::aWrongPasswordFails()
{
    qputenv("SLIPWAY_TEST_WORD", "wrong");
    const auto intent = m_harness->plan(m_kind, with());
    QVERIFY(intent);
    QCOMPARE(m_harness->run(m_kind, *intent).error.code(), QStringLiteral("program.failed"));
    QVERIFY(!isLoggedIn());
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    qunsetenv("SLIPWAY_TEST_WORD");
    const auto unset = m_harness->plan(m_kind, with());
    QVERIFY(!unset);
    QCOMPARE(unset.error().code(), QStringLiteral("login.no-password"));
}

void TestDockerLoginStep::thePasswordIsNowhere()
{
    const auto intent = m_harness->plan(m_kind, with());
    QVERIFY(intent);
    QVERIFY(!QString::fromUtf8(QJsonDocument(intent->plan.toJson()).toJson())
                 .contains(QString::fromUtf8(password)));
    QCOMPARE(m_harness->run(m_kind, *intent).error.message(), QString());
    QDirIterator files(m_harness->scratch(), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    int read = 0;
    while (files.hasNext()) {
        const QByteArray bytes = readFile(files.next()).valueOr({});
        QVERIFY2(!bytes.contains(password), qPrintable(files.filePath()));
        ++read;
    }
    QVERIFY(read > 3);
}

void TestDockerLoginStep::theUndoLogsOut()
{
    const auto intent = m_harness->plan(m_kind, with());
    QVERIFY(intent);
    QCOMPARE(intent->plan.undo.can, UndoNote::Can::Yes);
    QCOMPARE(m_harness->run(m_kind, *intent).error.message(), QString());
    const Outcome undone = m_harness->undo(m_kind, *intent);
    QCOMPARE(undone.error.message() + undone.error.detail(), QString());
    QVERIFY(!isLoggedIn());
    const auto again = m_harness->planUndo(m_kind, *intent);
    QVERIFY(again && !*again);
}

void TestDockerLoginStep::aLogInOfOthersIsNotPutBack()
{
    QCOMPARE(m_harness->planAndRun(m_kind, with()).end, Outcome::End::Succeeded);
    const auto intent = m_harness->plan(m_kind, with());
    QVERIFY(intent);
    QCOMPARE(intent->plan.undo.can, UndoNote::Can::No);
    QCOMPARE(m_harness->run(m_kind, *intent).end, Outcome::End::Succeeded);
    const auto undo = m_harness->planUndo(m_kind, *intent);
    QVERIFY(!undo);
    QCOMPARE(undo.error().code(), QStringLiteral("undo.impossible"));
    QVERIFY(isLoggedIn());
}

void TestDockerLoginStep::hostileValuesAreRefused_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value :
         {"--config=x", "a\nb", "$(touch canary)", "`touch canary`", "a;touch canary", "\u202Ea"})
        QTest::newRow(value) << QString::fromUtf8(value);
    QTest::newRow("NUL") << QStringLiteral("a") + QChar(0);
}

void TestDockerLoginStep::hostileValuesAreRefused()
{
    QFETCH(QString, value);
    for (const char *parameter : {"registry", "password-variable", "password-file", "user"}) {
        Value::Map parameters = with({{QLatin1String(parameter), Value(value)}});
        if (QByteArray(parameter) == "password-file")
            parameters.remove(QStringLiteral("password-variable"));
        const auto intent = m_harness->plan(m_kind, parameters);
        // A strange name of a user is one argument, and simply wrong.
        if (QByteArray(parameter) == "user" && intent)
            QCOMPARE(m_harness->run(m_kind, *intent).end, Outcome::End::Failed);
        else
            QVERIFY2(!intent, parameter);
    }
    QVERIFY(!isLoggedIn());
    QVERIFY(!m_harness->exists(QStringLiteral("canary")));
}

QTEST_GUILESS_MAIN(TestDockerLoginStep)
#include "tst_dockerloginstep.moc"
