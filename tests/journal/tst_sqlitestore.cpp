// SPDX-License-Identifier: MIT
#include "core/journal/sqlitestore.h"

#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Slipway;

namespace {

const QString runId = QStringLiteral("abcdefghijkl");

class FixedClock final : public Clock
{
public:
    qint64 now() const override { return 1'700'000'000'000; }
};

/// A writer in a process of its own that appends until it is killed, telling each number
/// only after it is durable.
pid_t startWriter(const QString &file, int toParent)
{
    const pid_t child = fork();
    if (child != 0)
        return child;
    const FixedClock clock;
    auto store = SqliteStore::open(file, QStringLiteral("child"), clock);
    while (store) {
        const auto event = (*store)->append(runId, QStringLiteral("run.noted"), "{}", 0);
        if (!event)
            _exit(1);
        const qint64 number = event->number;
        if (write(toParent, &number, sizeof number) != sizeof number)
            _exit(2);
    }
    _exit(3);
}

qint64 lastTold(int pipe)
{
    qint64 number = 0;
    qint64 last = 0;
    while (read(pipe, &number, sizeof number) == sizeof number)
        last = number;
    return last;
}

} // namespace

class TestSqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void numbersAndHashesFormAChain();
    void theHashCoversEveryField();
    void onlyRunCreatedBeginsARun();
    void aDriverOfAnOldEpochIsFenced();
    void peopleNeedNoEpoch();
    void twoConnectionsAppendWithoutGaps();
    void anotherConnectionsWriteIsNoticed();
    void whatIsHeldIsSeenByOthersAtOnceOrNotAtAll();
    void aFailureTakesBackAllThatWasHeld();
    void whatWasHeldInAProcessThatDiedIsGone();
    void whatWasToldSurvivesKill();
    void aNewerJournalIsRefused();

private:
    std::unique_ptr<SqliteStore> open(const QString &author = QStringLiteral("ana"));

    FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestSqliteStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("journal.sqlite"));
}

std::unique_ptr<SqliteStore> TestSqliteStore::open(const QString &author)
{
    auto store = SqliteStore::open(m_file, author, m_clock);
    if (!store)
        qFatal("%s", qPrintable(store.error().message()));
    return std::move(*store);
}

void TestSqliteStore::numbersAndHashesFormAChain()
{
    auto store = open();
    QVERIFY(store->append(runId, QStringLiteral("run.created"), R"({"a":1})", 0));
    QVERIFY(store->append(runId, QStringLiteral("run.noted"), R"({"text":"ç"})", 0));
    const auto events = *store->events(runId, 0, 100);
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].previousHash, zeroHash());
    QCOMPARE(events[1].previousHash, events[0].hash);
    QCOMPARE(events[1].number, 2);
    QCOMPARE(events[1].author, QStringLiteral("ana"));
    QCOMPARE(events[1].time, m_clock.now());
    for (const Event &event : events)
        QCOMPARE(eventHash(event), event.hash);
    QCOMPARE(store->head(runId)->hash, events[1].hash);
}

void TestSqliteStore::theHashCoversEveryField()
{
    const Event event{runId, 7, zeroHash(), 5, QStringLiteral("ana"), 3, QStringLiteral("k"),
                      "{}",  {}};
    QList<Event> changed(8, event);
    changed[0].run = QStringLiteral("bbbbbbbbbbbb");
    changed[1].number = 8;
    changed[2].previousHash = QString(64, u'1');
    changed[3].time = 6;
    changed[4].author = QStringLiteral("bruno");
    changed[5].epoch = 4;
    changed[6].kind = QStringLiteral("l");
    changed[7].body = "{\"a\":1}";
    for (const Event &other : changed)
        QVERIFY(eventHash(other) != eventHash(event));
}

void TestSqliteStore::onlyRunCreatedBeginsARun()
{
    auto store = open();
    const auto early = store->append(runId, QStringLiteral("run.noted"), "{}", 0);
    QCOMPARE(early.error().code(), QStringLiteral("journal.unknown-run"));
    QVERIFY(store->append(runId, QStringLiteral("run.created"), "{}", 0));
    const auto again = store->append(runId, QStringLiteral("run.created"), "{}", 0);
    QCOMPARE(again.error().code(), QStringLiteral("journal.run-exists"));
}

void TestSqliteStore::aDriverOfAnOldEpochIsFenced()
{
    auto store = open();
    QVERIFY(store->append(runId, QStringLiteral("run.created"), "{}", 0));
    QVERIFY(store->append(runId, QStringLiteral("lease.taken"), "{}", 1));
    QVERIFY(store->append(runId, QStringLiteral("step.expanded"), "{}", 1));
    auto other = open();
    QVERIFY(other->append(runId, QStringLiteral("lease.taken"), "{}", 2));
    const auto late = store->append(runId, QStringLiteral("attempt.intended"), "{}", 1);
    QCOMPARE(late.error().code(), QStringLiteral("journal.fenced"));
    QCOMPARE(store->events(runId, 0, 100)->size(), 4);
}

void TestSqliteStore::peopleNeedNoEpoch()
{
    auto store = open();
    QVERIFY(store->append(runId, QStringLiteral("run.created"), "{}", 0));
    QVERIFY(store->append(runId, QStringLiteral("lease.taken"), "{}", 1));
    auto approver = open(QStringLiteral("bruno"));
    QVERIFY(approver->append(runId, QStringLiteral("gate.decided"), "{}", 0));
    QVERIFY(store->append(runId, QStringLiteral("gate.closed"), "{}", 1));
    QCOMPARE((*store->events(runId, 2, 1))[0].author, QStringLiteral("bruno"));
}

void TestSqliteStore::twoConnectionsAppendWithoutGaps()
{
    auto one = open();
    auto two = open(QStringLiteral("bruno"));
    QVERIFY(one->append(runId, QStringLiteral("run.created"), "{}", 0));
    for (int i = 0; i < 50; ++i)
        QVERIFY((i % 2 ? one : two)->append(runId, QStringLiteral("run.noted"), "{}", 0));
    const auto events = *one->events(runId, 0, 1000);
    QString previous = zeroHash();
    for (int i = 0; i < events.size(); ++i) {
        QCOMPARE(events[i].number, i + 1);
        QCOMPARE(events[i].previousHash, previous);
        previous = events[i].hash;
    }
}

void TestSqliteStore::anotherConnectionsWriteIsNoticed()
{
    auto store = open();
    QVERIFY(store->append(runId, QStringLiteral("run.created"), "{}", 0));
    const qint64 mark = *store->changeMark();
    QCOMPARE(*store->changeMark(), mark);
    QVERIFY(open()->append(runId, QStringLiteral("run.noted"), "{}", 0));
    QVERIFY(*store->changeMark() != mark);
}

void TestSqliteStore::whatIsHeldIsSeenByOthersAtOnceOrNotAtAll()
{
    auto store = open();
    auto other = open(QStringLiteral("bruno"));
    QVERIFY(store->append(runId, QStringLiteral("run.created"), "{}", 0));
    store->hold();
    QCOMPARE(store->append(runId, QStringLiteral("run.noted"), "{}", 0)->number, 2);
    QCOMPARE(store->append(runId, QStringLiteral("run.noted"), "{}", 0)->number, 3);
    QCOMPARE(store->events(runId, 0, 100)->size(), 3);
    QCOMPARE(other->events(runId, 0, 100)->size(), 1);
    QVERIFY(store->commit());
    QCOMPARE(other->events(runId, 0, 100)->size(), 3);
    QCOMPARE(other->append(runId, QStringLiteral("run.noted"), "{}", 0)->number, 4);
    store->hold();
    QVERIFY(store->commit()); // nothing was held
    QCOMPARE(store->append(runId, QStringLiteral("run.noted"), "{}", 0)->number, 5);
    QCOMPARE(other->events(runId, 0, 100)->size(), 5);
}

void TestSqliteStore::aFailureTakesBackAllThatWasHeld()
{
    auto store = open();
    QVERIFY(store->append(runId, QStringLiteral("run.created"), "{}", 0));
    QVERIFY(store->append(runId, QStringLiteral("lease.taken"), "{}", 1));
    store->hold();
    QVERIFY(store->append(runId, QStringLiteral("run.noted"), "{}", 1));
    QCOMPARE(store->append(runId, QStringLiteral("run.noted"), "{}", 7).error().code(),
             QStringLiteral("journal.fenced"));
    // Nobody may build on what is lost.
    QVERIFY(!store->append(runId, QStringLiteral("run.noted"), "{}", 1));
    QCOMPARE(store->commit().error().code(), QStringLiteral("journal.fenced"));
    QCOMPARE(store->events(runId, 0, 100)->size(), 2);
    QVERIFY(store->append(runId, QStringLiteral("run.noted"), "{}", 1));
    QCOMPARE(open()->events(runId, 0, 100)->size(), 3);
}

void TestSqliteStore::whatWasHeldInAProcessThatDiedIsGone()
{
    QVERIFY(open()->append(runId, QStringLiteral("run.created"), "{}", 0));
    const pid_t pid = fork();
    if (pid == 0) {
        auto store = open();
        store->hold();
        const bool isAppended = store->append(runId, QStringLiteral("run.noted"), "{}", 0).isOk() &&
                                store->append(runId, QStringLiteral("run.noted"), "{}", 0).isOk();
        if (isAppended)
            kill(getpid(), SIGKILL);
        _exit(1);
    }
    int status = 0;
    QCOMPARE(waitpid(pid, &status, 0), pid);
    QVERIFY(WIFSIGNALED(status));
    auto store = open();
    QCOMPARE(store->events(runId, 0, 100)->size(), 1);
    QCOMPARE(store->append(runId, QStringLiteral("run.noted"), "{}", 0)->number, 2);
}

void TestSqliteStore::whatWasToldSurvivesKill()
{
    QVERIFY(open()->append(runId, QStringLiteral("run.created"), "{}", 0));
    for (int round = 0; round < 40; ++round) {
        int pipes[2];
        QCOMPARE(pipe(pipes), 0);
        const pid_t writer = startWriter(m_file, pipes[1]);
        QVERIFY(writer > 0);
        close(pipes[1]);
        usleep(useconds_t(2000 + round * 700));
        kill(writer, SIGKILL);
        QCOMPARE(waitpid(writer, nullptr, 0), writer);
        const qint64 told = lastTold(pipes[0]);
        close(pipes[0]);
        auto store = open();
        const RunHead head = *store->head(runId);
        // One more may be durable whose number it could not tell.
        QVERIFY2(head.number >= told, qPrintable(QStringLiteral("round %1").arg(round)));
        const auto events = *store->events(runId, head.number - 1, 10);
        QCOMPARE(events.size(), 1);
        QCOMPARE(eventHash(events[0]), head.hash);
    }
    QVERIFY(open()->head(runId)->number > 1);
}

void TestSqliteStore::aNewerJournalIsRefused()
{
    QVERIFY(open());
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite));
        // https://sqlite.org/fileformat.html: the user version is the 4 bytes at offset 60.
        QVERIFY(file.seek(60));
        file.write(QByteArray("\0\0\0\x63", 4));
    }
    const auto store = SqliteStore::open(m_file, QStringLiteral("ana"), m_clock);
    QVERIFY(!store);
    QCOMPARE(store.error().code(), QStringLiteral("journal.newer"));
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlitestore.moc"
