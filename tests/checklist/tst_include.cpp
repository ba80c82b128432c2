// SPDX-License-Identifier: MIT
#include "core/checklist/lint.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace Slipway;

namespace {

const QByteArray group = R"(slipway: 1
parameters:
  folder: {type: path}
  files: {type: list, of: path, default: [a.txt]}
steps:
  - {id: build, uses: program, with: {in: '${{ parameters.folder }}', files: '${{ parameters.files }}'}}
  - {id: test, uses: program, if: "steps.build.outputs.ok && parameters.folder != 'x'", with: {in: 'at/${{ parameters.folder }}'}}
  - {id: side, uses: program, needs: []}
)";

Catalogue catalogue()
{
    KindSpec program;
    program.name = QStringLiteral("program");
    program.parameters = {
        {QStringLiteral("in"), {Type::Path, {}, Type::Text, false}, false, ""},
        {QStringLiteral("files"), {Type::List, {}, Type::Path, false}, false, ""}};
    program.outputs = {{QStringLiteral("ok"), Type::Flag, ""}};
    program.evidence = {QStringLiteral("log")};
    KindSpec approval;
    approval.name = QStringLiteral("approval");
    approval.doer = Doer::Quorum;
    approval.parameters = {
        {QStringLiteral("evidence"), {Type::List, {}, Type::Text, false}, false, ""}};
    return {{program.name, program}, {approval.name, approval}};
}

/// Files in memory beside the checklist.
ReadChecklist read(const QByteArray &steps, const QMap<QString, QByteArray> &files = {})
{
    return readChecklist("slipway: 1\nname: x\nstages:\n- name: s\n  steps:\n" + steps,
                         QStringLiteral("dir/a.yml"), [files](const QString &path) {
                             return files.contains(path) ? Result<QByteArray>(files[path])
                                                         : Error(QStringLiteral("missing"),
                                                                 "There is no %1.", {path});
                         });
}

QString problemsOf(const ReadChecklist &read)
{
    QStringList lines;
    for (const Error &error : read.errors)
        lines.append(error.place().text() + u' ' + error.message());
    if (read.checklist) {
        const auto findings = lint(*read.checklist, catalogue());
        for (const LintFinding &finding : findings)
            lines.append(finding.problem.place().text() + u' ' + finding.problem.message());
    }
    return lines.join(u'\n');
}

QMap<QString, QByteArray> withGroup()
{
    return {{QStringLiteral("g.yml"), group}};
}

} // namespace

class TestInclude : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesItsPlaceInTheChecklist();
    void parametersAreWhatWasGiven();
    void theSameGroupTwiceIsTwoGroups();
    void groupsIncludeGroups();
    void evidenceOfAGroupIsNamed();
    void aConditionHoldsForTheWholeGroup();
    void conditionsReadAsInTheWholeChecklist();
    void titlesAndTimesTakeParameters();
    void helpTakesParameters();
    void changesOfAGroupAreChangesOfItsSteps();
    void problemsNameTheFile_data();
    void problemsNameTheFile();
    void circlesAndDepthAreRefused();
    void nothingOutsideTheFolderIsRead();
};

void TestInclude::takesItsPlaceInTheChecklist()
{
    const auto made = read("  - {id: before, uses: program}\n"
                           "  - {include: g.yml, id: first, with: {folder: work}}\n"
                           "  - {id: after, uses: program}\n"
                           "  - {id: later, uses: program, needs: [first]}\n"
                           "  - {id: one, uses: program, needs: [first.build], if: "
                           "steps.first.build.outputs.ok}\n",
                           withGroup());
    QVERIFY2(problemsOf(made).isEmpty(), qPrintable(problemsOf(made)));
    QStringList needs;
    for (const StepSpec &step : made.checklist->steps)
        needs.append(step.id + u':' + step.needs.join(u','));
    QCOMPARE(needs.join(u' '),
             QStringLiteral("before: first.build:before first.test:first.build first.side:before "
                            "after:first.build,first.test,first.side "
                            "later:first.build,first.test,first.side one:first.build"));
    const StepSpec &build = made.checklist->steps[1];
    QCOMPARE(build.place.file, QStringLiteral("dir/g.yml"));
    QCOMPARE(build.stage, QStringLiteral("s"));
    QCOMPARE(made.checklist->includes.size(), 1);
    QCOMPARE(made.checklist->includes[0].path, QStringLiteral("g.yml"));
    QCOMPARE(made.checklist->includes[0].bytes, group);
}

void TestInclude::parametersAreWhatWasGiven()
{
    const auto made = read("  - {include: g.yml, id: first, with: {folder: 'b-${{ run.id }}', "
                           "files: ['${{ run.id }}', c]}}\n",
                           withGroup());
    QVERIFY2(problemsOf(made).isEmpty(), qPrintable(problemsOf(made)));
    Scope scope;
    scope.run = Value(Value::Map{{QStringLiteral("id"), Value(QStringLiteral("r"))}});
    const StepSpec &build = made.checklist->steps[0];
    QCOMPARE(build.with[QStringLiteral("in")].evaluate(scope)->text(), QStringLiteral("b-r"));
    QCOMPARE(build.with[QStringLiteral("files")].evaluate(scope)->texts().join(u','),
             QStringLiteral("r,c"));
    const StepSpec &test = made.checklist->steps[1];
    QCOMPARE(test.with[QStringLiteral("in")].evaluate(scope)->text(), QStringLiteral("at/b-r"));
    scope.steps = Value(
        Value::Map{{QStringLiteral("first.build"),
                    Value(Value::Map{{QStringLiteral("outputs"),
                                      Value(Value::Map{{QStringLiteral("ok"), Value(true)}})}})}});
    QCOMPARE(test.condition->evaluate(scope).valueOr({}), Value(true));
}

void TestInclude::theSameGroupTwiceIsTwoGroups()
{
    const auto made = read("  - {include: g.yml, id: first, with: {folder: a}}\n"
                           "  - {include: g.yml, id: second, with: {folder: b, files: [x]}}\n",
                           withGroup());
    QVERIFY2(problemsOf(made).isEmpty(), qPrintable(problemsOf(made)));
    const StepSpec *build = made.checklist->step(QStringLiteral("second.build"));
    QVERIFY(build);
    QCOMPARE(build->needs.join(u','), QStringLiteral("first.build,first.test,first.side"));
    QCOMPARE(build->with[QStringLiteral("in")].constant(),
             std::optional<Value>(Value(QStringLiteral("b"))));
    QCOMPARE(made.checklist->includes.size(), 1);
}

void TestInclude::groupsIncludeGroups()
{
    QMap<QString, QByteArray> files = withGroup();
    files.insert(QStringLiteral("sub/outer.yml"),
                 "slipway: 1\nparameters: {where: {}}\nsteps:\n"
                 "  - {include: inner.yml, id: in, with: {at: '${{ parameters.where }}/x'}}\n"
                 "  - {id: end, uses: program, if: steps.in.deep.outputs.ok}\n");
    files.insert(QStringLiteral("sub/inner.yml"),
                 "slipway: 1\nparameters: {at: {}}\nsteps:\n"
                 "  - {id: deep, uses: program, with: {in: '${{ parameters.at }}'}}\n");
    const auto made = read("  - {include: sub/outer.yml, id: o, with: {where: w}}\n"
                           "  - {id: z, uses: program, if: steps.o.in.deep.outputs.ok}\n",
                           files);
    QVERIFY2(problemsOf(made).isEmpty(), qPrintable(problemsOf(made)));
    const StepSpec *deep = made.checklist->step(QStringLiteral("o.in.deep"));
    QVERIFY(deep);
    QCOMPARE(deep->with[QStringLiteral("in")].evaluate({})->text(), QStringLiteral("w/x"));
    QCOMPARE(made.checklist->steps[2].condition->references()[0].path.join(u'|'),
             QStringLiteral("steps|o.in.deep|outputs|ok"));
}

void TestInclude::evidenceOfAGroupIsNamed()
{
    const auto made = read("  - {include: g.yml, id: first, with: {folder: a}}\n"
                           "  - {id: gate, uses: approval, with: {evidence: "
                           "[steps.first.build.evidence.log]}}\n"
                           "  - {include: h.yml, id: h}\n",
                           {{QStringLiteral("g.yml"), group},
                            {QStringLiteral("h.yml"),
                             "slipway: 1\nsteps:\n  - {id: b, uses: program}\n  - {id: gate, uses: "
                             "approval, with: {evidence: [steps.b.evidence.log]}}\n"}});
    QVERIFY2(problemsOf(made).isEmpty(), qPrintable(problemsOf(made)));
    const auto evidence =
        made.checklist->step(QStringLiteral("h.gate"))->with[QStringLiteral("evidence")];
    QCOMPARE(evidence.constant()->texts().join(u','), QStringLiteral("steps.h.b.evidence.log"));
}

void TestInclude::aConditionHoldsForTheWholeGroup()
{
    const auto made =
        read("  - {include: g.yml, id: first, if: 'false', with: {folder: a}}\n", withGroup());
    QVERIFY2(problemsOf(made).isEmpty(), qPrintable(problemsOf(made)));
    for (const StepSpec &step : made.checklist->steps)
        QCOMPARE(step.condition->evaluate({}).valueOr({}), Value(false));
}

void TestInclude::conditionsReadAsInTheWholeChecklist()
{
    const auto made = read("  - {include: g.yml, id: first, with: {folder: a}}\n", withGroup());
    QVERIFY2(problemsOf(made).isEmpty(), qPrintable(problemsOf(made)));
    QCOMPARE(made.checklist->steps[1].condition->text(),
             QStringLiteral("steps.first.build.outputs.ok && 'a' != 'x'"));
}

void TestInclude::helpTakesParameters()
{
    const QByteArray helped =
        "slipway: 1\nparameters: {name: {type: text}, at: {type: text, default: here}}\nsteps:\n"
        "  - {id: a, uses: program, help: {en: 'Builds.', pt_BR: 'Constrói.'}}\n"
        "  - {id: b, uses: program, help: {en: \"What of ${{ parameters.name }}?\\n$ see --at=${{ "
        "parameters.at }} ${{ steps.a.outputs.ok }}\", pt_BR: 'De ${{ parameters.name }}'}}\n";
    const auto made =
        read("  - {include: h.yml, id: one, with: {name: x}}\n"
             "  - {include: h.yml, id: two, with: {name: \"r-${{ run.id }}\", at: \"a'b\"}}\n",
             {{QStringLiteral("h.yml"), helped}});
    QVERIFY2(made.checklist && problemsOf(made).isEmpty(), qPrintable(problemsOf(made)));
    const LocalizedText one = made.checklist->step(QStringLiteral("one.b"))->help;
    QCOMPARE(one.in(QStringLiteral("en")),
             QStringLiteral("What of ${{ 'x' }}?\n$ see --at=${{ 'here' }} ${{ "
                            "steps['one.a'].outputs.ok }}"));
    QCOMPARE(one.in(QStringLiteral("pt_BR")), QStringLiteral("De ${{ 'x' }}"));
    Scope scope;
    scope.run = Value(Value::Map{{QStringLiteral("id"), Value(QStringLiteral("r"))}});
    const auto two = Template::parse(
        made.checklist->step(QStringLiteral("two.b"))->help.in(QStringLiteral("pt_BR")), {});
    QVERIFY(two);
    QCOMPARE(two->evaluate(scope)->text(), QStringLiteral("De r-r"));
    const auto wrong = read(
        "  - {include: h.yml, id: one, with: {name: x}}\n",
        {{QStringLiteral("h.yml"), QByteArray(helped).replace("parameters.at", "parameters.ab")}});
    QVERIFY2(problemsOf(wrong).contains(QLatin1String("did you mean 'at'?")),
             qPrintable(problemsOf(wrong)));
}

void TestInclude::titlesAndTimesTakeParameters()
{
    const QByteArray timed =
        "slipway: 1\nparameters: {name: {type: text}, time: {type: duration, default: 5m}, tries: "
        "{type: number, default: 3}}\nsteps:\n"
        "  - {id: a, title: {en: 'Build ${{ parameters.name }}', pt_BR: 'Construir ${{ "
        "parameters.name }}'}, uses: program, timeout: '${{ parameters.time }}', retry: {attempts: "
        "'${{ parameters.tries }}', wait: '${{ parameters.time }}'}}\n";
    const auto made = read("  - {include: t.yml, id: one, with: {name: x}}\n"
                           "  - {include: t.yml, id: two, with: {name: '${{ inputs.who }}', time: "
                           "'${{ inputs.time }}'}}\n",
                           {{QStringLiteral("t.yml"), timed}});
    QVERIFY2(made.checklist, qPrintable(problemsOf(made)));
    const StepSpec &one = made.checklist->steps[0];
    QCOMPARE(one.title.in(QStringLiteral("en")), QStringLiteral("Build x"));
    QCOMPARE(one.title.in(QStringLiteral("pt_BR")), QStringLiteral("Construir x"));
    QCOMPARE(one.timeoutMs, 300'000);
    QCOMPARE(one.retry.attempts, 3);
    QCOMPARE(one.retry.waitMs, 300'000);
    QVERIFY(one.unsettled.isEmpty());
    const StepSpec &two = made.checklist->steps[1];
    QCOMPARE(two.title.in(QStringLiteral("en")), QStringLiteral("Build ‹inputs.who›"));
    const auto whole =
        settled(*made.checklist, {{QStringLiteral("who"), Value(QStringLiteral("y"))},
                                  {QStringLiteral("time"), Value(QStringLiteral("90s"))}});
    QVERIFY2(whole, qPrintable(whole ? QString() : whole.error().message()));
    QCOMPARE(whole->steps[1].title.in(QStringLiteral("pt_BR")), QStringLiteral("Construir y"));
    QCOMPARE(whole->steps[1].timeoutMs, 90'000);
    const auto wrong =
        settled(*made.checklist, {{QStringLiteral("who"), Value(QStringLiteral("y"))},
                                  {QStringLiteral("time"), Value(QStringLiteral("soon"))}});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code(), QStringLiteral("type.duration"));
    QVERIFY(wrong.error().place().isValid());
}

void TestInclude::changesOfAGroupAreChangesOfItsSteps()
{
    const QByteArray one = "  - {include: g.yml, id: first, with: {folder: a}}\n";
    const auto before = read(one, withGroup());
    const auto same = read(one, withGroup());
    const auto other = read("  - {include: g.yml, id: first, with: {folder: b}}\n", withGroup());
    QByteArray changed = group;
    changed.replace("default: [a.txt]", "default: [b.txt]");
    const auto bytes = read(one, {{QStringLiteral("g.yml"), changed}});
    QCOMPARE(same.checklist->steps[0].form, before.checklist->steps[0].form);
    QVERIFY(other.checklist->steps[0].form != before.checklist->steps[0].form);
    QVERIFY(bytes.checklist->steps[0].form != before.checklist->steps[0].form);
}

void TestInclude::problemsNameTheFile_data()
{
    QTest::addColumn<QByteArray>("include");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &include, const QByteArray &file,
                        const char *expected) {
        QTest::newRow(name) << "  - {" + include + "}\n" << file << QString::fromUtf8(expected);
    };
    const QByteArray good = "include: g.yml, id: g, with: {folder: a}";
    row("no id", "include: g.yml", group, "dir/a.yml:6:5 An include needs the key 'id'.");
    row("no file", "include: h.yml, id: g", group, "dir/a.yml:6:5 There is no h.yml.");
    row("missing parameter", "include: g.yml, id: g", group,
        "dir/a.yml:6:5 g.yml needs the parameter 'folder'. Write it below 'with'.");
    row("unknown parameter", "include: g.yml, id: g, with: {folder: a, fil: b}", group,
        "dir/a.yml:6:52 g.yml has no parameter 'fil'. It knows: folder, files.");
    row("parameter that does not fit", "include: g.yml, id: g, with: {folder: ../a}", group,
        "dir/a.yml:6:44 The parameter 'folder' does not fit: ");
    row("unknown key in the group", good,
        "slipway: 1\nsteps: [{id: a, uses: program}]\nstages: []\n",
        "dir/g.yml:3:1 A group of steps has no key 'stages'");
    row("unknown kind in the group", "include: g.yml, id: g",
        "slipway: 1\nsteps:\n- {id: a, uses: prgram}\n",
        "dir/g.yml:3:17 There is no kind of step 'prgram'; did you mean 'program'?");
    row("unknown step in the group", "include: g.yml, id: g",
        "slipway: 1\nsteps:\n- {id: a, uses: program, if: steps.b.outputs.ok}\n",
        "dir/g.yml:3:30 There is no step 'g.b'");
    row("unknown parameter in the group", "include: g.yml, id: g",
        "slipway: 1\nparameters: {fold: {default: a}}\nsteps:\n- {id: a, uses: program, with: {in: "
        "'${{ parameters.flod }}'}}\n",
        "dir/g.yml:4:42 This group has no parameter 'flod'; did you mean 'fold'?");
    row("no YAML", "include: g.yml, id: g", "slipway: [1\n", "dir/g.yml:");
    row("leaves the folder", "include: ../g.yml, id: g", group, "dir/a.yml:6:15 ");
    row("absolute", "include: /etc/passwd, id: g", group, "dir/a.yml:6:15 ");
    row("the same id", good + "}\n  - {id: g, uses: program", group,
        "dir/a.yml:7:10 A step before this one has the id 'g' too.");
}

void TestInclude::problemsNameTheFile()
{
    QFETCH(QByteArray, include);
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    const QString problems = problemsOf(read(include, {{QStringLiteral("g.yml"), file}}));
    QVERIFY2(problems.startsWith(expected), qPrintable(problems));
}

void TestInclude::circlesAndDepthAreRefused()
{
    const QByteArray to = "slipway: 1\nsteps: [{include: %, id: i}]\n";
    const auto circle = read("  - {include: a.yml, id: i}\n",
                             {{QStringLiteral("a.yml"), QByteArray(to).replace('%', "b.yml")},
                              {QStringLiteral("b.yml"), QByteArray(to).replace('%', "a.yml")}});
    QCOMPARE(circle.errors.size(), 1);
    QCOMPARE(circle.errors[0].code(), QStringLiteral("include.circle"));
    QVERIFY(circle.errors[0].message().contains(QString::fromUtf8("a.yml → b.yml → a.yml")));
    QMap<QString, QByteArray> deep;
    for (int i = 0; i < 20; ++i)
        deep.insert(QStringLiteral("%1.yml").arg(i),
                    QByteArray(to).replace('%', QByteArray::number(i + 1) + ".yml"));
    const auto chain = read("  - {include: 0.yml, id: i}\n", deep);
    QCOMPARE(chain.errors.size(), 1);
    QCOMPARE(chain.errors[0].code(), QStringLiteral("include.deep"));
}

void TestInclude::nothingOutsideTheFolderIsRead()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("list/sub")));
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    const QByteArray steps = "slipway: 1\nsteps: [{id: a, uses: program}]\n";
    write(QStringLiteral("secret.yml"), steps);
    write(QStringLiteral("list/sub/in.yml"), steps);
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("secret.yml")),
                        folder.filePath(QStringLiteral("list/out.yml"))));
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("list/sub/in.yml")),
                        folder.filePath(QStringLiteral("list/near.yml"))));
    const auto including = [&](const QByteArray &path) {
        return readChecklist("slipway: 1\nname: x\nstages: [{name: s, steps: [{include: " + path +
                                 ", id: i}]}]\n",
                             folder.filePath(QStringLiteral("list/a.yml")));
    };
    QVERIFY(including("sub/in.yml").checklist);
    QVERIFY(including("near.yml").checklist);
    QCOMPARE(including("out.yml").errors.value(0).code(), QStringLiteral("include.outside"));
    QCOMPARE(including("none.yml").errors.value(0).code(), QStringLiteral("include.missing"));
}

QTEST_GUILESS_MAIN(TestInclude)
#include "tst_include.moc"
