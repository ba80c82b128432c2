// SPDX-License-Identifier: MIT
#include "ui/parts/dotsbutton.h"

#include "ui/parts/text.h"

#include <QKeyEvent>
#include <QPainter>

namespace Slipway {

DotsButton::DotsButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize DotsButton::sizeHint() const
{
    return {theme().px(32), theme().px(32)};
}

void DotsButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal corner = theme().px(6);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setBrush(tokens().hover);
        painter.drawRoundedRect(rect(), corner, corner);
    }
    painter.setBrush(isEnabled() ? tokens().ink2 : tokens().ink3);
    const QPointF middle = QRectF(rect()).center();
    const qreal radius = theme().px(3) / 2.0;
    for (const int step : {-1, 0, 1})
        painter.drawEllipse(middle + QPointF(step * theme().px(6), 0), radius, radius);
    if (hasFocus())
        paintFocusRing(&painter, rect(), corner);
}

void DotsButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace Slipway
