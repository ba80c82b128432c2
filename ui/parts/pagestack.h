// SPDX-License-Identifier: MIT
#pragma once

#include <QStackedWidget>

namespace Slipway {

/// A stack of pages that takes whatever place it is given. Qt's own asks every page, hidden ones
/// too, for its size each time the one that is shown changes.
class PageStack final : public QStackedWidget
{
    Q_OBJECT

public:
    using QStackedWidget::QStackedWidget;

    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};

} // namespace Slipway
