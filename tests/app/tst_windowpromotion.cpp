// SPDX-License-Identifier: MIT
// A model promotion in the real window with a real engine and a stand-in for `az`: from home to the
// gate, a rejection, a smoke test that fails with its help, the whole way, and back again.
// With SLIPWAY_PICTURES the pages are kept in that folder.
#include "tests/app/scratchhome.h"
#include "tests/app/windowdriver.h"
#include "ui/pages/checklistcards.h"
#include "ui/pages/homepage.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/stepsheet.h"
#include "ui/parts/card.h"
#include "ui/parts/copybox.h"
#include "ui/parts/proselabel.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Slipway;

namespace {

constexpr int answerMs = WindowDriver::answerMs;

const QString source = QStringLiteral(SLIPWAY_SOURCE_DIR);
const QString newDeployment = QStringLiteral("deployment-20251210-1");
const QString oldDeployment = QStringLiteral("deployment-20251203-5");

/// What the tests on the command line begin with.
QJsonObject initialState()
{
    const auto done = TestPrograms::run(
        {QStringLiteral("python3"), QStringLiteral("-B"), QStringLiteral("-c"),
         QStringLiteral("import json, model_promotion; print(json.dumps(model_promotion.initial_"
                        "state()))")},
        source + QLatin1String("/tests/procedures"));
    return QJsonDocument::fromJson(done.output.toUtf8()).object();
}

} // namespace

class TestWindowPromotion final : public QObject
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "1500000"); }

private Q_SLOTS:
    void init();
    void cleanup();
    void homeShowsTheChecklistsInBothLanguages();
    void aRejectionAtTheFirstGateEndsTheRelease();
    void aFailureIsMendedAndTheFinishedReleaseRolledBack();

private:
    void writeState(const QJsonObject &faults);
    QJsonObject endpoint(const QString &name) const;
    void start();
    void rollBack();
    QStringList commandsShown() const;
    MainWindow &window() const { return m_driver->window(); }
    RunPage *page() const { return m_driver->page(); }

    std::unique_ptr<ScratchHome> m_home;
    std::unique_ptr<WindowDriver> m_driver;
    QJsonObject m_state;
    QByteArray m_path;
};

void TestWindowPromotion::init()
{
    m_home = std::make_unique<ScratchHome>();
    m_state = initialState();
    QVERIFY(!m_state.isEmpty());
    writeState({});
    m_home->write(
        QStringLiteral("changed_circuits.json"),
        R"([{"plant_id": "PLANT001", "circuit_id": "CIRCUIT01", "cutoff_date": "2025-11-01"},
                      {"plant_id": "PLANT001", "circuit_id": "CIRCUIT02", "cutoff_date": "2025-11-01"}])");
    m_path = qgetenv("PATH");
    qputenv("PATH", source.toUtf8() + "/tests/fakes:" + m_path);
    qputenv("AZ_STATE", m_home->path(QStringLiteral("azure.json")).toUtf8());
    m_driver = std::make_unique<WindowDriver>();
}

void TestWindowPromotion::cleanup()
{
    m_driver.reset();
    m_home.reset();
    qputenv("PATH", m_path);
}

/// Only while nothing runs that could be reading it.
void TestWindowPromotion::writeState(const QJsonObject &faults)
{
    const QByteArray now = m_home->read(QStringLiteral("azure.json"));
    QJsonObject state = now.isEmpty() ? m_state : QJsonDocument::fromJson(now).object();
    state[QStringLiteral("faults")] = faults;
    m_home->write(QStringLiteral("azure.json"), QJsonDocument(state).toJson());
}

QJsonObject TestWindowPromotion::endpoint(const QString &name) const
{
    const auto state = QJsonDocument::fromJson(m_home->read(QStringLiteral("azure.json"))).object();
    return state[QLatin1String("workspaces")][QLatin1String("mlw-prod")][QLatin1String("endpoints")]
        .toObject()[name]
        .toObject();
}

QStringList TestWindowPromotion::commandsShown() const
{
    QStringList commands;
    const auto boxes = page()->sheet()->findChildren<CopyBox *>();
    for (const CopyBox *box : boxes) {
        const auto *text = box->findChild<ProseLabel *>();
        if (box->isVisible() && text)
            commands.append(text->text());
    }
    return commands;
}

/// From its card, typing what has no default.
void TestWindowPromotion::start()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->card(QStringLiteral("Start Promote models")), answerMs);
    QTest::mouseClick(m_driver->card(QStringLiteral("Start Promote models")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window().inputs()->isVisible() && m_driver->row("artifact"), answerMs);
    m_driver->type("artifact", m_home->path(QStringLiteral("changed_circuits.json")));
    m_driver->type("release", QStringLiteral("20251210.1"));
    m_driver->type("build", QStringLiteral("12345"));
    m_driver->picture("inputs");
    m_driver->start();
}

void TestWindowPromotion::homeShowsTheChecklistsInBothLanguages()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->card(QStringLiteral("Start Promote models")), answerMs);
    QVERIFY(m_driver->card(QStringLiteral("Start Roll models back")));
    QStringList shown;
    const auto cards = window().home()->findChildren<ChecklistCards *>().first();
    for (const Card *one : cards->findChildren<Card *>())
        shown.append(one->accessibleName());
    QStringList sorted = shown;
    sorted.sort();
    QCOMPARE(shown, sorted);
    m_driver->picture("home");
    Q_EMIT window().languageChosen(QStringLiteral("pt_BR"));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->card(QString::fromUtf8("Iniciar Promover modelos")),
                             answerMs);
    QVERIFY(m_driver->card(QString::fromUtf8("Iniciar Reverter modelos")));
}

void TestWindowPromotion::aRejectionAtTheFirstGateEndsTheRelease()
{
    start();
    if (QTest::currentTestFailed())
        return;
    m_driver->reject("registry-approval", QStringLiteral("The rmse of circuit 2 rose."));
    if (QTest::currentTestFailed())
        return;
    m_driver->picture("rejected");
    QVERIFY(page()->run().followUps.isEmpty());
    QVERIFY(!m_driver->button("follow-up-0"));
    QCOMPARE(endpoint(QStringLiteral("be-plant001-circuit01"))[QLatin1String("deployments")]
                 .toObject()
                 .size(),
             1);
}

void TestWindowPromotion::aFailureIsMendedAndTheFinishedReleaseRolledBack()
{
    const QString second = QStringLiteral("be-plant001-circuit02");
    writeState({{QStringLiteral("job"), QJsonObject{{second, QStringLiteral("Failed")}}}});
    start();
    if (!QTest::currentTestFailed())
        m_driver->approve("registry-approval");
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(m_driver->waitFor(RunState::Failed), m_driver->where());
    QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->step().id, QStringLiteral("smoke-wait"), answerMs);
    QCOMPARE(page()->sheet()->step().instance, QStringLiteral("plant001-circuit02"));
    const QString commands = commandsShown().join(u'\n');
    QVERIFY2(commands.contains(QLatin1String("az ml job show --name batchjob-")),
             qPrintable(commands));
    QVERIFY2(commands.contains(QLatin1String("az ml compute show --name batch-cluster "
                                             "--workspace-name mlw-test")),
             qPrintable(commands));
    QVERIFY2(!commands.contains(u'<'), qPrintable(commands)); // all that it names is known
    m_driver->picture("failed");
    writeState({});
    m_driver->pressPrimary(); // try again
    QTRY_VERIFY_WITH_TIMEOUT(page()->run().state != RunState::Failed, answerMs);
    m_driver->approve("production-approval");
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(m_driver->waitFor(RunState::Succeeded), m_driver->where());
    QCOMPARE(endpoint(second)[QLatin1String("defaults")][QLatin1String("deployment_name")],
             newDeployment);
    m_driver->picture("finished");
    rollBack();
}

void TestWindowPromotion::rollBack()
{
    QVERIFY(m_driver->button("follow-up-0"));
    QTest::mouseClick(m_driver->button("follow-up-0"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window().inputs()->isVisible() && m_driver->row("reason"), answerMs);
    QCOMPARE(m_driver->row("endpoints")->value().list().size(), 2);
    QCOMPARE(m_driver->row("deployment")->value().text(), newDeployment);
    m_driver->type("reason", QStringLiteral("wrong results"));
    m_driver->picture("rollback-inputs");
    m_driver->start();
    if (QTest::currentTestFailed())
        return;
    for (int i = 1; i <= 2; ++i) {
        QVERIFY2(m_driver->waitFor(RunState::Waiting), m_driver->where());
        QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->step().id, QStringLiteral("switch"), answerMs);
        if (i == 1)
            m_driver->picture("rollback-go-ahead");
        QTRY_VERIFY_WITH_TIMEOUT(m_driver->button("confirm"), answerMs);
        const QString instance = page()->sheet()->step().instance;
        m_driver->pressPrimary();
        QTRY_VERIFY_WITH_TIMEOUT(page()->run().find(QStringLiteral("switch"), instance)->state !=
                                     StepState::Waiting,
                                 answerMs);
    }
    QVERIFY2(m_driver->waitFor(RunState::Succeeded), m_driver->where());
    m_driver->picture("rolled-back");
    for (const char *name : {"be-plant001-circuit01", "be-plant001-circuit02"})
        QCOMPARE(endpoint(QString::fromLatin1(
                     name))[QLatin1String("defaults")][QLatin1String("deployment_name")],
                 oldDeployment);
}

QTEST_MAIN(TestWindowPromotion)
#include "tst_windowpromotion.moc"
