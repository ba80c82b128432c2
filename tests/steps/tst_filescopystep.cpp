// SPDX-License-Identifier: MIT
#include "core/steps/filescopystep.h"

#include "tests/steps/stepharness.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace Slipway;

namespace {

Value::Map fromTo(const QString &from, const QString &to)
{
    return {{QStringLiteral("from"), Value(from)}, {QStringLiteral("to"), Value(to)}};
}

int modeOf(const QString &path)
{
    struct stat info = {};
    ::lstat(QFile::encodeName(path).constData(), &info);
    return int(info.st_mode & 0777);
}

} // namespace

class TestFilesCopyStep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void copiesHiddenEmptyAndLinkedThingsButNoGit();
    void leavesOutWhatIsExcepted();
    void copiesGitWhenSaid();
    void keepsModesEvenOfFoldersWithoutWritePermission();
    void aLinkOutOfTheSourceStaysALink();
    void refusesATargetInTheWay_data();
    void refusesATargetInTheWay();
    void refusesATargetOutsideTheWorkspace();
    void refusesATargetBehindALink();
    void refusesATargetInARepositoryUnlessSaid();
    void aChosenFolderMayBeALink();
    void copiesOneFileIntoAFolderByPattern();
    void aPatternMustMatchOneFile();
    void overwritesAFileOnlyWhenSaid();
    void aSecondCopyChangesNothing();
    void aSourceThatChangedSinceThePlanFails();
    void theProbeTellsBeforeAfterAndForeign();
    void theProbeRemovesAHalfMadeCopy();

private:
    QString source(const QString &name = {}) const
    {
        return m_harness->scratch() + QStringLiteral("/source") +
               (name.isEmpty() ? QString() : u'/' + name);
    }
    Outcome copy(const Value::Map &with) { return m_harness->planAndRun(m_kind, with); }

    std::unique_ptr<StepHarness> m_harness;
    FilesCopyStep m_kind;
};

void TestFilesCopyStep::init()
{
    m_harness = std::make_unique<StepHarness>();
    m_harness->write(source(QStringLiteral("a.txt")), "a");
    m_harness->write(source(QStringLiteral("worker/.env")), "KEY=1");
    m_harness->write(source(QStringLiteral("worker/deep/b.bin")), QByteArray("\0\xff", 2));
    m_harness->write(source(QStringLiteral(".git/config")), "[core]");
    m_harness->write(source(QStringLiteral("worker/.git/config")), "[core]");
    QVERIFY(QDir(source()).mkpath(QStringLiteral("data/empty")));
    QCOMPARE(::symlink("a.txt", QFile::encodeName(source(QStringLiteral("link"))).constData()), 0);
}

void TestFilesCopyStep::copiesHiddenEmptyAndLinkedThingsButNoGit()
{
    const Outcome outcome = copy(fromTo(source(), QStringLiteral("test/stack")));
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QCOMPARE(m_harness->read(QStringLiteral("test/stack/worker/.env")), QByteArray("KEY=1"));
    QCOMPARE(m_harness->read(QStringLiteral("test/stack/worker/deep/b.bin")),
             QByteArray("\0\xff", 2));
    QVERIFY(QFileInfo(m_harness->absolute(QStringLiteral("test/stack/data/empty"))).isDir());
    QCOMPARE(QFile::symLinkTarget(m_harness->absolute(QStringLiteral("test/stack/link"))),
             m_harness->absolute(QStringLiteral("test/stack/a.txt")));
    QVERIFY(!m_harness->exists(QStringLiteral("test/stack/.git")));
    QVERIFY(!m_harness->exists(QStringLiteral("test/stack/worker/.git")));
    QCOMPARE(outcome.outputs[QStringLiteral("files")].number(), 4);
    QCOMPARE(outcome.outputs[QStringLiteral("path")].text(),
             m_harness->absolute(QStringLiteral("test/stack")));
    QCOMPARE(QDir(m_harness->absolute(QStringLiteral("test")))
                 .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("stack")});
}

void TestFilesCopyStep::leavesOutWhatIsExcepted()
{
    auto with = fromTo(source(), QStringLiteral("copy"));
    with.insert(QStringLiteral("except"),
                Value::ofTexts({QStringLiteral("deep"), QStringLiteral("*.txt")}));
    QCOMPARE(copy(with).end, Outcome::End::Succeeded);
    QVERIFY(m_harness->exists(QStringLiteral("copy/worker/.env")));
    QVERIFY(!m_harness->exists(QStringLiteral("copy/worker/deep")));
    QVERIFY(!m_harness->exists(QStringLiteral("copy/a.txt")));
}

void TestFilesCopyStep::copiesGitWhenSaid()
{
    auto with = fromTo(source(), QStringLiteral("copy"));
    with.insert(QStringLiteral("with-git"), Value(true));
    QCOMPARE(copy(with).end, Outcome::End::Succeeded);
    QVERIFY(m_harness->exists(QStringLiteral("copy/.git/config")));
}

void TestFilesCopyStep::keepsModesEvenOfFoldersWithoutWritePermission()
{
    ::chmod(QFile::encodeName(source(QStringLiteral("a.txt"))).constData(), 0755);
    ::chmod(QFile::encodeName(source(QStringLiteral("worker/deep"))).constData(), 0555);
    QCOMPARE(copy(fromTo(source(), QStringLiteral("copy"))).end, Outcome::End::Succeeded);
    QCOMPARE(modeOf(m_harness->absolute(QStringLiteral("copy/a.txt"))), 0755);
    QCOMPARE(modeOf(m_harness->absolute(QStringLiteral("copy/worker/deep"))), 0555);
    QVERIFY(m_harness->exists(QStringLiteral("copy/worker/deep/b.bin")));
}

void TestFilesCopyStep::aLinkOutOfTheSourceStaysALink()
{
    QCOMPARE(::symlink("/etc", QFile::encodeName(source(QStringLiteral("etc"))).constData()), 0);
    QCOMPARE(copy(fromTo(source(), QStringLiteral("copy"))).end, Outcome::End::Succeeded);
    QCOMPARE(QFile::symLinkTarget(m_harness->absolute(QStringLiteral("copy/etc"))),
             QStringLiteral("/etc"));
}

void TestFilesCopyStep::refusesATargetInTheWay_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("equal") << QStringLiteral("a") << QStringLiteral("a");
    QTest::newRow("inside") << QStringLiteral("a") << QStringLiteral("a/b/c");
    QTest::newRow("above") << QStringLiteral("a/sub") << QStringLiteral("a");
    QTest::newRow("other folder") << QStringLiteral("a") << QStringLiteral("other");
}

void TestFilesCopyStep::refusesATargetInTheWay()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    m_harness->write(QStringLiteral("a/sub/file"), "x");
    m_harness->write(QStringLiteral("other/file"), "y");
    const auto intent = m_harness->plan(m_kind, fromTo(from, to));
    QVERIFY(!intent);
    QVERIFY2(intent.error().code() == u"files.entangled" ||
                 intent.error().code() == u"files.exists",
             qPrintable(intent.error().message()));
}

void TestFilesCopyStep::refusesATargetOutsideTheWorkspace()
{
    for (const QString &to : {QStringLiteral("../x"), m_harness->scratch() + QStringLiteral("/x")})
        QVERIFY(!m_harness->plan(m_kind, fromTo(source(), to)));
    auto with = fromTo(source(), QStringLiteral("x"));
    with.insert(QStringLiteral("root"), Value(m_harness->scratch()));
    QCOMPARE(copy(with).end, Outcome::End::Succeeded);
    QVERIFY(QFileInfo::exists(m_harness->scratch() + QStringLiteral("/x/a.txt")));
}

void TestFilesCopyStep::refusesATargetBehindALink()
{
    const QByteArray link = QFile::encodeName(m_harness->absolute(QStringLiteral("out")));
    QCOMPARE(::symlink(QFile::encodeName(m_harness->scratch()).constData(), link.constData()), 0);
    const auto intent = m_harness->plan(m_kind, fromTo(source(), QStringLiteral("out/copy")));
    QCOMPARE(intent.error().code(), QStringLiteral("path.link"));
}

void TestFilesCopyStep::refusesATargetInARepositoryUnlessSaid()
{
    m_harness->write(QStringLiteral("clone/.git/config"), "[core]");
    auto with = fromTo(source(), QStringLiteral("clone/sub/copy"));
    QCOMPARE(m_harness->plan(m_kind, with).error().code(), QStringLiteral("files.in-repository"));
    with.insert(QStringLiteral("in-repository"), Value(true));
    QCOMPARE(copy(with).end, Outcome::End::Succeeded);
}

void TestFilesCopyStep::aChosenFolderMayBeALink()
{
    const QString link = m_harness->scratch() + QStringLiteral("/link");
    QVERIFY(QFile::link(source(), link));
    QCOMPARE(copy(fromTo(link, QStringLiteral("copy"))).end, Outcome::End::Succeeded);
    QVERIFY(QFileInfo(m_harness->absolute(QStringLiteral("copy"))).isDir());
    QVERIFY(!QFileInfo(m_harness->absolute(QStringLiteral("copy"))).isSymLink());
    // Inside a folder of a checklist's making a link is not followed.
    QVERIFY(QFile::link(source(), m_harness->absolute(QStringLiteral("inner"))));
    QVERIFY(!m_harness->plan(m_kind, fromTo(QStringLiteral("inner"), QStringLiteral("other"))));
}

void TestFilesCopyStep::copiesOneFileIntoAFolderByPattern()
{
    m_harness->write(source(QStringLiteral("dist/lib-1.2.whl")), "wheel");
    m_harness->write(QStringLiteral("test/worker/x"), "x");
    const Value::Map with{{QStringLiteral("from"), Value(source(QStringLiteral("dist/*.whl")))},
                          {QStringLiteral("into"), Value(QStringLiteral("test/worker"))}};
    const Outcome outcome = copy(with);
    QVERIFY2(outcome.end == Outcome::End::Succeeded, qPrintable(outcome.error.message()));
    QCOMPARE(outcome.outputs[QStringLiteral("name")].text(), QStringLiteral("lib-1.2.whl"));
    QCOMPARE(m_harness->read(QStringLiteral("test/worker/lib-1.2.whl")), QByteArray("wheel"));
}

void TestFilesCopyStep::aPatternMustMatchOneFile()
{
    m_harness->write(source(QStringLiteral("dist/a.whl")), "1");
    m_harness->write(source(QStringLiteral("dist/b.whl")), "2");
    const auto two = m_harness->plan(
        m_kind, fromTo(source(QStringLiteral("dist/*.whl")), QStringLiteral("w.whl")));
    QCOMPARE(two.error().code(), QStringLiteral("files.pattern"));
    QVERIFY(two.error().message().contains(u"a.whl, b.whl"));
    QVERIFY(!m_harness->plan(
        m_kind, fromTo(source(QStringLiteral("dist/*.zip")), QStringLiteral("w.whl"))));
}

void TestFilesCopyStep::overwritesAFileOnlyWhenSaid()
{
    m_harness->write(QStringLiteral("target.txt"), "old");
    auto with = fromTo(source(QStringLiteral("a.txt")), QStringLiteral("target.txt"));
    QCOMPARE(m_harness->plan(m_kind, with).error().code(), QStringLiteral("files.exists"));
    with.insert(QStringLiteral("overwrite"), Value(true));
    const auto intent = m_harness->plan(m_kind, with);
    QVERIFY(intent);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QCOMPARE(m_harness->run(m_kind, *intent).end, Outcome::End::Succeeded);
    QCOMPARE(m_harness->read(QStringLiteral("target.txt")), QByteArray("a"));
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::Done);
}

void TestFilesCopyStep::aSecondCopyChangesNothing()
{
    const auto with = fromTo(source(), QStringLiteral("copy"));
    const Outcome first = copy(with);
    struct stat before = {};
    ::stat(QFile::encodeName(m_harness->absolute(QStringLiteral("copy"))).constData(), &before);
    const Outcome second = copy(with);
    QCOMPARE(second.end, Outcome::End::Succeeded);
    QCOMPARE(second.outputs, first.outputs);
    struct stat after = {};
    ::stat(QFile::encodeName(m_harness->absolute(QStringLiteral("copy"))).constData(), &after);
    QCOMPARE(after.st_ino, before.st_ino);
}

void TestFilesCopyStep::aSourceThatChangedSinceThePlanFails()
{
    const auto intent = m_harness->plan(m_kind, fromTo(source(), QStringLiteral("copy")));
    QVERIFY(intent);
    m_harness->write(source(QStringLiteral("worker/.env")), "KEY=2");
    const Outcome outcome = m_harness->run(m_kind, *intent);
    QCOMPARE(outcome.end, Outcome::End::Failed);
    QCOMPARE(outcome.error.code(), QStringLiteral("manifest.changed"));
    QVERIFY(QDir(m_harness->workspace())
                .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestFilesCopyStep::theProbeTellsBeforeAfterAndForeign()
{
    const auto intent = m_harness->plan(m_kind, fromTo(source(), QStringLiteral("copy")));
    QVERIFY(intent);
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    const Outcome outcome = m_harness->run(m_kind, *intent);
    const Finding done = m_harness->probe(m_kind, *intent);
    QCOMPARE(done.verdict, Finding::Verdict::Done);
    QCOMPARE(done.outcome.outputs, outcome.outputs);
    m_harness->write(QStringLiteral("copy/worker/.env"), "other");
    const Finding foreign = m_harness->probe(m_kind, *intent);
    QCOMPARE(foreign.verdict, Finding::Verdict::Foreign);
    QVERIFY(!foreign.facts.isEmpty());
}

void TestFilesCopyStep::theProbeRemovesAHalfMadeCopy()
{
    const auto intent = m_harness->plan(m_kind, fromTo(source(), QStringLiteral("copy")));
    QVERIFY(intent);
    const QString leftover = QStringLiteral(".slipway-copy-") + intent->effectKey;
    m_harness->write(leftover + QStringLiteral("/a.txt"), "half");
    QCOMPARE(m_harness->probe(m_kind, *intent).verdict, Finding::Verdict::NotDone);
    QVERIFY(!m_harness->exists(leftover));
    QCOMPARE(m_harness->run(m_kind, *intent).end, Outcome::End::Succeeded);
}

QTEST_GUILESS_MAIN(TestFilesCopyStep)
#include "tst_filescopystep.moc"
