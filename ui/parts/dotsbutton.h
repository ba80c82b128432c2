// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Slipway {

/// Three dots: more of what can be done here. The caller says what, by its accessible name.
class DotsButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit DotsButton(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Slipway
