// SPDX-License-Identifier: MIT
#include "core/checklist/checklist.h"

#include <QtTest>

using namespace Slipway;

namespace {

const QByteArray head = "slipway: 1\nname: x\n";

QString problemsOf(const QByteArray &bytes)
{
    QStringList lines;
    const auto read = readChecklist(bytes, QStringLiteral("a.yml"));
    for (const Error &error : read.errors)
        lines.append(error.place().text() + u' ' + error.message());
    return lines.join(u'\n');
}

/// One stage with one step that has these further keys (flow style, from column 29 on).
QByteArray withStep(const QByteArray &keys)
{
    return head + "stages:\n- name: s\n  steps:\n  - {id: one, uses: manual, " + keys + "}\n";
}

} // namespace

class TestChecklistReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void needsAreFilledIn();
    void prerequisitesFollowNeeds();
    void conditionsStandWithOrWithoutBraces();
    void refusesWithPlaceAndAdvice_data();
    void refusesWithPlaceAndAdvice();
    void findsAllProblemsInOneGo();
    void moreThanAThousandStepsAreRefused();
};

void TestChecklistReader::readsEveryKey()
{
    const auto read = readChecklist(R"(slipway: 1
name: update
title: {en: Update, pt_BR: Atualizar}
help: Some help
parallel: 2
inputs:
  branch: {type: git-branch, default: main, title: Branch, required: true}
  repos: {type: list, of: directory}
  level: {type: choice, choices: [low, high], default: low}
  stack: {pattern: 'r[0-9.]+', pattern-help: Such as r1.2}
stages:
  - name: edit
    title: Edit
    steps:
      - id: build
        title: Build
        help: Builds it
        uses: command
        with: {run: [make, '${{ inputs.branch }}'], count: 3}
        if: inputs.branch != 'main'
        foreach: ${{ inputs.repos }}
        timeout: 15m
        mode: confirm
        again: safe
        probe: {run: [test, -f, x]}
        env: {LEVEL: '${{ inputs.level }}'}
        retry: {attempts: 4, wait: 30s, backoff: 2}
        poll: {every: 10s, until: outputs.status == 0, fails: '${{ outputs.status > 2 }}'}
        parallel: 3
)",
                                    QStringLiteral("a.yml"));
    QVERIFY2(read.checklist, qPrintable(read.errors.value(0).message()));
    const Checklist &list = *read.checklist;
    QCOMPARE(list.title.in(QStringLiteral("pt_BR")), QStringLiteral("Atualizar"));
    QCOMPARE(list.parallel, 2);
    QCOMPARE(list.digest.size(), 64);
    QCOMPARE(list.input(QStringLiteral("repos"))->type.element, Type::Directory);
    QVERIFY(list.input(QStringLiteral("branch"))->isRequired);
    QCOMPARE(list.input(QStringLiteral("level"))->title.in(QStringLiteral("en")),
             QStringLiteral("level"));
    const StepSpec *step = list.step(QStringLiteral("build"));
    QVERIFY(step);
    QCOMPARE(step->stage, QStringLiteral("edit"));
    QCOMPARE(step->timeoutMs, qint64(15 * 60 * 1000));
    QCOMPARE(step->mode, Mode::Confirm);
    QCOMPARE(step->again, Again::Safe);
    QVERIFY(step->foreachOf && step->foreachOf->isExpression());
    QVERIFY(step->condition);
    QCOMPARE(step->with[QStringLiteral("count")].constant(), std::optional<Value>(Value(3)));
    QCOMPARE(step->probe.members()[QStringLiteral("run")].elements().size(), 3);
    QCOMPARE(step->retry.waitAfter(1), std::optional<qint64>(30'000));
    QCOMPARE(step->retry.waitAfter(3), std::optional<qint64>(120'000));
    QVERIFY(!step->retry.waitAfter(4));
    QVERIFY(step->poll && step->poll->fails);
    QCOMPARE(step->poll->everyMs, qint64(10'000));
    QCOMPARE(step->poll->until.text(), QStringLiteral("outputs.status == 0"));
    QCOMPARE(step->parallel, 3);
    QCOMPARE(step->place.line, 15);
    QCOMPARE(step->placeOf(QStringLiteral("uses")).line, 18);
    const auto references = step->with[QStringLiteral("run")].references();
    QCOMPARE(references.size(), 1);
    QCOMPARE(references[0].place.text(), QStringLiteral("a.yml:19:33"));
    QCOMPARE(references[0].path, QStringList({QStringLiteral("inputs"), QStringLiteral("branch")}));
}

void TestChecklistReader::needsAreFilledIn()
{
    const auto read = readChecklist(head + R"(stages:
- name: s1
  steps:
  - {id: a, uses: manual}
  - {id: b, uses: manual}
  - {id: c, uses: manual, needs: []}
- name: s2
  steps:
  - {id: d, uses: manual}
  - {id: e, uses: manual, needs: [a]}
  - {id: f, uses: manual}
)",
                                    QStringLiteral("a.yml"));
    QVERIFY(read.checklist);
    QStringList got;
    for (const StepSpec &step : read.checklist->steps)
        got.append(QStringLiteral("%1:%2%3").arg(step.id, step.needs.join(u','),
                                                 step.needsStagesBefore ? u"+" : u""));
    QCOMPARE(got.join(u' '), QStringLiteral("a:+ b:a+ c:+ d:+ e:a f:e+"));
}

void TestChecklistReader::prerequisitesFollowNeeds()
{
    const auto read = readChecklist(head + R"(stages:
- name: s1
  steps: [{id: a, uses: manual}, {id: b, uses: manual, needs: []}]
- name: s2
  steps: [{id: c, uses: manual}, {id: d, uses: manual}, {id: e, uses: manual, needs: [c]}]
)",
                                    QStringLiteral("a.yml"));
    QVERIFY(read.checklist);
    const auto before = [&](const char *id) {
        const Checklist &list = *read.checklist;
        return list.prerequisites(*list.step(QLatin1String(id))).join(u' ');
    };
    QCOMPARE(before("b"), QString());
    QCOMPARE(before("c"), QStringLiteral("a b"));
    QCOMPARE(before("d"), QStringLiteral("a b c"));
    QCOMPARE(before("e"), QStringLiteral("c"));
}

void TestChecklistReader::conditionsStandWithOrWithoutBraces()
{
    for (const char *condition :
         {"if: 'failed()'", "if: '${{ failed() }}'", "if: ' ${{failed()}} '"}) {
        const auto read = readChecklist(withStep(condition), QStringLiteral("a.yml"));
        QVERIFY2(read.checklist, condition);
        QVERIFY(read.checklist->steps.first().condition->asksForFailure());
    }
    const auto flag = readChecklist(withStep("if: false"), QStringLiteral("a.yml"));
    QVERIFY(flag.checklist);
    QCOMPARE(flag.checklist->steps.first().condition->evaluate({}).value(), Value(false));
}

void TestChecklistReader::refusesWithPlaceAndAdvice_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const QByteArray &bytes, const char *problem) {
        QTest::newRow(name) << bytes << QString::fromUtf8(problem);
    };
    const QByteArray stages = "stages: [{name: s, steps: [{id: a, uses: manual}]}]\n";
    row("not a map", "- a\n",
        "a.yml:1:1 A checklist has to be a map of keys and values, such as \"slipway: …\".");
    row("version", "slipway: 2\nname: x\n" + stages,
        "a.yml:1:10 This Slipway reads version 1 of the language. Write \"slipway: 1\", or use a "
        "newer Slipway.");
    row("missing", "name: x\n" + stages, "a.yml:1:1 A checklist needs the key 'slipway'.");
    row("no stages", head + "stages: []\n", "a.yml:3:9 A list of stages is expected here.");
    row("unknown key", head + "titel: x\n" + stages,
        "a.yml:3:1 A checklist has no key 'titel'; did you mean 'title'?");
    row("misspelled needs", withStep("need: []"),
        "a.yml:6:29 A step has no key 'need'; did you mean 'needs'?");
    row("far off", withStep("xyzzy: 1"),
        "a.yml:6:29 A step has no key 'xyzzy'. It knows: id, title, help, uses, with, needs, if, "
        "foreach, timeout, mode, again, on-failure, probe, undo, env, retry, poll, parallel.");
    row("bad id", head + "stages: [{name: s, steps: [{id: A b, uses: manual}]}]\n",
        "a.yml:3:33 'A b' is no name. A name begins with a-z and goes on with a-z, 0-9, '-' and "
        "'_', at most 64 characters.");
    row("duplicate id",
        head + "stages:\n- {name: s, steps: [{id: a, uses: m}]}\n- {name: t, steps: [{id: a, "
               "uses: m}]}\n",
        "a.yml:5:26 A step before this one has the id 'a' too. Ids are unique in the whole "
        "checklist.");
    row("duplicate stage",
        head + "stages:\n- {name: s, steps: [{id: a, uses: m}]}\n- {name: s, steps: [{id: b, "
               "uses: m}]}\n",
        "a.yml:5:10 A stage before this one is called 's' too. Give it another name.");
    row("timeout", withStep("timeout: 90"),
        "a.yml:6:38 '90' is no duration. Write a whole number with ms, s, m, h or d, such as 90s "
        "or 24h.");
    row("mode", withStep("mode: manuel"),
        "a.yml:6:35 'manuel' is none of: auto, confirm, manual; did you mean 'manual'?");
    row("foreach", withStep("foreach: abc"),
        "a.yml:6:38 'foreach' takes a list, or one ${{ }} that gives a list, such as ${{ "
        "inputs.repositories }}, or a map of such lists: then each combination.");
    row("foreach over what is no list", withStep("foreach: {a: [1], b: c}"),
        "a.yml:6:38 'foreach' takes a list, or one ${{ }} that gives a list, such as ${{ "
        "inputs.repositories }}, or a map of such lists: then each combination.");
    row("retry", withStep("retry: {wait: 5s}"), "a.yml:6:36 'retry' needs the key 'attempts'.");
    row("retry without end", withStep("retry: {attempts: 21}"),
        "a.yml:6:47 A whole number from 2 to 20 is expected here.");
    row("poll", withStep("poll: {every: 5s}"), "a.yml:6:35 'poll' needs the key 'until'.");
    row("poll without a pause", withStep("poll: {every: 10ms, until: 'true'}"),
        "a.yml:6:43 A time from 1 to 86400 seconds is expected here.");
    row("env", withStep("env: {A-B: 1}"),
        "a.yml:6:35 'A-B' is no name for an environment variable. Use letters, digits and '_'.");
    row("probe", withStep("probe: {run: x}"),
        "a.yml:6:42 'run' of a probe takes a list of texts, such as [./is-it-done.sh].");
    row("expression", withStep("with: {a: 'b ${{ inputs.x + 1 }}'}"),
        "a.yml:6:55 '+' has no meaning in an expression. It knows ! == != < <= > >= && || ( ) [ ] "
        ". and functions.");
    row("open expression", withStep("with: {a: 'b ${{ inputs.x'}"),
        "a.yml:6:42 The expression that begins here has no end. Close it with }}.");
    row("condition", withStep("if: alway()"),
        "a.yml:6:33 There is no function 'alway'; did you mean 'always'?");
    row("value key", withStep("with: {a: {é: 1}}"),
        "a.yml:6:40 The key 'é' has to be in ASCII and may not begin with '$'.");
    row("parallel", head + "parallel: 0\n" + stages,
        "a.yml:3:11 A whole number from 1 to 64 is expected here.");
    row("type", head + "inputs: {a: {type: txt}}\n" + stages,
        "a.yml:3:20 'txt' is none of: text, prose, number, flag, choice, directory, file, path, "
        "list, map, git-branch, version, digest, url, duration, secret; did you mean 'text'?");
    row("choices", head + "inputs: {a: {type: choice}}\n" + stages,
        "a.yml:3:10 An input of type choice needs the key 'choices', such as \"choices: [a, "
        "b]\".");
    row("of", head + "inputs: {a: {of: text}}\n" + stages,
        "a.yml:3:18 Only an input of type list has 'of'. Write \"type: list\".");
    row("required", head + "inputs: {a: {required: yes}}\n" + stages,
        "a.yml:3:24 true or false is expected here.");
    row("default", head + "inputs: {a: {default: '${{ run.id }}'}}\n" + stages,
        "a.yml:3:23 No ${{ }} may stand here: the value is needed before the run starts. Write it "
        "out.");
    row("language", head + "title: {english: x}\n" + stages,
        "a.yml:3:9 'english' is no language. Write one such as en or pt_BR.");
    row("yaml", head + "title: &a x\n" + stages,
        "a.yml:3:8 Anchors (&name) are not read. Write the value out at each place, or quote a "
        "text that begins with \"&\".");
}

void TestChecklistReader::refusesWithPlaceAndAdvice()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    QCOMPARE(problemsOf(bytes), problem);
}

void TestChecklistReader::findsAllProblemsInOneGo()
{
    const QString problems = problemsOf(withStep("mode: x, timeout: y, retry: 3"));
    QCOMPARE(problems.count(u'\n'), 2);
}

void TestChecklistReader::moreThanAThousandStepsAreRefused()
{
    QByteArray bytes = head + "stages:\n- name: s\n  steps:\n";
    for (int i = 0; i < 1001; ++i)
        bytes += "  - {id: s" + QByteArray::number(i) + ", uses: m}\n";
    QCOMPARE(problemsOf(bytes),
             QStringLiteral("a.yml:1006:5 A checklist has at most 1000 steps. Split it."));
}

QTEST_GUILESS_MAIN(TestChecklistReader)
#include "tst_checklistreader.moc"
