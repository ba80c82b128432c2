// SPDX-License-Identifier: MIT
#include "core/packages/versionbump.h"

#include "tests/packages/pintext.h"

#include <QtTest>

using namespace Slipway;

class TestVersionBump : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheMarkedText_data();
    void findsTheMarkedText();
    void severalMatchesNameTheirLines();
    void patternsThatCannotBeUsedAreErrors_data();
    void patternsThatCannotBeUsedAreErrors();
    void raisesOneNumber_data();
    void raisesOneNumber();
    void aNumberThatIsNotThereIsAnError();
    void raisesTheStackVersionOfADockerfile();
    void refusesTextsThatBreakTheLine();
};

void TestVersionBump::findsTheMarkedText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QByteArray>("marked");
    const auto row = [](const char *name, const char *bytes, const char *pattern,
                        const char *marked) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(pattern)
                            << QByteArray(marked);
    };
    row("group", "a\r\nversion = \"1.8.5\"\r\n", "^version = \"([^\"]*)\"", "1.8.5");
    row("whole match", "x 1.2 y\n", "\\d+\\.\\d+", "1.2");
    row("named group", "ENV S=\"r1.2.3 (l==4)\"\n", "S=\"(r[\\d.]+) \\(l==(?<version>[\\d.]+)",
        "4");
    row("behind accents", "# ção\nv=7\n", "^v=(.*)$", "7");
    row("accents in the pattern", "versão = 9\n", "versão = (\\d+)", "9");
    row("bytes of another encoding", "\xE9 v=7\n", "v=(\\d)", "7");
}

void TestVersionBump::findsTheMarkedText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, pattern);
    QFETCH(QByteArray, marked);
    const auto range = locateMarked(bytes, pattern);
    QVERIFY(range.isOk());
    QCOMPARE(range->of(bytes), marked);
}

void TestVersionBump::severalMatchesNameTheirLines()
{
    const auto range = locateMarked("v=1\nx\nv=2\n", QStringLiteral("^v=(\\d)"));
    QCOMPARE(range.error().code(), QStringLiteral("packages.several-matches"));
    QCOMPARE(range.error().arguments().last(), QStringLiteral("1, 3"));
}

void TestVersionBump::patternsThatCannotBeUsedAreErrors_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("code");
    QTest::newRow("open group") << QStringLiteral("v=(") << QStringLiteral("packages.bad-pattern");
    QTest::newRow("two groups") << QStringLiteral("(v)=(.)")
                                << QStringLiteral("packages.bad-pattern");
    QTest::newRow("no match") << QStringLiteral("w=(.)") << QStringLiteral("packages.no-match");
    QTest::newRow("empty match") << QStringLiteral("z*") << QStringLiteral("packages.no-match");
    QTest::newRow("endless") << QStringLiteral("(?:a+)+$b") << QStringLiteral("packages.no-match");
}

void TestVersionBump::patternsThatCannotBeUsedAreErrors()
{
    QFETCH(QString, pattern);
    QFETCH(QString, code);
    const auto range = locateMarked("v=1 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\n", pattern);
    QVERIFY(!range.isOk());
    QCOMPARE(range.error().code(), code);
}

void TestVersionBump::raisesOneNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("raisedText");
    const auto row = [](const char *text, int number, const char *raisedText) {
        QTest::addRow("%s %d", text, number)
            << QString::fromUtf8(text) << number << QString::fromUtf8(raisedText);
    };
    row("1.8.5", -1, "1.8.6");
    row("1.8.5", 2, "1.9.5");
    row("r1.6.18", 3, "r1.6.19");
    row("r1.6.99", 3, "r1.6.100");
    row("1.8.9", -2, "1.9.9");
    row("009", 1, "010");
    row("99999999999999999999", 1, "100000000000000000000");
    row("2.0rc1", -1, "2.0rc2");
}

void TestVersionBump::raisesOneNumber()
{
    QFETCH(QString, text);
    QFETCH(int, number);
    QFETCH(QString, raisedText);
    const auto result = raised(text, number);
    QVERIFY(result.isOk());
    QCOMPARE(*result, raisedText);
}

void TestVersionBump::aNumberThatIsNotThereIsAnError()
{
    for (const int number : {0, 4, -4})
        QCOMPARE(raised(QStringLiteral("r1.6.18"), number).error().code(),
                 QStringLiteral("packages.no-such-number"));
}

void TestVersionBump::raisesTheStackVersionOfADockerfile()
{
    QByteArray bytes = testData("api.Dockerfile");
    const QByteArray before = bytes;
    const auto stack =
        locateMarked(bytes, QStringLiteral("^ENV STACK_VERSION=\"(r\\d+\\.\\d+\\.\\d+) "));
    QVERIFY(stack.isOk());
    const auto next = raised(QString::fromUtf8(stack->of(bytes)), 3);
    bytes = *withMarkedText(bytes, *stack, *next);
    const auto library =
        locateMarked(bytes, QStringLiteral("^ENV STACK_VERSION=.*\\(lib-stack==([^)]*)\\)"));
    QVERIFY(library.isOk());
    bytes = *withMarkedText(bytes, *library, QStringLiteral("1.8.13"));
    QCOMPARE(bytes, QByteArray(before).replace("r1.6.18 (lib-stack==1.8.12)",
                                               "r1.6.19 (lib-stack==1.8.13)"));
}

void TestVersionBump::refusesTextsThatBreakTheLine()
{
    for (const char *text : {"", "1\n2", "1\r", "1\x1b[m", "1\u2028"})
        QCOMPARE(withMarkedText("v=1", {2, 3}, QString::fromUtf8(text)).error().code(),
                 QStringLiteral("packages.bad-version-text"));
}

QTEST_GUILESS_MAIN(TestVersionBump)
#include "tst_versionbump.moc"
