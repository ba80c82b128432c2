// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>

namespace Slipway {

/// The packages that a name and the chips let through, sorted: names by letter, versions by
/// PEP 440, changes by how grave they are.
class PackageFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PackageFilter(QObject *parent = nullptr);

    void setText(const QString &text);
    void setOnlyDifferences(bool isOn);
    void setOnlyMajor(bool isOn); ///< and worse: downgraded, removed

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    bool m_onlyDifferences = false;
    bool m_onlyMajor = false;
};

} // namespace Slipway
