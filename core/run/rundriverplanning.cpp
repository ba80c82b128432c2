// SPDX-License-Identifier: MIT
// How a driver plans attempts.
#include "core/base/ids.h"
#include "core/run/driverrules.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/guarded.h"
#include "core/run/polling.h"
#include "core/run/redaction.h"
#include "core/run/rundriver.h"
#include "core/run/scopebuilder.h"
#include "core/steps/plansatonce.h"

namespace Slipway {

Result<Value::Map> RunDriver::parametersOf(const StepKey &key) const
{
    const StepSpec &step = *m_checklist.step(key.step);
    const Scope scope = scopeFor(m_run, m_checklist, step, *m_run.instance(key),
                                 m_services.places.workspace(m_run.workspaceRun()));
    return Slipway::parametersOf(step, m_catalogue.value(step.uses), scope);
}

Result<RunDriver::Asked> RunDriver::askedOf(const StepKey &key) const
{
    const auto with = parametersOf(key);
    if (!with)
        return with.error();
    const StepSpec &step = *m_checklist.step(key.step);
    if (!step.undo)
        return Asked{*with, {}};
    const StepSpec undo = step.undoStep();
    const Scope scope = scopeFor(m_run, m_checklist, step, *m_run.instance(key),
                                 m_services.places.workspace(m_run.workspaceRun()));
    const auto undoWith = Slipway::parametersOf(undo, m_catalogue.value(undo.uses), scope);
    if (!undoWith)
        return undoWith.error();
    return Asked{*with, {undo.uses, *undoWith}};
}

void RunDriver::planAttempt(const StepKey &key)
{
    const int number = m_nextNumber++;
    const Kind *kind = kindOf(key);
    if (!kind) {
        failPlan(number, key,
                 Error(QStringLiteral("step.unknown-kind"),
                       QT_TRANSLATE_NOOP("Slipway::Error",
                                         "This Slipway does not know the kind of step %1."),
                       {m_checklist.step(key.step)->uses}));
        return;
    }
    const auto asked = askedOf(key);
    if (!asked) {
        failPlan(number, key, asked.error());
        return;
    }
    Work &work = m_works[number];
    work.key = key;
    work.isPlanning = true;
    work.expandedBy = m_run.steps.value(key.step).expandedBy;
    const StepContext stepContext = context(number, key, work.stop.get_token());
    const auto plan = [kind, with = asked->with, stepContext] {
        return guarded<Result<Plan>>([&] { return kind->plan(with, stepContext); },
                                     [](const Error &error) { return Result<Plan>(error); });
    };
    if (dynamic_cast<const PlansAtOnce *>(kind)) {
        planned(number, *asked, plan());
        return;
    }
    inPool(plan, [this, number, asked = *asked](const Result<Plan> &made) {
        planned(number, asked, made);
    });
}

void RunDriver::failPlan(int number, const StepKey &key, const Error &error,
                         std::optional<qint64> retryAfter)
{
    Outcome outcome = redacted(Outcome::failed(error), m_secrets);
    // What cannot be evaluated is a fault of the checklist, not a finding of the step.
    if (!retryAfter && !m_run.steps.value(key.step).isUnevaluated)
        outcome = asItCounts(m_checklist, key, outcome);
    append(EventKind::attemptEnded,
           EventBody::attemptEnded(number, key, outcome, QStringLiteral("plan"), retryAfter));
    m_advanceAgain = true;
}

void RunDriver::planned(int number, const Asked &asked, const Result<Plan> &plan)
{
    const StepKey key = m_works[number].key;
    if (!m_problem.isEmpty()) {
        m_works.erase(number);
        return;
    }
    // What others did meanwhile counts: a step that was skipped or reset or a run that was
    // cancelled does not start.
    readNew();
    if (!plan && isOwnFailure(plan.error())) {
        m_works.erase(number);
        stop(plan.error());
        return;
    }
    const bool mayStart = mayBegin(m_run, m_checklist, key, m_works[number].expandedBy);
    if (!mayStart || !plan) {
        m_works.erase(number);
        if (mayStart) // nothing was done, so that it can be tried again whatever it is
            failPlan(number, key, plan.error(), waitBeforeRetry(m_run, m_checklist, key));
        advance();
        return;
    }
    Intent intent{m_runId,    number, key.step, key.instance, effectKey(m_runId, number),
                  asked.with, *plan};
    if (const StepSpec &step = *m_checklist.step(key.step); step.poll)
        intent.plan = planToPoll(intent.plan, step);
    if (!asked.undo.uses.isEmpty())
        intent.plan.undo = {
            UndoNote::Can::Yes,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "By %1, as its checklist says."),
                    {asked.undo.uses})};
    intend(std::move(intent), asked.undo);
}

} // namespace Slipway
