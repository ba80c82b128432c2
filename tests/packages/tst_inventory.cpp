// SPDX-License-Identifier: MIT
#include "core/packages/inventory.h"

#include "core/packages/venvinventory.h"
#include "tests/packages/pintext.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Slipway;

class TestInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPipPrints();
    void findsByAnySpelling();
    void keepsNotesOfLinesWithoutAVersion();
    void refusesOtherLines_data();
    void refusesOtherLines();
    void refusesAnEmptyList();
    void readsAFile();
    void writesAListThatReadsBack();
    void asksARealVenv();
    void saysThatAFolderIsNoVenv();

private:
    static Result<Inventory> read(const QByteArray &text)
    {
        return Inventory::fromFreeze(text, QStringLiteral("file:x"));
    }
};

void TestInventory::readsWhatPipPrints()
{
    const auto inventory =
        read("\xEF\xBB\xBF# note\r\nPyYAML==6.0.1\r\n\r\ntorch==2.1.0+cu118\nodd===1.0;x\n");
    QVERIFY(inventory.isOk());
    QCOMPARE(inventory->packages().size(), 3);
    QCOMPARE(inventory->packages().first().name, QStringLiteral("PyYAML"));
    QCOMPARE(inventory->packages().first().version, QStringLiteral("6.0.1"));
    QVERIFY(inventory->packages().at(1).isLocal());
    QVERIFY(!inventory->packages().at(2).parsed);
    QCOMPARE(inventory->notes().size(), 1); // the local version
}

void TestInventory::findsByAnySpelling()
{
    const auto inventory = read("ruamel.yaml==0.18\nRuamel_YAML==0.17\n");
    QVERIFY(inventory->find(QStringLiteral("RUAMEL-yaml")));
    QCOMPARE(inventory->find(QStringLiteral("RUAMEL-yaml"))->version, QStringLiteral("0.18"));
    QVERIFY(!inventory->find(QStringLiteral("ruamel")));
    QCOMPARE(inventory->packages().size(), 1);
    QCOMPARE(inventory->notes().size(), 1); // listed twice
}

void TestInventory::keepsNotesOfLinesWithoutAVersion()
{
    const auto inventory = read("a==1\nlib @ file:///x/lib.whl\n-e git+https://e.org/x#egg=x\n");
    QVERIFY(inventory.isOk());
    QCOMPARE(inventory->packages().size(), 1);
    QCOMPARE(inventory->notes().size(), 2);
    QVERIFY(inventory->notes().first().english().startsWith(QLatin1String("line 2 ")));
}

void TestInventory::refusesOtherLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("columns") << QByteArray("a==1\nPackage Version\n");
    QTest::newRow("bare name") << QByteArray("a==1\nb\n");
    QTest::newRow("limit") << QByteArray("a==1\nb>=1\n");
    QTest::newRow("no version") << QByteArray("a==1\nb==\n");
    QTest::newRow("command") << QByteArray("a==1\nb==1; rm -rf /\n");
    QTest::newRow("escape") << QByteArray("a==1\nb===\x1b[31m1\n");
    QTest::newRow("message") << QByteArray("a==1\nError: No such container: x\n");
    QTest::newRow("name") << QByteArray("a==1\n~umpy==1\n");
}

void TestInventory::refusesOtherLines()
{
    QFETCH(QByteArray, text);
    const auto inventory = read(text);
    QVERIFY(!inventory.isOk());
    QCOMPARE(inventory.error().code(), QStringLiteral("packages.bad-list"));
    QCOMPARE(inventory.error().arguments().at(1), QStringLiteral("2"));
}

void TestInventory::refusesAnEmptyList()
{
    QCOMPARE(read("").error().code(), QStringLiteral("packages.empty-list"));
    QCOMPARE(read("# x\n\n").error().code(), QStringLiteral("packages.empty-list"));
    QCOMPARE(read("x @ file:///y\n").error().code(), QStringLiteral("packages.empty-list"));
    QCOMPARE(read(QByteArray("\xFF\xFE"
                             "a\0",
                             4))
                 .error()
                 .code(),
             QStringLiteral("packages.wide-encoding"));
}

void TestInventory::readsAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("req_api.txt"));
    QVERIFY(!Inventory::fromFile(path).isOk());
    QVERIFY(writeFileDurably(path, "a==1\n").isOk());
    const auto inventory = Inventory::fromFile(path);
    QVERIFY(inventory.isOk());
    QCOMPARE(inventory->label(), QStringLiteral("file:") + path);
    QCOMPARE(inventory->toFreeze(), QByteArray("a==1\n"));
}

void TestInventory::writesAListThatReadsBack()
{
    const auto inventory = read("Zope==1\nabc===x;y\nb.c==1!2\n");
    QCOMPARE(inventory->toFreeze(), QByteArray("abc===x;y\nb.c==1!2\nZope==1\n"));
    QCOMPARE(read(inventory->toFreeze())->toFreeze(), inventory->toFreeze());
}

void TestInventory::asksARealVenv()
{
    QTemporaryDir folder;
    const QString venv = folder.filePath(QStringLiteral("env"));
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral("-m"), QStringLiteral("venv"), venv});
    QVERIFY(python.waitForFinished(90'000));
    QCOMPARE(python.exitCode(), 0);
    QProcess pip;
    pip.start(venv + QStringLiteral("/bin/pip"),
              {QStringLiteral("list"), QStringLiteral("--format=freeze")});
    QVERIFY(pip.waitForFinished(60'000));
    const auto inventory = venvInventory(venv);
    QVERIFY2(inventory.isOk(), inventory ? "" : qPrintable(inventory.error().message()));
    QVERIFY(inventory->find(QStringLiteral("pip")));
    QCOMPARE(inventory->toFreeze(), read(pip.readAllStandardOutput())->toFreeze());
}

void TestInventory::saysThatAFolderIsNoVenv()
{
    QTemporaryDir folder;
    const auto inventory = venvInventory(folder.path());
    QVERIFY(!inventory.isOk());
    QCOMPARE(inventory.error().code(), QStringLiteral("packages.no-venv"));
}

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
