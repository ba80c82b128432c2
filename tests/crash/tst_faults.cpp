// SPDX-License-Identifier: MIT
#include "tests/crash/crashwalk.h"

#include <QTest>
#include <cerrno>

namespace {
/// Each place takes a few seconds, and there are hundreds of them.
constexpr int usualStride = 37;
} // namespace

/// Every write, sync, rename … of the console fails, one after the other, once or from there
/// on: it never says that something was done which was not, it says why it stopped, and when
/// the fault is gone the run comes to its end with nothing doubled. Some of them in each test
/// run, all of them by hand with SLIPWAY_EVERY=1.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCall_data();
    void everyCall();

private:
    quint32 m_seed = 0;
};

void TestFaults::initTestCase()
{
    m_seed = walkSeed();
}

void TestFaults::everyCall_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<int>("errorNumber");
    QTest::addColumn<bool>("isForEver");
    for (const CrashScenario &scenario : CrashScenarios::forFaults()) {
        const QString name = QLatin1String(scenario.name);
        QTest::addRow("%s, EIO once", scenario.name) << name << EIO << false;
        QTest::addRow("%s, disk full from there on", scenario.name) << name << ENOSPC << true;
    }
}

void TestFaults::everyCall()
{
    QFETCH(QString, scenario);
    QFETCH(int, errorNumber);
    QFETCH(bool, isForEver);
    WalkPlan plan = striding(m_seed, usualStride);
    plan.mayFail = true;
    plan.disturb = [errorNumber, isForEver](int n) {
        return std::make_unique<Fault>(n, errorNumber, isForEver);
    };
    for (const CrashScenario &one : CrashScenarios::forFaults()) {
        if (scenario != QLatin1String(one.name))
            continue;
        const Walk found = walk(one, plan);
        qInfo("%s", qPrintable(found.text()));
        QVERIFY2(found.wrongs.isEmpty(), qPrintable(found.wrongs.join(u'\n')));
        QVERIFY(found.places > 50);
        QVERIFY(found.failures > 0);
    }
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
