// SPDX-License-Identifier: MIT
#pragma once

#include "ui/pages/checklistcard.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace Slipway {

class Card;

/// A card for each checklist, as many side by side as there is room for.
class ChecklistCards final : public QWidget
{
    Q_OBJECT

public:
    explicit ChecklistCards(QWidget *parent = nullptr);

    void setCards(const QList<ChecklistCard> &cards);
    void retranslate();

Q_SIGNALS:
    void started(const QString &file);
    void openRequested(); ///< from the empty state

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createCard(const ChecklistCard &card);
    QWidget *createEmpty();
    void rebuild();
    void arrange();

    QList<ChecklistCard> m_values;
    QList<QWidget *> m_cards;
    QGridLayout *m_grid;
    int m_columns = 0;
};

} // namespace Slipway
