// SPDX-License-Identifier: MIT
#include "ui/parts/sectionheading.h"

#include "ui/parts/linklabel.h"
#include "ui/parts/textlabel.h"

#include <QHBoxLayout>

namespace Slipway {

SectionHeading::SectionHeading(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(title, Theme::Role::Section))
    , m_note(new TextLabel(Theme::Role::Body, Ink::Second))
    , m_link(new LinkLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(10));
    row->addWidget(m_title);
    row->addWidget(m_note, 1);
    row->addWidget(m_link);
    m_link->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_link, &LinkLabel::clicked, this, &SectionHeading::linkActivated);
}

void SectionHeading::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHeading::setLarge(bool isLarge)
{
    m_title->setRole(isLarge ? Theme::Role::Title : Theme::Role::Section);
}

void SectionHeading::setNote(const QString &note)
{
    m_note->setText(note);
}

void SectionHeading::setLink(const QString &label)
{
    m_link->setLabel(label);
    m_link->setVisible(!label.isEmpty());
}

} // namespace Slipway
