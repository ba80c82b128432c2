// SPDX-License-Identifier: MIT
#include "ui/parts/elidedlabel.h"

#include <QPainter>

namespace Slipway {

ElidedLabel::ElidedLabel(Theme::Role role, Ink ink, QWidget *parent)
    : QWidget(parent), m_role(role), m_ink(ink)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    followTheme(this, [this] { updateGeometry(); });
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    resizeEvent(nullptr);
    update();
}

void ElidedLabel::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(theme().font(m_role));
    return {metrics.horizontalAdvance(m_text) + 2, theme().lineHeight(m_role)};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {theme().px(32), theme().lineHeight(m_role)};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(theme().font(m_role));
    painter.setPen(isEnabled() ? inkColour(m_ink) : tokens().ink3);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_text, m_mode, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *)
{
    setToolTip(width() < sizeHint().width() ? plainTip(m_text) : QString());
}

} // namespace Slipway
