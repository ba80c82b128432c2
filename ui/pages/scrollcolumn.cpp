// SPDX-License-Identifier: MIT
#include "ui/pages/scrollcolumn.h"

#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace Slipway {

ScrollColumn::ScrollColumn(int maximumWidth, int margin, Qt::Alignment alignment)
    : m_maximumWidth(maximumWidth)
    , m_margin(margin)
    , m_alignment(alignment)
    , m_column(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    auto *outer = new QVBoxLayout(body);
    outer->addLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    setWidget(body);
    viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
}

void ScrollColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int margin = theme().px(m_margin);
    const int spare = viewport()->width() - 2 * margin - theme().px(m_maximumWidth);
    const int rest = m_maximumWidth > 0 ? qMax(0, spare) : 0;
    const int left = m_alignment & Qt::AlignHCenter ? rest / 2 : 0;
    widget()->layout()->setContentsMargins(margin + left, 0, margin + rest - left, 0);
}

} // namespace Slipway
