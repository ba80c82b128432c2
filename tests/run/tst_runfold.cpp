// SPDX-License-Identifier: MIT
#include "tests/run/runscript.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <limits>

using namespace Slipway;

namespace {

const StepKey step{QStringLiteral("a"), {}};

QByteArray one(const QByteArray &keys)
{
    return "stages: [{name: s, steps: [{id: a, " + keys + "}]}]";
}

EventBody::NewGate gate(int quorum = 1)
{
    EventBody::NewGate gate;
    gate.key = step;
    gate.pack = QStringLiteral("pack");
    gate.quorum = quorum;
    gate.items = {QJsonObject{{QStringLiteral("text"), QStringLiteral("looked at")}}};
    return gate;
}

QString decide(RunScript &script, bool isApproval, const QString &author, const QString &shown,
               const QList<int> &ticked, const QString &comment = {})
{
    EventBody::NewDecision decision;
    decision.key = step;
    decision.opened = script.run.instance(step)->gate->openedBy;
    decision.shown = shown;
    decision.isApproval = isApproval;
    decision.ticked = ticked;
    decision.comment = comment;
    return script.say(EventKind::gateDecided, EventBody::gateDecided(decision), author);
}

} // namespace

class TestRunFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAttemptCannotEndTwice();
    void aPlanThatFailedIsAnAttemptWithoutIntent();
    void onlyADoubtCanBeSettled();
    void settledAsNotDoneIsTriedAgain();
    void whatAStepAsksIsAnsweredUntilItGoesOn();
    void anApprovalNeedsEveryItemAndThePackThatWasShown();
    void anItemTickedTwiceDoesNotStandForAnother();
    void aGateOfWhichTheTimeIsOverIsSkippedWithWhatNeedsIt();
    void aDecisionIsTakenBackWhileTheGateIsOpen();
    void aPolicySaysWhoseDecisionCounts();
    void anAnswerThatIsNoneIsIgnored();
    void aSettledStepCanBeTriedAfterItWasCancelled();
    void numbersOfAttemptsHaveBounds();
    void aNumberBeginsOnce();
    void whatWasGivenUpDoesNotBegin();
    void oneAuthorCountsOnce();
    void aRejectionNeedsAComment();
    void earlierDecisionsFallWhenAGateIsOpenedAgain();
    void aRejectedGateIsOpenedAgainWhenItIsRetried();
    void aGateEndsAsItsDecisionsSay();
    void whatWasToStopAndDidNotHappenIsCancelled();
    void aStepThatIsTriedAgainCanBeTicked();
    void whatIsTriedAgainByItselfIsPending();
    void whoWantsItCanHastenOrStopARetry();
    void whatIsTakenBackIsNotTriedAgain();
    void aRunningStepCannotBeSkipped();
    void anUnknownKindOpensForReadingOnly();
    void aResetStepIsAsNeverBegun();
    void anInstanceIsResetAlone();
    void aResetGateIsOpenedAnewAndDecisionsFall();
    void whatRunsOrIsInDoubtCannotBeReset();
    void aLongHistoryOfResetsIsFoldedInTime();
    void anyEventsCanBeFolded();
};

void TestRunFold::anAttemptCannotEndTwice()
{
    RunScript script(one("uses: command"));
    script.expand();
    const int attempt = script.intend(step);
    script.end(attempt, Outcome::succeeded({{QStringLiteral("n"), Value(1)}}));
    script.end(attempt, Outcome::failed(Error(QStringLiteral("x"), "Late.")));
    QCOMPARE(script.run.ignored.size(), 1);
    const InstanceFold &instance = *script.run.instance(step);
    QCOMPARE(script.run.state(instance), StepState::Succeeded);
    QCOMPARE(script.run.outputs(instance)[QStringLiteral("n")], Value(1));
}

void TestRunFold::aPlanThatFailedIsAnAttemptWithoutIntent()
{
    RunScript script(one("uses: command"));
    script.expand();
    const Outcome failed = Outcome::failed(Error(QStringLiteral("x"), "No."));
    QCOMPARE(script.say(EventKind::attemptEnded,
                        EventBody::attemptEnded(1, step, failed, QStringLiteral("plan"))),
             QString());
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::Failed);
    QVERIFY(!script
                 .say(EventKind::attemptEnded,
                      EventBody::attemptEnded(9, step, failed, QStringLiteral("run")))
                 .isEmpty());
}

void TestRunFold::onlyADoubtCanBeSettled()
{
    RunScript script(one("uses: command"));
    script.expand();
    const int attempt = script.intend(step);
    const auto settled = EventBody::attemptSettled(attempt, QStringLiteral("done"), {});
    QVERIFY(!script.say(EventKind::attemptSettled, settled).isEmpty());
    script.say(EventKind::attemptDoubted, EventBody::attemptDoubted(attempt, {}));
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::InDoubt);
    QCOMPARE(script.say(EventKind::attemptSettled, settled), QString());
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::Succeeded);
}

void TestRunFold::settledAsNotDoneIsTriedAgain()
{
    RunScript script(one("uses: command"));
    script.expand();
    const int attempt = script.intend(step);
    script.say(EventKind::attemptDoubted, EventBody::attemptDoubted(attempt, {}));
    script.say(EventKind::attemptSettled,
               EventBody::attemptSettled(attempt, QStringLiteral("not-done"), {}));
    QCOMPARE(script.starts(), QStringLiteral("a"));
}

void TestRunFold::whatAStepAsksIsAnsweredUntilItGoesOn()
{
    RunScript script(one("uses: command"));
    script.expand();
    const auto answer = [&script](int attempt, const QString &about, const Value::Map &said) {
        return script.say(EventKind::stepAnswered,
                          EventBody::stepAnswered(step, attempt, about, said));
    };
    const Value::Map ours{{QStringLiteral("take"), Value(QStringLiteral("ours"))}};
    const int attempt = script.intend(step);
    QVERIFY(!answer(attempt, QStringLiteral("a.txt"), ours).isEmpty()); // it runs
    script.say(EventKind::attemptEnded,
               EventBody::attemptEnded(attempt, step, Outcome::asking({}), QStringLiteral("run")));
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::Waiting);
    QCOMPARE(script.next().awaitAnswer, QList<StepKey>{step});
    QVERIFY(script.next().awaitDecision.isEmpty());
    QVERIFY(!answer(attempt + 1, QStringLiteral("a.txt"), ours).isEmpty());
    QCOMPARE(answer(attempt, QStringLiteral("a.txt"), ours), QString());
    QCOMPARE(answer(attempt, QStringLiteral("b.txt"), ours), QString());
    QCOMPARE(answer(attempt, QStringLiteral("b.txt"), {}), QString()); // taken back
    QCOMPARE(script.run.instance(step)->answers.keys(), QStringList{QStringLiteral("a.txt")});
    QCOMPARE(script.say(EventKind::stepRetried, EventBody::stepEvent(step)), QString());
    QCOMPARE(script.starts(), QStringLiteral("a"));
    QCOMPARE(script.run.instance(step)->answers.size(), 1);
    script.reset(step);
    script.expand();
    QVERIFY(script.run.instance(step)->answers.isEmpty());
}

void TestRunFold::anApprovalNeedsEveryItemAndThePackThatWasShown()
{
    RunScript script(one("uses: approval"));
    script.expand();
    QCOMPARE(RunScript::names(script.next().openGates), QStringLiteral("a"));
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate()));
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::Waiting);
    QVERIFY(!decide(script, true, QStringLiteral("ana"), QStringLiteral("pack"), {}).isEmpty());
    QVERIFY(!decide(script, true, QStringLiteral("ana"), QStringLiteral("other"), {1}).isEmpty());
    QCOMPARE(decide(script, true, QStringLiteral("ana"), QStringLiteral("pack"), {1}), QString());
    QCOMPARE(script.run.instance(step)->gate->approvals(), 1);
}

void TestRunFold::anItemTickedTwiceDoesNotStandForAnother()
{
    RunScript script(one("uses: approval"));
    script.expand();
    EventBody::NewGate twoItems = gate();
    twoItems.items.append(QJsonObject{{QStringLiteral("text"), QStringLiteral("tested")}});
    script.say(EventKind::gateOpened, EventBody::gateOpened(twoItems));
    const QString ana = QStringLiteral("ana");
    const QString pack = QStringLiteral("pack");
    QVERIFY(!decide(script, true, ana, pack, {1, 1}).isEmpty());
    QVERIFY(!decide(script, true, ana, pack, {2, 3}).isEmpty());
    QCOMPARE(script.run.instance(step)->gate->approvals(), 0);
    QCOMPARE(decide(script, true, ana, pack, {2, 1}), QString());
}

void TestRunFold::aGateOfWhichTheTimeIsOverIsSkippedWithWhatNeedsIt()
{
    for (const bool skips : {false, true}) {
        RunScript script("stages: [{name: s, steps: [{id: a, uses: approval}, {id: b, uses: "
                         "command}, {id: c, uses: command, needs: []}]}]");
        script.expand();
        EventBody::NewGate late = gate();
        late.deadline = 1;
        late.skipsOnTimeout = skips;
        script.say(EventKind::gateOpened, EventBody::gateOpened(late));
        QCOMPARE(script.say(EventKind::gateClosed,
                            EventBody::gateClosed(step, QStringLiteral("timed-out"),
                                                  script.checklist.dependents(step.step))),
                 QString());
        QCOMPARE(script.run.state(*script.run.instance(step)),
                 skips ? StepState::Skipped : StepState::Failed);
        script.expand();
        QCOMPARE(script.starts(), QStringLiteral("c"));
        script.succeed({QStringLiteral("c"), {}});
        QCOMPARE(script.state(), skips ? RunState::Succeeded : RunState::Failed);
    }
}

void TestRunFold::aDecisionIsTakenBackWhileTheGateIsOpen()
{
    RunScript script(one("uses: approval"));
    script.expand();
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate(2)));
    const QString ana = QStringLiteral("ana");
    const QString pack = QStringLiteral("pack");
    EventBody::NewDecision back;
    back.key = step;
    back.opened = script.run.instance(step)->gate->openedBy;
    back.shown = pack;
    const auto withdraw = [&](const QString &who) {
        return script.say(EventKind::gateWithdrawn, EventBody::gateWithdrawn(back), who);
    };
    QVERIFY(!withdraw(ana).isEmpty());
    QCOMPARE(decide(script, true, ana, pack, {1}), QString());
    QVERIFY(!withdraw(QStringLiteral("bruno")).isEmpty());
    QCOMPARE(withdraw(ana), QString());
    QCOMPARE(script.run.instance(step)->gate->approvals(), 0);
    QVERIFY(!withdraw(ana).isEmpty());
    QCOMPARE(decide(script, true, ana, pack, {1}), QString());
    QCOMPARE(script.run.instance(step)->gate->approvals(), 1);
}

void TestRunFold::aPolicySaysWhoseDecisionCounts()
{
    RunScript script(one("uses: approval"));
    script.expand();
    EventBody::NewGate guarded = gate(1);
    guarded.policy = QStringLiteral("policy");
    guarded.rule.isGiven = true;
    guarded.rule.isSigned = false;
    guarded.rule.may = {QStringLiteral("ana"), QStringLiteral("bruno"), QStringLiteral("carla")};
    guarded.rule.excluded = {QStringLiteral("ana")};
    guarded.rule.required = {{QStringLiteral("leads"), {QStringLiteral("carla")}, 1}};
    script.say(EventKind::gateOpened, EventBody::gateOpened(guarded));
    const auto approve = [&](const char *person) {
        EventBody::NewDecision decision;
        decision.key = step;
        decision.opened = script.run.instance(step)->gate->openedBy;
        decision.shown = QStringLiteral("pack");
        decision.isApproval = true;
        decision.ticked = {1};
        decision.person = QLatin1String(person);
        return script.say(EventKind::gateDecided, EventBody::gateDecided(decision)).isEmpty();
    };
    QVERIFY(!approve("ana"));
    QVERIFY(!approve("dora"));
    QVERIFY(!approve(""));
    QVERIFY(approve("bruno"));
    QCOMPARE(script.run.instance(step)->gate->verdict(0), QString());
    QVERIFY(!script.say(EventKind::stepSkipped, EventBody::stepSkipped(step, {})).isEmpty());
    QVERIFY(approve("carla"));
    QCOMPARE(script.run.instance(step)->gate->verdict(0), QStringLiteral("approved"));
}

void TestRunFold::anAnswerThatIsNoneIsIgnored()
{
    RunScript script(one("uses: approval"));
    script.expand();
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate()));
    const GateFold &opened = *script.run.instance(step)->gate;
    QVERIFY(
        !script
             .say(EventKind::gateDecided, {{QStringLiteral("step"), step.step},
                                           {QStringLiteral("opened"), opened.openedBy},
                                           {QStringLiteral("shown"), opened.pack},
                                           {QStringLiteral("decision"), QStringLiteral("perhaps")},
                                           {QStringLiteral("comment"), QStringLiteral("hm")}})
             .isEmpty());
    QVERIFY(script.run.instance(step)->gate->decisions.isEmpty());
}

void TestRunFold::aSettledStepCanBeTriedAfterItWasCancelled()
{
    RunScript script(one("uses: command"));
    script.expand();
    const int attempt = script.intend(step);
    QCOMPARE(script.say(EventKind::runCancelled, EventBody::stepEvent(step)), QString());
    QCOMPARE(script.run.cancelledSteps, QList<StepKey>{step});
    script.say(EventKind::attemptDoubted, EventBody::attemptDoubted(attempt, {}));
    script.say(EventKind::attemptSettled,
               EventBody::attemptSettled(attempt, QStringLiteral("not-done"), {}));
    QCOMPARE(script.starts(), QStringLiteral("a"));
    QVERIFY(script.run.cancelledSteps.isEmpty());
}

/// Its intent crossed the word of the person who gave it up.
void TestRunFold::whatWasGivenUpDoesNotBegin()
{
    RunScript script(one("uses: command"));
    script.expand();
    script.end(script.intend(step), Outcome::failed(Error(QStringLiteral("x"), "No.")));
    Intent late;
    late.attempt = 2;
    late.step = step.step;
    QVERIFY(
        !script.say(EventKind::attemptIntended, EventBody::attemptIntended(late, 0, {})).isEmpty());
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::Failed);
}

/// Also where the step may begin again: what is told of the first must stay as it was.
void TestRunFold::aNumberBeginsOnce()
{
    RunScript script(one("uses: command"));
    script.expand();
    const int number = script.intend(step);
    script.end(number, Outcome::notDone());
    Intent again;
    again.attempt = number;
    again.step = step.step;
    const QJsonObject body = EventBody::attemptIntended(again, 0, {});
    QVERIFY(!script.say(EventKind::attemptIntended, body).isEmpty());
    QVERIFY(!script.run.attempts.value(number).isOpen());
    again.attempt = number + 1;
    QCOMPARE(script.say(EventKind::attemptIntended, EventBody::attemptIntended(again, 0, {})),
             QString());
}

void TestRunFold::numbersOfAttemptsHaveBounds()
{
    RunScript script(one("uses: command"));
    script.expand();
    Intent intent;
    intent.step = step.step;
    for (const int number : {0, -1, std::numeric_limits<int>::max()}) {
        intent.attempt = number;
        QVERIFY(!script.say(EventKind::attemptIntended, EventBody::attemptIntended(intent, 0, {}))
                     .isEmpty());
        QVERIFY(!script
                     .say(EventKind::attemptEnded,
                          EventBody::attemptEnded(number, step, Outcome::notDone(),
                                                  QStringLiteral("plan")))
                     .isEmpty());
    }
    QCOMPARE(script.run.nextAttempt(), 1);
}

void TestRunFold::oneAuthorCountsOnce()
{
    RunScript script(one("uses: approval"));
    script.expand();
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate(2)));
    decide(script, true, QStringLiteral("ana"), QStringLiteral("pack"), {1});
    decide(script, true, QStringLiteral("ana"), QStringLiteral("pack"), {1});
    QCOMPARE(script.run.instance(step)->gate->approvals(), 1);
    decide(script, true, QStringLiteral("bruno"), QStringLiteral("pack"), {1});
    QCOMPARE(script.run.instance(step)->gate->approvals(), 2);
}

void TestRunFold::aRejectionNeedsAComment()
{
    RunScript script(one("uses: approval"));
    script.expand();
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate()));
    QVERIFY(!decide(script, false, QStringLiteral("ana"), QStringLiteral("pack"), {}).isEmpty());
    QCOMPARE(decide(script, false, QStringLiteral("ana"), QStringLiteral("pack"), {},
                    QStringLiteral("not yet")),
             QString());
    script.say(EventKind::gateClosed, EventBody::gateClosed(step, QStringLiteral("rejected")));
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::Failed);
}

void TestRunFold::earlierDecisionsFallWhenAGateIsOpenedAgain()
{
    RunScript script(one("uses: approval"));
    script.expand();
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate(2)));
    decide(script, true, QStringLiteral("ana"), QStringLiteral("pack"), {1});
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate(2)));
    const GateFold &opened = *script.run.instance(step)->gate;
    QCOMPARE(opened.decisions.size(), 1);
    QCOMPARE(opened.approvals(), 0);
}

void TestRunFold::aRejectedGateIsOpenedAgainWhenItIsRetried()
{
    RunScript script(one("uses: approval"));
    script.expand();
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate()));
    decide(script, false, QStringLiteral("ana"), QStringLiteral("pack"), {},
           QStringLiteral("not yet"));
    QVERIFY(!script.say(EventKind::stepRetried, EventBody::stepEvent(step)).isEmpty());
    script.say(EventKind::gateClosed, EventBody::gateClosed(step, QStringLiteral("rejected")));
    QCOMPARE(script.say(EventKind::stepRetried, EventBody::stepEvent(step)), QString());
    QCOMPARE(RunScript::names(script.next().openGates), QStringLiteral("a"));
    QVERIFY(!decide(script, true, QStringLiteral("ana"), QStringLiteral("pack"), {1}).isEmpty());
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate()));
    QVERIFY(!script.run.instance(step)->gate->decisions.first().counts);
    QCOMPARE(decide(script, true, QStringLiteral("ana"), QStringLiteral("pack"), {1}), QString());
    script.say(EventKind::gateClosed, EventBody::gateClosed(step, QStringLiteral("approved")));
    QCOMPARE(script.state(), RunState::Succeeded);
}

/// A decision may come between what the driver saw and its closing of the gate.
void TestRunFold::aGateEndsAsItsDecisionsSay()
{
    RunScript script(one("uses: approval"));
    script.expand();
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate()));
    const auto close = [&script](const QString &how) {
        return script.say(EventKind::gateClosed, EventBody::gateClosed(step, how));
    };
    QVERIFY(!close(QStringLiteral("approved")).isEmpty());
    decide(script, true, QStringLiteral("ana"), QStringLiteral("pack"), {1});
    decide(script, false, QStringLiteral("bruno"), QStringLiteral("pack"), {},
           QStringLiteral("not yet"));
    QVERIFY(!close(QStringLiteral("approved")).isEmpty());
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::Waiting);
    QCOMPARE(close(QStringLiteral("rejected")), QString());
}

void TestRunFold::whatWasToStopAndDidNotHappenIsCancelled()
{
    RunScript script(one("uses: command"));
    script.expand();
    const int attempt = script.intend(step);
    script.say(EventKind::runCancelled, EventBody::stepEvent(step));
    script.end(attempt, Outcome::notDone());
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::Cancelled);
    QCOMPARE(script.starts(), QString());
}

void TestRunFold::aStepThatIsTriedAgainCanBeTicked()
{
    RunScript script(one("uses: command, mode: manual"));
    script.expand();
    script.say(EventKind::attemptEnded,
               EventBody::attemptEnded(1, step, Outcome::failed(Error(QStringLiteral("x"), "No.")),
                                       QStringLiteral("plan")));
    script.say(EventKind::stepRetried, EventBody::stepEvent(step));
    QCOMPARE(RunScript::names(script.next().awaitTick), QStringLiteral("a"));
    QCOMPARE(script.say(EventKind::stepTicked, EventBody::stepTicked(step, {}, {})), QString());
    QCOMPARE(script.state(), RunState::Succeeded);
}

void TestRunFold::whatIsTriedAgainByItselfIsPending()
{
    RunScript script(one("uses: command"));
    script.expand();
    const Outcome failed = Outcome::failed(Error(QStringLiteral("x"), "No."));
    script.end(script.intend(step), failed, 7000);
    const auto instance = [&] { return *script.run.instance(step); };
    QCOMPARE(script.run.state(instance()), StepState::Pending);
    QCOMPARE(script.run.retryAt(instance()), script.run.attempts[1].endedAt + 7000);
    script.end(script.intend(step), failed, -5);
    QCOMPARE(script.run.retryAt(instance()), script.run.attempts[2].endedAt);
    // A person asked it to stop while it ran: then it does not begin again.
    const int last = script.intend(step);
    script.say(EventKind::runCancelled, EventBody::stepEvent(step));
    script.end(last, failed, 7000);
    QCOMPARE(script.run.state(instance()), StepState::Failed);
    QCOMPARE(script.run.retryAt(instance()), 0);
}

void TestRunFold::whoWantsItCanHastenOrStopARetry()
{
    RunScript script(one("uses: command"));
    script.expand();
    const Outcome failed = Outcome::failed(Error(QStringLiteral("x"), "No."));
    script.end(script.intend(step), failed, 7000);
    const auto instance = [&] { return *script.run.instance(step); };
    QCOMPARE(script.say(EventKind::stepRetried, EventBody::stepEvent(step)), QString());
    QCOMPARE(script.run.state(instance()), StepState::Pending);
    QCOMPARE(script.run.retryAt(instance()), 0);
    script.end(script.intend(step), failed, 7000);
    QCOMPARE(script.say(EventKind::runCancelled, EventBody::stepEvent(step)), QString());
    QCOMPARE(script.run.state(instance()), StepState::Failed);
    QVERIFY(!script.say(EventKind::runCancelled, EventBody::stepEvent(step)).isEmpty());
}

void TestRunFold::whatIsTakenBackIsNotTriedAgain()
{
    RunScript script(one("uses: command"));
    script.expand();
    script.end(script.intend(step), Outcome::failed(Error(QStringLiteral("x"), "No.")), 7000);
    QCOMPARE(script.askUndo({1}, {step.step}), QString());
    script.undoWell(1);
    QCOMPARE(script.run.state(*script.run.instance(step)), StepState::Undone);
    QCOMPARE(script.run.retryAt(*script.run.instance(step)), 0);
    QVERIFY(!goesOn(script.next()));
}

void TestRunFold::aRunningStepCannotBeSkipped()
{
    RunScript script(one("uses: command"));
    script.expand();
    script.intend(step);
    QVERIFY(
        !script.say(EventKind::stepSkipped, EventBody::stepSkipped(step, QStringLiteral("no time")))
             .isEmpty());
}

void TestRunFold::anUnknownKindOpensForReadingOnly()
{
    RunScript script(one("uses: command"));
    script.expand();
    script.say(QStringLiteral("step.teleported"), {});
    QVERIFY(script.run.isReadOnly);
    QCOMPARE(script.starts(), QString());
}

void TestRunFold::aResetStepIsAsNeverBegun()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: manual}, "
                     "{id: c, uses: command, needs: []}]}]");
    script.expand();
    script.succeed(step);
    script.expand();
    const StepKey b{QStringLiteral("b"), {}};
    const StepKey c{QStringLiteral("c"), {}};
    script.succeed(c);
    script.say(EventKind::stepTicked, EventBody::stepTicked(b, {}, {}));
    QCOMPARE(script.state(), RunState::Succeeded);
    QCOMPARE(script.reset(step), QString());
    QCOMPARE(script.next().expand, QStringList{QStringLiteral("a")});
    QVERIFY(!script.run.instance(b));
    QCOMPARE(script.run.state(*script.run.instance(c)), StepState::Succeeded);
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("a"));
    QCOMPARE(script.run.instance(step)->attempts, QList<int>{1});
    QVERIFY(script.run.outputs(*script.run.instance(step)).isEmpty());
    script.succeed(step);
    QCOMPARE(script.run.instance(step)->attempts, (QList<int>{1, 3}));
    script.expand();
    QCOMPARE(RunScript::names(script.next().awaitTick), QStringLiteral("b"));
    QCOMPARE(script.run.steps[QStringLiteral("a")].notes.last().text, QStringLiteral("mended"));
}

void TestRunFold::anInstanceIsResetAlone()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command, foreach: [x, y]}, "
                     "{id: b, uses: command}]}]");
    const auto expandA = [&] {
        script.say(EventKind::stepExpanded,
                   EventBody::stepExpanded(QStringLiteral("a"),
                                           {{QStringLiteral("x"), Value(QStringLiteral("x"))},
                                            {QStringLiteral("y"), Value(QStringLiteral("y"))}}));
    };
    expandA();
    const StepKey x{QStringLiteral("a"), QStringLiteral("x")};
    const StepKey y{QStringLiteral("a"), QStringLiteral("y")};
    const StepKey b{QStringLiteral("b"), {}};
    script.succeed(x);
    script.succeed(y);
    script.expand();
    script.succeed(b);
    QCOMPARE(script.reset(x), QString());
    QCOMPARE(script.starts(), QStringLiteral("a[x]"));
    QCOMPARE(script.run.state(*script.run.instance(y)), StepState::Succeeded);
    QVERIFY(!script.run.instance(b));
    QVERIFY(!script.reset({QStringLiteral("a"), QStringLiteral("z")}).isEmpty());
    // Of the whole step, attempts stay under the instances of the same names.
    QCOMPARE(script.reset({QStringLiteral("a"), {}}), QString());
    QCOMPARE(script.next().expand, QStringList{QStringLiteral("a")});
    expandA();
    QCOMPARE(script.run.instance(y)->attempts, QList<int>{2});
    QCOMPARE(script.starts(), QStringLiteral("a[x] a[y]"));
}

void TestRunFold::aResetGateIsOpenedAnewAndDecisionsFall()
{
    RunScript script(one("uses: approval"));
    script.expand();
    const QString ana = QStringLiteral("ana");
    const QString pack = QStringLiteral("pack");
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate()));
    const qint64 shown = script.run.instance(step)->gate->openedBy;
    decide(script, true, ana, pack, {1});
    script.say(EventKind::gateClosed, EventBody::gateClosed(step, QStringLiteral("approved")));
    QCOMPARE(script.state(), RunState::Succeeded);
    QCOMPARE(script.reset(step), QString());
    script.expand();
    QCOMPARE(RunScript::names(script.next().openGates), QStringLiteral("a"));
    QCOMPARE(script.run.steps[QStringLiteral("a")].earlierGates.value(QString()).size(), 1);
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate()));
    const GateFold &opened = *script.run.instance(step)->gate;
    QVERIFY(opened.openedBy > shown);
    QCOMPARE(opened.decisions.size(), 1);
    QCOMPARE(opened.approvals(), 0);
}

void TestRunFold::whatRunsOrIsInDoubtCannotBeReset()
{
    RunScript script(
        "stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: command}]}]");
    QVERIFY(!script.reset(step).isEmpty());
    script.expand();
    script.succeed(step);
    script.expand();
    const int attempt = script.intend({QStringLiteral("b"), {}});
    QVERIFY(!script.reset(step).isEmpty());
    script.say(EventKind::attemptDoubted, EventBody::attemptDoubted(attempt, {}));
    QVERIFY(!script.reset(step).isEmpty());
    script.end(attempt, Outcome::cancelled());
    script.say(EventKind::runCancelled, {});
    QCOMPARE(script.reset(step), QString());
    QCOMPARE(script.next().expand, QStringList{QStringLiteral("a")});
}

void TestRunFold::aLongHistoryOfResetsIsFoldedInTime()
{
    RunScript script(one("uses: command"));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 5000; ++i) {
        script.say(EventKind::stepExpanded, EventBody::stepExpanded(step.step));
        script.succeed(step);
        QCOMPARE(script.reset(step), QString());
    }
    // What grows with the square of the attempts would take minutes.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(script.run.attempts.size(), 5000);
}

/// The fold is total: whatever the journal holds, it gives a state and never falls over.
void TestRunFold::anyEventsCanBeFolded()
{
    QRandomGenerator random(20261121);
    const QStringList kinds{
        EventKind::stepExpanded,   EventKind::attemptIntended, EventKind::attemptEnded,
        EventKind::attemptDoubted, EventKind::attemptSettled,  EventKind::gateOpened,
        EventKind::gateDecided,    EventKind::gateClosed,      EventKind::stepTicked,
        EventKind::stepConfirmed,  EventKind::stepSkipped,     EventKind::stepRetried,
        EventKind::runCancelled,   EventKind::runNoted,        EventKind::stepReset,
        EventKind::undoAsked,      EventKind::stepAnswered};
    const QStringList words{
        QStringLiteral("a"),        QStringLiteral("b"),    QString(),
        QStringLiteral("approve"),  QStringLiteral("done"), QStringLiteral("failed"),
        QStringLiteral("succeeded")};
    const QStringList keys{QStringLiteral("step"),    QStringLiteral("instance"),
                           QStringLiteral("outcome"), QStringLiteral("decision"),
                           QStringLiteral("shown"),   QStringLiteral("how"),
                           QStringLiteral("verdict"), QStringLiteral("pack")};
    // What belongs there is a list, a map or a number; none of these is what it should be.
    const QStringList lists{
        QStringLiteral("instances"), QStringLiteral("ticked"),     QStringLiteral("outputs"),
        QStringLiteral("evidence"),  QStringLiteral("items"),      QStringLiteral("error"),
        QStringLiteral("facts"),     QStringLiteral("attempt"),    QStringLiteral("step"),
        QStringLiteral("quorum"),    QStringLiteral("steps"),      QStringLiteral("attempts"),
        QStringLiteral("undoes"),    QStringLiteral("unevaluated")};
    const QJsonArray odd{QJsonValue(),
                         true,
                         -1,
                         QStringLiteral("text"),
                         QJsonArray{1, QJsonArray{QJsonObject{}}, QStringLiteral("x")},
                         QJsonObject{{QStringLiteral("name"), 7}},
                         std::numeric_limits<int>::max()};
    for (int history = 0; history < 500; ++history) {
        RunScript script("stages: [{name: s, steps: [{id: a, uses: command, needs: []}, {id: b, "
                         "uses: approval, needs: []}]}]");
        for (int i = 0; i < 60; ++i) {
            QJsonObject body{{QStringLiteral("attempt"), int(random.bounded(4))},
                             {QStringLiteral("opened"), int(random.bounded(60))},
                             {QStringLiteral("step"), words[random.bounded(2)]},
                             {QStringLiteral("attempts"),
                              QJsonArray{int(random.bounded(4)), int(random.bounded(4))}},
                             {QStringLiteral("steps"),
                              QJsonArray::fromStringList(words.mid(random.bounded(2), 1))}};
            for (int k = 0; k < 3; ++k)
                body[keys[random.bounded(keys.size())]] = words[random.bounded(words.size())];
            if (random.bounded(4) == 0)
                body[QStringLiteral("undoes")] = int(random.bounded(4));
            if (random.bounded(3) == 0)
                body[lists[random.bounded(lists.size())]] = odd[int(random.bounded(odd.size()))];
            script.say(kinds[random.bounded(kinds.size())], body);
            const NextSteps next = script.next();
            // What is over or at work never starts.
            for (const StepKey &key : next.start)
                QCOMPARE(script.run.state(*script.run.instance(key)), StepState::Pending);
            QVERIFY(next.start.size() <= script.checklist.parallel);
        }
        script.state();
    }
}

QTEST_GUILESS_MAIN(TestRunFold)
#include "tst_runfold.moc"
