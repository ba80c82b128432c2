// SPDX-License-Identifier: MIT
#include "core/process/attemptfolder.h"
#include "core/run/runstarter.h"
#include "core/steps/registry.h"
#include "tests/run/drivenruns.h"
#include "tests/trust/trusted.h"

#include <QFile>
#include <QTest>

using namespace Slipway;

namespace {

Value text(const char *utf8)
{
    return Value(QString::fromUtf8(utf8));
}

} // namespace

/// What a checklist says, seen in a run: real steps, a real driver, a real journal.
class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aConditionSeesItsInstance();
    void noInstanceIsNeeded();
    void aStepReadsTheSameInstanceOfAnother();
    void instancesHaveShortNames();
    void timesAndCountsComeFromInputs();
    void aTimeThatIsNoneDoesNotStart();
    void aWarningHoldsNothingUp();
    void aPlanThatFailsWarnsToo();
    void aQuestionDoesNotTakeThePlaceOfAnother();
    void whatWasCapturedIsInTheLog();
    void aMessageSpeaksEachLanguage();
    void anAbsentInputIsEmpty();

private:
    QString finished(const QString &run);
    QString instances(const QString &run, const char *step) const;
    bool isWarned(const QString &run, const char *step) const;
    RunFold fold(const QString &run) const { return *loadRun(m_runs->store(), run); }
    Value::Map outputs(const QString &run, const char *step, const char *instance = "") const;

    SystemClock m_clock;
    KindRegistry m_kinds;
    std::unique_ptr<DrivenRuns> m_runs;
};

void TestLanguage::initTestCase()
{
    qputenv("SLIPWAY_EXEC", SLIPWAY_EXEC);
    registerBuiltinKinds(m_kinds);
}

void TestLanguage::init()
{
    m_runs = std::make_unique<DrivenRuns>(m_kinds, m_clock);
}

void TestLanguage::cleanup()
{
    m_runs.reset();
}

/// Drives it as far as it goes; the state it is in then.
QString TestLanguage::finished(const QString &run)
{
    const auto driver = m_runs->drive(run);
    return DrivenRuns::waitIdle(*driver) ? stateName(driver->state()) : QStringLiteral("at work");
}

/// Their names, in order.
QString TestLanguage::instances(const QString &run, const char *step) const
{
    const StepFold found = fold(run).steps.value(QString::fromUtf8(step));
    QStringList names;
    for (const InstanceFold &instance : found.instances)
        names.append(instance.name);
    return names.join(u' ');
}

bool TestLanguage::isWarned(const QString &run, const char *step) const
{
    const RunFold now = fold(run);
    const InstanceFold *found = now.instance({QString::fromUtf8(step), {}});
    return found && now.isWarned(*found);
}

Value::Map TestLanguage::outputs(const QString &run, const char *step, const char *instance) const
{
    const RunFold now = fold(run);
    const InstanceFold *found =
        now.instance({QString::fromUtf8(step), QString::fromUtf8(instance)});
    return found ? now.outputs(*found) : Value::Map();
}

void TestLanguage::aConditionSeesItsInstance()
{
    const QString run = m_runs->start("{id: a, uses: check, foreach: [x, y, z], if: \"item != "
                                      "'y'\", with: {that: true, message: no}}");
    QCOMPARE(finished(run), QStringLiteral("succeeded"));
    QCOMPARE(instances(run, "a"), QStringLiteral("x z"));
}

void TestLanguage::noInstanceIsNeeded()
{
    const QString run = m_runs->start("{id: a, uses: check, foreach: [x], if: \"item == 'y'\", "
                                      "with: {that: false, message: no}}, {id: b, uses: check, "
                                      "with: {that: \"${{ length(steps.a.all) == 0 }}\", message: "
                                      "no}}");
    QCOMPARE(finished(run), QStringLiteral("succeeded"));
    QVERIFY(fold(run).steps.value(QStringLiteral("a")).skippedBecause);
}

void TestLanguage::aStepReadsTheSameInstanceOfAnother()
{
    const QString run = m_runs->start(
        "{id: a, uses: command, foreach: [x, y], with: {run: [echo, 'port-${{ item }}'], output: "
        "text}}, {id: b, uses: command, foreach: [y, x], with: {run: [echo, '${{ "
        "steps.a[item].outputs.stdout }}'], output: text}}, {id: c, uses: command, foreach: '${{ "
        "steps.a.all }}', with: {run: [echo, '${{ steps.b[item].outputs.stdout }}'], output: "
        "text}}");
    QCOMPARE(finished(run), QStringLiteral("succeeded"));
    const QString out = QStringLiteral("stdout");
    QCOMPARE(outputs(run, "b", "y")[out], text("port-y"));
    QCOMPARE(outputs(run, "b", "x")[out], text("port-x"));
    QCOMPARE(outputs(run, "c", "x")[out], text("port-x"));
}

void TestLanguage::instancesHaveShortNames()
{
    const QString run = m_runs->start(
        "{id: a, uses: check, foreach: [{plant: north, circuit: c1, files: [a, b]}, {deep: {a: "
        "1}}, [p, q]], with: {that: true, message: no}}");
    QCOMPARE(finished(run), QStringLiteral("succeeded"));
    QCOMPARE(instances(run, "a"), QStringLiteral("c1,north … p,q"));
}

void TestLanguage::timesAndCountsComeFromInputs()
{
    const QByteArray inputs = "inputs: {time: {type: duration, default: 1s}, tries: {type: number, "
                              "default: 2}, who: {type: text}}\n";
    const QString run =
        m_runs->start("{id: a, title: 'For ${{ inputs.who }}', uses: command, again: safe, "
                      "timeout: '${{ inputs.time }}', retry: {attempts: '${{ inputs.tries }}'}, "
                      "with: {run: [sleep, 100]}}",
                      inputs, {{QStringLiteral("who"), text("Ana")}});
    QCOMPARE(finished(run), QStringLiteral("failed"));
    const RunFold now = fold(run);
    QCOMPARE(now.attempts.size(), 2);
    QVERIFY(now.attempts.last().outcome->error.message().contains(u'1'));
    const auto checklist = pinnedChecklist(now, m_runs->services().objects());
    QCOMPARE(checklist->steps.first().title.in(QStringLiteral("en")), QStringLiteral("For Ana"));
}

void TestLanguage::aTimeThatIsNoneDoesNotStart()
{
    const QByteArray text =
        "slipway: 1\nname: x\ninputs: {time: {type: text}}\nstages: [{name: s, steps: [{id: a, "
        "uses: command, timeout: '${{ inputs.time }}', with: {run: [x]}}]}]\n";
    const QString file = QStringLiteral("x.checklist.yaml");
    TestTrust::trust(m_runs->services().places, text, file);
    const auto made =
        createRun({text, file, {{QStringLiteral("time"), ::text("soon")}}}, m_runs->services());
    QVERIFY(!made);
    QCOMPARE(made.error().code(), QStringLiteral("type.duration"));
    QCOMPARE(made.error().place().line, 4);
}

void TestLanguage::aWarningHoldsNothingUp()
{
    const QString run = m_runs->start(
        "{id: a, uses: command, on-failure: warn, with: {run: 'echo bad; exit 3', shell: true}}, "
        "{id: b, uses: check, with: {that: \"${{ steps.a.outcome == 'warned' }}\", message: no}}");
    QCOMPARE(finished(run), QStringLiteral("succeeded"));
    const RunFold now = fold(run);
    const InstanceFold *warned = now.instance({QStringLiteral("a"), {}});
    QVERIFY(warned && now.isWarned(*warned));
    QCOMPARE(now.state(*warned), StepState::Succeeded);
    QCOMPARE(now.evidence(*warned).value(0).name, QStringLiteral("log"));
    QVERIFY(now.lastAttempt(*warned)->outcome->error.message().contains(u'3'));
    QVERIFY(!isWarned(run, "b"));
}

void TestLanguage::aPlanThatFailsWarnsToo()
{
    const QString run = m_runs->start("{id: a, uses: files.replace, on-failure: warn, with: {file: "
                                      "none.txt, find: a, replace: b}}, {id: b, uses: check, with: "
                                      "{that: true, message: no}}");
    QCOMPARE(finished(run), QStringLiteral("succeeded"));
    QVERIFY(isWarned(run, "a"));
}

/// One attempt at a time, and two steps ask at once while a third works.
void TestLanguage::aQuestionDoesNotTakeThePlaceOfAnother()
{
    const QByteArray asking = "uses: command, needs: [], timeout: 30s, with: {run: [cat, state], "
                              "capture: {s: {pattern: '.+'}}}, poll: {every: 1s, until: outputs.s "
                              "== 'done'}}";
    const QString run = m_runs->start("{id: a, " + asking + ", {id: b, " + asking +
                                          ", {id: c, uses: command, needs: [], with: {run: 'echo "
                                          "done > state', shell: true}}",
                                      "parallel: 1\n");
    QCOMPARE(finished(run), QStringLiteral("succeeded"));
}

void TestLanguage::whatWasCapturedIsInTheLog()
{
    const QString run = m_runs->start("{id: a, uses: command, with: {run: 'echo aside >&2; echo "
                                      "{}', shell: true, output: json}}");
    QCOMPARE(finished(run), QStringLiteral("succeeded"));
    QFile log(AttemptFolder(m_runs->services().places.attempt(run, 1)).logFile());
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray bytes = log.readAll();
    QVERIFY2(bytes.contains("aside") && bytes.contains("{}"), bytes.constData());
}

void TestLanguage::aMessageSpeaksEachLanguage()
{
    const QString run = m_runs->start(
        "{id: a, uses: check, with: {that: false, message: {en: 'Not so.', pt_BR: 'Não é.'}}}");
    QCOMPARE(finished(run), QStringLiteral("failed"));
    const RunFold now = fold(run);
    const Error error = now.attempts.first().outcome->error;
    QCOMPARE(error.message(), QStringLiteral("Not so."));
    QCOMPARE(argumentIn(error.arguments().value(0), QStringLiteral("pt_BR")),
             QStringLiteral("Não é."));
}

void TestLanguage::anAbsentInputIsEmpty()
{
    const QString run =
        m_runs->start("{id: a, uses: check, with: {that: \"${{ inputs.file == '' && inputs.folder "
                      "== '' }}\", message: no}}, {id: b, uses: command, with: {run: [echo, '${{ "
                      "inputs.words }}'], output: text}}",
                      "inputs: {file: {type: file}, folder: {type: directory}, words: {type: list, "
                      "of: text, allow-dash: true, default: [-n, -m]}}\n");
    QCOMPARE(finished(run), QStringLiteral("succeeded"));
    QCOMPARE(outputs(run, "b")[QStringLiteral("stdout")], text("-m"));
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
