// SPDX-License-Identifier: MIT
#pragma once

#include "ui/table/packagerows.h"

#include <QAbstractTableModel>

namespace Slipway {

/// Packages as a table: name, change (with two or more sources), a column for each source.
class PackageModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum DataRole
    {
        ToneRole = Qt::UserRole, ///< int of Tone; only of the column with the change
        IsVersionRole,           ///< bool: written in the fixed font
        IsChangedRole,           ///< bool: a version that is not the first source's
        IsMissingRole,           ///< bool: the source does not have it
        ChangeRole,              ///< int of RowChange, of the row
        SpreadRole               ///< bool, of the row
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const PackageRows &rows);
    const PackageRows &rows() const { return m_rows; }
    bool hasChanges() const { return m_rows.sources.size() > 1; }
    bool isVersionColumn(int column) const { return column >= firstVersion(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int firstVersion() const { return hasChanges() ? 2 : 1; }
    QString textOf(const PackageLine &row, int column) const;

    PackageRows m_rows;
};

} // namespace Slipway
