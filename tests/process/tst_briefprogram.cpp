// SPDX-License-Identifier: MIT
#include "core/process/briefprogram.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Slipway;

namespace {

Result<BriefEnd> shell(const char *text, const QByteArray &input = {}, int timeoutMs = 20'000)
{
    return runBriefly(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QLatin1String(text)}, input,
                      timeoutMs);
}

} // namespace

class TestBriefProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itGetsItsInputWhole()
    {
        // More than a pipe holds.
        const auto end = shell("wc -c >&2", QByteArray(1'000'000, 'x'));
        QVERIFY(end);
        QCOMPARE(end->exitCode, 0);
        QCOMPARE(end->errorOutput.trimmed(), QByteArray("1000000"));
    }

    void itsStatusIsKnown()
    {
        const auto end = shell("echo why >&2; echo lost; exit 3");
        QVERIFY(end);
        QCOMPARE(end->exitCode, 3);
        QVERIFY(!end->isOutOfTime);
        QCOMPARE(end->errorOutput, QByteArray("why\n"));
    }

    void oneThatIsMissingIsAnError()
    {
        QVERIFY(!runBriefly(QStringLiteral("/no/such/program"), {}, {}, 1000));
    }

    void oneThatDoesNotEndIsEnded()
    {
        QElapsedTimer timer;
        timer.start();
        const auto end = shell("exec sleep 100", {}, 200);
        QVERIFY(end);
        QVERIFY(end->isOutOfTime);
        QCOMPARE(end->exitCode, -1);
        QVERIFY(timer.elapsed() < 20'000);
    }
};

QTEST_GUILESS_MAIN(TestBriefProgram)
#include "tst_briefprogram.moc"
