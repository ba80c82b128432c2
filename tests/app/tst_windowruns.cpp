// SPDX-License-Identifier: MIT
// The real window with a real engine: a run that is continued on a changed checklist, a journal
// that is checked, a step done by hand whose outputs have to be said.
#include "app/console/console.h"
#include "core/process/ask.h"
#include "tests/app/scratchhome.h"
#include "ui/pages/carrysheet.h"
#include "ui/pages/conflictspane.h"
#include "ui/pages/inputrow.h"
#include "ui/pages/manualpane.h"
#include "ui/pages/runpage.h"
#include "ui/pages/stepsheet.h"
#include "ui/pages/verifysheet.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/railview.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPlainTextEdit>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

using namespace Slipway;

namespace {

constexpr int answerMs = 30'000;
const QString file = QStringLiteral("c.checklist.yaml");

QByteArray checklist(const char *last)
{
    return QByteArray(R"(slipway: 1
name: c
title: C
stages:
  - name: only
    steps:
      - {id: first, title: First, uses: command, with: {run: [touch, first]}}
      - {id: last, title: Last, uses: command, with: {run: [RUN]}}
)")
        .replace("RUN", last);
}

constexpr char handDone[] = R"(slipway: 1
name: h
title: H
stages:
  - name: only
    steps:
      - {id: freeze, title: Freeze, mode: manual, uses: command, with: {run: [echo, x], output: text}}
      - {id: use, title: Use, uses: command, with: {run: [echo, '${{ steps.freeze.outputs.stdout }}'], output: text}}
)";

} // namespace

class TestWindowRuns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aRunIsContinuedOnAChangedChecklist();
    void theTerminalOpensWhereAContinuedRunWorks();
    void theJournalIsCheckedAndAChangeIsFound();
    void outputsOfAStepDoneByHandAreSaidInTheWindow();
    void aMergeInConflictIsResolvedInTheWindow();
    void aMergeInConflictIsMendedInTheFolder();

private:
    void start(const QByteArray &text);
    QString git(const QString &arguments) const;
    void startMerge();
    void continueAnew();
    bool waitFor(RunState state) const;
    QString said(const QWidget *where) const;
    RunPage *page() const { return m_console->window().run(); }
    Button *button(const char *name) const
    {
        return page()->bar()->button(QString::fromLatin1(name));
    }

    std::unique_ptr<ScratchHome> m_home;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Console> m_console;
};

void TestWindowRuns::init()
{
    m_home = std::make_unique<ScratchHome>();
    m_theme = std::make_unique<Theme>();
    m_console = std::make_unique<Console>(Places::fromEnvironment(), *m_theme);
    m_console->show();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
}

void TestWindowRuns::cleanup()
{
    m_console.reset();
    m_theme.reset();
    m_home.reset();
}

void TestWindowRuns::start(const QByteArray &text)
{
    Q_EMIT m_console->window().startRun(m_home->write(file, text), {}, false);
    QVERIFY(QTest::qWaitFor([&] { return page()->isVisible(); }, answerMs));
}

bool TestWindowRuns::waitFor(RunState state) const
{
    return QTest::qWaitFor([&] { return page()->run().state == state; }, answerMs);
}

QString TestWindowRuns::said(const QWidget *where) const
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

/// The run on the page failed at its last step, which then is changed.
void TestWindowRuns::continueAnew()
{
    start(checklist("'false'"));
    QVERIFY(waitFor(RunState::Failed));
    const QString old = page()->run().id;
    m_home->write(file, checklist("'true'"));
    page()->openContinuation();
    QVERIFY(page()->carrySheet()->isVisible());
    QVERIFY(QTest::qWaitFor([&] { return button("carry")->isEnabled(); }, answerMs));
    button("carry")->click();
    QVERIFY(QTest::qWaitFor([&] { return page()->run().id != old; }, answerMs));
    const bool isDone = waitFor(RunState::Succeeded);
    const StepView *current = page()->run().current();
    QVERIFY2(isDone, qPrintable(stateName(page()->run().state) + u' ' +
                                (current ? current->id + u' ' + current->errorText : QString())));
    QCOMPARE(page()->run().continues, old);
}

void TestWindowRuns::aRunIsContinuedOnAChangedChecklist()
{
    continueAnew();
    if (QTest::currentTestFailed())
        return;
    const QString run = page()->run().id;
    const QString old = page()->run().continues;
    QCOMPARE(page()->run().find(QStringLiteral("first"), {})->carriedFrom, old);
    auto *link = page()->rail()->findChild<LinkLabel *>();
    QVERIFY(link && link->isVisible());
    link->click();
    QVERIFY(QTest::qWaitFor([&] { return page()->run().id == old; }, answerMs));
    QCOMPARE(page()->run().continuedBy, run);
    QVERIFY(said(page()->bar()).contains(run.left(4)));
    button("open-next")->click();
    QVERIFY(QTest::qWaitFor([&] { return page()->run().id == run; }, answerMs));
}

void TestWindowRuns::theTerminalOpensWhereAContinuedRunWorks()
{
    continueAnew();
    if (QTest::currentTestFailed())
        return;
    const QString terminal = m_home->write(QStringLiteral("bin/x-terminal-emulator"),
                                           "#!/bin/sh\npwd > \"$SLIPWAY_HOME/seen.tmp\"\nmv "
                                           "\"$SLIPWAY_HOME/seen.tmp\" \"$SLIPWAY_HOME/seen\"\n");
    QVERIFY(
        QFile::setPermissions(terminal, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFileInfo(terminal).path().toUtf8() + ':' + path);
    Q_EMIT page()->requests()->openTerminal(page()->run().id, QStringLiteral("last"), {});
    const bool isSeen = QTest::qWaitFor(
        [&] { return !m_home->read(QStringLiteral("home/seen")).isEmpty(); }, answerMs);
    qputenv("PATH", path);
    QVERIFY(isSeen);
    const QString folder = QString::fromUtf8(m_home->read(QStringLiteral("home/seen"))).trimmed();
    QVERIFY2(QFileInfo::exists(folder + QLatin1String("/first")), qPrintable(folder));
}

void TestWindowRuns::theJournalIsCheckedAndAChangeIsFound()
{
    start(checklist("'true'"));
    QVERIFY(waitFor(RunState::Succeeded));
    page()->openVerify();
    const VerifySheet *sheet = page()->verifySheet();
    QVERIFY(QTest::qWaitFor(
        [&] { return said(sheet).contains(QLatin1String("is as it was written")); }, answerMs));
    {
        auto journal =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("change"));
        journal.setDatabaseName(Places::fromEnvironment().journal());
        QVERIFY(journal.open());
        QSqlQuery query(journal);
        QVERIFY(query.exec(QStringLiteral("UPDATE events SET author='mallory' WHERE number=3")));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("change"));
    button("verify-again")->click();
    QVERIFY(QTest::qWaitFor(
        [&] { return said(sheet).contains(QLatin1String("not as it was written")); }, answerMs));
    QVERIFY2(said(sheet).contains(QLatin1String("The first fault is at event 3.")),
             qPrintable(said(sheet)));
}

void TestWindowRuns::outputsOfAStepDoneByHandAreSaidInTheWindow()
{
    start(handDone);
    QVERIFY(waitFor(RunState::Waiting));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const StepView *step = page()->run().find(QStringLiteral("freeze"), {});
            return step && step->manual && button("tick");
        },
        answerMs));
    button("tick")->click();
    const ManualPane *pane = page()->sheet()->manual();
    QVERIFY(QTest::qWaitFor([&] { return pane->isAsking(); }, answerMs));
    QVERIFY(!button("tick")->isEnabled());
    const auto rows = pane->findChildren<InputRow *>();
    QCOMPARE(rows.size(), 1);
    auto *field = rows.first()->findChild<QPlainTextEdit *>();
    QVERIFY(field);
    field->setPlainText(QStringLiteral("by hand"));
    QVERIFY(button("tick")->isEnabled());
    button("tick")->click();
    QVERIFY(waitFor(RunState::Succeeded));
    QCOMPARE(
        page()->run().find(QStringLiteral("use"), {})->outputs[QStringLiteral("stdout")].text(),
        QStringLiteral("by hand"));
}

QString TestWindowRuns::git(const QString &arguments) const
{
    Question question;
    question.argv = QStringList{QStringLiteral("git")} + arguments.split(u' ');
    question.directory = m_home->path() + QStringLiteral("/repo");
    const auto reply = ask(question);
    if (!reply || !reply->isSuccess())
        qFatal("git %s: %s", qPrintable(arguments),
               reply ? reply->errorOutput.constData() : qPrintable(reply.error().message()));
    return QString::fromUtf8(reply->output).trimmed();
}

/// Two files in conflict, and a run that waits because of them.
void TestWindowRuns::startMerge()
{
    const auto change = [this](const char *a, const char *b) {
        m_home->write(QStringLiteral("repo/a.txt"), a);
        m_home->write(QStringLiteral("repo/b.txt"), b);
        git(QStringLiteral("add --all"));
        git(QStringLiteral("-c user.name=Ana -c user.email=ana@example.org commit --message=x"));
    };
    m_home->write(QStringLiteral("repo/a.txt"), "");
    git(QStringLiteral("init --initial-branch=main"));
    git(QStringLiteral("config user.name Ana"));
    git(QStringLiteral("config user.email ana@example.org"));
    change("1\n2\n3\n4\n5\n6\n7\n", "1\n");
    git(QStringLiteral("branch feature"));
    change("1\nours\n3\n4\n5\n6\nours\n", "ours\n");
    git(QStringLiteral("switch feature"));
    change("1\ntheirs\n3\n4\n5\n6\ntheirs\n", "theirs\n");
    git(QStringLiteral("switch main"));
    start(QByteArray(R"(slipway: 1
name: m
title: M
stages:
  - name: only
    steps:
      - {id: merge, title: Merge, uses: git.merge, with: {in: 'REPO', from: feature}}
)")
              .replace("REPO", (m_home->path() + QStringLiteral("/repo")).toUtf8()));
    QVERIFY(waitFor(RunState::Waiting));
    QVERIFY(QTest::qWaitFor([&] { return page()->sheet()->conflicts()->open() == 2; }, answerMs));
}

void TestWindowRuns::aMergeInConflictIsResolvedInTheWindow()
{
    startMerge();
    ConflictsPane *pane = page()->sheet()->conflicts();
    QVERIFY(pane->isVisible());
    QVERIFY(!button("retry")->isEnabled());
    const QString before = git(QStringLiteral("rev-parse HEAD"));
    ConflictView *view = pane->view();
    QVERIFY(QTest::qWaitFor([&] { return view->path() == QLatin1String("a.txt"); }, answerMs));
    QCOMPARE(view->editor()->conflicts(), 2);
    QVERIFY(view->editor()->toPlainText().contains(QStringLiteral("<<<<<<< main\nours\n")));
    view->useResult(); // not yet: two are open
    QCOMPARE(pane->open(), 2);
    view->choose(ConflictEditor::Choice::Both);
    QCOMPARE(view->editor()->openConflicts(), 1);
    view->choose(ConflictEditor::Choice::Theirs);
    QCOMPARE(view->editor()->bytes(), QByteArray("1\nours\ntheirs\n3\n4\n5\n6\ntheirs\n"));
    view->editor()->moveCursor(QTextCursor::Start);
    view->editor()->insertPlainText(QStringLiteral("edited\n"));
    view->useResult();
    // What is next is shown by itself.
    QVERIFY(QTest::qWaitFor([&] { return view->path() == QLatin1String("b.txt"); }, answerMs));
    QCOMPARE(pane->open(), 1);
    view->takeSide(MergeSide::Theirs);
    QVERIFY(QTest::qWaitFor([&] { return button("retry")->isEnabled(); }, answerMs));
    QCOMPARE(git(QStringLiteral("rev-parse HEAD")), before);
    QCOMPARE(git(QStringLiteral("status --porcelain")), QString());
    button("retry")->click();
    QVERIFY2(waitFor(RunState::Succeeded), qPrintable(page()->run().current()->errorText));
    QCOMPARE(git(QStringLiteral("show HEAD:a.txt")),
             QStringLiteral("edited\n1\nours\ntheirs\n3\n4\n5\n6\ntheirs"));
    QCOMPARE(git(QStringLiteral("show HEAD:b.txt")), QStringLiteral("theirs"));
    QCOMPARE(git(QStringLiteral("rev-parse HEAD^1")), before);
    QCOMPARE(git(QStringLiteral("rev-parse HEAD^2")), git(QStringLiteral("rev-parse feature")));
    QCOMPARE(git(QStringLiteral("status --porcelain")), QString());
}

void TestWindowRuns::aMergeInConflictIsMendedInTheFolder()
{
    startMerge();
    ConflictsPane *pane = page()->sheet()->conflicts();
    const auto answer = [this](const char *id) {
        Q_EMIT page()->bar()->triggered(QString::fromLatin1(id));
        QVERIFY(page()->question()->isVisible());
        Q_EMIT page()->question()->confirmed(QString::fromLatin1(id), {});
        page()->question()->close();
    };
    answer("by-hand");
    QVERIFY(QTest::qWaitFor([&] { return pane->isByHand() && pane->isVisible(); }, answerMs));
    QVERIFY(QFile::exists(m_home->path() + QStringLiteral("/repo/.git/MERGE_HEAD")));
    answer("give-up");
    QVERIFY(QTest::qWaitFor([&] { return !pane->isByHand() && pane->open() == 2; }, answerMs));
    QVERIFY(!QFile::exists(m_home->path() + QStringLiteral("/repo/.git/MERGE_HEAD")));
    answer("by-hand");
    QVERIFY(QTest::qWaitFor([&] { return pane->isByHand() && pane->isVisible(); }, answerMs));
    m_home->write(QStringLiteral("repo/a.txt"), "mended\n");
    button("retry")->click(); // too early
    QVERIFY(
        QTest::qWaitFor([&] { return said(pane).contains(QStringLiteral("b.txt:1")); }, answerMs));
    QVERIFY(pane->isByHand());
    m_home->write(QStringLiteral("repo/b.txt"), "mended\n");
    button("retry")->click();
    QVERIFY2(waitFor(RunState::Succeeded), qPrintable(page()->run().current()->errorText));
    QCOMPARE(git(QStringLiteral("show HEAD:a.txt")), QStringLiteral("mended"));
    QCOMPARE(git(QStringLiteral("rev-parse HEAD^2")), git(QStringLiteral("rev-parse feature")));
}

QTEST_MAIN(TestWindowRuns)
#include "tst_windowruns.moc"
