// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/journal/store.h"

#include <QSqlError>
#include <QSqlQuery>

/// What the store and the reader of SQLite journals share.
namespace Slipway::Sqlite {

inline constexpr int schemaVersion = 1;

/// https://sqlite.org/rescode.html: the primary code, the low byte of what SQLite gives.
int primaryCode(const QSqlError &error);
inline constexpr int readOnlyCode = 8;

/// "journal.failed", or "journal.damaged" for a file that is no sound database.
Error journalError(const QString &file, const QSqlError &error);
Error failureOf(const QString &file, const QString &why);
Error unknownRun(const QString &run);
Error newerJournal(const QString &file);

/// Events with a number above `after`, as they stand there.
Result<QList<Event>> events(const QSqlDatabase &database, const QString &run, qint64 after,
                            int limit);
Result<RunHead> head(const QSqlDatabase &database, const QString &run);
RunHead headOf(const QSqlQuery &row);
QString headColumns();

} // namespace Slipway::Sqlite
