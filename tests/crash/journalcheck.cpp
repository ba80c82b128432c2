// SPDX-License-Identifier: MIT
#include "tests/crash/journalcheck.h"

#include "core/journal/sqlitestore.h"
#include "core/run/eventkinds.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>

using namespace Slipway;

namespace {

constexpr int allEvents = 100'000;

QStringList chainWrongs(const QList<Event> &events)
{
    QString previous = zeroHash();
    qint64 number = 0;
    for (const Event &event : events) {
        if (event.number != ++number || event.previousHash != previous ||
            event.hash != eventHash(event))
            return {QStringLiteral("the chain is broken at %1").arg(number)};
        previous = event.hash;
    }
    return {};
}

QString keyOf(const QJsonObject &body)
{
    return body[QLatin1String("step")].toString() + u'/' +
           body[QLatin1String("instance")].toString();
}

class Counts final
{
public:
    void take(const Event &event);
    QStringList wrongs(int doubts, bool mayFail) const;

private:
    QMap<QString, int> m_succeeded;
    QMap<QString, int> m_gates;
    QSet<QString> m_expanded;
    QStringList m_failed;
    int m_doubted = 0;
    int m_created = 0;
};

void Counts::take(const Event &event)
{
    const QJsonObject body = event.json();
    const QString outcome = body[QLatin1String("outcome")].toString();
    if (event.kind == EventKind::runCreated)
        ++m_created;
    else if (event.kind == EventKind::stepExpanded)
        m_expanded.insert(body[QLatin1String("step")].toString());
    else if (event.kind == EventKind::attemptDoubted)
        ++m_doubted;
    else if (event.kind == EventKind::gateClosed)
        ++m_gates[keyOf(body)];
    if (event.kind != EventKind::attemptEnded)
        return;
    if (outcome == QLatin1String("succeeded"))
        ++m_succeeded[keyOf(body)];
    else if (outcome != QLatin1String("not-done"))
        m_failed.append(keyOf(body) + u' ' + outcome + u' ' + QString::fromUtf8(event.body));
}

QStringList Counts::wrongs(int doubts, bool mayFail) const
{
    QStringList wrongs = mayFail ? QStringList() : m_failed;
    if (m_created != 1 || m_expanded.isEmpty())
        wrongs.append(QStringLiteral("the run has no proper beginning"));
    if (m_doubted > doubts)
        wrongs.append(QStringLiteral("%1 attempts were in doubt").arg(m_doubted));
    for (const auto &counts : {m_succeeded, m_gates}) {
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            if (it.value() != 1)
                wrongs.append(QStringLiteral("%1 ended %2 times").arg(it.key()).arg(it.value()));
        }
    }
    return wrongs;
}

} // namespace

QStringList journalWrongs(const QString &home, const QString &run, int doubts, bool mayFail)
{
    const SystemClock clock;
    const auto store = SqliteStore::open(home + QStringLiteral("/data/journal.sqlite"),
                                         QStringLiteral("test"), clock);
    const auto events =
        store ? (*store)->events(run, 0, allEvents) : Result<QList<Event>>(store.error());
    if (!events)
        return {events.error().message()};
    Counts counts;
    for (const Event &event : *events)
        counts.take(event);
    return chainWrongs(*events) + counts.wrongs(doubts, mayFail);
}
