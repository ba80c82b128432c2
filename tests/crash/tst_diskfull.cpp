// SPDX-License-Identifier: MIT
#include "tests/crash/crashworld.h"

#include "tests/crash/journalcheck.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QThread>
#include <cerrno>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

using TestPrograms::Finished;

namespace {

constexpr int soonMs = 60'000;
constexpr qint64 someRoom = 224 * 1024; // less than a supervisor reserves for its result

// Two programs side by side; each waits for a file, and then has its effect. What the first
// printed before the disk ran full finds no room as evidence.
const QByteArray checklist = R"yaml(slipway: 1
name: disk-full
title: Disk full
stages:
  - name: all
    title: All
    steps:
      - {id: one, uses: command, needs: [], with: {run: 'head -c 40000 /dev/zero | tr "\0" x; until [ -e @/go-one ]; do sleep 0.1; done; echo once >> @/one', shell: true, output: text}}
      - {id: two, uses: command, needs: [], with: {run: 'until [ -e @/go-two ]; do sleep 0.1; done; echo once >> @/two', shell: true}}
      - {id: after, uses: command, needs: [one, two], with: {run: 'echo once >> @/after', shell: true}}
)yaml";

} // namespace

/// A small disk with the whole state of the console runs full in the middle of a run.
class TestDiskFull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theConsoleStopsProgramsGoOnAndTheirResultsAreAdopted();

private:
    void fill() const;
    void makeRoom(qint64 bytes) const;
    void allowFiles(bool isAllowed) const;
    bool isGone() const;
    QString stateOf(const char *step) const;
    bool isRunning(const char *step) const;

    std::unique_ptr<CrashWorld> m_world;
    QByteArray m_home; ///< where the small disk is mounted
};

void TestDiskFull::init()
{
    m_world = std::make_unique<CrashWorld>();
    QVERIFY(QDir().mkpath(m_world->home()));
    m_home = QFile::encodeName(m_world->home());
    if (::mount("tmpfs", m_home.constData(), "tmpfs", 0, "size=8m,mode=0700") == 0)
        return;
    m_home.clear();
    if (TestPrograms::isAllRequired() && ::geteuid() == 0)
        QFAIL("no small disk can be mounted");
    QSKIP("only root may mount a small disk");
}

void TestDiskFull::cleanup()
{
    TestPrograms::cancelAttempts(m_world->home());
    if (!m_home.isEmpty())
        QTRY_VERIFY_WITH_TIMEOUT(isGone(), soonMs);
    m_world.reset();
}

void TestDiskFull::fill() const
{
    QFile filler(m_world->home() + QStringLiteral("/filler"));
    QVERIFY(filler.open(QIODevice::Append | QIODevice::Unbuffered));
    for (const qint64 size : {65536, 4096, 1}) {
        const QByteArray block(size, 'x');
        while (filler.write(block) == size)
            continue;
    }
}

void TestDiskFull::makeRoom(qint64 bytes) const
{
    QFile filler(m_world->home() + QStringLiteral("/filler"));
    QVERIFY(filler.resize(filler.size() - bytes));
}

/// What a supervisor gives back when it ends is room at once, and its console may be faster than
/// any filler. Not so for the number of files.
void TestDiskFull::allowFiles(bool isAllowed) const
{
    struct statvfs disk = {};
    QCOMPARE(::statvfs(m_home.constData(), &disk), 0);
    const QByteArray most = isAllowed ? "10000" : QByteArray::number(disk.f_files - disk.f_ffree);
    QCOMPARE(::mount("tmpfs", m_home.constData(), "tmpfs", MS_REMOUNT,
                     QByteArray("size=8m,nr_inodes=" + most).constData()),
             0);
}

/// Unmounts it; may be asked again.
bool TestDiskFull::isGone() const
{
    return ::umount(m_home.constData()) == 0 || errno == EINVAL;
}

QString TestDiskFull::stateOf(const char *step) const
{
    const Finished shown = m_world->slipway(
        {QStringLiteral("show"), QStringLiteral("last"), QStringLiteral("--json")});
    const QJsonArray steps =
        QJsonDocument::fromJson(shown.output.toUtf8()).object()[QLatin1String("steps")].toArray();
    for (const QJsonValue &one : steps) {
        if (one[QLatin1String("id")] == QLatin1String(step))
            return one[QLatin1String("state")].toString();
    }
    return {};
}

bool TestDiskFull::isRunning(const char *step) const
{
    return stateOf(step) == QLatin1String("running");
}

void TestDiskFull::theConsoleStopsProgramsGoOnAndTheirResultsAreAdopted()
{
    QByteArray text = checklist;
    m_world->write(QStringLiteral("full.checklist.yaml"),
                   text.replace('@', m_world->path().toUtf8()));
    Finished ran;
    std::unique_ptr<QThread> console(QThread::create([&] {
        ran = m_world->slipway({QStringLiteral("run"), QStringLiteral("full.checklist.yaml")});
    }));
    console->start();
    const QDir runs(m_world->home() + QStringLiteral("/data/runs"));
    const auto started = [&](int attempt) {
        const QStringList ids = runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        return !ids.isEmpty() &&
               QFile::exists(runs.filePath(
                   QStringLiteral("%1/attempts/%2/started").arg(ids.first()).arg(attempt)));
    };
    QTRY_VERIFY_WITH_TIMEOUT(started(1) && started(2), soonMs);
    QTRY_VERIFY_WITH_TIMEOUT(isRunning("one") && isRunning("two"), soonMs);
    fill();
    allowFiles(false);

    m_world->write(QStringLiteral("go-one"), {});
    QElapsedTimer timer;
    timer.start();
    while (!console->wait(20) && timer.elapsed() < soonMs)
        fill();
    QVERIFY(console->isFinished());
    QVERIFY2(ran.status == 1, ran.text());
    QVERIFY2(ran.errors.contains(QLatin1String("disk")) &&
                 ran.errors.contains(QLatin1String("full")),
             ran.text());
    const QString run = ran.output.trimmed();
    QCOMPARE(m_world->read(QStringLiteral("one")), QByteArray("once\n"));

    // The other program is still there, and its result finds room that was kept for it.
    QVERIFY(isRunning("two") || !QFile::exists(m_world->path(QStringLiteral("two"))));
    m_world->write(QStringLiteral("go-two"), {});
    QTRY_COMPARE_WITH_TIMEOUT(m_world->read(QStringLiteral("two")), QByteArray("once\n"), soonMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        QFile::exists(runs.filePath(run + QStringLiteral("/attempts/1/result.json"))) &&
            QFile::exists(runs.filePath(run + QStringLiteral("/attempts/2/result.json"))),
        soonMs);

    // Nothing can be done before there is room, and that is said.
    fill();
    const Finished still = m_world->slipway({QStringLiteral("resume"), run});
    QVERIFY2(still.status == 1 && still.errors.contains(QLatin1String("full")), still.text());

    // Room for what was done, but not for what is to come: that did not fail, it did not begin.
    makeRoom(someRoom);
    allowFiles(true);
    const Finished adopted = m_world->slipway({QStringLiteral("resume"), run});
    QVERIFY2(adopted.status == 1 && adopted.errors.contains(QLatin1String("full")), adopted.text());
    QCOMPARE(stateOf("one"), QStringLiteral("succeeded"));
    QCOMPARE(stateOf("two"), QStringLiteral("succeeded"));
    QVERIFY(stateOf("after") != QStringLiteral("failed"));
    QVERIFY(!QFile::exists(m_world->path(QStringLiteral("after"))));

    QVERIFY(QFile::remove(m_world->home() + QStringLiteral("/filler")));
    const Finished resumed = m_world->slipway({QStringLiteral("resume"), run});
    QVERIFY2(resumed.status == 0, resumed.text());
    for (const char *name : {"one", "two", "after"})
        QCOMPARE(m_world->read(QLatin1String(name)), QByteArray("once\n"));
    const QStringList wrongs = journalWrongs(m_world->home(), run, 0, false);
    QVERIFY2(wrongs.isEmpty(), qPrintable(wrongs.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestDiskFull)
#include "tst_diskfull.moc"
