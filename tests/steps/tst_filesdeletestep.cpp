// SPDX-License-Identifier: MIT
#include "core/steps/filesdeletestep.h"

#include "tests/docker/testengine.h"
#include "tests/steps/stepharness.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace Slipway;

namespace {

Value::Map path(const QString &path)
{
    return {{QStringLiteral("path"), Value(path)}};
}

} // namespace

class TestFilesDeleteStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void removesAFolderAndSaysHowMuch();
    void removesFoldersWithoutWritePermission();
    void removesALinkAndNotWhatItLeadsTo();
    void aMissingPathIsFine();
    void refusesWhatIsNotBelowTheWorkspace_data();
    void refusesWhatIsNotBelowTheWorkspace();
    void probesBeforeAndAfter();
    void theProbeFinishesAHalfDoneRemoval();
    void aContainerRemovesWhatIsNamed();
    void whatBelongsToAnotherUserNeedsAnImage();

private:
    std::unique_ptr<StepHarness> m_harness;
    FilesDeleteStep m_kind;
};

void TestFilesDeleteStep::init()
{
    m_harness = std::make_unique<StepHarness>();
    m_harness->write(QStringLiteral("test/a"), "12345");
    m_harness->write(QStringLiteral("test/sub/.b"), "1");
}

void TestFilesDeleteStep::removesAFolderAndSaysHowMuch()
{
    const auto intent = m_harness->plan(m_kind, path(QStringLiteral("test")));
    QVERIFY(intent);
    QCOMPARE(intent->plan.facts.value(1).value, QStringLiteral("2 files, 6 bytes"));
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.end, Outcome::End::Succeeded);
    QCOMPARE(outcome.outputs[QStringLiteral("files")].number(), 2);
    QVERIFY(QDir(m_harness->workspace())
                .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestFilesDeleteStep::removesFoldersWithoutWritePermission()
{
    ::chmod(QFile::encodeName(m_harness->absolute(QStringLiteral("test/sub"))).constData(), 0555);
    QCOMPARE(m_harness->planAndRun(m_kind, path(QStringLiteral("test"))).end,
             Outcome::End::Succeeded);
    QVERIFY(!m_harness->exists(QStringLiteral("test")));
}

void TestFilesDeleteStep::removesALinkAndNotWhatItLeadsTo()
{
    const QString outside = m_harness->scratch() + QStringLiteral("/outside");
    m_harness->write(outside + QStringLiteral("/file"), "x");
    QVERIFY(QFile::link(outside, m_harness->absolute(QStringLiteral("test/link"))));
    QCOMPARE(m_harness->planAndRun(m_kind, path(QStringLiteral("test"))).end,
             Outcome::End::Succeeded);
    QCOMPARE(m_harness->read(outside + QStringLiteral("/file")), QByteArray("x"));
}

void TestFilesDeleteStep::aMissingPathIsFine()
{
    const Outcome outcome = m_harness->planAndRun(m_kind, path(QStringLiteral("no/such/folder")));
    QCOMPARE(outcome.end, Outcome::End::Succeeded);
    QCOMPARE(outcome.outputs[QStringLiteral("files")].number(), 0);
}

void TestFilesDeleteStep::refusesWhatIsNotBelowTheWorkspace_data()
{
    QTest::addColumn<QString>("path");
    for (const char *text : {"..", "../x", ".", "/", "/etc", "test/../.."})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestFilesDeleteStep::refusesWhatIsNotBelowTheWorkspace()
{
    QFETCH(QString, path);
    QVERIFY(!m_harness->plan(m_kind, ::path(path)));
    const QString outside = m_harness->scratch() + QStringLiteral("/outside");
    m_harness->write(outside + QStringLiteral("/file"), "x");
    QVERIFY(QFile::link(outside, m_harness->absolute(QStringLiteral("link"))));
    QVERIFY(!m_harness->plan(m_kind, ::path(QStringLiteral("link/file"))));
    QVERIFY(!m_harness->plan(m_kind, ::path(m_harness->workspace())));
}

void TestFilesDeleteStep::probesBeforeAndAfter()
{
    const auto intent = m_harness->plan(m_kind, path(QStringLiteral("test")));
    QVERIFY(intent);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    m_harness->run(m_kind, *intent);
    const Finding finding = m_harness->probe(m_kind, *intent);
    QCOMPARE(finding.verdict, Finding::Verdict::Done);
    QCOMPARE(finding.outcome.outputs[QStringLiteral("files")].number(), 2);
}

void TestFilesDeleteStep::theProbeFinishesAHalfDoneRemoval()
{
    const auto intent = m_harness->plan(m_kind, path(QStringLiteral("test")));
    QVERIFY(intent);
    const QString trash = QStringLiteral(".slipway-trash-") + intent->effectKey;
    QVERIFY(QDir(m_harness->workspace()).rename(QStringLiteral("test"), trash));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
    QVERIFY(!m_harness->exists(trash));
}

void TestFilesDeleteStep::aContainerRemovesWhatIsNamed()
{
    SLIPWAY_NEED_ENGINE();
    m_harness->write(QStringLiteral("od,d \"x\"/name/file"), "x");
    const Command command =
        removalCommand(QStringLiteral("docker"), TestEngine::image(),
                       m_harness->absolute(QStringLiteral("od,d \"x\"")), QStringLiteral("name"));
    m_harness->call(command.argv);
    QVERIFY(!m_harness->exists(QStringLiteral("od,d \"x\"/name")));
    QVERIFY(m_harness->exists(QStringLiteral("od,d \"x\"")));
}

void TestFilesDeleteStep::whatBelongsToAnotherUserNeedsAnImage()
{
    SLIPWAY_NEED_ENGINE();
    if (::geteuid() != 0)
        QSKIP("only root can make files of another user");
    constexpr uid_t nobody = 65534;
    const auto encoded = [this](const QString &name) {
        return QFile::encodeName(m_harness->absolute(name));
    };
    for (const QString &folder : {m_harness->scratch(), m_harness->absolute(QStringLiteral(".."))})
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0755), 0);
    QCOMPARE(::chown(encoded(QStringLiteral(".")).constData(), nobody, nobody), 0);
    QCOMPARE(::chown(encoded(QStringLiteral("test")).constData(), nobody, nobody), 0);
    auto with = path(QStringLiteral("test"));
    // "test/sub" is root's, as if a container had written it.
    QCOMPARE(::seteuid(nobody), 0);
    const auto refused = m_harness->plan(m_kind, with);
    with.insert(QStringLiteral("image"), Value(TestEngine::image()));
    const auto intent = m_harness->plan(m_kind, with);
    QCOMPARE(::seteuid(0), 0);
    QCOMPARE(refused.error().code(), QStringLiteral("files.locked"));
    QVERIFY(refused.error().message().contains(u"test/sub"));
    QVERIFY(intent);
    QVERIFY(intent->plan.programs.has_value());
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.detail()));
    QVERIFY(!m_harness->exists(QStringLiteral("test")));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
}

QTEST_GUILESS_MAIN(TestFilesDeleteStep)
#include "tst_filesdeletestep.moc"
