// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/run/runfold.h"
#include "core/run/runservices.h"

#include <map>
#include <memory>

namespace Slipway {

/// A run that is looked at: what its view needs beside the state, and the state too while it is
/// not driven here. Works in the thread of the services' store.
class WatchedRun final
{
public:
    static Result<std::unique_ptr<WatchedRun>> open(const QString &run, RunServices services);

    const QString &id() const { return m_run.id; }
    /// As far as it was read.
    const RunFold &run() const { return m_run; }
    const Checklist &checklist() const { return m_checklist; }
    /// How long steps took before, by id; in milliseconds.
    const QMap<QString, qint64> &expectedMs() const { return m_expectedMs; }
    /// By step, those that need it.
    const QHash<QString, QStringList> &dependents() const { return m_dependents; }

    Result<void> readNew();
    /// What a step done by hand asks for; nullptr if it is none. Its plan looks at nothing but the
    /// parameters, so it can be made here, also for a run that is over or driven elsewhere. run:
    /// its state now.
    const Plan *manualPlan(const RunFold &run, const StepKey &key);
    /// They are made anew, after a reset.
    void forgetPlans() { m_manualPlans.clear(); }

private:
    WatchedRun(RunFold run, Checklist checklist, RunServices services);

    RunServices m_services;
    RunFold m_run;
    Checklist m_checklist;
    QMap<QString, qint64> m_expectedMs;
    QHash<QString, QStringList> m_dependents;
    std::map<StepKey, Plan> m_manualPlans;
};

} // namespace Slipway
