// SPDX-License-Identifier: MIT
#include "ui/parts/textlabel.h"

namespace Slipway {

TextLabel::TextLabel(Theme::Role role, Ink ink, QWidget *parent)
    : TextLabel(QString(), role, ink, parent)
{
}

TextLabel::TextLabel(const QString &text, Theme::Role role, Ink ink, QWidget *parent)
    : QLabel(parent), m_role(role), m_ink(ink)
{
    showPlain(this, text);
    followTheme(this, [this] { applyTheme(); });
}

void TextLabel::setInk(Ink ink)
{
    m_ink = ink;
    applyTheme();
}

void TextLabel::setRole(Theme::Role role)
{
    m_role = role;
    applyTheme();
}

void TextLabel::applyTheme()
{
    setFont(theme().font(m_role));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, inkColour(m_ink));
    setPalette(colours);
    setMinimumHeight(theme().lineHeight(m_role));
}

} // namespace Slipway
