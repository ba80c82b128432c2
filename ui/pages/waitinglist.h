// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runview.h"

#include <QWidget>

namespace Slipway {

class Card;

/// What waits for a person, each with the one thing to do about it; the first is the primary
/// one. Says so when nothing waits.
class WaitingList final : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingList(QWidget *parent = nullptr);

    void setItems(const QList<WaitingItem> &items);
    void retranslate();

Q_SIGNALS:
    void opened(const QString &runId, const QString &step, const QString &instance);

private:
    QWidget *createRow(const WaitingItem &item, bool isFirst);
    void rebuild();

    QList<WaitingItem> m_items;
    Card *m_card;
};

} // namespace Slipway
