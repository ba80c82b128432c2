// SPDX-License-Identifier: MIT
#include "ui/parts/railmodel.h"

#include "ui/parts/text.h"

#include <QDateTime>

namespace Slipway {

RailModel::RailModel(const Clock *clock, QObject *parent)
    : QAbstractListModel(parent), m_clock(clock)
{
}

bool RailModel::Row::isSameThing(const Row &other) const
{
    return kind == other.kind && step == other.step && instance == other.instance;
}

RailModel::Row RailModel::rowOf(const StepView &step, RowKind kind)
{
    Row row;
    row.kind = kind;
    row.step = step.id;
    row.instance = kind == RowKind::Instance ? step.instance : QString();
    row.title = kind == RowKind::Instance ? step.instance : step.title;
    const bool isWarned = step.isWarned && step.state == StepState::Succeeded;
    row.mark = isWarned ? Mark::Warned : markOf(step.state, step.isGate);
    row.startedAt = step.startedAt;
    row.finishedAt = step.finishedAt;
    row.isToDo = step.state == StepState::Pending;
    const bool isOpenGate = step.state == StepState::Pending || step.state == StepState::Waiting;
    if (step.isGate && step.gate && isOpenGate) {
        const int left = qMax(0, step.gate->quorum - step.gate->approvals);
        row.trail = tr("%1 needed").arg(left);
    } else if (step.state == StepState::Skipped) {
        row.trail = tr("skipped");
    } else if (step.isUndoing && step.state == StepState::Running) {
        row.trail = tr("undoing");
    } else if (step.state == StepState::Undone) {
        row.trail = tr("undone");
    } else if (step.state == StepState::Waiting) {
        row.trail = tr("you");
    } else if (step.triesAgainAt > 0) {
        row.trail =
            QDateTime::fromMSecsSinceEpoch(step.triesAgainAt).toString(QStringLiteral("HH:mm"));
    }
    return row;
}

QList<RailModel::Row> RailModel::rowsOf(const RunView &run)
{
    QList<Row> rows;
    for (const StageView &stage : run.stages) {
        Row heading;
        heading.kind = RowKind::Stage;
        heading.step = stage.name;
        heading.title = stage.title;
        heading.trail = QStringLiteral("%1/%2").arg(stage.done).arg(stage.total);
        rows.append(heading);
        for (const StepView &step : stage.steps) {
            rows.append(rowOf(step, RowKind::Step));
            for (const StepView &instance : step.instances) {
                Row row = rowOf(instance, RowKind::Instance);
                row.step = step.id;
                rows.append(row);
            }
        }
    }
    return rows;
}

void RailModel::setRun(const RunView &run)
{
    const QList<Row> rows = rowsOf(run);
    const bool hasSameRows =
        rows.size() == m_rows.size() &&
        std::equal(rows.begin(), rows.end(), m_rows.begin(),
                   [](const Row &a, const Row &b) { return a.isSameThing(b); });
    if (!hasSameRows)
        replaceMiddle(rows);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (m_rows[i] == rows[i])
            continue;
        m_rows[i] = rows[i];
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

void RailModel::replaceMiddle(const QList<Row> &rows)
{
    qsizetype head = 0;
    const qsizetype shorter = qMin(rows.size(), m_rows.size());
    while (head < shorter && m_rows[head].isSameThing(rows[head]))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head &&
           m_rows[m_rows.size() - 1 - tail].isSameThing(rows[rows.size() - 1 - tail]))
        ++tail;
    const qsizetype gone = m_rows.size() - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    const qsizetype fresh = rows.size() - head - tail;
    if (fresh > 0) {
        beginInsertRows({}, int(head), int(head + fresh - 1));
        for (qsizetype i = 0; i < fresh; ++i)
            m_rows.insert(head + i, rows[head + i]);
        endInsertRows();
    }
}

void RailModel::tick()
{
    const QModelIndexList rows = running();
    for (const QModelIndex &row : rows)
        Q_EMIT dataChanged(row, row, {TrailRole});
}

QModelIndexList RailModel::running() const
{
    QModelIndexList found;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].mark == Mark::Running)
            found.append(index(i));
    }
    return found;
}

QModelIndex RailModel::indexOf(const QString &step, const QString &instance) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        if (row.kind != RowKind::Stage && row.step == step && row.instance == instance)
            return index(i);
    }
    return {};
}

int RailModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString RailModel::trailOf(const Row &row) const
{
    if (!row.trail.isEmpty() || row.startedAt == 0)
        return row.trail;
    if (row.finishedAt > 0)
        return shortDuration(row.finishedAt - row.startedAt);
    return row.mark == Mark::Running ? shortDuration(qMax(0LL, m_clock->now() - row.startedAt))
                                     : QString();
}

QVariant RailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole:
        return row.kind == RowKind::Stage ? QVariant() : plainTip(row.title);
    case Qt::AccessibleTextRole:
        if (row.kind == RowKind::Stage)
            return tr("Stage %1, %2").arg(row.title, row.trail);
        return QStringLiteral("%1, %2 %3").arg(row.title, markText(row.mark), trailOf(row));
    case KindRole:
        return int(row.kind);
    case MarkRole:
        return int(row.mark);
    case TrailRole:
        return trailOf(row);
    case StepRole:
        return row.step;
    case InstanceRole:
        return row.instance;
    case IsToDoRole:
        return row.isToDo;
    default:
        return {};
    }
}

Qt::ItemFlags RailModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && m_rows[index.row()].kind == RowKind::Stage)
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return QAbstractListModel::flags(index);
}

} // namespace Slipway
