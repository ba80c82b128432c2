// SPDX-License-Identifier: MIT
#include "core/steps/composestep.h"
#include "core/steps/filescopystep.h"
#include "core/steps/filesdeletestep.h"
#include "core/steps/gitbranchstep.h"
#include "core/steps/gitclonestep.h"
#include "core/steps/gitcommitstep.h"
#include "core/steps/gitpushstep.h"
#include "core/steps/packagesunpinstep.h"

#include "tests/docker/testengine.h"
#include "tests/steps/gitfixture.h"

#include <QFile>
#include <QTest>
#include <QUuid>

using namespace Slipway;

namespace {

Value text(const char *words)
{
    return Value(QString::fromUtf8(words));
}

} // namespace

/// Undo where things are not as the step left them: half of the effect, others' changes since,
/// an undo that was cut short. Nothing of others may be lost.
class TestUndoGuards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git = std::make_unique<GitFixture>(); }
    void cleanup();
    void halfAnEditIsPutBack();
    void anEditThatOthersChangedStays();
    void anInterruptedUndoOfAnEditGoesOn();
    void aBranchWithCommitsStays();
    void aBranchWithChangesStays();
    void halfABranchIsPutBack();
    void anInterruptedUndoOfABranchGoesOn();
    void aCommitWithAnotherOnTopStays();
    void aStagedChangeStays();
    void aRefusedCommitLeavesTheIndexAsBefore();
    void aCommitThatHooksChangedIsKnownAgain();
    void aCommitWithLineEndsConvertedIsKnownAgain();
    void theCommitOfAnotherAttemptStays();
    void anInterruptedUndoOfACommitGoesOn();
    void aPushThatOthersBuiltOnStays();
    void thePushOfOthersInTheLastMomentStays();
    void aPushThatDidNotHappenIsNothing();
    void aCloneWithWorkInItStays_data();
    void aCloneWithWorkInItStays();
    void aCloneThatIsUsedIsLeft();
    void anInterruptedUndoOfACloneGoesOn();
    void aChangedCopyStays();
    void anInterruptedUndoOfACopyGoesOn();
    void whatTookTheNameOfADeletedFileStays();
    void whatIsTooLargeIsNotKept();
    void aFolderThatChangedIsNotDeleted();
    void halfAProjectIsTakenDown();
    void aContainerThatOthersReplacedStays();

private:
    Intent plan(const Kind &kind, const Value::Map &with)
    {
        const auto intent = m_git->plan(kind, with);
        if (!intent)
            qFatal("%s", qPrintable(intent.error().message()));
        return *intent;
    }
    Intent did(const Kind &kind, const Value::Map &with)
    {
        const Intent intent = plan(kind, with);
        const Outcome outcome = m_git->run(kind, intent);
        if (outcome.end != Outcome::End::Succeeded)
            qFatal("%s %s", qPrintable(outcome.error.message()),
                   qPrintable(outcome.error.detail()));
        return intent;
    }
    Intent undoOf(const Kind &kind, const Intent &done)
    {
        const auto intent = m_git->planUndo(kind, done);
        if (!intent || !*intent)
            qFatal("%s", intent ? "nothing" : qPrintable(intent.error().message()));
        return **intent;
    }
    /// The code of the error with which the undo is refused, and what it names.
    QString refusal(const Kind &kind, const Intent &done, QString *named = nullptr)
    {
        const auto intent = m_git->planUndo(kind, done);
        if (intent)
            return *intent ? QStringLiteral("planned") : QStringLiteral("nothing");
        if (named)
            *named = intent.error().arguments().value(0);
        return intent.error().code();
    }
    /// Carries out the undo that was cut short.
    bool goesOn(const Kind &kind, const Intent &undo)
    {
        return m_git->probe(kind, undo).verdict == Finding::Verdict::NotDone &&
               m_git->run(kind, undo).end == Outcome::End::Succeeded &&
               m_git->probe(kind, undo).verdict == Finding::Verdict::Done;
    }
    Value::Map branch() const { return m_git->inRepo({{QStringLiteral("name"), text("update")}}); }
    Value::Map commitAll() const
    {
        return m_git->inRepo({{QStringLiteral("message"), text("Raise torch")},
                              {QStringLiteral("paths"), Value::ofTexts({QStringLiteral(".")})}});
    }
    Value::Map unpin() const
    {
        m_git->write(QStringLiteral("repo/a/requirements.txt"), "torch==2.8.0\n");
        m_git->write(QStringLiteral("repo/b/requirements.txt"), "numpy==2.1.0\n");
        return m_git->inRepo(
            {{QStringLiteral("files"), Value::ofTexts({QStringLiteral("a/requirements.txt"),
                                                       QStringLiteral("b/requirements.txt")})}});
    }
    Value::Map copy() const
    {
        m_git->write(QStringLiteral("source/file"), "bytes");
        return {{QStringLiteral("from"), text("source")}, {QStringLiteral("to"), text("target")}};
    }
    Value::Map clone() const
    {
        return {{QStringLiteral("url"), Value(m_git->remote())},
                {QStringLiteral("to"), text("clone")}};
    }
    void hook(const char *name, const QByteArray &script) const
    {
        const QString file = QStringLiteral("repo/.git/hooks/") + QLatin1String(name);
        m_git->write(file, "#!/bin/sh\n" + script);
        m_git->call({QStringLiteral("chmod"), QStringLiteral("755"), file});
    }
    QString head() const { return m_git->git({"rev-parse", "HEAD"}); }
    QString status() const { return m_git->git({"status", "--porcelain"}); }

    std::unique_ptr<GitFixture> m_git;
    QString m_stack; ///< the folder with a compose file; empty: none
    const PackagesUnpinStep m_unpin;
    const GitBranchStep m_branch;
    const GitCommitStep m_commit;
    const GitPushStep m_push;
    const GitCloneStep m_clone;
    const FilesCopyStep m_copy;
    const FilesDeleteStep m_delete;
    const ComposeStep m_compose;
};

void TestUndoGuards::cleanup()
{
    // What a test that failed in the middle left.
    if (m_stack.isEmpty())
        return;
    m_git->planAndRun(ComposeStep(), {{QStringLiteral("in"), Value(m_stack)},
                                      {QStringLiteral("action"), Value(QStringLiteral("down"))}});
    m_stack.clear();
}

void TestUndoGuards::halfAnEditIsPutBack()
{
    const Intent done = plan(m_unpin, unpin());
    m_git->write(QStringLiteral("repo/b/requirements.txt"), "numpy\n");
    QCOMPARE(m_git->undo(m_unpin, done).end, Outcome::End::Succeeded);
    QCOMPARE(m_git->read(QStringLiteral("repo/a/requirements.txt")), QByteArray("torch==2.8.0\n"));
    QCOMPARE(m_git->read(QStringLiteral("repo/b/requirements.txt")), QByteArray("numpy==2.1.0\n"));
    QCOMPARE(refusal(m_unpin, done), QStringLiteral("nothing"));
}

void TestUndoGuards::anEditThatOthersChangedStays()
{
    const Intent done = did(m_unpin, unpin());
    const Intent undo = undoOf(m_unpin, done);
    m_git->write(QStringLiteral("repo/b/requirements.txt"), "theirs\n");
    QString named;
    QCOMPARE(refusal(m_unpin, done, &named), QStringLiteral("undo.changed"));
    QVERIFY(named.endsWith(QStringLiteral("repo/b/requirements.txt")));
    QCOMPARE(m_git->run(m_unpin, undo).end, Outcome::End::Failed);
    QCOMPARE(m_git->probe(m_unpin, undo).verdict, Finding::Verdict::Foreign);
    QCOMPARE(m_git->read(QStringLiteral("repo/a/requirements.txt")), QByteArray("torch\n"));
    QCOMPARE(m_git->read(QStringLiteral("repo/b/requirements.txt")), QByteArray("theirs\n"));
}

void TestUndoGuards::anInterruptedUndoOfAnEditGoesOn()
{
    const Intent undo = undoOf(m_unpin, did(m_unpin, unpin()));
    m_git->write(QStringLiteral("repo/a/requirements.txt"), "torch==2.8.0\n");
    QVERIFY(goesOn(m_unpin, undo));
    QCOMPARE(m_git->read(QStringLiteral("repo/b/requirements.txt")), QByteArray("numpy==2.1.0\n"));
}

void TestUndoGuards::aBranchWithCommitsStays()
{
    const Intent done = did(m_branch, branch());
    const Intent undo = undoOf(m_branch, done);
    const QString theirs = m_git->commit(QStringLiteral("repo"), QStringLiteral("own"), "own");
    QString named;
    QCOMPARE(refusal(m_branch, done, &named), QStringLiteral("undo.changed"));
    QVERIFY(named.startsWith(QStringLiteral("update")));
    // Planned before it came: the branch is deleted only where it was.
    QCOMPARE(m_git->run(m_branch, undo).end, Outcome::End::Failed);
    QCOMPARE(m_git->git({"rev-parse", "update"}), theirs);
}

void TestUndoGuards::aBranchWithChangesStays()
{
    const Intent done = did(m_branch, branch());
    m_git->write(QStringLiteral("repo/pins.txt"), "mine\n");
    QString named;
    QCOMPARE(refusal(m_branch, done, &named), QStringLiteral("undo.changed"));
    QCOMPARE(named, QStringLiteral("pins.txt"));
}

void TestUndoGuards::halfABranchIsPutBack()
{
    const Intent done = plan(m_branch, branch());
    m_git->git({"branch", "update", "origin/main"});
    const Intent undo = undoOf(m_branch, done);
    QCOMPARE(m_git->run(m_branch, undo).end, Outcome::End::Succeeded);
    QCOMPARE(m_git->git({"branch", "--list", "update"}), QString());
    QCOMPARE(refusal(m_branch, done), QStringLiteral("nothing"));
}

void TestUndoGuards::anInterruptedUndoOfABranchGoesOn()
{
    const Intent undo = undoOf(m_branch, did(m_branch, branch()));
    m_git->git({"switch", "main"});
    QVERIFY(goesOn(m_branch, undo));
    QCOMPARE(m_git->git({"branch", "--list", "update"}), QString());
}

void TestUndoGuards::aCommitWithAnotherOnTopStays()
{
    m_git->write(QStringLiteral("repo/pins.txt"), "torch==2.9\n");
    const Intent done = did(m_commit, commitAll());
    const Intent undo = undoOf(m_commit, done);
    const QString theirs = m_git->commit(QStringLiteral("repo"), QStringLiteral("own"), "own");
    QString named;
    QCOMPARE(refusal(m_commit, done, &named), QStringLiteral("undo.changed"));
    QVERIFY(named.startsWith(QStringLiteral("main")));
    QCOMPARE(m_git->run(m_commit, undo).end, Outcome::End::Failed);
    QCOMPARE(head(), theirs);
    QCOMPARE(m_git->probe(m_commit, undo).verdict, Finding::Verdict::Foreign);
}

void TestUndoGuards::aStagedChangeStays()
{
    m_git->write(QStringLiteral("repo/pins.txt"), "torch==2.9\n");
    const Intent done = did(m_commit, commitAll());
    m_git->write(QStringLiteral("repo/pins.txt"), "staged\n");
    m_git->git({"add", "pins.txt"});
    QString named;
    QCOMPARE(refusal(m_commit, done, &named), QStringLiteral("undo.changed"));
    QVERIFY(named.startsWith(QStringLiteral("pins.txt")));
    QCOMPARE(status(), QStringLiteral("M  pins.txt"));
}

void TestUndoGuards::aRefusedCommitLeavesTheIndexAsBefore()
{
    hook("pre-commit", "exit 1\n");
    m_git->write(QStringLiteral("repo/new"), "new");
    const QString before = m_git->git({"ls-files", "--stage"});
    const Intent done = plan(m_commit, commitAll());
    QCOMPARE(m_git->run(m_commit, done).end, Outcome::End::Failed);
    QVERIFY(m_git->git({"ls-files", "--stage"}) != before);
    const Intent undo = undoOf(m_commit, done);
    QVERIFY(goesOn(m_commit, undo));
    QCOMPARE(m_git->git({"ls-files", "--stage"}), before);
    QCOMPARE(m_git->read(QStringLiteral("repo/new")), QByteArray("new"));
    QCOMPARE(refusal(m_commit, done), QStringLiteral("nothing"));
}

void TestUndoGuards::aCommitThatHooksChangedIsKnownAgain()
{
    hook("pre-commit", "echo formatted >> pins.txt; git add pins.txt\n");
    hook("commit-msg", "echo '[TICKET-1]' > \"$1\"\n");
    m_git->write(QStringLiteral("repo/pins.txt"), "torch==2.9\n");
    const QString before = head();
    const Intent done = did(m_commit, commitAll());
    QCOMPARE(m_git->git({"log", "-1", "--format=%s"}), QStringLiteral("[TICKET-1]"));
    QCOMPARE(m_git->probe(m_commit, done).verdict, Finding::Verdict::Done);
    QCOMPARE(m_git->undo(m_commit, done).end, Outcome::End::Succeeded);
    QCOMPARE(head(), before);
    QCOMPARE(m_git->probe(m_commit, done).verdict, Finding::Verdict::NotDone);
}

void TestUndoGuards::aCommitWithLineEndsConvertedIsKnownAgain()
{
    m_git->git({"config", "core.autocrlf", "true"});
    m_git->write(QStringLiteral("repo/pins.txt"), "torch==2.9\r\n");
    m_git->git({"config", "filter.upper.clean", "tr a-z A-Z"});
    m_git->write(QStringLiteral("repo/.gitattributes"), "*.up filter=upper\n");
    m_git->write(QStringLiteral("repo/a.up"), "text\n");
    const QString before = head() + status();
    const Intent done = did(m_commit, commitAll());
    QCOMPARE(m_git->git({"show", "HEAD:a.up"}), QStringLiteral("TEXT"));
    QCOMPARE(m_git->probe(m_commit, done).verdict, Finding::Verdict::Done);
    QCOMPARE(m_git->undo(m_commit, done).end, Outcome::End::Succeeded);
    QCOMPARE(head() + status(), before);
}

void TestUndoGuards::theCommitOfAnotherAttemptStays()
{
    m_git->write(QStringLiteral("repo/pins.txt"), "torch==2.9\n");
    const Intent first = plan(m_commit, commitAll());
    did(m_commit, commitAll());
    QCOMPARE(m_git->probe(m_commit, first).verdict, Finding::Verdict::Foreign);
    QCOMPARE(refusal(m_commit, first), QStringLiteral("undo.changed"));
}

void TestUndoGuards::anInterruptedUndoOfACommitGoesOn()
{
    const QString before = head();
    m_git->write(QStringLiteral("repo/new"), "new");
    const Intent done = did(m_commit, commitAll());
    const Intent undo = undoOf(m_commit, done);
    m_git->git({"rm", "--quiet", "--cached", "new"});
    QVERIFY(goesOn(m_commit, undo));
    QCOMPARE(head(), before);
    QCOMPARE(status(), QStringLiteral("?? new"));
}

void TestUndoGuards::aPushThatOthersBuiltOnStays()
{
    m_git->git({"switch", "--create", "update"});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==2.9\n");
    const Intent done = did(m_push, m_git->inRepo());
    const QString theirs = m_git->pushFromElsewhere("update", "theirs\n");
    QString named;
    QCOMPARE(refusal(m_push, done, &named), QStringLiteral("undo.changed"));
    QVERIFY(named.contains(theirs.left(10)));
    QCOMPARE(m_git->remoteCommit("update"), theirs);
}

void TestUndoGuards::thePushOfOthersInTheLastMomentStays()
{
    m_git->commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==2.9\n");
    const Intent done = did(m_push, m_git->inRepo());
    const Intent undo = undoOf(m_push, done);
    const QString theirs = m_git->pushFromElsewhere("main", "theirs\n");
    QCOMPARE(m_git->run(m_push, undo).error.code(), QStringLiteral("program.failed"));
    QCOMPARE(m_git->remoteCommit("main"), theirs);
    QCOMPARE(m_git->probe(m_push, undo).verdict, Finding::Verdict::Foreign);
}

void TestUndoGuards::aPushThatDidNotHappenIsNothing()
{
    m_git->commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==2.9\n");
    const Intent done = plan(m_push, m_git->inRepo());
    QCOMPARE(refusal(m_push, done), QStringLiteral("nothing"));
    m_git->call({QStringLiteral("mv"), m_git->remote(), m_git->remote() + QStringLiteral(".gone")});
    QCOMPARE(refusal(m_push, done), QStringLiteral("git.remote-unreachable"));
}

void TestUndoGuards::aCloneWithWorkInItStays_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("new file") << "echo x > new";
    QTest::newRow("changed file") << "echo x >> pins.txt";
    QTest::newRow("ignored file") << "echo ignored > .git/info/exclude; echo x > ignored";
    QTest::newRow("commit") << "git commit --quiet --allow-empty -m x";
    QTest::newRow("commit on another branch")
        << "git checkout -q -b x; git commit -q --allow-empty -m x; git checkout -q main";
    QTest::newRow("stash") << "echo x >> pins.txt; git stash --quiet";
    QTest::newRow("tag") << "git tag mine";
    QTest::newRow("another tree") << "git worktree add -q ../elsewhere";
}

void TestUndoGuards::aCloneWithWorkInItStays()
{
    QFETCH(QString, script);
    const Intent done = did(m_clone, clone());
    const Intent undo = undoOf(m_clone, done);
    m_git->call({QStringLiteral("sh"), QStringLiteral("-c"), script}, QStringLiteral("clone"));
    QString named;
    QCOMPARE(refusal(m_clone, done, &named), QStringLiteral("undo.changed"));
    QVERIFY(named.contains(QStringLiteral("/clone (")));
    QCOMPARE(m_git->run(m_clone, undo).end, Outcome::End::Failed);
    QVERIFY(m_git->exists(QStringLiteral("clone/.git")));
    QCOMPARE(m_git->probe(m_clone, undo).verdict, Finding::Verdict::NotDone);
}

void TestUndoGuards::aCloneThatIsUsedIsLeft()
{
    m_git->call(
        {QStringLiteral("git"), QStringLiteral("clone"), m_git->remote(), QStringLiteral("clone")});
    const Intent used = did(m_clone, clone());
    QCOMPARE(used.plan.undo.can, UndoNote::Can::Nothing);
    QCOMPARE(refusal(m_clone, used), QStringLiteral("nothing"));
    // Somebody's own clone that came in the place of the step's.
    m_git->call({QStringLiteral("rm"), QStringLiteral("-rf"), QStringLiteral("clone")});
    const Intent done = did(m_clone, clone());
    m_git->call({QStringLiteral("rm"), QStringLiteral("-rf"), QStringLiteral("clone")});
    m_git->call(
        {QStringLiteral("git"), QStringLiteral("clone"), m_git->remote(), QStringLiteral("clone")});
    QCOMPARE(refusal(m_clone, done), QStringLiteral("undo.changed"));
}

void TestUndoGuards::anInterruptedUndoOfACloneGoesOn()
{
    const Intent undo = undoOf(m_clone, did(m_clone, clone()));
    m_git->call({QStringLiteral("mv"), QStringLiteral("clone"),
                 QStringLiteral(".slipway-aside-") + undo.effectKey});
    QVERIFY(goesOn(m_clone, undo));
    QVERIFY(!m_git->exists(QStringLiteral("clone")));
}

void TestUndoGuards::aChangedCopyStays()
{
    const Intent done = did(m_copy, copy());
    const Intent undo = undoOf(m_copy, done);
    m_git->write(QStringLiteral("target/theirs"), "theirs");
    QString named;
    QCOMPARE(refusal(m_copy, done, &named), QStringLiteral("undo.changed"));
    QVERIFY(named.endsWith(QStringLiteral("/target")));
    QCOMPARE(m_git->run(m_copy, undo).error.code(), QStringLiteral("undo.changed"));
    QCOMPARE(m_git->read(QStringLiteral("target/theirs")), QByteArray("theirs"));
    QCOMPARE(m_git->probe(m_copy, undo).verdict, Finding::Verdict::Foreign);
}

void TestUndoGuards::anInterruptedUndoOfACopyGoesOn()
{
    const Intent done = did(m_copy, copy());
    for (const char *name : {".slipway-aside-", ".slipway-trash-"}) {
        const Intent undo = undoOf(m_copy, done);
        const QString aside = QString::fromLatin1(name) + undo.effectKey;
        m_git->call({QStringLiteral("mv"), QStringLiteral("target"), aside});
        // Not looked at yet: back. Looked at: only the removal was missing.
        const bool isBack = QString::fromLatin1(name).contains(u"aside");
        QCOMPARE(m_git->probe(m_copy, undo).verdict,
                 isBack ? Finding::Verdict::NotDone : Finding::Verdict::Done);
        QCOMPARE(m_git->exists(QStringLiteral("target/file")), isBack);
        QVERIFY(!m_git->exists(aside));
    }
    QCOMPARE(refusal(m_copy, done), QStringLiteral("nothing"));
}

void TestUndoGuards::whatTookTheNameOfADeletedFileStays()
{
    m_git->write(QStringLiteral("old"), "old");
    const Intent done = did(m_delete, {{QStringLiteral("path"), text("old")}});
    const Intent undo = undoOf(m_delete, done);
    m_git->write(QStringLiteral("old"), "theirs");
    QCOMPARE(refusal(m_delete, done), QStringLiteral("undo.changed"));
    QCOMPARE(m_git->run(m_delete, undo).end, Outcome::End::Failed);
    QCOMPARE(m_git->probe(m_delete, undo).verdict, Finding::Verdict::Foreign);
    QCOMPARE(m_git->read(QStringLiteral("old")), QByteArray("theirs"));
}

void TestUndoGuards::whatIsTooLargeIsNotKept()
{
    m_git->call(
        {QStringLiteral("truncate"), QStringLiteral("--size=65M"), QStringLiteral("large")});
    const Intent done = did(m_delete, {{QStringLiteral("path"), text("large")}});
    QCOMPARE(done.plan.undo.can, UndoNote::Can::No);
    QVERIFY(done.plan.undo.text.english().contains(QStringLiteral("64 MiB")));
    QCOMPARE(refusal(m_delete, done), QStringLiteral("undo.impossible"));
}

void TestUndoGuards::aFolderThatChangedIsNotDeleted()
{
    m_git->write(QStringLiteral("old/a"), "a");
    const Intent intent = plan(m_delete, {{QStringLiteral("path"), text("old")}});
    m_git->write(QStringLiteral("old/b"), "not kept");
    QCOMPARE(m_git->run(m_delete, intent).error.code(), QStringLiteral("files.changed"));
    QCOMPARE(m_git->read(QStringLiteral("old/b")), QByteArray("not kept"));
    QCOMPARE(m_git->probe(m_delete, intent).verdict, Finding::Verdict::Foreign);
}

void TestUndoGuards::halfAProjectIsTakenDown()
{
    SLIPWAY_NEED_ENGINE();
    const QString name =
        QStringLiteral("slipwaytest") + QUuid::createUuid().toString(QUuid::Id128).left(12);
    m_stack = m_git->absolute(name);
    const QByteArray service =
        "{image: '" + TestEngine::image().toUtf8() + "', stop_grace_period: 0s}\n";
    m_git->write(name + QStringLiteral("/docker-compose.yml"),
                 "version: '2.4'\nservices:\n  api: " + service + "  worker: " + service);
    const Intent done = plan(
        m_compose, {{QStringLiteral("in"), Value(name)}, {QStringLiteral("action"), text("up")}});
    QStringList half = done.plan.programs->commands.first().argv;
    m_git->call(half + QStringList{QStringLiteral("api")}, name);
    QCOMPARE(m_git->probe(m_compose, done).verdict, Finding::Verdict::NotDone);
    const Intent undo = undoOf(m_compose, done);
    // Cut short after the containers were stopped.
    m_git->call(undo.plan.programs->commands.first().argv, name);
    QVERIFY(goesOn(m_compose, undo));
    const auto left = TestEngine::engine().containersOfFolder(m_git->absolute(name));
    QVERIFY(left && left->isEmpty());
    QCOMPARE(refusal(m_compose, done), QStringLiteral("nothing"));
}

void TestUndoGuards::aContainerThatOthersReplacedStays()
{
    SLIPWAY_NEED_ENGINE();
    const QString name =
        QStringLiteral("slipwaytest") + QUuid::createUuid().toString(QUuid::Id128).left(12);
    m_stack = m_git->absolute(name);
    const QString file = name + QStringLiteral("/docker-compose.yml");
    const QByteArray start = "version: '2.4'\nservices:\n  api: {image: '" +
                             TestEngine::image().toUtf8() + "', stop_grace_period: 0s";
    m_git->write(file, start + "}\n");
    const Value::Map up{{QStringLiteral("in"), Value(name)},
                        {QStringLiteral("action"), text("up")}};
    const Intent done = did(m_compose, up);
    QCOMPARE(m_git->probe(m_compose, done).verdict, Finding::Verdict::Done);
    m_git->write(file, start + ", environment: {A: b}}\n");
    const Intent again = plan(m_compose, up);
    QCOMPARE(again.plan.undo.can, UndoNote::Can::No);
    QCOMPARE(m_git->probe(m_compose, again).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_git->run(m_compose, again).end, Outcome::End::Succeeded);
    QCOMPARE(m_git->probe(m_compose, again).verdict, Finding::Verdict::Done);
    QCOMPARE(m_git->probe(m_compose, done).verdict, Finding::Verdict::Foreign);
    QCOMPARE(refusal(m_compose, done), QStringLiteral("undo.changed"));
    QCOMPARE(refusal(m_compose, again), QStringLiteral("undo.impossible"));
    did(m_compose, {{QStringLiteral("in"), Value(name)}, {QStringLiteral("action"), text("down")}});
}

QTEST_GUILESS_MAIN(TestUndoGuards)
#include "tst_undoguards.moc"
