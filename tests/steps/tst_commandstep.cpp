// SPDX-License-Identifier: MIT
#include "core/steps/commandstep.h"

#include "tests/steps/stepharness.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Slipway;

namespace {

Value texts(std::initializer_list<const char *> list)
{
    QStringList values;
    for (const char *text : list)
        values.append(QString::fromUtf8(text));
    return Value::ofTexts(values);
}

Value text(const char *value)
{
    return Value(QString::fromUtf8(value));
}

Value::Map bash(const char *script)
{
    return {{QStringLiteral("run"), texts({script})}, {QStringLiteral("shell"), Value(true)}};
}

Value::Map with(Value::Map map, const char *name, const Value &value)
{
    map.insert(QString::fromUtf8(name), value);
    return map;
}

} // namespace

class TestCommandStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void runsAProgramWithoutAShell();
    void givesValuesToAShellThroughTheEnvironmentOnly();
    void runsAProgramBesideTheWork();
    void givesItsOutputAsAValue_data();
    void givesItsOutputAsAValue();
    void takesValuesOutOfWhatItPrints();
    void failsWithoutTheValuesItIsToTake();
    void answersAQuestion();
    void refusesOutputThatIsNoJson();
    void refusesOutputBeyondTheLimit();
    void endsByItsStatus_data();
    void endsByItsStatus();
    void saysTheLastLinesWithoutTerminalSequences();
    void looksAtWhatItPrints_data();
    void looksAtWhatItPrints();
    void repliesToQuestions();
    void stopsAtAQuestionWithoutAnAnswer();
    void failsWhenAQuestionNeverCame();
    void interruptsAProgramThatDoesNotEnd();
    void failsWhenItTakesTooLong();
    void isCancelled();
    void saysThatAProgramIsMissing();
    void refusesBadParameters_data();
    void refusesBadParameters();
    void probesWithAProgram_data();
    void probesWithAProgram();
    void isRepeatedOnlyWhenSaidToBeSafe();

private:
    std::unique_ptr<StepHarness> m_harness;
    CommandStep m_kind;
};

void TestCommandStep::init()
{
    m_harness = std::make_unique<StepHarness>();
}

void TestCommandStep::runsAProgramWithoutAShell()
{
    const Value hostile =
        texts({"printf", "%s|", "$(touch canary)", "; touch canary", "--x", "a b"});
    const Outcome outcome = m_harness->planAndRun(
        m_kind, {{QStringLiteral("run"), hostile}, {QStringLiteral("output"), text("text")}});
    QCOMPARE(outcome.end, Outcome::End::Succeeded);
    QCOMPARE(outcome.outputs[QStringLiteral("stdout")].text(),
             QStringLiteral("$(touch canary)|; touch canary|--x|a b|"));
    QCOMPARE(outcome.outputs[QStringLiteral("status")].number(), 0);
    QVERIFY(!m_harness->exists(QStringLiteral("canary")));
    QCOMPARE(outcome.evidence.first().name, QStringLiteral("log"));
}

void TestCommandStep::givesValuesToAShellThroughTheEnvironmentOnly()
{
    const Value::Map env{{QStringLiteral("NAME"), text("$(touch canary)\"; touch canary")}};
    const Outcome outcome = m_harness->planAndRun(
        m_kind,
        with(with(bash("printf '%s' \"$NAME\" | cat"), "env", Value(env)), "output", text("text")));
    QCOMPARE(outcome.end, Outcome::End::Succeeded);
    QCOMPARE(outcome.outputs[QStringLiteral("stdout")].text(),
             QStringLiteral("$(touch canary)\"; touch canary"));
    QVERIFY(!m_harness->exists(QStringLiteral("canary")));
}

void TestCommandStep::runsAProgramBesideTheWork()
{
    m_harness->write(QStringLiteral("stack/build.sh"), "#!/bin/sh\npwd\n");
    QFile::setPermissions(m_harness->absolute(QStringLiteral("stack/build.sh")),
                          QFile::ReadOwner | QFile::ExeOwner);
    const Outcome outcome =
        m_harness->planAndRun(m_kind, {{QStringLiteral("run"), texts({"./build.sh"})},
                                       {QStringLiteral("in"), text("stack")},
                                       {QStringLiteral("output"), text("text")}});
    QCOMPARE(outcome.error.message(), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("stdout")].text(),
             m_harness->workspace() + QStringLiteral("/stack"));
}

void TestCommandStep::givesItsOutputAsAValue_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("json");
    QTest::newRow("text") << "text"
                          << " one \\n two\\n"
                          << "stdout"
                          << "\"one \\n two\"";
    QTest::newRow("lines") << "lines"
                           << "one\\n\\ntwo\\n"
                           << "lines"
                           << "[\"one\",\"two\"]";
    QTest::newRow("json") << "json"
                          << "{\"a\":[1,true,null]}"
                          << "json"
                          << "{\"a\":[1,true,null]}";
    QTest::newRow("fraction") << "json"
                              << "[1.5]"
                              << "json"
                              << "[\"1.5\"]";
}

void TestCommandStep::givesItsOutputAsAValue()
{
    QFETCH(QString, form);
    QFETCH(QString, printed);
    QFETCH(QString, output);
    QFETCH(QString, json);
    const Outcome outcome = m_harness->planAndRun(
        m_kind, {{QStringLiteral("run"), Value::ofTexts({QStringLiteral("printf"), printed})},
                 {QStringLiteral("output"), Value(form)}});
    QCOMPARE(outcome.error.message(), QString());
    const Value value = outcome.outputs[output];
    const QString shown = value.isText() ? Value(Value::List{value}).display() : value.display();
    QCOMPARE(shown, value.isText() ? u'[' + json + u']' : json);
    QCOMPARE(outcome.evidence.last().name, QStringLiteral("stdout"));
}

void TestCommandStep::takesValuesOutOfWhatItPrints()
{
    const auto member = [](const char *path) {
        return Value(Value::Map{{QStringLiteral("json"), text(path)}});
    };
    const auto pattern = [](const char *expression) {
        return Value(Value::Map{{QStringLiteral("pattern"), text(expression)}});
    };
    const Value both(Value::Map{{QStringLiteral("name"), member("job.name")},
                                {QStringLiteral("warning"), pattern("^warning: (.*)")}});
    const Outcome outcome = m_harness->planAndRun(
        m_kind, with(bash("echo 'warning: old' >&2; echo '{\"job\": {\"name\": \"j-1\"}}'"),
                     "capture", both));
    QCOMPARE(outcome.error.message(), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("name")], text("j-1"));
    QCOMPARE(outcome.outputs[QStringLiteral("warning")], text("old"));
    const Value lone(Value::Map{{QStringLiteral("name"), member(".")}});
    const Outcome alone =
        m_harness->planAndRun(m_kind, with(bash("echo '\"deployment-1\"'"), "capture", lone));
    QCOMPARE(alone.outputs[QStringLiteral("name")], text("deployment-1"));
    // Patterns alone leave the output in the log, where one sees it while it runs.
    const Value line(Value::Map{{QStringLiteral("tag"), pattern("pushed (\\S+)")}});
    const Outcome logged =
        m_harness->planAndRun(m_kind, with(bash("echo pushed v1.2"), "capture", line));
    QCOMPARE(logged.outputs[QStringLiteral("tag")], text("v1.2"));
    QCOMPARE(logged.evidence.size(), 1);
}

void TestCommandStep::failsWithoutTheValuesItIsToTake()
{
    const Value state(Value::Map{{QStringLiteral("json"), text("state")}});
    const Value capture(Value::Map{{QStringLiteral("state"), state}});
    const auto codeOf = [&](const char *script) {
        return m_harness->planAndRun(m_kind, with(bash(script), "capture", capture)).error.code();
    };
    QCOMPARE(codeOf("echo '{}'"), QStringLiteral("capture.no-member"));
    QCOMPARE(codeOf("echo no JSON"), QStringLiteral("command.bad-json"));
    QCOMPARE(codeOf("head -c 5000000 /dev/zero | tr '\\0' x"),
             QStringLiteral("command.capture-too-large"));
}

void TestCommandStep::answersAQuestion()
{
    const auto answer = [this](const Value::Map &parameters) {
        const auto intent = m_harness->plan(m_kind, parameters);
        return intent ? m_kind.question(*intent, m_harness->context(*intent))
                      : Outcome::failed(intent.error());
    };
    const Outcome good = answer(with(bash("echo hi"), "output", text("text")));
    QCOMPARE(good.end, Outcome::End::Succeeded);
    QCOMPARE(good.outputs[QStringLiteral("stdout")], text("hi"));
    QCOMPARE(good.outputs[QStringLiteral("status")], Value(0));
    const Outcome bad = answer(bash("echo why >&2; exit 3"));
    QCOMPARE(bad.error.code(), QStringLiteral("command.no-answer"));
    QCOMPARE(bad.error.detail(), QStringLiteral("why"));
    const Outcome missing = answer({{QStringLiteral("run"), texts({"no-such-program-anywhere"})}});
    QCOMPARE(missing.error.code(), QStringLiteral("poll.hopeless"));
    const Outcome onTerminal = answer(with(bash("true"), "terminal", Value(true)));
    QCOMPARE(onTerminal.error.code(), QStringLiteral("poll.hopeless"));
}

void TestCommandStep::refusesOutputThatIsNoJson()
{
    for (const char *printed :
         {"nothing", "{\"a\":", "{\"$unknown\":true}", "{\"\\303\\244\":1}"}) {
        const Outcome outcome =
            m_harness->planAndRun(m_kind, {{QStringLiteral("run"), texts({"printf", printed})},
                                           {QStringLiteral("output"), text("json")}});
        QCOMPARE(outcome.end, Outcome::End::Failed);
        QVERIFY2(outcome.error.code().startsWith(QLatin1String("command.")), printed);
    }
}

void TestCommandStep::refusesOutputBeyondTheLimit()
{
    const Outcome outcome = m_harness->planAndRun(
        m_kind, with(bash("head -c 65537 /dev/zero | tr '\\0' x"), "output", text("text")));
    QCOMPARE(outcome.error.code(), QStringLiteral("command.output-too-large"));
}

void TestCommandStep::endsByItsStatus_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QList<int>>("codes");
    QTest::addColumn<QString>("error");
    QTest::newRow("0") << "exit 0" << QList<int>{} << "";
    QTest::newRow("3") << "exit 3" << QList<int>{} << "program.failed";
    QTest::newRow("3 is fine") << "exit 3" << QList<int>{0, 3} << "";
    QTest::newRow("0 is not") << "exit 0" << QList<int>{3} << "command.unexpected-success";
    QTest::newRow("signal") << "kill -9 $$" << QList<int>{} << "program.signalled";
}

void TestCommandStep::endsByItsStatus()
{
    QFETCH(QString, script);
    QFETCH(QList<int>, codes);
    QFETCH(QString, error);
    Value::List allowed;
    for (const int code : codes)
        allowed.append(Value(code));
    Value::Map parameters = bash(script.toUtf8().constData());
    if (!codes.isEmpty())
        parameters.insert(QStringLiteral("success-codes"), Value(allowed));
    const Outcome outcome = m_harness->planAndRun(m_kind, parameters);
    QCOMPARE(outcome.error.code(), error);
}

void TestCommandStep::saysTheLastLinesWithoutTerminalSequences()
{
    const Outcome outcome = m_harness->planAndRun(
        m_kind, bash("seq 1 40; printf "
                     "'10%%\\r90%%\\n\\033[31mbroken\\033[0m\\033]0;title\\007\\n' >&2; exit 1"));
    QCOMPARE(outcome.end, Outcome::End::Failed);
    const QStringList lines = outcome.error.detail().split(u'\n');
    QCOMPARE(lines.size(), 15);
    QCOMPARE(lines.at(13), QStringLiteral("90%"));
    QCOMPARE(lines.at(14), QStringLiteral("broken"));
}

void TestCommandStep::looksAtWhatItPrints_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("error");
    QTest::newRow("expected") << "expect"
                              << "^[0-9]+ passed$"
                              << "";
    QTest::newRow("not there") << "expect"
                               << "^[0-9]+ skipped"
                               << "command.expected-output";
    QTest::newRow("rejected") << "reject"
                              << "[1-9] failed"
                              << "command.rejected-output";
    QTest::newRow("not rejected") << "reject"
                                  << "[5-9] failed"
                                  << "";
}

void TestCommandStep::looksAtWhatItPrints()
{
    QFETCH(QString, parameter);
    QFETCH(QString, pattern);
    QFETCH(QString, error);
    const Outcome outcome = m_harness->planAndRun(
        m_kind, with(bash("echo 12 passed; printf '\\033[1m3 failed\\033[0m\\r\\n'"),
                     parameter.toUtf8().constData(), Value(pattern)));
    QCOMPARE(outcome.error.code(), error);
}

void TestCommandStep::repliesToQuestions()
{
    const auto answer = [](const char *prompt, const char *reply) {
        return Value(Value::Map{{QStringLiteral("prompt"), text(prompt)},
                                {QStringLiteral("reply"), text(reply)}});
    };
    const Value answers(Value::List{answer("model", "no"), answer("go on", "yes")});
    const Outcome outcome = m_harness->planAndRun(
        m_kind, with(with(bash("read -p 'Which model? ' a; read -p 'Really go on? ' b; "
                               "echo \"got $a and $b\""),
                          "answers", answers),
                     "expect", text("got no and yes")));
    QCOMPARE(outcome.error.message(), QString());
}

void TestCommandStep::stopsAtAQuestionWithoutAnAnswer()
{
    Value::Map parameters = with(bash("read -p 'Your name? ' a"), "terminal", Value(true));
    parameters.insert(QStringLiteral("prompt-wait"), text("1s"));
    const Outcome outcome = m_harness->planAndRun(m_kind, parameters);
    QCOMPARE(outcome.error.code(), QStringLiteral("program.prompt-unexpected"));
    QVERIFY(outcome.error.message().contains(QStringLiteral("Your name?")));
}

void TestCommandStep::failsWhenAQuestionNeverCame()
{
    const Value answers(Value::List{Value(Value::Map{{QStringLiteral("prompt"), text("Continue")},
                                                     {QStringLiteral("reply"), text("yes")}})});
    const Outcome outcome =
        m_harness->planAndRun(m_kind, with(bash("echo nothing asked"), "answers", answers));
    QCOMPARE(outcome.error.code(), QStringLiteral("program.prompt-missing"));
}

void TestCommandStep::interruptsAProgramThatDoesNotEnd()
{
    const char *loop = "trap 'echo stopped by the user; exit 0' INT; while :; do echo round; "
                       "sleep 0.1; done";
    const Outcome byTime =
        m_harness->planAndRun(m_kind, with(with(bash(loop), "interrupt-after", text("500ms")),
                                           "expect", text("^stopped by")));
    QCOMPARE(byTime.error.message(), QString());
    const Outcome byLine = m_harness->planAndRun(
        m_kind, with(bash("echo ready; exec sleep 60"), "interrupt-when", text("^ready")));
    QCOMPARE(byLine.error.message(), QString());
    QCOMPARE(byLine.outputs[QStringLiteral("status")].number(), 130);
}

void TestCommandStep::failsWhenItTakesTooLong()
{
    m_harness->setTimeoutMs(500);
    const Outcome outcome = m_harness->planAndRun(m_kind, bash("sleep 60"));
    QCOMPARE(outcome.error.code(), QStringLiteral("program.timeout"));
}

void TestCommandStep::isCancelled()
{
    const auto intent = m_harness->plan(m_kind, bash("sleep 60"));
    QVERIFY(intent);
    QVERIFY(m_harness->start(*intent));
    QVERIFY(m_harness->context(*intent).attempt.requestCancel());
    const Outcome outcome = m_harness->finish(m_kind, *intent);
    QCOMPARE(outcome.end, Outcome::End::Cancelled);
    QCOMPARE(outcome.evidence.size(), 1);
}

void TestCommandStep::saysThatAProgramIsMissing()
{
    const Outcome outcome = m_harness->planAndRun(
        m_kind, {{QStringLiteral("run"), texts({"no-such-program-anywhere"})}});
    QCOMPARE(outcome.error.code(), QStringLiteral("program.missing"));
}

void TestCommandStep::refusesBadParameters_data()
{
    QTest::addColumn<Value::Map>("parameters");
    QTest::addColumn<QString>("error");
    const Value::Map fine{{QStringLiteral("run"), texts({"true"})}};
    QTest::newRow("empty") << Value::Map{{QStringLiteral("run"), Value(Value::List())}}
                           << "command.no-program";
    QTest::newRow("shell list") << Value::Map{{QStringLiteral("run"), texts({"echo", "a"})},
                                              {QStringLiteral("shell"), Value(true)}}
                                << "command.shell-list";
    QTest::newRow("pattern") << with(fine, "expect", text("(")) << "command.bad-pattern";
    QTest::newRow("variable") << with(fine, "env",
                                      Value(Value::Map{{QStringLiteral("1A"), text("x")}}))
                              << "command.bad-environment";
    QTest::newRow("answer") << with(fine, "answers",
                                    Value(Value::List{
                                        Value(Value::Map{{QStringLiteral("reply"), text("yes")}})}))
                            << "command.bad-answer";
    QTest::newRow("terminal and output")
        << with(with(fine, "terminal", Value(true)), "output", text("text"))
        << "command.terminal-output";
}

void TestCommandStep::refusesBadParameters()
{
    QFETCH(Value::Map, parameters);
    QFETCH(QString, error);
    const auto intent = m_harness->plan(m_kind, parameters);
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), error);
}

void TestCommandStep::probesWithAProgram_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("verdict");
    QTest::newRow("done") << 0 << int(Finding::Verdict::Done);
    QTest::newRow("not done") << 10 << int(Finding::Verdict::NotDone);
    QTest::newRow("cannot tell") << 1 << int(Finding::Verdict::Unknown);
}

void TestCommandStep::probesWithAProgram()
{
    QFETCH(int, status);
    QFETCH(int, verdict);
    const Value probe(Value::Map{
        {QStringLiteral("run"), Value::ofTexts({QStringLiteral("bash"), QStringLiteral("-c"),
                                                QStringLiteral("exit %1").arg(status)})}});
    const auto intent = m_harness->plan(m_kind, with(bash("true"), "probe", probe));
    QVERIFY(intent);
    QCOMPARE(int(m_harness->probe(m_kind, *intent).verdict), verdict);
}

void TestCommandStep::isRepeatedOnlyWhenSaidToBeSafe()
{
    const auto unsafe = m_harness->plan(m_kind, bash("true"));
    const auto safe = m_harness->plan(m_kind, with(bash("true"), "again", text("safe")));
    QVERIFY(unsafe && safe);
    QCOMPARE(m_harness->probe(m_kind, *unsafe).verdict, Finding::Verdict::Unknown);
    QCOMPARE(m_harness->probe(m_kind, *safe).verdict, Finding::Verdict::NotDone);
    QVERIFY(m_kind.isRepeatable(*safe));
}

QTEST_GUILESS_MAIN(TestCommandStep)
#include "tst_commandstep.moc"
