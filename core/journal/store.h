// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/journal/event.h"

#include <QList>
#include <QString>

namespace Slipway {

/// The newest of a run, and what home shows of it. The summary is a cache, never trusted
/// inside a run.
struct RunHead
{
    QString run;
    qint64 number = 0;
    QString hash;
    qint64 epoch = 0;
    qint64 changedAt = 0;
    QByteArray summary; ///< JSON object; may be empty
};

/// The append-only journal of all runs. An object belongs to the thread that opened it; any
/// number of objects and processes may use the same journal at once.
class Store
{
public:
    virtual ~Store() = default;

    /// The only way in which anything is written. In one transaction the store gives the event
    /// its number, previous hash, time, author and hash. When it returns, the event is durable
    /// (but see hold()).
    ///
    /// epoch: 0 for people's events; a driver gives the epoch of its lease. "lease.taken" is
    /// appended with the current epoch + 1 and makes that the current one. Codes of errors:
    /// "journal.fenced" (another driver has taken over), "journal.unknown-run" (only
    /// "run.created" may begin a run), "journal.failed" (disk full, locked for too long, …).
    virtual Result<Event> append(const QString &run, const QString &kind, const QByteArray &body,
                                 qint64 epoch) = 0;

    /// From now on what is appended waits for commit(): it has its number and can be read through
    /// this object, but is not durable, and other writers wait. So hold for as long as computing
    /// takes, and act on nothing of it before. An append that fails takes back all of it.
    virtual void hold() = 0;
    /// Makes durable, in one transaction, what was appended since hold(). If that fails, or an
    /// append failed since, nothing of it was written.
    virtual Result<void> commit() = 0;

    /// Events with a number above `after`, in order, at most `limit`.
    virtual Result<QList<Event>> events(const QString &run, qint64 after, int limit) = 0;

    /// The head of one run; "journal.unknown-run" if there is none.
    virtual Result<RunHead> head(const QString &run) = 0;
    /// All runs, the last changed first.
    virtual Result<QList<RunHead>> heads() = 0;
    /// Replaces the cached summary of a run.
    virtual Result<void> setSummary(const QString &run, const QByteArray &summary) = 0;

    /// A number that differs from the last call's when another connection wrote something.
    virtual Result<qint64> changeMark() = 0;
};

} // namespace Slipway
