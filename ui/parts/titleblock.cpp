// SPDX-License-Identifier: MIT
#include "ui/parts/titleblock.h"

#include "ui/parts/chip.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/stateicon.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Slipway {

namespace {
constexpr int descriptionUnits = 760;
}

TitleBlock::TitleBlock(QWidget *parent)
    : QWidget(parent)
    , m_icon(new StateIcon)
    , m_title(new ProseLabel(Theme::Role::Title))
    , m_description(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_line(new QHBoxLayout)
{
    m_icon->hide();
    m_line->setSpacing(theme().px(12));
    m_line->addWidget(m_icon);
    m_line->addWidget(m_title);
    m_line->addStretch(1);
    m_description->setMaximumTextWidth(descriptionUnits);
    m_description->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(4));
    column->addLayout(m_line);
    column->addWidget(m_description);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void TitleBlock::setMark(std::optional<Mark> mark)
{
    if (mark)
        m_icon->setMark(*mark);
    m_icon->setVisible(mark.has_value());
}

void TitleBlock::setTitle(const QString &title)
{
    m_title->setSpans({{title, Span::Style::Plain}});
}

void TitleBlock::setChips(const QList<ChipText> &chips)
{
    while (m_chips.size() > chips.size())
        delete m_chips.takeLast();
    while (m_chips.size() < chips.size()) {
        auto *chip = new Chip;
        m_line->insertWidget(m_line->count() - 1, chip);
        m_chips.append(chip);
    }
    for (qsizetype i = 0; i < chips.size(); ++i)
        m_chips[i]->set(chips[i].text, chips[i].tone);
}

void TitleBlock::setDescription(const QString &description)
{
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
}

} // namespace Slipway
