// SPDX-License-Identifier: MIT
#include "core/steps/packagessamestep.h"

#include "core/base/canonicaljson.h"
#include "core/steps/inventoryobject.h"
#include "tests/steps/stepharness.h"

#include <QJsonArray>
#include <QTest>

using namespace Slipway;

class TestPackagesSameStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneVersionEverywhereSucceeds();
    void severalVersionsFailAndAreShown();
    void aReportDoesNotFail();
    void whatIsInstalledCountsToo();
    void nothingToLookAtIsSaid();

private:
    static Value::Map inFolders(const QStringList &folders)
    {
        return {{QStringLiteral("in"), Value::ofTexts(folders)}};
    }
};

void TestPackagesSameStep::oneVersionEverywhereSucceeds()
{
    StepHarness harness;
    harness.write(QStringLiteral("api/requirements.txt"), "NumPy==1.26.0\nrich>=2\n");
    harness.write(QStringLiteral("worker/Dockerfile"), "FROM x\nRUN pip install numpy==1.26\n");
    const Outcome outcome = harness.planAndRun(
        PackagesSameStep(), inFolders({QStringLiteral("api"), QStringLiteral("worker")}));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QCOMPARE(outcome.outputs[QStringLiteral("count")].number(), 0);
}

void TestPackagesSameStep::severalVersionsFailAndAreShown()
{
    StepHarness harness;
    harness.write(QStringLiteral("api/requirements.txt"), "numpy==1.9\npika==1.3.2\n");
    harness.write(QStringLiteral("worker/Dockerfile"),
                  "FROM x\nRUN pip install \\\n    numpy==1.10 pika==1.3.2\n");
    const PackagesSameStep kind;
    const auto intent =
        harness.plan(kind, inFolders({QStringLiteral("api"), QStringLiteral("worker")}));
    QVERIFY(intent);
    const Outcome outcome = harness.run(kind, *intent);
    QCOMPARE(outcome.end, Outcome::End::Failed);
    QCOMPARE(outcome.error.code(), QStringLiteral("packages.disagree"));
    QVERIFY(outcome.error.message().contains(QLatin1String("numpy")));
    QVERIFY(!outcome.error.message().contains(QLatin1String("pika")));
    QCOMPARE(outcome.evidence.size(), 1);
    const auto bytes = harness.objects().read(outcome.evidence[0].digest);
    QVERIFY(bytes);
    const auto table = parseJsonObject(*bytes);
    QVERIFY(table);
    const QJsonObject row = (*table)[u"packages"].toArray().at(0).toObject();
    QCOMPARE(row[u"name"].toString(), QStringLiteral("numpy"));
    QCOMPARE(row[u"versions"].toArray(),
             QJsonArray({QStringLiteral("1.9"), QStringLiteral("1.10")}));
    QCOMPARE(row[u"where"].toArray().at(1).toString(), QStringLiteral("worker/Dockerfile:3"));
    QVERIFY(intent->plan.facts.at(0).value.contains(QLatin1String("numpy==1.10")));
    QCOMPARE(harness.probe(kind, *intent).verdict, Finding::Verdict::NotDone);
}

void TestPackagesSameStep::aReportDoesNotFail()
{
    StepHarness harness;
    harness.write(QStringLiteral("a/requirements.txt"), "numpy==1.9\n");
    harness.write(QStringLiteral("a/sub/requirements.txt"), "numpy==2.0\n");
    Value::Map with = inFolders({QStringLiteral("a")});
    with.insert(QStringLiteral("report"), Value(true));
    const Outcome outcome = harness.planAndRun(PackagesSameStep(), with);
    QCOMPARE(outcome.end, Outcome::End::Succeeded);
    QCOMPARE(outcome.outputs[QStringLiteral("names")].texts(),
             QStringList({QStringLiteral("numpy")}));
    with.insert(QStringLiteral("except"), Value::ofTexts({QStringLiteral("sub/**")}));
    with.insert(QStringLiteral("report"), Value(false));
    QCOMPARE(harness.planAndRun(PackagesSameStep(), with).end, Outcome::End::Succeeded);
}

void TestPackagesSameStep::whatIsInstalledCountsToo()
{
    StepHarness harness;
    harness.write(QStringLiteral("a/requirements.txt"), "numpy==1.9\n");
    const auto inventory =
        putInventory(harness.context(), QStringLiteral("container:api"), "numpy==1.10\n");
    QVERIFY(inventory);
    Value::Map with = inFolders({QStringLiteral("a")});
    with.insert(QStringLiteral("from"), Value::ofTexts({*inventory}));
    const Outcome outcome = harness.planAndRun(PackagesSameStep(), with);
    QCOMPARE(outcome.end, Outcome::End::Failed);
    with.insert(QStringLiteral("packages"), Value::ofTexts({QStringLiteral("rich")}));
    QCOMPARE(harness.planAndRun(PackagesSameStep(), with).end, Outcome::End::Succeeded);
}

void TestPackagesSameStep::nothingToLookAtIsSaid()
{
    StepHarness harness;
    const auto intent = harness.plan(PackagesSameStep(), {});
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("packages.nothing-to-compare"));
}

QTEST_GUILESS_MAIN(TestPackagesSameStep)
#include "tst_packagessamestep.moc"
