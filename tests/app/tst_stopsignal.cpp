// SPDX-License-Identifier: MIT
#include "app/commandline/stopsignal.h"

#include <QtTest>
#include <csignal>

using namespace Slipway;

class TestStopSignal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstSignalAsksToStop();
    void theNextOneBeginsAnew();
    void itsEndDoesNotWait();
};

void TestStopSignal::theFirstSignalAsksToStop()
{
    const StopSignal stop;
    QVERIFY(!stop.token().stop_requested());
    std::raise(SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(stop.token().stop_requested(), 20'000);
    // The second would end the program.
    struct sigaction now = {};
    QCOMPARE(::sigaction(SIGINT, nullptr, &now), 0);
    QVERIFY(now.sa_handler == SIG_DFL);
}

void TestStopSignal::theNextOneBeginsAnew()
{
    const StopSignal stop;
    QVERIFY(!stop.token().stop_requested());
    std::raise(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(stop.token().stop_requested(), 20'000);
}

/// A thousand ends that each slept out their turn would take the better part of a minute.
void TestStopSignal::itsEndDoesNotWait()
{
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < 1000; ++i)
        const StopSignal stop;
    QVERIFY2(time.elapsed() < 30'000, qPrintable(QString::number(time.elapsed())));
}

QTEST_GUILESS_MAIN(TestStopSignal)
#include "tst_stopsignal.moc"
