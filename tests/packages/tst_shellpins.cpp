// SPDX-License-Identifier: MIT
#include "core/packages/shellpins.h"

#include "tests/packages/pintext.h"

#include <QtTest>

using namespace Slipway;

class TestShellPins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneScript_data();
    void readsOneScript();
    void changesAVersionWhereItIsSet();
    void aVariableComesBackWithItsVersion();
};

void TestShellPins::readsOneScript_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("pins");
    const auto row = [](const char *name, const char *file, const char *pins) {
        QTest::newRow(name) << QByteArray(file) << QString::fromUtf8(pins);
    };
    row("plain",
        "#!/bin/bash -xe\n# pip install no==1\npip3 install --quiet \\\n  a==1 \\\n  'b[x]>=2'\n"
        "if [ -n \"$X\" ]; then\n  python3 -m pip install c==3; fi\n",
        "4 a==1|5 b[x]>=2|7 c==3");
    row("an option's value behind a line end", "pip install -i \\\n https://x/a==1 a==1\n",
        "2 a==1");
    row("a function", "f() {\n  pip install a==1\n}\nf\n", "2 a==1");
    row("text of a program", "cat <<EOF > x\npip install no==1\nEOF\npip install a==1\n", "4 a==1");
    row("variables",
        "VERSION=1.2\nNUMPY=\"${NUMPY:-2.0}\"\nexport C='3'\npip install a==$VERSION "
        "numpy==\"${NUMPY}\" c==${C} d==$D\n",
        "4 a==1.2|4 numpy==2.0|4 c==3|4 d==$!");
    row("set twice", "A=1\nif x; then A=2; fi\npip install a==$A\n", "3 a==$!");
    row("read from elsewhere", "A=1\nread A\npip install a==$A\n", "3 a==$!");
    row("carriage returns", "pip install a==1\r\npip install b==2\r\n", "1 a==1|2 b==2");
    row("commented out", "  #pip install a==1\npip install b==2 # c==3\n", "2 b==2");
}

void TestShellPins::readsOneScript()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, pins);
    QCOMPARE(pinTexts(locateShellPins(file)).join(u'|'), pins);
}

void TestShellPins::changesAVersionWhereItIsSet()
{
    const QByteArray file = "A=\"1.2\"  # a\nB=${B:-3.0}\npip install a==$A 'c'==4\n"
                            "pip install \"b==$B\"\necho ${A:-x}\n";
    const auto inventory = Inventory::fromFreeze("a==1.10\nb==3.1\nc==5\n", QStringLiteral("test"));
    const auto result = pinFile(file, PinFileKind::Shell, *inventory, PinMode::PinnedNow);
    QVERIFY(result.isOk());
    QByteArray wanted = file;
    wanted.replace("\"1.2\"", "\"1.10\"").replace(":-3.0", ":-3.1");
    QCOMPARE(result->bytes, wanted);
    QCOMPARE(result->edits.first().line, 1);
    QCOMPARE(result->edits.first().oldVersion, QStringLiteral("1.2"));
    QCOMPARE(result->edits.first().newText, QStringLiteral("A=\"1.10\""));
}

void TestShellPins::aVariableComesBackWithItsVersion()
{
    const QByteArray file =
        "FROM x\nARG A=1.2\nARG B\nENV B=${B:-7}\nRUN pip install \"a==${A}\" b==$B\n";
    const PinEditOptions named = {QStringLiteral("Dockerfile"), {}, {}};
    const auto unpinned = unpinFile(file, PinFileKind::Dockerfile, named);
    QVERIFY(unpinned.isOk());
    QVERIFY(unpinned->bytes.endsWith("RUN pip install \"a\" b\n"));
    PinRecord record;
    record.add(unpinned->taken);
    const auto kept = PinRecord::fromJson(record.toJson());
    QVERIFY(kept.isOk());
    QCOMPARE(*kept, record);
    const auto same = pinFile(unpinned->bytes, PinFileKind::Dockerfile,
                              *Inventory::fromFreeze("a==1.2\nb==7\n", QStringLiteral("test")),
                              PinMode::Recorded, *kept, named);
    QVERIFY(same.isOk());
    QCOMPARE(same->bytes, file);
    const auto newer = pinFile(unpinned->bytes, PinFileKind::Dockerfile,
                               *Inventory::fromFreeze("a==1.3\nb==8\n", QStringLiteral("test")),
                               PinMode::Recorded, *kept, named);
    QVERIFY(newer.isOk());
    QByteArray wanted = file;
    wanted.replace("A=1.2", "A=1.3").replace(":-7", ":-8");
    QCOMPARE(newer->bytes, wanted);
}

QTEST_GUILESS_MAIN(TestShellPins)
#include "tst_shellpins.moc"
