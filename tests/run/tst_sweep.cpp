// SPDX-License-Identifier: MIT
#include "core/base/files.h"
#include "core/journal/objectstore.h"
#include "core/run/scratchfolder.h"
#include "core/run/sweep.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <ctime>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>

using namespace Slipway;

namespace {

constexpr time_t hour = 60 * 60;

/// As if it had last been changed that long ago.
void age(const QString &path, time_t seconds)
{
    const timespec then{::time(nullptr) - seconds, 0};
    const timespec times[] = {then, then};
    QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), times, 0), 0);
}

void write(const QString &path)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("half"), 4);
}

} // namespace

/// What killed processes leave goes, and nothing else does.
class TestSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aScratchFolderInUseStays();
    void aScratchFolderThatNobodyUsesGoes();
    void foldersThatAreNotOursStay();
    void oldTemporaryFilesGo();
    void itLooksOnceADay();

private:
    QString temporary(const QString &path)
    {
        return temporaryName(path, QStringLiteral("1k2j3h4g5f6d"));
    }
    QString path(const QString &name) { return m_folder->filePath(name); }
    Places places() { return Places(path("data"), path("config"), path("cache")); }
    QString path(const char *name) { return path(QLatin1String(name)); }
    void makeAttempt(const QString &folder);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSweep::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSweep::aScratchFolderInUseStays()
{
    auto scratch = std::make_unique<ScratchFolder>(m_folder->path());
    QVERIFY(scratch->isValid());
    const QString used = scratch->path();
    age(used, hour);
    QCOMPARE(ScratchFolder::sweep(m_folder->path()), 0);
    QVERIFY(QDir(used).exists());
    scratch.reset();
    QVERIFY(!QDir(used).exists());
}

void TestSweep::aScratchFolderThatNobodyUsesGoes()
{
    // As a killed process leaves it: with a lock file that nobody has locked.
    const QString left = path("slipway-rehearsal-aB3xYz");
    QVERIFY(QDir().mkpath(left + QLatin1String("/objects/ab")));
    QVERIFY(QFile::setPermissions(left, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    write(left + QLatin1String("/lock"));
    write(left + QLatin1String("/objects/ab/cd"));
    QCOMPARE(ScratchFolder::sweep(m_folder->path()), 0); // it is just coming into use, perhaps
    age(left, hour);
    QCOMPARE(ScratchFolder::sweep(m_folder->path()), 1);
    QVERIFY(!QDir(left).exists());
}

void TestSweep::foldersThatAreNotOursStay()
{
    const QString elsewhere = path("precious");
    QVERIFY(QDir().mkpath(elsewhere));
    write(elsewhere + QLatin1String("/file"));
    QVERIFY(QFile::link(elsewhere, path("slipway-rehearsal-abcdef")));
    // Others could write into this one.
    const QString open = path("slipway-rehearsal-ghijkl");
    QVERIFY(QDir().mkpath(open));
    QCOMPARE(::chmod(QFile::encodeName(open).constData(), 0777), 0);
    const QString named = path("slipway-rehearsal-of-mine");
    QVERIFY(QDir().mkpath(named));
    for (const QString &each : {elsewhere, open, named})
        age(each, hour);
    QCOMPARE(ScratchFolder::sweep(m_folder->path()), 0);
    QVERIFY(QFile::exists(elsewhere + QLatin1String("/file")));
    QVERIFY(QDir(open).exists() && QDir(named).exists());
}

void TestSweep::makeAttempt(const QString &folder)
{
    QVERIFY(QDir().mkpath(folder));
    write(folder + QLatin1String("/spec.json"));
    write(temporary(folder + QLatin1String("/abandoned")));
    age(temporary(folder + QLatin1String("/abandoned")), 48 * hour);
}

void TestSweep::oldTemporaryFilesGo()
{
    QVERIFY(places().create());
    const ObjectStore objects(places().objects());
    const auto digest = objects.put("evidence");
    QVERIFY(digest);
    const QString object = objects.path(*digest);
    age(object, 48 * hour);
    const QString old = temporary(object);
    const QString young = temporaryName(object, QStringLiteral("7654321abcdef"));
    write(old);
    age(old, 48 * hour);
    write(young);
    const QString attempt = places().attempt(QStringLiteral("abcdefghijkl"), 1);
    makeAttempt(attempt);
    // What a step is working on is its own business.
    const QString work = places().workspace(QStringLiteral("abcdefghijkl"));
    makeAttempt(work);
    QCOMPARE(sweepTemporaryFiles(places()), 2);
    QVERIFY(!QFile::exists(old));
    QVERIFY(QFile::exists(young));
    QVERIFY(objects.read(*digest));
    QVERIFY(QFile::exists(attempt + QLatin1String("/spec.json")));
    QVERIFY(!QFile::exists(temporary(attempt + QLatin1String("/abandoned"))));
    QVERIFY(QFile::exists(temporary(work + QLatin1String("/abandoned"))));
}

void TestSweep::itLooksOnceADay()
{
    QVERIFY(places().create());
    QCOMPARE(sweepTemporaryFiles(places()), 0);
    const QString attempt = places().attempt(QStringLiteral("abcdefghijkl"), 1);
    makeAttempt(attempt);
    QCOMPARE(sweepTemporaryFiles(places()), 0);
    age(places().data() + QLatin1String("/swept"), 25 * hour);
    QCOMPARE(sweepTemporaryFiles(places()), 1);
}

QTEST_GUILESS_MAIN(TestSweep)
#include "tst_sweep.moc"
