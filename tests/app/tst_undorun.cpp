// SPDX-License-Identifier: MIT
// A run with real effects is undone by the real program, also when that is killed in between.
#include "tests/app/scratchhome.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using TestPrograms::Finished;

namespace {

const QString last = QStringLiteral("last");

/// Edits, commits and pushes twice, on a branch of its own, and leaves marks in the workspace.
QByteArray document(const QString &repository)
{
    QByteArray text = "slipway: 1\nname: undone\ntitle: Undone\nstages:\n"
                      "  - name: work\n    title: Work\n    steps:\n"
                      "      - {id: begin, uses: command, with: {run: [sh, -c, 'echo x > mark']}, "
                      "undo: {uses: command, with: {run: [rm, mark]}}}\n"
                      "      - {id: branch, uses: git.branch, with: {in: '@', name: update}}\n";
    for (int i = 1; i <= 2; ++i) {
        text += QByteArray(
                    "      - {id: edit-#, uses: files.replace, with: {in: '@', file: count.txt, "
                    "find: 'value %', replace: 'value #'}}\n"
                    "      - {id: commit-#, uses: git.commit, with: {in: '@', message: 'Change #', "
                    "paths: [count.txt]}}\n"
                    "      - {id: push-#, uses: git.push, with: {in: '@', branch: update}}\n")
                    .replace('#', QByteArray::number(i))
                    .replace('%', QByteArray::number(i - 1));
    }
    return text.replace('@', repository.toUtf8());
}

} // namespace

class TestUndoRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void everythingIsUndone();
    void onlyWhatCameAfterAStepIsUndone();
    void killedInTheMiddleItGoesOn();
    void whatCannotBeUndoneIsSaidBefore();
    void aFailedUndoWaitsForAPerson();
    void anUndoneRunGoesAgainFromAStep();

private:
    QByteArray git(const QStringList &arguments) const;
    /// Branches and their commits here and at the remote, HEAD, and what the files hold.
    QByteArray world() const;
    Finished call(const QStringList &arguments) const { return m_home->slipway(arguments); }
    QJsonArray preview(const QStringList &options) const;
    void checkPlans() const;
    QString repository() const { return m_home->path(QStringLiteral("repository")); }

    std::unique_ptr<ScratchHome> m_home;
};

void TestUndoRun::init()
{
    m_home = std::make_unique<ScratchHome>();
    const QByteArray config =
        m_home
            ->write(QStringLiteral("gitconfig"), "[user]\nname = Ana\nemail = ana@example.org\n"
                                                 "[init]\ndefaultBranch = main\n")
            .toUtf8();
    qputenv("GIT_CONFIG_GLOBAL", config);
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    const QString remote = m_home->path(QStringLiteral("remote.git"));
    git({QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("--bare"), remote});
    git({QStringLiteral("init"), QStringLiteral("-q"), repository()});
    m_home->write(QStringLiteral("repository/count.txt"), "value 0\n");
    const auto here = [&](const QStringList &arguments) {
        git(QStringList{QStringLiteral("-C"), repository()} + arguments);
    };
    here({QStringLiteral("add"), QStringLiteral(".")});
    here({QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("Begin")});
    here({QStringLiteral("remote"), QStringLiteral("add"), QStringLiteral("origin"), remote});
    here({QStringLiteral("push"), QStringLiteral("-q"), QStringLiteral("origin"),
          QStringLiteral("main")});
    m_home->write(QStringLiteral("undone.yaml"), document(repository()));
}

QByteArray TestUndoRun::git(const QStringList &arguments) const
{
    const Finished done = TestPrograms::run(QStringList{QStringLiteral("git")} + arguments);
    if (done.status != 0)
        qFatal("git %s: %s", qPrintable(arguments.join(u' ')), done.text().constData());
    return done.output.toUtf8();
}

QByteArray TestUndoRun::world() const
{
    const QStringList refs{QStringLiteral("for-each-ref"), QStringLiteral("refs/heads")};
    const QString remote = m_home->path(QStringLiteral("remote.git"));
    const QStringList here{QStringLiteral("-C"), repository()};
    return git(here + refs) + "--\n" + git(QStringList{QStringLiteral("-C"), remote} + refs) +
           "--\n" + m_home->read(QStringLiteral("repository/.git/HEAD")) +
           m_home->read(QStringLiteral("repository/count.txt")) +
           git(here + QStringList{QStringLiteral("status"), QStringLiteral("--porcelain")});
}

QJsonArray TestUndoRun::preview(const QStringList &options) const
{
    const Finished done = call(QStringList{QStringLiteral("undo"), last,
                                           QStringLiteral("--dry-run"), QStringLiteral("--json")} +
                               options);
    return QJsonDocument::fromJson(done.output.toUtf8()).object()[QLatin1String("undo")].toArray();
}

/// Each says how: with which commands, with which changes.
void TestUndoRun::checkPlans() const
{
    const Finished shown =
        call({QStringLiteral("undo"), last, QStringLiteral("--dry-run"), QStringLiteral("--json")});
    const QJsonArray plans =
        QJsonDocument::fromJson(shown.output.toUtf8()).object()[QLatin1String("plans")].toArray();
    QVERIFY2(plans.size() >= 6, shown.text());
    const QJsonObject push = plans.first().toObject();
    QCOMPARE(push[QLatin1String("id")].toString(), QStringLiteral("push-2"));
    QCOMPARE(push[QLatin1String("state")].toString(), QStringLiteral("planned"));
    QVERIFY2(!push[QLatin1String("commands")].toArray().isEmpty(), shown.text());
    // Each edit of one file shows what those undone before it would leave.
    QStringList diffs;
    for (const QJsonValue &plan : plans) {
        const QJsonArray changes = plan[QLatin1String("changes")].toArray();
        for (const QJsonValue &change : changes)
            diffs.append(change[QLatin1String("diff")].toString());
    }
    QCOMPARE(diffs.size(), 2);
    QVERIFY2(diffs[0].contains(QLatin1String("-value 2\n+value 1")), qPrintable(diffs[0]));
    QVERIFY2(diffs[1].contains(QLatin1String("-value 1\n+value 0")), qPrintable(diffs[1]));
    const Finished lines = call({QStringLiteral("undo"), last, QStringLiteral("--dry-run")});
    QVERIFY2(lines.output.contains(QLatin1String("$ git")), lines.text());
    QVERIFY2(lines.output.contains(QLatin1String("+value 0")), lines.text());
}

void TestUndoRun::everythingIsUndone()
{
    const QByteArray before = world();
    const Finished ran = call({QStringLiteral("run"), QStringLiteral("undone.yaml")});
    QVERIFY2(ran.status == 0, ran.text());
    const QString mark = m_home->path(
        QStringLiteral("home/data/runs/%1/work/mark").arg(ran.output.section(u'\n', 0, 0)));
    QVERIFY(QFile::exists(mark));
    const QByteArray after = world();
    QVERIFY(after != before);
    const QJsonArray items = preview({});
    QCOMPARE(items.size(), 8);
    QCOMPARE(items.first().toObject()[QLatin1String("id")].toString(), QStringLiteral("push-2"));
    checkPlans();
    QCOMPARE(world(), after);
    const Finished undone = call({QStringLiteral("undo"), last});
    QVERIFY2(undone.status == 0, undone.text());
    QVERIFY2(world() == before, world() + "\nwas\n" + before + undone.text());
    QVERIFY2(!QFile::exists(mark), "what the step itself says undoes it");
    QCOMPARE(m_home->stepState(last, QStringLiteral("commit-1")), QStringLiteral("undone"));
    QCOMPARE(m_home->show(last)[QLatin1String("state")].toString(), QStringLiteral("undone"));
    QCOMPARE(call({QStringLiteral("undo"), last}).status, 1); // there is nothing left
    QCOMPARE(call({QStringLiteral("resume"), last}).status, 1);
    QCOMPARE(world(), before);
}

void TestUndoRun::onlyWhatCameAfterAStepIsUndone()
{
    QCOMPARE(call({QStringLiteral("run"), QStringLiteral("undone.yaml"), QStringLiteral("--until"),
                   QStringLiteral("push-1")})
                 .status,
             0);
    const QByteArray before = world();
    QCOMPARE(call({QStringLiteral("resume"), last}).status, 0);
    const Finished undone =
        call({QStringLiteral("undo"), last, QStringLiteral("--to"), QStringLiteral("push-1")});
    QVERIFY2(undone.status == 0, undone.text());
    QVERIFY2(world() == before, world() + "\nwas\n" + before);
    QCOMPARE(m_home->stepState(last, QStringLiteral("push-1")), QStringLiteral("succeeded"));
    QCOMPARE(m_home->stepState(last, QStringLiteral("edit-2")), QStringLiteral("undone"));
    QCOMPARE(
        call({QStringLiteral("undo"), last, QStringLiteral("--to"), QStringLiteral("no")}).status,
        2);
}

void TestUndoRun::killedInTheMiddleItGoesOn()
{
    QCOMPARE(call({QStringLiteral("run"), QStringLiteral("undone.yaml"), QStringLiteral("--until"),
                   QStringLiteral("branch")})
                 .status,
             0);
    const QByteArray before = world();
    QCOMPARE(call({QStringLiteral("resume"), last}).status, 0);
    // Each time a little later, so that it dies in every one of the undos, or between them.
    int killed = 0;
    bool isAsked = false;
    QElapsedTimer whole;
    whole.start();
    for (int delayMs = 60; whole.elapsed() < 120'000; delayMs += isAsked ? 35 : delayMs / 2) {
        const QStringList verb =
            isAsked ? QStringList{QStringLiteral("resume"), last}
                    : QStringList{QStringLiteral("undo"), last, QStringLiteral("--to"),
                                  QStringLiteral("branch")};
        const auto process = m_home->start(verb);
        if (process->waitForFinished(delayMs))
            break;
        process->kill(); // SIGKILL
        process->waitForFinished();
        ++killed;
        isAsked = isAsked ||
                  m_home->stepState(last, QStringLiteral("push-2")) != QStringLiteral("succeeded");
    }
    const Finished rest = call({QStringLiteral("resume"), last});
    QVERIFY2(rest.status != 4, rest.text());
    QVERIFY2(world() == before, world() + "\nwas\n" + before + rest.text());
    QCOMPARE(m_home->stepState(last, QStringLiteral("edit-1")), QStringLiteral("undone"));
    QCOMPARE(m_home->stepState(last, QStringLiteral("branch")), QStringLiteral("succeeded"));
    QVERIFY2(killed >= 3, "it was hardly disturbed");
}

void TestUndoRun::whatCannotBeUndoneIsSaidBefore()
{
    m_home->write(QStringLiteral("hard.yaml"),
                  "slipway: 1\nname: hard\ntitle: Hard\nstages: [{name: s, title: S, steps: [\n"
                  "  {id: easy, uses: git.branch, with: {in: '" +
                      repository().toUtf8() +
                      "', name: update}},\n"
                      "  {id: hard, uses: command, with: {run: ['true']}},\n"
                      "  {id: by-hand, uses: manual}]}]\n");
    const QByteArray before = world();
    QCOMPARE(call({QStringLiteral("run"), QStringLiteral("hard.yaml")}).status, 3);
    QCOMPARE(call({QStringLiteral("tick"), last, QStringLiteral("by-hand")}).status, 0);
    const QByteArray after = world();
    const QJsonArray items = preview({});
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[0].toObject()[QLatin1String("id")].toString(), QStringLiteral("by-hand"));
    QVERIFY(items[0].toObject()[QLatin1String("attempt")].isNull());
    QCOMPARE(items[1].toObject()[QLatin1String("can")].toString(), QStringLiteral("no"));
    const Finished refused = call({QStringLiteral("undo"), last});
    QVERIFY2(refused.status == 1, refused.text());
    QCOMPARE(world(), after);
    const Finished undone =
        call({QStringLiteral("undo"), last, QStringLiteral("--leave-impossible")});
    QVERIFY2(undone.status == 0, undone.text());
    QCOMPARE(world(), before);
    QCOMPARE(m_home->stepState(last, QStringLiteral("hard")), QStringLiteral("succeeded"));
    QCOMPARE(m_home->stepState(last, QStringLiteral("easy")), QStringLiteral("undone"));
}

void TestUndoRun::aFailedUndoWaitsForAPerson()
{
    m_home->write(QStringLiteral("two.yaml"),
                  "slipway: 1\nname: two\ntitle: Two\nstages: [{name: s, title: S, steps: [\n"
                  "  {id: first, uses: command, with: {run: [touch, first]}, undo: {uses: command, "
                  "with: {run: [rm, first]}}},\n"
                  "  {id: second, uses: command, with: {run: [touch, second]}, undo: {uses: "
                  "command, with: {run: [rm, second]}}}]}]\n");
    const Finished ran = call({QStringLiteral("run"), QStringLiteral("two.yaml")});
    QVERIFY2(ran.status == 0, ran.text());
    const QString work =
        QStringLiteral("home/data/runs/%1/work/").arg(ran.output.section(u'\n', 0, 0));
    QVERIFY(QFile::remove(m_home->path(work + QLatin1String("second"))));
    const Finished stuck = call({QStringLiteral("undo"), last});
    QVERIFY2(stuck.status == 1, stuck.text());
    QCOMPARE(m_home->stepState(last, QStringLiteral("second")), QStringLiteral("failed"));
    QVERIFY(QFile::exists(m_home->path(work + QLatin1String("first"))));
    QCOMPARE(call({QStringLiteral("reset"), last, QStringLiteral("first")}).status, 1);
    QCOMPARE(call({QStringLiteral("retry"), last, QStringLiteral("second")}).status, 0);
    QCOMPARE(call({QStringLiteral("resume"), last}).status, 1);
    QCOMPARE(call({QStringLiteral("skip"), last, QStringLiteral("second"),
                   QStringLiteral("--reason"), QStringLiteral("gone")})
                 .status,
             0);
    QCOMPARE(call({QStringLiteral("resume"), last}).status, 0); // the undo is over
    QCOMPARE(call({QStringLiteral("resume"), last}).status, 1); // but the run is no success
    QVERIFY(!QFile::exists(m_home->path(work + QLatin1String("first"))));
    QCOMPARE(m_home->stepState(last, QStringLiteral("first")), QStringLiteral("undone"));
    QCOMPARE(m_home->stepState(last, QStringLiteral("second")), QStringLiteral("succeeded"));
}

void TestUndoRun::anUndoneRunGoesAgainFromAStep()
{
    QCOMPARE(call({QStringLiteral("run"), QStringLiteral("undone.yaml")}).status, 0);
    const QByteArray files = m_home->read(QStringLiteral("repository/count.txt"));
    const Finished undone =
        call({QStringLiteral("undo"), last, QStringLiteral("--to"), QStringLiteral("branch")});
    QVERIFY2(undone.status == 0, undone.text());
    QVERIFY(m_home->read(QStringLiteral("repository/count.txt")) != files);
    const Finished reset = call({QStringLiteral("reset"), last, QStringLiteral("edit-1")});
    QVERIFY2(reset.status == 0, reset.text());
    const Finished again = call({QStringLiteral("resume"), last});
    QVERIFY2(again.status == 0, again.text());
    QCOMPARE(m_home->read(QStringLiteral("repository/count.txt")), files);
    // Both rounds are history; only the second has effects left.
    QCOMPARE(preview({}).size(), 8);
}

QTEST_GUILESS_MAIN(TestUndoRun)
#include "tst_undorun.moc"
