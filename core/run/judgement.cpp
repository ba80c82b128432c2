// SPDX-License-Identifier: MIT
#include "core/run/judgement.h"

#include "core/policy/decision.h"

namespace Slipway {

namespace {

QString answerOf(const GateDecision &decision)
{
    if (decision.isWithdrawal)
        return QStringLiteral("withdraw");
    return decision.isApproval ? QStringLiteral("approve") : QStringLiteral("reject");
}

Result<void> judgeOne(const RunFold &run, const StepKey &key, const GateFold &gate,
                      const GateDecision &decision, const Policy &policy,
                      const ObjectStore &objects, std::stop_token stop)
{
    const auto statement = objects.read(decision.statement);
    const auto signature = objects.read(decision.signature);
    if (!statement || !signature)
        return Error(
            QStringLiteral("decision.missing"),
            QT_TRANSLATE_NOOP("Slipway::Error", "What was signed is not there as it was: %1"),
            {(statement ? signature : statement).error().message()});
    const QString principal = policy.people().value(decision.person).principal;
    return judgeDecision(statementFor(run, key, gate, decision, principal), *statement, *signature,
                         decision.fingerprint, decision.time, policy, std::move(stop));
}

} // namespace

DecisionStatement statementFor(const RunFold &run, const StepKey &key, const GateFold &gate,
                               const GateDecision &decision, const QString &principal)
{
    DecisionStatement statement;
    statement.run = run.id;
    statement.step = key.step;
    statement.instance = key.instance;
    statement.opened = gate.openedBy;
    statement.openedHash = gate.openedHash;
    statement.nonce = gate.nonce;
    statement.checklist = run.checklistDigest;
    statement.inputs = run.inputsDigest;
    statement.pack = gate.pack;
    statement.policy = gate.policy;
    statement.decision = answerOf(decision);
    statement.comment = decision.comment;
    statement.ticked = decision.ticked;
    statement.person = decision.person;
    statement.principal = principal;
    return statement;
}

QList<JudgedDecision> judge(const RunFold &run, const StepKey &key, const GateFold &gate,
                            const QList<GateDecision> &decisions, const ObjectStore &objects,
                            std::stop_token stop)
{
    const auto sealed = objects.read(gate.policy);
    const auto policy = sealed ? Policy::fromSealed(*sealed) : Result<Policy>(sealed.error());
    QList<JudgedDecision> judged;
    for (const GateDecision &decision : decisions) {
        JudgedDecision one{key, decision.event, {}};
        if (!policy)
            one.why = policy.error();
        else if (const auto holds = judgeOne(run, key, gate, decision, *policy, objects, stop);
                 !holds)
            one.why = holds.error();
        judged.append(one);
    }
    return judged;
}

bool isVerdict(const Error &why)
{
    return why.code().startsWith(QLatin1String("decision.")) ||
           why.code().startsWith(QLatin1String("json.")) ||
           (why.code().startsWith(QLatin1String("signing.")) &&
            why.code() != QLatin1String("signing.no-folder"));
}

} // namespace Slipway
