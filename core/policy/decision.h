// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/policy.h"

#include <QJsonObject>
#include <stop_token>

namespace Slipway {

/// What somebody signs when they decide on a gate: all of it that matters, in bytes of one form.
struct DecisionStatement
{
    /// The namespace of its signatures: a signature made for anything else is none of it.
    static const QString nameSpace;

    QString run;
    QString step;
    QString instance;
    qint64 opened = 0; ///< number of gate.opened, which tells one opening from the next
    QString openedHash;
    QString nonce;
    QString checklist; ///< digests
    QString inputs;
    QString pack;
    QString policy;
    QString decision; ///< "approve", "reject" or "withdraw"
    QString comment;
    QList<int> ticked;
    QString person;
    QString principal;
    qint64 time = 0; ///< by the clock of who signs, ms since 1970

    /// One line of canonical JSON.
    QByteArray bytes() const;
};

/// Whether a decision holds, by the policy of its gate: that its statement says what the event
/// says, that it was signed when it was recorded, and that the signature is one of that person's
/// keys. expected: what it has to say; its time is not compared. fingerprint: what the event says
/// of the key. recordedAt: by the store's clock, ms since 1970. Runs ssh-keygen and waits.
Result<void> judgeDecision(const DecisionStatement &expected, const QByteArray &statement,
                           const QByteArray &signature, const QString &fingerprint,
                           qint64 recordedAt, const Policy &policy, std::stop_token stop = {});

} // namespace Slipway
