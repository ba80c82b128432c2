// SPDX-License-Identifier: MIT
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// The arrows between folders, as DESIGN draws them: a folder includes only what stands below.
class TestStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coreIncludesOnlyDownwards();
    void coreKnowsNoWindow();
    void onlyOneFolderKnowsEachLibrary_data();
    void onlyOneFolderKnowsEachLibrary();
    void windowIsKnownByAppAlone();
};

namespace {

// Highest first, as in the design.
const QStringList layers{
    QStringLiteral("report"),    QStringLiteral("run"),      QStringLiteral("steps"),
    QStringLiteral("images"),    QStringLiteral("packages"), QStringLiteral("registry"),
    QStringLiteral("docker"),    QStringLiteral("git"),      QStringLiteral("policy"),
    QStringLiteral("signing"),   QStringLiteral("trust"),    QStringLiteral("journal"),
    QStringLiteral("checklist"), QStringLiteral("secrets"),  QStringLiteral("process"),
    QStringLiteral("http"),      QStringLiteral("yaml"),     QStringLiteral("base")};

QStringList sources(const QString &folder)
{
    QStringList files;
    QDirIterator it(QStringLiteral(SLIPWAY_SOURCE_DIR "/") + folder,
                    {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    return files;
}

QStringList includes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression line(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)"),
                                         QRegularExpression::MultilineOption);
    QStringList found;
    auto matches = line.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        found.append(matches.next().captured(1));
    return found;
}

} // namespace

void TestStructure::coreIncludesOnlyDownwards()
{
    QStringList wrong;
    for (const QString &layer : layers) {
        const QStringList files = sources(QStringLiteral("core/") + layer);
        QVERIFY2(!files.isEmpty(), qPrintable(layer));
        for (const QString &file : files) {
            const QStringList all = includes(file);
            for (const QString &include : all) {
                const QString other = include.section(u'/', 1, 1);
                if (include.startsWith(QLatin1String("core/")) &&
                    (!layers.contains(other) || layers.indexOf(other) < layers.indexOf(layer)))
                    wrong.append(file + QLatin1String(" includes ") + include);
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestStructure::coreKnowsNoWindow()
{
    static const QRegularExpression window(QStringLiteral(
        "^(ui/|app/|QtWidgets|QtGui|QWidget|QApplication|QGuiApplication|QPainter|QColor|QIcon)"));
    const QStringList files = sources(QStringLiteral("core"));
    for (const QString &file : files) {
        const QStringList wrong = includes(file).filter(window);
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(file + QLatin1String(" includes ") + wrong.join(u' ')));
    }
}

void TestStructure::onlyOneFolderKnowsEachLibrary_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("folder");
    QTest::newRow("libgit2") << QStringLiteral("^git2") << QStringLiteral("/core/git/");
    QTest::newRow("QSql") << QStringLiteral("^(QSql|QtSql)") << QStringLiteral("/core/journal/");
    QTest::newRow("QtNetwork") << QStringLiteral("^(QNetwork|QSsl|QTcp|QtNetwork)")
                               << QStringLiteral("/core/http/");
    QTest::newRow("yaml-cpp") << QStringLiteral("^yaml-cpp/") << QStringLiteral("/core/yaml/");
    QTest::newRow("QtKeychain") << QStringLiteral("^qt6keychain/")
                                << QStringLiteral("/core/secrets/");
    QTest::newRow("libcrypto") << QStringLiteral("^openssl/") << QStringLiteral("/core/base/");
}

void TestStructure::onlyOneFolderKnowsEachLibrary()
{
    QFETCH(QString, pattern);
    QFETCH(QString, folder);
    int users = 0;
    QStringList privateHeaders;
    const QStringList files = sources(QStringLiteral("core")) + sources(QStringLiteral("ui")) +
                              sources(QStringLiteral("app"));
    for (const QString &file : files) {
        if (includes(file).filter(QRegularExpression(pattern)).isEmpty())
            continue;
        ++users;
        QVERIFY2(file.contains(folder), qPrintable(file + QLatin1String(" is not its place")));
        if (file.endsWith(QLatin1String(".h")))
            privateHeaders.append(file.mid(file.indexOf(folder) + 1));
    }
    QVERIFY(users > 0);
    // A header that names the library is the folder's own affair.
    for (const QString &file : files) {
        const QStringList all = includes(file);
        for (const QString &include : all)
            QVERIFY2(!privateHeaders.contains(include) || file.contains(folder),
                     qPrintable(file + QLatin1String(" includes ") + include));
    }
}

void TestStructure::windowIsKnownByAppAlone()
{
    const QStringList files = sources(QStringLiteral("ui"));
    for (const QString &file : files) {
        const QStringList wrong =
            includes(file).filter(QRegularExpression(QStringLiteral("^app/")));
        QVERIFY2(wrong.isEmpty(),
                 qPrintable(file + QLatin1String(" includes ") + wrong.join(u' ')));
    }
}

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
