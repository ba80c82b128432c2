// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/journal/store.h"

#include <QMap>
#include <memory>

class QSqlDatabase;
class QSqlQuery;

namespace Slipway {

/// The journal in one SQLite file, so that an event that was appended survives a power loss, and
/// any number of processes may write: rollback journal, synchronous=EXTRA. The rollback journal's
/// file stays (journal_mode=PERSIST): a commit clears its header and syncs that, where DELETE
/// removes the file and syncs the folder. Either is durable before the commit returns, but this
/// one spares the file system the making and removing of a file with every commit.
class SqliteStore final : public Store
{
public:
    /// Opens the file, making it if it is not there. clock: not owned, outlives the store.
    static Result<std::unique_ptr<SqliteStore>> open(const QString &file, const QString &author,
                                                     const Clock &clock);
    ~SqliteStore() override;
    Q_DISABLE_COPY_MOVE(SqliteStore)

    Result<Event> append(const QString &run, const QString &kind, const QByteArray &body,
                         qint64 epoch) override;
    void hold() override;
    Result<void> commit() override;
    Result<QList<Event>> events(const QString &run, qint64 after, int limit) override;
    Result<RunHead> head(const QString &run) override;
    Result<QList<RunHead>> heads() override;
    Result<void> setSummary(const QString &run, const QByteArray &summary) override;
    Result<qint64> changeMark() override;

private:
    SqliteStore(QString connection, QString author, const Clock &clock);
    Result<void> prepare();
    Result<void> run(const QString &statement);
    Result<void> setUp();
    Result<Event> add(const QString &run, const QString &kind, const QByteArray &body,
                      qint64 epoch);
    Result<Event> insert(Event event, const RunHead &head);
    Result<void> begin();
    Result<void> end();
    void rollBack();
    QSqlDatabase database() const;
    Error failure(const QSqlQuery &query) const;

    QString m_connection;
    QString m_author;
    const Clock &m_clock; // not owned
    bool m_isHeld = false;
    bool m_isOpen = false;         ///< a transaction
    QMap<QString, Event> m_newest; ///< what it appended last, by run
    Error m_lost;                  ///< why what was held is lost; empty: it is not
};

/// The login name of the person who runs this process: the author of local events.
QString localAuthor();

} // namespace Slipway
