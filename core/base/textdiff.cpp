// SPDX-License-Identifier: MIT
#include "core/base/textdiff.h"

#include "core/base/sequencediff.h"

#include <QHash>
#include <algorithm>

namespace Slipway {

namespace {

constexpr int maxDifferingLines = 3000;
constexpr int maxDifferingWords = 400;
constexpr qsizetype maxWordsOfLine = 4000;

/// Lines with their ends; the last one may lack it.
QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype end = text.indexOf('\n', begin);
        const qsizetype next = end < 0 ? text.size() : end + 1;
        lines.append(text.mid(begin, next - begin));
        begin = next;
    }
    return lines;
}

/// The same number for equal items.
template <typename Item>
class Numbering final
{
public:
    QList<int> of(const QList<Item> &items)
    {
        QList<int> numbers;
        numbers.reserve(items.size());
        for (const Item &item : items) {
            const auto known = m_numbers.constFind(item);
            const int number = known == m_numbers.cend() ? int(m_numbers.size()) : *known;
            if (known == m_numbers.cend())
                m_numbers.insert(item, number);
            numbers.append(number);
        }
        return numbers;
    }

private:
    QHash<Item, int> m_numbers;
};

DiffRow rowOf(DiffRow::Kind kind, const QByteArray &line, qsizetype oldLine, qsizetype newLine)
{
    DiffRow row;
    row.kind = kind;
    row.oldLine = int(oldLine);
    row.newLine = int(newLine);
    row.lacksLineEnd = !line.endsWith('\n');
    row.text = QString::fromUtf8(row.lacksLineEnd ? line : line.chopped(1));
    return row;
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'+' || c == u'!';
}

/// Words, and each other character alone.
QList<QString> wordsOf(const QString &text)
{
    QList<QString> words;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype begin = i++;
        if (isWordCharacter(text.at(begin)))
            while (i < text.size() && isWordCharacter(text.at(i)))
                ++i;
        words.append(text.mid(begin, i - begin));
    }
    return words;
}

/// What of the words lies outside the common runs, as spans of characters.
QList<TextSpan> spansOutside(const QList<QString> &words, const QList<CommonRun> &common,
                             bool isOld)
{
    QList<bool> isCommon(words.size(), false);
    for (const CommonRun &run : common)
        std::fill_n(isCommon.begin() + (isOld ? run.oldBegin : run.newBegin), run.length, true);
    QList<TextSpan> spans;
    qsizetype from = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const qsizetype length = words.at(i).size();
        if (!isCommon.at(i)) {
            if (!spans.isEmpty() && spans.last().from + spans.last().length == from)
                spans.last().length += length;
            else
                spans.append({from, length});
        }
        from += length;
    }
    return spans;
}

void markWords(DiffRow *removed, DiffRow *added)
{
    const QList<QString> oldWords = wordsOf(removed->text);
    const QList<QString> newWords = wordsOf(added->text);
    SequenceDiff diff;
    if (oldWords.size() <= maxWordsOfLine && newWords.size() <= maxWordsOfLine) {
        Numbering<QString> numbering;
        const QList<int> oldNumbers = numbering.of(oldWords);
        diff = diffSequences(oldNumbers, numbering.of(newWords), maxDifferingWords);
    }
    removed->changed = spansOutside(oldWords, diff.common, true);
    added->changed = spansOutside(newWords, diff.common, false);
}

/// Gathers rows into hunks.
class HunkBuilder final
{
public:
    HunkBuilder(QList<QByteArray> oldLines, QList<QByteArray> newLines, int context)
        : m_old(std::move(oldLines)), m_new(std::move(newLines)), m_context(context)
    {
    }

    QList<DiffHunk> build(const QList<CommonRun> &common)
    {
        for (const CommonRun &run : common) {
            addChange(run.oldBegin, run.newBegin);
            addCommon(run);
        }
        addChange(m_old.size(), m_new.size());
        closeHunk();
        return m_hunks;
    }

private:
    /// What lies between the place reached and the next common run.
    void addChange(qsizetype oldEnd, qsizetype newEnd)
    {
        if (m_oldDone == oldEnd && m_newDone == newEnd)
            return;
        openHunk();
        const qsizetype firstRemoved = m_hunk.rows.size();
        for (; m_oldDone < oldEnd; ++m_oldDone)
            m_hunk.rows.append(
                rowOf(DiffRow::Kind::Removed, m_old.at(m_oldDone), m_oldDone + 1, 0));
        const qsizetype firstAdded = m_hunk.rows.size();
        for (; m_newDone < newEnd; ++m_newDone)
            m_hunk.rows.append(rowOf(DiffRow::Kind::Added, m_new.at(m_newDone), 0, m_newDone + 1));
        const qsizetype pairs =
            std::min(firstAdded - firstRemoved, m_hunk.rows.size() - firstAdded);
        for (qsizetype i = 0; i < pairs; ++i) {
            DiffRow &removed = m_hunk.rows[firstRemoved + i];
            DiffRow &added = m_hunk.rows[firstAdded + i];
            removed.partner = int(firstAdded + i);
            added.partner = int(firstRemoved + i);
            markWords(&removed, &added);
        }
    }

    void addCommon(const CommonRun &run)
    {
        const bool isLast =
            run.oldBegin + run.length == m_old.size() && run.newBegin + run.length == m_new.size();
        if (m_isOpen && (isLast || run.length > 2 * m_context)) {
            addSame(std::min<qsizetype>(run.length, m_context));
            closeHunk();
        } else if (m_isOpen) {
            addSame(run.length);
        }
        m_oldDone = run.oldBegin + run.length;
        m_newDone = run.newBegin + run.length;
    }

    void addSame(qsizetype count)
    {
        for (qsizetype i = 0; i < count; ++i, ++m_oldDone, ++m_newDone)
            m_hunk.rows.append(
                rowOf(DiffRow::Kind::Same, m_old.at(m_oldDone), m_oldDone + 1, m_newDone + 1));
    }

    /// Begins a hunk with the equal lines before the place reached.
    void openHunk()
    {
        if (m_isOpen)
            return;
        m_isOpen = true;
        const qsizetype lead = std::min<qsizetype>({m_context, m_oldDone, m_newDone});
        m_oldDone -= lead;
        m_newDone -= lead;
        m_hunk = {};
        m_hunk.oldStart = int(m_oldDone);
        m_hunk.newStart = int(m_newDone);
        addSame(lead);
    }

    void closeHunk()
    {
        if (!m_isOpen)
            return;
        m_isOpen = false;
        for (const DiffRow &row : std::as_const(m_hunk.rows)) {
            m_hunk.oldCount += row.oldLine > 0;
            m_hunk.newCount += row.newLine > 0;
        }
        // An empty side names the line before it.
        m_hunk.oldStart += m_hunk.oldCount > 0;
        m_hunk.newStart += m_hunk.newCount > 0;
        m_hunks.append(m_hunk);
    }

    const QList<QByteArray> m_old;
    const QList<QByteArray> m_new;
    const int m_context;
    qsizetype m_oldDone = 0;
    qsizetype m_newDone = 0;
    bool m_isOpen = false;
    DiffHunk m_hunk;
    QList<DiffHunk> m_hunks;
};

QByteArray rangeText(int start, int count)
{
    if (count == 1)
        return QByteArray::number(start);
    return QByteArray::number(start) + ',' + QByteArray::number(count);
}

void appendRow(const DiffRow &row, const QList<QByteArray> &oldLines,
               const QList<QByteArray> &newLines, QByteArray *text)
{
    const bool isOld = row.kind != DiffRow::Kind::Added;
    *text += row.kind == DiffRow::Kind::Same ? ' ' : isOld ? '-' : '+';
    *text += isOld ? oldLines.at(row.oldLine - 1) : newLines.at(row.newLine - 1);
    if (row.lacksLineEnd)
        *text += "\n\\ No newline at end of file\n";
}

} // namespace

TextDiff diffTexts(const QByteArray &oldText, const QByteArray &newText, int context)
{
    TextDiff diff;
    diff.isEqual = oldText == newText;
    diff.isBinary = oldText.contains('\0') || newText.contains('\0');
    if (diff.isEqual || diff.isBinary)
        return diff;
    const QList<QByteArray> oldLines = linesOf(oldText);
    const QList<QByteArray> newLines = linesOf(newText);
    Numbering<QByteArray> numbering;
    const QList<int> oldNumbers = numbering.of(oldLines);
    const SequenceDiff lines = diffSequences(oldNumbers, numbering.of(newLines), maxDifferingLines);
    diff.isCoarse = lines.isCoarse;
    diff.hunks = HunkBuilder(oldLines, newLines, std::max(0, context)).build(lines.common);
    for (const DiffHunk &hunk : std::as_const(diff.hunks)) {
        for (const DiffRow &row : hunk.rows) {
            diff.removedLines += row.kind == DiffRow::Kind::Removed;
            diff.addedLines += row.kind == DiffRow::Kind::Added;
        }
    }
    return diff;
}

QByteArray unifiedDiff(const QByteArray &oldText, const QByteArray &newText,
                       const QString &oldLabel, const QString &newLabel, int context)
{
    const TextDiff diff = diffTexts(oldText, newText, context);
    if (diff.isEqual)
        return {};
    if (diff.isBinary)
        return "Binary files " + oldLabel.toUtf8() + " and " + newLabel.toUtf8() + " differ\n";
    const QList<QByteArray> oldLines = linesOf(oldText);
    const QList<QByteArray> newLines = linesOf(newText);
    QByteArray text = "--- " + oldLabel.toUtf8() + "\n+++ " + newLabel.toUtf8() + '\n';
    for (const DiffHunk &hunk : diff.hunks) {
        text += "@@ -" + rangeText(hunk.oldStart, hunk.oldCount) + " +" +
                rangeText(hunk.newStart, hunk.newCount) + " @@\n";
        for (const DiffRow &row : hunk.rows)
            appendRow(row, oldLines, newLines, &text);
    }
    return text;
}

} // namespace Slipway
