// SPDX-License-Identifier: MIT
#include "core/packages/packagelist.h"

#include <QtTest>

using namespace Slipway;

class TestPackageList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsColumns();
    void readsJson();
    void readsInspect();
    void readsFreeze();
    void readsTheExactPinsOfRequirements();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    static Result<Inventory> read(const QByteArray &bytes)
    {
        return readPackageList(bytes, QStringLiteral("file:x"));
    }
};

void TestPackageList::readsColumns()
{
    const auto list = read("Package    Version   Editable project location\r\n"
                           "---------- --------- -------------------------\r\n"
                           "numpy      2.1.0\r\n"
                           "mine       0.1.dev0  /src/my project\r\n"
                           "\r\n"
                           "[notice] A new release of pip is available\r\n");
    QVERIFY2(list.isOk(), qPrintable(list ? QString() : list.error().message()));
    QCOMPARE(list->packages().size(), 2);
    QCOMPARE(list->find(QStringLiteral("numpy"))->version, QStringLiteral("2.1.0"));
    QVERIFY(list->find(QStringLiteral("mine"))->isEditable);
    QCOMPARE(list->find(QStringLiteral("mine"))->origin, QStringLiteral("/src/my project"));
}

void TestPackageList::readsJson()
{
    const auto list = read(R"([{"name": "a", "version": "1.0"}, {"name": "b", "version": "2.0",
        "editable_project_location": "/b"}])");
    QVERIFY(list.isOk());
    QCOMPARE(list->packages().size(), 2);
    QVERIFY(list->packages().at(1).isEditable);
    QVERIFY(!list->packages().at(0).isRequested);
}

void TestPackageList::readsInspect()
{
    const auto list = read(R"({"version": "1", "installed": [
        {"metadata": {"name": "a", "version": "1.0"}, "requested": true},
        {"metadata": {"name": "b", "version": "2.0"}, "requested": false,
         "direct_url": {"url": "https://example.org/b.git", "vcs_info": {"commit_id": "c0ffee"}}}]})");
    QVERIFY(list.isOk());
    QCOMPARE(list->packages().at(0).isRequested, std::optional<bool>(true));
    QCOMPARE(list->packages().at(1).isRequested, std::optional<bool>(false));
    QCOMPARE(list->packages().at(1).origin, QStringLiteral("https://example.org/b.git@c0ffee"));
}

void TestPackageList::readsFreeze()
{
    const auto list = read("a==1.0\nb===odd;1\n");
    QVERIFY(list.isOk());
    QCOMPARE(list->packages().size(), 2);
}

void TestPackageList::readsTheExactPinsOfRequirements()
{
    const auto list = read("# wanted\na[extra]==1.0 ; python_version > '3.8'\nb>=2\nc==3.*\n"
                           "d === 4\n--index-url https://example.org\n");
    QVERIFY2(list.isOk(), qPrintable(list ? QString() : list.error().message()));
    QCOMPARE(list->packages().size(), 2);
    QCOMPARE(list->packages().at(0).name, QStringLiteral("a"));
    QCOMPARE(list->packages().at(1).name, QStringLiteral("d"));
    QCOMPARE(list->notes().size(), 1);
}

void TestPackageList::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("packages.empty-list");
    QTest::newRow("prose") << QByteArray("Dear all, see below")
                           << QStringLiteral("packages.bad-list");
    QTest::newRow("cut JSON") << QByteArray("[{\"name\": ") << QStringLiteral("packages.bad-json");
    QTest::newRow("hostile name") << QByteArray(R"([{"name": "a\nb", "version": "1"}])")
                                  << QStringLiteral("packages.bad-json");
    QTest::newRow("JSON of something else")
        << QByteArray("{\"a\": 1}") << QStringLiteral("packages.empty-list");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0",
                                          4)
                            << QStringLiteral("packages.wide-encoding");
}

void TestPackageList::saysWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    const auto list = read(bytes);
    QVERIFY(!list.isOk());
    QTEST(list.error().code(), "code");
}

QTEST_GUILESS_MAIN(TestPackageList)
#include "tst_packagelist.moc"
