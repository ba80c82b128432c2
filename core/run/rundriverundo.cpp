// SPDX-License-Identifier: MIT
// How a driver undoes attempts, one after the other: each undo is an attempt itself.
#include "core/base/ids.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/guarded.h"
#include "core/run/redaction.h"
#include "core/run/reversal.h"
#include "core/run/rundriver.h"

#include <algorithm>

namespace Slipway {

namespace {

Error unknownKind(const QString &name)
{
    return {QStringLiteral("step.unknown-kind"),
            QT_TRANSLATE_NOOP("Slipway::Error", "This Slipway does not know the kind of step %1."),
            {name}};
}

} // namespace

/// One at a time: the order is what makes it safe.
void RunDriver::startUndo()
{
    const bool isInFlight = std::any_of(m_works.cbegin(), m_works.cend(),
                                        [](const auto &work) { return work.second.undoes != 0; });
    if (m_next.undo != 0 && !isInFlight)
        planUndo(m_next.undo);
}

void RunDriver::planUndo(int undoes)
{
    const int number = m_nextNumber++;
    const AttemptFold done = m_run.attempts.value(undoes);
    Work &work = m_works[number];
    work.key = done.key;
    work.undoes = undoes;
    work.isPlanning = true;
    const auto intent = intentOf(undoes);
    const EventBody::OwnUndo own = EventBody::ownUndoOf(done.intent);
    const Kind *kind = own.uses.isEmpty() ? kindOf(done.key) : m_services.kinds->kind(own.uses);
    if (!intent || !kind) {
        const StepSpec *step = m_checklist.step(done.key.step);
        const QString name = own.uses.isEmpty() && step ? step->uses : own.uses;
        endUndo(number, Outcome::failed(intent ? unknownKind(name) : intent.error()),
                QStringLiteral("plan"));
        return;
    }
    using Planned = Result<std::optional<Plan>>;
    const StepContext stepContext = context(number, done.key, work.stop.get_token());
    inPool(
        [kind, done = *intent, own, stepContext] {
            return guarded<Planned>([&] { return reversal(*kind, done, own, stepContext); },
                                    [](const Error &error) { return Planned(error); });
        },
        [this, number, done = *intent, own](const Planned &plan) {
            undoPlanned(number, done, own, plan);
        });
}

void RunDriver::undoPlanned(int number, const Intent &done, const EventBody::OwnUndo &own,
                            const Result<std::optional<Plan>> &plan)
{
    if (!m_problem.isEmpty()) {
        m_works.erase(number);
        return;
    }
    readNew();
    if (m_run.nextUndo() != done.attempt) {
        // Somebody gave the undo up while it was planned.
        m_works.erase(number);
        advance();
        return;
    }
    if (!plan || !*plan) {
        endUndo(number, plan ? Outcome::succeeded() : Outcome::failed(plan.error()),
                plan ? QStringLiteral("nothing") : QStringLiteral("plan"));
        advance();
        return;
    }
    Intent intent{m_runId,
                  number,
                  done.step,
                  done.instance,
                  effectKey(m_runId, number),
                  own.uses.isEmpty() ? done.with : own.with,
                  **plan};
    intent.undoes = done.attempt;
    intent.uses = own.uses;
    intend(std::move(intent), {});
}

void RunDriver::endUndo(int number, const Outcome &outcome, const QString &how)
{
    const Work work = m_works[number];
    m_works.erase(number);
    append(EventKind::attemptEnded,
           EventBody::undoEnded(number, work.key, work.undoes, redacted(outcome, m_secrets), how));
    m_advanceAgain = true;
}

} // namespace Slipway
