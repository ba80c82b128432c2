// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Slipway {

/// Words in the accent colour that do something, such as "View" or "All runs".
class LinkLabel final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkLabel(const QString &label = {}, QWidget *parent = nullptr);

    QString label() const { return m_label; }
    void setLabel(const QString &label);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_label;
};

} // namespace Slipway
