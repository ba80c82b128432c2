// SPDX-License-Identifier: MIT
#include "core/packages/comparison.h"

#include <QJsonArray>
#include <QtTest>

using namespace Slipway;

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecameOfAPackage_data();
    void saysWhatBecameOfAPackage();
    void findsSpellingsOfOneName();
    void joinsWhatSeveralSourcesSay();
    void comparesWithTheChosenBaseline();
    void anotherOriginIsAChange();
    void writesJson();
    void keepsMarkdownAndFormulasHarmless();
};

namespace {

Inventory inventory(const QString &label, const QList<QPair<QString, QString>> &packages)
{
    QList<InstalledPackage> list;
    for (const auto &[name, version] : packages)
        list.append({name, version, Version::parse(version)});
    return Inventory::of(label, list);
}

ComparedPackage only(const QString &before, const QString &after)
{
    const auto one = [](const QString &version) {
        QList<QPair<QString, QString>> packages;
        if (!version.isEmpty())
            packages.append({QStringLiteral("x"), version});
        return inventory(QStringLiteral("s"), packages);
    };
    return Comparison::of({one(before), one(after)}).packages().first();
}

} // namespace

void TestComparison::saysWhatBecameOfAPackage_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("severity");
    const auto row = [](const char *before, const char *after, const char *change,
                        const char *severity) {
        QTest::addRow("%s to %s", before, after)
            << QString::fromLatin1(before) << QString::fromLatin1(after)
            << QString::fromLatin1(change) << QString::fromLatin1(severity);
    };
    row("1.0", "1.0", "same", "");
    row("1.0", "1.0.0", "same", ""); // PEP 440: missing parts are zero
    row("1.0", "2.0", "upgraded", "major");
    row("1.9", "1.10", "upgraded", "minor");
    row("1.2.3", "1.2.2", "downgraded", "patch");
    row("1.2", "1.2.0.1", "upgraded", "patch");
    row("9.0", "1!1.0", "upgraded", "major");
    row("1.0rc1", "1.0", "upgraded", "suffix");
    row("1.0", "1.0.post1", "upgraded", "suffix");
    row("1.0", "1.0.dev1", "downgraded", "suffix");
    row("2.1.0", "2.1.0+cu118", "upgraded", "suffix");
    row("", "1.0", "added", "");
    row("1.0", "", "removed", "");
    row("1.0-weird-x", "1.0", "changed", ""); // no version of PEP 440 has no order
}

void TestComparison::saysWhatBecameOfAPackage()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const ComparedPackage package = only(before, after);
    QTEST(changeName(package.change), "change");
    QTEST(severityName(package.severity), "severity");
    QCOMPARE(package.versions(), QStringList({before, after}));
}

void TestComparison::findsSpellingsOfOneName()
{
    const Comparison comparison = Comparison::of(
        {inventory(QStringLiteral("a"), {{QStringLiteral("ML_dtypes"), QStringLiteral("1.0")}}),
         inventory(QStringLiteral("b"), {{QStringLiteral("ml-dtypes"), QStringLiteral("1.0")}})});
    QCOMPARE(comparison.packages().size(), 1);
    QVERIFY(comparison.isSame());
    QCOMPARE(comparison.packages().first().name, QStringLiteral("ML_dtypes"));
}

void TestComparison::joinsWhatSeveralSourcesSay()
{
    const auto with = [](const char *version) {
        return inventory(QStringLiteral("s"),
                         {{QStringLiteral("x"), QString::fromLatin1(version)}});
    };
    const auto changeOf = [](const QList<Inventory> &sources) {
        return Comparison::of(sources).packages().first();
    };
    QCOMPARE(changeOf({with("1.0"), with("1.0"), with("2.0")}).change, PackageChange::Upgraded);
    QCOMPARE(changeOf({with("1.0"), with("1.1"), with("2.0")}).severity, ChangeSeverity::Major);
    QCOMPARE(changeOf({with("1.0"), with("0.9"), with("2.0")}).change, PackageChange::Changed);
    QCOMPARE(changeOf({with("1.0"), Inventory::of(QStringLiteral("s"), {}), with("1.0")}).change,
             PackageChange::Removed);
}

void TestComparison::comparesWithTheChosenBaseline()
{
    const QList<Inventory> sources{
        inventory(QStringLiteral("a"), {{QStringLiteral("x"), QStringLiteral("1.0")}}),
        inventory(QStringLiteral("b"), {{QStringLiteral("x"), QStringLiteral("2.0")}})};
    QCOMPARE(Comparison::of(sources, 1).packages().first().change, PackageChange::Downgraded);
    QCOMPARE(Comparison::of(sources, 0).packages().first().change, PackageChange::Upgraded);
}

void TestComparison::anotherOriginIsAChange()
{
    InstalledPackage here{QStringLiteral("x"), QStringLiteral("1.0"),
                          Version::parse(QStringLiteral("1.0"))};
    InstalledPackage there = here;
    there.origin = QStringLiteral("file:///src/x");
    QCOMPARE(changeBetween(&here, &there), PackageChange::Changed);
    QCOMPARE(changeBetween(&here, &here), PackageChange::Same);
}

void TestComparison::writesJson()
{
    const Comparison comparison = Comparison::of(
        {inventory(QStringLiteral("a"), {{QStringLiteral("x"), QStringLiteral("1.0")}}),
         inventory(QStringLiteral("b"), {{QStringLiteral("y"), QStringLiteral("2.0")}})});
    const QJsonObject json = comparison.toJson();
    QCOMPARE(json[u"sources"].toArray(), (QJsonArray{QStringLiteral("a"), QStringLiteral("b")}));
    const QJsonObject x = json[u"packages"].toArray()[0].toObject();
    QCOMPARE(x[u"versions"].toArray(), (QJsonArray{QStringLiteral("1.0"), QJsonValue()}));
    QCOMPARE(x[u"change"].toString(), QStringLiteral("removed"));
    QVERIFY(x[u"severity"].isNull());
}

void TestComparison::keepsMarkdownAndFormulasHarmless()
{
    InstalledPackage odd{QStringLiteral("x"), QStringLiteral("=1|2<b>"), {}};
    const Comparison comparison = Comparison::of(
        {Inventory::of(QStringLiteral("+cmd"), {odd}), Inventory::of(QStringLiteral("b"), {})});
    const QString csv = comparison.toCsv();
    QVERIFY2(csv.contains(QStringLiteral("\"'+cmd\"")), qPrintable(csv));
    QVERIFY2(csv.contains(QStringLiteral("\"'=1|2<b>\"")), qPrintable(csv));
    QVERIFY(comparison.toMarkdown().contains(QStringLiteral("=1\\|2\\<b\\>")));
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"
