// SPDX-License-Identifier: MIT
#include "core/checklist/lint.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace Slipway;

namespace {

TypeSpec listOf(Type element)
{
    return {Type::List, {}, element, false};
}

Catalogue catalogue()
{
    KindSpec build;
    build.name = QStringLiteral("build");
    build.parameters = {{QStringLiteral("run"), listOf(Type::Text), true, ""},
                        {QStringLiteral("count"), {Type::Number, {}, Type::Text, false}, false, ""},
                        {QStringLiteral("options"), {Type::Map, {}, Type::Text, false}, false, ""}};
    build.parameters[0].literalWhen = QStringLiteral("shell");
    build.parameters.append(
        {QStringLiteral("shell"), {Type::Flag, {}, Type::Text, false}, false, ""});
    build.outputs = {{QStringLiteral("wheel"), Type::Text, ""}};
    build.evidence = {QStringLiteral("log")};
    KindSpec manual;
    manual.name = QStringLiteral("manual");
    manual.doer = Doer::Person;
    KindSpec approval;
    approval.name = QStringLiteral("approval");
    approval.doer = Doer::Quorum;
    approval.parameters = {{QStringLiteral("evidence"), listOf(Type::Text), false, ""}};
    KindSpec program;
    program.name = QStringLiteral("program");
    program.parameters = {{QStringLiteral("again"), {Type::Any, {}, Type::Text, false}, false, ""},
                          {QStringLiteral("take"), {Type::Map, {}, Type::Text, false}, false, ""}};
    program.outputs = {{QStringLiteral("status"), Type::Number, ""}};
    program.outputsIn = QStringLiteral("take");
    program.canBePolled = true;
    return {{build.name, build},
            {manual.name, manual},
            {approval.name, approval},
            {program.name, program}};
}

Checklist read(const QByteArray &rest)
{
    const auto read = readChecklist("slipway: 1\nname: x\n" + rest, QStringLiteral("a.yml"));
    return read.checklist.value_or(Checklist());
}

QString findingsOf(const QByteArray &rest)
{
    const Checklist checklist = read(rest);
    if (checklist.steps.isEmpty())
        return QStringLiteral("not read");
    QStringList lines;
    const auto findings = lint(checklist, catalogue());
    for (const LintFinding &finding : findings)
        lines.append((finding.severity == LintFinding::Severity::Warning
                          ? QStringLiteral("warning ")
                          : QString()) +
                     finding.problem.place().text() + u' ' + finding.problem.message());
    return lines.join(u'\n');
}

/// Step a builds and leaves outputs, step b has these keys.
QByteArray after(const QByteArray &keys)
{
    return "stages:\n- name: s\n  steps:\n  - {id: a, uses: build, with: {run: [make]}}\n  - {id: "
           "b, " +
           keys + "}\n";
}

} // namespace

class TestLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void aThousandStepsAreCheckedInTime();
    void inputsAreResolved();
    void wrongInputsAreNamed_data();
    void wrongInputsAreNamed();
};

void TestLint::findsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &rest, const char *expected) {
        QTest::newRow(name) << rest << QString::fromUtf8(expected);
    };
    row("nothing", after("uses: build, with: {run: ['${{ steps.a.outputs.wheel }}']}"), "");
    row("kind", after("uses: biuld"),
        "a.yml:7:19 There is no kind of step 'biuld'; did you mean "
        "'build'?");
    row("undo",
        after("uses: build, with: {run: [x]}, undo: {uses: build, with: {run: "
              "['${{ steps.a.outputs.wheel }}']}}"),
        "");
    row("retry", after("uses: program, again: safe, retry: {attempts: 2, wait: 5s}"), "");
    row("retry with a probe", after("uses: program, probe: {run: [look]}, retry: {attempts: 2}"),
        "");
    row("retry of a kind that knows itself",
        after("uses: build, with: {run: [x]}, retry: {attempts: 2}"), "");
    row("retry of what may have happened", after("uses: program, retry: {attempts: 2}"),
        "a.yml:7:35 Nobody knows what 'b' had done when it failed, so it is not tried again by "
        "itself. Say 'again: safe' if it may be repeated, or give it a 'probe' that tells whether "
        "it was done.");
    row("retry that is taken back",
        after("uses: program, again: safe, with: {again: ask}, retry: {attempts: 2}"),
        "a.yml:7:68 Nobody knows what 'b' had done when it failed, so it is not tried again by "
        "itself. Say 'again: safe' if it may be repeated, or give it a 'probe' that tells whether "
        "it was done.");
    row("retry by people", after("uses: manual, retry: {attempts: 2}"),
        "a.yml:7:34 'b' is done by people, and 'retry' is for what Slipway does. Leave it out.");
    row("poll",
        after("uses: program, timeout: 1m, poll: {every: 5s, until: outputs.status == 0, fails: "
              "steps.a.outputs.wheel == 'x'}"),
        "");
    row("taken output without a place", after("uses: program, with: {take: {state: x}}"),
        "a.yml:7:49 'state' has to say where its value stands: {json: PATH} or {pattern: '…'}, "
        "and it may have a type, of and default.");
    row("taken output of the kind's own name",
        after("uses: program, with: {take: {status: {json: a}}}"),
        "a.yml:7:50 'status' cannot be the name of a further output. Use a-z, 0-9, '-' and '_', "
        "and none of: status.");
    row("poll with taken outputs",
        after("uses: program, timeout: 1m, with: {take: {state: {json: a.b}}}, poll: {every: 5s, "
              "until: "
              "outputs.state == 'Completed'}"),
        "");
    row("poll for ever", after("uses: program, poll: {every: 5s, until: outputs.status == 0}"),
        "a.yml:7:34 'b' would ask for ever. Say with 'timeout' for how long, such as 'timeout: "
        "15m'.");
    row("poll of what changes something",
        after("uses: build, timeout: 1m, with: {run: [x]}, poll: {every: 5s, until: 'true'}"),
        "a.yml:7:63 Only a step that asks something and changes nothing can have a 'poll'; 'b' "
        "(build) cannot. These kinds can, where their mode is not manual: program.");
    row("poll for an output that is not there",
        after("uses: program, timeout: 1m, poll: {every: 5s, until: outputs.statsu == 0}"),
        "a.yml:7:66 The step 'b' (program) has no output 'statsu'; did you mean 'status'?");
    row("answers outside of poll", after("uses: program, if: outputs.status == 0"),
        "a.yml:7:32 'outputs.status' names nothing. Texts stand in single quotes; values are "
        "inputs, steps, run, item, secrets.");
    row("parallel without foreach", after("uses: program, parallel: 2"),
        "a.yml:7:38 'parallel' of a step says how many instances of its 'foreach' run at a time, "
        "and 'b' has none.");
    row("kind of undo", after("uses: build, with: {run: [x]}, undo: {uses: biuld}"),
        "a.yml:7:57 There is no kind of step 'biuld'; did you mean 'build'?");
    row("parameter of undo",
        after("uses: build, with: {run: [x]}, undo: {uses: build, with: {run: [x], cuont: 1}}"),
        "a.yml:7:88 build has no parameter 'cuont'; did you mean 'count'?");
    row("missing parameter of undo",
        after("uses: build, with: {run: [x]}, undo: {uses: build, with: {count: 1}}"),
        "a.yml:7:57 'b' needs the parameter 'run' of build. Write it below 'with'.");
    row("undo by people", after("uses: build, with: {run: [x]}, undo: {uses: manual}"),
        "a.yml:7:57 'manual' is done by people, so it cannot undo a step. Leave 'undo' out and "
        "say in 'help' what a person has to do.");
    row("undo with own outputs",
        after("uses: build, with: {run: [x]}, undo: {uses: build, with: {run: "
              "['${{ steps.b.outputs.wheel }}']}}"),
        "a.yml:7:82 What 'undo' is given is fixed before the step begins, so it cannot use "
        "outputs of 'b' itself.");
    row("no kind", after("uses: xyz"), "a.yml:7:19 There is no kind of step 'xyz'.");
    row("missing parameter", after("uses: build"),
        "a.yml:7:19 'b' needs the parameter 'run' of build. Write it below 'with'.");
    row("unknown parameter", after("uses: build, with: {run: [x], cuont: 1}"),
        "a.yml:7:50 build has no parameter 'cuont'; did you mean 'count'?");
    row("value", after("uses: build, with: {run: [x], count: many}"),
        "a.yml:7:50 The value of 'count' does not fit: 'many' is no whole number. Write digits "
        "only, such as 42.");
    row("element beside an expression", after("uses: build, with: {run: ['${{ run.id }}', '-x']}"),
        "a.yml:7:57 The value of 'run' does not fit: '-x' begins with '-' and could be taken for "
        "an option. Begin with another character.");
    row("program text", after("uses: build, with: {run: ['x ${{ run.id }}'], shell: true}"),
        "a.yml:7:38 With 'shell' no ${{ }} may stand in 'run': what it gives would become part of "
        "the program. Put it into 'env' and use \"$NAME\" here.");
    row("no program text", after("uses: build, with: {run: ['x ${{ run.id }}'], shell: false}"),
        "");
    row("shape", after("uses: build, with: {run: [x], options: ['${{ run.id }}']}"),
        "a.yml:7:52 The value of 'options' does not fit: A map is expected here, not a list.");
    row("input",
        "inputs: {branch: {}}\n" + after("uses: manual, if: inputs.brnach == "
                                         "inputs.branch"),
        "a.yml:8:31 There is no input 'brnach'; did you mean 'branch'?");
    row("what follows",
        "inputs: {branch: {}}\n" + after("uses: manual") +
            "follow-up:\n- {checklist: back, title: Back, if: steps.b.outcome != 'skipped', with: "
            "{wheel: '${{ steps.a.outputs.wheel }}', branch: '${{ inputs.branch }}'}}\n",
        "");
    row("what follows reads what is not there",
        after("uses: manual") +
            "follow-up:\n- checklist: back\n  title: Back\n  if: steps.c.outcome\n  with: {x: "
            "'${{ inputs.y }}', z: '${{ item }}'}\n",
        "a.yml:11:7 There is no step 'c'; did you mean 'a'?\n"
        "a.yml:12:18 There is no input 'y'.\n"
        "a.yml:12:40 'item' has a value only below 'with', 'env', 'if', 'probe', 'undo' and "
        "'poll' of a step with 'foreach'.");
    row("unused input", "inputs: {branch: {}}\n" + after("uses: manual"),
        "warning a.yml:3:10 The input 'branch' is used nowhere. Use it as ${{ inputs.branch }}, or "
        "remove it.");
    row("default",
        "inputs: {n: {type: number, default: x}}\n" + after("uses: manual, if: inputs.n"),
        "a.yml:3:10 The input 'n': 'x' is no whole number. Write digits only, such as 42.");
    row("step", after("uses: manual, if: steps.aa.outcome"),
        "a.yml:7:31 There is no step 'aa'; did you mean 'a'?");
    row("itself", after("uses: manual, if: steps.b.outcome"),
        "a.yml:7:31 The step 'b' is not finished before 'b'. Add it to the 'needs' of 'b', or move "
        "it to a stage before.");
    row("not before", after("uses: manual, needs: [], if: steps.a.outcome"),
        "a.yml:7:42 The step 'a' is not finished before 'b'. Add it to the 'needs' of 'b', or move "
        "it to a stage before.");
    row("output", after("uses: manual, if: steps.a.outputs.weel"),
        "a.yml:7:31 The step 'a' (build) has no output 'weel'; did you mean 'wheel'?");
    row("member", after("uses: manual, if: steps.a.output.wheel"),
        "a.yml:7:31 A step has no 'output'; did you mean 'outputs'?");
    row("all", after("uses: manual, if: steps.a.all"),
        "a.yml:7:31 'a' has no foreach, so it has no 'all'. Use steps.a.outputs.");
    row("outputs of foreach",
        "stages: [{name: s, steps: [{id: a, uses: manual, foreach: [1]}, {id: b, uses: manual, if: "
        "steps.a.outputs.x}]}]\n",
        "a.yml:3:91 'a' has a foreach, so its outputs are a list: steps.a.all[0].outputs, or of "
        "one instance steps.a[item].outputs.");
    row("instance",
        "stages: [{name: s, steps: [{id: a, uses: build, with: {run: [x]}, foreach: [1]}, {id: b, "
        "uses: manual, foreach: [1], if: 'steps.a[item].outputs.wheel'}]}]\n",
        "");
    row("instance of one", after("uses: manual, foreach: [1], if: 'steps.a[item].outputs.wheel'"),
        "a.yml:7:46 'a' has no foreach, so it has no instances to choose from. Use "
        "steps.a.outputs.");
    row("times by steps", after("uses: manual, timeout: '${{ steps.a.outputs.wheel }}'"),
        "a.yml:7:41 'timeout' is known before the run begins, so only inputs can stand in it, such "
        "as ${{ inputs.name }}.");
    row("a person's warning", after("uses: manual, on-failure: warn"),
        "a.yml:7:39 'b' is done by people, and what they say is no warning. Leave 'on-failure' "
        "out.");
    row("name", after("uses: manual, if: input.x"),
        "a.yml:7:31 'input.x' names nothing (values are inputs, steps, run, item, secrets); did "
        "you mean "
        "'inputs'?");
    row("run", after("uses: manual, if: run.ids"),
        "a.yml:7:31 'run.ids' names nothing (values are id, workspace); did you mean 'id'?");
    row("item", after("uses: build, with: {run: ['${{ item }}']}"),
        "a.yml:7:44 'item' has a value only below 'with', 'env', 'if', 'probe', 'undo' and 'poll' "
        "of a step with "
        "'foreach'.");
    row("item of foreach", after("uses: build, foreach: [1], with: {run: ['${{ item }}']}"), "");
    row("needs", after("uses: manual, needs: [aa]"),
        "a.yml:7:34 'b' needs the step 'aa', which does not exist; did you mean 'a'?");
    row("circle of one", after("uses: manual, needs: [b]"),
        "a.yml:7:34 These steps wait for each other: b needs b. Take one of the needs out.");
    row("circle",
        "stages:\n- name: s\n  steps:\n  - {id: a, uses: manual, needs: [c]}\n  - {id: b, uses: "
        "manual}\n- name: t\n  steps:\n  - {id: c, uses: manual}\n",
        "a.yml:6:34 These steps wait for each other: a needs c, c needs a. Take one of the needs "
        "out.");
    row("evidence", after("uses: approval, with: {evidence: [steps.a.evidence.log]}"), "");
    row("no such evidence", after("uses: approval, with: {evidence: [steps.a.evidence.lok]}"),
        "a.yml:7:47 The step 'a' (build) leaves no evidence 'lok'; did you mean 'log'?");
    row("evidence of nobody", after("uses: approval, with: {evidence: [steps.x.evidence.log]}"),
        "a.yml:7:47 There is no step 'x'; did you mean 'a'?");
    row("evidence form", after("uses: approval, with: {evidence: [a.log]}"),
        "a.yml:7:47 Evidence is named as steps.ID.evidence.NAME, such as "
        "steps.build.evidence.log.");
    row("language", "title: {en: T, pt_BR: T}\n" + after("uses: manual, title: {en: Only}"),
        "warning a.yml:8:34 A text of 'b' is missing in pt_BR, which other texts here have. Add "
        "it: {pt_BR: …}.");
    row("one language", after("uses: manual, title: Only"), "");
}

void TestLint::findsWhatIsWrong()
{
    QFETCH(QByteArray, rest);
    QFETCH(QString, expected);
    QCOMPARE(findingsOf(rest), expected);
}

void TestLint::aThousandStepsAreCheckedInTime()
{
    QByteArray chain = "stages:\n";
    for (int i = 0; i < 1000; ++i)
        chain += "- {name: t" + QByteArray::number(i) + ", steps: [{id: s" + QByteArray::number(i) +
                 ", uses: manual, if: steps.s" + QByteArray::number(i > 0 ? i - 1 : 0) +
                 ".outcome}]}\n";
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(findingsOf(chain).count(QLatin1String("a.yml")), 1); // s0 asks for itself
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

void TestLint::inputsAreResolved()
{
    const Checklist checklist = read("inputs: {a: {default: x}, b: {type: list, of: number}, c: "
                                     "{type: flag}, d: {type: version}, "
                                     "e: {type: list}}\n" +
                                     after("uses: manual"));
    const auto values = resolveInputs(checklist,
                                      {{QStringLiteral("b"), Value(QStringLiteral("7"))},
                                       {QStringLiteral("d"), Value(QString())}},
                                      false);
    QVERIFY2(values, "these inputs fit");
    const Value::Map expected{{QStringLiteral("a"), Value(QStringLiteral("x"))},
                              {QStringLiteral("b"), Value(Value::List{Value(7)})},
                              {QStringLiteral("c"), Value(false)},
                              {QStringLiteral("d"), Value()},
                              {QStringLiteral("e"), Value(Value::List())}};
    QCOMPARE(*values, expected);
}

void TestLint::wrongInputsAreNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *text, const char *problem) {
        QTest::addRow("%s=%s", name, text)
            << QString::fromUtf8(name) << QString::fromUtf8(text) << QString::fromUtf8(problem);
    };
    row("must", "", "The input 'must' is needed. Give it a text.");
    row("mast", "x", "The checklist has no input 'mast'; did you mean 'must'?");
    row("stack", "1.6", "The input 'stack': '1.6' does not fit. A stack looks like r1.6.19.");
    row("stack", "r1 ", "The input 'stack': 'r1 ' does not fit. A stack looks like r1.6.19.");
    row("level", "mid", "The input 'level': 'mid' is none of the choices: low, high.");
    row("folder", "/nowhere/at/all",
        "The input 'folder': There is no folder /nowhere/at/all. Name one that exists.");
}

void TestLint::wrongInputsAreNamed()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    QFETCH(QString, problem);
    const Checklist checklist = read("inputs:\n"
                                     "  must: {required: true}\n"
                                     "  stack: {pattern: 'r[0-9.]+', pattern-help: A stack looks "
                                     "like r1.6.19.}\n"
                                     "  level: {type: choice, choices: [low, high]}\n"
                                     "  folder: {type: directory}\n" +
                                     after("uses: manual"));
    Value::Map given{{QStringLiteral("must"), Value(QStringLiteral("x"))}};
    given.insert(name, Value(text));
    const auto values = resolveInputs(checklist, given, true);
    QVERIFY(!values);
    QCOMPARE(values.error().message(), problem);
}

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
