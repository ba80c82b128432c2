// SPDX-License-Identifier: MIT
// The test of the stack in the real window, with the real engine: a build that fails and is tried
// again, a rejection at the gate that leaves the stack up, and its end.
#include "tests/app/procedureworld.h"
#include "tests/app/programs.h"
#include "tests/app/windowdriver.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/stepsheet.h"

#include <QFile>
#include <QFileInfo>
#include <QtTest>

using namespace Slipway;

class TestWindowStack final : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "800000"); }

private Q_SLOTS:
    void initTestCase();
    void aBuildThatFailsIsTriedAgain();
    void aRejectionLeavesTheStackUp();
    void theStackIsDestroyed();
    void cleanupTestCase();

private:
    RunPage *page() const { return m_driver->page(); }
    QString fork(const char *input) const { return m_world->inputs()[QLatin1String(input)].text(); }

    std::unique_ptr<ProcedureWorld> m_world;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestWindowStack::initTestCase()
{
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
    m_world = std::make_unique<ProcedureWorld>(QStringLiteral("stack-test"));
    const QString problem = m_world->create();
    if (m_world->lacksPrograms() && !TestPrograms::isAllRequired())
        QSKIP(qPrintable(problem));
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    m_driver = std::make_unique<WindowDriver>();
}

void TestWindowStack::cleanupTestCase()
{
    m_driver.reset();
    m_world.reset();
}

/// What is missing in the model stops the build before it makes an image.
void TestWindowStack::aBuildThatFailsIsTriedAgain()
{
    const QString missing = QStringLiteral("worker_pub/params.conf");
    const QString kept = fork("model") + QStringLiteral("/publicar/") + missing;
    QVERIFY(QFile::rename(kept, kept + QStringLiteral(".away")));
    m_driver->console().openChecklist(QStringLiteral("stack-test"), m_world->inputs());
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->window().inputs()->isVisible() && m_driver->row("stack"),
                             WindowDriver::answerMs);
    m_driver->picture("stack-inputs");
    m_driver->start();
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(m_driver->waitFor(RunState::Failed), m_driver->where());
    QVERIFY2(m_driver->isAt("stack.build-stack"), m_driver->where());
    m_driver->picture("stack-failed");
    QCOMPARE(m_world->ask("images").toArray(), QJsonArray());
    QVERIFY(QFile::copy(kept + QStringLiteral(".away"),
                        page()->run().workspace +
                            QStringLiteral("/test/prodest-ml-stack/publicar/") + missing));
    m_driver->pressPrimary();
    QTRY_VERIFY_WITH_TIMEOUT(page()->run().state != RunState::Failed, WindowDriver::answerMs);
    QVERIFY2(m_driver->waitFor(RunState::Waiting), m_driver->where());
    QCOMPARE(m_world->ask("images").toArray().size(), 5);
}

void TestWindowStack::aRejectionLeavesTheStackUp()
{
    const QJsonValue before = m_world->ask("containers");
    QVERIFY(!before.toArray().isEmpty());
    m_driver->reject("results", QStringLiteral("The lists have to be looked at again."));
    if (QTest::currentTestFailed())
        return;
    m_driver->picture("stack-rejected");
    QCOMPARE(m_world->ask("containers"), before);
    m_driver->goAgain();
}

void TestWindowStack::theStackIsDestroyed()
{
    m_driver->approve("results");
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(m_driver->waitFor(RunState::Succeeded), m_driver->where());
    m_driver->picture("stack-finished");
    QCOMPARE(m_world->ask("containers").toArray(), QJsonArray());
    QCOMPARE(m_world->ask("images").toArray(), QJsonArray());
    QVERIFY(!QFileInfo::exists(page()->run().workspace + QStringLiteral("/test")));
}

QTEST_MAIN(TestWindowStack)
#include "tst_windowstack.moc"
