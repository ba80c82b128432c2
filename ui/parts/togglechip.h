// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Slipway {

/// A chip that is on or off: "Follow", "Wrap", "Only differences".
class ToggleChip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ToggleChip(const QString &label = {}, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_label;
};

} // namespace Slipway
