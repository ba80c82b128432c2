// SPDX-License-Identifier: MIT
#include "core/base/crashpoint.h"
#include "tests/process/attemptfixture.h"

#include <QTest>

#include <csignal>

using namespace Slipway;

/// Kills the real slipway-exec at each place of its protocol in turn, until one attempt passes
/// them all, and compares what the folder says with what the programs did.
class TestSupervisorCrash : public QObject, private AttemptFixture
{
    Q_OBJECT

private:
    static constexpr int mostPoints = 200;

    Command effect(const char *word) const
    {
        return shell(QStringLiteral("echo %1 >> %2").arg(QLatin1String(word), path("effects")));
    }

    /// Two effects, one whose output is taken, and one that always runs.
    ProgramSpec inTurn() const
    {
        ProgramSpec made = spec({effect("one"), effect("two"), effect("three")});
        made.commands[1].argv.last() += QStringLiteral("; echo taken; echo told >&2");
        made.commands[1].captureFile = QStringLiteral("taken.txt");
        made.commands[2].runsAlways = true;
        return made;
    }

    ProgramSpec withFailure() const
    {
        ProgramSpec made = inTurn();
        made.commands[1].argv.last() += QStringLiteral("; exit 3");
        return made;
    }

    ProgramSpec onTerminal() const
    {
        ProgramSpec made = spec({effect("one")});
        made.commands[0].argv.last().prepend(QStringLiteral("printf 'sure? '; read answer; "));
        made.terminal = true;
        made.answers = {{QStringLiteral("sure\\?"), QStringLiteral("yes")}};
        return made;
    }

    ProgramSpec outOfTime() const
    {
        ProgramSpec made = spec({effect("one"), effect("two")});
        made.commands[0].argv.last() += QStringLiteral("; setsid sleep 100 & sleep 100");
        made.timeoutMs = 300;
        return made;
    }

    QList<QByteArray> effects() const
    {
        QList<QByteArray> lines = content(path("effects")).split('\n');
        lines.removeAll(QByteArray());
        return lines;
    }

    /// What the last of the supervisors died at; empty: nothing.
    QByteArray place() const { return content(path("place")).trimmed(); }

    void launchToDieAt(int point) const
    {
        qputenv("SLIPWAY_EXEC_CRASH_AT", QByteArray::number(point));
        qputenv("SLIPWAY_EXEC_CRASH_LOG", path("place").toUtf8());
        [[maybe_unused]] const auto launched = attempt().launch(supervisor(), mark());
        qunsetenv("SLIPWAY_EXEC_CRASH_AT");
        qunsetenv("SLIPWAY_EXEC_CRASH_LOG");
    }

    /// Waits until nothing of the attempt is at work any more, ending what outlives its
    /// supervisor, as a person would.
    State settled() const
    {
        State state = State::Running;
        const auto isSettled = [&] {
            state = attempt().inspect(mark()).valueOr(State::Running);
            for (const qint64 pid : markedProcesses(mark())) {
                if (state == State::Lost)
                    ::kill(pid_t(pid), SIGKILL);
            }
            return state != State::Running && state != State::Lost;
        };
        return QTest::qWaitFor(isSettled, 20'000) ? state : State::Running;
    }

    /// What the folder says must agree with what was done.
    QString contradiction(State state, const QList<QByteArray> &whole) const
    {
        const QList<QByteArray> done = effects();
        for (const QByteArray &word : done) {
            if (done.count(word) > 1)
                return QStringLiteral("%1 was done twice").arg(QString::fromUtf8(word));
        }
        if (state == State::NeverStarted && !done.isEmpty())
            return QStringLiteral("something was done that is said never to have started");
        if (state == State::Ended && !attempt().result())
            return QStringLiteral("a result that cannot be read");
        if (state == State::Ended && done != whole)
            return QStringLiteral("a result without all that it speaks of");
        if (state == State::Running)
            return QStringLiteral("it never came to an end");
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!hasCrashPoints)
            QSKIP("This build has no crash points.");
    }

    void noDeathInventsOrHidesAnEffect_data()
    {
        QTest::addColumn<int>("scenario");
        QTest::addColumn<QByteArray>("whole");
        QTest::addColumn<int>("end");
        QTest::newRow("in turn") << 0 << QByteArrayLiteral("one two three") << int(End::Exited);
        QTest::newRow("failing") << 1 << QByteArrayLiteral("one two three") << int(End::Exited);
        QTest::newRow("terminal") << 2 << QByteArrayLiteral("one") << int(End::Exited);
        QTest::newRow("out of time") << 3 << QByteArrayLiteral("one") << int(End::TimedOut);
    }

    void noDeathInventsOrHidesAnEffect()
    {
        QFETCH(int, scenario);
        QFETCH(QByteArray, whole);
        QFETCH(int, end);
        QStringList places;
        for (int point = 1; point < mostPoints; ++point) {
            begin();
            const ProgramSpec toRun = scenario == 0   ? inTurn()
                                      : scenario == 1 ? withFailure()
                                      : scenario == 2 ? onTerminal()
                                                      : outOfTime();
            QVERIFY(attempt().prepare(toRun).isOk());
            launchToDieAt(point);
            const State state = settled();
            const QString problem = contradiction(state, whole.split(' '));
            QVERIFY2(problem.isEmpty(),
                     qPrintable(QStringLiteral("%1: %2").arg(QString::fromUtf8(place()), problem)));
            // Whatever became of it, it never starts again.
            const QList<QByteArray> before = effects();
            QVERIFY(attempt().launch(supervisor(), mark()).isOk());
            QCOMPARE(settled(), state);
            QCOMPARE(effects(), before);
            if (place().isEmpty()) {
                QCOMPARE(state, State::Ended);
                QCOMPARE(int(attempt().result()->end), end);
                QVERIFY2(places.size() > 15, qPrintable(places.join(u',')));
                qInfo("%d deaths, from \"%s\" to \"%s\"", int(places.size()),
                      qPrintable(places.first()), qPrintable(places.last()));
                return;
            }
            places += QString::fromUtf8(place());
        }
        QFAIL("It passed more places than can be.");
    }
};

QTEST_GUILESS_MAIN(TestSupervisorCrash)
#include "tst_supervisorcrash.moc"
