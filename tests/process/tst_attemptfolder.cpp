// SPDX-License-Identifier: MIT
#include "tests/process/attemptfixture.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <csignal>

using namespace Slipway;

/// Runs the real slipway-exec.
class TestAttemptFolder : public QObject, private AttemptFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { QCOMPARE(markedProcesses(mark()), QList<qint64>()); }

    void aProgramRunsToItsEnd()
    {
        const ProgramResult result = run(spec({shell(QStringLiteral("echo out; echo err >&2"))}));
        QCOMPARE(result.end, End::Exited);
        QVERIFY(result.isSuccess());
        QCOMPARE(logText(), QStringLiteral("out\nerr\n"));
        QCOMPARE(result.logBytes, 8);
        QVERIFY(result.startedAt > 0 && result.finishedAt >= result.startedAt);
        QCOMPARE(attempt().inspect(mark()).value(), State::Ended);
        const QStringList names = QDir(attempt().path()).entryList(QDir::Files);
        QCOMPARE(names, QStringList({QStringLiteral("lock"), QStringLiteral("output.index"),
                                     QStringLiteral("output.log"), QStringLiteral("result.json"),
                                     QStringLiteral("spec.json"), QStringLiteral("started")}));
    }

    void theFirstFailureEndsTheListButNotWhatRunsAlways()
    {
        Command putBack = shell(QStringLiteral("echo back"));
        putBack.runsAlways = true;
        const ProgramResult result =
            run(spec({shell(QStringLiteral("echo one")), shell(QStringLiteral("exit 3")),
                      shell(QStringLiteral("echo never")), putBack}));
        QCOMPARE(result.end, End::Exited);
        QVERIFY(!result.isSuccess());
        QCOMPARE(logText(), QStringLiteral("one\nback\n"));
        QCOMPARE(result.commands.size(), 4);
        QCOMPARE(result.commands[1].exitCode, 3);
        QCOMPARE(result.commands[2].exitCode, -1);
        QCOMPARE(result.commands[3].exitCode, 0);
    }

    void aMissingProgramIsNamed()
    {
        const ProgramResult result =
            run(spec({{.argv = {QStringLiteral("no-such-program")}, .captureFile = {}}}));
        QCOMPARE(result.end, End::NotStarted);
        QVERIFY2(result.reason.contains(QStringLiteral("no-such-program")),
                 qPrintable(result.reason));
    }

    void aFolderThatIsGoneIsNamed()
    {
        ProgramSpec toRun = spec({shell(QStringLiteral("true"))});
        toRun.directory = QStringLiteral("/no/such/folder");
        const ProgramResult result = run(toRun);
        QCOMPARE(result.end, End::NotStarted);
        QVERIFY2(result.reason.contains(QStringLiteral("its folder")), qPrintable(result.reason));
    }

    void aForeignSignalIsToldFromAnEnd()
    {
        const ProgramResult result = run(spec({shell(QStringLiteral("kill -KILL $$"))}));
        QCOMPARE(result.end, End::Signalled);
        QCOMPARE(result.commands[0].signal, SIGKILL);
    }

    void standardOutputIsCaptured()
    {
        Command command = shell(QStringLiteral("printf value; echo told >&2"));
        command.captureFile = QStringLiteral("version.txt");
        QVERIFY(run(spec({command})).isSuccess());
        QCOMPARE(content(attempt().captureFile(QStringLiteral("version.txt"))),
                 QByteArrayLiteral("value"));
        // The log has both, in whatever order they came.
        QCOMPARE(logText().size(), qsizetype(qstrlen("valuetold\n")));
        QVERIFY(logText().contains(u"value") && logText().contains(u"told"));
    }

    void theEnvironmentIsAddedAndMarked()
    {
        ProgramSpec toRun = spec({shell(QStringLiteral("echo $COLOUR $SLIPWAY_ATTEMPT; pwd; "
                                                       "ulimit -c; ls /proc/self/fd | wc -l; "
                                                       "cat; test -t 0 || echo none"))});
        toRun.environment.insert(QStringLiteral("COLOUR"), QStringLiteral("grün \"x\"\n"));
        QVERIFY(run(toRun).isSuccess());
        QCOMPARE(logText(),
                 QStringLiteral("grün \"x\" %1\n%2\n0\n4\nnone\n").arg(mark(), folder()));
    }

    void aTimeOutEndsTheTree()
    {
        ProgramSpec toRun =
            spec({shell(QStringLiteral("sleep 100 & wait")), shell(QStringLiteral("echo never"))});
        toRun.timeoutMs = 300;
        const ProgramResult result = run(toRun);
        QCOMPARE(result.end, End::TimedOut);
        QVERIFY(!logText().contains(QStringLiteral("never")));
        QVERIFY(result.finishedAt - result.startedAt < 3000);
    }

    void cancelEndsEveryDescendantWithinFiveSeconds()
    {
        const QString stubborn = QStringLiteral("trap '' TERM HUP; while :; do sleep 0.2; done");
        QCOMPARE(
            launch(spec({bash(QStringLiteral("setsid bash -c \"%1\" & (setsid bash -c \"%1\" &) & "
                                             "env -u SLIPWAY_ATTEMPT setsid -f bash -c \"%1\"; "
                                             "bash -c \"%1\" & echo $(pgrep -c . ) > ready; %1")
                                  .arg(stubborn))})),
            QString());
        QVERIFY(waitForFile("ready"));
        QTRY_VERIFY(markedProcesses(mark()).size() >= 4);
        QCOMPARE(attempt().inspect(mark()).value(), State::Running);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(attempt().requestCancel().isOk());
        QCOMPARE(wait().end, End::Cancelled);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(markedProcesses(mark()), QList<qint64>());
        QProcess listing;
        listing.start(QStringLiteral("pgrep"), {QStringLiteral("-f"), stubborn});
        QVERIFY(listing.waitForFinished());
        QCOMPARE(listing.readAllStandardOutput(), QByteArray());
    }

    void cancelOfAWillingProgramIsQuick()
    {
        QCOMPARE(launch(spec({{.argv = {QStringLiteral("sleep"), QStringLiteral("100")},
                               .captureFile = {}}})),
                 QString());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(attempt().requestCancel().isOk());
        QCOMPARE(wait().end, End::Cancelled);
        QVERIFY(timer.elapsed() < 1500);
    }

    void whatACommandLeavesBehindIsEnded()
    {
        const ProgramResult result =
            run(spec({shell(QStringLiteral("setsid sleep 100 & echo $! > pid")),
                      shell(QStringLiteral("kill -0 $(cat pid) && echo lives"))}));
        QVERIFY(result.isSuccess());
        QCOMPARE(result.leftovers, 1);
        QCOMPARE(logText(), QStringLiteral("lives\n"));
    }

    void theDeathOfTheLauncherChangesNothing()
    {
        QVERIFY(attempt().prepare(spec({shell(QStringLiteral("sleep 0.5; echo done"))})).isOk());
        QProcess console;
        console.setProgram(QStringLiteral("bash"));
        console.setArguments({QStringLiteral("-c"),
                              QStringLiteral("echo '{\"end\":true}' | '%1' '%2' '%3'; sleep 100")
                                  .arg(supervisor(), attempt().path(), mark())});
        console.start();
        QTRY_VERIFY(supervisorPid() > 0);
        console.kill();
        QVERIFY(console.waitForFinished());
        QVERIFY(wait().isSuccess());
        QCOMPARE(logText(), QStringLiteral("done\n"));
    }

    void theDeathOfTheSupervisorIsSeen()
    {
        QCOMPARE(launch(spec({shell(QStringLiteral("setsid sleep 100 & sleep 100"))})), QString());
        QTRY_VERIFY(markedProcesses(mark()).size() >= 3);
        QCOMPARE(::kill(pid_t(supervisorPid()), SIGKILL), 0);
        QTRY_COMPARE(attempt().inspect(mark()).value(), State::Lost);
        const QList<qint64> left = markedProcesses(mark());
        for (const qint64 pid : left)
            ::kill(pid_t(pid), SIGKILL);
        QTRY_COMPARE(attempt().inspect(mark()).value(), State::Vanished);
        QVERIFY(!attempt().hasResult());
    }

    void theDeathOfTheSupervisorEndsTheProgram()
    {
        QCOMPARE(launch(spec({{.argv = {QStringLiteral("sleep"), QStringLiteral("100")},
                               .captureFile = {}}})),
                 QString());
        QTRY_COMPARE(markedProcesses(mark()).size(), 1);
        QCOMPARE(::kill(pid_t(supervisorPid()), SIGKILL), 0);
        QTRY_COMPARE(attempt().inspect(mark()).value(), State::Vanished);
    }

    void aDeathAtAnyMomentLeavesNoProgramWithoutAStart()
    {
        int ended = 0;
        for (int round = 0; round < 15; ++round) {
            begin();
            QVERIFY(attempt().prepare(spec({shell(QStringLiteral("echo ran > ran"))})).isOk());
            QProcess first;
            first.start(supervisor(), {attempt().path(), mark()});
            first.write("{\"end\":true}\n");
            QVERIFY(first.waitForBytesWritten());
            QTest::qSleep(round);
            QProcess listing;
            listing.start(QStringLiteral("pgrep"), {QStringLiteral("-f"), attempt().path()});
            QVERIFY(listing.waitForFinished());
            const QList<QByteArray> pids = listing.readAllStandardOutput().simplified().split(' ');
            for (const QByteArray &pid : pids) {
                if (pid.toInt() > 1)
                    ::kill(pid.toInt(), SIGKILL);
            }
            first.waitForFinished();
            QTRY_VERIFY(attempt().inspect(mark()).value() != State::Running);
            const State state = attempt().inspect(mark()).value();
            const bool hasRun = QFileInfo::exists(path("ran"));
            QVERIFY(!hasRun || state != State::NeverStarted);
            QVERIFY(state != State::Ended || attempt().result()->isSuccess());
            ended += state == State::Ended ? 1 : 0;
        }
        qInfo("%d of 15 ended before they were killed", ended);
    }

    void anAbandonedAttemptNeverStarts()
    {
        QVERIFY(attempt().prepare(spec({shell(QStringLiteral("echo ran > ran"))})).isOk());
        QCOMPARE(attempt().inspect(mark()).value(), State::NeverStarted);
        QVERIFY(attempt().launch(supervisor(), mark()).isOk());
        QCOMPARE(attempt().inspect(mark()).value(), State::NeverStarted);
        QVERIFY(!QFileInfo::exists(path("ran")));
        QVERIFY(!QFileInfo::exists(attempt().path() + QStringLiteral("/started")));
    }

    void aSecondSupervisorDoesNothing()
    {
        QCOMPARE(launch(spec({shell(QStringLiteral("echo ran >> ran; sleep 0.5"))})), QString());
        QVERIFY(attempt().launch(supervisor(), mark()).isOk());
        QVERIFY(wait().isSuccess());
        QVERIFY(attempt().launch(supervisor(), mark()).isOk());
        QTest::qWait(200);
        QCOMPARE(content(path("ran")), QByteArrayLiteral("ran\n"));
    }

    void withoutTheEndMarkNothingStarts()
    {
        QVERIFY(attempt().prepare(spec({shell(QStringLiteral("echo ran > ran"))})).isOk());
        QProcess process;
        process.start(supervisor(), {attempt().path(), mark()});
        process.write("{\"name\":\"TOKEN\",\"value\":\"secret-value\"}\n{\"end\":");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QVERIFY(process.exitCode() != 0);
        QCOMPARE(attempt().inspect(mark()).value(), State::NeverStarted);
        QVERIFY(!QFileInfo::exists(path("ran")));
    }

    void aSpecIsWrittenOnlyOnceAndChecked()
    {
        ProgramSpec bad = spec({shell(QStringLiteral("true"))});
        bad.interruptPattern = QStringLiteral("(");
        QCOMPARE(attempt().prepare(bad).error().code(), QStringLiteral("program.bad-spec"));
        bad = spec({shell(QStringLiteral("true"))});
        bad.commands[0].captureFile = QStringLiteral("result.json");
        QCOMPARE(attempt().prepare(bad).error().code(), QStringLiteral("program.bad-spec"));
        const ProgramSpec good = spec({shell(QStringLiteral("true"))});
        QVERIFY(attempt().prepare(good).isOk());
        QCOMPARE(attempt().prepare(good).error().code(), QStringLiteral("program.prepared-before"));
        const QByteArray json = content(attempt().path() + QStringLiteral("/spec.json"));
        QCOMPARE(ProgramSpec::fromJson(QJsonDocument::fromJson(json).object()).value(), good);
    }

    void aMissingSupervisorIsAnError()
    {
        QVERIFY(attempt().prepare(spec({shell(QStringLiteral("true"))})).isOk());
        QCOMPARE(attempt().launch(QStringLiteral("/no/slipway-exec"), mark()).error().code(),
                 QStringLiteral("program.supervisor"));
    }
};

QTEST_GUILESS_MAIN(TestAttemptFolder)
#include "tst_attemptfolder.moc"
