// SPDX-License-Identifier: MIT
// Going back on the run's page: go again from a step.
#include "ui/pages/runpage.h"
#include "ui/pages/stepsheet.h"
#include "ui/pages/stepwords.h"

namespace Slipway {

namespace {

/// Who decided at a gate so that it counts: those decisions fall when the gate is opened anew.
QStringList deciders(const StepView &step)
{
    QStringList names;
    if (step.gate) {
        for (const DecisionView &decision : step.gate->decisions) {
            if (decision.counts)
                names.append(decision.author);
        }
    }
    for (const StepView &one : step.instances)
        names += deciders(one);
    return names;
}

} // namespace

/// The step itself and what begins anew with it, with the decisions that fall.
QList<MarkedText> RunPage::fallingWith(const StepView &step) const
{
    QList<MarkedText> rows;
    const auto add = [&rows](const StepView &one, const QString &title) {
        const QStringList names = deciders(one);
        const QString falls =
            names.isEmpty() ? QString()
                            : tr("falls: decided by %1").arg(names.join(QStringLiteral(", ")));
        rows.append({markOf(one.state, one.isGate), title, {}, {falls, Tone::Needs}});
    };
    const bool isInstance = !step.instance.isEmpty();
    add(step, isInstance ? QStringLiteral("%1: %2").arg(step.title, step.instance) : step.title);
    for (const QString &id : step.resetFalls) {
        if (const StepView *one = m_run.find(id, {}))
            add(*one, one->title);
    }
    return rows;
}

void RunPage::askToGoAgain()
{
    const StepView &step = m_sheet->step();
    AskStrip::Question question;
    question.id = QStringLiteral("reset");
    question.rows = fallingWith(step);
    question.sentence =
        question.rows.size() > 1
            ? tr("Go again from “%1”? These %2 steps are to do again. What they did stays as it "
                 "is, and their attempts stay in the history.")
                  .arg(StepWords::title(step))
                  .arg(question.rows.size())
            : tr("Do “%1” again? What it did stays as it is, and its attempts stay in the history.")
                  .arg(StepWords::title(step));
    question.placeholder = tr("Why (kept in the history, may be empty)");
    question.confirm = tr("Go again from here");
    question.tone = Tone::Needs;
    m_ask->ask(question);
}

} // namespace Slipway
