// SPDX-License-Identifier: MIT
// One run, two processes: the window's engine drives it, another Slipway decides about it.
#include "core/base/files.h"
#include "core/journal/sqlitestore.h"
#include "core/run/eventkinds.h"
#include "core/steps/registry.h"
#include "tests/app/scratchhome.h"
#include "tests/trust/trusted.h"
#include "ui/bridge/enginebridge.h"

#include <QtTest>

using namespace Slipway;

namespace {

constexpr int goesOnMs = 5000;
const QString windowAuthor = QStringLiteral("the-window");

constexpr char document[] = R"(slipway: 1
name: shared
title: Shared
stages:
  - name: only
    steps:
      - {id: by-hand, uses: manual}
      - {id: after, uses: command, with: {run: [echo, after the tick]}}
      - id: decide
        uses: approval
        with: {items: [Seen, Understood], evidence: [steps.after.evidence.log]}
      - {id: last, uses: command, with: {run: [touch, done]}}
)";

constexpr char longDocument[] = R"(slipway: 1
name: long
title: Long
stages:
  - name: only
    steps:
      - {id: long, uses: command, with: {run: [sleep, '60']}}
)";

} // namespace

class TestShared final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWindowGoesOnWhenAnotherProcessTicksAndApproves();
    void aDecisionIsKeptWithItsAuthorAndWhatWasShown();
    void aSecondDriverIsRefusedWhileTheWindowDrives();
    void theWindowIsRefusedWhileAnotherProcessDrives();

private:
    void startInWindow(const char *checklist);
    StepState stateOf(const char *step) const;
    QList<Event> journal() const;
    QJsonObject eventOf(QLatin1String kind, QString *author) const;
    void tickAndApproveFromOutside();

    SystemClock m_clock;
    KindRegistry m_kinds;
    std::unique_ptr<ScratchHome> m_home;
    std::unique_ptr<EngineBridge> m_window;
    RunView m_view;
    QList<Error> m_failures;
};

void TestShared::init()
{
    m_home = std::make_unique<ScratchHome>();
    m_kinds = KindRegistry();
    registerBuiltinKinds(m_kinds);
    m_view = {};
    m_failures.clear();
    m_window =
        std::make_unique<EngineBridge>(Places::fromEnvironment(), m_kinds, m_clock, windowAuthor);
    connect(m_window.get(), &EngineBridge::runChanged, this,
            [this](const RunView &view) { m_view = view; });
    connect(m_window.get(), &EngineBridge::failed, this,
            [this](const Error &error) { m_failures.append(error); });
}

void TestShared::cleanup()
{
    m_window.reset();
    m_home.reset();
}

void TestShared::startInWindow(const char *checklist)
{
    const NewRunRequest request{checklist, QStringLiteral("shared.checklist.yaml"), {}};
    TestTrust::trust(Places::fromEnvironment(), request.checklist, request.file);
    m_window->call([request](Engine &engine) { engine.startRun(request, -1); });
    QTRY_VERIFY_WITH_TIMEOUT(!m_view.id.isEmpty() || !m_failures.isEmpty(), goesOnMs);
    QVERIFY2(m_failures.isEmpty(), qPrintable(m_failures.value(0).message()));
}

StepState TestShared::stateOf(const char *step) const
{
    const StepView *found = m_view.find(QLatin1String(step), {});
    return found ? found->state : StepState::Pending;
}

QList<Event> TestShared::journal() const
{
    auto store =
        SqliteStore::open(Places::fromEnvironment().journal(), QStringLiteral("reader"), m_clock);
    const auto events =
        store ? (*store)->events(m_view.id, 0, 1000) : Result<QList<Event>>(store.error());
    return events ? *events : QList<Event>();
}

/// The body and the author of the only event of a kind; empty if there are none or several.
QJsonObject TestShared::eventOf(QLatin1String kind, QString *author) const
{
    QList<Event> found;
    const QList<Event> events = journal();
    for (const Event &event : events) {
        if (event.kind == kind)
            found.append(event);
    }
    if (found.size() != 1)
        return {};
    *author = found.first().author;
    return found.first().json();
}

void TestShared::tickAndApproveFromOutside()
{
    startInWindow(document);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("by-hand"), StepState::Waiting, goesOnMs);
    const auto ticked =
        m_home->slipway({QStringLiteral("tick"), m_view.id, QStringLiteral("by-hand"),
                         QStringLiteral("--note"), QStringLiteral("done over there")});
    QVERIFY2(ticked.status == 0, ticked.text());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("after"), StepState::Succeeded, goesOnMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_view.find(QStringLiteral("decide"), {})->actions.contains(StepAction::Approve), goesOnMs);
    const auto approved = m_home->slipway(
        {QStringLiteral("approve"), m_view.id, QStringLiteral("decide"), QStringLiteral("--tick"),
         QStringLiteral("all"), QStringLiteral("--comment"), QStringLiteral("Good")});
    QVERIFY2(approved.status == 0, approved.text());
    QTRY_COMPARE_WITH_TIMEOUT(m_view.state, RunState::Succeeded, goesOnMs);
}

void TestShared::theWindowGoesOnWhenAnotherProcessTicksAndApproves()
{
    tickAndApproveFromOutside();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(m_view.isDrivenHere);
    QVERIFY(
        QFile::exists(Places::fromEnvironment().workspace(m_view.id) + QStringLiteral("/done")));
    QVERIFY2(m_failures.isEmpty(), qPrintable(m_failures.value(0).message()));
}

void TestShared::aDecisionIsKeptWithItsAuthorAndWhatWasShown()
{
    tickAndApproveFromOutside();
    if (QTest::currentTestFailed())
        return;
    QString author;
    const QJsonObject created = eventOf(EventKind::runCreated, &author);
    QCOMPARE(author, windowAuthor);
    const QJsonObject ticked = eventOf(EventKind::stepTicked, &author);
    QCOMPARE(author, localAuthor());
    QCOMPARE(ticked[QLatin1String("note")].toString(), QStringLiteral("done over there"));
    const QJsonObject opened = eventOf(EventKind::gateOpened, &author);
    QCOMPARE(author, windowAuthor);
    const QJsonObject decided = eventOf(EventKind::gateDecided, &author);
    QCOMPARE(author, localAuthor());
    const QString shown = decided[QLatin1String("shown")].toString();
    QCOMPARE(shown, opened[QLatin1String("pack")].toString());
    const auto pack = ObjectStore(Places::fromEnvironment().objects()).read(shown);
    QVERIFY2(pack.isOk(), "the digest names no object");
    QVERIFY(pack->contains("Understood"));
}

void TestShared::aSecondDriverIsRefusedWhileTheWindowDrives()
{
    startInWindow(document);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("by-hand"), StepState::Waiting, goesOnMs);
    const auto second = m_home->slipway({QStringLiteral("resume"), m_view.id});
    QVERIFY2(second.status == 2, second.text());
    QVERIFY2(second.errors.contains(QLatin1String("driving this run")), second.text());
    const auto ticked =
        m_home->slipway({QStringLiteral("tick"), m_view.id, QStringLiteral("by-hand")});
    QVERIFY2(ticked.status == 0, ticked.text());
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("after"), StepState::Succeeded, goesOnMs);
}

void TestShared::theWindowIsRefusedWhileAnotherProcessDrives()
{
    const QString file =
        m_home->write(QStringLiteral("long.checklist.yaml"), QByteArray(longDocument));
    const auto process = m_home->start({QStringLiteral("run"), file});
    QVERIFY(process->waitForReadyRead(goesOnMs));
    const QString run = QString::fromUtf8(process->readLine()).trimmed();
    m_window->call([run](Engine &engine) { engine.watchRun(run); });
    QTRY_COMPARE_WITH_TIMEOUT(stateOf("long"), StepState::Running, goesOnMs);
    QVERIFY(m_view.isDrivenElsewhere);
    m_window->call([run](Engine &engine) { engine.continueRun(run, -1); });
    QTRY_COMPARE_WITH_TIMEOUT(m_failures.size(), 1, goesOnMs);
    QCOMPARE(m_failures.first().code(), QStringLiteral("run.driven"));
    m_window->call([run](Engine &engine) { engine.cancelRun(run); });
    QTRY_COMPARE_WITH_TIMEOUT(m_view.state, RunState::Cancelled, goesOnMs);
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, goesOnMs);
    QCOMPARE(process->exitCode(), 1);
}

QTEST_GUILESS_MAIN(TestShared)
#include "tst_shared.moc"
