// SPDX-License-Identifier: MIT
#include "core/steps/textreplacement.h"

#include <QTest>

using namespace Slipway;

class TestTextReplacement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesTheOneMatchAndNoOtherByte();
    void namesTheLinesWhenItOccursMoreThanOnce();
    void saysSoWhenItDoesNotOccur();
    void replacesAnyNumber();
    void replacesWholeLinesAndKeepsTheirEnds();
    void replacesByExpressionWithGroups();
    void refusesExpressionsThatMatchNothing_data();
    void refusesExpressionsThatMatchNothing();
    void bytesThatAreNotTextSurviveATextSearch();
    void aReplacementThatStandsThereIsDone();
    void offsetsAreRightBehindLettersOfSeveralBytes();

private:
    static TextReplacement text(const char *find, const char *replacement)
    {
        TextReplacement what;
        what.find = QString::fromUtf8(find);
        what.replacement = QString::fromUtf8(replacement);
        return what;
    }
    static Result<ReplacedText> replace(const QByteArray &bytes, const TextReplacement &what)
    {
        return replaceText(bytes, what, QStringLiteral("file.txt"));
    }
};

void TestTextReplacement::replacesTheOneMatchAndNoOtherByte()
{
    const auto result = replace("a\r\nb = 1 # x\n\n\tc", text("b = 1", "b = 2"));
    QVERIFY(result);
    QCOMPARE(result->bytes, QByteArray("a\r\nb = 2 # x\n\n\tc"));
    QCOMPARE(result->lines, QList<int>{2});
}

void TestTextReplacement::namesTheLinesWhenItOccursMoreThanOnce()
{
    const auto result = replace("x\ny\nx\n", text("x", "z"));
    QCOMPARE(result.error().code(), QStringLiteral("replace.count"));
    QVERIFY2(result.error().message().contains(u"line 1, 3"), qPrintable(result.error().message()));
    auto twice = text("x", "z");
    twice.count = 2;
    QCOMPARE(replace("x\ny\nx\n", twice).value().bytes, QByteArray("z\ny\nz\n"));
    twice.count = 3;
    QVERIFY(!replace("x\ny\nx\n", twice));
}

void TestTextReplacement::saysSoWhenItDoesNotOccur()
{
    const auto result = replace("abc", text("x", ""));
    QCOMPARE(result.error().code(), QStringLiteral("replace.count"));
    QVERIFY(result.error().message().contains(u"file.txt"));
    QVERIFY(!replace("abc", text("", "x")));
}

void TestTextReplacement::replacesAnyNumber()
{
    auto any = text("x", "y");
    any.count = std::nullopt;
    QCOMPARE(replace("x x\nx", any).value().bytes, QByteArray("y y\ny"));
    QVERIFY(!replace("abc", any));
}

void TestTextReplacement::replacesWholeLinesAndKeepsTheirEnds()
{
    auto line = text("^mllib\\b.*$", "wheel.whl");
    line.wholeLines = true;
    QCOMPARE(replace("a\r\nmllib==1.2 # mllib\r\nb", line).value().bytes,
             QByteArray("a\r\nwheel.whl\r\nb"));
    QCOMPARE(replace("mllib", line).value().bytes, QByteArray("wheel.whl"));
    QCOMPARE(replace("mllib\n", line).value().bytes, QByteArray("wheel.whl\n"));
    QVERIFY(!replace("mllib\nmllib\n", line));
    QCOMPARE(replace("x\n\nmllib\r\n", line).value().lines, QList<int>{3});
    QVERIFY(!replace("x mllib\n", line));
}

void TestTextReplacement::replacesByExpressionWithGroups()
{
    auto what = text("^(version) = \"(\\d+)\"$", "\\1 = \"\\2.0\" \\\\1");
    what.how = TextReplacement::How::Expression;
    QCOMPARE(replace("x\nversion = \"3\"\nmy version = \"4\"\n", what).value().bytes,
             QByteArray("x\nversion = \"3.0\" \\1\nmy version = \"4\"\n"));
}

void TestTextReplacement::refusesExpressionsThatMatchNothing_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("unbalanced") << QStringLiteral("(");
    QTest::newRow("empty match") << QStringLiteral("x*");
    QTest::newRow("line start") << QStringLiteral("^");
}

void TestTextReplacement::refusesExpressionsThatMatchNothing()
{
    QFETCH(QString, expression);
    TextReplacement what;
    what.find = expression;
    what.how = TextReplacement::How::Expression;
    what.count = std::nullopt;
    QCOMPARE(replace("abc\n", what).error().code(), QStringLiteral("replace.expression"));
}

void TestTextReplacement::bytesThatAreNotTextSurviveATextSearch()
{
    const QByteArray before("\xff\xfe one \x00 two", 13);
    QByteArray after = before;
    after.replace("one", "1");
    QCOMPARE(replace(before, text("one", "1")).value().bytes, after);
    auto what = text("one", "1");
    what.how = TextReplacement::How::Expression;
    QCOMPARE(replace(before, what).error().code(), QStringLiteral("replace.not-text"));
}

void TestTextReplacement::aReplacementThatStandsThereIsDone()
{
    const auto result = replace("b = 2\n", text("b = 1", "b = 2"));
    QVERIFY(result);
    QVERIFY(result->wasDone);
    QCOMPARE(result->bytes, QByteArray("b = 2\n"));
    auto line = text("mllib==", "wheel.whl");
    line.wholeLines = true;
    QVERIFY(replace("wheel.whl\r\n", line).value().wasDone);
    QVERIFY(!replace("the wheel.whl\r\n", line));
}

void TestTextReplacement::offsetsAreRightBehindLettersOfSeveralBytes()
{
    auto what = text("b(\\d)", "c\\1");
    what.how = TextReplacement::How::Expression;
    QCOMPARE(replace("ação 𝄞 b1 é", what).value().bytes, QByteArray("ação 𝄞 c1 é"));
}

QTEST_GUILESS_MAIN(TestTextReplacement)
#include "tst_textreplacement.moc"
