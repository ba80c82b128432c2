// SPDX-License-Identifier: MIT
#include "core/base/textdiff.h"

#include "core/base/files.h"
#include "core/base/sequencediff.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>
#include <ctime>

using namespace Slipway;

namespace {

QByteArray diffOf(const QByteArray &oldText, const QByteArray &newText, int context = 3)
{
    return unifiedDiff(oldText, newText, QStringLiteral("a/x"), QStringLiteral("b/x"), context);
}

/// Applies the diff with the system's patch program.
QByteArray patched(const QByteArray &oldText, const QByteArray &diff)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("x"));
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(oldText) != oldText.size())
        return "could not write";
    out.close();
    QProcess git;
    git.setWorkingDirectory(folder.path());
    git.start(QStringLiteral("git"), {QStringLiteral("apply"), QStringLiteral("--unidiff-zero"),
                                      QStringLiteral("--whitespace=nowarn"), QStringLiteral("-")});
    git.write(diff);
    git.closeWriteChannel();
    if (!git.waitForFinished() || git.exitCode() != 0)
        return "git: " + git.readAllStandardError();
    const auto bytes = readFile(file);
    return bytes ? *bytes : QByteArray("gone");
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsUnifiedDiffs_data();
    void printsUnifiedDiffs();
    void gitAppliesWhatItPrints();
    void theEditScriptIsShortest();
    void marksTheChangedWords();
    void rowsStandSideBySide();
    void changesThatAreCloseShareAHunk();
    void tooManyDifferencesAreShownAsReplaced();
    void binaryTextsAreNotShown();
    void brokenUtf8IsShownWithReplacements();
};

void TestTextDiff::printsUnifiedDiffs_data()
{
    QTest::addColumn<QByteArray>("oldText");
    QTest::addColumn<QByteArray>("newText");
    QTest::addColumn<QByteArray>("diff");
    const auto row = [](const char *name, const char *oldText, const char *newText,
                        const char *diff) {
        QTest::newRow(name) << QByteArray(oldText) << QByteArray(newText) << QByteArray(diff);
    };
    const QByteArray head = "--- a/x\n+++ b/x\n";
    row("equal", "a\n", "a\n", "");
    row("changed", "a\nb\nc\n", "a\nB\nc\n", head + "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    row("new text", "", "a\n", head + "@@ -0,0 +1 @@\n+a\n");
    row("emptied", "a\nb\n", "", head + "@@ -1,2 +0,0 @@\n-a\n-b\n");
    row("final newline lost", "a\nb\n", "a\nb",
        head + "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n");
    row("final newline missing in both", "a\nb", "A\nb",
        head + "@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n");
    row("line end changed", "a\r\n", "a\n", head + "@@ -1 +1 @@\n-a\r\n+a\n");
    row("far apart", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
        head + "@@ -1,4 +1,4 @@\n-1\n+x\n 2\n 3\n 4\n@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+y\n");
}

void TestTextDiff::printsUnifiedDiffs()
{
    QFETCH(QByteArray, oldText);
    QFETCH(QByteArray, newText);
    QTEST(diffOf(oldText, newText), "diff");
}

void TestTextDiff::gitAppliesWhatItPrints()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 60; ++round) {
        const auto text = [&] {
            QByteArray lines;
            for (quint32 i = random.bounded(30U); i-- > 0;)
                lines += QByteArray::number(random.bounded(4)) +
                         (random.bounded(6) == 0 ? "\r\n" : "\n");
            if (random.bounded(3) == 0 && !lines.isEmpty())
                lines.chop(1);
            return lines;
        };
        // git apply neither makes nor removes a file for such a diff.
        const QByteArray oldText = "first\n" + text();
        const QByteArray newText = "first\n" + text();
        if (oldText == newText)
            continue;
        const QByteArray diff = diffOf(oldText, newText, int(random.bounded(4)));
        QCOMPARE(patched(oldText, diff), newText);
    }
}

void TestTextDiff::theEditScriptIsShortest()
{
    QRandomGenerator random(5);
    for (int round = 0; round < 300; ++round) {
        QList<int> a(random.bounded(14)), b(random.bounded(14));
        for (int &item : a)
            item = int(random.bounded(3));
        for (int &item : b)
            item = int(random.bounded(3));
        // Length of the longest common subsequence by the plain table.
        QList<QList<qsizetype>> table(a.size() + 1, QList<qsizetype>(b.size() + 1, 0));
        for (qsizetype i = 1; i <= a.size(); ++i)
            for (qsizetype j = 1; j <= b.size(); ++j)
                table[i][j] = a.at(i - 1) == b.at(j - 1)
                                  ? table.at(i - 1).at(j - 1) + 1
                                  : std::max(table.at(i - 1).at(j), table.at(i).at(j - 1));
        qsizetype found = 0;
        qsizetype oldEnd = 0, newEnd = 0;
        const SequenceDiff diff = diffSequences(a, b, 100);
        for (const CommonRun &run : diff.common) {
            QVERIFY(run.oldBegin >= oldEnd && run.newBegin >= newEnd && run.length > 0);
            for (qsizetype i = 0; i < run.length; ++i)
                QCOMPARE(a.at(run.oldBegin + i), b.at(run.newBegin + i));
            oldEnd = run.oldBegin + run.length;
            newEnd = run.newBegin + run.length;
            found += run.length;
        }
        QCOMPARE(found, table.last().last());
    }
}

void TestTextDiff::marksTheChangedWords()
{
    const TextDiff diff = diffTexts("RUN pip install python-dotenv==1.0.1 rich==13 \\\n",
                                    "RUN pip install python-dotenv==1.1.0 rich \\\n");
    const QList<DiffRow> rows = diff.hunks.first().rows;
    QCOMPARE(rows.size(), 2);
    const auto marked = [](const DiffRow &row) {
        QStringList texts;
        for (const TextSpan &span : row.changed)
            texts.append(row.text.mid(span.from, span.length));
        return texts.join(u'|');
    };
    QCOMPARE(marked(rows.at(0)), QStringLiteral("1.0.1|==13"));
    QCOMPARE(marked(rows.at(1)), QStringLiteral("1.1.0"));
}

void TestTextDiff::rowsStandSideBySide()
{
    const TextDiff diff = diffTexts("a\nb\nc\nd\n", "a\nB\nd\n");
    const QList<DiffRow> rows = diff.hunks.first().rows;
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.at(1).partner, 3);
    QCOMPARE(rows.at(3).partner, 1);
    QCOMPARE(rows.at(2).partner, -1);
    QCOMPARE(rows.at(4).oldLine, 4);
    QCOMPARE(rows.at(4).newLine, 3);
    QCOMPARE(diff.removedLines, 2);
    QCOMPARE(diff.addedLines, 1);
}

void TestTextDiff::changesThatAreCloseShareAHunk()
{
    QByteArray oldText, newText;
    for (int i = 0; i < 40; ++i) {
        const QByteArray line = QByteArray::number(i) + '\n';
        oldText += line;
        newText += i == 5 || i == 12 || i == 30 ? "x" + line : line;
    }
    QCOMPARE(diffTexts(oldText, newText).hunks.size(), 2);
    QCOMPARE(diffTexts(oldText, newText, 0).hunks.size(), 3);
}

void TestTextDiff::tooManyDifferencesAreShownAsReplaced()
{
    QByteArray oldText = "same\n", newText = "same\n";
    for (int i = 0; i < 60'000; ++i) {
        oldText += 'a' + QByteArray::number(i) + '\n';
        newText += 'b' + QByteArray::number(i) + '\n';
    }
    oldText += "end\n";
    newText += "end\n";
    const std::clock_t start = std::clock(); // processor time: the machine may be busy
    const TextDiff diff = diffTexts(oldText, newText);
    QVERIFY((std::clock() - start) / CLOCKS_PER_SEC < 20);
    QVERIFY(diff.isCoarse);
    QCOMPARE(diff.hunks.size(), 1);
    QCOMPARE(diff.removedLines, 60'000);
    QCOMPARE(diff.hunks.first().rows.first().text, QStringLiteral("same"));
    QCOMPARE(diff.hunks.first().rows.last().text, QStringLiteral("end"));
}

void TestTextDiff::binaryTextsAreNotShown()
{
    const QByteArray binary("a\0b", 3);
    QVERIFY(diffTexts(binary, "a").isBinary);
    QCOMPARE(diffOf(binary, "a"), QByteArray("Binary files a/x and b/x differ\n"));
}

void TestTextDiff::brokenUtf8IsShownWithReplacements()
{
    const TextDiff diff = diffTexts("\xE9\n", "\xC3\xA9\n");
    QCOMPARE(diff.hunks.first().rows.at(0).text, QString(QChar(0xFFFD)));
    QCOMPARE(diff.hunks.first().rows.at(1).text, QString(QChar(0xE9)));
    QVERIFY(diffOf("\xE9\n", "e\n").contains("-\xE9\n"));
}

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
