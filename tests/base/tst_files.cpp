// SPDX-License-Identifier: MIT
#include "core/base/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <sys/stat.h>

#include <QTest>

using namespace Slipway;

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAndNothingElseIsLeft();
    void aFileKeepsItsMode();
    void whatCannotBeWrittenSaysWhyAndLeavesNothing();
    void aFileThatIsTooLargeIsRefused();
    void whatIsNoRegularFileIsNotRead();
    void newFoldersArePrivate();
};

void TestFiles::whatIsWrittenIsReadAndNothingElseIsLeft()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("é.txt"));
    QVERIFY(writeFileDurably(path, "one"));
    QVERIFY(writeFileDurably(path, QByteArray("tw\0o", 4)));
    QCOMPARE(*readFile(path), QByteArray("tw\0o", 4));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("é.txt")});
}

void TestFiles::aFileKeepsItsMode()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("build.sh"));
    const QByteArray name = QFile::encodeName(path);
    struct stat state = {};
    QVERIFY(writeFileDurably(path, "a", 0600));
    QCOMPARE(stat(name.constData(), &state), 0);
    QCOMPARE(int(state.st_mode & 07777), 0600);
    QCOMPARE(chmod(name.constData(), 0750), 0);
    QVERIFY(writeFileDurably(path, "b", 0600));
    QCOMPARE(stat(name.constData(), &state), 0);
    QCOMPARE(int(state.st_mode & 07777), 0750);
}

void TestFiles::whatCannotBeWrittenSaysWhyAndLeavesNothing()
{
    const QTemporaryDir folder;
    const auto missing = writeFileDurably(folder.filePath(QStringLiteral("no/such")), "a");
    QVERIFY(!missing);
    QVERIFY(missing.error().message().contains(QLatin1String("No such file")));
    QVERIFY(makePrivateFolder(folder.filePath(QStringLiteral("taken"))));
    QVERIFY(!writeFileDurably(folder.filePath(QStringLiteral("taken")), "a"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("taken")});
}

void TestFiles::aFileThatIsTooLargeIsRefused()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(writeFileDurably(path, "12345"));
    QVERIFY(readFile(path, 5));
    QCOMPARE(readFile(path, 4).error().code(), QStringLiteral("file.too-large"));
}

/// A pipe would block the reader for ever.
void TestFiles::whatIsNoRegularFileIsNotRead()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(readFile(pipe).error().code(), QStringLiteral("file.not-regular"));
    QCOMPARE(readFile(folder.path()).error().code(), QStringLiteral("file.not-regular"));
    QCOMPARE(readFile(folder.filePath(QStringLiteral("none"))).error().code(),
             QStringLiteral("file.unreadable"));
}

void TestFiles::newFoldersArePrivate()
{
    const QTemporaryDir folder;
    const QString inner = folder.filePath(QStringLiteral("a/b"));
    QVERIFY(makePrivateFolder(inner));
    QVERIFY(makePrivateFolder(inner));
    for (const char *name : {"a", "a/b"}) {
        struct stat state = {};
        const QString path = folder.filePath(QLatin1String(name));
        QCOMPARE(stat(QFile::encodeName(path).constData(), &state), 0);
        QCOMPARE(int(state.st_mode & 07777), 0700);
    }
    QVERIFY(writeFileDurably(folder.filePath(QStringLiteral("file")), "a"));
    QVERIFY(!makePrivateFolder(folder.filePath(QStringLiteral("file"))));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
