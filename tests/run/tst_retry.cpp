// SPDX-License-Identifier: MIT
#include "core/process/attemptfolder.h"
#include "core/run/eventkinds.h"
#include "core/run/people.h"
#include "core/steps/registry.h"
#include "tests/run/drivenruns.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <atomic>

using namespace Slipway;

namespace {

constexpr qint64 minuteMs = 60'000;

/// The time goes on as it does, and as tests say.
class MovedClock final : public Clock
{
public:
    qint64 now() const override { return SystemClock().now() + moved; }
    std::atomic<qint64> moved = 0;
};

} // namespace

/// Tries that are made again and questions that are asked again: a real driver, real programs, and
/// a clock that tests can put forward.
class TestRetry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aFailedStepIsTriedAgainWhenItIsTime();
    void theTimeOfARetrySurvivesTheConsole();
    void afterTheLastTryItHasFailed();
    void whatMayHaveHappenedIsNotTriedAgain();
    void aProbeSaysWhetherItIsTriedAgain();
    void aPlanThatFailedIsMadeAgain();
    void aPersonNeedNotWaitForARetry();
    void aPollAsksUntilTheAnswerIsThere();
    void aPollFailsAsItsAnswerSays();
    void aPollEndsWhenItsTimeIsUp();
    void aPollGoesOnAfterACrashUntilTheSameTime();
    void aPollIsCancelled();
    void aQuestionWithoutAnAnswerIsAskedAgain();
    void aProgramThatIsMissingIsNotAskedAgain();

private:
    /// Waits until it can only wait for a time.
    bool waitForLater(RunDriver &driver);
    bool waitForAnswers(const QString &run, int count);
    void pass(RunDriver &driver, qint64 ms);
    void write(const QString &run, const QByteArray &bytes);
    QString lines(const QString &run);
    QString ends(const QString &run);
    int intents(const QString &run);

    MovedClock m_clock;
    KindRegistry m_kinds;
    std::unique_ptr<DrivenRuns> m_runs;
};

void TestRetry::initTestCase()
{
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
    registerBuiltinKinds(m_kinds);
}

void TestRetry::init()
{
    m_clock.moved = 0;
    m_runs = std::make_unique<DrivenRuns>(m_kinds, m_clock);
}

void TestRetry::cleanup()
{
    m_runs.reset();
}

bool TestRetry::waitForLater(RunDriver &driver)
{
    return QTest::qWaitFor([&] { return !driver.next().later.isEmpty(); }, 30'000);
}

bool TestRetry::waitForAnswers(const QString &run, int count)
{
    return QTest::qWaitFor(
        [&] {
            QFile log(AttemptFolder(m_runs->services().places.attempt(run, 1)).logFile());
            return log.open(QIODevice::ReadOnly) && log.readAll().count("Z") >= count;
        },
        30'000);
}

void TestRetry::pass(RunDriver &driver, qint64 ms)
{
    m_clock.moved += ms;
    driver.allowStarts(-1); // no timer of this machine has noticed
}

/// What the polls of the tests ask for, and what the tries count.
void TestRetry::write(const QString &run, const QByteArray &bytes)
{
    QFile file(m_runs->services().places.workspace(run) + QLatin1String("/state"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

QString TestRetry::lines(const QString &run)
{
    QFile file(m_runs->services().places.workspace(run) + QLatin1String("/tries"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

/// "outcome retryAfter" of each end.
QString TestRetry::ends(const QString &run)
{
    QStringList ends;
    const auto events = m_runs->store().events(run, 0, 1000);
    for (const Event &event : *events) {
        const QJsonObject body = event.json();
        if (event.kind != EventKind::attemptEnded)
            continue;
        ends.append(body[QLatin1String("outcome")].toString());
        if (body.contains(QLatin1String("retryAfter")))
            ends.append(QString::number(body[QLatin1String("retryAfter")].toInteger() / 1000));
    }
    return ends.join(u' ');
}

int TestRetry::intents(const QString &run)
{
    const auto events = m_runs->store().events(run, 0, 1000);
    return int(std::count_if(events->cbegin(), events->cend(), [](const Event &event) {
        return event.kind == EventKind::attemptIntended;
    }));
}

void TestRetry::aFailedStepIsTriedAgainWhenItIsTime()
{
    const QString run = m_runs->start(
        "{id: a, uses: command, again: safe, retry: {attempts: 4, wait: 10m, backoff: 2}, "
        "with: {run: 'echo x >> tries; test $(wc -l < tries) -ge 3', shell: true}}");
    auto driver = m_runs->drive(run);
    QVERIFY(waitForLater(*driver));
    QVERIFY(!driver->isIdle());
    QCOMPARE(driver->state(), RunState::Running);
    QCOMPARE(lines(run), QStringLiteral("x"));
    pass(*driver, 9 * minuteMs);
    QTest::qWait(300);
    QCOMPARE(lines(run), QStringLiteral("x"));
    pass(*driver, minuteMs);
    QVERIFY(QTest::qWaitFor([&] { return ends(run).count(QLatin1String("failed")) == 2; }, 30'000));
    QVERIFY(waitForLater(*driver));
    pass(*driver, 20 * minuteMs);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
    QCOMPARE(ends(run), QStringLiteral("failed 600 failed 1200 succeeded"));
    QCOMPARE(lines(run), QStringLiteral("x\nx\nx"));
}

void TestRetry::theTimeOfARetrySurvivesTheConsole()
{
    const QString run =
        m_runs->start("{id: a, uses: command, again: safe, retry: {attempts: 2, wait: 10m}, "
                      "with: {run: 'echo x >> tries; test $(wc -l < tries) -ge 2', shell: "
                      "true}}");
    auto first = m_runs->drive(run);
    QVERIFY(waitForLater(*first));
    const qint64 at = first->next().laterAt;
    first.reset();
    m_clock.moved += 5 * minuteMs;
    auto second = m_runs->drive(run);
    QVERIFY(waitForLater(*second));
    QCOMPARE(second->next().laterAt, at);
    QTest::qWait(300);
    QCOMPARE(lines(run), QStringLiteral("x"));
    pass(*second, 5 * minuteMs);
    QVERIFY(DrivenRuns::waitIdle(*second));
    QCOMPARE(second->state(), RunState::Succeeded);
    QCOMPARE(lines(run), QStringLiteral("x\nx"));
}

void TestRetry::afterTheLastTryItHasFailed()
{
    const QString run =
        m_runs->start("{id: a, uses: command, again: safe, retry: {attempts: 2, wait: 10m}, "
                      "with: {run: 'echo x >> tries; false', shell: true}}");
    auto driver = m_runs->drive(run);
    QVERIFY(waitForLater(*driver));
    pass(*driver, 10 * minuteMs);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Failed);
    QCOMPARE(ends(run), QStringLiteral("failed 600 failed"));
    // Who asks for another try gets as many again.
    QVERIFY(People(m_runs->services()).retry(run, {QStringLiteral("a"), {}}));
    driver->poll();
    QVERIFY(waitForLater(*driver));
    QCOMPARE(ends(run), QStringLiteral("failed 600 failed failed 600"));
}

void TestRetry::whatMayHaveHappenedIsNotTriedAgain()
{
    // The second step says itself whether it was done; its probe does not know.
    const QString run = m_runs->start(
        "{id: a, uses: command, needs: [], probe: {run: [sh, -c, 'exit 3']}, retry: "
        "{attempts: 3, wait: 1s}, with: {run: 'echo x >> tries; false', shell: true}}");
    auto driver = m_runs->drive(run);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Failed);
    QCOMPARE(ends(run), QStringLiteral("failed"));
    QCOMPARE(lines(run), QStringLiteral("x"));
}

void TestRetry::aProbeSaysWhetherItIsTriedAgain()
{
    const QString run = m_runs->start(
        "{id: a, uses: command, probe: {run: [sh, -c, 'test -e done || exit 10']}, retry: "
        "{attempts: 5, wait: 10m}, with: {run: 'echo x >> tries; test $(wc -l < tries) -lt "
        "2 || touch done; false', shell: true}}");
    auto driver = m_runs->drive(run);
    QVERIFY(waitForLater(*driver));
    pass(*driver, 10 * minuteMs);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(ends(run), QStringLiteral("failed 600 failed"));
    QCOMPARE(lines(run), QStringLiteral("x\nx"));
}

void TestRetry::aPlanThatFailedIsMadeAgain()
{
    const QString run =
        m_runs->start("{id: a, uses: files.replace, retry: {attempts: 2, wait: 10m}, with: "
                      "{file: state, find: x, replace: y}}");
    auto driver = m_runs->drive(run);
    QVERIFY(waitForLater(*driver));
    write(run, "x\n");
    pass(*driver, 10 * minuteMs);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
}

void TestRetry::aPersonNeedNotWaitForARetry()
{
    const QString run =
        m_runs->start("{id: a, uses: command, again: safe, retry: {attempts: 3, wait: 24h}, "
                      "with: {run: 'test -e state', shell: true}}");
    auto driver = m_runs->drive(run);
    QVERIFY(waitForLater(*driver));
    const StepKey key{QStringLiteral("a"), {}};
    write(run, {});
    QVERIFY(People(m_runs->services()).retry(run, key));
    driver->poll();
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
}

const QByteArray asking =
    "{id: a, uses: command, timeout: 15m, with: {run: [cat, state], output: text}, poll: {every: "
    "30s, until: outputs.stdout == 'Completed', fails: outputs.stdout == 'Failed'}}, {id: b, uses: "
    "command, with: {run: [test, '${{ steps.a.outputs.stdout }}', '=', Completed]}}";

void TestRetry::aPollAsksUntilTheAnswerIsThere()
{
    const QString run = m_runs->start(asking);
    write(run, "Running");
    auto driver = m_runs->drive(run);
    QVERIFY(waitForAnswers(run, 1));
    QVERIFY(!driver->isIdle());
    pass(*driver, minuteMs / 2);
    QVERIFY(waitForAnswers(run, 2));
    write(run, "Completed");
    QTest::qWait(600); // it is not time yet
    QCOMPARE(driver->state(), RunState::Running);
    pass(*driver, minuteMs / 2);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
    QCOMPARE(ends(run), QStringLiteral("succeeded succeeded"));
    QCOMPARE(intents(run), 2);
    const AttemptFold poll = driver->run().attempts[1];
    QCOMPARE(poll.outcome->evidence.value(0).name, QStringLiteral("log"));
    QFile log(AttemptFolder(m_runs->services().places.attempt(run, 1)).logFile());
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray said = log.readAll();
    QCOMPARE(said.count("stdout: Running"), 1); // the second one was the same
    QCOMPARE(said.count("stdout: Completed"), 1);
}

void TestRetry::aPollFailsAsItsAnswerSays()
{
    const QString run = m_runs->start(asking);
    write(run, "Failed");
    auto driver = m_runs->drive(run);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Failed);
    QCOMPARE(driver->run().attempts[1].outcome->error.code(), QStringLiteral("poll.failed"));
}

void TestRetry::aPollEndsWhenItsTimeIsUp()
{
    const QString run = m_runs->start(asking);
    write(run, "Running");
    auto driver = m_runs->drive(run);
    QVERIFY(waitForAnswers(run, 1));
    pass(*driver, 15 * minuteMs);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Failed);
    const Error error = driver->run().attempts[1].outcome->error;
    QCOMPARE(error.code(), QStringLiteral("poll.late"));
    QVERIFY(error.message().contains(QLatin1String("stdout: Running")));
}

void TestRetry::aPollGoesOnAfterACrashUntilTheSameTime()
{
    const QString run = m_runs->start(asking);
    write(run, "Running");
    auto first = m_runs->drive(run);
    QVERIFY(waitForAnswers(run, 1));
    first.reset();
    m_clock.moved += 10 * minuteMs;
    auto second = m_runs->drive(run);
    QVERIFY(waitForAnswers(run, 2));
    QCOMPARE(second->state(), RunState::Running);
    second.reset();
    m_clock.moved += 6 * minuteMs;
    auto third = m_runs->drive(run);
    QVERIFY(DrivenRuns::waitIdle(*third));
    QCOMPARE(intents(run), 1);
    QCOMPARE(third->run().attempts[1].outcome->error.code(), QStringLiteral("poll.late"));
}

void TestRetry::aPollIsCancelled()
{
    const QString run = m_runs->start(asking);
    write(run, "Running");
    auto driver = m_runs->drive(run);
    QVERIFY(waitForAnswers(run, 1));
    QVERIFY(People(m_runs->services()).cancel(run));
    driver->poll();
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Cancelled);
    QCOMPARE(ends(run), QStringLiteral("cancelled"));
}

void TestRetry::aQuestionWithoutAnAnswerIsAskedAgain()
{
    const QString run = m_runs->start(asking); // there is no file
    auto driver = m_runs->drive(run);
    QVERIFY(waitForAnswers(run, 1));
    write(run, "Completed");
    pass(*driver, minuteMs / 2);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Succeeded);
}

void TestRetry::aProgramThatIsMissingIsNotAskedAgain()
{
    const QString run =
        m_runs->start("{id: a, uses: command, timeout: 15m, with: {run: [no-such-program]}, "
                      "poll: {every: 30s, until: outputs.status == 0}}");
    auto driver = m_runs->drive(run);
    QVERIFY(DrivenRuns::waitIdle(*driver));
    QCOMPARE(driver->state(), RunState::Failed);
    QCOMPARE(ends(run), QStringLiteral("failed"));
}

QTEST_GUILESS_MAIN(TestRetry)
#include "tst_retry.moc"
