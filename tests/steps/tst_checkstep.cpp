// SPDX-License-Identifier: MIT
#include "core/steps/checkstep.h"

#include "tests/steps/stepharness.h"

#include <QTest>

using namespace Slipway;

class TestCheckStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds();
    void failsWithItsOwnSentence();

private:
    static Value::Map that(bool holds)
    {
        return {{QStringLiteral("that"), Value(holds)},
                {QStringLiteral("message"), Value(QStringLiteral("Only 50% did: see %1."))}};
    }
};

void TestCheckStep::holds()
{
    StepHarness harness;
    QCOMPARE(harness.planAndRun(CheckStep(), that(true)).end, Outcome::End::Succeeded);
}

void TestCheckStep::failsWithItsOwnSentence()
{
    StepHarness harness;
    const CheckStep kind;
    const auto intent = harness.plan(kind, that(false));
    QVERIFY(intent);
    const Outcome outcome = harness.run(kind, *intent);
    QCOMPARE(outcome.end, Outcome::End::Failed);
    QCOMPARE(outcome.error.message(), QStringLiteral("Only 50% did: see %1."));
    QCOMPARE(harness.probe(kind, *intent).verdict, Finding::Verdict::NotDone);
}

QTEST_GUILESS_MAIN(TestCheckStep)
#include "tst_checkstep.moc"
