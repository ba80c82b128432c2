// SPDX-License-Identifier: MIT
#include "tests/process/attemptfixture.h"

#include "core/base/canonicaljson.h"
#include "core/process/logindex.h"

#include <QDateTime>
#include <QDir>
#include <QTest>
#include <sys/mount.h>

using namespace Slipway;

namespace {

/// A file system of 4 MiB in memory.
class SmallDisk final
{
public:
    explicit SmallDisk(const QString &folder) : m_folder(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        m_isMounted = ::mount("none", m_folder.constData(), "tmpfs", 0, "size=4m,mode=0700") == 0;
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isMounted() const { return m_isMounted; }

private:
    QByteArray m_folder;
    bool m_isMounted = false;
};

} // namespace

/// What slipway-exec keeps of the output, and what it hides.
class TestAttemptOutput : public QObject, private AttemptFixture
{
    Q_OBJECT

private:
    /// Every byte of every file in the attempt's folder.
    QByteArray everything() const
    {
        QByteArray all;
        const QStringList names = QDir(attempt().path()).entryList(QDir::Files);
        for (const QString &name : names)
            all += content(attempt().captureFile(name));
        return all;
    }

private Q_SLOTS:
    void init() { begin(); }

    void aSecretIsNeverWritten()
    {
        const QString value = QStringLiteral("s3cr3t-\"value\"");
        Command captured = shell(QStringLiteral("printf '<%s>' \"$TOKEN\""));
        captured.captureFile = QStringLiteral("out.txt");
        const ProgramResult result =
            run(spec({shell(QStringLiteral("printf '[%s]' \"$TOKEN\"; "
                                           "printf '{%s}' \"$(printf %s \"$TOKEN\" | base64)\"; "
                                           "printf '(%s)' \"$(printf x:%s \"$TOKEN\" | base64)\"")),
                      captured}),
                {{QStringLiteral("TOKEN"), value}});
        QVERIFY(result.isSuccess());
        QVERIFY2(logText().startsWith(QStringLiteral("[***]{***")), qPrintable(logText()));
        QCOMPARE(content(attempt().captureFile(QStringLiteral("out.txt"))),
                 QByteArrayLiteral("<***>"));
        const QByteArray all = everything();
        QVERIFY(!all.contains(value.toUtf8()));
        QVERIFY(!all.contains("s3cr3t"));
        QVERIFY(!all.contains(value.toUtf8().toBase64().left(12)));
        QVERIFY(!all.contains(("x:" + value.toUtf8()).toBase64().mid(3, 12)));
    }

    void aSecretCutBetweenWritesIsFound()
    {
        const ProgramResult result =
            run(spec({shell(QStringLiteral("printf 'a abcab'; sleep 0.3; printf 'cdef abcabcd'; "
                                           "sleep 0.2; printf 'e z abcabc'"))}),
                {{QStringLiteral("TOKEN"), QStringLiteral("abcabcdef")}});
        QVERIFY(result.isSuccess());
        QCOMPARE(logText(), QStringLiteral("a *** abcabcde z abcabc"));
    }

    void overlappingSecretsAreHiddenWhole()
    {
        const ProgramResult result =
            run(spec({shell(QStringLiteral("printf 'xabcdef'; sleep 0.2; printf 'ghix '; "
                                           "printf abcabcabcabc"))}),
                {{QStringLiteral("ONE"), QStringLiteral("abcdef")},
                 {QStringLiteral("TWO"), QStringLiteral("defghi")},
                 {QStringLiteral("THREE"), QStringLiteral("abcabc")}});
        QVERIFY(result.isSuccess());
        QCOMPARE(logText(), QStringLiteral("x***x ***"));
    }

    void aSecretAmongMuchOutputIsFoundEveryTime()
    {
        const ProgramResult result =
            run(spec({bash(QStringLiteral("for ((i=0;i<20000;i++)); do "
                                          "printf '%0*d%s' $((i % 997)) 0 $TOKEN; done"))}),
                {{QStringLiteral("TOKEN"), QStringLiteral("needle-in-hay")}});
        QVERIFY(result.isSuccess());
        QVERIFY(!logBytes().contains("needle"));
        QCOMPARE(logBytes().count("***"), 20000);
        QVERIFY(logBytes().size() > 8'000'000);
    }

    void fiftyMegabytesArriveByteForByte()
    {
        const ProgramResult result =
            run(spec({shell(QStringLiteral("head -c 50000000 /dev/urandom > data; cat data"))}));
        QVERIFY(result.isSuccess());
        QCOMPARE(result.logBytes, 50'000'000);
        QCOMPARE(sha256Hex(logBytes()), sha256Hex(content(path("data"))));
    }

    void whatIsBeyondTheQuotaIsCounted()
    {
        ProgramSpec toRun =
            spec({shell(QStringLiteral("head -c 3000000 /dev/zero; echo x > end"))});
        toRun.maxLogBytes = 1'000'000;
        const ProgramResult result = run(toRun);
        QVERIFY(result.isSuccess());
        QCOMPARE(result.logBytes, 1'000'000);
        QCOMPARE(result.droppedBytes, 2'000'000);
        QCOMPARE(logBytes().size(), 1'000'000);
        QCOMPARE(content(path("end")), QByteArrayLiteral("x\n"));
    }

    void aFloodIsReadToItsEnd()
    {
        ProgramSpec toRun =
            spec({shell(QStringLiteral("head -c 1000000000 /dev/zero; echo x > end"))});
        toRun.maxLogBytes = 1'000'000;
        QCOMPARE(launch(toRun), QString());
        const ProgramResult result = wait(60'000);
        QVERIFY(result.isSuccess());
        QCOMPARE(result.logBytes, 1'000'000);
        QCOMPARE(result.droppedBytes, 999'000'000);
        QCOMPARE(content(path("end")), QByteArrayLiteral("x\n"));
    }

    void aFullDiskLosesOutputButNoResult_data()
    {
        QTest::addColumn<QString>("script");
        QTest::newRow("by the log") << QStringLiteral("head -c 8000000 /dev/zero");
        QTest::newRow("by the program") << QStringLiteral(
            "cat /dev/zero > disk/attempt/junk 2> junk; head -c 8000000 /dev/zero");
    }

    void aFullDiskLosesOutputButNoResult()
    {
        QFETCH(QString, script);
        SmallDisk disk(path("disk"));
        if (!disk.isMounted())
            QSKIP("Only root can make a disk that is small enough to fill.");
        const AttemptFolder onDisk(path("disk") + QStringLiteral("/attempt"));
        const ProgramSpec toRun = spec({shell(script + QStringLiteral("; echo x > end"))});
        QVERIFY(onDisk.prepare(toRun).isOk());
        QVERIFY(onDisk.launch(supervisor(), mark()).isOk());
        QTRY_VERIFY_WITH_TIMEOUT(onDisk.hasResult(), 20'000);
        const ProgramResult result = onDisk.result().valueOr({});
        QCOMPARE(result.end, End::Failed);
        QVERIFY2(result.reason.contains(QStringLiteral("output.log: No space left")),
                 qPrintable(result.reason));
        QCOMPARE(result.commands.at(0).exitCode, 0);
        QVERIFY(result.droppedBytes > 0);
        QCOMPARE(result.logBytes, QFileInfo(onDisk.logFile()).size());
        QCOMPARE(result.logBytes + result.droppedBytes, 8'000'000);
        QCOMPARE(content(path("end")), QByteArrayLiteral("x\n"));
    }

    void aDiskThatIsFullBeforehandStartsNothing()
    {
        SmallDisk disk(path("disk"));
        if (!disk.isMounted())
            QSKIP("Only root can make a disk that is small enough to fill.");
        const AttemptFolder onDisk(path("disk") + QStringLiteral("/attempt"));
        QVERIFY(onDisk.prepare(spec({shell(QStringLiteral("echo x > end"))})).isOk());
        QFile junk(path("disk") + QStringLiteral("/junk"));
        QVERIFY(junk.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (junk.write(QByteArray(4096, 'x')) > 0) {
        }
        const Result<void> launched = onDisk.launch(supervisor(), mark());
        QVERIFY(!launched);
        QCOMPARE(launched.error().code(), QStringLiteral("file.disk-full"));
        QVERIFY(!QFileInfo::exists(path("end")));
        QVERIFY(junk.remove());
        QCOMPARE(onDisk.inspect(mark()).value(), State::NeverStarted);
    }

    void aCaptureThatIsCutShortFails()
    {
        Command command = shell(QStringLiteral("head -c 3000000 /dev/zero"));
        command.captureFile = QStringLiteral("out");
        ProgramSpec toRun = spec({command});
        toRun.maxLogBytes = 1'000'000;
        const ProgramResult result = run(toRun);
        QCOMPARE(result.end, End::Failed);
        QVERIFY2(result.reason.contains(QStringLiteral("out: more output")),
                 qPrintable(result.reason));
    }

    void bytesThatAreNoUtf8AreKept()
    {
        QVERIFY(run(spec({shell(QStringLiteral("printf '\\377\\300a\\000b\\r\\033[0m'"))}))
                    .isSuccess());
        QCOMPARE(logBytes(), QByteArrayLiteral("\xff\xc0"
                                               "a\0b\r\x1b[0m"));
    }

    void theIndexTellsWhenALineCame()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(run(spec({shell(QStringLiteral("echo one; sleep 0.4; echo two; echo three"))}))
                    .isSuccess());
        LogIndex index(attempt().indexFile());
        QVERIFY(index.refresh());
        QVERIFY(!index.refresh());
        QCOMPARE(index.records().size(), 2);
        QCOMPARE(index.atOffset(0)->line, 0);
        const LogIndex::Record second = index.atOffset(5).value();
        QCOMPARE(second.offset, 4);
        QCOMPARE(second.line, 1);
        QVERIFY(second.ms - index.atOffset(0)->ms >= 300);
        QVERIFY(index.atOffset(0)->ms >= before);
        QCOMPARE(index.atLine(2)->offset, 4);
        QCOMPARE(index.atLine(0)->offset, 0);
    }

    void theIndexFindsLinesOfALongLog()
    {
        QVERIFY(run(spec({shell(QStringLiteral("seq 1 300000"))})).isSuccess());
        LogIndex index(attempt().indexFile());
        QVERIFY(index.refresh());
        const QByteArray log = logBytes();
        QVERIFY(index.records().size() > 20);
        for (const LogIndex::Record &record : index.records())
            QCOMPARE(log.left(record.offset).count('\n'), record.line);
        const LogIndex::Record record = index.atLine(200'000).value();
        QVERIFY(record.line <= 200'000 && record.line > 150'000);
    }

    void aMissingIndexIsEmpty()
    {
        LogIndex index(path("none"));
        QVERIFY(!index.refresh());
        QVERIFY(!index.atOffset(0).has_value());
    }
};

QTEST_GUILESS_MAIN(TestAttemptOutput)
#include "tst_attemptoutput.moc"
