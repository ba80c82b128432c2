// SPDX-License-Identifier: MIT
// What a step did, would do, and took over.
#include "core/run/events.h"
#include "core/run/viewbuilder.h"
#include "core/run/viewtexts.h"

#include <algorithm>

namespace Slipway {

void ViewBuilder::addAttempts(StepView &view, const InstanceFold &instance) const
{
    QList<int> numbers = instance.attempts + instance.undos;
    std::sort(numbers.begin(), numbers.end());
    for (const int number : std::as_const(numbers)) {
        const AttemptFold attempt = m_source.run.attempts.value(number);
        AttemptView shown;
        shown.number = number;
        shown.how = attempt.how;
        shown.startedAt = attempt.startedAt;
        shown.finishedAt = attempt.endedAt;
        shown.undoes = attempt.undoes;
        shown.undoneBy = attempt.undoneBy;
        shown.isSuperseded = attempt.isSuperseded;
        if (attempt.outcome) {
            shown.outcome = outcomeName(attempt.outcome->end);
            shown.error =
                attempt.outcome->error.isEmpty() ? QString() : attempt.outcome->error.translated();
        } else {
            shown.outcome = stateName(attempt.doubt ? StepState::InDoubt : StepState::Running);
        }
        view.attempts.append(shown);
    }
    const AttemptFold *last = m_source.run.latestAttempt(instance);
    // What a reset step did before is history alone.
    const bool isToCome = view.state == StepState::Pending || view.state == StepState::Waiting;
    if (!last || (last->isSuperseded && isToCome))
        return;
    view.isUndoing = last->undoes != 0;
    view.startedAt = last->startedAt;
    view.finishedAt = last->endedAt;
    if (last->outcome && !last->outcome->error.isEmpty()) {
        view.errorText = last->outcome->error.translated();
        view.errorDetail = last->outcome->error.detail();
    }
    const auto intent = EventBody::intentOf(m_source.run.id, last->intent);
    if (!intent)
        return;
    addPlan(view, intent->plan);
    if (intent->plan.programs) {
        view.logFile =
            AttemptFolder(m_source.places.attempt(m_source.run.id, last->number)).logFile();
        view.isLive = last->isOpen();
    }
}

void ViewBuilder::addPlan(StepView &view, const Plan &plan) const
{
    view.summary = plan.summary.translated();
    view.facts = factViews(plan.facts);
    view.edits = plan.edits;
    const bool isKnown = plan.undo.can != UndoNote::Can::No || !plan.undo.text.isEmpty();
    if (isKnown || (!view.isGate && !view.isManual))
        view.undoNote = UndoNoteView{plan.undo.can, plan.undo.text.translated()};
    for (const Evidence &evidence : plan.evidence)
        view.evidence.append(evidenceView(evidence, view.id, 0));
}

void ViewBuilder::addManual(StepView &view, const StepSpec &spec, const Plan &plan) const
{
    if (!view.isManual || view.state != StepState::Waiting)
        return;
    ManualView manual;
    manual.instructions = localizedOf(plan.data.value(QStringLiteral("text"))).in(m_language);
    manual.commands = plan.data.value(QStringLiteral("commands")).texts();
    manual.copyText = localizedOf(plan.data.value(QStringLiteral("copy"))).in(m_language);
    manual.link = plan.data.value(QStringLiteral("link")).display();
    const KindSpec kind = m_source.catalogue.value(spec.uses);
    if (kind.doer == Doer::Machine)
        manual.asks = kind.outputs;
    if (spec.mode == Mode::Manual && manual.instructions.isEmpty())
        manual.instructions = view.summary;
    view.manual = manual;
}

/// Its result lies in the run that this one continues.
void ViewBuilder::addCarried(StepView &view, const InstanceFold &instance) const
{
    if (!instance.carried)
        return;
    const CarriedFold &carried = *instance.carried;
    view.carriedFrom = carried.run;
    view.startedAt = carried.startedAt;
    view.finishedAt = carried.endedAt;
    view.summary =
        fillPattern(viewText(QT_TRANSLATE_NOOP("Slipway::Message", "Taken over from the run %1.")),
                    {carried.run});
    if (!carried.warning.isEmpty()) {
        view.errorText = carried.warning.translated();
        view.errorDetail = carried.warning.detail();
    }
    for (const Evidence &evidence : carried.evidence) {
        const EvidenceView shown = evidenceView(evidence, view.id, carried.attempt, carried.run);
        if (!shown.logFile.isEmpty())
            view.logFile = shown.logFile;
        view.evidence.append(shown);
    }
}

void ViewBuilder::addDoubt(StepView &view, const InstanceFold &instance) const
{
    const AttemptFold *attempt = m_source.run.latestAttempt(instance);
    if (!attempt || !attempt->doubt)
        return;
    DoubtView doubt;
    doubt.verdict = attempt->doubt->verdict;
    doubt.explanation = attempt->doubt->explanation.translated();
    doubt.facts = factViews(attempt->doubt->facts);
    doubt.askedAt = attempt->doubt->time;
    doubt.mayRepeat = true;
    view.doubt = doubt;
}

} // namespace Slipway
