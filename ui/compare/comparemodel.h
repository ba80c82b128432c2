// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/comparerows.h"

#include <QAbstractTableModel>

namespace Slipway {

/// The rows of a comparison as a table: name, change (with two or more sources), a column for
/// each source, the same-version rule. Roles as PackageModel has them, for its delegate.
class CompareModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const CompareRows &rows);
    const CompareRows &rows() const { return m_rows; }
    const CompareRow &row(int row) const { return m_rows.rows[row]; }
    void retranslate();

    bool hasChanges() const { return m_rows.labels.size() > 1; }
    int firstSource() const { return hasChanges() ? 2 : 1; }
    /// Which source a column shows; -1: none.
    int sourceOf(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isRule(int column) const { return hasChanges() && column == columnCount() - 1; }
    QString textOf(const CompareRow &row, int column) const;
    QVariant toneAt(const CompareRow &row, int column) const;

    CompareRows m_rows;
};

} // namespace Slipway
