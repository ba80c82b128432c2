// SPDX-License-Identifier: MIT
#include "tests/process/attemptfixture.h"

#include "core/process/startrecord.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <csignal>

using namespace Slipway;

/// What is made of an attempt whose supervisor is gone: on a machine of paper, whose /proc the
/// test writes, and with real processes.
class TestHostFacts : public QObject, private AttemptFixture
{
    Q_OBJECT

private:
    QString proc() const { return path("proc"); }

    void put(const QString &name, const QByteArray &bytes) const
    {
        const QString file = proc() + u'/' + name;
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }

    void boot(const QByteArray &id) const
    {
        put(QStringLiteral("sys/kernel/random/boot_id"), id + '\n');
        put(QStringLiteral("stat"), "cpu 1 2 3\nbtime 1700000000\nprocesses 9\n");
    }

    /// A process that says it belongs to the attempt.
    void process(int pid, int startTime, const QString &ofAttempt, const char *state = "S",
                 int threads = 1) const
    {
        const QString folder = QString::number(pid);
        put(folder + QStringLiteral("/environ"),
            QByteArrayLiteral("HOME=/") + '\0' + "SLIPWAY_ATTEMPT=" + ofAttempt.toUtf8() + '\0');
        put(folder + QStringLiteral("/stat"), QByteArray::number(pid) + " (a) Z 1 (b) " + state +
                                                  " 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 " +
                                                  QByteArray::number(threads) + " 0 " +
                                                  QByteArray::number(startTime) + " 1 1\n");
    }

    HostFacts here(const char *name = "desk") const
    {
        return HostFacts(proc(), QString::fromLatin1(name));
    }

    /// An attempt that began on desk, in boot one, 500 ticks after it, and whose supervisor is
    /// gone.
    void began() const
    {
        QVERIFY(attempt().prepare(spec({shell(QStringLiteral("true"))})).isOk());
        const QJsonObject record{{QStringLiteral("boot"), QStringLiteral("one")},
                                 {QStringLiteral("pid"), 4711},
                                 {QStringLiteral("startTime"), 500},
                                 {QStringLiteral("host"), QStringLiteral("desk")},
                                 {QStringLiteral("at"), qint64(1'700'000'005'000)}};
        QFile started(attempt().path() + QStringLiteral("/started"));
        QVERIFY(started.open(QIODevice::WriteOnly));
        started.write(QJsonDocument(record).toJson());
    }

    AttemptFolder::Inspection look(const HostFacts &facts) const
    {
        return attempt().look(mark(), facts).valueOr({});
    }

private Q_SLOTS:
    void init()
    {
        begin();
        began();
    }

    void whatIsMarkedAndStillRunsIsNamed()
    {
        boot("one");
        process(4800, 600, mark());
        process(4801, 600, mark() + u'0');
        process(4802, 600, mark(), "Z");
        process(4803, 600, mark(), "Z", 2);
        const AttemptFolder::Inspection seen = look(here());
        QCOMPARE(seen.state, State::Lost);
        QCOMPARE(seen.left.size(), 2);
        QCOMPARE(seen.left[0],
                 (MarkedProcess{4800, 600, 1'700'000'006'000, QStringLiteral("a) Z 1 (b")}));
        QCOMPARE(seen.left[1].pid, 4803);
        QCOMPARE(seen.restartedAt, 0);
    }

    void aPidThatIsUsedAgainCountsForNothing()
    {
        boot("one");
        process(4711, 900, QStringLiteral("other/1"));
        QCOMPARE(look(here()).state, State::Vanished);
    }

    void aMarkFromBeforeTheAttemptCountsForNothing()
    {
        boot("one");
        process(4800, 499, mark());
        QCOMPARE(look(here()).state, State::Vanished);
        process(4800, 500, mark());
        QCOMPARE(look(here()).state, State::Lost);
    }

    void afterARestartNothingIsLookedFor()
    {
        boot("two");
        process(4711, 600, mark());
        const AttemptFolder::Inspection seen = look(here());
        QCOMPARE(seen.state, State::Vanished);
        QCOMPARE(seen.restartedAt, 1'700'000'000'000);
        QVERIFY(seen.left.isEmpty());
    }

    void anotherMachineKnowsNothing()
    {
        boot("two");
        const AttemptFolder::Inspection seen = look(here("laptop"));
        QCOMPARE(seen.state, State::Elsewhere);
        QCOMPARE(seen.host, QStringLiteral("desk"));
    }

    void aMachineThatWasRenamedIsTheSame()
    {
        boot("one");
        QCOMPARE(look(here("table")).state, State::Vanished);
        process(4800, 600, mark());
        QCOMPARE(look(here("table")).state, State::Lost);
    }

    void anUnreadableRecordIsNoProofOfARestart()
    {
        QCOMPARE(int(StartRecord::fromJson("{").place(here())), int(StartRecord::Place::ThisBoot));
        boot("two");
        QCOMPARE(int(StartRecord::fromJson("{}").place(here())), int(StartRecord::Place::ThisBoot));
    }

    void theRealSupervisorWritesWhatIsRead()
    {
        begin();
        QCOMPARE(launch(spec({shell(QStringLiteral("sleep 100"))})), QString());
        QFile file(attempt().path() + QStringLiteral("/started"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const StartRecord record = StartRecord::fromJson(file.readAll());
        const HostFacts real;
        QCOMPARE(record.bootId, real.bootId());
        QVERIFY(!record.bootId.isEmpty());
        QCOMPARE(record.host, real.hostName());
        QCOMPARE(int(record.place(real)), int(StartRecord::Place::ThisBoot));
        QTRY_VERIFY(!real.marked(mark(), record.startTime).isEmpty());
        const MarkedProcess program = real.marked(mark(), record.startTime).first();
        QVERIFY(program.startTime >= record.startTime);
        QVERIFY(qAbs(program.startedAt - record.at) < 5000);
        QVERIFY(real.marked(mark(), program.startTime + 100'000).isEmpty());
        QVERIFY(attempt().requestCancel().isOk());
        QCOMPARE(wait().end, End::Cancelled);
    }

    void whatEscapedADeadSupervisorIsNamedUntilItEnds()
    {
        begin();
        QCOMPARE(launch(spec({shell(QStringLiteral("setsid sleep 100 & echo $! > pid; "
                                                   "sleep 100"))})),
                 QString());
        QVERIFY(waitForFile("pid"));
        const pid_t escaped = content(path("pid")).trimmed().toInt();
        QCOMPARE(::kill(pid_t(supervisorPid()), SIGKILL), 0);
        // The program itself dies by its death signal, and so does nothing that left it.
        QTRY_COMPARE(attempt().inspect(mark()).value(), State::Lost);
        const HostFacts real;
        QTRY_VERIFY(attempt().look(mark(), real)->left.size() <= 2);
        const QList<MarkedProcess> left = attempt().look(mark(), real)->left;
        QVERIFY(std::any_of(left.begin(), left.end(),
                            [&](const MarkedProcess &one) { return one.pid == escaped; }));
        for (const MarkedProcess &one : left)
            ::kill(pid_t(one.pid), SIGKILL);
        QTRY_COMPARE(attempt().inspect(mark()).value(), State::Vanished);
    }
};

QTEST_GUILESS_MAIN(TestHostFacts)
#include "tst_hostfacts.moc"
