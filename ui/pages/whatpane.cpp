// SPDX-License-Identifier: MIT
#include "ui/pages/whatpane.h"

#include "ui/pages/scrollcolumn.h"
#include "ui/pages/stepwords.h"
#include "ui/parts/card.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/evidencerow.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/proselabel.h"
#include "ui/parts/sectionheading.h"
#include "ui/theme/stateicon.h"

#include <QHBoxLayout>

namespace Slipway {

WhatPane::WhatPane(const Clock *clock, QWidget *parent)
    : StepPane(parent)
    , m_clock(clock)
    , m_notice(new NoticeBar)
    , m_summary(new ProseLabel)
    , m_undoRow(new QWidget)
    , m_undoIcon(new StateIcon)
    , m_undo(new ProseLabel(Theme::Role::Body, Ink::Second))
    , m_facts(new FactTable)
    , m_outputsHeading(new SectionHeading)
    , m_outputs(new FactTable)
    , m_instancesHeading(new SectionHeading)
    , m_instances(new Card)
    , m_empty(new EmptyState)
{
    auto *scroll = new ScrollColumn(0, 28);
    QVBoxLayout *body = scroll->column();
    body->setContentsMargins(0, theme().px(16), 0, theme().px(28));
    body->setSpacing(theme().px(12));
    m_summary->setMaximumTextWidth(760);
    m_undo->setMaximumTextWidth(760);
    auto *undoLine = new QHBoxLayout(m_undoRow);
    undoLine->setContentsMargins(0, 0, 0, 0);
    undoLine->setSpacing(theme().px(8));
    undoLine->addWidget(m_undoIcon, 0, Qt::AlignTop);
    undoLine->addWidget(m_undo, 1);
    QWidget *const parts[] = {m_notice,           m_summary,        m_facts,
                              m_undoRow,          m_outputsHeading, m_outputs,
                              m_instancesHeading, m_instances,      m_empty};
    for (QWidget *part : parts)
        body->addWidget(part);
    body->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
    retranslate();
}

void WhatPane::setStep(const StepView &step, bool)
{
    m_step = step;
    showNotice();
    m_summary->setText(step.summary);
    m_summary->setVisible(!step.summary.isEmpty());
    QList<FactRow> facts;
    for (const FactView &fact : step.facts)
        facts.append({fact.label, fact.value});
    m_facts->setRows(facts);
    m_facts->setVisible(!facts.isEmpty());
    const QList<FactRow> outputs = outputRows(step);
    m_outputs->setRows(outputs);
    m_outputs->setVisible(!outputs.isEmpty());
    m_outputsHeading->setVisible(!outputs.isEmpty());
    showUndoNote();
    showInstances();
    const bool isEmpty = step.summary.isEmpty() && facts.isEmpty() && outputs.isEmpty() &&
                         step.instances.isEmpty() && m_notice->isHidden();
    m_empty->setVisible(isEmpty);
}

void WhatPane::showNotice()
{
    const bool isFailed = m_step.state == StepState::Failed && !m_step.errorText.isEmpty();
    const bool isSkipped = m_step.state == StepState::Skipped;
    m_notice->setVisible(isFailed || isSkipped);
    if (isFailed) {
        m_notice->set(Tone::Failed, m_step.errorText, m_step.errorDetail);
    } else if (isSkipped) {
        m_notice->set(Tone::Plain, m_step.skippedBecause.isEmpty()
                                       ? tr("This step was skipped.")
                                       : tr("Skipped: %1").arg(m_step.skippedBecause));
    }
}

/// Said before it is done, and as long as it could still be undone.
void WhatPane::showUndoNote()
{
    const bool isShown =
        m_step.undoNote && m_step.state != StepState::Undone && m_step.state != StepState::Skipped;
    m_undoRow->setVisible(isShown);
    if (!isShown)
        return;
    m_undo->setText(StepWords::undoNote(*m_step.undoNote));
    m_undoIcon->setMark(StepWords::undoMark(m_step.undoNote->can));
}

QList<FactRow> WhatPane::outputRows(const StepView &step)
{
    QList<FactRow> rows;
    for (auto it = step.outputs.cbegin(); it != step.outputs.cend(); ++it) {
        if (!it.value().isNull() && it.value() != Value(QString()))
            rows.append({it.key(), it.value().display()});
    }
    return rows;
}

void WhatPane::showInstances()
{
    const bool isMany = !m_step.instances.isEmpty();
    m_instances->setVisible(isMany);
    m_instancesHeading->setVisible(isMany);
    QStringList now;
    for (const StepView &instance : std::as_const(m_step.instances))
        now.append(instance.instance + QChar(0) + StepWords::brief(instance, m_clock->now()));
    if (now == m_shownInstances)
        return;
    m_shownInstances = now;
    m_instances->clearRows();
    for (const StepView &instance : std::as_const(m_step.instances)) {
        auto *row = new EvidenceRow;
        row->setContentsMargins(theme().px(16), 0, theme().px(16), 0);
        row->setSeparated(false);
        row->setTitle(instance.instance);
        row->setDetail(instance.summary);
        row->setChip({StepWords::brief(instance, m_clock->now()), toneOf(markOf(instance.state))});
        row->setLinks({tr("Open")});
        connect(row, &EvidenceRow::linkActivated, this,
                [this, name = instance.instance] { Q_EMIT instanceChosen(name); });
        m_instances->addRow(row);
    }
}

void WhatPane::retranslate()
{
    m_outputsHeading->setTitle(tr("What came out"));
    m_instancesHeading->setTitle(tr("Once for each"));
    m_empty->set(tr("Not worked out yet"),
                 tr("What this step will do, exactly, is worked out when its turn comes: it "
                    "may depend on what the steps before it leave."));
    showUndoNote();
    m_shownInstances.clear();
    showInstances();
    showNotice();
}

} // namespace Slipway
