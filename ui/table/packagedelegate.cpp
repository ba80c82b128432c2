// SPDX-License-Identifier: MIT
#include "ui/table/packagedelegate.h"

#include "ui/parts/chip.h"
#include "ui/parts/text.h"
#include "ui/table/packagemodel.h"

#include <QPainter>

namespace Slipway {

namespace {

int margin()
{
    return theme().px(10);
}

QFont fontOf(const QModelIndex &index)
{
    if (!index.data(PackageModel::IsVersionRole).toBool())
        return theme().font(Theme::Role::Body);
    QFont font = theme().font(Theme::Role::Fixed);
    const bool isMissing = index.data(PackageModel::IsMissingRole).toBool();
    font.setBold(index.data(PackageModel::IsChangedRole).toBool() && !isMissing);
    return font;
}

} // namespace

void PackageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const QRect &cell = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(cell, t.accentSoft);
    painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, t.line);
    const QRect inner = cell.adjusted(margin(), 0, -margin(), -1);
    const QString text = index.data().toString();
    const QVariant tone = index.data(PackageModel::ToneRole);
    if (tone.isValid()) {
        const int width = qMin(Chip::widthOf(text), inner.width() + margin());
        Chip::paint(painter,
                    QRectF(inner.left(), inner.center().y() - Chip::chipHeight() / 2 + 1, width,
                           Chip::chipHeight()),
                    text, Tone(tone.toInt()));
    } else {
        painter->setFont(fontOf(index));
        painter->setPen(index.data(PackageModel::IsMissingRole).toBool() ? t.ink2 : t.ink);
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideMiddle, inner.width()));
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(painter, cell.adjusted(0, 0, 0, -1), theme().px(4));
    painter->restore();
}

QSize PackageDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const int width = index.data(PackageModel::ToneRole).isValid()
                          ? Chip::widthOf(text)
                          : QFontMetrics(fontOf(index)).horizontalAdvance(text);
    return {width + 2 * margin() + theme().px(4), theme().px(32)};
}

} // namespace Slipway
