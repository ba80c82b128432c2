// SPDX-License-Identifier: MIT
#include "ui/parts/button.h"

#include "ui/parts/text.h"

#include <QPainter>

namespace Slipway {

Button::Button(const QString &label, Kind kind, QWidget *parent) : QPushButton(parent), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setLabel(label);
    followTheme(this, [this] {
        setFont(theme().font(Theme::Role::Strong));
        updateGeometry();
    });
}

void Button::setLabel(const QString &label)
{
    m_label = label;
    setText(escapedMnemonic(label));
    setAccessibleName(label);
    updateGeometry();
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void Button::setKeyHint(const QString &hint)
{
    m_hint = hint;
    setAccessibleDescription(hint);
    updateGeometry();
    update();
}

QSize Button::sizeHint() const
{
    // Measured as it is painted: hinted advances of a screen are wider than a font's own. Two
    // pixels stay for what rounding still hides.
    const auto widthOf = [this](Theme::Role role, const QString &text) {
        return QFontMetrics(theme().font(role), this).horizontalAdvance(text) + 2;
    };
    int width = widthOf(Theme::Role::Strong, m_label);
    if (!m_hint.isEmpty())
        width += widthOf(Theme::Role::Hint, m_hint) + theme().px(8);
    const bool isQuiet = m_kind == Kind::Quiet || m_kind == Kind::Destructive;
    return {width + theme().px(isQuiet ? 24 : 30), theme().px(32)};
}

QSize Button::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), theme().px(72)), theme().px(32)};
}

QColor Button::ground() const
{
    const Tokens &t = tokens();
    const bool isOver = isEnabled() && underMouse();
    switch (m_kind) {
    case Kind::Primary:
        if (isDown())
            return blended(t.accent, t.ink, 0.2);
        return isOver ? blended(t.accent, t.ink, 0.1) : t.accent;
    case Kind::Outlined:
        return isDown() ? blended(t.panel, t.ink, 0.09) : isOver ? t.hover : t.panel;
    case Kind::Quiet:
        return isDown() ? blended(t.panel, t.ink, 0.09) : isOver ? t.hover : t.transparent;
    case Kind::Destructive:
        return isOver || isDown() ? t.failedSoft : t.transparent;
    }
    return t.panel;
}

QColor Button::ink() const
{
    const Tokens &t = tokens();
    switch (m_kind) {
    case Kind::Primary:
        return t.onAccent;
    case Kind::Outlined:
        return t.ink;
    case Kind::Quiet:
        return t.ink2;
    case Kind::Destructive:
        return t.failed;
    }
    return t.ink;
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isEnabled() ? 1 : 0.45);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const qreal radius = theme().px(6);
    painter.setPen(m_kind == Kind::Outlined ? QPen(tokens().lineStrong, 1) : QPen(Qt::NoPen));
    painter.setBrush(ground());
    painter.drawRoundedRect(box, radius, radius);

    const int pad = theme().px(m_kind == Kind::Primary || m_kind == Kind::Outlined ? 15 : 12);
    QRect inner = rect().adjusted(pad, 0, -pad, 0);
    if (!m_hint.isEmpty()) {
        painter.setFont(theme().font(Theme::Role::Hint));
        painter.setPen(faded(ink(), 0.75));
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, m_hint);
        inner.adjust(0, 0, -painter.fontMetrics().horizontalAdvance(m_hint) - theme().px(8), 0);
    }
    painter.setFont(theme().font(Theme::Role::Strong));
    painter.setPen(ink());
    const QString shown =
        painter.fontMetrics().elidedText(m_label, Qt::ElideRight, inner.width() + 1);
    painter.drawText(inner, Qt::AlignCenter | Qt::TextSingleLine, shown);
    painter.setOpacity(1);
    if (hasFocus()) {
        if (m_kind == Kind::Primary) { // a ring of its own colour would not be seen
            painter.setPen(QPen(tokens().onAccent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2);
        } else {
            paintFocusRing(&painter, rect(), radius);
        }
    }
}

} // namespace Slipway
