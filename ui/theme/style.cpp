// SPDX-License-Identifier: MIT
#include "ui/theme/style.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

namespace Slipway {

namespace {

void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Tokens &t = tokens();
    const bool hasFocus = option->state & QStyle::State_HasFocus;
    QColor outline = hasFocus ? t.accent : t.lineStrong;
    if (widget && widget->property("invalid").toBool())
        outline = t.failed;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const qreal width = hasFocus ? 1.5 : 1;
    painter->setPen(QPen(outline, width));
    painter->setBrush(option->state & QStyle::State_Enabled ? t.panel : t.background);
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset),
                             theme().px(6), theme().px(6));
    painter->restore();
}

void drawTick(QPainter *painter, const QRectF &box, const QColor &colour)
{
    QPen pen(colour, box.width() * 0.12);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter->setPen(pen);
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    const QPointF line[] = {at(0.27, 0.52), at(0.43, 0.68), at(0.73, 0.35)};
    painter->drawPolyline(line, 3);
}

void drawBox(const QStyleOption *option, QPainter *painter, bool isRound)
{
    const Tokens &t = tokens();
    const bool isOn = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const bool isEnabled = option->state & QStyle::State_Enabled;
    QRectF box = QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!isEnabled)
        painter->setOpacity(0.5);
    const bool hasFocus = option->state & QStyle::State_HasFocus;
    painter->setPen(QPen(isOn || hasFocus ? t.accent : t.lineStrong, 1.5));
    painter->setBrush(isOn ? t.accent : t.panel);
    const qreal radius = isRound ? box.width() / 2 : theme().px(4);
    painter->drawRoundedRect(box, radius, radius);
    if (isOn && isRound) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.onAccent);
        painter->drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2);
    } else if (option->state & QStyle::State_NoChange) {
        painter->fillRect(
            QRectF(box.left() + box.width() * 0.25, box.center().y() - 1, box.width() * 0.5, 2),
            t.onAccent);
    } else if (isOn) {
        drawTick(painter, box, t.onAccent);
    }
    painter->restore();
}

void drawChevron(QPainter *painter, const QRectF &area, const QColor &colour)
{
    const qreal reach = theme().px(4);
    QPen pen(colour, 1.5);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter->setPen(pen);
    const QPointF mid = area.center();
    const QPointF line[] = {mid + QPointF(-reach, -reach / 2), mid + QPointF(0, reach / 2),
                            mid + QPointF(reach, -reach / 2)};
    painter->drawPolyline(line, 3);
}

void drawHeaderLabel(const QStyleOptionHeader *header, QPainter *painter)
{
    const QRect inner = header->rect.adjusted(theme().px(8), 0, -theme().px(2), 0);
    painter->setFont(theme().font(Theme::Role::SmallStrong));
    painter->setPen(tokens().ink2);
    QString mark;
    if (header->sortIndicator != QStyleOptionHeader::None)
        mark = QStringLiteral(" ") +
               QChar(header->sortIndicator == QStyleOptionHeader::SortDown ? 0x2191 : 0x2193);
    const int room = inner.width() - painter->fontMetrics().horizontalAdvance(mark);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(header->text, Qt::ElideMiddle, room) +
                          mark);
}

void drawScrollBar(const QStyle *style, const QStyleOptionSlider *bar, QPainter *painter,
                   const QWidget *widget)
{
    QRectF thumb =
        style->subControlRect(QStyle::CC_ScrollBar, bar, QStyle::SC_ScrollBarSlider, widget);
    if (bar->maximum <= bar->minimum)
        return;
    const bool isActive = bar->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const qreal gap = isActive ? 2 : 3;
    thumb.adjust(gap, gap, -gap, -gap);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(faded(tokens().ink3, isActive ? 0.75 : 0.45));
    const qreal radius = qMin(thumb.width(), thumb.height()) / 2;
    painter->drawRoundedRect(thumb, radius, radius);
    painter->restore();
}

QRect scrollBarPart(const QStyleOptionSlider *bar, QStyle::SubControl part)
{
    const bool isFlat = bar->orientation == Qt::Horizontal;
    const int length = isFlat ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    const qint64 whole = qint64(range) + bar->pageStep;
    int thumb = whole > 0 ? int(qint64(length) * bar->pageStep / whole) : length;
    thumb = qBound(qMin(theme().px(28), length), thumb, length);
    const int start = QStyle::sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect r = isFlat ? QRect(from, 0, size, bar->rect.height())
                               : QRect(0, from, bar->rect.width(), size);
        return r.translated(bar->rect.topLeft());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return piece(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + thumb, length - start - thumb);
    case QStyle::SC_ScrollBarGroove:
        return bar->rect;
    default:
        return {}; // no arrows
    }
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(option, painter, widget);
        return;
    }
    case PE_Frame:
        drawField(option, painter, widget);
        return;
    case PE_PanelScrollAreaCorner:
    case PE_IndicatorHeaderArrow: // part of the label
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawBox(option, painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawBox(option, painter, true);
        return;
    case PE_FrameFocusRect:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tokens().accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75),
                                 theme().px(4), theme().px(4));
        painter->restore();
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_Splitter:
        painter->fillRect(option->rect, tokens().line);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, tokens().panel);
        painter->fillRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1,
                          tokens().line);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeaderLabel(header, painter);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(this, bar, painter, widget);
        return;
    }
    if (control == CC_ComboBox) {
        drawField(option, painter, widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawChevron(painter, subControlRect(control, option, SC_ComboBoxArrow, widget),
                    tokens().ink2);
        painter->restore();
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(bar, subControl);
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return rect.adjusted(theme().px(8), 0, 0, 0);
    return rect;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents)
        return rect.adjusted(theme().px(8), 0, -theme().px(8), 0);
    return rect;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        return {own.width() + theme().px(16), qMax(own.height(), theme().px(32))};
    if (type == CT_MenuItem)
        return {own.width() + theme().px(8), qMax(own.height(), theme().px(28))};
    return own;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return theme().px(18);
    case PM_ScrollBarExtent:
        return theme().px(12);
    case PM_ScrollBarSliderMin:
        return theme().px(28);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return theme().px(8);
    case PM_DefaultFrameWidth: // keeps the text of a large field off its rounded outline
        return qobject_cast<const QPlainTextEdit *>(widget)
                   ? theme().px(6)
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_HeaderMarkSize:
        return 0; // the arrow is part of the label
    case PM_SplitterWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return theme().px(16);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    if (hint == SH_ScrollBar_Transient || hint == SH_UnderlineShortcut)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace Slipway
