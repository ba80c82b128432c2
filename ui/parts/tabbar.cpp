// SPDX-License-Identifier: MIT
#include "ui/parts/tabbar.h"

#include "ui/parts/text.h"

#include <QPainter>
#include <QSignalBlocker>

namespace Slipway {

namespace {
int gap()
{
    return theme().px(24);
}
} // namespace

TabBar::TabBar(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    followTheme(this, [this] { setFont(theme().font(Theme::Role::Strong)); });
    connect(this, &QTabBar::currentChanged, this, [this] { Q_EMIT currentIdChanged(currentId()); });
}

void TabBar::setTabs(const QList<TabItem> &tabs)
{
    if (tabs == m_tabs)
        return;
    const QString shown = currentId();
    {
        const QSignalBlocker quiet(this);
        m_tabs = tabs;
        while (count() > tabs.size())
            removeTab(count() - 1);
        while (count() < tabs.size())
            addTab(QString());
        for (int i = 0; i < tabs.size(); ++i) {
            const TabItem &tab = tabs[i];
            // The count is part of the text so that a screen reader says it and sizes follow.
            setTabText(i, escapedMnemonic(QStringLiteral("%1 %2").arg(tab.label, tab.count)));
            if (tab.id == shown)
                setCurrentIndex(i);
        }
    }
    updateGeometry();
    update();
    if (currentId() != shown)
        Q_EMIT currentIdChanged(currentId());
}

QString TabBar::currentId() const
{
    return m_tabs.value(currentIndex()).id;
}

void TabBar::setCurrentId(const QString &id)
{
    for (int i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs[i].id == id)
            setCurrentIndex(i);
    }
}

QSize TabBar::tabSizeHint(int index) const
{
    const TabItem tab = m_tabs.value(index);
    int width = QFontMetrics(theme().font(Theme::Role::Strong)).horizontalAdvance(tab.label);
    if (!tab.count.isEmpty())
        width += QFontMetrics(theme().font(Theme::Role::Small)).horizontalAdvance(tab.count) +
                 theme().px(4);
    return {width + gap(), theme().px(38)};
}

QSize TabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void TabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens();
    painter.fillRect(0, height() - 1, width(), 1, t.line);
    const int under = tabAt(mapFromGlobal(QCursor::pos()));
    for (int i = 0; i < m_tabs.size(); ++i) {
        const QRect box = tabRect(i).adjusted(0, 0, -gap(), 0);
        const bool isCurrent = i == currentIndex();
        painter.setFont(theme().font(Theme::Role::Strong));
        painter.setPen(isCurrent || i == under ? t.ink : t.ink2);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         m_tabs[i].label);
        const int used = painter.fontMetrics().horizontalAdvance(m_tabs[i].label);
        painter.setFont(theme().font(Theme::Role::Small));
        painter.setPen(isCurrent ? t.ink2 : t.ink3);
        painter.drawText(box.adjusted(used + theme().px(4), 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_tabs[i].count);
        if (isCurrent) {
            painter.fillRect(box.left(), height() - 2, box.width(), 2, t.accent);
            if (hasFocus())
                paintFocusRing(&painter, box.adjusted(-4, 5, 4, -5), theme().px(4));
        }
    }
}

} // namespace Slipway
