// SPDX-License-Identifier: MIT
#include "core/steps/gitclonestep.h"

#include "tests/steps/gitfixture.h"

#include <QDir>
#include <QTest>

using namespace Slipway;

class TestGitCloneStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git = std::make_unique<GitFixture>(); }
    void clonesWithAnUpstream();
    void checksOutTheNamedBranch();
    void isDoneAlreadyWhenTheCloneIsThere();
    void refusesAPlaceThatIsTaken();
    void leavesNothingWhenItFails();
    void neverReplacesWhatAppearedMeanwhile();
    void theProbeTellsBeforeAfterAndForeign();
    void theProbeRemovesAHalfMadeClone();
    void refusesHostileAddresses_data();
    void refusesHostileAddresses();
    void refusesAPasswordInTheAddress();

private:
    Value::Map cloneTo(const QString &to) const
    {
        return {{QStringLiteral("url"), Value(m_git->remote())}, {QStringLiteral("to"), Value(to)}};
    }

    std::unique_ptr<GitFixture> m_git;
    GitCloneStep m_kind;
};

void TestGitCloneStep::clonesWithAnUpstream()
{
    Value::Map with = cloneTo(QStringLiteral("deep/clone"));
    with.insert(QStringLiteral("upstream"), Value(m_git->remote()));
    const Outcome outcome = m_git->planAndRun(m_kind, with);
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    const QString folder = m_git->workspace() + QStringLiteral("/deep/clone");
    QCOMPARE(outcome.outputs[QStringLiteral("directory")].text(), folder);
    QCOMPARE(outcome.outputs[QStringLiteral("branch")].text(), QStringLiteral("main"));
    QCOMPARE(outcome.outputs[QStringLiteral("commit")].text(), m_git->remoteCommit("main"));
    QCOMPARE(m_git->git({"remote"}, folder), QStringLiteral("origin\nupstream"));
    QCOMPARE(m_git->git({"rev-parse", "upstream/main"}, folder), m_git->remoteCommit("main"));
}

void TestGitCloneStep::checksOutTheNamedBranch()
{
    const QString id = m_git->pushFromElsewhere("release", "r\n");
    Value::Map with = cloneTo(QStringLiteral("clone"));
    with.insert(QStringLiteral("branch"), Value(QStringLiteral("release")));
    const Outcome outcome = m_git->planAndRun(m_kind, with);
    QCOMPARE(outcome.outputs[QStringLiteral("commit")].text(), id);
}

void TestGitCloneStep::isDoneAlreadyWhenTheCloneIsThere()
{
    const auto intent = m_git->plan(m_kind, cloneTo(QStringLiteral("repo")));
    QVERIFY(intent);
    QVERIFY(!intent->plan.programs);
    const Outcome outcome = m_git->run(m_kind, *intent);
    QCOMPARE(outcome.outputs[QStringLiteral("directory")].text(), m_git->repo());
}

void TestGitCloneStep::refusesAPlaceThatIsTaken()
{
    m_git->write(QStringLiteral("taken/file"), "x");
    const auto intent = m_git->plan(m_kind, cloneTo(QStringLiteral("taken")));
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("git.clone-occupied"));
}

void TestGitCloneStep::leavesNothingWhenItFails()
{
    Value::Map with = cloneTo(QStringLiteral("clone"));
    with.insert(QStringLiteral("upstream"), Value(m_git->scratch() + QStringLiteral("/missing")));
    const Outcome outcome = m_git->planAndRun(m_kind, with);
    QCOMPARE(outcome.error.code(), QStringLiteral("program.failed"));
    QCOMPARE(
        QDir(m_git->workspace()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList{QStringLiteral("repo")});
}

void TestGitCloneStep::neverReplacesWhatAppearedMeanwhile()
{
    const auto intent = m_git->plan(m_kind, cloneTo(QStringLiteral("clone")));
    QVERIFY(intent);
    m_git->write(QStringLiteral("clone/precious"), "x");
    QCOMPARE(m_git->run(m_kind, *intent).end, Outcome::End::Failed);
    QCOMPARE(m_git->read(QStringLiteral("clone/precious")), QByteArray("x"));
    QVERIFY(!m_git->exists(QStringLiteral("clone/.git")));
}

void TestGitCloneStep::theProbeTellsBeforeAfterAndForeign()
{
    const auto intent = m_git->plan(m_kind, cloneTo(QStringLiteral("clone")));
    QVERIFY(intent);
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_git->run(m_kind, *intent).end, Outcome::End::Succeeded);
    const Finding done = m_git->probe(m_kind, *intent);
    QCOMPARE(done.verdict, Finding::Verdict::Done);
    QCOMPARE(done.outcome.outputs[QStringLiteral("branch")].text(), QStringLiteral("main"));
    m_git->git({"remote", "set-url", "origin", "https://example.org/other"},
               QStringLiteral("clone"));
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Foreign);
}

void TestGitCloneStep::theProbeRemovesAHalfMadeClone()
{
    const auto intent = m_git->plan(m_kind, cloneTo(QStringLiteral("clone")));
    QVERIFY(intent);
    const QString half = intent->plan.data[QStringLiteral("temporary")].text();
    m_git->write(half + QStringLiteral("/objects/part"), "x");
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QVERIFY(!m_git->exists(half));
}

void TestGitCloneStep::refusesHostileAddresses_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"--upload-pack=touch canary", "-u./x", "ext::sh -c touch% canary",
                            "https://example.org/a\nb", "gopher://example.org/x", "../escape", ""})
        QTest::newRow(url) << QString::fromUtf8(url);
}

void TestGitCloneStep::refusesHostileAddresses()
{
    QFETCH(QString, url);
    Value::Map with = cloneTo(QStringLiteral("clone"));
    with.insert(QStringLiteral("url"), Value(url));
    QVERIFY(!m_git->plan(m_kind, with));
    QVERIFY(!m_git->exists(QStringLiteral("canary")));
}

void TestGitCloneStep::refusesAPasswordInTheAddress()
{
    Value::Map with = cloneTo(QStringLiteral("clone"));
    with.insert(QStringLiteral("url"), Value(QStringLiteral("https://ana:hunter22@example.org/x")));
    const auto intent = m_git->plan(m_kind, with);
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("git.password-in-url"));
    QVERIFY(!intent.error().message().contains(QStringLiteral("hunter22")));
}

QTEST_GUILESS_MAIN(TestGitCloneStep)
#include "tst_gitclonestep.moc"
