// SPDX-License-Identifier: MIT
// How gates open, are decided and close.
#include "core/run/foldbody.h"
#include "core/run/runfold.h"

#include <QJsonArray>

#include <algorithm>

namespace Slipway {

using namespace FoldBody;

namespace {

/// Items count from 1; naming one twice does not stand for another.
bool isEveryItemTicked(const QList<int> &ticked, qsizetype items)
{
    for (int index = 1; index <= items; ++index) {
        if (!ticked.contains(index))
            return false;
    }
    return true;
}

} // namespace

QString GateFold::verdict(qint64 now) const
{
    const bool isRejected =
        std::any_of(decisions.cbegin(), decisions.cend(), [](const GateDecision &d) {
            return d.counts && !d.isApproval && !d.isWithdrawal;
        });
    if (isRejected)
        return QStringLiteral("rejected");
    const QStringList people = approvers();
    if (rule.isGiven ? rule.isFulfilledBy(people, quorum) : people.size() >= quorum)
        return QStringLiteral("approved");
    return deadline > 0 && now > deadline ? QStringLiteral("timed-out") : QString();
}

QStringList GateFold::approvers() const
{
    QStringList people;
    for (const GateDecision &decision : decisions) {
        if (decision.counts && decision.isApproval && !people.contains(decision.person))
            people.append(decision.person);
    }
    return people;
}

int GateFold::approvals() const
{
    return int(approvers().size());
}

const GateDecision *GateFold::decisionOf(const QString &person) const
{
    const auto found =
        std::find_if(decisions.crbegin(), decisions.crend(), [&](const GateDecision &decision) {
            return decision.person == person && decision.counts && !decision.isWithdrawal;
        });
    return found == decisions.crend() ? nullptr : &*found;
}

bool GateFold::isByOwner(const QString &starter) const
{
    return !rule.isGiven && approvers() == QStringList{starter};
}

void GateFold::recount()
{
    QStringList seen;
    for (auto it = decisions.rbegin(); it != decisions.rend(); ++it) {
        const bool holds = !it->isFallen && it->refused.isEmpty();
        it->counts = holds && !seen.contains(it->person);
        if (holds)
            seen.append(it->person);
    }
}

namespace {

/// Why a decision on a gate with that rule cannot count; empty: it can, as far as the journal
/// tells by itself. What was signed is for the driver to judge.
QString whyNot(const GateFold &gate, const GateDecision &decision)
{
    const GateRule &rule = gate.rule;
    if (!rule.isGiven)
        return {};
    if (rule.excluded.contains(decision.person))
        return notNow("who started the run may not decide");
    if (!rule.mayDecide(decision.person))
        return notNow("the policy does not let them decide");
    if (!rule.isOpenAt(decision.time))
        return notNow("the policy takes no decision at this time");
    if (!rule.isSigned)
        return {};
    if (decision.statement.isEmpty() || decision.signature.isEmpty() ||
        decision.fingerprint.isEmpty())
        return notNow("the policy asks for a signature");
    for (const GateDecision &other : gate.decisions) {
        // A forged one must not stand in the way of the true one.
        if (!other.refused.isEmpty())
            continue;
        if (other.statement == decision.statement)
            return notNow("this decision was recorded already");
        if (other.fingerprint == decision.fingerprint && other.person != decision.person)
            return notNow("the same key signed for somebody else");
    }
    return {};
}

} // namespace

QString RunFold::opened(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target)
        return notNow("the step was not expanded");
    const QList<GateFold> before =
        steps[text(body, "step")].earlierGates.value(text(body, "instance"));
    QList<GateDecision> earlier;
    if (target->gate)
        earlier = target->gate->decisions;
    else if (!before.isEmpty())
        earlier = before.last().decisions;
    for (GateDecision &decision : earlier)
        decision.isFallen = true;
    GateFold gate;
    gate.openedBy = event.number;
    gate.openedHash = event.hash;
    gate.openedAt = event.time;
    gate.deadline = body[QLatin1String("deadline")].toInteger();
    gate.quorum = qMax(1, body[QLatin1String("quorum")].toInt());
    gate.from = text(body, "from");
    gate.pack = text(body, "pack");
    gate.instructions = body[QLatin1String("instructions")];
    gate.items = body[QLatin1String("items")].toArray();
    gate.evidence = body[QLatin1String("evidence")].toArray();
    gate.nonce = text(body, "nonce");
    gate.policy = text(body, "policy");
    gate.rule = GateRule::fromJson(body[QLatin1String("rule")].toObject());
    gate.skipsOnTimeout = text(body, "onTimeout") == QLatin1String("skip");
    gate.decisions = earlier;
    gate.recount();
    target->gate = gate;
    return applied;
}

namespace {

/// Why what somebody says is not about this gate as it is open now; empty: it is.
QString whyElsewhere(const GateFold &gate, const Event &event, const QJsonObject &body)
{
    if (body[QLatin1String("opened")].toInteger() != gate.openedBy ||
        text(body, "shown") != gate.pack ||
        (body.contains(QLatin1String("openedHash")) && text(body, "openedHash") != gate.openedHash))
        return notNow("the gate was opened again after what was decided on");
    if (gate.deadline > 0 && event.time > gate.deadline)
        return notNow("the decision came after the deadline");
    return {};
}

GateDecision decisionOf(const GateFold &gate, const Event &event, const QJsonObject &body)
{
    GateDecision decision;
    decision.event = event.number;
    decision.author = event.author;
    decision.person = gate.rule.isGiven ? text(body, "person") : event.author;
    decision.time = event.time;
    decision.comment = text(body, "comment");
    decision.statement = text(body, "statement");
    decision.signature = text(body, "signature");
    decision.fingerprint = text(body, "key");
    decision.openedBy = gate.openedBy;
    decision.openedHash = text(body, "openedHash");
    decision.shown = text(body, "shown");
    return decision;
}

} // namespace

QString RunFold::decided(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || !target->gate || !target->gate->isOpen())
        return notNow("the gate is not open");
    GateFold &gate = *target->gate;
    if (const QString why = whyElsewhere(gate, event, body); !why.isEmpty())
        return why;
    const QString answer = text(body, "decision");
    if (answer != QLatin1String("approve") && answer != QLatin1String("reject"))
        return notNow("the answer is none of approve and reject");
    GateDecision decision = decisionOf(gate, event, body);
    decision.isApproval = answer == QLatin1String("approve");
    const QJsonArray ticked = body[QLatin1String("ticked")].toArray();
    for (const QJsonValue &index : ticked)
        decision.ticked.append(index.toInt());
    if (decision.isApproval && !isEveryItemTicked(decision.ticked, gate.items.size()))
        return notNow("not every item was ticked");
    if (!decision.isApproval && decision.comment.trimmed().isEmpty())
        return notNow("a rejection needs a comment");
    if (const QString why = whyNot(gate, decision); !why.isEmpty())
        return why;
    gate.decisions.append(decision);
    gate.recount();
    return applied;
}

/// Before it takes effect: while the gate is open.
QString RunFold::withdrawn(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || !target->gate || !target->gate->isOpen())
        return notNow("the gate is not open");
    GateFold &gate = *target->gate;
    if (const QString why = whyElsewhere(gate, event, body); !why.isEmpty())
        return why;
    GateDecision decision = decisionOf(gate, event, body);
    decision.isWithdrawal = true;
    if (!gate.decisionOf(decision.person))
        return notNow("they have not decided, or took it back already");
    if (const QString why = whyNot(gate, decision); !why.isEmpty())
        return why;
    gate.decisions.append(decision);
    gate.recount();
    return applied;
}

QString RunFold::refused(const Event &, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || !target->gate || !target->gate->isOpen())
        return notNow("the gate is not open");
    const qint64 number = body[QLatin1String("event")].toInteger();
    QList<GateDecision> &decisions = target->gate->decisions;
    const auto found = std::find_if(decisions.begin(), decisions.end(),
                                    [&](const GateDecision &d) { return d.event == number; });
    if (found == decisions.end() || !found->refused.isEmpty())
        return notNow("there is no such decision");
    found->refused = Error::fromJson(body[QLatin1String("error")].toObject()).message();
    if (found->refused.isEmpty())
        found->refused = QStringLiteral("-");
    target->gate->recount();
    return applied;
}

/// Those that wait for what nobody decided in time. What began is left as it is.
void RunFold::skipAll(const QStringList &ids)
{
    for (const QString &one : ids) {
        StepFold &step = steps[one];
        if (step.isExpanded)
            continue;
        step.isExpanded = true;
        step.skippedBecause = Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "Nobody decided in time on what it needs."));
    }
}

QString RunFold::closed(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || !target->gate || !target->gate->isOpen())
        return notNow("the gate is not open");
    // A decision may have come between what the driver saw and this.
    if (text(body, "outcome") != target->gate->verdict(event.time))
        return notNow("the decisions on the gate say otherwise");
    target->gate->closedAs = text(body, "outcome");
    target->gate->closedAt = event.time;
    if (target->gate->skipsOnTimeout && target->gate->closedAs == QLatin1String("timed-out")) {
        target->isSkipped = true;
        target->skippedAt = event.time;
        target->skipReason = QStringLiteral("timed-out");
        skipAll(texts(body, "skips"));
    }
    return applied;
}

} // namespace Slipway
