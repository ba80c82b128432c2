// SPDX-License-Identifier: MIT
#include "core/steps/gitcommitstep.h"

#include "tests/steps/gitfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Slipway;

class TestGitCommitStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git = std::make_unique<GitFixture>(); }
    void commitsTheNamedPathsAndNothingElse();
    void commitsDeletedAndNewFilesBelowAFolder();
    void commitsAllTrackedChangesWhenSaid();
    void makesNoCommitWithoutAChange();
    void asksWhatToCommit();
    void refusesPathsOutside_data();
    void refusesPathsOutside();
    void takesHostileTextsAsTheyAre();
    void saysThatGitDoesNotKnowWhoCommits();
    void saysWhatAHookSaid();
    void theProbeTellsBeforeAfterAndForeign();
    void aCommitOfSomethingElseIsForeign();
    void makesTheFirstCommit();

private:
    Value::Map paths(const QStringList &names, const QString &message = QStringLiteral("Pin")) const
    {
        return m_git->inRepo({{QStringLiteral("message"), Value(message)},
                              {QStringLiteral("paths"), Value::ofTexts(names)}});
    }
    void change() const { m_git->write(QStringLiteral("repo/pins.txt"), "torch==2.9.0\n"); }
    QString filesOfHead() const
    {
        return m_git->git({"show", "--format=", "--name-status", "HEAD"});
    }
    int count() const { return m_git->git({"rev-list", "--count", "HEAD"}).toInt(); }

    std::unique_ptr<GitFixture> m_git;
    GitCommitStep m_kind;
};

void TestGitCommitStep::commitsTheNamedPathsAndNothingElse()
{
    change();
    m_git->write(QStringLiteral("repo/staged.txt"), "staged by the user\n");
    m_git->git({"add", "staged.txt"});
    m_git->write(QStringLiteral("repo/.env"), "token\n");
    const auto intent = m_git->plan(m_kind, paths({QStringLiteral("pins.txt")}));
    QVERIFY(intent);
    QCOMPARE(intent->plan.edits.size(), 1);
    QCOMPARE(m_git->objects().read(intent->plan.edits[0].after).valueOr({}),
             QByteArray("torch==2.9.0\n"));
    QCOMPARE(intent->plan.facts.at(2).value, QStringLiteral(".env, staged.txt"));
    const Outcome outcome = m_git->run(m_kind, *intent);
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(filesOfHead(), QStringLiteral("M\tpins.txt"));
    QCOMPARE(outcome.outputs[QStringLiteral("commit")].text(), m_git->git({"rev-parse", "HEAD"}));
    QVERIFY(outcome.outputs[QStringLiteral("committed")].flag());
    QCOMPARE(m_git->git({"status", "--porcelain"}), QStringLiteral("A  staged.txt\n?? .env"));
    const auto diff = m_git->objects().read(outcome.evidence.first().digest);
    const QJsonArray files =
        QJsonDocument::fromJson(diff.valueOr({})).object()[QLatin1String("files")].toArray();
    QCOMPARE(files.size(), 1);
}

void TestGitCommitStep::commitsDeletedAndNewFilesBelowAFolder()
{
    m_git->commit(QStringLiteral("repo"), QStringLiteral("dist/old.whl"), "old");
    m_git->commit(QStringLiteral("repo"), QStringLiteral("dist/older.whl"), "older");
    QFile::remove(m_git->repo() + QStringLiteral("/dist/old.whl"));
    m_git->git({"rm", "dist/older.whl"});
    m_git->write(QStringLiteral("repo/dist/new [1]*.whl"), "new");
    const Outcome outcome =
        m_git->planAndRun(m_kind, paths({m_git->repo() + QStringLiteral("/dist")}));
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(filesOfHead(),
             QStringLiteral("A\tdist/new [1]*.whl\nD\tdist/old.whl\nD\tdist/older.whl"));
}

void TestGitCommitStep::commitsAllTrackedChangesWhenSaid()
{
    change();
    m_git->write(QStringLiteral("repo/new.txt"), "new\n");
    const Outcome outcome = m_git->planAndRun(
        m_kind, m_git->inRepo({{QStringLiteral("message"), Value(QStringLiteral("Pin"))},
                               {QStringLiteral("all-changes"), Value(true)}}));
    QCOMPARE(outcome.error.message(), QString());
    QCOMPARE(m_git->git({"status", "--porcelain"}), QStringLiteral("?? new.txt"));
}

void TestGitCommitStep::makesNoCommitWithoutAChange()
{
    const auto intent = m_git->plan(m_kind, paths({QStringLiteral("pins.txt")}));
    QVERIFY(intent);
    QVERIFY(!intent->plan.programs);
    const Outcome outcome = m_git->run(m_kind, *intent);
    QVERIFY(!outcome.outputs[QStringLiteral("committed")].flag());
    QCOMPARE(outcome.outputs[QStringLiteral("commit")].text(), m_git->git({"rev-parse", "HEAD"}));
    QCOMPARE(count(), 1);
}

void TestGitCommitStep::asksWhatToCommit()
{
    const auto intent = m_git->plan(
        m_kind, m_git->inRepo({{QStringLiteral("message"), Value(QStringLiteral("Pin"))}}));
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("git.no-paths"));
}

void TestGitCommitStep::refusesPathsOutside_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"../other", "a/../../x", "/etc/passwd", "..", ""})
        QTest::newRow(path) << QString::fromUtf8(path);
}

void TestGitCommitStep::refusesPathsOutside()
{
    QFETCH(QString, path);
    QVERIFY(!m_git->plan(m_kind, paths({path})));
}

void TestGitCommitStep::takesHostileTextsAsTheyAre()
{
    change();
    const QString message = QStringLiteral("--amend $(touch canary)\n\n# kept; `touch canary`");
    m_git->write(QStringLiteral("repo/:(top)x"), "odd name\n");
    const Outcome outcome = m_git->planAndRun(
        m_kind, paths({QStringLiteral("pins.txt"), QStringLiteral(":(top)x")}, message));
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(m_git->git({"log", "-1", "--format=%B"}), message);
    QCOMPARE(count(), 2);
    QVERIFY(!m_git->exists(QStringLiteral("repo/canary")));
}

void TestGitCommitStep::saysThatGitDoesNotKnowWhoCommits()
{
    change();
    m_git->git({"config", "user.useConfigOnly", "true"});
    m_git->write(m_git->scratch() + QStringLiteral("/home/.gitconfig"), "");
    const auto intent = m_git->plan(m_kind, paths({QStringLiteral("pins.txt")}));
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("git.no-identity"));
}

void TestGitCommitStep::saysWhatAHookSaid()
{
    change();
    const QString hook = m_git->repo() + QStringLiteral("/.git/hooks/pre-commit");
    m_git->write(hook, "#!/bin/sh\necho the linter is unhappy\nexit 1\n");
    QFile::setPermissions(hook, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto intent = m_git->plan(m_kind, paths({QStringLiteral("pins.txt")}));
    QVERIFY(intent);
    const Outcome outcome = m_git->run(m_kind, *intent);
    QCOMPARE(outcome.end, Outcome::End::Failed);
    QVERIFY(outcome.error.detail().contains(QStringLiteral("the linter is unhappy")));
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
}

void TestGitCommitStep::theProbeTellsBeforeAfterAndForeign()
{
    change();
    m_git->write(QStringLiteral("repo/new.txt"), "new\n");
    const auto intent =
        m_git->plan(m_kind, paths({QStringLiteral("pins.txt"), QStringLiteral("new.txt")}));
    QVERIFY(intent);
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_git->run(m_kind, *intent).end, Outcome::End::Succeeded);
    const Finding done = m_git->probe(m_kind, *intent);
    QCOMPARE(done.verdict, Finding::Verdict::Done);
    QCOMPARE(done.outcome.outputs[QStringLiteral("commit")].text(),
             m_git->git({"rev-parse", "HEAD"}));
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
}

void TestGitCommitStep::aCommitOfSomethingElseIsForeign()
{
    change();
    const auto intent =
        m_git->plan(m_kind, paths({QStringLiteral("pins.txt")}, QStringLiteral("Change a file")));
    QVERIFY(intent);
    m_git->commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==1.0\n");
    const Finding finding = m_git->probe(m_kind, *intent);
    QCOMPARE(finding.verdict, Finding::Verdict::Foreign);
    QCOMPARE(finding.facts.last().value, QStringLiteral("pins.txt"));
}

void TestGitCommitStep::makesTheFirstCommit()
{
    m_git->call({QStringLiteral("git"), QStringLiteral("init"), QStringLiteral("fresh")});
    m_git->write(QStringLiteral("fresh/a"), "a\n");
    Value::Map with = paths({QStringLiteral("a")});
    with.insert(QStringLiteral("in"), Value(QStringLiteral("fresh")));
    const auto intent = m_git->plan(m_kind, with);
    QVERIFY(intent);
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_git->run(m_kind, *intent).end, Outcome::End::Succeeded);
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
}

QTEST_GUILESS_MAIN(TestGitCommitStep)
#include "tst_gitcommitstep.moc"
