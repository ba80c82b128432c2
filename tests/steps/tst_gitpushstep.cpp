// SPDX-License-Identifier: MIT
#include "core/steps/gitpushstep.h"

#include "tests/steps/gitfixture.h"

#include <QTest>

using namespace Slipway;

class TestGitPushStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git = std::make_unique<GitFixture>(); }
    void pushesANewBranch();
    void pushesOntoWhatIsThere();
    void pushesNothingASecondTime();
    void refusesWhenTheRemoteMoved();
    void saysWhoseCommitIsInTheWay();
    void replacesOnlyWhatIsExpected();
    void refusesWhenTheRemoteMovesAfterThePlan();
    void theProbeTellsBeforeAfterAndForeign();
    void theProbeSeesThatOthersBuiltOnIt();
    void anUnreachableRemoteIsUnknown();
    void refusesHostileNames();

private:
    /// A branch "update" with one commit more than main, checked out.
    QString branch() const
    {
        m_git->git({"switch", "--create", "update"});
        return m_git->commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==2.9.0\n");
    }
    Value::Map with(const char *name, const Value &value) const
    {
        return m_git->inRepo({{QString::fromUtf8(name), value}});
    }

    std::unique_ptr<GitFixture> m_git;
    GitPushStep m_kind;
};

void TestGitPushStep::pushesANewBranch()
{
    const QString commit = branch();
    const Outcome outcome = m_git->planAndRun(m_kind, m_git->inRepo());
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(m_git->remoteCommit("update"), commit);
    QCOMPARE(outcome.outputs[QStringLiteral("commit")].text(), commit);
    QCOMPARE(outcome.outputs[QStringLiteral("previous")].text(), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("url")].text(), m_git->remote());
}

void TestGitPushStep::pushesOntoWhatIsThere()
{
    const QString first = branch();
    m_git->git({"push", "origin", "update"});
    const QString second =
        m_git->commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==2.9.1\n");
    const Outcome outcome = m_git->planAndRun(m_kind, with("expect", Value(first)));
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("previous")].text(), first);
    QCOMPARE(m_git->remoteCommit("update"), second);
}

void TestGitPushStep::pushesNothingASecondTime()
{
    const QString commit = branch();
    QCOMPARE(m_git->planAndRun(m_kind, m_git->inRepo()).end, Outcome::End::Succeeded);
    const auto again = m_git->plan(m_kind, m_git->inRepo());
    QVERIFY(again);
    QVERIFY(!again->plan.programs);
    QCOMPARE(m_git->run(m_kind, *again).outputs[QStringLiteral("commit")].text(), commit);
}

void TestGitPushStep::refusesWhenTheRemoteMoved()
{
    branch();
    const QString theirs = m_git->pushFromElsewhere("update", "theirs\n");
    const auto intent = m_git->plan(m_kind, m_git->inRepo());
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("git.remote-moved"));
    const auto absent = m_git->plan(m_kind, with("expect", Value(QString())));
    QVERIFY(!absent);
    QCOMPARE(absent.error().code(), QStringLiteral("git.remote-moved"));
    QCOMPARE(m_git->remoteCommit("update"), theirs);
}

void TestGitPushStep::saysWhoseCommitIsInTheWay()
{
    branch();
    m_git->pushFromElsewhere("update", "theirs\n");
    m_git->git({"fetch", "origin"});
    const auto intent = m_git->plan(m_kind, m_git->inRepo());
    QVERIFY(!intent);
    QVERIFY(intent.error().message().contains(QStringLiteral("ana@example.org")));
    QVERIFY(intent.error().message().contains(QStringLiteral("Change a file")));
}

void TestGitPushStep::replacesOnlyWhatIsExpected()
{
    const QString commit = branch();
    const QString theirs = m_git->pushFromElsewhere("update", "theirs\n");
    Value::Map parameters = with("replace", Value(true));
    parameters.insert(QStringLiteral("expect"), Value(commit));
    QVERIFY(!m_git->plan(m_kind, parameters));
    parameters.insert(QStringLiteral("expect"), Value(theirs));
    const Outcome outcome = m_git->planAndRun(m_kind, parameters);
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(m_git->remoteCommit("update"), commit);
}

void TestGitPushStep::refusesWhenTheRemoteMovesAfterThePlan()
{
    branch();
    const auto intent = m_git->plan(m_kind, with("replace", Value(true)));
    QVERIFY(intent);
    const QString theirs = m_git->pushFromElsewhere("update", "theirs\n");
    const Outcome outcome = m_git->run(m_kind, *intent);
    QCOMPARE(outcome.error.code(), QStringLiteral("program.failed"));
    QCOMPARE(m_git->remoteCommit("update"), theirs);
}

void TestGitPushStep::theProbeTellsBeforeAfterAndForeign()
{
    branch();
    const auto intent = m_git->plan(m_kind, m_git->inRepo());
    QVERIFY(intent);
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QVERIFY(m_kind.isRepeatable(*intent));
    QCOMPARE(m_git->run(m_kind, *intent).end, Outcome::End::Succeeded);
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
    m_git->pushFromElsewhere("update", "theirs\n");
    const Finding foreign = m_git->probe(m_kind, *intent);
    QCOMPARE(foreign.verdict, Finding::Verdict::Foreign);
    QCOMPARE(foreign.facts.size(), 3);
}

void TestGitPushStep::theProbeSeesThatOthersBuiltOnIt()
{
    branch();
    const auto intent = m_git->plan(m_kind, m_git->inRepo());
    QVERIFY(intent);
    QCOMPARE(m_git->run(m_kind, *intent).end, Outcome::End::Succeeded);
    m_git->commit(QStringLiteral("repo"), QStringLiteral("b"), "b");
    m_git->git({"push", "origin", "update"});
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
    // Also by a commit that is not here yet; looking changes no reference.
    const QString other = m_git->scratch() + QStringLiteral("/third");
    m_git->call({QStringLiteral("git"), QStringLiteral("clone"), QStringLiteral("--branch"),
                 QStringLiteral("update"), m_git->remote(), other});
    m_git->commit(other, QStringLiteral("c"), "c");
    m_git->git({"push", "origin", "update"}, other);
    const QString references = m_git->git({"for-each-ref"});
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
    QCOMPARE(m_git->git({"for-each-ref"}), references);
}

void TestGitPushStep::anUnreachableRemoteIsUnknown()
{
    branch();
    const auto intent = m_git->plan(m_kind, m_git->inRepo());
    QVERIFY(intent);
    m_git->call({QStringLiteral("mv"), m_git->remote(), m_git->remote() + QStringLiteral(".gone")});
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Unknown);
    const auto again = m_git->plan(m_kind, m_git->inRepo());
    QVERIFY(!again);
    QCOMPARE(again.error().code(), QStringLiteral("git.remote-unreachable"));
    // A rehearsal asks no remote and shows the push all the same.
    m_git->rehearse(true);
    const auto rehearsed = m_git->plan(m_kind, m_git->inRepo());
    QVERIFY2(rehearsed, qPrintable(rehearsed ? QString() : rehearsed.error().message()));
    QVERIFY(rehearsed->plan.programs);
}

void TestGitPushStep::refusesHostileNames()
{
    branch();
    for (const char *remote : {"--upload-pack=touch canary", "ext::sh -c touch% canary", "a\nb"})
        QVERIFY2(!m_git->plan(m_kind, with("remote", Value(QString::fromUtf8(remote)))), remote);
    for (const char *name : {"--mirror", "x:refs/heads/main", "+main", "*"})
        QVERIFY2(!m_git->plan(m_kind, with("branch", Value(QString::fromUtf8(name)))), name);
    QVERIFY(!m_git->exists(QStringLiteral("repo/canary")));
}

QTEST_GUILESS_MAIN(TestGitPushStep)
#include "tst_gitpushstep.moc"
