// SPDX-License-Identifier: MIT
#pragma once

#include "ui/table/packagerows.h"

#include <QWidget>

class QStackedLayout;
class QTableView;

namespace Slipway {

class EmptyState;
class PackageFilter;
class PackageModel;
class SearchField;
class TextLabel;
class ToggleChip;

/// Packages of one or more sources: filter by name and kind of change, sort, copy.
class PackageTable final : public QWidget
{
    Q_OBJECT

public:
    explicit PackageTable(QWidget *parent = nullptr);

    /// The same rows again change nothing; order, filter and place stay.
    void setRows(const PackageRows &rows);
    const PackageRows &rows() const;
    void setEmptyText(const QString &title, const QString &text);
    QTableView *view() const { return m_view; }
    /// The rows in sight of the filter, or the selected ones, with tabs between cells.
    QString textToCopy() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createTools();
    void createView();
    void retranslate();
    void fitColumns();
    void updateSummary();

    PackageModel *m_model;
    PackageFilter *m_filter;
    SearchField *m_find = nullptr;
    ToggleChip *m_onlyDifferences = nullptr;
    ToggleChip *m_onlyMajor = nullptr;
    TextLabel *m_summary = nullptr;
    QTableView *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace Slipway
