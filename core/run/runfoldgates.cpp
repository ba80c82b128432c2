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
        std::any_of(decisions.cbegin(), decisions.cend(),
                    [](const GateDecision &d) { return d.counts && !d.isApproval; });
    if (isRejected)
        return QStringLiteral("rejected");
    if (approvals() >= quorum)
        return QStringLiteral("approved");
    return deadline > 0 && now > deadline ? QStringLiteral("timed-out") : QString();
}

int GateFold::approvals() const
{
    QStringList authors;
    for (const GateDecision &decision : decisions) {
        if (decision.counts && decision.isApproval && !authors.contains(decision.author))
            authors.append(decision.author);
    }
    return int(authors.size());
}

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
        decision.counts = false;
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
    gate.decisions = earlier;
    target->gate = gate;
    return applied;
}

QString RunFold::decided(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || !target->gate || !target->gate->isOpen())
        return notNow("the gate is not open");
    GateFold &gate = *target->gate;
    if (body[QLatin1String("opened")].toInteger() != gate.openedBy ||
        text(body, "shown") != gate.pack ||
        (body.contains(QLatin1String("openedHash")) && text(body, "openedHash") != gate.openedHash))
        return notNow("the gate was opened again after what was decided on");
    if (gate.deadline > 0 && event.time > gate.deadline)
        return notNow("the decision came after the deadline");
    const QString answer = text(body, "decision");
    if (answer != QLatin1String("approve") && answer != QLatin1String("reject"))
        return notNow("the answer is none of approve and reject");
    GateDecision decision;
    decision.author = event.author;
    decision.time = event.time;
    decision.isApproval = answer == QLatin1String("approve");
    decision.comment = text(body, "comment");
    const QJsonArray ticked = body[QLatin1String("ticked")].toArray();
    for (const QJsonValue &index : ticked)
        decision.ticked.append(index.toInt());
    if (decision.isApproval && !isEveryItemTicked(decision.ticked, gate.items.size()))
        return notNow("not every item was ticked");
    if (!decision.isApproval && decision.comment.trimmed().isEmpty())
        return notNow("a rejection needs a comment");
    for (GateDecision &other : gate.decisions) {
        if (other.author == decision.author)
            other.counts = false;
    }
    gate.decisions.append(decision);
    return applied;
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
    return applied;
}

} // namespace Slipway
