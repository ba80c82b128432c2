// SPDX-License-Identifier: MIT
#pragma once

#include "ui/parts/text.h"

#include <QLabel>

namespace Slipway {

/// One line of plain text in one of the theme's fonts and inks; follows the theme.
class TextLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(Theme::Role role = Theme::Role::Body, Ink ink = Ink::Normal,
                       QWidget *parent = nullptr);
    TextLabel(const QString &text, Theme::Role role, Ink ink = Ink::Normal,
              QWidget *parent = nullptr);

    void setInk(Ink ink);
    void setRole(Theme::Role role);

private:
    void applyTheme();

    Theme::Role m_role;
    Ink m_ink;
};

} // namespace Slipway
