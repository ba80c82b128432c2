// SPDX-License-Identifier: MIT
#include "ui/log/logview.h"

#include "ui/log/logpane.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Slipway;

namespace {

constexpr qint64 largeBytes = 200LL * 1024 * 1024;
constexpr qint64 longestStallMs = 250;

/// Notices how long the GUI thread did not come back to its event loop.
class Watchdog final : public QObject
{
public:
    Watchdog()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this,
                [this] { m_longest = qMax(m_longest, m_since.restart()); });
        m_since.start();
        m_timer.start(5);
    }
    qint64 longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(bytes);
}

} // namespace

class TestLogView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largeFileNeverStopsTheWindow();
    void growingFileIsFollowed();
    void scrollingUpEndsFollowing();
    void fileCutShortIsReadAfresh();
    void selectionIsCopiedAsItIsShown();
    void longLinesCanBeWrapped();
    void missingFileIsEmptyUntilItComes();

private:
    QTemporaryDir m_folder;
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
};

void TestLogView::largeFileNeverStopsTheWindow()
{
    const QString path = file("large.log");
    QByteArray block;
    for (int i = 0; i < 4000; ++i)
        block += "Collecting package number " + QByteArray::number(i) + " \x1b[32mdone\x1b[0m\n";
    qint64 lines = 0;
    {
        QFile large(path);
        QVERIFY(large.open(QIODevice::WriteOnly));
        while (large.size() < largeBytes) {
            QCOMPARE(large.write(block), block.size());
            lines += 4000;
        }
        large.write(QByteArray(300'000, 'z') + "\nthe needle\n");
        lines += 2;
    }
    LogView view;
    view.resize(1000, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const Watchdog watchdog;
    QElapsedTimer took;
    took.start();
    view.setFile(path, true);
    int scrolls = 0;
    while (!view.file().isIndexed() || view.file().lineCount() == 0) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        if (view.file().lineCount() > 1000) // one can scroll while it is read
            view.scrollToLine((++scrolls * 7919LL) % view.file().lineCount());
        QVERIFY(took.elapsed() < 60'000);
    }
    qInfo("200 MB were read in %lld ms, scrolled %d times meanwhile", took.elapsed(), scrolls);
    QCOMPARE(view.file().lineCount(), lines);
    took.restart();
    view.find(QStringLiteral("NEEDLE"));
    QTRY_VERIFY_WITH_TIMEOUT(!view.search().isSearching() && !view.search().lines().isEmpty(),
                             60'000);
    qInfo("and searched in %lld ms", took.elapsed());
    QCOMPARE(view.search().lines(), QList<qint64>{lines - 1});
    for (int i = 0; i < 60; ++i) {
        view.scrollToLine(lines / 60 * i);
        QCoreApplication::processEvents();
    }
    view.setWrapped(true);
    view.scrollToLine(lines - 2);
    QCoreApplication::processEvents();
    QTest::keyClick(&view, Qt::Key_End);
    QTest::qWait(50);
    qInfo("the longest stall of the GUI thread was %lld ms", watchdog.longest());
    QVERIFY(watchdog.longest() < longestStallMs);
    QFile::remove(path);
}

void TestLogView::growingFileIsFollowed()
{
    const QString path = file("growing.log");
    append(path, "one\ntwo\nthr");
    LogView view;
    view.resize(600, 300);
    view.show();
    view.setFile(path, true);
    QTRY_COMPARE(view.file().lineCount(), 3);
    append(path, "ee\n" + QByteArray("line\n").repeated(500));
    QTRY_COMPARE(view.file().lineCount(), 503);
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QVERIFY(view.verticalScrollBar()->maximum() > 0);
    QVERIFY(view.isFollowing());
    view.setLive(false);
    QTRY_VERIFY(view.file().isIndexed());
}

void TestLogView::scrollingUpEndsFollowing()
{
    const QString path = file("up.log");
    append(path, QByteArray("line\n").repeated(500));
    LogView view;
    view.resize(600, 300);
    view.show();
    view.setFile(path, true);
    QTRY_COMPARE(view.file().lineCount(), 500);
    QSignalSpy changed(&view, &LogView::followingChanged);
    QTest::keyClick(&view, Qt::Key_PageUp);
    QVERIFY(!view.isFollowing());
    const qint64 top = view.topLine();
    append(path, QByteArray("more\n").repeated(500));
    QTRY_COMPARE(view.file().lineCount(), 1000);
    QCOMPARE(view.topLine(), top);
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY(view.isFollowing());
    QCOMPARE(changed.size(), 2);
}

void TestLogView::fileCutShortIsReadAfresh()
{
    const QString path = file("short.log");
    append(path, QByteArray("line\n").repeated(500));
    LogView view;
    view.setFile(path, true);
    QTRY_COMPARE(view.file().lineCount(), 500);
    QFile cut(path);
    QVERIFY(cut.open(QIODevice::WriteOnly | QIODevice::Truncate));
    cut.write("new\n");
    cut.close();
    QTRY_COMPARE(view.file().lineCount(), 1);
}

void TestLogView::selectionIsCopiedAsItIsShown()
{
    const QString path = file("copy.log");
    append(path, "first\n\x1b[31mred\x1b[0m and more\n10%\r100%\nlast");
    LogView view;
    view.resize(600, 300);
    view.show();
    view.setFile(path, false);
    QTRY_COMPARE(view.file().lineCount(), 4);
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("first\nred and more\n100%\nlast"));
}

void TestLogView::longLinesCanBeWrapped()
{
    const QString path = file("wrap.log");
    append(path, QByteArray(60'000, 'x') + "\n" + QByteArray("y\n").repeated(3));
    LogView view;
    view.resize(600, 300);
    view.show();
    view.setFollowing(false);
    view.setFile(path, false);
    QTRY_COMPARE(view.file().lineCount(), 4);
    view.grab();
    QTRY_VERIFY(view.horizontalScrollBar()->maximum() > 0);
    view.setWrapped(true);
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.topLine(), 0); // the end of the first line is in sight above the others
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.topLine(), 0);
}

void TestLogView::missingFileIsEmptyUntilItComes()
{
    const QString path = file("later.log");
    LogPane pane;
    pane.setLog(path, true);
    QCOMPARE(pane.lineCount(), 0);
    append(path, "here\nwarning: it is\n");
    QTRY_COMPARE(pane.lineCount(), 2);
    QCOMPARE(pane.view()->file().warnings(), 1);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const Theme look(Theme::Mode::Light);
    TestLogView test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_logview.moc"
