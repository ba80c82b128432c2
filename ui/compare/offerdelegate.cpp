// SPDX-License-Identifier: MIT
#include "ui/compare/offerdelegate.h"

#include "ui/compare/offermodel.h"
#include "ui/parts/text.h"

#include <QPainter>

namespace Slipway {

namespace {

void paintBox(QPainter *painter, const QRectF &area, bool isTicked)
{
    const Tokens &t = tokens();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(isTicked ? t.accent : t.ink3, 1.2));
    painter->setBrush(isTicked ? t.accent : t.panel);
    painter->drawRoundedRect(area, 3, 3);
    if (!isTicked)
        return;
    const qreal side = area.width();
    painter->setPen(QPen(t.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tick[] = {area.topLeft() + QPointF(side * 0.24, side * 0.54),
                            area.topLeft() + QPointF(side * 0.43, side * 0.72),
                            area.topLeft() + QPointF(side * 0.77, side * 0.30)};
    painter->drawPolyline(tick, 3);
}

} // namespace

void OfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QRect &row = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, t.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, t.hover);
    painter->fillRect(row.left(), row.bottom(), row.width(), 1, t.line);
    const int side = theme().px(14);
    QRect inner = row.adjusted(theme().px(12), 0, -theme().px(12), -1);
    paintBox(painter, QRectF(inner.left(), inner.center().y() - side / 2.0 + 0.5, side, side),
             index.data(OfferModel::ChosenRole).toBool());
    inner.adjust(side + theme().px(10), 0, 0, 0);
    painter->setFont(theme().font(Theme::Role::Small));
    painter->setPen(t.ink2);
    const QString kind = index.data(OfferModel::KindRole).toString();
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, kind);
    inner.adjust(
        0, 0,
        -qMax(painter->fontMetrics().horizontalAdvance(kind), theme().px(70)) - theme().px(16), 0);
    const QString note = painter->fontMetrics().elidedText(
        index.data(OfferModel::NoteRole).toString(), Qt::ElideMiddle, inner.width() / 3);
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, note);
    inner.adjust(0, 0, -painter->fontMetrics().horizontalAdvance(note) - theme().px(12), 0);
    painter->setFont(theme().font(Theme::Role::Body));
    painter->setPen(t.ink);
    painter->drawText(
        inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, inner.width()));
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(painter, row.adjusted(0, 0, 0, -1), theme().px(4));
    painter->restore();
}

QSize OfferDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {theme().px(200), theme().px(32)};
}

} // namespace Slipway
