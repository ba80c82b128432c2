// SPDX-License-Identifier: MIT
// Fold and planner while what a run did is undone.
#include "core/run/driverrules.h"
#include "core/run/undopreview.h"
#include "tests/run/runscript.h"

using namespace Slipway;

namespace {

const StepKey a{QStringLiteral("a"), {}};
const StepKey b{QStringLiteral("b"), {}};
const StepKey c{QStringLiteral("c"), {}};
const QStringList all{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};

/// a and b succeeded as attempts 1 and 2; c is a gate or whatever the keys say.
RunScript done(const QByteArray &keysOfC = "uses: approval")
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command}, {id: b, uses: command}, "
                     "{id: c, " +
                     keysOfC + "}]}]");
    script.expand();
    script.succeed(a);
    script.expand();
    script.succeed(b);
    script.expand();
    return script;
}

StepState stateOf(const RunScript &script, const StepKey &key)
{
    return script.run.state(*script.run.instance(key));
}

Outcome broken()
{
    return Outcome::failed(Error(QStringLiteral("x"), "It broke."));
}

} // namespace

class TestUndoFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHighestAttemptIsUndoneFirstAndNothingElseBegins();
    void onceAllIsUndoneTheStepsAreUndone();
    void anUndoThatFailedWaitsForARetryOrASkip();
    void anUndoInDoubtIsSettled();
    void failedAttemptsAreUndoneToo();
    void whatWasUndoneIsNotUndoneAgain();
    void aCancelGivesTheUndoUp();
    void nothingIsUndoneWhileSomethingRuns();
    void aResetMakesUndoneStepsPendingAgain();
    void attemptsFromBeforeAResetAreUndone();
    void anUndoOfWhatIsUnknownIsIgnored();
    void thePreviewNamesWhatWouldBeUndoneInOrder();
    void whatOthersDidFirstWins();
    void aRetryEvaluatesAgain();
    void onlyTheNextAttemptIsUndone();
    void whatAnUndoGivenUpBroughtBackIsGoneAgain();
    void aRunWhoseUndoWasGivenUpIsNoDeadEnd();
};

void TestUndoFold::theHighestAttemptIsUndoneFirstAndNothingElseBegins()
{
    RunScript script = done("uses: command");
    QCOMPARE(script.starts(), QStringLiteral("c"));
    QCOMPARE(script.askUndo({1, 2}, all), QString());
    QCOMPARE(script.next().undo, 2);
    QCOMPARE(script.starts(), QString());
    QVERIFY(script.next().expand.isEmpty());
    QCOMPARE(script.state(), RunState::Stopped);
    const int undoing = script.intendUndo(2);
    QCOMPARE(script.next().undo, 0);
    QCOMPARE(stateOf(script, b), StepState::Running);
    script.end(undoing, Outcome::notDone());
    QCOMPARE(script.next().undo, 2);
    script.undoWell(2);
    QCOMPARE(stateOf(script, b), StepState::Undone);
    QCOMPARE(stateOf(script, a), StepState::Succeeded);
    QVERIFY(script.run.outputs(*script.run.instance(b)).isEmpty());
    QCOMPARE(script.next().undo, 1);
}

void TestUndoFold::onceAllIsUndoneTheStepsAreUndone()
{
    RunScript script = done();
    EventBody::NewGate gate;
    gate.key = c;
    gate.pack = QStringLiteral("pack");
    script.say(EventKind::gateOpened, EventBody::gateOpened(gate));
    script.askUndo({2, 1}, all);
    script.undoWell(2);
    // Nothing to undo: an end without an intent.
    QCOMPARE(script.say(EventKind::attemptEnded, EventBody::undoEnded(4, a, 1, Outcome::succeeded(),
                                                                      QStringLiteral("nothing"))),
             QString());
    QVERIFY(!script.run.isUndoing());
    for (const StepKey &key : {a, b, c})
        QCOMPARE(stateOf(script, key), StepState::Undone);
    QCOMPARE(script.state(), RunState::Undone);
    QVERIFY(script.next().expand.isEmpty() && script.next().openGates.isEmpty());
}

void TestUndoFold::anUndoThatFailedWaitsForARetryOrASkip()
{
    RunScript script = done();
    script.askUndo({2, 1}, all);
    script.end(script.intendUndo(2), broken());
    QCOMPARE(stateOf(script, b), StepState::Failed);
    QCOMPARE(script.next().undo, 0);
    QCOMPARE(script.state(), RunState::Failed);
    QVERIFY(!script.reset(a).isEmpty());
    QCOMPARE(script.say(EventKind::stepRetried, EventBody::stepEvent(b)), QString());
    QCOMPARE(script.next().undo, 2);
    script.end(script.intendUndo(2), Outcome::cancelled());
    QCOMPARE(stateOf(script, b), StepState::Cancelled);
    QCOMPARE(
        script.say(EventKind::stepSkipped, EventBody::stepSkipped(b, QStringLiteral("leave it"))),
        QString());
    // Its effect is still there, and so it is not called undone.
    QCOMPARE(stateOf(script, b), StepState::Succeeded);
    QCOMPARE(script.next().undo, 1);
    script.undoWell(1);
    QVERIFY(!script.run.isUndoing());
    QCOMPARE(stateOf(script, a), StepState::Undone);
    QCOMPARE(stateOf(script, b), StepState::Succeeded);
    QVERIFY(script.run.attempts[2].mayHaveEffect());
}

void TestUndoFold::anUndoInDoubtIsSettled()
{
    RunScript script = done();
    script.askUndo({2}, {b.step, c.step});
    const int undoing = script.intendUndo(2);
    script.say(EventKind::attemptDoubted, EventBody::attemptDoubted(undoing, {}));
    QCOMPARE(stateOf(script, b), StepState::InDoubt);
    QCOMPARE(script.say(EventKind::attemptSettled,
                        EventBody::attemptSettled(undoing, QStringLiteral("done"), {})),
             QString());
    QCOMPARE(script.run.attempts[2].undoneBy, undoing);
    QCOMPARE(stateOf(script, c), StepState::Undone);
    QCOMPARE(stateOf(script, a), StepState::Succeeded);
}

void TestUndoFold::failedAttemptsAreUndoneToo()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command}]}]");
    script.expand();
    script.fail(a);
    script.say(EventKind::stepRetried, EventBody::stepEvent(a));
    script.end(script.intend(a), Outcome::notDone());
    script.succeed(a);
    QVERIFY(!script.askUndo({3, 2, 1}, {a.step}).isEmpty()); // 2 never happened
    QCOMPARE(script.askUndo({1, 3}, {a.step}), QString());
    QCOMPARE(script.next().undo, 3);
    script.undoWell(3);
    QCOMPARE(script.next().undo, 1);
    script.undoWell(1);
    QCOMPARE(script.state(), RunState::Undone);
}

void TestUndoFold::whatWasUndoneIsNotUndoneAgain()
{
    RunScript script = done();
    script.askUndo({2}, {b.step, c.step});
    script.undoWell(2);
    QVERIFY(!script.askUndo({2}, all).isEmpty());
    QVERIFY(!script.askUndo({3}, all).isEmpty()); // an undo is not undone itself
    QVERIFY(!script.askUndo({}, all).isEmpty());
    QCOMPARE(script.askUndo({1}, all), QString());
    QCOMPARE(script.next().undo, 1);
}

void TestUndoFold::aCancelGivesTheUndoUp()
{
    RunScript script = done();
    script.say(EventKind::runCancelled, {});
    QCOMPARE(script.askUndo({2, 1}, all), QString());
    QCOMPARE(script.next().undo, 2); // though the run was cancelled
    script.say(EventKind::runCancelled, {});
    QCOMPARE(script.next().undo, 0);
    QVERIFY(!script.run.isUndoing());
    QCOMPARE(script.state(), RunState::Cancelled);
    QCOMPARE(script.askUndo({2, 1}, all), QString());
    script.end(script.intendUndo(2), broken());
    script.say(EventKind::runCancelled, {});
    QVERIFY(!script.say(EventKind::stepRetried, EventBody::stepEvent(b)).isEmpty());
    // Asked for again, earlier tries do not hold it back.
    QCOMPARE(script.askUndo({2, 1}, all), QString());
    QCOMPARE(script.next().undo, 2);
}

void TestUndoFold::nothingIsUndoneWhileSomethingRuns()
{
    RunScript script = done("uses: command");
    const int attempt = script.intend(c);
    QVERIFY(!script.askUndo({2}, all).isEmpty());
    script.say(EventKind::attemptDoubted, EventBody::attemptDoubted(attempt, {}));
    QVERIFY(!script.askUndo({2}, all).isEmpty());
    script.end(attempt, Outcome::cancelled());
    QCOMPARE(script.askUndo({attempt, 2}, all), QString());
    QCOMPARE(script.next().undo, attempt);
}

void TestUndoFold::aResetMakesUndoneStepsPendingAgain()
{
    RunScript script = done();
    script.askUndo({2}, {b.step, c.step});
    QVERIFY(!script.reset(b).isEmpty());
    script.undoWell(2);
    QCOMPARE(script.reset(b), QString());
    QCOMPARE(script.next().expand, QStringList{b.step});
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("b"));
    QCOMPARE(script.run.instance(b)->undos, QList<int>{3});
    script.succeed(b);
    QCOMPARE(stateOf(script, b), StepState::Succeeded);
}

void TestUndoFold::attemptsFromBeforeAResetAreUndone()
{
    RunScript script = done();
    script.reset(a);
    QVERIFY(!script.run.instance(a));
    QCOMPARE(script.askUndo({2, 1}, all), QString());
    script.end(script.intendUndo(2), broken());
    QCOMPARE(script.state(), RunState::Failed);
    script.say(EventKind::stepRetried, EventBody::stepEvent(b));
    script.undoWell(2);
    script.undoWell(1);
    QCOMPARE(script.state(), RunState::Undone);
    QCOMPARE(script.reset(a), QString());
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("a"));
}

void TestUndoFold::anUndoOfWhatIsUnknownIsIgnored()
{
    RunScript script = done();
    Intent intent;
    intent.attempt = 9;
    intent.step = a.step;
    intent.undoes = 7;
    const QJsonObject intended = EventBody::attemptIntended(intent, 0, {});
    QVERIFY(!script.say(EventKind::attemptIntended, intended).isEmpty());
    const QJsonObject ended =
        EventBody::undoEnded(9, a, 7, Outcome::succeeded(), QStringLiteral("plan"));
    QVERIFY(!script.say(EventKind::attemptEnded, ended).isEmpty());
    QCOMPARE(script.run.attempts.size(), 2);
}

void TestUndoFold::thePreviewNamesWhatWouldBeUndoneInOrder()
{
    RunScript script = done("uses: manual");
    script.say(EventKind::stepTicked, EventBody::stepTicked(c, {}, {}));
    const UndoPreview whole = undoPreview(script.run, script.checklist, {}, QStringLiteral("en"));
    QStringList names;
    for (const UndoItem &item : whole.items)
        names.append(QStringLiteral("%1 %2").arg(item.key.text()).arg(item.attempt));
    QCOMPARE(names.join(u','), QStringLiteral("c 0,b 2,a 1"));
    QCOMPARE(whole.impossible().size(), 3); // their intents say nothing of an undo
    QVERIFY(!whole.items[1].note.text.isEmpty());
    const UndoPreview part = undoPreview(script.run, script.checklist, b.step, {});
    QCOMPARE(part.steps, QStringList{c.step});
    QCOMPARE(part.items.size(), 1);
}

void TestUndoFold::whatOthersDidFirstWins()
{
    RunScript script = done("uses: command");
    const qint64 by = script.run.steps[c.step].expandedBy;
    QVERIFY(mayBegin(script.run, script.checklist, c, by));
    QVERIFY(!mayBegin(script.run, script.checklist, c, by + 1));
    const auto mayActAfter = [&](QLatin1String kind, const QJsonObject &body) {
        RunScript other = script;
        other.say(kind, body);
        return mayAct(other.run, other.checklist, other.intend(c), by);
    };
    QVERIFY(!mayActAfter(EventKind::stepSkipped, EventBody::stepSkipped(c, QStringLiteral("no"))));
    QVERIFY(!mayActAfter(EventKind::stepTicked, EventBody::stepTicked(c, {}, {})));
    QVERIFY(!mayActAfter(EventKind::runCancelled, {}));
    QVERIFY(!mayActAfter(EventKind::undoAsked, EventBody::undoAsked({{}, {2}, all, {}, {}})));
    QVERIFY(!mayActAfter(EventKind::stepReset, EventBody::stepReset(c, {c.step}, {})));
    RunScript reset = script;
    reset.reset(c);
    reset.expand();
    QVERIFY(
        !mayAct(reset.run, reset.checklist, reset.intend(c), by)); // not the step that was planned
    QVERIFY(mayActAfter(EventKind::runNoted, {}));
    RunScript undoing = script;
    undoing.askUndo({2}, all);
    QVERIFY(mayAct(undoing.run, undoing.checklist, undoing.intendUndo(2), 0));
    RunScript given = script;
    given.askUndo({2}, all);
    given.say(EventKind::runCancelled, {});
    QVERIFY(!mayAct(given.run, given.checklist, given.intendUndo(2), 0));
    RunScript late = script;
    late.askUndo({2}, all);
    const int begun = late.intendUndo(2);
    late.say(EventKind::runCancelled, {}); // between the intent and what it lets begin
    QVERIFY(!mayAct(late.run, late.checklist, begun, 0));
}

void TestUndoFold::aRetryEvaluatesAgain()
{
    RunScript script("stages: [{name: s, steps: [{id: a, uses: command}]}]");
    script.say(EventKind::stepExpanded, EventBody::stepUnevaluated(a.step));
    script.say(EventKind::attemptEnded,
               EventBody::attemptEnded(1, a, broken(), QStringLiteral("plan")));
    QCOMPARE(script.state(), RunState::Failed);
    QCOMPARE(script.say(EventKind::stepRetried, EventBody::stepEvent(a)), QString());
    QCOMPARE(script.next().expand, QStringList{a.step});
}

void TestUndoFold::onlyTheNextAttemptIsUndone()
{
    RunScript script = done("uses: command");
    script.intendUndo(2);
    QCOMPARE(script.run.attempts.size(), 2); // nobody asked
    // Another request came between the plan of one undo and its intent.
    script.askUndo({1}, {a.step});
    script.askUndo({2, 1}, all);
    script.intendUndo(1);
    QCOMPARE(script.run.attempts.size(), 2);
    QVERIFY(!script
                 .say(EventKind::attemptEnded, EventBody::undoEnded(3, a, 1, Outcome::succeeded(),
                                                                    QStringLiteral("nothing")))
                 .isEmpty());
    script.intend(c); // planned before the undo was asked for
    QCOMPARE(script.run.attempts.size(), 2);
    QCOMPARE(script.next().undo, 2);
    script.intendUndo(2);
    script.intendUndo(2);
    QCOMPARE(script.run.attempts.size(), 3);
}

void TestUndoFold::whatAnUndoGivenUpBroughtBackIsGoneAgain()
{
    RunScript script = done();
    script.reset(a);
    script.askUndo({2, 1}, all);
    QCOMPARE(stateOf(script, a), StepState::Undone);
    script.undoWell(2);
    script.say(EventKind::runCancelled, {});
    QCOMPARE(stateOf(script, b), StepState::Undone);
    QVERIFY(!script.run.instance(a)); // its effect stands
    QVERIFY(!script.run.steps[a.step].isExpanded);
    QCOMPARE(script.askUndo({1}, all), QString());
    script.undoWell(1);
    QCOMPARE(script.state(), RunState::Undone);

    RunScript failed = done();
    failed.reset(a);
    failed.askUndo({1}, all);
    const int undoing = failed.intendUndo(1);
    failed.say(EventKind::runCancelled, {});
    QCOMPARE(stateOf(failed, a), StepState::Running); // it is still at work
    failed.end(undoing, broken());
    QVERIFY(!failed.run.instance(a));
    failed.say(EventKind::stepRetried, EventBody::stepEvent(a));
    failed.expand();
    QCOMPARE(stateOf(failed, a), StepState::Pending);
}

void TestUndoFold::aRunWhoseUndoWasGivenUpIsNoDeadEnd()
{
    RunScript script = done();
    script.askUndo({2, 1}, all);
    script.undoWell(2);
    script.say(EventKind::runCancelled, {});
    QCOMPARE(script.state(), RunState::Cancelled);
    QCOMPARE(script.say(EventKind::stepRetried, EventBody::stepEvent(b)), QString());
    QCOMPARE(script.starts(), QString());
    QCOMPARE(script.state(), RunState::Undone); // until somebody goes again from b
    QCOMPARE(script.reset(b), QString());
    script.expand();
    QCOMPARE(script.starts(), QStringLiteral("b"));
}

QTEST_GUILESS_MAIN(TestUndoFold)
#include "tst_undofold.moc"
