// SPDX-License-Identifier: MIT
#include "ui/pages/doubtpane.h"
#include "ui/pages/gatepane.h"
#include "ui/pages/historypane.h"
#include "ui/pages/runpage.h"
#include "ui/pages/stepsheet.h"
#include "ui/pages/undosheet.h"
#include "ui/pages/whatpane.h"
#include "ui/parts/chip.h"
#include "ui/parts/evidencerow.h"
#include "ui/parts/markedrow.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/railview.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
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
    void theAnswersSayWhatTheyDo();
    void whatCannotBeUndoneIsSaidBefore();
    void goingAgainListsWhatFalls();
    void goingAgainIsOfferedOnlyWhereItCanBe();
    void whatCannotBeUndoneMustBeLeft();
    void anAnswerForAnotherChoiceIsLeftAside();
    void aFailedUndoCanBeLeftInPlace();
    void theHistoryShowsUndos();

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
    // Opened again, it is not said of the next decision.
    StepView closed = gate();
    closed.state = StepState::Failed;
    closed.actions = {};
    m_page->setRun(run({closed}, RunState::Failed));
    m_page->setRun(run({gate()}, RunState::Waiting));
    QCOMPARE(m_page->sheet()->gate()->comment(), QString());
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
    QSignalSpy probed(m_page->requests(), &RunRequests::probeAgain);
    Button *again = m_page->sheet()->findChild<Button *>(QStringLiteral("probe"));
    QVERIFY(again);
    again->click();
    QCOMPARE(probed.size(), 1);
    QCOMPARE(settled.size(), 1);
}

/// What an answer does depends on what was found.
void TestRunPage::theAnswersSayWhatTheyDo()
{
    StepView doubted = step("push", StepState::InDoubt);
    doubted.doubt = DoubtView();
    doubted.doubt->mayRepeat = true;
    doubted.actions = {StepAction::Settle};
    QSet<QString> texts;
    for (const char *verdict : {"foreign", "unknown", "not-done"}) {
        doubted.doubt->verdict = QString::fromLatin1(verdict);
        m_page->setRun(run({doubted}, RunState::InDoubt));
        QCoreApplication::processEvents(); // new rows are shown with the next layout
        QString all;
        const auto labels = m_page->sheet()->doubt()->findChildren<ProseLabel *>();
        for (const ProseLabel *label : labels) {
            if (label->isVisibleTo(m_page.get()))
                all += label->text() + u'\n';
        }
        texts.insert(all);
    }
    QCOMPARE(texts.size(), 3);
}

void TestRunPage::whatCannotBeUndoneIsSaidBefore()
{
    StepView waiting = step("push", StepState::Waiting);
    waiting.summary = QStringLiteral("Pushes.");
    waiting.undoNote = UndoNoteView{UndoNote::Can::No, QStringLiteral("others have it then.")};
    m_page->setRun(run({waiting}, RunState::Waiting));
    const auto isSaid = [this](const QString &text) {
        const auto labels = m_page->sheet()->what()->findChildren<ProseLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const ProseLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    };
    QVERIFY(isSaid(QStringLiteral("Cannot be undone: others have it then.")));
    waiting.undoNote->can = UndoNote::Can::Yes;
    m_page->setRun(run({waiting}, RunState::Waiting));
    QVERIFY(isSaid(QStringLiteral("Can be undone: others have it then.")));
    waiting.state = StepState::Undone;
    m_page->setRun(run({waiting}, RunState::Stopped));
    QVERIFY(!isSaid(QStringLiteral("Can be undone: others have it then.")));
}

void TestRunPage::goingAgainListsWhatFalls()
{
    StepView build = step("build", StepState::Succeeded);
    build.canReset = true;
    build.resetFalls = {QStringLiteral("gate"), QStringLiteral("push")};
    StepView signOff = gate();
    signOff.state = StepState::Succeeded;
    signOff.gate->decisions = {{QStringLiteral("bruno"), 1, true, {}, true},
                               {QStringLiteral("carla"), 1, true, {}, false}};
    m_page->setRun(run({build, signOff, step("push", StepState::Failed)}, RunState::Failed));
    m_page->selectStep(QStringLiteral("build"));
    QSignalSpy reset(m_page->requests(), &RunRequests::resetStep);
    press("reset");
    QCOMPARE(reset.size(), 0);
    QVERIFY(m_page->question()->isVisible());
    const auto rows = m_page->question()->findChildren<MarkedRow *>();
    QCOMPARE(rows.size(), 3);
    const auto chips = m_page->question()->findChildren<Chip *>();
    QCOMPARE(chips.size(), 1);
    QVERIFY(chips.first()->accessibleName().contains(QLatin1String("bruno")));
    QVERIFY(!chips.first()->accessibleName().contains(QLatin1String("carla")));
    QTest::keyClick(m_page->question()->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(reset.first().at(1).toString(), QStringLiteral("build"));
}

void TestRunPage::goingAgainIsOfferedOnlyWhereItCanBe()
{
    StepView done = step("a", StepState::Succeeded);
    m_page->setRun(run({done}, RunState::Succeeded));
    QVERIFY(!actions().contains(QStringLiteral("reset")));
    done.canReset = true;
    m_page->setRun(run({done}, RunState::Succeeded));
    QVERIFY(actions().contains(QStringLiteral("reset")));
}

namespace {

UndoPreview previewOf(const RunView &run, const QString &to)
{
    UndoPreview preview;
    preview.run = run.id;
    preview.to = to;
    UndoItem push;
    push.key = {QStringLiteral("push"), {}};
    push.title = QStringLiteral("Push");
    push.attempt = 2;
    UndoItem edit;
    edit.key = {QStringLiteral("edit"), {}};
    edit.title = QStringLiteral("Edit");
    edit.attempt = 1;
    edit.note.can = UndoNote::Can::Yes;
    preview.items = {push, edit};
    return preview;
}

} // namespace

void TestRunPage::whatCannotBeUndoneMustBeLeft()
{
    RunView view = run({step("edit", StepState::Succeeded), step("push", StepState::Succeeded)},
                       RunState::Succeeded);
    view.canUndo = true;
    m_page->setRun(view);
    QSignalSpy wanted(m_page->requests(), &RunRequests::previewUndo);
    QSignalSpy undone(m_page->requests(), &RunRequests::undoRun);
    m_page->openUndo();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(m_page->sheet()->isHidden());
    QVERIFY(!m_page->bar()->button(QStringLiteral("undo"))->isEnabled());
    m_page->setUndoPreview(previewOf(view, {}));
    QVERIFY(!m_page->bar()->button(QStringLiteral("undo"))->isEnabled());
    m_page->undoSheet()->findChild<QCheckBox *>()->setChecked(true);
    QVERIFY(m_page->bar()->button(QStringLiteral("undo"))->isEnabled());
    press("undo");
    QCOMPARE(undone.size(), 1);
    QCOMPARE(undone.first().at(1).toString(), QString());
    QCOMPARE(undone.first().at(2).toBool(), true);
    QVERIFY(m_page->undoSheet()->isHidden());
    QVERIFY(m_page->sheet()->isVisible());
}

void TestRunPage::anAnswerForAnotherChoiceIsLeftAside()
{
    RunView view = run({step("edit", StepState::Succeeded), step("push", StepState::Succeeded)},
                       RunState::Succeeded);
    view.canUndo = true;
    m_page->setRun(view);
    m_page->openUndo();
    QSignalSpy wanted(m_page->requests(), &RunRequests::previewUndo);
    m_page->undoSheet()->findChild<QComboBox *>()->setCurrentIndex(1);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(1).toString(), QStringLiteral("edit"));
    m_page->setUndoPreview(previewOf(view, {}));
    QVERIFY(!m_page->undoSheet()->hasPreview());
    m_page->setUndoPreview(previewOf(view, QStringLiteral("edit")));
    QVERIFY(m_page->undoSheet()->hasPreview());
    QVERIFY(m_page->stepBack());
    QVERIFY(m_page->sheet()->isVisible());
}

void TestRunPage::aFailedUndoCanBeLeftInPlace()
{
    StepView failed = step("edit", StepState::Failed);
    failed.isUndoing = true;
    failed.actions = {StepAction::Retry, StepAction::Skip};
    RunView view = run({failed}, RunState::Failed);
    view.undo = UndoView();
    view.undo->left = view.undo->total = 1;
    view.undo->isStuck = true;
    m_page->setRun(view);
    QCOMPARE(m_page->bar()->button(QStringLiteral("skip"))->accessibleName(),
             QStringLiteral("Leave it in place…"));
    QVERIFY(actions().contains(QStringLiteral("retry")));
}

void TestRunPage::theHistoryShowsUndos()
{
    StepView undone = step("edit", StepState::Undone);
    AttemptView first{1, QStringLiteral("succeeded"), QStringLiteral("run"), 1000, 2000, {}};
    first.undoneBy = 3;
    AttemptView second{3, QStringLiteral("succeeded"), QStringLiteral("run"), 3000, 4000, {}};
    second.undoes = 1;
    undone.attempts = {first, second};
    m_page->setRun(run({undone}, RunState::Undone));
    m_page->sheet()->showTab(QStringLiteral("history"));
    QStringList said;
    const auto labels = m_page->sheet()->history()->findChildren<ProseLabel *>();
    for (const ProseLabel *label : labels)
        said.append(label->text());
    QVERIFY(said.join(u'\n').contains(QLatin1String("Undid attempt 1")));
    QVERIFY(said.join(u'\n').contains(QLatin1String("undone by attempt 3")));
}

QTEST_MAIN(TestRunPage)
#include "tst_runpage.moc"
