// SPDX-License-Identifier: MIT
// What is shown of a run in place of its step, and the ways between runs that continue others.
#include "ui/pages/carrysheet.h"
#include "ui/pages/doubtpane.h"
#include "ui/pages/inputrow.h"
#include "ui/pages/manualpane.h"
#include "ui/pages/runpage.h"
#include "ui/pages/stepsheet.h"
#include "ui/pages/undosheet.h"
#include "ui/pages/verifysheet.h"
#include "ui/pages/whatpane.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/railview.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace Slipway;

namespace {

const QString id = QStringLiteral("abcdefgh2345");
const QString other = QStringLiteral("zyxwvuts7654");

StepView step(const char *name, StepState state)
{
    StepView step;
    step.id = QString::fromLatin1(name);
    step.title = step.id;
    step.state = state;
    return step;
}

RunView run(const QList<StepView> &steps, RunState state)
{
    RunView run;
    run.id = id;
    run.title = QStringLiteral("Try");
    run.state = state;
    run.stages = {{QStringLiteral("one"), QStringLiteral("One"), 0, int(steps.size()), steps}};
    return run;
}

QString said(const QWidget *where)
{
    QCoreApplication::processEvents(); // what was added is shown with the next layout
    QStringList all;
    const auto labels = where->findChildren<ProseLabel *>();
    for (const ProseLabel *label : labels) {
        if (label->isVisible())
            all.append(label->text());
    }
    return all.join(u'\n');
}

const QByteArray changedChecklist =
    "slipway: 1\nname: c\ninputs:\n  colour: {type: text, required: true}\n  version: {type: "
    "version}\nstages: [{name: s, steps: [{id: a, uses: manual}, {id: b, uses: manual}]}]\n";

} // namespace

class TestRunSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }

    void theJournalIsCheckedAndTheSheetSaysWhatWas();
    void theFirstFaultIsSaidWithItsPlace();
    void aReportAboutAnotherRunIsLeftAside();
    void withoutANoteOfTheEndThatIsSaid();
    void aContinuationShowsWhatIsTakenOverBeforeItStarts();
    void anInputThatChangesIsAskedAboutAnew();
    void whatStandsInTheWayOfAContinuationIsShown();
    void aRunAtWorkCannotBeContinued_data();
    void aRunAtWorkCannotBeContinued();
    void anUndoneRunIsOver();
    void aClosedRunLeadsToTheOneThatGoesOn();
    void aRunThatContinuesLeadsToTheOldOne();
    void anUndoSaysWhatItDoesNotReach();
    void outputsAreAskedForAndSaid();
    void anUndoInDoubtIsAskedAboutAsSuch();

private:
    Button *button(const char *name) const
    {
        return m_page->bar()->button(QString::fromLatin1(name));
    }
    CarryPreview carryPreview() const;

    SystemClock m_clock;
    Theme m_theme;
    std::unique_ptr<RunPage> m_page;
};

void TestRunSheets::init()
{
    const ObjectReader none = [](const QString &) -> Result<QByteArray> { return QByteArray(); };
    m_page = std::make_unique<RunPage>(&m_clock, none);
    m_page->resize(1200, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestRunSheets::theJournalIsCheckedAndTheSheetSaysWhatWas()
{
    m_page->setRun(run({step("a", StepState::Succeeded)}, RunState::Succeeded));
    QSignalSpy wanted(m_page->requests(), &RunRequests::verifyRun);
    m_page->openVerify();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toString(), id);
    QVERIFY(m_page->sheet()->isHidden());
    QVERIFY(!button("verify-again")->isEnabled());
    VerifyReport report;
    report.run = id;
    report.events = 214;
    report.decisions = 2;
    report.objects = 31;
    report.head = {214, QString(64, u'a')};
    report.hasHeadFile = true;
    m_page->setVerifyReport(id, report);
    const QString text = said(m_page->verifySheet());
    QVERIFY2(text.contains(QLatin1String("is as it was written")), qPrintable(text));
    for (const char *figure : {"214", "31", "2"})
        QVERIFY2(text.split(u'\n').contains(QLatin1String(figure)), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("214:aaaa")), qPrintable(text));
    button("verify-again")->click();
    QCOMPARE(wanted.size(), 2);
    m_page->setVerifyReport(id, report);
    button("leave-verify")->click();
    QVERIFY(m_page->sheet()->isVisible());
}

void TestRunSheets::theFirstFaultIsSaidWithItsPlace()
{
    m_page->setRun(run({step("a", StepState::Succeeded)}, RunState::Succeeded));
    m_page->openVerify();
    VerifyReport report;
    report.run = id;
    report.events = 20;
    report.hasHeadFile = true;
    report.problems = {{0, Error(QStringLiteral("c"), "The end is gone.")},
                       {12, Error(QStringLiteral("b"), "Event 12 was changed.")},
                       {7, Error(QStringLiteral("a"), "Event 7 is missing.")}};
    m_page->setVerifyReport(id, report);
    const QString text = said(m_page->verifySheet());
    QVERIFY2(text.contains(QLatin1String("not as it was written")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("The first fault is at event 7.")), qPrintable(text));
    QVERIFY(text.indexOf(QLatin1String("Event 7 is missing.")) <
            text.indexOf(QLatin1String("Event 12 was changed.")));
    QVERIFY(text.indexOf(QLatin1String("Event 12 was changed.")) <
            text.indexOf(QLatin1String("The end is gone.")));
}

void TestRunSheets::aReportAboutAnotherRunIsLeftAside()
{
    m_page->setRun(run({step("a", StepState::Succeeded)}, RunState::Succeeded));
    m_page->openVerify();
    m_page->setVerifyReport(other, VerifyReport());
    QVERIFY(!button("verify-again")->isEnabled()); // still at it
    m_page->setVerifyReport(id, Error(QStringLiteral("x"), "It cannot be opened."));
    QVERIFY(said(m_page->verifySheet()).contains(QLatin1String("It cannot be opened.")));
    QVERIFY(button("verify-again")->isEnabled());
}

void TestRunSheets::withoutANoteOfTheEndThatIsSaid()
{
    m_page->setRun(run({step("a", StepState::Succeeded)}, RunState::Succeeded));
    m_page->openVerify();
    VerifyReport report;
    report.run = id;
    report.events = 1;
    m_page->setVerifyReport(id, report);
    QVERIFY(said(m_page->verifySheet()).contains(QLatin1String("no note of the run's last event")));
}

CarryPreview TestRunSheets::carryPreview() const
{
    CarryPreview preview;
    preview.run = id;
    preview.request = {changedChecklist,
                       QStringLiteral("/there/c.checklist.yaml"),
                       {{QStringLiteral("colour"), Value(QStringLiteral("red"))}}};
    preview.steps = {{QStringLiteral("a"), LocalizedText(QStringLiteral("Build it")), true, {}},
                     {QStringLiteral("b"), LocalizedText(QStringLiteral("Test it")), false,
                      Message("It was changed.")}};
    return preview;
}

void TestRunSheets::aContinuationShowsWhatIsTakenOverBeforeItStarts()
{
    m_page->setRun(run({step("a", StepState::Failed)}, RunState::Failed));
    QSignalSpy wanted(m_page->requests(), &RunRequests::previewContinuation);
    QSignalSpy started(m_page->requests(), &RunRequests::startContinuation);
    m_page->openContinuation();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted.first().at(1).toString().isEmpty()); // the run's own file
    QVERIFY(!button("carry")->isEnabled());
    m_page->setCarryPreview(carryPreview());
    const QString text = said(m_page->carrySheet());
    QVERIFY2(text.contains(QLatin1String("It was changed.")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("Build it")), qPrintable(text));
    QVERIFY(button("carry")->isEnabled());
    button("carry")->click();
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.first().at(1).value<NewRunRequest>().checklist, changedChecklist);
    QVERIFY(!button("carry")->isEnabled()); // nothing is asked twice
    m_page->showNotice(QStringLiteral("It could not be."));
    QVERIFY(button("carry")->isEnabled());
}

void TestRunSheets::anInputThatChangesIsAskedAboutAnew()
{
    RunView view = run({step("a", StepState::Failed)}, RunState::Failed);
    view.inputs = {{QStringLiteral("colour"), Value(QStringLiteral("red"))}};
    m_page->setRun(view);
    m_page->openContinuation();
    m_page->setCarryPreview(carryPreview());
    QSignalSpy wanted(m_page->requests(), &RunRequests::previewContinuation);
    const auto rows = m_page->carrySheet()->findChildren<InputRow *>();
    QCOMPARE(rows.size(), 2);
    auto *field = rows.first()->findChild<QLineEdit *>();
    QCOMPARE(field->text(), QStringLiteral("red"));
    field->setText(QStringLiteral("blue"));
    QVERIFY(!button("carry")->isEnabled());
    QVERIFY(QTest::qWaitFor([&] { return wanted.size() == 1; }, 5000));
    const auto inputs = wanted.first().at(2).value<Value::Map>();
    QCOMPARE(inputs.value(QStringLiteral("colour")).text(), QStringLiteral("blue"));
    CarryPreview again = carryPreview();
    again.request.inputs[QStringLiteral("colour")] = Value(QStringLiteral("blue"));
    m_page->setCarryPreview(again);
    QCOMPARE(m_page->carrySheet()->findChildren<InputRow *>().first(), rows.first()); // it stays
    QVERIFY(button("carry")->isEnabled());
    field->clear();
    QVERIFY(QTest::qWaitFor([&] { return wanted.size() == 2; }, 5000));
    m_page->setCarryPreview(again);
    QVERIFY(!button("carry")->isEnabled()); // it is needed
}

void TestRunSheets::whatStandsInTheWayOfAContinuationIsShown()
{
    m_page->setRun(run({step("a", StepState::Failed)}, RunState::Failed));
    m_page->openContinuation();
    CarryPreview preview;
    preview.run = id;
    preview.problem = Error(QStringLiteral("yaml"), "Line 3 is no YAML.");
    m_page->setCarryPreview(preview);
    QVERIFY(said(m_page->carrySheet()).contains(QLatin1String("Line 3 is no YAML.")));
    QVERIFY(!button("carry")->isEnabled());
    QSignalSpy wanted(m_page->requests(), &RunRequests::previewContinuation);
    button("look-again")->click();
    QCOMPARE(wanted.size(), 1);
}

void TestRunSheets::aRunAtWorkCannotBeContinued_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("isElsewhere");
    QTest::addColumn<bool>("can");
    QTest::newRow("running") << int(RunState::Running) << false << false;
    QTest::newRow("in doubt") << int(RunState::InDoubt) << false << false;
    QTest::newRow("elsewhere") << int(RunState::Waiting) << true << false;
    QTest::newRow("failed") << int(RunState::Failed) << false << true;
    QTest::newRow("waiting") << int(RunState::Waiting) << false << true;
    QTest::newRow("undone") << int(RunState::Undone) << false << true;
    QTest::newRow("done") << int(RunState::Succeeded) << false << true;
}

void TestRunSheets::aRunAtWorkCannotBeContinued()
{
    QFETCH(int, state);
    QFETCH(bool, isElsewhere);
    QFETCH(bool, can);
    RunView view = run({step("a", StepState::Succeeded)}, RunState(state));
    view.isDrivenElsewhere = isElsewhere;
    m_page->setRun(view);
    QCOMPARE(m_page->canContinueAnew(), can);
    m_page->openContinuation();
    QCOMPARE(m_page->carrySheet()->isVisible(), can);
}

void TestRunSheets::anUndoneRunIsOver()
{
    RunView view = run({step("a", StepState::Undone)}, RunState::Undone);
    view.isDrivenHere = true;
    view.stepByStep = true; // as it is driven during an undo
    m_page->setRun(view);
    QVERIFY(!m_page->canCancel());
    QVERIFY(!button("until-needed"));
    QVERIFY(!button("one-step"));
    view.state = RunState::Stopped;
    m_page->setRun(view);
    QVERIFY(m_page->canCancel());
    QVERIFY(button("until-needed"));
}

void TestRunSheets::aClosedRunLeadsToTheOneThatGoesOn()
{
    RunView view = run({step("a", StepState::Failed)}, RunState::Cancelled);
    view.continuedBy = other;
    m_page->setRun(view);
    QVERIFY(!m_page->canContinueAnew());
    QVERIFY(!m_page->canCancel());
    const QString text = said(m_page->bar());
    QVERIFY2(text.contains(QLatin1String("closed")) && text.contains(other.left(4)),
             qPrintable(text));
    QSignalSpy opened(m_page->requests(), &RunRequests::openRun);
    button("open-next")->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), other);
}

void TestRunSheets::aRunThatContinuesLeadsToTheOldOne()
{
    StepView carried = step("a", StepState::Succeeded);
    carried.carriedFrom = other;
    RunView view = run({carried}, RunState::Succeeded);
    view.continues = other;
    m_page->setRun(view);
    QSignalSpy opened(m_page->requests(), &RunRequests::openRun);
    auto *link = m_page->rail()->findChild<LinkLabel *>();
    QVERIFY(link && link->isVisible());
    link->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), other);
    m_page->selectStep(QStringLiteral("a"));
    const auto buttons = m_page->sheet()->what()->findChildren<Button *>();
    const auto shown = std::find_if(buttons.begin(), buttons.end(),
                                    [](const Button *one) { return one->isVisible(); });
    QVERIFY(shown != buttons.end());
    (*shown)->click();
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.last().at(1).toString(), QStringLiteral("a"));
    view.continues.clear();
    m_page->setRun(view);
    QVERIFY(!link->isVisible());
}

void TestRunSheets::anUndoSaysWhatItDoesNotReach()
{
    RunView view = run({step("a", StepState::Succeeded), step("b", StepState::Succeeded)},
                       RunState::Succeeded);
    view.canUndo = true;
    m_page->setRun(view);
    m_page->openUndo();
    UndoPreview preview;
    preview.run = id;
    UndoItem own;
    own.attempt = 1;
    own.note.can = UndoNote::Can::Yes;
    UndoItem beyond;
    beyond.key = {QStringLiteral("a"), {}};
    beyond.run = other;
    beyond.note.text = Message("It was done in the run %1.", {other});
    preview.items = {own, beyond};
    m_page->setUndoPreview(preview);
    QVERIFY(
        said(m_page->undoSheet()).contains(QLatin1String("It was done in the run zyxwvuts7654.")));
    QVERIFY(!button("undo")->isEnabled()); // that it stays has to be agreed to
    QSignalSpy opened(m_page->requests(), &RunRequests::openRun);
    const auto links = m_page->undoSheet()->findChildren<LinkLabel *>();
    const auto link = std::find_if(links.begin(), links.end(), [](const LinkLabel *one) {
        return one->label().contains(other.left(4));
    });
    QVERIFY(link != links.end());
    (*link)->click();
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), other);
    QCOMPARE(opened.first().at(1).toString(), QStringLiteral("a"));
}

void TestRunSheets::outputsAreAskedForAndSaid()
{
    StepView manual = step("freeze", StepState::Waiting);
    manual.isManual = true;
    manual.actions = {StepAction::Tick, StepAction::Skip};
    manual.manual = ManualView();
    manual.manual->asks = {{QStringLiteral("commit"), Type::Text, "The commit."},
                           {QStringLiteral("version"), Type::Version, "The version."},
                           {QStringLiteral("other"), Type::Text, "Nobody uses it."}};
    m_page->setRun(run({manual}, RunState::Waiting));
    QSignalSpy ticked(m_page->requests(), &RunRequests::tickStep);
    button("tick")->click();
    QCOMPARE(ticked.size(), 1);
    QVERIFY(ticked.first().at(4).value<Value::Map>().isEmpty());
    m_page->askForOutputs(id, manual.id, {}, {QStringLiteral("commit"), QStringLiteral("version")},
                          QStringLiteral("why"));
    const auto rows = m_page->sheet()->manual()->findChildren<InputRow *>();
    QCOMPARE(rows.size(), 2);
    QVERIFY(!button("tick")->isEnabled());
    rows[0]->findChild<QLineEdit *>()->setText(QStringLiteral("4be190c2a1"));
    rows[1]->findChild<QLineEdit *>()->setText(QStringLiteral("not a version"));
    QVERIFY(!button("tick")->isEnabled());
    rows[1]->findChild<QLineEdit *>()->setText(QStringLiteral("1.8.10"));
    m_page->setRun(run({manual}, RunState::Waiting)); // only newer: what was typed stays
    QVERIFY(button("tick")->isEnabled());
    button("tick")->click();
    const auto outputs = ticked.last().at(4).value<Value::Map>();
    QCOMPARE(outputs.value(QStringLiteral("commit")).text(), QStringLiteral("4be190c2a1"));
    QCOMPARE(outputs.value(QStringLiteral("version")).text(), QStringLiteral("1.8.10"));
    manual.state = StepState::Succeeded;
    manual.manual.reset();
    m_page->setRun(run({manual}, RunState::Succeeded));
    QVERIFY(!m_page->sheet()->manual()->isAsking());
}

void TestRunSheets::anUndoInDoubtIsAskedAboutAsSuch()
{
    StepView doubt = step("push", StepState::InDoubt);
    doubt.isUndoing = true;
    doubt.actions = {StepAction::Settle};
    doubt.doubt = DoubtView();
    doubt.doubt->verdict = QStringLiteral("unknown");
    m_page->setRun(run({doubt}, RunState::InDoubt));
    const QString text = said(m_page->sheet());
    for (const char *words : {"was it undone?", "It was undone: go on with the undo",
                              "It was not undone: undo it again", "Treat the undo as failed"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("It happened")), qPrintable(text));
    QSignalSpy settled(m_page->requests(), &RunRequests::settle);
    m_page->sheet()->doubt()->findChild<Button *>(QStringLiteral("not-done"))->click();
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first().at(3).toString(), QStringLiteral("not-done"));
}

QTEST_MAIN(TestRunSheets)
#include "tst_runsheets.moc"
