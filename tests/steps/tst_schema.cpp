// SPDX-License-Identifier: MIT
#include "core/checklist/lint.h"
#include "core/checklist/schema.h"
#include "core/steps/registry.h"
#include "core/yaml/yamlreader.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using namespace Slipway;

namespace {

constexpr int noValidator = 77;

/// As a validator sees a YAML file.
QJsonValue jsonOf(const YamlNode &node)
{
    if (node.isScalar())
        return node.isQuoted() ? QJsonValue(node.text()) : node.value().toJson();
    if (node.isList()) {
        QJsonArray list;
        for (const YamlNode &element : node.elements())
            list.append(jsonOf(element));
        return list;
    }
    QJsonObject map;
    for (const YamlMember &member : node.members())
        map.insert(member.key, jsonOf(member.value));
    return map;
}

QByteArray withStep(const QByteArray &keys)
{
    return "slipway: 1\nname: x\nstages: [{name: s, steps: [{id: a, " + keys + "}]}]\n";
}

QByteArray withInput(const QByteArray &input)
{
    return "slipway: 1\nname: x\ninputs: {" + input +
           "}\nstages: [{name: s, steps: [{id: a, uses: manual, with: {text: hi}}]}]\n";
}

struct Good
{
    QByteArray name;
    QByteArray bytes;
};

struct Bad
{
    QByteArray bytes;
    QString code; ///< of the problem of shape
};

QList<Good> goodDocuments()
{
    QList<Good> documents;
    QDirIterator bundled(QStringLiteral(SLIPWAY_CHECKLISTS), {QStringLiteral("*.checklist.yaml")});
    while (bundled.hasNext()) {
        QFile file(bundled.next());
        if (file.open(QIODevice::ReadOnly))
            documents.append({bundled.fileName().toUtf8(), file.readAll()});
    }
    const auto row = [&](const char *name, const QByteArray &bytes) {
        documents.append({name, bytes});
    };
    row("command", withStep("uses: command, with: {run: [make, 3, true], env: {A: 1}}"));
    row("one text", withStep("uses: command, with: {run: make}"));
    row("expressions",
        withStep("uses: command, foreach: '${{ fromJson(run.id) }}', if: true, with: "
                 "{run: '${{ item }}', terminal: '${{ item }}', success-codes: "
                 "'${{ item }}'}"));
    row("every key", withStep("uses: command, title: 5, help: {en: a, pt_BR: b}, with: {run: [x], "
                              "output: json, answers: []}, needs: [], timeout: 5m, mode: confirm, "
                              "again: safe, probe: {run: [y]}, undo: {uses: command, with: {run: "
                              "[z]}}, env: {A: b}, retry: {attempts: 2, wait: 1s, backoff: 3}, "
                              "foreach: {x: [1, 2], y: [3]}, parallel: 2"));
    row("poll", withStep("uses: command, timeout: 5m, with: {run: [x], capture: {state: {json: "
                         "status}}}, poll: {every: 5s, until: outputs.state == 'ok', fails: "
                         "'false'}"));
    row("by inputs",
        "slipway: 1\nname: x\ninputs: {a: {type: text}, b: {type: duration}, c: {type: number}}\n"
        "stages: [{name: s, steps: [{id: a, uses: command, title: 'For ${{ inputs.a }}', with: "
        "{run: [x], reads: true}, timeout: '${{ inputs.b }}', on-failure: warn, retry: {attempts: "
        "'${{ inputs.c }}', wait: '${{ inputs.b }}', backoff: '${{ inputs.c }}'}}]}]\n");
    row("texts by language", withStep("uses: check, with: {that: true, message: {en: a, pt_BR: 'b "
                                      "${{ run.id }}'}}}, {id: b, uses: manual, with: {text: {en: "
                                      "a}, copy: c}"));
    row("dash", withInput("a: {type: list, of: text, allow-dash: true, default: [-m]}"));
    row("include", withStep("uses: manual, with: {text: hi}}, {include: g.yml, id: g, with: {}, "
                            "needs: a, if: true"));
    row("null for nothing", withStep("uses: command, with: {run: [x], in: ~}"));
    row("names that look like other things",
        "slipway: 1\nname: true\nstages: [{name: false, steps: [{id: a, uses: manual, with: {text: "
        "hi}}]}]\n");
    row("no inputs", "slipway: 1\nname: x\ninputs:\nstages: [{name: s, steps: [{id: a, uses: "
                     "manual, with: {text: hi}}]}]\n");
    row("inputs", withInput("a: {type: list, of: choice, choices: [x, 1], default: [x]}, b: {type: "
                            "number, default: 3}, c: {type: flag, default: true, title: {en: C}}, "
                            "d: {pattern: 'a+', pattern-help: as, required: true}"));
    row("what follows",
        withStep("uses: manual, with: {text: hi}") +
            "follow-up: [{checklist: back, title: {en: Back, pt_BR: Volta}, help: x, "
            "if: true, with: {a: '${{ run.id }}', b: [1]}}]\n");
    row("group", "slipway: 1\nhelp: x\nparameters: {a: {default: 1}}\nsteps: [{id: a, uses: "
                 "manual, with: {text: hi}}]\n");
    return documents;
}

QList<Bad> badDocuments()
{
    QList<Bad> documents;
    const auto row = [&](const QByteArray &bytes, const char *code) {
        documents.append({bytes, QString::fromUtf8(code)});
    };
    const QByteArray manual = "uses: manual, with: {text: hi}";
    row("slipway: 2\nname: x\nstages: [{name: s, steps: [{id: a, " + manual + "}]}]\n",
        "checklist.version");
    row("name: x\nstages: [{name: s, steps: [{id: a, " + manual + "}]}]\n",
        "checklist.missing-key");
    row("slipway: 1\nname: X\nstages: [{name: s, steps: [{id: a, " + manual + "}]}]\n",
        "checklist.name");
    row("slipway: 1\nname: x\nparallel: 65\nstages: [{name: s, steps: [{id: a, " + manual +
            "}]}]\n",
        "checklist.number");
    row("slipway: 1\nname: x\nstages: []\n", "checklist.expected");
    row("slipway: 1\nname: x\nstages: [a]\n", "checklist.not-a-map");
    row("slipway: 1\nname: x\ninputs: [a]\nstages: [{name: s, steps: [{id: a, " + manual + "}]}]\n",
        "checklist.inputs");
    row("slipway: 1\nname: x\ntitle: {english: a}\nstages: [{name: s, steps: [{id: a, " + manual +
            "}]}]\n",
        "checklist.language");
    row(withInput("a: {type: txt}"), "checklist.choice");
    row(withInput("A: {type: text}"), "checklist.name");
    row(withInput("a: {type: text, requird: true}"), "checklist.unknown-key");
    row(withInput("a: {required: 1}"), "checklist.expected");
    row(withStep(manual) + "follow-up: []\n", "checklist.expected");
    row(withStep(manual) + "follow-up: [back]\n", "checklist.not-a-map");
    row(withStep(manual) + "follow-up: [{checklist: back}]\n", "checklist.missing-key");
    row(withStep(manual) + "follow-up: [{checklist: [a], title: x}]\n", "checklist.expected");
    row(withStep(manual + ", mode: auomatic"), "checklist.choice");
    row(withStep("uses: command, with: {run: [x]}, on-failure: ignore"), "checklist.choice");
    row(withStep("uses: check, with: {that: true, message: {english: a}}"), "lint.language-name");
    row(withStep(manual + ", mode: ''"), "checklist.choice");
    row(withStep(manual + ", need: []"), "checklist.unknown-key");
    row(withStep(manual + ", title: []"), "checklist.expected");
    row(withStep(manual + ", env: {1A: b}"), "checklist.env");
    row(withStep("uses: command, with: {run: [x]}, retry: {wait: 3s}"), "checklist.missing-key");
    row(withStep("uses: command, with: {run: [x]}, retry: {attempts: 1}"), "checklist.number");
    row(withStep("uses: command, with: {run: [x]}, poll: {every: 3s}"), "checklist.missing-key");
    row(withStep("uses: command, with: [run]"), "checklist.expected");
    row(withStep("uses: comand, with: {run: [x]}"), "lint.kind");
    row(withStep("uses: command"), "lint.missing-parameter");
    row(withStep("uses: command, with: {run: ~}"), "lint.missing-parameter");
    row(withStep("uses: command, with: {run: [x], shll: true}"), "lint.parameter");
    row(withStep("uses: command, with: {run: [x]}, undo: {uses: command}"),
        "lint.missing-parameter");
    row(withStep("uses: command, with: {run: [x]}, undo: {uses: manual, with: {text: hi}}"),
        "lint.undo-by-people");
    row(withStep(manual + "}, {include: g.yml"), "checklist.missing-key");
    row(withStep(manual + "}, {include: g.yml, id: g, uses: manual"), "checklist.unknown-key");
    return documents;
}

} // namespace

/// The schema and the checks say the same, as far as a schema can say it.
class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acceptsWhatLintAccepts_data();
    void acceptsWhatLintAccepts();
    void refusesProblemsOfShape_data();
    void refusesProblemsOfShape();
    void knowsEveryParameter();
    void theReferenceIsUpToDate();

private:
    void ask(const QList<QByteArray> &documents);
    QStringList codesOf(const QByteArray &bytes) const;

    Catalogue m_catalogue;
    QJsonObject m_schema;
    QJsonObject m_verdicts; ///< of the validator, by document: its first problem or null
};

void TestSchema::initTestCase()
{
    KindRegistry kinds;
    registerBuiltinKinds(kinds);
    m_catalogue = kinds.catalogue();
    m_schema = checklistSchema(m_catalogue);
    QList<QByteArray> all;
    for (const Good &document : goodDocuments())
        all.append(document.bytes);
    for (const Bad &document : badDocuments())
        all.append(document.bytes);
    ask(all);
}

/// All at once: a validator takes longer to start than to look.
void TestSchema::ask(const QList<QByteArray> &documents)
{
    QJsonObject all;
    for (const QByteArray &bytes : documents) {
        const auto root = readYaml(bytes, QStringLiteral("a.yml"));
        QVERIFY(root);
        all[QString::fromUtf8(bytes)] = jsonOf(*root);
    }
    QProcess validator;
    // The distribution's own: its package of the validator is for that one.
    validator.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(SLIPWAY_SCHEMACHECK)});
    validator.write(QJsonDocument(QJsonObject{{QStringLiteral("schema"), m_schema},
                                              {QStringLiteral("documents"), all}})
                        .toJson());
    validator.closeWriteChannel();
    QVERIFY(validator.waitForFinished(120'000));
    if (validator.exitCode() == noValidator)
        QSKIP("python3-jsonschema is missing");
    QVERIFY2(validator.exitCode() == 0, validator.readAllStandardError().constData());
    m_verdicts = QJsonDocument::fromJson(validator.readAllStandardOutput()).object();
    QCOMPARE(m_verdicts.size(), all.size());
}

QStringList TestSchema::codesOf(const QByteArray &bytes) const
{
    QStringList codes;
    // The groups of the bundled checklists; for the others a small one.
    const auto group = [](const QString &path) -> Result<QByteArray> {
        QFile bundled(QStringLiteral(SLIPWAY_CHECKLISTS "/") + QFileInfo(path).fileName());
        if (bundled.open(QIODevice::ReadOnly))
            return bundled.readAll();
        return QByteArray("slipway: 1\nsteps: [{id: b, uses: manual, with: {text: hi}}]\n");
    };
    const auto read = readChecklist(bytes, QStringLiteral("a.yml"), group);
    for (const Error &error : read.errors)
        codes.append(error.code());
    const auto findings =
        read.checklist ? lint(*read.checklist, m_catalogue) : QList<LintFinding>();
    for (const LintFinding &finding : findings) {
        if (finding.severity == LintFinding::Severity::Error)
            codes.append(finding.problem.code());
    }
    return codes;
}

void TestSchema::acceptsWhatLintAccepts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QList<Good> documents = goodDocuments();
    QVERIFY(documents.size() > 10);
    for (const Good &document : documents)
        QTest::newRow(document.name.constData()) << document.bytes;
}

void TestSchema::acceptsWhatLintAccepts()
{
    QFETCH(QByteArray, bytes);
    if (!bytes.startsWith("slipway: 1\nhelp"))
        QCOMPARE(codesOf(bytes).join(u' '), QString());
    QCOMPARE(m_verdicts[QString::fromUtf8(bytes)].toString(), QString());
}

void TestSchema::refusesProblemsOfShape_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const QList<Bad> documents = badDocuments();
    for (const Bad &document : documents)
        QTest::newRow(document.bytes.constData()) << document.bytes << document.code;
}

void TestSchema::refusesProblemsOfShape()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QVERIFY2(codesOf(bytes).contains(code), qPrintable(codesOf(bytes).join(u' ')));
    QVERIFY(isProblemOfShape(code));
    QVERIFY(!m_verdicts[QString::fromUtf8(bytes)].toString().isEmpty());
}

void TestSchema::knowsEveryParameter()
{
    const QByteArray schema = QJsonDocument(m_schema).toJson();
    for (const KindSpec &kind : std::as_const(m_catalogue)) {
        for (const ParameterSpec &parameter : kind.parameters)
            QVERIFY(schema.contains('"' + parameter.name.toUtf8() + "\": {"));
    }
}

/// docs/kinds.md is what `slipway schema --reference` prints.
void TestSchema::theReferenceIsUpToDate()
{
    QFile page(QStringLiteral(SLIPWAY_KINDS_PAGE));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY2(QString::fromUtf8(page.readAll()) == kindsReference(m_catalogue),
             "Write it anew: slipway schema --reference > docs/kinds.md");
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
