// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace Slipway {

/// A line of the list to choose from: a box with a tick, the name, the note, the kind.
class OfferDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace Slipway
