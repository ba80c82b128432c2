// SPDX-License-Identifier: MIT
#include "ui/parts/progressline.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace Slipway {

ProgressLine::ProgressLine(QWidget *parent) : QProgressBar(parent)
{
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
}

void ProgressLine::set(int done, int total, Tone tone)
{
    if (tone != m_tone)
        update();
    m_tone = tone;
    setRange(0, qMax(1, total)); // 0 to 0 would mean "busy" to Qt
    setValue(qBound(0, done, qMax(1, total)));
}

QSize ProgressLine::sizeHint() const
{
    return {theme().px(150), theme().px(4)};
}

QSize ProgressLine::minimumSizeHint() const
{
    return {theme().px(24), theme().px(4)};
}

void ProgressLine::paint(QPainter *painter, const QRectF &area, qreal share, Tone tone)
{
    const qreal radius = area.height() / 2;
    QPainterPath clip;
    clip.addRoundedRect(area, radius, radius);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(clip, tokens().line);
    QRectF part = area;
    part.setWidth(area.width() * qBound(0.0, share, 1.0));
    if (part.width() > 0) {
        QPainterPath filled;
        filled.addRoundedRect(part, radius, radius);
        painter->fillPath(filled, toneInk(tokens(), tone));
    }
    painter->restore();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal height = theme().px(4);
    paint(&painter, QRectF(0, (this->height() - height) / 2, width(), height),
          qreal(value() - minimum()) / qMax(1, maximum() - minimum()), m_tone);
}

} // namespace Slipway
