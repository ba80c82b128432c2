// SPDX-License-Identifier: MIT
#include "ui/parts/card.h"

#include "ui/parts/layouts.h"
#include "ui/parts/rule.h"
#include "ui/parts/text.h"

#include <QMouseEvent>
#include <QPainter>

namespace Slipway {

Card::Card(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QVBoxLayout *Card::rows()
{
    if (!layout()) {
        auto *box = new QVBoxLayout(this);
        box->setContentsMargins(1, 1, 1, 1);
        box->setSpacing(0);
    }
    return qobject_cast<QVBoxLayout *>(layout());
}

void Card::addRow(QWidget *row)
{
    QVBoxLayout *box = rows();
    Q_ASSERT_X(box, "Card::addRow", "the card has a layout of another kind");
    if (box->count() > 0)
        box->addWidget(new Rule);
    box->addWidget(row);
}

void Card::clearRows()
{
    clearLayoutLater(rows());
}

void Card::setActivatable(bool isActivatable)
{
    m_isActivatable = isActivatable;
    setFocusPolicy(isActivatable ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover, isActivatable);
    setCursor(isActivatable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isOver = m_isActivatable && isEnabled() && underMouse();
    painter.setPen(QPen(isOver ? tokens().lineStrong : tokens().line, 1));
    painter.setBrush(isOver ? blended(tokens().panel, tokens().ink, 0.02) : tokens().panel);
    const qreal radius = theme().px(10);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (m_isActivatable && hasFocus())
        paintFocusRing(&painter, rect(), radius);
}

void Card::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isActivatable && event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT activated();
}

void Card::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_isActivatable && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space))
        Q_EMIT activated();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Slipway
