// SPDX-License-Identifier: MIT
#include "core/base/crashpoint.h"
#include "tests/crash/crashwalk.h"

#include <QTest>

namespace {

/// The long one is for tests/soak.
QList<CrashScenario> scenarios()
{
    auto all = CrashScenarios::withoutDocker();
    if (!qEnvironmentVariableIsEmpty("SLIPWAY_SOAK"))
        all.append(CrashScenarios::allWithoutDocker());
    return all;
}

} // namespace

#ifdef __SANITIZE_ADDRESS__
// A sanitized console starts ten times slower: it walks some of the points, others each time.
constexpr int strideOfBuild = 7;
#else
constexpr int strideOfBuild = 1;
#endif

/// The console is killed at every point of a run, one after the other, and again while it finds
/// out what became of it: the world ends as if nothing had happened, and nobody is asked. All
/// points in any build with SLIPWAY_EVERY=1.
class TestCrashPoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPoint_data();
    void everyPoint();

private:
    void check(const CrashScenario &scenario) const;

    quint32 m_seed = 0;
};

void TestCrashPoints::initTestCase()
{
    if (!Slipway::hasCrashPoints)
        QSKIP("This build has no crash points.");
    m_seed = walkSeed();
}

void TestCrashPoints::everyPoint_data()
{
    QTest::addColumn<QString>("scenario");
    for (const CrashScenario &one : scenarios())
        QTest::newRow(one.name) << QString::fromLatin1(one.name);
}

void TestCrashPoints::everyPoint()
{
    QFETCH(QString, scenario);
    for (const CrashScenario &one : scenarios()) {
        if (scenario == QLatin1String(one.name))
            check(one);
    }
}

void TestCrashPoints::check(const CrashScenario &scenario) const
{
    const Walk found = walk(scenario, killing(m_seed, strideOfBuild));
    qInfo("%s", qPrintable(found.text()));
    QVERIFY2(found.wrongs.isEmpty(), qPrintable(found.wrongs.join(u'\n')));
    QVERIFY(found.places > 20);
    QCOMPARE(found.doubts, 0);
}

QTEST_GUILESS_MAIN(TestCrashPoints)
#include "tst_crashpoints.moc"
