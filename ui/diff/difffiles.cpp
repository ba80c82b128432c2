// SPDX-License-Identifier: MIT
#include "ui/diff/difffiles.h"

namespace Slipway {

namespace {

/// Each row once; a removed line and the line added in its place share one.
void addSideBySide(QList<DiffScreenRow> &rows, const DiffHunk &hunk, int number)
{
    for (int i = 0; i < hunk.rows.size(); ++i) {
        const DiffRow &row = hunk.rows[i];
        DiffScreenRow shown;
        shown.hunk = number;
        if (row.kind == DiffRow::Kind::Same) {
            shown.left = shown.right = i;
        } else if (row.kind == DiffRow::Kind::Removed) {
            shown.left = i;
            shown.right = row.partner;
        } else {
            if (row.partner >= 0)
                continue; // stands beside its partner already
            shown.right = i;
        }
        rows.append(shown);
    }
}

void addUnified(QList<DiffScreenRow> &rows, const DiffHunk &hunk, int number)
{
    for (int i = 0; i < hunk.rows.size(); ++i) {
        DiffScreenRow shown;
        shown.hunk = number;
        shown.left = shown.right = i;
        rows.append(shown);
    }
}

} // namespace

DiffedFile DiffedFile::of(const DiffFile &file)
{
    DiffedFile made;
    made.diff = diffTexts(file.before, file.after);
    made.oldLines = int(file.before.count('\n')) + 1;
    made.newLines = int(file.after.count('\n')) + 1;
    int number = 0;
    for (const DiffHunk &hunk : std::as_const(made.diff.hunks)) {
        if (number > 0 || hunk.oldStart > 1) {
            DiffScreenRow gap;
            gap.hunk = number;
            gap.isGap = true;
            made.sideBySide.append(gap);
            made.unified.append(gap);
        }
        addSideBySide(made.sideBySide, hunk, number);
        addUnified(made.unified, hunk, number);
        for (const DiffRow &row : hunk.rows)
            made.widest = qMax(made.widest, int(qMin<qsizetype>(row.text.size(), INT_MAX)));
        ++number;
    }
    return made;
}

QByteArray patchOf(const DiffFiles &files)
{
    QByteArray patch;
    for (const DiffFile &file : files) {
        const QString none = QStringLiteral("/dev/null");
        patch += unifiedDiff(file.before, file.after,
                             file.isNew ? none : QLatin1String("a/") + file.title,
                             file.isGone ? none : QLatin1String("b/") + file.title);
    }
    return patch;
}

} // namespace Slipway
