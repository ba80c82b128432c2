// SPDX-License-Identifier: MIT
// What goes wrong around a run of the real program, and how the run goes on afterwards.
#include "tests/app/scratchhome.h"

#include <QDir>
#include <QJsonDocument>
#include <QtTest>
#include <csignal>

using TestPrograms::Finished;

namespace {

constexpr int soonMs = 20'000;
const QString last = QStringLiteral("last");

QByteArray checklist(const QByteArray &steps, const QByteArray &inputs = {})
{
    return "slipway: 1\nname: test\ntitle: A test\n" + inputs +
           "stages:\n  - name: only\n    steps:\n" + steps +
           "      - {id: after, uses: command, with: {run: ['true']}}\n";
}

QByteArray runsTool(const QByteArray &more = {})
{
    return checklist("      - id: tool\n        uses: command\n        with:\n"
                     "          run: [./tool.sh]\n          in: ${{ inputs.folder }}\n" +
                         more,
                     "inputs:\n  folder: {type: directory}\n");
}

const QByteArray sleeps =
    checklist("      - {id: long, uses: command, with: {run: [sleep, '300']}}\n");

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestInterruptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void theFirstInterruptCancelsTheRun();
    void theSecondInterruptLeavesTheRunAsItIs();
    void anotherProcessCancelsWhatRuns();
    void aFailedStepIsTriedAgainWhenItIsMended_data();
    void aFailedStepIsTriedAgainWhenItIsMended();
    void aStepIsSkippedWithAReason();
    void aDirtyRepositoryIsRefusedAndBranchedWhenClean();
    void withoutAnEngineADockerStepSaysSo();
    void aStepInDoubtIsSettledAndTheRunGoesOn();

private:
    Finished call(const char *line) const { return m_home->slipway(words(line)); }
    void tool(const QByteArray &script) const;
    void startSleeping();
    void git(const char *line) const;
    qint64 supervisor() const;

    std::unique_ptr<ScratchHome> m_home;
    std::unique_ptr<QProcess> m_process;
};

void TestInterruptions::init()
{
    m_home = std::make_unique<ScratchHome>();
    m_process.reset();
}

/// A script in the folder that runs are given.
void TestInterruptions::tool(const QByteArray &script) const
{
    QFile file(m_home->write(QStringLiteral("folder/tool.sh"), "#!/bin/bash\n" + script));
    file.setPermissions(file.permissions() | QFile::ExeOwner);
}

void TestInterruptions::startSleeping()
{
    m_home->write(QStringLiteral("sleeps.yaml"), sleeps);
    m_process = m_home->start(words("run sleeps.yaml"));
    QTRY_COMPARE_WITH_TIMEOUT(m_home->stepState(last, QStringLiteral("long")),
                              QStringLiteral("running"), soonMs);
    QTRY_VERIFY_WITH_TIMEOUT(supervisor() > 0, soonMs);
}

void TestInterruptions::theFirstInterruptCancelsTheRun()
{
    startSleeping();
    QCOMPARE(::kill(pid_t(m_process->processId()), SIGINT), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, soonMs);
    QCOMPARE(m_process->exitCode(), 1);
    QCOMPARE(m_home->show(last)[QLatin1String("state")].toString(), QStringLiteral("cancelled"));
    QTRY_VERIFY_WITH_TIMEOUT(::kill(pid_t(supervisor()), 0) != 0, soonMs);
    QCOMPARE(call("resume last").status, 1);
}

void TestInterruptions::theSecondInterruptLeavesTheRunAsItIs()
{
    tool("trap '' INT TERM HUP\nwhile true; do sleep 0.2; done\n");
    m_home->write(QStringLiteral("tool.yaml"), runsTool());
    m_process = m_home->start(words("run tool.yaml --input folder=folder"));
    QTRY_VERIFY_WITH_TIMEOUT(supervisor() > 0, soonMs);
    QByteArray said;
    connect(m_process.get(), &QProcess::readyReadStandardError, this,
            [&] { said += m_process->readAllStandardError(); });
    ::kill(pid_t(m_process->processId()), SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(said.contains("Cancelling"), soonMs);
    ::kill(pid_t(m_process->processId()), SIGINT);
    QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, soonMs);
    QCOMPARE(m_process->exitCode(), 1);
    QVERIFY2(said.contains("Left as it is"), said);
    QCOMPARE(m_home->stepState(last, QStringLiteral("tool")), QStringLiteral("running"));
}

void TestInterruptions::anotherProcessCancelsWhatRuns()
{
    startSleeping();
    const Finished cancelled = call("cancel last");
    QVERIFY2(cancelled.status == 0, cancelled.text());
    QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, soonMs);
    QCOMPARE(m_process->exitCode(), 1);
    QCOMPARE(m_home->stepState(last, QStringLiteral("long")), QStringLiteral("cancelled"));
}

void TestInterruptions::aFailedStepIsTriedAgainWhenItIsMended_data()
{
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("broken"); // empty: the tool is missing
    QTest::addColumn<QString>("said");
    QTest::addColumn<QByteArray>("mended");
    const QByteArray answers = "          answers: [{prompt: 'Name', reply: Ana}]\n";
    QTest::newRow("a failing build") << QByteArray() << QByteArray("echo no space left; exit 7\n")
                                     << "no space left" << QByteArray("exit 0\n");
    QTest::newRow("a missing program")
        << QByteArray() << QByteArray() << "tool.sh" << QByteArray("exit 0\n");
    QTest::newRow("a prompt that never comes")
        << answers << QByteArray("echo nothing asked\n") << "Name"
        << QByteArray("read -p 'Name? ' n; [ $n = Ana ]\n");
    QTest::newRow("a question without an answer")
        << QByteArray("          terminal: true\n          prompt-wait: 1s\n")
        << QByteArray("read -p 'Really? ' x\n") << "Really" << QByteArray("exit 0\n");
    QTest::newRow("the wrong words")
        << QByteArray("          expect: 'all well'\n") << QByteArray("echo not well\n")
        << "all well" << QByteArray("echo all well\n");
}

void TestInterruptions::aFailedStepIsTriedAgainWhenItIsMended()
{
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, broken);
    QFETCH(QString, said);
    QFETCH(QByteArray, mended);
    QDir().mkpath(m_home->path(QStringLiteral("folder")));
    if (!broken.isEmpty())
        tool(broken);
    m_home->write(QStringLiteral("tool.yaml"), runsTool(more));
    const Finished failed = call("run tool.yaml --input folder=folder");
    QVERIFY2(failed.status == 1, failed.text());
    QVERIFY2(failed.errors.contains(said), failed.text());
    QCOMPARE(m_home->stepState(last, QStringLiteral("tool")), QStringLiteral("failed"));
    const Finished unchanged = call("resume last");
    QVERIFY2(unchanged.status == 1, "resume never retries");
    tool(mended);
    const Finished retried = call("retry last tool");
    QVERIFY2(retried.status == 0, retried.text());
    const Finished done = call("resume last");
    QVERIFY2(done.status == 0, done.text());
    QCOMPARE(m_home->stepState(last, QStringLiteral("after")), QStringLiteral("succeeded"));
}

void TestInterruptions::aStepIsSkippedWithAReason()
{
    tool("exit 1\n");
    m_home->write(QStringLiteral("tool.yaml"), runsTool());
    QCOMPARE(call("run tool.yaml --input folder=folder").status, 1);
    QCOMPARE(call("skip last tool").status, 1);
    const Finished skipped = call("skip last tool --reason unneeded");
    QVERIFY2(skipped.status == 0, skipped.text());
    const Finished done = call("resume last");
    QVERIFY2(done.status == 0, done.text());
    QCOMPARE(m_home->stepState(last, QStringLiteral("tool")), QStringLiteral("skipped"));
    QCOMPARE(call("retry last after").status, 1);
}

void TestInterruptions::git(const char *line) const
{
    const Finished done = TestPrograms::run(
        QStringList{QStringLiteral("git"), QStringLiteral("-c"), QStringLiteral("user.name=Test"),
                    QStringLiteral("-c"), QStringLiteral("user.email=test@example.org")} +
            words(line),
        m_home->path());
    QVERIFY2(done.status == 0, done.text());
}

void TestInterruptions::aDirtyRepositoryIsRefusedAndBranchedWhenClean()
{
    git("init -q --bare -b main remote.git");
    git("clone -q remote.git repo");
    m_home->write(QStringLiteral("repo/file"), "committed\n");
    git("-C repo checkout -q -B main");
    git("-C repo add file");
    git("-C repo commit -q -m one");
    git("-C repo push -q origin main");
    git("-C repo remote set-head origin main");
    m_home->write(QStringLiteral("repo/file"), "changed\n");
    m_home->write(QStringLiteral("branch.yaml"),
                  checklist("      - {id: branch, uses: git.branch, with: {in: '${{ inputs.repo "
                            "}}', name: update}}\n",
                            "inputs:\n  repo: {type: directory}\n"));
    const Finished refused = call("run branch.yaml --input repo=repo");
    QVERIFY2(refused.status == 1, refused.text());
    QVERIFY2(refused.errors.contains(QLatin1String("commit"), Qt::CaseInsensitive), refused.text());
    QCOMPARE(m_home->read(QStringLiteral("repo/file")), QByteArray("changed\n"));
    git("-C repo checkout -q -- file");
    QCOMPARE(call("retry last branch").status, 0);
    const Finished done = call("resume last");
    QVERIFY2(done.status == 0, done.text());
    git("-C repo rev-parse -q --verify refs/heads/update");
}

void TestInterruptions::withoutAnEngineADockerStepSaysSo()
{
    qputenv("DOCKER_HOST", "unix:///nonexistent/docker.sock");
    const auto restore = qScopeGuard([] { qunsetenv("DOCKER_HOST"); });
    m_home->write(QStringLiteral("folder/docker-compose.yml"), "services: {}\n");
    m_home->write(QStringLiteral("compose.yaml"),
                  checklist("      - {id: up, uses: docker.compose, with: {in: '${{ inputs.folder "
                            "}}', action: up}}\n",
                            "inputs:\n  folder: {type: directory}\n"));
    const Finished failed = call("run compose.yaml --input folder=folder");
    QVERIFY2(failed.status == 1, failed.text());
    QVERIFY2(failed.errors.contains(QLatin1String("engine"), Qt::CaseInsensitive) ||
                 failed.errors.contains(QLatin1String("docker"), Qt::CaseInsensitive),
             failed.text());
    QCOMPARE(call("skip last up --reason none").status, 0);
    QCOMPARE(call("resume last").status, 0);
}

/// The process that watches over the first attempt of the only run, from its own file; 0 before.
qint64 TestInterruptions::supervisor() const
{
    const QDir runs(m_home->path(QStringLiteral("home/data/runs")));
    const QStringList ids = runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    const QByteArray started =
        m_home->read(QStringLiteral("home/data/runs/%1/attempts/1/started").arg(ids.value(0)));
    return QJsonDocument::fromJson(started).object()[QLatin1String("pid")].toInteger();
}

void TestInterruptions::aStepInDoubtIsSettledAndTheRunGoesOn()
{
    startSleeping();
    ::kill(pid_t(m_process->processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, soonMs);
    ::kill(pid_t(supervisor()), SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(::kill(pid_t(supervisor()), 0) != 0, soonMs);
    const Finished resumed = call("resume last");
    QVERIFY2(resumed.status == 4, resumed.text());
    QVERIFY2(resumed.errors.contains(QLatin1String("In doubt")), resumed.text());
    QCOMPARE(m_home->stepState(last, QStringLiteral("long")), QStringLiteral("in-doubt"));
    QCOMPARE(call("settle last long perhaps").status, 1);
    const Finished settled = call("settle last long done --note seen");
    QVERIFY2(settled.status == 0, settled.text());
    const Finished done = call("resume last");
    QVERIFY2(done.status == 0, done.text());
    QCOMPARE(m_home->stepState(last, QStringLiteral("after")), QStringLiteral("succeeded"));
}

QTEST_GUILESS_MAIN(TestInterruptions)
#include "tst_interruptions.moc"
