// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/statemark.h"

#include <QWidget>

class QPainter;

namespace Slipway {

/// Paints mark into area (square, device independent pixels; WINDOW's size is 16). The arc of
/// Mark::Running stands at ArcClock's angle.
void paintMark(QPainter *painter, const QRectF &area, Mark mark);

/// A mark as a widget of its own; its accessible name is the state.
class StateIcon final : public QWidget
{
    Q_OBJECT

public:
    explicit StateIcon(Mark mark = Mark::ToDo, QWidget *parent = nullptr);

    Mark mark() const { return m_mark; }
    void setMark(Mark mark);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    Mark m_mark;
};

} // namespace Slipway
