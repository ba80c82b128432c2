// SPDX-License-Identifier: MIT
#pragma once

#include "ui/compare/comparefilter.h"

#include <QTableView>

namespace Slipway {

class CompareModel;
struct CompareRows;

/// The comparison as a table. The names stay in sight while the sources scroll below them, and
/// the chosen package stays chosen while filters and sources change.
class CompareTable final : public QTableView
{
    Q_OBJECT

public:
    explicit CompareTable(QWidget *parent = nullptr);

    void setRows(const CompareRows &rows);
    const CompareRows &rows() const;
    void setWanted(const CompareFilter::Wanted &wanted);
    const CompareFilter::Wanted &wanted() const { return m_filter->wanted(); }
    int shownRows() const { return m_filter->rowCount(); }
    /// The chosen package, by its place in the rows; -1: none.
    int currentPackage() const;
    void clearCurrent();
    /// The selected rows with tabs between their cells.
    QString textToCopy() const;
    void retranslate();

Q_SIGNALS:
    void currentPackageChanged();
    void leftUpwards(); ///< the cursor went up from the first row

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void scrollTo(const QModelIndex &index, ScrollHint hint) override;

private:
    void createNames();
    void fitColumns();
    void placeNames();
    template <typename Change>
    void keepingCurrent(Change change);

    CompareModel *m_model;
    CompareFilter *m_filter;
    QTableView *m_names; ///< the first column again, above the scrolling ones
    bool m_isKeeping = false;
};

} // namespace Slipway
