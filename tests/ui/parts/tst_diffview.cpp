// SPDX-License-Identifier: MIT
#include "ui/diff/diffview.h"

#include "ui/diff/diffcanvas.h"
#include "ui/diff/difffilelist.h"
#include "ui/diff/diffline.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Slipway;

class TestDiffView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedLinesStandBesideEachOther();
    void controlCharactersAreSeenAndWordsStayMarked();
    void filesAreComparedByAWorker();
    void selectionCopiesOneSide();
};

void TestDiffView::changedLinesStandBesideEachOther()
{
    const DiffedFile made =
        DiffedFile::of({QStringLiteral("f"), "a\nb==1\nc\n", "a\nb\nnew\nc\n", {}});
    QCOMPARE(made.diff.addedLines, 2);
    QCOMPARE(made.diff.removedLines, 1);
    QCOMPARE(made.unified.size(), 5);
    QCOMPARE(made.sideBySide.size(), 4);
    const DiffScreenRow &changed = made.sideBySide[1];
    const auto &rows = made.diff.hunks[0].rows;
    QCOMPARE(rows[changed.left].text, QStringLiteral("b==1"));
    QCOMPARE(rows[changed.right].text, QStringLiteral("b"));
    QCOMPARE(made.sideBySide[2].left, DiffScreenRow::none);
}

void TestDiffView::controlCharactersAreSeenAndWordsStayMarked()
{
    DiffRow row;
    row.text = QStringLiteral("\ta\u202eb\r");
    row.changed = {{3, 1}};
    const DiffLine line = DiffLine::of(row, false);
    QCOMPARE(line.cells.text(), QStringLiteral("    a\u2039U+202E\u203ab^M"));
    QCOMPARE(line.changed.size(), 1);
    QCOMPARE(line.cells.text().mid(line.changed[0].from, line.changed[0].length),
             QStringLiteral("b"));
    QCOMPARE(DiffLine::of(row, true).cells.text().at(0), QChar(0x2192));
}

void TestDiffView::filesAreComparedByAWorker()
{
    DiffView view;
    view.resize(900, 500);
    view.show();
    QSignalSpy compared(&view, &DiffView::compared);
    DiffFiles files;
    files.append({QStringLiteral("one"), "a\n", "b\n", {}});
    files.append({QStringLiteral("same"), "a\n", "a\n", {}});
    files.append({QStringLiteral("bin"), QByteArray("a\0", 2), QByteArray("b\0", 2), {}});
    view.setFiles(files);
    QVERIFY(view.isComparing());
    QVERIFY(compared.wait());
    auto *model = view.findChild<DiffFileModel *>();
    const QAbstractItemModelTester tester(model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->countText(0), QStringLiteral("+1 \u22121"));
    QCOMPARE(model->countText(1), QStringLiteral("no difference"));
    QCOMPARE(model->countText(2), QStringLiteral("not text"));
    QVERIFY(view.patch().startsWith("--- a/one\n+++ b/one\n@@ -1 +1 @@\n-a\n+b\n"));
    view.showFile(1);
    view.setFiles({files[1], files[0]});
    QCOMPARE(view.findChild<QListView *>()->currentIndex().data().toString(),
             QStringLiteral("same"));
}

void TestDiffView::selectionCopiesOneSide()
{
    DiffCanvas canvas;
    canvas.resize(800, 300);
    canvas.show();
    canvas.setFile(std::make_shared<const DiffedFile>(
        DiffedFile::of({QStringLiteral("f"), "a\nold\nc\n", "a\nnew\nc\n", {}})));
    QTest::keyClick(&canvas, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(canvas.selectedText(), QStringLiteral("a\nold\nc"));
    canvas.grab();
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const Theme look(Theme::Mode::Light);
    TestDiffView test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_diffview.moc"
