// SPDX-License-Identifier: MIT
#include "ui/compare/comparemodel.h"

#include "ui/parts/text.h"
#include "ui/table/packagemodel.h"

namespace Slipway {

void CompareModel::setRows(const CompareRows &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void CompareModel::retranslate()
{
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int CompareModel::sourceOf(int column) const
{
    const int source = column - firstSource();
    return source >= 0 && source < m_rows.labels.size() ? source : -1;
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0
                            : firstSource() + int(m_rows.labels.size()) + (hasChanges() ? 1 : 0);
}

QString CompareModel::textOf(const CompareRow &row, int column) const
{
    if (column == 0)
        return row.name;
    if (isRule(column))
        return row.disagrees ? tr("disagree") : QString();
    const int source = sourceOf(column);
    if (source < 0)
        return rowChangeText(row.change);
    const QString version = row.versions.value(source);
    return version.isEmpty() ? QStringLiteral("\u2013") : version;
}

QVariant CompareModel::toneAt(const CompareRow &row, int column) const
{
    if (isRule(column))
        return row.disagrees ? QVariant(int(Tone::Needs)) : QVariant();
    return hasChanges() && column == 1 ? QVariant(int(toneOf(row.change))) : QVariant();
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CompareRow &row = m_rows.rows[index.row()];
    const int source = sourceOf(index.column());
    const bool isMissing = source >= 0 && row.versions.value(source).isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::AccessibleTextRole:
        return isMissing ? tr("not there") : textOf(row, index.column());
    case PackageModel::ToneRole:
        return toneAt(row, index.column());
    case PackageModel::IsVersionRole:
        return source >= 0;
    case PackageModel::IsChangedRole:
        return source >= 0 && row.isOther.value(source);
    case PackageModel::IsMissingRole:
        return isMissing;
    case PackageModel::ChangeRole:
        return int(row.change);
    case PackageModel::SpreadRole:
        return row.disagrees;
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const int source = sourceOf(section);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && source >= 0)
        return plainTip(m_rows.labels.value(source));
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Package");
    if (isRule(section))
        return tr("Same-version rule");
    return source < 0 ? tr("Change") : m_rows.labels.value(source);
}

} // namespace Slipway
