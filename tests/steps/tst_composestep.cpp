// SPDX-License-Identifier: MIT
#include "core/steps/composestep.h"

#include "tests/docker/testengine.h"
#include "tests/steps/stepharness.h"

#include <QTest>
#include <QUuid>

using namespace Slipway;

class TestComposeStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void bringsUpRestartsStopsAndBringsDown();
    void aServiceThatEndedIsShownAndNotDone();
    void downRemovesVolumesOnlyWhenSaid();
    void refusesAServiceThatTheFileDoesNotHave();
    void refusesAFolderWithoutComposeFile();
    void saysWhatComposeSaysOfABadFile();
    void refusesAProjectThatWasStartedElsewhere();

private:
    Value::Map action(const char *name) const
    {
        return {{QStringLiteral("in"), Value(m_folder)},
                {QStringLiteral("action"), Value(QString::fromLatin1(name))}};
    }
    Outcome run(const char *name) { return m_harness->planAndRun(m_kind, action(name)); }
    QString state(const Outcome &outcome, const QString &service) const
    {
        return outcome.outputs[QStringLiteral("states")][service].text();
    }

    std::unique_ptr<StepHarness> m_harness;
    ComposeStep m_kind;
    QString m_folder;
};

void TestComposeStep::init()
{
    m_harness = std::make_unique<StepHarness>();
    const QString name =
        QStringLiteral("slipwaytest") + QUuid::createUuid().toString(QUuid::Id128).left(12);
    m_folder = m_harness->absolute(name);
    m_harness->write(name + QStringLiteral("/docker-compose.yml"),
                     "version: '2.4'\nservices:\n"
                     "  api: {image: '" +
                         TestEngine::image().toUtf8() +
                         "', stop_grace_period: 1s, volumes: ['data:/data']}\n"
                         "  worker: {image: '" +
                         TestEngine::image().toUtf8() +
                         "', stop_grace_period: 1s}\n"
                         "volumes: {data: {}}\n");
}

void TestComposeStep::cleanup()
{
    if (TestEngine::problem().isEmpty()) {
        auto with = action("down");
        with.insert(QStringLiteral("volumes"), Value(true));
        m_harness->planAndRun(m_kind, with);
    }
}

void TestComposeStep::bringsUpRestartsStopsAndBringsDown()
{
    SLIPWAY_NEED_ENGINE();
    const auto up = m_harness->plan(m_kind, action("up"));
    QVERIFY2(up, up ? "" : qPrintable(up.error().message() + up.error().detail()));
    QCOMPARE(m_harness->probe(m_kind, *up).verdict, Finding::Verdict::NotDone);
    const Outcome isUp = m_harness->run(m_kind, *up);
    QVERIFY2(isUp.end == Outcome::End::Succeeded,
             qPrintable(isUp.error.message() + isUp.error.detail()));
    QCOMPARE(state(isUp, QStringLiteral("api")), QStringLiteral("running"));
    QCOMPARE(state(isUp, QStringLiteral("worker")), QStringLiteral("running"));
    const Finding found = m_harness->probe(m_kind, *up);
    QCOMPARE(found.verdict, Finding::Verdict::Done);
    QCOMPARE(found.outcome.outputs, isUp.outputs);

    auto restartApi = action("restart");
    restartApi.insert(QStringLiteral("services"), Value::ofTexts({QStringLiteral("api")}));
    const auto restart = m_harness->plan(m_kind, restartApi);
    QVERIFY(restart);
    QCOMPARE(m_harness->probe(m_kind, *restart).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_harness->run(m_kind, *restart).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->probe(m_kind, *restart).verdict, Finding::Verdict::Done);

    const Outcome stopped = run("stop");
    QCOMPARE(state(stopped, QStringLiteral("worker")), QStringLiteral("exited"));
    const Outcome started = run("start");
    QCOMPARE(state(started, QStringLiteral("worker")), QStringLiteral("running"));

    const auto down = m_harness->plan(m_kind, action("down"));
    QVERIFY(down);
    QCOMPARE(m_harness->probe(m_kind, *down).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_harness->run(m_kind, *down).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->probe(m_kind, *down).verdict, Finding::Verdict::Done);
    QVERIFY(TestEngine::engine().containersOfFolder(m_folder).value().isEmpty());
    QCOMPARE(run("down").end, Outcome::End::Succeeded);
}

void TestComposeStep::aServiceThatEndedIsShownAndNotDone()
{
    SLIPWAY_NEED_ENGINE();
    m_harness->write(m_folder + QStringLiteral("/docker-compose.yml"),
                     "version: '2.4'\nservices:\n  once: {image: '" + TestEngine::image().toUtf8() +
                         "', command: ['false']}\n");
    const auto up = m_harness->plan(m_kind, action("up"));
    QVERIFY(up);
    QCOMPARE(m_harness->run(m_kind, *up).end, Outcome::End::Succeeded);
    QTRY_COMPARE(m_harness->probe(m_kind, *up).verdict, Finding::Verdict::NotDone);
}

void TestComposeStep::downRemovesVolumesOnlyWhenSaid()
{
    SLIPWAY_NEED_ENGINE();
    const Outcome up = run("up");
    const QString volume = up.outputs[QStringLiteral("project")].text() + QStringLiteral("_data");
    const auto volumes = [] {
        return QString::fromUtf8(TestEngine::docker({QStringLiteral("volume"), QStringLiteral("ls"),
                                                     QStringLiteral("-q")}))
            .split(u'\n');
    };
    QCOMPARE(run("down").end, Outcome::End::Succeeded);
    QVERIFY(volumes().contains(volume));
    auto with = action("down");
    with.insert(QStringLiteral("volumes"), Value(true));
    QCOMPARE(m_harness->planAndRun(m_kind, with).end, Outcome::End::Succeeded);
    QVERIFY(!volumes().contains(volume));
}

void TestComposeStep::refusesAServiceThatTheFileDoesNotHave()
{
    SLIPWAY_NEED_ENGINE();
    auto with = action("up");
    with.insert(QStringLiteral("services"), Value::ofTexts({QStringLiteral("apo")}));
    const auto intent = m_harness->plan(m_kind, with);
    QCOMPARE(intent.error().code(), QStringLiteral("compose.no-service"));
    QVERIFY(intent.error().message().contains(u"api, worker"));
    auto down = action("down");
    down.insert(QStringLiteral("services"), Value::ofTexts({QStringLiteral("api")}));
    QCOMPARE(m_harness->plan(m_kind, down).error().code(), QStringLiteral("compose.down-all"));
}

void TestComposeStep::refusesAFolderWithoutComposeFile()
{
    SLIPWAY_NEED_ENGINE();
    auto with = action("up");
    with.insert(QStringLiteral("in"), Value(m_harness->scratch()));
    QCOMPARE(m_harness->plan(m_kind, with).error().code(), QStringLiteral("compose.no-file"));
}

void TestComposeStep::saysWhatComposeSaysOfABadFile()
{
    SLIPWAY_NEED_ENGINE();
    m_harness->write(m_folder + QStringLiteral("/docker-compose.yml"),
                     "services:\n  api: {imago: x}\n");
    const auto intent = m_harness->plan(m_kind, action("up"));
    QCOMPARE(intent.error().code(), QStringLiteral("compose.invalid"));
    QVERIFY(intent.error().detail().contains(u"imago"));
}

void TestComposeStep::refusesAProjectThatWasStartedElsewhere()
{
    SLIPWAY_NEED_ENGINE();
    const QString id = QString::fromUtf8(TestEngine::docker(
        {QStringLiteral("create"), QStringLiteral("--label"),
         QStringLiteral("com.docker.compose.project=") + m_folder.section(u'/', -1),
         QStringLiteral("--label"),
         QStringLiteral("com.docker.compose.project.working_dir=/home/ana/stack"),
         TestEngine::image()}));
    const auto intent = m_harness->plan(m_kind, action("up"));
    TestEngine::remove(id);
    QCOMPARE(intent.error().code(), QStringLiteral("compose.foreign"));
    QVERIFY(intent.error().message().contains(u"/home/ana/stack"));
}

QTEST_GUILESS_MAIN(TestComposeStep)
#include "tst_composestep.moc"
