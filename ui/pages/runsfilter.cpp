// SPDX-License-Identifier: MIT
#include "ui/pages/runsfilter.h"

#include "ui/pages/runsmodel.h"

namespace Slipway {

void RunsFilter::setWords(const QString &words)
{
    m_words = words.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunsFilter::setStates(const QSet<RunState> &states)
{
    m_states = states;
    invalidateFilter();
}

void RunsFilter::setLimit(int rows)
{
    m_limit = rows;
    invalidateFilter();
}

bool RunsFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_limit >= 0 && row >= m_limit)
        return false;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto state = RunState(index.data(RunsModel::StateRole).toInt());
    if (!m_states.isEmpty() && !m_states.contains(state))
        return false;
    const QString text = index.data(RunsModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

} // namespace Slipway
