// SPDX-License-Identifier: MIT
#include "ui/pages/runpage.h"

#include "ui/pages/carrysheet.h"
#include "ui/pages/conflictspane.h"
#include "ui/pages/doubtpane.h"
#include "ui/pages/gatepane.h"
#include "ui/pages/historypane.h"
#include "ui/pages/imagespane.h"
#include "ui/pages/manualpane.h"
#include "ui/pages/secretspane.h"
#include "ui/pages/stepsheet.h"
#include "ui/pages/undosheet.h"
#include "ui/pages/verifysheet.h"
#include "ui/pages/whatpane.h"
#include "ui/parts/button.h"
#include "ui/parts/dotsbutton.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/railview.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QSplitter>

namespace Slipway {

namespace {
constexpr int railUnits = 288;
constexpr int railBesideFrom = 1000; // narrower than this, the rail is folded away

/// The ground below the rail's list.
class RailSide final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().rail);
        painter.fillRect(width() - 1, 0, 1, height(), tokens().line);
    }
};

/// Its handle shows nothing of its own: the rail draws the line.
class RailSplitter final : public QSplitter
{
public:
    using QSplitter::QSplitter;

protected:
    QSplitterHandle *createHandle() override
    {
        class Handle final : public QSplitterHandle
        {
        public:
            using QSplitterHandle::QSplitterHandle;

        protected:
            void paintEvent(QPaintEvent *) override {}
        };
        return new Handle(orientation(), this);
    }
};

QString firstStep(const RunView &run)
{
    for (const StageView &stage : run.stages) {
        if (!stage.steps.isEmpty())
            return stage.steps.first().id;
    }
    return {};
}
} // namespace

RunPage::RunPage(const Clock *clock, const ObjectReader &reader, QWidget *parent)
    : Page(Ground::Panel, parent)
    , m_clock(clock)
    , m_requests(new RunRequests(this))
    , m_splitter(new RailSplitter(Qt::Horizontal))
    , m_rail(new RailView(clock))
    , m_cancel(new Button({}, Button::Kind::Destructive))
    , m_undo(new Button({}, Button::Kind::Quiet))
    , m_more(new DotsButton)
    , m_railToggle(new Button({}, Button::Kind::Quiet))
    , m_toggleBox(new QWidget)
    , m_noticeBox(new QWidget)
    , m_problem(new NoticeBar)
    , m_notice(new NoticeBar)
    , m_sheet(new StepSheet(clock, reader))
    , m_undoSheet(new UndoSheet)
    , m_carrySheet(new CarrySheet)
    , m_verifySheet(new VerifySheet)
    , m_ask(new AskStrip)
    , m_bar(new ActionBar)
{
    m_left = createLeft();
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(createRight());
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setCollapsible(1, false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({theme().px(railUnits), theme().px(1000)});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    connect(m_rail, &RailView::stepSelected, this, [this](const QString &step, const QString &one) {
        const StepView *current = m_run.current();
        m_isFollowing = current && current->id == step && current->instance == one;
        select(step, one);
    });
    connect(m_cancel, &Button::clicked, this, &RunPage::askToCancelRun);
    connect(m_undo, &Button::clicked, this, &RunPage::openUndo);
    connect(m_more, &DotsButton::clicked, this, &RunPage::showMore);
    connect(m_rail, &RailView::runLinked, this,
            [this](const QString &run) { Q_EMIT m_requests->openRun(run, {}, {}); });
    connect(m_bar, &ActionBar::triggered, this, &RunPage::act);
    connect(m_ask, &AskStrip::confirmed, this, &RunPage::answer);
    connect(m_problem, &NoticeBar::actionTriggered, this,
            [this] { Q_EMIT m_requests->resumeRun(m_run.id); });
    connectSheet();
    connectSheets();
    retranslate();
}

QWidget *RunPage::createLeft()
{
    auto *left = new RailSide;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_rail, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(theme().px(6), 0, theme().px(8), 0);
    row->addWidget(m_cancel);
    row->addStretch(1);
    row->addWidget(m_undo);
    row->addWidget(m_more);
    auto *foot = new QWidget;
    foot->setLayout(row);
    foot->setFixedHeight(theme().px(59));
    column->addWidget(foot);
    left->setMinimumWidth(theme().px(200));
    left->setMaximumWidth(theme().px(520));
    return left;
}

QWidget *RunPage::createRight()
{
    auto *right = new QWidget;
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    // Widgets, not layouts: what is hidden must not leave its margins behind.
    auto *toggleRow = new QHBoxLayout(m_toggleBox);
    toggleRow->setContentsMargins(theme().px(14), theme().px(8), theme().px(16), 0);
    toggleRow->addWidget(m_railToggle);
    toggleRow->addStretch(1);
    auto *notices = new QVBoxLayout(m_noticeBox);
    notices->setContentsMargins(theme().px(28), theme().px(16), theme().px(28), 0);
    notices->setSpacing(theme().px(8));
    notices->addWidget(m_problem);
    notices->addWidget(m_notice);
    column->addWidget(m_toggleBox);
    column->addWidget(m_noticeBox);
    column->addWidget(m_sheet, 1);
    for (RunSheet *sheet :
         std::initializer_list<RunSheet *>{m_undoSheet, m_carrySheet, m_verifySheet}) {
        column->addWidget(sheet, 1);
        sheet->hide();
    }
    column->addWidget(m_ask);
    column->addWidget(m_bar);
    m_toggleBox->hide();
    m_noticeBox->hide();
    m_problem->hide();
    m_notice->hide();
    connect(m_railToggle, &Button::clicked, this, [this] { showRail(m_left->isHidden()); });
    return right;
}

void RunPage::connectSheet()
{
    connect(m_sheet->gate(), &GatePane::changed, this, &RunPage::showActions);
    connect(m_sheet->what(), &WhatPane::instanceChosen, this, [this](const QString &instance) {
        m_isFollowing = false;
        select(m_step, instance);
    });
    connect(m_sheet->doubt(), &DoubtPane::settled, this,
            [this](const QString &verdict, const QString &note) {
                Q_EMIT m_requests->settle(m_run.id, m_step, m_instance, verdict, note);
            });
    connect(m_sheet->doubt(), &DoubtPane::lookAgain, this,
            [this] { Q_EMIT m_requests->probeAgain(m_run.id, m_step, m_instance); });
    connect(m_sheet->conflicts(), &ConflictsPane::changed, this, &RunPage::showActions);
    connect(m_sheet->conflicts(), &ConflictsPane::answered, this,
            [this](const QString &about, const Value::Map &said,
                   const std::optional<QByteArray> &bytes) {
                Q_EMIT m_requests->answerStep(m_run.id, m_step, m_instance, about, said, bytes);
            });
    connect(m_sheet->images(), &ImagesPane::changed, this, &RunPage::showActions);
    connect(m_sheet->images(), &ImagesPane::linkOpened, m_requests, &RunRequests::openLink);
    connect(m_sheet->images(), &ImagesPane::answered, this,
            [this](const QString &about, const Value::Map &said,
                   const std::optional<QByteArray> &bytes) {
                Q_EMIT m_requests->answerStep(m_run.id, m_step, m_instance, about, said, bytes);
            });
    connect(m_sheet->what(), &WhatPane::runLinked, m_requests, &RunRequests::openRun);
    connect(m_sheet->secrets(), &SecretsPane::secretTyped, this,
            [this](const QString &name, const QString &value) {
                Q_EMIT m_requests->keepSecret(m_run.checklist, name, value);
            });
    connect(m_sheet->manual(), &ManualPane::changed, this, &RunPage::showActions);
    connect(m_sheet->history(), &HistoryPane::noteAdded, this, [this](const QString &text) {
        Q_EMIT m_requests->addNote(m_run.id, m_step, m_instance, text);
    });
    connect(m_sheet->manual(), &ManualPane::linkOpened, m_requests, &RunRequests::openLink);
}

void RunPage::setRun(const RunView &run)
{
    const bool isAnother = run.id != m_run.id;
    m_run = run;
    m_rail->setRun(run);
    if (isAnother) {
        m_isFollowing = true;
        m_step.clear();
        m_ask->close();
        closeSheet();
        showNotice({});
    }
    if (m_over)
        m_over->setRun(run);
    const StepView *current = m_run.current();
    if ((m_isFollowing && current) || !m_run.find(m_step, m_instance)) {
        const QString step = current ? current->id : firstStep(m_run);
        const QString instance = current ? current->instance : QString();
        if (step != m_step || instance != m_instance)
            m_ask->close();
        m_step = step;
        m_instance = instance;
    }
    m_rail->select(m_step, m_instance);
    showStep();
    showProblem();
    Q_EMIT placeChanged();
}

void RunPage::selectStep(const QString &step, const QString &instance)
{
    const StepView *wanted = step.isEmpty() ? m_run.current() : m_run.find(step, instance);
    const StepView *current = m_run.current();
    m_isFollowing = step.isEmpty() || wanted == current;
    if (wanted)
        select(wanted->id, wanted->instance);
}

void RunPage::select(const QString &step, const QString &instance)
{
    if (step != m_step || instance != m_instance)
        m_ask->close();
    closeSheet();
    m_step = step;
    m_instance = instance;
    m_rail->select(step, instance);
    showStep();
    if (m_isNarrow)
        showRail(false);
}

void RunPage::showStep()
{
    const StepView *step = m_run.find(m_step, m_instance);
    m_sheet->setVisible(step != nullptr && !m_over);
    if (step)
        m_sheet->setStep(*step);
    showActions();
}

void RunPage::showProblem()
{
    m_problem->setVisible(!m_run.problem.isEmpty());
    if (!m_run.problem.isEmpty())
        m_problem->set(Tone::Failed, m_run.problem, {}, tr("Go on"));
    m_noticeBox->setVisible(!m_problem->isHidden() || !m_notice->isHidden());
    m_cancel->setVisible(canCancel());
    m_undo->setVisible(m_run.canUndo && !m_run.undo);
}

void RunPage::showNotice(const QString &sentence, const QString &detail)
{
    m_notice->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) {
        m_notice->set(Tone::Failed, sentence, detail);
        if (m_over)
            m_over->setFailed();
    }
    m_noticeBox->setVisible(!m_problem->isHidden() || !m_notice->isHidden());
}

void RunPage::showRail(bool isShown)
{
    m_left->setVisible(isShown);
    m_railToggle->setLabel(isShown ? tr("Hide the steps") : tr("Show the steps"));
}

void RunPage::setRailWidth(int width)
{
    if (width > 0)
        m_splitter->setSizes({width, qMax(1, m_splitter->width() - width)});
}

int RunPage::railWidth() const
{
    return m_left->isHidden() ? 0 : m_splitter->sizes().value(0);
}

QString RunPage::placeTitle() const
{
    return m_run.title;
}

QString RunPage::placeNote() const
{
    QString note = tr("run %1").arg(shortRunId(m_run.id));
    if (!m_run.subtitle.isEmpty())
        note += QString::fromUtf8(" · ") + m_run.subtitle;
    return note;
}

void RunPage::find()
{
    m_sheet->find();
}

void RunPage::lookAgain()
{
    if (m_over)
        m_over->lookAgain();
    if (m_sheet->step().state == StepState::InDoubt)
        Q_EMIT m_requests->probeAgain(m_run.id, m_step, m_instance);
    Q_EMIT m_requests->lookAtRunAgain(m_run.id);
}

bool RunPage::stepBack()
{
    if (!m_ask->isHidden()) {
        m_ask->close();
        return true;
    }
    if (m_over) {
        closeSheet();
        showStep();
        return true;
    }
    return m_sheet->stepBack();
}

void RunPage::retranslate()
{
    m_cancel->setLabel(tr("Cancel the run…"));
    m_undo->setLabel(tr("Undo…"));
    m_more->setAccessibleName(tr("More about this run"));
    m_more->setToolTip(plainTip(m_more->accessibleName()));
    for (RunSheet *sheet :
         std::initializer_list<RunSheet *>{m_undoSheet, m_carrySheet, m_verifySheet})
        sheet->retranslate();
    m_left->setAccessibleName(tr("Steps of the run"));
    m_sheet->retranslate();
    if (!m_run.id.isEmpty())
        m_rail->setRun(m_run);
    showRail(!m_left->isHidden());
    showProblem();
    showActions();
}

void RunPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isNarrow = width() < theme().px(railBesideFrom);
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    m_toggleBox->setVisible(isNarrow);
    showRail(!isNarrow);
}

} // namespace Slipway
