// SPDX-License-Identifier: MIT
#include "core/packages/requirementsfreeze.h"

#include "tests/packages/pintext.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Slipway;

namespace {

Inventory inventoryOf(const char *freeze)
{
    const auto inventory = Inventory::fromFreeze(freeze, QStringLiteral("test"));
    Q_ASSERT(inventory);
    return *inventory;
}

Result<PinResult> frozen(const QByteArray &file, const char *freeze,
                         const PinEditOptions &options = {})
{
    return pinFile(file, PinFileKind::Requirements, inventoryOf(freeze), PinMode::Freeze, {},
                   options);
}

} // namespace

class TestRequirementsFreeze : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freezesOneFile_data();
    void freezesOneFile();
    void aSecondFreezeChangesNothing();
    void namesCanBeRefused();
    void tellsEachLine();
    void otherKindsOfFileAreNoList();
    void hashesComeFromTheWheelsAtHand();
    void withoutAWheelTheHashesStay();
    void readsTheNamesOfWheels();
};

void TestRequirementsFreeze::freezesOneFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("freeze");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QString>("left");
    const auto row = [](const char *name, const char *file, const char *freeze, const char *wanted,
                        const char *left = "") {
        QTest::newRow(name) << QByteArray(file) << QByteArray(freeze) << QByteArray(wanted)
                            << QString::fromUtf8(left);
    };
    row("lines come and go", "a==1\nb==2\nd==4\n", "a==1\nc==3\nd==5\n", "a==1\nc==3\nd==5\n");
    row("spelling stays", "ml-dtypes==1\nRuamel_YAML==2  # why\n", "ml_dtypes==2\nruamel.yaml==3\n",
        "ml-dtypes==2\nRuamel_YAML==3  # why\n");
    row("no final line end", "a==1\nb==2", "a==1\nc==3\n", "a==1\nc==3");
    row("carriage returns and a mark",
        "\xEF\xBB\xBF"
        "a==1\r\nb==2\r\n",
        "b==2\nc==3\n",
        "\xEF\xBB\xBF"
        "b==2\r\nc==3\r\n");
    row("unsorted files grow at the end", "b==1\na==1\n", "a==1\nb==1\naa==1\n",
        "b==1\na==1\naa==1\n");
    row("an empty file", "", "b==1\na==1\npip==24\n", "a==1\nb==1\n");
    row("tools stay where they stand", "pip==23\n", "pip==24\nsetuptools==70\nwheel==1\n",
        "pip==24\n");
    row("comments, options and addresses stay",
        "# head\n-i https://x\nlib @ https://x/lib.whl\na==1\n-e ./x\n# end\n", "b==2\nlib==1\n",
        "# head\n-i https://x\nlib @ https://x/lib.whl\n-e ./x\n# end\nb==2\n", "3 lib");
    row("markers and limits", "a==1; sys_platform == 'win32'\nb~=1.0\nc==1 ; x == 'y'\n",
        "b==1.5\nc==2\n", "a==1; sys_platform == 'win32'\nb~=1.0\nc==2 ; x == 'y'\n", "1 a|2 b");
    row("local versions", "a==1\n", "a==1\ntorch==2.1+cu118\n", "a==1\n", "0 torch");
    row("a line that is joined", "a==\\\n1\nb==1\n", "b==1\n", "a==\\\n1\nb==1\n", "1 a");
    row("names without a version", "a\nb>=1\n", "a==2\nb==3\n", "a==2\nb>=3\n");
}

void TestRequirementsFreeze::freezesOneFile()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, freeze);
    QFETCH(QByteArray, wanted);
    QFETCH(QString, left);
    const auto result = frozen(file, freeze.constData());
    QVERIFY2(result.isOk(), result ? "" : qPrintable(result.error().message()));
    QCOMPARE(result->bytes, wanted);
    QCOMPARE(leftAloneTexts(result->leftAlone).join(u'|'), left);
}

void TestRequirementsFreeze::aSecondFreezeChangesNothing()
{
    const char *freeze = "pandas==3\nnumpy==1.26.4\nzzz==1\nAAA==2\n";
    const auto once = frozen(testData("requirements.txt"), freeze);
    QVERIFY(once.isOk());
    QVERIFY(once->bytes != testData("requirements.txt"));
    const auto twice = frozen(once->bytes, freeze);
    QVERIFY(twice.isOk());
    QCOMPARE(twice->bytes, once->bytes);
    QVERIFY(twice->edits.isEmpty());
}

void TestRequirementsFreeze::namesCanBeRefused()
{
    PinEditOptions options;
    options.except = {QStringLiteral("B"), QStringLiteral("c")};
    options.exceptLines = {1};
    const auto result = frozen("a==1\nb==1\nd==1\n", "c==1\nd==2\n", options);
    QVERIFY(result.isOk());
    QCOMPARE(result->bytes, QByteArray("a==1\nb==1\nd==2\n"));
    options = {};
    options.only = {QStringLiteral("c")};
    QCOMPARE(frozen("a==1\nb==1\n", "b==2\nc==1\n", options)->bytes,
             QByteArray("a==1\nb==1\nc==1\n"));
}

void TestRequirementsFreeze::tellsEachLine()
{
    const auto result = frozen("a==1\nb==2\n", "b==3\nc==4\n");
    QStringList texts;
    for (const PinEdit &edit : result->edits)
        texts.append(QString::number(edit.line) + u' ' + edit.oldText + u'>' + edit.newText);
    QCOMPARE(texts, words("2 b==2>b==3|1 a==1>|3 >c==4"));
}

void TestRequirementsFreeze::otherKindsOfFileAreNoList()
{
    const auto result = pinFile("RUN pip install a==1\n", PinFileKind::Dockerfile,
                                inventoryOf("a==1\n"), PinMode::Freeze);
    QCOMPARE(result.error().code(), QStringLiteral("packages.freeze-kind"));
}

void TestRequirementsFreeze::hashesComeFromTheWheelsAtHand()
{
    QTemporaryDir folder;
    const auto put = [&](const char *name, const QByteArray &bytes) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    put("my_lib-2.0-py3-none-any.whl", "wheel");
    put("my-lib-2.0.tar.gz", "source");
    put("other-1.0-py3-none-any.whl", "other");
    put("notes.txt", "x");
    PinEditOptions options;
    const auto hashes = WheelHashes::ofFolders({folder.path()});
    QVERIFY(hashes.isOk());
    options.hashes = *hashes;
    const QByteArray file = "My.Lib==1.0 ; x == 'y' \\\r\n"
                            "    --hash=sha256:aa \\\r\n"
                            "    --hash=sha256:bb\r\n"
                            "    # via x\r\n"
                            "gone==1 \\\r\n  --hash=sha256:cc\r\n";
    const auto sha = [](const char *text) {
        return "--hash=sha256:" +
               QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    };
    QList<QByteArray> both = {sha("wheel"), sha("source")};
    std::sort(both.begin(), both.end());
    const auto pinned = pinFile(file, PinFileKind::Requirements, inventoryOf("my-lib==2.0\n"),
                                PinMode::PinnedNow, {}, options);
    QVERIFY(pinned.isOk());
    QByteArray wanted = file;
    wanted.replace("==1.0", "==2.0");
    wanted.replace("--hash=sha256:aa", both.at(0)).replace("--hash=sha256:bb", both.at(1));
    QCOMPARE(pinned->bytes, wanted);
    const auto list = frozen(file, "my-lib==2.0\nother==1.0\nthird==1\n", options);
    QVERIFY(list.isOk());
    wanted.replace("gone==1 \\\r\n  --hash=sha256:cc\r\n", "");
    QCOMPARE(list->bytes, wanted + "other==1.0 \\\r\n    " + sha("other") + "\r\n");
    QCOMPARE(leftAloneTexts(list->leftAlone), words("0 third"));
}

void TestRequirementsFreeze::withoutAWheelTheHashesStay()
{
    const QByteArray file = "a==1 --hash=sha256:aa\nb==1 --hash=sha256:bb\n";
    const auto result =
        pinFile(file, PinFileKind::Requirements, inventoryOf("a==2\nb==1\n"), PinMode::PinnedNow);
    QVERIFY(result.isOk());
    QCOMPARE(result->bytes, file);
    QCOMPARE(leftAloneTexts(result->leftAlone), words("1 a"));
}

void TestRequirementsFreeze::readsTheNamesOfWheels()
{
    WheelHashes hashes;
    QVERIFY(hashes.add(QStringLiteral("Zope.Interface-5.0-1-cp311-cp311-linux_x86_64.whl"), "aa"));
    QVERIFY(hashes.add(QStringLiteral("a-b-1.0rc1.zip"), "bb"));
    QVERIFY(!hashes.add(QStringLiteral("a.whl"), "cc"));
    QVERIFY(!hashes.add(QStringLiteral("x.tar.gz"), "cc"));
    QVERIFY(!hashes.add(QStringLiteral("x-y.tar.gz"), "cc"));
    QCOMPARE(hashes.options(QStringLiteral("zope_interface"), QStringLiteral("5.0")),
             QList<QByteArray>{"--hash=sha256:aa"});
    QCOMPARE(hashes.options(QStringLiteral("A_B"), QStringLiteral("1.0.rc1")),
             QList<QByteArray>{"--hash=sha256:bb"});
}

QTEST_GUILESS_MAIN(TestRequirementsFreeze)
#include "tst_requirementsfreeze.moc"
