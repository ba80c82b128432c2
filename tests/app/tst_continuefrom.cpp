// SPDX-License-Identifier: MIT
// A checklist changes under a run: a new run takes over what did not change.
#include "tests/app/scratchhome.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using TestPrograms::Finished;

namespace {

const QString file = QStringLiteral("c.yaml");

/// Every step tells a file of the test that it ran; `again` gives the last one's text.
QByteArray checklist(const QByteArray &home, const QByteArray &second = "second",
                     const QByteArray &title = "First")
{
    QByteArray text = R"(slipway: 1
name: c
inputs:
  colour: {type: text, default: red}
  shape: {type: text, default: round}
stages:
  - name: only
    steps:
      - {id: first, title: TITLE, uses: command, with: {run: [sh, -c, 'echo first >> HOME/told; echo made > made; echo said >&2; echo $0', '${{ inputs.colour }}'], output: text}}
      - {id: each, uses: command, foreach: [a, b], with: {run: [sh, -c, 'echo each-$0 >> HOME/told', '${{ item }}']}}
      - {id: never, uses: command, if: "inputs.shape == 'square'", with: {run: ['true']}}
      - {id: by-hand, uses: manual}
      - {id: second, uses: command, with: {run: [sh, -c, 'echo SECOND $0 >> HOME/told; cat made', '${{ steps.first.outputs.stdout }}']}}
      - {id: gate, uses: approval, with: {items: [fine], evidence: [steps.first.evidence.log]}}
)";
    return text.replace("HOME", home).replace("SECOND", second).replace("TITLE", title);
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
}

} // namespace

class TestContinueFrom final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_home.reset(); }
    void whatDidNotChangeIsTakenOver();
    void theNewRunWorksWhereTheOldOneDid();
    void whatIsTakenOverIsShownFirstAndDryRunOnlyShows();
    void anotherInputIsDoneAgainWhereItIsLookedAt();
    void theOldRunIsClosed();
    void aRunCanBeContinuedAgainAndAgain();
    void aWarningStaysOne();
    void aRunAtWorkIsRefused();
    void logsOfTheOldRunAreReadFromTheNewOne();
    void bothRunsVerify();

private:
    Finished call(const char *line) const { return m_home->slipway(words(line)); }
    QString firstLine(const Finished &finished) const
    {
        return finished.output.section(u'\n', 0, 0);
    }
    QStringList told() const
    {
        return QString::fromUtf8(m_home->read(QStringLiteral("told")))
            .split(u'\n', Qt::SkipEmptyParts);
    }
    void change(const QByteArray &second, const QByteArray &title = "First")
    {
        m_home->write(file, checklist(m_home->path().toUtf8(), second, title));
    }

    std::unique_ptr<ScratchHome> m_home;
    QString m_old;
};

/// A run that stands before its gate.
void TestContinueFrom::init()
{
    m_home = std::make_unique<ScratchHome>();
    change("second");
    const Finished begun = call("run c.yaml");
    QVERIFY2(begun.status == 3, begun.text());
    m_old = firstLine(begun);
    const Finished ticked =
        m_home->slipway({QStringLiteral("tick"), m_old, QStringLiteral("by-hand")});
    QVERIFY2(ticked.status == 0, ticked.text());
    const Finished waiting = m_home->slipway({QStringLiteral("resume"), m_old});
    QVERIFY2(waiting.status == 3, waiting.text());
    QCOMPARE(told().size(), 4);
}

void TestContinueFrom::whatDidNotChangeIsTakenOver()
{
    change("changed", "Another title");
    const Finished done = call("run --continue-from last");
    QVERIFY2(done.status == 3, done.text()); // the gate is opened anew
    const QString run = firstLine(done);
    QVERIFY(run != m_old);
    QCOMPARE(told().mid(4), QStringList{QStringLiteral("changed red")});
    for (const char *step : {"first", "by-hand", "second"})
        QCOMPARE(m_home->stepState(run, QLatin1String(step)), QStringLiteral("succeeded"));
    QCOMPARE(m_home->stepState(run, QStringLiteral("each"), QStringLiteral("b")),
             QStringLiteral("succeeded"));
    QCOMPARE(m_home->stepState(run, QStringLiteral("never")), QStringLiteral("skipped"));
    QCOMPARE(m_home->stepState(run, QStringLiteral("gate")), QStringLiteral("waiting"));
    QCOMPARE(m_home->show(run)[QLatin1String("continues")].toString(), m_old);
    const Finished approved =
        m_home->slipway({QStringLiteral("approve"), run, QStringLiteral("gate"),
                         QStringLiteral("--tick"), QStringLiteral("all")});
    QVERIFY2(approved.status == 0, approved.text());
    const Finished ended = m_home->slipway({QStringLiteral("resume"), run});
    QVERIFY2(ended.status == 0, ended.text());
}

void TestContinueFrom::theNewRunWorksWhereTheOldOneDid()
{
    change("changed");
    const QString run = firstLine(call("run --continue-from last"));
    // `second` reads what `first` made in the old run.
    const Finished log = m_home->slipway({QStringLiteral("log"), run, QStringLiteral("second")});
    QCOMPARE(log.output.trimmed(), QStringLiteral("made"));
}

void TestContinueFrom::whatIsTakenOverIsShownFirstAndDryRunOnlyShows()
{
    change("changed");
    const Finished dry = call("run --continue-from last --dry-run --json");
    QVERIFY2(dry.status == 0, dry.text());
    const QJsonObject shown = QJsonDocument::fromJson(dry.output.toUtf8()).object();
    QCOMPARE(shown[QLatin1String("continues")].toString(), m_old);
    QStringList carried;
    QStringList again;
    const QJsonArray steps = shown[QLatin1String("steps")].toArray();
    for (const QJsonValue &step : steps)
        (step[QLatin1String("carried")].toBool() ? carried : again)
            .append(step[QLatin1String("step")].toString());
    QCOMPARE(carried.join(u' '), QStringLiteral("first each never by-hand"));
    QCOMPARE(again.join(u' '), QStringLiteral("second gate"));
    QCOMPARE(told().size(), 4);
    QCOMPARE(m_home->show(QStringLiteral("last"))[QLatin1String("run")].toString(), m_old);
    const Finished real = call("run --continue-from last");
    QVERIFY2(real.errors.contains(QLatin1String("by-hand")), real.text());
    QVERIFY2(real.errors.contains(QLatin1String("It was changed.")), real.text());
}

void TestContinueFrom::anotherInputIsDoneAgainWhereItIsLookedAt()
{
    const Finished done = call("run --continue-from last --input colour=blue");
    QVERIFY2(done.status == 3, done.text());
    // All that comes after needs it.
    QCOMPARE(told().mid(4).first(), QStringLiteral("first"));
    const Finished dry = call("run --continue-from last --input shape=long --dry-run --json");
    const QJsonArray steps =
        QJsonDocument::fromJson(dry.output.toUtf8()).object()[QLatin1String("steps")].toArray();
    QVERIFY2(steps[0][QLatin1String("carried")].toBool(), dry.text());
    QVERIFY2(!steps[2][QLatin1String("carried")].toBool(), dry.text());
}

void TestContinueFrom::theOldRunIsClosed()
{
    change("changed");
    const QString run = firstLine(call("run --continue-from last"));
    for (const QStringList &verb :
         {QStringList{QStringLiteral("resume"), m_old},
          QStringList{QStringLiteral("approve"), m_old, QStringLiteral("gate"),
                      QStringLiteral("--tick"), QStringLiteral("all")},
          QStringList{QStringLiteral("run"), QStringLiteral("--continue-from"), m_old}}) {
        const Finished refused = m_home->slipway(verb);
        QVERIFY2(refused.status != 0, refused.text());
        QVERIFY2(refused.errors.contains(run), refused.text());
    }
    QCOMPARE(m_home->show(m_old)[QLatin1String("continuedBy")].toString(), run);
}

void TestContinueFrom::aRunCanBeContinuedAgainAndAgain()
{
    QString run;
    for (const char *second : {"changed", "changed-again", "changed-thrice"}) {
        change(second);
        const Finished done = call("run --continue-from last");
        QVERIFY2(done.status == 3, done.text());
        run = firstLine(done);
        QCOMPARE(told().last(), QLatin1String(second) + QLatin1String(" red"));
    }
    QCOMPARE(told().count(QStringLiteral("first")), 1);
    const Finished log = m_home->slipway({QStringLiteral("log"), run, QStringLiteral("first")});
    QVERIFY2(log.output.contains(QLatin1String("said")), log.text());
    const Finished verified = m_home->slipway({QStringLiteral("verify"), run});
    QVERIFY2(verified.status == 0, verified.text());
}

/// Also for the steps that look at it, and where it is taken over twice.
void TestContinueFrom::aWarningStaysOne()
{
    const auto write = [this](const QByteArray &program) {
        m_home->write(
            QStringLiteral("w.yaml"),
            "slipway: 1\nname: w\nstages:\n  - name: only\n    steps:\n"
            "      - {id: warned, uses: check, on-failure: warn, with: {that: false, message: Look "
            "at it.}}\n"
            "      - {id: program, uses: command, with: {run: " +
                program +
                "}}\n"
                "      - {id: told, uses: check, with: {that: \"${{ steps.warned.outcome == "
                "'warned' }}\", message: It was forgotten.}}\n");
    };
    write("['false']");
    QCOMPARE(call("run w.yaml").status, 1);
    write("[sh, -c, 'exit 1']");
    QCOMPARE(call("run --continue-from last").status, 1);
    write("['true']");
    const Finished done = call("run --continue-from last");
    QVERIFY2(done.status == 0, done.text());
    const QJsonObject warned =
        m_home->show(firstLine(done))[QLatin1String("steps")].toArray().first().toObject();
    QCOMPARE(warned[QLatin1String("state")].toString(), QStringLiteral("succeeded"));
    QCOMPARE(warned[QLatin1String("warning")].toString(), QStringLiteral("Look at it."));
}

void TestContinueFrom::aRunAtWorkIsRefused()
{
    m_home->write(QStringLiteral("long.yaml"),
                  "slipway: 1\nname: long\nstages: [{name: s, steps: [{id: a, uses: command, "
                  "with: {run: [sleep, '60']}}]}]\n");
    const auto driver = m_home->start({QStringLiteral("run"), QStringLiteral("long.yaml")});
    QTRY_VERIFY_WITH_TIMEOUT(m_home->stepState(QStringLiteral("last"), QStringLiteral("a")) ==
                                 QLatin1String("running"),
                             20'000);
    const Finished driven = call("run --continue-from last");
    QVERIFY2(driven.status == 2, driven.text());
    driver->kill();
    driver->waitForFinished();
    const Finished open = call("run --continue-from last");
    QVERIFY2(open.status == 2, open.text());
    QVERIFY2(open.errors.contains(QLatin1String("running or in doubt")), open.text());
}

void TestContinueFrom::logsOfTheOldRunAreReadFromTheNewOne()
{
    change("changed");
    const QString run = firstLine(call("run --continue-from last"));
    const Finished log = m_home->slipway({QStringLiteral("log"), run, QStringLiteral("first")});
    QVERIFY2(log.status == 0, log.text());
    QVERIFY2(log.output.contains(QLatin1String("said")), log.text());
}

void TestContinueFrom::bothRunsVerify()
{
    change("changed");
    const QString run = firstLine(call("run --continue-from last"));
    for (const QString &one : {m_old, run}) {
        const Finished verified = m_home->slipway({QStringLiteral("verify"), one});
        QVERIFY2(verified.status == 0, verified.text());
    }
}

QTEST_GUILESS_MAIN(TestContinueFrom)
#include "tst_continuefrom.moc"
