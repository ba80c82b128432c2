// SPDX-License-Identifier: MIT
#include "core/base/crashpoint.h"
#include "tests/crash/crashwalk.h"
#include "tests/crash/dockerscenario.h"
#include "tests/docker/testengine.h"

#include <QTest>

namespace {
constexpr int usualStride = 16;
}

/// The console is killed while it works with the Docker engine; some of the points in each test
/// run, all of them by hand with SLIPWAY_EVERY=1.
class TestCrashDocker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void somePoints_data();
    void somePoints();
};

void TestCrashDocker::somePoints_data()
{
    QTest::addColumn<bool>("isImages");
    QTest::newRow("containers") << false;
    QTest::newRow("images") << true;
}

void TestCrashDocker::somePoints()
{
    QFETCH(bool, isImages);
    SLIPWAY_NEED_ENGINE();
    if (!Slipway::hasCrashPoints)
        QSKIP("This build has no crash points.");
    const quint32 seed = walkSeed();
    const Walk found = walk(isImages ? CrashScenarios::dockerImages() : CrashScenarios::docker(),
                            killing(seed, usualStride));
    qInfo("%s", qPrintable(found.text()));
    QVERIFY2(found.wrongs.isEmpty(), qPrintable(found.wrongs.join(u'\n')));
    QVERIFY(found.hits > 1);
    QCOMPARE(found.doubts, 0);
}

QTEST_GUILESS_MAIN(TestCrashDocker)
#include "tst_crashdocker.moc"
