// SPDX-License-Identifier: MIT
#include "ui/pages/rehearsalpage.h"

#include "ui/pages/changespane.h"
#include "ui/pages/packagespane.h"
#include "ui/pages/rehearsedpane.h"
#include "ui/parts/actionbar.h"
#include "ui/parts/chip.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/raildelegate.h"
#include "ui/parts/railmodel.h"
#include "ui/parts/tabbar.h"
#include "ui/parts/titleblock.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace Slipway {

namespace {

using State = RehearsedStep::State;

constexpr int railUnits = 288;
constexpr int narrowRailUnits = 200;
constexpr int railWideFrom = 1000;
const QString mainTab = QStringLiteral("main");
const QString changesTab = QStringLiteral("changes");
const QString packagesTab = QStringLiteral("packages");
const QLatin1String startAction("start");
const QLatin1String backAction("back");

class RehearsalRail final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().rail);
        painter.fillRect(width() - 1, 0, 1, height(), tokens().line);
    }
};

/// The state of a run whose mark says the same.
StepState markState(State state)
{
    switch (state) {
    case State::Waits:
        return StepState::InDoubt;
    case State::Person:
        return StepState::Waiting;
    case State::Skipped:
        return StepState::Skipped;
    case State::Fails:
        return StepState::Failed;
    case State::NotReached:
        return StepState::Cancelled;
    case State::Planned:
        break;
    }
    return StepState::Pending;
}

/// As the panes of a run take a step: its changes and its evidence.
StepView viewOf(const RehearsedStep &step, const QString &language)
{
    StepView view;
    view.id = step.key.step;
    view.instance = step.key.instance;
    view.title = step.title.in(language);
    view.state = markState(step.state);
    view.edits = step.edits;
    for (const Evidence &evidence : step.evidence)
        view.evidence.append({evidence, view.title, {}, {}});
    return view;
}

} // namespace

RehearsalPage::RehearsalPage(const Clock *clock, QWidget *parent)
    : Page(Page::Ground::Panel, parent)
    , m_model(new RailModel(clock, this))
    , m_list(new QListView)
    , m_railTitle(new ProseLabel(Theme::Role::Section))
    , m_chip(new Chip)
    , m_left(createLeft())
    , m_banner(new NoticeBar)
    , m_title(new TitleBlock)
    , m_tabs(new TabBar)
    , m_what(new RehearsedPane)
    , m_bar(new ActionBar)
{
    const auto reader = [source = m_source](const QString &digest) -> Result<QByteArray> {
        std::shared_ptr<const QTemporaryDir> scratch;
        {
            const std::lock_guard guard(source->lock);
            scratch = source->scratch;
        }
        Rehearsal rehearsal;
        rehearsal.scratch = scratch;
        return rehearsal.objects().read(digest);
    };
    m_changes = new ChangesPane(reader);
    m_packages = new PackagesPane(reader);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_left);
    row->addWidget(createRight(), 1);
    connect(m_tabs, &TabBar::currentIdChanged, this, &RehearsalPage::showPane);
    connect(m_changes, &ChangesPane::countChanged, this, &RehearsalPage::showPane);
    connect(m_bar, &ActionBar::triggered, this, [this](const QString &id) {
        if (id == startAction)
            Q_EMIT start();
        else
            Q_EMIT back();
    });
    retranslate();
}

QWidget *RehearsalPage::createLeft()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RailDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (m_isQuiet || !now.isValid())
                    return;
                m_step = now.data(RailModel::StepRole).toString();
                m_instance = now.data(RailModel::InstanceRole).toString();
                showStep();
            });
    auto *left = new RehearsalRail;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, theme().px(16), 0, 0);
    column->setSpacing(theme().px(10));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme().px(16), 0, theme().px(16), 0);
    head->addWidget(m_railTitle, 1);
    head->addWidget(m_chip, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    left->setFixedWidth(theme().px(railUnits));
    return left;
}

QWidget *RehearsalPage::createRight()
{
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme().px(28), theme().px(16), theme().px(28), 0);
    head->setSpacing(theme().px(14));
    head->addWidget(m_banner);
    head->addWidget(m_title);
    head->addWidget(m_tabs);
    column->addLayout(head);
    column->addWidget(m_what, 1);
    column->addWidget(m_changes, 1);
    column->addWidget(m_packages, 1);
    column->addWidget(m_bar);
    return right;
}

void RehearsalPage::setRehearsal(const Rehearsal &rehearsal, const QString &language)
{
    m_rehearsal = rehearsal;
    m_language = language;
    {
        const std::lock_guard guard(m_source->lock);
        m_source->scratch = rehearsal.scratch;
    }
    m_step = firstStep();
    m_instance.clear();
    const QList<RehearsedStep> steps = rehearsal.steps();
    for (const RehearsedStep &step : steps) {
        if (step.key.step == m_step && m_instance.isEmpty())
            m_instance = step.key.instance;
    }
    retranslate();
    Q_EMIT placeChanged();
}

/// The first that would fail; else the first.
QString RehearsalPage::firstStep() const
{
    const QList<RehearsedStep> steps = m_rehearsal.steps();
    for (const RehearsedStep &step : steps) {
        if (step.state == State::Fails)
            return step.key.step;
    }
    for (const RehearsedStep &step : steps) {
        if (step.state != State::Skipped)
            return step.key.step;
    }
    return steps.isEmpty() ? QString() : steps.first().key.step;
}

void RehearsalPage::setLanguage(const QString &language)
{
    m_language = language;
    retranslate();
}

void RehearsalPage::selectStep(const QString &step, const QString &instance)
{
    m_step = step;
    m_instance = instance;
    showRail();
    showStep();
}

void RehearsalPage::showTab(const QString &id)
{
    m_tabs->setCurrentId(id);
    showPane();
}

RunView RehearsalPage::railView() const
{
    RunView run;
    run.title = m_rehearsal.title.in(m_language);
    for (const RehearsedStage &stage : m_rehearsal.stages) {
        StageView view;
        view.name = stage.name;
        view.title = stage.title.isEmpty() ? stage.name : stage.title.in(m_language);
        view.total = int(stage.steps.size());
        for (const RehearsedStep &step : stage.steps) {
            StepView one = viewOf(step, m_language);
            view.done += step.state == State::Planned || step.state == State::Skipped;
            if (one.instance.isEmpty()) {
                view.steps.append(one);
                continue;
            }
            if (view.steps.isEmpty() || view.steps.last().id != one.id) {
                StepView whole = one;
                whole.instance.clear();
                view.steps.append(whole);
            }
            view.steps.last().instances.append(one);
        }
        run.stages.append(view);
    }
    return run;
}

void RehearsalPage::showRail()
{
    const QScopedValueRollback<bool> quiet(m_isQuiet, true);
    m_model->setRun(railView());
    m_railTitle->setText(m_rehearsal.title.in(m_language));
    const QModelIndex index = m_model->indexOf(m_step, m_instance);
    if (!index.isValid())
        return;
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
}

const RehearsedStep *RehearsalPage::current() const
{
    const RehearsedStep *sameStep = nullptr;
    for (const RehearsedStage &stage : m_rehearsal.stages) {
        for (const RehearsedStep &step : stage.steps) {
            if (step.key.step != m_step)
                continue;
            if (step.key.instance == m_instance)
                return &step;
            sameStep = sameStep ? sameStep : &step;
        }
    }
    return sameStep; // the row of a foreach step as a whole shows its first instance
}

void RehearsalPage::showStep()
{
    const RehearsedStep *step = current();
    if (!step)
        return;
    const StepView view = viewOf(*step, m_language);
    const QString name = step->key.instance;
    m_title->setMark(markOf(view.state));
    m_title->setTitle(name.isEmpty() ? view.title : QStringLiteral("%1: %2").arg(view.title, name));
    const QMap<State, QString> words{{State::Planned, tr("All of it is known")},
                                     {State::Waits, tr("Waits for what comes before")},
                                     {State::Person, tr("A person does this")},
                                     {State::Skipped, tr("Left out")},
                                     {State::Fails, tr("Would fail")},
                                     {State::NotReached, tr("Not reached")}};
    QList<ChipText> chips{{words.value(step->state), toneOf(markOf(view.state))}};
    if (step->needsGoAhead)
        chips.append({tr("asks for your go-ahead"), Tone::Needs});
    chips.append({step->kind, Tone::Plain});
    m_title->setChips(chips);
    m_what->setStep(*step);
    m_changes->setStep(view, false);
    m_packages->setStep(view, false);
    QList<TabItem> tabs{{mainTab, tr("What it would do"), {}}};
    if (ChangesPane::hasChanges(view))
        tabs.append({changesTab, tr("Changes"), m_changes->countText()});
    if (PackagesPane::hasPackages(view))
        tabs.append({packagesTab, tr("Packages"), {}});
    m_tabs->setTabs(tabs);
    m_tabs->setVisible(tabs.size() > 1);
    showPane();
}

void RehearsalPage::showPane()
{
    const QString id = m_tabs->isHidden() ? mainTab : m_tabs->currentId();
    m_what->setVisible(id != changesTab && id != packagesTab);
    m_changes->setVisible(id == changesTab);
    m_packages->setVisible(id == packagesTab);
}

QString RehearsalPage::placeTitle() const
{
    return m_rehearsal.title.in(m_language);
}

QString RehearsalPage::placeNote() const
{
    return tr("rehearsal");
}

void RehearsalPage::retranslate()
{
    m_chip->set(tr("Rehearsal"), Tone::Accent);
    m_list->setAccessibleName(tr("Stages and steps"));
    m_what->retranslate();
    m_changes->retranslate();
    m_packages->retranslate();
    int waits = 0;
    int fails = 0;
    int people = 0;
    const QList<RehearsedStep> steps = m_rehearsal.steps();
    for (const RehearsedStep &step : steps) {
        waits += step.state == State::Waits ? 1 : 0;
        fails += step.state == State::Fails ? 1 : 0;
        people += step.state == State::Person ? 1 : 0;
    }
    QString sentence = tr("Rehearsal: nothing is done. No file is changed, no remote and no engine "
                          "is asked.");
    if (fails > 0)
        sentence += u' ' + tr("%n step(s) would fail as things are now.", nullptr, fails);
    else if (waits > 0)
        sentence +=
            u' ' + tr("%n step(s) can only be worked out while the run goes on.", nullptr, waits);
    if (people > 0)
        sentence += u' ' + tr("%n step(s) need a person.", nullptr, people);
    m_banner->set(fails > 0 ? Tone::Failed : Tone::Accent, sentence);
    m_bar->setSentence(fails > 0 ? tr("Mend what would fail, then rehearse again.")
                                 : tr("Nothing happens before you start it."));
    m_bar->setActions({{backAction, tr("Back to the inputs"), Button::Kind::Outlined, true, {}},
                       {startAction, tr("Start the run"), Button::Kind::Primary, true,
                        tr("Runs until a person is needed.")}});
    showRail();
    showStep();
}

void RehearsalPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isWide = width() >= theme().px(railWideFrom);
    m_left->setFixedWidth(theme().px(isWide ? railUnits : narrowRailUnits));
}

} // namespace Slipway
