// SPDX-License-Identifier: MIT
// What the real program prints and gives back: verbs, statuses, names, JSON, files.
#include "tests/app/scratchhome.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

using TestPrograms::Finished;

namespace {

const QString last = QStringLiteral("last");

QByteArray checklist(const QByteArray &name, const QByteArray &steps, const QByteArray &inputs = {})
{
    return "slipway: 1\nname: " + name + "\ntitle: A test\n" + inputs +
           "stages:\n  - name: only\n    steps:\n" + steps;
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

QJsonObject object(const QString &line)
{
    return QJsonDocument::fromJson(line.toUtf8()).object();
}

} // namespace

class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void runPrintsTheIdAloneOnItsFirstLine();
    void withJsonEveryLineIsAnObjectAndTheLastIsTheRun();
    void aRunEndsWithTheStatusOfItsState_data();
    void aRunEndsWithTheStatusOfItsState();
    void wrongUseIsStatusTwoAndASentence_data();
    void wrongUseIsStatusTwoAndASentence();
    void anErrorWithJsonIsAnObject();
    void aRunIsNamedByItsIdAPrefixOrLast();
    void aStepOfManyNamesIsListed();
    void aListInputIsRepeatedOrJson_data();
    void aListInputIsRepeatedOrJson();
    void pathsAreRelativeToTheCurrentFolder();
    void lintNamesFileLineAndColumn();
    void aGateIsApprovedWithAllItsItems();
    void resetGoesAgainFromAStep();
    void theOutputOfAStepIsPrinted();
    void unpinnedFilesComeBackByteForByte();
    void withoutWriteADiffIsAllThatHappens();
    void partsOfAPreviewCanBeRefused();

private:
    Finished call(const char *line) const { return m_home->slipway(words(line)); }
    QString outputsOf(const QString &run, const QString &step, const QString &instance) const;

    std::unique_ptr<ScratchHome> m_home;
};

void TestCommandLine::init()
{
    m_home = std::make_unique<ScratchHome>();
    m_home->write(QStringLiteral("ok.yaml"),
                  checklist("ok", "      - {id: first, uses: command, with: {run: [echo, hello]}}\n"
                                  "      - {id: second, uses: command, with: {run: ['true']}}\n"));
    m_home->write(QStringLiteral("fails.yaml"),
                  checklist("fails", "      - {id: bad, uses: command, with: {run: ['false']}}\n"));
    m_home->write(QStringLiteral("waits.yaml"),
                  checklist("waits", "      - {id: easy, uses: command, with: {run: ['true']}}\n"
                                     "      - {id: by-hand, uses: manual}\n"));
    m_home->write(QStringLiteral("asks.yaml"),
                  checklist("asks", "      - {id: go, uses: command, mode: confirm, with: {run: "
                                    "['true']}}\n"));
    m_home->write(QStringLiteral("many.yaml"),
                  checklist("many", "      - {id: by-hand, uses: manual, foreach: [a, b]}\n"));
    m_home->write(QStringLiteral("wrong.yaml"),
                  checklist("wrong", "      - {id: step, uses: comand, with: {run: ['true']}}\n"));
}

void TestCommandLine::runPrintsTheIdAloneOnItsFirstLine()
{
    const Finished done = call("run ok.yaml");
    QVERIFY2(done.status == 0, done.text());
    static const QRegularExpression id(QStringLiteral("^[a-z2-7]{12}$"));
    QVERIFY2(id.match(done.output.section(u'\n', 0, 0)).hasMatch(), done.text());
    QVERIFY2(!done.errors.isEmpty(), "sentences go to standard error");
}

void TestCommandLine::withJsonEveryLineIsAnObjectAndTheLastIsTheRun()
{
    const Finished done = call("run ok.yaml --json");
    QVERIFY2(done.status == 0, done.text());
    const QStringList lines = done.output.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines.size() > 4, done.text());
    const QString run = object(lines.first())[QLatin1String("run")].toString();
    QCOMPARE(object(lines.first()).keys(), QStringList{QStringLiteral("run")});
    QCOMPARE(object(lines.last()), m_home->show(run));
    QCOMPARE(object(lines.last())[QLatin1String("state")].toString(), QStringLiteral("succeeded"));
    static const QRegularExpression time(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"));
    int number = 0;
    for (const QString &line : lines.mid(1, lines.size() - 2)) {
        const QJsonObject event = object(line);
        QVERIFY2(event[QLatin1String("number")].toInt() > number, qPrintable(line));
        number = event[QLatin1String("number")].toInt();
        QVERIFY2(time.match(event[QLatin1String("time")].toString()).hasMatch(), qPrintable(line));
        QVERIFY2(!event[QLatin1String("kind")].toString().isEmpty(), qPrintable(line));
    }
    const QJsonObject first =
        object(lines.last())[QLatin1String("steps")].toArray().at(0).toObject();
    QVERIFY(first[QLatin1String("instance")].isNull());
    QVERIFY(first[QLatin1String("outputs")].isObject());
}

void TestCommandLine::aRunEndsWithTheStatusOfItsState_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("state");
    QTest::newRow("done") << "ok.yaml" << 0 << "succeeded";
    QTest::newRow("until a step") << "ok.yaml --until first" << 0 << "stopped";
    QTest::newRow("failed") << "fails.yaml" << 1 << "failed";
    QTest::newRow("a person is needed") << "waits.yaml" << 3 << "waiting";
    QTest::newRow("a go-ahead is needed") << "asks.yaml" << 3 << "waiting";
    QTest::newRow("the go-ahead is given") << "asks.yaml --yes" << 0 << "succeeded";
    QTest::newRow("--yes ticks nothing") << "waits.yaml --yes" << 3 << "waiting";
}

void TestCommandLine::aRunEndsWithTheStatusOfItsState()
{
    QFETCH(QString, options);
    QFETCH(int, status);
    QFETCH(QString, state);
    const Finished done = m_home->slipway(QStringList{QStringLiteral("run")} + options.split(u' '));
    QVERIFY2(done.status == status, done.text());
    QCOMPARE(m_home->show(last)[QLatin1String("state")].toString(), state);
    if (options.contains(QLatin1String("--until")))
        return;
    const Finished again = call("resume last");
    QVERIFY2(again.status == status, again.text());
}

void TestCommandLine::wrongUseIsStatusTwoAndASentence_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("said");
    QTest::newRow("verb") << "rum ok.yaml"
                          << "rum";
    QTest::newRow("option") << "run ok.yaml --untill first"
                            << "untill";
    QTest::newRow("too few words") << "show"
                                   << "usage: slipway show RUN";
    QTest::newRow("no such run") << "show abcdefgh"
                                 << "abcdefgh";
    QTest::newRow("no run yet") << "resume last"
                                << "run";
    QTest::newRow("no such file") << "run nowhere.yaml"
                                  << "nowhere.yaml";
    QTest::newRow("wrong checklist") << "run wrong.yaml"
                                     << "wrong.yaml:7:";
    QTest::newRow("unknown input") << "run ok.yaml --input colour=red"
                                   << "colour";
    QTest::newRow("no input") << "run ok.yaml --input red"
                              << "NAME=VALUE";
    QTest::newRow("until an unknown step") << "run ok.yaml --until third"
                                           << "third";
}

void TestCommandLine::wrongUseIsStatusTwoAndASentence()
{
    QFETCH(QString, line);
    QFETCH(QString, said);
    const Finished done = m_home->slipway(line.split(u' '));
    QVERIFY2(done.status == 2, done.text());
    QVERIFY2(done.output.isEmpty(), done.text());
    QVERIFY2(done.errors.contains(said), done.text());
}

void TestCommandLine::anErrorWithJsonIsAnObject()
{
    const Finished done = call("run wrong.yaml --json");
    QVERIFY2(done.status == 2, done.text());
    const QJsonObject error = object(done.errors)[QLatin1String("error")].toObject();
    QVERIFY2(!error[QLatin1String("code")].toString().isEmpty(), done.text());
    QVERIFY2(error[QLatin1String("message")].toString().contains(QLatin1String("comand")),
             done.text());
    QVERIFY2(error[QLatin1String("file")].toString().endsWith(QLatin1String("wrong.yaml")),
             done.text());
    QCOMPARE(error[QLatin1String("line")].toInt(), 7);
    QVERIFY2(error[QLatin1String("column")].toInt() > 1, done.text());
}

void TestCommandLine::aRunIsNamedByItsIdAPrefixOrLast()
{
    const QString run = call("run ok.yaml").output.trimmed();
    QCOMPARE(m_home->show(run)[QLatin1String("run")].toString(), run);
    QCOMPARE(m_home->show(run.left(4))[QLatin1String("run")].toString(), run);
    QCOMPARE(m_home->show(last)[QLatin1String("run")].toString(), run);
    const Finished tooShort = m_home->slipway({QStringLiteral("show"), run.left(3)});
    QVERIFY2(tooShort.status == 2, tooShort.text());
    const Finished listed = call("runs");
    QVERIFY2(listed.output.startsWith(run + QStringLiteral("  succeeded")), listed.text());
}

void TestCommandLine::aStepOfManyNamesIsListed()
{
    QCOMPARE(call("run many.yaml").status, 3);
    const Finished many = call("tick last by-hand");
    QVERIFY2(many.status == 2, many.text());
    QVERIFY2(many.errors.contains(QLatin1String("by-hand[a], by-hand[b]")), many.text());
    QCOMPARE(call("tick last by-hand[c]").status, 2);
    QCOMPARE(call("tick last by-hand[a]").status, 0);
    QCOMPARE(m_home->stepState(last, QStringLiteral("by-hand"), QStringLiteral("a")),
             QStringLiteral("succeeded"));
    QCOMPARE(m_home->stepState(last, QStringLiteral("by-hand"), QStringLiteral("b")),
             QStringLiteral("waiting"));
    const Finished twice = call("tick last by-hand[a]");
    QVERIFY2(twice.status == 1, twice.text());
    QCOMPARE(call("tick last by-hand[b]").status, 0);
    QCOMPARE(call("resume last").status, 0);
}

QString TestCommandLine::outputsOf(const QString &run, const QString &step,
                                   const QString &instance) const
{
    const QJsonArray steps = m_home->show(run)[QLatin1String("steps")].toArray();
    for (const auto &value : steps) {
        const QJsonObject one = value.toObject();
        if (one[QLatin1String("id")].toString() == step &&
            one[QLatin1String("instance")].toString() == instance)
            return one[QLatin1String("outputs")].toObject()[QLatin1String("stdout")].toString();
    }
    return {};
}

void TestCommandLine::aListInputIsRepeatedOrJson_data()
{
    QTest::addColumn<QStringList>("inputs");
    QTest::newRow("repeated") << QStringList{QStringLiteral("names=red one"),
                                             QStringLiteral("names=blue")};
    QTest::newRow("JSON") << QStringList{QStringLiteral("names=[\"red one\",\"blue\"]")};
}

void TestCommandLine::aListInputIsRepeatedOrJson()
{
    QFETCH(QStringList, inputs);
    const QString file = m_home->write(
        QStringLiteral("list.yaml"),
        checklist("list",
                  "      - id: say\n        uses: command\n        foreach: ${{ inputs.names }}\n"
                  "        with: {run: [echo, '${{ item }}'], output: text}\n",
                  "inputs:\n  names: {type: list, of: text}\n"));
    QStringList arguments{QStringLiteral("run"), file};
    for (const QString &input : inputs)
        arguments << QStringLiteral("--input") << input;
    const Finished done = m_home->slipway(arguments);
    QVERIFY2(done.status == 0, done.text());
    const QString say = QStringLiteral("say");
    QCOMPARE(outputsOf(last, say, QStringLiteral("red one")), QStringLiteral("red one"));
    QCOMPARE(outputsOf(last, say, QStringLiteral("blue")), QStringLiteral("blue"));
}

void TestCommandLine::pathsAreRelativeToTheCurrentFolder()
{
    m_home->write(QStringLiteral("there/file"), "here\n");
    m_home->write(
        QStringLiteral("path.yaml"),
        checklist("path",
                  "      - {id: where, uses: command, with: {run: [pwd], in: '${{ inputs.folder "
                  "}}', output: text}}\n",
                  "inputs:\n  folder: {type: directory}\n"));
    const Finished done = call("run path.yaml --input folder=there");
    QVERIFY2(done.status == 0, done.text());
    QCOMPARE(outputsOf(last, QStringLiteral("where"), {}),
             QDir(m_home->path(QStringLiteral("there"))).canonicalPath());
}

void TestCommandLine::lintNamesFileLineAndColumn()
{
    const Finished wrong = call("lint ok.yaml wrong.yaml");
    QVERIFY2(wrong.status == 1, wrong.text());
    static const QRegularExpression place(
        QStringLiteral("wrong\\.yaml:7:2\\d: error: .*comand.*command"));
    QVERIFY2(place.match(wrong.output).hasMatch(), wrong.text());
    QVERIFY2(!wrong.output.contains(QLatin1String("ok.yaml")), wrong.text());
    const Finished good = call("lint ok.yaml package-update");
    QVERIFY2(good.status == 0, good.text());
}

void TestCommandLine::aGateIsApprovedWithAllItsItems()
{
    m_home->write(QStringLiteral("gate.yaml"),
                  checklist("gate", "      - {id: sign, uses: approval, with: {items: [One, "
                                    "Two]}}\n"));
    QCOMPARE(call("run gate.yaml").status, 3);
    QCOMPARE(call("approve last sign --tick 1").status, 1);
    QCOMPARE(call("approve last sign --tick 1,3").status, 2);
    QCOMPARE(call("reject last sign").status, 1);
    const Finished approved = call("approve last sign --tick 1,2");
    QVERIFY2(approved.status == 0, approved.text());
    QCOMPARE(call("resume last").status, 0);
}

void TestCommandLine::resetGoesAgainFromAStep()
{
    m_home->write(QStringLiteral("again.yaml"),
                  checklist("again", "      - {id: first, uses: command, with: {run: [sh, -c, "
                                     "'echo first >> log']}}\n"
                                     "      - {id: many, uses: command, foreach: [x, y], with: "
                                     "{run: [sh, -c, 'echo ${{ item }} >> log']}}\n"
                                     "      - {id: by-hand, uses: manual}\n"));
    QCOMPARE(call("run again.yaml").status, 3);
    QCOMPARE(call("reset last nothing").status, 2);
    const Finished early = call("reset last by-hand");
    QVERIFY2(early.status == 0, early.text());
    QCOMPARE(call("resume last").status, 3); // it waits again
    QCOMPARE(call("tick last by-hand").status, 0);
    QCOMPARE(call("resume last").status, 0);
    const Finished done = call("reset last many --note mended");
    QVERIFY2(done.status == 0 && done.output.isEmpty(), done.text());
    QCOMPARE(call("resume last").status, 3);
    QCOMPARE(call("reset last many[y]").status, 0);
    QCOMPARE(call("resume last").status, 3);
    const Finished shown = call("show last --json");
    const QString run = object(shown.output)[QLatin1String("run")].toString();
    QFile log(m_home->path(QStringLiteral("home/data/runs/%1/work/log").arg(run)));
    QVERIFY2(log.open(QIODevice::ReadOnly), qPrintable(log.fileName()));
    const QByteArray lines = log.readAll();
    QVERIFY2(lines.startsWith("first\n") && lines.count("first") == 1, lines);
    QCOMPARE(lines.count('x'), 2);
    QCOMPARE(lines.count('y'), 3);
}

void TestCommandLine::theOutputOfAStepIsPrinted()
{
    QCOMPARE(call("run ok.yaml").status, 0);
    const Finished log = call("log last first");
    QVERIFY2(log.status == 0, log.text());
    QCOMPARE(log.output.trimmed(), QStringLiteral("hello"));
    QCOMPARE(call("log last nothing").status, 2);
    QCOMPARE(call("log last first --attempt 77").status, 1);
}

void TestCommandLine::unpinnedFilesComeBackByteForByte()
{
    const QByteArray requirements = "# do not touch\r\nnumpy==2.1.2\r\nScikit_Learn>=1.7.2  # "
                                    "same\r\ntorch~=2.0";
    const QByteArray dockerfile = "FROM base\nENV V=\"r1 (lib==1.8)\"\nRUN pip install --upgrade "
                                  "pip==23.0.1 && pip install \\\n    'python-jose[cryptography]"
                                  "==3.4.0' numpy==2.1.2\n";
    const QByteArray project = "[build-system]\nrequires = ['setuptools>=65.5.1']\n[project]\n"
                               "name = \"x\"\nversion = \"1.8.12\"\ndependencies = [\"numpy==2.1.2"
                               "\"]\n";
    m_home->write(QStringLiteral("requirements.txt"), requirements);
    m_home->write(QStringLiteral("Dockerfile"), dockerfile);
    m_home->write(QStringLiteral("pyproject.toml"), project);
    m_home->write(QStringLiteral("frozen.txt"), "numpy==2.1.2\nscikit-learn==1.7.2\npip==23.0.1\n"
                                                "python-jose==3.4.0\nsetuptools==65.5.1\n");
    const Finished unpinned = call("packages unpin --write --record record.json requirements.txt "
                                   "Dockerfile pyproject.toml");
    QVERIFY2(unpinned.status == 0, unpinned.text());
    QVERIFY(!m_home->read(QStringLiteral("requirements.txt")).contains("2.1.2"));
    QVERIFY(m_home->read(QStringLiteral("requirements.txt")).contains("torch~=2.0"));
    QVERIFY(!m_home->read(QStringLiteral("Dockerfile")).contains("23.0.1"));
    QVERIFY(!m_home->read(QStringLiteral("pyproject.toml")).contains("65.5.1"));
    QVERIFY2(unpinned.errors.contains(QLatin1String("torch")), unpinned.text());
    const Finished pinned = call("packages pin --from file:frozen.txt --record record.json --write "
                                 "requirements.txt Dockerfile pyproject.toml");
    QVERIFY2(pinned.status == 0, pinned.text());
    QCOMPARE(m_home->read(QStringLiteral("requirements.txt")), requirements);
    QCOMPARE(m_home->read(QStringLiteral("Dockerfile")), dockerfile);
    QCOMPARE(m_home->read(QStringLiteral("pyproject.toml")), project);
}

void TestCommandLine::withoutWriteADiffIsAllThatHappens()
{
    m_home->write(QStringLiteral("requirements.txt"), "numpy==2.1.2\nother==1\n");
    m_home->write(QStringLiteral("frozen.txt"), "numpy==2.3.4\n");
    const Finished shown = call("packages pin requirements.txt --from file:frozen.txt");
    QVERIFY2(shown.status == 0, shown.text());
    QVERIFY2(shown.output.contains(QLatin1String("\n-numpy==2.1.2\n+numpy==2.3.4\n")),
             shown.text());
    QVERIFY2(shown.errors.contains(QLatin1String("other")), shown.text());
    QCOMPARE(m_home->read(QStringLiteral("requirements.txt")),
             QByteArray("numpy==2.1.2\nother==1\n"));
    QCOMPARE(call("packages pin requirements.txt --from frozen.txt").status, 2);
    QCOMPARE(call("packages pin requirements.txt --from file:nowhere.txt").status, 1);
    QCOMPARE(call("packages unpin unknown.cfg").status, 1);
}

void TestCommandLine::partsOfAPreviewCanBeRefused()
{
    m_home->write(QStringLiteral("requirements.txt"), "numpy==1\nscipy==1\npandas==1\n");
    m_home->write(QStringLiteral("install.sh"), "V=1\npip install numpy==$V\n");
    m_home->write(QStringLiteral("frozen.txt"), "numpy==2\nscipy==2\npandas==2\nnew==3\n");
    const Finished left = call("packages pin requirements.txt install.sh --from file:frozen.txt "
                               "--write --leave requirements.txt:1 --leave scipy");
    QVERIFY2(left.status == 0, left.text());
    QCOMPARE(m_home->read(QStringLiteral("requirements.txt")),
             QByteArray("numpy==1\nscipy==1\npandas==2\n"));
    QCOMPARE(m_home->read(QStringLiteral("install.sh")),
             QByteArray("V=2\npip install numpy==$V\n"));
    const Finished only = call("packages pin requirements.txt install.sh --from file:frozen.txt "
                               "--write --freeze --only new --only numpy --leave install.sh");
    QVERIFY2(only.status == 0, only.text());
    QCOMPARE(m_home->read(QStringLiteral("requirements.txt")),
             QByteArray("numpy==2\nscipy==1\npandas==2\nnew==3\n"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
