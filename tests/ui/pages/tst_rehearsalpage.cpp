// SPDX-License-Identifier: MIT
#include "ui/pages/changespane.h"
#include "ui/pages/rehearsalpage.h"
#include "ui/pages/rehearsedpane.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/railmodel.h"
#include "ui/parts/tabbar.h"
#include "ui/parts/titleblock.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

namespace {

using State = RehearsedStep::State;

RehearsedStep step(const char *id, State state, const char *instance = "")
{
    RehearsedStep step;
    step.key = {QString::fromLatin1(id), QString::fromLatin1(instance)};
    step.title = LocalizedText({{QStringLiteral("en"), QString::fromLatin1(id).toUpper()},
                                {QStringLiteral("pt_BR"), QStringLiteral("o ") + step.key.step}});
    step.kind = QStringLiteral("command");
    step.state = state;
    return step;
}

Rehearsal rehearsal(const QList<RehearsedStep> &steps)
{
    Rehearsal rehearsal;
    rehearsal.scratch = std::make_shared<QTemporaryDir>();
    rehearsal.checklist = QStringLiteral("c");
    rehearsal.title = LocalizedText(QStringLiteral("Try"));
    rehearsal.stages = {{QStringLiteral("one"), LocalizedText(QStringLiteral("One")), steps}};
    return rehearsal;
}

} // namespace

class TestRehearsalPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }

    void theFirstThatWouldFailIsShown();
    void commandsAndQuestionsAreShownAsATerminalTakesThem();
    void aStepSaysWhetherItCanBeUndone();
    void whatWaitsIsSaid();
    void changesAreReadFromTheScratchFolder();
    void instancesHaveRowsOfTheirOwn();
    void theRailChoosesTheStep();
    void startAndBackAreAskedFor();
    void theLanguageCanChange();
    void aTabIsLeftWhenTheNextStepHasNone();

private:
    QString said() const;

    SystemClock m_clock;
    Theme m_theme;
    std::unique_ptr<RehearsalPage> m_page;
};

void TestRehearsalPage::init()
{
    m_page = std::make_unique<RehearsalPage>(&m_clock);
    m_page->resize(1200, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

QString TestRehearsalPage::said() const
{
    QCoreApplication::processEvents(); // what was added is shown with the next layout
    QStringList all;
    const auto labels = m_page->findChildren<ProseLabel *>();
    for (const ProseLabel *label : labels) {
        if (label->isVisible())
            all.append(label->text());
    }
    return all.join(u'\n');
}

void TestRehearsalPage::theFirstThatWouldFailIsShown()
{
    RehearsedStep fails = step("bump", State::Fails);
    fails.error = Error(QStringLiteral("file.missing"), "%1 does not exist.",
                        {QStringLiteral("/there/VERSION")});
    m_page->setRehearsal(rehearsal({step("edit", State::Planned), fails}), QStringLiteral("en"));
    const QString text = said();
    QVERIFY2(text.contains(QLatin1String("/there/VERSION does not exist.")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("would fail as things are now")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("BUMP")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("Mend what would fail")), qPrintable(text));
}

void TestRehearsalPage::commandsAndQuestionsAreShownAsATerminalTakesThem()
{
    RehearsedStep push = step("push", State::Planned);
    push.commands = {{QStringLiteral("git"), QStringLiteral("push"), QStringLiteral("a b")}};
    push.questions = {{QStringLiteral("git"), QStringLiteral("ls-remote")}};
    push.directory = QStringLiteral("/home/ana/stack");
    m_page->setRehearsal(rehearsal({push}), QStringLiteral("en"));
    const QString text = said();
    QVERIFY2(text.contains(QLatin1String("git push 'a b'")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("git ls-remote")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("/home/ana/stack")), qPrintable(text));
}

void TestRehearsalPage::aStepSaysWhetherItCanBeUndone()
{
    RehearsedStep edit = step("edit", State::Planned);
    edit.undo = {UndoNote::Can::Yes, Message("the files get their bytes back.")};
    RehearsedStep mail = step("mail", State::Planned);
    mail.undo = {UndoNote::Can::No, Message("nobody can call it back.")};
    m_page->setRehearsal(rehearsal({edit, mail}), QStringLiteral("en"));
    QVERIFY(said().contains(QLatin1String("Can be undone: the files get their bytes back.")));
    m_page->selectStep(QStringLiteral("mail"));
    QVERIFY(said().contains(QLatin1String("Cannot be undone: nobody can call it back.")));
    QVERIFY(!said().contains(QLatin1String("Can be undone")));
}

void TestRehearsalPage::whatWaitsIsSaid()
{
    RehearsedStep pin = step("pin", State::Waits);
    pin.remarks = {Message("Waits for %1.", {QStringLiteral("steps.freeze.outputs.inventory")})};
    m_page->setRehearsal(rehearsal({pin}), QStringLiteral("en"));
    QVERIFY(said().contains(QLatin1String("Waits for steps.freeze.outputs.inventory.")));
    QVERIFY(said().contains(QLatin1String("can only be worked out while the run goes on")));
}

void TestRehearsalPage::changesAreReadFromTheScratchFolder()
{
    RehearsedStep edit = step("edit", State::Planned);
    Rehearsal all = rehearsal({});
    const QString before = all.objects().put("one\ntwo\n").valueOr({});
    const QString after = all.objects().put("one\nthree\n").valueOr({});
    QVERIFY(!before.isEmpty() && !after.isEmpty());
    edit.edits = {{QStringLiteral("/root"), QStringLiteral("a.txt"), before, after}};
    all.stages.first().steps = {edit, step("other", State::Planned)};
    m_page->setRehearsal(all, QStringLiteral("en"));
    auto *tabs = m_page->findChild<TabBar *>();
    QVERIFY(tabs->isVisible());
    m_page->showTab(QStringLiteral("changes"));
    auto *changes = m_page->findChild<ChangesPane *>();
    QVERIFY(changes->isVisible());
    QVERIFY(QTest::qWaitFor([&] { return !changes->countText().isEmpty(); }, 10'000));
}

void TestRehearsalPage::instancesHaveRowsOfTheirOwn()
{
    m_page->setRehearsal(
        rehearsal({step("clone", State::Planned, "api"), step("clone", State::Fails, "stack")}),
        QStringLiteral("en"));
    const QAbstractItemModel *model = m_page->rail()->model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        rows.append(index.data(RailModel::StepRole).toString() + u'/' +
                    index.data(RailModel::InstanceRole).toString());
    }
    QVERIFY2(rows.contains(QLatin1String("clone/api")), qPrintable(rows.join(u' ')));
    QVERIFY2(rows.contains(QLatin1String("clone/stack")), qPrintable(rows.join(u' ')));
}

void TestRehearsalPage::theRailChoosesTheStep()
{
    RehearsedStep first = step("first", State::Planned);
    first.summary = Message("Does the first thing.");
    RehearsedStep second = step("second", State::Planned);
    second.summary = Message("Does the second thing.");
    m_page->setRehearsal(rehearsal({first, second}), QStringLiteral("en"));
    QVERIFY(said().contains(QLatin1String("Does the first thing.")));
    m_page->rail()->setFocus();
    QTest::keyClick(m_page->rail(), Qt::Key_Down);
    QVERIFY(said().contains(QLatin1String("Does the second thing.")));
    QVERIFY(!said().contains(QLatin1String("Does the first thing.")));
}

void TestRehearsalPage::startAndBackAreAskedFor()
{
    m_page->setRehearsal(rehearsal({step("a", State::Planned)}), QStringLiteral("en"));
    QSignalSpy started(m_page.get(), &RehearsalPage::start);
    QSignalSpy left(m_page.get(), &RehearsalPage::back);
    m_page->bar()->button(QStringLiteral("back"))->click();
    QCOMPARE(left.size(), 1);
    QCOMPARE(started.size(), 0);
    QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(started.size(), 1);
}

void TestRehearsalPage::theLanguageCanChange()
{
    m_page->setRehearsal(rehearsal({step("a", State::Planned)}), QStringLiteral("en"));
    QVERIFY(said().contains(QLatin1String("A")));
    m_page->setLanguage(QStringLiteral("pt_BR"));
    QVERIFY(said().split(u'\n').contains(QLatin1String("o a")));
}

void TestRehearsalPage::aTabIsLeftWhenTheNextStepHasNone()
{
    RehearsedStep edit = step("edit", State::Planned);
    Rehearsal all = rehearsal({});
    const QString before = all.objects().put("one\n").valueOr({});
    const QString after = all.objects().put("two\n").valueOr({});
    edit.edits = {{QStringLiteral("/root"), QStringLiteral("a.txt"), before, after}};
    RehearsedStep plain = step("plain", State::Planned);
    plain.summary = Message("Changes no file.");
    all.stages.first().steps = {edit, plain};
    m_page->setRehearsal(all, QStringLiteral("en"));
    m_page->showTab(QStringLiteral("changes"));
    m_page->selectStep(QStringLiteral("plain"));
    QVERIFY(m_page->findChild<RehearsedPane *>()->isVisible());
    QVERIFY(said().contains(QLatin1String("Changes no file.")));
}

QTEST_MAIN(TestRehearsalPage)
#include "tst_rehearsalpage.moc"
