// SPDX-License-Identifier: MIT
#include "ui/pages/runsmodel.h"

#include "ui/parts/text.h"
#include "ui/theme/statemark.h"

namespace Slipway {

namespace {

bool hasSameIds(const QList<RunSummary> &one, const QList<RunSummary> &other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const RunSummary &a, const RunSummary &b) { return a.id == b.id; });
}

qreal shareOf(const RunSummary &run)
{
    return run.total > 0 ? qBound(0.0, qreal(run.done) / run.total, 1.0) : 0;
}

} // namespace

RunsModel::RunsModel(const Clock *clock, QObject *parent)
    : QAbstractListModel(parent), m_clock(clock)
{
}

void RunsModel::setRuns(const QList<RunSummary> &runs)
{
    if (hasSameIds(m_runs, runs)) {
        m_runs = runs;
        refresh();
        return;
    }
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

void RunsModel::refresh()
{
    if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_runs.size()) - 1));
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

QString RunsModel::detailOf(const RunSummary &run) const
{
    QStringList parts{tr("run %1").arg(shortRunId(run.id))};
    if (!run.author.isEmpty())
        parts.append(run.author);
    if (!run.subtitle.isEmpty())
        parts.append(run.subtitle);
    return parts.join(QString::fromUtf8(" · "));
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_runs.size())
        return {};
    const RunSummary &run = m_runs[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return run.title;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(run.title, stateText(run.state), run.nowText);
    case IdRole:
        return run.id;
    case MarkRole:
        return int(markOf(run.state));
    case StateRole:
        return int(run.state);
    case DetailRole:
        return detailOf(run);
    case NowRole:
        return run.nowText;
    case ShareRole:
        return shareOf(run);
    case AgeRole:
        return spokenAge(run.changedAt, m_clock->now());
    case SearchRole:
        return QStringList{run.id, run.checklist, run.title, run.author, run.subtitle, run.nowText}
            .join(QLatin1Char(' '))
            .toCaseFolded();
    default:
        return {};
    }
}

} // namespace Slipway
