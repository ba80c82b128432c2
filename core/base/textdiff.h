// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Slipway {

/// Characters of a row's text: from, and how many.
struct TextSpan
{
    qsizetype from = 0;
    qsizetype length = 0;
    bool operator==(const TextSpan &) const = default;
};

/// One line as a unified diff shows it.
struct DiffRow
{
    enum class Kind
    {
        Same,
        Removed,
        Added
    };
    Kind kind = Kind::Same;
    int oldLine = 0; ///< from 1; 0: not in the old text
    int newLine = 0;
    QString text; ///< without its line end, as UTF-8 with replacement characters
    /// What changed inside the line, when it replaces another one.
    QList<TextSpan> changed;
    /// The row of the same hunk that stands beside this one side by side; -1: none.
    int partner = -1;
    bool lacksLineEnd = false; ///< the last line of a text without a final newline
};

struct DiffHunk
{
    int oldStart = 0; ///< as in "@@ -oldStart,oldCount +newStart,newCount @@"
    int oldCount = 0;
    int newStart = 0;
    int newCount = 0;
    QList<DiffRow> rows;
};

/// What differs between two texts. Compares bytes, line by line; a carriage return is part of
/// its line, so that a changed line end is a change. A value; any thread.
struct TextDiff
{
    QList<DiffHunk> hunks; ///< empty: the texts are equal
    bool isBinary = false; ///< a text holds a zero byte: no hunks
    bool isEqual = true;
    /// The texts were too different or too large for a line by line comparison: what lies
    /// between their common beginning and end is shown as replaced.
    bool isCoarse = false;
    int removedLines = 0;
    int addedLines = 0;
};

/// context: how many equal lines stand around a change.
TextDiff diffTexts(const QByteArray &oldText, const QByteArray &newText, int context = 3);

/// The diff as `diff -u` prints it, with the texts' own bytes; empty when they are equal.
/// Labels are put as they are, such as "a/Dockerfile" and "b/Dockerfile".
QByteArray unifiedDiff(const QByteArray &oldText, const QByteArray &newText,
                       const QString &oldLabel, const QString &newLabel, int context = 3);

} // namespace Slipway
