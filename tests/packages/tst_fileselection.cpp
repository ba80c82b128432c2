// SPDX-License-Identifier: MIT
#include "core/packages/fileselection.h"

#include "core/packages/globpattern.h"
#include "tests/packages/pintext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <ctime>

using namespace Slipway;

class TestFileSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void selectsByPatternsAndSorts();
    void exceptionsAreLeftOut();
    void linksGitAndVenvsAreNotEntered();
    void aPatternWithoutAFileIsAnError();
    void aPatternWhoseFilesAreAllExceptedIsNone();
    void globsMatch_data();
    void globsMatch();
    void aHostileGlobStaysFast();
    void theNameTellsTheKind_data();
    void theNameTellsTheKind();
    void theWordOfAnOptionTellsTheKind();

private:
    void write(const char *path)
    {
        const QString full = m_root->filePath(QString::fromUtf8(path));
        QVERIFY(QDir().mkpath(QFileInfo(full).path()));
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QStringList select(const char *patterns, const QStringList &exceptions = {})
    {
        const auto found = selectFiles(m_root->path(), words(patterns), exceptions);
        return found ? *found : QStringList{found.error().code()};
    }

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestFileSelection::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    for (const char *path :
         {"api/Dockerfile", "web/x/Dockerfile", "Dockerfile", "temp_builder/Dockerfile",
          "temp_builder/deep/Dockerfile", "lib/pyproject.toml", "requirements.txt",
          ".git/Dockerfile", "env/pyvenv.cfg", "env/lib/requirements.txt", "old/requirements.txt",
          ".hidden/Dockerfile"})
        write(path);
}

void TestFileSelection::selectsByPatternsAndSorts()
{
    QCOMPARE(select("requirements.txt|lib/*.toml|api/Dockerfile|api/*"),
             words("api/Dockerfile|lib/pyproject.toml|old/requirements.txt|requirements.txt"));
    QCOMPARE(select("**/pyproject.toml"), words("lib/pyproject.toml"));
}

void TestFileSelection::exceptionsAreLeftOut()
{
    QCOMPARE(select("Dockerfile", words("temp_builder/**|.hidden/*")),
             words("Dockerfile|api/Dockerfile|web/x/Dockerfile"));
}

void TestFileSelection::linksGitAndVenvsAreNotEntered()
{
    QVERIFY(QFile::link(m_root->filePath(QStringLiteral("api")),
                        m_root->filePath(QStringLiteral("linked"))));
    QVERIFY(QFile::link(m_root->filePath(QStringLiteral("requirements.txt")),
                        m_root->filePath(QStringLiteral("api/requirements.txt"))));
    QVERIFY(QFile::link(m_root->path(), m_root->filePath(QStringLiteral("api/loop"))));
    QCOMPARE(select("Dockerfile|requirements.txt"),
             words(".hidden/Dockerfile|Dockerfile|api/Dockerfile|old/requirements.txt|"
                   "requirements.txt|temp_builder/Dockerfile|temp_builder/deep/Dockerfile|"
                   "web/x/Dockerfile"));
}

void TestFileSelection::aPatternWithoutAFileIsAnError()
{
    QCOMPARE(select("Dockerfile|reqirements.txt"), words("packages.no-such-file"));
    QCOMPARE(selectFiles(QStringLiteral("/nonexistent"), {}).error().code(),
             QStringLiteral("packages.no-folder"));
}

void TestFileSelection::aPatternWhoseFilesAreAllExceptedIsNone()
{
    QCOMPARE(select("pyproject.toml", words("lib/**")), QStringList());
}

void TestFileSelection::globsMatch_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char *pattern, const char *path, bool fits) {
        QTest::addRow("%s on %s", pattern, path)
            << QString::fromUtf8(pattern) << QString::fromUtf8(path) << fits;
    };
    row("Dockerfile", "a/b/Dockerfile", true);
    row("Dockerfile", "a/Dockerfile/x", false);
    row("./Dockerfile", "Dockerfile", true);
    row("/Dockerfile", "Dockerfile", true);
    row("/Dockerfile", "a/Dockerfile", false);
    row("*.txt", "a/b.txt", true);
    row("a/*.txt", "a/b/c.txt", false);
    row("a/**/c.txt", "a/c.txt", true);
    row("a/**/c.txt", "a/x/y/c.txt", true);
    row("**/c.txt", "c.txt", true);
    row("a/**", "a", false);
    row("a/**", "a/b/c", true);
    row("a/**", "ab/c", false);
    row("**", "a/b", true);
    row("requirements*.[ti][xn]*", "requirements-dev.in", true);
    row("[!a-c]x", "dx", true);
    row("[!a-c]x", "bx", false);
    row("a[", "a[", true);
    row("?", "é", true);
    row("Dockerfile", "dockerfile", false);
}

void TestFileSelection::globsMatch()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QTEST(matchesGlob(pattern, path), "fits");
}

void TestFileSelection::aHostileGlobStaysFast()
{
    const std::clock_t start = std::clock(); // processor time: the machine may be busy
    QVERIFY(!matchesGlob(QStringLiteral("*a").repeated(200) + u'b',
                         QStringLiteral("a").repeated(2000)));
    QVERIFY(!matchesGlob(QStringLiteral("**/a/").repeated(100) + u'b',
                         QStringLiteral("a/").repeated(1000)));
    QVERIFY((std::clock() - start) / CLOCKS_PER_SEC < 5);
}

void TestFileSelection::theNameTellsTheKind_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *path, const char *kind) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(kind);
    };
    for (const char *path :
         {"Dockerfile", "a/dockerfile", "Containerfile", "x.Dockerfile", "Dockerfile.dev"})
        row(path, "dockerfile");
    for (const char *path : {"requirements.txt", "requirements-dev.txt", "requirements.in",
                             "dev-requirements.txt", "constraints.txt"})
        row(path, "requirements");
    row("x/pyproject.toml", "pyproject");
    for (const char *path :
         {"Dockerfile.md", "Dockerfile.dockerignore", "notes.txt", "docker-compose.yml", "a.toml"})
        row(path, "");
}

void TestFileSelection::theNameTellsTheKind()
{
    QFETCH(QString, path);
    QFETCH(QString, kind);
    const auto found = pinFileKindOf(path);
    QCOMPARE(found ? pinFileKindName(*found) : QString(), kind);
}

void TestFileSelection::theWordOfAnOptionTellsTheKind()
{
    QCOMPARE(pinFileKindNamed(QStringLiteral("pyproject")), PinFileKind::Pyproject);
    QCOMPARE(pinFileKindNamed(QStringLiteral("dockerfile")), PinFileKind::Dockerfile);
    QVERIFY(!pinFileKindNamed(QStringLiteral("Dockerfile")));
}

QTEST_GUILESS_MAIN(TestFileSelection)
#include "tst_fileselection.moc"
