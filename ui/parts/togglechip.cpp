// SPDX-License-Identifier: MIT
#include "ui/parts/togglechip.h"

#include "ui/parts/chip.h"
#include "ui/parts/text.h"

#include <QPainter>

namespace Slipway {

ToggleChip::ToggleChip(const QString &label, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setLabel(label);
    followTheme(this, [this] { updateGeometry(); });
}

void ToggleChip::setLabel(const QString &label)
{
    m_label = label;
    setText(escapedMnemonic(label));
    setAccessibleName(label);
    updateGeometry();
    update();
}

QSize ToggleChip::sizeHint() const
{
    return {Chip::widthOf(m_label), Chip::chipHeight()};
}

void ToggleChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!isEnabled())
        painter.setOpacity(0.5);
    Chip::paint(&painter, rect(), m_label, isChecked() ? Tone::Accent : Tone::Plain);
    const qreal radius = height() / 2.0;
    if (isEnabled() && underMouse() && !hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(isChecked() ? tokens().accent : tokens().lineStrong, 1));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    if (hasFocus())
        paintFocusRing(&painter, rect(), radius);
}

} // namespace Slipway
