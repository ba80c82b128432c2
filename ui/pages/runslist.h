// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

class QSortFilterProxyModel;

namespace Slipway {

/// The list of runs inside a card: virtual, opened by click or Enter.
class RunsList final : public QListView
{
    Q_OBJECT

public:
    explicit RunsList(QWidget *parent = nullptr);

    /// As high as its rows, for a list in a page that scrolls itself.
    void setGrowing(bool isGrowing);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    void setModel(QAbstractItemModel *model) override;

Q_SIGNALS:
    void runOpened(const QString &runId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void followRows();
    void open(const QModelIndex &index);

    bool m_isGrowing = false;
};

} // namespace Slipway
