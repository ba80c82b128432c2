// SPDX-License-Identifier: MIT
#include "core/signing/signing.h"
#include "core/signing/sshsignature.h"
#include "tests/signing/testkeys.h"

#include <QDateTime>
#include <QTest>

using namespace Slipway;

namespace {

const QString nameSpace = QStringLiteral("test@slipway");
const QString ana = QStringLiteral("ana@example.com");
const QByteArray statement = "{\"a\":1}";

qint64 at(int year)
{
    return QDateTime(QDate(year, 6, 1), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
}

} // namespace

/// Signing and verifying by real ssh-keygen, ssh-add and ssh-agent.
class TestSigning final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysOfGoodKindsSign_data();
    void keysOfGoodKindsSign();
    void weakKeysAreRefusedThoughStockTakesThem();
    void whatStockRefusesIsRefused();
    void aSignatureHasOneForm();
    void aRevokedKeyNoLongerCounts();
    void theAgentSigns();
    void aLockedKeyWithoutAskpassIsASentence();
    void signersAreReadStrictly_data();
    void signersAreReadStrictly();

private:
    QByteArray signedBy(const QString &name, const QString &space = nameSpace)
    {
        const auto signature = Signing::sign(statement, space, {m_keys.file(name), {}});
        if (!signature)
            qFatal("%s", qPrintable(signature.error().message()));
        return *signature;
    }

    TestKeys m_keys;
};

void TestSigning::keysOfGoodKindsSign_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("bits");
    QTest::newRow("ed25519") << QStringLiteral("ed25519") << 0;
    QTest::newRow("ecdsa") << QStringLiteral("ecdsa") << 384;
    QTest::newRow("rsa") << QStringLiteral("rsa") << 3072;
}

void TestSigning::keysOfGoodKindsSign()
{
    QFETCH(QString, type);
    QFETCH(int, bits);
    m_keys.make(type, type, bits);
    const QByteArray signature = signedBy(type);
    const auto key = Signing::verify(statement, signature,
                                     {m_keys.signer(ana, type), {}, ana, nameSpace, at(2026)});
    QVERIFY2(key, qPrintable(key ? QString() : key.error().message()));
    QByteArray shown;
    TestKeys::run({QStringLiteral("ssh-keygen"), QStringLiteral("-l"), QStringLiteral("-f"),
                   m_keys.file(type) + QLatin1String(".pub")},
                  {}, &shown);
    QCOMPARE(QString::fromUtf8(shown.split(' ').value(1)), key->fingerprint());
}

void TestSigning::weakKeysAreRefusedThoughStockTakesThem()
{
    const QString weak = QStringLiteral("weak");
    m_keys.make(weak, QStringLiteral("rsa"), 2048);
    const QByteArray signature = signedBy(weak);
    const QByteArray signers = m_keys.signer(ana, weak);
    QCOMPARE(m_keys.stockVerify(statement, signature, signers, ana, nameSpace,
                                QStringLiteral("20260601000000Z")),
             0);
    const auto key = Signing::verify(statement, signature, {signers, {}, ana, nameSpace, at(2026)});
    QVERIFY(!key);
    QCOMPARE(key.error().code(), QStringLiteral("signing.weak-key"));
    QCOMPARE(AllowedSigners::read(signers, QStringLiteral("f")).error().code(),
             QStringLiteral("signing.weak-key"));
}

void TestSigning::whatStockRefusesIsRefused()
{
    const QString name = QStringLiteral("stock");
    m_keys.make(name);
    m_keys.make(QStringLiteral("other"));
    const QByteArray signature = signedBy(name);
    const QByteArray plain = m_keys.signer(ana, name);
    const auto fails = [&](const QByteArray &bytes, const QByteArray &what,
                           const Signing::Expected &expected) {
        const auto key = Signing::verify(bytes, what, expected);
        return key ? QStringLiteral("accepted") : key.error().code();
    };
    const QString invalid = QStringLiteral("signing.not-valid");
    QCOMPARE(fails(statement + ' ', signature, {plain, {}, ana, nameSpace, at(2026)}), invalid);
    QCOMPARE(fails(statement, signature,
                   {plain, {}, QStringLiteral("bruno@example.com"), nameSpace, at(2026)}),
             invalid);
    QCOMPARE(fails(statement, signature,
                   {m_keys.signer(ana, QStringLiteral("other")), {}, ana, nameSpace, at(2026)}),
             invalid);
    const QByteArray until2025 = m_keys.signer(ana, name, "valid-before=\"20250101Z\"");
    QCOMPARE(fails(statement, signature, {until2025, {}, ana, nameSpace, at(2026)}), invalid);
    QCOMPARE(fails(statement, signature, {until2025, {}, ana, nameSpace, at(2024)}),
             QStringLiteral("accepted"));
    QCOMPARE(fails(statement, signature,
                   {m_keys.signer(ana, name, "namespaces=\"git\""), {}, ana, nameSpace, at(2026)}),
             invalid);
    QCOMPARE(fails(statement, signedBy(name, QStringLiteral("git")),
                   {plain, {}, ana, nameSpace, at(2026)}),
             QStringLiteral("signing.namespace"));
}

void TestSigning::aSignatureHasOneForm()
{
    const QString name = QStringLiteral("form");
    m_keys.make(name);
    const QByteArray good = signedBy(name);
    QVERIFY(SshSignature::read(good));
    QByteArray shorter = good;
    shorter.chop(1);
    for (const QByteArray &bad :
         {good + "x", " " + good, shorter, QByteArray(), good + good,
          QByteArray(good).replace("U1NIU0lH", "U1NIU0lI"), QByteArray(good).replace('\n', "\r\n")})
        QCOMPARE(SshSignature::read(bad).isOk(), false);
}

void TestSigning::aRevokedKeyNoLongerCounts()
{
    const QString name = QStringLiteral("revoked");
    m_keys.make(name);
    const QByteArray signature = signedBy(name);
    const Signing::Expected none{m_keys.signer(ana, name), "# nothing\n", ana, nameSpace, at(2026)};
    QVERIFY(Signing::verify(statement, signature, none));
    Signing::Expected one = none;
    one.revoked = m_keys.line(name) + '\n';
    QVERIFY(!Signing::verify(statement, signature, one));
}

void TestSigning::theAgentSigns()
{
    m_keys.make(QStringLiteral("held"));
    m_keys.make(QStringLiteral("away"));
    m_keys.startAgent();
    m_keys.addToAgent(QStringLiteral("held"));
    QFile::remove(m_keys.file(QStringLiteral("held"))); // the agent alone has it now
    const auto held = SshKey::fromLine(m_keys.line(QStringLiteral("held")));
    const auto away = SshKey::fromLine(m_keys.line(QStringLiteral("away")));
    QCOMPARE(Signing::agentKeys()->size(), 1);
    const auto chosen = Signing::chooseKey({}, {*away, *held}, QStringLiteral("/nowhere"));
    QVERIFY(chosen);
    const auto signature = Signing::sign(statement, nameSpace, *chosen);
    QVERIFY2(signature, qPrintable(signature ? QString() : signature.error().message()));
    QVERIFY(Signing::verify(
        statement, *signature,
        {m_keys.signer(ana, QStringLiteral("held")), {}, ana, nameSpace, at(2026)}));
    QCOMPARE(Signing::chooseKey({}, {*away}, QStringLiteral("/nowhere")).error().code(),
             QStringLiteral("signing.no-key"));
}

void TestSigning::aLockedKeyWithoutAskpassIsASentence()
{
    m_keys.make(QStringLiteral("locked"), QStringLiteral("ed25519"), 0,
                QStringLiteral("a passphrase"));
    const auto signature =
        Signing::sign(statement, nameSpace, {m_keys.file(QStringLiteral("locked")), {}});
    QVERIFY(!signature);
    QCOMPARE(signature.error().code(), QStringLiteral("signing.refused"));
}

void TestSigning::signersAreReadStrictly_data()
{
    QTest::addColumn<QByteArray>("before"); // of KEY
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("column");
    const QString principal = QStringLiteral("signers.principal");
    QTest::newRow("good") << QByteArray("ana@x namespaces=\"a,b\",valid-after=\"20250101Z\"")
                          << QString() << 0;
    QTest::newRow("pattern") << QByteArray("*@x") << principal << 1;
    QTest::newRow("two") << QByteArray("ana@x,bruno@x") << principal << 1;
    QTest::newRow("not") << QByteArray("!ana@x") << principal << 1;
    QTest::newRow("local time") << QByteArray("ana@x valid-after=\"20250101\"")
                                << QStringLiteral("signers.time") << 7;
    QTest::newRow("no quotes") << QByteArray("ana@x valid-after=20250101Z")
                               << QStringLiteral("signers.option") << 7;
    QTest::newRow("authority") << QByteArray("ana@x cert-authority")
                               << QStringLiteral("signers.option") << 7;
    QTest::newRow("no key") << QByteArray("ana@x ssh-ed25519 AAAA")
                            << QStringLiteral("signing.bad-key") << 7;
}

void TestSigning::signersAreReadStrictly()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, code);
    QFETCH(int, column);
    const QString name = QStringLiteral("strict");
    if (!QFile::exists(m_keys.file(name)))
        m_keys.make(name);
    const auto read = AllowedSigners::read("# keys\n\n" + before + ' ' + m_keys.line(name) + '\n',
                                           QStringLiteral("f"));
    QCOMPARE(read ? QString() : read.error().code(), code);
    if (!read)
        QCOMPARE(read.error().place().text(), QStringLiteral("f:3:%1").arg(column));
}

QTEST_GUILESS_MAIN(TestSigning)
#include "tst_signing.moc"
