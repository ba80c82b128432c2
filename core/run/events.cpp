// SPDX-License-Identifier: MIT
#include "core/run/events.h"

#include <QJsonArray>

namespace Slipway::EventBody {

namespace {

QJsonValue instanceOf(const StepKey &key)
{
    return key.instance.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(key.instance);
}

QJsonArray evidenceArray(const QList<Evidence> &evidence)
{
    QJsonArray array;
    for (const Evidence &one : evidence)
        array.append(one.toJson());
    return array;
}

QJsonArray numberArray(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}

QJsonArray factArray(const QList<Fact> &facts)
{
    QJsonArray array;
    for (const Fact &fact : facts)
        array.append(toJson(fact));
    return array;
}

} // namespace

QJsonObject runCreated(const NewRun &run)
{
    QJsonObject body{{QStringLiteral("schema"), 1},
                     {QStringLiteral("name"), run.name},
                     {QStringLiteral("file"), run.file},
                     {QStringLiteral("bundle"), run.bundle},
                     {QStringLiteral("checklist"), run.checklist},
                     {QStringLiteral("inputs"), Value(run.inputs).toJson()},
                     {QStringLiteral("host"), run.host},
                     {QStringLiteral("version"), QStringLiteral(SLIPWAY_VERSION)}};
    if (!run.continues.isEmpty()) {
        body[QStringLiteral("continues")] = run.continues;
        body[QStringLiteral("workspace")] = run.workspace;
        body[QStringLiteral("carried")] = run.carried;
    }
    if (!run.policy.isEmpty()) {
        body[QStringLiteral("policy")] = run.policy;
        body[QStringLiteral("gates")] = QJsonArray::fromStringList(run.gates);
    }
    return body;
}

QJsonObject carriedInstance(const InstanceFold &instance, const CarriedFold &carried)
{
    QJsonObject body{{QStringLiteral("instance"), instance.name},
                     {QStringLiteral("item"), instance.item.toJson()},
                     {QStringLiteral("run"), carried.run},
                     {QStringLiteral("attempt"), carried.attempt},
                     {QStringLiteral("outputs"), Value(carried.outputs).toJson()},
                     {QStringLiteral("evidence"), evidenceArray(carried.evidence)},
                     {QStringLiteral("startedAt"), carried.startedAt},
                     {QStringLiteral("endedAt"), carried.endedAt}};
    if (!carried.warning.isEmpty())
        body[QStringLiteral("warning")] = carried.warning.toJson();
    return body;
}

QJsonObject stepExpanded(const QString &step)
{
    return {{QStringLiteral("step"), step}};
}

QJsonObject stepExpanded(const QString &step, const QList<QPair<QString, Value>> &instances)
{
    QJsonArray array;
    for (const auto &[name, item] : instances)
        array.append(
            QJsonObject{{QStringLiteral("name"), name}, {QStringLiteral("item"), item.toJson()}});
    return {{QStringLiteral("step"), step}, {QStringLiteral("instances"), array}};
}

QJsonObject stepUnevaluated(const QString &step)
{
    return {{QStringLiteral("step"), step}, {QStringLiteral("unevaluated"), true}};
}

QJsonObject stepSkippedByCondition(const QString &step, const Message &why)
{
    return {{QStringLiteral("step"), step}, {QStringLiteral("skipped"), why.toJson()}};
}

QJsonObject stepEvent(const StepKey &key)
{
    return {{QStringLiteral("step"), key.step}, {QStringLiteral("instance"), instanceOf(key)}};
}

QJsonObject attemptIntended(const Intent &intent, qint64 deadline, const QString &host,
                            const OwnUndo &undo)
{
    QJsonObject body = stepEvent({intent.step, intent.instance});
    body[QStringLiteral("attempt")] = intent.attempt;
    body[QStringLiteral("purpose")] =
        intent.isUndo() ? QStringLiteral("undo") : QStringLiteral("run");
    if (intent.isUndo())
        body[QStringLiteral("undoes")] = intent.undoes;
    if (!intent.uses.isEmpty())
        body[QStringLiteral("uses")] = intent.uses;
    body[QStringLiteral("with")] = Value(intent.with).toJson();
    body[QStringLiteral("plan")] = intent.plan.toJson();
    body[QStringLiteral("effectKey")] = intent.effectKey;
    body[QStringLiteral("deadline")] = deadline;
    body[QStringLiteral("host")] = host;
    if (!undo.uses.isEmpty())
        body[QStringLiteral("undo")] =
            QJsonObject{{QStringLiteral("uses"), undo.uses},
                        {QStringLiteral("with"), Value(undo.with).toJson()}};
    return body;
}

OwnUndo ownUndoOf(const QJsonObject &intended)
{
    const QJsonObject undo = intended[QLatin1String("undo")].toObject();
    return {undo[QLatin1String("uses")].toString(),
            Value::fromJson(undo[QLatin1String("with")]).map()};
}

QJsonObject undoEnded(int attempt, const StepKey &key, int undoes, const Outcome &outcome,
                      const QString &how)
{
    QJsonObject body = attemptEnded(attempt, key, outcome, how);
    body[QStringLiteral("purpose")] = QStringLiteral("undo");
    body[QStringLiteral("undoes")] = undoes;
    return body;
}

QJsonObject attemptEnded(int attempt, const StepKey &key, const Outcome &outcome,
                         const QString &how, std::optional<qint64> retryAfter)
{
    QJsonObject body = stepEvent(key);
    body[QStringLiteral("attempt")] = attempt;
    body[QStringLiteral("outcome")] = outcomeName(outcome.end);
    body[QStringLiteral("how")] = how;
    body[QStringLiteral("outputs")] = Value(outcome.outputs).toJson();
    body[QStringLiteral("evidence")] = evidenceArray(outcome.evidence);
    if (!outcome.error.isEmpty())
        body[QStringLiteral("error")] = outcome.error.toJson();
    if (retryAfter)
        body[QStringLiteral("retryAfter")] = *retryAfter;
    return body;
}

QJsonObject attemptDoubted(int attempt, const Finding &finding)
{
    return {{QStringLiteral("attempt"), attempt},
            {QStringLiteral("verdict"), verdictName(finding.verdict)},
            {QStringLiteral("explanation"), finding.explanation.toJson()},
            {QStringLiteral("facts"), factArray(finding.facts)}};
}

QJsonObject gateOpened(const NewGate &gate)
{
    QJsonObject body = stepEvent(gate.key);
    body[QStringLiteral("nonce")] = gate.nonce;
    body[QStringLiteral("pack")] = gate.pack;
    body[QStringLiteral("from")] = gate.from;
    body[QStringLiteral("quorum")] = gate.quorum;
    body[QStringLiteral("deadline")] = gate.deadline;
    if (!gate.instructions.isNull())
        body[QStringLiteral("instructions")] = gate.instructions;
    body[QStringLiteral("items")] = gate.items;
    body[QStringLiteral("evidence")] = gate.evidence;
    if (!gate.policy.isEmpty()) {
        body[QStringLiteral("policy")] = gate.policy;
        body[QStringLiteral("rule")] = gate.rule.toJson();
    }
    if (gate.skipsOnTimeout)
        body[QStringLiteral("onTimeout")] = QStringLiteral("skip");
    return body;
}

QJsonObject gateClosed(const StepKey &key, const QString &outcome, const QStringList &skips)
{
    QJsonObject body = stepEvent(key);
    body[QStringLiteral("outcome")] = outcome;
    if (!skips.isEmpty())
        body[QStringLiteral("skips")] = QJsonArray::fromStringList(skips);
    return body;
}

QJsonObject gateRefused(const StepKey &key, qint64 event, const Error &why)
{
    QJsonObject body = stepEvent(key);
    body[QStringLiteral("event")] = event;
    body[QStringLiteral("error")] = why.toJson();
    return body;
}

QJsonObject stepTicked(const StepKey &key, const QString &note, const Value::Map &outputs)
{
    QJsonObject body = stepEvent(key);
    body[QStringLiteral("note")] = note;
    body[QStringLiteral("outputs")] = Value(outputs).toJson();
    return body;
}

QJsonObject stepAnswered(const StepKey &key, int attempt, const QString &about,
                         const Value::Map &said)
{
    QJsonObject body = stepEvent(key);
    body[QStringLiteral("attempt")] = attempt;
    body[QStringLiteral("about")] = about;
    body[QStringLiteral("said")] = Value(said).toJson();
    return body;
}

QJsonObject stepSkipped(const StepKey &key, const QString &reason)
{
    QJsonObject body = stepEvent(key);
    body[QStringLiteral("reason")] = reason;
    return body;
}

QJsonObject stepReset(const StepKey &key, const QStringList &steps, const QString &note)
{
    QJsonObject body = stepEvent(key);
    body[QStringLiteral("steps")] = QJsonArray::fromStringList(steps);
    body[QStringLiteral("note")] = note;
    return body;
}

QJsonObject undoAsked(const NewUndo &undo)
{
    return {{QStringLiteral("to"),
             undo.to.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(undo.to)},
            {QStringLiteral("attempts"), numberArray(undo.attempts)},
            {QStringLiteral("steps"), QJsonArray::fromStringList(undo.steps)},
            {QStringLiteral("left"), numberArray(undo.left)},
            {QStringLiteral("note"), undo.note}};
}

QJsonObject runNoted(const StepKey &key, const QString &text)
{
    QJsonObject body = stepEvent(key);
    body[QStringLiteral("note")] = text;
    return body;
}

QJsonObject attemptSettled(int attempt, const QString &verdict, const QString &note)
{
    return {{QStringLiteral("attempt"), attempt},
            {QStringLiteral("verdict"), verdict},
            {QStringLiteral("note"), note}};
}

namespace {

/// Who decides, on what, and what was signed.
QJsonObject decisionHead(const NewDecision &decision)
{
    QJsonObject body = stepEvent(decision.key);
    body[QStringLiteral("opened")] = decision.opened;
    body[QStringLiteral("shown")] = decision.shown;
    for (const auto &[name, text] : {std::pair("openedHash", decision.openedHash),
                                     {"person", decision.person},
                                     {"statement", decision.statement},
                                     {"signature", decision.signature},
                                     {"key", decision.fingerprint}}) {
        if (!text.isEmpty())
            body[QLatin1String(name)] = text;
    }
    return body;
}

} // namespace

QJsonObject gateWithdrawn(const NewDecision &decision)
{
    QJsonObject body = decisionHead(decision);
    body[QStringLiteral("comment")] = decision.comment;
    return body;
}

QJsonObject gateDecided(const NewDecision &decision)
{
    QJsonObject body = decisionHead(decision);
    body[QStringLiteral("decision")] =
        decision.isApproval ? QStringLiteral("approve") : QStringLiteral("reject");
    body[QStringLiteral("ticked")] = numberArray(decision.ticked);
    body[QStringLiteral("comment")] = decision.comment;
    return body;
}

Result<Intent> intentOf(const QString &runId, const QJsonObject &body)
{
    auto plan = Plan::fromJson(body[QLatin1String("plan")].toObject());
    if (!plan)
        return plan.error();
    Intent intent;
    intent.runId = runId;
    intent.attempt = body[QLatin1String("attempt")].toInt();
    intent.step = body[QLatin1String("step")].toString();
    intent.instance = body[QLatin1String("instance")].toString();
    intent.effectKey = body[QLatin1String("effectKey")].toString();
    intent.with = Value::fromJson(body[QLatin1String("with")]).map();
    intent.plan = *plan;
    intent.undoes = body[QLatin1String("undoes")].toInt();
    intent.uses = body[QLatin1String("uses")].toString();
    return intent;
}

} // namespace Slipway::EventBody
