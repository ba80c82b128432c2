// SPDX-License-Identifier: MIT
#include "core/run/gateaudit.h"

#include "core/policy/policy.h"
#include "core/run/eventkinds.h"
#include "core/run/judgement.h"
#include "core/run/verify.h"

namespace Slipway {

namespace {

StepKey keyOf(const Event &event)
{
    const QJsonObject body = event.json();
    return {body[QLatin1String("step")].toString(), body[QLatin1String("instance")].toString()};
}

} // namespace

GateAudit::GateAudit(ObjectStore objects, Tell tell)
    : m_objects(std::move(objects)), m_tell(std::move(tell))
{
}

void GateAudit::look(const Event &event)
{
    const qsizetype ignored = m_run.ignored.size();
    m_run.apply(event);
    if (m_run.ignored.size() > ignored) {
        // A decision may have come between what the driver saw and its event: then it closes the
        // gate once more.
        if (event.kind == EventKind::gateClosed)
            m_notClosed.insert(keyOf(event), event.number);
        return;
    }
    if (event.kind == EventKind::gateOpened)
        lookAtOpening(event);
    if (event.kind != EventKind::gateClosed)
        return;
    const StepKey key = keyOf(event);
    m_notClosed.remove(key);
    if (const InstanceFold *instance = m_run.instance(key); instance && instance->gate)
        lookAtGate(key, *instance->gate);
}

/// The rule in the event has to be what the policy that it names gives.
void GateAudit::lookAtOpening(const Event &event)
{
    const StepKey key = keyOf(event);
    const InstanceFold *instance = m_run.instance(key);
    if (!instance || !instance->gate)
        return;
    const GateFold &gate = *instance->gate;
    if (!gate.rule.isGiven && gate.policy.isEmpty()) {
        if (!m_run.policy.isEmpty())
            m_tell(event.number,
                   verifyProblem("policy-left-out",
                                 QT_TRANSLATE_NOOP("Slipway::Error",
                                                   "Event %1 opens a gate without the policy that "
                                                   "was there when the run began."),
                                 {QString::number(event.number)}));
        return;
    }
    const auto sealed = m_objects.read(gate.policy);
    const auto policy = sealed ? Policy::fromSealed(*sealed) : Result<Policy>(sealed.error());
    const auto asked =
        policy
            ? policy->asks({m_run.checklistName, key.step, gate.from, gate.quorum, 0, m_run.author})
            : Result<Policy::Asked>(policy.error());
    if (asked && asked->rule == gate.rule && asked->quorum == gate.quorum)
        return;
    m_tell(event.number,
           verifyProblem("rule",
                         QT_TRANSLATE_NOOP("Slipway::Error",
                                           "Event %1 opens a gate with another rule than its "
                                           "policy gives: %2"),
                         {QString::number(event.number),
                          asked ? QStringLiteral("they differ") : asked.error().message()}));
}

void GateAudit::lookAtGate(const StepKey &key, const GateFold &gate)
{
    if (!gate.rule.isGiven || !gate.rule.isSigned)
        return;
    QList<GateDecision> counting;
    for (const GateDecision &decision : gate.decisions) {
        if (decision.counts)
            counting.append(decision);
    }
    const QList<JudgedDecision> judged = judge(m_run, key, gate, counting, m_objects);
    for (const JudgedDecision &decision : judged) {
        if (decision.why.isEmpty())
            ++m_signatures;
        else
            m_tell(decision.event,
                   verifyProblem("signature",
                                 QT_TRANSLATE_NOOP("Slipway::Error",
                                                   "The decision in event %1 does not hold: %2"),
                                 {QString::number(decision.event), decision.why.message()}));
    }
}

void GateAudit::end()
{
    for (auto it = m_notClosed.cbegin(); it != m_notClosed.cend(); ++it)
        m_tell(it.value(),
               verifyProblem("closed",
                             QT_TRANSLATE_NOOP("Slipway::Error",
                                               "Event %1 closes the gate %2, which was not decided "
                                               "so."),
                             {QString::number(it.value()), it.key().text()}));
    for (auto step = m_run.steps.cbegin(); step != m_run.steps.cend(); ++step) {
        for (const InstanceFold &instance : step->instances) {
            if (instance.gate && instance.gate->isOpen())
                lookAtGate({step.key(), instance.name}, *instance.gate);
        }
    }
}

} // namespace Slipway
