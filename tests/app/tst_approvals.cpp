// SPDX-License-Identifier: MIT
// Several people with keys of their own decide on gates by the real program, under a policy.
#include "tests/app/scratchhome.h"
#include "tests/signing/testkeys.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Slipway;
using TestPrograms::Finished;

namespace {

const QString last = QStringLiteral("last");
const QString gate = QStringLiteral("sign-off");

const char *const checklist = "slipway: 1\nname: release\ntitle: A release\n"
                              "stages:\n  - name: only\n    steps:\n"
                              "      - {id: build, uses: command, with: {run: [echo, built]}}\n"
                              "      - id: sign-off\n        uses: approval\n"
                              "        with: {from: engineers, items: [It builds], evidence: "
                              "[steps.build.evidence.log]}\n"
                              "      - {id: ship, uses: command, with: {run: [echo, shipped]}}\n";

} // namespace

class TestApprovals final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void twoPeopleSignAndTheRunGoesOn();
    void theAgentSignsForWhoeverHasTheUserName();
    void whoMayNotDecideIsTold_data();
    void whoMayNotDecideIsTold();
    void oneKeyIsOnePerson();
    void aDecisionIsTakenBackBeforeItTakesEffect();
    void aGuardedGateCannotBeSkipped();
    void theGateOpensAgainWhenThePolicyChanges();
    void aPolicyThatIsGoneGuardsAllTheSame();
    void aRevokedKeyDoesNotCount();
    void withoutAPolicyTheRecordSaysWho();
    void aBrokenPolicyNamesThePlace();

private:
    Finished call(const QStringList &arguments) const { return m_home->slipway(arguments); }
    Finished approve(const QString &person, const QString &key) const
    {
        return call({QStringLiteral("approve"), last, gate, QStringLiteral("--tick"),
                     QStringLiteral("all"), QStringLiteral("--as"), person, QStringLiteral("--key"),
                     m_keys->file(key)});
    }
    Finished resume() const { return call({QStringLiteral("resume"), last}); }
    void writePolicy(const QByteArray &gates, const QByteArray &more = {}) const;
    void begin() const;
    QString state(const QString &step) const { return m_home->stepState(last, step); }

    std::unique_ptr<ScratchHome> m_home;
    std::unique_ptr<TestKeys> m_keys;
};

void TestApprovals::init()
{
    m_home = std::make_unique<ScratchHome>();
    m_keys = std::make_unique<TestKeys>();
    for (const char *name : {"ana", "bruno", "carla"})
        m_keys->make(QLatin1String(name));
    m_home->write(QStringLiteral("release.yaml"), checklist);
}

void TestApprovals::cleanup()
{
    m_home.reset();
    m_keys.reset();
}

/// ana has this machine's user name.
void TestApprovals::writePolicy(const QByteArray &gates, const QByteArray &more) const
{
    QByteArray user;
    TestKeys::run({QStringLiteral("id"), QStringLiteral("-un")}, {}, &user);
    user = user.trimmed();
    m_home->write(QStringLiteral("home/config/policy.yaml"),
                  "slipway-policy: 1\nsigners: allowed_signers\n" + more +
                      "people:\n"
                      "  ana: {name: Ana Souza, principal: ana@example.com, users: [" +
                      user +
                      "]}\n"
                      "  bruno: {name: Bruno Lima, principal: bruno@example.com}\n"
                      "  carla: {principal: carla@example.com}\n"
                      "groups: {engineers: [ana, bruno, carla], leads: [carla]}\n"
                      "gates:\n" +
                      gates);
    QByteArray signers;
    for (const char *name : {"ana", "bruno", "carla"})
        signers += m_keys->signer(QLatin1String(name) + QLatin1String("@example.com"),
                                  QLatin1String(name));
    m_home->write(QStringLiteral("home/config/allowed_signers"), signers);
}

void TestApprovals::begin() const
{
    const Finished run = call({QStringLiteral("run"), QStringLiteral("release.yaml")});
    QVERIFY2(run.status == 3, run.text());
}

void TestApprovals::twoPeopleSignAndTheRunGoesOn()
{
    writePolicy("  - {gate: sign-off, from: [engineers], quorum: 2, require: [{group: leads}]}\n");
    begin();
    QVERIFY2(approve(QStringLiteral("bruno"), QStringLiteral("bruno")).status == 0, "");
    QCOMPARE(resume().status, 3);
    const Finished twice = approve(QStringLiteral("bruno"), QStringLiteral("bruno"));
    QCOMPARE(twice.status, 0); // it replaces the first, and counts once
    QCOMPARE(resume().status, 3);
    const Finished third = approve(QStringLiteral("carla"), QStringLiteral("carla"));
    QVERIFY2(third.status == 0, third.text());
    const Finished gone = resume();
    QVERIFY2(gone.status == 0, gone.text());
    QCOMPARE(state(QStringLiteral("ship")), QStringLiteral("succeeded"));
    const Finished verified = call({QStringLiteral("verify"), last, QStringLiteral("--json")});
    QVERIFY2(verified.status == 0, verified.text());
    QCOMPARE(QJsonDocument::fromJson(verified.output.toUtf8())[QLatin1String("signatures")].toInt(),
             2);
}

void TestApprovals::theAgentSignsForWhoeverHasTheUserName()
{
    writePolicy("  - {from: [ana], own-run: true}\n");
    begin();
    const QStringList plain{QStringLiteral("approve"), last, gate, QStringLiteral("--tick"),
                            QStringLiteral("all")};
    const Finished without = call(plain);
    QCOMPARE(without.status, 1);
    QVERIFY2(without.errors.contains(QLatin1String("ssh-add")), without.text());
    m_keys->startAgent();
    m_keys->addToAgent(QStringLiteral("ana"));
    const Finished with = call(plain);
    QVERIFY2(with.status == 0, with.text());
    QCOMPARE(resume().status, 0);
}

void TestApprovals::whoMayNotDecideIsTold_data()
{
    QTest::addColumn<QByteArray>("gates");
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("word");
    const QString bruno = QStringLiteral("bruno");
    const QString ana = QStringLiteral("ana");
    const QString carla = QStringLiteral("carla");
    QTest::newRow("their own run") << QByteArray("  - {from: [engineers]}\n") << ana << ana
                                   << QStringLiteral("started the run");
    QTest::newRow("not named") << QByteArray("  - {from: [bruno]}\n") << carla << carla
                               << QStringLiteral("does not let them");
    QTest::newRow("another's key") << QByteArray("  - {from: [engineers]}\n") << bruno << carla
                                   << QStringLiteral("does not hold for bruno@example.com");
    QTest::newRow("nobody") << QByteArray("  - {from: [engineers]}\n") << QStringLiteral("mallory")
                            << bruno << QStringLiteral("does not let them");
    QTest::newRow("never open")
        << QByteArray("  - {from: [engineers], windows: [{days: [mon], from: '00:00', to: "
                      "'00:01', zone: '+14:00'}]}\n")
        << bruno << bruno << QStringLiteral("no decision at this time");
}

void TestApprovals::whoMayNotDecideIsTold()
{
    QFETCH(QByteArray, gates);
    QFETCH(QString, person);
    QFETCH(QString, key);
    QFETCH(QString, word);
    writePolicy(gates);
    begin();
    const Finished refused = approve(person, key);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.errors.contains(word), refused.text());
    QCOMPARE(resume().status, 3);
}

void TestApprovals::oneKeyIsOnePerson()
{
    writePolicy("  - {from: [engineers], quorum: 2}\n");
    m_home->write(QStringLiteral("home/config/allowed_signers"),
                  m_keys->signer(QStringLiteral("bruno@example.com"), QStringLiteral("bruno")) +
                      m_keys->signer(QStringLiteral("carla@example.com"), QStringLiteral("bruno")));
    const Finished run = call({QStringLiteral("run"), QStringLiteral("release.yaml")});
    QVERIFY2(run.status != 0 && run.status != 3, run.text());
    QVERIFY2(run.errors.contains(QLatin1String("belongs to bruno@example.com already")),
             run.text());
    QVERIFY2(run.errors.contains(QLatin1String("allowed_signers:2:1")), run.text());
}

void TestApprovals::aDecisionIsTakenBackBeforeItTakesEffect()
{
    writePolicy("  - {from: [engineers], quorum: 2}\n");
    begin();
    const QString bruno = QStringLiteral("bruno");
    QCOMPARE(approve(bruno, bruno).status, 0);
    const QStringList withdraw{QStringLiteral("withdraw"), last,  gate,
                               QStringLiteral("--as"),     bruno, QStringLiteral("--key"),
                               m_keys->file(bruno)};
    const Finished back = call(withdraw);
    QVERIFY2(back.status == 0, back.text());
    QCOMPARE(call(withdraw).status, 1);
    QCOMPARE(approve(QStringLiteral("carla"), QStringLiteral("carla")).status, 0);
    QCOMPARE(resume().status, 3);
    QCOMPARE(approve(bruno, bruno).status, 0);
    QCOMPARE(resume().status, 0);
}

void TestApprovals::aGuardedGateCannotBeSkipped()
{
    writePolicy("  - {from: [engineers]}\n");
    begin();
    const Finished skipped =
        call({QStringLiteral("skip"), last, gate, QStringLiteral("--reason"), QStringLiteral("x")});
    QCOMPARE(skipped.status, 1);
    QVERIFY2(skipped.errors.contains(QLatin1String("guards")), skipped.text());
    QCOMPARE(resume().status, 3);
}

void TestApprovals::theGateOpensAgainWhenThePolicyChanges()
{
    writePolicy("  - {from: [engineers], quorum: 1}\n");
    begin();
    QCOMPARE(approve(QStringLiteral("bruno"), QStringLiteral("bruno")).status, 0);
    writePolicy("  - {from: [engineers], quorum: 2}\n");
    QCOMPARE(resume().status, 3); // opened anew: what bruno signed was about the other policy
    QCOMPARE(approve(QStringLiteral("carla"), QStringLiteral("carla")).status, 0);
    QCOMPARE(resume().status, 3);
    QCOMPARE(approve(QStringLiteral("bruno"), QStringLiteral("bruno")).status, 0);
    QCOMPARE(resume().status, 0);
}

void TestApprovals::aPolicyThatIsGoneGuardsAllTheSame()
{
    writePolicy("  - {from: [engineers]}\n");
    begin();
    QCOMPARE(approve(QStringLiteral("bruno"), QStringLiteral("bruno")).status, 0);
    QVERIFY(QFile::remove(m_home->path(QStringLiteral("home/config/policy.yaml"))));
    QCOMPARE(resume().status, 3);
    QCOMPARE(state(QStringLiteral("ship")), QStringLiteral("pending"));
}

void TestApprovals::aRevokedKeyDoesNotCount()
{
    const QByteArray gates = "  - {from: [engineers]}\n";
    writePolicy(gates, "revoked: revoked_keys\n");
    const QString list = QStringLiteral("home/config/revoked_keys");
    m_home->write(list, "# none\n");
    begin();
    QCOMPARE(approve(QStringLiteral("bruno"), QStringLiteral("bruno")).status, 0);
    m_home->write(list, m_keys->line(QStringLiteral("bruno")) + '\n');
    QCOMPARE(resume().status, 3);
    QCOMPARE(approve(QStringLiteral("bruno"), QStringLiteral("bruno")).status, 1);
    m_home->write(list, {}); // a list that was emptied is no list
    QCOMPARE(approve(QStringLiteral("carla"), QStringLiteral("carla")).status, 0);
    QCOMPARE(resume().status, 3);
    m_home->write(list, m_keys->line(QStringLiteral("bruno")) + '\n');
    QCOMPARE(resume().status, 0);
}

void TestApprovals::withoutAPolicyTheRecordSaysWho()
{
    begin();
    const Finished as = approve(QStringLiteral("bruno"), QStringLiteral("bruno"));
    QCOMPARE(as.status, 1);
    QCOMPARE(call({QStringLiteral("approve"), last, gate, QStringLiteral("--tick"),
                   QStringLiteral("all")})
                 .status,
             0);
    QCOMPARE(resume().status, 0);
    const Finished shown = call({QStringLiteral("show"), last});
    QVERIFY2(shown.output.contains(QLatin1String("approved by the person who ran it")),
             shown.text());
}

void TestApprovals::aBrokenPolicyNamesThePlace()
{
    writePolicy("  - {from: [engneers]}\n");
    const Finished run = call({QStringLiteral("run"), QStringLiteral("release.yaml")});
    QVERIFY(run.status != 0);
    QVERIFY2(run.errors.contains(QLatin1String("policy.yaml:9:")), run.text());
    QVERIFY2(run.errors.contains(QLatin1String("engineers")), run.text());
}

QTEST_GUILESS_MAIN(TestApprovals)
#include "tst_approvals.moc"
