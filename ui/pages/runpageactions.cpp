// SPDX-License-Identifier: MIT
// The bottom of the run's page: what can be done now, what it asks before, what it emits.
#include "ui/pages/conflictspane.h"
#include "ui/pages/gatepane.h"
#include "ui/pages/imagespane.h"
#include "ui/pages/manualpane.h"
#include "ui/pages/runpage.h"
#include "ui/pages/runsheet.h"
#include "ui/pages/stepsheet.h"
#include "ui/pages/stepwords.h"

namespace Slipway {

namespace {

namespace Do {
const QLatin1String approve("approve");
const QLatin1String reject("reject");
const QLatin1String withdraw("withdraw");
const QLatin1String tick("tick");
const QLatin1String confirm("confirm");
const QLatin1String retry("retry");
const QLatin1String skip("skip");
const QLatin1String stopStep("stop-step");
const QLatin1String cancelRun("cancel-run");
const QLatin1String terminal("terminal");
const QLatin1String output("output");
const QLatin1String reset("reset");
const QLatin1String openNext("open-next");
const QLatin1String oneStep("one-step");
const QLatin1String untilNeeded("until-needed");
const QLatin1String goThere("go-there");
const QLatin1String followUp("follow-up-"); // and its number
const QLatin1String byHand("by-hand");
const QLatin1String giveUp("give-up");
} // namespace Do

QList<Span> plain(const QString &text)
{
    return {{text, Span::Style::Plain}};
}

} // namespace

void RunPage::showActions()
{
    if (m_over) {
        m_bar->setSentence(plain(m_over->sentence()));
        m_bar->setActions(m_over->actions());
        return;
    }
    m_bar->setSentence(sentence());
    m_bar->setActions(actions());
}

/// Nothing starts of it any more, unless somebody goes again from a step.
bool RunPage::isOver() const
{
    return StepWords::isOver(m_run.state) || !m_run.continuedBy.isEmpty();
}

/// True if this window may start what comes next.
bool RunPage::mayDrive() const
{
    if (m_run.isDrivenElsewhere || isOver())
        return false;
    return m_run.state == RunState::Stopped || m_run.stepByStep;
}

QList<Span> RunPage::sentence() const
{
    const StepView &step = m_sheet->step();
    if (m_run.id.isEmpty())
        return {};
    if (step.actions.contains(StepAction::Approve)) {
        const int left = m_sheet->gate()->itemsLeft();
        const QString kept = step.gate && step.gate->isSigned
                                 ? tr("Your SSH key signs what this page shows.")
                                 : tr("Your decision is kept with what this page shows.");
        return left > 0 ? plain(tr("%n item(s) left to tick", nullptr, left)) : plain(kept);
    }
    if (step.isGate && step.gate && step.state == StepState::Waiting &&
        !step.gate->closedBecause.isEmpty())
        return plain(step.gate->closedBecause);
    if (step.actions.contains(StepAction::Settle))
        return plain(tr("Your choice is kept in the history of the run."));
    if (step.actions.contains(StepAction::Answer) && ImagesPane::hasImages(step))
        return plain(m_sheet->images()->sentence());
    if (step.actions.contains(StepAction::Answer))
        return plain(m_sheet->conflicts()->sentence());
    if (step.actions.contains(StepAction::Confirm))
        return plain(tr("Nothing of this step has happened yet."));
    if (step.actions.contains(StepAction::Tick))
        return plain(m_sheet->manual()->isAsking()
                         ? tr("Say above what it gave: later steps use it.")
                         : tr("Mark it when it is done."));
    if (!step.awaitedSecrets.isEmpty())
        return plain(tr("Nothing of this step has happened yet."));
    if (m_run.undo && m_run.undo->left > 0)
        return undoingSentence();
    if (!m_run.continuedBy.isEmpty())
        return plain(
            tr("This run is closed: run %1 goes on with it.").arg(shortRunId(m_run.continuedBy)));
    if (m_run.isDrivenElsewhere)
        return plain(tr("Another Slipway drives this run; what you decide here reaches it."));
    if (m_run.state == RunState::Succeeded)
        return plain(tr("The run is done: %1 of %2 steps.").arg(m_run.done).arg(m_run.total));
    if (m_run.state == RunState::Undone)
        return plain(tr("What the run did was undone."));
    if (m_run.state == RunState::Cancelled)
        return plain(tr("The run was cancelled. What was done stays done."));
    return StepWords::next(m_run, step);
}

QList<Span> RunPage::undoingSentence() const
{
    const QString pattern = m_run.undo->isStuck
                                ? tr("The undo stands still: %1 of %2 effects are left.")
                                : tr("Undoing: %1 of %2 effects are left.");
    return plain(pattern.arg(m_run.undo->left).arg(m_run.undo->total));
}

ActionItem RunPage::primaryAction() const
{
    const StepView &step = m_sheet->step();
    const auto primary = [](QLatin1String id, const QString &label, bool isEnabled = true) {
        return ActionItem{id, label, Button::Kind::Primary, isEnabled, {}};
    };
    if (!m_run.continuedBy.isEmpty())
        return primary(Do::openNext, tr("Open run %1").arg(shortRunId(m_run.continuedBy)));
    if (step.actions.contains(StepAction::Approve))
        return primary(Do::approve,
                       step.gate && step.gate->isSigned ? tr("Approve and sign") : tr("Approve"),
                       m_sheet->gate()->itemsLeft() == 0);
    if (step.actions.contains(StepAction::Tick))
        return primary(Do::tick, tr("Mark as done"), m_sheet->manual()->areOutputsGood());
    if (step.actions.contains(StepAction::Confirm))
        return primary(Do::confirm, tr("Go ahead"));
    if (step.actions.contains(StepAction::Answer) && ImagesPane::hasImages(step))
        return primary(Do::retry, tr("Change the tags"), m_sheet->images()->canGoOn());
    if (step.actions.contains(StepAction::Answer))
        return primary(Do::retry, m_sheet->conflicts()->goOnLabel(),
                       m_sheet->conflicts()->canGoOn());
    if (step.actions.contains(StepAction::Retry))
        return primary(Do::retry, tr("Try again"));
    const StepView *current = m_run.current();
    const bool isElsewhere =
        current && (current->id != step.id || current->instance != step.instance);
    const bool needsPerson =
        current && (current->state == StepState::Waiting || current->state == StepState::InDoubt ||
                    current->state == StepState::Failed);
    if (isElsewhere && needsPerson && !step.actions.contains(StepAction::Settle))
        return primary(Do::goThere, tr("Show what needs you"));
    if (mayDrive() && !step.actions.contains(StepAction::Settle))
        return primary(Do::untilNeeded,
                       m_run.undo ? tr("Go on with the undo") : tr("Run until someone is needed"));
    return {};
}

QList<ActionItem> RunPage::driveActions() const
{
    const bool isWanted = mayDrive() && m_run.state != RunState::Running;
    if (!isWanted || m_run.undo || primaryAction().id != Do::untilNeeded)
        return {};
    return {{Do::oneStep, tr("Run this step"), Button::Kind::Outlined, true,
             tr("Starts what is next, and nothing after it.")}};
}

/// What may follow the run, offered where nothing else is to be done first.
QList<ActionItem> RunPage::followUpActions() const
{
    QList<ActionItem> items;
    if (!isOver() && m_run.state != RunState::Failed)
        return items;
    for (qsizetype i = 0; i < m_run.followUps.size(); ++i)
        items.append({Do::followUp + QString::number(i), m_run.followUps[i].title + u'…',
                      Button::Kind::Outlined, true, m_run.followUps[i].help});
    return items;
}

QList<ActionItem> RunPage::actions() const
{
    const StepView &step = m_sheet->step();
    QList<ActionItem> items;
    if (m_run.id.isEmpty())
        return items;
    const auto add = [&items](QLatin1String id, const QString &label, Button::Kind kind) {
        items.append({id, label, kind, true, {}});
    };
    if (step.actions.contains(StepAction::Cancel))
        add(Do::stopStep, tr("Stop this step…"), Button::Kind::Destructive);
    if (step.actions.contains(StepAction::Withdraw))
        add(Do::withdraw, tr("Take my decision back"), Button::Kind::Quiet);
    if (step.actions.contains(StepAction::Reject))
        add(Do::reject, tr("Reject…"), Button::Kind::Destructive);
    const bool isMerge =
        step.actions.contains(StepAction::Answer) && ConflictsPane::hasConflicts(step);
    if (isMerge && m_sheet->conflicts()->isByHand())
        add(Do::giveUp, tr("Give it up in the folder…"), Button::Kind::Destructive);
    else if (isMerge)
        add(Do::byHand, tr("Mend it in the folder…"), Button::Kind::Quiet);
    if (step.actions.contains(StepAction::Skip))
        add(Do::skip, step.isUndoing ? tr("Leave it in place…") : tr("Skip…"), Button::Kind::Quiet);
    if (step.canReset && step.state != StepState::Pending && step.state != StepState::Waiting)
        add(Do::reset, tr("Go again from here…"), Button::Kind::Quiet);
    if (step.actions.contains(StepAction::Settle)) {
        if (!step.logFile.isEmpty())
            add(Do::output, tr("Open output"), Button::Kind::Outlined);
    }
    if (step.state == StepState::Failed && !step.isGate)
        add(Do::terminal, tr("Open terminal here"), Button::Kind::Outlined);
    items += followUpActions();
    items += driveActions();
    const ActionItem primary = primaryAction();
    if (!primary.id.isEmpty())
        items.append(primary);
    return items;
}

void RunPage::act(const QString &id)
{
    if (m_over) {
        m_over->act(id);
    } else if (id == Do::approve) {
        const GatePane *gate = m_sheet->gate();
        Q_EMIT m_requests->approve(m_run.id, m_step, m_instance, gate->tickedItems(),
                                   gate->comment(), gate->shownPack());
    } else if (id == Do::withdraw) {
        Q_EMIT m_requests->withdraw(m_run.id, m_step, m_instance);
    } else if (id == Do::tick) {
        Q_EMIT m_requests->tickStep(m_run.id, m_step, m_instance, m_sheet->manual()->note(),
                                    m_sheet->manual()->outputs());
    } else if (id == Do::confirm) {
        Q_EMIT m_requests->confirmStep(m_run.id, m_step, m_instance);
    } else if (id == Do::retry) {
        Q_EMIT m_requests->retryStep(m_run.id, m_step, m_instance);
    } else if (id == Do::output) {
        m_sheet->showTab(QStringLiteral("output"));
    } else if (id == Do::terminal) {
        Q_EMIT m_requests->openTerminal(m_run.id, m_step, m_instance);
    } else if (id.startsWith(Do::followUp)) {
        const FollowUpView chosen = m_run.followUps.value(id.mid(Do::followUp.size()).toInt());
        Q_EMIT m_requests->openFollowUp(chosen.checklist, chosen.inputs);
    } else if (id == Do::openNext) {
        Q_EMIT m_requests->openRun(m_run.continuedBy, {}, {});
    } else if (id == Do::reset) {
        askToGoAgain();
    } else if (id == Do::goThere) {
        selectStep({});
    } else if (id == Do::oneStep || id == Do::untilNeeded) {
        Q_EMIT m_requests->continueRun(m_run.id, id == Do::oneStep);
    } else {
        ask(id);
    }
}

void RunPage::ask(const QString &id)
{
    const QString title = StepWords::title(m_sheet->step());
    AskStrip::Question question;
    question.id = id;
    if (id == Do::skip) {
        const bool isUndo = m_sheet->step().isUndoing;
        question.sentence =
            isUndo
                ? tr("Leave what “%1” did in place? The undo goes on with what is left.").arg(title)
                : tr("Skip “%1”? What needs it starts without it.").arg(title);
        question.placeholder = isUndo ? tr("Why it stays (kept in the history)")
                                      : tr("Why it is not needed (kept in the history)");
        question.needsWords = true;
        question.confirm = isUndo ? tr("Leave it") : tr("Skip it");
        question.tone = Tone::Needs;
    } else if (id == Do::reject) {
        if (m_sheet->gate()->comment().isEmpty()) {
            m_bar->setSentence(tr("A rejection needs a comment: say what has to change."));
            m_sheet->gate()->askForComment();
            return;
        }
        question.sentence = tr("Reject “%1”? The run stops here.").arg(title);
        question.confirm = tr("Reject");
        question.tone = Tone::Failed;
    } else if (id == Do::stopStep) {
        question.sentence = tr("Stop “%1” while it runs? What it did so far stays.").arg(title);
        question.confirm = tr("Stop it");
        question.tone = Tone::Failed;
    } else if (id == Do::byHand) {
        question.sentence = tr("Begin the merge in the folder %1? Mend the files there with what "
                               "you like, then come back to this page.")
                                .arg(m_sheet->conflicts()->directory());
        question.confirm = tr("Begin it");
        question.tone = Tone::Needs;
    } else if (id == Do::giveUp) {
        question.sentence =
            tr("Give up the merge in the folder %1? What was mended in its files is "
               "lost; the conflicts can be resolved here again.")
                .arg(m_sheet->conflicts()->directory());
        question.confirm = tr("Give it up");
        question.tone = Tone::Failed;
    } else {
        return;
    }
    m_ask->ask(question);
}

void RunPage::askToCancelRun()
{
    AskStrip::Question question;
    question.id = Do::cancelRun;
    question.sentence = tr("Cancel “%1” (run %2) for good? What runs is stopped, what was done "
                           "stays done, and the run cannot go on.")
                            .arg(m_run.title, shortRunId(m_run.id));
    question.confirm = tr("Cancel the run");
    question.tone = Tone::Failed;
    m_ask->ask(question);
}

void RunPage::answer(const QString &id, const QString &words)
{
    if (id == Do::skip)
        Q_EMIT m_requests->skipStep(m_run.id, m_step, m_instance, words);
    else if (id == Do::reject)
        Q_EMIT m_requests->reject(m_run.id, m_step, m_instance, m_sheet->gate()->comment(),
                                  m_sheet->gate()->shownPack());
    else if (id == Do::stopStep)
        Q_EMIT m_requests->cancelStep(m_run.id, m_step, m_instance);
    else if (id == Do::byHand || id == Do::giveUp) {
        Q_EMIT m_requests->answerStep(m_run.id, m_step, m_instance, {},
                                      MergeAnswer::place(id == Do::byHand), std::nullopt);
        Q_EMIT m_requests->retryStep(m_run.id, m_step, m_instance);
    } else if (id == Do::reset)
        Q_EMIT m_requests->resetStep(m_run.id, m_step, m_instance, words);
    else if (id == Do::cancelRun)
        Q_EMIT m_requests->cancelRun(m_run.id);
}

} // namespace Slipway
