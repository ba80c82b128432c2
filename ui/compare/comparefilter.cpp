// SPDX-License-Identifier: MIT
#include "ui/compare/comparefilter.h"

#include "ui/compare/comparemodel.h"

#include <algorithm>
#include <numeric>

namespace Slipway {

CompareFilter::CompareFilter(CompareModel *model, QObject *parent)
    : QAbstractProxyModel(parent), m_model(model)
{
    setSourceModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &CompareFilter::beginResetModel);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        sortAll();
        filter();
        endResetModel();
    });
    connect(model, &QAbstractItemModel::headerDataChanged, this, &CompareFilter::headerDataChanged);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
    sortAll();
    filter();
}

void CompareFilter::setWanted(const Wanted &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    beginResetModel();
    filter();
    endResetModel();
}

void CompareFilter::sort(int column, Qt::SortOrder order)
{
    if (column == m_column && order == m_order)
        return;
    m_column = qMax(0, column);
    m_order = order;
    rebuild();
}

void CompareFilter::rebuild()
{
    beginResetModel();
    sortAll();
    filter();
    endResetModel();
}

bool CompareFilter::lets(int row) const
{
    const CompareRow &one = m_model->row(row);
    if (m_wanted.onlyDifferences && one.change == RowChange::Same)
        return false;
    if (m_wanted.onlyMajor && one.change < RowChange::Major)
        return false;
    if ((m_wanted.onlyDisagreeing && !one.disagrees) || (m_wanted.onlyTopLevel && !one.isTopLevel))
        return false;
    return m_wanted.text.isEmpty() || one.key.contains(m_wanted.text);
}

namespace {

/// What is not there comes first, then what has no order, then versions.
int comparedVersions(const std::optional<InstalledPackage> &one,
                     const std::optional<InstalledPackage> &other)
{
    const auto rank = [](const std::optional<InstalledPackage> &found) {
        return !found ? 0 : found->parsed ? 2 : 1;
    };
    if (rank(one) != rank(other) || !one)
        return rank(one) - rank(other);
    if (!one->parsed)
        return one->version.compare(other->version);
    const auto order = *one->parsed <=> *other->parsed;
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

} // namespace

int CompareFilter::compared(int left, int right) const
{
    if (m_column == 0)
        return 0; // the model's own order is that of the names
    const int source = m_model->sourceOf(m_column);
    if (source >= 0) {
        const QList<ComparedPackage> &packages = m_model->rows().comparison.packages();
        return comparedVersions(packages[left].found[source], packages[right].found[source]);
    }
    const CompareRow &one = m_model->row(left);
    const CompareRow &other = m_model->row(right);
    if (m_column == 1)
        return int(one.change) - int(other.change);
    return int(one.disagrees) - int(other.disagrees);
}

void CompareFilter::sortAll()
{
    m_sorted.resize(m_model->rowCount());
    std::iota(m_sorted.begin(), m_sorted.end(), 0);
    if (m_column >= m_model->columnCount())
        m_column = 0;
    if (m_column == 0) {
        if (m_order == Qt::DescendingOrder)
            std::reverse(m_sorted.begin(), m_sorted.end());
        return;
    }
    const int sign = m_order == Qt::AscendingOrder ? 1 : -1;
    std::stable_sort(m_sorted.begin(), m_sorted.end(),
                     [&](int one, int other) { return sign * compared(one, other) < 0; });
}

void CompareFilter::filter()
{
    m_wanted.text = m_wanted.text.trimmed().toCaseFolded();
    m_shown.clear();
    m_places.fill(-1, m_model->rowCount());
    for (const int row : std::as_const(m_sorted)) {
        if (!lets(row))
            continue;
        m_places[row] = int(m_shown.size());
        m_shown.append(row);
    }
}

QModelIndex CompareFilter::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex CompareFilter::parent(const QModelIndex &) const
{
    return {};
}

int CompareFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int CompareFilter::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_model->columnCount();
}

QModelIndex CompareFilter::mapToSource(const QModelIndex &proxy) const
{
    return proxy.isValid() ? m_model->index(m_shown.value(proxy.row(), -1), proxy.column())
                           : QModelIndex();
}

QModelIndex CompareFilter::mapFromSource(const QModelIndex &source) const
{
    const int row = source.isValid() ? m_places.value(source.row(), -1) : -1;
    return row < 0 ? QModelIndex() : index(row, source.column());
}

QVariant CompareFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model->headerData(section, orientation, role);
}

} // namespace Slipway
