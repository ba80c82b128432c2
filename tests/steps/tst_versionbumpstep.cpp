// SPDX-License-Identifier: MIT
#include "core/steps/versionbumpstep.h"

#include "tests/steps/stepharness.h"

#include <QDateTime>
#include <QTest>

using namespace Slipway;

class TestVersionBumpStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void raisesTheLastNumber();
    void raisesAGivenNumberInsideAMarkedText();
    void setsAGivenVersion();
    void aRepeatedAttemptDoesNotRaiseTwice();
    void probesForeignChanges();
    void knowsWhereAProjectSaysItsVersion();
    void writesTheHeadOfAChangelog_data();
    void writesTheHeadOfAChangelog();
    void refusesAReleasedHead();
    void refusesAPatternThatMarksNothing();
    void refusesAPartThatIsNoNumber();

private:
    Value::Map with(const char *file, const char *pattern) const
    {
        return {{QStringLiteral("file"), Value(QString::fromUtf8(file))},
                {QStringLiteral("pattern"), Value(QString::fromUtf8(pattern))}};
    }

    std::unique_ptr<StepHarness> m_harness;
    VersionBumpStep m_kind;
};

void TestVersionBumpStep::init()
{
    m_harness = std::make_unique<StepHarness>();
    m_harness->write(QStringLiteral("pyproject.toml"),
                     "[project]\r\nname = \"lib\"\r\nversion = \"1.8.12\"\r\n");
    m_harness->write(QStringLiteral("Dockerfile"),
                     "ENV STACK_VERSION=\"r1.6.18 (mllibprodest==1.8.12)\"");
}

void TestVersionBumpStep::raisesTheLastNumber()
{
    const Outcome outcome =
        m_harness->planAndRun(m_kind, with("pyproject.toml", "^version = \"(.+)\""));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QCOMPARE(m_harness->read(QStringLiteral("pyproject.toml")),
             QByteArray("[project]\r\nname = \"lib\"\r\nversion = \"1.8.13\"\r\n"));
    QCOMPARE(outcome.outputs[QStringLiteral("old")].text(), QStringLiteral("1.8.12"));
    QCOMPARE(outcome.outputs[QStringLiteral("new")].text(), QStringLiteral("1.8.13"));
}

void TestVersionBumpStep::raisesAGivenNumberInsideAMarkedText()
{
    auto third = with("Dockerfile", "STACK_VERSION=\"(\\S+)");
    third.insert(QStringLiteral("part"), Value(QStringLiteral("3")));
    QCOMPARE(m_harness->planAndRun(m_kind, third).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->read(QStringLiteral("Dockerfile")),
             QByteArray("ENV STACK_VERSION=\"r1.6.19 (mllibprodest==1.8.12)\""));
}

void TestVersionBumpStep::setsAGivenVersion()
{
    auto given = with("Dockerfile", "mllibprodest==([0-9.]+)");
    given.insert(QStringLiteral("to"), Value(QStringLiteral("1.9.0")));
    QCOMPARE(m_harness->planAndRun(m_kind, given).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->read(QStringLiteral("Dockerfile")),
             QByteArray("ENV STACK_VERSION=\"r1.6.18 (mllibprodest==1.9.0)\""));
    const auto again = m_harness->plan(m_kind, given);
    QVERIFY(again);
    QVERIFY(again->plan.edits.isEmpty());
}

void TestVersionBumpStep::aRepeatedAttemptDoesNotRaiseTwice()
{
    const auto intent = m_harness->plan(m_kind, with("pyproject.toml", "^version = \"(.+)\""));
    QVERIFY(intent);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    m_harness->run(m_kind, *intent);
    m_harness->run(m_kind, *intent);
    QVERIFY(m_harness->read(QStringLiteral("pyproject.toml")).contains("1.8.13"));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
}

void TestVersionBumpStep::probesForeignChanges()
{
    const auto intent = m_harness->plan(m_kind, with("pyproject.toml", "^version = \"(.+)\""));
    QVERIFY(intent);
    m_harness->write(QStringLiteral("pyproject.toml"), "version = \"2.0\"\n");
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Foreign);
    QCOMPARE(m_harness->run(m_kind, *intent).end, Outcome::End::Failed);
}

void TestVersionBumpStep::knowsWhereAProjectSaysItsVersion()
{
    m_harness->write(QStringLiteral("pyproject.toml"),
                     "[tool.x]\nversion = \"1.0\"\n[project]\nversion = '1.8.12' # x\n");
    const Value::Map file{{QStringLiteral("file"), Value(QStringLiteral("pyproject.toml"))}};
    QCOMPARE(m_harness->planAndRun(m_kind, file).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->read(QStringLiteral("pyproject.toml")),
             QByteArray("[tool.x]\nversion = \"1.0\"\n[project]\nversion = '1.8.13' # x\n"));
    const Value::Map other{{QStringLiteral("file"), Value(QStringLiteral("Dockerfile"))}};
    QCOMPARE(m_harness->plan(m_kind, other).error().code(), QStringLiteral("version.no-pattern"));
}

void TestVersionBumpStep::writesTheHeadOfAChangelog_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("keep a changelog")
        << QByteArray(
               "# Changelog\r\n\r\n## [Unreleased]\r\n- x\r\n\r\n## [1.2.3] - 2026-01-02\r\n")
        << QByteArray(
               "# Changelog\r\n\r\n## [1.3.0] - TODAY\r\n- x\r\n\r\n## [1.2.3] - 2026-01-02\r\n");
    QTest::newRow("no dates") << QByteArray("# Unreleased\n\n# v1.2\n")
                              << QByteArray("# 1.3.0\n\n# v1.2\n");
    QTest::newRow("a version that is not released")
        << QByteArray("## 1.2.4 (unreleased)\n\n## 1.2.3 - 2026-01-02\n")
        << QByteArray("## 1.3.0 (unreleased)\n\n## 1.2.3 - 2026-01-02\n");
    QTest::newRow("underlined") << QByteArray("Unreleased\n----------\n\n1.2 - 2026-01-02\n---\n")
                                << QByteArray("1.3.0\n----------\n\n1.2 - 2026-01-02\n---\n");
}

void TestVersionBumpStep::writesTheHeadOfAChangelog()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_harness->context().now).date();
    after.replace("TODAY", today.toString(Qt::ISODate).toLatin1());
    m_harness->write(QStringLiteral("CHANGELOG.md"), before);
    const Value::Map with{{QStringLiteral("file"), Value(QStringLiteral("CHANGELOG.md"))},
                          {QStringLiteral("to"), Value(QStringLiteral("1.3.0"))}};
    QCOMPARE(m_harness->planAndRun(m_kind, with).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->read(QStringLiteral("CHANGELOG.md")), after);
}

void TestVersionBumpStep::refusesAReleasedHead()
{
    const Value::Map file{{QStringLiteral("file"), Value(QStringLiteral("CHANGELOG.md"))}};
    const auto codeFor = [&](const char *text) {
        m_harness->write(QStringLiteral("CHANGELOG.md"), text);
        return m_harness->plan(m_kind, file).error().code();
    };
    QCOMPARE(codeFor("## [1.2.3] - 2026-01-02\n"), QStringLiteral("version.released"));
    QCOMPARE(codeFor("## [Unreleased]\n"), QStringLiteral("version.to-needed"));
    QCOMPARE(codeFor("# Changelog\n"), QStringLiteral("version.no-head"));
}

void TestVersionBumpStep::refusesAPatternThatMarksNothing()
{
    QVERIFY(!m_harness->plan(m_kind, with("pyproject.toml", "^edition = (.+)$")));
    QVERIFY(!m_harness->plan(m_kind, with("none.toml", "(x)")));
}

void TestVersionBumpStep::refusesAPartThatIsNoNumber()
{
    auto wrong = with("pyproject.toml", "^version = \"(.+)\"");
    for (const char *part : {"0", "-1", "patch", "9"}) {
        wrong.insert(QStringLiteral("part"), Value(QString::fromLatin1(part)));
        QVERIFY2(!m_harness->plan(m_kind, wrong), part);
    }
}

QTEST_GUILESS_MAIN(TestVersionBumpStep)
#include "tst_versionbumpstep.moc"
