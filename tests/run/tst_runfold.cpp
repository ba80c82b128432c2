// SPDX-License-Identifier: MIT
#include "tests/run/runscript.h"

#include <QRandomGenerator>

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
    void anApprovalNeedsEveryItemAndThePackThatWasShown();
    void oneAuthorCountsOnce();
    void aRejectionNeedsAComment();
    void earlierDecisionsFallWhenAGateIsOpenedAgain();
    void aRunningStepCannotBeSkipped();
    void anUnknownKindOpensForReadingOnly();
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

/// The fold is total: whatever the journal holds, it gives a state and never falls over.
void TestRunFold::anyEventsCanBeFolded()
{
    QRandomGenerator random(20261121);
    const QStringList kinds{
        EventKind::stepExpanded,   EventKind::attemptIntended, EventKind::attemptEnded,
        EventKind::attemptDoubted, EventKind::attemptSettled,  EventKind::gateOpened,
        EventKind::gateDecided,    EventKind::gateClosed,      EventKind::stepTicked,
        EventKind::stepConfirmed,  EventKind::stepSkipped,     EventKind::stepRetried,
        EventKind::runCancelled,   EventKind::runNoted};
    const QStringList words{
        QStringLiteral("a"),        QStringLiteral("b"),    QString(),
        QStringLiteral("approve"),  QStringLiteral("done"), QStringLiteral("failed"),
        QStringLiteral("succeeded")};
    const QStringList keys{QStringLiteral("step"),    QStringLiteral("instance"),
                           QStringLiteral("outcome"), QStringLiteral("decision"),
                           QStringLiteral("shown"),   QStringLiteral("how"),
                           QStringLiteral("verdict"), QStringLiteral("pack")};
    for (int history = 0; history < 500; ++history) {
        RunScript script("stages: [{name: s, steps: [{id: a, uses: command, needs: []}, {id: b, "
                         "uses: approval, needs: []}]}]");
        for (int i = 0; i < 60; ++i) {
            QJsonObject body{{QStringLiteral("attempt"), int(random.bounded(4))},
                             {QStringLiteral("opened"), int(random.bounded(60))},
                             {QStringLiteral("step"), words[random.bounded(2)]}};
            for (int k = 0; k < 3; ++k)
                body[keys[random.bounded(keys.size())]] = words[random.bounded(words.size())];
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
