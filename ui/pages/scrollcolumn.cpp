// SPDX-License-Identifier: MIT
#include "ui/pages/scrollcolumn.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>

namespace Slipway {

ScrollColumn::ScrollColumn(int maximumWidth, int margin, QWidget *parent)
    : QScrollArea(parent), m_column(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget;
    auto *inner = new QWidget;
    inner->setLayout(m_column);
    if (maximumWidth > 0)
        inner->setMaximumWidth(theme().px(maximumWidth));
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(theme().px(margin), 0, theme().px(margin), 0);
    row->setSpacing(0);
    row->addStretch(1);
    row->addWidget(inner, 1000);
    row->addStretch(1);
    m_column->setContentsMargins(0, 0, 0, 0);
    setWidget(body);
    viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
}

} // namespace Slipway
