// SPDX-License-Identifier: MIT
#pragma once

#include <QPushButton>

namespace Slipway {

/// A button of the window: one Primary on a page, Outlined beside it, Quiet ones without an
/// outline, Destructive quiet and red. The label is data: '&' is a letter.
class Button final : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind
    {
        Primary,
        Outlined,
        Quiet,
        Destructive
    };

    explicit Button(const QString &label = {}, Kind kind = Kind::Outlined,
                    QWidget *parent = nullptr);

    QString label() const { return m_label; }
    void setLabel(const QString &label);
    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// Shown small inside the button, such as "Ctrl+Enter"; the caller makes the shortcut.
    void setKeyHint(const QString &hint);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor ground() const;
    QColor ink() const;

    QString m_label;
    QString m_hint;
    Kind m_kind;
};

} // namespace Slipway
