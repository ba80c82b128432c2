// SPDX-License-Identifier: MIT
#include "core/run/watchedrun.h"

#include "core/process/attemptfolder.h"
#include "core/run/runstarter.h"
#include "core/run/runsummary.h"
#include "core/run/scopebuilder.h"

#include <algorithm>

namespace Slipway {

namespace {

constexpr int runsToLearnFrom = 3;
constexpr int pageOfEvents = 100'000;

/// How long steps took in the last runs of the same checklist: the median by step.
QMap<QString, qint64> expectedDurations(Store &store, const QString &checklist,
                                        const QString &except)
{
    QMap<QString, QList<qint64>> seen;
    int used = 0;
    const auto heads = store.heads();
    const QList<RunHead> all = heads ? *heads : QList<RunHead>();
    for (const RunHead &head : all) {
        const RunSummary summary = summaryOf(head, {}, false);
        if (used >= runsToLearnFrom || head.run == except || summary.checklist != checklist ||
            summary.state != RunState::Succeeded)
            continue;
        const auto run = loadRun(store, head.run);
        if (!run)
            continue;
        ++used;
        for (const AttemptFold &attempt : run->attempts) {
            if (attempt.outcome && attempt.outcome->end == Outcome::End::Succeeded)
                seen[attempt.key.step].append(attempt.endedAt - attempt.startedAt);
        }
    }
    QMap<QString, qint64> expected;
    for (auto it = seen.begin(); it != seen.end(); ++it) {
        std::sort(it->begin(), it->end());
        expected.insert(it.key(), it->at(it->size() / 2));
    }
    return expected;
}

} // namespace

Result<std::unique_ptr<WatchedRun>> WatchedRun::open(const QString &run, RunServices services)
{
    auto fold = loadRun(*services.store, run);
    if (!fold)
        return fold.error();
    auto checklist = pinnedChecklist(*fold, services.objects());
    if (!checklist)
        return checklist.error();
    return std::unique_ptr<WatchedRun>(
        new WatchedRun(std::move(*fold), std::move(*checklist), std::move(services)));
}

WatchedRun::WatchedRun(RunFold run, Checklist checklist, RunServices services)
    : m_services(std::move(services))
    , m_run(std::move(run))
    , m_checklist(std::move(checklist))
    , m_expectedMs(expectedDurations(*m_services.store, m_run.checklistName, m_run.id))
    , m_dependents(m_checklist.allDependents())
{
}

Result<void> WatchedRun::readNew()
{
    const auto events = m_services.store->events(m_run.id, m_run.lastNumber, pageOfEvents);
    if (!events)
        return events.error();
    for (const Event &event : *events)
        m_run.apply(event);
    return {};
}

const Plan *WatchedRun::manualPlan(const RunFold &run, const StepKey &key)
{
    const auto known = m_manualPlans.find(key);
    if (known != m_manualPlans.end())
        return &known->second;
    const StepSpec *step = m_checklist.step(key.step);
    const Kind *kind = step ? m_services.kinds->kind(step->uses) : nullptr;
    const InstanceFold *instance = run.instance(key);
    if (!kind || kind->spec().doer != Doer::Person || !instance)
        return nullptr;
    const QString workspace = m_services.places.workspace(run.workspaceRun());
    const auto with =
        parametersOf(*step, kind->spec(), scopeFor(run, m_checklist, *step, *instance, workspace));
    if (!with)
        return nullptr;
    const StepContext context{run.id,
                              workspace,
                              {},
                              AttemptFolder(m_services.places.attempt(run.id, 0)),
                              m_services.objects(),
                              {},
                              m_services.clock->now(),
                              0,
                              {}};
    const auto plan = kind->plan(*with, context);
    return plan ? &m_manualPlans.emplace(key, *plan).first->second : nullptr;
}

} // namespace Slipway
