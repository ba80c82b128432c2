// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/run/runview.h"
#include "ui/theme/statemark.h"

#include <QAbstractListModel>

namespace Slipway {

/// The rail's rows: stages, their steps, the instances of a foreach step. Changes in place when
/// a newer view of the same run comes, so that selection and scroll position stay.
class RailModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class RowKind
    {
        Stage,
        Step,
        Instance
    };
    enum DataRole
    {
        KindRole = Qt::UserRole, ///< int of RowKind
        MarkRole,                ///< int of Mark
        TrailRole,               ///< duration, "2 needed", "4/4"
        StepRole,                ///< id
        InstanceRole,            ///< null without foreach
        IsToDoRole               ///< bool: not reached yet, written softer
    };

    explicit RailModel(const Clock *clock, QObject *parent = nullptr); // not owned, lives longer

    void setRun(const RunView &run);
    /// The durations of what runs are others now; call it every second.
    void tick();
    QModelIndexList running() const;
    QModelIndex indexOf(const QString &step, const QString &instance) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        RowKind kind = RowKind::Step;
        QString step; ///< of a stage: its name
        QString instance;
        QString title;
        Mark mark = Mark::ToDo;
        QString trail;        ///< empty: the duration
        qint64 startedAt = 0; ///< 0: no duration
        qint64 finishedAt = 0;
        bool isToDo = false;

        bool isSameThing(const Row &other) const;
        bool operator==(const Row &) const = default;
    };
    static QList<Row> rowsOf(const RunView &run);
    static Row rowOf(const StepView &step, RowKind kind);
    void replaceMiddle(const QList<Row> &rows);
    QString trailOf(const Row &row) const;

    const Clock *m_clock;
    QList<Row> m_rows;
};

} // namespace Slipway
