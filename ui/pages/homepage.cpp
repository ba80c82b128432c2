// SPDX-License-Identifier: MIT
#include "ui/pages/homepage.h"

#include "ui/pages/allruns.h"
#include "ui/pages/checklistcards.h"
#include "ui/pages/runsfilter.h"
#include "ui/pages/runslist.h"
#include "ui/pages/runsmodel.h"
#include "ui/pages/scrollcolumn.h"
#include "ui/pages/toolcard.h"
#include "ui/pages/waitinglist.h"
#include "ui/parts/card.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/sectionheading.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Slipway {

namespace {
constexpr int recentRuns = 8;
}

HomePage::HomePage(const Clock *clock, QWidget *parent)
    : Page(Ground::Background, parent)
    , m_model(new RunsModel(clock, this))
    , m_recent(new RunsFilter(this))
    , m_waitingHeading(new SectionHeading)
    , m_waiting(new WaitingList)
    , m_runsHeading(new SectionHeading)
    , m_runs(new RunsList)
    , m_noRuns(new EmptyState)
    , m_startHeading(new SectionHeading)
    , m_cards(new ChecklistCards)
    , m_compare(new ToolCard)
    , m_all(new AllRuns(m_model))
    , m_stack(new QStackedWidget)
{
    m_recent->setLimit(recentRuns);
    m_recent->setSourceModel(m_model);
    m_runs->setModel(m_recent);
    m_stack->addWidget(createOverview());
    m_stack->addWidget(m_all);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connectParts();
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, m_model, &RunsModel::refresh);
    m_minute.start();
    retranslate();
}

QWidget *HomePage::createOverview()
{
    m_waitingHeading->setLarge(true);
    m_runs->setGrowing(true);
    auto *runsCard = new Card;
    auto *inside = new QVBoxLayout(runsCard);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->setSpacing(0);
    inside->addWidget(m_runs);
    inside->addWidget(m_noRuns);
    auto *scroll = new ScrollColumn(1200, 40, Qt::AlignHCenter);
    QVBoxLayout *column = scroll->column();
    column->setContentsMargins(0, theme().px(24), 0, theme().px(20));
    column->setSpacing(theme().px(8));
    const std::pair<QWidget *, QWidget *> sections[] = {
        {m_waitingHeading, m_waiting}, {m_runsHeading, runsCard}, {m_startHeading, m_cards}};
    for (const auto &[heading, content] : sections) {
        if (heading != m_waitingHeading)
            column->addSpacing(theme().px(15));
        column->addWidget(heading);
        column->addWidget(content);
    }
    column->addWidget(m_compare);
    column->addStretch(1);
    return scroll;
}

void HomePage::connectParts()
{
    connect(m_waiting, &WaitingList::opened, this, &HomePage::openRun);
    const auto openWhole = [this](const QString &runId) { Q_EMIT openRun(runId, {}, {}); };
    connect(m_runs, &RunsList::runOpened, this, openWhole);
    connect(m_all, &AllRuns::runOpened, this, openWhole);
    connect(m_all, &AllRuns::left, this, [this] { showAllRuns(false); });
    connect(m_runsHeading, &SectionHeading::linkActivated, this, [this] { showAllRuns(true); });
    connect(m_startHeading, &SectionHeading::linkActivated, this, &HomePage::openChecklistFile);
    connect(m_cards, &ChecklistCards::started, this, &HomePage::startChecklist);
    connect(m_compare, &ToolCard::opened, this, &HomePage::comparePackages);
    connect(m_cards, &ChecklistCards::openRequested, this, &HomePage::openChecklistFile);
}

void HomePage::setHome(const QList<WaitingItem> &waiting, const QList<RunSummary> &runs,
                       const QList<ChecklistCard> &checklists)
{
    m_waitingCount = int(waiting.size());
    m_waiting->setItems(waiting);
    m_model->setRuns(runs);
    m_cards->setCards(checklists);
    m_hasChecklists = !checklists.isEmpty();
    showCounts();
}

void HomePage::showCounts()
{
    m_waitingHeading->setNote(m_waitingCount > 0 ? QLocale().toString(m_waitingCount) : QString());
    m_startHeading->setLink(m_hasChecklists ? tr("Open a checklist…") : QString());
    const int runs = m_model->rowCount();
    m_runs->setVisible(runs > 0);
    m_noRuns->setVisible(runs == 0);
    m_runsHeading->setLink(runs > 0 ? tr("All runs") : QString());
    m_runsHeading->setNote(runs > recentRuns ? tr("the last %1 of %2").arg(recentRuns).arg(runs)
                                             : QString());
}

void HomePage::showAllRuns(bool isShown)
{
    m_stack->setCurrentIndex(isShown ? 1 : 0);
    if (isShown)
        m_all->find();
    Q_EMIT placeChanged();
}

QString HomePage::placeTitle() const
{
    return tr("Slipway");
}

void HomePage::find()
{
    showAllRuns(true);
}

bool HomePage::stepBack()
{
    if (m_stack->currentIndex() == 0)
        return false;
    showAllRuns(false);
    return true;
}

void HomePage::retranslate()
{
    m_waitingHeading->setTitle(tr("Waiting for you"));
    m_runsHeading->setTitle(tr("Runs"));
    m_startHeading->setTitle(tr("Start"));
    m_noRuns->set(tr("No runs yet"),
                  tr("Start a checklist below: its run appears here, with how far it is."));
    m_runs->setAccessibleName(tr("Runs"));
    m_compare->set(tr("Compare packages"),
                   tr("What is installed in images, containers, environments and lists, side by "
                      "side. It needs no run."));
    m_waiting->retranslate();
    m_cards->retranslate();
    m_all->retranslate();
    m_model->refresh();
    showCounts();
}

} // namespace Slipway
