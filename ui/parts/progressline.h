// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/tokens.h"

#include <QProgressBar>

namespace Slipway {

/// A thin bar: how much of a run is done, in the colour of its state.
class ProgressLine final : public QProgressBar
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    void set(int done, int total, Tone tone = Tone::Accent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static void paint(QPainter *painter, const QRectF &area, qreal share, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Accent;
};

} // namespace Slipway
