// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Slipway {

/// One entry of a run's journal, as the store gives it back. Never changes once appended.
struct Event
{
    QString run;
    qint64 number = 0;    ///< 1, 2, 3, … in each run
    QString previousHash; ///< of the event before; 64 zeros for the first
    qint64 time = 0;      ///< ms since 1970 by the store's clock
    QString author;       ///< who the store says appended it
    qint64 epoch = 0;     ///< of the driver that wrote it; 0: none
    QString kind;         ///< such as "attempt.ended"
    QByteArray body;      ///< one line of canonical JSON, as it was hashed
    QString hash;

    QJsonObject json() const;
};

/// SHA-256 (lower-case hex) of the UTF-8 lines `slipway-event-1`, run, number, previous hash,
/// time, author, epoch, kind, body: each followed by a line feed but the last.
QString eventHash(const Event &event);

/// What stands before the first event.
QString zeroHash();

} // namespace Slipway
