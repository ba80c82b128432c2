// SPDX-License-Identifier: MIT
#include "core/packages/requirementspins.h"

#include "tests/packages/pintext.h"

#include <QtTest>

using namespace Slipway;

class TestRequirementsPins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARealShapedFile();
    void readsOneFile_data();
    void readsOneFile();
    void refusesWideEncodings();
    void changesNoByteOfAnotherEncoding();
};

void TestRequirementsPins::readsARealShapedFile()
{
    const auto found = locateRequirementsPins(testData("requirements.txt"));
    QVERIFY(found.isOk());
    QCOMPARE(pinTexts(*found),
             words("4 numpy==1.26.4|5 pandas==2.2.1|6 requests[socks]>=2.31.0|7 uvicorn==0.29.0|"
                   "8 torch==2.1.0+cu118!|9 scipy!|10 flask~=3.0!|11 django==4.*!|12 six!=1.15!|"
                   "13 attrs<24!|14 urllib3==2.2.1!|17 split==1.2!|23 pywin32==306|"
                   "24 tomli==1.1.0!|25 tomli==2.0.1!|26 swallowed==1|28 epoch==1!2.0|"
                   "29 var==${VERSION}!|30 Ruamel.YAML===0.18|31 bare|32 last==9.9"));
    QCOMPARE(leftAloneTexts(found->leftAlone),
             words("19 lib|20 ./local/lib|21 lib_stack-1.8.6-py3-none-any.whl"));
}

void TestRequirementsPins::readsOneFile_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("pins");

    const auto row = [](const char *name, const QByteArray &file, const char *pins) {
        QTest::newRow(name) << file << QString::fromUtf8(pins);
    };
    row("a comment line ends the joining", "a==1 \\\n# c\nb==2\n", "1 a==1|3 b==2");
    row("a blank behind the backslash", "a==1 \\ \nb==2\n", "2 b==2");
    row("a comment ending in a backslash", "foo==1 # c \\\nbar==2\n", "1 foo==1");
    row("a comment line ending in a backslash", "# c \\\nbar==2\n", "2 bar==2");
    row("hash sign without a blank", "a==1#b\n", "1 a==1#b!");
    row("marker with an operator", "a; sys_platform == 'win32'\nb==1;x=='y'\n", "1 a|2 b==1");
    row("line ends of Python",
        "a==1\rb==2\x0b"
        "c==3\xE2\x80\xA8"
        "d==4\xC2\x85"
        "e==5\r\nf==6",
        "1 a==1|1 b==2|1 c==3|1 d==4|1 e==5|2 f==6");
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a==1\n",
        "1 a==1");
    row("options", "-c c.txt\n--no-binary a==1\n  -e .\n--hash=sha256:x\na==1 --hash=sha256:x\n",
        "5 a==1!");
    row("config settings are no hash", "a==1 --config-settings=\"x=y\"\n", "1 a==1");
    row("same version under conditions", "a==1; x<'3'\na==1; x>='3'\n", "1 a==1|2 a==1");
    row("nothing", "", "");
    row("a backslash at the end", "a==1 \\", "1 a==1");
    row("accents in comments", "a==1 # instala\xC3\xA7\xC3\xA3o\n", "1 a==1");
}

void TestRequirementsPins::readsOneFile()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, pins);
    const auto found = locateRequirementsPins(file);
    QVERIFY(found.isOk());
    QCOMPARE(pinTexts(*found).join(u'|'), pins);
}

void TestRequirementsPins::refusesWideEncodings()
{
    const auto found = locateRequirementsPins(QByteArray("\xFF\xFE"
                                                         "a\0=\0",
                                                         6));
    QVERIFY(!found.isOk());
    QCOMPARE(found.error().code(), QStringLiteral("packages.wide-encoding"));
}

void TestRequirementsPins::changesNoByteOfAnotherEncoding()
{
    const QByteArray latin = "# coding: latin-1\n# vers\xE3o \x85\na==1 # \xE9\n";
    const auto result = unpinFile(latin, PinFileKind::Requirements);
    QVERIFY(result.isOk());
    QCOMPARE(result->bytes, QByteArray("# coding: latin-1\n# vers\xE3o \x85\na # \xE9\n"));
}

QTEST_GUILESS_MAIN(TestRequirementsPins)
#include "tst_requirementspins.moc"
