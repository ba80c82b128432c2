// SPDX-License-Identifier: MIT
#include "core/run/reversal.h"

#include "core/base/ids.h"
#include "core/run/guarded.h"

namespace Slipway {

namespace {

using Reversal = Result<std::optional<Plan>>;

Reversal planned(const RunFold &run, const Checklist &checklist, const AttemptFold &attempt,
                 const RunServices &services, const StepContext &context)
{
    const auto done = EventBody::intentOf(run.id, attempt.intent);
    if (!done)
        return done.error();
    const EventBody::OwnUndo own = EventBody::ownUndoOf(attempt.intent);
    const StepSpec *step = checklist.step(attempt.key.step);
    const QString uses = own.uses.isEmpty() && step ? step->uses : own.uses;
    const Kind *kind = services.kinds->kind(uses);
    if (!kind)
        return Error(
            QStringLiteral("step.unknown-kind"),
            QT_TRANSLATE_NOOP("Slipway::Error", "This Slipway does not know the kind of step %1."),
            {uses});
    return guarded<Reversal>([&] { return reversal(*kind, *done, own, context); },
                             [](const Error &error) { return Reversal(error); });
}

StepContext contextFor(const RunFold &run, const StepSpec *step, int number,
                       const RunServices &services, const std::stop_token &stop)
{
    return {run.id,
            services.places.workspace(run.workspaceRun()),
            effectKey(run.id, number),
            AttemptFolder(services.places.attempt(run.id, number)),
            services.objects(),
            [stop](const Question &question) { return ask(question, stop); },
            services.clock->now(),
            step ? step->timeoutMs : 0,
            stop};
}

} // namespace

Result<std::optional<Plan>> reversal(const Kind &kind, const Intent &done,
                                     const EventBody::OwnUndo &own, const StepContext &context)
{
    if (own.uses.isEmpty())
        return kind.undo(done, context);
    auto plan = kind.plan(own.with, context);
    if (!plan)
        return plan.error();
    return std::optional<Plan>(std::move(*plan));
}

QList<RehearsedStep> rehearseUndo(const RunFold &run, const Checklist &checklist,
                                  const UndoPreview &preview, const RunServices &services,
                                  std::stop_token stop)
{
    QList<RehearsedStep> steps;
    QStringList changers; ///< what their undo does to the world is not in the overlay
    const auto overlay = std::make_shared<Overlay>(services.objects());
    int number = run.nextAttempt();
    const QList<int> attempts = preview.attempts();
    for (const int undoes : attempts) {
        const AttemptFold attempt = run.attempts.value(undoes);
        const StepSpec *step = checklist.step(attempt.key.step);
        StepContext context = contextFor(run, step, number++, services, stop);
        context.files = FileView(overlay);
        RehearsedStep shown;
        shown.key = attempt.key;
        shown.title = step ? step->title : LocalizedText();
        shown.kind = step ? step->uses : QString();
        const Reversal plan = planned(run, checklist, attempt, services, context);
        if (!plan) {
            const bool mayChange = !changers.isEmpty();
            shown.state = mayChange ? RehearsedStep::State::Waits : RehearsedStep::State::Fails;
            shown.error = plan.error();
            if (mayChange)
                shown.remarks = {othersMayChangeThat(changers)};
        } else if (!*plan) {
            shown.state = RehearsedStep::State::Skipped;
            shown.remarks = {Message(
                QT_TRANSLATE_NOOP("Slipway::Message", "It left nothing that has to be undone."))};
        } else {
            describe(**plan, &shown);
            shown.undo = {};
            overlay->apply((*plan)->edits);
            if ((*plan)->edits.isEmpty())
                changers.append(attempt.key.text());
        }
        steps.append(shown);
    }
    return steps;
}

} // namespace Slipway
