// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace Slipway {

/// Paints a row of the rail: stage in capitals with n/m, step with mark and duration, instance
/// indented; the selected one as a rounded card.
class RailDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintStage(QPainter *painter, const QRect &area, const QModelIndex &index) const;
    void paintStep(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const;
};

} // namespace Slipway
