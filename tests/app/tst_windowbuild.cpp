// SPDX-License-Identifier: MIT
// A production build in the real window, with a registry, a remote and an engine that are real:
// a build that fails and is tried again, a rejection at the gate, and the release.
#include "tests/app/procedureworld.h"
#include "tests/app/programs.h"
#include "tests/app/windowdriver.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/stepsheet.h"

#include <QFile>
#include <QJsonObject>
#include <QtTest>

using namespace Slipway;

class TestWindowBuild final : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "800000"); }

private Q_SLOTS:
    void initTestCase();
    void aBuildThatFailsIsTriedAgain();
    void aRejectionKeepsItHere();
    void theReleaseIsDeployedAndTagged();
    void cleanupTestCase();

private:
    RunPage *page() const { return m_driver->page(); }
    QString broken() { return m_world->ask("clone").toString() + QStringLiteral("/broken"); }

    std::unique_ptr<ProcedureWorld> m_world;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowBuild::initTestCase()
{
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
    m_world = std::make_unique<ProcedureWorld>(QStringLiteral("production-build"));
    const QString problem = m_world->create();
    if (m_world->lacksPrograms() && !TestPrograms::isAllRequired())
        QSKIP(qPrintable(problem));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_driver = std::make_unique<WindowDriver>();
}

void TestWindowBuild::cleanupTestCase()
{
    m_driver.reset();
    m_world.reset();
}

void TestWindowBuild::aBuildThatFailsIsTriedAgain()
{
    QFile file(broken());
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_driver->console().openChecklist(QStringLiteral("production-build"), m_world->inputs());
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->window().inputs()->isVisible() && m_driver->row("version"),
                             WindowDriver::answerMs);
    m_driver->picture("build-inputs");
    m_driver->start();
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(m_driver->waitFor(RunState::Failed), m_driver->where());
    QVERIFY2(m_driver->isAt("build"), m_driver->where());
    m_driver->picture("build-failed");
    QVERIFY(file.remove());
    m_driver->pressPrimary();
    QTRY_VERIFY_WITH_TIMEOUT(page()->run().state != RunState::Failed, WindowDriver::answerMs);
    QVERIFY2(m_driver->waitFor(RunState::Waiting), m_driver->where());
    QCOMPARE(m_world->ask("did", {QStringLiteral("build"), QStringLiteral("1.4.0")}).toInt(), 2);
}

void TestWindowBuild::aRejectionKeepsItHere()
{
    m_driver->reject("go-ahead", QStringLiteral("The tests say nothing of the new plant."));
    if (QTest::currentTestFailed())
        return;
    m_driver->picture("build-rejected");
    QVERIFY(m_world->ask("registry.tags").toObject().isEmpty());
    QVERIFY(m_world->ask("remote_tags").toArray().isEmpty());
    m_driver->goAgain();
}

void TestWindowBuild::theReleaseIsDeployedAndTagged()
{
    m_driver->approve("go-ahead");
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(m_driver->waitFor(RunState::Succeeded), m_driver->where());
    m_driver->picture("build-finished");
    const QJsonArray version{QStringLiteral("1.4.0")};
    QCOMPARE(m_world->ask("registry.tags").toObject(),
             QJsonObject({{QStringLiteral("team/forecast"), version}}));
    QCOMPARE(m_world->ask("remote_tags").toArray(), version);
    QCOMPARE(m_world->ask("commit_of", version), m_world->ask("head"));
}

QTEST_MAIN(TestWindowBuild)
#include "tst_windowbuild.moc"
