// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "ui/pages/steppane.h"
#include "ui/parts/facttable.h"

namespace Slipway {

class Card;
class EmptyState;
class PlanColumn;
class SectionHeading;
class TroubleList;

/// "What it does": why it failed or was left out, one sentence, facts, what came out of it,
/// and for a foreach step its instances.
class WhatPane final : public StepPane
{
    Q_OBJECT

public:
    explicit WhatPane(const Clock *clock, QWidget *parent = nullptr); // not owned, lives longer

    void setStep(const StepView &step, bool isSame) override;
    void retranslate() override;

Q_SIGNALS:
    void instanceChosen(const QString &instance);
    /// The run in which the step was done.
    void runLinked(const QString &run, const QString &step, const QString &instance);

private:
    void showNotice();
    void showUndoNote();
    void showTrouble();
    void showInstances();
    static QList<FactRow> outputRows(const StepView &step);

    const Clock *m_clock;
    StepView m_step;
    QStringList m_shownInstances;
    PlanColumn *m_plan;
    TroubleList *m_trouble;
    SectionHeading *m_outputsHeading;
    FactTable *m_outputs;
    SectionHeading *m_instancesHeading;
    Card *m_instances;
    EmptyState *m_empty;
};

} // namespace Slipway
