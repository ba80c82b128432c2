// SPDX-License-Identifier: MIT
#include "ui/pages/page.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace Slipway {

Page::Page(Ground ground, QWidget *parent) : QWidget(parent), m_ground(ground) {}

void Page::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT placeChanged();
    }
    QWidget::changeEvent(event);
}

void Page::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_ground == Ground::Panel ? tokens().panel : tokens().background);
}

} // namespace Slipway
