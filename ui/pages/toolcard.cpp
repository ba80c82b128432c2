// SPDX-License-Identifier: MIT
#include "ui/pages/toolcard.h"

#include "ui/parts/card.h"
#include "ui/parts/proselabel.h"

namespace Slipway {

ToolCard::ToolCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_title(new ProseLabel(Theme::Role::Bold))
    , m_text(new ProseLabel(Theme::Role::Small, Ink::Second))
{
    m_card->setActivatable(true);
    auto *inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(theme().px(16), theme().px(12), theme().px(16), theme().px(12));
    inside->setSpacing(theme().px(4));
    for (ProseLabel *label : {m_title, m_text}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents); // the card takes the click
        label->setFocusPolicy(Qt::NoFocus);
        inside->addWidget(label);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme().px(4), 0, 0);
    column->addWidget(m_card);
    connect(m_card, &Card::activated, this, &ToolCard::opened);
}

void ToolCard::set(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_card->setAccessibleName(title);
    m_card->setAccessibleDescription(text);
}

} // namespace Slipway
