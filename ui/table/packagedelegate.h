// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace Slipway {

/// A cell of the package table: name, chip of the change, version.
class PackageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Slipway
