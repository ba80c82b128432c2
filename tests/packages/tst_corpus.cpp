// SPDX-License-Identifier: MIT
// Files in the shape that repositories have: what is found in them, and that nothing but
// versions changes.
#include "core/packages/fileselection.h"
#include "core/packages/pinediting.h"
#include "core/packages/pyprojectpins.h"
#include "tests/packages/pintext.h"

#include <QDir>
#include <QtTest>

using namespace Slipway;

namespace {

/// The versions that a file asks for, each raised by `raise`.
Inventory versionsIn(const QByteArray &bytes, PinFileKind kind, const QByteArray &raise)
{
    QList<InstalledPackage> packages;
    const auto located = locatePins(bytes, kind);
    for (const Pin &pin : located->pins) {
        const QString version = QString::fromUtf8(pin.version + raise);
        if (pin.isPinned() && pin.isEditable())
            packages.append({pin.name, version, Version::parse(version)});
    }
    return Inventory::of(QStringLiteral("corpus"), packages);
}

PinFileKind kindOf(const QString &name)
{
    return *pinFileKindOf(name.endsWith(u".toml") ? QStringLiteral("pyproject.toml") : name);
}

} // namespace

class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePins_data();
    void findsThePins();
    void changesNothingButVersions_data();
    void changesNothingButVersions();
};

void TestCorpus::findsThePins_data()
{
    QTest::addColumn<QString>("pins");
    const auto row = [](const char *name, const char *pins) {
        QTest::newRow(name) << QString::fromUtf8(pins);
    };
    row("stages.Dockerfile",
        "11 pip==24.0|12 numpy==2.1.3|12 scipy[x]==1.14.1|15 torch==2.4.0|19 wheel==0.44.0|"
        "20 build!|20 hatchling>=1.25|30 gunicorn[gevent]==22.0.0|30 gunicorn[gevent]==22.0.0|"
        "31 uvicorn==0.30.1|31 h11>=0.14|32 ruff==0.5.0");
    row("windows.Dockerfile", "5 requests==2.32.3|7 urllib3==2.2.2|8 pywin32==306");
    row("install_python_packages.sh",
        "8 pip==24.1|8 setuptools==70.1.1|14 ib_insync==0.9.65|15 pandas==2.2.2|15 boto3==1.34.131|"
        "17 s3fs>=2024.6|18 cython==3.0.10");
    row("frozen.requirements.txt",
        "5 annotated-types==0.7.0|7 anyio==4.4.0!|11 fastapi==0.111.0|12 ml-dtypes==0.4.0|"
        "13 numpy==1.26.4!|14 numpy==2.0.0!|15 PyYAML>=6.0.1|16 ruamel.yaml==0.18.6|"
        "17 pywin32===306|18 uvicorn[standard]==0.30.1|19 long-name==1.0|21 x==1");
    row("latin.requirements.txt",
        "3 Django==4.2.13|4 psycopg2-binary==2.9.9|5 celery[redis,auth]==5.4.0|"
        "8 zope.interface==6.4");
    row("poetry.pyproject.toml",
        "8 fastapi0.111.0|9 uvicorn==0.30.1|10 pydantic^2.7!|12 numpy1.26.4!|13 numpy2.0.0!|"
        "16 ruamel.yaml>=0.18.6|17 anything|20 pytest8.2.2|21 mypy~1.10!|24 httpx0.27.0|"
        "28 poetry-core>=1.9.0");
    row("groups.pyproject.toml",
        "2 setuptools>=69.1.1|2 wheel|9 minio==7.2.7|10 python-dotenv==1.0.1|11 tomli==2.0.1|12 "
        "pika==1.3.2|13 mlflow[auth]==2.14.1|14 scipy!|14 torch==2.3.1+cpu!|18 cupy==13.2.0|23 "
        "pytest==8.2.2|24 mypy==1.10.0|27 ruff==0.5.0|28 grpcio==1.64.1|30 mkdocs==1.6.0");
}

void TestCorpus::findsThePins()
{
    QFETCH(QString, pins);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    const auto located = locatePins(testCorpus(QTest::currentDataTag()), kindOf(name));
    QVERIFY(located.isOk());
    QCOMPARE(pinTexts(*located).join(u'|'), pins);
}

void TestCorpus::changesNothingButVersions_data()
{
    QTest::addColumn<QByteArray>("file");
    const QStringList names =
        QDir(QStringLiteral(SLIPWAY_SOURCE_DIR "/tests/packages/corpus")).entryList(QDir::Files);
    for (const QString &name : names) {
        const QByteArray file = testCorpus(qPrintable(name));
        if (name.endsWith(u".yml"))
            continue;
        QTest::newRow(qPrintable(name)) << file;
        // The same with other line ends.
        QByteArray other = file;
        const bool isDos = file.contains("\r\n");
        other.replace(isDos ? "\r\n" : "\n", isDos ? "\n" : "\r\n");
        QTest::newRow(qPrintable(QStringLiteral("other line ends, ") + name)) << other;
    }
}

void TestCorpus::changesNothingButVersions()
{
    QFETCH(QByteArray, file);
    const QString name = QString::fromUtf8(QTest::currentDataTag()).section(u' ', -1);
    const PinFileKind kind = kindOf(name);
    PinEditOptions named;
    named.file = name;
    const auto unpinned = unpinFile(file, kind, named);
    QVERIFY(unpinned.isOk());
    QVERIFY(!unpinned->edits.isEmpty());
    PinRecord record;
    record.add(unpinned->taken);
    const auto kept = PinRecord::fromJson(record.toJson());
    QVERIFY(kept.isOk());
    const auto back =
        pinFile(unpinned->bytes, kind, versionsIn(file, kind, {}), PinMode::Recorded, *kept, named);
    QVERIFY(back.isOk());
    QCOMPARE(back->bytes, file);

    const Inventory newer = versionsIn(file, kind, ".post7");
    const auto pinned = pinFile(file, kind, newer, PinMode::PinnedNow, {}, named);
    QVERIFY(pinned.isOk());
    QVERIFY(pinned->bytes.count(".post7") > 1);
    QCOMPARE(withoutVersions(pinned->bytes, kind), withoutVersions(file, kind));
    const auto recorded = pinFile(unpinned->bytes, kind, newer, PinMode::Recorded, *kept, named);
    QVERIFY(recorded.isOk());
    QCOMPARE(recorded->bytes, pinned->bytes);
    const auto twice = pinFile(pinned->bytes, kind, newer, PinMode::PinnedNow, {}, named);
    QVERIFY(twice.isOk());
    QVERIFY(twice->edits.isEmpty());
    QCOMPARE(twice->bytes, pinned->bytes);
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
