// SPDX-License-Identifier: MIT
#pragma once

#include <QVBoxLayout>
#include <QWidget>

namespace Slipway {

/// A rounded panel with an outline. Either put a layout of your own into it, or use it as a
/// list: addRow() with a line between rows. A card that can be activated behaves as a button.
class Card final : public QWidget
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// Adds row below the others; the card owns it then.
    void addRow(QWidget *row);
    /// Deletes all rows.
    void clearRows();
    /// True: it can be focused, has a hover, and a click or Enter emits activated().
    void setActivatable(bool isActivatable);

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *rows();
    bool m_isActivatable = false;
};

} // namespace Slipway
