// SPDX-License-Identifier: MIT
// Whatever somebody without a right to it writes to the journal and its objects, a gate that a
// policy guards does not close as approved.
#include "core/base/canonicaljson.h"
#include "core/policy/decision.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/judgement.h"
#include "core/signing/signing.h"
#include "tests/signing/testkeys.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Slipway;

namespace {

const StepKey key{QStringLiteral("gate"), {}};
const QString bruno = QStringLiteral("bruno");
const QStringList everybody{QStringLiteral("ana"), bruno, QStringLiteral("carla"),
                            QStringLiteral("dora"), QStringLiteral("erik")};

qint64 startOfTime()
{
    return QDateTime(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
}

/// What somebody hands in: an event's body with what it names.
struct HandedIn
{
    EventBody::NewDecision decision;
    QByteArray statement;
    QByteArray signature;
    bool isWithdrawal = false;
    qint64 late = 0; ///< ms after the gate opened
    bool isReopenedBefore = false;
    const char *what = "";
};

} // namespace

class TestForgeries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTrueOneIsAccepted();
    void noForgeryIsAccepted();
    void onePersonWithTwoKeysIsOne();
    void whatWasTakenBackCannotBeHandedInAgain();
    void aForgedOneDoesNotPushOutTheTrueOne();
    void aPolicyWithAWeakKeyLetsNobodyPass();

private:
    RunFold opened(int quorum = 1, qint64 deadline = 0);
    void say(RunFold &run, QLatin1String kind, const QJsonObject &body, qint64 time);
    DecisionStatement statement(const RunFold &run, const QString &person,
                                const QString &answer = QStringLiteral("approve"));
    HandedIn handedIn(const RunFold &run, const DecisionStatement &statement,
                      const QString &keyName, const QString &nameSpace = {});
    /// Hands it in and judges as a driver does; gives the verdict on the gate.
    QString verdict(RunFold run, const QList<HandedIn> &all);
    HandedIn forgery(const RunFold &run, QRandomGenerator &random);
    HandedIn signedForAnother(const RunFold &run, QRandomGenerator &random);
    HandedIn changedBytes(const RunFold &run, QRandomGenerator &random);
    HandedIn changedEvent(const RunFold &run, QRandomGenerator &random);
    HandedIn wrongSigner(const RunFold &run, QRandomGenerator &random);

    TestKeys m_keys;
    QTemporaryDir m_folder;
    std::unique_ptr<ObjectStore> m_objects;
    std::optional<Policy> m_policy;
    QString m_policyDigest;
    QMap<QByteArray, QByteArray> m_signatures; ///< made once for each statement and key
};

void TestForgeries::initTestCase()
{
    m_objects = std::make_unique<ObjectStore>(m_folder.filePath(QStringLiteral("objects")));
    QByteArray signers;
    QByteArray people;
    for (const QString &name : everybody) {
        m_keys.make(name);
        const QString principal = name + QLatin1String("@example.com");
        signers += m_keys.signer(principal, name,
                                 name == QLatin1String("dora") ? "valid-before=\"20250101Z\"" : "");
        people += "  " + name.toUtf8() + ": {principal: " + principal.toUtf8() +
                  (name == QLatin1String("ana") ? ", users: [ana]" : "") + "}\n";
    }
    m_keys.make(QStringLiteral("bruno-2"));
    m_keys.make(QStringLiteral("mallory"));
    m_keys.make(QStringLiteral("weak"), QStringLiteral("rsa"), 1024);
    signers += m_keys.signer(QStringLiteral("bruno@example.com"), QStringLiteral("bruno-2"));
    const auto write = [&](const char *name, const QByteArray &bytes) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write("allowed_signers", signers);
    write("revoked", m_keys.line(QStringLiteral("erik")) + '\n');
    write("policy.yaml",
          "slipway-policy: 1\nsigners: allowed_signers\nrevoked: revoked\npeople:\n" + people +
              "gates: [{from: [ana, bruno, carla, dora, erik]}]\n");
    const auto policy = Policy::load(m_folder.path());
    QVERIFY2(policy, qPrintable(policy ? QString() : policy.error().message()));
    m_policy = *policy;
    m_policyDigest = *m_objects->put(m_policy->sealed());
}

void TestForgeries::say(RunFold &run, QLatin1String kind, const QJsonObject &body, qint64 time)
{
    Event event;
    event.run = QStringLiteral("abcdefghijkl");
    event.number = run.lastNumber + 1;
    event.previousHash = run.lastHash;
    event.time = time;
    event.author = QStringLiteral("ana");
    event.kind = kind;
    event.body = canonicalJson(body).valueOr("{}");
    event.hash = eventHash(event);
    run.apply(event);
}

RunFold TestForgeries::opened(int quorum, qint64 deadline)
{
    RunFold run;
    say(run, EventKind::runCreated,
        EventBody::runCreated({QStringLiteral("x"), {}, {}, sha256Hex("checklist"), {}, {}}),
        startOfTime());
    say(run, EventKind::stepExpanded, EventBody::stepExpanded(key.step), startOfTime());
    EventBody::NewGate gate;
    gate.key = key;
    gate.nonce = sha256Hex("nonce");
    gate.pack = sha256Hex("pack");
    gate.items = {QJsonObject{{QStringLiteral("text"), QStringLiteral("It works")}}};
    gate.deadline = deadline;
    const auto asked = m_policy->asks({QStringLiteral("x"), key.step, {}, quorum, 0, run.author});
    gate.policy = m_policyDigest;
    gate.rule = asked->rule;
    gate.quorum = asked->quorum;
    say(run, EventKind::gateOpened, EventBody::gateOpened(gate), startOfTime());
    return run;
}

DecisionStatement TestForgeries::statement(const RunFold &run, const QString &person,
                                           const QString &answer)
{
    GateDecision decision;
    decision.person = person;
    decision.isApproval = answer == QLatin1String("approve");
    decision.isWithdrawal = answer == QLatin1String("withdraw");
    decision.ticked = {1};
    decision.comment = QStringLiteral("looked at all of it");
    DecisionStatement made = statementFor(run, key, *run.instance(key)->gate, decision,
                                          person + QLatin1String("@example.com"));
    made.time = startOfTime();
    if (decision.isWithdrawal)
        made.ticked = {};
    return made;
}

HandedIn TestForgeries::handedIn(const RunFold &run, const DecisionStatement &said,
                                 const QString &keyName, const QString &nameSpace)
{
    HandedIn made;
    made.statement = said.bytes();
    const QString space = nameSpace.isEmpty() ? DecisionStatement::nameSpace : nameSpace;
    QByteArray &signature = m_signatures[made.statement + keyName.toUtf8() + '\0' + space.toUtf8()];
    if (signature.isEmpty()) {
        const auto fresh = Signing::sign(made.statement, space, {m_keys.file(keyName), {}});
        if (!fresh)
            qFatal("%s", qPrintable(fresh.error().message()));
        signature = *fresh;
    }
    made.signature = signature;
    const GateFold &gate = *run.instance(key)->gate;
    made.isWithdrawal = said.decision == QLatin1String("withdraw");
    made.decision = {key,
                     gate.openedBy,
                     gate.pack,
                     said.decision == QLatin1String("approve"),
                     said.ticked,
                     said.comment,
                     gate.openedHash,
                     said.person,
                     {},
                     {},
                     SshKey::fromLine(m_keys.line(keyName))->fingerprint()};
    return made;
}

QString TestForgeries::verdict(RunFold run, const QList<HandedIn> &all)
{
    for (HandedIn one : all) {
        if (one.isReopenedBefore) {
            EventBody::NewGate again;
            const GateFold gate = *run.instance(key)->gate;
            again.key = key;
            again.nonce = sha256Hex("another nonce");
            again.pack = gate.pack;
            again.items = gate.items;
            again.policy = gate.policy;
            again.rule = gate.rule;
            say(run, EventKind::gateOpened, EventBody::gateOpened(again), startOfTime());
        }
        one.decision.statement = *m_objects->put(one.statement);
        one.decision.signature = *m_objects->put(one.signature);
        say(run, one.isWithdrawal ? EventKind::gateWithdrawn : EventKind::gateDecided,
            one.isWithdrawal ? EventBody::gateWithdrawn(one.decision)
                             : EventBody::gateDecided(one.decision),
            startOfTime() + one.late);
    }
    const GateFold gate = *run.instance(key)->gate;
    QList<GateDecision> open;
    for (const GateDecision &decision : gate.decisions) {
        if (!decision.isFallen)
            open.append(decision);
    }
    const QList<JudgedDecision> judged = judge(run, key, gate, open, *m_objects);
    for (const JudgedDecision &one : judged) {
        if (!one.why.isEmpty() && !isVerdict(one.why))
            return QStringLiteral("nobody can tell: ") + one.why.message();
        if (!one.why.isEmpty())
            say(run, EventKind::gateRefused, EventBody::gateRefused(key, one.event, one.why),
                startOfTime());
    }
    return run.instance(key)->gate->verdict(startOfTime());
}

void TestForgeries::theTrueOneIsAccepted()
{
    const RunFold run = opened();
    const HandedIn good = handedIn(run, statement(run, bruno), bruno);
    QCOMPARE(verdict(run, {good}), QStringLiteral("approved"));
    QCOMPARE(m_keys.stockVerify(good.statement, good.signature, m_policy->signers().bytes(),
                                QStringLiteral("bruno@example.com"), DecisionStatement::nameSpace,
                                QStringLiteral("20260601120000Z")),
             0);
}

/// A true signature of the right person, about something else.
HandedIn TestForgeries::signedForAnother(const RunFold &run, QRandomGenerator &random)
{
    DecisionStatement other = statement(run, bruno);
    const QString another = sha256Hex(QByteArray::number(random.bounded(4)));
    const QList<QPair<const char *, std::function<void()>>> changes{
        {"run", [&] { other.run = QStringLiteral("zzzzzzzzzzzz"); }},
        {"step", [&] { other.step = QStringLiteral("other"); }},
        {"instance", [&] { other.instance = QStringLiteral("api"); }},
        {"opening", [&] { other.opened += 1 + random.bounded(3); }},
        {"hash", [&] { other.openedHash = another; }},
        {"nonce", [&] { other.nonce = another; }},
        {"checklist", [&] { other.checklist = another; }},
        {"inputs", [&] { other.inputs = another; }},
        {"pack", [&] { other.pack = another; }},
        {"policy", [&] { other.policy = another; }},
        {"comment", [&] { other.comment = another; }},
        {"ticked",
         [&] {
             other.ticked = {1, 2 + random.bounded(3)};
         }},
        {"person", [&] { other.person = QStringLiteral("carla"); }},
        {"reject", [&] { other.decision = QStringLiteral("reject"); }},
        {"time", [&] { other.time -= qint64(60 + random.bounded(4)) * 60'000; }}};
    const auto &[what, change] = changes[random.bounded(changes.size())];
    change();
    HandedIn made = handedIn(run, other, bruno);
    const DecisionStatement right = statement(run, bruno);
    made.decision.person = bruno;
    made.decision.isApproval = true;
    made.decision.comment = right.comment;
    made.decision.ticked = right.ticked;
    made.what = what;
    return made;
}

HandedIn TestForgeries::changedBytes(const RunFold &run, QRandomGenerator &random)
{
    HandedIn made = handedIn(run, statement(run, bruno), bruno);
    QByteArray &bytes = random.bounded(2) == 0 ? made.statement : made.signature;
    const int at = random.bounded(int(bytes.size()));
    switch (random.bounded(3)) {
    case 0:
        bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
        break;
    case 1:
        bytes.remove(at, 1 + random.bounded(8));
        break;
    default:
        bytes.insert(at, char(random.bounded(256)));
    }
    made.what = "bytes";
    return made;
}

HandedIn TestForgeries::changedEvent(const RunFold &run, QRandomGenerator &random)
{
    HandedIn made = handedIn(run, statement(run, bruno), bruno);
    EventBody::NewDecision &said = made.decision;
    const QList<QPair<const char *, std::function<void()>>> changes{
        {"said comment", [&] { said.comment += QChar(u'a' + random.bounded(26)); }},
        {"said person", [&] { said.person = QStringLiteral("carla"); }},
        {"said key",
         [&] {
             said.fingerprint = QStringLiteral("SHA256:") + QString::number(random.bounded(9));
         }},
        {"no key", [&] { said.fingerprint.clear(); }},
        {"said ticked", [&] { said.ticked.append(2 + random.bounded(5)); }},
        {"said hash", [&] { said.openedHash = sha256Hex(QByteArray::number(random.bounded(9))); }},
        {"said opening", [&] { said.opened += 1; }},
        {"said pack", [&] { said.shown = sha256Hex("x"); }},
        {"no signature", [&] { made.signature.clear(); }},
        {"no statement", [&] { made.statement.clear(); }},
        {"late", [&] { made.late = qint64(20 + random.bounded(600)) * 60'000; }},
        {"early", [&] { made.late = -qint64(20 + random.bounded(600)) * 60'000; }},
        {"reopened", [&] { made.isReopenedBefore = true; }}};
    const auto &[what, change] = changes[random.bounded(changes.size())];
    change();
    made.what = what;
    return made;
}

HandedIn TestForgeries::wrongSigner(const RunFold &run, QRandomGenerator &random)
{
    const QString carla = QStringLiteral("carla");
    DecisionStatement said = statement(run, bruno);
    HandedIn made;
    const auto by = [&](const char *what, const QString &person, const QString &keyName,
                        const QString &space = {}) {
        made = handedIn(run, statement(run, person), keyName, space);
        made.what = what;
    };
    switch (random.bounded(9)) {
    case 0:
        by("their own run", QStringLiteral("ana"), QStringLiteral("ana"));
        break;
    case 1:
        by("expired", QStringLiteral("dora"), QStringLiteral("dora"));
        break;
    case 2:
        by("revoked", QStringLiteral("erik"), QStringLiteral("erik"));
        break;
    case 3:
        by("unknown key", bruno, QStringLiteral("mallory"));
        break;
    case 4:
        by("another's key", bruno, carla);
        break;
    case 5:
        by("unknown person", QStringLiteral("mallory"), QStringLiteral("mallory"));
        break;
    case 6:
        by("namespace", bruno, bruno,
           QStringList{QStringLiteral("git"), QStringLiteral("slipway-bundle@slipway"),
                       QStringLiteral("file")}[random.bounded(3)]);
        break;
    case 7:
        by("weak key", bruno, QStringLiteral("weak"));
        break;
    default:
        said.principal = QStringLiteral("carla@example.com"); // her key, his name
        made = handedIn(run, said, carla);
        made.what = "her key, his name";
    }
    return made;
}

HandedIn TestForgeries::forgery(const RunFold &run, QRandomGenerator &random)
{
    switch (random.bounded(4)) {
    case 0:
        return signedForAnother(run, random);
    case 1:
        return changedBytes(run, random);
    case 2:
        return changedEvent(run, random);
    default:
        return wrongSigner(run, random);
    }
}

/// SLIPWAY_FORGERIES says how many. Where the bytes themselves are wrong, stock ssh-keygen has to
/// say so, too.
void TestForgeries::noForgeryIsAccepted()
{
    const int count = qEnvironmentVariableIsSet("SLIPWAY_FORGERIES")
                          ? qEnvironmentVariableIntValue("SLIPWAY_FORGERIES")
                          : 300;
    const RunFold run = opened();
    QRandomGenerator random(20261122);
    QMap<QByteArray, int> made;
    for (int i = 0; i < count; ++i) {
        const HandedIn one = forgery(run, random);
        ++made[one.what];
        const QString came = verdict(run, {one});
        QVERIFY2(
            came.isEmpty(),
            qPrintable(
                QStringLiteral("%1: %2, forgery %3").arg(QLatin1String(one.what), came).arg(i)));
        if (qstrcmp(one.what, "bytes") != 0)
            continue;
        const HandedIn good = handedIn(run, statement(run, bruno), bruno);
        const int stock =
            m_keys.stockVerify(one.statement, one.signature, m_policy->signers().bytes(),
                               QStringLiteral("bruno@example.com"), DecisionStatement::nameSpace,
                               QStringLiteral("20260601120000Z"));
        // It takes other armour around the same signature, which we do not.
        if (one.statement != good.statement)
            QVERIFY2(stock != 0, qPrintable(QStringLiteral("stock took forgery %1").arg(i)));
    }
    QVERIFY(count < 300 || made.size() >= 30);
}

void TestForgeries::onePersonWithTwoKeysIsOne()
{
    const RunFold run = opened(2);
    DecisionStatement again = statement(run, bruno);
    again.time += 1;
    const HandedIn first = handedIn(run, statement(run, bruno), bruno);
    const HandedIn second = handedIn(run, again, QStringLiteral("bruno-2"));
    QCOMPARE(verdict(run, {first, second}), QString());
    const QString carla = QStringLiteral("carla");
    QCOMPARE(verdict(run, {first, second, handedIn(run, statement(run, carla), carla)}),
             QStringLiteral("approved"));
}

void TestForgeries::whatWasTakenBackCannotBeHandedInAgain()
{
    const RunFold run = opened(2);
    const QString carla = QStringLiteral("carla");
    const HandedIn yes = handedIn(run, statement(run, bruno), bruno);
    const HandedIn back = handedIn(run, statement(run, bruno, QStringLiteral("withdraw")), bruno);
    const HandedIn hers = handedIn(run, statement(run, carla), carla);
    QCOMPARE(verdict(run, {yes, hers}), QStringLiteral("approved"));
    QCOMPARE(verdict(run, {yes, back, hers}), QString());
    QCOMPARE(verdict(run, {yes, back, yes, hers}), QString());
    DecisionStatement anew = statement(run, bruno);
    anew.time += 1;
    QCOMPARE(verdict(run, {yes, back, handedIn(run, anew, bruno), hers}),
             QStringLiteral("approved"));
}

void TestForgeries::aForgedOneDoesNotPushOutTheTrueOne()
{
    const RunFold run = opened();
    const HandedIn yes = handedIn(run, statement(run, bruno), bruno);
    HandedIn no =
        handedIn(run, statement(run, bruno, QStringLiteral("reject")), QStringLiteral("mallory"));
    QCOMPARE(verdict(run, {yes, no}), QStringLiteral("approved"));
    HandedIn back =
        handedIn(run, statement(run, bruno, QStringLiteral("withdraw")), QStringLiteral("mallory"));
    QCOMPARE(verdict(run, {yes, back}), QStringLiteral("approved"));
    // The same key under another's name, then the true one.
    HandedIn hers = handedIn(run, statement(run, QStringLiteral("carla")), bruno);
    QCOMPARE(verdict(run, {hers}), QString());
}

void TestForgeries::aPolicyWithAWeakKeyLetsNobodyPass()
{
    const Policy good = *m_policy;
    QJsonObject sealed = *parseJsonObject(good.sealed());
    sealed[QStringLiteral("signers")] = QString::fromUtf8(
        m_keys.signer(QStringLiteral("bruno@example.com"), QStringLiteral("weak")));
    QCOMPARE(Policy::fromSealed(*canonicalJson(sealed)).error().code(),
             QStringLiteral("signing.weak-key"));
}

QTEST_GUILESS_MAIN(TestForgeries)
#include "tst_forgeries.moc"
