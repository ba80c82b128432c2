// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/runview.h"

#include <QAbstractListModel>

namespace Slipway {

/// The runs of home, newest first as given. A newer list changes rows in place where it can,
/// so that what one looks at does not jump.
class RunsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole
    {
        IdRole = Qt::UserRole,
        MarkRole,   ///< int of Mark
        StateRole,  ///< int of RunState
        DetailRole, ///< "run 7f3a · ana · atualizar_pacotes"
        NowRole,    ///< "Building the stack, 3 of 5 images"
        ShareRole,  ///< 0…1, how much is done
        AgeRole,    ///< "18 min"
        SearchRole  ///< all of its words, folded to lower case
    };

    explicit RunsModel(const Clock *clock, QObject *parent = nullptr); // not owned, lives longer

    void setRuns(const QList<RunSummary> &runs);
    const RunSummary &run(int row) const { return m_runs[row]; }
    /// Ages and texts are others now: after a minute, or in another language.
    void refresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString detailOf(const RunSummary &run) const;

    const Clock *m_clock;
    QList<RunSummary> m_runs;
};

} // namespace Slipway
