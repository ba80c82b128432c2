// SPDX-License-Identifier: MIT
#include "ui/parts/layouts.h"

#include <QLayout>
#include <QWidget>

namespace Slipway {

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void clearLayoutLater(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace Slipway
