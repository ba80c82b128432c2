// SPDX-License-Identifier: MIT
#include "ui/table/packagefilter.h"

#include "core/packages/version.h"
#include "ui/table/packagemodel.h"

namespace Slipway {

PackageFilter::PackageFilter(QObject *parent) : QSortFilterProxyModel(parent) {}

void PackageFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void PackageFilter::setOnlyDifferences(bool isOn)
{
    m_onlyDifferences = isOn;
    invalidateFilter();
}

void PackageFilter::setOnlyMajor(bool isOn)
{
    m_onlyMajor = isOn;
    invalidateFilter();
}

bool PackageFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex name = sourceModel()->index(row, 0, parent);
    const auto change = RowChange(name.data(PackageModel::ChangeRole).toInt());
    if (m_onlyDifferences && change == RowChange::Same)
        return false;
    if (m_onlyMajor && change < RowChange::Major)
        return false;
    return m_text.isEmpty() || name.data().toString().contains(m_text, Qt::CaseInsensitive);
}

bool PackageFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QString one = left.data().toString();
    const QString two = right.data().toString();
    if (left.data(PackageModel::ToneRole).isValid()) {
        const int a = left.data(PackageModel::ChangeRole).toInt();
        const int b = right.data(PackageModel::ChangeRole).toInt();
        return a != b ? a < b : left.row() < right.row();
    }
    if (!left.data(PackageModel::IsVersionRole).toBool())
        return QString::compare(one, two, Qt::CaseInsensitive) < 0;
    const auto a = Version::parse(one);
    const auto b = Version::parse(two);
    if (a && b)
        return *a < *b;
    return !a && b ? true : !a && !b && one < two;
}

} // namespace Slipway
