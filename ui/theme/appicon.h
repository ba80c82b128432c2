// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

class QPainter;
class QRectF;

namespace Slipway {

/// The boat, in the accent colour.
void paintLogo(QPainter *painter, const QRectF &area);

/// For windows and the task bar: sharp from 16 to 256 px.
QIcon appIcon();

} // namespace Slipway
