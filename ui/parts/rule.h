// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Slipway {

/// A line of one pixel that separates what is above from what is below (or left from right).
class Rule final : public QWidget
{
    Q_OBJECT

public:
    explicit Rule(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Slipway
