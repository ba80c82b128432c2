// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "ui/pages/objectreader.h"
#include "ui/pages/steppane.h"

class QBoxLayout;
class QPlainTextEdit;
class QStackedWidget;
class QVBoxLayout;

namespace Slipway {

class EvidenceCloseUp;
class EvidenceRow;
class GateSide;
class NoticeBar;
class ScrollColumn;
class SectionHeading;

/// A gate: the items to tick, each next to what proves it; who decides; what is sealed.
class GatePane final : public StepPane
{
    Q_OBJECT

public:
    GatePane(const Clock *clock, const ObjectReader &reader, QWidget *parent = nullptr);

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;
    void find() override;
    bool stepBack() override;

    /// Numbers of the ticked items, from 1.
    QList<int> tickedItems() const;
    int itemsLeft() const;
    QString comment() const;
    /// The digest of the evidence pack that this page shows.
    QString shownPack() const;
    void askForComment(); ///< brings the focus to the comment

Q_SIGNALS:
    void changed(); ///< ticks or comment

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createBody();
    void rebuild();
    void addItem(const GateItemView &item);
    void addEvidence(const EvidenceView &evidence);
    void open(const EvidenceView &evidence);
    bool mayDecide() const;
    QList<EvidenceView> otherEvidence() const;
    QString shownKey() const;

    StepView m_step;
    QString m_shown;
    QString m_opened; ///< hash of the event that opened the gate: another one voids the ticks
    QList<EvidenceRow *> m_items;
    QStackedWidget *m_stack;
    EvidenceCloseUp *m_closeUp;
    NoticeBar *m_notice;
    SectionHeading *m_itemsHeading;
    QVBoxLayout *m_itemRows;
    SectionHeading *m_evidenceHeading;
    QVBoxLayout *m_evidenceRows;
    QPlainTextEdit *m_comment;
    GateSide *m_side;
    QBoxLayout *m_columns;
    bool m_wasReopened = false;
};

} // namespace Slipway
