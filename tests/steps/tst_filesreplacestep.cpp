// SPDX-License-Identifier: MIT
#include "core/steps/filesreplacestep.h"

#include "tests/steps/stepharness.h"

#include <QFile>
#include <QTest>
#include <unistd.h>

using namespace Slipway;

namespace {

Value::Map replace(const char *find, const char *by)
{
    return {{QStringLiteral("file"), Value(QStringLiteral("folder/file.txt"))},
            {QStringLiteral("find"), Value(QString::fromUtf8(find))},
            {QStringLiteral("replace"), Value(QString::fromUtf8(by))}};
}

} // namespace

class TestFilesReplaceStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void replacesAndLeavesTheDifferenceToLookAt();
    void probesBeforeAfterAndForeign();
    void aSecondRunChangesNothing();
    void aFileThatChangedSinceThePlanIsNotTouched();
    void refusesAWrongCount();
    void refusesALinkThatLeadsOut();
    void saysThatTheFileIsMissing();
    void needsFindOrLine();

private:
    std::unique_ptr<StepHarness> m_harness;
    FilesReplaceStep m_kind;
    const QString m_file = QStringLiteral("folder/file.txt");
};

void TestFilesReplaceStep::init()
{
    m_harness = std::make_unique<StepHarness>();
    m_harness->write(m_file, "one\ntwo\nthree");
}

void TestFilesReplaceStep::replacesAndLeavesTheDifferenceToLookAt()
{
    const auto intent = m_harness->plan(m_kind, replace("two", "2"));
    QVERIFY(intent);
    QCOMPARE(intent->plan.evidence.size(), 1);
    QCOMPARE(m_harness->read(m_file), QByteArray("one\ntwo\nthree"));
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->read(m_file), QByteArray("one\n2\nthree"));
    QCOMPARE(outcome.outputs[QStringLiteral("count")].number(), 1);
    QCOMPARE(outcome.evidence.value(0).name, QStringLiteral("diff"));
    QCOMPARE(outcome.evidence.value(0).type, QStringLiteral("changes"));
    const FileEdit edit = intent->plan.edits.value(0);
    QCOMPARE(m_harness->objects().read(edit.before).value(), QByteArray("one\ntwo\nthree"));
    QCOMPARE(m_harness->objects().read(edit.after).value(), QByteArray("one\n2\nthree"));
}

void TestFilesReplaceStep::probesBeforeAfterAndForeign()
{
    const auto intent = m_harness->plan(m_kind, replace("two", "2"));
    QVERIFY(intent);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
    QCOMPARE(m_harness->probe(m_kind, *intent).outcome.outputs, outcome.outputs);
    m_harness->write(m_file, "somebody");
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Foreign);
    QVERIFY(QFile::remove(m_harness->absolute(m_file)));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Foreign);
}

void TestFilesReplaceStep::aSecondRunChangesNothing()
{
    QCOMPARE(m_harness->planAndRun(m_kind, replace("two", "2")).end, Outcome::End::Succeeded);
    const auto again = m_harness->plan(m_kind, replace("two", "2"));
    QVERIFY(again);
    QVERIFY(again->plan.edits.isEmpty());
    QCOMPARE(m_harness->run(m_kind, *again).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->read(m_file), QByteArray("one\n2\nthree"));
}

void TestFilesReplaceStep::aFileThatChangedSinceThePlanIsNotTouched()
{
    const auto intent = m_harness->plan(m_kind, replace("two", "2"));
    QVERIFY(intent);
    m_harness->write(m_file, "one\ntwo\nfour");
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.error.code(), QStringLiteral("files.foreign"));
    QCOMPARE(m_harness->read(m_file), QByteArray("one\ntwo\nfour"));
}

void TestFilesReplaceStep::refusesAWrongCount()
{
    auto with = replace("o", "0");
    QCOMPARE(m_harness->plan(m_kind, with).error().code(), QStringLiteral("replace.count"));
    with.insert(QStringLiteral("count"), Value(QStringLiteral("any")));
    QCOMPARE(m_harness->planAndRun(m_kind, with).outputs[QStringLiteral("count")].number(), 2);
    with.insert(QStringLiteral("count"), Value(QStringLiteral("many")));
    QCOMPARE(m_harness->plan(m_kind, with).error().code(), QStringLiteral("replace.count-value"));
}

void TestFilesReplaceStep::refusesALinkThatLeadsOut()
{
    m_harness->write(m_harness->scratch() + QStringLiteral("/secret"), "two");
    QVERIFY(QFile::remove(m_harness->absolute(m_file)));
    QVERIFY(
        QFile::link(m_harness->scratch() + QStringLiteral("/secret"), m_harness->absolute(m_file)));
    QCOMPARE(m_harness->plan(m_kind, replace("two", "2")).error().code(),
             QStringLiteral("path.link"));
}

void TestFilesReplaceStep::saysThatTheFileIsMissing()
{
    auto with = replace("two", "2");
    with.insert(QStringLiteral("file"), Value(QStringLiteral("none")));
    QCOMPARE(m_harness->plan(m_kind, with).error().code(), QStringLiteral("file.missing"));
}

void TestFilesReplaceStep::needsFindOrLine()
{
    auto with = replace("two", "2");
    with.insert(QStringLiteral("line"), Value(QStringLiteral("two")));
    QCOMPARE(m_harness->plan(m_kind, with).error().code(), QStringLiteral("replace.find-or-line"));
    with.remove(QStringLiteral("find"));
    QCOMPARE(m_harness->planAndRun(m_kind, with).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->read(m_file), QByteArray("one\n2\nthree"));
}

QTEST_GUILESS_MAIN(TestFilesReplaceStep)
#include "tst_filesreplacestep.moc"
