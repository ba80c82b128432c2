// SPDX-License-Identifier: MIT
#include "ui/pages/gatepane.h"
#include "ui/pages/runpage.h"
#include "ui/pages/stepsheet.h"
#include "ui/parts/evidencerow.h"
#include "ui/parts/railview.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

class TestRunPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void itFollowsWhatNeedsAttention();
    void aChosenStepStays();
    void approvalNeedsEveryItem();
    void aGateOpenedAgainVoidsTheTicks();
    void aRejectionNeedsAComment();
    void skippingAsksForAReason();
    void aFailedStepCanBeTriedAgain();
    void aRunDrivenElsewhereOffersNoDriving();
    void aStoppedRunOffersToGoOn();
    void theTabFollowsTheStateUntilOneIsPicked();
    void cancellingTheRunAsksFirst();
    void aDoubtIsSettledByOneChoice();

private:
    static RunView run(const QList<StepView> &steps, RunState state);
    static StepView step(const char *id, StepState state);
    static StepView gate();
    QStringList actions() const;
    void press(const char *id);

    SystemClock m_clock;
    Theme m_theme;
    std::unique_ptr<RunPage> m_page;
};

void TestRunPage::init()
{
    const ObjectReader none = [](const QString &) -> Result<QByteArray> { return QByteArray(); };
    m_page = std::make_unique<RunPage>(&m_clock, none);
    m_page->resize(1200, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestRunPage::cleanup()
{
    m_page.reset();
}

StepView TestRunPage::step(const char *id, StepState state)
{
    StepView step;
    step.id = QString::fromLatin1(id);
    step.title = step.id;
    step.state = state;
    return step;
}

StepView TestRunPage::gate()
{
    StepView gate = step("gate", StepState::Waiting);
    gate.isGate = true;
    GateView view;
    view.openedAt = 1;
    view.items = {{QStringLiteral("One"), {}}, {QStringLiteral("Two"), {}}};
    view.eventHash = QStringLiteral("first");
    view.packDigest = QStringLiteral("pack");
    gate.gate = view;
    gate.actions = {StepAction::Approve, StepAction::Reject};
    return gate;
}

RunView TestRunPage::run(const QList<StepView> &steps, RunState state)
{
    RunView run;
    run.id = QStringLiteral("abcdefgh2345");
    run.title = QStringLiteral("Try");
    run.state = state;
    run.isDrivenHere = true;
    run.stages = {{QStringLiteral("one"), QStringLiteral("One"), 0, int(steps.size()), steps}};
    return run;
}

QStringList TestRunPage::actions() const
{
    QStringList ids;
    const QList<Button *> buttons = m_page->bar()->findChildren<Button *>();
    for (const Button *button : buttons) {
        if (m_page->bar()->button(button->objectName()) == button)
            ids.append(button->objectName());
    }
    return ids;
}

void TestRunPage::press(const char *id)
{
    Button *button = m_page->bar()->button(QString::fromLatin1(id));
    QVERIFY2(button, id);
    button->click();
}

void TestRunPage::itFollowsWhatNeedsAttention()
{
    m_page->setRun(
        run({step("a", StepState::Running), step("b", StepState::Pending)}, RunState::Running));
    QCOMPARE(m_page->rail()->selectedStep(), QStringLiteral("a"));
    m_page->setRun(
        run({step("a", StepState::Succeeded), step("b", StepState::Running)}, RunState::Running));
    QCOMPARE(m_page->rail()->selectedStep(), QStringLiteral("b"));
}

void TestRunPage::aChosenStepStays()
{
    m_page->setRun(
        run({step("a", StepState::Running), step("b", StepState::Pending)}, RunState::Running));
    Q_EMIT m_page->rail()->stepSelected(QStringLiteral("b"), {});
    m_page->setRun(
        run({step("a", StepState::Failed), step("b", StepState::Pending)}, RunState::Failed));
    QCOMPARE(m_page->sheet()->step().id, QStringLiteral("b"));
    press("go-there");
    QCOMPARE(m_page->sheet()->step().id, QStringLiteral("a"));
}

void TestRunPage::approvalNeedsEveryItem()
{
    m_page->setRun(run({gate()}, RunState::Waiting));
    QSignalSpy approved(m_page->requests(), &RunRequests::approve);
    QVERIFY(!m_page->bar()->button(QStringLiteral("approve"))->isEnabled());
    const QList<EvidenceRow *> rows = m_page->sheet()->gate()->findChildren<EvidenceRow *>();
    QCOMPARE(rows.size(), 2);
    Q_EMIT rows[0]->ticked(true);
    for (EvidenceRow *row : rows) {
        row->setTicked(true);
        Q_EMIT row->ticked(true);
    }
    press("approve");
    QCOMPARE(approved.size(), 1);
    QCOMPARE(approved.first().at(1).toString(), QStringLiteral("gate"));
    QCOMPARE(approved.first().at(3).value<QList<int>>(), QList<int>({1, 2}));
    QCOMPARE(approved.first().at(5).toString(), QStringLiteral("pack"));
}

void TestRunPage::aGateOpenedAgainVoidsTheTicks()
{
    StepView one = gate();
    m_page->setRun(run({one}, RunState::Waiting));
    const QList<EvidenceRow *> rows = m_page->sheet()->gate()->findChildren<EvidenceRow *>();
    for (EvidenceRow *row : rows)
        row->setTicked(true);
    m_page->setRun(run({one}, RunState::Waiting)); // only newer: the ticks stay
    QCOMPARE(m_page->sheet()->gate()->itemsLeft(), 0);
    one.gate->eventHash = QStringLiteral("second");
    m_page->setRun(run({one}, RunState::Waiting));
    QCOMPARE(m_page->sheet()->gate()->itemsLeft(), 2);
    QVERIFY(!m_page->bar()->button(QStringLiteral("approve"))->isEnabled());
}

void TestRunPage::aRejectionNeedsAComment()
{
    m_page->setRun(run({gate()}, RunState::Waiting));
    QSignalSpy rejected(m_page->requests(), &RunRequests::reject);
    press("reject");
    QVERIFY(m_page->question()->isHidden());
    auto *comment = m_page->sheet()->gate()->findChild<QPlainTextEdit *>(QStringLiteral("comment"));
    QVERIFY(comment);
    comment->setPlainText(QStringLiteral("The pins differ"));
    press("reject");
    QVERIFY(m_page->question()->isVisible());
    QCOMPARE(rejected.size(), 0);
    Q_EMIT m_page->question()->confirmed(QStringLiteral("reject"), {});
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(rejected.first().at(3).toString(), QStringLiteral("The pins differ"));
}

void TestRunPage::skippingAsksForAReason()
{
    StepView failed = step("a", StepState::Failed);
    failed.actions = {StepAction::Retry, StepAction::Skip};
    m_page->setRun(run({failed}, RunState::Failed));
    QSignalSpy skipped(m_page->requests(), &RunRequests::skipStep);
    press("skip");
    QVERIFY(m_page->question()->isVisible());
    auto *field = m_page->question()->findChild<QLineEdit *>();
    QTest::keyClick(field, Qt::Key_Return); // no reason yet
    QCOMPARE(skipped.size(), 0);
    field->setText(QStringLiteral("done by hand"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(skipped.size(), 1);
    QCOMPARE(skipped.first().last().toString(), QStringLiteral("done by hand"));
    QVERIFY(m_page->question()->isHidden());
}

void TestRunPage::aFailedStepCanBeTriedAgain()
{
    StepView failed = step("a", StepState::Failed);
    failed.errorText = QStringLiteral("It failed.");
    failed.actions = {StepAction::Retry, StepAction::Skip};
    m_page->setRun(run({failed}, RunState::Failed));
    QSignalSpy retried(m_page->requests(), &RunRequests::retryStep);
    press("retry");
    QCOMPARE(retried.size(), 1);
}

void TestRunPage::aRunDrivenElsewhereOffersNoDriving()
{
    RunView view = run({step("a", StepState::Pending)}, RunState::Stopped);
    view.isDrivenHere = false;
    view.isDrivenElsewhere = true;
    m_page->setRun(view);
    QVERIFY(!actions().contains(QStringLiteral("until-needed")));
}

void TestRunPage::aStoppedRunOffersToGoOn()
{
    m_page->setRun(run({step("a", StepState::Pending)}, RunState::Stopped));
    QSignalSpy continued(m_page->requests(), &RunRequests::continueRun);
    press("one-step");
    press("until-needed");
    QCOMPARE(continued.size(), 2);
    QCOMPARE(continued[0].at(1).toBool(), true);
    QCOMPARE(continued[1].at(1).toBool(), false);
}

void TestRunPage::theTabFollowsTheStateUntilOneIsPicked()
{
    StepView running = step("a", StepState::Running);
    running.logFile = QStringLiteral("/nonexistent/output.log");
    running.attempts = {{1, QStringLiteral("running"), {}, 1, 0, {}}};
    m_page->setRun(run({running}, RunState::Running));
    QCOMPARE(m_page->sheet()->currentTab(), QStringLiteral("output"));
    m_page->sheet()->showTab(QStringLiteral("history"));
    StepView failed = running;
    failed.state = StepState::Failed;
    m_page->setRun(run({failed}, RunState::Failed));
    QCOMPARE(m_page->sheet()->currentTab(), QStringLiteral("history"));
}

void TestRunPage::cancellingTheRunAsksFirst()
{
    m_page->setRun(run({step("a", StepState::Running)}, RunState::Running));
    QSignalSpy cancelled(m_page->requests(), &RunRequests::cancelRun);
    m_page->askToCancelRun();
    QVERIFY(m_page->question()->isVisible());
    QVERIFY(m_page->stepBack());
    QVERIFY(m_page->question()->isHidden());
    QCOMPARE(cancelled.size(), 0);
    m_page->askToCancelRun();
    const QList<Button *> buttons = m_page->question()->findChildren<Button *>();
    for (Button *button : buttons) {
        if (button->kind() == Button::Kind::Destructive)
            button->click();
    }
    QCOMPARE(cancelled.size(), 1);
}

void TestRunPage::aDoubtIsSettledByOneChoice()
{
    StepView doubted = step("push", StepState::InDoubt);
    doubted.doubt = DoubtView();
    doubted.doubt->mayRepeat = true;
    doubted.actions = {StepAction::Settle};
    m_page->setRun(run({doubted}, RunState::InDoubt));
    QSignalSpy settled(m_page->requests(), &RunRequests::settle);
    Button *notDone = m_page->sheet()->findChild<Button *>(QStringLiteral("not-done"));
    QVERIFY(notDone);
    notDone->click();
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first().at(3).toString(), QStringLiteral("not-done"));
}

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
