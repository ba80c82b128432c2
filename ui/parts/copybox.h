// SPDX-License-Identifier: MIT
#pragma once

#include <QTimer>
#include <QWidget>

namespace Slipway {

class Button;
class ProseLabel;

/// A command or a text in the fixed font, with a button that copies it.
class CopyBox final : public QWidget
{
    Q_OBJECT

public:
    explicit CopyBox(const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);

Q_SIGNALS:
    void copied();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void copy();

    QString m_text;
    ProseLabel *m_label;
    Button *m_button;
    QTimer m_thanks;
};

} // namespace Slipway
