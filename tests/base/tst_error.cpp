// SPDX-License-Identifier: MIT
#include "core/base/error.h"

#include <QTest>

using namespace Slipway;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArgumentIsNeverTakenForAPlaceholder();
    void itSurvivesJson();
    void foreignJsonGivesAnEmptyOne();
    void aMessageSurvivesJson();
};

void TestError::anArgumentIsNeverTakenForAPlaceholder()
{
    const Error error(QStringLiteral("x.y"), "%1 and %2.",
                      {QStringLiteral("%2"), QStringLiteral("b")});
    QCOMPARE(error.message(), QStringLiteral("%2 and b."));
}

void TestError::itSurvivesJson()
{
    const Error error = Error(QStringLiteral("x.y"), "No %1.", {QStringLiteral("é")})
                            .withDetail(QStringLiteral("more"))
                            .at({QStringLiteral("f.yaml"), 3, 7});
    const Error read = Error::fromJson(error.toJson());
    QCOMPARE(read, error);
    QCOMPARE(read.message(), QStringLiteral("No é."));
    QCOMPARE(read.place().text(), QStringLiteral("f.yaml:3:7"));
}

void TestError::foreignJsonGivesAnEmptyOne()
{
    QVERIFY(Error::fromJson({}).isEmpty());
    QVERIFY(Error::fromJson({{QStringLiteral("code"), 7}}).isEmpty());
    QVERIFY(Error().message().isEmpty());
}

void TestError::aMessageSurvivesJson()
{
    const Message message("%1 of %2", {QStringLiteral("a"), QStringLiteral("%1")});
    QCOMPARE(Message::fromJson(message.toJson()), message);
    QCOMPARE(message.english(), QStringLiteral("a of %1"));
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
