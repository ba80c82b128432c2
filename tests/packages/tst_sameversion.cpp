// SPDX-License-Identifier: MIT
#include "core/packages/settlement.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Slipway;

class TestSameVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellingsOfOneVersionAgree();
    void everyPlaceIsTold();
    void onlyExactPinsCount();
    void theFilesAreSettledAndNoOtherByteChanges();
    void theNewestIsTheNewestOfPep440();
    void filesOfFoldersAreSettledTogether();
};

void TestSameVersion::spellingsOfOneVersionAgree()
{
    SameVersion rule;
    QVERIFY(
        rule.addFile(QStringLiteral("a.txt"), "Zope.Interface==1.0\n", PinFileKind::Requirements));
    QVERIFY(rule.addFile(QStringLiteral("b.txt"), "zope_interface==v1.0.0\n",
                         PinFileKind::Requirements));
    QVERIFY(rule.disagreements().isEmpty());
    QCOMPARE(rule.packages(), 1);
}

void TestSameVersion::everyPlaceIsTold()
{
    SameVersion rule;
    QVERIFY(rule.addFile(QStringLiteral("a/Dockerfile"),
                         "FROM x\nRUN pip install pika==1.0 numpy==1.9\n",
                         PinFileKind::Dockerfile));
    const auto installed =
        Inventory::fromFreeze("numpy==1.10\npika==1.0\n", QStringLiteral("image:api"));
    QVERIFY(installed);
    rule.addInventory(*installed);
    const auto found = rule.disagreements();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].name, QStringLiteral("numpy"));
    QCOMPARE(found[0].settled, QStringLiteral("1.10"));
    QCOMPARE(found[0].places.size(), 2);
    QCOMPARE(found[0].places[0].where, QStringLiteral("a/Dockerfile:2"));
    QVERIFY(found[0].places[0].isEditable());
    QVERIFY(!found[0].isSettled(found[0].places[0]));
    QVERIFY(!found[0].places[1].isEditable());
    QVERIFY(found[0].isSettled(found[0].places[1]));
    QVERIFY(rule.disagreements({}, {QStringLiteral("NumPy")}).isEmpty());
    QVERIFY(rule.disagreements({QStringLiteral("pika")}).isEmpty());
}

void TestSameVersion::onlyExactPinsCount()
{
    SameVersion rule;
    QVERIFY(rule.addFile(QStringLiteral("a.txt"), "numpy>=1\nrich==13.*\nattrs\npika==1.0\n",
                         PinFileKind::Requirements));
    QVERIFY(rule.addFile(QStringLiteral("b.txt"), "numpy==2\nrich==14.0\nattrs==1\npika==1.1\n",
                         PinFileKind::Requirements));
    const auto found = rule.disagreements();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].name, QStringLiteral("pika"));
}

void TestSameVersion::theFilesAreSettledAndNoOtherByteChanges()
{
    const QByteArray older = "# first\r\nnumpy == 1.9  # why\r\nrich==1.0";
    const QByteArray newer = "numpy==1.10\nrich==1.0\n";
    SameVersion rule;
    QVERIFY(rule.addFile(QStringLiteral("a.txt"), older, PinFileKind::Requirements));
    QVERIFY(rule.addFile(QStringLiteral("b.txt"), newer, PinFileKind::Requirements));
    const auto found = rule.disagreements();
    const auto a = settleFile(QStringLiteral("a.txt"), older, PinFileKind::Requirements, found);
    const auto b = settleFile(QStringLiteral("b.txt"), newer, PinFileKind::Requirements, found);
    QVERIFY(a && b);
    QCOMPARE(a->bytes, QByteArray("# first\r\nnumpy == 1.10  # why\r\nrich==1.0"));
    QCOMPARE(b->bytes, newer);
    const auto none = settleFile(QStringLiteral("a.txt"), older, PinFileKind::Requirements, {});
    QVERIFY(none);
    QCOMPARE(none->bytes, older);
}

void TestSameVersion::theNewestIsTheNewestOfPep440()
{
    SameVersion rule;
    for (const char *version : {"1.0rc1", "1!0.5", "2.0", "1.0.post1", "2.0.dev1"})
        QVERIFY(rule.addFile(QString::fromLatin1(version), QByteArray("x==") + version + '\n',
                             PinFileKind::Requirements));
    QCOMPARE(rule.disagreements().at(0).settled, QStringLiteral("1!0.5"));
}

void TestSameVersion::filesOfFoldersAreSettledTogether()
{
    const QTemporaryDir folder;
    const auto put = [&](const char *name, const QByteArray &bytes) {
        const QString path = folder.filePath(QLatin1String(name));
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    };
    put("api/Dockerfile", "FROM x\r\nRUN pip install numpy==1.9 # why\r\n");
    put("worker/requirements.txt", "numpy==1.10\npika==1.0");
    put("worker/notes.txt", "numpy==0.1\n");
    Settlement settlement;
    QVERIFY(settlement.addFolder(folder.path()));
    QVERIFY(settlement.addFile(folder.filePath(QStringLiteral("api/Dockerfile")),
                               PinFileKind::Dockerfile)); // again
    QCOMPARE(settlement.rule().packages(), 2);
    const auto found = settlement.rule().disagreements();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].places.size(), 2);
    const auto edits = settlement.edits(found);
    QVERIFY(edits);
    QCOMPARE(edits->size(), 1);
    QCOMPARE((*edits)[0].file, folder.filePath(QStringLiteral("api/Dockerfile")));
    QCOMPARE((*edits)[0].after, QByteArray("FROM x\r\nRUN pip install numpy==1.10 # why\r\n"));
    const auto none = Settlement().addFolder(folder.filePath(QStringLiteral("none")));
    QVERIFY(!none);
}

QTEST_GUILESS_MAIN(TestSameVersion)
#include "tst_sameversion.moc"
