// SPDX-License-Identifier: MIT
// Plans of steps that wait for a person, so that the person sees what they are asked about.
#include "core/run/rundriver.h"

namespace Slipway {

const Plan *RunDriver::preview(const StepKey &key) const
{
    const auto it = m_previews.find(key);
    return it == m_previews.end() ? nullptr : &it->second;
}

void RunDriver::previewWaiting()
{
    const QList<StepKey> waiting = m_next.awaitConfirm + m_next.awaitTick + m_next.awaitSecrets;
    for (const StepKey &key : waiting) {
        if (m_previewsAsked.contains(key.text()))
            continue;
        m_previewsAsked.insert(key.text());
        previewStep(key);
    }
}

void RunDriver::previewStep(const StepKey &key)
{
    const Kind *kind = kindOf(key);
    const auto with = parametersOf(key);
    if (!kind || !with)
        return;
    const qint64 by = m_run.steps.value(key.step).expandedBy;
    const bool isByHand = kind->spec().doer == Doer::Machine && m_next.awaitTick.contains(key);
    if (isByHand) {
        // What was shown before stays: the person may be at it, or done, and the world changed.
        if (const auto shown = shownPlan(m_services.places, m_runId, key, by)) {
            m_previews.insert_or_assign(key, shown->plan);
            return;
        }
    }
    // No attempt yet: the number 0 names a folder that never exists.
    const StepContext stepContext = context(0, key, {});
    inPool([kind, with = *with, stepContext] { return kind->plan(with, stepContext); },
           [this, key, by, isByHand, with = *with](const Result<Plan> &plan) {
               if (!plan || m_run.steps.value(key.step).expandedBy != by)
                   return; // it is planned again, and fails where it can be seen, once it starts
               m_previews.insert_or_assign(key, *plan);
               if (isByHand)
                   keepShown(key, {by, with, *plan});
               Q_EMIT changed();
           });
}

void RunDriver::keepShown(const StepKey &key, const ShownPlan &shown)
{
    // Without it the person is asked for the outputs: no reason to stop.
    [[maybe_unused]] const auto saved = saveShownPlan(m_services.places, m_runId, key, shown);
}

} // namespace Slipway
