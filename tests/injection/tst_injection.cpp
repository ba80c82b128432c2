// SPDX-License-Identifier: MIT
// Hostile values through every parameter of every kind of step. Each is refused in a sentence, or
// arrives as exactly the bytes that were given; nothing is run as program text, no option is
// smuggled in, and nothing outside of what a step may write changes.
#include "core/checklist/lint.h"
#include "core/run/scopebuilder.h"
#include "core/steps/registry.h"
#include "tests/injection/hostilevalues.h"
#include "tests/injection/injectionworld.h"
#include "tests/injection/kindexamples.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <atomic>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <thread>

using namespace Slipway;

namespace {

const QString hostileInput = QStringLiteral("hostile");
constexpr int racesOfEach = 200;
constexpr int ranForReal = 3; ///< values of each parameter that was let through

/// As a checklist gives it: what an input or an output of another step holds.
Template fromInput()
{
    return *Template::parse(QStringLiteral("${{ inputs.hostile }}"), {});
}

/// Where in the parameter the value stands.
Template placed(const ParameterSpec &parameter, const Value &example)
{
    if (parameter.type.type == Type::Map) {
        QMap<QString, Template> members;
        const Value::Map map = example.map();
        for (auto it = map.cbegin(); it != map.cend(); ++it)
            members.insert(it.key(), it->isMap() ? placed(parameter, *it) : fromInput());
        return Template::map(members, {});
    }
    if (!example.isList())
        return fromInput();
    QList<Template> elements;
    const Value::List list = example.list();
    for (qsizetype i = 0; i < list.size(); ++i) {
        // The program itself stays the one that notes its arguments.
        const bool isProgram = i == 0 && list.size() > 1;
        ParameterSpec element = parameter;
        element.type.type = list[i].isMap() ? Type::Map : Type::Text;
        elements.append(isProgram ? Template::literal(list[i]) : placed(element, list[i]));
    }
    return Template::list(elements, {});
}

bool isShell(const QString &program)
{
    static const QStringList names{QStringLiteral("sh"), QStringLiteral("bash"),
                                   QStringLiteral("dash"), QStringLiteral("python3"),
                                   QStringLiteral("perl")};
    return names.contains(program.section(u'/', -1));
}

/// Options of ours that take the next argument whatever it begins with.
bool takesNext(const QString &option)
{
    static const QStringList options{QStringLiteral("-m"), QStringLiteral("-e"),
                                     QStringLiteral("--message")};
    return options.contains(option);
}

/// What is wrong with these arguments where that value is among them; empty: nothing. own: those
/// that stand there whatever the value is.
QString problemIn(const QStringList &argv, const QString &value, const QSet<QString> &own)
{
    bool isAfterEnd = false;
    for (qsizetype i = 0; i < argv.size(); ++i) {
        const QString &argument = argv[i];
        if (argument.contains(QChar(0)))
            return QStringLiteral("a NUL, at which the argument would end");
        if (own.contains(argument)) {
            isAfterEnd = isAfterEnd || argument == u"--" || argument == u"--end-of-options";
            continue;
        }
        const bool isText =
            i > 0 && argv[i - 1] == u"-c" && std::any_of(argv.cbegin(), argv.cbegin() + i, isShell);
        if (isText && value.size() > 2 && argument.contains(value))
            return QStringLiteral("it is part of a program");
        const bool isFromValue =
            value.startsWith(u'-') && value.size() > 1 &&
            (argument == value || (value.size() > 2 && argument.startsWith(value)));
        if (isFromValue && !isAfterEnd && !takesNext(argv.value(i - 1)) && i > 0 &&
            !isShell(argv.first()))
            return QStringLiteral("it could be taken for an option");
        isAfterEnd = isAfterEnd || argument == u"--" || argument == u"--end-of-options";
    }
    return {};
}

template <typename T>
QString whyNot(const Result<T> &result)
{
    return result ? QString() : result.error().message();
}

} // namespace

class TestInjection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thereAreManyValues();
    void everyKindHasAnExampleThatPlans();
    void cleanup();
    void everyParameter_data();
    void everyParameter();
    void aFolderSwappedForALinkLeadsNowhere_data();
    void aFolderSwappedForALinkLeadsNowhere();
    void aProgramGetsExactlyTheBytes();
    void aValueIsNotEvaluatedAgain();

private:
    struct Tally
    {
        int refused = 0;
        int passed = 0;
    };
    Result<Intent> plan(const Kind &kind, const Value::Map &base, const ParameterSpec &parameter,
                        const QString &value);
    QString lookAt(const Intent &intent, const QString &value) const;
    void learnOwn(const Kind &kind, const Value::Map &base);
    QString tryParameter(const Kind &kind, const ParameterSpec &parameter, Tally *tally);
    Value::Map exampleOf(const KindSpec &kind, const QString &parameter) const;

    std::unique_ptr<InjectionWorld> m_world;
    KindRegistry m_kinds;
    Catalogue m_catalogue;
    QMap<QString, QList<Value::Map>> m_examples;
    QList<HostileValue> m_values;
    QByteArray m_outside;
    QSet<QString> m_own; ///< arguments of the example that is being tried
};

void TestInjection::initTestCase()
{
    m_world = std::make_unique<InjectionWorld>();
    registerBuiltinKinds(m_kinds);
    m_catalogue = m_kinds.catalogue();
    m_examples = kindExamples(*m_world);
    m_values = hostileValues(m_world->canary(), m_world->outside());
    m_outside = m_world->stateOutside();
}

void TestInjection::thereAreManyValues()
{
    QSet<QString> texts;
    for (const HostileValue &value : std::as_const(m_values))
        texts.insert(value.text);
    QVERIFY2(texts.size() >= 200, qPrintable(QString::number(texts.size())));
}

/// Else what a hostile value comes to would say nothing.
void TestInjection::everyKindHasAnExampleThatPlans()
{
    for (const KindSpec &spec : std::as_const(m_catalogue)) {
        QVERIFY2(m_examples.contains(spec.name),
                 qPrintable(spec.name + QStringLiteral(" needs an example in kindexamples.cpp")));
        for (const Value::Map &with : m_examples.value(spec.name)) {
            Value::Map conforming;
            for (auto it = with.cbegin(); it != with.cend(); ++it) {
                QVERIFY2(spec.parameter(it.key()), qPrintable(spec.name + u' ' + it.key()));
                const auto value = conform(*it, spec.parameter(it.key())->type);
                QVERIFY2(value, qPrintable(it.key() + u' ' + whyNot(value)));
                conforming.insert(it.key(), *value);
            }
            const auto planned = m_kinds.kind(spec.name)->plan(conforming, m_world->context());
            QVERIFY2(planned, qPrintable(spec.name + u' ' + whyNot(planned)));
        }
    }
}

Value::Map TestInjection::exampleOf(const KindSpec &kind, const QString &parameter) const
{
    const QList<Value::Map> examples = m_examples.value(kind.name);
    for (const Value::Map &example : examples) {
        if (example.contains(parameter))
            return example;
    }
    return examples.value(0);
}

/// By the way of a run: evaluated, brought into the type of the parameter, planned, stored.
Result<Intent> TestInjection::plan(const Kind &kind, const Value::Map &base,
                                   const ParameterSpec &parameter, const QString &value)
{
    StepSpec step;
    step.id = QStringLiteral("victim");
    step.uses = kind.spec().name;
    for (auto it = base.cbegin(); it != base.cend(); ++it)
        step.with.insert(it.key(), Template::literal(*it));
    step.with.insert(parameter.name, placed(parameter, base.value(parameter.name)));
    Scope scope;
    scope.inputs = Value(Value::Map{{hostileInput, Value(value)}});
    const auto with = parametersOf(step, kind.spec(), scope);
    if (!with) {
        const QString said = with.error().message();
        if (!said.contains(parameter.name) || !said.contains(step.id))
            return Error(QStringLiteral("test.place"), "%1", {said});
        return with.error();
    }
    const auto planned = kind.plan(*with, m_world->context());
    if (!planned)
        return planned.error();
    return m_world->intentOf(*planned, *with);
}

/// What is wrong with a plan that a hostile value went into; empty: nothing.
QString TestInjection::lookAt(const Intent &intent, const QString &value) const
{
    const QList<QStringList> questions = m_world->questions();
    for (const QStringList &argv : questions) {
        if (const QString problem = problemIn(argv, value, m_own); !problem.isEmpty())
            return problem + QStringLiteral(" in the question ") + argv.join(u' ');
    }
    if (!intent.plan.programs)
        return {};
    for (const Command &command : intent.plan.programs->commands) {
        // The arguments of `command` are its author's, options included.
        const bool isOwn = command.argv.first() == m_world->recorder();
        const QString problem =
            problemIn(isOwn ? command.argv.mid(0, 1) : command.argv, value, m_own);
        if (!problem.isEmpty())
            return problem + QStringLiteral(" in ") + command.argv.join(u' ');
    }
    for (const QString &set : intent.plan.programs->environment) {
        if (set.contains(QChar(0)))
            return QStringLiteral("a NUL in the environment");
    }
    return {};
}

/// What one test broke is no matter of the next.
void TestInjection::cleanup()
{
    if (m_world->stateOutside() != m_outside)
        m_world->reset();
}

/// The arguments of the example, which no hostile value has a part in.
void TestInjection::learnOwn(const Kind &kind, const Value::Map &base)
{
    m_own.clear();
    m_world->forgetQuestions();
    Value::Map with;
    for (auto it = base.cbegin(); it != base.cend(); ++it)
        with.insert(it.key(), conform(*it, kind.spec().parameter(it.key())->type).valueOr(*it));
    const auto planned = kind.plan(with, m_world->context());
    QList<QStringList> all = m_world->questions();
    if (planned && planned->programs) {
        for (const Command &command : planned->programs->commands)
            all.append(command.argv);
    }
    for (const QStringList &argv : std::as_const(all))
        m_own.unite(QSet<QString>(argv.cbegin(), argv.cend()));
}

QString TestInjection::tryParameter(const Kind &kind, const ParameterSpec &parameter, Tally *tally)
{
    const Value::Map base = exampleOf(kind.spec(), parameter.name);
    QList<QPair<Intent, QString>> passed;
    learnOwn(kind, base);
    for (const HostileValue &value : std::as_const(m_values)) {
        m_world->forgetQuestions();
        const auto intent = plan(kind, base, parameter, value.text);
        if (!intent) {
            ++tally->refused;
            if (intent.error().code().isEmpty() || intent.error().message().isEmpty() ||
                intent.error().code() == u"test.place")
                return QStringLiteral("«%1» is refused without saying where: %2")
                    .arg(value.text, intent.error().message());
            continue;
        }
        ++tally->passed;
        if (const QString problem = lookAt(*intent, value.text); !problem.isEmpty())
            return QStringLiteral("«%1»: %2").arg(value.text, problem);
        passed.append({*intent, value.text});
    }
    if (QFileInfo::exists(m_world->canary()))
        return QStringLiteral("planning ran a value as a program");
    // Some of them for real, spread over all families.
    const qsizetype stride = qMax<qsizetype>(1, passed.size() / ranForReal);
    for (qsizetype i = 0; i < passed.size() && kind.spec().doer == Doer::Machine; i += stride) {
        const auto &[intent, value] = passed[i];
        // A folder that was named is where a step may work, by whatever name.
        const QString place = QFileInfo(QDir(m_world->workspace()), value).canonicalFilePath();
        if (parameter.type.type == Type::Directory && place.startsWith(m_world->outside()))
            continue;
        m_world->run(kind, intent);
        if (QFileInfo::exists(m_world->canary()))
            return QStringLiteral("«%1» was run as a program").arg(value);
        if (m_world->stateOutside() != m_outside)
            return QStringLiteral("«%1» changed something outside").arg(value);
        m_world->reset();
    }
    m_world->takeCalls();
    return {};
}

void TestInjection::everyParameter_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &name : m_catalogue.keys())
        QTest::newRow(qPrintable(name)) << name;
}

void TestInjection::everyParameter()
{
    QFETCH(QString, kind);
    const Kind *tried = m_kinds.kind(kind);
    for (const ParameterSpec &parameter : tried->spec().parameters) {
        Tally tally;
        const QString problem = tryParameter(*tried, parameter, &tally);
        QVERIFY2(problem.isEmpty(), qPrintable(parameter.name + QStringLiteral(": ") + problem));
        QCOMPARE(tally.refused + tally.passed, int(m_values.size()));
        qInfo("%s: %d refused, %d passed", qPrintable(parameter.name), tally.refused, tally.passed);
    }
}

void TestInjection::aFolderSwappedForALinkLeadsNowhere_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QByteArray>("with");
    const auto row = [](const char *kind, const QByteArray &with) {
        QTest::newRow(kind) << QString::fromUtf8(kind) << with;
    };
    row("files.replace", R"({"file": "race/kept.txt", "find": "one", "replace": "two"})");
    row("files.copy", R"({"from": "project/kept.txt", "to": "race/new.txt", "overwrite": true})");
    row("files.delete", R"({"path": "race/kept.txt"})");
    row("version.bump",
        R"({"file": "race/pyproject.toml", "pattern": "version = \"(.+)\"", "part": "last"})");
    row("packages.unpin", R"({"files": ["race/requirements.txt"], "as": "requirements"})");
}

/// Between the look and the write: while a step works, its folder becomes a link that leads out,
/// and a folder again, as fast as another thread can exchange them.
void TestInjection::aFolderSwappedForALinkLeadsNowhere()
{
    QFETCH(QString, kind);
    QFETCH(QByteArray, with);
    const Kind &tried = *m_kinds.kind(kind);
    const QByteArray race = (m_world->workspace() + QStringLiteral("/race")).toLocal8Bit();
    const QByteArray link = (m_world->workspace() + QStringLiteral("/link")).toLocal8Bit();
    const Value::Map parameters = Value::fromJson(QJsonDocument::fromJson(with).object()).map();
    std::atomic_bool isOver = false;
    int done = 0;
    m_world->makeRace();
    std::thread swapper([&] {
        while (!isOver)
            ::renameat2(AT_FDCWD, race.constData(), AT_FDCWD, link.constData(), RENAME_EXCHANGE);
    });
    for (int i = 0; i < racesOfEach; ++i) {
        const auto planned = tried.plan(parameters, m_world->context());
        if (!planned)
            continue;
        const Outcome outcome = m_world->run(tried, m_world->intentOf(*planned, parameters));
        done += outcome.end == Outcome::End::Succeeded ? 1 : 0;
    }
    isOver = true;
    swapper.join();
    QCOMPARE(m_world->stateOutside(), m_outside);
    qInfo("%d of %d times it met the folder", done, racesOfEach);
    m_world->reset();
}

/// Every value that `command` takes, all at once, as arguments and in the environment.
void TestInjection::aProgramGetsExactlyTheBytes()
{
    const Kind &command = *m_kinds.kind(QStringLiteral("command"));
    const ParameterSpec &run = *command.spec().parameter(QStringLiteral("run"));
    QStringList argv{m_world->recorder()};
    for (const HostileValue &value : std::as_const(m_values)) {
        if (conform(Value::ofTexts({m_world->recorder(), value.text}), run.type))
            argv.append(value.text);
    }
    QVERIFY(argv.size() > 150);
    Value::Map environment;
    for (qsizetype i = 1; i < argv.size(); ++i)
        environment.insert(QStringLiteral("HOSTILE_%1").arg(i), Value(argv[i]));
    const Value::Map with{{QStringLiteral("run"), Value::ofTexts(argv)},
                          {QStringLiteral("env"), Value(environment)}};
    const auto planned = command.plan(with, m_world->context());
    QVERIFY2(planned, qPrintable(whyNot(planned)));
    m_world->takeCalls();
    const Outcome outcome = m_world->run(command, m_world->intentOf(*planned, with));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    const QList<QByteArrayList> calls = m_world->takeCalls();
    QCOMPARE(calls.size(), 2); // the arguments, then the environment
    QByteArrayList given;
    for (const QString &argument : argv)
        given.append(argument.toUtf8());
    QCOMPARE(calls.first(), given);
    for (qsizetype i = 1; i < argv.size(); ++i)
        QVERIFY2(calls[1].contains(QStringLiteral("HOSTILE_%1=").arg(i).toUtf8() + given[i]),
                 given[i].constData());
    QVERIFY(!QFileInfo::exists(m_world->canary()));
}

/// What stands in a value is data, also where it looks like an expression of ours.
void TestInjection::aValueIsNotEvaluatedAgain()
{
    const QString text = QStringLiteral("${{ run.workspace }} %1 {0}");
    Scope scope;
    scope.inputs = Value(Value::Map{{hostileInput, Value(text)}});
    scope.run = Value(Value::Map{{QStringLiteral("workspace"), Value(QStringLiteral("/x"))}});
    QCOMPARE(fromInput().evaluate(scope)->text(), text);
    const auto inside = Template::parse(QStringLiteral("a ${{ inputs.hostile }} b"), {});
    QCOMPARE(inside->evaluate(scope)->text(), QStringLiteral("a ") + text + QStringLiteral(" b"));
}

/// libgit2 1.5 loses what it matched with when a revision such as ":/text" is found nowhere
/// (git_regexp_match returns before it frees).
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libpcre2-8";
}

QTEST_GUILESS_MAIN(TestInjection)
#include "tst_injection.moc"
