// SPDX-License-Identifier: MIT
// What people decide on gates, with and without a signature.
#include "core/policy/decision.h"
#include "core/run/eventkinds.h"
#include "core/run/judgement.h"
#include "core/run/people.h"
#include "core/run/runstarter.h"
#include "core/signing/signing.h"
#include "core/signing/sshsignature.h"

#include <QDir>
#include <algorithm>

namespace Slipway {

namespace {

using Choice = People::Decision::Answer;

QLatin1String kindOf(Choice answer)
{
    return answer == Choice::Withdraw ? EventKind::gateWithdrawn : EventKind::gateDecided;
}

QJsonObject bodyOf(const People::Signed &decided)
{
    return decided.answer == Choice::Withdraw ? EventBody::gateWithdrawn(decided.decision)
                                              : EventBody::gateDecided(decided.decision);
}

/// What looks like one thing and is another has no place in what is signed.
bool isPlain(const QString &comment)
{
    return std::all_of(comment.cbegin(), comment.cend(), [](QChar c) {
        const bool isBreak = c == u'\n' || c == u'\t';
        return isBreak ||
               (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format);
    });
}

Error badComment()
{
    return {QStringLiteral("people.comment"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The comment has characters in it that cannot be seen. Take them "
                              "out.")};
}

/// Who decides, as the policy knows them.
Result<QString> personOf(const People::Decision &decision, const GateRule &rule,
                         const QString &author)
{
    if (!rule.isGiven) {
        if (decision.person.isEmpty() || decision.person == author)
            return QString();
        return Error(QStringLiteral("people.no-policy"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "There is no policy for this gate that knows %1: whoever "
                                       "uses this machine decides, as %2."),
                     {decision.person, author});
    }
    const QString person = decision.person.isEmpty() ? rule.logins.value(author) : decision.person;
    if (person.isEmpty())
        return Error(QStringLiteral("people.who"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The policy lets nobody with the user name %1 decide here. "
                                       "Say who you are with --as: %2."),
                     {author, rule.deciders().join(QLatin1String(", "))});
    return person;
}

/// All that signing needs, apart from the store.
struct ToSign
{
    RunFold run;
    GateFold gate;
    People::Signed decided;
    Policy policy;
    QString keyFile;
    ObjectStore objects;
    const Clock *clock;
};

GateDecision foldOf(const ToSign &what)
{
    const EventBody::NewDecision &decision = what.decided.decision;
    GateDecision fold;
    fold.person = decision.person;
    fold.isApproval = what.decided.answer == Choice::Approve;
    fold.isWithdrawal = what.decided.answer == Choice::Withdraw;
    fold.comment = decision.comment;
    fold.ticked = decision.ticked;
    return fold;
}

Result<People::Signed> sign(const ToSign &what, const std::stop_token &stop)
{
    People::Signed decided = what.decided;
    EventBody::NewDecision &decision = decided.decision;
    const QString principal = what.policy.people().value(decision.person).principal;
    const auto key =
        Signing::chooseKey(what.keyFile, what.policy.signers().keysOf(principal, what.clock->now()),
                           QDir::homePath() + QLatin1String("/.ssh"), stop);
    if (!key)
        return key.error();
    DecisionStatement statement =
        statementFor(what.run, decision.key, what.gate, foldOf(what), principal);
    statement.time = what.clock->now();
    const QByteArray bytes = statement.bytes();
    const auto signature = Signing::sign(bytes, DecisionStatement::nameSpace, *key, stop);
    if (!signature)
        return signature.error();
    const auto read = SshSignature::read(*signature);
    if (!read)
        return read.error();
    decision.fingerprint = read->key.fingerprint();
    // As a driver will look at it: a signature that would be refused is not recorded.
    if (const auto holds = judgeDecision(statement, bytes, *signature, decision.fingerprint,
                                         what.clock->now(), what.policy, stop);
        !holds)
        return holds.error();
    const auto stored = what.objects.put(bytes);
    const auto storedSignature = stored ? what.objects.put(*signature) : stored;
    if (!storedSignature)
        return storedSignature.error();
    decision.statement = *stored;
    decision.signature = *storedSignature;
    return decided;
}

} // namespace

Result<People::SignLater> People::askBeforeDecision(const QString &run, const Decision &decision)
{
    auto fold = loadRun(*m_services.store, run);
    if (!fold)
        return fold.error();
    const InstanceFold *instance = fold->instance(decision.key);
    if (!instance || !instance->gate || !instance->gate->isOpen())
        return doesNotApply(decision.key.text(), QStringLiteral("it is no open gate"));
    if (!isPlain(decision.comment))
        return badComment();
    const GateFold gate = *instance->gate;
    const auto person = personOf(decision, gate.rule, m_services.author);
    if (!person)
        return person.error();
    // With the hash of what was decided on, all that came before it is signed for.
    Signed decided{{decision.key, gate.openedBy,
                    decision.shown.isEmpty() ? gate.pack : decision.shown,
                    decision.answer == Choice::Approve, decision.ticked, decision.comment,
                    gate.openedHash, *person},
                   decision.answer};
    if (!gate.rule.isGiven || !gate.rule.isSigned)
        return SignLater([decided](std::stop_token) { return Result<Signed>(decided); });
    // Nobody looks for a key in order to hear that their decision would not count anyway.
    Signed trial = decided;
    for (QString *field :
         {&trial.decision.statement, &trial.decision.signature, &trial.decision.fingerprint})
        *field = QStringLiteral("-");
    if (const auto applies = checkApplies(*fold, kindOf(trial.answer), bodyOf(trial)); !applies)
        return applies.error();
    const auto sealed = m_services.objects().read(gate.policy);
    auto policy = sealed ? Policy::fromSealed(*sealed) : Result<Policy>(sealed.error());
    if (!policy)
        return policy.error();
    return SignLater([what = ToSign{*fold, gate, decided, *policy, decision.keyFile,
                                    m_services.objects(), m_services.clock}](
                         const std::stop_token &stop) { return sign(what, stop); });
}

Result<void> People::recordDecision(const QString &run, const Signed &decided)
{
    auto fold = loadRun(*m_services.store, run);
    if (!fold)
        return fold.error();
    return appendIfItApplies(*fold, kindOf(decided.answer), bodyOf(decided));
}

Result<void> People::decide(const QString &run, const Decision &decision)
{
    const auto signing = askBeforeDecision(run, decision);
    if (!signing)
        return signing.error();
    const auto decided = (*signing)({});
    if (!decided)
        return decided.error();
    return recordDecision(run, *decided);
}

} // namespace Slipway
