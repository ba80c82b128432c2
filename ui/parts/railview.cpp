// SPDX-License-Identifier: MIT
#include "ui/parts/railview.h"

#include "ui/parts/chip.h"
#include "ui/parts/linklabel.h"
#include "ui/parts/progressline.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/raildelegate.h"
#include "ui/parts/railmodel.h"
#include "ui/theme/arcclock.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace Slipway {

namespace {
const Clock *systemClock()
{
    static const SystemClock clock;
    return &clock;
}
} // namespace

RailView::RailView(const Clock *clock, QWidget *parent)
    : QWidget(parent), m_model(new RailModel(clock ? clock : systemClock(), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(createHeader());
    createList();
    column->addWidget(m_list, 1);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, m_model, &RailModel::tick);
}

QWidget *RailView::createHeader()
{
    m_title = new ProseLabel(Theme::Role::Bold);
    m_summary = new ProseLabel(Theme::Role::Small, Ink::Second);
    m_chip = new Chip;
    m_progress = new ProgressLine;
    m_link = new LinkLabel;
    m_link->hide();
    connect(m_link, &LinkLabel::clicked, this, [this] { Q_EMIT runLinked(m_continues); });
    auto *top = new QHBoxLayout;
    top->setSpacing(theme().px(8));
    top->addWidget(m_title, 1, Qt::AlignVCenter);
    top->addWidget(m_chip, 0, Qt::AlignTop);
    auto *header = new QWidget;
    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(theme().px(18), theme().px(13), theme().px(19), theme().px(10));
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_summary);
    column->addWidget(m_link);
    column->addSpacing(theme().px(8));
    column->addWidget(m_progress);
    header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    return header;
}

void RailView::createList()
{
    m_list = new QListView;
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RailDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->setAccessibleName(tr("Stages and steps"));
    followTheme(this, [this] { m_list->doItemsLayout(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (!m_isQuiet && now.isValid())
                    Q_EMIT stepSelected(selectedStep(), selectedInstance());
            });
}

void RailView::setRun(const RunView &run)
{
    m_title->setSpans({{run.title, Span::Style::Plain}});
    m_summary->setSpans({{summaryOf(run), Span::Style::Plain}});
    m_continues = run.continues;
    m_link->setLabel(tr("Continues run %1").arg(shortRunId(run.continues)));
    m_link->setVisible(!run.continues.isEmpty());
    const Mark mark = markOf(run.state);
    const bool isClosed = !run.continuedBy.isEmpty();
    m_chip->set(isClosed ? tr("Closed") : markText(mark), isClosed ? Tone::Plain : toneOf(mark));
    m_progress->set(run.done, run.total, mark == Mark::Stopped ? Tone::Accent : toneOf(mark));
    {
        const QScopedValueRollback<bool> quiet(m_isQuiet, true);
        m_model->setRun(run);
    }
    updateClocks();
}

QString RailView::summaryOf(const RunView &run) const
{
    QStringList parts{tr("run %1").arg(shortRunId(run.id))};
    if (!run.author.isEmpty())
        parts.append(tr("by %1").arg(run.author));
    if (run.total > 0)
        parts.append(tr("%1 of %2 steps").arg(run.done).arg(run.total));
    if (run.expectedLeftMs >= 0 && run.state == RunState::Running)
        parts.append(tr("about %1 left").arg(spokenDuration(run.expectedLeftMs)));
    return parts.join(QString::fromUtf8(" · "));
}

void RailView::select(const QString &step, const QString &instance)
{
    const QModelIndex index = m_model->indexOf(step, instance);
    const QScopedValueRollback<bool> quiet(m_isQuiet, true);
    if (!index.isValid()) {
        m_list->selectionModel()->clear();
        return;
    }
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
}

QString RailView::selectedStep() const
{
    return m_list->currentIndex().data(RailModel::StepRole).toString();
}

QString RailView::selectedInstance() const
{
    return m_list->currentIndex().data(RailModel::InstanceRole).toString();
}

QSize RailView::sizeHint() const
{
    return {theme().px(288), theme().px(600)};
}

void RailView::updateClocks()
{
    const bool isNeeded = isVisible() && !m_model->running().isEmpty();
    ArcClock::shared().turn(m_list->viewport(), isNeeded, [this] {
        QRegion rows;
        const QModelIndexList running = m_model->running();
        for (const QModelIndex &row : running)
            rows += m_list->visualRect(row);
        return rows;
    });
    if (isNeeded && !m_second.isActive())
        m_second.start();
    else if (!isNeeded)
        m_second.stop();
}

void RailView::showEvent(QShowEvent *)
{
    updateClocks();
}

void RailView::hideEvent(QHideEvent *)
{
    updateClocks();
}

void RailView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().rail);
    painter.fillRect(width() - 1, 0, 1, height(), tokens().line);
}

} // namespace Slipway
