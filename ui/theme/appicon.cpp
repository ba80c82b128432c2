// SPDX-License-Identifier: MIT
#include "ui/theme/appicon.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

namespace Slipway {

void paintLogo(QPainter *painter, const QRectF &area)
{
    QPainterPath fore;
    fore.moveTo(7.4, 1.2);
    fore.lineTo(7.4, 10.1);
    fore.lineTo(2.9, 10.1);
    fore.cubicTo(4.6, 7.6, 6.3, 4.7, 7.4, 1.2);
    QPainterPath main;
    main.moveTo(8.4, 0.8);
    main.cubicTo(11, 3.2, 12.7, 6.3, 13.1, 10.1);
    main.lineTo(8.4, 10.1);
    main.closeSubpath();
    QPainterPath hull;
    hull.moveTo(1.1, 11.5);
    hull.lineTo(14.9, 11.5);
    hull.cubicTo(14.4, 13.5, 13.2, 14.8, 11.4, 14.8);
    hull.lineTo(4.6, 14.8);
    hull.cubicTo(2.8, 14.8, 1.6, 13.5, 1.1, 11.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(area.topLeft());
    painter->scale(area.width() / 16, area.height() / 16);
    const QColor accent = tokens().accent;
    painter->fillPath(fore, faded(accent, 0.55));
    painter->fillPath(main, accent);
    painter->fillPath(hull, accent);
    painter->restore();
}

QIcon appIcon()
{
    QIcon icon;
    QSvgRenderer boat(QStringLiteral(":/slipway/icons/slipway.svg"));
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        boat.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace Slipway
