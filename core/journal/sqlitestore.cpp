// SPDX-License-Identifier: MIT
#include "core/journal/sqlitestore.h"

#include "core/base/crashpoint.h"
#include "core/journal/headfile.h"
#include "core/journal/sqlitetools.h"

#include <QAtomicInt>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <pwd.h>
#include <unistd.h>
#include <utility>

namespace Slipway {

using namespace Sqlite;

namespace {

constexpr int applicationId = 0x534c5057; // "SLPW"

const char *const schema[] = {
    "CREATE TABLE IF NOT EXISTS events ("
    " run TEXT NOT NULL, number INTEGER NOT NULL, previous TEXT NOT NULL, time INTEGER NOT NULL,"
    " author TEXT NOT NULL, epoch INTEGER NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL,"
    " hash TEXT NOT NULL, PRIMARY KEY (run, number)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS heads ("
    " run TEXT PRIMARY KEY, number INTEGER NOT NULL, hash TEXT NOT NULL, epoch INTEGER NOT NULL,"
    " changed INTEGER NOT NULL, summary TEXT NOT NULL DEFAULT '') WITHOUT ROWID",
};

Error fenced(const QString &run)
{
    return {QStringLiteral("journal.fenced"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "Another console has taken over the run %1. This one records "
                              "nothing more in it."),
            {run}};
}

/// May an event with this epoch be appended, and what is the epoch then?
Result<qint64> epochAfter(const RunHead &head, const QString &kind, qint64 epoch)
{
    const qint64 expected = kind == QLatin1String("lease.taken") ? head.epoch + 1 : head.epoch;
    if (epoch != 0 && epoch != expected)
        return fenced(head.run);
    return qMax(head.epoch, epoch);
}

} // namespace

QString localAuthor()
{
    if (const passwd *entry = ::getpwuid(::geteuid()))
        return QString::fromLocal8Bit(entry->pw_name);
    return QStringLiteral("uid-%1").arg(::geteuid());
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString &file, const QString &author,
                                                       const Clock &clock)
{
    static QAtomicInt count;
    const QString name = QStringLiteral("journal-%1").arg(count.fetchAndAddRelaxed(1));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=20000"));
        if (!database.open())
            return journalError(file, database.lastError());
    }
    std::unique_ptr<SqliteStore> store(new SqliteStore(name, author, clock));
    if (auto prepared = store->prepare(); !prepared)
        return prepared.error();
    return store;
}

SqliteStore::SqliteStore(QString connection, QString author, const Clock &clock)
    : m_connection(std::move(connection)), m_author(std::move(author)), m_clock(clock)
{
}

SqliteStore::~SqliteStore()
{
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase SqliteStore::database() const
{
    return QSqlDatabase::database(m_connection, false);
}

Error SqliteStore::failure(const QSqlQuery &query) const
{
    return journalError(database().databaseName(), query.lastError());
}

Result<void> SqliteStore::run(const QString &statement)
{
    QSqlQuery query(database());
    if (!query.exec(statement))
        return failure(query);
    return {};
}

Result<void> SqliteStore::prepare()
{
    for (const char *pragma : {"PRAGMA journal_mode=PERSIST", "PRAGMA synchronous=EXTRA",
                               "PRAGMA journal_size_limit=1048576", "PRAGMA foreign_keys=ON",
                               "PRAGMA trusted_schema=OFF"}) {
        if (auto done = run(QLatin1String(pragma)); !done)
            return done;
    }
    QSqlQuery version(database());
    if (!version.exec(QStringLiteral("PRAGMA user_version")) || !version.next())
        return failure(version);
    const int found = version.value(0).toInt();
    version.finish();
    if (found > schemaVersion)
        return newerJournal(database().databaseName());
    if (found == schemaVersion)
        return {};
    auto done = setUp();
    if (!done)
        rollBack();
    return done;
}

Result<void> SqliteStore::setUp()
{
    if (auto begun = begin(); !begun)
        return begun;
    for (const char *statement : schema) {
        if (auto done = run(QLatin1String(statement)); !done)
            return done;
    }
    for (const QString &pragma : {QStringLiteral("PRAGMA application_id=%1").arg(applicationId),
                                  QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion)}) {
        if (auto done = run(pragma); !done)
            return done;
    }
    return end();
}

Result<void> SqliteStore::begin()
{
    // A read transaction that wants to write later can fail half-way; IMMEDIATE cannot.
    auto begun = m_isOpen ? Result<void>() : run(QStringLiteral("BEGIN IMMEDIATE"));
    m_isOpen = begun.isOk();
    return begun;
}

Result<void> SqliteStore::end()
{
    crashPoint("journal.commit");
    if (auto done = run(QStringLiteral("COMMIT")); !done) {
        rollBack();
        return done;
    }
    m_isOpen = false;
    crashPoint("journal.committed");
    const QString folder = QFileInfo(database().databaseName()).absolutePath();
    for (const Event &event : std::as_const(m_newest))
        HeadFile(folder + QLatin1String("/runs/") + event.run).remember(event);
    m_newest.clear();
    crashPoint("journal.head-known");
    return {};
}

void SqliteStore::rollBack()
{
    // After some errors SQLite has done so itself, and then says that there is nothing to do.
    if (m_isOpen)
        QSqlQuery(database()).exec(QStringLiteral("ROLLBACK"));
    m_isOpen = false;
    m_newest.clear();
}

void SqliteStore::hold()
{
    m_isHeld = true;
}

Result<void> SqliteStore::commit()
{
    m_isHeld = false;
    if (const Error lost = std::exchange(m_lost, Error()); !lost.isEmpty())
        return lost;
    return m_isOpen ? end() : Result<void>();
}

Result<Event> SqliteStore::append(const QString &run, const QString &kind, const QByteArray &body,
                                  qint64 epoch)
{
    crashPoint("journal.begin");
    if (!m_lost.isEmpty())
        return m_lost;
    const auto begun = begin();
    auto event = begun ? add(run, kind, body, epoch) : Result<Event>(begun.error());
    if (!event) {
        rollBack();
        if (m_isHeld)
            m_lost = event.error();
        return event;
    }
    m_newest.insert(run, *event);
    if (m_isHeld)
        return event;
    if (auto done = end(); !done)
        return done.error();
    return event;
}

Result<Event> SqliteStore::add(const QString &run, const QString &kind, const QByteArray &body,
                               qint64 epoch)
{
    auto current = head(run);
    const bool isNew = !current && current.error().code() == QLatin1String("journal.unknown-run");
    if (!current && !isNew)
        return current.error();
    if (isNew != (kind == QLatin1String("run.created")))
        return isNew ? unknownRun(run)
                     : Error(QStringLiteral("journal.run-exists"),
                             QT_TRANSLATE_NOOP("Slipway::Error", "The run %1 exists already."),
                             {run});
    RunHead before = isNew ? RunHead{run, 0, zeroHash(), 0, 0, {}} : *current;
    const auto newEpoch = epochAfter(before, kind, epoch);
    if (!newEpoch)
        return newEpoch.error();
    before.epoch = *newEpoch;
    Event event{run, before.number + 1, before.hash, m_clock.now(), m_author, epoch, kind, body,
                {}};
    event.hash = eventHash(event);
    return insert(std::move(event), before);
}

Result<Event> SqliteStore::insert(Event event, const RunHead &head)
{
    QSqlQuery query(database());
    query.prepare(QStringLiteral("INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)"));
    query.addBindValue(event.run);
    query.addBindValue(event.number);
    query.addBindValue(event.previousHash);
    query.addBindValue(event.time);
    query.addBindValue(event.author);
    query.addBindValue(event.epoch);
    query.addBindValue(event.kind);
    query.addBindValue(QString::fromUtf8(event.body));
    query.addBindValue(event.hash);
    if (!query.exec())
        return failure(query);
    query.prepare(QStringLiteral(
        "INSERT INTO heads (run, number, hash, epoch, changed) VALUES (?,?,?,?,?)"
        " ON CONFLICT (run) DO UPDATE SET number=excluded.number, hash=excluded.hash,"
        " epoch=excluded.epoch, changed=excluded.changed"));
    query.addBindValue(event.run);
    query.addBindValue(event.number);
    query.addBindValue(event.hash);
    query.addBindValue(head.epoch);
    query.addBindValue(event.time);
    if (!query.exec())
        return failure(query);
    return event;
}

/// Nobody acts on events that are not as they were written.
Result<QList<Event>> SqliteStore::events(const QString &run, qint64 after, int limit)
{
    auto events = Sqlite::events(database(), run, after, limit);
    if (!events)
        return events;
    qint64 number = after;
    QString hash = after == 0 ? zeroHash() : QString();
    for (const Event &event : std::as_const(*events)) {
        const bool follows = hash.isEmpty() || event.previousHash == hash;
        if (event.number != ++number || !follows || eventHash(event) != event.hash)
            return Error(
                QStringLiteral("journal.altered"),
                QT_TRANSLATE_NOOP("Slipway::Error",
                                  "Event %1 of run %2 is not as it was written, so nothing "
                                  "is done with this run. `slipway verify %2` says what is "
                                  "wrong."),
                {QString::number(number), run});
        hash = event.hash;
    }
    return events;
}

Result<RunHead> SqliteStore::head(const QString &run)
{
    return Sqlite::head(database(), run);
}

Result<QList<RunHead>> SqliteStore::heads()
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    if (!query.exec(
            QStringLiteral("SELECT %1 FROM heads ORDER BY changed DESC").arg(headColumns())))
        return failure(query);
    QList<RunHead> heads;
    while (query.next())
        heads.append(headOf(query));
    if (query.lastError().isValid())
        return failure(query);
    return heads;
}

Result<void> SqliteStore::setSummary(const QString &run, const QByteArray &summary)
{
    QSqlQuery query(database());
    query.prepare(QStringLiteral("UPDATE heads SET summary=? WHERE run=?"));
    query.addBindValue(QString::fromUtf8(summary));
    query.addBindValue(run);
    if (!query.exec())
        return failure(query);
    return {};
}

Result<qint64> SqliteStore::changeMark()
{
    // https://sqlite.org/pragma.html#pragma_data_version: differs when another connection wrote.
    QSqlQuery query(database());
    if (!query.exec(QStringLiteral("PRAGMA data_version")) || !query.next())
        return failure(query);
    return query.value(0).toLongLong();
}

} // namespace Slipway
