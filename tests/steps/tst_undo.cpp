// SPDX-License-Identifier: MIT
#include "core/steps/filescopystep.h"
#include "core/steps/filesdeletestep.h"
#include "core/steps/filesreplacestep.h"
#include "core/steps/foldermanifest.h"
#include "core/steps/gitbranchstep.h"
#include "core/steps/gitclonestep.h"
#include "core/steps/gitcommitstep.h"
#include "core/steps/gitpushstep.h"
#include "core/steps/inventoryobject.h"
#include "core/steps/packagespinstep.h"
#include "core/steps/packagesunpinstep.h"
#include "core/steps/rootedpath.h"
#include "core/steps/versionbumpstep.h"

#include "tests/steps/gitfixture.h"
#include "tests/steps/testshell.h"
#include "tests/steps/undorounds.h"

#include <QDir>
#include <QTest>

using namespace Slipway;

/// Does and undoes each kind many times, and compares the world with what it was. Compared are,
/// of git: all references here and at the remote, HEAD, index, status and the files; of files:
/// the list of all with permissions and content.
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void replacingComesBack();
    void aVersionComesBack();
    void aNewBranchComesBack();
    void aRestartedBranchComesBack();
    void aCommitComesBack();
    void aFirstCommitComesBack();
    void aPushComesBack();
    void aPushOfANewBranchComesBack();
    void takenOutVersionsComeBack();
    void writtenVersionsComeBack();
    void aCopiedFolderComesBack();
    void aReplacedFileComesBack();
    void aDeletedFolderComesBack();
    void aDeletedFileComesBack();
    void aCloneComesBack();
    void aCloneIntoAnEmptyFolderComesBack();
    void aWholeReleaseComesBack();

private:
    QString world() const;
    QString files(const QString &folder) const
    {
        const auto manifest = FolderManifest::of(folder, {{}, false});
        return manifest ? QString::fromUtf8(manifest->toBytes()) : manifest.error().message();
    }
    void goRound(const Kind &kind, const Value::Map &with, int times = undoRounds)
    {
        m_rounds->go(kind, with, times, [this] { return world(); });
    }
    void goRoundInWorkspace(const Kind &kind, const Value::Map &with, int times = undoRounds)
    {
        m_rounds->go(kind, with, times, [this] { return files(m_git->workspace()); });
    }
    Value::Map commitAll() const
    {
        return m_git->inRepo({{QStringLiteral("message"), Value(QStringLiteral("Raise torch"))},
                              {QStringLiteral("paths"), Value::ofTexts({QStringLiteral(".")})}});
    }

    std::unique_ptr<GitFixture> m_git;
    std::unique_ptr<UndoRounds> m_rounds;
    std::unique_ptr<TestShell> m_shell; ///< in its environment
};

void TestUndo::init()
{
    m_git = std::make_unique<GitFixture>();
    m_rounds = std::make_unique<UndoRounds>(*m_git);
    m_shell = std::make_unique<TestShell>();
}

QString TestUndo::world() const
{
    const QByteArray seen =
        m_shell->run("cd " + shellWord(m_git->repo()) + "\ngit for-each-ref\ngit -C " +
                     shellWord(m_git->remote()) +
                     " for-each-ref\ngit symbolic-ref HEAD\ngit ls-files --stage\n"
                     "git status --porcelain --ignored --untracked-files=all");
    return QString::fromUtf8(seen) + QStringLiteral("--\n") + files(m_git->repo());
}

void TestUndo::replacingComesBack()
{
    m_git->call({QStringLiteral("chmod"), QStringLiteral("754"), QStringLiteral("repo/pins.txt")});
    m_git->write(QStringLiteral("repo/pins.txt"), "torch==2.8.0\r\nno line end");
    goRound(FilesReplaceStep(),
            m_git->inRepo({{QStringLiteral("file"), Value(QStringLiteral("pins.txt"))},
                           {QStringLiteral("find"), Value(QStringLiteral("2.8.0"))},
                           {QStringLiteral("replace"), Value(QStringLiteral("2.9"))}}));
}

void TestUndo::aVersionComesBack()
{
    m_git->write(QStringLiteral("repo/v.yaml"), "version: 41\n");
    goRound(VersionBumpStep(),
            m_git->inRepo({{QStringLiteral("file"), Value(QStringLiteral("v.yaml"))},
                           {QStringLiteral("pattern"), Value(QStringLiteral("version: (\\d+)"))},
                           {QStringLiteral("part"), Value(QStringLiteral("1"))}}));
}

void TestUndo::aNewBranchComesBack()
{
    m_git->write(QStringLiteral("repo/untracked.txt"), "mine");
    goRound(GitBranchStep(),
            m_git->inRepo({{QStringLiteral("name"), Value(QStringLiteral("update"))}}));
    m_git->git({"switch", "--detach", "HEAD"});
    const auto done =
        m_rounds->did(GitBranchStep(),
                      m_git->inRepo({{QStringLiteral("name"), Value(QStringLiteral("update"))}}));
    QVERIFY(done);
    QVERIFY(m_rounds->undid(GitBranchStep(), *done));
    QCOMPARE(m_git->git({"rev-parse", "--abbrev-ref", "HEAD"}), QStringLiteral("HEAD"));
}

void TestUndo::aRestartedBranchComesBack()
{
    m_git->git({"switch", "--create", "update"});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("own.txt"), "own");
    const auto with =
        m_git->inRepo({{QStringLiteral("name"), Value(QStringLiteral("update"))},
                       {QStringLiteral("if-exists"), Value(QStringLiteral("restart"))}});
    goRound(GitBranchStep(), with, 5); // from the branch itself
    m_git->git({"switch", "main"});
    goRound(GitBranchStep(), with);
}

void TestUndo::aCommitComesBack()
{
    // One change of each sort: changed, staged and changed again, removed, new, meant to be
    // added, mode changed, a link.
    for (const char *name : {"a", "b", "c", "d"})
        m_git->commit(QStringLiteral("repo"), QString::fromUtf8(name), name);
    m_git->git({"push", "origin", "main"});
    m_git->write(QStringLiteral("repo/a"), "changed");
    m_git->write(QStringLiteral("repo/b"), "staged");
    m_git->git({"add", "b"});
    m_git->write(QStringLiteral("repo/b"), "and changed");
    m_git->git({"rm", "--quiet", "c"});
    m_git->call({QStringLiteral("chmod"), QStringLiteral("755"), QStringLiteral("repo/d")});
    m_git->write(QStringLiteral("repo/new, with [odd] name"), "new");
    m_git->write(QStringLiteral("repo/intended"), "later");
    m_git->git({"add", "--intent-to-add", "intended"});
    m_git->call({QStringLiteral("ln"), QStringLiteral("-s"), QStringLiteral("a"),
                 QStringLiteral("repo/link")});
    goRound(GitCommitStep(), commitAll());
}

void TestUndo::aFirstCommitComesBack()
{
    m_git->call({QStringLiteral("git"), QStringLiteral("init"), QStringLiteral("fresh")});
    m_git->write(QStringLiteral("fresh/a"), "a");
    auto with = commitAll();
    with[QStringLiteral("in")] = Value(QStringLiteral("fresh"));
    for (int i = 0; i < 2; ++i) {
        const auto done = m_rounds->did(GitCommitStep(), with);
        QVERIFY(done);
        QVERIFY(m_rounds->undid(GitCommitStep(), *done));
        QCOMPARE(m_git->git({"for-each-ref"}, QStringLiteral("fresh")), QString());
        QCOMPARE(m_git->git({"status", "--porcelain"}, QStringLiteral("fresh")),
                 QStringLiteral("?? a"));
    }
}

void TestUndo::aPushComesBack()
{
    m_git->commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==2.9.0\n");
    goRound(GitPushStep(), m_git->inRepo());
}

void TestUndo::aPushOfANewBranchComesBack()
{
    m_git->git({"switch", "--create", "update"});
    m_git->commit(QStringLiteral("repo"), QStringLiteral("pins.txt"), "torch==2.9.0\n");
    goRound(GitPushStep(), m_git->inRepo());
}

void TestUndo::takenOutVersionsComeBack()
{
    m_git->write(QStringLiteral("repo/requirements.txt"), "torch==2.8.0\nnumpy==2.1.0 # why\n");
    m_git->write(QStringLiteral("repo/Dockerfile"), "FROM x\nRUN pip install pandas==2.2.2\n");
    goRound(PackagesUnpinStep(), m_git->inRepo({{QStringLiteral("files"),
                                                 Value::ofTexts({QStringLiteral("requirements.txt"),
                                                                 QStringLiteral("Dockerfile")})}}));
}

void TestUndo::writtenVersionsComeBack()
{
    m_git->write(QStringLiteral("repo/requirements.txt"), "torch # any\nnumpy==2.1.0\n");
    const auto inventory =
        putInventory(m_git->context(), QStringLiteral("api"), "torch==2.9.0\nnumpy==2.2.0\n");
    QVERIFY(inventory);
    goRound(PackagesPinStep(),
            m_git->inRepo(
                {{QStringLiteral("files"), Value::ofTexts({QStringLiteral("requirements.txt")})},
                 {QStringLiteral("from"), Value::ofTexts({*inventory})},
                 {QStringLiteral("all"), Value(true)}}));
}

void TestUndo::aCopiedFolderComesBack()
{
    m_git->write(QStringLiteral("source/sub/.hidden"), "x");
    m_git->call({QStringLiteral("ln"), QStringLiteral("-s"), QStringLiteral("nowhere"),
                 QStringLiteral("source/link")});
    m_git->call({QStringLiteral("mkdir"), QStringLiteral("-m"), QStringLiteral("555"),
                 QStringLiteral("source/locked")});
    goRoundInWorkspace(FilesCopyStep(),
                       {{QStringLiteral("from"), Value(QStringLiteral("source"))},
                        {QStringLiteral("to"), Value(QStringLiteral("a/new/place"))}});
}

void TestUndo::aReplacedFileComesBack()
{
    m_git->write(QStringLiteral("new.cfg"), "new");
    m_git->write(QStringLiteral("old.cfg"), "old");
    m_git->call({QStringLiteral("chmod"), QStringLiteral("640"), QStringLiteral("old.cfg")});
    goRoundInWorkspace(FilesCopyStep(), {{QStringLiteral("from"), Value(QStringLiteral("new.cfg"))},
                                         {QStringLiteral("to"), Value(QStringLiteral("old.cfg"))},
                                         {QStringLiteral("overwrite"), Value(true)}});
}

void TestUndo::aDeletedFolderComesBack()
{
    m_git->write(QStringLiteral("old/a"), QByteArray(100'000, 'a'));
    m_git->write(QStringLiteral("old/sub/.empty"), "");
    m_git->write(QStringLiteral("old/sub/b"), "b");
    m_git->call({QStringLiteral("chmod"), QStringLiteral("751"), QStringLiteral("old/a")});
    m_git->call({QStringLiteral("ln"), QStringLiteral("-s"), QStringLiteral("/etc"),
                 QStringLiteral("old/link")});
    m_git->call({QStringLiteral("chmod"), QStringLiteral("555"), QStringLiteral("old/sub")});
    goRoundInWorkspace(FilesDeleteStep(), {{QStringLiteral("path"), Value(QStringLiteral("old"))}});
}

void TestUndo::aDeletedFileComesBack()
{
    m_git->write(QStringLiteral("one/file"), "bytes");
    goRoundInWorkspace(FilesDeleteStep(),
                       {{QStringLiteral("path"), Value(QStringLiteral("one/file"))}});
}

void TestUndo::aCloneComesBack()
{
    m_git->git({"tag", "-m", "a release", "v1"});
    m_git->git({"push", "origin", "v1"});
    goRoundInWorkspace(GitCloneStep(),
                       {{QStringLiteral("url"), Value(m_git->remote())},
                        {QStringLiteral("upstream"), Value(m_git->remote())},
                        {QStringLiteral("to"), Value(QStringLiteral("made/on the way/clone"))}});
}

void TestUndo::aCloneIntoAnEmptyFolderComesBack()
{
    m_git->call({QStringLiteral("mkdir"), QStringLiteral("-m"), QStringLiteral("750"),
                 QStringLiteral("empty")});
    goRoundInWorkspace(GitCloneStep(),
                       {{QStringLiteral("url"), Value(m_git->remote())},
                        {QStringLiteral("to"), Value(QStringLiteral("empty"))}},
                       2);
}

void TestUndo::aWholeReleaseComesBack()
{
    const FilesReplaceStep replace;
    const GitBranchStep branch;
    const GitCommitStep commit;
    const GitPushStep push;
    const QList<std::pair<const Kind *, Value::Map>> steps{
        {&branch, m_git->inRepo({{QStringLiteral("name"), Value(QStringLiteral("update"))}})},
        {&replace, m_git->inRepo({{QStringLiteral("file"), Value(QStringLiteral("pins.txt"))},
                                  {QStringLiteral("find"), Value(QStringLiteral("2.8.0"))},
                                  {QStringLiteral("replace"), Value(QStringLiteral("2.9"))}})},
        {&commit, commitAll()},
        {&push, m_git->inRepo()}};
    const QString before = world();
    for (int round = 0; round < 5; ++round) {
        QList<Intent> intents;
        for (const auto &[kind, with] : steps) {
            const auto done = m_rounds->did(*kind, with);
            QVERIFY(done);
            intents.append(*done);
        }
        for (qsizetype i = steps.size() - 1; i >= 0; --i)
            QVERIFY(m_rounds->undid(*steps[i].first, intents[i]));
        QCOMPARE(world(), before);
    }
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
