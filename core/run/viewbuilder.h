// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/planner.h"
#include "core/run/runservices.h"
#include "core/run/runview.h"

#include <functional>

namespace Slipway {

/// Makes the view of a run in one language from its fold and its checklist. Reads nothing.
class ViewBuilder final
{
public:
    struct Source
    {
        const RunFold &run;
        const Checklist &checklist;
        const Catalogue &catalogue;
        const NextSteps &next;
        const Places &places;
        /// Plan of a step that waits and has no attempt; may return nullptr.
        std::function<const Plan *(const StepKey &)> preview;
        QMap<QString, qint64> expectedMs; ///< by step id, from earlier runs
        bool isDrivenHere = false;
        bool isDrivenElsewhere = false;
        bool stepByStep = false;
        QString problem;
        QHash<QString, QStringList> dependents = {}; ///< of the checklist, all of them
        QStringList missingSecrets = {};
        QString keyringProblem = {}; ///< why they are in no keyring
        /// How far a step is that asks again and again; empty where the run is not driven.
        std::function<std::optional<PollView>(const StepKey &)> poll = {};
        QString author = {}; ///< who looks
        qint64 now = 0;      ///< ms since 1970
    };

    ViewBuilder(Source source, QString language);

    RunView build() const;

private:
    void addUndo(RunView &view) const;
    void addReset(StepView &view) const;
    StageView stage(const StageSpec &spec) const;
    StepView step(const StepSpec &spec) const;
    StepView instance(const StepSpec &spec, const InstanceFold &instance) const;
    void addAttempts(StepView &view, const InstanceFold &instance) const;
    void addPlan(StepView &view, const Plan &plan) const;
    void addGate(StepView &view, const StepSpec &spec, const InstanceFold &instance) const;
    void addPolicy(GateView &gate, const GateFold &fold) const;
    void addDoubt(StepView &view, const InstanceFold &instance) const;
    void addManual(StepView &view, const StepSpec &spec, const Plan &plan) const;
    void addSecrets(StepView &view, const StepSpec &spec) const;
    void addCarried(StepView &view, const InstanceFold &instance) const;
    void addEvidence(StepView &view, const InstanceFold &instance) const;
    EvidenceView evidenceView(const Evidence &evidence, const QString &stepId, int attempt,
                              const QString &run = {}) const;
    QList<EvidenceView> sealedEvidence(const QJsonArray &array) const;
    StepState joined(const QList<StepView> &instances) const;
    qint64 expectedLeft(const RunView &view) const;

    Source m_source;
    QString m_language;
    QStringList m_atWork; ///< steps with an open attempt
};

} // namespace Slipway
