// SPDX-License-Identifier: MIT
#include "ui/parts/chip.h"

#include "ui/parts/text.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace Slipway {

Chip::Chip(const QString &text, Tone tone, QWidget *parent) : QWidget(parent), m_tone(tone)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
    followTheme(this, [this] { updateGeometry(); });
}

void Chip::setText(const QString &text)
{
    set(text, m_tone);
}

void Chip::setTone(Tone tone)
{
    set(m_text, tone);
}

void Chip::set(const QString &text, Tone tone)
{
    if (text == m_text && tone == m_tone)
        return;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    setToolTip(sizeHint().width() > theme().px(360) ? plainTip(text) : QString());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {widthOf(m_text), chipHeight()};
}

QSize Chip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), theme().px(200)), chipHeight()};
}

int Chip::chipHeight()
{
    return theme().px(22);
}

int Chip::widthOf(const QString &text)
{
    const QFontMetrics metrics(theme().font(Theme::Role::SmallStrong));
    return metrics.horizontalAdvance(text) + theme().px(18);
}

void Chip::paint(QPainter *painter, const QRectF &area, const QString &text, Tone tone)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneSoft(tokens(), tone));
    painter->drawRoundedRect(area, area.height() / 2, area.height() / 2);
    painter->setPen(toneInk(tokens(), tone));
    painter->setFont(theme().font(Theme::Role::SmallStrong));
    const QRectF inner = area.adjusted(theme().px(9), 0, -theme().px(9), 0);
    const QString shown =
        painter->fontMetrics().elidedText(text, Qt::ElideRight, int(inner.width()) + 1);
    painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    painter->restore();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int height = chipHeight();
    paint(&painter, QRectF(0, (this->height() - height) / 2.0, width(), height), m_text, m_tone);
}

} // namespace Slipway
