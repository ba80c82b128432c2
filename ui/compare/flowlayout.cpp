// SPDX-License-Identifier: MIT
#include "ui/compare/flowlayout.h"

#include <QWidget>

namespace Slipway {

FlowLayout::FlowLayout(int spacing, QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    place(area, true);
}

int FlowLayout::place(const QRect &area, bool isReal) const
{
    int x = area.x();
    int y = area.y();
    int line = 0;
    for (QLayoutItem *item : m_items) {
        if (item->widget() && item->widget()->isHidden())
            continue;
        const QSize size = item->sizeHint().boundedTo({qMax(1, area.width()), QLAYOUTSIZE_MAX});
        if (x > area.x() && x + size.width() > area.x() + area.width()) {
            x = area.x();
            y += line + spacing();
            line = 0;
        }
        if (isReal)
            item->setGeometry({{x, y}, size});
        x += size.width() + spacing();
        line = qMax(line, size.height());
    }
    return y + line - area.y();
}

} // namespace Slipway
