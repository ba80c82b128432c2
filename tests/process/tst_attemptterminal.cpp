// SPDX-License-Identifier: MIT
#include "tests/process/attemptfixture.h"

#include <QElapsedTimer>
#include <QTest>
#include <csignal>

using namespace Slipway;

/// Programs that want a terminal and somebody at it.
class TestAttemptTerminal : public QObject, private AttemptFixture
{
    Q_OBJECT

private:
    ProgramSpec terminal(const QString &script, const QList<PromptAnswer> &answers = {}) const
    {
        ProgramSpec made = spec({bash(script)});
        made.terminal = true;
        made.answers = answers;
        return made;
    }

private Q_SLOTS:
    void init() { begin(); }

    void itIsATerminalOfAFixedShape()
    {
        QVERIFY(run(terminal(QStringLiteral("test -t 0 && test -t 1 && test -t 2 && tty -s && "
                                            "stty size < /dev/tty; echo $TERM $BUILDKIT_PROGRESS "
                                            "$COMPOSE_ANSI; locale charmap")))
                    .isSuccess());
        QCOMPARE(logText(), QStringLiteral("50 200\nxterm-256color plain never\nUTF-8\n"));
    }

    void twoQuestionsOfABuildScriptAreAnswered()
    {
        const QString script =
            QStringLiteral("echo 'Antes de continuar, copie as credenciais [yes/no]'\n"
                           "read -e -p 'Deseja clonar o repositório? [yes/no] ' a\n"
                           "echo \"[$a]\"; sleep 0.3\n"
                           "printf 'vai continuar automaticamente'; sleep 0.1; echo\n"
                           "read -e -p $'\\e[1mDeseja continuar\\e[0m [yes/no]: ' b\n"
                           "echo \"[$b]\"; test \"$a$b\" = noyes\n");
        const ProgramResult result = run(terminal(
            script, {{QStringLiteral("Deseja clonar"), QStringLiteral("no")},
                     {QStringLiteral("Deseja continuar \\[yes/no\\]"), QStringLiteral("yes")}}));
        QVERIFY2(result.isSuccess(), logBytes().constData());
        QVERIFY(logText().contains(QStringLiteral("[no]")));
        QVERIFY(logText().contains(QStringLiteral("[yes]")));
        QVERIFY(logText().contains(QStringLiteral("Deseja clonar o repositório? [yes/no] no")));
    }

    void plainReadsAndHiddenOnesAreAnsweredToo()
    {
        const ProgramResult result =
            run(terminal(QStringLiteral("printf 'Name: '; read a; read -s -p 'Code: ' b; echo; "
                                        "python3 -c 'print(input(\"More? \"))'; echo $a-$b"),
                         {{QStringLiteral("^Name: $"), QStringLiteral("me")},
                          {QStringLiteral("Code"), QStringLiteral("12")},
                          {QStringLiteral("More"), QStringLiteral("ok")}}));
        QVERIFY2(result.isSuccess(), logBytes().constData());
        QVERIFY(logText().endsWith(QStringLiteral("ok\nme-12\n")));
    }

    void theSameQuestionTwiceTakesTwoAnswers()
    {
        const ProgramResult result =
            run(terminal(QStringLiteral("read -p 'Sure? ' a; read -p 'Sure? ' b; echo $a$b"),
                         {{QStringLiteral("Sure"), QStringLiteral("1")},
                          {QStringLiteral("Sure"), QStringLiteral("2")}}));
        QVERIFY(result.isSuccess());
        QVERIFY(logText().endsWith(QStringLiteral("12\n")));
    }

    void aQuestionThatNeverComesFails()
    {
        const ProgramResult result =
            run(terminal(QStringLiteral("echo 'continue is a word'"),
                         {{QStringLiteral("continue"), QStringLiteral("yes")}}));
        QCOMPARE(result.end, End::PromptMissing);
        QCOMPARE(result.promptText, QStringLiteral("continue"));
        QCOMPARE(result.commands[0].exitCode, 0);
    }

    void aQuestionThatNobodyExpectedFails()
    {
        ProgramSpec toRun =
            terminal(QStringLiteral("read -e -p 'Overwrite everything? ' a; echo $a"));
        toRun.promptWaitMs = 500;
        Command putBack = shell(QStringLiteral("echo put back"));
        putBack.runsAlways = true;
        toRun.commands.append(putBack);
        const ProgramResult result = run(toRun);
        QCOMPARE(result.end, End::PromptUnexpected);
        QCOMPARE(result.promptText, QStringLiteral("Overwrite everything? "));
        QVERIFY(!result.isSuccess());
        QVERIFY2(logText().contains(QStringLiteral("put back")), logBytes().constData());
        QCOMPARE(result.commands[1].exitCode, 0);
    }

    void aCookedQuestionThatNobodyExpectedFails()
    {
        ProgramSpec toRun = terminal(QStringLiteral("printf 'Password: '; cat > /dev/null"));
        toRun.promptWaitMs = 300;
        QCOMPARE(run(toRun).end, End::PromptUnexpected);
    }

    void aProgramThatIsOnlySlowIsNoQuestion()
    {
        ProgramSpec toRun = terminal(QStringLiteral("printf 'Waiting...'; sleep 1.2; echo done"));
        toRun.promptWaitMs = 300;
        QVERIFY(run(toRun).isSuccess());
        QCOMPARE(logText(), QStringLiteral("Waiting...done\n"));
    }

    void linesEndAsTheProgramWroteThem()
    {
        QVERIFY(run(terminal(QStringLiteral("printf 'a\\nb\\r\\nc'"))).isSuccess());
        QCOMPARE(logBytes(), QByteArrayLiteral("a\nb\r\nc"));
    }

    void muchOutputOfATerminalArrivesWhole()
    {
        QVERIFY(run(terminal(QStringLiteral("seq 1 200000"))).isSuccess());
        QVERIFY(logBytes().endsWith("\n199999\n200000\n"));
        QCOMPARE(logBytes().count('\n'), 200000);
    }

    void severalCommandsShareTheTerminal()
    {
        ProgramSpec toRun = terminal(QStringLiteral("stty raw -echo; echo one"),
                                     {{QStringLiteral("two\\?"), QStringLiteral("yes")}});
        toRun.commands.append(bash(QStringLiteral("read -p 'two? ' a; echo $a; stty size")));
        const ProgramResult result = run(toRun);
        QVERIFY2(result.isSuccess(), logBytes().constData());
        QCOMPARE(logText(), QStringLiteral("one\ntwo? yes\nyes\n50 200\n"));
    }

    void anEndlessProgramIsInterruptedAtALine()
    {
        const QString script = QStringLiteral(
            "trap 'echo interrompido; exit 0' INT; for ((i=1;;i++)); do echo round $i; "
            "sleep 0.1; done");
        for (const bool hasTerminal : {true, false}) {
            begin();
            ProgramSpec toRun = spec({bash(script)});
            toRun.terminal = hasTerminal;
            toRun.interruptPattern = QStringLiteral("^round 3$");
            const ProgramResult result = run(toRun);
            QVERIFY2(result.isSuccess(), logBytes().constData());
            QVERIFY(result.wasInterrupted);
            QVERIFY(logText().endsWith(QStringLiteral("interrompido\n")));
            QVERIFY(!logText().contains(QStringLiteral("round 6")));
        }
    }

    void anEndlessProgramIsInterruptedAfterATime()
    {
        ProgramSpec toRun =
            spec({{.argv = {QStringLiteral("sleep"), QStringLiteral("100")}, .captureFile = {}}});
        toRun.interruptAfterMs = 300;
        const ProgramResult result = run(toRun);
        QCOMPARE(result.end, End::Exited);
        QCOMPARE(result.commands[0].signal, SIGINT);
        QVERIFY(result.wasInterrupted);
        QVERIFY(!result.isSuccess());
    }

    void cancelEndsAProgramAtItsQuestion()
    {
        QCOMPARE(launch(terminal(QStringLiteral("read -p 'Name: ' a"))), QString());
        QTRY_VERIFY(logText().contains(QStringLiteral("Name: ")));
        QElapsedTimer timer;
        timer.start();
        QVERIFY(attempt().requestCancel().isOk());
        QCOMPARE(wait().end, End::Cancelled);
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestAttemptTerminal)
#include "tst_attemptterminal.moc"
