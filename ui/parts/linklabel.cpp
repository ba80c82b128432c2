// SPDX-License-Identifier: MIT
#include "ui/parts/linklabel.h"

#include "ui/parts/text.h"

#include <QKeyEvent>
#include <QPainter>

namespace Slipway {

LinkLabel::LinkLabel(const QString &label, QWidget *parent) : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setLabel(label);
    followTheme(this, [this] { updateGeometry(); });
}

void LinkLabel::setLabel(const QString &label)
{
    m_label = label;
    setText(escapedMnemonic(label));
    setAccessibleName(label);
    updateGeometry();
    update();
}

QSize LinkLabel::sizeHint() const
{
    const QFontMetrics metrics(theme().font(Theme::Role::Body));
    return {metrics.horizontalAdvance(m_label) + 2, theme().px(24)};
}

void LinkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = theme().font(Theme::Role::Body);
    font.setUnderline(isEnabled() && underMouse());
    painter.setFont(font);
    painter.setPen(isEnabled() ? tokens().accent : tokens().ink3);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, m_label);
    if (hasFocus())
        paintFocusRing(&painter, rect(), theme().px(3));
}

void LinkLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace Slipway
