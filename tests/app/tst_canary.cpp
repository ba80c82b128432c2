// SPDX-License-Identifier: MIT
// A secret that programs print in every encoding, in pieces, through success, failure, cancel,
// crash, resume and undo; afterwards no file of Slipway's holds it, nor did any command line.
#include "tests/app/scratchhome.h"
#include "tests/app/testkeyring.h"

#include <QDir>
#include <QtTest>
#include <atomic>
#include <csignal>
#include <thread>

using TestPrograms::Finished;

namespace {

const QString canaryScript = QStringLiteral(SLIPWAY_SOURCE_DIR "/tests/app/canary.py");
constexpr int longMs = 60'000;

/// Looks at all command lines every few milliseconds while it lives.
class CommandLines final
{
public:
    explicit CommandLines(QByteArray part) : m_part(std::move(part)), m_thread([this] { watch(); })
    {
    }
    ~CommandLines() { stop(); }
    CommandLines(const CommandLines &) = delete;
    CommandLines &operator=(const CommandLines &) = delete;

    void stop()
    {
        m_isOver = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    /// After stop(): those that held it.
    const QList<QByteArray> &found() const { return m_found; }
    int looks() const { return m_looks; }

private:
    void watch()
    {
        while (!m_isOver) {
            const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
            for (const QString &name : names) {
                QFile file(QStringLiteral("/proc/%1/cmdline").arg(name));
                if (!name.at(0).isDigit() || !file.open(QIODevice::ReadOnly))
                    continue;
                const QByteArray line = file.readAll();
                if (line.contains(m_part))
                    m_found.append(line);
            }
            ++m_looks;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }

    QByteArray m_part;
    std::atomic_bool m_isOver = false;
    std::atomic_int m_looks = 0;
    QList<QByteArray> m_found;
    std::thread m_thread; // last: it uses what stands above
};

QByteArray checklist(const QByteArray &name, const QByteArray &steps)
{
    QByteArray text = "slipway: 1\nname: " + name +
                      "\ntitle: C\ninputs:\n  token: {type: secret}\nstages:\n"
                      "  - name: only\n    steps:\n" +
                      steps;
    return text.replace("SECRET", "'${{ secrets.token }}'")
        .replace("SCRIPT", canaryScript.toUtf8());
}

} // namespace

class TestCanary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void itIsNowhere_data();
    void itIsNowhere();
    void theSearchFindsWhatIsThere();

private:
    Finished call(const QStringList &arguments, bool givesSecret = true)
    {
        QStringList all = arguments;
        if (givesSecret)
            all << QStringLiteral("-s") << QStringLiteral("token=-");
        Finished done = m_home->slipway(all, longMs, givesSecret ? m_value : QByteArray());
        m_home->write(QStringLiteral("home/said/%1").arg(++m_calls),
                      done.output.toUtf8() + done.errors.toUtf8());
        return done;
    }
    QString search(const QString &folder) const
    {
        return TestPrograms::run(
                   {QStringLiteral("python3"), canaryScript, QStringLiteral("search"), folder},
                   m_home->path(), longMs, {}, m_value)
            .output;
    }
    QByteArray logs() const;
    QString readyWorkspace() const;
    void succeed();
    void fail();
    void cancel();
    void crashAndResume();
    void undo();

    std::unique_ptr<ScratchHome> m_home;
    QByteArray m_value;
    int m_calls = 0;
};

void TestCanary::init()
{
    m_home = std::make_unique<ScratchHome>();
    m_home->write(QStringLiteral("good.yaml"), checklist("good", R"yaml(
      - {id: log, uses: command, with: {run: [python3, SCRIPT, emit]}, env: {CANARY: SECRET}}
      - {id: text, uses: command, with: {run: [python3, SCRIPT, emit], output: text}, env: {CANARY: SECRET}}
      - {id: lines, uses: command, with: {run: [python3, SCRIPT, emit], output: lines}, env: {CANARY: SECRET}}
      - {id: json, uses: command, with: {run: [python3, -c, 'import json, os; print(json.dumps({"a": os.environ["CANARY"]}))'], output: json}, env: {CANARY: SECRET}}
      - {id: input, uses: command, with: {run: [tee, /dev/stderr], stdin: SECRET, output: text}}
      - {id: later, uses: command, with: {run: [echo, '${{ steps.text.outputs.stdout }}']}}
      - id: undone
        uses: command
        with: {run: [python3, SCRIPT, emit]}
        env: {CANARY: SECRET}
        undo: {uses: command, with: {run: [python3, SCRIPT, emit]}}
)yaml"));
    m_home->write(QStringLiteral("bad.yaml"), checklist("bad", R"yaml(
      - id: bad
        uses: command
        with: {run: [bash, -c, 'python3 SCRIPT emit >&2; exit 3']}
        env: {CANARY: SECRET}
        again: safe
        retry: {attempts: 2, wait: 10ms}
      - {id: poll, uses: command, needs: [], with: {run: [bash, -c, 'python3 SCRIPT emit; echo no'], output: text}, env: {CANARY: SECRET}, timeout: 2s, poll: {every: 1s, until: "outputs.stdout == 'yes'"}}
)yaml"));
    m_home->write(QStringLiteral("long.yaml"), checklist("long", R"yaml(
      - id: long
        uses: command
        with: {run: [bash, -c, 'python3 SCRIPT emit; echo ready > ready; until [ -e go ]; do sleep 0.05; done; python3 SCRIPT emit']}
        env: {CANARY: SECRET}
      - {id: after, uses: command, with: {run: [python3, SCRIPT, emit]}, env: {CANARY: SECRET}}
)yaml"));
}

void TestCanary::itIsNowhere_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a line") << QByteArray("C4nary-\"q'$x/+&<>\\ z~7f3b");
    QTest::newRow("lines") << QByteArray(
        "-----BEGIN K-----\nMIIabc/def+ghi==\n\"quoted' \\l\xc3\xadnea "
        "\xe2\x82\xac\n-----END K-----");
}

QByteArray TestCanary::logs() const
{
    QByteArray all;
    QDirIterator it(m_home->path(QStringLiteral("home")), {QStringLiteral("output.log")},
                    QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

void TestCanary::succeed()
{
    const Finished done = call({QStringLiteral("run"), m_home->path(QStringLiteral("good.yaml"))});
    QVERIFY2(done.status == 0, done.text());
    QVERIFY2(logs().count("<***>") > 20, logs());
}

void TestCanary::undo()
{
    const Finished undone = call(
        {QStringLiteral("undo"), QStringLiteral("last"), QStringLiteral("--leave-impossible")});
    QVERIFY2(undone.status == 0 || undone.status == 1, undone.text());
    QCOMPARE(m_home->stepState(QStringLiteral("last"), QStringLiteral("undone")),
             QStringLiteral("undone"));
}

void TestCanary::fail()
{
    const Finished done = call({QStringLiteral("run"), m_home->path(QStringLiteral("bad.yaml"))});
    QVERIFY2(done.status == 1, done.text());
    QVERIFY2(done.errors.contains(QLatin1String("***")), done.text());
}

/// Of a run whose long step is at work; empty: there is none.
QString TestCanary::readyWorkspace() const
{
    QDirIterator it(m_home->path(QStringLiteral("home/data/runs")), {QStringLiteral("ready")},
                    QDir::Files, QDirIterator::Subdirectories);
    return it.hasNext() ? QFileInfo(it.next()).path() : QString();
}

void TestCanary::cancel()
{
    const auto run = m_home->start({QStringLiteral("run"), QStringLiteral("long.yaml"),
                                    QStringLiteral("-s"), QStringLiteral("token=-")},
                                   m_value);
    QTRY_VERIFY_WITH_TIMEOUT(!readyWorkspace().isEmpty(), longMs);
    ::kill(pid_t(run->processId()), SIGINT);
    QVERIFY(run->waitForFinished(longMs));
    QCOMPARE(run->exitCode(), 1);
    QVERIFY(QFile::remove(readyWorkspace() + QStringLiteral("/ready")));
}

void TestCanary::crashAndResume()
{
    const auto run = m_home->start({QStringLiteral("run"), QStringLiteral("long.yaml"),
                                    QStringLiteral("-s"), QStringLiteral("token=-")},
                                   m_value);
    QTRY_VERIFY_WITH_TIMEOUT(!readyWorkspace().isEmpty(), longMs);
    ::kill(pid_t(run->processId()), SIGKILL);
    QVERIFY(run->waitForFinished(longMs));
    QFile go(readyWorkspace() + QStringLiteral("/go"));
    QVERIFY(go.open(QIODevice::WriteOnly));
    const Finished waits = call({QStringLiteral("resume"), QStringLiteral("last")}, false);
    QVERIFY2(waits.status == 3, waits.text());
    QVERIFY2(waits.errors.contains(QLatin1String("Needs the secret token")), waits.text());
    const Finished done = call({QStringLiteral("resume"), QStringLiteral("last")});
    QVERIFY2(done.status == 0, done.text());
}

void TestCanary::itIsNowhere()
{
    QFETCH(QByteArray, value);
    m_value = value;
    const NoBus none;
    CommandLines lines(value.left(12));
    succeed();
    if (!QTest::currentTestFailed())
        undo();
    if (!QTest::currentTestFailed())
        fail();
    if (!QTest::currentTestFailed())
        cancel();
    if (!QTest::currentTestFailed())
        crashAndResume();
    if (QTest::currentTestFailed())
        return;
    for (const char *verb : {"show last --json", "log last long", "verify last", "runs --json"})
        call(QString::fromLatin1(verb).split(u' '), false);
    lines.stop();
    QVERIFY(lines.looks() > 10);
    QCOMPARE(lines.found(), QList<QByteArray>());
    const QString found = search(m_home->path(QStringLiteral("home")));
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestCanary::theSearchFindsWhatIsThere()
{
    m_value = "C4nary-\"q'$x/+&<>\\ z~7f3b";
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CANARY"), QString::fromUtf8(m_value));
    const Finished raw =
        TestPrograms::run({QStringLiteral("python3"), canaryScript, QStringLiteral("emit")},
                          m_home->path(), longMs, environment);
    m_home->write(QStringLiteral("home/raw"), raw.output.toUtf8());
    const QString found = search(m_home->path(QStringLiteral("home")));
    QVERIFY2(found.count(u'\n') > 30, qPrintable(found));
}

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
