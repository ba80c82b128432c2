// SPDX-License-Identifier: MIT
#include "core/base/canonicaljson.h"
#include "core/process/growingdigest.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

class TestGrowingDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_bytes.clear();
    }

    void itIsThatOfTheWholeWhereverItWasLookedAt()
    {
        GrowingDigest digest(path());
        QCOMPARE(digest.follow({}), 0); // nobody has made it yet
        for (const qsizetype size : {1, 300'000, 0, 63, 1'000'000}) {
            add(QByteArray(size, char('a' + size % 26)));
            QCOMPARE(digest.follow({}), m_bytes.size());
        }
        add("and the rest");
        const auto whole = digest.finish();
        QVERIFY(whole.has_value());
        QCOMPARE(whole->size, m_bytes.size());
        QCOMPARE(whole->digest, sha256Hex(m_bytes));
    }

    void itCanBeToldToStop()
    {
        add(QByteArray(1'000'000, 'x'));
        GrowingDigest digest(path());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(digest.follow(stop.get_token()), 0);
        QCOMPARE(digest.finish()->digest, sha256Hex(m_bytes));
    }

    void whatCannotBeReadHasNone() { QVERIFY(!GrowingDigest(path()).finish()); }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("log")); }

    void add(const QByteArray &bytes)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
        m_bytes += bytes;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_bytes;
};

QTEST_GUILESS_MAIN(TestGrowingDigest)
#include "tst_growingdigest.moc"
