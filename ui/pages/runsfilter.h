// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/state.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace Slipway {

/// Which of the runs are shown: by words, by state, by how recent.
class RunsFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Every word has to occur somewhere in a run's texts.
    void setWords(const QString &words);
    /// Empty: all.
    void setStates(const QSet<RunState> &states);
    /// At most that many, the first ones; -1: all.
    void setLimit(int rows);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    QSet<RunState> m_states;
    int m_limit = -1;
};

} // namespace Slipway
