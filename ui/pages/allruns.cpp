// SPDX-License-Identifier: MIT
#include "ui/pages/allruns.h"

#include "ui/pages/runsfilter.h"
#include "ui/pages/runslist.h"
#include "ui/pages/runsmodel.h"
#include "ui/parts/card.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/searchfield.h"
#include "ui/parts/textlabel.h"
#include "ui/parts/togglechip.h"

#include <QHBoxLayout>
#include <QLocale>

namespace Slipway {

namespace {

/// What each chip lets through, in the order of the chips.
const QList<QSet<RunState>> &chipStates()
{
    static const QList<QSet<RunState>> states{
        {RunState::Running},
        {RunState::Waiting, RunState::InDoubt},
        {RunState::Failed, RunState::Cancelled, RunState::Undone},
        {RunState::Stopped},
        {RunState::Succeeded},
    };
    return states;
}

} // namespace

AllRuns::AllRuns(RunsModel *model, QWidget *parent)
    : QWidget(parent)
    , m_filter(new RunsFilter(this))
    , m_list(new RunsList)
    , m_back(new LinkLabel)
    , m_title(new TextLabel(Theme::Role::Title))
    , m_count(new TextLabel(Theme::Role::Body, Ink::Second))
    , m_search(new SearchField)
    , m_empty(new EmptyState)
{
    m_filter->setSourceModel(model);
    m_list->setModel(m_filter);
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_list);
    inside->addWidget(m_empty);
    card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(theme().px(10));
    heading->addWidget(m_title);
    heading->addWidget(m_count, 1);
    heading->addWidget(m_back);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(40), theme().px(24), theme().px(40), theme().px(28));
    column->setSpacing(theme().px(12));
    column->addLayout(heading);
    column->addWidget(createTools());
    column->addWidget(card, 1);
    connect(m_list, &RunsList::runOpened, this, &AllRuns::runOpened);
    connect(m_back, &LinkLabel::clicked, this, &AllRuns::left);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &AllRuns::showCount);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &AllRuns::showCount);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &AllRuns::showCount);
    retranslate();
}

QWidget *AllRuns::createTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(8));
    m_search->setFixedWidth(theme().px(260));
    row->addWidget(m_search);
    for (qsizetype i = 0; i < chipStates().size(); ++i) {
        auto *chip = new ToggleChip;
        chip->setCheckable(true);
        connect(chip, &ToggleChip::toggled, this, &AllRuns::applyFilter);
        row->addWidget(chip);
        m_chips.append(chip);
    }
    row->addStretch(1);
    connect(m_search, &SearchField::textChanged, this, &AllRuns::applyFilter);
    connect(m_search, &SearchField::left, m_list, qOverload<>(&QWidget::setFocus));
    return tools;
}

void AllRuns::applyFilter()
{
    QSet<RunState> states;
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (m_chips[i]->isChecked())
            states.unite(chipStates()[i]);
    }
    m_filter->setStates(states);
    m_filter->setWords(m_search->text());
    showCount();
}

void AllRuns::showCount()
{
    const int shown = m_filter->rowCount();
    const int all = m_filter->sourceModel()->rowCount();
    m_count->setText(shown == all ? QLocale().toString(all) : tr("%1 of %2").arg(shown).arg(all));
    m_list->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    if (all == 0)
        m_empty->set(tr("No runs yet"), tr("A run appears here when a checklist is started."));
    else
        m_empty->set(tr("No run is like that"), tr("Take a word or a state out of the filter."));
}

void AllRuns::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void AllRuns::retranslate()
{
    m_title->setText(tr("Runs"));
    m_back->setLabel(tr("Back to the overview"));
    m_search->setPurpose(tr("Filter runs"));
    const QStringList labels{tr("Running"), tr("Waiting or in doubt"), tr("Failed or cancelled"),
                             tr("Stopped"), tr("Done")};
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setLabel(labels[i]);
    showCount();
}

} // namespace Slipway
