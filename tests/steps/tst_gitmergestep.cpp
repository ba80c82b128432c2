// SPDX-License-Identifier: MIT
#include "core/steps/gitmergestep.h"

#include "core/steps/mergeconflicts.h"
#include "tests/steps/gitfixture.h"

#include <QFile>
#include <QTest>

using namespace Slipway;

/// git.merge with a real git: `main` is checked out, `feature` is what is merged.
class TestGitMergeStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesAMergeCommitAlsoWhereItCouldMoveForward();
    void movesForwardWhenSaid();
    void doesNothingWhereAllIsThere();
    void mergesWhatTheRemoteHasNow();
    void takesPreferredFilesWholeAndListsThem();
    void namesASideThatIsNone();
    void asksAboutConflictsAndTouchesNothing();
    void goesOnWithAnswersOfEveryKind();
    void anAnswerToAnotherConflictDoesNotCount();
    void isMendedInTheFolder();
    void whatWasBegunInTheFolderIsGivenUp();
    void keepsLineEnds();
    void refusesWhereItCannotBegin_data();
    void refusesWhereItCannotBegin();
    void aHookThatRefusesIsToldAndTriedAgain();
    void goesOnFromWhereItWasCutShort();
    void theProbeTellsBeforeAfterAndForeign();
    void isTakenBackUnlessItWasPushed();
    void whatIsBegunIsTakenBackToo();
    void aRehearsalWritesNothing();

private:
    Value::Map with(Value::Map more = {}) const
    {
        more.insert(QStringLiteral("from"), Value(QStringLiteral("feature")));
        return m_git->inRepo(more);
    }
    /// Both branches change these files of a common commit.
    void fork(const QMap<QString, QByteArray> &base, const QMap<QString, QByteArray> &ours,
              const QMap<QString, QByteArray> &theirs) const
    {
        const auto commit = [this](const QMap<QString, QByteArray> &files) {
            for (auto file = files.cbegin(); file != files.cend(); ++file) {
                if (file->isNull())
                    QFile::remove(m_git->absolute(QStringLiteral("repo/") + file.key()));
                else
                    m_git->write(QStringLiteral("repo/") + file.key(), *file);
            }
            m_git->git({"add", "--all"});
            m_git->git({"commit", "--allow-empty", "--message=Change files"});
        };
        commit(base);
        m_git->git({"switch", "--create", "feature"});
        commit(theirs);
        m_git->git({"switch", "main"});
        commit(ours);
    }
    void forkInConflict() const
    {
        fork({{QStringLiteral("a.txt"), "1\n2\n3\n"}, {QStringLiteral("b.txt"), "1\n"}},
             {{QStringLiteral("a.txt"), "1\nours\n3\n"}, {QStringLiteral("b.txt"), "ours\n"}},
             {{QStringLiteral("a.txt"), "1\ntheirs\n3\n"},
              {QStringLiteral("b.txt"), "theirs\n"},
              {QStringLiteral("c.txt"), "theirs\n"}});
    }
    QString head(const char *what = "HEAD") const { return m_git->git({"rev-parse", what}); }
    QString status() const { return m_git->git({"status", "--porcelain"}); }
    bool isBegun() const { return m_git->exists(QStringLiteral("repo/.git/MERGE_HEAD")); }
    MergeConflicts conflictsOf(const QList<Evidence> &evidence) const
    {
        for (const Evidence &one : evidence) {
            if (one.type == QLatin1String("conflicts"))
                return MergeConflicts::fromBytes(m_git->objects().read(one.digest).valueOr({}))
                    .valueOr({});
        }
        return {};
    }
    void answerText(const ConflictedFile &file, const QByteArray &bytes)
    {
        Value::Map said = MergeAnswer::text(file);
        said.insert(QStringLiteral("digest"), Value(m_git->objects().put(bytes).valueOr({})));
        m_git->answer(file.path, said);
    }
    static QString why(const Outcome &outcome)
    {
        return outcome.error.message() + outcome.error.detail();
    }

    std::unique_ptr<GitFixture> m_git;
    GitMergeStep m_kind;
};

void TestGitMergeStep::init()
{
    m_git = std::make_unique<GitFixture>();
}

void TestGitMergeStep::makesAMergeCommitAlsoWhereItCouldMoveForward()
{
    fork({}, {}, {{QStringLiteral("new.txt"), "new\n"}});
    m_git->git({"reset", "--hard", "feature~1"});
    m_git->git({"config", "merge.ff", "only"}); // what the user set is not what is said here
    const QString before = head();
    const auto intent =
        m_git->plan(m_kind, with({{QStringLiteral("message"), Value(QStringLiteral("Take it"))}}));
    QVERIFY2(intent, qPrintable(intent ? QString() : intent.error().message()));
    QCOMPARE(intent->plan.edits.size(), 1);
    const Outcome outcome = m_git->run(m_kind, *intent);
    QCOMPARE(why(outcome), QString());
    QCOMPARE(head("HEAD^1"), before);
    QCOMPARE(head("HEAD^2"), head("feature"));
    QCOMPARE(m_git->git({"log", "-1", "--format=%B"}), QStringLiteral("Take it"));
    QCOMPARE(outcome.outputs[QStringLiteral("commit")].text(), head());
    QVERIFY(!outcome.outputs[QStringLiteral("already")].flag());
    QCOMPARE(status(), QString());
    QVERIFY(m_git->exists(QStringLiteral("repo/new.txt")));
    QCOMPARE(outcome.evidence.first().name, QStringLiteral("diff"));
}

void TestGitMergeStep::movesForwardWhenSaid()
{
    fork({}, {}, {{QStringLiteral("new.txt"), "new\n"}});
    m_git->git({"reset", "--hard", "feature~1"});
    const auto intent = m_git->plan(m_kind, with({{QStringLiteral("fast-forward"), Value(true)}}));
    QVERIFY(intent);
    QCOMPARE(why(m_git->run(m_kind, *intent)), QString());
    QCOMPARE(head(), head("feature"));
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
    QCOMPARE(why(m_git->undo(m_kind, *intent)), QString());
    QCOMPARE(head(), head("feature~1"));
}

void TestGitMergeStep::doesNothingWhereAllIsThere()
{
    fork({}, {{QStringLiteral("a.txt"), "a\n"}}, {});
    m_git->git({"merge", "feature"});
    const QString before = head();
    const auto intent = m_git->plan(m_kind, with());
    QVERIFY(intent);
    QVERIFY(!intent->plan.programs);
    const Outcome outcome = m_git->run(m_kind, *intent);
    QVERIFY(outcome.outputs[QStringLiteral("already")].flag());
    QCOMPARE(outcome.outputs[QStringLiteral("commit")].text(), before);
    QCOMPARE(head(), before);
}

void TestGitMergeStep::mergesWhatTheRemoteHasNow()
{
    const QString theirs = m_git->pushFromElsewhere("feature", "elsewhere\n"); // not fetched here
    const Outcome outcome = m_git->planAndRun(
        m_kind, m_git->inRepo({{QStringLiteral("from"), Value(QStringLiteral("origin/feature"))}}));
    QCOMPARE(why(outcome), QString());
    QCOMPARE(head("HEAD^2"), theirs);
    QCOMPARE(m_git->git({"log", "-1", "--format=%s"}),
             QStringLiteral("Merge origin/feature into main"));
}

void TestGitMergeStep::takesPreferredFilesWholeAndListsThem()
{
    const QByteArray dvc = "outs:\n- md5: 1\n  a: a\n  b: b\n  c: c\n  d: d\n  size: 1\n";
    fork({{QStringLiteral("data/model.dvc"), dvc}, {QStringLiteral("currents.yaml"), "v: 1\n"}},
         {{QStringLiteral("data/model.dvc"), QByteArray(dvc).replace("md5: 1", "md5: 2")},
          {QStringLiteral("currents.yaml"), "v: 2\n"}},
         {{QStringLiteral("data/model.dvc"), QByteArray(dvc).replace("size: 1", "size: 3")},
          {QStringLiteral("currents.yaml"), "v: 3\n"}});
    const Value::Map prefer{{QStringLiteral("feature"), Value::ofTexts({QStringLiteral("*.dvc")})},
                            {QStringLiteral("main"), Value(QStringLiteral("currents.yaml"))}};
    const auto intent = m_git->plan(m_kind, with({{QStringLiteral("prefer"), Value(prefer)}}));
    QVERIFY2(intent, qPrintable(intent ? QString() : intent.error().message()));
    const Outcome outcome = m_git->run(m_kind, *intent);
    QCOMPARE(why(outcome), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("preferred")].texts(),
             (QStringList{QStringLiteral("currents.yaml"), QStringLiteral("data/model.dvc")}));
    QCOMPARE(m_git->read(QStringLiteral("repo/data/model.dvc")),
             QByteArray(dvc).replace("size: 1", "size: 3"));
    QCOMPARE(m_git->read(QStringLiteral("repo/currents.yaml")), QByteArray("v: 2\n"));
    QCOMPARE(outcome.evidence.last().name, QStringLiteral("preferred"));
    // Without a preference DVC's digests are not merged line by line either.
    m_git->git({"reset", "--hard", "HEAD~1"});
    const auto open = m_git->plan(m_kind, with());
    QVERIFY(open);
    QCOMPARE(conflictsOf(open->plan.evidence).files.size(), 2);
}

void TestGitMergeStep::namesASideThatIsNone()
{
    fork({}, {}, {{QStringLiteral("new.txt"), "new\n"}});
    const Value::Map prefer{{QStringLiteral("develop"), Value::ofTexts({QStringLiteral("*")})}};
    const auto intent = m_git->plan(m_kind, with({{QStringLiteral("prefer"), Value(prefer)}}));
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("git.prefer-unknown"));
}

void TestGitMergeStep::asksAboutConflictsAndTouchesNothing()
{
    forkInConflict();
    const QString before = head();
    const auto intent = m_git->plan(m_kind, with());
    QVERIFY(intent);
    QCOMPARE(intent->plan.undo.can, UndoNote::Can::Nothing);
    const Outcome outcome = m_git->run(m_kind, *intent);
    QCOMPARE(outcome.end, Outcome::End::Asking);
    const MergeConflicts conflicts = conflictsOf(outcome.evidence);
    QCOMPARE(conflicts.files.size(), 2);
    QCOMPARE(conflicts.ours, QStringLiteral("main"));
    QCOMPARE(conflicts.theirs, QStringLiteral("feature"));
    QVERIFY(conflicts.files[0].isText);
    QCOMPARE(m_git->objects().read(conflicts.files[0].theirs.digest).valueOr({}),
             QByteArray("1\ntheirs\n3\n"));
    QCOMPARE(head(), before);
    QCOMPARE(status(), QString());
    QVERIFY(!isBegun());
    QCOMPARE(m_git->probe(m_kind, *intent).outcome.end, Outcome::End::Asking);
}

void TestGitMergeStep::goesOnWithAnswersOfEveryKind()
{
    fork({{QStringLiteral("a.txt"), "1\n"},
          {QStringLiteral("b.txt"), "1\n"},
          {QStringLiteral("c.txt"), "1\n"},
          {QStringLiteral("d.bin"), QByteArray("\0\1", 2)}},
         {{QStringLiteral("a.txt"), "ours\n"},
          {QStringLiteral("b.txt"), "ours\n"},
          {QStringLiteral("c.txt"), QByteArray()},
          {QStringLiteral("d.bin"), QByteArray("\0\2", 2)}},
         {{QStringLiteral("a.txt"), "theirs\n"},
          {QStringLiteral("b.txt"), "theirs\n"},
          {QStringLiteral("c.txt"), "theirs\n"},
          {QStringLiteral("d.bin"), QByteArray("\0\3", 2)}});
    const MergeConflicts conflicts = conflictsOf(m_git->planAndRun(m_kind, with()).evidence);
    QCOMPARE(conflicts.files.size(), 4);
    QVERIFY(!conflicts.files[3].isText);
    answerText(conflicts.files[0], "both\n");
    m_git->answer(QStringLiteral("b.txt"),
                  MergeAnswer::side(conflicts.files[1], MergeSide::Theirs));
    m_git->answer(QStringLiteral("c.txt"), MergeAnswer::side(conflicts.files[2], MergeSide::Ours));
    const Outcome open = m_git->planAndRun(m_kind, with());
    QCOMPARE(open.end, Outcome::End::Asking); // one is left
    QCOMPARE(conflictsOf(open.evidence).files.size(), 4);
    m_git->answer(QStringLiteral("d.bin"),
                  MergeAnswer::side(conflicts.files[3], MergeSide::Theirs));
    const auto intent = m_git->plan(m_kind, with());
    QVERIFY(intent);
    const Outcome outcome = m_git->run(m_kind, *intent);
    QCOMPARE(why(outcome), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("conflicts")].number(), 4);
    QCOMPARE(m_git->read(QStringLiteral("repo/a.txt")), QByteArray("both\n"));
    QCOMPARE(m_git->read(QStringLiteral("repo/b.txt")), QByteArray("theirs\n"));
    QVERIFY(!m_git->exists(QStringLiteral("repo/c.txt")));
    QCOMPARE(m_git->read(QStringLiteral("repo/d.bin")), QByteArray("\0\3", 2));
    QCOMPARE(head("HEAD^2"), head("feature"));
    QCOMPARE(status(), QString());
}

void TestGitMergeStep::anAnswerToAnotherConflictDoesNotCount()
{
    forkInConflict();
    const MergeConflicts conflicts = conflictsOf(m_git->planAndRun(m_kind, with()).evidence);
    for (const ConflictedFile &file : conflicts.files)
        m_git->answer(file.path, MergeAnswer::side(file, MergeSide::Theirs));
    m_git->git({"switch", "feature"});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("a.txt"), "1\nthey went on\n3\n");
    m_git->git({"switch", "main"});
    const Outcome outcome = m_git->planAndRun(m_kind, with());
    QCOMPARE(outcome.end, Outcome::End::Asking);
    const MergeConflicts now = conflictsOf(outcome.evidence);
    QCOMPARE(now.open(m_git->context().answers).size(), 1);
    QCOMPARE(now.open(m_git->context().answers).first().path, QStringLiteral("a.txt"));
}

void TestGitMergeStep::isMendedInTheFolder()
{
    forkInConflict();
    const QString before = head();
    const MergeConflicts conflicts = conflictsOf(m_git->planAndRun(m_kind, with()).evidence);
    m_git->answer(QStringLiteral("b.txt"), MergeAnswer::side(conflicts.files[1], MergeSide::Ours));
    m_git->answer({}, MergeAnswer::place(true));
    const auto begin = m_git->plan(m_kind, with());
    QVERIFY(begin);
    const Outcome begun = m_git->run(m_kind, *begin);
    QCOMPARE(begun.end, Outcome::End::Asking);
    QVERIFY(conflictsOf(begun.evidence).isByHand);
    QVERIFY(isBegun());
    QVERIFY(m_git->read(QStringLiteral("repo/a.txt")).contains("<<<<<<<"));
    QCOMPARE(m_git->read(QStringLiteral("repo/b.txt")), QByteArray("ours\n")); // as was said
    QCOMPARE(m_git->probe(m_kind, *begin).outcome.end, Outcome::End::Asking);
    const Outcome tooEarly = m_git->planAndRun(m_kind, with());
    QCOMPARE(tooEarly.end, Outcome::End::Asking);
    QVERIFY(conflictsOf(tooEarly.evidence).isByHand);
    QCOMPARE(conflictsOf(tooEarly.evidence).left, QStringList{QStringLiteral("a.txt:2")});
    m_git->write(QStringLiteral("repo/a.txt"), "1\nmended\n3\n");
    const Outcome outcome = m_git->planAndRun(m_kind, with());
    QCOMPARE(why(outcome), QString());
    QCOMPARE(m_git->git({"show", "HEAD:a.txt"}), QStringLiteral("1\nmended\n3"));
    QCOMPARE(m_git->git({"show", "HEAD:c.txt"}), QStringLiteral("theirs"));
    QCOMPARE(head("HEAD^1"), before);
    QCOMPARE(head("HEAD^2"), head("feature"));
    QCOMPARE(status(), QString());
}

void TestGitMergeStep::whatWasBegunInTheFolderIsGivenUp()
{
    forkInConflict();
    const QString before = head();
    m_git->answer({}, MergeAnswer::place(true));
    QCOMPARE(m_git->planAndRun(m_kind, with()).end, Outcome::End::Asking);
    QVERIFY(isBegun());
    m_git->answer({}, MergeAnswer::place(false));
    const Outcome given = m_git->planAndRun(m_kind, with());
    QCOMPARE(given.end, Outcome::End::Asking);
    QVERIFY(!conflictsOf(given.evidence).isByHand);
    QVERIFY(!isBegun());
    QCOMPARE(status(), QString());
    QCOMPARE(head(), before);
}

void TestGitMergeStep::keepsLineEnds()
{
    fork({{QStringLiteral("a.txt"), "1\r\n2\r\n3\r\n4\r\n5\r\n"}},
         {{QStringLiteral("a.txt"), "one\r\n2\r\n3\r\n4\r\n5\r\n"}},
         {{QStringLiteral("a.txt"), "1\r\n2\r\n3\r\n4\r\nfive"}});
    QCOMPARE(why(m_git->planAndRun(m_kind, with())), QString());
    QCOMPARE(m_git->read(QStringLiteral("repo/a.txt")), QByteArray("one\r\n2\r\n3\r\n4\r\nfive"));
}

void TestGitMergeStep::refusesWhereItCannotBegin_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"git.dirty", "git.untracked-in-the-way", "git.other-branch",
                             "git.no-branch", "git.merging", "git.no-commit", "git.no-identity"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TestGitMergeStep::refusesWhereItCannotBegin()
{
    QFETCH(QString, code);
    fork({{QStringLiteral("a.txt"), "1\n"}}, {{QStringLiteral("b.txt"), "ours\n"}},
         {{QStringLiteral("new.txt"), "new\n"}});
    Value::Map parameters = with();
    if (code == QLatin1String("git.dirty"))
        m_git->write(QStringLiteral("repo/a.txt"), "mine\n");
    else if (code == QLatin1String("git.untracked-in-the-way"))
        m_git->write(QStringLiteral("repo/new.txt"), "mine\n");
    else if (code == QLatin1String("git.other-branch"))
        parameters.insert(QStringLiteral("branch"), Value(QStringLiteral("develop")));
    else if (code == QLatin1String("git.no-branch"))
        m_git->git({"switch", "--detach"});
    else if (code == QLatin1String("git.merging")) // another than the one that is asked for
        m_git->write(QStringLiteral("repo/.git/MERGE_HEAD"), head("HEAD~1").toLatin1() + '\n');
    else if (code == QLatin1String("git.no-commit"))
        parameters.insert(QStringLiteral("from"), Value(QStringLiteral("nowhere")));
    else
        m_git->git({"config", "--global", "--remove-section", "user"});
    if (code == QLatin1String("git.no-identity"))
        m_git->git({"config", "--global", "user.useConfigOnly", "true"});
    const QString before = head();
    const auto intent = m_git->plan(m_kind, parameters);
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), code);
    QCOMPARE(head(), before);
}

void TestGitMergeStep::aHookThatRefusesIsToldAndTriedAgain()
{
    fork({}, {{QStringLiteral("a.txt"), "a\n"}}, {{QStringLiteral("b.txt"), "b\n"}});
    const QString hook = QStringLiteral("repo/.git/hooks/pre-commit");
    m_git->write(hook, "#!/bin/sh\necho 'not on a Saturday' >&2\nexit 1\n");
    QFile(m_git->absolute(hook))
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const auto intent = m_git->plan(m_kind, with());
    QVERIFY(intent);
    const Outcome refused = m_git->run(m_kind, *intent);
    QCOMPARE(refused.end, Outcome::End::Failed);
    QVERIFY2(why(refused).contains(QStringLiteral("not on a Saturday")), qPrintable(why(refused)));
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QFile::remove(m_git->absolute(hook));
    QCOMPARE(why(m_git->planAndRun(m_kind, with())), QString());
    QCOMPARE(head("HEAD^2"), head("feature"));
    QCOMPARE(status(), QString());
}

void TestGitMergeStep::goesOnFromWhereItWasCutShort()
{
    forkInConflict();
    const MergeConflicts conflicts = conflictsOf(m_git->planAndRun(m_kind, with()).evidence);
    for (const ConflictedFile &file : conflicts.files)
        m_git->answer(file.path, MergeAnswer::side(file, MergeSide::Theirs));
    const auto whole = m_git->plan(m_kind, with());
    QVERIFY(whole);
    const qsizetype programs = whole->plan.programs->commands.size();
    const QString before = head();
    for (qsizetype done = 0; done < programs; ++done) {
        for (qsizetype i = 0; i < done; ++i)
            m_git->call(whole->plan.programs->commands[i].argv, QStringLiteral("repo"));
        QCOMPARE(m_git->probe(m_kind, *whole).verdict, Finding::Verdict::NotDone);
        const auto again = m_git->plan(m_kind, with());
        QVERIFY2(again, qPrintable(again ? QString() : again.error().message()));
        QCOMPARE(why(m_git->run(m_kind, *again)), QString());
        QCOMPARE(head("HEAD^1"), before);
        QCOMPARE(head("HEAD^2"), head("feature"));
        QCOMPARE(m_git->read(QStringLiteral("repo/a.txt")), QByteArray("1\ntheirs\n3\n"));
        QCOMPARE(status(), QString());
        m_git->git({"reset", "--hard", before.toLatin1().constData()});
    }
    // Halfway in the files themselves nobody can say whose they are.
    m_git->call(whole->plan.programs->commands[0].argv, QStringLiteral("repo"));
    m_git->write(QStringLiteral("repo/a.txt"), "1\nmine\n3\n");
    QCOMPARE(m_git->probe(m_kind, *whole).verdict, Finding::Verdict::Foreign);
}

void TestGitMergeStep::theProbeTellsBeforeAfterAndForeign()
{
    fork({}, {{QStringLiteral("a.txt"), "a\n"}}, {{QStringLiteral("b.txt"), "b\n"}});
    const auto intent = m_git->plan(m_kind, with());
    QVERIFY(intent);
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(why(m_git->run(m_kind, *intent)), QString());
    const QString made = head();
    m_git->commit(QStringLiteral("repo"), QStringLiteral("later.txt"), "later\n");
    const Finding done = m_git->probe(m_kind, *intent);
    QCOMPARE(done.verdict, Finding::Verdict::Done);
    QCOMPARE(done.outcome.outputs[QStringLiteral("commit")].text(), made);
    m_git->git({"reset", "--hard", "HEAD~2"});
    m_git->git({"reflog", "expire", "--expire=all", "--all"});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("other.txt"), "other\n");
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Foreign);
    // What a person merged by hand is known by its parents.
    m_git->git({"reset", "--hard", "HEAD~1"});
    m_git->git({"reflog", "expire", "--expire=all", "--all"});
    m_git->git({"merge", "--no-ff", "--message=By hand", "feature"});
    QCOMPARE(m_git->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
}

void TestGitMergeStep::isTakenBackUnlessItWasPushed()
{
    fork({}, {{QStringLiteral("a.txt"), "a\n"}}, {{QStringLiteral("b.txt"), "b\n"}});
    const QString before = head();
    const auto intent = m_git->plan(m_kind, with());
    QVERIFY(intent);
    QCOMPARE(why(m_git->run(m_kind, *intent)), QString());
    const QString made = head();
    m_git->git({"push", "origin", "main"});
    const auto pushed = m_git->planUndo(m_kind, *intent);
    QVERIFY(!pushed);
    QCOMPARE(pushed.error().code(), QStringLiteral("undo.pushed"));
    m_git->git({"update-ref", "refs/remotes/origin/main", before.toLatin1().constData()});
    const auto undo = m_git->planUndo(m_kind, *intent);
    QVERIFY(undo && *undo);
    QCOMPARE(m_git->probe(m_kind, **undo).verdict, Finding::Verdict::NotDone);
    QCOMPARE(why(m_git->run(m_kind, **undo)), QString());
    QCOMPARE(head(), before);
    QVERIFY(!m_git->exists(QStringLiteral("repo/b.txt")));
    QCOMPARE(m_git->probe(m_kind, **undo).verdict, Finding::Verdict::Done);
    const auto twice = m_git->planUndo(m_kind, *intent);
    QVERIFY(twice && !*twice);
    // Nor is it, once somebody commits on top.
    m_git->git({"reset", "--hard", made.toLatin1().constData()});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("later.txt"), "later\n");
    const auto built = m_git->planUndo(m_kind, *intent);
    QVERIFY(!built);
    QCOMPARE(built.error().code(), QStringLiteral("undo.changed"));
}

void TestGitMergeStep::whatIsBegunIsTakenBackToo()
{
    forkInConflict();
    const QString before = head();
    m_git->answer({}, MergeAnswer::place(true));
    const auto begin = m_git->plan(m_kind, with());
    QVERIFY(begin);
    QCOMPARE(m_git->run(m_kind, *begin).end, Outcome::End::Asking);
    QVERIFY(isBegun());
    QCOMPARE(why(m_git->undo(m_kind, *begin)), QString());
    QVERIFY(!isBegun());
    QCOMPARE(head(), before);
    QCOMPARE(status(), QString());
}

void TestGitMergeStep::aRehearsalWritesNothing()
{
    fork({{QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n"}},
         {{QStringLiteral("a.txt"), "one\n2\n3\n4\n5\n"}},
         {{QStringLiteral("a.txt"), "1\n2\n3\n4\nfive\n"}});
    const auto objects = [this] { return m_git->git({"count-objects"}); };
    const QString before = objects();
    auto overlay = std::make_shared<Overlay>(m_git->objects());
    m_git->rehearse(true);
    StepContext context = m_git->context();
    context.files = FileView(overlay);
    const auto plan = m_kind.plan(with(), context);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().message()));
    QCOMPARE(plan->edits.size(), 1);
    QCOMPARE(m_git->objects().read(plan->edits[0].after).valueOr({}),
             QByteArray("one\n2\n3\n4\nfive\n"));
    QCOMPARE(objects(), before);
    Intent intent;
    intent.step = QStringLiteral("merge");
    intent.plan = *plan;
    const auto after = m_kind.rehearse(intent, context, *overlay);
    QVERIFY(after);
    QVERIFY(!after->changesFiles);
    QCOMPARE(overlay->checkout(m_git->repo())->committed.keys(),
             QStringList{QStringLiteral("a.txt")});
    QCOMPARE(objects(), before);
}

QTEST_GUILESS_MAIN(TestGitMergeStep)
#include "tst_gitmergestep.moc"
