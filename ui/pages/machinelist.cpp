// SPDX-License-Identifier: MIT
#include "ui/pages/machinelist.h"

#include "ui/pages/pathrow.h"
#include "ui/parts/layouts.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/textlabel.h"
#include "ui/theme/stateicon.h"

#include <QHBoxLayout>

namespace Slipway {

MachineList::MachineList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    rebuild();
}

void MachineList::setFacts(const QList<MachineFact> &facts)
{
    if (m_isKnown && facts == m_facts)
        return;
    m_facts = facts;
    m_isKnown = true;
    rebuild();
}

void MachineList::retranslate()
{
    rebuild();
}

QWidget *MachineList::createRow(const MachineFact &fact)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, theme().px(5), 0, theme().px(5));
    row->setSpacing(theme().px(10));
    auto *value = new TextLabel(Theme::Role::Small, Ink::Second);
    value->setText(fact.state == MachineFact::State::Asking ? tr("looking…") : fact.value);
    row->addWidget(new StateIcon(markOf(fact.state)));
    row->addWidget(new TextLabel(fact.name, Theme::Role::Body), 1);
    value->setToolTip(plainTip(fact.value));
    row->addWidget(value);
    return widget;
}

void MachineList::rebuild()
{
    clearLayout(m_column);
    for (const MachineFact &fact : std::as_const(m_facts))
        m_column->addWidget(createRow(fact));
    for (const MachineFact &fact : std::as_const(m_facts)) {
        if (fact.advice.isEmpty())
            continue;
        auto *advice = new ProseLabel(Theme::Role::Small, Ink::Second);
        advice->setText(fact.advice);
        m_column->addSpacing(theme().px(4));
        m_column->addWidget(advice);
    }
    if (m_facts.isEmpty()) {
        auto *none = new ProseLabel(Theme::Role::Small, Ink::Second);
        none->setText(m_isKnown ? tr("This checklist needs no program of this machine.")
                                : tr("looking…"));
        m_column->addWidget(none);
    }
}

} // namespace Slipway
