// SPDX-License-Identifier: MIT
#include "core/run/people.h"

#include "core/base/canonicaljson.h"
#include "core/checklist/lint.h"
#include "core/policy/policy.h"
#include "core/run/eventkinds.h"
#include "core/run/handdone.h"
#include "core/run/planner.h"
#include "core/run/runlock.h"
#include "core/run/runstarter.h"
#include "core/run/runsummary.h"

#include <map>

namespace Slipway {

namespace {

Error mustEndFirst(const StepKey &key, const AttemptFold &open)
{
    return {open.doubt ? QStringLiteral("reset.in-doubt") : QStringLiteral("reset.running"),
            open.doubt ? QT_TRANSLATE_NOOP("Slipway::Error",
                                           "Going again from %1 has to wait: %2 is in doubt. "
                                           "Settle it first.")
                       : QT_TRANSLATE_NOOP("Slipway::Error",
                                           "Going again from %1 has to wait: %2 is running. "
                                           "Cancel it first, or wait until it ends."),
            {key.text(), open.key.text()}};
}

Error mustEndBeforeUndo(const AttemptFold &open)
{
    return {open.doubt ? QStringLiteral("undo.in-doubt") : QStringLiteral("undo.running"),
            open.doubt
                ? QT_TRANSLATE_NOOP("Slipway::Error",
                                    "Undoing has to wait: %1 is in doubt. Settle it first.")
                : QT_TRANSLATE_NOOP("Slipway::Error",
                                    "Undoing has to wait: %1 is running. Cancel it first, or wait "
                                    "until it ends."),
            {open.key.text()}};
}

Error cannotAllBeUndone(const QList<UndoItem> &impossible)
{
    QStringList names;
    for (const UndoItem &item : impossible) {
        if (!names.contains(item.key.text()))
            names.append(item.key.text());
    }
    return {QStringLiteral("undo.impossible"),
            QT_TRANSLATE_NOOP("Slipway::Error",
                              "These cannot be undone: %1. Say that they may stay in place to "
                              "undo the others."),
            {names.join(QLatin1String(", "))}};
}

QStringList instanceNames(const StepFold &step, const QString &id)
{
    QStringList names;
    for (const InstanceFold &instance : step.instances)
        names.append(StepKey{id, instance.name}.text());
    return names;
}

} // namespace

Error People::doesNotApply(const QString &what, const QString &why)
{
    return {QStringLiteral("people.does-not-apply"),
            QT_TRANSLATE_NOOP("Slipway::Error", "%1 cannot be done now: %2."),
            {what, why}};
}

People::People(RunServices services) : m_services(std::move(services)) {}

Result<People::Loaded> People::load(const QString &run)
{
    auto fold = loadRun(*m_services.store, run);
    if (!fold)
        return fold.error();
    auto checklist = pinnedChecklist(*fold, m_services.objects());
    if (!checklist)
        return checklist.error();
    return Loaded{std::move(*fold), std::move(*checklist)};
}

/// The fold itself judges: what it would ignore is refused before it is written.
Result<void> People::checkApplies(const RunFold &run, QLatin1String kind,
                                  const QJsonObject &body) const
{
    const auto text = canonicalJson(body);
    if (!text)
        return text.error();
    RunFold trial = run;
    Event event;
    event.run = run.id;
    event.number = run.lastNumber + 1;
    event.time = m_services.clock->now();
    event.author = m_services.author;
    event.kind = kind;
    event.body = *text;
    trial.apply(event);
    if (trial.ignored.size() > run.ignored.size())
        return doesNotApply(kind, trial.ignored.last().reason);
    return {};
}

Result<void> People::appendIfItApplies(const RunFold &run, QLatin1String kind,
                                       const QJsonObject &body)
{
    if (auto applies = checkApplies(run, kind, body); !applies)
        return applies;
    auto appended = m_services.store->append(run.id, kind, canonicalJson(body).valueOr({}), 0);
    if (!appended)
        return appended.error();
    RunFold after = run;
    after.apply(*appended);
    saveSummary(after);
    return {};
}

/// So that home is right also where no driver is at work. A cache: its failure is no error.
void People::saveSummary(const RunFold &run)
{
    const auto checklist = pinnedChecklist(run, m_services.objects());
    if (!checklist)
        return;
    const Catalogue catalogue = m_services.kinds->catalogue();
    const NextSteps next = nextSteps(run, *checklist, catalogue);
    const bool isDriven = RunLock::isHeld(m_services.places.run(run.id));
    const QByteArray summary =
        runSummary(run, *checklist, catalogue, next, runState(run, *checklist, next, isDriven));
    [[maybe_unused]] const auto saved = m_services.store->setSummary(run.id, summary);
}

Result<void> People::confirm(const QString &run, const StepKey &key)
{
    auto loaded = load(run);
    if (!loaded)
        return loaded.error();
    const NextSteps next = nextSteps(loaded->run, loaded->checklist, m_services.kinds->catalogue());
    if (!next.awaitConfirm.contains(key))
        return doesNotApply(key.text(), QStringLiteral("it does not wait for a go-ahead"));
    return appendIfItApplies(loaded->run, EventKind::stepConfirmed, EventBody::stepEvent(key));
}

Result<void> People::tick(const QString &run, const StepKey &key, const QString &note,
                          const Value::Map &outputs)
{
    const auto answer = askBeforeTick(run, key, outputs);
    if (!answer)
        return answer.error();
    const auto given = (*answer)({});
    if (!given)
        return given.error();
    return recordTick(run, key, note, *given);
}

Result<People::Loaded> People::waitingForTick(const QString &run, const StepKey &key)
{
    auto loaded = load(run);
    if (!loaded)
        return loaded;
    const NextSteps next = nextSteps(loaded->run, loaded->checklist, m_services.kinds->catalogue());
    if (!next.awaitTick.contains(key))
        return doesNotApply(key.text(), QStringLiteral("it does not wait to be ticked"));
    return loaded;
}

Result<People::Answer> People::askBeforeTick(const QString &run, const StepKey &key,
                                             const Value::Map &outputs)
{
    auto loaded = waitingForTick(run, key);
    if (!loaded)
        return loaded.error();
    RunServices services = m_services;
    services.store = nullptr; // it belongs to this thread
    return Answer([loaded = *loaded, key, outputs, services](std::stop_token stop) {
        return outputsDoneByHand(loaded.run, loaded.checklist, key, outputs, services,
                                 std::move(stop));
    });
}

Result<void> People::recordTick(const QString &run, const StepKey &key, const QString &note,
                                const Value::Map &answered)
{
    const auto loaded = waitingForTick(run, key);
    if (!loaded)
        return loaded.error();
    return appendIfItApplies(loaded->run, EventKind::stepTicked,
                             EventBody::stepTicked(key, note, answered));
}

Result<void> People::retry(const QString &run, const StepKey &key)
{
    auto fold = loadRun(*m_services.store, run);
    if (!fold)
        return fold.error();
    return appendIfItApplies(*fold, EventKind::stepRetried, EventBody::stepEvent(key));
}

Result<void> People::answer(const QString &run, const StepKey &key, const QString &about,
                            const Value::Map &said, const std::optional<QByteArray> &bytes)
{
    auto fold = loadRun(*m_services.store, run);
    if (!fold)
        return fold.error();
    const InstanceFold *instance = fold->instance(key);
    const AttemptFold *attempt = instance ? fold->asking(*instance) : nullptr;
    if (!attempt)
        return doesNotApply(key.text(), QStringLiteral("it asks for nothing"));
    Value::Map kept = said;
    if (bytes) {
        const auto digest = m_services.objects().put(*bytes);
        if (!digest)
            return digest.error();
        kept[QStringLiteral("digest")] = Value(*digest);
    }
    return appendIfItApplies(*fold, EventKind::stepAnswered,
                             EventBody::stepAnswered(key, attempt->number, about, kept));
}

Result<void> People::skip(const QString &run, const StepKey &key, const QString &reason)
{
    auto loaded = load(run);
    if (!loaded)
        return loaded.error();
    if (reason.trimmed().isEmpty())
        return doesNotApply(key.text(), QStringLiteral("skipping needs a reason"));
    const StepSpec *step = loaded->checklist.step(key.step);
    if (step && m_services.kinds->catalogue().value(step->uses).doer == Doer::Quorum) {
        const auto policy = Policy::load(m_services.places.config());
        if (!policy || *policy)
            return doesNotApply(
                key.text(), QStringLiteral("the policy guards this gate, so nobody can skip it"));
    }
    return appendIfItApplies(loaded->run, EventKind::stepSkipped,
                             EventBody::stepSkipped(key, reason));
}

Result<void> People::reset(const QString &run, const StepKey &key, const QString &note)
{
    auto loaded = load(run);
    if (!loaded)
        return loaded.error();
    if (loaded->run.isUndoing())
        return Error(QStringLiteral("reset.undoing"),
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "An undo is under way. Cancel the run to give it up, then "
                                       "go again from %1."),
                     {key.text()});
    QStringList steps = loaded->checklist.dependents(key.step);
    if (key.instance.isEmpty())
        steps.prepend(key.step);
    for (const AttemptFold &attempt : loaded->run.attempts) {
        if (attempt.isOpen() && (attempt.key == key || steps.contains(attempt.key.step)))
            return mustEndFirst(key, attempt);
    }
    return appendIfItApplies(loaded->run, EventKind::stepReset,
                             EventBody::stepReset(key, steps, note));
}

Result<UndoPreview> People::previewUndo(const QString &run, const QString &to,
                                        const QString &language)
{
    auto loaded = load(run);
    if (!loaded)
        return loaded.error();
    if (!to.isEmpty()) {
        if (const auto step = named(*loaded, to); !step)
            return step.error();
    }
    std::map<QString, Result<RunFold>> known;
    const auto earlier = [this, &known](const QString &id) -> const RunFold * {
        auto old = known.find(id);
        if (old == known.end())
            old = known.emplace(id, loadRun(*m_services.store, id)).first;
        return old->second ? &*old->second : nullptr;
    };
    return undoPreview(loaded->run, loaded->checklist, to, language, earlier);
}

Result<void> People::undo(const QString &run, const QString &to, bool leaveImpossible,
                          const QString &note)
{
    auto loaded = load(run);
    if (!loaded)
        return loaded.error();
    for (const AttemptFold &attempt : loaded->run.attempts) {
        if (attempt.isOpen())
            return mustEndBeforeUndo(attempt);
    }
    const auto preview = previewUndo(run, to, QStringLiteral("en"));
    if (!preview)
        return preview.error();
    if (preview->attempts().isEmpty())
        return Error(QStringLiteral("undo.nothing"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "There is nothing that can be undone."));
    const QList<UndoItem> impossible = preview->impossible();
    if (!impossible.isEmpty() && !leaveImpossible)
        return cannotAllBeUndone(impossible);
    EventBody::NewUndo request{to, preview->attempts(), preview->steps, {}, note};
    for (const UndoItem &item : impossible)
        request.left.append(item.attempt);
    request.left.removeAll(0);
    return appendIfItApplies(loaded->run, EventKind::undoAsked, EventBody::undoAsked(request));
}

Result<void> People::settle(const QString &run, const StepKey &key, const QString &verdict,
                            const QString &note)
{
    auto fold = loadRun(*m_services.store, run);
    if (!fold)
        return fold.error();
    const InstanceFold *instance = fold->instance(key);
    const AttemptFold *attempt = instance ? fold->latestAttempt(*instance) : nullptr;
    if (!attempt)
        return doesNotApply(key.text(), QStringLiteral("it was never tried"));
    return appendIfItApplies(*fold, EventKind::attemptSettled,
                             EventBody::attemptSettled(attempt->number, verdict, note));
}

Result<void> People::addNote(const QString &run, const StepKey &key, const QString &text)
{
    auto fold = loadRun(*m_services.store, run);
    if (!fold)
        return fold.error();
    return appendIfItApplies(*fold, EventKind::runNoted, EventBody::runNoted(key, text));
}

Result<void> People::cancel(const QString &run)
{
    auto loaded = load(run);
    if (!loaded)
        return loaded.error();
    // The fold cannot know: it does not see the checklist, and so not which steps there are.
    if (runState(loaded->run, loaded->checklist, {}, false) == RunState::Succeeded)
        return doesNotApply(EventKind::runCancelled, QStringLiteral("the run is over"));
    return appendIfItApplies(loaded->run, EventKind::runCancelled, {});
}

Result<void> People::cancelStep(const QString &run, const StepKey &key)
{
    auto fold = loadRun(*m_services.store, run);
    if (!fold)
        return fold.error();
    return appendIfItApplies(*fold, EventKind::runCancelled, EventBody::stepEvent(key));
}

Result<StepKey> People::named(const Loaded &loaded, const QString &text) const
{
    const qsizetype bracket = text.indexOf(u'[');
    const QString id = text.left(bracket < 0 ? text.size() : bracket);
    const bool hasInstance = bracket > 0 && text.endsWith(u']');
    const QString name = hasInstance ? text.mid(bracket + 1, text.size() - bracket - 2) : QString();
    if (!loaded.checklist.step(id)) {
        QStringList known;
        for (const StepSpec &step : loaded.checklist.steps)
            known.append(step.id);
        const QString near = nearest(id, known);
        return Error(
            QStringLiteral("step.unknown"),
            near.isEmpty()
                ? QT_TRANSLATE_NOOP("Slipway::Error", "This run has no step %1.")
                : QT_TRANSLATE_NOOP("Slipway::Error", "This run has no step %1. Did you mean %2?"),
            {id, near});
    }
    if (hasInstance && !loaded.run.instance({id, name}))
        return Error(
            QStringLiteral("step.unknown-instance"),
            QT_TRANSLATE_NOOP("Slipway::Error", "There is no %1. There are: %2."),
            {text, instanceNames(loaded.run.steps.value(id), id).join(QLatin1String(", "))});
    return StepKey{id, name};
}

Result<StepKey> People::stepNamed(const QString &run, const QString &text)
{
    auto loaded = load(run);
    if (!loaded)
        return loaded.error();
    auto key = named(*loaded, text);
    if (!key || !key->instance.isEmpty())
        return key;
    const StepFold step = loaded->run.steps.value(key->step);
    if (step.isForeach && step.instances.size() > 1)
        return Error(QStringLiteral("step.ambiguous"),
                     QT_TRANSLATE_NOOP("Slipway::Error", "%1 names several: %2."),
                     {text, instanceNames(step, key->step).join(QLatin1String(", "))});
    if (step.isForeach && step.instances.size() == 1)
        key->instance = step.instances.first().name;
    return key;
}

Result<StepKey> People::stepOrInstanceNamed(const QString &run, const QString &text)
{
    auto loaded = load(run);
    if (!loaded)
        return loaded.error();
    return named(*loaded, text);
}

} // namespace Slipway
