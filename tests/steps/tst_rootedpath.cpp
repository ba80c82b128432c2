// SPDX-License-Identifier: MIT
#include "core/steps/rootedpath.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace Slipway;

class TestRootedPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refusesPathsThatLeaveTheRoot_data();
    void refusesPathsThatLeaveTheRoot();
    void takesAnAbsolutePathBelowTheRoot();
    void readsAndWritesAFile();
    void keepsTheModeOfAFile();
    void aLinkToAFileIsNeitherReadNorReplaced();
    void aLinkToAFolderIsNotWalkedThrough();
    void aPipeIsRefusedWithoutWaiting();
    void missingFilesAndFoldersAreNoErrors();
    void makesTheFoldersOnTheWay();
    void aRelativeRootIsBelowTheWorkspace();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    RootedPath below(const QString &name) const
    {
        return RootedPath::below(path(QStringLiteral("root")), name).value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestRootedPath::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("root/sub")));
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("outside")));
    put(QStringLiteral("outside/secret"), "secret");
}

void TestRootedPath::refusesPathsThatLeaveTheRoot_data()
{
    QTest::addColumn<QString>("path");
    for (const char *text : {"../x", "a/../../x", "..", ".", "", "a//b", "./a", "/etc/passwd",
                             "/root-of-another/x", "a/..", "a\nb", "a/./b"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("nul") << QStringLiteral("a") + QChar(0);
    QTest::newRow("bidi") << QStringLiteral("a") + QChar(0x202e) + QStringLiteral("b");
}

void TestRootedPath::refusesPathsThatLeaveTheRoot()
{
    QFETCH(QString, path);
    QVERIFY(!RootedPath::below(QStringLiteral("/root"), path));
}

void TestRootedPath::takesAnAbsolutePathBelowTheRoot()
{
    const auto found = RootedPath::below(QStringLiteral("/a/b/"), QStringLiteral("/a/b/c/d"));
    QVERIFY(found);
    QCOMPARE(found->path(), QStringLiteral("c/d"));
    QCOMPARE(found->absolute(), QStringLiteral("/a/b/c/d"));
    QVERIFY(!RootedPath::below(QStringLiteral("/a/b"), QStringLiteral("/a/bc/d")));
    QVERIFY(!RootedPath::below(QStringLiteral("/a/b"), QStringLiteral("/a/b/../c")));
}

void TestRootedPath::readsAndWritesAFile()
{
    const RootedPath file = below(QStringLiteral("sub/file"));
    QVERIFY(file.write("one"));
    QCOMPARE(file.read().value().value(), QByteArray("one"));
    QVERIFY(file.write("two"));
    QCOMPARE(file.read().value().value(), QByteArray("two"));
    QCOMPARE(QDir(path(QStringLiteral("root/sub")))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("file")});
    QVERIFY(file.remove());
    QVERIFY(!file.read().value().has_value());
}

void TestRootedPath::keepsTheModeOfAFile()
{
    put(QStringLiteral("root/run.sh"), "x");
    QCOMPARE(::chmod(QFile::encodeName(path(QStringLiteral("root/run.sh"))).constData(), 0751), 0);
    QVERIFY(below(QStringLiteral("run.sh")).write("y"));
    struct stat info = {};
    ::stat(QFile::encodeName(path(QStringLiteral("root/run.sh"))).constData(), &info);
    QCOMPARE(int(info.st_mode & 0777), 0751);
}

void TestRootedPath::aLinkToAFileIsNeitherReadNorReplaced()
{
    QVERIFY(QFile::link(path(QStringLiteral("outside/secret")), path(QStringLiteral("root/link"))));
    const RootedPath file = below(QStringLiteral("link"));
    QCOMPARE(file.type().value(), RootedPath::Type::Link);
    QCOMPARE(file.read().error().code(), QStringLiteral("path.link"));
    QCOMPARE(file.write("mine").error().code(), QStringLiteral("path.link"));
    QVERIFY(!file.remove());
    QFile secret(path(QStringLiteral("outside/secret")));
    QVERIFY(secret.open(QIODevice::ReadOnly));
    QCOMPARE(secret.readAll(), QByteArray("secret"));
}

void TestRootedPath::aLinkToAFolderIsNotWalkedThrough()
{
    QVERIFY(QFile::link(path(QStringLiteral("outside")), path(QStringLiteral("root/link"))));
    QVERIFY(QFile::link(path(QStringLiteral("root/sub")), path(QStringLiteral("root/inner"))));
    for (const QString &name : {QStringLiteral("link/secret"), QStringLiteral("inner/file"),
                                QStringLiteral("link/new")}) {
        const RootedPath file = below(name);
        QCOMPARE(file.read().error().code(), QStringLiteral("path.link"));
        QCOMPARE(file.write("mine").error().code(), QStringLiteral("path.link"));
        QVERIFY(!file.makeParents());
    }
    QVERIFY(!QFile::exists(path(QStringLiteral("outside/new"))));
}

void TestRootedPath::aPipeIsRefusedWithoutWaiting()
{
    QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("root/pipe"))).constData(), 0600), 0);
    const RootedPath pipe = below(QStringLiteral("pipe"));
    QCOMPARE(pipe.read().error().code(), QStringLiteral("file.not-regular"));
    QCOMPARE(pipe.write("x").error().code(), QStringLiteral("file.not-regular"));
}

void TestRootedPath::missingFilesAndFoldersAreNoErrors()
{
    QVERIFY(!below(QStringLiteral("none")).read().value().has_value());
    QVERIFY(!below(QStringLiteral("no/such/file")).read().value().has_value());
    QCOMPARE(below(QStringLiteral("no/such/file")).type().value(), RootedPath::Type::Missing);
    QVERIFY(!below(QStringLiteral("no/such/file")).write("x"));
}

void TestRootedPath::makesTheFoldersOnTheWay()
{
    const RootedPath file = below(QStringLiteral("a/b/c"));
    QVERIFY(file.makeParents());
    QVERIFY(file.makeParents());
    QVERIFY(QFileInfo(path(QStringLiteral("root/a/b"))).isDir());
    QVERIFY(!QFileInfo::exists(path(QStringLiteral("root/a/b/c"))));
}

void TestRootedPath::aRelativeRootIsBelowTheWorkspace()
{
    const QString workspace = QStringLiteral("/w");
    QCOMPARE(rootFolder(Value(), workspace).value(), workspace);
    QCOMPARE(rootFolder(Value(QStringLiteral("a/b")), workspace).value(), QStringLiteral("/w/a/b"));
    QCOMPARE(rootFolder(Value(QStringLiteral("/x/y/")), workspace).value(), QStringLiteral("/x/y"));
    QVERIFY(!rootFolder(Value(QStringLiteral("../x")), workspace));
}

QTEST_GUILESS_MAIN(TestRootedPath)
#include "tst_rootedpath.moc"
