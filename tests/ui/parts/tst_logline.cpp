// SPDX-License-Identifier: MIT
#include "ui/log/logline.h"

#include "ui/log/logscan.h"
#include "ui/parts/celltext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Slipway;

class TestLogLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shows_data();
    void shows();
    void coloursAreRead();
    void longLinesAreCut();
    void anyBytesAreHarmless();
    void countsWarningsAndErrors_data();
    void countsWarningsAndErrors();
    void indexIsTheSameHoweverTheBytesArrive();
    void wideCharactersTakeTwoCells();
};

void TestLogLine::shows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("abc") << QStringLiteral("abc");
    QTest::newRow("colour") << QByteArray("\x1b[31ma\x1b[0mb") << QStringLiteral("ab");
    QTest::newRow("other sequence") << QByteArray("\x1b[2Ka") << QStringLiteral("^[[2Ka");
    QTest::newRow("title") << QByteArray("\x1b]0;x\x07") << QStringLiteral("^[]0;x^G");
    QTest::newRow("unfinished") << QByteArray("a\x1b[3") << QStringLiteral("a^[[3");
    QTest::newRow("rewritten") << QByteArray("10%\r50%\r100%") << QStringLiteral("100%");
    QTest::newRow("windows end") << QByteArray("abc\r") << QStringLiteral("abc");
    QTest::newRow("tab") << QByteArray("a\tb") << QStringLiteral("a       b");
    QTest::newRow("bidi") << QByteArray("a\xe2\x80\xae"
                                        "b")
                          << QStringLiteral("a\u2039U+202E\u203ab");
    QTest::newRow("broken") << QByteArray("a\xff"
                                          "b")
                            << QStringLiteral("a\ufffdb");
}

void TestLogLine::shows()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(LogLine::fromBytes(bytes).text, text);
}

void TestLogLine::coloursAreRead()
{
    const LogLine line =
        LogLine::fromBytes("a\x1b[1;31mb\x1b[0;38;5;208mc\x1b[38;2;1;2;3;4md\x1b[me");
    QCOMPARE(line.text, QStringLiteral("abcde"));
    QCOMPARE(line.runs.size(), 3);
    QCOMPARE(line.runs[0].style.ink, 1);
    QVERIFY(line.runs[0].style.isBold);
    QCOMPARE(line.runs[1].style.ink, 208);
    QVERIFY(!line.runs[1].style.isBold);
    QCOMPARE(line.runs[2].style.ink, LogStyle::trueColour | 0x010203);
    QVERIFY(line.runs[2].style.isUnderlined);
}

void TestLogLine::longLinesAreCut()
{
    const LogLine line = LogLine::fromBytes(QByteArray(LogLine::maximumBytes + 1, 'x'));
    QVERIFY(line.isCut);
    QCOMPARE(line.text.size(), LogLine::maximumBytes + 1);
    QVERIFY(line.text.endsWith(QChar(0x2026)));
}

void TestLogLine::anyBytesAreHarmless()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes;
        for (int i = random.bounded(60); i > 0; --i)
            bytes += random.bounded(3) == 0 ? "\x1b[38;\r:5m2\t"[random.bounded(11)]
                                            : char(random.bounded(256));
        const LogLine line = LogLine::fromBytes(bytes);
        for (const QChar c : line.text)
            QVERIFY(c.unicode() >= 0x20 && c.unicode() != 0x7f && c.unicode() != 0x202e);
        for (const LogRun &run : line.runs)
            QVERIFY(run.from >= 0 && run.from + run.length <= line.text.size());
    }
}

void TestLogLine::countsWarningsAndErrors_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("what");
    QTest::newRow("1") << QByteArray("WARNING: x") << int(LineClass::Warning);
    QTest::newRow("2") << QByteArray("ValueError: bad") << int(LineClass::Error);
    QTest::newRow("3") << QByteArray("3 errors") << int(LineClass::Error);
    QTest::newRow("4") << QByteArray("0 errors, 10 warnings") << int(LineClass::Warning);
    QTest::newRow("5") << QByteArray("no errors") << int(LineClass::Plain);
    QTest::newRow("6") << QByteArray("copying error.py") << int(LineClass::Plain);
    QTest::newRow("7") << QByteArray("terror") << int(LineClass::Plain);
    QTest::newRow("8") << QByteArray("Successfully installed x") << int(LineClass::Success);
    QTest::newRow("9") << QByteArray("10 errors") << int(LineClass::Error);
}

void TestLogLine::countsWarningsAndErrors()
{
    QFETCH(QByteArray, line);
    QFETCH(int, what);
    QCOMPARE(int(classOf(line)), what);
}

void TestLogLine::indexIsTheSameHoweverTheBytesArrive()
{
    QByteArray bytes;
    QRandomGenerator random(3);
    for (int line = 0; line < 3000; ++line)
        bytes += QByteArray(random.bounded(300), 'x') + (line % 9 == 0 ? " error\n" : "\n");
    bytes += QByteArray(600'000, 'y') + "\nlast";
    LogScan whole;
    whole.feed(bytes);
    LogScan pieces;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = qMin<qsizetype>(1 + random.bounded(5000), bytes.size() - at);
        pieces.feed(QByteArrayView(bytes).sliced(at, size));
        at += size;
    }
    QCOMPARE(whole.lineCount(), 3002);
    QCOMPARE(pieces.lineCount(), whole.lineCount());
    QCOMPARE(pieces.errors, whole.errors);
    QCOMPARE(pieces.fresh.size(), whole.fresh.size());
    for (qsizetype i = 0; i < whole.fresh.size(); ++i) {
        QCOMPARE(pieces.fresh[i].offset, whole.fresh[i].offset);
        QCOMPARE(bytes.first(whole.fresh[i].offset).count('\n'), whole.fresh[i].line);
    }
}

void TestLogLine::wideCharactersTakeTwoCells()
{
    const CellText cells(QStringLiteral("a\u6f22\u0301b"));
    QCOMPARE(cells.columns(), 4);
    QCOMPARE(cells.columnOf(3), 3);
    QCOMPARE(cells.indexAt(2), 1);
    QCOMPARE(cells.indexAt(3), 3);
    QCOMPARE(cells.indexAt(99), 4);
}

QTEST_GUILESS_MAIN(TestLogLine)
#include "tst_logline.moc"
