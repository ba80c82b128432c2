// SPDX-License-Identifier: MIT
#include "ui/table/packagetable.h"

#include "ui/table/packagefilter.h"
#include "ui/table/packagemodel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QTest>

using namespace Slipway;

class TestPackageTable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesAreToldByTheVersions_data();
    void changesAreToldByTheVersions();
    void evidenceIsRead();
    void rowsAreFilteredAndSorted();
};

void TestPackageTable::changesAreToldByTheVersions_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("change");
    const auto row = [](const char *before, const char *after, RowChange change) {
        QTest::addRow("%s to %s", before, after)
            << QString::fromLatin1(before) << QString::fromLatin1(after) << int(change);
    };
    row("1.0", "1.0.0", RowChange::Same);
    row("1.2.3", "1.2.4", RowChange::Patch);
    row("1.2.3", "1.2.3.post1", RowChange::Patch);
    row("1.9", "1.10", RowChange::Minor);
    row("80.9.0", "82.0.1", RowChange::Major);
    row("2.6.3", "2.5.0", RowChange::Downgrade);
    row("", "1", RowChange::Added);
    row("1", "", RowChange::Removed);
    row("1", "what", RowChange::Other);
}

void TestPackageTable::changesAreToldByTheVersions()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(int, change);
    QCOMPARE(int(rowChangeBetween(before, after)), change);
}

void TestPackageTable::evidenceIsRead()
{
    const PackageRows rows = PackageRows::fromEvidence(
        R"({"sources": ["a|b", "c"], "packages": [{"name": "x", "versions": ["1.0", "2.0", "9"]},)"
        R"({"versions": []}, 7]})");
    QCOMPARE(rows.rows.size(), 1);
    QCOMPARE(rows.rows[0].versions.size(), 2);
    QCOMPARE(int(rows.rows[0].change), int(RowChange::Major));
    QVERIFY(rows.markdown().contains(QLatin1String("a\\|b")));
    QVERIFY(PackageRows::fromEvidence("nothing").rows.isEmpty());
}

void TestPackageTable::rowsAreFilteredAndSorted()
{
    PackageRows rows;
    rows.sources = {QStringLiteral("one"), QStringLiteral("two")};
    rows.add(QStringLiteral("pika"), {QStringLiteral("1.10"), QStringLiteral("1.10")});
    rows.add(QStringLiteral("numpy"), {QStringLiteral("1.9"), QStringLiteral("2.0")});
    PackageModel model;
    model.setRows(rows);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    PackageFilter filter;
    filter.setSourceModel(&model);
    filter.sort(2);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("numpy"));
    filter.setOnlyDifferences(true);
    QCOMPARE(filter.rowCount(), 1);
    filter.setOnlyDifferences(false);
    filter.setText(QStringLiteral("PIK"));
    QCOMPARE(filter.rowCount(), 1);
    PackageTable table;
    table.resize(700, 300);
    table.show();
    table.setRows(rows);
    QCOMPARE(table.textToCopy().count(QLatin1Char('\n')), 1);
    table.grab();
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const Theme look(Theme::Mode::Light);
    TestPackageTable test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_packagetable.moc"
