// SPDX-License-Identifier: MIT
#include "tests/process/attemptfixture.h"
#include "tests/process/wildplan.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Slipway;

namespace {

/// One attempt whose program grows a wild tree, from its launch until all of it is gone.
class WildAttempt final : private AttemptFixture
{
public:
    enum class Stage
    {
        Growing,
        Ending,
        Gone
    };

    explicit WildAttempt(quint64 seed) : m_seed(seed), m_plan(wildPlan(seed)) {}
    ~WildAttempt() { ::close(m_fifo); }
    Q_DISABLE_COPY_MOVE(WildAttempt)

    /// Empty, or what went wrong.
    QString start()
    {
        begin();
        const QByteArray fifo = path("alive").toUtf8();
        if (::mkfifo(fifo.constData(), 0600) != 0)
            return QStringLiteral("no FIFO");
        m_fifo = ::open(fifo.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
        ProgramSpec toRun = spec({{.argv = {QStringLiteral(WILDTREE), QString::number(m_seed),
                                            QStringLiteral("0"), path("alive")},
                                   .captureFile = {}}});
        toRun.terminal = m_seed % 3 == 0;
        toRun.promptWaitMs = 60'000;
        if (isTimed())
            toRun.timeoutMs = 1500;
        m_clock.start();
        return launch(toRun);
    }

    /// Until nothing is left, or for 20 s.
    void watch()
    {
        while (m_stage != Stage::Gone && m_clock.elapsed() < 20'000) {
            pollfd one = {m_fifo, POLLIN, 0};
            ::poll(&one, 1, 100);
            char bytes[64];
            const ssize_t count = ::read(m_fifo, bytes, sizeof bytes);
            m_standing += count > 0 ? size_t(count) : 0;
            // Some hang up others before these stand.
            const bool isGrown = m_standing == m_plan.size() || m_clock.elapsed() > longestGrowth;
            if (m_stage == Stage::Growing && m_standing > 0 && isGrown)
                end();
            else if (m_stage == Stage::Ending && count == 0 && (one.revents & POLLHUP))
                gone();
        }
    }

    /// Empty, or what is wrong with how it ended.
    QString verdict() const
    {
        const QString name = QStringLiteral("seed %1: ").arg(m_seed);
        if (m_stage == Stage::Growing)
            return name + QStringLiteral("only %1 of %2 processes stood up")
                              .arg(m_standing)
                              .arg(m_plan.size());
        if (m_stage == Stage::Ending)
            return name + QStringLiteral("something still lives");
        if (m_tookMs > 5000)
            return name + QStringLiteral("it took %1 ms").arg(m_tookMs);
        const ProgramResult result = waitHere();
        if (result.end != (isTimed() ? End::TimedOut : End::Cancelled))
            return name + QStringLiteral("it ended as %1 (%2)").arg(int(result.end)).arg(logText());
        if (!result.survivors.isEmpty())
            return name + result.survivors.join(u',');
        return {};
    }

    qint64 tookMs() const { return m_tookMs; }
    QString theMark() const { return mark(); }

private:
    /// wait() needs the main thread.
    ProgramResult waitHere() const
    {
        for (int i = 0; i < 500 && !attempt().hasResult(); ++i)
            QTest::qSleep(10);
        return attempt().result().valueOr({});
    }

    bool isTimed() const { return m_seed % 5 == 0; }

    void end()
    {
        m_stage = Stage::Ending;
        if (!isTimed()) [[maybe_unused]]
            const auto asked = attempt().requestCancel();
        m_ending.start();
    }

    void gone()
    {
        m_stage = Stage::Gone;
        const qint64 before = isTimed() ? 1500 - m_clock.elapsed() + m_ending.elapsed() : 0;
        m_tookMs = m_ending.elapsed() - std::max<qint64>(0, before);
    }

    static constexpr qint64 longestGrowth = 3000;

    quint64 m_seed;
    std::vector<WildNode> m_plan;
    int m_fifo = -1;
    size_t m_standing = 0;
    Stage m_stage = Stage::Growing;
    QElapsedTimer m_clock;
    QElapsedTimer m_ending;
    qint64 m_tookMs = 0;
};

/// A process that nobody asked to be ended.
std::unique_ptr<QProcess> bystander(const QStringList &argv, const QStringList &environment)
{
    auto process = std::make_unique<QProcess>();
    process->setEnvironment(QProcess::systemEnvironment() + environment);
    process->start(argv.first(), argv.mid(1));
    process->waitForStarted();
    return process;
}

} // namespace

/// Cancel and time-out end all that a program started, and nothing else.
class TestCancel : public QObject
{
    Q_OBJECT

private:
    static constexpr int trees = 200;
    static constexpr int sideBySide = 8;

    /// How long it took to end, and what is wrong with it.
    static std::pair<qint64, QString> endTree(quint64 seed)
    {
        WildAttempt attempt(seed);
        if (const QString problem = attempt.start(); !problem.isEmpty())
            return {0, problem};
        attempt.watch();
        return {attempt.tookMs(), attempt.verdict()};
    }

private Q_SLOTS:
    void everyTreeIsGoneInFiveSeconds()
    {
        std::atomic<quint64> next = 1;
        std::mutex lock;
        QList<qint64> times;
        QStringList problems;
        const auto work = [&] {
            for (quint64 seed = next++; seed <= trees; seed = next++) {
                const auto [tookMs, problem] = endTree(seed);
                const std::lock_guard guard(lock);
                times += tookMs;
                if (!problem.isEmpty())
                    problems += problem;
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < sideBySide; ++i)
            threads.emplace_back(work);
        for (std::thread &thread : threads)
            thread.join();
        std::sort(times.begin(), times.end());
        qInfo("median %lld ms, longest %lld ms", times[trees / 2], times.last());
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void aChainThatNeverRestsIsCaught()
    {
        for (quint64 seed = restlessSeed + 1; seed <= restlessSeed + 4; ++seed) {
            const auto [tookMs, problem] = endTree(seed);
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            qInfo("%lld ms", tookMs);
        }
    }

    void bystandersLive()
    {
        WildAttempt attempt(1);
        QCOMPARE(attempt.start(), QString());
        const QString mark = QStringLiteral("SLIPWAY_ATTEMPT=") + attempt.theMark();
        const QStringList sleeper{QStringLiteral("sleep"), QStringLiteral("30")};
        std::vector<std::unique_ptr<QProcess>> others;
        others.push_back(bystander(sleeper, {mark + u'0'}));
        others.push_back(bystander(sleeper, {u'X' + mark}));
        others.push_back(bystander(sleeper, {QStringLiteral("OTHER=") + mark}));
        others.push_back(
            bystander({QStringLiteral("bash"), QStringLiteral("-c"),
                       QStringLiteral("exec -a \"$0\" sleep 30"), QStringLiteral(WILDTREE)},
                      {}));
        others.push_back(bystander({QStringLiteral("sh"), QStringLiteral("-c"),
                                    QStringLiteral("sleep 30; : %1").arg(mark)},
                                   {}));
        attempt.watch();
        QCOMPARE(attempt.verdict(), QString());
        QTest::qWait(100);
        for (const auto &other : others) {
            QVERIFY2(other->state() == QProcess::Running, qPrintable(other->program()));
            other->kill();
            other->waitForFinished();
        }
    }
};

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
