// SPDX-License-Identifier: MIT
#include "ui/pages/homepage.h"
#include "ui/pages/runsfilter.h"
#include "ui/pages/runslist.h"
#include "ui/pages/runsmodel.h"
#include "ui/pages/waitinglist.h"
#include "ui/parts/button.h"
#include "ui/parts/card.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

class TestHomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWaitingItemOpensItsStep();
    void whatNoLongerWaitsIsGone();
    void runsAreFilteredByWordsAndState();
    void anotherListKeepsTheRowsInPlace();
    void enterOpensTheRun();
    void aCardStartsItsChecklist();
    void backClosesAllRunsFirst();

private:
    static RunSummary run(const char *id, RunState state, const char *title);
    SystemClock m_clock;
    Theme m_theme;
};

RunSummary TestHomePage::run(const char *id, RunState state, const char *title)
{
    RunSummary run;
    run.id = QString::fromLatin1(id);
    run.state = state;
    run.title = QString::fromLatin1(title);
    run.done = 1;
    run.total = 2;
    return run;
}

void TestHomePage::aWaitingItemOpensItsStep()
{
    HomePage page(&m_clock);
    QSignalSpy opened(&page, &HomePage::openRun);
    page.setHome({{QStringLiteral("run1"),
                   QStringLiteral("gate"),
                   QStringLiteral("x"),
                   QStringLiteral("Sign-off"),
                   {},
                   StepState::Waiting,
                   true}},
                 {}, {});
    auto *list = page.findChild<WaitingList *>();
    QVERIFY(list);
    const QList<Button *> buttons = list->findChildren<Button *>();
    for (Button *button : buttons) {
        if (button->label() == QStringLiteral("Look and decide"))
            button->click();
    }
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first(),
             QVariantList({QStringLiteral("run1"), QStringLiteral("gate"), QStringLiteral("x")}));
}

void TestHomePage::whatNoLongerWaitsIsGone()
{
    HomePage page(&m_clock);
    page.resize(1000, 700);
    page.show();
    page.setHome({{QStringLiteral("run1"),
                   QStringLiteral("a"),
                   {},
                   QStringLiteral("By hand"),
                   {},
                   StepState::Waiting,
                   false}},
                 {}, {});
    page.setHome({}, {}, {});
    const QList<Button *> buttons = page.findChild<WaitingList *>()->findChildren<Button *>();
    for (const Button *button : buttons)
        QVERIFY(!button->isVisible() || button->label() != QStringLiteral("Open"));
}

void TestHomePage::runsAreFilteredByWordsAndState()
{
    RunsModel model(&m_clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    RunsFilter filter;
    const QAbstractItemModelTester filterTester(
        &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&model);
    model.setRuns({run("aaaa", RunState::Running, "Update packages"),
                   run("bbbb", RunState::Failed, "Update images"),
                   run("cccc", RunState::Succeeded, "Stack test")});
    filter.setWords(QStringLiteral("UPDATE"));
    QCOMPARE(filter.rowCount(), 2);
    filter.setStates({RunState::Failed, RunState::Cancelled});
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.index(0, 0).data(RunsModel::IdRole).toString(), QStringLiteral("bbbb"));
    filter.setWords({});
    filter.setStates({});
    filter.setLimit(2);
    QCOMPARE(filter.rowCount(), 2);
}

void TestHomePage::anotherListKeepsTheRowsInPlace()
{
    RunsModel model(&m_clock);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRuns({run("aaaa", RunState::Running, "One")});
    QCOMPARE(reset.size(), 1);
    model.setRuns({run("aaaa", RunState::Succeeded, "One")});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(changed.size(), 1);
}

void TestHomePage::enterOpensTheRun()
{
    HomePage page(&m_clock);
    page.setHome({}, {run("aaaa", RunState::Running, "One"), run("bbbb", RunState::Failed, "Two")},
                 {});
    page.resize(1000, 700);
    page.show();
    QSignalSpy opened(&page, &HomePage::openRun);
    auto *list = page.findChild<RunsList *>();
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), QStringLiteral("bbbb"));
}

void TestHomePage::aCardStartsItsChecklist()
{
    HomePage page(&m_clock);
    page.setHome({}, {}, {{QStringLiteral("a.yaml"), QStringLiteral("A"), {}, {}}});
    page.resize(1000, 700);
    page.show();
    QSignalSpy started(&page, &HomePage::startChecklist);
    const QList<Card *> cards = page.findChildren<Card *>();
    for (Card *card : cards) {
        if (card->accessibleName() == QStringLiteral("Start A"))
            QTest::keyClick(card, Qt::Key_Return);
    }
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().first().toString(), QStringLiteral("a.yaml"));
}

void TestHomePage::backClosesAllRunsFirst()
{
    HomePage page(&m_clock);
    QVERIFY(!page.stepBack());
    page.showAllRuns(true);
    QVERIFY(page.stepBack());
    QVERIFY(!page.stepBack());
}

QTEST_MAIN(TestHomePage)
#include "tst_homepage.moc"
