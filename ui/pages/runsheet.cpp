// SPDX-License-Identifier: MIT
#include "ui/pages/runsheet.h"

#include "ui/pages/scrollcolumn.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace Slipway {

QVBoxLayout *RunSheet::layOut(QVBoxLayout *head)
{
    head->setContentsMargins(theme().px(28), theme().px(20), theme().px(28), theme().px(12));
    head->setSpacing(theme().px(12));
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, 0, 0, theme().px(28));
    body->setSpacing(theme().px(8));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(scroll, 1);
    return body;
}

} // namespace Slipway
