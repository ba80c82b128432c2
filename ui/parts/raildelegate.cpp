// SPDX-License-Identifier: MIT
#include "ui/parts/raildelegate.h"

#include "ui/parts/railmodel.h"
#include "ui/parts/text.h"
#include "ui/theme/stateicon.h"

#include <QLocale>
#include <QPainter>

namespace Slipway {

namespace {

RailModel::RowKind kindOf(const QModelIndex &index)
{
    return RailModel::RowKind(index.data(RailModel::KindRole).toInt());
}

/// Text at the left and at the right of area; the left one gives way.
void paintEnds(QPainter *painter, const QRect &area, const QString &text, const QString &trail,
               const QFont &trailFont, const QColor &trailInk)
{
    const int trailWidth = QFontMetrics(trailFont).horizontalAdvance(trail);
    const int room = area.width() - (trail.isEmpty() ? 0 : trailWidth + theme().px(8));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, room));
    painter->setFont(trailFont);
    painter->setPen(trailInk);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, trail);
}

} // namespace

void RailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    if (kindOf(index) == RailModel::RowKind::Stage)
        paintStage(painter, option.rect, index);
    else
        paintStep(painter, option, index);
    painter->restore();
}

void RailDelegate::paintStage(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    const QFont font = theme().font(Theme::Role::Stage);
    const int height = theme().lineHeight(Theme::Role::Stage);
    const QRect line(area.left() + theme().px(18), area.bottom() - theme().px(4) - height,
                     area.width() - theme().px(18 + 19), height);
    painter->setFont(font);
    painter->setPen(tokens().ink2);
    const QString title = QLocale().toUpper(index.data().toString());
    paintEnds(painter, line, title, index.data(RailModel::TrailRole).toString(), font,
              tokens().ink2);
}

void RailDelegate::paintStep(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const bool isInstance = kindOf(index) == RailModel::RowKind::Instance;
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card =
        QRectF(option.rect).adjusted(theme().px(7) + 0.5, -0.5, -theme().px(8) - 0.5, 0.5);
    const qreal radius = theme().px(6);
    if (isSelected || option.state & QStyle::State_MouseOver) {
        painter->setPen(isSelected ? QPen(t.lineStrong, 1) : QPen(Qt::NoPen));
        painter->setBrush(isSelected ? t.selected : blended(t.rail, t.ink, 0.04));
        painter->drawRoundedRect(card.adjusted(0, 1, 0, -1), radius, radius);
    }
    if (isSelected && option.state & QStyle::State_HasFocus)
        paintFocusRing(painter, card.adjusted(-0.5, 0.5, 0.5, -0.5), radius);

    const qreal side = theme().px(16);
    const int indent = theme().px(isInstance ? 44 : 18);
    const QRectF icon(option.rect.left() + indent,
                      option.rect.top() + (option.rect.height() - side) / 2.0, side, side);
    paintMark(painter, icon, Mark(index.data(RailModel::MarkRole).toInt()));
    const QRect line = option.rect.adjusted(indent + theme().px(26), 0, -theme().px(19), 0);
    const bool isToDo = index.data(RailModel::IsToDoRole).toBool();
    const QFont small = theme().font(Theme::Role::Small);
    painter->setFont(isInstance ? small : theme().font(Theme::Role::Body));
    painter->setPen(isToDo || isInstance ? t.ink2 : t.ink);
    paintEnds(painter, line, index.data().toString(), index.data(RailModel::TrailRole).toString(),
              small, t.ink2);
}

QSize RailDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    switch (kindOf(index)) {
    case RailModel::RowKind::Stage:
        return {theme().px(100), theme().px(index.row() == 0 ? 26 : 32)};
    case RailModel::RowKind::Instance:
        return {theme().px(100), theme().px(24)};
    case RailModel::RowKind::Step:
        break;
    }
    return {theme().px(100), theme().px(30)};
}

} // namespace Slipway
