// SPDX-License-Identifier: MIT
#pragma once

#include "ui/diff/difffiles.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <memory>

class QListView;

namespace Slipway {

/// The files of a diff, and what their comparison gave.
class DiffFileModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum DataRole
    {
        NoteRole = Qt::UserRole
    };
    using QAbstractListModel::QAbstractListModel;

    void setFiles(const DiffFiles &files);
    void setDiffed(int index, const std::shared_ptr<const DiffedFile> &file);
    const DiffFiles &files() const { return m_files; }
    std::shared_ptr<const DiffedFile> diffed(int index) const { return m_diffed.value(index); }
    QString countText(int index) const; ///< "+3 −2", "not compared yet", "binary"

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    DiffFiles m_files;
    QList<std::shared_ptr<const DiffedFile>> m_diffed;
};

/// A file: its path, cut in the middle, and a note below.
class DiffFileDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The list, which shows files as this delegate draws them, in a column beside what it chooses.
/// The caller owns the column, which owns the list.
QWidget *fileListColumn(QListView *list);

} // namespace Slipway
