// SPDX-License-Identifier: MIT
#include "core/steps/composestep.h"
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

#include "tests/docker/testengine.h"
#include "tests/steps/gitfixture.h"

#include <QDir>
#include <QTest>
#include <QUuid>

using namespace Slipway;

namespace {
constexpr int rounds = 20;
}

/// Does and undoes each kind many times, and compares the world with what it was. Compared are,
/// of git: all references here and at the remote, HEAD, index, status and the files; of files:
/// the list of all with permissions and content.
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git = std::make_unique<GitFixture>(); }
    void cleanup();
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
    void composeUpComesBack_data() { quarters(); }
    void composeUpComesBack();
    void composeStopComesBack_data() { quarters(); }
    void composeStopComesBack();
    void aWholeReleaseComesBack();

private:
    /// Compose is slow, and QtTest ends a function after five minutes.
    static void quarters()
    {
        QTest::addColumn<int>("times");
        for (int i = 0; i < 4; ++i)
            QTest::addRow("quarter %d", i + 1) << rounds / 4;
    }
    QString containers(const QString &folder) const;
    /// A folder with a compose file of two services.
    QString stack();
    QString world() const;
    QString files(const QString &folder) const
    {
        const auto manifest = FolderManifest::of(folder, {{}, false});
        return manifest ? QString::fromUtf8(manifest->toBytes()) : manifest.error().message();
    }
    /// One attempt; fails the test unless it succeeds and its probe agrees.
    std::optional<Intent> did(const Kind &kind, const Value::Map &with);
    bool undid(const Kind &kind, const Intent &done);
    void goRound(const Kind &kind, const Value::Map &with, int times = rounds)
    {
        goRound(kind, with, times, [this] { return world(); });
    }
    void goRound(const Kind &kind, const Value::Map &with, int times,
                 const std::function<QString()> &look);
    Value::Map commitAll() const
    {
        return m_git->inRepo({{QStringLiteral("message"), Value(QStringLiteral("Raise torch"))},
                              {QStringLiteral("paths"), Value::ofTexts({QStringLiteral(".")})}});
    }

    std::unique_ptr<GitFixture> m_git;
    QString m_stack; ///< the folder with a compose file; empty: none
};

void TestUndo::cleanup()
{
    // What a test that failed in the middle left.
    if (m_stack.isEmpty())
        return;
    m_git->planAndRun(ComposeStep(), {{QStringLiteral("in"), Value(m_stack)},
                                      {QStringLiteral("action"), Value(QStringLiteral("down"))}});
    m_stack.clear();
}

QString TestUndo::world() const
{
    QStringList parts{m_git->git({"for-each-ref"}),
                      m_git->git({"for-each-ref"}, m_git->remote()),
                      m_git->git({"symbolic-ref", "HEAD"}),
                      m_git->git({"ls-files", "--stage"}),
                      m_git->git({"status", "--porcelain", "--ignored", "--untracked-files=all"}),
                      files(m_git->repo())};
    return parts.join(QStringLiteral("\n--\n"));
}

std::optional<Intent> TestUndo::did(const Kind &kind, const Value::Map &with)
{
    const auto intent = m_git->plan(kind, with);
    if (!intent) {
        qWarning("%s", qPrintable(intent.error().message()));
        return std::nullopt;
    }
    const Outcome outcome = m_git->run(kind, *intent);
    const Finding finding = m_git->probe(kind, *intent);
    if (outcome.end != Outcome::End::Succeeded || finding.verdict != Finding::Verdict::Done ||
        intent->plan.undo.can != UndoNote::Can::Yes) {
        qWarning("%s %s: %s", qPrintable(outcome.error.message()),
                 qPrintable(outcome.error.detail()), qPrintable(finding.explanation.english()));
        return std::nullopt;
    }
    return *intent;
}

bool TestUndo::undid(const Kind &kind, const Intent &done)
{
    const auto intent = m_git->planUndo(kind, done);
    if (!intent || !*intent) {
        qWarning("%s", intent ? "nothing to undo" : qPrintable(intent.error().message()));
        return false;
    }
    const Finding before = m_git->probe(kind, **intent);
    const Outcome outcome = m_git->run(kind, **intent);
    const Finding after = m_git->probe(kind, **intent);
    const auto again = m_git->planUndo(kind, done);
    const bool isGood = before.verdict == Finding::Verdict::NotDone &&
                        outcome.end == Outcome::End::Succeeded &&
                        after.verdict == Finding::Verdict::Done && again && !*again;
    if (!isGood)
        qWarning("before: %s; %s %s; after: %s; again: %s",
                 qPrintable(before.explanation.english()), qPrintable(outcome.error.message()),
                 qPrintable(outcome.error.detail()), qPrintable(after.explanation.english()),
                 again ? (*again ? "there is something" : "nothing")
                       : qPrintable(again.error().message()));
    return isGood;
}

void TestUndo::goRound(const Kind &kind, const Value::Map &with, int times,
                       const std::function<QString()> &look)
{
    const QString before = look();
    for (int i = 0; i < times; ++i) {
        const auto done = did(kind, with);
        QVERIFY2(done, qPrintable(QStringLiteral("round %1").arg(i)));
        QVERIFY(look() != before);
        QVERIFY2(undid(kind, *done), qPrintable(QStringLiteral("round %1").arg(i)));
        QCOMPARE(look(), before);
    }
}

QString TestUndo::containers(const QString &folder) const
{
    QStringList parts;
    const auto found = TestEngine::engine().containersOfFolder(folder);
    for (const Container &one : found.value())
        parts.append(one.id + one.state);
    parts.append(QString::fromUtf8(TestEngine::docker(
        {QStringLiteral("network"), QStringLiteral("ls"), QStringLiteral("-q"),
         QStringLiteral("--filter"),
         QStringLiteral("label=com.docker.compose.project=") + folder.section(u'/', -1)})));
    return parts.join(u' ');
}

QString TestUndo::stack()
{
    const QString name =
        QStringLiteral("slipwaytest") + QUuid::createUuid().toString(QUuid::Id128).left(12);
    const QByteArray service =
        "{image: '" + TestEngine::image().toUtf8() + "', stop_grace_period: 0s}\n";
    m_git->write(name + QStringLiteral("/docker-compose.yml"),
                 "version: '2.4'\nservices:\n  api: " + service + "  worker: " + service);
    m_stack = m_git->absolute(name);
    return m_stack;
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
        did(GitBranchStep(),
            m_git->inRepo({{QStringLiteral("name"), Value(QStringLiteral("update"))}}));
    QVERIFY(done);
    QVERIFY(undid(GitBranchStep(), *done));
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
        const auto done = did(GitCommitStep(), with);
        QVERIFY(done);
        QVERIFY(undid(GitCommitStep(), *done));
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
    goRound(FilesCopyStep(),
            {{QStringLiteral("from"), Value(QStringLiteral("source"))},
             {QStringLiteral("to"), Value(QStringLiteral("a/new/place"))}},
            rounds, [this] { return files(m_git->workspace()); });
}

void TestUndo::aReplacedFileComesBack()
{
    m_git->write(QStringLiteral("new.cfg"), "new");
    m_git->write(QStringLiteral("old.cfg"), "old");
    m_git->call({QStringLiteral("chmod"), QStringLiteral("640"), QStringLiteral("old.cfg")});
    goRound(FilesCopyStep(),
            {{QStringLiteral("from"), Value(QStringLiteral("new.cfg"))},
             {QStringLiteral("to"), Value(QStringLiteral("old.cfg"))},
             {QStringLiteral("overwrite"), Value(true)}},
            rounds, [this] { return files(m_git->workspace()); });
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
    goRound(FilesDeleteStep(), {{QStringLiteral("path"), Value(QStringLiteral("old"))}}, rounds,
            [this] { return files(m_git->workspace()); });
}

void TestUndo::aDeletedFileComesBack()
{
    m_git->write(QStringLiteral("one/file"), "bytes");
    goRound(FilesDeleteStep(), {{QStringLiteral("path"), Value(QStringLiteral("one/file"))}},
            rounds, [this] { return files(m_git->workspace()); });
}

void TestUndo::aCloneComesBack()
{
    m_git->git({"tag", "-m", "a release", "v1"});
    m_git->git({"push", "origin", "v1"});
    goRound(GitCloneStep(),
            {{QStringLiteral("url"), Value(m_git->remote())},
             {QStringLiteral("upstream"), Value(m_git->remote())},
             {QStringLiteral("to"), Value(QStringLiteral("made/on the way/clone"))}},
            rounds, [this] { return files(m_git->workspace()); });
}

void TestUndo::aCloneIntoAnEmptyFolderComesBack()
{
    m_git->call({QStringLiteral("mkdir"), QStringLiteral("-m"), QStringLiteral("750"),
                 QStringLiteral("empty")});
    goRound(GitCloneStep(),
            {{QStringLiteral("url"), Value(m_git->remote())},
             {QStringLiteral("to"), Value(QStringLiteral("empty"))}},
            2, [this] { return files(m_git->workspace()); });
}

void TestUndo::composeUpComesBack()
{
    SLIPWAY_NEED_ENGINE();
    QFETCH(int, times);
    const QString folder = stack();
    const Value::Map up{{QStringLiteral("in"), Value(folder)},
                        {QStringLiteral("action"), Value(QStringLiteral("up"))}};
    goRound(ComposeStep(), up, times, [&] { return containers(folder); });
    // What was up before stays up.
    auto one = up;
    one.insert(QStringLiteral("services"), Value::ofTexts({QStringLiteral("api")}));
    const auto first = did(ComposeStep(), one);
    QVERIFY(first);
    goRound(ComposeStep(), up, 1, [&] { return containers(folder); });
    QVERIFY(undid(ComposeStep(), *first));
    QCOMPARE(containers(folder), QString());
}

void TestUndo::composeStopComesBack()
{
    SLIPWAY_NEED_ENGINE();
    QFETCH(int, times);
    const QString folder = stack();
    Value::Map with{{QStringLiteral("in"), Value(folder)},
                    {QStringLiteral("action"), Value(QStringLiteral("up"))}};
    const auto up = did(ComposeStep(), with);
    QVERIFY(up);
    with[QStringLiteral("action")] = Value(QStringLiteral("stop"));
    goRound(ComposeStep(), with, times, [&] { return containers(folder); });
    QVERIFY(undid(ComposeStep(), *up));
    QCOMPARE(containers(folder), QString());
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
            const auto done = did(*kind, with);
            QVERIFY(done);
            intents.append(*done);
        }
        for (qsizetype i = steps.size() - 1; i >= 0; --i)
            QVERIFY(undid(*steps[i].first, intents[i]));
        QCOMPARE(world(), before);
    }
}

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
