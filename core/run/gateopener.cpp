// SPDX-License-Identifier: MIT
#include "core/run/gateopener.h"

#include "core/base/canonicaljson.h"
#include "core/policy/policy.h"
#include "core/run/scopebuilder.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <algorithm>

namespace Slipway {

namespace {

QString newNonce()
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    return sha256Hex(QByteArray(reinterpret_cast<const char *>(words), sizeof words));
}

/// Evidence of `steps.ID.evidence.NAME`, of all instances of the step.
QJsonArray evidenceNamed(const QString &reference, const RunFold &run)
{
    QJsonArray array;
    const auto named = evidenceName(reference);
    if (!named)
        return array;
    const StepFold step = run.steps.value(named->step);
    for (const InstanceFold &instance : step.instances) {
        const QList<Evidence> evidence = run.evidence(instance);
        for (const Evidence &one : evidence) {
            if (one.name != named->name)
                continue;
            QJsonObject found{{QStringLiteral("step"), named->step},
                              {QStringLiteral("instance"), instance.name},
                              {QStringLiteral("attempt"), one.attempt},
                              {QStringLiteral("evidence"), one.toJson()}};
            if (instance.carried) // the attempt was one of another run
                found[QStringLiteral("run")] = instance.carried->run;
            array.append(found);
        }
    }
    return array;
}

QJsonArray evidenceOf(const Value &references, const RunFold &run)
{
    QJsonArray array;
    const QStringList names = references.texts();
    for (const QString &name : names) {
        const QJsonArray found = evidenceNamed(name, run);
        for (const QJsonValue &one : found)
            array.append(one);
    }
    return array;
}

/// An item's text may be one for every language, {en: …, pt_BR: …}; it is kept as it is.
QJsonObject itemFor(const Value &item, const RunFold &run)
{
    if (!item.isMap())
        return {{QStringLiteral("text"), item.display()},
                {QStringLiteral("evidence"), QJsonArray()}};
    return {{QStringLiteral("text"), item[QStringLiteral("text")].toJson()},
            {QStringLiteral("evidence"), evidenceOf(item[QStringLiteral("evidence")], run)}};
}

/// All evidence of the gate and of its items, each once.
QJsonArray joined(const QJsonArray &items, const QJsonArray &own)
{
    QJsonArray all = own;
    for (const QJsonValue &item : items) {
        const QJsonArray evidence = item.toObject()[QLatin1String("evidence")].toArray();
        for (const QJsonValue &one : evidence) {
            if (!all.contains(one))
                all.append(one);
        }
    }
    return all;
}

/// What the policy asks of it.
Result<void> guard(EventBody::NewGate &gate, const RunFold &run, const StepSpec &step,
                   const RunServices &services)
{
    const auto policy = Policy::load(services.places.config());
    if (!policy)
        return policy.error();
    if (!*policy && run.policy.isEmpty())
        return {};
    if (!*policy)
        return Error(QStringLiteral("policy.gone"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There was a policy when this run began, and now %1 is "
                                       "gone. Bring it back, then try again."),
                     {Policy::fileIn(services.places.config())});
    const auto asked = (*policy)->asks(
        {run.checklistName, gate.key.step, gate.from, gate.quorum, step.timeoutMs, run.author});
    if (!asked)
        return asked.error();
    const auto digest = services.objects().put((*policy)->sealed());
    if (!digest)
        return digest.error();
    gate.policy = *digest;
    gate.rule = asked->rule;
    gate.quorum = asked->quorum;
    gate.deadline = asked->timeoutMs > 0 ? services.clock->now() + asked->timeoutMs : 0;
    return {};
}

Result<QString> seal(const EventBody::NewGate &gate, const RunFold &run,
                     const RunServices &services)
{
    QJsonObject shown{{QStringLiteral("run"), run.id},
                      {QStringLiteral("gate"), gate.key.text()},
                      {QStringLiteral("checklist"), run.checklistDigest},
                      {QStringLiteral("inputs"), run.inputsDigest},
                      {QStringLiteral("items"), gate.items},
                      {QStringLiteral("evidence"), gate.evidence}};
    if (!gate.instructions.isNull())
        shown[QStringLiteral("instructions")] = gate.instructions;
    const auto pack = canonicalJson(shown);
    if (!pack)
        return pack.error();
    return services.objects().put(*pack);
}

} // namespace

Result<EventBody::NewGate> unsealedGate(const StepKey &key, const RunFold &run,
                                        const Checklist &checklist, const Catalogue &catalogue,
                                        const QString &workspace, qint64 now)
{
    const StepSpec &step = *checklist.step(key.step);
    const InstanceFold &instance = *run.instance(key);
    const Scope scope = scopeFor(run, checklist, step, instance, workspace);
    const auto with = parametersOf(step, catalogue.value(step.uses), scope);
    if (!with)
        return with.error();
    EventBody::NewGate gate;
    gate.key = key;
    gate.from = with->value(QStringLiteral("from")).display();
    gate.quorum = qMax(1, int(with->value(QStringLiteral("quorum")).number()));
    if (step.timeoutMs > 0)
        gate.deadline = now + step.timeoutMs;
    gate.instructions = with->value(QStringLiteral("instructions")).toJson();
    gate.skipsOnTimeout = with->value(QStringLiteral("on-timeout")).text() == QLatin1String("skip");
    const Value::List items = with->value(QStringLiteral("items")).list();
    for (const Value &item : items)
        gate.items.append(itemFor(item, run));
    gate.evidence = joined(gate.items, evidenceOf(with->value(QStringLiteral("evidence")), run));
    return gate;
}

Result<EventBody::NewGate> gateFor(const StepKey &key, const RunFold &run,
                                   const Checklist &checklist, const Catalogue &catalogue,
                                   const RunServices &services)
{
    auto gate = unsealedGate(key, run, checklist, catalogue,
                             services.places.workspace(run.workspaceRun()), services.clock->now());
    if (!gate)
        return gate;
    gate->nonce = newNonce();
    if (auto guarded = guard(*gate, run, *checklist.step(key.step), services); !guarded)
        return guarded.error();
    auto pack = seal(*gate, run, services);
    if (!pack)
        return pack.error();
    gate->pack = *pack;
    return gate;
}

Result<QString> policyDigest(const RunServices &services)
{
    const auto policy = Policy::load(services.places.config());
    if (!policy)
        return policy.error();
    return *policy ? sha256Hex((*policy)->sealed()) : QString();
}

namespace {

bool mayClose(const GateFold &gate, const std::function<bool(const GateDecision &)> &isJudged)
{
    return !isJudged || !gate.rule.isGiven ||
           std::all_of(
               gate.decisions.cbegin(), gate.decisions.cend(), [&](const GateDecision &decision) {
                   return decision.isFallen || !decision.refused.isEmpty() || isJudged(decision);
               });
}

} // namespace

QList<QPair<StepKey, QString>>
gatesToClose(const RunFold &run, qint64 now,
             const std::function<bool(const GateDecision &)> &isJudged)
{
    QList<QPair<StepKey, QString>> ready;
    for (auto step = run.steps.cbegin(); step != run.steps.cend(); ++step) {
        for (const InstanceFold &instance : step->instances) {
            if (!instance.gate || !instance.gate->isOpen())
                continue;
            const QString verdict = instance.gate->verdict(now);
            if (!verdict.isEmpty() && mayClose(*instance.gate, isJudged))
                ready.append({StepKey{step.key(), instance.name}, verdict});
        }
    }
    return ready;
}

} // namespace Slipway
