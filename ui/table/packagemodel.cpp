// SPDX-License-Identifier: MIT
#include "ui/table/packagemodel.h"

#include "ui/parts/text.h"

namespace Slipway {

void PackageModel::setRows(const PackageRows &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int PackageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.rows.size());
}

int PackageModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : firstVersion() + int(m_rows.sources.size());
}

QString PackageModel::textOf(const PackageLine &row, int column) const
{
    if (column == 0)
        return row.name;
    if (!isVersionColumn(column))
        return rowChangeText(row.change);
    const QString version = row.versions.value(column - firstVersion());
    return version.isEmpty() ? QStringLiteral("\u2013") : version;
}

QVariant PackageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PackageLine &row = m_rows.rows[index.row()];
    const int column = index.column();
    const int source = column - firstVersion();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, column);
    case Qt::ToolTipRole: {
        const QString where = row.where.value(qMax(0, source));
        return where.isEmpty() ? QVariant() : QVariant(plainTip(where));
    }
    case Qt::AccessibleTextRole:
        return isVersionColumn(column) && row.versions.value(source).isEmpty()
                   ? tr("not there")
                   : textOf(row, column);
    case ToneRole:
        return hasChanges() && column == 1 ? QVariant(int(toneOf(row.change))) : QVariant();
    case IsVersionRole:
        return isVersionColumn(column);
    case IsChangedRole:
        return source > 0 && row.versions.value(source) != row.versions.value(0);
    case IsMissingRole:
        return isVersionColumn(column) && row.versions.value(source).isEmpty();
    case ChangeRole:
        return int(row.change);
    case SpreadRole:
        return row.isSpread;
    default:
        return {};
    }
}

QVariant PackageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Package");
    if (!isVersionColumn(section))
        return tr("Change");
    return m_rows.sources.value(section - firstVersion());
}

} // namespace Slipway
