// SPDX-License-Identifier: MIT
#include "core/policy/decision.h"

#include "core/base/canonicaljson.h"
#include "core/signing/signing.h"

#include <QJsonArray>

namespace Slipway {

namespace {

// Clocks differ, and between a signature and its record a person may look for the key.
constexpr qint64 mostSkewMs = qint64(15) * 60 * 1000;

} // namespace

const QString DecisionStatement::nameSpace = QStringLiteral("slipway-decision@slipway");

QByteArray DecisionStatement::bytes() const
{
    QJsonArray items;
    for (const int item : ticked)
        items.append(item);
    return canonicalJson(
               QJsonObject{{QStringLiteral("statement"), QStringLiteral("slipway-decision-1")},
                           {QStringLiteral("run"), run},
                           {QStringLiteral("step"), step},
                           {QStringLiteral("instance"), instance},
                           {QStringLiteral("opened"), opened},
                           {QStringLiteral("openedHash"), openedHash},
                           {QStringLiteral("nonce"), nonce},
                           {QStringLiteral("checklist"), checklist},
                           {QStringLiteral("inputs"), inputs},
                           {QStringLiteral("pack"), pack},
                           {QStringLiteral("policy"), policy},
                           {QStringLiteral("decision"), decision},
                           {QStringLiteral("comment"), comment},
                           {QStringLiteral("ticked"), items},
                           {QStringLiteral("person"), person},
                           {QStringLiteral("principal"), principal},
                           {QStringLiteral("time"), time}})
        .valueOr({});
}

Result<void> judgeDecision(const DecisionStatement &expected, const QByteArray &statement,
                           const QByteArray &signature, const QString &fingerprint,
                           qint64 recordedAt, const Policy &policy, std::stop_token stop)
{
    const auto said = parseJsonObject(statement);
    if (!said)
        return said.error();
    DecisionStatement right = expected;
    right.time = said->value(QLatin1String("time")).toInteger();
    if (right.bytes() != statement || statement.isEmpty())
        return Error(QStringLiteral("decision.other"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "What was signed is about something else than this "
                                       "decision."));
    if (qAbs(recordedAt - right.time) > mostSkewMs)
        return Error(QStringLiteral("decision.time"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "It was signed at another time (%1) than it was recorded. "
                                       "Set the clock, and decide again."),
                     {QString::number(right.time)});
    const Policy::Person person = policy.people().value(expected.person);
    if (person.principal.isEmpty() || person.principal != expected.principal)
        return Error(QStringLiteral("decision.person"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "The policy knows nobody called %1."),
                     {expected.person});
    const auto key = Signing::verify(statement, signature,
                                     {policy.signers().bytes(), policy.revoked(), person.principal,
                                      DecisionStatement::nameSpace, recordedAt},
                                     std::move(stop));
    if (!key)
        return key.error();
    if (key->fingerprint() != fingerprint)
        return Error(QStringLiteral("decision.key"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "It was signed with the key %1, and says that it was %2."),
                     {key->fingerprint(), fingerprint});
    return {};
}

} // namespace Slipway
