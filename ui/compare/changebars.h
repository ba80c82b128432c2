// SPDX-License-Identifier: MIT
#pragma once

#include "ui/table/packagerows.h"

#include <QMap>
#include <QWidget>

namespace Slipway {

/// How many packages changed in which way, a bar for each kind that occurs.
class ChangeBars final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeBars(QWidget *parent = nullptr);

    void setCounts(const QMap<RowChange, int> &counts);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<RowChange> kinds() const;
    void describe();

    QMap<RowChange, int> m_counts;
};

} // namespace Slipway
