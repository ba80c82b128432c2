// SPDX-License-Identifier: MIT
#include "ui/pages/runslist.h"

#include "ui/pages/runsdelegate.h"
#include "ui/pages/runsmodel.h"
#include "ui/theme/arcclock.h"
#include "ui/theme/statemark.h"

#include <QKeyEvent>

namespace Slipway {

RunsList::RunsList(QWidget *parent) : QListView(parent)
{
    setItemDelegate(new RunsDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    viewport()->setCursor(Qt::PointingHandCursor);
    connect(this, &QListView::clicked, this, &RunsList::open);
}

void RunsList::setGrowing(bool isGrowing)
{
    m_isGrowing = isGrowing;
    setVerticalScrollBarPolicy(isGrowing ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Preferred, isGrowing ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void RunsList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &RunsList::followRows);
    connect(model, &QAbstractItemModel::rowsInserted, this, &RunsList::followRows);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RunsList::followRows);
    connect(model, &QAbstractItemModel::dataChanged, this, &RunsList::followRows);
    followRows();
}

void RunsList::followRows()
{
    bool isTurning = false;
    for (int row = 0; model() && row < model()->rowCount() && !isTurning; ++row) {
        const QModelIndex index = model()->index(row, 0);
        isTurning = Mark(index.data(RunsModel::MarkRole).toInt()) == Mark::Running;
    }
    ArcClock::shared().turn(viewport(), isTurning && isVisible());
    updateGeometry();
}

QSize RunsList::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    return {400, m_isGrowing ? rows * RunsDelegate::rowHeight() : 6 * RunsDelegate::rowHeight()};
}

QSize RunsList::minimumSizeHint() const
{
    return {200, m_isGrowing ? sizeHint().height() : RunsDelegate::rowHeight()};
}

void RunsList::open(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT runOpened(index.data(RunsModel::IdRole).toString());
}

void RunsList::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        open(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void RunsList::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    followRows();
}

void RunsList::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    followRows();
}

} // namespace Slipway
