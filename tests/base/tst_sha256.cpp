// SPDX-License-Identifier: MIT
#include "core/base/sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Slipway;

namespace {

QString hashOf(const QByteArray &bytes, qsizetype part)
{
    Sha256 hash;
    for (qsizetype at = 0; at < bytes.size(); at += part)
        hash.add(bytes.mid(at, part));
    return hash.hex();
}

} // namespace

class TestSha256 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownTextsHaveKnownHashes_data();
    void knownTextsHaveKnownHashes();
    void partsGiveTheSameAsTheWhole();
};

void TestSha256::knownTextsHaveKnownHashes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("hash");
    // FIPS 180-2, appendix B.
    QTest::newRow("nothing") << QByteArray()
                             << QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca49"
                                               "5991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff6"
                                           "1f20015ad");
    QTest::newRow("a million a")
        << QByteArray(1'000'000, 'a')
        << QStringLiteral("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestSha256::knownTextsHaveKnownHashes()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, hash);
    QCOMPARE(hashOf(text, 4096), hash);
}

void TestSha256::partsGiveTheSameAsTheWhole()
{
    QByteArray bytes;
    for (int i = 0; i < 1000; ++i)
        bytes += char(i * 31 % 251);
    const QString whole =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    for (const qsizetype part : {1, 7, 63, 64, 65, 999, 1000})
        QCOMPARE(hashOf(bytes, part), whole);
}

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
