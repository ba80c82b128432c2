// SPDX-License-Identifier: MIT
#include "ui/parts/emptystate.h"

#include "ui/parts/button.h"
#include "ui/parts/proselabel.h"

#include <QVBoxLayout>

namespace Slipway {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new ProseLabel(Theme::Role::Section))
    , m_text(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_action(new Button)
{
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    auto *middle = new QWidget;
    middle->setMaximumWidth(theme().px(460));
    auto *texts = new QVBoxLayout(middle);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->setSpacing(theme().px(4));
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    texts->addSpacing(theme().px(8));
    texts->addWidget(m_action, 0, Qt::AlignHCenter);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 8);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    const int margin = theme().px(28);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
    connect(m_action, &Button::clicked, this, &EmptyState::actionTriggered);
    m_action->hide();
}

void EmptyState::set(const QString &title, const QString &text, const QString &action)
{
    m_title->setSpans({{title, Span::Style::Plain}});
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_action->setLabel(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace Slipway
