// SPDX-License-Identifier: MIT
#include "core/run/rehearser.h"

#include "core/base/canonicaljson.h"
#include "core/base/ids.h"
#include "core/checklist/expressionfunctions.h"
#include "core/checklist/lint.h"
#include "core/run/driverrules.h"
#include "core/run/eventkinds.h"
#include "core/run/events.h"
#include "core/run/expansion.h"
#include "core/run/polling.h"
#include "core/run/scopebuilder.h"

#include <QDir>
#include <algorithm>

namespace Slipway {

namespace {

using State = RehearsedStep::State;

Message waitsMessage(const QString &what)
{
    return Message(QT_TRANSLATE_NOOP("Slipway::Message", "Waits for %1."), {what});
}

/// In the order of the checklist, so that the pages of a rehearsal read as the run will.
StepKey firstOf(const NextSteps &next, const Checklist &checklist)
{
    const QList<StepKey> ready =
        next.start + next.openGates + next.awaitConfirm + next.awaitTick + next.awaitDecision;
    for (const StepSpec &step : checklist.steps) {
        for (const StepKey &key : ready) {
            if (key.step == step.id)
                return key;
        }
    }
    return {};
}

/// It would leave the step for people to answer about, as a merge with conflicts does.
bool asksPeople(const Plan &plan)
{
    return !plan.programs &&
           std::any_of(plan.evidence.cbegin(), plan.evidence.cend(), [](const Evidence &evidence) {
               return evidence.type == QLatin1String("conflicts");
           });
}

/// Every output of the step: what is not known beforehand is unknown.
Value::Map allOutputs(const StepSpec &step, const KindSpec &kind, Value::Map known)
{
    const QStringList names = outputNames(step, kind);
    for (const QString &name : names) {
        if (!known.contains(name))
            known.insert(name, Value::unknown());
    }
    return known;
}

} // namespace

Rehearser::Rehearser(const RunServices &services, std::stop_token stop)
    : m_services(services), m_stop(std::move(stop)), m_catalogue(services.kinds->catalogue())
{
}

Result<Rehearsal> Rehearser::rehearse(const NewRunRequest &request)
{
    if (auto prepared = prepare(request); !prepared)
        return prepared.error();
    while (!m_stop.stop_requested() && goOn()) {
    }
    if (m_stop.stop_requested())
        return Error(QStringLiteral("rehearsal.stopped"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "The rehearsal was stopped."));
    addUnreached();
    return take();
}

Result<void> Rehearser::prepare(const NewRunRequest &request)
{
    auto checklist = loadTrusted(request, m_services);
    if (!checklist)
        return checklist.error();
    m_checklist = std::move(*checklist);
    const auto inputs = resolveInputs(m_checklist, request.inputs, true);
    if (!inputs)
        return inputs.error();
    auto whole = settled(m_checklist, *inputs);
    if (!whole)
        return whole.error();
    m_checklist = std::move(*whole);
    if (auto made = makeScratch(); !made)
        return made;
    const QString run = newRunId();
    m_workspace = m_services.places.workspace(run);
    // The folder that the run will begin with: there, and empty.
    m_overlay->putFolder(m_workspace);
    m_run.id = run;
    say(EventKind::runCreated,
        EventBody::runCreated({m_checklist.name, request.file, {}, {}, *inputs, hostName()}));
    return {};
}

Result<void> Rehearser::makeScratch()
{
    ScratchFolder::sweep(QDir::tempPath());
    m_scratch = std::make_shared<ScratchFolder>(QDir::tempPath());
    if (!m_scratch->isValid())
        return Error(
            QStringLiteral("rehearsal.no-scratch"),
            QT_TRANSLATE_NOOP("Slipway::Error", "No scratch folder could be made in %1: %2."),
            {QDir::tempPath(), m_scratch->errorString()});
    m_overlay =
        std::make_shared<Overlay>(ObjectStore(m_scratch->filePath(QStringLiteral("objects"))));
    return {};
}

/// Tells the fold what the run would journal, without any journal.
void Rehearser::say(const QString &kind, const QJsonObject &body)
{
    Event event;
    event.run = m_run.id;
    event.number = m_run.lastNumber + 1;
    event.time = m_services.clock->now();
    event.author = m_services.author;
    event.kind = kind;
    event.body = canonicalJson(body).valueOr("{}");
    m_run.apply(event);
}

/// One more step; false when nothing is left that could begin.
bool Rehearser::goOn()
{
    const qint64 before = m_run.lastNumber;
    const qsizetype ignoredBefore = m_run.ignored.size();
    const NextSteps next = nextSteps(m_run, m_checklist, m_catalogue);
    if (!next.expand.isEmpty())
        expandStep(next.expand.first());
    else if (const StepKey key = firstOf(next, m_checklist); !key.step.isEmpty())
        rehearseStep(key);
    // What the fold does not take would be said again for ever.
    return m_run.lastNumber > before && m_run.ignored.size() == ignoredBefore;
}

void Rehearser::expandStep(const QString &id)
{
    const StepSpec &spec = *m_checklist.step(id);
    const Scope scope = scopeFor(m_run, m_checklist, spec, m_workspace);
    const auto unknownOf = [&](const auto &expression, const QList<Expression::Reference> &paths) {
        const auto value = expression.evaluate(scope);
        return value && value->isUnknown() ? unknownsOf(paths, scope).join(u", ") : QString();
    };
    const bool isOfStep = spec.condition && !isOfEachInstance(spec);
    if (isOfStep) {
        const QString unknown = unknownOf(*spec.condition, spec.condition->references());
        if (!unknown.isEmpty())
            m_remarks[id].append(Message(
                QT_TRANSLATE_NOOP("Slipway::Message",
                                  "Whether it is needed (%1) is known once %2 is; it is taken "
                                  "as needed here."),
                {spec.condition->text().trimmed(), unknown}));
    }
    const QString list =
        spec.foreachOf ? unknownOf(*spec.foreachOf, spec.foreachOf->references()) : QString();
    const bool isSkipped = [&] {
        const auto holds = isOfStep ? spec.condition->evaluate(scope) : Result<Value>(Value());
        return isOfStep && holds && !holds->isUnknown() && !isTrue(*holds);
    }();
    if (!list.isEmpty() && !isSkipped) {
        m_remarks[id].append(Message(
            QT_TRANSLATE_NOOP("Slipway::Message",
                              "How often it runs is known once %1 is; it is shown once here."),
            {list}));
        say(EventKind::stepExpanded,
            EventBody::stepExpanded(id, {{QStringLiteral("…"), Value::unknown()}}));
        return;
    }
    const Expansion expansion = expand(m_run, m_checklist, spec, m_workspace);
    say(EventKind::stepExpanded, expansion.body);
    RehearsedStep step;
    step.key = {id, {}};
    if (expansion.error) {
        fail(*expansion.error, step.key, &step);
    } else if (const auto why = m_run.steps.value(id).skippedBecause) {
        step.state = State::Skipped;
        step.remarks = {*why};
        m_steps[id].append(step);
    }
}

StepContext Rehearser::context(const StepSpec &step, RehearsedStep *record)
{
    const int number = m_run.nextAttempt();
    StepContext context{m_run.id,
                        m_workspace,
                        effectKey(m_run.id, number),
                        AttemptFolder(m_services.places.attempt(m_run.id, number)),
                        ObjectStore(m_scratch->filePath(QStringLiteral("objects"))),
                        {},
                        m_services.clock->now(),
                        step.timeoutMs,
                        m_stop};
    context.files = FileView(m_overlay);
    context.ask = [record, stop = m_stop](const Question &question) -> Result<Reply> {
        if (question.isLocal)
            return ask(question, stop);
        if (!record->questions.contains(question.argv))
            record->questions.append(question.argv);
        return unknownInRehearsal(question.argv.join(u' '));
    };
    return context;
}

void Rehearser::rehearseStep(const StepKey &key)
{
    const StepSpec &spec = *m_checklist.step(key.step);
    const Kind *kind = m_services.kinds->kind(spec.uses);
    RehearsedStep step;
    step.key = key;
    step.remarks = m_remarks.value(key.step);
    step.needsGoAhead = spec.mode == Mode::Confirm && kind && kind->spec().doer == Doer::Machine;
    if (!kind) {
        fail(Error(QStringLiteral("step.unknown-kind"),
                   QT_TRANSLATE_NOOP("Slipway::Error",
                                     "This Slipway does not know the kind of step %1."),
                   {spec.uses}),
             key, &step);
        return;
    }
    planStep(*kind, key, &step);
}

void Rehearser::planStep(const Kind &kind, const StepKey &key, RehearsedStep *step)
{
    const StepSpec &spec = *m_checklist.step(key.step);
    const Scope scope = scopeFor(m_run, m_checklist, spec, *m_run.instance(key), m_workspace);
    const auto with = parametersOf(spec, kind.spec(), scope, Unknowns::Shown);
    if (!with) {
        fail(with.error(), key, step);
        return;
    }
    step->waitsFor = unknownsOf(spec, kind.spec(), scope);
    for (const QString &name : std::as_const(step->waitsFor))
        step->remarks.append(waitsMessage(name));
    if (!step->waitsFor.isEmpty())
        step->state = State::Waits;
    if (Value(*with).hasUnknown()) {
        showParameters(*with, step);
        end(key, *step);
        return;
    }
    const auto plan = kind.plan(*with, context(spec, step));
    if (plan) {
        suppose(kind, key, *with, *plan, step);
        return;
    }
    showParameters(*with, step);
    if (step->state == State::Waits) {
        // Its parameters are not those of the run yet: that they do not do is no finding.
        end(key, *step);
        return;
    }
    const QStringList changers = whoMayChangeFiles(key.step);
    if (!isUnknownInRehearsal(plan.error()) && changers.isEmpty()) {
        fail(plan.error(), key, step);
        return;
    }
    step->state = State::Waits;
    step->error = plan.error();
    if (!isUnknownInRehearsal(plan.error()))
        step->remarks.append(othersMayChangeThat(changers));
    end(key, *step);
}

/// Where no plan can be made, what the checklist says is all there is to show.
void Rehearser::showParameters(const Value::Map &with, RehearsedStep *step)
{
    for (auto it = with.cbegin(); it != with.cend(); ++it)
        step->facts.append({Message("%1", {it.key()}), it->display()});
}

void Rehearser::suppose(const Kind &kind, const StepKey &key, const Value::Map &with,
                        const Plan &plan, RehearsedStep *step)
{
    const StepSpec &spec = *m_checklist.step(key.step);
    describe(spec.poll ? planToPoll(plan, spec) : plan, step);
    if (spec.undo)
        step->undo = {
            UndoNote::Can::Yes,
            Message(QT_TRANSLATE_NOOP("Slipway::Message", "By %1, as its checklist says."),
                    {spec.undo->uses})};
    Intent intent;
    intent.runId = m_run.id;
    intent.attempt = m_run.nextAttempt();
    intent.step = key.step;
    intent.instance = key.instance;
    intent.effectKey = effectKey(m_run.id, intent.attempt);
    intent.with = with;
    intent.plan = plan;
    const auto after = kind.rehearse(intent, context(spec, step), *m_overlay);
    if (!after) {
        fail(after.error(), key, step);
        return;
    }
    step->outputs = after->outputs;
    if (step->state == State::Planned && asksPeople(plan))
        step->state = State::Person;
    if (after->changesFiles && !spec.poll)
        m_changers.append(key.step);
    end(key, *step);
}

void Rehearser::fail(const Error &error, const StepKey &key, RehearsedStep *step)
{
    step->state = State::Fails;
    step->error = error;
    Outcome outcome = Outcome::failed(error);
    if (!m_run.steps.value(key.step).isUnevaluated)
        outcome = asItCounts(m_checklist, key, outcome);
    say(EventKind::attemptEnded,
        EventBody::attemptEnded(m_run.nextAttempt(), key, outcome, QStringLiteral("plan")));
    m_steps[key.step].append(*step);
}

/// Lets the fold believe that the step went well.
void Rehearser::end(const StepKey &key, const RehearsedStep &rehearsed)
{
    const StepSpec &spec = *m_checklist.step(key.step);
    const KindSpec &kind = m_catalogue[spec.uses];
    RehearsedStep step = rehearsed;
    const bool isByHand = kind.doer != Doer::Machine || spec.mode == Mode::Manual;
    step.outputs = allOutputs(spec, kind, step.outputs);
    if (isByHand && step.state == State::Planned)
        step.state = State::Person;
    if (isByHand || step.state == State::Waits)
        m_changers.append(key.step);
    if (kind.doer == Doer::Quorum) {
        EventBody::NewGate gate;
        gate.key = key;
        say(EventKind::gateOpened, EventBody::gateOpened(gate));
        EventBody::NewDecision decision;
        decision.key = key;
        decision.opened = m_run.lastNumber;
        decision.isApproval = true;
        say(EventKind::gateDecided, EventBody::gateDecided(decision));
        say(EventKind::gateClosed, EventBody::gateClosed(key, QStringLiteral("approved")));
    } else if (isByHand) {
        say(EventKind::stepTicked, EventBody::stepTicked(key, {}, step.outputs));
    } else {
        Intent intent;
        intent.runId = m_run.id;
        intent.attempt = m_run.nextAttempt();
        intent.step = key.step;
        intent.instance = key.instance;
        say(EventKind::attemptIntended, EventBody::attemptIntended(intent, 0, {}));
        say(EventKind::attemptEnded,
            EventBody::attemptEnded(intent.attempt, key,
                                    Outcome::succeeded(step.outputs, step.evidence),
                                    QStringLiteral("run")));
    }
    m_steps[key.step].append(step);
}

/// Of the steps that this one needs, directly or not, those of which nobody can tell what they do
/// to files.
QStringList Rehearser::whoMayChangeFiles(const QString &step) const
{
    QStringList found;
    QStringList open = m_checklist.prerequisites(*m_checklist.step(step));
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const QString id = open.takeFirst();
        if (seen.contains(id))
            continue;
        seen.insert(id);
        open += m_checklist.prerequisites(*m_checklist.step(id));
    }
    for (const QString &changer : m_changers) {
        if (seen.contains(changer) && !found.contains(changer))
            found.append(changer);
    }
    return found;
}

void Rehearser::addUnreached()
{
    for (const StepSpec &spec : std::as_const(m_checklist.steps)) {
        if (m_steps.contains(spec.id))
            continue;
        RehearsedStep step;
        step.key = {spec.id, {}};
        step.state = State::NotReached;
        QStringList missing;
        const QStringList before = m_checklist.prerequisites(spec);
        for (const QString &id : before) {
            if (!isDone(m_run, id))
                missing.append(id);
        }
        step.remarks = {Message(
            QT_TRANSLATE_NOOP("Slipway::Message", "The run would not come here: it needs %1."),
            {missing.join(u", ")})};
        m_steps[spec.id].append(step);
    }
}

Rehearsal Rehearser::take()
{
    Rehearsal rehearsal;
    rehearsal.checklist = m_checklist.name;
    rehearsal.title = m_checklist.title;
    rehearsal.inputs = m_run.inputs;
    rehearsal.scratch = {m_scratch, &m_scratch->folder()};
    for (const StageSpec &stage : std::as_const(m_checklist.stages)) {
        RehearsedStage rehearsed{stage.name, stage.title, {}};
        for (const QString &id : stage.steps) {
            const StepSpec &spec = *m_checklist.step(id);
            for (RehearsedStep step : m_steps.value(id)) {
                step.title = spec.title;
                step.kind = spec.uses;
                rehearsed.steps.append(step);
            }
        }
        rehearsal.stages.append(rehearsed);
    }
    return rehearsal;
}

} // namespace Slipway
