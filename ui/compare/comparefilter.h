// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractProxyModel>

namespace Slipway {

class CompareModel;

/// The rows of a CompareModel that the filters let through, in order. It keeps lists of row
/// numbers and is reset whenever they change: Qt's own proxy tells the view of each gap, which
/// takes seconds where thousands of rows come and go. Names are sorted by letter, versions by
/// PEP 440, changes by how grave they are; equals by name.
class CompareFilter final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    struct Wanted
    {
        QString text; ///< a part of the name, in any case
        bool onlyDifferences = false;
        bool onlyMajor = false; ///< and worse: downgraded, removed
        bool onlyDisagreeing = false;
        bool onlyTopLevel = false;

        bool operator==(const Wanted &) const = default;
    };

    explicit CompareFilter(CompareModel *model, QObject *parent = nullptr); // not owned

    const Wanted &wanted() const { return m_wanted; }
    void setWanted(const Wanted &wanted);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex mapToSource(const QModelIndex &proxy) const override;
    QModelIndex mapFromSource(const QModelIndex &source) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool lets(int row) const;
    int compared(int left, int right) const; ///< below 0, 0, above 0
    void sortAll();
    void filter();
    void rebuild();

    CompareModel *m_model;
    Wanted m_wanted;
    int m_column = 0;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QList<int> m_sorted; ///< all rows of the model
    QList<int> m_shown;
    QList<int> m_places; ///< of each row of the model; -1: not shown
};

} // namespace Slipway
