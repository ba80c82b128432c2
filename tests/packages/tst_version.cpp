// SPDX-License-Identifier: MIT
#include "core/packages/version.h"

#include "core/packages/packagename.h"
#include "tests/packages/pintext.h"

#include <QtTest>

using namespace Slipway;

class TestVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalFormsAndOrderAreThoseOfPep440();
    void theOrderHoldsBetweenAnyTwo();
    void refusesWhatIsNoVersion_data();
    void refusesWhatIsNoVersion();
    void normalFormIsItsOwnNormalForm();
    void tellsTheKindOfARelease();
    void namesAreComparedInTheirNormalForm();
    void namesHaveTheFormOfPep508();

private:
    /// Spelling, normal form and relation to the line before.
    static QList<QStringList> table()
    {
        QList<QStringList> rows;
        const QStringList lines = QString::fromUtf8(testData("versions.txt")).split(u'\n');
        for (const QString &line : lines)
            if (!line.isEmpty() && !line.startsWith(u'#'))
                rows.append(line.split(u'\t'));
        return rows;
    }
};

void TestVersion::normalFormsAndOrderAreThoseOfPep440()
{
    const QList<QStringList> rows = table();
    QVERIFY(rows.size() > 300);
    std::optional<Version> last;
    for (const QStringList &row : rows) {
        const auto version = Version::parse(row.at(0));
        QVERIFY2(version, qPrintable(row.at(0)));
        QCOMPARE(version->normalText(), row.at(1));
        if (last)
            QVERIFY2(row.at(2) == u"=" ? *last == *version : *last < *version,
                     qPrintable(row.at(0)));
        last = version;
    }
}

void TestVersion::theOrderHoldsBetweenAnyTwo()
{
    QList<Version> versions;
    QList<int> ranks; // equal versions have one rank
    const QList<QStringList> rows = table();
    for (const QStringList &row : rows) {
        const auto version = Version::parse(row.at(0));
        QVERIFY2(version, qPrintable(row.at(0)));
        ranks.append(ranks.isEmpty() ? 0 : ranks.last() + (row.at(2) == u"<"));
        versions.append(*version);
    }
    for (qsizetype a = 0; a < versions.size(); ++a)
        for (qsizetype b = 0; b < versions.size(); ++b)
            QVERIFY2(((versions.at(a) <=> versions.at(b)) < 0) == (ranks.at(a) < ranks.at(b)) &&
                         (versions.at(a) == versions.at(b)) == (ranks.at(a) == ranks.at(b)),
                     qPrintable(rows.at(a).at(0) + u' ' + rows.at(b).at(0)));
}

void TestVersion::refusesWhatIsNoVersion_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "1.",
                             "1..2",
                             ".1",
                             "1.2.x",
                             "1a1b1",
                             "1+",
                             "1+a..b",
                             "1+a+b",
                             "french toast",
                             "1.0.0-",
                             "1!",
                             "!1",
                             "1.dev.x",
                             "1 2",
                             "1.0+_foobar",
                             "1+\u00e9",
                             "\u0661",
                             "1.0.post1.post2",
                             "1.0.dev1.post1",
                             "1.0dev1a1",
                             "vv1",
                             "1.*",
                             "$V"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestVersion::refusesWhatIsNoVersion()
{
    QFETCH(QString, text);
    QVERIFY(!Version::parse(text));
}

void TestVersion::normalFormIsItsOwnNormalForm()
{
    const QList<QStringList> rows = table();
    for (const QStringList &row : rows)
        QCOMPARE(Version::parse(row.at(1)).value_or(Version()).normalText(), row.at(1));
}

void TestVersion::tellsTheKindOfARelease()
{
    const auto version = [](const char *text) { return *Version::parse(QString::fromUtf8(text)); };
    QVERIFY(version("1.0rc1").isPrerelease());
    QVERIFY(version("1.0.dev3").isPrerelease());
    QVERIFY(!version("1.0.post1").isPrerelease());
    QVERIFY(version("1.0-1").isPostrelease());
    QVERIFY(version("2.1.0+cu118").isLocal());
    QCOMPARE(version("2.1.0+CU_118").localText(), QStringLiteral("cu.118"));
    QCOMPARE(version("3!01.10.0").release(), words("1|10|0"));
    QCOMPARE(version("3!01.10.0").epoch(), QStringLiteral("3"));
}

void TestVersion::namesAreComparedInTheirNormalForm()
{
    for (const char *name : {"ruamel.yaml", "Ruamel_YAML", "ruamel-.-yaml", "RUAMEL__yaml"})
        QCOMPARE(normalPackageName(QString::fromUtf8(name)), QStringLiteral("ruamel-yaml"));
}

void TestVersion::namesHaveTheFormOfPep508()
{
    for (const char *name : {"a", "A1", "zope.interface", "a--b", "0x"})
        QVERIFY2(isPackageName(QString::fromUtf8(name)), name);
    for (const char *name : {"", "-a", "a-", "a b", "a/b", "\u00e9", "_a", "a."})
        QVERIFY2(!isPackageName(QString::fromUtf8(name)), name);
}

QTEST_GUILESS_MAIN(TestVersion)
#include "tst_version.moc"
