// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"
#include "core/journal/objectstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

class TestObjectStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasPutCanBeRead();
    void puttingTwiceGivesTheSameName();
    void aChangedObjectIsRefused();
    void aNameThatIsNoDigestIsRefused();
    void aMissingObjectIsAnError();
};

void TestObjectStore::whatWasPutCanBeRead()
{
    const QTemporaryDir folder;
    const ObjectStore store(folder.path());
    const auto name = store.put("evidence\n");
    QVERIFY(name);
    QCOMPARE(*name, sha256Hex("evidence\n"));
    QVERIFY(store.contains(*name));
    QCOMPARE(*store.read(*name), QByteArray("evidence\n"));
}

void TestObjectStore::puttingTwiceGivesTheSameName()
{
    const QTemporaryDir folder;
    const ObjectStore store(folder.path());
    QCOMPARE(*store.put("x"), *store.put("x"));
}

void TestObjectStore::aChangedObjectIsRefused()
{
    const QTemporaryDir folder;
    const ObjectStore store(folder.path());
    const QString name = *store.put("the truth");
    QFile file(store.path(name));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("a lie");
    file.close();
    const auto read = store.read(name);
    QVERIFY(!read);
    QCOMPARE(read.error().code(), QStringLiteral("object.changed"));
}

void TestObjectStore::aNameThatIsNoDigestIsRefused()
{
    const QTemporaryDir folder;
    const ObjectStore store(folder.path());
    QCOMPARE(store.read(QStringLiteral("../../etc/passwd")).error().code(),
             QStringLiteral("object.bad-name"));
}

void TestObjectStore::aMissingObjectIsAnError()
{
    const QTemporaryDir folder;
    QVERIFY(!ObjectStore(folder.path()).read(sha256Hex("never put")));
}

QTEST_GUILESS_MAIN(TestObjectStore)
#include "tst_objectstore.moc"
