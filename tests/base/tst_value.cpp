// SPDX-License-Identifier: MIT
#include "core/base/value.h"

#include <QTest>

using namespace Slipway;

class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askedForAnotherKindItGivesNothing();
    void insideATextItReadsAsAPersonWouldWriteIt();
    void everyKindSurvivesJson();
    void anUnknownInsideIsSeen();
    void kindsAreNeverEqual();
};

void TestValue::askedForAnotherKindItGivesNothing()
{
    const Value text(QStringLiteral("3"));
    QCOMPARE(text.number(), 0);
    QCOMPARE(text.flag(), false);
    QVERIFY(text.list().isEmpty());
    QVERIFY(text.map().isEmpty());
    QVERIFY(text[QStringLiteral("x")].isNull());
    QCOMPARE(Value(3).text(), QString());
    QCOMPARE(text.texts(), QStringList{QStringLiteral("3")});
}

void TestValue::insideATextItReadsAsAPersonWouldWriteIt()
{
    QCOMPARE(Value(-7).display(), QStringLiteral("-7"));
    QCOMPARE(Value(true).display(), QStringLiteral("true"));
    QCOMPARE(Value().display(), QString());
    QCOMPARE(Value::ofTexts({QStringLiteral("a"), QStringLiteral("b")}).display(),
             QStringLiteral("[\"a\",\"b\"]"));
}

void TestValue::everyKindSurvivesJson()
{
    const Value value(Value::Map{{QStringLiteral("a"), Value(Value::List{Value(1), Value()})},
                                 {QStringLiteral("b"), Value(false)},
                                 {QStringLiteral("c"), Value::unknown()},
                                 {QStringLiteral("d"), Value(QStringLiteral("é"))},
                                 {QStringLiteral("e"), Value(Value::Map())}});
    QCOMPARE(Value::fromJson(value.toJson()), value);
}

void TestValue::anUnknownInsideIsSeen()
{
    const Value inside(Value::Map{{QStringLiteral("a"), Value(Value::List{Value::unknown()})}});
    QVERIFY(inside.hasUnknown());
    QVERIFY(!inside.isUnknown());
    QVERIFY(!Value(Value::List{Value()}).hasUnknown());
}

void TestValue::kindsAreNeverEqual()
{
    QVERIFY(!(Value(1) == Value(true)));
    QVERIFY(!(Value(1) == Value(QStringLiteral("1"))));
    QVERIFY(!(Value() == Value::unknown()));
    QVERIFY(!(Value(Value::List()) == Value(Value::Map())));
}

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
