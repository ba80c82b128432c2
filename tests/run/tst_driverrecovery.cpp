// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "core/process/attemptfolder.h"
#include "core/process/hostfacts.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/people.h"
#include "tests/run/drivenruns.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <atomic>

using namespace Slipway;

namespace {

/// Plans what the test wants, does nothing, and answers as it is told.
class Scripted final : public Kind
{
public:
    explicit Scripted(const char *name) { m_spec.name = QLatin1String(name); }

    const KindSpec &spec() const override { return m_spec; }
    Result<Plan> plan(const Value::Map &, const StepContext &) const override
    {
        ++planned;
        Plan plan;
        if (m_spec.name == QLatin1String("program"))
            plan.programs = program(QStringLiteral("true"));
        return plan;
    }
    Outcome act(const Intent &, const StepContext &) const override
    {
        ++acted;
        return Outcome::succeeded();
    }
    Finding probe(const Intent &, const StepContext &) const override
    {
        ++probed;
        Finding finding;
        finding.verdict = verdict;
        if (verdict == Finding::Verdict::Done)
            finding.outcome = Outcome::succeeded();
        return finding;
    }
    bool isRepeatable(const Intent &) const override { return true; }

    static ProgramSpec program(const QString &name)
    {
        Command command;
        command.argv = {name};
        ProgramSpec spec;
        spec.commands = {command};
        spec.directory = QStringLiteral("/");
        return spec;
    }

    static inline std::atomic<int> planned = 0;
    static inline std::atomic<int> acted = 0;
    static inline std::atomic<int> probed = 0;
    static inline std::atomic<Finding::Verdict> verdict = Finding::Verdict::Unknown;

private:
    KindSpec m_spec;
};

/// Passes only when it is told to.
class HandClock final : public Clock
{
public:
    qint64 now() const override { return m_now; }
    void pass(qint64 ms) { m_now += ms; }

private:
    std::atomic<qint64> m_now = 1'700'000'000'000;
};

const QString otherHost = QStringLiteral("another-machine");
const StepKey a{QStringLiteral("a"), {}};

} // namespace

/// What a driver makes of an attempt whose end nobody recorded: begun on another machine, before
/// a restart of this one, or left by a supervisor that was killed.
class TestDriverRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void inProcessEffectsOfAnotherMachineAreNotProbed();
    void programsOfAnotherMachineAreLeftAlone();
    void whatAnotherMachineLeftHereIsRead();
    void whatStartedOnAnotherMachineIsInDoubt();
    void aRestartLeavesTheAnswerToTheProbe_data();
    void aRestartLeavesTheAnswerToTheProbe();
    void programsWithoutTheirSupervisorAreWaitedFor();
    void anEffectOfThisMachineIsProbed();
    void anUndoOfAnotherMachineIsInDoubt();

private:
    QString begun(const char *kind, const QString &host);
    bool append(const QString &run, QLatin1String kind, const QJsonObject &body);
    QString pathOf(const QString &run, const char *file);
    void leave(const QString &run, const char *file, const QJsonObject &content);
    QJsonObject startedAt(const QString &bootId, const QString &host);
    bool isInDoubt(RunDriver &driver);

    HandClock m_clock;
    KindRegistry m_kinds;
    std::unique_ptr<DrivenRuns> m_runs;
};

void TestDriverRecovery::initTestCase()
{
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
    m_kinds.add(std::make_unique<Scripted>("call"));
    m_kinds.add(std::make_unique<Scripted>("program"));
}

void TestDriverRecovery::init()
{
    Scripted::planned = 0;
    Scripted::acted = 0;
    Scripted::probed = 0;
    Scripted::verdict = Finding::Verdict::Unknown;
    m_runs = std::make_unique<DrivenRuns>(m_kinds, m_clock);
}

void TestDriverRecovery::cleanup()
{
    m_runs.reset();
}

bool TestDriverRecovery::append(const QString &run, QLatin1String kind, const QJsonObject &body)
{
    return m_runs->store().append(run, kind, *canonicalJson(body), 1).isOk();
}

/// A run whose first attempt has an intent and no end, as a driver on that machine left it.
QString TestDriverRecovery::begun(const char *kind, const QString &host)
{
    const QString run = m_runs->start("{id: a, uses: " + QByteArray(kind) + "}");
    Intent intent{run, 1, a.step, {}, {}, {}, {}};
    if (QLatin1String(kind) == QLatin1String("program"))
        intent.plan.programs = Scripted::program(QStringLiteral("true"));
    if (!append(run, EventKind::leaseTaken, {}) ||
        !append(run, EventKind::stepExpanded, EventBody::stepExpanded(a.step)) ||
        !append(run, EventKind::attemptIntended, EventBody::attemptIntended(intent, 0, host)))
        qFatal("the journal refused");
    return run;
}

QString TestDriverRecovery::pathOf(const QString &run, const char *file)
{
    return m_runs->services().places.attempt(run, 1) + u'/' + QLatin1String(file);
}

void TestDriverRecovery::leave(const QString &run, const char *file, const QJsonObject &content)
{
    QVERIFY(QDir().mkpath(m_runs->services().places.attempt(run, 1)));
    QVERIFY(writeFileDurably(pathOf(run, file), *canonicalJson(content), 0600));
}

/// The record of a supervisor that is gone.
QJsonObject TestDriverRecovery::startedAt(const QString &bootId, const QString &host)
{
    return {{QStringLiteral("boot"), bootId},
            {QStringLiteral("pid"), 1},
            {QStringLiteral("startTime"), 0},
            {QStringLiteral("host"), host},
            {QStringLiteral("at"), 1}};
}

bool TestDriverRecovery::isInDoubt(RunDriver &driver)
{
    return QTest::qWaitFor([&] { return driver.state() == RunState::InDoubt; }, 20'000);
}

void TestDriverRecovery::inProcessEffectsOfAnotherMachineAreNotProbed()
{
    Scripted::verdict = Finding::Verdict::NotDone; // here it looks as if nothing had happened
    const QString run = begun("call", otherHost);
    auto driver = m_runs->drive(run);
    QVERIFY(isInDoubt(*driver));
    const AttemptFold &attempt = driver->run().attempts[1];
    QCOMPARE(attempt.doubt->verdict, QStringLiteral("unknown"));
    QVERIFY2(attempt.doubt->explanation.english().contains(otherHost),
             qPrintable(attempt.doubt->explanation.english()));
    driver->probeAgain(1); // asking again does not make this machine know
    QVERIFY(QTest::qWaitFor([&] { return m_runs->log(run).count(QLatin1String("doubted")) == 2; }));
    QCOMPARE(driver->run().attempts.size(), 1);
    QCOMPARE(Scripted::probed.load(), 0);
    QCOMPARE(Scripted::acted.load(), 0);
    QVERIFY(People(m_runs->services()).settle(run, a, QStringLiteral("done"), {}));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 20'000));
}

void TestDriverRecovery::programsOfAnotherMachineAreLeftAlone()
{
    const QString run = begun("program", otherHost);
    auto driver = m_runs->drive(run);
    QVERIFY(isInDoubt(*driver));
    QVERIFY(driver->run().attempts[1].doubt->explanation.english().contains(otherHost));
    QVERIFY(!QFile::exists(pathOf(run, "abandoned")));
    driver.reset();
    // Its folder was brought here before anything had started: nor does that say anything.
    leave(run, "spec.json", {});
    driver = m_runs->drive(run);
    driver->probeAgain(1);
    QVERIFY(QTest::qWaitFor([&] { return m_runs->log(run).count(QLatin1String("doubted")) == 2; }));
    QVERIFY(!QFile::exists(pathOf(run, "abandoned")));
    QCOMPARE(Scripted::probed.load(), 0);
}

void TestDriverRecovery::whatAnotherMachineLeftHereIsRead()
{
    const QString run = begun("program", otherHost);
    leave(run, "result.json",
          {{QStringLiteral("end"), QStringLiteral("exited")},
           {QStringLiteral("commands"), QJsonArray{QJsonObject{{QStringLiteral("exitCode"), 0}}}}});
    auto driver = m_runs->drive(run);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QVERIFY2(m_runs->log(run).contains(QLatin1String("attempt.ended a ")),
             qPrintable(m_runs->log(run)));
    QVERIFY(m_runs->log(run).endsWith(QLatin1String("attached")));
    QCOMPARE(Scripted::probed.load(), 0);
}

void TestDriverRecovery::whatStartedOnAnotherMachineIsInDoubt()
{
    const QString run = begun("program", otherHost);
    leave(run, "spec.json", {});
    leave(run, "started", startedAt(QStringLiteral("another-boot"), otherHost));
    auto driver = m_runs->drive(run);
    QVERIFY(isInDoubt(*driver));
    QVERIFY(driver->run().attempts[1].doubt->explanation.english().contains(otherHost));
    QCOMPARE(Scripted::probed.load(), 0);
}

void TestDriverRecovery::aRestartLeavesTheAnswerToTheProbe_data()
{
    QTest::addColumn<int>("verdict");
    QTest::addColumn<QString>("log");
    QTest::newRow("done") << int(Finding::Verdict::Done)
                          << QStringLiteral("attempt.ended a succeeded probe");
    QTest::newRow("not done") << int(Finding::Verdict::NotDone)
                              << QStringLiteral("attempt.ended a not-done probe\n"
                                                "attempt.intended a\n"
                                                "attempt.ended a succeeded run");
    QTest::newRow("foreign") << int(Finding::Verdict::Foreign) << QStringLiteral("attempt.doubted");
    QTest::newRow("unknown") << int(Finding::Verdict::Unknown) << QStringLiteral("attempt.doubted");
}

void TestDriverRecovery::aRestartLeavesTheAnswerToTheProbe()
{
    QFETCH(const int, verdict);
    QFETCH(const QString, log);
    Scripted::verdict = Finding::Verdict(verdict);
    const HostFacts here;
    const QString run = begun("program", here.hostName());
    leave(run, "spec.json", {});
    leave(run, "started", startedAt(QStringLiteral("an-earlier-boot"), here.hostName()));
    auto driver = m_runs->drive(run);
    QVERIFY(QTest::qWaitFor([&] { return m_runs->log(run).endsWith(log); }, 20'000));
    QCOMPARE(Scripted::probed.load(), 1);
    if (const auto &doubt = driver->run().attempts[1].doubt) {
        QVERIFY(!doubt->facts.isEmpty());
        QVERIFY2(doubt->facts.first().label.english().contains(QLatin1String("restarted")),
                 qPrintable(doubt->facts.first().label.english()));
    }
}

void TestDriverRecovery::programsWithoutTheirSupervisorAreWaitedFor()
{
    Scripted::verdict = Finding::Verdict::Done;
    const HostFacts here;
    const QString run = begun("program", here.hostName());
    leave(run, "spec.json", {});
    leave(run, "started", startedAt(here.bootId(), here.hostName()));
    QProcess left;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SLIPWAY_ATTEMPT"), run + QLatin1String("/1"));
    left.setProcessEnvironment(environment);
    left.start(QStringLiteral("sleep"), {QStringLiteral("100")});
    QVERIFY(left.waitForStarted());
    auto driver = m_runs->drive(run);
    QVERIFY(isInDoubt(*driver));
    QCOMPARE(Scripted::probed.load(), 0);
    const QList<Fact> facts = driver->run().attempts[1].doubt->facts;
    QCOMPARE(facts.size(), 1);
    QVERIFY2(facts.first().value.contains(QString::number(left.processId())),
             qPrintable(facts.first().value));
    // While it runs the doubt stays, however long that is.
    m_clock.pass(60'000);
    QTest::qWait(600);
    QCOMPARE(driver->state(), RunState::InDoubt);
    left.kill();
    QVERIFY(left.waitForFinished());
    m_clock.pass(60'000);
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 20'000));
    QCOMPARE(Scripted::probed.load(), 1);
}

void TestDriverRecovery::anEffectOfThisMachineIsProbed()
{
    Scripted::verdict = Finding::Verdict::NotDone;
    const QString run = begun("call", HostFacts().hostName());
    auto driver = m_runs->drive(run);
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Succeeded; }, 20'000));
    QCOMPARE(Scripted::probed.load(), 1);
    QCOMPARE(Scripted::acted.load(), 1);
    QVERIFY(m_runs->log(run).contains(QLatin1String("attempt.ended a not-done probe")));
}

void TestDriverRecovery::anUndoOfAnotherMachineIsInDoubt()
{
    Scripted::verdict = Finding::Verdict::NotDone;
    const QString run = begun("call", HostFacts().hostName());
    QVERIFY(append(run, EventKind::attemptEnded,
                   EventBody::attemptEnded(1, a, Outcome::succeeded(), QStringLiteral("run"))));
    QVERIFY(append(run, EventKind::undoAsked, EventBody::undoAsked({{}, {1}, {a.step}, {}, {}})));
    Intent undo{run, 2, a.step, {}, {}, {}, {}};
    undo.undoes = 1;
    QVERIFY(
        append(run, EventKind::attemptIntended, EventBody::attemptIntended(undo, 0, otherHost)));
    auto driver = m_runs->drive(run);
    QVERIFY(isInDoubt(*driver));
    QCOMPARE(Scripted::probed.load(), 0);
    QVERIFY(People(m_runs->services()).settle(run, a, QStringLiteral("done"), {}));
    driver->poll();
    QVERIFY(QTest::qWaitFor([&] { return driver->state() == RunState::Undone; }, 20'000));
    QCOMPARE(Scripted::acted.load(), 0);
}

QTEST_GUILESS_MAIN(TestDriverRecovery)
#include "tst_driverrecovery.moc"
