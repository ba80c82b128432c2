// SPDX-License-Identifier: MIT
#include "app/slipway-shots/photographer.h"

#include "app/slipway-shots/fixturecompare.h"
#include "app/slipway-shots/fixturerehearsal.h"
#include "app/slipway-shots/fixturetrust.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparetable.h"
#include "ui/pages/conflictspane.h"
#include "ui/pages/gatepane.h"
#include "ui/pages/homepage.h"
#include "ui/pages/inputspage.h"
#include "ui/pages/rehearsalpage.h"
#include "ui/pages/runpage.h"
#include "ui/pages/secretfact.h"
#include "ui/pages/stepsheet.h"
#include "ui/pages/trustpage.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/evidencerow.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPixmap>
#include <QRegularExpression>
#include <QThread>
#include <QThreadPool>

namespace Slipway {

namespace {

constexpr QSize usual(1280, 800);
constexpr QSize small(1000, 640);
constexpr QSize tiny(760, 560);

void showHome(MainWindow &window, const Fixtures &fixtures)
{
    window.setChecklists(fixtures.checklists());
    window.setHome(fixtures.waiting(), fixtures.runs());
    window.showHome();
}

void showInputs(MainWindow &window, const Fixtures &fixtures, const Value::Map &values)
{
    window.showInputs(fixtures.checklist(), values);
    window.setMachine(fixtures.machine());
    for (const Value &path : values.value(QStringLiteral("repositories")).list())
        window.setDirectoryFact(path.text(), fixtures.directoryFact(path.text()));
    window.setExpectation(38 * 60'000, 6);
}

/// One that is kept, one being typed, and one that only this session can keep.
void showSecrets(MainWindow &window, const Fixtures &fixtures)
{
    const Checklist checklist = fixtures.secretChecklist();
    window.showInputs(checklist);
    window.setMachine(fixtures.machine());
    const bool isEnglish = fixtures.language() == QLatin1String("en");
    window.setSecretFact(checklist.name, QStringLiteral("registry-token"),
                         {SecretKeeper::Home::Keyring, {}});
    window.setSecretFact(
        checklist.name, QStringLiteral("chat-hook"),
        {SecretKeeper::Home::Session,
         isEnglish ? QStringLiteral("The keyring of this desktop is locked. Unlock it, then try "
                                    "again.")
                   : QString::fromUtf8("O chaveiro desta área de trabalho está trancado. "
                                       "Destranque-o e tente de novo.")});
    const auto fields = window.inputs()->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->echoMode() == QLineEdit::Password && !field->isHidden())
            field->setText(QStringLiteral("correct horse battery"));
    }
}

} // namespace

Photographer::Photographer(Theme &theme, const QDir &folder, const QString &suffix)
    : m_theme(theme), m_folder(folder), m_suffix(suffix)
{
}

QList<Photographer::Shot> Photographer::shots()
{
    QList<Shot> shots{
        {QStringLiteral("home"), usual, showHome},
        {QStringLiteral("home-empty"), usual,
         [](MainWindow &window, const Fixtures &) { window.showHome(); }},
        {QStringLiteral("home-small"), small, showHome},
        {QStringLiteral("runs"), usual,
         [](MainWindow &window, const Fixtures &fixtures) {
             showHome(window, fixtures);
             window.home()->showAllRuns(true);
         }},
        {QStringLiteral("inputs"), usual,
         [](MainWindow &window, const Fixtures &fixtures) {
             showInputs(window, fixtures, fixtures.goodInputs());
         }},
        {QStringLiteral("inputs-errors"), usual,
         [](MainWindow &window, const Fixtures &fixtures) {
             showInputs(window, fixtures, fixtures.wrongInputs());
         }},
        {QStringLiteral("inputs-small"), tiny, [](MainWindow &window, const Fixtures &fixtures) {
             showInputs(window, fixtures, fixtures.wrongInputs());
         }}};
    shots.append({QStringLiteral("inputs-secrets"), usual, showSecrets});
    addRehearsalShots(shots);
    addTrustShots(shots);
    addRunShots(shots);
    addSheetShots(shots);
    addCompareShots(shots);
    return shots;
}

void Photographer::addRehearsalShots(QList<Shot> &shots)
{
    const auto add = [&shots](const char *name, QSize size, const char *step, const char *tab,
                              bool wouldFail = false) {
        shots.append(
            {QString::fromLatin1(name), size, [=](MainWindow &window, const Fixtures &fixtures) {
                 showInputs(window, fixtures, fixtures.goodInputs());
                 window.showRehearsal(fixtureRehearsal(wouldFail));
                 if (*step)
                     window.rehearsal()->selectStep(QString::fromLatin1(step));
                 if (*tab)
                     window.rehearsal()->showTab(QString::fromLatin1(tab));
             }});
    };
    add("rehearsal", usual, "branch", "");
    add("rehearsal-changes", usual, "unpin", "changes");
    add("rehearsal-waits", usual, "pin", "");
    add("rehearsal-fails", usual, "", "", true);
    add("rehearsal-small", small, "push", "");
    add("rehearsal-tiny", tiny, "branch", "");
}

void Photographer::addTrustShots(QList<Shot> &shots)
{
    const auto add = [&shots](const char *name, QSize size, bool isChanged, const char *tab) {
        shots.append({QString::fromLatin1(name), size, [=](MainWindow &window, const Fixtures &) {
                          window.showTrust(fixtureTrust(isChanged));
                          window.trust()->showTab(QString::fromLatin1(tab));
                      }});
    };
    add("trust", usual, false, "touches");
    add("trust-text", usual, false, "text");
    add("trust-changed", usual, true, "touches");
    add("trust-changes", usual, true, "text");
    add("trust-small", tiny, true, "touches");
}

void Photographer::addCompareShots(QList<Shot> &shots)
{
    const auto add = [&shots](const char *name, QSize size, const QStringList &sources,
                              void (*then)(ComparePage & page) = nullptr) {
        shots.append({QString::fromLatin1(name), size, [=](MainWindow &window, const Fixtures &) {
                          window.showCompare(sources);
                          settle();
                          for (int i = 0; i < 20 && !sources.isEmpty() &&
                                          window.comparison()->rows().labels.isEmpty();
                               ++i)
                              settle();
                          if (then)
                              then(*window.comparison());
                      }});
    };
    const auto choose = [](ComparePage &page) { page.table()->selectRow(3); };
    const auto disagreeing = [](ComparePage &page) {
        page.setWanted({.text = QStringLiteral("py"), .onlyDisagreeing = true});
    };
    add("compare", usual, fixtureSources());
    add("compare-details", usual, fixtureSources(), choose);
    add("compare-filter", usual, fixtureSources(), disagreeing);
    add("compare-pick", usual, {});
    add("compare-add", usual, fixtureSources().first(2),
        [](ComparePage &page) { page.setPicking(true); });
    add("compare-problem", usual,
        fixtureSources().first(2) +
            QStringList{QStringLiteral("image:gone:1.0"), QStringLiteral("image:slow:1.0")});
    add("compare-settle", usual, fixtureSources(), [](ComparePage &page) {
        page.setSettling(true);
        settle();
    });
    add("compare-many", usual, manyFixtureSources());
    add("compare-small", small, fixtureSources(), choose);
    add("compare-tiny", tiny, fixtureSources());
}

void Photographer::addRunShots(QList<Shot> &shots)
{
    const auto run = [&shots](const char *name, QSize size, RunView (Fixtures::*view)() const,
                              const char *step, const char *tab) {
        shots.append(
            {QString::fromLatin1(name), size, [=](MainWindow &window, const Fixtures &fixtures) {
                 window.showRun((fixtures.*view)());
                 if (*step)
                     window.run()->selectStep(QString::fromLatin1(step));
                 if (*tab)
                     window.run()->sheet()->showTab(QString::fromLatin1(tab));
             }});
    };
    run("run-output", usual, &Fixtures::running, "build", "output");
    run("run-instances", usual, &Fixtures::running, "build", "main");
    run("run-changes", usual, &Fixtures::running, "strip", "");
    run("run-packages", usual, &Fixtures::finished, "freeze", "packages");
    run("run-evidence", usual, &Fixtures::running, "build", "evidence");
    run("run-history", usual, &Fixtures::failed, "build", "history");
    run("run-failed", usual, &Fixtures::failed, "", "");
    run("run-skip", usual, &Fixtures::failed, "", "");
    run("run-to-do", usual, &Fixtures::running, "freeze", "");
    run("run-confirm", usual, &Fixtures::confirm, "", "");
    run("run-secret", usual, &Fixtures::awaitingSecret, "", "");
    run("run-finished", usual, &Fixtures::finished, "push", "");
    run("run-stopped", usual, &Fixtures::stopped, "", "");
    run("run-long", usual, &Fixtures::longTexts, "", "");
    run("run-small", small, &Fixtures::running, "build", "output");
    run("run-tiny", tiny, &Fixtures::failed, "", "");
    run("manual", usual, &Fixtures::byHand, "", "");
    run("manual-text", usual, &Fixtures::pullRequest, "", "");
    run("gate", usual, &Fixtures::gate, "", "");
    run("gate-small", small, &Fixtures::gate, "", "");
    run("conflicts", usual, &Fixtures::inConflict, "", "");
    run("conflicts-chosen", usual, &Fixtures::inConflict, "", "");
    run("conflicts-binary", usual, &Fixtures::inConflict, "", "");
    run("conflicts-small", small, &Fixtures::inConflict, "", "");
    run("conflicts-tiny", tiny, &Fixtures::inConflict, "", "");
    run("conflicts-folder", usual, &Fixtures::mendedByHand, "", "");
    run("images", usual, &Fixtures::imagesAsked, "", "");
    run("images-small", small, &Fixtures::imagesAsked, "", "");
    run("doubt", usual, &Fixtures::doubt, "", "");
    run("doubt-small", small, &Fixtures::doubt, "", "");
    run("doubt-unknown", usual, &Fixtures::doubtUnknown, "", "");
    run("doubt-not-done", usual, &Fixtures::doubtNotDone, "", "");
    run("doubt-running", usual, &Fixtures::doubtRunning, "", "");
    run("go-again", usual, &Fixtures::goAgain, "build", "");
    run("go-again-small", tiny, &Fixtures::goAgain, "build", "");
    run("undoing", usual, &Fixtures::undoing, "", "");
    run("undone", usual, &Fixtures::undone, "build", "main");
    run("undone-history", usual, &Fixtures::undone, "build", "history");
    run("doubt-undo", usual, &Fixtures::doubtUndo, "", "");
    run("carried", usual, &Fixtures::continuing, "tags", "main");
    run("carried-small", tiny, &Fixtures::continuing, "tags", "main");
    run("closed", usual, &Fixtures::closed, "build", "main");
}

/// Pages about a run as a whole, in place of its step.
void Photographer::addSheetShots(QList<Shot> &shots)
{
    using Show = void (*)(RunPage &, const Fixtures &);
    const auto add = [&shots](const char *name, QSize size, RunView (Fixtures::*view)() const,
                              Show show) {
        shots.append(
            {QString::fromLatin1(name), size, [=](MainWindow &window, const Fixtures &fixtures) {
                 window.showRun((fixtures.*view)());
                 show(*window.run(), fixtures);
             }});
    };
    const Show undo = [](RunPage &page, const Fixtures &fixtures) {
        page.openUndo();
        page.setUndoPreview(fixtures.undoPreview());
    };
    const Show carry = [](RunPage &page, const Fixtures &fixtures) {
        page.openContinuation();
        page.setCarryPreview(fixtures.carryPreview());
    };
    const Show verify = [](RunPage &page, const Fixtures &fixtures) {
        page.openVerify();
        page.setVerifyReport(page.run().id, fixtures.verified(true));
    };
    add("undo", usual, &Fixtures::goAgain, undo);
    add("undo-small", tiny, &Fixtures::goAgain, undo);
    add("undo-beyond", usual, &Fixtures::goAgain, [](RunPage &page, const Fixtures &fixtures) {
        page.openUndo();
        page.setUndoPreview(fixtures.undoPreviewBeyond());
    });
    add("continue", usual, &Fixtures::failed, carry);
    add("continue-small", tiny, &Fixtures::failed, carry);
    add("continue-problem", usual, &Fixtures::failed, [](RunPage &page, const Fixtures &fixtures) {
        page.openContinuation();
        page.setCarryPreview(fixtures.carryProblem());
    });
    add("verify", usual, &Fixtures::finished, verify);
    add("verify-small", tiny, &Fixtures::finished, verify);
    add("verify-checking", usual, &Fixtures::finished,
        [](RunPage &page, const Fixtures &) { page.openVerify(); });
    add("verify-fault", usual, &Fixtures::finished, [](RunPage &page, const Fixtures &fixtures) {
        page.openVerify();
        page.setVerifyReport(page.run().id, fixtures.verified(false));
    });
    for (const QSize size : {usual, tiny})
        add(size == usual ? "manual-outputs" : "manual-outputs-small", size,
            &Fixtures::outputsAsked, [](RunPage &page, const Fixtures &) {
                page.askForOutputs(page.run().id, QStringLiteral("train"), {},
                                   {QStringLiteral("inventory"), QStringLiteral("count")}, {});
            });
}

bool Photographer::takeAll(const QString &language, bool isDark, const QRegularExpression &wanted)
{
    m_translations.install(language);
    m_theme.setMode(isDark ? Theme::Mode::Dark : Theme::Mode::Light);
    const QString look = isDark ? QStringLiteral("dark") : QStringLiteral("light");
    const QString tail = QStringLiteral("-%1-%2%3.png").arg(language, look, m_suffix);
    const Fixtures fixtures(language);
    bool isGood = true;
    const QList<Shot> all = shots();
    for (const Shot &shot : all) {
        if (wanted.match(shot.name).hasMatch())
            isGood = take(shot, fixtures, tail) && isGood;
    }
    return isGood;
}

/// Lets workers end and what they posted arrive.
void Photographer::settle()
{
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 120) {
        QThreadPool::globalInstance()->waitForDone(2000);
        QApplication::processEvents();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(5);
    }
}

bool Photographer::take(const Shot &shot, const Fixtures &fixtures, const QString &tail)
{
    const FixedClock clock;
    // The values are made first: making them fills what the reader reads from.
    fixtures.running(), fixtures.gate(), fixtures.finished();
    fixtures.inConflict(), fixtures.mendedByHand(), fixtures.imagesAsked();
    MainWindow window({&clock, fixtures.reader(), nullptr, &m_theme, fixtureCompare()});
    window.setLanguage(fixtures.language());
    window.resize(shot.size);
    window.show();
    shot.scene(window, fixtures);
    settle();
    if (shot.name.startsWith(QLatin1String("gate"))) {
        const QList<EvidenceRow *> rows =
            window.run()->sheet()->gate()->findChildren<EvidenceRow *>();
        for (qsizetype i = 0; i < qMin<qsizetype>(2, rows.size()); ++i)
            rows[i]->setTicked(true);
        Q_EMIT window.run()->sheet()->gate()->changed();
    }
    ConflictsPane *conflicts = window.run()->sheet()->conflicts();
    if (shot.name == QLatin1String("conflicts-chosen"))
        conflicts->view()->choose(ConflictEditor::Choice::Both);
    if (shot.name == QLatin1String("conflicts-binary"))
        conflicts->showFile(QStringLiteral("scripts/old_batch.sh"));
    if (shot.name == QLatin1String("run-skip"))
        Q_EMIT window.run()->bar()->triggered(QStringLiteral("skip"));
    if (shot.name.startsWith(QLatin1String("go-again")))
        Q_EMIT window.run()->bar()->triggered(QStringLiteral("reset"));
    settle();
    ++m_count;
    return window.grab().save(m_folder.filePath(shot.name + tail));
}

} // namespace Slipway
