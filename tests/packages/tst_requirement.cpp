// SPDX-License-Identifier: MIT
#include "core/packages/requirement.h"

#include "tests/packages/pintext.h"

#include <QtTest>

using namespace Slipway;

class TestRequirement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheParts_data();
    void findsTheParts();
    void rangesStandWhereTheyRead();
    void refusesWhatIsNoRequirement_data();
    void refusesWhatIsNoRequirement();
    void tellsFilesAndAddressesFromNames();
};

void TestRequirement::findsTheParts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("parts"); // name(extras)/specifier/clauses/url/marker
    const auto row = [](const char *text, const char *parts) {
        QTest::newRow(text) << QByteArray(text) << QString::fromUtf8(parts);
    };
    row("a", "a()////");
    row(" a==1 ", "a()/==1/==1//");
    row("A.b-C_d [x, y-z] >= 1.2 , <2", "A.b-C_d(x,y-z)/ >= 1.2 , <2/>=1.2,<2//");
    row("a[]==1", "a()/==1/==1//");
    row("a (>=1,<2); os=='x'", "a()/ (>=1,<2)/>=1,<2// os=='x'");
    row("a===weird;x", "a()/===weird/===weird//x");
    row("a~=1.4.2", "a()/~=1.4.2/~=1.4.2//");
    row("a!=1.*,<=3", "a()/!=1.*,<=3/!=1.*,<=3//");
    row("a @ https://e.org/x;y.whl ; z", "a()///https://e.org/x;y.whl/ z");
    row("a[b]@git+https://e.org/x@v1#egg=a", "a(b)///git+https://e.org/x@v1#egg=a/");
    row("a==1!2.0+x.1", "a()/==1!2.0+x.1/==1!2.0+x.1//");
}

void TestRequirement::findsTheParts()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, parts);
    const auto found = Requirement::parse(text);
    QVERIFY(found.isOk());
    QStringList clauses;
    for (const SpecifierClause &clause : found->clauses)
        clauses.append(clause.op + QString::fromUtf8(clause.version));
    QCOMPARE(QStringLiteral("%1(%2)/%3/%4/%5/%6")
                 .arg(found->name, found->extras.join(u','),
                      QString::fromUtf8(found->specifier.of(text)), clauses.join(u','),
                      QString::fromUtf8(found->url.of(text)),
                      QString::fromUtf8(found->marker.of(text))),
             parts);
}

void TestRequirement::rangesStandWhereTheyRead()
{
    const QByteArray text = "  name[x] >= 1.5 ; m == '2'";
    const auto found = Requirement::parse(text);
    QCOMPARE(found->nameRange.of(text), QByteArray("name"));
    QCOMPARE(found->specifier.of(text), QByteArray(" >= 1.5"));
    QCOMPARE(found->clauses.first().versionRange.of(text), QByteArray("1.5"));
}

void TestRequirement::refusesWhatIsNoRequirement_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", " ", "==1", "a==", "a b", "a[b", "a[b c]", "a[-]", "a (==1",
                             "a ()", "a=1", "-a", "a-==1", "a==1 b", "\xC3\xA9==1", "a==1,"})
        QTest::newRow(text) << QByteArray(text);
}

void TestRequirement::refusesWhatIsNoRequirement()
{
    QFETCH(QByteArray, text);
    const auto found = Requirement::parse(text);
    if (text == "a==1,") { // a comma at the end is allowed by pip
        QVERIFY(found.isOk());
        return;
    }
    QVERIFY(!found.isOk());
    QCOMPARE(found.error().code(), QStringLiteral("packages.not-a-requirement"));
}

void TestRequirement::tellsFilesAndAddressesFromNames()
{
    for (const char *text :
         {".", "./x", "../x[y]", "/x", "~/x", "x/y", "a-1.0-py3-none-any.whl", "A-1.0.TAR.GZ",
          "a.zip ; x", "https://e.org/a", "git+ssh://e.org/a@b", "file:///a", "a.whl[extra]"})
        QVERIFY2(isFileOrAddress(text), text);
    for (const char *text : {"a", "a==1", "zip", "a.b", "a @ https://e.org/x.whl",
                             "a[x] @ file:///y", "a; python_version=='x/y'"})
        QVERIFY2(!isFileOrAddress(text), text);
}

QTEST_GUILESS_MAIN(TestRequirement)
#include "tst_requirement.moc"
