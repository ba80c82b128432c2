// SPDX-License-Identifier: MIT
#include "ui/diff/difffilelist.h"

#include "ui/parts/text.h"

#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace Slipway {

void DiffFileModel::setFiles(const DiffFiles &files)
{
    beginResetModel();
    m_files = files;
    m_diffed = QList<std::shared_ptr<const DiffedFile>>(files.size());
    endResetModel();
}

void DiffFileModel::setDiffed(int index, const std::shared_ptr<const DiffedFile> &file)
{
    if (index < 0 || index >= m_diffed.size())
        return;
    m_diffed[index] = file;
    Q_EMIT dataChanged(this->index(index), this->index(index));
}

QString DiffFileModel::countText(int index) const
{
    const std::shared_ptr<const DiffedFile> made = m_diffed.value(index);
    if (!made)
        return tr("comparing…");
    if (made->diff.isBinary)
        return tr("not text");
    if (made->diff.isEqual)
        return tr("no difference");
    return QStringLiteral("+%1 \u2212%2").arg(made->diff.addedLines).arg(made->diff.removedLines);
}

int DiffFileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

QVariant DiffFileModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DiffFile &file = m_files[index.row()];
    if (role == Qt::DisplayRole)
        return file.title;
    if (role == Qt::ToolTipRole)
        return plainTip(file.title);
    const QString counts = countText(index.row());
    QString note = file.note.isEmpty() ? counts : file.note + QStringLiteral(" \u00b7 ") + counts;
    if (file.isNew)
        note += QStringLiteral(" \u00b7 ") + tr("new file");
    else if (file.isGone)
        note += QStringLiteral(" \u00b7 ") + tr("deleted");
    if (role == NoteRole)
        return note;
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1, %2").arg(file.title, note);
    return {};
}

void DiffFileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens &t = tokens();
    const bool isSelected = option.state & QStyle::State_Selected;
    const QRectF box = QRectF(option.rect).adjusted(theme().px(8), 0, -theme().px(8), 0);
    const qreal radius = theme().px(6);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (isSelected || option.state & QStyle::State_MouseOver) {
        painter->setBrush(isSelected ? t.accentSoft : t.hover);
        painter->drawRoundedRect(box, radius, radius);
    }
    if (isSelected && option.state & QStyle::State_HasFocus)
        paintFocusRing(painter, box, radius);
    const int pad = theme().px(10);
    const int leading = theme().lineHeight(Theme::Role::Body);
    QRect line(int(box.left()) + pad, option.rect.top() + theme().px(5), int(box.width()) - 2 * pad,
               leading);
    painter->setFont(theme().font(Theme::Role::Body));
    painter->setPen(t.ink);
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, line.width()));
    line.translate(0, leading);
    painter->setFont(theme().font(Theme::Role::Small));
    painter->setPen(t.ink2);
    painter->drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data(DiffFileModel::NoteRole).toString(),
                                          Qt::ElideRight, line.width()));
    painter->restore();
}

QSize DiffFileDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {theme().px(120), theme().px(50)};
}

QWidget *fileListColumn(QListView *list)
{
    list->setItemDelegate(new DiffFileDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setUniformItemSizes(true);
    list->setMinimumWidth(theme().px(140));
    list->viewport()->setAttribute(Qt::WA_Hover);
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, theme().px(10), 0, 0);
    column->addWidget(list);
    return holder;
}

} // namespace Slipway
