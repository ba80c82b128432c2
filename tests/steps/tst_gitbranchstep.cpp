// SPDX-License-Identifier: MIT
#include "core/steps/gitbranchstep.h"

#include "tests/steps/gitfixture.h"

#include <QTest>

using namespace Slipway;

class TestGitBranchStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git = std::make_unique<GitFixture>(); }
    void startsFromTheRemotesFreshDefaultBranch();
    void prefersTheUpstreamOfAFork();
    void startsFromHeadWithoutARemote();
    void startsFromANamedBranchTagOrCommit();
    void refusesUncommittedChangesByName();
    void leavesUntrackedFilesAlone();
    void refusesABranchThatExists();
    void continuesOnABranchThatExists();
    void continuesOnABranchThatOnlyTheRemoteHas();
    void restartsABranchAndTellsWhereTheRemoteWas();
    void theProbeTellsBeforeAfterAndForeign();
    void refusesHostileNames_data();
    void refusesHostileNames();
    void saysThatItIsNoRepository();

private:
    Value::Map named(const char *name, const char *ifExists = nullptr,
                     const QString &from = {}) const
    {
        Value::Map with = m_git->inRepo({{QStringLiteral("name"), Value(QString::fromUtf8(name))}});
        if (ifExists)
            with.insert(QStringLiteral("if-exists"), Value(QString::fromUtf8(ifExists)));
        if (!from.isEmpty())
            with.insert(QStringLiteral("from"), Value(from));
        return with;
    }
    QString current() const { return m_git->git({"branch", "--show-current"}); }
    QString head() const { return m_git->git({"rev-parse", "HEAD"}); }

    std::unique_ptr<GitFixture> m_git;
    GitBranchStep m_kind;
};

void TestGitBranchStep::startsFromTheRemotesFreshDefaultBranch()
{
    const QString fresh = m_git->pushFromElsewhere("main", "new\n");
    QVERIFY(fresh != head());
    const Outcome outcome = m_git->planAndRun(m_kind, named("update"));
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(current(), QStringLiteral("update"));
    QCOMPARE(head(), fresh);
    QCOMPARE(outcome.outputs[QStringLiteral("commit")].text(), fresh);
    QCOMPARE(outcome.outputs[QStringLiteral("base")].text(), QStringLiteral("origin/main"));
    QCOMPARE(outcome.outputs[QStringLiteral("remote-before")].text(), QString());
}

void TestGitBranchStep::prefersTheUpstreamOfAFork()
{
    const QString upstream = m_git->scratch() + QStringLiteral("/upstream.git");
    m_git->call({QStringLiteral("git"), QStringLiteral("clone"), QStringLiteral("--bare"),
                 m_git->remote(), upstream});
    m_git->git({"remote", "add", "upstream", upstream.toUtf8().constData()});
    const Outcome outcome = m_git->planAndRun(m_kind, named("update"));
    QCOMPARE(outcome.outputs[QStringLiteral("base")].text(), QStringLiteral("upstream/main"));
}

void TestGitBranchStep::startsFromHeadWithoutARemote()
{
    m_git->git({"remote", "remove", "origin"});
    const QString before = head();
    const Outcome outcome = m_git->planAndRun(m_kind, named("update"));
    QCOMPARE(outcome.error.message(), QString());
    QCOMPARE(head(), before);
    QCOMPARE(current(), QStringLiteral("update"));
}

void TestGitBranchStep::startsFromANamedBranchTagOrCommit()
{
    const QString first = head();
    const QString release = m_git->pushFromElsewhere("release", "r\n");
    m_git->git({"tag", "--annotate", "--message=x", "v1"});
    for (const auto &[from, commit] :
         {std::pair(QStringLiteral("release"), release),
          std::pair(QStringLiteral("origin/release"), release),
          std::pair(QStringLiteral("v1"), first), std::pair(first, first)}) {
        const QByteArray name = "b-" + from.toUtf8().replace('/', '-');
        const Outcome outcome = m_git->planAndRun(m_kind, named(name.constData(), nullptr, from));
        QCOMPARE(outcome.error.message(), QString());
        QCOMPARE(head(), commit);
    }
    const auto missing = m_git->plan(m_kind, named("x", nullptr, QStringLiteral("no-such")));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code(), QStringLiteral("git.no-commit"));
}

void TestGitBranchStep::refusesUncommittedChangesByName()
{
    m_git->write(QStringLiteral("repo/pins.txt"), "torch\n");
    const auto intent = m_git->plan(m_kind, named("update"));
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("git.dirty"));
    QVERIFY(intent.error().message().contains(QStringLiteral("pins.txt")));
}

void TestGitBranchStep::leavesUntrackedFilesAlone()
{
    m_git->write(QStringLiteral("repo/notes.txt"), "mine\n");
    QCOMPARE(m_git->planAndRun(m_kind, named("update")).end, Outcome::End::Succeeded);
    QCOMPARE(m_git->read(QStringLiteral("repo/notes.txt")), QByteArray("mine\n"));
}

void TestGitBranchStep::refusesABranchThatExists()
{
    m_git->git({"branch", "update"});
    const auto intent = m_git->plan(m_kind, named("update"));
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("git.branch-exists"));
}

void TestGitBranchStep::continuesOnABranchThatExists()
{
    m_git->git({"switch", "--create", "update"});
    const QString old = m_git->commit(QStringLiteral("repo"), QStringLiteral("a"), "a");
    const auto nothing = m_git->plan(m_kind, named("update", "continue"));
    QVERIFY(nothing);
    QVERIFY(!nothing->plan.programs);
    QCOMPARE(m_git->run(m_kind, *nothing).outputs[QStringLiteral("commit")].text(), old);
    m_git->git({"switch", "main"});
    QCOMPARE(m_git->planAndRun(m_kind, named("update", "continue")).end, Outcome::End::Succeeded);
    QCOMPARE(current(), QStringLiteral("update"));
    QCOMPARE(head(), old);
}

void TestGitBranchStep::continuesOnABranchThatOnlyTheRemoteHas()
{
    const QString there = m_git->pushFromElsewhere("update", "u\n");
    const Outcome outcome = m_git->planAndRun(m_kind, named("update", "continue"));
    QCOMPARE(outcome.error.message(), QString());
    QCOMPARE(head(), there);
    QCOMPARE(outcome.outputs[QStringLiteral("remote-before")].text(), there);
}

void TestGitBranchStep::restartsABranchAndTellsWhereTheRemoteWas()
{
    const QString there = m_git->pushFromElsewhere("update", "u\n");
    m_git->git({"switch", "--create", "update"});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("a"), "a");
    const Outcome outcome = m_git->planAndRun(m_kind, named("update", "restart"));
    QCOMPARE(outcome.error.message(), QString());
    QCOMPARE(head(), m_git->remoteCommit("main"));
    QCOMPARE(outcome.outputs[QStringLiteral("remote-before")].text(), there);
}

void TestGitBranchStep::theProbeTellsBeforeAfterAndForeign()
{
    const auto intent = m_git->plan(m_kind, named("update"));
    QVERIFY(intent);
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_git->run(m_kind, *intent).end, Outcome::End::Succeeded);
    const Finding done = m_git->probe(m_kind, *intent);
    QCOMPARE(done.verdict, Finding::Verdict::Done);
    QCOMPARE(done.outcome.outputs[QStringLiteral("commit")].text(), head());
    const QString made = m_git->git({"rev-parse", "HEAD"});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("a"), "a");
    const Finding builtOn = m_git->probe(m_kind, *intent);
    QCOMPARE(builtOn.verdict, Finding::Verdict::Done);
    QCOMPARE(builtOn.outcome.outputs[QStringLiteral("commit")].text(), made);
    m_git->git({"reset", "--hard", "HEAD^"});
    m_git->git({"commit", "--amend", "--allow-empty", "--message=Another"});
    const Finding foreign = m_git->probe(m_kind, *intent);
    QCOMPARE(foreign.verdict, Finding::Verdict::Foreign);
    QCOMPARE(foreign.facts.size(), 3);
    m_git->call({QStringLiteral("rm"), QStringLiteral("-rf"), m_git->repo()});
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Unknown);
}

void TestGitBranchStep::refusesHostileNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"--orphan", "-d", "a b", "a..b", "x\ny", "refs/heads/../x", "a~1", ""})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestGitBranchStep::refusesHostileNames()
{
    QFETCH(QString, name);
    Value::Map with = m_git->inRepo({{QStringLiteral("name"), Value(name)}});
    QVERIFY(!m_git->plan(m_kind, with));
    with = named("fine");
    with.insert(QStringLiteral("remote"), Value(QStringLiteral("--upload-pack=touch canary")));
    QVERIFY(!m_git->plan(m_kind, with));
}

void TestGitBranchStep::saysThatItIsNoRepository()
{
    m_git->write(QStringLiteral("plain/file"), "x");
    Value::Map with = named("update");
    with.insert(QStringLiteral("in"), Value(QStringLiteral("plain")));
    const auto intent = m_git->plan(m_kind, with);
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("git.no-repository"));
}

QTEST_GUILESS_MAIN(TestGitBranchStep)
#include "tst_gitbranchstep.moc"
