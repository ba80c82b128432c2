// SPDX-License-Identifier: MIT
#include "core/git/gitfacts.h"
#include "core/git/remoterefs.h"
#include "core/git/repository.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace Slipway;

class TestRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void saysWhyItCannotOpen();
    void readsHeadAlsoWithoutACommitOrABranch();
    void listsBranchesAndRemotes();
    void findsCommitsByAnyName();
    void readsACommit();
    void knowsWhatRestsOnWhat();
    void listsChanges();
    void readsFilesBeforeAndAfter();
    void readsWhatACommitChanged();
    void describesAFolderForAPage();
    void asksARemote();
    void neverTakesARemoteAsAnOption();
    void refusesARepositoryOfAnotherUser();

private:
    QString git(const QStringList &arguments, const QString &folder = {}) const
    {
        Question question;
        question.argv = QStringList{QStringLiteral("git")} + arguments;
        question.directory = folder.isEmpty() ? m_repo : folder;
        const auto reply = ask(question);
        if (!reply || !reply->isSuccess())
            qFatal("git %s: %s", qPrintable(arguments.join(u' ')),
                   reply ? reply->errorOutput.constData() : "not asked");
        return QString::fromUtf8(reply->output).trimmed();
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(m_repo + u'/' + name).path());
        QFile file(m_repo + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QString commit(const QString &message) const
    {
        git({QStringLiteral("add"), QStringLiteral("--all")});
        git({QStringLiteral("commit"), QStringLiteral("--message=") + message});
        return git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")});
    }
    Repository open() const
    {
        const auto repository = Repository::open(m_repo);
        if (!repository)
            qFatal("%s", qPrintable(repository.error().message()));
        return *repository;
    }
    static Asker asker()
    {
        return [](const Question &question) { return ask(question); };
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_scratch;
    QString m_repo;
    QString m_remote;
    QString m_first;
};

void TestRepository::initTestCase()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOME", m_home->path().toUtf8());
    qputenv("GIT_CONFIG_GLOBAL", (m_home->path() + QStringLiteral("/.gitconfig")).toUtf8());
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    QFile config(m_home->path() + QStringLiteral("/.gitconfig"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(
        "[user]\n\tname = Ana\n\temail = ana@example.org\n[init]\n\tdefaultBranch = main\n");
}

void TestRepository::init()
{
    m_scratch = std::make_unique<QTemporaryDir>();
    const QString root = QFileInfo(m_scratch->path()).canonicalFilePath();
    m_repo = root + QStringLiteral("/repo");
    m_remote = root + QStringLiteral("/origin.git");
    git({QStringLiteral("init"), QStringLiteral("--bare"), m_remote}, root);
    git({QStringLiteral("clone"), m_remote, m_repo}, root);
    write(QStringLiteral("a.txt"), "one\n");
    m_first = commit(QStringLiteral("First\n\nWith a body."));
    git({QStringLiteral("push"), QStringLiteral("--set-upstream"), QStringLiteral("origin"),
         QStringLiteral("main")});
    git({QStringLiteral("remote"), QStringLiteral("set-head"), QStringLiteral("origin"),
         QStringLiteral("main")});
}

void TestRepository::saysWhyItCannotOpen()
{
    QCOMPARE(Repository::open(m_repo + QStringLiteral("/missing")).error().code(),
             QStringLiteral("git.no-folder"));
    write(QStringLiteral("below/x"), "x");
    QCOMPARE(Repository::open(m_repo + QStringLiteral("/below")).error().code(),
             QStringLiteral("git.no-repository"));
    QVERIFY(Repository::isRepository(m_repo));
    QVERIFY(Repository::isRepository(m_remote));
    QCOMPARE(Repository::open(m_remote)->worktree(), QString());
    QCOMPARE(open().worktree(), m_repo);
}

void TestRepository::readsHeadAlsoWithoutACommitOrABranch()
{
    QCOMPARE(open().head()->branch, QStringLiteral("main"));
    QCOMPARE(open().head()->commit, m_first);
    git({QStringLiteral("switch"), QStringLiteral("--detach")});
    QCOMPARE(open().head()->branch, QString());
    QCOMPARE(open().head()->commit, m_first);
    git({QStringLiteral("switch"), QStringLiteral("--orphan"), QStringLiteral("none/yet")});
    QCOMPARE(open().head()->branch, QStringLiteral("none/yet"));
    QCOMPARE(open().head()->commit, QString());
}

void TestRepository::listsBranchesAndRemotes()
{
    git({QStringLiteral("branch"), QStringLiteral("other/x")});
    const auto branches = open().branches();
    QVERIFY(branches);
    QStringList names;
    for (const GitBranch &branch : *branches) {
        QCOMPARE(branch.commit, m_first);
        names.append((branch.isRemote ? QStringLiteral("r ") : QString()) + branch.name);
    }
    names.sort();
    QCOMPARE(names, (QStringList{QStringLiteral("main"), QStringLiteral("other/x"),
                                 QStringLiteral("r origin/main")}));
    QCOMPARE(open().remotes()->size(), 1);
    QCOMPARE(open().remoteUrl(QStringLiteral("origin")), m_remote);
    QVERIFY(!open().remoteUrl(QStringLiteral("none")));
    QCOMPARE(open().defaultBranch(QStringLiteral("origin")), QStringLiteral("main"));
    QCOMPARE(open().upstream(QStringLiteral("main")), QStringLiteral("origin/main"));
}

void TestRepository::findsCommitsByAnyName()
{
    git({QStringLiteral("tag"), QStringLiteral("--annotate"), QStringLiteral("--message=x"),
         QStringLiteral("v1")});
    for (const QString &name : {QStringLiteral("main"), QStringLiteral("origin/main"),
                                QStringLiteral("v1"), m_first, m_first.left(8)})
        QCOMPARE(open().commitOf(name).valueOr({}), m_first);
    QCOMPARE(open().commitOf(QStringLiteral("none")).error().code(),
             QStringLiteral("git.no-commit"));
    QCOMPARE(open().reference(QStringLiteral("refs/heads/main")), m_first);
    QVERIFY(!open().reference(QStringLiteral("refs/heads/none")));
    QVERIFY(!open().reference(QStringLiteral("no reference name")));
}

void TestRepository::readsACommit()
{
    const auto commit = open().commit(m_first);
    QVERIFY(commit);
    QCOMPARE(commit->message, QStringLiteral("First\n\nWith a body.\n"));
    QCOMPARE(commit->subject(), QStringLiteral("First"));
    QCOMPARE(commit->author, QStringLiteral("Ana <ana@example.org>"));
    QVERIFY(commit->parents.isEmpty());
    QCOMPARE(commit->tree, git({QStringLiteral("rev-parse"), QStringLiteral("HEAD^{tree}")}));
    QVERIFY(!open().commit(QString(40, u'0')));
    QVERIFY(!open().commit(QStringLiteral("main")));
}

void TestRepository::knowsWhatRestsOnWhat()
{
    write(QStringLiteral("a.txt"), "two\n");
    const QString second = commit(QStringLiteral("Second"));
    QVERIFY(*open().isAncestor(m_first, second));
    QVERIFY(!*open().isAncestor(second, m_first));
    QVERIFY(*open().isAncestor(second, second));
    QVERIFY(!open().isAncestor(QString(40, u'1'), second));
    const auto counts = open().aheadBehind(second, m_first);
    QVERIFY(counts);
    QCOMPARE(counts->first, 1);
    QCOMPARE(counts->second, 0);
}

void TestRepository::listsChanges()
{
    write(QStringLiteral("gone.txt"), "x");
    write(QStringLiteral(".gitignore"), "*.log\n");
    commit(QStringLiteral("More"));
    QVERIFY(open().status()->isEmpty());
    write(QStringLiteral("a.txt"), "changed\n");
    write(QStringLiteral("new/b.txt"), "b");
    write(QStringLiteral("x.log"), "ignored");
    write(QStringLiteral("staged.txt"), "s");
    git({QStringLiteral("add"), QStringLiteral("staged.txt")});
    QFile::remove(m_repo + QStringLiteral("/gone.txt"));
    QMap<QString, GitChange::Kind> kinds;
    const auto status = open().status();
    QVERIFY(status);
    for (const GitChange &change : *status)
        kinds.insert(change.path, change.kind);
    const QMap<QString, GitChange::Kind> expected{
        {QStringLiteral("a.txt"), GitChange::Kind::Modified},
        {QStringLiteral("gone.txt"), GitChange::Kind::Deleted},
        {QStringLiteral("new/b.txt"), GitChange::Kind::Untracked},
        {QStringLiteral("staged.txt"), GitChange::Kind::Added}};
    QCOMPARE(kinds, expected);
}

void TestRepository::readsFilesBeforeAndAfter()
{
    write(QStringLiteral("a.txt"), "two\n");
    QCOMPARE(::symlink("nowhere/else", QFile::encodeName(m_repo + QStringLiteral("/link"))), 0);
    write(QStringLiteral("big"), QByteArray(int(Repository::largestBlob) + 1, 'x'));
    const auto changes = open().worktreeChanges(
        {QStringLiteral("a.txt"), QStringLiteral("link"), QStringLiteral("big")});
    QVERIFY(changes);
    QCOMPARE(*changes->at(0).before, QByteArray("one\n"));
    QCOMPARE(*changes->at(0).after, QByteArray("two\n"));
    QVERIFY(!changes->at(1).before);
    QCOMPARE(*changes->at(1).after, QByteArray("nowhere/else"));
    QVERIFY(changes->at(2).isLarge);
}

void TestRepository::readsWhatACommitChanged()
{
    write(QStringLiteral("a.txt"), "two\n");
    write(QStringLiteral("b.txt"), "new\n");
    const QString second = commit(QStringLiteral("Second"));
    const auto changes = open().changesOf(second);
    QVERIFY(changes);
    QCOMPARE(changes->size(), 2);
    QCOMPARE(*changes->at(0).before, QByteArray("one\n"));
    QVERIFY(!changes->at(1).before);
    QCOMPARE(*changes->at(1).after, QByteArray("new\n"));
    QCOMPARE(open().changesOf(m_first)->size(), 1);
    QCOMPARE(*open().fileAt(m_first, QStringLiteral("a.txt")), QByteArray("one\n"));
    QVERIFY(!open().fileAt(m_first, QStringLiteral("b.txt")));
}

void TestRepository::describesAFolderForAPage()
{
    write(QStringLiteral("a.txt"), "two\n");
    commit(QStringLiteral("Second"));
    write(QStringLiteral("a.txt"), "three\n");
    write(QStringLiteral("new"), "n");
    const GitFacts facts = describeRepository(m_repo);
    QVERIFY(facts.isUsable());
    QCOMPARE(facts.branch, QStringLiteral("main"));
    QCOMPARE(facts.upstream, QStringLiteral("origin/main"));
    QCOMPARE(facts.ahead, 1);
    QCOMPARE(facts.behind, 0);
    QCOMPARE(facts.changedFiles, 1);
    QCOMPARE(facts.untrackedFiles, 1);
    QVERIFY(!facts.isClean());
    QVERIFY(!describeRepository(m_scratch->path()).isUsable());
}

void TestRepository::asksARemote()
{
    const QString main = QStringLiteral("refs/heads/main");
    git({QStringLiteral("push"), QStringLiteral("origin"),
         QStringLiteral("main:refs/old/refs/heads/main")});
    const auto refs = remoteRefs(asker(), m_repo, QStringLiteral("origin"),
                                 {main, QStringLiteral("refs/heads/none")});
    QVERIFY(refs);
    QCOMPARE(*refs, (QMap<QString, QString>{{main, m_first}}));
    QCOMPARE(remoteRefs(asker(), {}, m_remote, {main})->value(main), m_first);
    QCOMPARE(remoteDefaultBranch(asker(), m_repo, QStringLiteral("origin")).valueOr({}),
             QStringLiteral("main"));
    const auto lost = remoteRefs(asker(), m_repo, m_remote + QStringLiteral("x"), {main});
    QVERIFY(!lost);
    QCOMPARE(lost.error().code(), QStringLiteral("git.remote-unreachable"));
    QVERIFY(!lost.error().detail().isEmpty());
}

void TestRepository::neverTakesARemoteAsAnOption()
{
    const QString canary = m_repo + QStringLiteral("/canary");
    QVERIFY(!remoteRefs(asker(), m_repo, QStringLiteral("--upload-pack=touch ") + canary,
                        {QStringLiteral(".")}));
    QVERIFY(!QFileInfo::exists(canary));
}

void TestRepository::refusesARepositoryOfAnotherUser()
{
    if (::geteuid() != 0)
        QSKIP("Only root can give files away.");
    QCOMPARE(::chown(QFile::encodeName(m_repo), 12345, 12345), 0);
    QCOMPARE(::chown(QFile::encodeName(m_repo + QStringLiteral("/.git")), 12345, 12345), 0);
    const auto repository = Repository::open(m_repo);
    QVERIFY(!repository);
    QCOMPARE(repository.error().code(), QStringLiteral("git.not-owner"));
    QVERIFY(repository.error().message().contains(m_repo));
}

QTEST_GUILESS_MAIN(TestRepository)
#include "tst_repository.moc"
