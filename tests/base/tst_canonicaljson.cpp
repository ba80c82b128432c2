// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"

#include <QJsonArray>

#include <QTest>

using namespace Slipway;

class TestCanonicalJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesHaveOneForm_data();
    void valuesHaveOneForm();
    void whatHasNoOneFormIsRefused_data();
    void whatHasNoOneFormIsRefused();
    void whatIsWrittenIsReadAgain();
    void whatIsNoObjectIsRefused();
    void theDigestIsSha256InLowerCase();
};

void TestCanonicalJson::valuesHaveOneForm_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("keys are sorted")
        << QJsonValue(QJsonObject{
               {QStringLiteral("b"), 1}, {QStringLiteral("B"), 2}, {QStringLiteral("a"), 3}})
        << QByteArray(R"({"B":2,"a":3,"b":1})");
    QTest::newRow("nothing and flags")
        << QJsonValue(QJsonArray{QJsonValue::Null, true, false}) << QByteArray("[null,true,false]");
    QTest::newRow("empty") << QJsonValue(QJsonArray{QJsonObject{}, QJsonArray{}, QString()})
                           << QByteArray(R"([{},[],""])");
    QTest::newRow("numbers") << QJsonValue(QJsonArray{0, -1, qint64(9007199254740992)})
                             << QByteArray("[0,-1,9007199254740992]");
    QTest::newRow("minus zero") << QJsonValue(-0.0) << QByteArray("0");
    QTest::newRow("escapes") << QJsonValue(QString::fromUtf8("\"\\/\b\f\n\r\t\x01\x1f\x7f"))
                             << QByteArray(R"("\"\\/\b\f\n\r\t\u0001\u001f)"
                                           "\x7f\"");
    QTest::newRow("UTF-8 stays") << QJsonValue(QString::fromUtf8("é€😀")) << QByteArray("\"é€😀\"");
}

void TestCanonicalJson::valuesHaveOneForm()
{
    QFETCH(QJsonValue, value);
    QFETCH(QByteArray, bytes);
    const auto text = canonicalJson(value);
    QVERIFY(text);
    QCOMPARE(*text, bytes);
}

void TestCanonicalJson::whatHasNoOneFormIsRefused_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("fraction") << QJsonValue(0.5);
    QTest::newRow("too large") << QJsonValue(1e300);
    QTest::newRow("undefined") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("key") << QJsonValue(QJsonObject{{QStringLiteral("é"), 1}});
    QTest::newRow("deep inside") << QJsonValue(
        QJsonArray{QJsonObject{{QStringLiteral("a"), QJsonArray{1.5}}}});
}

void TestCanonicalJson::whatHasNoOneFormIsRefused()
{
    QFETCH(QJsonValue, value);
    const auto text = canonicalJson(value);
    QVERIFY(!text);
    QCOMPARE(text.error().code(), QStringLiteral("json.not-canonical"));
}

void TestCanonicalJson::whatIsWrittenIsReadAgain()
{
    const QJsonObject object{{QStringLiteral("a"), QJsonArray{1, QStringLiteral("\x02\"")}}};
    const auto read = parseJsonObject(*canonicalJson(object));
    QVERIFY(read);
    QCOMPARE(*read, object);
}

void TestCanonicalJson::whatIsNoObjectIsRefused()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("[1]"), QByteArray("{\"a\":")}) {
        const auto read = parseJsonObject(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code(), QStringLiteral("json.broken"));
    }
}

/// FIPS 180-2, B.1.
void TestCanonicalJson::theDigestIsSha256InLowerCase()
{
    QCOMPARE(sha256Hex("abc"),
             QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
