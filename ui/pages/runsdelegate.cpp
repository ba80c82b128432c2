// SPDX-License-Identifier: MIT
#include "ui/pages/runsdelegate.h"

#include "ui/pages/runsmodel.h"
#include "ui/parts/progressline.h"
#include "ui/parts/text.h"
#include "ui/theme/stateicon.h"

#include <QPainter>

namespace Slipway {

namespace {

/// One line of text, cut at the end of its place.
void paintLine(QPainter *painter, const QRect &area, const QString &text, Theme::Role role, Ink ink,
               Qt::Alignment alignment = Qt::AlignLeft)
{
    painter->setFont(theme().font(role));
    painter->setPen(inkColour(ink));
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width());
    painter->drawText(area, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

/// The columns of a row; the middle ones shrink and go where there is little room.
struct Columns
{
    QRect mark, name, now, progress, age;

    explicit Columns(const QRect &row)
    {
        const auto px = [](int units) { return theme().px(units); };
        const bool isNarrow = row.width() < px(760);
        const int right = row.right() - px(16);
        age = QRect(right - px(84), row.top(), px(84), row.height());
        const int bar = isNarrow ? px(72) : px(150);
        progress = QRect(age.left() - px(24) - bar, row.center().y() - px(2), bar, px(4));
        mark = QRect(row.left() + px(16), row.center().y() - px(8), px(16), px(16));
        const int nameLeft = row.left() + px(52);
        const int nameWidth = qMin(px(280), (progress.left() - px(24) - nameLeft) / 2);
        name = QRect(nameLeft, row.top(), nameWidth, row.height());
        const int nowLeft = nameLeft + nameWidth + px(16);
        now = QRect(nowLeft, row.top(), progress.left() - px(24) - nowLeft, row.height());
    }
};

} // namespace

int RunsDelegate::rowHeight()
{
    return theme().px(51);
}

QSize RunsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {theme().px(400), rowHeight()};
}

void RunsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    if (option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(blended(tokens().panel, tokens().ink, 0.03));
        painter->drawRoundedRect(row, theme().px(9), theme().px(9));
    }
    if (hasFocus)
        paintFocusRing(painter, row, theme().px(9));
    paintTexts(painter, option.rect, index);
    const bool isLast = index.row() + 1 == index.model()->rowCount();
    if (!isLast) {
        const QRect area = option.rect;
        painter->fillRect(area.left() + theme().px(7), area.bottom(), area.width() - theme().px(14),
                          1, tokens().line);
    }
    painter->restore();
}

void RunsDelegate::paintTexts(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    const Columns columns(area);
    const Mark mark = Mark(index.data(RunsModel::MarkRole).toInt());
    paintMark(painter, columns.mark, mark);
    const int line = theme().lineHeight(Theme::Role::Body);
    const int small = theme().lineHeight(Theme::Role::Small);
    const int top = area.top() + (area.height() - line - small) / 2;
    const QRect first(columns.name.left(), top, columns.name.width(), line);
    const QRect second(columns.name.left(), top + line, columns.name.width(), small);
    paintLine(painter, first, index.data().toString(), Theme::Role::Strong, Ink::Normal);
    paintLine(painter, second, index.data(RunsModel::DetailRole).toString(), Theme::Role::Small,
              Ink::Second);
    paintLine(painter, columns.now, index.data(RunsModel::NowRole).toString(), Theme::Role::Body,
              Ink::Normal);
    ProgressLine::paint(painter, columns.progress, index.data(RunsModel::ShareRole).toReal(),
                        mark == Mark::Stopped ? Tone::Accent : toneOf(mark));
    paintLine(painter, columns.age, index.data(RunsModel::AgeRole).toString(), Theme::Role::Small,
              Ink::Second, Qt::AlignRight);
}

} // namespace Slipway
