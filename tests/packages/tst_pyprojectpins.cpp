// SPDX-License-Identifier: MIT
#include "core/packages/pyprojectpins.h"

#include "tests/packages/pintext.h"

#include <QtTest>

using namespace Slipway;

class TestPyprojectPins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARealShapedFile();
    void readsOneFile_data();
    void readsOneFile();
    void findsTheVersionOfTheProjectTableAlone();
    void namesTheLineThatIsNoToml_data();
    void namesTheLineThatIsNoToml();
    void reportsDynamicDependencies();
    void setsVersionsInThePlacesOfPoetry();
    void findsTheListsOfOtherTools();
    void survivesAnyCutOfAFile();
};

void TestPyprojectPins::readsARealShapedFile()
{
    const auto found = locatePyprojectPins(testData("pyproject.toml"));
    QVERIFY(found.isOk());
    QCOMPARE(pinTexts(*found),
             words("2 setuptools>=69.1.1|2 wheel|15 minio==7.2.5|15 python-dotenv==1.0.1|"
                   "16 importlib-metadata==7.0.1|17 mlflow[extras]!|17 escaped==1.0|"
                   "21 pytest==8.1.1|24 ruff>=0.3"));
}

void TestPyprojectPins::readsOneFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("pins");

    const auto row = [](const char *name, const char *file, const char *pins) {
        QTest::newRow(name) << QByteArray(file) << QString::fromUtf8(pins);
    };
    row("dotted keys", "project.dependencies = ['a==1']\n", "1 a==1");
    row("inline table", "project = {version = '1', dependencies = ['a==1', 'b==2']}\n",
        "1 a==1|1 b==2");
    row("quoted keys", "[ \"project\" ]\n'dependencies' = [ 'a==1' ]\n", "2 a==1");
    row("long strings", "[project]\ndependencies = [\"\"\"\na==1\"\"\", '''b==2''']\n",
        "3 a==1|3 b==2");
    row("long string with a broken line", "[project]\ndependencies=[\"\"\"a==\\\n  1\"\"\"]\n",
        "2 a==1!");
    row("escape inside the version", "[project]\ndependencies=[\"a==1\\u002e2\"]\n", "2 a==1.2!");
    row("no array", "[project]\ndependencies = 'a==1'\n", "");
    row("deeper array is another thing", "[tool.x]\nproject = {dependencies = ['a==1']}\n", "");
    row("carriage returns", "[project]\r\ndependencies = [\r\n 'a==1',\r\n]\r\n", "3 a==1");
    row("other values",
        "a = 1\nb = 1979-05-27T07:32:00Z\nc = [1, 2.0, [true]]\n[project]\n"
        "dependencies = ['a==1']",
        "5 a==1");
    row("brackets in comments and strings",
        "[project] # ]\ndependencies = [ # 'no==1'\n 'a==1', # ]\n \"b==2\" ]\n", "3 a==1|4 b==2");
}

void TestPyprojectPins::readsOneFile()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, pins);
    const auto found = locatePyprojectPins(file);
    QVERIFY(found.isOk());
    QCOMPARE(pinTexts(*found).join(u'|'), pins);
}

void TestPyprojectPins::findsTheVersionOfTheProjectTableAlone()
{
    const QByteArray file = testData("pyproject.toml");
    const auto range = locateProjectVersion(file);
    QVERIFY(range.isOk());
    QCOMPARE(range->of(file), QByteArray("1.8.5"));
    QCOMPARE(int(file.left(range->begin).count('\n')) + 1, 11);
    const auto dynamic = locateProjectVersion("[project]\ndynamic = ['version']\n");
    QCOMPARE(dynamic.error().code(), QStringLiteral("packages.no-project-version"));
}

void TestPyprojectPins::namesTheLineThatIsNoToml_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("line");
    QTest::newRow("open string") << QByteArray("a = 1\nb = \"x\nc = 2\n") << QStringLiteral("2");
    QTest::newRow("open array") << QByteArray("a = [1,\n2\n") << QStringLiteral("3");
    QTest::newRow("no value") << QByteArray("a = \n") << QStringLiteral("1");
    QTest::newRow("no key") << QByteArray("\n= 1\n") << QStringLiteral("2");
    QTest::newRow("bad escape") << QByteArray("a = \"\\q\"\n") << QStringLiteral("1");
    QTest::newRow("two values") << QByteArray("a = \"x\" \"y\"\n") << QStringLiteral("1");
    QTest::newRow("too deep") << QByteArray("a = " + QByteArray(500, '[')) << QStringLiteral("1");
}

void TestPyprojectPins::namesTheLineThatIsNoToml()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, line);
    const auto found = locatePyprojectPins(file);
    QVERIFY(!found.isOk());
    QCOMPARE(found.error().code(), QStringLiteral("packages.not-toml"));
    QCOMPARE(found.error().arguments(), QStringList{line});
}

void TestPyprojectPins::reportsDynamicDependencies()
{
    const auto found = locatePyprojectPins("[project]\ndynamic = ['dependencies', 'x']\n");
    QVERIFY(found.isOk());
    QVERIFY(found->pins.isEmpty());
    QCOMPARE(found->leftAlone.size(), 1);
}

void TestPyprojectPins::setsVersionsInThePlacesOfPoetry()
{
    const QByteArray file =
        "[tool.poetry]\nversion = '1'\n[tool.poetry.dependencies]\n"
        "python = '>=3.9'\na = '1.2' # a\nb = {version = \"==1.2\", extras = ['x']}\n"
        "c = '^1.2'\nd = '*'\ne = { git = 'https://x', tag = '1.0' }\n"
        "[tool.poetry.group.dev.dependencies]\nf = '>=1.0'\n\"g\" = '>=1,<2'\n"
        "[tool.poetry.dependencies.h]\nversion = '1.2'\n";
    const PinEditOptions named = {QStringLiteral("pyproject.toml"), {}, {}};
    const auto unpinned = unpinFile(file, PinFileKind::Pyproject, named);
    QVERIFY(unpinned.isOk());
    QByteArray wanted = file;
    wanted.replace("a = '1.2'", "a = '*'").replace("\"==1.2\"", "\"*\"");
    wanted.replace("f = '>=1.0'", "f = '*'").replace("h]\nversion = '1.2'", "h]\nversion = '*'");
    QCOMPARE(unpinned->bytes, wanted);
    QCOMPARE(leftAloneTexts(unpinned->leftAlone), words("7 c|12 g"));
    PinRecord record;
    record.add(unpinned->taken);
    const auto kept = PinRecord::fromJson(record.toJson());
    QVERIFY(kept.isOk());
    const auto inventory = Inventory::fromFreeze(
        "a==1.2\nb==1.2\nc==1.2\nd==4\nf==1.0\ng==1\nh==1.2\n", QStringLiteral("test"));
    QVERIFY(inventory.isOk());
    const auto pinned = pinFile(unpinned->bytes, PinFileKind::Pyproject, *inventory,
                                PinMode::Recorded, *kept, named);
    QVERIFY(pinned.isOk());
    QCOMPARE(pinned->bytes, file);
    const auto every = pinFile(file, PinFileKind::Pyproject, *inventory, PinMode::Every);
    QVERIFY(every.isOk());
    QVERIFY(every->bytes.contains("d = '==4'"));
}

void TestPyprojectPins::findsTheListsOfOtherTools()
{
    const auto found = locatePyprojectPins(
        "[tool.uv]\ndev-dependencies = ['a==1']\nconstraint-dependencies = ['b==2']\n"
        "sources = ['no==1']\n[tool.pdm.dev-dependencies]\nx = ['c==3']\n"
        "[tool.hatch.envs.y]\nextra-dependencies = ['d==4']\nscripts = ['no==1']\n");
    QVERIFY(found.isOk());
    QCOMPARE(pinTexts(*found).join(u'|'), QStringLiteral("2 a==1|3 b==2|6 c==3|8 d==4"));
}

void TestPyprojectPins::survivesAnyCutOfAFile()
{
    const QByteArray file = testData("pyproject.toml");
    for (qsizetype length = 0; length <= file.size(); ++length) {
        const auto found = locatePyprojectPins(file.left(length));
        QVERIFY(found.isOk() || found.error().code() == u"packages.not-toml");
    }
}

QTEST_GUILESS_MAIN(TestPyprojectPins)
#include "tst_pyprojectpins.moc"
