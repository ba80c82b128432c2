// SPDX-License-Identifier: MIT
// A merge in conflict by the real program: answered on the command line, mended in the folder, and
// killed in between.
#include "tests/app/scratchhome.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using TestPrograms::Finished;

class TestMergeRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void aRehearsalSaysThatItTakesAPerson();
    void conflictsAreAnsweredOnTheCommandLine();
    void aMergeIsMendedInTheFolder();
    void killedInBetweenItMergesOnce();
    void theMergeIsUndone();

private:
    QByteArray git(const QString &arguments) const;
    void change(const char *a, const char *b) const;
    Finished call(const QString &arguments) const { return m_home->slipway(arguments.split(u' ')); }
    QJsonObject conflicts() const
    {
        return QJsonDocument::fromJson(
                   call(QStringLiteral("resolve last merge --json")).output.toUtf8())
            .object();
    }
    QString state() const
    {
        return m_home->stepState(QStringLiteral("last"), QStringLiteral("merge"));
    }
    void checkMerged() const;

    std::unique_ptr<ScratchHome> m_home;
    QByteArray m_before;
};

QByteArray TestMergeRun::git(const QString &arguments) const
{
    const Finished done =
        TestPrograms::run(QStringList{QStringLiteral("git")} + arguments.split(u' '),
                          m_home->path(QStringLiteral("repo")));
    if (done.status != 0)
        qFatal("git %s: %s", qPrintable(arguments), done.text().constData());
    return done.output.trimmed().toUtf8();
}

void TestMergeRun::change(const char *a, const char *b) const
{
    m_home->write(QStringLiteral("repo/a.txt"), a);
    m_home->write(QStringLiteral("repo/b.txt"), b);
    git(QStringLiteral("add --all"));
    git(QStringLiteral("commit --quiet --message=Change"));
}

void TestMergeRun::init()
{
    m_home = std::make_unique<ScratchHome>();
    const QString config =
        m_home->write(QStringLiteral("gitconfig"), "[user]\nname = Ana\nemail = ana@example.org\n"
                                                   "[init]\ndefaultBranch = main\n");
    qputenv("GIT_CONFIG_GLOBAL", config.toUtf8());
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    m_home->write(QStringLiteral("repo/a.txt"), "");
    git(QStringLiteral("init --quiet"));
    change("1\n2\n3\n", "1\n");
    git(QStringLiteral("branch feature"));
    change("1\nours\n3\n", "ours\n");
    m_before = git(QStringLiteral("rev-parse HEAD"));
    git(QStringLiteral("switch --quiet feature"));
    change("1\ntheirs\n3\n", "theirs\n");
    git(QStringLiteral("switch --quiet main"));
    m_home->write(QStringLiteral("m.yaml"),
                  "slipway: 1\nname: m\ntitle: M\nstages:\n  - name: only\n    title: Only\n"
                  "    steps:\n"
                  "      - {id: merge, uses: git.merge, with: {in: repo, from: feature}}\n"
                  "      - {id: after, uses: check, with: {message: It must be so, "
                  "that: '${{ steps.merge.outputs.conflicts == 2 }}'}}\n");
    QString text = QString::fromUtf8(m_home->read(QStringLiteral("m.yaml")));
    text.replace(QStringLiteral("in: repo"),
                 QStringLiteral("in: '%1'").arg(m_home->path(QStringLiteral("repo"))));
    m_home->write(QStringLiteral("m.yaml"), text.toUtf8());
}

void TestMergeRun::checkMerged() const
{
    QCOMPARE(git(QStringLiteral("rev-parse HEAD^1")), m_before);
    QCOMPARE(git(QStringLiteral("rev-parse HEAD^2")), git(QStringLiteral("rev-parse feature")));
    QCOMPARE(git(QStringLiteral("status --porcelain")), QByteArray());
}

void TestMergeRun::aRehearsalSaysThatItTakesAPerson()
{
    const auto rehearsed = [this] {
        const Finished done = call(QStringLiteral("run --rehearse --json m.yaml"));
        return QJsonDocument::fromJson(
            done.output.toUtf8())[QLatin1String("stages")][0][QLatin1String("steps")][0];
    };
    QCOMPARE(rehearsed()[QLatin1String("state")].toString(), QStringLiteral("person"));
    git(QStringLiteral("reset --quiet --hard HEAD^"));
    QCOMPARE(rehearsed()[QLatin1String("state")].toString(), QStringLiteral("planned"));
}

void TestMergeRun::conflictsAreAnsweredOnTheCommandLine()
{
    const Finished run = call(QStringLiteral("run m.yaml"));
    QVERIFY2(run.status == 3, run.text());
    QVERIFY2(run.errors.contains(QStringLiteral("slipway resolve")), run.text());
    QCOMPARE(state(), QStringLiteral("waiting"));
    QCOMPARE(conflicts()[QLatin1String("files")].toArray().size(), 2);
    QCOMPARE(call(QStringLiteral("resolve last merge")).output,
             QStringLiteral("-  a.txt\n-  b.txt\n"));
    QCOMPARE(call(QStringLiteral("resolve last merge --ours c.txt")).status, 2);
    m_home->write(QStringLiteral("half.txt"), "1\n<<<<<<< main\n");
    QCOMPARE(call(QStringLiteral("resolve last merge --use a.txt=half.txt")).status, 2);
    m_home->write(QStringLiteral("whole.txt"), "1\nboth\n3\n");
    const Finished first = call(QStringLiteral("resolve last merge --use a.txt=whole.txt"));
    QVERIFY2(first.status == 0, first.text());
    QCOMPARE(first.output, QStringLiteral("text  a.txt\n-  b.txt\n"));
    QCOMPARE(call(QStringLiteral("resume last")).status, 3); // it still waits
    QCOMPARE(git(QStringLiteral("rev-parse HEAD")), m_before);
    QCOMPARE(git(QStringLiteral("status --porcelain")), QByteArray());
    QCOMPARE(call(QStringLiteral("resolve last merge --theirs b.txt")).status, 0);
    const Finished done = call(QStringLiteral("resume last"));
    QVERIFY2(done.status == 0, done.text());
    checkMerged();
    QCOMPARE(m_home->read(QStringLiteral("repo/a.txt")), QByteArray("1\nboth\n3\n"));
    QCOMPARE(m_home->read(QStringLiteral("repo/b.txt")), QByteArray("theirs\n"));
    QCOMPARE(call(QStringLiteral("resolve last merge --ours a.txt")).status, 1); // too late
    QCOMPARE(call(QStringLiteral("verify last")).status, 0);
}

void TestMergeRun::aMergeIsMendedInTheFolder()
{
    QCOMPARE(call(QStringLiteral("run m.yaml")).status, 3);
    const auto goOn = [this](const char *option) {
        QCOMPARE(call(QStringLiteral("resolve last merge ") + QLatin1String(option)).status, 0);
        QCOMPARE(call(QStringLiteral("resume last")).status, 3);
    };
    goOn("--by-hand");
    QVERIFY(conflicts()[QLatin1String("byHand")].toBool());
    QVERIFY(m_home->read(QStringLiteral("repo/a.txt")).contains("<<<<<<<"));
    goOn("--abort");
    QVERIFY(!conflicts()[QLatin1String("byHand")].toBool());
    QCOMPARE(git(QStringLiteral("status --porcelain")), QByteArray());
    goOn("--by-hand");
    m_home->write(QStringLiteral("repo/b.txt"), "mended\n");
    goOn("--go-on");
    QCOMPARE(conflicts()[QLatin1String("left")].toArray(), QJsonArray{QStringLiteral("a.txt:2")});
    m_home->write(QStringLiteral("repo/a.txt"), "mended\n");
    QCOMPARE(call(QStringLiteral("resolve last merge --go-on")).status, 0);
    const Finished done = call(QStringLiteral("resume last"));
    QVERIFY2(done.status == 0, done.text());
    checkMerged();
    QCOMPARE(git(QStringLiteral("show HEAD:a.txt")), QByteArray("mended"));
}

/// The console dies again and again, each time a little later.
void TestMergeRun::killedInBetweenItMergesOnce()
{
    QCOMPARE(call(QStringLiteral("run m.yaml")).status, 3);
    const Finished said = call(QStringLiteral("resolve last merge --ours a.txt --theirs b.txt"));
    QVERIFY2(said.status == 0, said.text());
    QElapsedTimer whole;
    whole.start();
    for (int delayMs = 20; whole.elapsed() < 60'000; delayMs += delayMs / 2) {
        const auto process = m_home->start({QStringLiteral("resume"), QStringLiteral("last")});
        if (process->waitForFinished(delayMs))
            break;
        process->kill(); // SIGKILL
        process->waitForFinished();
    }
    const Finished done = call(QStringLiteral("resume last"));
    QVERIFY2(done.status == 0, done.text());
    checkMerged();
    QCOMPARE(git(QStringLiteral("rev-list --count --merges HEAD")), QByteArray("1"));
    QCOMPARE(m_home->read(QStringLiteral("repo/a.txt")), QByteArray("1\nours\n3\n"));
}

void TestMergeRun::theMergeIsUndone()
{
    QCOMPARE(call(QStringLiteral("run m.yaml")).status, 3);
    QCOMPARE(call(QStringLiteral("resolve last merge --ours a.txt --ours b.txt")).status, 0);
    QCOMPARE(call(QStringLiteral("resume last")).status, 0);
    checkMerged();
    const Finished undone = call(QStringLiteral("undo last"));
    QVERIFY2(undone.status == 0, undone.text());
    QCOMPARE(git(QStringLiteral("rev-parse HEAD")), m_before);
    QCOMPARE(git(QStringLiteral("status --porcelain")), QByteArray());
}

QTEST_GUILESS_MAIN(TestMergeRun)
#include "tst_mergerun.moc"
