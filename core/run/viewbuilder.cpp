// SPDX-License-Identifier: MIT
#include "core/run/viewbuilder.h"

#include "core/run/events.h"
#include "core/run/runsummary.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Slipway::Message", text);
}

QList<FactView> factViews(const QList<Fact> &facts)
{
    QList<FactView> views;
    for (const Fact &fact : facts)
        views.append({fact.label.translated(), fact.value});
    return views;
}

QString titleOf(const Evidence &evidence)
{
    static const QMap<QString, const char *> titles{
        {QStringLiteral("changes"), QT_TRANSLATE_NOOP("Slipway::Message", "Changes")},
        {QStringLiteral("log"), QT_TRANSLATE_NOOP("Slipway::Message", "Output")},
        {QStringLiteral("packages"), QT_TRANSLATE_NOOP("Slipway::Message", "Packages")},
        {QStringLiteral("facts"), QT_TRANSLATE_NOOP("Slipway::Message", "Facts")},
        {QStringLiteral("link"), QT_TRANSLATE_NOOP("Slipway::Message", "Link")}};
    const char *title = titles.value(evidence.type);
    return title ? tr(title) : evidence.name;
}

/// A text, or one for each language.
QString textIn(const QJsonValue &json, const QString &language)
{
    if (!json.isObject())
        return json.toString();
    QMap<QString, QString> languages;
    const QJsonObject object = json.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        languages.insert(it.key(), it.value().toString());
    return LocalizedText(languages).in(language);
}

} // namespace

ViewBuilder::ViewBuilder(Source source, QString language)
    : m_source(std::move(source)), m_language(std::move(language))
{
    for (const AttemptFold &attempt : m_source.run.attempts) {
        if (attempt.isOpen())
            m_atWork.append(attempt.key.step);
    }
}

RunView ViewBuilder::build() const
{
    const RunFold &run = m_source.run;
    RunView view;
    view.id = run.id;
    view.checklist = run.checklistName;
    view.title = m_source.checklist.title.in(m_language);
    view.author = run.author;
    view.state = runState(run, m_source.checklist, m_source.next,
                          m_source.isDrivenHere || m_source.isDrivenElsewhere);
    std::tie(view.done, view.total) = progress(run, m_source.checklist);
    view.startedAt = run.createdAt;
    view.changedAt = run.changedAt;
    view.isDrivenHere = m_source.isDrivenHere;
    view.isDrivenElsewhere = m_source.isDrivenElsewhere;
    view.stepByStep = m_source.stepByStep;
    view.problem = m_source.problem;
    view.inputs = run.inputs;
    view.continues = run.continues;
    view.continuedBy = run.continuedBy;
    view.workspace = m_source.places.workspace(run.workspaceRun());
    addUndo(view);
    for (const StageSpec &spec : m_source.checklist.stages)
        view.stages.append(stage(spec));
    view.expectedLeftMs = expectedLeft(view);
    return view;
}

/// Known only if every step that is still to come is known from an earlier run.
qint64 ViewBuilder::expectedLeft(const RunView &view) const
{
    qint64 left = 0;
    for (const StageView &stageView : view.stages) {
        for (const StepView &step : stageView.steps) {
            if (step.state != StepState::Pending && step.state != StepState::Running)
                continue;
            if (step.expectedMs < 0)
                return -1;
            left += step.expectedMs;
        }
    }
    return left;
}

void ViewBuilder::addUndo(RunView &view) const
{
    const RunFold &run = m_source.run;
    const bool hasEffects = std::any_of(run.attempts.cbegin(), run.attempts.cend(),
                                        [](const AttemptFold &a) { return a.mayHaveEffect(); });
    view.canUndo =
        hasEffects && !run.hasOpenAttempts() && !run.isReadOnly && run.continuedBy.isEmpty();
    if (!run.isUndoing())
        return;
    UndoView undo;
    undo.author = run.undo->author;
    undo.askedAt = run.undo->time;
    const StepSpec *to = m_source.checklist.step(run.undo->to);
    undo.toTitle = to ? to->title.in(m_language) : run.undo->to;
    undo.note = run.undo->note;
    undo.left = run.undosLeft();
    undo.total = int(run.undo->attempts.size());
    undo.isStuck = run.nextUndo() == 0 && view.state != RunState::Running;
    view.undo = undo;
}

/// What would fall if one went again from here.
void ViewBuilder::addReset(StepView &view) const
{
    const RunFold &run = m_source.run;
    QStringList steps = m_source.dependents.value(view.id);
    for (const QString &id : std::as_const(steps)) {
        if (run.steps.value(id).isExpanded)
            view.resetFalls.append(id);
    }
    steps.append(view.id);
    const bool isAtWork = std::any_of(m_atWork.cbegin(), m_atWork.cend(),
                                      [&](const QString &id) { return steps.contains(id); });
    view.canReset = run.steps.value(view.id).isExpanded && !isAtWork && !run.isUndoing() &&
                    !run.isReadOnly && run.continuedBy.isEmpty() &&
                    (view.state != StepState::Pending || !view.resetFalls.isEmpty());
}

StageView ViewBuilder::stage(const StageSpec &spec) const
{
    StageView view;
    view.name = spec.name;
    view.title = spec.title.in(m_language);
    for (const QString &id : spec.steps) {
        StepView stepView = step(*m_source.checklist.step(id));
        addReset(stepView);
        for (StepView &one : stepView.instances) {
            one.canReset = stepView.canReset;
            one.resetFalls = stepView.resetFalls;
        }
        ++view.total;
        if (stepView.state == StepState::Succeeded || stepView.state == StepState::Skipped)
            ++view.done;
        view.steps.append(stepView);
    }
    return view;
}

/// The state that most needs to be seen.
StepState ViewBuilder::joined(const QList<StepView> &instances) const
{
    for (const StepState state :
         {StepState::InDoubt, StepState::Failed, StepState::Waiting, StepState::Running,
          StepState::Cancelled, StepState::Pending, StepState::Undone, StepState::Succeeded}) {
        for (const StepView &instance : instances) {
            if (instance.state == state)
                return state;
        }
    }
    return StepState::Skipped;
}

StepView ViewBuilder::step(const StepSpec &spec) const
{
    const StepFold fold = m_source.run.steps.value(spec.id);
    if (fold.isExpanded && !fold.isForeach && !fold.instances.isEmpty()) {
        StepView view = instance(spec, fold.instances.first());
        view.notes = notes(fold);
        return view;
    }
    StepView view = instance(spec, {});
    view.attempts.clear();
    view.notes = notes(fold);
    if (!fold.isExpanded)
        return view;
    if (fold.skippedBecause) {
        view.state = StepState::Skipped;
        view.skippedBecause = fold.skippedBecause->translated();
        view.finishedAt = fold.expandedAt;
        view.actions.clear();
        return view;
    }
    for (const InstanceFold &one : fold.instances) {
        StepView instanceView = instance(spec, one);
        instanceView.notes = view.notes;
        if (view.startedAt == 0 ||
            (instanceView.startedAt > 0 && instanceView.startedAt < view.startedAt))
            view.startedAt = instanceView.startedAt;
        view.finishedAt = qMax(view.finishedAt, instanceView.finishedAt);
        view.evidence += instanceView.evidence;
        view.instances.append(instanceView);
    }
    view.state = joined(view.instances);
    view.actions.clear();
    return view;
}

StepView ViewBuilder::instance(const StepSpec &spec, const InstanceFold &instance) const
{
    const StepKey key{spec.id, instance.name};
    const Doer doer = m_source.catalogue.value(spec.uses).doer;
    StepView view;
    view.id = spec.id;
    view.instance = instance.name;
    view.title = spec.title.in(m_language);
    view.help = spec.help.in(m_language);
    view.stage = spec.stage;
    view.kind = spec.uses;
    view.state = visibleState(m_source.run, m_source.next, key);
    view.isGate = doer == Doer::Quorum;
    view.isManual = doer == Doer::Person || spec.mode == Mode::Manual;
    view.waitsForGo = m_source.next.awaitConfirm.contains(key);
    view.skippedBecause = instance.skipReason;
    view.expectedMs = m_source.expectedMs.value(spec.id, -1);
    view.outputs = m_source.run.outputs(instance);
    addAttempts(view, instance);
    const AttemptFold *last = m_source.run.lastAttempt(instance);
    const Plan *preview =
        m_source.preview && (!last || last->isSuperseded) ? m_source.preview(key) : nullptr;
    if (preview) {
        addPlan(view, *preview);
        addManual(view, spec, *preview);
    }
    addEvidence(view, instance);
    addCarried(view, instance);
    addGate(view, spec, instance);
    addDoubt(view, instance);
    if (instance.tickedAt > 0)
        view.finishedAt = instance.tickedAt;
    if (instance.isSkipped)
        view.finishedAt = instance.skippedAt;
    addActions(view);
    return view;
}

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
    manual.instructions = plan.data.value(QStringLiteral("text")).display();
    manual.commands = plan.data.value(QStringLiteral("commands")).texts();
    manual.copyText = plan.data.value(QStringLiteral("copy")).display();
    manual.link = plan.data.value(QStringLiteral("link")).display();
    const KindSpec kind = m_source.catalogue.value(spec.uses);
    if (kind.doer == Doer::Machine)
        manual.asks = kind.outputs;
    if (spec.mode == Mode::Manual && manual.instructions.isEmpty())
        manual.instructions = view.summary;
    view.manual = manual;
}

EvidenceView ViewBuilder::evidenceView(const Evidence &evidence, const QString &stepId, int attempt,
                                       const QString &run) const
{
    EvidenceView view;
    view.evidence = evidence;
    const StepSpec *step = m_source.checklist.step(stepId);
    view.stepTitle = step ? step->title.in(m_language) : stepId;
    view.title = titleOf(evidence);
    if (evidence.type == QLatin1String("log"))
        view.logFile = m_source.places.attempt(run.isEmpty() ? m_source.run.id : run, attempt) +
                       u'/' + evidence.file;
    return view;
}

void ViewBuilder::addEvidence(StepView &view, const InstanceFold &instance) const
{
    const AttemptFold *attempt = m_source.run.latestAttempt(instance);
    if (!attempt || !attempt->outcome || attempt->isSuperseded)
        return;
    // What the attempt left replaces what its plan could only announce.
    if (!attempt->outcome->evidence.isEmpty())
        view.evidence.clear();
    for (const Evidence &evidence : attempt->outcome->evidence)
        view.evidence.append(evidenceView(evidence, view.id, attempt->number));
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
    view.summary = fillPattern(
        tr(QT_TRANSLATE_NOOP("Slipway::Message", "Taken over from the run %1.")), {carried.run});
    for (const Evidence &evidence : carried.evidence) {
        const EvidenceView shown = evidenceView(evidence, view.id, carried.attempt, carried.run);
        if (!shown.logFile.isEmpty())
            view.logFile = shown.logFile;
        view.evidence.append(shown);
    }
}

QList<EvidenceView> ViewBuilder::sealedEvidence(const QJsonArray &array) const
{
    QList<EvidenceView> views;
    for (const QJsonValue &value : array) {
        const QJsonObject one = value.toObject();
        const QString step = one[QLatin1String("step")].toString();
        EvidenceView view = evidenceView(
            Evidence::fromJson(one[QLatin1String("evidence")].toObject()), step,
            one[QLatin1String("attempt")].toInt(), one[QLatin1String("run")].toString());
        const QString instance = one[QLatin1String("instance")].toString();
        if (!instance.isEmpty())
            view.stepTitle += QStringLiteral(" · %1").arg(instance);
        views.append(view);
    }
    return views;
}

void ViewBuilder::addGate(StepView &view, const StepSpec &spec, const InstanceFold &instance) const
{
    if (!view.isGate)
        return;
    GateView gate;
    gate.checklistDigest = m_source.run.checklistDigest;
    gate.inputsDigest = m_source.run.inputsDigest;
    const auto quorum = spec.with.constFind(QStringLiteral("quorum"));
    if (quorum != spec.with.cend() && quorum->constant())
        gate.quorum = qMax(1, int(quorum->constant()->number()));
    if (instance.gate) {
        const GateFold &fold = *instance.gate;
        gate.from = fold.from;
        gate.quorum = fold.quorum;
        gate.approvals = fold.approvals();
        gate.openedAt = fold.openedAt;
        gate.deadline = fold.deadline;
        gate.packDigest = fold.pack;
        gate.eventNumber = fold.openedBy;
        gate.eventHash = fold.openedHash;
        gate.evidence = sealedEvidence(fold.evidence);
        for (const QJsonValue &item : fold.items)
            gate.items.append(
                {textIn(item.toObject()[QLatin1String("text")], m_language),
                 sealedEvidence(item.toObject()[QLatin1String("evidence")].toArray())});
        for (const GateDecision &decision : fold.decisions)
            gate.decisions.append({decision.author, decision.time, decision.isApproval,
                                   decision.comment, decision.counts});
        view.startedAt = fold.openedAt;
        view.finishedAt = fold.closedAt;
        if (fold.closedAs == QLatin1String("rejected"))
            view.errorText = tr(QT_TRANSLATE_NOOP("Slipway::Message", "It was rejected."));
        else if (fold.closedAs == QLatin1String("timed-out"))
            view.errorText = tr(QT_TRANSLATE_NOOP("Slipway::Message", "Nobody decided in time."));
    }
    view.gate = gate;
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

void ViewBuilder::addActions(StepView &view) const
{
    if (!m_source.run.continuedBy.isEmpty())
        return; // all that is asked for now is asked of the run that goes on with it
    switch (view.state) {
    case StepState::Waiting:
        if (view.isGate)
            view.actions = {StepAction::Approve, StepAction::Reject};
        else if (view.waitsForGo)
            view.actions = {StepAction::Confirm, StepAction::Skip};
        else
            view.actions = {StepAction::Tick, StepAction::Skip};
        break;
    case StepState::Running:
        view.actions = {StepAction::Cancel};
        break;
    case StepState::InDoubt:
        view.actions = {StepAction::Settle};
        break;
    case StepState::Failed:
    case StepState::Cancelled:
        view.actions = {StepAction::Retry, StepAction::Skip};
        break;
    case StepState::Pending:
        view.actions = {StepAction::Skip};
        break;
    default:
        break;
    }
}

QString ViewBuilder::what(const PersonNote &note) const
{
    static const QMap<QString, const char *> sentences{
        {QStringLiteral("step.confirmed"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 gave the go-ahead")},
        {QStringLiteral("step.ticked"), QT_TRANSLATE_NOOP("Slipway::Message", "%1 did it")},
        {QStringLiteral("step.skipped"), QT_TRANSLATE_NOOP("Slipway::Message", "%1 skipped it")},
        {QStringLiteral("step.retried"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 asked for another try")},
        {QStringLiteral("step.reset"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 went again from here")},
        {QStringLiteral("run.cancelled"), QT_TRANSLATE_NOOP("Slipway::Message", "%1 stopped it")},
        {QStringLiteral("run.noted"), QT_TRANSLATE_NOOP("Slipway::Message", "%1 noted")},
        {QStringLiteral("gate.decided.approve"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 approved")},
        {QStringLiteral("gate.decided.reject"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 rejected")},
        {QStringLiteral("attempt.settled.done"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 said that it had happened")},
        {QStringLiteral("attempt.settled.not-done"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 said that it had not happened")},
        {QStringLiteral("attempt.settled.failed"),
         QT_TRANSLATE_NOOP("Slipway::Message", "%1 settled it as failed")}};
    const char *pattern = sentences.value(note.kind);
    QString sentence = pattern ? fillPattern(tr(pattern), {note.author}) : note.author;
    if (!note.text.isEmpty())
        sentence += QStringLiteral(": ") + note.text;
    return sentence;
}

QList<NoteView> ViewBuilder::notes(const StepFold &fold) const
{
    QList<NoteView> views;
    for (const PersonNote &note : fold.notes)
        views.append({note.time, note.author, what(note)});
    return views;
}

} // namespace Slipway
