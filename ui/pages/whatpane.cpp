// SPDX-License-Identifier: MIT
#include "ui/pages/whatpane.h"

#include "ui/pages/plancolumn.h"
#include "ui/pages/stepwords.h"
#include "ui/pages/troublelist.h"
#include "ui/parts/card.h"
#include "ui/parts/emptystate.h"
#include "ui/parts/evidencerow.h"
#include "ui/parts/noticebar.h"
#include "ui/parts/sectionheading.h"

#include <QVBoxLayout>

namespace Slipway {

WhatPane::WhatPane(const Clock *clock, QWidget *parent)
    : StepPane(parent)
    , m_clock(clock)
    , m_plan(new PlanColumn)
    , m_trouble(new TroubleList)
    , m_outputsHeading(new SectionHeading)
    , m_outputs(new FactTable)
    , m_instancesHeading(new SectionHeading)
    , m_instances(new Card)
    , m_empty(new EmptyState)
{
    QWidget *const parts[] = {m_trouble,          m_outputsHeading, m_outputs,
                              m_instancesHeading, m_instances,      m_empty};
    for (QWidget *part : parts)
        m_plan->addPart(part);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_plan);
    connect(m_plan->notice(), &NoticeBar::actionTriggered, this,
            [this] { Q_EMIT runLinked(m_step.carriedFrom, m_step.id, m_step.instance); });
    retranslate();
}

void WhatPane::setStep(const StepView &step, bool)
{
    m_step = step;
    showNotice();
    // Where it was taken over from is said above, with the way there.
    m_plan->setSummary(step.carriedFrom.isEmpty() ? step.summary : QString());
    QList<FactRow> facts;
    for (const FactView &fact : step.facts)
        facts.append({fact.label, fact.value});
    m_plan->setFacts(facts);
    const QList<FactRow> outputs = outputRows(step);
    m_outputs->setRows(outputs);
    m_outputs->setVisible(!outputs.isEmpty());
    m_outputsHeading->setVisible(!outputs.isEmpty());
    showUndoNote();
    showTrouble();
    showInstances();
    m_empty->setVisible(m_plan->isEmpty() && outputs.isEmpty() && step.instances.isEmpty());
}

void WhatPane::showNotice()
{
    const bool isFailed = m_step.state == StepState::Failed && !m_step.errorText.isEmpty();
    const bool isSkipped = m_step.state == StepState::Skipped;
    const bool isCarried = !m_step.carriedFrom.isEmpty();
    NoticeBar *notice = m_plan->notice();
    const bool isWarned = m_step.isWarned && !m_step.errorText.isEmpty();
    const bool isToRetry = m_step.triesAgainAt > 0 && !m_step.errorText.isEmpty();
    const QString run = shortRunId(m_step.carriedFrom);
    const QString openRun = isCarried ? tr("Open run %1").arg(run) : QString();
    notice->setVisible(isFailed || isSkipped || isCarried || isWarned || isToRetry);
    if (isWarned || isToRetry) {
        notice->set(Tone::Needs, m_step.errorText, m_step.errorDetail, openRun);
    } else if (isFailed) {
        notice->set(Tone::Failed, m_step.errorText, m_step.errorDetail);
    } else if (isSkipped) {
        notice->set(Tone::Plain, m_step.skippedBecause.isEmpty()
                                     ? tr("This step was skipped.")
                                     : tr("Skipped: %1").arg(m_step.skippedBecause));
    } else if (isCarried) {
        notice->set(Tone::Plain,
                    tr("Taken over: it was done in run %1, which this one continues.").arg(run), {},
                    openRun);
    }
}

/// Said before it is done, and as long as it could still be undone.
void WhatPane::showUndoNote()
{
    const bool isShown = m_step.state != StepState::Undone && m_step.state != StepState::Skipped;
    m_plan->setUndoNote(isShown ? m_step.undoNote : std::nullopt);
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

/// While it works, and of a step that is done, nobody needs it. The steps that stand for many show
/// it in the instance that failed.
void WhatPane::showTrouble()
{
    const bool isWanted =
        (m_step.state == StepState::Failed || m_step.state == StepState::Running) &&
        m_step.instances.isEmpty();
    m_trouble->setHelp(isWanted ? m_step.help : QString());
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
        row->setChip(
            {StepWords::brief(instance, m_clock->now()), toneOf(StepWords::markOf(instance))});
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
    m_trouble->retranslate();
    m_shownInstances.clear();
    showInstances();
    showNotice();
}

} // namespace Slipway
