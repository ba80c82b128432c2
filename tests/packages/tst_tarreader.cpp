// SPDX-License-Identifier: MIT
#include "core/packages/tarreader.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <random>

using namespace Slipway;

/// Archives are made by the real tar, in each of its formats.
class TestTarReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTarWrites_data();
    void readsWhatTarWrites();
    void readsInPiecesOfAnySize();
    void saysWhereAnArchiveIsCut();
    void keepsNoMoreThanItIsAllowed();
    void refusesWhatIsNoArchive();
    void survivesAnyChangedByte();
};

namespace {

struct Read
{
    QMap<QByteArray, QByteArray> files;
    QMap<QByteArray, QByteArray> links;
    Result<void> result;
};

Read readAll(const QByteArray &archive, qsizetype piece, const TarReader::Limits &limits = {})
{
    Read read;
    TarReader reader(
        [](const TarEntry &entry) {
            return entry.type == TarEntry::Type::File || entry.type == TarEntry::Type::Link;
        },
        [&](const TarEntry &entry, const QByteArray &bytes) {
            if (entry.type == TarEntry::Type::Link)
                read.links.insert(entry.path, entry.target);
            else
                read.files.insert(entry.path, bytes);
        },
        limits);
    for (qsizetype at = 0; at < archive.size(); at += piece) {
        read.result = reader.feed(archive.mid(at, piece));
        if (!read.result)
            return read;
    }
    read.result = reader.finish();
    return read;
}

const QString longName = QString(120, u'n') + QStringLiteral("/") + QString(130, u'm');

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray archiveOf(const QString &format)
{
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("tree/a.txt")), "hello");
    write(folder.filePath(QStringLiteral("tree/empty")), "");
    write(folder.filePath(QStringLiteral("tree/block")), QByteArray(512, 'b'));
    write(folder.filePath(QStringLiteral("tree/") + longName), "long");
    QFile::link(QStringLiteral("a.txt"), folder.filePath(QStringLiteral("tree/link")));
    QProcess tar;
    tar.start(QStringLiteral("tar"),
              {QStringLiteral("--format=") + format, QStringLiteral("-C"), folder.path(),
               QStringLiteral("-cf"), QStringLiteral("-"), QStringLiteral("tree")});
    if (!tar.waitForFinished() || tar.exitCode() != 0)
        return {};
    return tar.readAllStandardOutput();
}

} // namespace

void TestTarReader::readsWhatTarWrites_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("gnu") << QStringLiteral("gnu");
    QTest::newRow("pax") << QStringLiteral("pax");
}

void TestTarReader::readsWhatTarWrites()
{
    QFETCH(QString, format);
    const Read read = readAll(archiveOf(format), 4096);
    QVERIFY2(read.result.isOk(),
             qPrintable(read.result ? QString() : read.result.error().message()));
    QCOMPARE(read.files.value("tree/a.txt"), QByteArray("hello"));
    QCOMPARE(read.files.value("tree/block"), QByteArray(512, 'b'));
    QVERIFY(read.files.contains("tree/empty"));
    QCOMPARE(read.files.value("tree/" + longName.toUtf8()), QByteArray("long"));
    QCOMPARE(read.links.value("tree/link"), QByteArray("a.txt"));
}

void TestTarReader::readsInPiecesOfAnySize()
{
    const QByteArray archive = archiveOf(QStringLiteral("pax"));
    const Read whole = readAll(archive, archive.size());
    for (const qsizetype piece : {1, 7, 511, 512, 513}) {
        const Read read = readAll(archive, piece);
        QVERIFY(read.result.isOk());
        QCOMPARE(read.files, whole.files);
    }
}

void TestTarReader::saysWhereAnArchiveIsCut()
{
    const QByteArray archive = archiveOf(QStringLiteral("gnu"));
    for (const qsizetype length : {qsizetype(100), qsizetype(512), qsizetype(1536)}) {
        const Read read = readAll(archive.left(length), 4096);
        QVERIFY(!read.result.isOk());
        QCOMPARE(read.result.error().code(), QStringLiteral("tar.truncated"));
    }
}

void TestTarReader::keepsNoMoreThanItIsAllowed()
{
    const QByteArray archive = archiveOf(QStringLiteral("gnu"));
    TarReader::Limits limits;
    limits.keptBytes = 100;
    QVERIFY(!readAll(archive, 4096, limits).files.contains("tree/block"));
    QVERIFY(readAll(archive, 4096, limits).files.contains("tree/a.txt"));
    limits = {};
    limits.entries = 3;
    QCOMPARE(readAll(archive, 4096, limits).result.error().code(), QStringLiteral("tar.limit"));
    limits = {};
    limits.pathBytes = 200;
    QCOMPARE(readAll(archive, 4096, limits).result.error().code(), QStringLiteral("tar.limit"));
    limits = {};
    limits.totalBytes = 2048;
    QCOMPARE(readAll(archive, 512, limits).result.error().code(), QStringLiteral("tar.limit"));
}

void TestTarReader::refusesWhatIsNoArchive()
{
    QCOMPARE(readAll(QByteArray(2048, 'x'), 512).result.error().code(),
             QStringLiteral("tar.damaged"));
    QCOMPARE(readAll({}, 512).result.error().code(), QStringLiteral("tar.truncated"));
}

void TestTarReader::survivesAnyChangedByte()
{
    const QByteArray archive = archiveOf(QStringLiteral("pax"));
    std::mt19937 random(1);
    int refused = 0;
    for (int i = 0; i < 2000; ++i) {
        QByteArray changed = archive;
        changed[qsizetype(random() % changed.size())] = char(random());
        refused += readAll(changed, 4096).result ? 0 : 1;
    }
    // Most of an archive is padding and content; a header that changed is noticed.
    QVERIFY2(refused > 100, qPrintable(QString::number(refused)));
}

QTEST_GUILESS_MAIN(TestTarReader)
#include "tst_tarreader.moc"
