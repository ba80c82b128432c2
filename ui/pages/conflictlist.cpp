// SPDX-License-Identifier: MIT
#include "ui/pages/conflictlist.h"

#include "ui/diff/difffilelist.h"
#include "ui/parts/text.h"

namespace Slipway {

void ConflictListModel::setConflicts(const MergeConflicts &conflicts,
                                     const QMap<QString, Value::Map> &answers)
{
    const auto pathsOf = [](const MergeConflicts &of) {
        QStringList paths;
        for (const ConflictedFile &file : of.files)
            paths.append(file.path);
        return paths;
    };
    const bool isSame = pathsOf(conflicts) == pathsOf(m_conflicts);
    if (!isSame)
        beginResetModel();
    m_conflicts = conflicts;
    m_answers = answers;
    if (!isSame)
        endResetModel();
    else if (!conflicts.files.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const ConflictedFile *ConflictListModel::file(int row) const
{
    return row >= 0 && row < m_conflicts.files.size() ? &m_conflicts.files[row] : nullptr;
}

int ConflictListModel::rowOf(const QString &path) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_conflicts.files[row].path == path)
            return row;
    }
    return -1;
}

int ConflictListModel::firstOpen() const
{
    const QList<ConflictedFile> open = m_conflicts.open(m_answers);
    return open.isEmpty() ? -1 : rowOf(open.first().path);
}

QString ConflictListModel::kindText(MergeConflict::Kind kind, const MergeConflicts &conflicts)
{
    switch (kind) {
    case MergeConflict::Kind::BothChanged:
        return tr("both changed it");
    case MergeConflict::Kind::BothAdded:
        return tr("both added it");
    case MergeConflict::Kind::DeletedByUs:
        return tr("deleted in %1, changed in %2").arg(conflicts.ours, conflicts.theirs);
    case MergeConflict::Kind::DeletedByThem:
        return tr("changed in %1, deleted in %2").arg(conflicts.ours, conflicts.theirs);
    case MergeConflict::Kind::AddedByUs:
        return tr("only in %1").arg(conflicts.ours);
    case MergeConflict::Kind::AddedByThem:
        return tr("only in %1").arg(conflicts.theirs);
    case MergeConflict::Kind::Whole:
        return tr("both changed it; taken whole or not at all");
    }
    return {};
}

QString ConflictListModel::noteOf(const ConflictedFile &file) const
{
    const QString take = MergeAnswer::take(m_answers, file.path, file.id);
    if (take == QLatin1String("text"))
        return QStringLiteral("\u2713 ") + tr("resolved");
    if (take == QLatin1String("ours"))
        return QStringLiteral("\u2713 ") + tr("as in %1").arg(m_conflicts.ours);
    if (take == QLatin1String("theirs"))
        return QStringLiteral("\u2713 ") + tr("as in %1").arg(m_conflicts.theirs);
    return kindText(file.kind, m_conflicts);
}

int ConflictListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_conflicts.files.size());
}

QVariant ConflictListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConflictedFile &file = m_conflicts.files[index.row()];
    if (role == Qt::DisplayRole)
        return file.path;
    if (role == Qt::ToolTipRole)
        return plainTip(file.path);
    if (role == DiffFileModel::NoteRole)
        return noteOf(file);
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1, %2").arg(file.path, noteOf(file));
    return {};
}

} // namespace Slipway
