// SPDX-License-Identifier: MIT
// How long the window keeps a person waiting while 50 sources of 2,000 packages come in, are
// sorted, filtered, chosen from and scrolled through in both directions.
#include "tests/app/stallwatch.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparetable.h"
#include "ui/theme/theme.h"

#include <QScrollBar>
#include <QtTest>

using namespace Slipway;

namespace {

constexpr int sources = 50;
constexpr int packagesOfASource = 2000;
constexpr int answerMs = 60'000;
constexpr int steps = 60; ///< of scrolling

QList<InstalledPackage> packagesOf(int source)
{
    QList<InstalledPackage> packages;
    for (int i = 0; i < packagesOfASource; ++i) {
        const QString version =
            QStringLiteral("%1.%2.%3").arg(i % 7).arg(i % 11).arg((i * 7 + source) % 13);
        packages.append({QStringLiteral("package-%1").arg(i, 4, 10, QLatin1Char('0')), version,
                         Version::parse(version)});
    }
    return packages;
}

CompareServices services()
{
    CompareServices services;
    services.read = [](const QString &source, ImageReading, std::stop_token) {
        return Result<SourceReading>(SourceReading{
            {Inventory::of(source, packagesOf(source.section(u':', -1).toInt()))}, {}});
    };
    return services;
}

} // namespace

class BenchCompare final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiftySourcesOfTwoThousandPackages();
};

void BenchCompare::fiftySourcesOfTwoThousandPackages()
{
    Theme theme(Theme::Mode::Light);
    ComparePage page(services());
    page.resize(1280, 760);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTest::qWait(300);
    StallWatch watch;
    const auto report = [&](const char *what) {
        qInfo("%s: longest stall %d ms, of it at most %d ms of work", what, watch.longestMs(),
              watch.busiestMs());
        watch.clear();
    };
    QStringList names;
    for (int i = 0; i < sources; ++i)
        names.append(QStringLiteral("image:many:%1").arg(i));
    page.compare(names);
    QTRY_COMPARE_WITH_TIMEOUT(page.rows().labels.size(), sources, answerMs);
    QTest::qWait(300);
    report("50 sources come in");
    CompareTable *table = page.table();
    for (const int column : {4, 0, 1}) {
        table->sortByColumn(column, Qt::DescendingOrder);
        QTest::qWait(50);
    }
    report("sorting");
    for (const char *text : {"p", "pa", "package-1", "package-19", ""}) {
        page.setWanted({QLatin1String(text)});
        QTest::qWait(50);
    }
    report("filtering");
    for (QScrollBar *bar : {table->verticalScrollBar(), table->horizontalScrollBar()}) {
        for (int step = 0; step <= steps; ++step) {
            bar->setValue(bar->maximum() * step / steps);
            QTest::qWait(10);
        }
    }
    report("scrolling");
    for (int row = 0; row < 20; ++row) {
        table->selectRow(row);
        QTest::qWait(20);
    }
    report("choosing packages");
}

QTEST_MAIN(BenchCompare)
#include "bench_compare.moc"
