// SPDX-License-Identifier: MIT
#include "core/steps/packagesfreezestep.h"

#include "core/steps/inventoryobject.h"
#include "tests/docker/testengine.h"
#include "tests/steps/stepharness.h"

#include <QFile>
#include <QTest>
#include <QUuid>

using namespace Slipway;

class TestPackagesFreezeStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsARunningContainerAndLeavesItRunning();
    void startsAStoppedContainerAndStopsItAgain();
    void stopsTheContainerAgainWhenListingFails();
    void refusesAnEmptyListAndOneWithoutPip_data();
    void refusesAnEmptyListAndOneWithoutPip();
    void theProbePutsAContainerBackThatACrashLeftRunning();
    void listsAnImage();
    void listsAVenvWithItsOwnPip();
    void writesTheListBelowTheWorkspaceOnly();
    void needsExactlyOneSource();
    void namesTheServicesThatThereAre();

private:
    QString make(const QStringList &how, const QStringList &command = {})
    {
        const QString id = QString::fromUtf8(TestEngine::docker(
            how +
            QStringList{QStringLiteral("--label"), QStringLiteral("com.docker.compose.project=p"),
                        QStringLiteral("--label"), QStringLiteral("com.docker.compose.service=api"),
                        QStringLiteral("--label"),
                        QStringLiteral("com.docker.compose.project.working_dir=") +
                            m_harness->workspace(),
                        TestEngine::image()} +
            command));
        m_containers.append(id);
        return id;
    }
    QString stateOf(const QString &id) const
    {
        return TestEngine::engine().container(id).value().state;
    }
    Value::Map service() const
    {
        return {{QStringLiteral("service"), Value(QStringLiteral("api"))},
                {QStringLiteral("compose"), Value(m_harness->workspace())}};
    }

    std::unique_ptr<StepHarness> m_harness;
    PackagesFreezeStep m_kind;
    QStringList m_containers;
    const QStringList m_run{QStringLiteral("run"), QStringLiteral("-d"),
                            QStringLiteral("--stop-timeout"), QStringLiteral("1")};
    const QStringList m_create{QStringLiteral("create"), QStringLiteral("--stop-timeout"),
                               QStringLiteral("1")};
};

void TestPackagesFreezeStep::init()
{
    m_harness = std::make_unique<StepHarness>();
}

void TestPackagesFreezeStep::cleanup()
{
    for (const QString &id : std::as_const(m_containers))
        TestEngine::remove(id);
    m_containers.clear();
}

void TestPackagesFreezeStep::listsARunningContainerAndLeavesItRunning()
{
    SLIPWAY_NEED_ENGINE();
    const QString id = make(m_run);
    const Outcome outcome = m_harness->planAndRun(m_kind, service());
    QVERIFY2(outcome.end == Outcome::End::Succeeded,
             qPrintable(outcome.error.message() + outcome.error.detail()));
    QCOMPARE(outcome.outputs[QStringLiteral("count")].number(), 3);
    const auto inventory =
        readInventory(m_harness->context(), outcome.outputs[QStringLiteral("inventory")].text());
    QVERIFY(inventory);
    QCOMPARE(inventory->label(), QStringLiteral("container:api"));
    QCOMPARE(inventory->find(QStringLiteral("Requests"))->version, QStringLiteral("2.31.0"));
    QCOMPARE(stateOf(id), QStringLiteral("running"));
}

void TestPackagesFreezeStep::startsAStoppedContainerAndStopsItAgain()
{
    SLIPWAY_NEED_ENGINE();
    const QString id = make(m_create);
    const Outcome outcome = m_harness->planAndRun(m_kind, service());
    QVERIFY2(outcome.end == Outcome::End::Succeeded,
             qPrintable(outcome.error.message() + outcome.error.detail()));
    QCOMPARE(outcome.outputs[QStringLiteral("count")].number(), 3);
    QCOMPARE(stateOf(id), QStringLiteral("exited"));
}

void TestPackagesFreezeStep::stopsTheContainerAgainWhenListingFails()
{
    SLIPWAY_NEED_ENGINE();
    const QString id = make(m_run);
    TestEngine::docker(
        {QStringLiteral("exec"), id, QStringLiteral("rm"), QStringLiteral("/packages.txt")});
    TestEngine::docker({QStringLiteral("stop"), id});
    const Outcome outcome = m_harness->planAndRun(m_kind, service());
    QCOMPARE(outcome.end, Outcome::End::Failed);
    QCOMPARE(stateOf(id), QStringLiteral("exited"));
}

void TestPackagesFreezeStep::refusesAnEmptyListAndOneWithoutPip_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("empty") << QStringLiteral("echo -n > /packages.txt");
    QTest::newRow("no pip") << QStringLiteral("echo numpy==1.0 > /packages.txt");
    QTest::newRow("no list") << QStringLiteral("echo Usage: pip COMMAND > /packages.txt");
}

void TestPackagesFreezeStep::refusesAnEmptyListAndOneWithoutPip()
{
    SLIPWAY_NEED_ENGINE();
    QFETCH(QString, command);
    const QString id = make(m_run);
    TestEngine::docker(
        {QStringLiteral("exec"), id, QStringLiteral("sh"), QStringLiteral("-c"), command});
    const Outcome outcome = m_harness->planAndRun(m_kind, service());
    QCOMPARE(outcome.end, Outcome::End::Failed);
    QVERIFY2(outcome.error.code().startsWith(u"packages."), qPrintable(outcome.error.code()));
}

void TestPackagesFreezeStep::theProbePutsAContainerBackThatACrashLeftRunning()
{
    SLIPWAY_NEED_ENGINE();
    const QString id = make(m_create);
    const auto intent = m_harness->plan(m_kind, service());
    QVERIFY(intent);
    TestEngine::docker({QStringLiteral("start"), id});
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(stateOf(id), QStringLiteral("exited"));
}

void TestPackagesFreezeStep::listsAnImage()
{
    SLIPWAY_NEED_ENGINE();
    const Outcome outcome =
        m_harness->planAndRun(m_kind, {{QStringLiteral("image"), Value(TestEngine::image())}});
    QVERIFY2(outcome.end == Outcome::End::Succeeded,
             qPrintable(outcome.error.message() + outcome.error.detail()));
    QCOMPARE(outcome.outputs[QStringLiteral("count")].number(), 3);
    QVERIFY(!m_harness->plan(
        m_kind, {{QStringLiteral("image"), Value(QStringLiteral("slipway-no-such:1"))}}));
}

void TestPackagesFreezeStep::listsAVenvWithItsOwnPip()
{
    m_harness->call({QStringLiteral("python3"), QStringLiteral("-m"), QStringLiteral("venv"),
                     m_harness->absolute(QStringLiteral("venv"))});
    const Value::Map with{{QStringLiteral("venv"), Value(QStringLiteral("venv"))},
                          {QStringLiteral("to"), Value(QStringLiteral("lists/lib.txt"))}};
    const Outcome outcome = m_harness->planAndRun(m_kind, with);
    QVERIFY2(outcome.end == Outcome::End::Succeeded,
             qPrintable(outcome.error.message() + outcome.error.detail()));
    QVERIFY(m_harness->read(QStringLiteral("lists/lib.txt")).contains("pip=="));
    QCOMPARE(outcome.outputs[QStringLiteral("file")].text(),
             m_harness->absolute(QStringLiteral("lists/lib.txt")));
    QVERIFY(!m_harness->plan(m_kind, {{QStringLiteral("venv"), Value(QStringLiteral("no"))}}));
}

void TestPackagesFreezeStep::writesTheListBelowTheWorkspaceOnly()
{
    SLIPWAY_NEED_ENGINE();
    make(m_run);
    auto with = service();
    with.insert(QStringLiteral("to"), Value(QStringLiteral("../out.txt")));
    QVERIFY(!m_harness->plan(m_kind, with));
    QVERIFY(QFile::link(m_harness->scratch(), m_harness->absolute(QStringLiteral("link"))));
    with.insert(QStringLiteral("to"), Value(QStringLiteral("link/out.txt")));
    QCOMPARE(m_harness->planAndRun(m_kind, with).error.code(), QStringLiteral("path.link"));
    QVERIFY(!QFile::exists(m_harness->scratch() + QStringLiteral("/out.txt")));
}

void TestPackagesFreezeStep::needsExactlyOneSource()
{
    QCOMPARE(m_harness->plan(m_kind, {}).error().code(), QStringLiteral("packages.one-source"));
    QCOMPARE(m_harness
                 ->plan(m_kind, {{QStringLiteral("image"), Value(QStringLiteral("a"))},
                                 {QStringLiteral("venv"), Value(QStringLiteral("b"))}})
                 .error()
                 .code(),
             QStringLiteral("packages.one-source"));
}

void TestPackagesFreezeStep::namesTheServicesThatThereAre()
{
    SLIPWAY_NEED_ENGINE();
    make(m_create);
    auto with = service();
    with.insert(QStringLiteral("service"), Value(QStringLiteral("worker")));
    const auto intent = m_harness->plan(m_kind, with);
    QCOMPARE(intent.error().code(), QStringLiteral("packages.no-container"));
    QVERIFY(intent.error().message().contains(u"there are: api"));
}

QTEST_GUILESS_MAIN(TestPackagesFreezeStep)
#include "tst_packagesfreezestep.moc"
