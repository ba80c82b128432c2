// SPDX-License-Identifier: MIT
#include "core/git/gitmerge.h"
#include "core/git/mergechunks.h"
#include "core/process/ask.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

/// Merges in memory, of real repositories.
class TestGitMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void mergesWhatDoesNotTouch();
    void givesTheSameTreeAsGit();
    void namesEveryKindOfConflict();
    void takesThePreferredSideWholeWhereBothChanged();
    void mergesSomeFilesNeverLineByLine();
    void leavesAFileWithADriverOfItsOwnToAPerson();
    void takesWhatWasChosen();
    void followsARename();
    void mergesAfterACrissCross();
    void takesASubmoduleOfOneSide();
    void writesNothingWhenItMayNot();
    void refusesWhatHasNothingInCommon();
    void dividesAFileIntoItsParts_data();
    void dividesAFileIntoItsParts();
    void linesThatLookLikeMarkersAreLines();

private:
    QString git(const QStringList &arguments) const
    {
        Question question;
        question.argv = QStringList{QStringLiteral("git")} + arguments;
        question.directory = m_repo;
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
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(name));
    }
    QString commit() const
    {
        git({QStringLiteral("add"), QStringLiteral("--all")});
        git({QStringLiteral("commit"), QStringLiteral("--allow-empty"),
             QStringLiteral("--message=x")});
        return git({QStringLiteral("rev-parse"), QStringLiteral("HEAD")});
    }
    void switchTo(const char *branch) const
    {
        git({QStringLiteral("switch"), QStringLiteral("--quiet"), QString::fromLatin1(branch)});
    }
    /// Leaves main checked out; base is there, other stands where main stands.
    void fork(const QMap<QString, QByteArray> &base) const
    {
        for (auto file = base.cbegin(); file != base.cend(); ++file)
            write(file.key(), *file);
        commit();
        git({QStringLiteral("branch"), QStringLiteral("other")});
    }
    GitMerge merge(const MergeRules &rules = {}) const
    {
        const auto merged = tryMerge(rules);
        if (!merged)
            qFatal("%s", qPrintable(merged.error().message()));
        return *merged;
    }
    Result<GitMerge> tryMerge(const MergeRules &rules = {}) const
    {
        return mergeCommits(m_repo, git({QStringLiteral("rev-parse"), QStringLiteral("main")}),
                            git({QStringLiteral("rev-parse"), QStringLiteral("other")}), rules);
    }
    /// A file of the tree that came out.
    QString show(const GitMerge &merge, const char *path) const
    {
        return git({QStringLiteral("show"), merge.tree + u':' + QString::fromLatin1(path)});
    }
    static QString pathsOf(const QList<MergeConflict> &conflicts)
    {
        QStringList paths;
        for (const MergeConflict &conflict : conflicts)
            paths.append(QStringLiteral("%1 %2").arg(conflict.path).arg(int(conflict.kind)));
        return paths.join(u',');
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_scratch;
    QString m_repo;
};

void TestGitMerge::initTestCase()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("HOME", m_home->path().toUtf8());
    qputenv("GIT_CONFIG_GLOBAL", (m_home->path() + QStringLiteral("/.gitconfig")).toUtf8());
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    QFile config(m_home->path() + QStringLiteral("/.gitconfig"));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("[user]\n\tname = Ana\n\temail = ana@example.org\n[init]\n\tdefaultBranch = "
                 "main\n[protocol \"file\"]\n\tallow = always\n");
}

void TestGitMerge::init()
{
    m_scratch = std::make_unique<QTemporaryDir>();
    m_repo = QFileInfo(m_scratch->path()).canonicalFilePath() + QStringLiteral("/repo");
    QDir().mkpath(m_repo);
    git({QStringLiteral("init")});
}

void TestGitMerge::mergesWhatDoesNotTouch()
{
    fork({{QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\n7\n"}, {QStringLiteral("b.txt"), "b\n"}});
    write(QStringLiteral("a.txt"), "one\n2\n3\n4\n5\n6\n7\n");
    const QString ours = commit();
    switchTo("other");
    write(QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\nseven\n");
    write(QStringLiteral("c.txt"), "c\n");
    QFile::remove(m_repo + QStringLiteral("/b.txt"));
    commit();
    const GitMerge merged = merge();
    QVERIFY(merged.conflicts.isEmpty());
    QVERIFY(merged.preferred.isEmpty());
    QCOMPARE(merged.base,
             git({QStringLiteral("merge-base"), QStringLiteral("main"), QStringLiteral("other")}));
    QCOMPARE(show(merged, "a.txt"), QStringLiteral("one\n2\n3\n4\n5\n6\nseven"));
    QStringList changed;
    for (const GitFileChange &change : merged.changes)
        changed.append(change.path + (change.after ? QString() : QStringLiteral(" gone")));
    QCOMPARE(changed.join(u','), QStringLiteral("a.txt,b.txt gone,c.txt"));
    QCOMPARE(git({QStringLiteral("rev-parse"), QStringLiteral("main")}), ours);
}

void TestGitMerge::givesTheSameTreeAsGit()
{
    fork({{QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\n7\n"},
          {QStringLiteral("dir/run.sh"), "#!/bin/sh\n"}});
    QFile::rename(m_repo + QStringLiteral("/a.txt"), m_repo + QStringLiteral("/dir/renamed.txt"));
    commit();
    switchTo("other");
    write(QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\nseven\n");
    QFile(m_repo + QStringLiteral("/dir/run.sh"))
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    commit();
    const GitMerge merged = merge();
    QVERIFY(merged.conflicts.isEmpty());
    switchTo("main");
    git({QStringLiteral("merge"), QStringLiteral("--no-edit"), QStringLiteral("other")});
    QCOMPARE(merged.tree, git({QStringLiteral("rev-parse"), QStringLiteral("HEAD^{tree}")}));
}

void TestGitMerge::namesEveryKindOfConflict()
{
    fork({{QStringLiteral("both.txt"), "1\n"},
          {QStringLiteral("here.txt"), "1\n"},
          {QStringLiteral("there.txt"), "1\n"},
          {QStringLiteral("image.bin"), QByteArray("\0\1\2", 3)}});
    write(QStringLiteral("both.txt"), "ours\n");
    write(QStringLiteral("new.txt"), "ours\n");
    write(QStringLiteral("there.txt"), "ours\n");
    write(QStringLiteral("image.bin"), QByteArray("\0\1\3", 3));
    QFile::remove(m_repo + QStringLiteral("/here.txt"));
    commit();
    switchTo("other");
    write(QStringLiteral("both.txt"), "theirs\n");
    write(QStringLiteral("new.txt"), "theirs\n");
    write(QStringLiteral("here.txt"), "theirs\n");
    write(QStringLiteral("image.bin"), QByteArray("\0\1\4", 3));
    QFile::remove(m_repo + QStringLiteral("/there.txt"));
    commit();
    const GitMerge merged = merge();
    using Kind = MergeConflict::Kind;
    QCOMPARE(pathsOf(merged.conflicts), QStringLiteral("both.txt %1,here.txt %2,image.bin %1,"
                                                       "new.txt %3,there.txt %4")
                                            .arg(int(Kind::BothChanged))
                                            .arg(int(Kind::DeletedByUs))
                                            .arg(int(Kind::BothAdded))
                                            .arg(int(Kind::DeletedByThem)));
    QCOMPARE(merged.conflicts[0].ours.id,
             git({QStringLiteral("rev-parse"), QStringLiteral("main:both.txt")}));
    QCOMPARE(git({QStringLiteral("ls-tree"), QStringLiteral("--name-only"), merged.tree}),
             QString()); // nothing of what is in conflict
}

void TestGitMerge::takesThePreferredSideWholeWhereBothChanged()
{
    fork({{QStringLiteral("model.dvc"), "md5: 1\na\nb\nc\nd\nsize: 1\n"},
          {QStringLiteral("only.dvc"), "md5: 1\n"},
          {QStringLiteral("gone.dvc"), "md5: 1\n"}});
    write(QStringLiteral("model.dvc"), "md5: 2\na\nb\nc\nd\nsize: 1\n");
    write(QStringLiteral("gone.dvc"), "md5: 2\n");
    write(QStringLiteral("only.dvc"), "md5: 2\n"); // they did not change it
    commit();
    switchTo("other");
    write(QStringLiteral("model.dvc"), "md5: 1\na\nb\nc\nd\nsize: 3\n");
    QFile::remove(m_repo + QStringLiteral("/gone.dvc"));
    commit();
    MergeRules rules;
    for (const MergeSide side : {MergeSide::Ours, MergeSide::Theirs}) {
        rules.preferred = [side](const QString &) { return side; };
        const GitMerge merged = merge(rules);
        QVERIFY(merged.conflicts.isEmpty());
        QCOMPARE(merged.preferred.size(), 2);
        QCOMPARE(merged.preferred[0].path, QStringLiteral("gone.dvc"));
        QCOMPARE(merged.preferred[1].path, QStringLiteral("model.dvc"));
        const char *branch = side == MergeSide::Ours ? "main:model.dvc" : "other:model.dvc";
        QCOMPARE(git({QStringLiteral("rev-parse"), merged.tree + QStringLiteral(":model.dvc")}),
                 git({QStringLiteral("rev-parse"), QString::fromLatin1(branch)}));
        QCOMPARE(show(merged, "only.dvc"), QStringLiteral("md5: 2"));
        const QString names =
            git({QStringLiteral("ls-tree"), QStringLiteral("--name-only"), merged.tree});
        QCOMPARE(names.contains(QStringLiteral("gone.dvc")), side == MergeSide::Ours);
    }
}

void TestGitMerge::mergesSomeFilesNeverLineByLine()
{
    fork({{QStringLiteral("a.lock"), "1\n2\n3\n4\n5\n6\n7\n"}});
    write(QStringLiteral("a.lock"), "one\n2\n3\n4\n5\n6\n7\n");
    commit();
    switchTo("other");
    write(QStringLiteral("a.lock"), "1\n2\n3\n4\n5\n6\nseven\n");
    commit();
    QVERIFY(merge().conflicts.isEmpty());
    MergeRules rules;
    rules.isWhole = [](const QString &path) { return path.endsWith(QLatin1String(".lock")); };
    const GitMerge merged = merge(rules);
    QCOMPARE(pathsOf(merged.conflicts),
             QStringLiteral("a.lock %1").arg(int(MergeConflict::Kind::Whole)));
    QVERIFY(merged.conflicts[0].base.mode != 0);
}

void TestGitMerge::leavesAFileWithADriverOfItsOwnToAPerson()
{
    fork({{QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\n7\n"},
          {QStringLiteral(".gitattributes"), "a.txt merge=ours\n"}});
    write(QStringLiteral("a.txt"), "one\n2\n3\n4\n5\n6\n7\n");
    commit();
    switchTo("other");
    write(QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\nseven\n");
    commit();
    QCOMPARE(pathsOf(merge().conflicts),
             QStringLiteral("a.txt %1").arg(int(MergeConflict::Kind::Whole)));
}

void TestGitMerge::takesWhatWasChosen()
{
    fork({{QStringLiteral("a.txt"), "1\n"},
          {QStringLiteral("b.txt"), "1\n"},
          {QStringLiteral("c.txt"), "1\n"}});
    for (const char *name : {"a.txt", "b.txt", "c.txt"})
        write(QString::fromLatin1(name), "ours\n");
    commit();
    switchTo("other");
    write(QStringLiteral("a.txt"), "theirs\n");
    QFile::remove(m_repo + QStringLiteral("/b.txt"));
    write(QStringLiteral("c.txt"), "theirs\n");
    commit();
    MergeRules rules;
    rules.chosen = [](const MergeConflict &conflict) -> std::optional<MergeChoice> {
        if (conflict.path == QLatin1String("a.txt"))
            return MergeChoice{std::nullopt, "both\r\n"};
        if (conflict.path == QLatin1String("b.txt"))
            return MergeChoice{MergeSide::Theirs, {}};
        return std::nullopt;
    };
    const GitMerge merged = merge(rules);
    QCOMPARE(merged.conflicts.size(), 1);
    QCOMPARE(merged.chosen.size(), 2);
    QCOMPARE(git({QStringLiteral("ls-tree"), QStringLiteral("--name-only"), merged.tree}),
             QStringLiteral("a.txt"));
    QCOMPARE(git({QStringLiteral("cat-file"), QStringLiteral("-s"),
                  merged.tree + QStringLiteral(":a.txt")}),
             QStringLiteral("6")); // its bytes as they are
}

void TestGitMerge::followsARename()
{
    const QByteArray text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    fork({{QStringLiteral("a.txt"), text}});
    QFile::rename(m_repo + QStringLiteral("/a.txt"), m_repo + QStringLiteral("/ours.txt"));
    commit();
    switchTo("other");
    QFile::rename(m_repo + QStringLiteral("/a.txt"), m_repo + QStringLiteral("/theirs.txt"));
    commit();
    MergeRules rules;
    using Kind = MergeConflict::Kind;
    QCOMPARE(pathsOf(merge().conflicts), QStringLiteral("ours.txt %1,theirs.txt %2")
                                             .arg(int(Kind::AddedByUs))
                                             .arg(int(Kind::AddedByThem)));
    // Ours is kept, theirs is not: where one side has nothing, that is what is taken.
    rules.chosen = [](const MergeConflict &) { return MergeChoice{MergeSide::Ours, {}}; };
    const GitMerge merged = merge(rules);
    QVERIFY(merged.conflicts.isEmpty());
    QCOMPARE(git({QStringLiteral("ls-tree"), QStringLiteral("--name-only"), merged.tree}),
             QStringLiteral("ours.txt"));
}

void TestGitMerge::mergesAfterACrissCross()
{
    fork({{QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\n7\n"}});
    write(QStringLiteral("a.txt"), "one\n2\n3\n4\n5\n6\n7\n");
    const QString first = commit();
    switchTo("other");
    write(QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\nseven\n");
    const QString second = commit();
    git({QStringLiteral("merge"), QStringLiteral("--no-edit"), first});
    switchTo("main");
    git({QStringLiteral("merge"), QStringLiteral("--no-edit"), second});
    write(QStringLiteral("a.txt"), "one\n2\n3\nfour\n5\n6\nseven\n");
    commit();
    switchTo("other");
    write(QStringLiteral("b.txt"), "b\n");
    commit();
    const GitMerge merged = merge();
    QVERIFY(merged.conflicts.isEmpty());
    QCOMPARE(show(merged, "a.txt"), QStringLiteral("one\n2\n3\nfour\n5\n6\nseven"));
    QCOMPARE(show(merged, "b.txt"), QStringLiteral("b"));
}

void TestGitMerge::takesASubmoduleOfOneSide()
{
    const auto pin = [this](const QString &id) {
        git({QStringLiteral("update-index"), QStringLiteral("--add"), QStringLiteral("--cacheinfo"),
             QStringLiteral("160000,%1,lib").arg(id)});
        git({QStringLiteral("commit"), QStringLiteral("--message=pin")});
    };
    fork({{QStringLiteral("a.txt"), "1\n"}});
    pin(QString(40, u'1'));
    switchTo("other");
    git({QStringLiteral("reset"), QStringLiteral("--hard"), QStringLiteral("main")});
    pin(QString(40, u'3'));
    switchTo("main");
    pin(QString(40, u'2'));
    const GitMerge open = merge();
    QCOMPARE(open.conflicts.size(), 1);
    QCOMPARE(open.conflicts[0].ours.mode, 0160000);
    MergeRules rules;
    rules.chosen = [](const MergeConflict &) { return MergeChoice{MergeSide::Theirs, {}}; };
    QCOMPARE(git({QStringLiteral("ls-tree"), merge(rules).tree, QStringLiteral("lib")}),
             QStringLiteral("160000 commit %1\tlib").arg(QString(40, u'3')));
}

void TestGitMerge::writesNothingWhenItMayNot()
{
    fork({{QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\n7\n"}});
    write(QStringLiteral("a.txt"), "one\n2\n3\n4\n5\n6\n7\n");
    commit();
    switchTo("other");
    write(QStringLiteral("a.txt"), "1\n2\n3\n4\n5\n6\nseven\n");
    commit();
    const auto files = [this] {
        int count = 0;
        for (QDirIterator all(m_repo + QStringLiteral("/.git"), QDir::Files | QDir::Hidden,
                              QDirIterator::Subdirectories);
             all.hasNext(); all.next())
            ++count;
        return count;
    };
    const int before = files();
    MergeRules rules;
    rules.keepsObjects = false;
    const GitMerge merged = merge(rules);
    QCOMPARE(merged.changes.size(), 1);
    QCOMPARE(merged.changes[0].after.value_or(QByteArray()),
             QByteArray("one\n2\n3\n4\n5\n6\nseven\n"));
    QCOMPARE(files(), before);
    QCOMPARE(merge().tree, merged.tree);
    QVERIFY(files() > before);
}

void TestGitMerge::refusesWhatHasNothingInCommon()
{
    fork({{QStringLiteral("a.txt"), "1\n"}});
    git({QStringLiteral("switch"), QStringLiteral("--orphan"), QStringLiteral("lone")});
    write(QStringLiteral("b.txt"), "1\n");
    commit();
    git({QStringLiteral("branch"), QStringLiteral("-f"), QStringLiteral("other")});
    const auto merged = tryMerge();
    QVERIFY(!merged);
    QCOMPARE(merged.error().code(), QStringLiteral("git.unrelated"));
}

void TestGitMerge::dividesAFileIntoItsParts_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("ours");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QString>("parts"); ///< of conflicts ours|theirs
    QTest::newRow("one conflict") << QByteArray("a\nb\nc\n") << QByteArray("a\nx\nc\n")
                                  << QByteArray("a\ny\nc\n") << QStringLiteral("a;x|y;c");
    QTest::newRow("merged") << QByteArray("a\nb\nc\nd\ne\n") << QByteArray("A\nb\nc\nd\ne\n")
                            << QByteArray("a\nb\nc\nd\nE\n") << QStringLiteral("A\nb\nc\nd\nE");
    QTest::newRow("no base") << QByteArray() << QByteArray("x\n") << QByteArray("y\n")
                             << QStringLiteral("x|y");
    QTest::newRow("windows lines") << QByteArray("a\r\nb\r\n") << QByteArray("a\r\nx\r\n")
                                   << QByteArray("a\r\ny\r\n") << QStringLiteral("a\r;x\r|y\r");
    QTest::newRow("no last line end") << QByteArray("a\nb") << QByteArray("a\nx")
                                      << QByteArray("a\ny\n") << QStringLiteral("a;x|y");
    QTest::newRow("not UTF-8") << QByteArray("\xff\n") << QByteArray("\xfe\n")
                               << QByteArray("\xfd\n") << QString::fromLatin1("\xfe|\xfd");
}

void TestGitMerge::dividesAFileIntoItsParts()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, ours);
    QFETCH(QByteArray, theirs);
    const auto chunks = mergeChunks(base, ours, theirs);
    QVERIFY(chunks);
    QStringList parts;
    QByteArray allOurs;
    QByteArray allTheirs;
    const auto shown = [](QByteArray text) {
        if (text.endsWith('\n'))
            text.chop(1);
        return QString::fromLatin1(text);
    };
    for (const MergeChunk &chunk : *chunks) {
        parts.append(chunk.isConflict ? shown(chunk.ours) + u'|' + shown(chunk.theirs)
                                      : shown(chunk.text));
        allOurs += chunk.isConflict ? chunk.ours : chunk.text;
        allTheirs += chunk.isConflict ? chunk.theirs : chunk.text;
    }
    QTEST(parts.join(u';'), "parts");
    if (parts.size() > 1 || parts[0].contains(u'|')) {
        QCOMPARE(allOurs, ours); // byte by byte, where the rest is the same
        QCOMPARE(allTheirs, theirs);
    }
}

void TestGitMerge::linesThatLookLikeMarkersAreLines()
{
    const QByteArray hostile = "<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\n||||||| z\n";
    const auto chunks =
        mergeChunks(hostile + "b\n", hostile + "o" + QByteArray(40, '=') + "\n", hostile + "t\n");
    QVERIFY(chunks);
    QCOMPARE(chunks->size(), 2);
    QCOMPARE(chunks->at(0), (MergeChunk{false, hostile, {}, {}, {}}));
    QCOMPARE(chunks->at(1).ours, "o" + QByteArray(40, '=') + "\n");
    QCOMPARE(chunks->at(1).base, QByteArray("b\n"));
    QCOMPARE(chunks->at(1).theirs, QByteArray("t\n"));
}

QTEST_GUILESS_MAIN(TestGitMerge)
#include "tst_gitmerge.moc"
