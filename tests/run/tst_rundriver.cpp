// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"
#include "core/journal/digests.h"
#include "core/process/attemptfolder.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/people.h"
#include "core/run/rundriver.h"
#include "core/steps/registry.h"
#include "tests/run/drivenruns.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <csignal>

using namespace Slipway;

namespace {

/// Its plans take until they are let go; what it does is counted.
class SlowPlans final : public Kind
{
public:
    const KindSpec &spec() const override
    {
        static const KindSpec spec = [] {
            KindSpec made;
            made.name = QStringLiteral("slow");
            return made;
        }();
        return spec;
    }
    Result<Plan> plan(const Value::Map &, const StepContext &) const override
    {
        ++planned;
        while (isHeld)
            QThread::msleep(5);
        return Plan();
    }
    Outcome act(const Intent &, const StepContext &) const override
    {
        ++acted;
        return Outcome::succeeded();
    }
    Finding probe(const Intent &, const StepContext &) const override { return {}; }

    static inline std::atomic<bool> isHeld = false;
    static inline std::atomic<int> planned = 0;
    static inline std::atomic<int> acted = 0;
};

} // namespace

/// A real driver with a real journal and real programs under the real supervisor.
class TestRunDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everythingIsRecordedInOrder();
    void aPlanThatFailsFailsTheStep();
    void goesOnAfterPeopleDecided();
    void cancelEndsAProgram();
    void attachesToAProgramThatStillRuns();
    void adoptsAProgramThatEndedMeanwhile();
    void aLargeLogHasTheDigestOfItsFile();
    void whatNeverStartedIsTriedAgain();
    void aLostSupervisorLeavesADoubtThatCanBeSettled();
    void stopsWhenAnotherDriverTookOver();
    void secondDriverIsRefused();
    void aRunThatSucceededCannotBeCancelled();
    void goesAgainFromAStepThatWasReset();
    void aGateAfterAResetStepAsksAnew();
    void whatIsDoneByHandGivesWhatItsProbeFinds();
    void outputsThatNobodyCanTellAreAskedFor();
    void aRetryEvaluatesTheForeachAgain();
    void anUndoWhoseConsoleDiedIsAdoptedOrRepeated();
    void aPlanFromBeforeAResetIsDropped();

private:
    QString start(const QByteArray &steps) { return m_runs->start(steps); }
    std::unique_ptr<RunDriver> drive(const QString &run) { return m_runs->drive(run); }
    bool waitIdle(RunDriver &driver) { return DrivenRuns::waitIdle(driver); }
    QString log(const QString &run) { return m_runs->log(run); }
    RunServices services() { return m_runs->services(); }

    SystemClock m_clock;
    KindRegistry m_kinds;
    std::unique_ptr<DrivenRuns> m_runs;
};

void TestRunDriver::initTestCase()
{
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
    registerBuiltinKinds(m_kinds);
    m_kinds.add(std::make_unique<SlowPlans>());
}

void TestRunDriver::init()
{
    m_runs = std::make_unique<DrivenRuns>(m_kinds, m_clock);
}

void TestRunDriver::cleanup()
{
    m_runs.reset();
}

void TestRunDriver::everythingIsRecordedInOrder()
{
    const QString run = start("{id: a, uses: command, with: {run: [echo, hi], output: text}}, "
                              "{id: b, uses: command, foreach: [x], with: {run: [echo, "
                              "'${{ item }} ${{ steps.a.outputs.stdout }}']}}, "
                              "{id: c, uses: command, if: 'false', with: {run: [x]}}");
    auto driver = drive(run);
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
    QCOMPARE(log(run), QStringLiteral("run.created\n"
                                      "step.expanded a\n"
                                      "attempt.intended a\n"
                                      "attempt.ended a succeeded run\n"
                                      "step.expanded b\n"
                                      "attempt.intended b x\n"
                                      "attempt.ended b x succeeded run\n"
                                      "step.expanded c"));
    QFile output(AttemptFolder(services().places.attempt(run, 2)).logFile());
    QVERIFY(output.open(QIODevice::ReadOnly));
    QCOMPARE(output.readAll(), QByteArray("x hi\n"));
}

void TestRunDriver::aPlanThatFailsFailsTheStep()
{
    const QString run = start("{id: a, uses: files.replace, with: {file: none.txt, find: x, "
                              "replace: y}}, {id: b, uses: command, with: {run: [echo]}}");
    auto driver = drive(run);
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Failed);
    QCOMPARE(log(run), QStringLiteral("run.created\nstep.expanded a\nattempt.ended a failed plan"));
}

void TestRunDriver::goesOnAfterPeopleDecided()
{
    const QString run =
        start("{id: a, uses: manual}, {id: g, uses: approval, with: {items: [ok]}}, "
              "{id: b, uses: command, with: {run: ['true']}}");
    auto driver = drive(run);
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Waiting);
    People people(services());
    const StepKey gate{QStringLiteral("g"), {}};
    QVERIFY(!people.decide(run, {gate, People::Decision::Answer::Approve, {1}}));
    QVERIFY(people.tick(run, {QStringLiteral("a"), {}}, QStringLiteral("done by hand")));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return !driver->next().awaitDecision.isEmpty(); }));
    QVERIFY(!people.decide(run, {gate}));
    QVERIFY(people.decide(run, {gate, People::Decision::Answer::Approve, {1}}));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 20'000));
    const GateFold &decided = *driver->run().instance(gate)->gate;
    QCOMPARE(decided.decisions.first().author, QStringLiteral("ana"));
    QVERIFY(services().objects().contains(decided.pack));
}

void TestRunDriver::cancelEndsAProgram()
{
    const QString run = start("{id: a, uses: command, with: {run: [sleep, '100']}}");
    auto driver = drive(run);
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Running; }));
    QVERIFY(People(services()).cancel(run));
    driver->poll();
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Cancelled);
    QVERIFY(log(run).endsWith(QLatin1String("attempt.ended a cancelled run")));
}

void TestRunDriver::attachesToAProgramThatStillRuns()
{
    const QString run =
        start("{id: a, uses: command, with: {run: [sh, -c, 'sleep 2; echo done'], expect: done}}");
    auto first = drive(run);
    const AttemptFolder folder(services().places.attempt(run, 1));
    QVERIFY(QTest::qWaitFor(
        [&] { return QFile::exists(folder.path() + QLatin1String("/started")); }, 10'000));
    first.reset();
    auto second = drive(run);
    QVERIFY(waitIdle(*second));
    QCOMPARE(second->state(), RunState::Succeeded);
    QVERIFY(log(run).endsWith(QLatin1String("attempt.ended a succeeded attached")));
    QCOMPARE(log(run).count(QLatin1String("attempt.intended")), 1);
}

void TestRunDriver::adoptsAProgramThatEndedMeanwhile()
{
    const QString run = start("{id: a, uses: command, with: {run: [sh, -c, 'sleep 1; exit 3']}}");
    auto first = drive(run);
    const AttemptFolder folder(services().places.attempt(run, 1));
    QVERIFY(QTest::qWaitFor(
        [&] { return QFile::exists(folder.path() + QLatin1String("/started")); }, 10'000));
    first.reset();
    QVERIFY(QTest::qWaitFor([&] { return folder.hasResult(); }, 10'000));
    auto second = drive(run);
    QVERIFY(waitIdle(*second));
    QCOMPARE(second->state(), RunState::Failed);
    QVERIFY(log(run).endsWith(QLatin1String("attempt.ended a failed attached")));
}

void TestRunDriver::aLargeLogHasTheDigestOfItsFile()
{
    // Some of it is there early, and is taken up while the rest is still to come.
    const QString run = start("{id: a, uses: command, with: {run: [sh, -c, 'head -c 20000000 "
                              "/dev/zero; sleep 0.5; head -c 7000001 /dev/zero; echo end']}}");
    auto driver = drive(run);
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
    const QList<Evidence> evidence = driver->run().attempts.value(1).outcome->evidence;
    QCOMPARE(evidence.size(), 1);
    const AttemptFolder folder(services().places.attempt(run, 1));
    const auto digest = fileDigest(folder.logFile());
    QVERIFY(digest);
    QCOMPARE(evidence.first().digest, *digest);
    QCOMPARE(evidence.first().size, 27'000'005);
}

void TestRunDriver::whatNeverStartedIsTriedAgain()
{
    const QString run = start("{id: a, uses: command, with: {run: ['true']}}");
    // As a driver that died right after the intent was durable would leave it.
    Intent intent{run, 1, QStringLiteral("a"), {}, {}, {}, {}};
    Command command;
    command.argv = {QStringLiteral("true")};
    intent.plan.programs = ProgramSpec();
    intent.plan.programs->commands = {command};
    intent.plan.programs->directory = QStringLiteral("/");
    const auto append = [&](QLatin1String kind, const QJsonObject &body) {
        return m_runs->store().append(run, kind, *canonicalJson(body), 1).isOk();
    };
    QVERIFY(append(EventKind::leaseTaken, {}));
    QVERIFY(append(EventKind::stepExpanded, EventBody::stepExpanded(QStringLiteral("a"))));
    QVERIFY(append(EventKind::attemptIntended, EventBody::attemptIntended(intent, 0, {})));
    auto driver = drive(run);
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
    QVERIFY(log(run).contains(QLatin1String("attempt.ended a not-done probe")));
    QCOMPARE(driver->run().attempts.size(), 2);
}

void TestRunDriver::aLostSupervisorLeavesADoubtThatCanBeSettled()
{
    const QString run = start("{id: a, uses: command, with: {run: [sleep, '100']}}, "
                              "{id: b, uses: command, with: {run: ['true']}}");
    auto driver = drive(run);
    const QString started = services().places.attempt(run, 1) + QLatin1String("/started");
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(started); }, 10'000));
    QFile file(started);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = parseJsonObject(file.readAll());
    QVERIFY(json);
    QCOMPARE(kill(pid_t(json->value(QLatin1String("pid")).toInt()), SIGKILL), 0);
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::InDoubt; }, 20'000));
    const StepKey key{QStringLiteral("a"), {}};
    QVERIFY(!People(services()).retry(run, key));
    QVERIFY(
        People(services()).settle(run, key, QStringLiteral("done"), QStringLiteral("I looked")));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 20'000));
}

void TestRunDriver::stopsWhenAnotherDriverTookOver()
{
    const QString run = start("{id: a, uses: command, with: {run: [sleep, '1']}}");
    auto driver = drive(run);
    QSignalSpy stopped(driver.get(), &RunDriver::stopped);
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Running; }));
    // Somebody else's lease, as on a shared journal.
    QVERIFY(m_runs->store().append(run, EventKind::leaseTaken, "{}", driver->run().epoch + 1));
    QVERIFY(stopped.wait(10'000));
    QCOMPARE(driver->problem().code(), QStringLiteral("journal.fenced"));
    QVERIFY(!log(run).contains(QLatin1String("attempt.ended")));
}

void TestRunDriver::secondDriverIsRefused()
{
    const QString run = start("{id: a, uses: manual}");
    auto driver = drive(run);
    RunDriver second(services(), run, {});
    const auto opened = second.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code(), QStringLiteral("run.driven"));
}

void TestRunDriver::aRunThatSucceededCannotBeCancelled()
{
    const QString run = start("{id: a, uses: command, with: {run: ['true']}}");
    auto driver = drive(run);
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
    QVERIFY(!People(services()).cancel(run));
    driver->poll();
    QCOMPARE(driver->state(), RunState::Succeeded);
}

void TestRunDriver::goesAgainFromAStepThatWasReset()
{
    const QString run = start("{id: a, uses: command, with: {run: [sh, -c, 'echo x >> log']}}, "
                              "{id: b, uses: command, foreach: [0, 1], with: {run: [sh, -c, 'echo "
                              "${{ item }} >> log']}}");
    drive(run).reset();
    const StepKey a{QStringLiteral("a"), {}};
    auto driver = drive(run);
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
    driver.reset();
    // A driver that found the run over goes on when there is something to do again.
    driver = drive(run);
    QVERIFY(driver->isIdle());
    QVERIFY(People(services()).reset(run, a, QStringLiteral("again")));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 30'000));
    QFile file(services().places.workspace(run) + QLatin1String("/log"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray lines = file.readAll(); // instances go side by side
    QVERIFY2(lines.startsWith("x\n") && lines.mid(6).startsWith("x\n"), lines);
    QCOMPARE(lines.count('0'), 2);
    QCOMPARE(lines.count('1'), 2);
}

void TestRunDriver::aGateAfterAResetStepAsksAnew()
{
    const QString run = start("{id: a, uses: command, with: {run: ['true']}}, {id: g, uses: "
                              "approval, with: {items: [ok]}}");
    const StepKey gate{QStringLiteral("g"), {}};
    auto driver = drive(run);
    const auto isOpen = [&] { return driver->next().awaitDecision.contains(gate); };
    QVERIFY(QTest::qWaitFor(isOpen, 20'000));
    const QString first = driver->run().instance(gate)->gate->openedHash;
    QVERIFY(People(services()).decide(run, {gate, People::Decision::Answer::Approve, {1}}));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 20'000));
    QVERIFY(People(services()).reset(run, {QStringLiteral("a"), {}}, QStringLiteral("mended")));
    driver->poll();
    QVERIFY(QTest::qWaitFor(isOpen, 20'000));
    const GateFold &again = *driver->run().instance(gate)->gate;
    QVERIFY(again.openedHash != first);
    QCOMPARE(again.decisions.size(), 1);
    QCOMPARE(again.approvals(), 0); // what was decided before does not count
    QStringList nonces;
    const auto events = m_runs->store().events(run, 0, 1000);
    for (const Event &event : *events) {
        if (event.kind == EventKind::gateOpened)
            nonces.append(event.json()[QLatin1String("nonce")].toString());
    }
    QCOMPARE(nonces.size(), 2);
    QVERIFY(nonces[0] != nonces[1]);
}

void TestRunDriver::whatIsDoneByHandGivesWhatItsProbeFinds()
{
    const QString run =
        start("{id: a, uses: command, with: {run: [sh, -c, 'echo old > f']}}, {id: b, mode: "
              "manual, uses: files.replace, with: {file: f, find: old, replace: new}}, {id: c, "
              "uses: command, with: {run: [echo, '${{ steps.b.outputs.path }}'], output: text}}");
    const StepKey b{QStringLiteral("b"), {}};
    const QString shown = services().places.run(run) + QLatin1String("/shown");
    auto driver = drive(run);
    QVERIFY(QTest::qWaitFor([&] { return driver->preview(b) != nullptr; }, 20'000));
    driver.reset();
    QCOMPARE(QDir(shown).entryList(QDir::Files).size(), 1);
    QVERIFY(!People(services()).tick(run, b, {})); // it can be seen that it was not done
    QFile file(services().places.workspace(run) + QLatin1String("/f"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("new\n") == 4);
    file.close();
    // A console that begins after the person was done still shows what was to be done.
    driver = drive(run);
    QVERIFY(QTest::qWaitFor([&] { return driver->preview(b) != nullptr; }, 20'000));
    QVERIFY(People(services()).tick(run, b, {}));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 20'000));
    const InstanceFold &c = *driver->run().instance({QStringLiteral("c"), {}});
    QVERIFY(driver->run().outputs(c)[QStringLiteral("stdout")].display().endsWith(u'f'));
}

void TestRunDriver::outputsThatNobodyCanTellAreAskedFor()
{
    const QString run = start("{id: a, mode: manual, uses: command, with: {run: [echo], output: "
                              "text}}, {id: b, uses: command, with: {run: [echo, '${{ "
                              "steps.a.outputs.stdout }}'], output: text}}");
    const StepKey a{QStringLiteral("a"), {}};
    auto driver = drive(run);
    QVERIFY(waitIdle(*driver));
    const auto ticked = People(services()).tick(run, a, {});
    QVERIFY(!ticked);
    QCOMPARE(ticked.error().code(), QStringLiteral("people.outputs-needed"));
    QVERIFY2(ticked.error().message().contains(QLatin1String("--set stdout=VALUE")),
             qPrintable(ticked.error().message()));
    QCOMPARE(ticked.error().arguments().mid(3), QStringList(QStringLiteral("stdout")));
    QVERIFY(People(services())
                .tick(run, a, {}, {{QStringLiteral("stdout"), Value(QStringLiteral("by hand"))}}));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 20'000));
    const InstanceFold &b = *driver->run().instance({QStringLiteral("b"), {}});
    QCOMPARE(driver->run().outputs(b)[QStringLiteral("stdout")].display(),
             QStringLiteral("by hand"));
}

void TestRunDriver::aRetryEvaluatesTheForeachAgain()
{
    const QString run = start("{id: a, uses: command, foreach: '${{ fromJson(run.workspace) }}', "
                              "with: {run: [echo, '${{ item }}']}}");
    auto driver = drive(run);
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Failed);
    QVERIFY(People(services()).retry(run, {QStringLiteral("a"), {}}));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return driver->run().attempts.size() == 2; }, 20'000));
    // It is the foreach that fails again; nothing ran without its item.
    QVERIFY(waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Failed);
    QCOMPARE(log(run), QStringLiteral("run.created\nstep.expanded a\nattempt.ended a failed plan\n"
                                      "step.retried a\nstep.expanded a\n"
                                      "attempt.ended a failed plan"));
}

void TestRunDriver::anUndoWhoseConsoleDiedIsAdoptedOrRepeated()
{
    const QString run = start("{id: a, uses: command, with: {run: [touch, a]}, undo: {uses: "
                              "command, with: {run: [rm, a]}}}, {id: b, uses: command, with: {run: "
                              "[touch, b]}, undo: {uses: command, with: {run: [sh, -c, 'sleep 1; "
                              "rm b']}}}");
    auto first = drive(run);
    QVERIFY(waitIdle(*first));
    QCOMPARE(first->state(), RunState::Succeeded);
    QVERIFY(People(services()).undo(run, {}, false, QStringLiteral("back")));
    first->poll();
    QVERIFY(QTest::qWaitFor(
        [&] {
            return QFile::exists(services().places.attempt(run, 3) + QLatin1String("/started"));
        },
        20'000));
    first.reset(); // as if the console had died; its program goes on
    auto second = drive(run);
    QVERIFY(QTest::qWaitFor([&] { return second->state() == RunState::Undone; }, 20'000));
    QVERIFY2(log(run).endsWith(QLatin1String(
                 "run.undo-asked\nattempt.intended b\nattempt.ended b succeeded attached\n"
                 "attempt.intended a\nattempt.ended a succeeded run")),
             qPrintable(log(run)));
    QVERIFY(!QFile::exists(services().places.workspace(run) + QLatin1String("/b")));
    QVERIFY(!QFile::exists(services().places.workspace(run) + QLatin1String("/a")));
}

void TestRunDriver::aPlanFromBeforeAResetIsDropped()
{
    SlowPlans::isHeld = true;
    const QString run = start("{id: a, uses: slow}");
    auto driver = drive(run);
    QVERIFY(QTest::qWaitFor([] { return SlowPlans::planned == 1; }, 10'000));
    QVERIFY(People(services()).reset(run, {QStringLiteral("a"), {}}, {}));
    driver->poll();
    SlowPlans::isHeld = false;
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 30'000));
    QCOMPARE(SlowPlans::acted.load(), 1);
    QCOMPARE(log(run), QStringLiteral("run.created\nstep.expanded a\nstep.reset a\n"
                                      "step.expanded a\nattempt.intended a\n"
                                      "attempt.ended a succeeded run"));
    QCOMPARE(driver->run().attempts.firstKey(), 2);
}

QTEST_GUILESS_MAIN(TestRunDriver)
#include "tst_rundriver.moc"
