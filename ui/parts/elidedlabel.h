// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/text.h"

#include <QWidget>

namespace Slipway {

/// One line that is cut in the middle when it does not fit; the tool tip has all of it.
class ElidedLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(Theme::Role role = Theme::Role::Body, Ink ink = Ink::Normal,
                         QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    void setInk(Ink ink);
    void setElideMode(Qt::TextElideMode mode);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_text;
    Theme::Role m_role;
    Ink m_ink;
    Qt::TextElideMode m_mode = Qt::ElideMiddle;
};

} // namespace Slipway
