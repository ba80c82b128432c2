// SPDX-License-Identifier: MIT
#pragma once

#include "core/journal/store.h"

#include <memory>

namespace Slipway {

/// Looks at a journal as it stands in its file, whatever happened to it: for verify. Nothing is
/// changed through it. Belongs to the thread that opened it.
class JournalReader final
{
public:
    /// "journal.missing", "journal.damaged", or why else it cannot be looked at.
    static Result<std::unique_ptr<JournalReader>> open(const QString &file);
    ~JournalReader();
    Q_DISABLE_COPY_MOVE(JournalReader)

    /// Events with a number above `after`, which may be below zero, in order, at most `limit`.
    Result<QList<Event>> events(const QString &run, qint64 after, int limit) const;
    /// Numbers that more than one event has, at most `limit`.
    Result<QList<qint64>> doubledNumbers(const QString &run, int limit) const;
    /// The head row; "journal.unknown-run" if there is none.
    Result<RunHead> head(const QString &run) const;
    /// All runs of which there are events or a head row, the last changed first.
    Result<QStringList> runs() const;

private:
    explicit JournalReader(QString connection) : m_connection(std::move(connection)) {}
    Result<void> connect(const QString &file, bool isReadOnly);

    QString m_connection;
};

} // namespace Slipway
