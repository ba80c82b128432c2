// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"
#include "core/journal/sqlitestore.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

using namespace Slipway;

namespace {

const QString runId = QStringLiteral("abcdefghijkl");

constexpr int kills = 2000;
constexpr int journals = 4;
constexpr int writersOfEach = 2;
constexpr int mostAcknowledged = 4; // of one life
constexpr int usualPad = 200;
constexpr int largestPad = 9000; // a transaction of several pages now and then
constexpr int fencedStatus = 7;

/// What a writer tells once its append is durable.
struct Told
{
    qint64 number = 0;
    qint64 count = 0; ///< of its own appends, from 1
    char hash[64] = {};
};

QByteArray bodyOf(int writer, qint64 count, int pad)
{
    return *canonicalJson(QJsonObject{{QStringLiteral("count"), count},
                                      {QStringLiteral("pad"), QString(pad, u'x')},
                                      {QStringLiteral("writer"), writer}});
}

struct Job
{
    QString file;
    int writer = 0;
    qint64 appends = -1; ///< -1: until it is killed
    qint64 epoch = 0;
    qint64 dieAfter = -1; ///< it is killed some time after so many appends; -1: never
    int dieWithinUs = 0;  ///< that time
};

/// kill -9 by the kernel, at whatever the process does then.
void beKilledIn(int microseconds)
{
    sigevent event = {};
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGKILL;
    timer_t timer = {};
    itimerspec when = {};
    when.it_value.tv_nsec = 1 + microseconds * 1000L;
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0 ||
        timer_settime(timer, 0, &when, nullptr) != 0)
        _exit(5);
}

bool isFenced(const Result<Event> &event)
{
    return !event && event.error().code() == QLatin1String("journal.fenced");
}

/// In a process of its own: begins the run if nobody did, appends, tells.
[[noreturn]] void work(const Job &job, int toParent)
{
    if (job.dieAfter == 0)
        beKilledIn(job.dieWithinUs);
    const SystemClock clock;
    auto store = SqliteStore::open(job.file, QStringLiteral("w%1").arg(job.writer), clock);
    if (!store)
        _exit(1);
    QRandomGenerator random(quint32(job.writer));
    // Another writer may begin it at the same moment.
    if (!(*store)->head(runId)) [[maybe_unused]]
        const auto begun = (*store)->append(runId, QStringLiteral("run.created"), "{}", 0);
    if (job.epoch > 0 && !(*store)->append(runId, QStringLiteral("lease.taken"), "{}", job.epoch))
        _exit(2);
    for (qint64 count = 1; job.appends < 0 || count <= job.appends; ++count) {
        const int pad = int(random.bounded(random.bounded(10) == 0 ? largestPad : usualPad));
        const auto event = (*store)->append(runId, QStringLiteral("run.noted"),
                                            bodyOf(job.writer, count, pad), job.epoch);
        if (!event)
            _exit(isFenced(event) ? fencedStatus : 3);
        Told told{event->number, count, {}};
        std::memcpy(told.hash, event->hash.toLatin1().constData(), sizeof told.hash);
        if (write(toParent, &told, sizeof told) != sizeof told)
            _exit(4);
        if (count == job.dieAfter)
            beKilledIn(job.dieWithinUs);
    }
    _exit(0);
}

/// A child that works, and what it told so far.
class Writer final
{
public:
    explicit Writer(const Job &job) : m_job(job)
    {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0)
            qFatal("no pipe");
        m_pid = fork();
        if (m_pid == 0)
            work(job, ends[1]);
        ::close(ends[1]);
        m_pipe = ends[0];
        ::fcntl(m_pipe, F_SETFL, O_NONBLOCK);
    }
    ~Writer()
    {
        if (!m_isOver) {
            ::kill(m_pid, SIGKILL);
            wait();
        }
        ::close(m_pipe);
    }
    Q_DISABLE_COPY_MOVE(Writer)

    pid_t pid() const { return m_pid; }
    const Job &job() const { return m_job; }
    const QList<Told> &told() const { return m_told; }

    void listen()
    {
        Told told;
        while (::read(m_pipe, &told, sizeof told) == sizeof told)
            m_told.append(told);
    }
    static constexpr int wasKilled = -1;
    /// The exit status, or wasKilled. It listens meanwhile: a writer whose pipe is full would
    /// never come to its end.
    int wait()
    {
        int status = 0;
        while (::waitpid(m_pid, &status, WNOHANG) == 0) {
            listen();
            QTest::qSleep(1);
        }
        m_isOver = true;
        listen();
        return WIFEXITED(status) ? WEXITSTATUS(status) : wasKilled;
    }

private:
    Job m_job;
    pid_t m_pid = -1;
    int m_pipe = -1;
    bool m_isOver = false;
    QList<Told> m_told;
};

/// Reads what is new in a journal and holds it against what has to be there.
class Oracle final
{
public:
    explicit Oracle(QString file) : m_file(std::move(file)) {}

    const QString &file() const { return m_file; }
    qint64 events() const { return m_hashes.size(); }

    /// Empty, or what is wrong.
    QString readOn()
    {
        const SystemClock clock;
        auto store = SqliteStore::open(m_file, QStringLiteral("oracle"), clock);
        if (!store)
            return store.error().message();
        while (true) {
            const auto page = (*store)->events(runId, m_hashes.size(), 500);
            if (!page)
                return page.error().message();
            for (const Event &event : *page) {
                if (const QString wrong = look(event); !wrong.isEmpty())
                    return wrong;
            }
            if (page->size() < 500)
                break;
        }
        if (m_hashes.isEmpty())
            return {};
        const auto head = (*store)->head(runId);
        if (!head)
            return head.error().message();
        // Others may have gone on since.
        const bool agrees = head->number > m_hashes.size() || head->hash == m_hashes.last();
        return agrees ? QString() : QStringLiteral("the head row is off");
    }

    /// All that a writer told is there once; one more may be, which it had no time to tell.
    QString holds(const Writer &writer) const
    {
        const qint64 told = writer.told().isEmpty() ? 0 : writer.told().last().count;
        const qint64 seen = m_counts.value(writer.job().writer);
        if (seen < told || seen > told + 1)
            return QStringLiteral("writer %1 told %2 appends, the journal has %3")
                .arg(writer.job().writer)
                .arg(told)
                .arg(seen);
        for (const Told &one : writer.told()) {
            if (m_hashes.value(one.number - 1) != QString::fromLatin1(one.hash, sizeof one.hash))
                return QStringLiteral("event %1 is not the one that was told").arg(one.number);
        }
        return {};
    }

private:
    QString look(const Event &event)
    {
        const QString before = m_hashes.isEmpty() ? zeroHash() : m_hashes.last();
        if (event.number != m_hashes.size() + 1 || event.previousHash != before ||
            eventHash(event) != event.hash)
            return QStringLiteral("the chain breaks at %1").arg(event.number);
        m_hashes.append(event.hash);
        const QJsonObject body = event.json();
        if (event.kind != QLatin1String("run.noted"))
            return {};
        qint64 &count = m_counts[body[QLatin1String("writer")].toInt()];
        if (body[QLatin1String("count")].toInteger() != ++count)
            return QStringLiteral("event %1 is doubled or comes after a lost one")
                .arg(event.number);
        return {};
    }

    QString m_file;
    QStringList m_hashes;
    QHash<int, qint64> m_counts; ///< appends seen, by writer
};

} // namespace

/// Writers in processes of their own, side by side, killed, fenced: the chain stays whole.
class TestJournalProcesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void twoThousandKillsLoseAndDoubleNothing();
    void processesAppendAtOnceWithoutGaps_data();
    void processesAppendAtOnceWithoutGaps();
    void peopleAppendBesideADriver();
    void aDriverThatWasOvertakenIsFenced();

private:
    QString file(int index) const
    {
        return m_folder->filePath(QStringLiteral("journal-%1.sqlite").arg(index));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// In memory where there is such a place: what a killed process leaves does not depend on a
/// disk, and the time that a disk takes for each commit would be most of these tests.
void TestJournalProcesses::init()
{
    const QString memory = QStringLiteral("/dev/shm");
    m_folder = QFileInfo(memory).isWritable()
                   ? std::make_unique<QTemporaryDir>(memory + QLatin1String("/slipway-XXXXXX"))
                   : std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestJournalProcesses::twoThousandKillsLoseAndDoubleNothing()
{
    QRandomGenerator random(20261121);
    QElapsedTimer timer;
    timer.start();
    std::vector<Oracle> oracles;
    for (int i = 0; i < journals; ++i)
        oracles.emplace_back(file(i));
    int begun = 0;
    const auto begin = [&](int journal) {
        const qint64 after = random.bounded(mostAcknowledged + 1);
        // Some die while they open the journal, or make its tables.
        const int within = int(random.bounded(after == 0 ? 10'000 : 1'500));
        return std::make_unique<Writer>(
            Job{oracles[size_t(journal)].file(), ++begun, -1, 0, after, within});
    };
    std::map<pid_t, std::pair<int, std::unique_ptr<Writer>>> writers;
    const auto add = [&](int journal) {
        auto writer = begin(journal);
        const pid_t pid = writer->pid();
        writers.emplace(pid, std::pair(journal, std::move(writer)));
    };
    for (int i = 0; i < journals * writersOfEach; ++i)
        add(i % journals);
    int killed = 0;
    while (!writers.empty()) {
        siginfo_t dead = {};
        QCOMPARE(::waitid(P_ALL, 0, &dead, WEXITED | WNOWAIT), 0);
        const auto found = writers.find(dead.si_pid);
        QVERIFY(found != writers.end());
        const auto [journal, writer] = std::move(found->second);
        writers.erase(found);
        const int status = writer->wait();
        QVERIFY2(status == Writer::wasKilled, qPrintable(QString::number(status)));
        ++killed;
        Oracle &oracle = oracles[size_t(journal)];
        const QString wrong = oracle.readOn();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        const QString lost = oracle.holds(*writer);
        QVERIFY2(lost.isEmpty(), qPrintable(lost));
        if (begun < kills)
            add(journal);
    }
    QCOMPARE(killed, kills);
    qint64 events = 0;
    for (Oracle &oracle : oracles) {
        events += oracle.events();
        Oracle fresh(oracle.file()); // from the first event
        QCOMPARE(fresh.readOn(), QString());
        QCOMPARE(fresh.events(), oracle.events());
    }
    // Else nothing was at stake.
    QVERIFY2(events > kills, qPrintable(QString::number(events)));
    qInfo("%d kills, %lld events, %lld ms", killed, events, timer.elapsed());
}

void TestJournalProcesses::processesAppendAtOnceWithoutGaps_data()
{
    QTest::addColumn<int>("processes");
    QTest::newRow("two") << 2;
    QTest::newRow("four") << 4;
}

void TestJournalProcesses::processesAppendAtOnceWithoutGaps()
{
    QFETCH(int, processes);
    constexpr int appends = 100;
    std::vector<std::unique_ptr<Writer>> writers;
    for (int i = 0; i < processes; ++i)
        writers.push_back(std::make_unique<Writer>(Job{file(0), i + 1, appends, 0}));
    for (const auto &writer : writers)
        QCOMPARE(writer->wait(), 0);
    Oracle oracle(file(0));
    QCOMPARE(oracle.readOn(), QString());
    QCOMPARE(oracle.events(), qint64(1 + processes * appends));
    for (const auto &writer : writers) {
        QCOMPARE(writer->told().size(), appends);
        QCOMPARE(oracle.holds(*writer), QString());
    }
}

void TestJournalProcesses::peopleAppendBesideADriver()
{
    Writer driver(Job{file(0), 1, 100, 1});
    Writer ana(Job{file(0), 2, 50, 0});
    Writer bruno(Job{file(0), 3, 50, 0});
    QCOMPARE(driver.wait(), 0);
    QCOMPARE(ana.wait(), 0);
    QCOMPARE(bruno.wait(), 0);
    Oracle oracle(file(0));
    QCOMPARE(oracle.readOn(), QString());
    QCOMPARE(oracle.events(), qint64(202));
    for (const Writer *writer : {&driver, &ana, &bruno})
        QCOMPARE(oracle.holds(*writer), QString());
}

void TestJournalProcesses::aDriverThatWasOvertakenIsFenced()
{
    Writer old(Job{file(0), 1, -1, 1});
    QTRY_VERIFY_WITH_TIMEOUT((old.listen(), old.told().size() > 5), 20'000);
    Writer fresh(Job{file(0), 2, 30, 2});
    QCOMPARE(fresh.wait(), 0);
    QCOMPARE(old.wait(), fencedStatus);
    Oracle oracle(file(0));
    QCOMPARE(oracle.readOn(), QString());
    QCOMPARE(oracle.holds(old), QString());
    QCOMPARE(oracle.holds(fresh), QString());
    const SystemClock clock;
    auto store = SqliteStore::open(file(0), QStringLiteral("ana"), clock);
    QVERIFY(store);
    bool isOvertaken = false;
    const auto events = (*store)->events(runId, 0, 100'000);
    QVERIFY(events);
    for (const Event &event : *events) {
        isOvertaken = isOvertaken || event.epoch == 2;
        QVERIFY(!isOvertaken || event.epoch != 1);
    }
}

QTEST_GUILESS_MAIN(TestJournalProcesses)
#include "tst_journalprocesses.moc"
