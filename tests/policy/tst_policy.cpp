// SPDX-License-Identifier: MIT
#include "core/policy/policy.h"
#include "tests/signing/testkeys.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

namespace {

const QByteArray people = "slipway-policy: 1\n"
                          "signers: allowed_signers\n"
                          "people:\n"
                          "  ana: {principal: ana@example.com, users: [ana]}\n"
                          "  bruno: {name: Bruno Lima, principal: bruno@example.com}\n"
                          "  carla: {principal: carla@example.com}\n"
                          "groups: {all: [carla, ana, bruno], leads: [carla]}\n";

} // namespace

/// What a policy file says, where it is wrong, and what it makes of a gate.
class TestPolicy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void noFileIsNoPolicy();
    void mistakesHaveAPlace_data();
    void mistakesHaveAPlace();
    void aChecklistMayOnlyAskForMore();
    void theFirstRuleThatFitsCounts();
    void aGateThatNobodyCanPassIsRefused();
    void windowsAreLocalTime();
    void whatIsSealedIsReadAgain();
    void whatOthersCanWriteIsNotBelieved();
    void aListOfRevokedKeysMayNotVanish();
    void aRuleSurvivesItsEvent();

private:
    void write(const char *name, const QByteArray &bytes) const;
    Result<std::optional<Policy>> load(const QByteArray &text) const;
    Policy policy(const QByteArray &gates) const { return **load(people + "gates:\n" + gates); }

    TestKeys m_keys;
    QTemporaryDir m_folder;
};

void TestPolicy::initTestCase()
{
    m_keys.make(QStringLiteral("ana"));
    write("allowed_signers",
          m_keys.signer(QStringLiteral("ana@example.com"), QStringLiteral("ana")));
}

void TestPolicy::write(const char *name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", name);
}

Result<std::optional<Policy>> TestPolicy::load(const QByteArray &text) const
{
    write("policy.yaml", text);
    return Policy::load(m_folder.path());
}

void TestPolicy::noFileIsNoPolicy()
{
    QFile::remove(m_folder.filePath(QStringLiteral("policy.yaml")));
    const auto none = Policy::load(m_folder.path());
    QVERIFY(none);
    QVERIFY(!*none);
}

void TestPolicy::mistakesHaveAPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("place");
    const QByteArray gates = "gates: [{from: [all]}]\n";
    QTest::newRow("version") << QByteArray(people).replace("policy: 1", "policy: 2") + gates
                             << "policy.version"
                             << "1:17";
    QTest::newRow("key") << people + "gates: [{from: [all], qorum: 2}]\n"
                         << "checklist.unknown-key"
                         << "8:23";
    QTest::newRow("group") << people + "gates: [{from: [al]}]\n"
                           << "policy.unknown-name"
                           << "8:16";
    QTest::newRow("needs") << people + "gates: [{quorum: 1}]\n"
                           << "checklist.missing-key"
                           << "8:9";
    QTest::newRow("file") << QByteArray(people).replace("allowed_signers", "../x") + gates
                          << "policy.file-name"
                          << "2:10";
    QTest::newRow("same person") << QByteArray(people).replace("carla@", "ana@") + gates
                                 << "policy.same-principal"
                                 << "6:3";
    QTest::newRow("time") << people + "gates: [{from: [all], windows: [{from: '25:00'}]}]\n"
                          << "policy.time"
                          << "8:40";
    QTest::newRow("zone") << people + "gates: [{from: [all], windows: [{zone: Recife}]}]\n"
                          << "policy.zone"
                          << "8:40";
    QTest::newRow("window")
        << people + "gates: [{from: [all], windows: [{from: '12:00', to: '09:00'}]}]\n"
        << "policy.window"
        << "8:33";
    QTest::newRow("yaml") << people + "gates: [\n"
                          << "yaml.syntax"
                          << "9:1";
}

void TestPolicy::mistakesHaveAPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, place);
    const auto read = load(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code(), code);
    QCOMPARE(read.error().place().text(),
             m_folder.filePath(QStringLiteral("policy.yaml:")) + place);
}

void TestPolicy::aChecklistMayOnlyAskForMore()
{
    const Policy guard = policy("  - {from: [all], quorum: 2, own-run: true, timeout: 1h}\n");
    const auto asked = [&](const QString &from, int quorum, qint64 timeout) {
        return guard.asks({QStringLiteral("release"), QStringLiteral("gate"), from, quorum, timeout,
                           QStringLiteral("ana")});
    };
    QCOMPARE(asked({}, 1, 0)->quorum, 2);
    QCOMPARE(asked({}, 3, 0)->quorum, 3);
    QCOMPARE(asked({}, 1, 0)->timeoutMs, qint64(3'600'000));
    QCOMPARE(asked({}, 1, 60'000)->timeoutMs, qint64(60'000));
    QCOMPARE(asked({}, 1, 7'200'000)->timeoutMs, qint64(3'600'000));
    QCOMPARE(asked({}, 1, 0)->rule.may, (QStringList{QStringLiteral("ana"), QStringLiteral("bruno"),
                                                     QStringLiteral("carla")}));
    QCOMPARE(asked(QStringLiteral("leads"), 1, 0).error().code(), QStringLiteral("policy.too-few"));
    QCOMPARE(asked(QStringLiteral("others"), 1, 0).error().code(),
             QStringLiteral("policy.unknown-from"));
}

void TestPolicy::theFirstRuleThatFitsCounts()
{
    const Policy guard = policy("  - {checklist: release, gate: last, from: [leads]}\n"
                                "  - {checklist: release, from: [bruno]}\n");
    const auto may = [&](const char *checklist, const char *gate) {
        const auto asked =
            guard.asks({QLatin1String(checklist), QLatin1String(gate), {}, 1, 0, {}});
        return asked ? asked->rule.may.join(u',') : asked.error().code();
    };
    QCOMPARE(may("release", "last"), QStringLiteral("carla"));
    QCOMPARE(may("release", "first"), QStringLiteral("bruno"));
    QCOMPARE(may("other", "last"), QStringLiteral("policy.no-rule"));
}

void TestPolicy::aGateThatNobodyCanPassIsRefused()
{
    const auto asks = [&](const QByteArray &gates) {
        const auto asked = policy(gates).asks(
            {QStringLiteral("x"), QStringLiteral("gate"), {}, 1, 0, QStringLiteral("ana")});
        return asked ? QString() : asked.error().code();
    };
    const QString tooFew = QStringLiteral("policy.too-few");
    QCOMPARE(asks("  - {from: [ana]}\n"), tooFew); // ana started it
    QCOMPARE(asks("  - {from: [ana], own-run: true}\n"), QString());
    QCOMPARE(asks("  - {from: [all], quorum: 3}\n"), tooFew);
    QCOMPARE(asks("  - {from: [bruno], require: [{group: leads}]}\n"), tooFew);
    QCOMPARE(asks("  - {from: [all], require: [{group: leads}]}\n"), QString());
}

void TestPolicy::windowsAreLocalTime()
{
    const Policy guard = policy("  - {from: [all], windows: [{days: [mon, fri], from: '09:00', "
                                "to: '18:00', zone: '-03:00'}]}\n");
    const GateRule rule =
        guard.asks({QStringLiteral("x"), QStringLiteral("gate"), {}, 1, 0, {}})->rule;
    const auto isOpen = [&](int day, int hour, int minute) {
        return rule.isOpenAt(
            QDateTime(QDate(2026, 11, day), QTime(hour, minute), Qt::UTC).toMSecsSinceEpoch());
    };
    // The 23rd is a Monday.
    QVERIFY(!isOpen(23, 11, 59));
    QVERIFY(isOpen(23, 12, 0));
    QVERIFY(isOpen(23, 20, 59));
    QVERIFY(!isOpen(23, 21, 0));
    QVERIFY(!isOpen(24, 12, 0));
    QVERIFY(isOpen(27, 12, 0));
}

void TestPolicy::whatIsSealedIsReadAgain()
{
    write("revoked", QByteArray("# \xff\x00 bytes", 10));
    const Policy guard = **load(QByteArray(people) + "revoked: revoked\ngates: [{from: [all]}]\n");
    const auto again = Policy::fromSealed(guard.sealed());
    QVERIFY2(again, qPrintable(again ? QString() : again.error().message()));
    QCOMPARE(again->sealed(), guard.sealed());
    QCOMPARE(again->revoked(), guard.revoked());
    QCOMPARE(again->signers().lines().size(), 1);
    QVERIFY(!Policy::fromSealed(guard.sealed() + ' '));
}

void TestPolicy::whatOthersCanWriteIsNotBelieved()
{
    QVERIFY(load(people + "gates: [{from: [all]}]\n"));
    QFile file(m_folder.filePath(QStringLiteral("policy.yaml")));
    const auto mine = file.permissions();
    QVERIFY(file.setPermissions(mine | QFile::WriteOther));
    QCOMPARE(Policy::load(m_folder.path()).error().code(), QStringLiteral("policy.open"));
    QVERIFY(file.setPermissions(mine));
}

void TestPolicy::aListOfRevokedKeysMayNotVanish()
{
    const QByteArray text = QByteArray(people) + "revoked: gone\ngates: [{from: [all]}]\n";
    QCOMPARE(load(text).error().code(), QStringLiteral("policy.revoked"));
    write("gone", "\n");
    QCOMPARE(load(text).error().code(), QStringLiteral("policy.revoked"));
    write("gone", "# nothing is revoked\n");
    QVERIFY(load(text));
}

void TestPolicy::aRuleSurvivesItsEvent()
{
    const Policy guard = policy("  - {from: [all], require: [{group: leads, count: 1}], windows: "
                                "[{days: [mon], zone: Z}], signed: false}\n");
    const GateRule rule =
        guard.asks({QStringLiteral("x"), QStringLiteral("gate"), {}, 1, 0, QStringLiteral("ana")})
            ->rule;
    QVERIFY(rule.excluded.contains(QStringLiteral("ana")));
    QCOMPARE(GateRule::fromJson(rule.toJson()), rule);
    QCOMPARE(GateRule::fromJson({}), GateRule());
    QJsonObject doubtful = rule.toJson();
    doubtful.remove(QStringLiteral("signed"));
    QVERIFY(GateRule::fromJson(doubtful).isSigned);
}

QTEST_GUILESS_MAIN(TestPolicy)
#include "tst_policy.moc"
