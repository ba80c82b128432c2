// SPDX-License-Identifier: MIT
#include "ui/pages/pathrow.h"

#include "ui/pages/inputeditor.h"
#include "ui/parts/elidedlabel.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/proselabel.h"
#include "ui/theme/stateicon.h"

#include <QHBoxLayout>

namespace Slipway {

Mark markOf(MachineFact::State state)
{
    switch (state) {
    case MachineFact::State::Asking:
        return Mark::Running;
    case MachineFact::State::Good:
        return Mark::Done;
    case MachineFact::State::Doubtful:
        return Mark::NeedsYou;
    case MachineFact::State::Missing:
        return Mark::Failed;
    }
    return Mark::ToDo;
}

PathRow::PathRow(const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_path(path)
    , m_icon(new StateIcon(Mark::Running))
    , m_label(new ElidedLabel(Theme::Role::Fixed))
    , m_found(new ProseLabel(Theme::Role::Small, Ink::Second))
    , m_remove(new LinkLabel)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, theme().px(6), 0, theme().px(6));
    row->setSpacing(theme().px(12));
    m_label->setText(homeShortened(path));
    m_label->setElideMode(Qt::ElideMiddle);
    row->addWidget(m_icon);
    row->addWidget(m_label, 5);
    row->addWidget(m_found, 6, Qt::AlignVCenter);
    row->addWidget(m_remove);
    connect(m_remove, &LinkLabel::clicked, this, &PathRow::removed);
    retranslate();
}

void PathRow::setFact(const DirectoryFact &fact)
{
    m_icon->setMark(markOf(fact.state));
    m_found->setInk(fact.state == MachineFact::State::Missing ? Ink::Failed : Ink::Second);
    m_found->setSpans({{fact.text, Span::Style::Plain}});
}

void PathRow::retranslate()
{
    m_remove->setLabel(tr("Take out"));
    m_remove->setAccessibleDescription(m_path);
}

} // namespace Slipway
