// SPDX-License-Identifier: MIT
#include "core/journal/sqlitetools.h"

#include <QSqlDatabase>
#include <QVariant>

namespace Slipway::Sqlite {

namespace {

constexpr int corruptCode = 11;
constexpr int notADatabaseCode = 26;

Error damaged(const QString &file, const QString &why)
{
    return {QStringLiteral("journal.damaged"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The journal %1 is damaged: %2. Keep the file as it is, and go on "
                              "with a copy from before."),
            {file, why}};
}

} // namespace

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

Error journalError(const QString &file, const QSqlError &error)
{
    const int code = primaryCode(error);
    const QString why = error.text().trimmed();
    return code == corruptCode || code == notADatabaseCode ? damaged(file, why)
                                                           : failureOf(file, why);
}

Error failureOf(const QString &file, const QString &why)
{
    return {QStringLiteral("journal.failed"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The journal %1 could not be used: %2. Nothing was recorded; make "
                              "room or close what blocks it, then resume."),
            {file, why}};
}

Error unknownRun(const QString &run)
{
    return {QStringLiteral("journal.unknown-run"),
            QT_TRANSLATE_NOOP("Slipway::Error", "There is no run %1 in this journal."),
            {run}};
}

Error newerJournal(const QString &file)
{
    return {QStringLiteral("journal.newer"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "The journal %1 was written by a newer Slipway. Update this one to "
                              "open it."),
            {file}};
}

Result<QList<Event>> events(const QSqlDatabase &database, const QString &run, qint64 after,
                            int limit)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    // The body as its bytes: as text it would be converted to UTF-16 and back.
    query.prepare(QStringLiteral("SELECT number, previous, time, author, epoch, kind,"
                                 " CAST(body AS BLOB), hash"
                                 " FROM events WHERE run=? AND number>? ORDER BY number LIMIT ?"));
    query.addBindValue(run);
    query.addBindValue(after);
    query.addBindValue(limit);
    if (!query.exec())
        return journalError(database.databaseName(), query.lastError());
    QList<Event> events;
    while (query.next())
        events.append({run, query.value(0).toLongLong(), query.value(1).toString(),
                       query.value(2).toLongLong(), query.value(3).toString(),
                       query.value(4).toLongLong(), query.value(5).toString(),
                       query.value(6).toByteArray(), query.value(7).toString()});
    if (query.lastError().isValid())
        return journalError(database.databaseName(), query.lastError());
    return events;
}

QString headColumns()
{
    return QStringLiteral("run, number, hash, epoch, changed, summary");
}

RunHead headOf(const QSqlQuery &row)
{
    return {row.value(0).toString(),   row.value(1).toLongLong(), row.value(2).toString(),
            row.value(3).toLongLong(), row.value(4).toLongLong(), row.value(5).toByteArray()};
}

Result<RunHead> head(const QSqlDatabase &database, const QString &run)
{
    QSqlQuery query(database);
    query.prepare(QStringLiteral("SELECT %1 FROM heads WHERE run=?").arg(headColumns()));
    query.addBindValue(run);
    if (!query.exec())
        return journalError(database.databaseName(), query.lastError());
    if (query.next())
        return headOf(query);
    if (query.lastError().isValid())
        return journalError(database.databaseName(), query.lastError());
    return unknownRun(run);
}

} // namespace Slipway::Sqlite
