// SPDX-License-Identifier: MIT
#include "core/steps/inventoryobject.h"
#include "core/steps/packagespinstep.h"
#include "core/steps/packagesunpinstep.h"

#include "core/base/canonicaljson.h"
#include "tests/steps/stepharness.h"

#include <QJsonArray>
#include <QTest>

using namespace Slipway;

namespace {

const QByteArray dockerfile = "FROM python:3\n"
                              "RUN pip install --no-cache-dir \\\n"
                              "    'mlflow[auth]==2.9.2' \\\n"
                              "    requests==2.31.0 setuptools\n";
const QByteArray requirements = "# pinned by hand\r\nnumpy == 1.26.4\r\nrequests>=2.30";

Value list(const QStringList &texts)
{
    return Value::ofTexts(texts);
}

} // namespace

class TestPackagesPinSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesVersionsOutAndRecordsThem();
    void leavesExceptedFilesAlone();
    void aPatternWithoutFileFails();
    void putsTheRecordedVersionsBackWithTheirOperators();
    void pinsOnlyWhatIsPinnedWithoutARecord();
    void pinsAllWhenSaid();
    void listsNamesThatNoInventoryKnows();
    void inventoriesThatDisagreeAreRefused();
    void whatIsRefusedStays();
    void aFrozenFileIsTheList();
    void namesTheFilesThatWereNotGiven();
    void aSecondRunChangesNothing();
    void aCheckFailsWithTheTableAndChangesNothing();
    void probesBeforeAfterAndForeign();
    void whatIsNoInventoryIsRefused();

private:
    Value::Map unpinAll() const
    {
        return {{QStringLiteral("in"), Value(m_harness->absolute(QStringLiteral("repo")))},
                {QStringLiteral("files"),
                 list({QStringLiteral("Dockerfile"), QStringLiteral("requirements.txt")})},
                {QStringLiteral("except"), list({QStringLiteral("temp_builder/**")})}};
    }
    QString inventory(const QByteArray &freeze, const QString &label = QStringLiteral("api")) const
    {
        return putInventory(m_harness->context(), label, freeze).value();
    }
    Value::Map pinFrom(const QStringList &inventories) const
    {
        auto with = unpinAll();
        with.insert(QStringLiteral("from"), list(inventories));
        return with;
    }
    QByteArray read(const char *path) const
    {
        return m_harness->read(QStringLiteral("repo/") + QLatin1String(path));
    }

    std::unique_ptr<StepHarness> m_harness;
    PackagesUnpinStep m_unpin;
    PackagesPinStep m_pin;
};

void TestPackagesPinSteps::init()
{
    m_harness = std::make_unique<StepHarness>();
    m_harness->write(QStringLiteral("repo/api/Dockerfile"), dockerfile);
    m_harness->write(QStringLiteral("repo/worker/requirements.txt"), requirements);
    m_harness->write(QStringLiteral("repo/temp_builder/Dockerfile"), dockerfile);
}

void TestPackagesPinSteps::takesVersionsOutAndRecordsThem()
{
    const Outcome outcome = m_harness->planAndRun(m_unpin, unpinAll());
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QCOMPARE(read("api/Dockerfile"), QByteArray("FROM python:3\n"
                                                "RUN pip install --no-cache-dir \\\n"
                                                "    'mlflow[auth]' \\\n"
                                                "    requests setuptools\n"));
    QCOMPARE(read("worker/requirements.txt"), QByteArray("# pinned by hand\r\nnumpy\r\nrequests"));
    QCOMPARE(outcome.outputs[QStringLiteral("count")].number(), 4);
    QCOMPARE(
        outcome.outputs[QStringLiteral("files")].texts(),
        (QStringList{QStringLiteral("api/Dockerfile"), QStringLiteral("worker/requirements.txt")}));
    QVERIFY(m_harness->objects().contains(outcome.outputs[QStringLiteral("record")].text()));
    QStringList names;
    for (const Evidence &evidence : outcome.evidence)
        names.append(evidence.name);
    QVERIFY(names.contains(QStringLiteral("diff")));
    QVERIFY(names.contains(QStringLiteral("packages")));
}

void TestPackagesPinSteps::leavesExceptedFilesAlone()
{
    QCOMPARE(m_harness->planAndRun(m_unpin, unpinAll()).end, Outcome::End::Succeeded);
    QCOMPARE(read("temp_builder/Dockerfile"), dockerfile);
}

void TestPackagesPinSteps::aPatternWithoutFileFails()
{
    auto with = unpinAll();
    with.insert(QStringLiteral("files"), list({QStringLiteral("pyproject.toml")}));
    QVERIFY(!m_harness->plan(m_unpin, with));
}

void TestPackagesPinSteps::putsTheRecordedVersionsBackWithTheirOperators()
{
    const Outcome unpinned = m_harness->planAndRun(m_unpin, unpinAll());
    auto with = pinFrom({inventory("mlflow==3.1\nrequests==2.32.0\nnumpy==2.0\n"
                                   "setuptools==70.0\npip==24.0\n")});
    with.insert(QStringLiteral("record"), unpinned.outputs[QStringLiteral("record")]);
    const Outcome pinned = m_harness->planAndRun(m_pin, with);
    QVERIFY2(pinned.end == Outcome::End::Succeeded, qPrintable(pinned.error.message()));
    QCOMPARE(read("api/Dockerfile"), QByteArray("FROM python:3\n"
                                                "RUN pip install --no-cache-dir \\\n"
                                                "    'mlflow[auth]==3.1' \\\n"
                                                "    requests==2.32.0 setuptools\n"));
    QCOMPARE(read("worker/requirements.txt"),
             QByteArray("# pinned by hand\r\nnumpy == 2.0\r\nrequests>=2.32.0"));
    QCOMPARE(pinned.outputs[QStringLiteral("count")].number(), 4);
    QVERIFY(pinned.outputs[QStringLiteral("unknown")].list().isEmpty());
}

void TestPackagesPinSteps::pinsOnlyWhatIsPinnedWithoutARecord()
{
    auto with = pinFrom({inventory("mlflow==3.1\nrequests==2.32.0\nsetuptools==70.0\npip==24\n")});
    with.insert(QStringLiteral("files"), list({QStringLiteral("api/Dockerfile")}));
    QCOMPARE(m_harness->planAndRun(m_pin, with).end, Outcome::End::Succeeded);
    QVERIFY(read("api/Dockerfile").contains("requests==2.32.0 setuptools\n"));
}

void TestPackagesPinSteps::pinsAllWhenSaid()
{
    auto with = pinFrom({inventory("mlflow==3.1\nrequests==2.32.0\nsetuptools==70.0\npip==24\n")});
    with.insert(QStringLiteral("files"), list({QStringLiteral("api/Dockerfile")}));
    with.insert(QStringLiteral("all"), Value(true));
    QCOMPARE(m_harness->planAndRun(m_pin, with).end, Outcome::End::Succeeded);
    QVERIFY(read("api/Dockerfile").contains("requests==2.32.0 setuptools==70.0\n"));
    with.insert(QStringLiteral("record"), Value(QString(64, u'a')));
    QVERIFY(!m_harness->plan(m_pin, with));
}

void TestPackagesPinSteps::listsNamesThatNoInventoryKnows()
{
    const Outcome outcome =
        m_harness->planAndRun(m_pin, pinFrom({inventory("requests==2.32.0\npip==24\n")}));
    QCOMPARE(outcome.end, Outcome::End::Succeeded);
    QCOMPARE(outcome.outputs[QStringLiteral("unknown")].texts(),
             (QStringList{QStringLiteral("mlflow"), QStringLiteral("numpy")}));
}

void TestPackagesPinSteps::inventoriesThatDisagreeAreRefused()
{
    const QString api = inventory("requests==2.32.0\npip==24\n");
    const QString worker =
        inventory("requests==2.33.0\nnumpy==2.0\npip==23\n", QStringLiteral("worker"));
    const auto intent = m_harness->plan(m_pin, pinFrom({api, worker}));
    QCOMPARE(intent.error().code(), QStringLiteral("packages.conflict"));
    QVERIFY(intent.error().message().contains(u"2.33.0 in worker"));
    // A disagreement about what no file pins does not matter.
    const QString other = inventory("numpy==2.0\npip==23\n", QStringLiteral("worker"));
    QVERIFY(m_harness->plan(m_pin, pinFrom({api, other})));
}

void TestPackagesPinSteps::whatIsRefusedStays()
{
    auto with = unpinAll();
    with.insert(QStringLiteral("leave"),
                list({QStringLiteral("api/Dockerfile:3"), QStringLiteral("Requests")}));
    QCOMPARE(m_harness->planAndRun(m_unpin, with).end, Outcome::End::Succeeded);
    QCOMPARE(read("api/Dockerfile"), dockerfile);
    QCOMPARE(read("worker/requirements.txt"),
             QByteArray("# pinned by hand\r\nnumpy\r\nrequests>=2.30"));
    init();
    with = unpinAll();
    with.insert(QStringLiteral("leave"), list({QStringLiteral("worker/requirements.txt")}));
    QCOMPARE(m_harness->planAndRun(m_unpin, with).end, Outcome::End::Succeeded);
    QVERIFY(read("api/Dockerfile") != dockerfile);
    QCOMPARE(read("worker/requirements.txt"), requirements);
}

void TestPackagesPinSteps::aFrozenFileIsTheList()
{
    m_harness->write(QStringLiteral("wheels/six-1.16-py3-none-any.whl"), "six");
    m_harness->write(QStringLiteral("repo/worker/requirements.txt"),
                     "numpy==1\nsix==1.15 --hash=sha256:aa\nold==1\n");
    auto with = pinFrom({inventory("numpy==2.0\nsix==1.16\nnew==3\npip==24.0\n")});
    with.insert(QStringLiteral("files"), list({QStringLiteral("requirements.txt")}));
    with.insert(QStringLiteral("freeze"), Value(true));
    with.insert(QStringLiteral("wheels"), Value(QStringLiteral("wheels")));
    const Outcome outcome = m_harness->planAndRun(m_pin, with);
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QCOMPARE(read("worker/requirements.txt"),
             "numpy==2.0\nsix==1.16 --hash=sha256:" + sha256Hex("six").toLatin1() + '\n');
    const QStringList left = outcome.outputs[QStringLiteral("left")].texts();
    QCOMPARE(left.size(), 1);
    QVERIFY2(left.first().contains(QLatin1String("new")), qPrintable(left.first()));
    with.insert(QStringLiteral("files"), list({QStringLiteral("Dockerfile")}));
    QVERIFY(!m_harness->plan(m_pin, with));
}

void TestPackagesPinSteps::namesTheFilesThatWereNotGiven()
{
    m_harness->write(QStringLiteral("repo/worker/requirements.txt"),
                     "-r more/base.txt\n-c ../api/Dockerfile\nnumpy==1\n");
    const Outcome outcome =
        m_harness->planAndRun(m_pin, pinFrom({inventory("numpy==2.0\nrequests==2.32\n")}));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    const QStringList left = outcome.outputs[QStringLiteral("left")].texts();
    QCOMPARE(left.size(), 1);
    QVERIFY2(left.first().startsWith(QLatin1String("worker/requirements.txt:1 more/base.txt")),
             qPrintable(left.first()));
}

void TestPackagesPinSteps::aSecondRunChangesNothing()
{
    const auto with =
        pinFrom({inventory("mlflow==3.1\nrequests==2.32.0\nnumpy==2.0\npip==24.0\n")});
    QCOMPARE(m_harness->planAndRun(m_pin, with).end, Outcome::End::Succeeded);
    const auto again = m_harness->plan(m_pin, with);
    QVERIFY(again);
    QVERIFY(again->plan.edits.isEmpty());
    QVERIFY(m_harness->plan(m_unpin, unpinAll()));
}

void TestPackagesPinSteps::aCheckFailsWithTheTableAndChangesNothing()
{
    auto with = pinFrom({inventory("mlflow==2.9.2\nrequests==2.32.0\nnumpy==1.26.4\npip==24.0\n")});
    with.insert(QStringLiteral("check"), Value(true));
    with.insert(QStringLiteral("files"), list({QStringLiteral("api/Dockerfile")}));
    const Outcome differs = m_harness->planAndRun(m_pin, with);
    QCOMPARE(differs.error.code(), QStringLiteral("packages.differs"));
    QVERIFY(!differs.evidence.isEmpty());
    QCOMPARE(read("api/Dockerfile"), dockerfile);
    with.insert(QStringLiteral("from"),
                list({inventory("mlflow==2.9.2\nrequests==2.31.0\npip==24\n")}));
    QCOMPARE(m_harness->planAndRun(m_pin, with).end, Outcome::End::Succeeded);
    with.insert(QStringLiteral("from"), list({inventory("mlflow==2.9.2\npip==24\n")}));
    const Outcome missing = m_harness->planAndRun(m_pin, with);
    QVERIFY(missing.error.message().contains(u"requests"));
}

void TestPackagesPinSteps::probesBeforeAfterAndForeign()
{
    const auto intent = m_harness->plan(m_unpin, unpinAll());
    QVERIFY(intent);
    QCOMPARE(m_harness->probe(m_unpin, *intent).verdict, Finding::Verdict::NotDone);
    // One file as after, the other as before: the attempt was cut short in between.
    m_harness->write(QStringLiteral("repo/api/Dockerfile"),
                     m_harness->objects().read(intent->plan.edits.value(0).after).value());
    QCOMPARE(m_harness->probe(m_unpin, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_harness->run(m_unpin, *intent).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->probe(m_unpin, *intent).verdict, Finding::Verdict::Done);
    m_harness->write(QStringLiteral("repo/worker/requirements.txt"), "mine");
    QCOMPARE(m_harness->probe(m_unpin, *intent).verdict, Finding::Verdict::Foreign);
    QCOMPARE(m_harness->run(m_unpin, *intent).error.code(), QStringLiteral("files.foreign"));
    QCOMPARE(read("worker/requirements.txt"), QByteArray("mine"));
}

void TestPackagesPinSteps::whatIsNoInventoryIsRefused()
{
    const QString other = m_harness->objects().put("{}").value();
    QCOMPARE(m_harness->plan(m_pin, pinFrom({other})).error().code(),
             QStringLiteral("packages.no-inventory"));
    QVERIFY(!m_harness->plan(m_pin, pinFrom({QString(64, u'0')})));
    QVERIFY(!m_harness->plan(m_pin, pinFrom({QStringLiteral("../../etc/passwd")})));
}

QTEST_GUILESS_MAIN(TestPackagesPinSteps)
#include "tst_packagespinsteps.moc"
