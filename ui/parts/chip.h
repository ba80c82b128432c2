// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/statemark.h"

#include <QWidget>

namespace Slipway {

/// A short word on a soft ground, such as "Running 6:12 of about 9 min" or "attempt 1".
class Chip final : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const QString &text = {}, Tone tone = Tone::Plain, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    Tone tone() const { return m_tone; }
    void setTone(Tone tone);
    void set(const QString &text, Tone tone);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static int chipHeight();
    static int widthOf(const QString &text);
    /// The same picture for delegates; area's height is chipHeight(), text is cut at its width.
    static void paint(QPainter *painter, const QRectF &area, const QString &text, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
};

} // namespace Slipway
