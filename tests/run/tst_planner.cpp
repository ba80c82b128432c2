// SPDX-License-Identifier: MIT
#include "core/run/driverrules.h"
#include "core/run/expansion.h"
#include "core/run/scopebuilder.h"
#include "tests/run/runscript.h"

#include <QElapsedTimer>

using namespace Slipway;

class TestPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatDidNotHappenIsRepeated();
    void aFolderTellsWhatFollows();
    void stepsOfAStageGoOneAfterTheOther();
    void noMoreAttemptsThanAllowedStartSideBySide();
    void aStageWaitsForTheStageBefore();
    void whatDoesNotNeedAFailedStepGoesOn();
    void aStepThatAsksForFailureRunsAfterOne();
    void aStepThatAsksForFailureRunsAfterStepsThatNeverBegan();
    void aHandlerOfFailuresWaitsWhileWhatFailedIsTriedAgain();
    void aSkippedStepDoesNotHoldBackOthers();
    void aFailedStepThatIsSkippedLetsOthersGoOn();
    void retryMakesAFailedStepReadyAgain();
    void aRetryStartsNotBeforeItsTime();
    void aStepLimitsItsInstances();
    void aMatrixTakesEachCombination();
    void untilStartsOnlyWhatIsNeeded();
    void confirmAndManualStepsWait();
    void nothingStartsInACancelledRun();
    void theStateOfARunIsTheFirstThatHolds();
    void whatNeedsAStepIsFoundThroughOthers();
    void ofAThousandStepsWhatNeedsThemIsFoundInTime();
};

void TestPlanner::stepsOfAStageGoOneAfterTheOther()
{
    RunScript script(
        "stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: command}]}]");
    QCOMPARE(script.next().expand, QStringList{QStringLiteral("a")});
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("a"));
    script.succeed({QStringLiteral("a"), {}});
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("b"));
    script.succeed({QStringLiteral("b"), {}});
    QCOMPARE(script.state(), RunState::Succeeded);
}

void TestPlanner::noMoreAttemptsThanAllowedStartSideBySide()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command, needs: []}, {id: b, uses: "
                     "command, needs: []}, {id: c, uses: command, needs: []}]}]");
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("a b"));
    script.intend({QStringLiteral("a"), {}});
    QCOMPARE(script.starts(), QStringLiteral("b"));
    script.intend({QStringLiteral("b"), {}});
    QCOMPARE(script.starts(), QString());
}

void TestPlanner::aStageWaitsForTheStageBefore()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command, needs: []}, {id: b, uses: "
                     "command, needs: []}]}, {name: t, steps: [{id: c, uses: command}]}]");
    script.expand();
    script.succeed({QStringLiteral("a"), {}});
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("b"));
    script.succeed({QStringLiteral("b"), {}});
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("c"));
}

void TestPlanner::whatDoesNotNeedAFailedStepGoesOn()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command, needs: []}, {id: b, uses: "
                     "command, needs: [a]}, {id: c, uses: command, needs: []}]}]");
    script.expand();
    script.fail({QStringLiteral("a"), {}});
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("c"));
    QVERIFY(!script.run.steps.value(QStringLiteral("b")).isExpanded);
    script.succeed({QStringLiteral("c"), {}});
    QCOMPARE(script.state(), RunState::Failed);
}

void TestPlanner::aStepThatAsksForFailureRunsAfterOne()
{
    RunScript script(
        "stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: command, if: "
        "failed()}]}]");
    script.expand();
    script.fail({QStringLiteral("a"), {}});
    QCOMPARE(script.next().expand, QStringList{QStringLiteral("b")});
}

/// A fails, b can never begin: what handles the failure stands behind both, here and in the
/// next stage, and waits for what still runs beside them.
void TestPlanner::aStepThatAsksForFailureRunsAfterStepsThatNeverBegan()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: command}, "
                     "{id: c, uses: command, if: failed()}, {id: d, uses: command, needs: []}]}, "
                     "{name: t, steps: [{id: e, uses: command, if: always()}, {id: f, uses: "
                     "command, needs: []}]}]");
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("a d"));
    script.fail({QStringLiteral("a"), {}});
    const StepSpec &handler = *script.checklist.step(QStringLiteral("c"));
    QVERIFY(scopeFor(script.run, script.checklist, handler, {}).anyFailed);
    QCOMPARE(script.next().expand, QStringList{QStringLiteral("c")});
    script.expand();
    QVERIFY(!script.run.steps.value(QStringLiteral("b")).isExpanded);
    script.succeed({QStringLiteral("c"), {}});
    QCOMPARE(script.next().expand, QStringList());
    script.succeed({QStringLiteral("d"), {}});
    QCOMPARE(script.next().expand, QStringList{QStringLiteral("e")});
    script.expand();
    script.succeed({QStringLiteral("e"), {}});
    QCOMPARE(script.next().expand, QStringList());
    QCOMPARE(script.state(), RunState::Failed);
}

void TestPlanner::aHandlerOfFailuresWaitsWhileWhatFailedIsTriedAgain()
{
    RunScript script(
        "stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: command, if: "
        "always()}]}]");
    script.expand();
    script.fail({QStringLiteral("a"), {}});
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("b"));
    script.say(EventKind::stepRetried, EventBody::stepEvent({QStringLiteral("a"), {}}));
    QCOMPARE(script.starts(), QStringLiteral("a"));
    script.succeed({QStringLiteral("a"), {}});
    QCOMPARE(script.starts(), QStringLiteral("b"));
}

void TestPlanner::aSkippedStepDoesNotHoldBackOthers()
{
    RunScript script(
        "stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: command}]}]");
    script.say(EventKind::stepExpanded,
               EventBody::stepSkippedByCondition(QStringLiteral("a"), Message("Not needed.")));
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("b"));
}

void TestPlanner::aFailedStepThatIsSkippedLetsOthersGoOn()
{
    RunScript script(
        "stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: command}]}]");
    script.expand();
    script.fail({QStringLiteral("a"), {}});
    QCOMPARE(script.say(EventKind::stepSkipped,
                        EventBody::stepSkipped({QStringLiteral("a"), {}}, QStringLiteral("known"))),
             QString());
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("b"));
    QCOMPARE(script.state(), RunState::Stopped);
}

void TestPlanner::retryMakesAFailedStepReadyAgain()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command}]}]");
    script.expand();
    script.fail({QStringLiteral("a"), {}});
    QCOMPARE(script.starts(), QString());
    script.say(EventKind::stepRetried, EventBody::stepEvent({QStringLiteral("a"), {}}));
    QCOMPARE(script.starts(), QStringLiteral("a"));
    script.succeed({QStringLiteral("a"), {}});
    QCOMPARE(script.state(), RunState::Succeeded);
    QCOMPARE(script.run.attempts.size(), 2);
}

void TestPlanner::aRetryStartsNotBeforeItsTime()
{
    RunScript script(
        "stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: command}]}]");
    const StepKey a{QStringLiteral("a"), {}};
    script.expand();
    script.end(script.intend(a), Outcome::failed(Error(QStringLiteral("x"), "It broke.")), 5000);
    const qint64 at = script.run.attempts[1].endedAt + 5000;
    NextSteps next = script.next({{}, at - 1});
    QCOMPARE(RunScript::names(next.start), QString());
    QCOMPARE(RunScript::names(next.later), QStringLiteral("a"));
    QCOMPARE(next.laterAt, at);
    QVERIFY(goesOn(next));
    QVERIFY(next.expand.isEmpty());
    QCOMPARE(runState(script.run, script.checklist, next, true), RunState::Running);
    QCOMPARE(runState(script.run, script.checklist, next, false), RunState::Stopped);
    next = script.next({{}, at});
    QCOMPARE(RunScript::names(next.start), QStringLiteral("a"));
    QCOMPARE(next.laterAt, 0);
}

void TestPlanner::aStepLimitsItsInstances()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command, parallel: 1, foreach: [p, "
                     "q]}, {id: b, uses: command, needs: []}]}]");
    script.say(EventKind::stepExpanded,
               EventBody::stepExpanded(QStringLiteral("a"), {{QStringLiteral("p"), Value()},
                                                             {QStringLiteral("q"), Value()}}));
    script.say(EventKind::stepExpanded, EventBody::stepExpanded(QStringLiteral("b")));
    QCOMPARE(script.starts(), QStringLiteral("a[p] b"));
    script.intend({QStringLiteral("a"), QStringLiteral("p")});
    QCOMPARE(script.starts(), QStringLiteral("b"));
}

void TestPlanner::aMatrixTakesEachCombination()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command, foreach: {plant: [p, q], "
                     "circuit: [1, 2]}}, {id: b, uses: command, needs: [], foreach: {x: [], y: "
                     "[1]}}, {id: c, uses: command, needs: [], foreach: {x: '${{ run.id }}'}}]}]");
    const auto expanded = [&](const char *id) {
        return expand(script.run, script.checklist, *script.checklist.step(QLatin1String(id)),
                      QStringLiteral("/w"));
    };
    script.say(EventKind::stepExpanded, expanded("a").body);
    QStringList names;
    for (const InstanceFold &instance : script.run.steps[QStringLiteral("a")].instances)
        names.append(instance.name + u'=' + instance.item[QStringLiteral("plant")].text());
    QCOMPARE(names.join(u' '), QStringLiteral("1,p=p 1,q=q 2,p=p 2,q=q"));
    script.say(EventKind::stepExpanded, expanded("b").body);
    QVERIFY(script.run.steps[QStringLiteral("b")].skippedBecause);
    QCOMPARE(expanded("c").error->code(), QStringLiteral("step.matrix"));
}

void TestPlanner::untilStartsOnlyWhatIsNeeded()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command, needs: []}, {id: b, uses: "
                     "command, needs: []}, {id: c, uses: command, needs: [b]}]}]");
    const PlannerOptions until{QStringLiteral("c")};
    QCOMPARE(script.next(until).expand, QStringList{QStringLiteral("b")});
    script.expand();
    QCOMPARE(RunScript::names(script.next(until).start), QStringLiteral("b"));
}

void TestPlanner::confirmAndManualStepsWait()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command, mode: confirm, needs: []}, "
                     "{id: b, uses: manual, needs: []}, {id: c, uses: command, mode: manual, "
                     "needs: []}]}]");
    script.expand();
    QCOMPARE(script.starts(), QString());
    QCOMPARE(RunScript::names(script.next().awaitConfirm), QStringLiteral("a"));
    QCOMPARE(RunScript::names(script.next().awaitTick), QStringLiteral("b c"));
    QCOMPARE(script.state(), RunState::Waiting);
    script.say(EventKind::stepConfirmed, EventBody::stepEvent({QStringLiteral("a"), {}}));
    QCOMPARE(script.starts(), QStringLiteral("a"));
    script.say(EventKind::stepTicked, EventBody::stepTicked({QStringLiteral("b"), {}}, {}, {}));
    QCOMPARE(RunScript::names(script.next().awaitTick), QStringLiteral("c"));
}

void TestPlanner::nothingStartsInACancelledRun()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command}]}]");
    script.expand();
    script.say(EventKind::runCancelled, {});
    QCOMPARE(script.starts(), QString());
    QCOMPARE(script.state(), RunState::Cancelled);
}

void TestPlanner::theStateOfARunIsTheFirstThatHolds()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command, needs: []}, {id: b, uses: "
                     "command, needs: []}, {id: c, uses: manual, needs: []}]}]");
    QCOMPARE(script.state(), RunState::Stopped);
    script.expand();
    QCOMPARE(script.state(), RunState::Waiting);
    script.fail({QStringLiteral("b"), {}});
    QCOMPARE(script.state(), RunState::Failed);
    const int attempt = script.intend({QStringLiteral("a"), {}});
    QCOMPARE(script.state(true), RunState::Running);
    QCOMPARE(script.state(false), RunState::Failed);
    script.say(EventKind::attemptDoubted, EventBody::attemptDoubted(attempt, {}));
    QCOMPARE(script.state(true), RunState::InDoubt);
}

void TestPlanner::whatNeedsAStepIsFoundThroughOthers()
{
    const RunScript script(
        "stages: [{name: s, steps: [{id: z, uses: command, needs: [b]}, {id: a, uses: command, "
        "needs: []}, {id: b, uses: command, needs: [a]}, {id: c, uses: command, needs: []}]}, "
        "{name: t, steps: [{id: d, uses: command, needs: [c]}, {id: e, uses: command, needs: "
        "[]}]}]");
    const auto of = [&](const char *id) {
        return script.checklist.dependents(QLatin1String(id)).join(u' ');
    };
    QCOMPARE(of("a"), QStringLiteral("z b e"));
    QCOMPARE(of("b"), QStringLiteral("z e"));
    QCOMPARE(of("c"), QStringLiteral("d e"));
    QCOMPARE(of("e"), QString());
    QCOMPARE(of("unknown"), QString());
}

void TestPlanner::ofAThousandStepsWhatNeedsThemIsFoundInTime()
{
    QByteArray steps;
    for (int i = 0; i < 1000; ++i)
        steps += "{id: s" + QByteArray::number(i) + ", uses: command},";
    const RunScript script("stages: [{name: s, steps: [" + steps + "]}]");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(script.checklist.allDependents().value(QStringLiteral("s0")).size(), 999);
    QVERIFY2(timer.elapsed() < 2000, "it is asked at every change of the view");
}

void TestPlanner::onlyWhatDidNotHappenIsRepeated()
{
    Finding finding;
    for (const Finding::Verdict verdict : {Finding::Verdict::Foreign, Finding::Verdict::Unknown}) {
        finding.verdict = verdict;
        QVERIFY(!outcomeAfter(finding, true)); // a person decides
        QVERIFY(!outcomeAfter(finding, false));
    }
    finding.verdict = Finding::Verdict::NotDone;
    QVERIFY(outcomeAfter(finding, true)->end == Outcome::End::NotDone);
    QVERIFY(!outcomeAfter(finding, false));
    finding.verdict = Finding::Verdict::Done;
    finding.outcome = Outcome::succeeded();
    QVERIFY(outcomeAfter(finding, false)->end == Outcome::End::Succeeded);
}

void TestPlanner::aFolderTellsWhatFollows()
{
    using State = AttemptFolder::State;
    QVERIFY(afterInspection(State::Running, true, false) == Inspected::KeepWatching);
    QVERIFY(afterInspection(State::Running, false, false) == Inspected::Watch);
    QVERIFY(afterInspection(State::Ended, true, true) == Inspected::Conclude);
    QVERIFY(afterInspection(State::NeverStarted, false, false) == Inspected::NotDone);
    // Its supervisor cannot be started here: to try again would go on for ever.
    QVERIFY(afterInspection(State::NeverStarted, false, true) == Inspected::Unstarted);
    QVERIFY(afterInspection(State::Lost, true, false) == Inspected::DoubtLost);
    QVERIFY(afterInspection(State::Elsewhere, false, false) == Inspected::DoubtElsewhere);
    QVERIFY(afterInspection(State::Vanished, true, false) == Inspected::Probe);
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
