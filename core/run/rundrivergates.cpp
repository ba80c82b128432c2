// SPDX-License-Identifier: MIT
// How a driver opens gates, judges what was signed, and closes them.
#include "core/policy/decision.h"
#include "core/run/eventkinds.h"
#include "core/run/gateopener.h"
#include "core/run/guarded.h"
#include "core/run/rundriver.h"

namespace Slipway {

namespace {

constexpr qint64 policyEveryMs = 2000;

} // namespace

void RunDriver::openReadyGates()
{
    const QList<StepKey> ready = m_next.openGates;
    if (!ready.isEmpty()) {
        // Evidence is made durable first, and nobody should wait for that.
        if (!commitHeld())
            return;
        m_services.store->hold();
    }
    for (const StepKey &key : ready) {
        if (!m_run.instance(key))
            continue; // reset meanwhile
        auto gate = gateFor(key, m_run, m_checklist, m_catalogue, m_services);
        if (!gate) {
            failPlan(m_nextNumber++, key, gate.error());
            m_advanceAgain = true;
            continue;
        }
        if (!append(EventKind::gateOpened, EventBody::gateOpened(*gate)))
            return;
        m_advanceAgain = true;
    }
}

/// What a gate asks may have changed while it waits: then what was decided is about something
/// else. False if nobody can tell: then no gate closes that a policy guards.
bool RunDriver::reopenGates()
{
    const auto digest = policyDigest(m_services);
    QList<StepKey> changed;
    for (auto step = m_run.steps.cbegin(); step != m_run.steps.cend(); ++step) {
        for (const InstanceFold &instance : step->instances) {
            const bool isOpen = instance.gate && instance.gate->isOpen();
            // A policy that is gone guards all the same: taking it away lets nobody pass.
            if (isOpen && digest && !digest->isEmpty() && instance.gate->policy != *digest)
                changed.append({step.key(), instance.name});
        }
    }
    for (const StepKey &key : std::as_const(changed)) {
        const auto gate = gateFor(key, m_run, m_checklist, m_catalogue, m_services);
        if (!gate || !append(EventKind::gateOpened, EventBody::gateOpened(*gate)))
            return false;
    }
    return digest && !digest->isEmpty();
}

void RunDriver::closeGates()
{
    judgeDecisions();
    const auto isJudged = [this](const GateDecision &decision) {
        return m_judged.contains(decision.event);
    };
    const qint64 now = m_services.clock->now();
    auto ready = gatesToClose(m_run, now, isJudged);
    if (ready.isEmpty() && now - m_policyLookedAt < policyEveryMs)
        return;
    m_policyLookedAt = now;
    const bool isPolicyThere = reopenGates();
    ready = gatesToClose(m_run, now, isJudged);
    for (const auto &[key, outcome] : std::as_const(ready)) {
        if (m_run.instance(key)->gate->rule.isGiven && !isPolicyThere)
            continue;
        const bool skips =
            outcome == QLatin1String("timed-out") && m_run.instance(key)->gate->skipsOnTimeout;
        append(EventKind::gateClosed,
               EventBody::gateClosed(key, outcome,
                                     skips ? m_checklist.dependents(key.step) : QStringList()));
    }
}

/// Signatures are looked at before a gate closes, whoever recorded them: the journal says what
/// was said, not that it is true.
void RunDriver::judgeDecisions()
{
    for (auto step = m_run.steps.cbegin(); step != m_run.steps.cend(); ++step) {
        for (const InstanceFold &instance : step->instances) {
            if (!instance.gate || !instance.gate->isOpen() || !instance.gate->rule.isGiven)
                continue;
            QList<GateDecision> open;
            for (const GateDecision &decision : instance.gate->decisions) {
                const bool isKnown = decision.isFallen || !decision.refused.isEmpty() ||
                                     m_judged.contains(decision.event) ||
                                     m_judging.contains(decision.event);
                if (!isKnown && !instance.gate->rule.isSigned)
                    m_judged.insert(decision.event);
                else if (!isKnown)
                    open.append(decision);
            }
            if (open.isEmpty())
                continue;
            for (const GateDecision &decision : std::as_const(open))
                m_judging.insert(decision.event);
            inPool(
                [run = m_run, key = StepKey{step.key(), instance.name}, gate = *instance.gate, open,
                 objects = m_services.objects()] {
                    return guarded<QList<JudgedDecision>>(
                        [&] { return judge(run, key, gate, open, objects); },
                        [&](const Error &error) {
                            QList<JudgedDecision> none;
                            for (const GateDecision &decision : open)
                                none.append({key, decision.event, error});
                            return none;
                        });
                },
                [this](const QList<JudgedDecision> &decisions) { judged(decisions); });
        }
    }
}

void RunDriver::judged(const QList<JudgedDecision> &decisions)
{
    advanceWith([&] {
        for (const JudgedDecision &decision : decisions) {
            m_judging.remove(decision.event);
            if (decision.why.isEmpty())
                m_judged.insert(decision.event);
            else if (isVerdict(decision.why))
                append(EventKind::gateRefused,
                       EventBody::gateRefused(decision.key, decision.event, decision.why));
            else
                stop(decision.why); // nobody can tell: such as without ssh-keygen
        }
    });
}

} // namespace Slipway
