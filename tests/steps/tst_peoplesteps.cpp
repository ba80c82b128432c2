// SPDX-License-Identifier: MIT
#include "core/steps/approvalstep.h"
#include "core/steps/manualstep.h"
#include "core/steps/registry.h"

#include "tests/steps/stepharness.h"

#include <QTest>

using namespace Slipway;

class TestPeopleSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aManualStepKeepsWhatThePersonNeeds();
    void aManualStepIsNeverFoundDoneByItself();
    void aGateSaysWhomItWaitsFor();
    void aGateRefusesAQuorumThatLetsAnythingPass();
    void aGateCannotBePassedByAProgram();
    void everyKindExplainsItself();
};

void TestPeopleSteps::aManualStepKeepsWhatThePersonNeeds()
{
    StepHarness harness;
    const ManualStep kind;
    const auto intent = harness.plan(
        kind, {{QStringLiteral("text"), Value(QStringLiteral("Sign in.\nThen press it."))},
               {QStringLiteral("commands"), Value::ofTexts({QStringLiteral("docker login x")})},
               {QStringLiteral("copy"), Value(QStringLiteral("- released"))},
               {QStringLiteral("link"), Value(QStringLiteral("https://example.org/x"))}});
    QVERIFY(intent);
    QCOMPARE(intent->plan.data[QStringLiteral("text")].text(),
             QStringLiteral("Sign in.\nThen press it."));
    QCOMPARE(intent->plan.data[QStringLiteral("copy")].text(), QStringLiteral("- released"));
    QCOMPARE(intent->plan.facts.size(), 2);
    QVERIFY(!intent->plan.programs);
    QCOMPARE(harness.run(kind, *intent).end, Outcome::End::Succeeded);
}

void TestPeopleSteps::aManualStepIsNeverFoundDoneByItself()
{
    StepHarness harness;
    const ManualStep kind;
    const auto intent = harness.plan(kind, {});
    QVERIFY(intent);
    QCOMPARE(harness.probe(kind, *intent).verdict, Finding::Verdict::Unknown);
}

void TestPeopleSteps::aGateSaysWhomItWaitsFor()
{
    StepHarness harness;
    const ApprovalStep kind;
    const Value items(Value::List{
        Value(QStringLiteral("The pins are the ones tested")),
        Value(Value::Map{{QStringLiteral("text"), Value(QStringLiteral("It was stressed"))}})});
    const auto intent =
        harness.plan(kind, {{QStringLiteral("from"), Value(QStringLiteral("ml-engineers"))},
                            {QStringLiteral("quorum"), Value(2)},
                            {QStringLiteral("items"), items},
                            {QStringLiteral("evidence"),
                             Value::ofTexts({QStringLiteral("steps.unpin.evidence.diff")})}});
    QVERIFY(intent);
    QVERIFY(intent->plan.summary.english().contains(QStringLiteral("ml-engineers: 2")));
    QCOMPARE(intent->plan.facts.value(0).value, QStringLiteral("steps.unpin.evidence.diff"));
}

void TestPeopleSteps::aGateRefusesAQuorumThatLetsAnythingPass()
{
    StepHarness harness;
    const auto intent = harness.plan(ApprovalStep(), {{QStringLiteral("quorum"), Value(0)}});
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("approval.quorum"));
}

void TestPeopleSteps::aGateCannotBePassedByAProgram()
{
    StepHarness harness;
    const ApprovalStep kind;
    const auto intent = harness.plan(kind, {});
    QVERIFY(intent);
    QCOMPARE(harness.run(kind, *intent).end, Outcome::End::Failed);
    QCOMPARE(harness.probe(kind, *intent).verdict, Finding::Verdict::Unknown);
}

void TestPeopleSteps::everyKindExplainsItself()
{
    KindRegistry registry;
    registerBuiltinKinds(registry);
    const Catalogue catalogue = registry.catalogue();
    QVERIFY(catalogue.size() >= 7);
    for (const KindSpec &spec : catalogue) {
        QVERIFY2(*spec.help, qPrintable(spec.name));
        for (const ParameterSpec &parameter : spec.parameters) {
            QVERIFY2(*parameter.help, qPrintable(spec.name + u' ' + parameter.name));
            QVERIFY2(parameter.type.type != Type::Choice || parameter.type.choices.size() > 1,
                     qPrintable(spec.name + u' ' + parameter.name));
        }
        for (const OutputSpec &output : spec.outputs)
            QVERIFY2(*output.help, qPrintable(spec.name + u' ' + output.name));
    }
}

QTEST_GUILESS_MAIN(TestPeopleSteps)
#include "tst_peoplesteps.moc"
