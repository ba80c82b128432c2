// SPDX-License-Identifier: MIT
#include "app/sample/sampleworkspace.h"
#include "core/base/files.h"
#include "core/process/ask.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Slipway;

namespace {

Reply run(const QStringList &argv, const QString &directory,
          const QMap<QString, QString> &environment = {})
{
    Question question;
    question.argv = argv;
    question.directory = directory;
    question.environment = environment;
    question.timeoutMs = 120'000;
    const auto reply = ask(question);
    if (!reply)
        return {-1, {}, reply.error().message().toUtf8()};
    return *reply;
}

QString printed(const QStringList &argv, const QString &directory)
{
    const Reply reply = run(argv, directory);
    return QString::fromUtf8(reply.output + reply.errorOutput).trimmed();
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

class TestSampleWorkspace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachCloneIsCleanAndItsRemoteHasMain_data();
    void eachCloneIsCleanAndItsRemoteHasMain();
    void theStacksRemoteHasAMergedBranchOfTheEarlierUpdate();
    void hiddenFilesArriveAndScriptsCanRun();
    void theSecondSampleHasTheSameCommits();
    void aFolderThatHoldsSomethingIsRefused();
    void nothingIsLeftWhenGitFails();
    void aShellReadsTheCommandAndTheEnvironmentRight();
    void theLibraryIsBuiltWithoutAnIndex();

private:
    QTemporaryDir m_folder;
    SampleReport m_sample;
};

void TestSampleWorkspace::initTestCase()
{
    const auto created =
        SampleWorkspace(m_folder.filePath(QStringLiteral("it's a sample"))).create();
    QVERIFY2(created.isOk(),
             created.isOk() ? ""
                            : qPrintable(created.error().message() + created.error().detail()));
    m_sample = *created;
}

void TestSampleWorkspace::eachCloneIsCleanAndItsRemoteHasMain_data()
{
    QTest::addColumn<QString>("clone");
    QTest::newRow("library") << m_sample.library;
    QTest::newRow("model") << m_sample.model;
    QTest::newRow("stack") << m_sample.stack;
}

void TestSampleWorkspace::eachCloneIsCleanAndItsRemoteHasMain()
{
    QFETCH(QString, clone);
    QCOMPARE(printed(words("git status --porcelain"), clone), QString());
    QCOMPARE(printed(words("git branch --show-current"), clone), QStringLiteral("main"));
    QCOMPARE(printed(words("git branch --format %(refname:short)"), clone), QStringLiteral("main"));
    const QString head = printed(words("git rev-parse HEAD"), clone);
    const QString remote = printed(words("git ls-remote origin refs/heads/main"), clone);
    QCOMPARE(remote.section(u'\t', 0, 0), head);
}

void TestSampleWorkspace::theStacksRemoteHasAMergedBranchOfTheEarlierUpdate()
{
    QCOMPARE(
        run(words("git merge-base --is-ancestor origin/atualizar_pacotes main"), m_sample.stack)
            .exitCode,
        0);
    QVERIFY(printed(words("git diff HEAD~1 --stat"), m_sample.stack)
                .contains(QStringLiteral("api/Dockerfile")));
    QVERIFY(printed(words("git show HEAD:api/Dockerfile"), m_sample.stack)
                .contains(QStringLiteral("r1.6.18 (mllibprodest==1.8.12)")));
}

void TestSampleWorkspace::hiddenFilesArriveAndScriptsCanRun()
{
    QVERIFY(QFileInfo::exists(m_sample.model + QStringLiteral("/publicar/worker_retrain/.env")));
    QVERIFY(QFileInfo::exists(m_sample.stack + QStringLiteral("/database/mongodb_data/.gitkeep")));
    QVERIFY(QFileInfo(m_sample.stack + QStringLiteral("/build.sh")).isExecutable());
    QVERIFY(QFileInfo(m_sample.stack + QStringLiteral("/stack/destroy.sh")).isExecutable());
    QVERIFY(!QFileInfo(m_sample.stack + QStringLiteral("/api/Dockerfile")).isExecutable());
    const auto dockerfile =
        readFile(m_sample.stack + QStringLiteral("/workers/worker_pub/Dockerfile"));
    QVERIFY(dockerfile.isOk());
    QVERIFY2(!dockerfile->endsWith('\n'), "this file is to have no newline at its end");
}

void TestSampleWorkspace::theSecondSampleHasTheSameCommits()
{
    const auto second = SampleWorkspace(m_folder.filePath(QStringLiteral("second"))).create();
    QVERIFY(second.isOk());
    const QStringList head = words("git rev-parse HEAD");
    QCOMPARE(printed(head, second->stack), printed(head, m_sample.stack));
    const QString sums = QStringLiteral("/wheels/sample-sums.txt");
    QCOMPARE(readFile(second->directory + sums).value(),
             readFile(m_sample.directory + sums).value());
}

void TestSampleWorkspace::aFolderThatHoldsSomethingIsRefused()
{
    QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("full")));
    const QString kept = m_folder.filePath(QStringLiteral("full/.hidden"));
    QVERIFY(writeFileDurably(kept, "mine").isOk());
    const auto refused = SampleWorkspace(m_folder.filePath(QStringLiteral("full"))).create();
    QVERIFY(!refused.isOk());
    QCOMPARE(refused.error().code(), QStringLiteral("sample.not-empty"));
    QVERIFY(QFileInfo::exists(kept));
}

void TestSampleWorkspace::nothingIsLeftWhenGitFails()
{
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", "/nonexistent");
    const QString folder = m_folder.filePath(QStringLiteral("half"));
    const auto failed = SampleWorkspace(folder).create();
    qputenv("PATH", path);
    QVERIFY(!failed.isOk());
    QVERIFY(!QFileInfo::exists(folder));
}

void TestSampleWorkspace::aShellReadsTheCommandAndTheEnvironmentRight()
{
    // A function in the place of the program prints what the program would get.
    const Reply reply =
        run({QStringLiteral("bash"), QStringLiteral("-c"),
             QStringLiteral("slipway() { printf '%s\\n' \"$PIP_FIND_LINKS\" \"$@\"; }; ") +
                 m_sample.commandLine},
            {});
    QStringList expected{m_sample.environment.at(1).section(u'=', 1), QStringLiteral("run"),
                         QStringLiteral("package-update")};
    for (auto input = m_sample.inputs.begin(); input != m_sample.inputs.end(); ++input)
        expected << QStringLiteral("--input") << input.key() + u'=' + input.value();
    QCOMPARE(QString::fromUtf8(reply.output).trimmed().split(u'\n'), expected);
    const Reply sourced = run({QStringLiteral("bash"), QStringLiteral("-c"),
                               QStringLiteral(". ./environment; printf %s \"$PIP_FIND_LINKS\"")},
                              m_sample.directory);
    QCOMPARE(QString::fromUtf8(sourced.output), expected.first());
    const auto inputs = readFile(m_sample.directory + QStringLiteral("/inputs.json"));
    QCOMPARE(QJsonDocument::fromJson(*inputs).object().value(QStringLiteral("stack")).toString(),
             m_sample.stack);
    const auto guide = readFile(m_sample.directory + QStringLiteral("/README.txt"));
    QVERIFY(guide->contains(m_sample.commandLine.toUtf8()));
}

void TestSampleWorkspace::theLibraryIsBuiltWithoutAnIndex()
{
    if (QDir(m_sample.directory + QStringLiteral("/wheels"))
            .entryList({QStringLiteral("wheel-*.whl")})
            .isEmpty()) {
        QVERIFY2(qgetenv("SLIPWAY_REQUIRE") != "all", "python3-wheel-whl is missing");
        QSKIP("python3-wheel-whl is not installed");
    }
    QMap<QString, QString> environment;
    for (const QString &setting : m_sample.environment)
        environment.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    const QString copy = m_folder.filePath(QStringLiteral("library"));
    QCOMPARE(run({QStringLiteral("cp"), QStringLiteral("-r"), m_sample.library, copy}, {}).exitCode,
             0);
    for (const char *command :
         {"/usr/bin/python3 -m venv env", "env/bin/python -m pip install --upgrade pip build twine",
          "env/bin/python -m build"}) {
        const Reply reply = run(words(command), copy, environment);
        QVERIFY2(reply.isSuccess(), (reply.output + reply.errorOutput).constData());
    }
    QVERIFY(QFileInfo::exists(copy + QStringLiteral("/dist/mllibprodest-1.8.12-py3-none-any.whl")));
}

QTEST_GUILESS_MAIN(TestSampleWorkspace)
#include "tst_sampleworkspace.moc"
