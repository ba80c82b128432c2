// SPDX-License-Identifier: MIT
#include "core/steps/dockerwaitstep.h"

#include "tests/docker/testengine.h"
#include "tests/steps/stepharness.h"

#include <QFile>
#include <QProcess>
#include <QTest>
#include <QUuid>

using namespace Slipway;

class TestDockerWaitStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void waitsUntilAServiceRuns();
    void aServiceThatFallsOverDoesNotRun();
    void waitsForALineInTheLog();
    void waitsUntilAServiceHasEnded();
    void saysWhatWasNotSoWhenTheTimeIsOver();
    void waitsForAnAddress();
    void aParameterIsNeverAProgram();
    void refusesWhatCannotBeWaitedFor();

private:
    void make(const QString &service, const QString &script, const QStringList &more = {})
    {
        m_containers.append(QString::fromUtf8(TestEngine::docker(
            QStringList{QStringLiteral("run"), QStringLiteral("-d"), QStringLiteral("--label"),
                        QStringLiteral("com.docker.compose.project=") + m_project,
                        QStringLiteral("--label"),
                        QStringLiteral("com.docker.compose.service=") + service,
                        QStringLiteral("--label"),
                        QStringLiteral("com.docker.compose.project.working_dir=") +
                            m_harness->workspace()} +
            more +
            QStringList{TestEngine::image(), QStringLiteral("sh"), QStringLiteral("-c"), script})));
    }
    static Value::Map forService(const char *service, const char *until)
    {
        return {{QStringLiteral("services"), Value::ofTexts({QString::fromLatin1(service)})},
                {QStringLiteral("until"), Value(QString::fromLatin1(until))},
                {QStringLiteral("timeout"), Value(QStringLiteral("20s"))}};
    }

    std::unique_ptr<StepHarness> m_harness;
    DockerWaitStep m_kind;
    QString m_project;
    QStringList m_containers;
};

void TestDockerWaitStep::init()
{
    m_harness = std::make_unique<StepHarness>();
    m_project = QStringLiteral("slipwaywait") + QUuid::createUuid().toString(QUuid::Id128).left(12);
    m_harness->write(QStringLiteral("docker-compose.yml"), "services: {}\n");
}

void TestDockerWaitStep::cleanup()
{
    for (const QString &id : std::as_const(m_containers))
        TestEngine::remove(id);
    m_containers.clear();
}

void TestDockerWaitStep::waitsUntilAServiceRuns()
{
    SLIPWAY_NEED_ENGINE();
    make(QStringLiteral("api"), QStringLiteral("sleep 60"));
    const Outcome outcome = m_harness->planAndRun(m_kind, forService("api", "running"));
    QVERIFY2(outcome.end == Outcome::End::Succeeded,
             qPrintable(outcome.error.message() + outcome.error.detail()));
}

void TestDockerWaitStep::aServiceThatFallsOverDoesNotRun()
{
    SLIPWAY_NEED_ENGINE();
    make(QStringLiteral("worker"), QStringLiteral("echo no model yet; exit 3"),
         {QStringLiteral("--restart"), QStringLiteral("always")});
    auto with = forService("worker", "running");
    with.insert(QStringLiteral("timeout"), Value(QStringLiteral("4s")));
    const Outcome outcome = m_harness->planAndRun(m_kind, with);
    QCOMPARE(outcome.error.code(), QStringLiteral("wait.timeout"));
}

void TestDockerWaitStep::waitsForALineInTheLog()
{
    SLIPWAY_NEED_ENGINE();
    make(QStringLiteral("api"), QStringLiteral("sleep 2; echo Listening on 8080; sleep 60"));
    auto with = forService("api", "running");
    with.insert(QStringLiteral("log"), Value(QStringLiteral("^Listening on [0-9]+$")));
    const Outcome outcome = m_harness->planAndRun(m_kind, with);
    QVERIFY2(outcome.end == Outcome::End::Succeeded,
             qPrintable(outcome.error.message() + outcome.error.detail()));
}

void TestDockerWaitStep::waitsUntilAServiceHasEnded()
{
    SLIPWAY_NEED_ENGINE();
    make(QStringLiteral("train"), QStringLiteral("sleep 2"));
    const Outcome outcome = m_harness->planAndRun(m_kind, forService("train", "exited"));
    QCOMPARE(outcome.end, Outcome::End::Succeeded);
    QVERIFY(outcome.outputs[QStringLiteral("seconds")].number() >= 1);
}

void TestDockerWaitStep::saysWhatWasNotSoWhenTheTimeIsOver()
{
    SLIPWAY_NEED_ENGINE();
    make(QStringLiteral("api"), QStringLiteral("echo the port is taken; exit 1"));
    auto with = forService("api", "running");
    with.insert(QStringLiteral("timeout"), Value(QStringLiteral("2s")));
    const auto intent = m_harness->plan(m_kind, with);
    QVERIFY(intent);
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.error.code(), QStringLiteral("wait.timeout"));
    QVERIFY(outcome.error.message().contains(u"api: running"));
    QVERIFY2(outcome.error.detail().contains(u"the port is taken"),
             qPrintable(outcome.error.detail()));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
}

void TestDockerWaitStep::waitsForAnAddress()
{
    // A port that was free a moment ago.
    const QString port = QString::fromUtf8(
        m_harness
            ->call({QStringLiteral("python3"), QStringLiteral("-c"),
                    QStringLiteral("import socket; s = socket.socket(); "
                                   "s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")})
            .trimmed());
    const Value::Map with{
        {QStringLiteral("url"), Value(QStringLiteral("http://127.0.0.1:%1/").arg(port))},
        {QStringLiteral("timeout"), Value(QStringLiteral("20s"))}};
    const auto intent = m_harness->plan(m_kind, with);
    QVERIFY2(intent, intent ? "" : qPrintable(intent.error().message()));
    QVERIFY(m_harness->start(*intent));
    QProcess server;
    server.setWorkingDirectory(m_harness->scratch());
    server.start(QStringLiteral("python3"),
                 {QStringLiteral("-m"), QStringLiteral("http.server"), port,
                  QStringLiteral("--bind"), QStringLiteral("127.0.0.1")});
    const Outcome outcome = m_harness->finish(m_kind, *intent);
    server.kill();
    server.waitForFinished();
    QVERIFY2(outcome.end == Outcome::End::Succeeded,
             qPrintable(outcome.error.message() + outcome.error.detail()));
}

void TestDockerWaitStep::aParameterIsNeverAProgram()
{
    SLIPWAY_NEED_ENGINE();
    const QString canary = m_harness->scratch() + QStringLiteral("/canary");
    for (const QString &evil :
         {QStringLiteral("$(touch %1)"), QStringLiteral("`touch %1`"),
          QStringLiteral("'; touch %1; '"), QStringLiteral("\"; touch %1; \"")}) {
        make(QStringLiteral("api"), QStringLiteral("sleep 60"));
        const Value::Map with{
            {QStringLiteral("services"), Value::ofTexts({evil.arg(canary), QStringLiteral("api")})},
            {QStringLiteral("log"), Value(evil.arg(canary))},
            {QStringLiteral("url"),
             Value(QStringLiteral("http://127.0.0.1:9/") + evil.arg(canary))},
            {QStringLiteral("timeout"), Value(QStringLiteral("1s"))}};
        m_harness->planAndRun(m_kind, with);
        QVERIFY2(!QFile::exists(canary), qPrintable(evil));
        cleanup();
    }
}

void TestDockerWaitStep::refusesWhatCannotBeWaitedFor()
{
    QCOMPARE(m_harness->plan(m_kind, {}).error().code(), QStringLiteral("wait.nothing"));
    const auto file = m_harness->plan(
        m_kind, {{QStringLiteral("url"), Value(QStringLiteral("file:///etc/passwd"))}});
    QCOMPARE(file.error().code(), QStringLiteral("type.url-scheme"));
}

QTEST_GUILESS_MAIN(TestDockerWaitStep)
#include "tst_dockerwaitstep.moc"
