// SPDX-License-Identifier: MIT
#pragma once

#include "core/steps/mergeconflicts.h"

#include <QAbstractListModel>

namespace Slipway {

/// The files of a merge that are in conflict, and what was said about each.
class ConflictListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setConflicts(const MergeConflicts &conflicts, const QMap<QString, Value::Map> &answers);
    const ConflictedFile *file(int row) const;
    int rowOf(const QString &path) const; ///< -1: it is not in conflict
    int firstOpen() const;                ///< -1: there is none
    /// "both changed it", …
    static QString kindText(MergeConflict::Kind kind, const MergeConflicts &conflicts);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString noteOf(const ConflictedFile &file) const;

    MergeConflicts m_conflicts;
    QMap<QString, Value::Map> m_answers;
};

} // namespace Slipway
