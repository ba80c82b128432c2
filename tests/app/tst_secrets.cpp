// SPDX-License-Identifier: MIT
// Secrets on the command line, from a real keyring on a real bus and without one, to what the
// program of a step gets.
#include "tests/app/scratchhome.h"
#include "tests/app/testkeyring.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using TestPrograms::Finished;

namespace {

const QByteArray value = QByteArrayLiteral("c4n4ry-7f3b'9\"e1 $x\\z");

/// Each way in which a program gets it; `check.py` says whether it is the one.
const QByteArray steps = R"yaml(
      - {id: by-env, uses: command, with: {run: [python3, check.py, env], in: FOLDER}, env: {TOKEN: '${{ secrets.token }}'}}
      - {id: by-stdin, uses: command, with: {run: [python3, check.py, stdin], in: FOLDER, stdin: '${{ secrets.token }}'}}
      - {id: by-answer, uses: command, with: {run: [python3, check.py, terminal], in: FOLDER, answers: [{prompt: 'Password', reply: '${{ secrets.token }}'}]}}
      - {id: without, uses: command, with: {run: [python3, check.py, none], in: FOLDER, stdin: 'a text'}}
)yaml";

const QByteArray checkScript = R"python(
import getpass, hashlib, os, sys
how = sys.argv[1]
said = {"env": lambda: os.environ["TOKEN"], "stdin": sys.stdin.read,
        "terminal": lambda: getpass.getpass("Password: ")}.get(how, lambda: None)()
if how == "none":
    assert sys.stdin.read() == "a text" and "TOKEN" not in os.environ
    sys.exit(0)
print("got <" + said + ">", flush=True)
sys.exit(hashlib.sha256(said.encode()).hexdigest() != "DIGEST")
)python";

QJsonObject object(const Finished &done)
{
    return QJsonDocument::fromJson(done.output.toUtf8()).object();
}

QString code(const Finished &done)
{
    const QJsonObject json = QJsonDocument::fromJson(done.errors.toUtf8()).object();
    return json[QLatin1String("error")].toObject()[QLatin1String("code")].toString();
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

/// Files below a folder that hold the bytes.
QStringList holding(const QString &folder, const QByteArray &bytes)
{
    QStringList found;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
            found.append(file.fileName());
    }
    return found;
}

} // namespace

class TestSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void aKeptSecretReachesProgramsOfAnotherProcess();
    void aForgottenSecretIsAskedForAgain();
    void aLockedKeyringIsSaidToBeLocked();
    void withoutABusTheSessionKeepsIt();
    void aLineOfInputEachAndAllOfIt();
    void aSecretIsNeverAnArgument_data();
    void aSecretIsNeverAnArgument();
    void aTerminalDoesNotShowIt();
    void aRehearsalNamesItAndNeedsNoValue();
    void lintKeepsASecretInItsPlaces_data();
    void lintKeepsASecretInItsPlaces();
    void theProcessesThatHoldItLeaveNoCore();

private:
    Finished call(const char *line, const QByteArray &input = {}) const
    {
        return m_home->slipway(words(line), 60'000, input);
    }
    bool isKept() const
    {
        const QJsonArray all =
            object(call("secret list uses.yaml --json"))[QLatin1String("secrets")].toArray();
        return all.size() == 1 && all.first()[QLatin1String("kept")].toBool();
    }

    std::unique_ptr<ScratchHome> m_home;
};

#define NEEDS_KEYRING(keyring)                                                                     \
    if (!TestKeyring::isInstalled())                                                               \
        QSKIP("gnome-keyring or dbus-daemon is not installed.");                                   \
    QVERIFY2((keyring).problem().isEmpty(), qPrintable((keyring).problem()))

void TestSecrets::init()
{
    m_home = std::make_unique<ScratchHome>();
    QByteArray script = checkScript;
    script.replace("DIGEST", QCryptographicHash::hash(value, QCryptographicHash::Sha256).toHex());
    m_home->write(QStringLiteral("check.py"), script);
    QByteArray all = "slipway: 1\nname: uses\ntitle: Uses a secret\ninputs:\n  token: {type: "
                     "secret, title: The token}\nstages:\n  - name: only\n    steps:" +
                     steps;
    m_home->write(QStringLiteral("uses.yaml"), all.replace("FOLDER", m_home->path().toUtf8()));
}

void TestSecrets::aKeptSecretReachesProgramsOfAnotherProcess()
{
    const TestKeyring keyring(m_home->path(QStringLiteral("keyring")),
                              TestKeyring::State::Unlocked);
    NEEDS_KEYRING(keyring);
    QVERIFY(!isKept());
    const Finished kept = call("secret set uses.yaml token", value + "\n");
    QVERIFY2(kept.status == 0, kept.text());
    QVERIFY(isKept());
    const Finished done = call("run uses.yaml");
    QVERIFY2(done.status == 0, done.text());
    const Finished log = call("log last by-answer");
    QVERIFY2(log.output.contains(QLatin1String("got <***>")), log.text());
    // Nor does the keyring itself write it as it is.
    QCOMPARE(holding(m_home->path(), value), QStringList());
}

void TestSecrets::aForgottenSecretIsAskedForAgain()
{
    const TestKeyring keyring(m_home->path(QStringLiteral("keyring")),
                              TestKeyring::State::Unlocked);
    NEEDS_KEYRING(keyring);
    QCOMPARE(call("secret set uses.yaml token", value).status, 0);
    QCOMPARE(call("secret forget uses.yaml token").status, 0);
    QCOMPARE(call("secret forget uses.yaml token").status, 0);
    QVERIFY(!isKept());
    const Finished done = call("run uses.yaml");
    QVERIFY2(done.status == 3, done.text());
    QVERIFY2(done.errors.contains(QLatin1String("Needs the secret token")), done.text());
    QCOMPARE(m_home->stepState(QStringLiteral("last"), QStringLiteral("by-env")),
             QStringLiteral("pending"));
    QCOMPARE(call("secret set uses.yaml token", value).status, 0);
    const Finished again = call("resume last");
    QVERIFY2(again.status == 0, again.text());
}

void TestSecrets::aLockedKeyringIsSaidToBeLocked()
{
    const QString folder = m_home->path(QStringLiteral("keyring"));
    {
        const TestKeyring keyring(folder, TestKeyring::State::Unlocked);
        NEEDS_KEYRING(keyring);
        QCOMPARE(call("secret set uses.yaml token", value).status, 0);
    }
    const TestKeyring keyring(folder, TestKeyring::State::Locked);
    NEEDS_KEYRING(keyring);
    const Finished listed = call("secret list uses.yaml --json");
    QVERIFY2(listed.status == 1, listed.text());
    QCOMPARE(code(listed), QStringLiteral("keyring.locked"));
    const Finished done = call("run uses.yaml");
    QVERIFY2(done.status == 3, done.text());
    QVERIFY2(done.errors.contains(QLatin1String("is locked")), done.text());
    const Finished written = call("secret set uses.yaml token --json", "another");
    QVERIFY2(written.status == 1, written.text());
    QVERIFY2(written.errors.contains(QLatin1String("is locked")), written.text());
}

void TestSecrets::withoutABusTheSessionKeepsIt()
{
    const NoBus none;
    const Finished kept = call("secret set uses.yaml token", value);
    QVERIFY2(kept.status == 1, kept.text());
    QVERIFY2(kept.errors.contains(QLatin1String("cannot be used")), kept.text());
    const Finished waits = call("run uses.yaml");
    QVERIFY2(waits.status == 3, waits.text());
    QVERIFY2(waits.errors.contains(QLatin1String("Needs the secret token")), waits.text());
    const Finished still = call("resume last");
    QVERIFY2(still.status == 3, still.text());
    const Finished done = call("resume last --secret token", value + "\n");
    QVERIFY2(done.status == 0, done.text());
    QCOMPARE(holding(m_home->path(), value), QStringList());
}

void TestSecrets::aLineOfInputEachAndAllOfIt()
{
    const NoBus none;
    m_home->write(QStringLiteral("two.yaml"),
                  "slipway: 1\nname: two\ntitle: Two\ninputs:\n  one: {type: secret}\n  key: "
                  "{type: secret}\nstages:\n  - name: only\n    steps:\n      - id: s\n        "
                  "uses: command\n        with: {run: [bash, -c, '[ \"$ONE\" = first1 ] && [ "
                  "\"$KEY\" = \"$(printf \"a key\\nof lines\")\" ]']}\n        env: {ONE: '${{ "
                  "secrets.one }}', KEY: '${{ secrets.key }}'}\n");
    const Finished done = call("run two.yaml -s one -s key=-", "first1\na key\nof lines\n");
    QVERIFY2(done.status == 0, done.text());
    const Finished ended = call("run two.yaml -s one -s key", "first1\n");
    QVERIFY2(ended.status == 2, ended.text());
}

void TestSecrets::aSecretIsNeverAnArgument_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("--secret") << QStringLiteral("run uses.yaml --secret token=abcdefgh");
    QTest::newRow("--input") << QStringLiteral("run uses.yaml --input token=abcdefgh");
    QTest::newRow("unknown") << QStringLiteral("run uses.yaml --secret tokn");
    QTest::newRow("set") << QStringLiteral("secret set uses.yaml token abcdefgh");
}

void TestSecrets::aSecretIsNeverAnArgument()
{
    QFETCH(QString, line);
    const NoBus none;
    const Finished done = m_home->slipway(line.split(u' '));
    QVERIFY2(done.status == 2, done.text());
    QVERIFY2(!done.errors.contains(QLatin1String("abcdefgh")), done.text());
    QCOMPARE(call("runs").output, QString());
}

void TestSecrets::aTerminalDoesNotShowIt()
{
    const NoBus none;
    m_home->write(QStringLiteral("typed.py"), R"python(
import os, pty, select, sys
pid, fd = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
said, typed = b"", False
while True:
    try:
        piece = os.read(fd, 4096)
    except OSError:
        break
    if not piece:
        break
    said += piece
    if not typed and b"is not shown" in said:
        typed = True
        os.write(fd, os.environb[b"VALUE"] + b"\n")
os.write(1, said)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
)python");
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("VALUE"), QString::fromUtf8(value));
    const Finished done = TestPrograms::run(
        {QStringLiteral("python3"), m_home->path(QStringLiteral("typed.py")),
         QStringLiteral(SLIPWAY_PROGRAM), QStringLiteral("run"), QStringLiteral("uses.yaml")},
        m_home->path(), 60'000, environment);
    QVERIFY2(done.status == 0, done.text());
    QVERIFY2(done.output.contains(QLatin1String("The token")), done.text());
    QVERIFY2(!done.output.contains(QLatin1String("c4n4ry")), done.text());
}

void TestSecrets::aRehearsalNamesItAndNeedsNoValue()
{
    const NoBus none;
    const Finished done = call("run uses.yaml --rehearse");
    QVERIFY2(done.status == 0, done.text());
    QVERIFY2(done.output.contains(QString::fromUtf8("TOKEN = ••• (token)")), done.text());
    QCOMPARE(done.output.count(QString::fromUtf8("••• (token)")), 3);
}

void TestSecrets::lintKeepsASecretInItsPlaces_data()
{
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QString>("expected"); // code of the error; empty: fine
    const auto row = [](const char *name, const char *step, const char *expected) {
        QTest::newRow(name) << QByteArray("      - {id: s, uses: command, ") + step + "}\n"
                            << QString::fromLatin1(expected);
    };
    row("env", "with: {run: [a]}, env: {A: '${{ secrets.token }}'}", "");
    row("stdin", "with: {run: [a], stdin: '${{secrets.token}}'}", "");
    row("answer", "with: {run: [a], answers: [{prompt: p, reply: '${{ secrets.token }}'}]}", "");
    row("not alone", "with: {run: [a]}, env: {A: 'x${{ secrets.token }}'}", "lint.secret-place");
    row("two", "with: {run: [a], stdin: '${{ secrets.token }}${{ secrets.token }}'}",
        "lint.secret-place");
    row("compared", "with: {run: [a], stdin: \"${{ secrets.token == 'a' }}\"}",
        "lint.secret-place");
    row("in a function", "with: {run: [a]}, env: {A: '${{ length(secrets.token) }}'}",
        "lint.secret-place");
    row("member of it", "with: {run: [a]}, env: {A: '${{ secrets.token.x }}'}",
        "lint.secret-place");
    row("argument", "with: {run: [a, '${{ secrets.token }}']}", "lint.secret-place");
    row("prompt", "with: {run: [a], answers: [{prompt: '${{ secrets.token }}', reply: r}]}",
        "lint.secret-place");
    row("if", "if: \"secrets.token != ''\", with: {run: [a]}", "lint.secret-place");
    row("foreach", "foreach: ['${{ secrets.token }}'], with: {run: [a]}", "lint.secret-place");
    row("probe", "with: {run: [a]}, probe: {run: [a, '${{ secrets.token }}']}",
        "lint.secret-place");
    row("all of them", "with: {run: [a]}, env: {A: '${{ secrets }}'}", "lint.secret-place");
    row("unknown", "with: {run: [a], stdin: '${{ secrets.tokn }}'}", "lint.secret");
    row("as an input", "with: {run: [a], stdin: '${{ inputs.token }}'}", "lint.secret-as-input");
    row("undo", "with: {run: [a]}, undo: {uses: command, with: {run: [b, '${{ secrets.token }}']}}",
        "lint.secret-place");
    row("undo's input",
        "with: {run: [a]}, undo: {uses: command, with: {run: [b], stdin: '${{ secrets.token }}'}}",
        "");
}

void TestSecrets::lintKeepsASecretInItsPlaces()
{
    QFETCH(QByteArray, step);
    QFETCH(QString, expected);
    m_home->write(QStringLiteral("lint.yaml"),
                  "slipway: 1\nname: lint\ntitle: L\ninputs:\n  token: {type: secret}\nstages:\n"
                  "  - name: only\n    steps:\n" +
                      step);
    const Finished done = call("lint lint.yaml --json");
    QVERIFY2(done.status == (expected.isEmpty() ? 0 : 1), done.text());
    QVERIFY2(done.output.contains(QLatin1Char('"') + expected + QLatin1Char('"')) ||
                 expected.isEmpty(),
             done.text());
}

void TestSecrets::theProcessesThatHoldItLeaveNoCore()
{
    const NoBus none;
    m_home->write(QStringLiteral("sleeps.yaml"),
                  "slipway: 1\nname: sleeps\ntitle: S\ninputs:\n  token: {type: secret}\nstages:\n"
                  "  - name: only\n    steps:\n      - {id: s, uses: command, with: {run: [sleep, "
                  "'600']}, env: {T: '${{ secrets.token }}'}}\n");
    const auto run = m_home->start(words("run sleeps.yaml -s token"), value + "\n");
    const auto limits = [](qint64 pid) {
        QFile file(QStringLiteral("/proc/%1/limits").arg(pid));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto core = [&](qint64 pid) {
        static const QRegularExpression line(QStringLiteral("Max core file size +0 +0"));
        return line.match(QString::fromLatin1(limits(pid))).hasMatch();
    };
    const auto supervisors = [] {
        QList<qint64> pids;
        const QStringList all = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
        for (const QString &name : all) {
            QFile file(QStringLiteral("/proc/%1/cmdline").arg(name));
            if (file.open(QIODevice::ReadOnly) &&
                file.readAll().contains(qgetenv("SLIPWAY_HOME") + "/data/runs/"))
                pids.append(name.toLongLong());
        }
        return pids;
    };
    QTRY_VERIFY_WITH_TIMEOUT(!supervisors().isEmpty(), 30'000);
    QVERIFY(core(run->processId()));
    const QList<qint64> pids = supervisors();
    for (const qint64 pid : pids)
        QTRY_VERIFY(core(pid) || limits(pid).isEmpty());
    run->terminate();
    QVERIFY(run->waitForFinished(30'000));
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
