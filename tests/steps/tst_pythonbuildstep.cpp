// SPDX-License-Identifier: MIT
#include "core/steps/pythonbuildstep.h"

#include "core/base/canonicaljson.h"
#include "core/base/files.h"
#include "tests/steps/stepharness.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace Slipway;

namespace {

/// A build backend that needs nothing but Python: pip calls it as it calls any other.
const char *const backend = R"py(
import os, sys, zipfile

def build_wheel(directory, settings=None, metadata=None):
    version = open('VERSION').read().strip()
    if version == 'broken':
        sys.exit('it does not build')
    name = 'sample_kind-%s-py3-none-any.whl' % version
    info = 'sample_kind-%s.dist-info/' % version
    with zipfile.ZipFile(os.path.join(directory, name), 'w') as wheel:
        wheel.writestr('sample_kind.py', 'answer = 42\n')
        wheel.writestr(info + 'METADATA', 'Metadata-Version: 2.1\nName: sample-kind\nVersion: %s\n\nVersion: 9.9\n' % version)
        wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n')
        wheel.writestr(info + 'RECORD', '')
    return name
)py";

/// The same with a source archive, which the package `build` makes first and builds the wheel of.
const char *const archiver = R"py(

def build_sdist(directory, settings=None):
    import tarfile
    version = open('VERSION').read().strip()
    root = 'sample_kind-' + version
    with tarfile.open(os.path.join(directory, root + '.tar.gz'), 'w:gz') as archive:
        for name in ('pyproject.toml', 'VERSION', 'backend/minimal.py'):
            archive.add(name, root + '/' + name)
    return root + '.tar.gz'
)py";

/// Wheels of the distribution's own package `build` and of what it needs, for where there is no
/// index to ask. Status 77: the package is missing.
const char *const wheelMaker = R"py(
import importlib.metadata, importlib.util, os, sys, zipfile

def wheel(folder, module, needs):
    distribution = importlib.metadata.distribution(module)
    source = importlib.util.find_spec(module).submodule_search_locations[0]
    name = '%s-%s' % (module, distribution.version)
    with zipfile.ZipFile(os.path.join(folder, name + '-py3-none-any.whl'), 'w') as made:
        for base, _, files in os.walk(source):
            for file in files:
                path = os.path.join(base, file)
                if not path.endswith('.pyc'):
                    made.write(path, module + path[len(source):])
        lines = ['Metadata-Version: 2.1', 'Name: ' + module, 'Version: ' + distribution.version]
        lines += ['Requires-Dist: ' + need for need in needs]
        made.writestr(name + '.dist-info/METADATA', '\n'.join(lines) + '\n')
        made.writestr(name + '.dist-info/WHEEL', 'Wheel-Version: 1.0\nGenerator: test\n'
                      'Root-Is-Purelib: true\nTag: py3-none-any\n')
        made.writestr(name + '.dist-info/RECORD', '')

def isThere(module):
    return importlib.util.find_spec(module) is not None

if not isThere('build'):
    sys.exit(77)
needs = [module for module in ('packaging', 'pep517', 'pyproject_hooks', 'tomli')
         if isThere(module)]
for module in needs:
    wheel(sys.argv[1], module, [])
wheel(sys.argv[1], 'build', needs)
)py";

} // namespace

class TestPythonBuildStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void buildsAWheelWithoutANetwork();
    void buildsAnArchiveToo();
    void anotherVersionFails();
    void aBuildThatFailsLeavesNothing();
    void theProbeKnowsAFinishedBuild();
    void aFolderWithoutAProjectIsRefused();
    void hostileValuesAreRefusedOrOneArgument_data();
    void hostileValuesAreRefusedOrOneArgument();

private:
    Value::Map with(Value::Map more = {}) const
    {
        more.insert(QStringLiteral("in"), Value(QStringLiteral("project")));
        // An empty folder: whatever the index would be asked for is an error.
        more.insert(QStringLiteral("wheels"), Value(QStringLiteral("wheels")));
        return more;
    }

    std::unique_ptr<StepHarness> m_harness;
    PythonBuildStep m_kind;
};

void TestPythonBuildStep::init()
{
    m_harness = std::make_unique<StepHarness>();
    m_harness->write(QStringLiteral("project/backend/minimal.py"), backend);
    m_harness->write(QStringLiteral("project/pyproject.toml"),
                     "[build-system]\nrequires = []\nbuild-backend = 'minimal'\n"
                     "backend-path = ['backend']\n[project]\nname = 'sample-kind'\n"
                     "dynamic = ['version']\n");
    m_harness->write(QStringLiteral("project/VERSION"), "1.2.3\n");
    QDir(m_harness->workspace()).mkpath(QStringLiteral("wheels"));
}

void TestPythonBuildStep::buildsAWheelWithoutANetwork()
{
    const auto intent = m_harness->plan(
        m_kind, with({{QStringLiteral("version"), Value(QStringLiteral("v1.2.3.0"))}}));
    QVERIFY2(intent, qPrintable(intent ? QString() : intent.error().message()));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("name")].text(), QStringLiteral("sample-kind"));
    QCOMPARE(outcome.outputs[QStringLiteral("version")].text(), QStringLiteral("1.2.3"));
    QCOMPARE(outcome.outputs[QStringLiteral("sdist")].text(), QString());
    const QString wheel = outcome.outputs[QStringLiteral("wheel")].text();
    QVERIFY2(wheel.startsWith(m_harness->workspace()), qPrintable(wheel));
    QCOMPARE(outcome.outputs[QStringLiteral("wheel-sha256")].text(),
             sha256Hex(readFile(wheel).valueOr({})));
    const QByteArray kept = m_harness->objects().read(outcome.evidence.value(1).digest).valueOr({});
    QVERIFY2(kept.startsWith("sample-kind 1.2.3\n"), kept.constData());
}

/// `how: build`, with the real package build.
void TestPythonBuildStep::buildsAnArchiveToo()
{
    const QString python = QStringLiteral("/usr/bin/python3");
    QProcess maker;
    maker.start(python, {QStringLiteral("-c"), QString::fromUtf8(wheelMaker),
                         m_harness->absolute(QStringLiteral("wheels"))});
    QVERIFY(maker.waitForFinished(60'000));
    if (maker.exitCode() == 77)
        QSKIP("python3-build is missing");
    QVERIFY2(maker.exitCode() == 0, maker.readAllStandardError().constData());
    m_harness->write(QStringLiteral("project/backend/minimal.py"), QByteArray(backend) + archiver);
    const Outcome outcome = m_harness->planAndRun(
        m_kind, with({{QStringLiteral("how"), Value(QStringLiteral("build"))},
                      {QStringLiteral("python"), Value(python)},
                      {QStringLiteral("version"), Value(QStringLiteral("1.2.3"))}}));
    QCOMPARE(outcome.error.message() + outcome.error.detail(), QString());
    const QString archive = outcome.outputs[QStringLiteral("sdist")].text();
    QVERIFY2(archive.endsWith(QLatin1String("/sample_kind-1.2.3.tar.gz")), qPrintable(archive));
    QCOMPARE(outcome.outputs[QStringLiteral("sdist-sha256")].text(),
             sha256Hex(readFile(archive).valueOr({})));
    QVERIFY(outcome.outputs[QStringLiteral("wheel")].text().endsWith(
        QLatin1String("/sample_kind-1.2.3-py3-none-any.whl")));
    QCOMPARE(outcome.outputs[QStringLiteral("version")].text(), QStringLiteral("1.2.3"));
}

void TestPythonBuildStep::anotherVersionFails()
{
    const Outcome outcome = m_harness->planAndRun(
        m_kind, with({{QStringLiteral("version"), Value(QStringLiteral("1.2.4"))}}));
    QCOMPARE(outcome.error.code(), QStringLiteral("python.version"));
    QVERIFY(outcome.error.message().contains(QLatin1String("1.2.3, not 1.2.4")));
    QCOMPARE(outcome.evidence.size(), 2);
}

void TestPythonBuildStep::aBuildThatFailsLeavesNothing()
{
    m_harness->write(QStringLiteral("project/VERSION"), "broken");
    const auto intent = m_harness->plan(m_kind, with());
    QVERIFY(intent);
    QCOMPARE(m_harness->run(m_kind, *intent).error.code(), QStringLiteral("program.failed"));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    // The package build is not among the wheels, and nobody else is asked for it.
    m_harness->write(QStringLiteral("project/VERSION"), "1.2.3");
    const Outcome outcome = m_harness->planAndRun(
        m_kind, with({{QStringLiteral("how"), Value(QStringLiteral("build"))}}));
    QCOMPARE(outcome.error.code(), QStringLiteral("program.failed"));
}

void TestPythonBuildStep::theProbeKnowsAFinishedBuild()
{
    const auto intent = m_harness->plan(m_kind, with());
    QVERIFY(intent);
    QCOMPARE(m_harness->run(m_kind, *intent).error.message(), QString());
    const Finding found = m_harness->probe(m_kind, *intent);
    QCOMPARE(found.verdict, Finding::Verdict::Done);
    QCOMPARE(found.outcome.outputs[QStringLiteral("version")].text(), QStringLiteral("1.2.3"));
    // What is no wheel is said to be none.
    const QString built = intent->plan.data[QStringLiteral("built")].text();
    m_harness->write(built + QStringLiteral("/sample_kind-1.2.3-py3-none-any.whl"), "PK broken");
    QCOMPARE(m_harness->probe(m_kind, *intent).outcome.error.code(),
             QStringLiteral("python.bad-wheel"));
    m_harness->write(built + QStringLiteral("/other-1-py3-none-any.whl"), "");
    QCOMPARE(m_harness->probe(m_kind, *intent).outcome.error.code(),
             QStringLiteral("python.many-wheels"));
}

void TestPythonBuildStep::aFolderWithoutAProjectIsRefused()
{
    Value::Map parameters = with();
    parameters[QStringLiteral("in")] = Value(QStringLiteral("wheels"));
    const auto intent = m_harness->plan(m_kind, parameters);
    QVERIFY(!intent);
    QCOMPARE(intent.error().code(), QStringLiteral("python.no-project"));
}

void TestPythonBuildStep::hostileValuesAreRefusedOrOneArgument_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"--index-url=http://127.0.0.1:1", "-c", "a\nb", "$(touch canary)",
                              "`touch canary`", "x;touch canary", "\u202Ea", "../../project"})
        QTest::newRow(value) << QString::fromUtf8(value);
    QTest::newRow("NUL") << QStringLiteral("a") + QChar(0);
}

void TestPythonBuildStep::hostileValuesAreRefusedOrOneArgument()
{
    QFETCH(QString, value);
    for (const char *parameter : {"in", "python", "wheels", "version"}) {
        Value::Map parameters = with();
        parameters[QLatin1String(parameter)] = Value(value);
        const auto intent = m_harness->plan(m_kind, parameters);
        if (!intent) {
            QVERIFY(!intent.error().message().isEmpty());
            continue;
        }
        QVERIFY(QByteArray(parameter) != "in");
        for (const Command &command : intent->plan.programs->commands)
            QVERIFY(!command.argv.contains(QStringLiteral("touch")));
        if (QByteArray(parameter) == "python")
            QCOMPARE(m_harness->run(m_kind, *intent).end, Outcome::End::Failed);
    }
    QVERIFY(!m_harness->exists(QStringLiteral("canary")));
}

QTEST_GUILESS_MAIN(TestPythonBuildStep)
#include "tst_pythonbuildstep.moc"
