// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"
#include "core/base/clock.h"
#include "core/journal/objectstore.h"
#include "core/journal/sqlitestore.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/verify.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace Slipway;

namespace {

const QString runId = QStringLiteral("abcdefghijkl");
constexpr int steps = 12;
constexpr int flips = 400;

/// Changes a journal behind the store's back.
class Tampering final
{
public:
    explicit Tampering(const QString &file)
        : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
    {
        m_database.setDatabaseName(file);
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
        exec(QStringLiteral("PRAGMA synchronous=OFF"));
        exec(QStringLiteral("BEGIN"));
    }
    ~Tampering()
    {
        exec(QStringLiteral("COMMIT"));
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Tampering)

    void exec(const QString &statement, const QVariantList &values = {})
    {
        QSqlQuery query(m_database);
        query.prepare(statement);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
    }

    QList<Event> events()
    {
        QSqlQuery query(m_database);
        query.exec(QStringLiteral("SELECT run, number, previous, time, author, epoch, kind, body,"
                                  " hash FROM events ORDER BY number"));
        QList<Event> events;
        while (query.next())
            events.append({query.value(0).toString(), query.value(1).toLongLong(),
                           query.value(2).toString(), query.value(3).toLongLong(),
                           query.value(4).toString(), query.value(5).toLongLong(),
                           query.value(6).toString(), query.value(7).toString().toUtf8(),
                           query.value(8).toString()});
        return events;
    }

    /// Writes all events anew, with right numbers, hashes and head row: a careful forger.
    void forge(QList<Event> events)
    {
        exec(QStringLiteral("DELETE FROM events"));
        QString previous = zeroHash();
        for (qsizetype i = 0; i < events.size(); ++i) {
            Event &event = events[i];
            event.number = i + 1;
            event.previousHash = previous;
            event.hash = previous = eventHash(event);
            insert(event);
        }
        setHead(events.last());
    }

    void insert(const Event &event)
    {
        exec(QStringLiteral("INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)"),
             {event.run, event.number, event.previousHash, event.time, event.author, event.epoch,
              event.kind, QString::fromUtf8(event.body), event.hash});
    }

    void setHead(const Event &last)
    {
        exec(QStringLiteral("UPDATE heads SET number=?, hash=?, changed=?"),
             {last.number, last.hash, last.time});
    }

private:
    const QString m_name = QStringLiteral("tampering");
    QSqlDatabase m_database;
};

} // namespace

/// What somebody does to a journal behind Slipway's back is found, and where.
class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aRunAsItWasWrittenIsWhole();
    void whatIsDoneToOneEventIsFoundThere_data();
    void whatIsDoneToOneEventIsFoundThere();
    void aCarefulForgeryIsFoundByWhatIsKnownOutside_data();
    void aCarefulForgeryIsFoundByWhatIsKnownOutside();
    void aForgeryBeforeADecisionIsFoundByTheDecision();
    void theHeadRowIsCompared_data();
    void theHeadRowIsCompared();
    void anEventThatIsThereTwiceIsFound();
    void numbersThatAreNoneAreFound();
    void objectsAndLogsAreLookedAt();
    void aFlippedByteIsRefusedOrChangesNothing();
    void aJournalThatIsNoneIsASentence();
    void anUnknownRunIsAnError();
    void headsAreRead();
    void verifyingChangesNothing();

private:
    void write();
    void append(QLatin1String kind, const QJsonObject &body, qint64 epoch = 0);
    void restore();
    VerifyReport verify(const std::optional<KnownHead> &known = std::nullopt);
    /// "code@event" of each problem.
    QStringList found(const std::optional<KnownHead> &known = std::nullopt);
    QList<Event> events();

    QTemporaryDir m_folder;
    SystemClock m_clock;
    std::unique_ptr<Places> m_places;
    std::unique_ptr<Store> m_store;
    QByteArray m_journal; ///< its bytes as written
    QByteArray m_headFile;
    qint64 m_gate = 0; ///< number of gate.opened
    QString m_object;  ///< digest of what the first step left
};

void TestVerify::initTestCase()
{
    const QString root = m_folder.path();
    m_places =
        std::make_unique<Places>(root + QLatin1String("/data"), root + QLatin1String("/config"),
                                 root + QLatin1String("/cache"));
    QVERIFY(m_places->create());
    QVERIFY(QDir().mkpath(m_places->run(runId)));
    auto store = SqliteStore::open(m_places->journal(), QStringLiteral("ana"), m_clock);
    QVERIFY(store);
    m_store = std::move(*store);
    write();
    m_store.reset();
    QFile journal(m_places->journal());
    QVERIFY(journal.open(QIODevice::ReadOnly));
    m_journal = journal.readAll();
    QFile head(m_places->run(runId) + QLatin1String("/head"));
    QVERIFY(head.open(QIODevice::ReadOnly));
    m_headFile = head.readAll();
}

void TestVerify::append(QLatin1String kind, const QJsonObject &body, qint64 epoch)
{
    const auto appended = m_store->append(runId, kind, *canonicalJson(body), epoch);
    if (!appended)
        qFatal("%s", qPrintable(appended.error().message()));
}

/// A run as a driver and people write it, with objects and a log.
void TestVerify::write()
{
    const ObjectStore objects(m_places->objects());
    append(EventKind::runCreated, EventBody::runCreated({QStringLiteral("x"),
                                                         QStringLiteral("/x.yaml"),
                                                         *objects.put("the bundle"),
                                                         *objects.put("the checklist"),
                                                         {},
                                                         QStringLiteral("host")}));
    append(EventKind::leaseTaken, {}, 1);
    for (int i = 1; i <= steps; ++i) {
        const StepKey key{QStringLiteral("step-%1").arg(i), {}};
        append(EventKind::stepExpanded, EventBody::stepExpanded(key.step), 1);
        Intent intent;
        intent.attempt = i;
        intent.step = key.step;
        intent.plan.edits = {{QStringLiteral("/w"),
                              QStringLiteral("file"),
                              {},
                              *objects.put("file " + QByteArray::number(i))}};
        append(EventKind::attemptIntended, EventBody::attemptIntended(intent, 0, {}), 1);
        const QString folder = m_places->attempt(runId, i);
        QVERIFY(QDir().mkpath(folder));
        QFile log(folder + QLatin1String("/output.log"));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("log " + QByteArray::number(i));
        log.close();
        Evidence text{QStringLiteral("text"),
                      QStringLiteral("text"),
                      *objects.put("evidence " + QByteArray::number(i)),
                      {},
                      10,
                      {},
                      0};
        if (i == 1)
            m_object = text.digest;
        Evidence output{QStringLiteral("log"),
                        QStringLiteral("log"),
                        sha256Hex("log " + QByteArray::number(i)),
                        QStringLiteral("output.log"),
                        5,
                        {},
                        0};
        append(EventKind::attemptEnded,
               EventBody::attemptEnded(i, key, Outcome::succeeded({}, {text, output}),
                                       QStringLiteral("run")),
               1);
        append(EventKind::runNoted, EventBody::runNoted(key, QStringLiteral("ação %1").arg(i)));
    }
    const StepKey gate{QStringLiteral("gate"), {}};
    append(EventKind::stepExpanded, EventBody::stepExpanded(gate.step), 1);
    const QString pack = *objects.put("the pack");
    append(EventKind::gateOpened,
           EventBody::gateOpened({gate, QStringLiteral("nonce"), pack, {}, 1, 0, {}, {}, {}}), 1);
    const RunHead opened = *m_store->head(runId);
    m_gate = opened.number;
    QJsonObject decision = EventBody::gateDecided({gate, opened.number, pack, true, {}, {}});
    decision[QStringLiteral("openedHash")] = opened.hash;
    append(EventKind::gateDecided, decision);
    append(EventKind::gateClosed, EventBody::gateClosed(gate, QStringLiteral("approved")), 1);
    append(EventKind::leaseReleased, {}, 1);
}

void TestVerify::init()
{
    restore();
}

void TestVerify::restore()
{
    QFile::remove(m_places->journal() + QLatin1String("-journal"));
    for (const auto &[path, bytes] :
         {std::pair(m_places->journal(), m_journal),
          std::pair(m_places->run(runId) + QLatin1String("/head"), m_headFile)}) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
            file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(path));
    }
}

VerifyReport TestVerify::verify(const std::optional<KnownHead> &known)
{
    const auto report = verifyRun(*m_places, runId, known);
    if (!report)
        qFatal("%s", qPrintable(report.error().message()));
    return *report;
}

QStringList TestVerify::found(const std::optional<KnownHead> &known)
{
    QStringList texts;
    const VerifyReport report = verify(known);
    for (const VerifyProblem &problem : report.problems)
        texts.append(QStringLiteral("%1@%2").arg(problem.what.code().mid(7)).arg(problem.event));
    return texts;
}

QList<Event> TestVerify::events()
{
    return Tampering(m_places->journal()).events();
}

void TestVerify::aRunAsItWasWrittenIsWhole()
{
    const VerifyReport report = verify();
    QVERIFY2(report.isWhole(), qPrintable(found().join(u' ')));
    QCOMPARE(report.events, qint64(2 + 4 * steps + 5));
    QCOMPARE(report.objects, 2 + 3 * steps + 1);
    QVERIFY(report.hasHeadFile);
    QCOMPARE(report.head.number, report.events);
    QVERIFY(verify(KnownHead{0, events()[4].hash}).isWhole());
    QVERIFY(verify(KnownHead{5, events()[4].hash}).isWhole());
}

using Change = std::function<void(Tampering &, qint64 number)>;
Q_DECLARE_METATYPE(Change)

namespace {

/// Changes a column of one event.
Change setting(const QString &column, const QVariant &value)
{
    return [=](Tampering &journal, qint64 number) {
        journal.exec(QStringLiteral("UPDATE events SET %1=? WHERE number=?").arg(column),
                     {value, number});
    };
}

void swapWithNext(Tampering &journal, qint64 number)
{
    for (const auto &[from, to] :
         {std::pair(number, qint64(-1)), std::pair(number + 1, number), {qint64(-1), number + 1}})
        journal.exec(QStringLiteral("UPDATE events SET number=? WHERE number=?"), {to, from});
}

/// One at a time from the far end, so that no number is there twice in between.
void shift(Tampering &journal, qint64 from, int by)
{
    const QList<Event> events = journal.events();
    QList<qint64> numbers;
    for (const Event &event : events) {
        if (event.number >= from)
            numbers.append(event.number);
    }
    if (by > 0)
        std::reverse(numbers.begin(), numbers.end());
    for (const qint64 number : std::as_const(numbers))
        journal.exec(QStringLiteral("UPDATE events SET number=? WHERE number=?"),
                     {number + by, number});
}

void removeAndCloseTheGap(Tampering &journal, qint64 number)
{
    journal.exec(QStringLiteral("DELETE FROM events WHERE number=?"), {number});
    shift(journal, number + 1, -1);
}

/// Puts in an event that is right in itself.
void putIn(Tampering &journal, qint64 number)
{
    const QList<Event> events = journal.events();
    Event event = events[number - 1];
    event.author = QStringLiteral("mallory");
    event.hash = eventHash(event);
    shift(journal, number, 1);
    journal.insert(event);
}

void changeAndHash(Tampering &journal, qint64 number)
{
    Event event = journal.events()[number - 1];
    event.author = QStringLiteral("mallory");
    journal.exec(QStringLiteral("UPDATE events SET author=?, hash=? WHERE number=?"),
                 {event.author, eventHash(event), number});
}

void writeLoosely(Tampering &journal, qint64 number)
{
    Event event = journal.events()[number - 1];
    event.body.replace('{', "{ ");
    journal.exec(QStringLiteral("UPDATE events SET body=?, hash=? WHERE number=?"),
                 {QString::fromUtf8(event.body), eventHash(event), number});
}

} // namespace

void TestVerify::whatIsDoneToOneEventIsFoundThere_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("problem"); ///< what is found at that event
    QTest::addColumn<int>("offset");      ///< of the event that is named
    const QString changed = QStringLiteral("changed");
    QTest::newRow("body") << setting(QStringLiteral("body"), QStringLiteral("{\"x\":1}")) << changed
                          << 0;
    QTest::newRow("kind") << setting(QStringLiteral("kind"), QStringLiteral("run.cancelled"))
                          << changed << 0;
    QTest::newRow("author") << setting(QStringLiteral("author"), QStringLiteral("eve")) << changed
                            << 0;
    QTest::newRow("time") << setting(QStringLiteral("time"), 5) << changed << 0;
    QTest::newRow("epoch") << setting(QStringLiteral("epoch"), 7) << changed << 0;
    QTest::newRow("hash") << setting(QStringLiteral("hash"), QString(64, u'a')) << changed << 0;
    QTest::newRow("previous") << setting(QStringLiteral("previous"), QString(64, u'a')) << changed
                              << 0;
    QTest::newRow("no JSON") << setting(QStringLiteral("body"), QStringLiteral("{\"a\":"))
                             << changed << 0;
    QTest::newRow("a hash that fits") << Change(changeAndHash) << QStringLiteral("broken") << 1;
    QTest::newRow("not canonical") << Change(writeLoosely) << QStringLiteral("body") << 0;
    QTest::newRow("missing") << Change([](Tampering &journal, qint64 number) {
        journal.exec(QStringLiteral("DELETE FROM events WHERE number=?"), {number});
    }) << QStringLiteral("missing")
                             << 0;
    QTest::newRow("missing, gap closed")
        << Change(removeAndCloseTheGap) << QStringLiteral("moved") << 0;
    QTest::newRow("exchanged") << Change(swapWithNext) << QStringLiteral("moved") << 0;
    QTest::newRow("put in") << Change(putIn) << QStringLiteral("moved") << 1;
}

void TestVerify::whatIsDoneToOneEventIsFoundThere()
{
    QFETCH(Change, change);
    QFETCH(QString, problem);
    QFETCH(int, offset);
    const qint64 count = events().size();
    for (qint64 number = 1; number < count; ++number) {
        restore();
        {
            Tampering journal(m_places->journal());
            change(journal, number);
        }
        const QStringList problems = found();
        const QString expected = QStringLiteral("%1@%2").arg(problem).arg(number + offset);
        QVERIFY2(problems.contains(expected),
                 qPrintable(expected + QLatin1String(" not in ") + problems.join(u' ')));
        const QString first = problems.first().section(u'@', 1);
        QVERIFY2(first.toLongLong() >= number || first == QLatin1String("0"), qPrintable(first));
        // Nobody goes on with such a run as if nothing had happened.
        auto store = SqliteStore::open(m_places->journal(), QStringLiteral("ana"), m_clock);
        QVERIFY(store);
        const auto read = (*store)->events(runId, 0, 1000);
        QCOMPARE(!read, problem != QLatin1String("body") || number < count);
    }
}

void TestVerify::aCarefulForgeryIsFoundByWhatIsKnownOutside_data()
{
    QTest::addColumn<bool>("byHeadFile");
    QTest::newRow("the head file") << true;
    QTest::newRow("a head on the command line") << false;
}

void TestVerify::aCarefulForgeryIsFoundByWhatIsKnownOutside()
{
    QFETCH(bool, byHeadFile);
    const QList<Event> whole = events();
    const KnownHead last{whole.size(), whole.last().hash};
    // The end is cut off, everywhere.
    for (qint64 left = 1; left < whole.size(); ++left) {
        restore();
        {
            Tampering journal(m_places->journal());
            journal.exec(QStringLiteral("DELETE FROM events WHERE number>?"), {left});
            journal.setHead(whole[left - 1]);
            journal.exec(QStringLiteral("UPDATE heads SET epoch=?"), {left > 1 ? 1 : 0});
        }
        if (!byHeadFile) {
            QVERIFY(QFile::remove(m_places->run(runId) + QLatin1String("/head")));
            QVERIFY2(verify().isWhole(), qPrintable(found().join(u' '))); // nobody can know
            QCOMPARE(found(KnownHead{0, last.hash}), QStringList{QStringLiteral("rewritten@0")});
        }
        QCOMPARE(found(byHeadFile ? std::nullopt : std::optional(last)),
                 QStringList{QStringLiteral("cut@0")});
    }
    // All is written anew after one change.
    for (qint64 number = 1; number <= whole.size(); ++number) {
        restore();
        QList<Event> forged = whole;
        forged[number - 1].author = QStringLiteral("mallory");
        Tampering(m_places->journal()).forge(forged);
        if (!byHeadFile)
            QVERIFY(QFile::remove(m_places->run(runId) + QLatin1String("/head")));
        const QStringList problems = found(byHeadFile ? std::nullopt : std::optional(last));
        QVERIFY2(problems.contains(QStringLiteral("rewritten@%1").arg(whole.size())),
                 qPrintable(problems.join(u' ')));
    }
}

void TestVerify::aForgeryBeforeADecisionIsFoundByTheDecision()
{
    const QList<Event> whole = events();
    for (qint64 number = 1; number <= whole.size(); ++number) {
        restore();
        QVERIFY(QFile::remove(m_places->run(runId) + QLatin1String("/head")));
        QList<Event> forged = whole;
        forged[number - 1].author = QStringLiteral("mallory");
        Tampering(m_places->journal()).forge(forged);
        // A decision that does not hold lets no gate close, either.
        const QStringList expected{QStringLiteral("decision@%1").arg(m_gate + 1),
                                   QStringLiteral("closed@%1").arg(m_gate + 2)};
        QCOMPARE(found(), number <= m_gate ? expected : QStringList());
    }
}

void TestVerify::theHeadRowIsCompared_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("number") << QStringLiteral("UPDATE heads SET number=number-1");
    QTest::newRow("higher number") << QStringLiteral("UPDATE heads SET number=number+1");
    QTest::newRow("hash") << QStringLiteral("UPDATE heads SET hash='0'");
    QTest::newRow("epoch") << QStringLiteral("UPDATE heads SET epoch=5");
    QTest::newRow("time") << QStringLiteral("UPDATE heads SET changed=5");
    QTest::newRow("no row") << QStringLiteral("DELETE FROM heads");
}

void TestVerify::theHeadRowIsCompared()
{
    QFETCH(QString, statement);
    Tampering(m_places->journal()).exec(statement);
    QCOMPARE(found(), QStringList{QStringLiteral("head-row@0")});
}

void TestVerify::anEventThatIsThereTwiceIsFound()
{
    for (const qint64 number : {qint64(1), qint64(2), m_gate, qint64(events().size())}) {
        restore();
        {
            Tampering journal(m_places->journal());
            journal.exec(QStringLiteral("CREATE TABLE copy AS SELECT * FROM events"));
            journal.exec(QStringLiteral("DROP TABLE events"));
            journal.exec(QStringLiteral("ALTER TABLE copy RENAME TO events"));
            journal.insert(journal.events()[number - 1]);
        }
        const QStringList problems = found();
        QVERIFY2(problems.contains(QStringLiteral("doubled@%1").arg(number)),
                 qPrintable(problems.join(u' ')));
    }
}

void TestVerify::numbersThatAreNoneAreFound()
{
    for (const QVariant &number : {QVariant(0), QVariant(-3), QVariant(QStringLiteral("five"))}) {
        restore();
        {
            Tampering journal(m_places->journal());
            Event event = journal.events()[4];
            journal.exec(QStringLiteral("INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?)"),
                         {event.run, number, event.previousHash, event.time, event.author,
                          event.epoch, event.kind, QString::fromUtf8(event.body), event.hash});
        }
        const QStringList problems = found();
        QVERIFY2(problems.contains(QStringLiteral("number@%1").arg(number.toInt())),
                 qPrintable(problems.join(u' ')));
    }
}

void TestVerify::objectsAndLogsAreLookedAt()
{
    const ObjectStore objects(m_places->objects());
    const QString object = objects.path(m_object);
    const QString log = m_places->attempt(runId, 2) + QLatin1String("/output.log");
    QVERIFY(QFile::rename(object, object + QLatin1String(".kept")));
    QCOMPARE(found(), QStringList{QStringLiteral("object@5")});
    QVERIFY(QFile::rename(object + QLatin1String(".kept"), object));
    QVERIFY(QFile::setPermissions(object, QFile::ReadOwner | QFile::WriteOwner));
    QFile file(object);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("E");
    file.close();
    QCOMPARE(found(), QStringList{QStringLiteral("object@5")});
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("e");
    file.close();
    QVERIFY(verify().isWhole());
    QVERIFY(QFile::rename(log, log + QLatin1String(".kept")));
    QCOMPARE(found(), QStringList{QStringLiteral("log@9")});
    QVERIFY(QFile::rename(log + QLatin1String(".kept"), log));
    const QString checklist = objects.path(sha256Hex("the checklist"));
    QVERIFY(QFile::rename(checklist, checklist + QLatin1String(".kept")));
    QCOMPARE(found(), QStringList{QStringLiteral("object@1")});
    QVERIFY(QFile::rename(checklist + QLatin1String(".kept"), checklist));
}

/// Of every byte of the file one: it is refused, found, or no event is another than before.
void TestVerify::aFlippedByteIsRefusedOrChangesNothing()
{
    const QList<Event> whole = events();
    QRandomGenerator random(4711);
    int harmless = 0;
    for (int i = 0; i < flips; ++i) {
        restore();
        // The first bytes hold what SQLite itself goes by: each of them, then anywhere.
        const qint64 at = i < 100 ? i : random.bounded(m_journal.size());
        QByteArray bytes = m_journal;
        bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
        QFile file(m_places->journal());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        const auto place = QStringLiteral("byte %1").arg(at);
        auto store = SqliteStore::open(m_places->journal(), QStringLiteral("ana"), m_clock);
        const auto read =
            store ? (*store)->events(runId, 0, 1000) : Result<QList<Event>>(store.error());
        bool isSame = read && read->size() == whole.size();
        for (qsizetype n = 0; isSame && n < whole.size(); ++n)
            isSame = (*read)[n].hash == whole[n].hash && (*read)[n].body == whole[n].body;
        const VerifyReport report = verify();
        // A shorter list is what a cut tail looks like: verify tells them apart.
        QVERIFY2(!read || isSame || (read->size() < whole.size() && !report.isWhole()),
                 qPrintable(place));
        QVERIFY2(!report.isWhole() || isSame, qPrintable(place));
        harmless += report.isWhole() ? 1 : 0;
    }
    QVERIFY2(harmless < flips / 2, qPrintable(QString::number(harmless)));
}

void TestVerify::aJournalThatIsNoneIsASentence()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("no database at all, but long enough"),
                                    m_journal.left(m_journal.size() / 2), QByteArray(5000, '\0'),
                                    "SQLite format 3" + QByteArray(4000, 'x')}) {
        restore();
        QFile file(m_places->journal());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        const VerifyReport report = verify();
        QVERIFY(!report.isWhole());
        QVERIFY(!report.problems.first().what.message().isEmpty());
    }
    restore();
    QVERIFY(QFile::remove(m_places->journal()));
    QVERIFY(!verify().isWhole()); // its folder tells that there was one
}

void TestVerify::anUnknownRunIsAnError()
{
    for (const char *name : {"zzzzzzzz", "zz", "..", "abc/def"})
        QVERIFY2(!verifyRun(*m_places, QLatin1String(name)), name);
    QCOMPARE(verifyRun(*m_places, runId.left(5))->run, runId);
    QCOMPARE(verifyRun(*m_places, QStringLiteral("last"))->run, runId);
}

void TestVerify::headsAreRead()
{
    const QString hash(64, u'a');
    QCOMPARE(*knownHead(hash), (KnownHead{0, hash}));
    QCOMPARE(*knownHead(QLatin1String("17:") + hash.toUpper()), (KnownHead{17, hash}));
    for (const QString &text : {QString(), QStringLiteral("17"), QLatin1String("0:") + hash,
                                QLatin1String("x:") + hash, hash + u'a', QLatin1String(":") + hash})
        QVERIFY2(!knownHead(text), qPrintable(text));
}

void TestVerify::verifyingChangesNothing()
{
    QVERIFY(verify().isWhole());
    QFile journal(m_places->journal());
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QCOMPARE(journal.readAll(), m_journal);
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
