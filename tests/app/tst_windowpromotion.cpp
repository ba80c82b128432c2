// SPDX-License-Identifier: MIT
// A model promotion in the real window with a real engine and a stand-in for `az`: from home to the
// gate, a rejection, a smoke test that fails with its help, the whole way, and back again.
// With SLIPWAY_PICTURES the pages are kept in that folder.
#include "app/console/console.h"
#include "tests/app/scratchhome.h"
#include "ui/pages/askstrip.h"
#include "ui/pages/gatepane.h"
#include "ui/pages/homepage.h"
#include "ui/pages/inputrow.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/runpage.h"
#include "ui/pages/stepsheet.h"
#include "ui/parts/card.h"
#include "ui/parts/copybox.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QtTest>

using namespace Slipway;

namespace {

constexpr int answerMs = 60'000;
constexpr int wayMs = 400'000; // many programs, with sanitizers, on a busy machine

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
    void approve(const char *gate);
    void rollBack();
    bool waitFor(RunState state) const;
    QString where() const;
    Card *card(const QString &name) const;
    InputRow *row(const char *input) const;
    void type(const char *input, const QString &text) const;
    QStringList commandsShown() const;
    void picture(const char *name) const;
    MainWindow &window() const { return m_console->window(); }
    RunPage *page() const { return window().run(); }
    Button *button(const char *name) const
    {
        return page()->bar()->button(QString::fromLatin1(name));
    }
    /// Once the bar is laid out: a shortcut of a button that is not shown yet does nothing.
    void pressPrimary() const
    {
        QTest::qWait(200);
        QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
    }

    std::unique_ptr<ScratchHome> m_home;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Console> m_console;
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
    m_theme = std::make_unique<Theme>();
    m_console = std::make_unique<Console>(Places::fromEnvironment(), *m_theme);
    Q_EMIT window().languageChosen(QStringLiteral("en"));
    m_console->show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void TestWindowPromotion::cleanup()
{
    m_console.reset();
    m_theme.reset();
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

bool TestWindowPromotion::waitFor(RunState state) const
{
    return QTest::qWaitFor(
               [&] {
                   const RunState now = page()->run().state;
                   return now == state || (now == RunState::Failed && state != RunState::Failed);
               },
               wayMs) &&
           page()->run().state == state;
}

QString TestWindowPromotion::where() const
{
    const StepView *step = page()->run().current();
    return stateName(page()->run().state) + u' ' + page()->run().problem + u' ' +
           (step ? step->id + u' ' + step->instance + u' ' + step->errorText + u' ' +
                       step->errorDetail
                 : QString()) +
           u' ' + window().findChild<NoticeBar *>()->findChild<ProseLabel *>()->text();
}

Card *TestWindowPromotion::card(const QString &name) const
{
    const auto cards = window().home()->findChildren<Card *>();
    for (Card *one : cards) {
        if (one->accessibleName() == name && one->isVisible())
            return one;
    }
    return nullptr;
}

InputRow *TestWindowPromotion::row(const char *input) const
{
    const auto rows = window().inputs()->findChildren<InputRow *>();
    for (InputRow *one : rows) {
        if (one->spec().name == QLatin1String(input))
            return one;
    }
    return nullptr;
}

void TestWindowPromotion::type(const char *input, const QString &text) const
{
    auto *field = row(input) ? row(input)->findChild<QLineEdit *>() : nullptr;
    QVERIFY2(field, input);
    field->setFocus();
    QTest::keyClicks(field, text);
    QCOMPARE(row(input)->value().display(), text);
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

void TestWindowPromotion::picture(const char *name) const
{
    const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const QString shown = QString::fromLatin1(name);
    QTest::qWait(300);
    QVERIFY(window().grab().save(folder + u'/' + shown + QLatin1String(".png")));
    const QSize usual = window().size();
    window().resize(theme().px(760), theme().px(560));
    Q_EMIT window().languageChosen(QStringLiteral("pt_BR"));
    QTest::qWait(800);
    QVERIFY(window().grab().save(folder + u'/' + shown + QLatin1String("-pt-small.png")));
    window().resize(usual);
    Q_EMIT window().languageChosen(QStringLiteral("en"));
    QTest::qWait(800);
}

/// From its card, typing what has no default.
void TestWindowPromotion::start()
{
    QTRY_VERIFY_WITH_TIMEOUT(card(QStringLiteral("Start Promote models")), answerMs);
    QTest::mouseClick(card(QStringLiteral("Start Promote models")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window().inputs()->isVisible() && row("artifact"), answerMs);
    type("artifact", m_home->path(QStringLiteral("changed_circuits.json")));
    type("release", QStringLiteral("20251210.1"));
    type("build", QStringLiteral("12345"));
    picture("inputs");
    auto *bar = window().inputs()->findChild<ActionBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->button(QStringLiteral("start"))->isEnabled(), answerMs);
    pressPrimary();
    QTRY_VERIFY_WITH_TIMEOUT(page()->isVisible() && !page()->run().id.isEmpty(), answerMs);
}

void TestWindowPromotion::approve(const char *gate)
{
    const QString id = QString::fromLatin1(gate);
    QVERIFY2(waitFor(RunState::Waiting), qPrintable(where()));
    QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->step().id, id, answerMs);
    picture(gate);
    const auto boxes = page()->sheet()->gate()->findChildren<QCheckBox *>();
    for (QCheckBox *box : boxes) {
        if (box->isVisibleTo(page()))
            QTest::mouseClick(box, Qt::LeftButton);
    }
    QCOMPARE(page()->sheet()->gate()->tickedItems().size(), 4);
    QTRY_VERIFY_WITH_TIMEOUT(button("approve")->isEnabled(), answerMs);
    pressPrimary();
    const auto isApproved = [&] {
        return page()->run().find(id, {})->state == StepState::Succeeded;
    };
    QVERIFY2(QTest::qWaitFor(isApproved, answerMs), qPrintable(where()));
}

void TestWindowPromotion::homeShowsTheChecklistsInBothLanguages()
{
    QTRY_VERIFY_WITH_TIMEOUT(card(QStringLiteral("Start Promote models")), answerMs);
    QVERIFY(card(QStringLiteral("Start Roll models back")));
    picture("home");
    Q_EMIT window().languageChosen(QStringLiteral("pt_BR"));
    QTRY_VERIFY_WITH_TIMEOUT(card(QString::fromUtf8("Iniciar Promover modelos")), answerMs);
    QVERIFY(card(QString::fromUtf8("Iniciar Reverter modelos")));
}

void TestWindowPromotion::aRejectionAtTheFirstGateEndsTheRelease()
{
    start();
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(waitFor(RunState::Waiting), qPrintable(where()));
    QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->step().id, QStringLiteral("registry-approval"),
                              answerMs);
    page()
        ->sheet()
        ->gate()
        ->findChild<QPlainTextEdit *>(QStringLiteral("comment"))
        ->setPlainText(QStringLiteral("The rmse of circuit 2 rose."));
    QTest::mouseClick(button("reject"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(page()->question()->isVisible(), answerMs);
    Q_EMIT page()->question()->confirmed(QStringLiteral("reject"), {});
    page()->question()->close();
    QVERIFY2(waitFor(RunState::Failed), qPrintable(where()));
    picture("rejected");
    QVERIFY(page()->run().followUps.isEmpty());
    QVERIFY(!button("follow-up-0"));
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
        approve("registry-approval");
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(waitFor(RunState::Failed), qPrintable(where()));
    QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->step().id, QStringLiteral("smoke-wait"), answerMs);
    QCOMPARE(page()->sheet()->step().instance, QStringLiteral("plant001-circuit02"));
    const QString commands = commandsShown().join(u'\n');
    QVERIFY2(commands.contains(QLatin1String("az ml job show --name batchjob-")),
             qPrintable(commands));
    QVERIFY2(commands.contains(QLatin1String("az ml compute show --name batch-cluster "
                                             "--workspace-name mlw-test")),
             qPrintable(commands));
    QVERIFY2(!commands.contains(u'<'), qPrintable(commands)); // all that it names is known
    picture("failed");
    writeState({});
    pressPrimary(); // try again
    QTRY_VERIFY_WITH_TIMEOUT(page()->run().state != RunState::Failed, answerMs);
    approve("production-approval");
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(waitFor(RunState::Succeeded), qPrintable(where()));
    QCOMPARE(endpoint(second)[QLatin1String("defaults")][QLatin1String("deployment_name")],
             newDeployment);
    picture("finished");
    rollBack();
}

void TestWindowPromotion::rollBack()
{
    const QString promotion = page()->run().id;
    QVERIFY(button("follow-up-0"));
    QTest::mouseClick(button("follow-up-0"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window().inputs()->isVisible() && row("reason"), answerMs);
    QCOMPARE(row("endpoints")->value().list().size(), 2);
    QCOMPARE(row("deployment")->value().text(), newDeployment);
    type("reason", QStringLiteral("wrong results"));
    picture("rollback-inputs");
    auto *bar = window().inputs()->findChild<ActionBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->button(QStringLiteral("start"))->isEnabled(), answerMs);
    pressPrimary();
    QTRY_VERIFY_WITH_TIMEOUT(page()->isVisible() && page()->run().id != promotion, answerMs);
    for (int i = 1; i <= 2; ++i) {
        QVERIFY2(waitFor(RunState::Waiting), qPrintable(where()));
        QTRY_COMPARE_WITH_TIMEOUT(page()->sheet()->step().id, QStringLiteral("switch"), answerMs);
        if (i == 1)
            picture("rollback-go-ahead");
        const QString instance = page()->sheet()->step().instance;
        QTRY_VERIFY_WITH_TIMEOUT(button("confirm"), answerMs);
        pressPrimary();
        QTRY_VERIFY_WITH_TIMEOUT(page()->run().find(QStringLiteral("switch"), instance)->state !=
                                     StepState::Waiting,
                                 answerMs);
    }
    QVERIFY2(waitFor(RunState::Succeeded), qPrintable(where()));
    picture("rolled-back");
    for (const char *name : {"be-plant001-circuit01", "be-plant001-circuit02"})
        QCOMPARE(endpoint(QString::fromLatin1(
                     name))[QLatin1String("defaults")][QLatin1String("deployment_name")],
                 oldDeployment);
}

QTEST_MAIN(TestWindowPromotion)
#include "tst_windowpromotion.moc"
