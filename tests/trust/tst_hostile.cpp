// SPDX-License-Identifier: MIT
#include "tests/app/programs.h"
#include "tests/app/tracedcalls.h"
#include "tests/trust/hostilerepos.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

/// Opening shows: under strace nothing of a hundred hostile repositories is started, nobody is
/// called, and nothing is written but what Slipway keeps for itself.
class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void lint();
    void trustWithoutAYes();
    void run();
    void rehearse();
    void theWindow();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    TracedCalls traced(const QStringList &argv, int *status, QString *output) const;
    void proveNothingIsDone(const TracedCalls &calls, const QString &program,
                            const QString &about) const;
    void callForEach(const QStringList &before, const QStringList &after, int most);

    QTemporaryDir m_folder;
    QStringList m_lists;
    std::unique_ptr<HostileRepos> m_repos;
};

void TestHostile::initTestCase()
{
    QDir().mkpath(path(QStringLiteral("user")));
    QDir().mkpath(path(QStringLiteral("tmp")));
    qputenv("SLIPWAY_HOME", path(QStringLiteral("home")).toUtf8());
    qputenv("HOME", path(QStringLiteral("user")).toUtf8());
    qputenv("XDG_CACHE_HOME", path(QStringLiteral("home/cache")).toUtf8());
    qputenv("TMPDIR", path(QStringLiteral("tmp")).toUtf8());
    // Qt would make one in the folder for temporary files.
    QVERIFY(QDir().mkpath(path(QStringLiteral("home/runtime"))));
    QVERIFY(QFile::setPermissions(path(QStringLiteral("home/runtime")),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    qputenv("XDG_RUNTIME_DIR", path(QStringLiteral("home/runtime")).toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    m_repos = std::make_unique<HostileRepos>(path(QStringLiteral("repos")));
    m_lists = m_repos->make();
    QVERIFY2(m_lists.size() >= 100, qPrintable(QString::number(m_lists.size())));
}

void TestHostile::cleanup()
{
    QCOMPARE(m_repos->canaries(), QStringList());
}

TracedCalls TestHostile::traced(const QStringList &argv, int *status, QString *output) const
{
    return TracedCalls::of(argv, path(QStringLiteral("repos")), status, output);
}

void TestHostile::proveNothingIsDone(const TracedCalls &calls, const QString &program,
                                     const QString &about) const
{
    QVERIFY2(calls.count > 20, qPrintable(about)); // strace saw something
    QVERIFY2(calls.programs.size() == 1 && calls.programs.first().startsWith(program),
             qPrintable(about + u'\n' + calls.programs.join(u'\n')));
    QVERIFY2(calls.network.isEmpty(), qPrintable(about + u'\n' + calls.network.join(u'\n')));
    const QStringList outside = calls.writesOutside(path(QStringLiteral("home")));
    QVERIFY2(outside.isEmpty(), qPrintable(about + u'\n' + outside.join(u'\n')));
}

/// In the folder of each checklist's repository, where git would find it.
void TestHostile::callForEach(const QStringList &before, const QStringList &after, int most)
{
    const QString program = QStringLiteral(SLIPWAY_PROGRAM);
    const qsizetype every = qMax(qsizetype(1), m_lists.size() / most);
    for (qsizetype i = 0; i < m_lists.size(); i += every) {
        int status = -1;
        QString output;
        const TracedCalls calls =
            TracedCalls::of(QStringList{program} + before + QStringList{m_lists[i]} + after,
                            QFileInfo(m_lists[i]).path(), &status, &output);
        QVERIFY2(status == 1 || status == 2, qPrintable(m_lists[i] + u'\n' + output));
        proveNothingIsDone(calls, program, m_lists[i]);
        if (QTest::currentTestFailed())
            return;
        for (const QChar c : output)
            QVERIFY2(c == u'\n' || c == u'\t' || c.isSurrogate() ||
                         (c.isPrint() && c.category() != QChar::Other_Format),
                     qPrintable(m_lists[i] + u' ' + QString::number(c.unicode(), 16)));
    }
}

void TestHostile::lint()
{
    int status = -1;
    QString output;
    const QString program = QStringLiteral(SLIPWAY_PROGRAM);
    const TracedCalls calls =
        traced(QStringList{program, QStringLiteral("lint")} + m_lists, &status, &output);
    QVERIFY2(status == 1 || status == 2, qPrintable(output));
    proveNothingIsDone(calls, program, QStringLiteral("lint"));
}

void TestHostile::trustWithoutAYes()
{
    callForEach({QStringLiteral("trust")}, {}, int(m_lists.size()));
    QVERIFY(!QDir(path(QStringLiteral("home/data/trust"))).exists());
}

void TestHostile::run()
{
    callForEach({QStringLiteral("run")}, {}, 25);
}

void TestHostile::rehearse()
{
    callForEach({QStringLiteral("run"), QStringLiteral("--rehearse")}, {}, 12);
}

void TestHostile::theWindow()
{
    QFile names(path(QStringLiteral("names")));
    QVERIFY(names.open(QIODevice::WriteOnly));
    for (const QString &list : std::as_const(m_lists))
        names.write(list.toUtf8() + '\0');
    names.close();
    int status = -1;
    QString output;
    const QString program = QStringLiteral(SLIPWAY_OPENER);
    const TracedCalls calls = traced({program, names.fileName()}, &status, &output);
    QVERIFY2(status == 0, qPrintable(output));
    static const QRegularExpression answers(
        QStringLiteral("\\A(?:trust|inputs|notice|nothing)\\z"));
    const QStringList shown = output.split(u'\n').filter(answers);
    QCOMPARE(shown.size(), m_lists.size());
    QVERIFY2(!shown.contains(QStringLiteral("inputs")) &&
                 !shown.contains(QStringLiteral("nothing")),
             qPrintable(output));
    QVERIFY(shown.count(QStringLiteral("trust")) > 50);
    proveNothingIsDone(calls, program, QStringLiteral("the window"));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
