// SPDX-License-Identifier: MIT
#include "core/steps/changelogcheckstep.h"

#include "core/steps/changelog.h"
#include "tests/steps/stepharness.h"

#include <QTest>

using namespace Slipway;

namespace {

const char *const usual = "# Changelog\n"
                          "\n"
                          "## [Unreleased]\n"
                          "### Added\n"
                          "- More.\n"
                          "\n"
                          "## [1.2.3] - 2026-11-21\n"
                          "### Fixed\n"
                          "- The count.\n"
                          "```\n"
                          "## [9.9.9] - 2026-01-01\n"
                          "```\n"
                          "\n"
                          "## [1.2.2] - 2026-10-01\n"
                          "- First.\n"
                          "\n"
                          "[1.2.3]: https://example.org/compare/1.2.2...1.2.3\n";

} // namespace

class TestChangelogCheckStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_harness = std::make_unique<StepHarness>(); }
    void findsTheEntry();
    void knowsEveryForm_data();
    void knowsEveryForm();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void saysWhereAnEntryBelongs_data();
    void saysWhereAnEntryBelongs();
    void aDateThatIsAskedForMustBeThere();
    void aRehearsalReadsWhatStepsWouldWrite();
    void hostileValuesAndFilesAreRefusedOrPlainText();

private:
    Outcome check(const char *version, Value::Map more = {})
    {
        more.insert(QStringLiteral("version"), Value(QString::fromUtf8(version)));
        return m_harness->planAndRun(m_kind, more);
    }

    std::unique_ptr<StepHarness> m_harness;
    ChangelogCheckStep m_kind;
};

void TestChangelogCheckStep::findsTheEntry()
{
    m_harness->write(QStringLiteral("CHANGELOG.md"), usual);
    const Outcome outcome = check("v1.2.3");
    QCOMPARE(outcome.error.message(), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("date")].text(), QStringLiteral("2026-11-21"));
    QCOMPARE(outcome.outputs[QStringLiteral("line")].number(), 7);
    const QString text = outcome.outputs[QStringLiteral("text")].text();
    QVERIFY2(text.startsWith(QLatin1String("### Fixed")), qPrintable(text));
    QVERIFY(!text.contains(QLatin1String("First")));
    QCOMPARE(m_harness->objects().read(outcome.evidence.value(0).digest).valueOr({}),
             text.toUtf8());
    // The last entry ends before the links.
    QCOMPARE(check("1.2.2").outputs[QStringLiteral("text")].text(), QStringLiteral("- First."));
}

void TestChangelogCheckStep::knowsEveryForm_data()
{
    QTest::addColumn<QByteArray>("heading");
    for (const char *heading :
         {"## [1.2.3] - 2026-11-21", "## 1.2.3 - 2026-11-21", "# v1.2.3 (2026-11-21)",
          "## [1.2.3](https://example.org/x) (2026-11-21)", "[1.2.3] - 2026-11-21",
          "[1.2.3] 2026-11-21", "### Version 1.2.3 / 2026-11-21 ###", "## 1.2.3, 2026-11-21",
          "1.2.3 - 2026-11-21\n==================", "## [1.2.3] \u2013 2026-11-21 \u2013 Bordeaux",
          "## 1.2.3: 2026-11-21"})
        QTest::newRow(heading) << QByteArray(heading);
    QTest::newRow("Windows") << QByteArray("\xEF\xBB\xBF## 1.2.3 - 2026-11-21\r");
}

void TestChangelogCheckStep::knowsEveryForm()
{
    QFETCH(QByteArray, heading);
    m_harness->write(QStringLiteral("CHANGELOG.md"), heading + "\n\n- Something.\n");
    const Outcome outcome = check("1.2.3");
    QCOMPARE(outcome.error.message(), QString());
    QCOMPARE(outcome.outputs[QStringLiteral("date")].text(), QStringLiteral("2026-11-21"));
    QCOMPARE(outcome.outputs[QStringLiteral("text")].text(), QStringLiteral("- Something."));
}

void TestChangelogCheckStep::saysWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *code, const char *bytes, const char *words) {
        QTest::newRow(code) << QByteArray(bytes)
                            << QStringLiteral("changelog.") + QLatin1String(code)
                            << QString::fromUtf8(words);
    };
    row("no-entry", "# Log\n\n## [Unreleased]\n- x\n\n## [1.2.2] - 2026-01-01\n- y\n",
        "line 6, as «## [1.2.3] - ");
    row("no-date", "## 1.2.3\n- x\n", "line 1");
    row("bad-date", "\n## 1.2.3 - 2026-13-01\n- x\n", "«2026-13-01»");
    row("empty", "## 1.2.3 - 2026-11-21\n\n## 1.2.2 - 2026-01-01\n- x\n", "line 1");
    row("twice", "## 1.2.3 - 2026-11-21\n- x\n## v1.2.3 - 2026-11-20\n- x\n", "1 and 3");
    row("yanked", "## [1.2.3] - 2026-11-21 [YANKED]\n- x\n", "line 1");
}

void TestChangelogCheckStep::saysWhatIsMissing()
{
    QFETCH(QByteArray, bytes);
    m_harness->write(QStringLiteral("CHANGELOG.md"), bytes);
    const Outcome outcome = check("1.2.3");
    QCOMPARE(outcome.end, Outcome::End::Failed);
    QTEST(outcome.error.code(), "code");
    QFETCH(QString, words);
    QVERIFY2(outcome.error.message().contains(words), qPrintable(outcome.error.message()));
    QVERIFY(outcome.error.place().line > 0);
}

void TestChangelogCheckStep::saysWhereAnEntryBelongs_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<int>("line");
    QTest::newRow("newest") << QStringLiteral("1.10.0") << 7;
    QTest::newRow("between") << QStringLiteral("1.2.2.1") << 14;
    QTest::newRow("oldest") << QStringLiteral("1.0") << 18;
    QTest::newRow("no number") << QStringLiteral("next") << 7;
}

void TestChangelogCheckStep::saysWhereAnEntryBelongs()
{
    QFETCH(QString, version);
    QTEST(Changelog::parse(QString::fromUtf8(usual)).lineFor(version), "line");
    QCOMPARE(Changelog::parse(QString()).lineFor(version), 1);
}

void TestChangelogCheckStep::aDateThatIsAskedForMustBeThere()
{
    m_harness->write(QStringLiteral("CHANGELOG.md"), usual);
    const QString date = QStringLiteral("date");
    QCOMPARE(check("1.2.3", {{date, Value(QStringLiteral("2026-11-21"))}}).end,
             Outcome::End::Succeeded);
    QCOMPARE(check("1.2.3", {{date, Value(QStringLiteral("2026-11-22"))}}).error.code(),
             QStringLiteral("changelog.other-date"));
    QCOMPARE(check("1.2.3", {{date, Value(QStringLiteral("today"))}}).error.code(),
             QStringLiteral("changelog.date-value"));
}

void TestChangelogCheckStep::aRehearsalReadsWhatStepsWouldWrite()
{
    const auto intent =
        m_harness->plan(m_kind, {{QStringLiteral("version"), Value(QStringLiteral("1.2.3"))}});
    QVERIFY(intent);
    StepContext context = m_harness->context(*intent);
    auto overlay = std::make_shared<Overlay>(m_harness->objects());
    QVERIFY(!m_kind.rehearse(*intent, context, *overlay));
    QVERIFY(overlay->putBytes(m_harness->absolute(QStringLiteral("CHANGELOG.md")), usual));
    context.files = FileView(overlay);
    const auto after = m_kind.rehearse(*intent, context, *overlay);
    QVERIFY2(after, qPrintable(after ? QString() : after.error().message()));
    QCOMPARE(after->outputs[QStringLiteral("date")].text(), QStringLiteral("2026-11-21"));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
}

void TestChangelogCheckStep::hostileValuesAndFilesAreRefusedOrPlainText()
{
    m_harness->write(m_harness->scratch() + QStringLiteral("/secret.md"), usual);
    m_harness->call({QStringLiteral("ln"), QStringLiteral("-s"),
                     m_harness->scratch() + QStringLiteral("/secret.md"),
                     QStringLiteral("link.md")});
    for (const char *file : {"../../secret.md", "link.md", "/etc/passwd", "--help", "a\nb", "."}) {
        const Outcome outcome =
            check("1.2.3", {{QStringLiteral("file"), Value(QString::fromUtf8(file))}});
        QVERIFY2(outcome.end == Outcome::End::Failed, file);
        QVERIFY(!outcome.error.message().isEmpty());
    }
    for (const char *version : {"--version", "1.2.3\n", "\u202E1.2.3", "1.2.*", "", "("})
        QVERIFY2(check(version).end == Outcome::End::Failed, version);
    // Hostile bytes of the file are neither shown as they are nor too much.
    m_harness->write(QStringLiteral("CHANGELOG.md"),
                     "## 1.2.3 - 2026-11-21\n- \x1b]0;title\x07 \xff\xe2\x80\xae end\n");
    const QString text = check("1.2.3").outputs[QStringLiteral("text")].text();
    QVERIFY2(!text.contains(QChar(0x1b)) && !text.contains(QChar(0x202e)), qPrintable(text));
    m_harness->write(QStringLiteral("CHANGELOG.md"), QByteArray(5 * 1024 * 1024, '#'));
    QCOMPARE(check("1.2.3").end, Outcome::End::Failed);
    m_harness->write(QStringLiteral("CHANGELOG.md"), QByteArray(1024 * 1024, '['));
    QCOMPARE(check("1.2.3").error.code(), QStringLiteral("changelog.no-entry"));
}

QTEST_GUILESS_MAIN(TestChangelogCheckStep)
#include "tst_changelogcheckstep.moc"
