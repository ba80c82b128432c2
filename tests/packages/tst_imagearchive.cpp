// SPDX-License-Identifier: MIT
// Images in files, made by the real tar: layers laid over each other, and what nobody means well
// with.
#include "core/packages/archivepackages.h"
#include "core/packages/gunzip.h"
#include "core/packages/inventoryjson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Slipway;

namespace {

const QString sites = QStringLiteral("usr/local/lib/python3.11/site-packages/");

QByteArray metadata(const char *name, const char *version)
{
    return QByteArray("Metadata-Version: 2.1\nName: ") + name + "\nVersion: " + version +
           "\nSummary: x\n\nName: not\nVersion: this\n";
}

/// Of this process, in MiB.
qint64 peakMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = file.readAll();
    const qsizetype at = all.indexOf("VmHWM:");
    return all.mid(at + 6, 20).trimmed().split(' ').value(0).toLongLong() / 1024;
}

/// One entry of a tar archive, written by hand: what tar itself would not write.
QByteArray header(const QByteArray &name, char kind, qint64 size, const QByteArray &target = {})
{
    QByteArray block(512, '\0');
    const auto put = [&](qsizetype at, const QByteArray &text) {
        block.replace(at, text.size(), text);
    };
    put(0, name.left(100));
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, QByteArray::number(size, 8).rightJustified(11, '0'));
    put(136, "00000000000");
    block[156] = kind;
    put(157, target.left(100));
    put(257, QByteArray("ustar\0"
                        "00",
                        8));
    put(148, "        ");
    qint64 sum = 0;
    for (const char c : std::as_const(block))
        sum += static_cast<unsigned char>(c);
    put(148, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0' + ' ');
    return block;
}

QByteArray entry(const QByteArray &name, const QByteArray &bytes)
{
    return header(name, '0', bytes.size()) + bytes +
           QByteArray((512 - bytes.size() % 512) % 512, '\0');
}

const QByteArray endOfTar = QByteArray(1024, '\0');

} // namespace

class TestImageArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void layersAreLaidOverEachOther();
    void anOpaqueFolderHidesWhatWasBelow();
    void whatALayerTakesAwayItMayBringItself();
    void anOciArchiveOfPackedLayersIsRead();
    void linksAreFollowedInsideTheImage();
    void bothShapesOfEggInfoCount();
    void leftoversDoNotCount();
    void condaPackagesWithoutMetadataCount();
    void severalPythonsStandApart();
    void theSiteOfTheUserInThePathCounts();
    void anImageWithoutPythonSaysSo();
    void whatIsNoImageIsRefused();
    void cutAndDamagedArchivesAreRefused();
    void namesMayHoldAnything();
    void linksThatGoRoundEnd();
    void aMillionEntriesTakeLittleMemory();
    void aPackageIsNoBomb();
    void giantsThatAreNotThereAreRefused();
    void whatIsKeptKeepsItsNotes();

private:
    void write(const QString &layer, const QString &path, const QByteArray &bytes);
    void link(const QString &layer, const QString &path, const QString &target);
    QByteArray tarOf(const QString &layer);
    void writePython(const QString &layer);
    void writePackage(const QString &layer, const char *name, const char *version,
                      const QString &site = sites);
    QString dockerArchive(const QList<QByteArray> &layers, const QStringList &environment = {});
    QString ociArchive(const QList<QByteArray> &layers);
    Result<QList<Inventory>> read(const QString &file);
    static QByteArray freeze(const Result<QList<Inventory>> &read);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImageArchive::write(const QString &layer, const QString &path, const QByteArray &bytes)
{
    const QString file = m_folder->filePath(layer + u'/' + path);
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file));
}

void TestImageArchive::link(const QString &layer, const QString &path, const QString &target)
{
    const QString file = m_folder->filePath(layer + u'/' + path);
    QDir().mkpath(QFileInfo(file).path());
    if (!QFile::link(target, file))
        qFatal("cannot link %s", qPrintable(file));
}

QByteArray TestImageArchive::tarOf(const QString &layer)
{
    QProcess tar;
    tar.start(QStringLiteral("tar"),
              {QStringLiteral("-C"), m_folder->filePath(layer), QStringLiteral("-cf"),
               QStringLiteral("-"), QStringLiteral(".")});
    tar.waitForFinished(60'000);
    return tar.readAllStandardOutput();
}

void TestImageArchive::writePython(const QString &layer)
{
    write(layer, QStringLiteral("usr/local/bin/python3.11"), "elf");
    link(layer, QStringLiteral("usr/local/bin/python3"), QStringLiteral("python3.11"));
}

void TestImageArchive::writePackage(const QString &layer, const char *name, const char *version,
                                    const QString &site)
{
    write(layer,
          site + QStringLiteral("%1-%2.dist-info/METADATA")
                     .arg(QLatin1String(name), QLatin1String(version)),
          metadata(name, version));
}

QString TestImageArchive::dockerArchive(const QList<QByteArray> &layers,
                                        const QStringList &environment)
{
    QByteArray archive;
    QJsonArray names;
    for (qsizetype i = 0; i < layers.size(); ++i) {
        const QString name = QStringLiteral("layer%1/layer.tar").arg(i);
        archive += entry(name.toUtf8(), layers[i]);
        names.append(name);
    }
    const QJsonObject config{
        {QStringLiteral("config"),
         QJsonObject{{QStringLiteral("Env"), QJsonArray::fromStringList(environment)}}}};
    archive += entry("config.json", QJsonDocument(config).toJson());
    archive +=
        entry("manifest.json",
              QJsonDocument(
                  QJsonArray{QJsonObject{{QStringLiteral("Config"), QStringLiteral("config.json")},
                                         {QStringLiteral("Layers"), names}}})
                  .toJson()) +
        endOfTar;
    const QString file = m_folder->filePath(QStringLiteral("image.tar"));
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(archive) != archive.size())
        qFatal("cannot write the archive");
    return file;
}

QString TestImageArchive::ociArchive(const QList<QByteArray> &layers)
{
    QByteArray archive;
    int number = 0;
    const auto blob = [&](const QByteArray &bytes) {
        const QString digest = QStringLiteral("%1").arg(++number, 64, 10, QLatin1Char('0'));
        archive += entry("blobs/sha256/" + digest.toUtf8(), bytes);
        return QJsonObject{{QStringLiteral("digest"), QStringLiteral("sha256:") + digest}};
    };
    QJsonArray parts;
    for (const QByteArray &layer : layers)
        parts.append(blob(layer));
    const QJsonObject config = blob("{}");
    const auto json = [](const QJsonObject &object) { return QJsonDocument(object).toJson(); };
    const QJsonObject manifest =
        blob(json({{QStringLiteral("config"), config}, {QStringLiteral("layers"), parts}}));
    const QJsonObject inner = blob(json({{QStringLiteral("manifests"), QJsonArray{manifest}}}));
    archive += entry("oci-layout", "{}");
    archive +=
        entry("index.json", json({{QStringLiteral("manifests"), QJsonArray{inner}}})) + endOfTar;
    const QString file = m_folder->filePath(QStringLiteral("oci.tar"));
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(archive) != archive.size())
        qFatal("cannot write the archive");
    return file;
}

Result<QList<Inventory>> TestImageArchive::read(const QString &file)
{
    const auto source = PackageSource::parse(QStringLiteral("tar:") + file, QStringLiteral("/"));
    return source ? readPackages(*source, {}) : Result<QList<Inventory>>(source.error());
}

QByteArray TestImageArchive::freeze(const Result<QList<Inventory>> &read)
{
    return read ? read->first().toFreeze() : read.error().message().toUtf8();
}

void TestImageArchive::layersAreLaidOverEachOther()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    writePackage(QStringLiteral("a"), "pika", "1.0");
    writePackage(QStringLiteral("a"), "rich", "1.0");
    write(QStringLiteral("b"), sites + QStringLiteral(".wh.numpy-1.9.dist-info"), {});
    writePackage(QStringLiteral("b"), "numpy", "2.0");
    write(QStringLiteral("c"), sites + QStringLiteral("rich-1.0.dist-info/.wh.METADATA"), {});
    const QString file = dockerArchive(
        {tarOf(QStringLiteral("a")), tarOf(QStringLiteral("b")), tarOf(QStringLiteral("c"))});
    QCOMPARE(freeze(read(file)), QByteArray("numpy==2.0\npika==1.0\n"));
}

void TestImageArchive::anOpaqueFolderHidesWhatWasBelow()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    writePackage(QStringLiteral("b"), "pika", "1.0");
    write(QStringLiteral("b"), sites + QStringLiteral(".wh..wh..opq"), {});
    const QString file = dockerArchive({tarOf(QStringLiteral("a")), tarOf(QStringLiteral("b"))});
    QCOMPARE(freeze(read(file)), QByteArray("pika==1.0\n"));
}

void TestImageArchive::whatALayerTakesAwayItMayBringItself()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    // The whiteout comes last, and still does not touch its own layer.
    const QByteArray path = (sites + QStringLiteral("numpy-1.9.dist-info/METADATA")).toUtf8();
    const QByteArray layer =
        entry(path, metadata("numpy", "1.9.1")) +
        entry((sites + QStringLiteral(".wh.numpy-1.9.dist-info")).toUtf8(), {}) + endOfTar;
    QCOMPARE(freeze(read(dockerArchive({tarOf(QStringLiteral("a")), layer}))),
             QByteArray("numpy==1.9.1\n"));
}

void TestImageArchive::anOciArchiveOfPackedLayersIsRead()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-c")});
    gzip.write(tarOf(QStringLiteral("a")));
    gzip.closeWriteChannel();
    QVERIFY(gzip.waitForFinished(60'000));
    const QByteArray packed = gzip.readAllStandardOutput();
    QCOMPARE(freeze(read(ociArchive({packed}))), QByteArray("numpy==1.9\n"));
    const auto cut = read(ociArchive({packed.left(packed.size() / 2)}));
    QVERIFY(!cut);
    QCOMPARE(cut.error().code(), QStringLiteral("gzip.damaged"));
    const auto zstd = read(ociArchive({"\x28\xb5\x2f\xfd" + packed}));
    QVERIFY(!zstd);
    QCOMPARE(zstd.error().code(), QStringLiteral("packages.zstd"));
}

void TestImageArchive::linksAreFollowedInsideTheImage()
{
    write(QStringLiteral("a"), QStringLiteral("opt/py/bin/python3.11"), "elf");
    link(QStringLiteral("a"), QStringLiteral("usr/local"), QStringLiteral("../opt/py"));
    link(QStringLiteral("a"), QStringLiteral("opt/py/bin/python3"),
         QStringLiteral("/usr/local/bin/python3.11"));
    writePackage(QStringLiteral("a"), "numpy", "1.9",
                 QStringLiteral("opt/py/lib/python3.11/site-packages/"));
    QCOMPARE(freeze(read(dockerArchive({tarOf(QStringLiteral("a"))}))), QByteArray("numpy==1.9\n"));
}

void TestImageArchive::bothShapesOfEggInfoCount()
{
    writePython(QStringLiteral("a"));
    write(QStringLiteral("a"), sites + QStringLiteral("one-1.0.egg-info"), metadata("one", "1.0"));
    write(QStringLiteral("a"), sites + QStringLiteral("two-2.0.egg-info/PKG-INFO"),
          metadata("two", "2.0"));
    // A package carries metadata of others inside itself.
    writePackage(QStringLiteral("a"), "vendored", "9", sites + QStringLiteral("one/_vendor/"));
    QCOMPARE(freeze(read(dockerArchive({tarOf(QStringLiteral("a"))}))),
             QByteArray("one==1.0\ntwo==2.0\n"));
}

void TestImageArchive::leftoversDoNotCount()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    writePackage(QStringLiteral("a"), "~umpy", "1.8");
    write(QStringLiteral("a"), sites + QStringLiteral("gone-1.0.dist-info/RECORD"), "x");
    QCOMPARE(freeze(read(dockerArchive({tarOf(QStringLiteral("a"))}))), QByteArray("numpy==1.9\n"));
}

void TestImageArchive::condaPackagesWithoutMetadataCount()
{
    const QString conda = QStringLiteral("opt/conda/");
    write(QStringLiteral("a"), conda + QStringLiteral("bin/python3.11"), "elf");
    link(QStringLiteral("a"), conda + QStringLiteral("bin/python3"), QStringLiteral("python3.11"));
    writePackage(QStringLiteral("a"), "numpy", "1.9",
                 conda + QStringLiteral("lib/python3.11/site-packages/"));
    const auto record = [](const char *name, const char *file) {
        return QByteArray(R"({"name": ")") + name + R"(", "version": "3.0", "channel": "forge",)" +
               R"( "files": [")" + file + R"("]})";
    };
    write(QStringLiteral("a"), conda + QStringLiteral("conda-meta/a.json"),
          record("bare", "lib/python3.11/site-packages/bare/__init__.py"));
    write(QStringLiteral("a"), conda + QStringLiteral("conda-meta/b.json"),
          record("openssl", "lib/libssl.so"));
    write(QStringLiteral("a"), conda + QStringLiteral("conda-meta/c.json"),
          record("numpy", "lib/python3.11/site-packages/numpy-1.9.dist-info/METADATA"));
    QCOMPARE(freeze(read(dockerArchive({tarOf(QStringLiteral("a"))},
                                       {QStringLiteral("PATH=/opt/conda/bin:/usr/bin")}))),
             QByteArray("bare==3.0\nnumpy==1.9\n"));
}

void TestImageArchive::severalPythonsStandApart()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    write(QStringLiteral("a"), QStringLiteral("opt/venv/pyvenv.cfg"),
          "home = /usr/local/bin\nversion = 3.11.7\n");
    writePackage(QStringLiteral("a"), "numpy", "2.0",
                 QStringLiteral("opt/venv/lib/python3.11/site-packages/"));
    const auto found = read(dockerArchive({tarOf(QStringLiteral("a"))},
                                          {QStringLiteral("PATH=/opt/venv/bin:/usr/local/bin")}));
    QVERIFY2(found, qPrintable(found ? QString() : found.error().message()));
    QCOMPARE(found->size(), 2);
    QCOMPARE((*found)[0].toFreeze(), QByteArray("numpy==2.0\n"));
    QVERIFY((*found)[0].label().endsWith(QLatin1String(" (/opt/venv/bin/python3)")));
    QCOMPARE((*found)[1].toFreeze(), QByteArray("numpy==1.9\n"));
}

void TestImageArchive::theSiteOfTheUserInThePathCounts()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    writePackage(QStringLiteral("a"), "numpy", "2.0",
                 QStringLiteral("home/app/.local/lib/python3.11/site-packages/"));
    const QList<QByteArray> layers{tarOf(QStringLiteral("a"))};
    QCOMPARE(freeze(read(dockerArchive(
                 layers, {QStringLiteral("PATH=/home/app/.local/bin:/usr/local/bin:/usr/bin")}))),
             QByteArray("numpy==2.0\n"));
    QCOMPARE(freeze(read(dockerArchive(layers, {QStringLiteral("PATH=/usr/local/bin")}))),
             QByteArray("numpy==1.9\n"));
}

void TestImageArchive::anImageWithoutPythonSaysSo()
{
    write(QStringLiteral("a"), QStringLiteral("bin/sh"), "elf");
    const auto found = read(dockerArchive({tarOf(QStringLiteral("a"))}));
    QVERIFY(!found);
    QCOMPARE(found.error().code(), QStringLiteral("packages.no-python"));
}

void TestImageArchive::whatIsNoImageIsRefused()
{
    QVERIFY(!read(m_folder->filePath(QStringLiteral("none.tar"))));
    write(QStringLiteral("x"), QStringLiteral("text.tar"), "no archive at all");
    QVERIFY(!read(m_folder->filePath(QStringLiteral("x/text.tar"))));
    write(QStringLiteral("x"), QStringLiteral("empty.tar"), {});
    QVERIFY(!read(m_folder->filePath(QStringLiteral("x/empty.tar"))));
    write(QStringLiteral("x"), QStringLiteral("other.tar"), entry("a", "b") + endOfTar);
    const auto other = read(m_folder->filePath(QStringLiteral("x/other.tar")));
    QVERIFY(!other);
    QCOMPARE(other.error().code(), QStringLiteral("packages.no-archive"));
    write(QStringLiteral("x"), QStringLiteral("packed.tar.gz"),
          "\x1f\x8b"
          "more");
    const auto packed = read(m_folder->filePath(QStringLiteral("x/packed.tar.gz")));
    QVERIFY(!packed);
    QCOMPARE(packed.error().code(), QStringLiteral("packages.packed-archive"));
}

void TestImageArchive::cutAndDamagedArchivesAreRefused()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    QFile whole(dockerArchive({tarOf(QStringLiteral("a"))}));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    for (int part = 1; part < 16; ++part) {
        write(QStringLiteral("x"), QStringLiteral("cut.tar"), bytes.left(bytes.size() * part / 16));
        const auto cut = read(m_folder->filePath(QStringLiteral("x/cut.tar")));
        QVERIFY2(!cut, qPrintable(QString::number(part)));
        QVERIFY(!cut.error().message().isEmpty());
    }
    // A layer that ends in the middle, in an archive that is whole.
    const QByteArray layer = tarOf(QStringLiteral("a"));
    const auto half = read(dockerArchive({layer.left(layer.size() / 2 / 512 * 512)}));
    QVERIFY(!half);
    QCOMPARE(half.error().code(), QStringLiteral("tar.truncated"));
}

void TestImageArchive::namesMayHoldAnything()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    QByteArray layer = tarOf(QStringLiteral("a"));
    layer.chop(1024); // more follows
    while (layer.endsWith(QByteArray(512, '\0')))
        layer.chop(512);
    const QByteArray site = sites.toUtf8();
    layer += entry(site + "a\nb\x1b[2J.dist-info/METADATA", metadata("evil\x1b[2J", "1"));
    layer += entry(site + "x.dist-info/METADATA", "Name: ok\nVersion: 1\n2\n\n");
    layer += entry(site + "\xff\xfe.dist-info/METADATA", metadata("odd", "3.0"));
    layer += entry("../../etc/" + site + "up-1.dist-info/METADATA", metadata("up", "1"));
    layer += entry(site + "../../../../../../up-2.dist-info/METADATA", metadata("up", "2"));
    layer += endOfTar;
    const QByteArray found = freeze(read(dockerArchive({layer})));
    QCOMPARE(found, QByteArray("numpy==1.9\nodd==3.0\nok==1\n"));
}

void TestImageArchive::linksThatGoRoundEnd()
{
    writePython(QStringLiteral("a"));
    link(QStringLiteral("a"), QStringLiteral("opt/venv"), QStringLiteral("round"));
    link(QStringLiteral("a"), QStringLiteral("opt/round"), QStringLiteral("venv"));
    link(QStringLiteral("a"), QStringLiteral("usr/bin"), QStringLiteral("../../../../.."));
    link(QStringLiteral("a"), QStringLiteral("venv"), QStringLiteral("venv/venv/venv"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    QCOMPARE(freeze(read(dockerArchive({tarOf(QStringLiteral("a"))}))), QByteArray("numpy==1.9\n"));
}

void TestImageArchive::aMillionEntriesTakeLittleMemory()
{
    constexpr int many = 1'000'000;
    const qint64 before = peakMemory();
    // Written straight to the file: a layer of half a gigabyte is not made in memory.
    const QString file = m_folder->filePath(QStringLiteral("image.tar"));
    QFile image(file);
    QVERIFY(image.open(QIODevice::WriteOnly));
    QByteArray piece = header("layer.tar", '0', many * 512LL + endOfTar.size());
    for (int i = 0; i < many; ++i) {
        piece += header("srv/many/" + QByteArray::number(i), i % 2 ? '0' : '2', 0, "target");
        if (piece.size() > 1024 * 1024) {
            QCOMPARE(image.write(piece), piece.size());
            piece.clear();
        }
    }
    piece += endOfTar + entry("config.json", "{}") +
             entry("manifest.json", R"([{"Config": "config.json", "Layers": ["layer.tar"]}])") +
             endOfTar;
    QCOMPARE(image.write(piece), piece.size());
    image.close();
    const auto found = read(file);
    QVERIFY(!found); // there is no Python, or it is too much: both are said
    const QStringList codes{QStringLiteral("packages.no-python"), QStringLiteral("tar.limit")};
    QVERIFY2(codes.contains(found.error().code()), qPrintable(found.error().message()));
#ifndef __SANITIZE_ADDRESS__
    QVERIFY2(peakMemory() - before < 300, qPrintable(QString::number(peakMemory() - before)));
#else
    Q_UNUSED(before)
#endif
}

void TestImageArchive::aPackageIsNoBomb()
{
    // Half a gigabyte of nothing, in half a megabyte.
    QProcess gzip;
    gzip.start(QStringLiteral("sh"),
               {QStringLiteral("-c"), QStringLiteral("head -c 536870912 /dev/zero | gzip -1")});
    QVERIFY(gzip.waitForFinished(100'000));
    const qint64 before = peakMemory();
    const auto found = read(ociArchive({gzip.readAllStandardOutput()}));
    QVERIFY(!found);
    QCOMPARE(found.error().code(), QStringLiteral("packages.no-python"));
#ifndef __SANITIZE_ADDRESS__
    QVERIFY2(peakMemory() - before < 300, qPrintable(QString::number(peakMemory() - before)));
#else
    Q_UNUSED(before)
#endif
}

/// Sizes that no disk has, sparse files, and metadata that claims to be huge.
void TestImageArchive::giantsThatAreNotThereAreRefused()
{
    writePython(QStringLiteral("a"));
    writePackage(QStringLiteral("a"), "numpy", "1.9");
    const QByteArray layer = tarOf(QStringLiteral("a"));
    const QByteArray site = sites.toUtf8();
    constexpr qint64 giant = 8LL * 1024 * 1024 * 1024 - 512; // the most that eleven digits say
    const QByteArray tail =
        header(site + "big-1.dist-info/METADATA", '0', giant) + QByteArray(64 * 1024, 'x');
    const auto cut = read(dockerArchive({tail}));
    QVERIFY(!cut);
    QCOMPARE(cut.error().code(), QStringLiteral("tar.truncated"));
    const auto sparse = read(dockerArchive({header("srv/sparse", 'S', 512) + layer}));
    QVERIFY(!sparse);
    QCOMPARE(sparse.error().code(), QStringLiteral("tar.damaged"));
    // A pax header may name any size.
    const QByteArray record = "28 size=8000000000000000000\n";
    QCOMPARE(record.size(), 28);
    const auto pax = read(
        dockerArchive({header("x", 'x', record.size()) + record +
                       QByteArray(512 - record.size(), '\0') + header("srv/pax", '0', 0) + layer}));
    QVERIFY(!pax);
    QCOMPARE(pax.error().code(), QStringLiteral("tar.damaged"));
    // What is there, but longer than any metadata: passed over.
    const QByteArray longOne = entry(site + "long-1.dist-info/METADATA",
                                     metadata("long", "1") + QByteArray(20 * 1024 * 1024, 'x'));
    QCOMPARE(freeze(read(dockerArchive({longOne + layer}))), QByteArray("numpy==1.9\n"));
}

void TestImageArchive::whatIsKeptKeepsItsNotes()
{
    const QString label = QStringLiteral("image:x");
    Inventory inventory =
        Inventory::of(label, {{QStringLiteral("torch"), QStringLiteral("2.0+cu118"),
                               Version::parse(QStringLiteral("2.0+cu118"))}});
    inventory.addNote(Message("%1 has no pip.", {QStringLiteral("/usr/bin/python3")}));
    const auto kept = inventoriesFromJson(inventoriesToJson({inventory}, label), label);
    QVERIFY(kept);
    QCOMPARE(kept->first().notes(), inventory.notes());
    QCOMPARE(kept->first().packages(), inventory.packages());
}

QTEST_GUILESS_MAIN(TestImageArchive)
#include "tst_imagearchive.moc"
