// SPDX-License-Identifier: MIT
#include "core/base/paths.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <QTest>

using namespace Slipway;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slipwayHomeMovesEverything();
    void withoutItTheXdgFoldersCount();
    void foldersAreMadeForTheirOwnerAlone();
};

void TestPaths::slipwayHomeMovesEverything()
{
    qputenv("SLIPWAY_HOME", "/h");
    const Places places = Places::fromEnvironment();
    QCOMPARE(places.data(), QStringLiteral("/h/data"));
    QCOMPARE(places.config(), QStringLiteral("/h/config"));
    QCOMPARE(places.cache(), QStringLiteral("/h/cache"));
    QCOMPARE(places.journal(), QStringLiteral("/h/data/journal.sqlite"));
    QCOMPARE(places.attempt(QStringLiteral("abcdefghijkl"), 3),
             QStringLiteral("/h/data/runs/abcdefghijkl/attempts/3"));
    QCOMPARE(places.workspace(QStringLiteral("abcdefghijkl")),
             QStringLiteral("/h/data/runs/abcdefghijkl/work"));
}

void TestPaths::withoutItTheXdgFoldersCount()
{
    qunsetenv("SLIPWAY_HOME");
    qputenv("XDG_DATA_HOME", "/x/data");
    qputenv("XDG_CONFIG_HOME", "/x/config");
    qputenv("XDG_CACHE_HOME", "/x/cache");
    const Places places = Places::fromEnvironment();
    QCOMPARE(places.data(), QStringLiteral("/x/data/slipway"));
    QCOMPARE(places.config(), QStringLiteral("/x/config/slipway"));
    QCOMPARE(places.cache(), QStringLiteral("/x/cache/slipway"));
}

void TestPaths::foldersAreMadeForTheirOwnerAlone()
{
    const QTemporaryDir folder;
    const Places places(folder.filePath(QStringLiteral("a/data")),
                        folder.filePath(QStringLiteral("config")),
                        folder.filePath(QStringLiteral("cache")));
    QVERIFY(places.create());
    QVERIFY(places.create());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    for (const QString &path : {places.data(), places.config(), places.cache()}) {
        QVERIFY(QFileInfo(path).isDir());
        QVERIFY(!(QFileInfo(path).permissions() & others));
    }
}

QTEST_GUILESS_MAIN(TestPaths)
#include "tst_paths.moc"
