// SPDX-License-Identifier: MIT
#include "core/journal/journalreader.h"

#include "core/journal/sqlitetools.h"

#include <QAtomicInt>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QStringList>
#include <QVariant>

namespace Slipway {

using namespace Sqlite;

namespace {

QSqlDatabase databaseOf(const QString &connection)
{
    return QSqlDatabase::database(connection, false);
}

} // namespace

Result<std::unique_ptr<JournalReader>> JournalReader::open(const QString &file)
{
    static QAtomicInt count;
    if (!QFileInfo::exists(file))
        return Error(QStringLiteral("journal.missing"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "There is no journal %1."), {file});
    std::unique_ptr<JournalReader> reader(
        new JournalReader(QStringLiteral("journal-reader-%1").arg(count.fetchAndAddRelaxed(1))));
    QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), reader->m_connection);
    if (auto connected = reader->connect(file, true); !connected)
        return connected.error();
    bool needsRollback = false;
    {
        QSqlQuery look(databaseOf(reader->m_connection));
        // A writer was killed in the middle of a transaction: any reader has to roll it back
        // first, which only a connection that may write can do.
        if (!look.exec(QStringLiteral("SELECT number FROM heads LIMIT 1"))) {
            needsRollback = primaryCode(look.lastError()) == readOnlyCode;
            if (!needsRollback)
                return journalError(file, look.lastError());
        }
    }
    if (needsRollback) {
        if (auto connected = reader->connect(file, false); !connected)
            return connected.error();
    }
    QSqlQuery version(databaseOf(reader->m_connection));
    if (!version.exec(QStringLiteral("PRAGMA user_version")) || !version.next())
        return journalError(file, version.lastError());
    if (version.value(0).toInt() > schemaVersion)
        return newerJournal(file);
    return reader;
}

JournalReader::~JournalReader()
{
    databaseOf(m_connection).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<void> JournalReader::connect(const QString &file, bool isReadOnly)
{
    QSqlDatabase database = databaseOf(m_connection);
    database.close();
    database.setDatabaseName(file);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=20000");
    if (isReadOnly)
        options += QLatin1String(";QSQLITE_OPEN_READONLY");
    database.setConnectOptions(options);
    if (!database.open())
        return journalError(file, database.lastError());
    QSqlQuery pragma(database);
    if (!pragma.exec(QStringLiteral("PRAGMA query_only=ON")))
        return journalError(file, pragma.lastError());
    return {};
}

Result<QList<Event>> JournalReader::events(const QString &run, qint64 after, int limit) const
{
    return Sqlite::events(databaseOf(m_connection), run, after, limit);
}

Result<QList<qint64>> JournalReader::doubledNumbers(const QString &run, int limit) const
{
    QSqlQuery query(databaseOf(m_connection));
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT number FROM events WHERE run=? GROUP BY number"
                                 " HAVING count(*)>1 ORDER BY number LIMIT ?"));
    query.addBindValue(run);
    query.addBindValue(limit);
    if (!query.exec())
        return journalError({}, query.lastError());
    QList<qint64> numbers;
    while (query.next())
        numbers.append(query.value(0).toLongLong());
    return numbers;
}

Result<RunHead> JournalReader::head(const QString &run) const
{
    return Sqlite::head(databaseOf(m_connection), run);
}

Result<QStringList> JournalReader::runs() const
{
    QSqlQuery query(databaseOf(m_connection));
    query.setForwardOnly(true);
    // The index of events is walked from run to run, so that their number does not matter.
    if (!query.exec(QStringLiteral(
            "WITH RECURSIVE ids(run) AS (SELECT min(run) FROM events UNION ALL"
            " SELECT (SELECT min(run) FROM events WHERE run>ids.run) FROM ids"
            " WHERE ids.run IS NOT NULL)"
            " SELECT run FROM (SELECT run FROM heads UNION SELECT run FROM ids"
            " WHERE run IS NOT NULL) LEFT JOIN heads USING (run) ORDER BY changed DESC")))
        return journalError(databaseOf(m_connection).databaseName(), query.lastError());
    QStringList runs;
    while (query.next())
        runs.append(query.value(0).toString());
    if (query.lastError().isValid())
        return journalError(databaseOf(m_connection).databaseName(), query.lastError());
    return runs;
}

} // namespace Slipway
