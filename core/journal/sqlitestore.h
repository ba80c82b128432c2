// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/journal/store.h"

#include <memory>

class QSqlDatabase;
class QSqlQuery;

namespace Slipway {

/// The journal in one SQLite file: rollback journal, synchronous=EXTRA, so that an event that
/// was appended survives a power loss, and any number of processes may write.
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
    Result<QList<Event>> events(const QString &run, qint64 after, int limit) override;
    Result<RunHead> head(const QString &run) override;
    Result<QList<RunHead>> heads() override;
    Result<void> setSummary(const QString &run, const QByteArray &summary) override;
    Result<qint64> changeMark() override;

private:
    SqliteStore(QString connection, QString author, const Clock &clock);
    Result<void> prepare();
    Result<void> run(const QString &statement);
    Result<Event> insert(Event event, const RunHead &head);
    QSqlDatabase database() const;
    Error failure(const QSqlQuery &query) const;

    QString m_connection;
    QString m_author;
    const Clock &m_clock; // not owned
};

/// The login name of the person who runs this process: the author of local events.
QString localAuthor();

} // namespace Slipway
