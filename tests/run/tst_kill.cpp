// SPDX-License-Identifier: MIT
#include "core/journal/sqlitestore.h"
#include "core/run/eventkinds.h"
#include "tests/trust/trusted.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int kills = 20;
constexpr int mostRuns = 20;
constexpr int succeeded = 0;
constexpr int stepsOfTheRun = 11;

/// Clones a bare repository, and three times changes a file, commits and pushes.
QByteArray checklist(const QString &remote)
{
    QByteArray text = "slipway: 1\nname: git-only\ntitle: Git only\nstages:\n"
                      "  - name: work\n    title: Work\n    steps:\n"
                      "      - {id: clone, uses: git.clone, with: {url: '@', to: clone}}\n"
                      "      - {id: branch, uses: git.branch, with: {in: "
                      "'${{ steps.clone.outputs.directory }}', name: update}}\n";
    for (int i = 1; i <= 3; ++i) {
        text += QByteArray("      - {id: edit-#, uses: files.replace, with: {in: "
                           "'${{ steps.clone.outputs.directory }}', file: count.txt, find: "
                           "'value %', replace: 'value #'}}\n"
                           "      - {id: commit-#, uses: git.commit, with: {in: "
                           "'${{ steps.clone.outputs.directory }}', message: 'Change #', paths: "
                           "[count.txt]}}\n"
                           "      - {id: push-#, uses: git.push, with: {in: "
                           "'${{ steps.clone.outputs.directory }}', branch: update}}\n")
                    .replace('#', QByteArray::number(i))
                    .replace('%', QByteArray::number(i - 1));
    }
    return text.replace('@', remote.toUtf8());
}

} // namespace

/// The console is killed at random moments and resumed: nothing happens twice, nothing is lost.
class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedAtRandomMomentsNothingIsLostOrDoubled();

private:
    QByteArray git(const QStringList &arguments);
    QProcess *start(const QStringList &arguments);
    QByteArray output(const QStringList &arguments);
    void makeRemote();
    int undisturbed();
    int killUntilItEnds(QRandomGenerator &random, int whole);
    void checkTheWorld(const QString &run);
    void checkTheJournal(const QString &run);

    QTemporaryDir m_folder;
    QString m_remote;
    QString m_checklist;
    QProcessEnvironment m_environment;
};

void TestKill::initTestCase()
{
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(QStringLiteral("HOME"), m_folder.path());
    m_environment.insert(QStringLiteral("SLIPWAY_HOME"), m_folder.filePath(QStringLiteral("home")));
    const QString config = m_folder.filePath(QStringLiteral("gitconfig"));
    QFile file(config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[user]\nname = Ana\nemail = ana@example.org\n[init]\ndefaultBranch = main\n");
    file.close();
    m_environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), config);
    m_environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
}

QByteArray TestKill::git(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QStringLiteral("git"), arguments);
    process.waitForFinished(60'000);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')),
               process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

void TestKill::makeRemote()
{
    static int count = 0;
    const QString seed = m_folder.filePath(QStringLiteral("seed-%1").arg(++count));
    m_remote = m_folder.filePath(QStringLiteral("remote-%1.git").arg(count));
    git({QStringLiteral("init"), QStringLiteral("-q"), seed});
    QFile file(seed + QLatin1String("/count.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("value 0\n");
    file.close();
    git({QStringLiteral("-C"), seed, QStringLiteral("add"), QStringLiteral(".")});
    git({QStringLiteral("-C"), seed, QStringLiteral("commit"), QStringLiteral("-qm"),
         QStringLiteral("Begin")});
    git({QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--bare"), seed, m_remote});
    m_checklist = m_folder.filePath(QStringLiteral("git-only-%1.checklist.yaml").arg(count));
    QFile document(m_checklist);
    QVERIFY(document.open(QIODevice::WriteOnly));
    document.write(checklist(m_remote));
    document.close();
    TestTrust::Files(m_environment.value(QStringLiteral("SLIPWAY_HOME"))).add(m_checklist);
}

QProcess *TestKill::start(const QStringList &arguments)
{
    auto *process = new QProcess(this);
    process->setProcessEnvironment(m_environment);
    process->start(QStringLiteral(SLIPWAY_PROGRAM), arguments);
    if (!process->waitForStarted())
        qFatal("slipway does not start");
    return process;
}

QByteArray TestKill::output(const QStringList &arguments)
{
    QProcess *process = start(arguments);
    process->waitForFinished(60'000);
    const QByteArray bytes = process->readAllStandardOutput();
    delete process;
    return bytes;
}

/// How long the run takes when nobody disturbs it, in ms.
int TestKill::undisturbed()
{
    makeRemote();
    QElapsedTimer timer;
    timer.start();
    QProcess *process = start({QStringLiteral("run"), m_checklist});
    process->waitForFinished(120'000);
    const int status = process->exitCode();
    const QByteArray said = process->readAllStandardError();
    delete process;
    if (status != succeeded)
        qFatal("the undisturbed run failed: %s", said.constData());
    return int(timer.elapsed());
}

/// One run, killed again and again until it has ended. Gives how often the kill hit.
int TestKill::killUntilItEnds(QRandomGenerator &random, int whole)
{
    makeRemote();
    int hits = 0;
    QString run;
    while (true) {
        QProcess *process = run.isEmpty() ? start({QStringLiteral("run"), m_checklist})
                                          : start({QStringLiteral("resume"), run});
        // Short enough for many kills in one run. Each leaves the next process a little longer:
        // on a slow machine the first ones would otherwise never get beyond their start.
        const bool hasEnded =
            process->waitForFinished(10 + int(random.bounded(whole / 5 + hits * whole / 20)));
        if (!hasEnded) {
            process->kill();
            process->waitForFinished();
            ++hits;
        }
        if (run.isEmpty())
            run = QString::fromUtf8(process->readAllStandardOutput()).trimmed();
        const int status = process->exitCode();
        const QByteArray said = process->readAllStandardError();
        delete process;
        if (hasEnded && status != succeeded)
            qFatal("after %d kills: status %d: %s", hits, status, said.constData());
        if (hasEnded)
            break;
    }
    checkTheWorld(run);
    return hits;
}

void TestKill::checkTheWorld(const QString &run)
{
    QCOMPARE(
        git({QStringLiteral("-C"), m_remote, QStringLiteral("log"), QStringLiteral("--reverse"),
             QStringLiteral("--format=%s"), QStringLiteral("main..update")}),
        QByteArray("Change 1\nChange 2\nChange 3\n"));
    const QString clone = QStringLiteral("%1/data/runs/%2/work/clone")
                              .arg(m_environment.value(QStringLiteral("SLIPWAY_HOME")), run);
    QCOMPARE(
        git({QStringLiteral("-C"), clone, QStringLiteral("rev-parse"), QStringLiteral("update")}),
        git({QStringLiteral("-C"), m_remote, QStringLiteral("rev-parse"),
             QStringLiteral("update")}));
    QCOMPARE(git({QStringLiteral("-C"), m_remote, QStringLiteral("show"),
                  QStringLiteral("update:count.txt")}),
             QByteArray("value 3\n"));
    const QJsonObject shown =
        QJsonDocument::fromJson(output({QStringLiteral("show"), run, QStringLiteral("--json")}))
            .object();
    QCOMPARE(shown[QLatin1String("state")].toString(), QStringLiteral("succeeded"));
    checkTheJournal(run);
}

/// No attempt was ever in doubt, and of each step exactly one succeeded.
void TestKill::checkTheJournal(const QString &run)
{
    using namespace Slipway;
    const SystemClock clock;
    auto store = SqliteStore::open(m_environment.value(QStringLiteral("SLIPWAY_HOME")) +
                                       QLatin1String("/data/journal.sqlite"),
                                   QStringLiteral("test"), clock);
    QVERIFY(store);
    const auto events = (*store)->events(run, 0, 10'000);
    QVERIFY(events);
    QMap<QString, int> succeededOf;
    for (const Event &event : *events) {
        QVERIFY2(event.kind != EventKind::attemptDoubted, event.body.constData());
        const QJsonObject body = event.json();
        if (event.kind == EventKind::attemptEnded &&
            body[QLatin1String("outcome")] == QLatin1String("succeeded"))
            ++succeededOf[body[QLatin1String("step")].toString()];
    }
    QCOMPARE(succeededOf.size(), stepsOfTheRun);
    for (auto it = succeededOf.cbegin(); it != succeededOf.cend(); ++it)
        QVERIFY2(it.value() == 1, qPrintable(it.key()));
}

void TestKill::killedAtRandomMomentsNothingIsLostOrDoubled()
{
    bool isGiven = false;
    quint32 seed = qEnvironmentVariable("SLIPWAY_SEED").toUInt(&isGiven);
    if (!isGiven)
        seed = QRandomGenerator::global()->generate();
    qInfo("SLIPWAY_SEED=%u replays this", seed);
    QRandomGenerator random(seed);
    const int whole = undisturbed();
    int hits = 0;
    int runs = 0;
    while (hits < kills && runs < mostRuns && !QTest::currentTestFailed()) {
        hits += killUntilItEnds(random, whole);
        ++runs;
    }
    qInfo("%d kills in %d runs; undisturbed one takes %d ms", hits, runs, whole);
    QVERIFY(hits >= kills);
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
