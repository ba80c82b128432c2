// SPDX-License-Identifier: MIT
#include "core/process/ask.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <thread>

using namespace Slipway;

namespace {

Question shell(const QString &script)
{
    return {.argv = {QStringLiteral("sh"), QStringLiteral("-c"), script}};
}

/// Waits until the process whose id the file holds is gone.
bool isGone(const QString &pidFile)
{
    QFile file(pidFile);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const pid_t pid = file.readAll().trimmed().toInt();
    return QTest::qWaitFor([pid] { return ::kill(pid, 0) != 0; }, 3000);
}

} // namespace

class TestAsk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesOutputErrorOutputAndStatus()
    {
        const Result<Reply> reply =
            ask(shell(QStringLiteral("printf out; printf err >&2; exit 7")));
        QVERIFY(reply.isOk());
        QCOMPARE(reply->exitCode, 7);
        QVERIFY(!reply->isSuccess());
        QCOMPARE(reply->output, QByteArrayLiteral("out"));
        QCOMPARE(reply->errorOutput, QByteArrayLiteral("err"));
    }

    void passesInputOfAnySize()
    {
        const QByteArray input(3'000'000, 'x');
        Question question{.argv = {QStringLiteral("cat")}};
        question.input = input;
        const Result<Reply> reply = ask(question);
        QVERIFY(reply.isOk());
        QCOMPARE(reply->output.size(), input.size());
        QVERIFY(reply->output == input);
    }

    void withoutInputReadsNothing()
    {
        const Result<Reply> reply = ask(shell(QStringLiteral("cat; echo end")));
        QVERIFY(reply.isOk());
        QCOMPARE(reply->output, QByteArrayLiteral("end\n"));
    }

    void runsInItsFolderWithItsEnvironment()
    {
        QTemporaryDir folder;
        Question question = shell(QStringLiteral(
            "pwd; echo $WHO $GIT_TERMINAL_PROMPT $LC_ALL [$LANGUAGE] $GIT_SSH_COMMAND"));
        question.directory = folder.path();
        question.environment.insert(QStringLiteral("WHO"), QStringLiteral("me"));
        qputenv("LANGUAGE", "pt");
        qunsetenv("GIT_SSH_COMMAND");
        const Result<Reply> reply = ask(question);
        QVERIFY(reply.isOk());
        QCOMPARE(QString::fromUtf8(reply->output),
                 folder.path() + QStringLiteral("\nme 0 C.UTF-8 [] ssh -oBatchMode=yes\n"));
    }

    void aMissingProgramIsNamed()
    {
        const Result<Reply> reply = ask({.argv = {QStringLiteral("no-such-program-here")}});
        QVERIFY(!reply.isOk());
        QCOMPARE(reply.error().code(), QStringLiteral("program.missing"));
        QVERIFY(reply.error().message().contains(QStringLiteral("no-such-program-here")));
    }

    void aRelativeFolderInPathIsIgnored()
    {
        QTemporaryDir folder;
        QFile trap(folder.filePath(QStringLiteral("trap")));
        QVERIFY(trap.open(QIODevice::WriteOnly));
        trap.write("#!/bin/sh\necho trapped\n");
        trap.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        trap.close();
        Question question{.argv = {QStringLiteral("trap")}};
        question.directory = folder.path();
        question.environment.insert(QStringLiteral("PATH"), QStringLiteral(".::/usr/bin:/bin"));
        QCOMPARE(ask(question).error().code(), QStringLiteral("program.missing"));
        question.argv = {QStringLiteral("./trap")};
        QCOMPARE(ask(question).value().output, QByteArrayLiteral("trapped\n"));
    }

    void aMissingFolderAndANulAreRefused()
    {
        Question question{.argv = {QStringLiteral("true")}};
        question.directory = QStringLiteral("/no/such/folder");
        QCOMPARE(ask(question).error().code(), QStringLiteral("program.no-directory"));
        const QString nul = QStringLiteral("a") + QChar(0) + QStringLiteral("b");
        QCOMPARE(ask({.argv = {QStringLiteral("echo"), nul}}).error().code(),
                 QStringLiteral("program.bad-argument"));
    }

    void aTimeOutEndsTheWholeGroup()
    {
        QTemporaryDir folder;
        Question question = shell(QStringLiteral("sleep 60 & echo $! > pid; wait"));
        question.directory = folder.path();
        question.timeoutMs = 300;
        QElapsedTimer timer;
        timer.start();
        const Result<Reply> reply = ask(question);
        QCOMPARE(reply.error().code(), QStringLiteral("program.timeout"));
        QVERIFY(timer.elapsed() < 3000);
        QVERIFY(isGone(folder.filePath(QStringLiteral("pid"))));
    }

    void aGroupThatIgnoresTermIsKilled()
    {
        QTemporaryDir folder;
        Question question =
            shell(QStringLiteral("(trap '' TERM; echo $$ > pid; while :; do sleep 0.1; done)"));
        question.directory = folder.path();
        question.timeoutMs = 300;
        QCOMPARE(ask(question).error().code(), QStringLiteral("program.timeout"));
        QVERIFY(isGone(folder.filePath(QStringLiteral("pid"))));
    }

    void aStopRequestEndsIt()
    {
        const auto source = std::make_shared<std::stop_source>();
        std::jthread stopper([source] {
            QTest::qSleep(200);
            source->request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        const Result<Reply> reply =
            ask({.argv = {QStringLiteral("sleep"), QStringLiteral("60")}}, source->get_token());
        QCOMPARE(reply.error().code(), QStringLiteral("program.stopped"));
        QVERIFY(timer.elapsed() < 3000);
    }

    void tooMuchOutputEndsIt()
    {
        Question question{.argv = {QStringLiteral("yes")}};
        question.maxBytes = 1'000'000;
        QElapsedTimer timer;
        timer.start();
        const Result<Reply> reply = ask(question);
        QCOMPARE(reply.error().code(), QStringLiteral("program.too-much-output"));
        QVERIFY(timer.elapsed() < 5000);
    }

    void aSignalIsACrash()
    {
        const Result<Reply> reply = ask(shell(QStringLiteral("kill -SEGV $$")));
        QCOMPARE(reply.error().code(), QStringLiteral("program.crashed"));
    }
};

QTEST_GUILESS_MAIN(TestAsk)
#include "tst_ask.moc"
