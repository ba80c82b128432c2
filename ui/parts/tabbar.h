// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QTabBar>

namespace Slipway {

struct TabItem
{
    QString id;
    QString label;
    QString count; ///< faint, beside the label, such as "1 855 lines"; may be empty

    bool operator==(const TabItem &) const = default;
};

/// Tabs with an underline below the one that is shown.
class TabBar final : public QTabBar
{
    Q_OBJECT

public:
    explicit TabBar(QWidget *parent = nullptr);

    /// Changed in place; the tab shown stays, if it is among them.
    void setTabs(const QList<TabItem> &tabs);
    QString currentId() const;
    void setCurrentId(const QString &id);

Q_SIGNALS:
    void currentIdChanged(const QString &id);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<TabItem> m_tabs;
};

} // namespace Slipway
