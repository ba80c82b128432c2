// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace Slipway {

/// Paints a run of home: mark, title and who, what happens now, how far, how long ago.
class RunsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    static int rowHeight();

private:
    void paintTexts(QPainter *painter, const QRect &area, const QModelIndex &index) const;
};

} // namespace Slipway
