// SPDX-License-Identifier: MIT
#include "core/steps/gittagstep.h"

#include "tests/steps/gitfixture.h"

#include <QTest>

using namespace Slipway;

class TestGitTagStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git = std::make_unique<GitFixture>(); }
    void makesAnAnnotatedTag();
    void makesALightweightTag();
    void pushesItAndNothingElse();
    void aTagOfTheSameCommitIsDone();
    void aTagOfAnotherCommitIsRefused();
    void fetchesTheTagThatTheRemoteHas();
    void refusesWhenTheRemoteGetsItAfterThePlan();
    void theProbeTellsBeforeHalfAfterAndForeign();
    void theUndoDeletesWhatItMade();
    void theUndoLeavesWhatOthersMade();
    void anInterruptedUndoGoesOn();
    void aRehearsalAsksNobody();
    void hostileValuesAreRefusedOrPlainText_data();
    void hostileValuesAreRefusedOrPlainText();

private:
    Value::Map named(const char *name, Value::Map more = {}) const
    {
        more.insert(QStringLiteral("name"), Value(QString::fromUtf8(name)));
        return m_git->inRepo(more);
    }
    Value::Map pushed(const char *name) const
    {
        return named(name, {{QStringLiteral("remote"), Value(QStringLiteral("origin"))}});
    }
    Intent plan(const Value::Map &with)
    {
        const auto intent = m_git->plan(m_kind, with);
        if (!intent)
            qFatal("%s", qPrintable(intent.error().message()));
        return *intent;
    }
    Intent did(const Value::Map &with)
    {
        const Intent intent = plan(with);
        const Outcome outcome = m_git->run(m_kind, intent);
        if (outcome.end != Outcome::End::Succeeded)
            qFatal("%s %s", qPrintable(outcome.error.message()),
                   qPrintable(outcome.error.detail()));
        return intent;
    }
    QString tags(const QString &folder) const
    {
        return m_git->git({"for-each-ref", "--format=%(refname:short)", "refs/tags"}, folder);
    }
    QString tags() const { return tags(QStringLiteral("repo")); }

    std::unique_ptr<GitFixture> m_git;
    GitTagStep m_kind;
};

void TestGitTagStep::makesAnAnnotatedTag()
{
    const QString head = m_git->git({"rev-parse", "HEAD"});
    const QString message = QStringLiteral("Release 1.2.3\n\n# Changes\n- torch 2.9");
    const Intent intent = plan(named("v1.2.3", {{QStringLiteral("message"), Value(message)}}));
    const Outcome outcome = m_git->run(m_kind, intent);
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(m_git->git({"cat-file", "-t", "v1.2.3"}), QStringLiteral("tag"));
    QCOMPARE(m_git->git({"rev-parse", "v1.2.3^{commit}"}), head);
    QCOMPARE(m_git->git({"for-each-ref", "--format=%(contents)", "refs/tags/v1.2.3"}), message);
    QCOMPARE(outcome.outputs[QStringLiteral("tag")].text(), QStringLiteral("v1.2.3"));
    QCOMPARE(outcome.outputs[QStringLiteral("commit")].text(), head);
    QCOMPARE(outcome.outputs[QStringLiteral("url")].text(), QString());
    QCOMPARE(tags(m_git->remote()), QString());
}

void TestGitTagStep::makesALightweightTag()
{
    m_git->git({"config", "tag.gpgSign", "true"}); // would ask for a message and a key
    const QString first = m_git->git({"rev-parse", "HEAD"});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("b"), "b");
    did(named("v1", {{QStringLiteral("lightweight"), Value(true)},
                     {QStringLiteral("commit"), Value(QStringLiteral("HEAD~1"))}}));
    QCOMPARE(m_git->git({"rev-parse", "refs/tags/v1"}), first);
}

void TestGitTagStep::pushesItAndNothingElse()
{
    m_git->git({"config", "push.followTags", "true"});
    m_git->git({"tag", "--annotate", "--message=other", "other"});
    const Intent intent = did(pushed("v1.2.3"));
    QCOMPARE(tags(m_git->remote()), QStringLiteral("v1.2.3"));
    QCOMPARE(m_git->git({"rev-parse", "refs/tags/v1.2.3"}, m_git->remote()),
             m_git->git({"rev-parse", "refs/tags/v1.2.3"}));
    QCOMPARE(intent.plan.data[QStringLiteral("url")].text(), m_git->remote());
}

void TestGitTagStep::aTagOfTheSameCommitIsDone()
{
    m_git->git({"tag", "v1"});
    const Intent here = plan(named("v1"));
    QVERIFY(!here.plan.programs);
    QCOMPARE(here.plan.undo.can, UndoNote::Can::Nothing);
    QCOMPARE(m_git->run(m_kind, here).end, Outcome::End::Succeeded);
    // What is missing at the remote is done, and alone undone again.
    const Intent there = did(pushed("v1"));
    QCOMPARE(tags(m_git->remote()), QStringLiteral("v1"));
    QVERIFY(!plan(pushed("v1")).plan.programs);
    QCOMPARE(m_git->undo(m_kind, there).error.message(), QString());
    QCOMPARE(tags(m_git->remote()), QString());
    QCOMPARE(tags(), QStringLiteral("v1"));
}

void TestGitTagStep::aTagOfAnotherCommitIsRefused()
{
    m_git->git({"tag", "here"});
    m_git->git({"tag", "there"});
    m_git->git({"push", "origin", "there"});
    m_git->git({"tag", "--delete", "there"});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("b"), "b");
    for (const Value::Map &with : {named("here"), pushed("there")}) {
        const auto intent = m_git->plan(m_kind, with);
        QVERIFY(!intent);
        QCOMPARE(intent.error().code(), QStringLiteral("git.tag-exists"));
    }
}

void TestGitTagStep::fetchesTheTagThatTheRemoteHas()
{
    const QString other = m_git->scratch() + QStringLiteral("/other");
    m_git->call({QStringLiteral("git"), QStringLiteral("clone"), m_git->remote(), other});
    m_git->git({"tag", "--annotate", "--message=theirs", "v1"}, other);
    m_git->git({"push", "origin", "v1"}, other);
    const QString theirs = m_git->git({"rev-parse", "refs/tags/v1"}, other);
    const Intent intent = did(pushed("v1"));
    QCOMPARE(m_git->git({"rev-parse", "refs/tags/v1"}), theirs);
    QCOMPARE(m_git->probe(m_kind, intent).verdict, Finding::Verdict::Done);
    // Undone here only: at the remote it is theirs.
    QCOMPARE(m_git->undo(m_kind, intent).error.message(), QString());
    QCOMPARE(tags(), QString());
    QCOMPARE(tags(m_git->remote()), QStringLiteral("v1"));
}

void TestGitTagStep::refusesWhenTheRemoteGetsItAfterThePlan()
{
    const Intent intent = plan(pushed("v1"));
    m_git->pushFromElsewhere("other", "theirs\n");
    const QString other = m_git->scratch() + QStringLiteral("/other");
    m_git->git({"tag", "v1"}, other);
    m_git->git({"push", "origin", "v1"}, other);
    QCOMPARE(m_git->run(m_kind, intent).error.code(), QStringLiteral("program.failed"));
    QCOMPARE(m_git->git({"rev-parse", "v1"}, m_git->remote()),
             m_git->git({"rev-parse", "v1"}, other));
    QCOMPARE(m_git->probe(m_kind, intent).verdict, Finding::Verdict::Foreign);
}

void TestGitTagStep::theProbeTellsBeforeHalfAfterAndForeign()
{
    const Intent intent = plan(pushed("v1"));
    QCOMPARE(m_git->probe(m_kind, intent).verdict, Finding::Verdict::NotDone);
    // Between the two programs: an attempt that failed, and that can be undone.
    Intent half = intent;
    half.plan.programs->commands.removeLast();
    m_git->run(m_kind, half);
    const Finding found = m_git->probe(m_kind, intent);
    QCOMPARE(found.verdict, Finding::Verdict::Done);
    QCOMPARE(found.outcome.end, Outcome::End::Failed);
    QCOMPARE(found.outcome.error.code(), QStringLiteral("git.tag-not-pushed"));
    const Intent rest = did(pushed("v1"));
    QCOMPARE(m_git->probe(m_kind, intent).outcome.end, Outcome::End::Succeeded);
    QCOMPARE(m_git->undo(m_kind, rest).error.message(), QString());
    QCOMPARE(m_git->undo(m_kind, intent).error.message(), QString());
    QCOMPARE(tags() + tags(m_git->remote()), QString());
    m_git->commit(QStringLiteral("repo"), QStringLiteral("b"), "b");
    m_git->git({"tag", "v1"});
    QCOMPARE(m_git->probe(m_kind, intent).verdict, Finding::Verdict::Foreign);
    m_git->call({QStringLiteral("mv"), m_git->remote(), m_git->remote() + QStringLiteral(".gone")});
    QCOMPARE(m_git->probe(m_kind, intent).verdict, Finding::Verdict::Unknown);
}

void TestGitTagStep::theUndoDeletesWhatItMade()
{
    const Intent intent = did(pushed("v1"));
    QCOMPARE(intent.plan.undo.can, UndoNote::Can::Yes);
    const auto undo = m_git->planUndo(m_kind, intent);
    QVERIFY2(undo && *undo, undo ? "nothing" : qPrintable(undo.error().message()));
    QCOMPARE(m_git->probe(m_kind, **undo).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_git->run(m_kind, **undo).error.message(), QString());
    QCOMPARE(tags() + tags(m_git->remote()), QString());
    QCOMPARE(m_git->probe(m_kind, **undo).verdict, Finding::Verdict::Done);
    const auto again = m_git->planUndo(m_kind, intent);
    QVERIFY(again && !*again);
}

void TestGitTagStep::theUndoLeavesWhatOthersMade()
{
    const Intent intent = did(pushed("v1"));
    // The same name and the same commit, but another tag.
    m_git->git({"tag", "--delete", "v1"});
    m_git->git({"tag", "--annotate", "--message=mine", "v1"});
    const auto undo = m_git->planUndo(m_kind, intent);
    QVERIFY(!undo);
    QCOMPARE(undo.error().code(), QStringLiteral("undo.changed"));
    m_git->git({"push", "--force", "origin", "v1"});
    m_git->git({"tag", "--delete", "v1"});
    QVERIFY(!m_git->planUndo(m_kind, intent));
    QCOMPARE(tags(m_git->remote()), QStringLiteral("v1"));
}

void TestGitTagStep::anInterruptedUndoGoesOn()
{
    const Intent intent = did(pushed("v1"));
    const auto undo = m_git->planUndo(m_kind, intent);
    QVERIFY(undo && *undo);
    Intent half = **undo;
    half.plan.programs->commands.removeLast();
    m_git->run(m_kind, half);
    QCOMPARE(tags(), QStringLiteral("v1"));
    QCOMPARE(m_git->probe(m_kind, **undo).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_git->undo(m_kind, intent).error.message(), QString());
    QCOMPARE(tags() + tags(m_git->remote()), QString());
}

void TestGitTagStep::aRehearsalAsksNobody()
{
    m_git->call({QStringLiteral("mv"), m_git->remote(), m_git->remote() + QStringLiteral(".gone")});
    m_git->rehearse(true);
    const Intent intent = plan(pushed("v1"));
    QCOMPARE(intent.plan.programs->commands.size(), 2);
    Overlay overlay(m_git->objects());
    const auto after = m_kind.rehearse(intent, m_git->context(intent), overlay);
    QVERIFY(after);
    QCOMPARE(after->outputs[QStringLiteral("commit")].text(), m_git->git({"rev-parse", "HEAD"}));
    QCOMPARE(tags(), QString());
}

void TestGitTagStep::hostileValuesAreRefusedOrPlainText_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"--delete", "--upload-pack=touch canary", "ext::sh -c touch% canary",
                              "a\nb", "a b", "x:y", "+v1", "*", "../../HEAD", "$(touch canary)",
                              "`touch canary`", ";touch canary", "\u202Ev1", "@{-1}", "-d"})
        QTest::newRow(value) << QString::fromUtf8(value);
    QTest::newRow("NUL") << QStringLiteral("v1") + QChar(0) + QStringLiteral("x");
}

void TestGitTagStep::hostileValuesAreRefusedOrPlainText()
{
    QFETCH(QString, value);
    const QString head = m_git->git({"rev-parse", "HEAD"});
    const Value hostile(value);
    for (const char *parameter : {"name", "remote", "commit", "message"}) {
        Value::Map with = named("v1");
        with[QString::fromUtf8(parameter)] = hostile;
        const auto intent = m_git->plan(m_kind, with);
        const bool isMessage = QByteArray(parameter) == "message";
        if (!intent) {
            QVERIFY(!intent.error().message().isEmpty());
            continue;
        }
        m_git->run(m_kind, *intent);
        if (isMessage)
            QCOMPARE(m_git->git({"for-each-ref", "--format=%(contents)", "refs/tags/v1"}),
                     value.trimmed());
        m_git->undo(m_kind, *intent);
        QCOMPARE(tags(), QString());
    }
    QCOMPARE(m_git->git({"rev-parse", "HEAD"}), head);
    QVERIFY(!m_git->exists(QStringLiteral("repo/canary")));
}

QTEST_GUILESS_MAIN(TestGitTagStep)
#include "tst_gittagstep.moc"
