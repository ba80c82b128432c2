// SPDX-License-Identifier: MIT
// A run that was exported: `slipway verify` and a script of Python and ssh-keygen agree on it, also
// when somebody changed it.
#include "core/base/canonicaljson.h"
#include "core/journal/event.h"
#include "core/signing/sshkey.h"
#include "tests/app/scratchhome.h"
#include "tests/signing/testkeys.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QtTest>

using namespace Slipway;
using TestPrograms::Finished;

namespace {

const QString last = QStringLiteral("last");
constexpr int flips = 12;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replace(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path); // objects are not writable
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(path));
}

QJsonObject jsonOf(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace

class TestBundle final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void asExportedItIsWhole();
    void aChangedByteIsToldByBoth();
    void whatIsMissingOrAddedIsToldByBoth();
    void aCarefulForgeryIsToldByBoth_data();
    void aCarefulForgeryIsToldByBoth();
    void theSignerIsComparedWithWhomOneTrusts();
    void exportingNeedsAKeyAndAnEmptyFolder();
    void aReportTellsWhoDecidedAndWithWhichKey();
    void theAttestationIsSignedForStockTools();
    void withoutAPolicyTheKeySpeaksForItself();

private:
    Finished call(const QStringList &arguments) const { return m_home->slipway(arguments); }
    Finished script(const QStringList &more = {}) const
    {
        return TestPrograms::run(QStringList{QStringLiteral("python3"), m_script, m_bundle} + more);
    }
    /// What both say; they have to agree. Empty: they do not.
    QString verdict() const;
    void rewrite(const std::function<void(QList<Event> &)> &change) const;
    void sign(const QString &keyName) const;

    std::unique_ptr<ScratchHome> m_home;
    std::unique_ptr<TestKeys> m_keys;
    QString m_bundle; ///< a copy that a test may change
    QString m_script; ///< outside of it, as it was
    QString m_pristine;
};

void TestBundle::initTestCase()
{
    m_home = std::make_unique<ScratchHome>();
    m_keys = std::make_unique<TestKeys>();
    QByteArray signers;
    for (const char *name : {"ana", "bruno", "carla", "mallory"})
        m_keys->make(QLatin1String(name));
    for (const char *name : {"ana", "bruno", "carla"})
        signers += m_keys->signer(QLatin1String(name) + QLatin1String("@example.com"),
                                  QLatin1String(name));
    m_home->write(QStringLiteral("release.yaml"),
                  "slipway: 1\nname: release\ntitle: A release\ninputs: {what: {type: text}}\n"
                  "stages:\n  - name: only\n    steps:\n"
                  "      - {id: build, uses: command, with: {run: [echo, built]}}\n"
                  "      - id: sign-off\n        uses: approval\n"
                  "        with: {items: [It builds], evidence: [steps.build.evidence.log]}\n");
    m_home->write(QStringLiteral("home/config/allowed_signers"), signers);
    m_home->write(QStringLiteral("home/config/policy.yaml"),
                  "slipway-policy: 1\nsigners: allowed_signers\npeople:\n"
                  "  ana: {principal: ana@example.com}\n"
                  "  bruno: {name: Bruno, principal: bruno@example.com}\n"
                  "  carla:\n    principal: carla@example.com\n"
                  "gates:\n  - {from: [ana, bruno, carla], quorum: 2}\n");
    const Finished run = call({QStringLiteral("run"), QStringLiteral("release.yaml"),
                               QStringLiteral("--input"), QStringLiteral("what=ação")});
    QVERIFY2(run.status == 3, run.text());
    for (const QString &name : {QStringLiteral("bruno"), QStringLiteral("carla")}) {
        const Finished done =
            call({QStringLiteral("approve"), last, QStringLiteral("sign-off"),
                  QStringLiteral("--tick"), QStringLiteral("all"), QStringLiteral("--as"), name,
                  QStringLiteral("--key"), m_keys->file(name), QStringLiteral("--comment"),
                  QString::fromUtf8("está \"certo\"\n\t<b>")});
        QVERIFY2(done.status == 0, done.text());
    }
    QCOMPARE(call({QStringLiteral("resume"), last}).status, 0);
    m_pristine = m_home->path(QStringLiteral("pristine"));
    const Finished exported =
        call({QStringLiteral("export"), last, QStringLiteral("--bundle"), m_pristine,
              QStringLiteral("--key"), m_keys->file(QStringLiteral("ana"))});
    QVERIFY2(exported.status == 0, exported.text());
    m_bundle = m_home->path(QStringLiteral("bundle"));
    m_script = m_home->path(QStringLiteral("verify.py"));
    QVERIFY(QFile::copy(m_pristine + QLatin1String("/verify.py"), m_script));
}

void TestBundle::cleanupTestCase()
{
    m_home.reset();
    m_keys.reset();
}

void TestBundle::init()
{
    QDir(m_bundle).removeRecursively();
    QCOMPARE(TestPrograms::run({QStringLiteral("cp"), QStringLiteral("-r"), m_pristine, m_bundle})
                 .status,
             0);
}

QString TestBundle::verdict() const
{
    const Finished ours = call({QStringLiteral("verify"), m_bundle});
    const Finished theirs = script();
    if (ours.status == 0 && theirs.status == 0)
        return QStringLiteral("whole");
    if (ours.status != 0 && theirs.status == 1)
        return QStringLiteral("wrong");
    qWarning("ours: %s\ntheirs: %s", ours.text().constData(), theirs.text().constData());
    return {};
}

void TestBundle::asExportedItIsWhole()
{
    const Finished ours = call({QStringLiteral("verify"), m_bundle, QStringLiteral("--json")});
    QVERIFY2(ours.status == 0, ours.text());
    QCOMPARE(jsonOf(ours.output.toUtf8())[QLatin1String("signatures")].toInt(), 2);
    const Finished theirs = script();
    QVERIFY2(theirs.status == 0, theirs.text());
    QVERIFY(contentOf(m_script).count('\n') < 100);
}

void TestBundle::aChangedByteIsToldByBoth()
{
    QStringList files;
    QDirIterator it(m_bundle, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    QRandomGenerator random(7);
    const int all = qMax(flips, int(files.size()));
    for (int i = 0; i < all; ++i) {
        const QString path = files[i % files.size()];
        const QByteArray before = contentOf(path);
        if (before.isEmpty())
            continue;
        QByteArray after = before;
        const int at = random.bounded(int(after.size()));
        after[at] = char(after[at] ^ (1 << random.bounded(8)));
        replace(path, after);
        QVERIFY2(verdict() == QLatin1String("wrong"),
                 qPrintable(path + QStringLiteral(" at %1").arg(at)));
        replace(path, before);
    }
    QCOMPARE(verdict(), QStringLiteral("whole"));
}

void TestBundle::whatIsMissingOrAddedIsToldByBoth()
{
    const QString events = m_bundle + QLatin1String("/events.jsonl");
    const QByteArray before = contentOf(events);
    replace(events, before.left(before.lastIndexOf('\n', before.size() - 2) + 1));
    QCOMPARE(verdict(), QStringLiteral("wrong"));
    replace(events, before);
    replace(m_bundle + QLatin1String("/more"), "x");
    QCOMPARE(verdict(), QStringLiteral("wrong"));
    QFile::remove(m_bundle + QLatin1String("/more"));
    QCOMPARE(verdict(), QStringLiteral("whole"));
    QFile::remove(m_bundle + QLatin1String("/manifest.json.sig"));
    QCOMPARE(verdict(), QStringLiteral("wrong"));
}

/// A manifest that fits what is there, signed by somebody.
void TestBundle::sign(const QString &keyName) const
{
    const QString path = m_bundle + QLatin1String("/manifest.json");
    QJsonObject manifest = jsonOf(contentOf(path));
    QJsonObject files;
    QDirIterator it(m_bundle, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString name = it.next().mid(m_bundle.size() + 1);
        if (!name.startsWith(QLatin1String("manifest.json")))
            files.insert(name, sha256Hex(contentOf(m_bundle + u'/' + name)));
    }
    manifest[QStringLiteral("files")] = files;
    manifest.remove(QStringLiteral("policy"));
    manifest[QStringLiteral("principal")] = QStringLiteral("exporter");
    manifest[QStringLiteral("signers")] =
        QString::fromUtf8(m_keys->signer(QStringLiteral("exporter"), keyName));
    const QList<QByteArray> lines =
        contentOf(m_bundle + QLatin1String("/events.jsonl")).trimmed().split('\n');
    const QJsonObject head = jsonOf(lines.last());
    manifest[QStringLiteral("events")] = head[QLatin1String("number")];
    manifest[QStringLiteral("head")] = head[QLatin1String("hash")];
    const QByteArray bytes = *canonicalJson(manifest);
    replace(path, bytes);
    QByteArray signature;
    TestKeys::run({QStringLiteral("ssh-keygen"), QStringLiteral("-Y"), QStringLiteral("sign"),
                   QStringLiteral("-n"), QStringLiteral("slipway-bundle@slipway"),
                   QStringLiteral("-f"), m_keys->file(keyName)},
                  bytes, &signature);
    replace(path + QLatin1String(".sig"), signature);
}

/// Events written anew with right numbers and hashes; what a decision says of its gate, too.
void TestBundle::rewrite(const std::function<void(QList<Event> &)> &change) const
{
    const QString path = m_bundle + QLatin1String("/events.jsonl");
    QList<Event> events;
    const QList<QByteArray> lines = contentOf(path).trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject json = jsonOf(line);
        events.append({json[QLatin1String("run")].toString(),
                       0,
                       {},
                       json[QLatin1String("time")].toInteger(),
                       json[QLatin1String("author")].toString(),
                       json[QLatin1String("epoch")].toInteger(),
                       json[QLatin1String("kind")].toString(),
                       json[QLatin1String("body")].toString().toUtf8(),
                       {}});
    }
    change(events);
    QByteArray text;
    QString previous = zeroHash();
    QString gate;
    qint64 opened = 0;
    for (qsizetype i = 0; i < events.size(); ++i) {
        Event &event = events[i];
        event.number = i + 1;
        event.previousHash = previous;
        QJsonObject body = jsonOf(event.body);
        if (body.contains(QLatin1String("openedHash"))) {
            body[QStringLiteral("openedHash")] = gate;
            body[QStringLiteral("opened")] = opened;
            event.body = *canonicalJson(body);
        }
        event.hash = previous = eventHash(event);
        if (event.kind == QLatin1String("gate.opened")) {
            gate = event.hash;
            opened = event.number;
        }
        text += *canonicalJson(QJsonObject{{QStringLiteral("run"), event.run},
                                           {QStringLiteral("number"), event.number},
                                           {QStringLiteral("previous"), event.previousHash},
                                           {QStringLiteral("time"), event.time},
                                           {QStringLiteral("author"), event.author},
                                           {QStringLiteral("epoch"), event.epoch},
                                           {QStringLiteral("kind"), event.kind},
                                           {QStringLiteral("body"), QString::fromUtf8(event.body)},
                                           {QStringLiteral("hash"), event.hash}}) +
                '\n';
    }
    replace(path, text);
}

using Change = std::function<void(QList<Event> &)>;
Q_DECLARE_METATYPE(Change)

namespace {

Change inBody(const char *kind, const char *field, const QJsonValue &value)
{
    return [=](QList<Event> &events) {
        for (Event &event : events) {
            if (event.kind != QLatin1String(kind))
                continue;
            QJsonObject body = jsonOf(event.body);
            body[QLatin1String(field)] = value;
            event.body = *canonicalJson(body);
        }
    };
}

} // namespace

void TestBundle::aCarefulForgeryIsToldByBoth_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isWrong");
    QTest::newRow("nothing") << Change([](QList<Event> &) {}) << false;
    QTest::newRow("inputs") << inBody("run.created", "inputs", QJsonObject()) << true;
    QTest::newRow("the starter") << Change([](QList<Event> &events) {
        events.first().author = QStringLiteral("x");
    }) << true;
    QTest::newRow("the quorum") << inBody("gate.opened", "quorum", 1) << true;
    QTest::newRow("the comment") << inBody("gate.decided", "comment", QStringLiteral("no")) << true;
    QTest::newRow("who") << inBody("gate.decided", "person", QStringLiteral("ana")) << true;
    QTest::newRow("one decision less") << Change([](QList<Event> &events) {
        const auto decided = std::find_if(events.begin(), events.end(), [](const Event &event) {
            return event.kind == QLatin1String("gate.decided");
        });
        events.erase(decided);
    }) << true;
    QTest::newRow("later") << Change([](QList<Event> &events) {
        for (Event &event : events)
            event.time += qint64(3600) * 1000;
    }) << true;
}

void TestBundle::aCarefulForgeryIsToldByBoth()
{
    QFETCH(Change, change);
    QFETCH(bool, isWrong);
    rewrite(change);
    sign(QStringLiteral("mallory"));
    QCOMPARE(verdict(), isWrong ? QStringLiteral("wrong") : QStringLiteral("whole"));
}

/// Whoever makes a bundle can sign it: what one trusts comes from elsewhere.
void TestBundle::theSignerIsComparedWithWhomOneTrusts()
{
    const QString trusted = m_home->path(QStringLiteral("home/config/allowed_signers"));
    const QStringList option{QStringLiteral("--signers"), trusted};
    const Finished good = script(option);
    QVERIFY2(good.status == 0, good.text());
    sign(QStringLiteral("mallory"));
    QCOMPARE(script().status, 0);
    const Finished bad = script(option);
    QVERIFY2(bad.status == 1 && bad.output.contains(QLatin1String("manifest")), bad.text());
}

void TestBundle::exportingNeedsAKeyAndAnEmptyFolder()
{
    const QString fresh = m_home->path(QStringLiteral("fresh"));
    const Finished noKey = call({QStringLiteral("export"), last, QStringLiteral("--bundle"), fresh,
                                 QStringLiteral("--as"), QStringLiteral("bruno")});
    QCOMPARE(noKey.status, 1);
    const Finished full =
        call({QStringLiteral("export"), last, QStringLiteral("--bundle"), m_bundle,
              QStringLiteral("--key"), m_keys->file(QStringLiteral("ana"))});
    QCOMPARE(full.status, 1);
    QCOMPARE(call({QStringLiteral("export"), last}).status, 2);
}

void TestBundle::aReportTellsWhoDecidedAndWithWhichKey()
{
    const auto report = [&](const char *format) {
        const Finished written = call(
            {QStringLiteral("report"), last, QStringLiteral("--format"), QLatin1String(format)});
        return written.status == 0 ? written.output : QString();
    };
    const QString key = SshKey::fromLine(m_keys->line(QStringLiteral("bruno")))->fingerprint();
    const QString html = report("html");
    QVERIFY(html.startsWith(QLatin1String("<!doctype html>")));
    for (const QString &word : {QStringLiteral("Bruno"), key, QStringLiteral("It builds"),
                                QStringLiteral("A release"), QStringLiteral("&lt;b&gt;")})
        QVERIFY2(html.contains(word), qPrintable(word));
    QVERIFY(!html.contains(QLatin1String("<b>")));
    QVERIFY(report("md").contains(QLatin1String("Bruno")));
    const QJsonObject json = jsonOf(report("json").toUtf8());
    QVERIFY(json[QLatin1String("verified")][QLatin1String("ok")].toBool());
    const QJsonValue gate =
        json[QLatin1String("stages")][0][QLatin1String("steps")][1][QLatin1String("gate")];
    QCOMPARE(gate[QLatin1String("approvals")].toInt(), 2);
    QCOMPARE(gate[QLatin1String("decisions")][0][QLatin1String("key")].toString(), key);
    QCOMPARE(
        call({QStringLiteral("report"), last, QStringLiteral("--format"), QStringLiteral("doc")})
            .status,
        2);
}

void TestBundle::theAttestationIsSignedForStockTools()
{
    const Finished exported =
        call({QStringLiteral("export"), last, QStringLiteral("--format"), QStringLiteral("intoto"),
              QStringLiteral("--key"), m_keys->file(QStringLiteral("ana"))});
    QVERIFY2(exported.status == 0, exported.text());
    const QJsonObject envelope = jsonOf(exported.output.toUtf8());
    const QByteArray type = envelope[QLatin1String("payloadType")].toString().toLatin1();
    const QByteArray payload =
        QByteArray::fromBase64(envelope[QLatin1String("payload")].toString().toLatin1());
    const QJsonObject statement = jsonOf(payload);
    QCOMPARE(statement[QLatin1String("_type")].toString(),
             QStringLiteral("https://in-toto.io/Statement/v1"));
    QVERIFY(statement[QLatin1String("subject")].toArray().size() >= 2);
    const QByteArray signature = QByteArray::fromBase64(
        envelope[QLatin1String("signatures")][0][QLatin1String("sig")].toString().toLatin1());
    const auto stock = [&](const QByteArray &bytes) {
        return m_keys->stockVerify(
            "DSSEv1 " + QByteArray::number(type.size()) + ' ' + type + ' ' +
                QByteArray::number(bytes.size()) + ' ' + bytes,
            signature, m_keys->signer(QStringLiteral("ana@example.com"), QStringLiteral("ana")),
            QStringLiteral("ana@example.com"), QStringLiteral("slipway-intoto@slipway"),
            QStringLiteral("20300101000000Z"));
    };
    QCOMPARE(stock(payload), 0);
    QVERIFY(stock(payload + ' ') != 0);
}

void TestBundle::withoutAPolicyTheKeySpeaksForItself()
{
    const QString policy = m_home->path(QStringLiteral("home/config/policy.yaml"));
    const QByteArray text = contentOf(policy);
    QVERIFY(QFile::remove(policy));
    const Finished run = call({QStringLiteral("run"), QStringLiteral("release.yaml"),
                               QStringLiteral("--input"), QStringLiteral("what=x")});
    QVERIFY2(run.status == 3, run.text());
    const QString folder = m_home->path(QStringLiteral("plain"));
    const Finished exported =
        call({QStringLiteral("export"), run.output.section(u'\n', 0, 0), QStringLiteral("--bundle"),
              folder, QStringLiteral("--key"), m_keys->file(QStringLiteral("mallory"))});
    QVERIFY2(exported.status == 0, exported.text());
    const Finished theirs =
        TestPrograms::run({QStringLiteral("python3"), folder + QLatin1String("/verify.py")});
    QVERIFY2(theirs.status == 0, theirs.text());
    replace(policy, text);
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
