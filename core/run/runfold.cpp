// SPDX-License-Identifier: MIT
#include "core/run/runfold.h"

#include "core/base/canonicaljson.h"
#include "core/run/eventkinds.h"
#include "core/run/foldbody.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

using namespace FoldBody;

namespace {

constexpr int knownSchema = 1;

/// Of an attempt that no person put aside.
StepState stateOf(const AttemptFold &attempt)
{
    if (attempt.isOpen())
        return attempt.doubt ? StepState::InDoubt : StepState::Running;
    if (attempt.undoneBy != 0)
        return StepState::Undone;
    switch (attempt.outcome->end) {
    case Outcome::End::Succeeded:
        return StepState::Succeeded;
    case Outcome::End::Failed:
        return attempt.retryAt > 0 ? StepState::Pending : StepState::Failed;
    case Outcome::End::Cancelled:
        return StepState::Cancelled;
    case Outcome::End::Asking:
        return StepState::Waiting;
    case Outcome::End::NotDone:
        break;
    }
    return StepState::Pending;
}

/// What it gave still counts.
bool stands(const AttemptFold &attempt)
{
    return attempt.outcome && !attempt.isSuperseded && attempt.undoneBy == 0;
}

} // namespace

QString StepKey::text() const
{
    return instance.isEmpty() ? step : QStringLiteral("%1[%2]").arg(step, instance);
}

void RunFold::apply(const Event &event)
{
    if (event.number <= lastNumber)
        return;
    lastNumber = event.number;
    lastHash = event.hash;
    changedAt = event.time;
    id = event.run;
    const QString reason = applyBody(event, event.json());
    if (!reason.isEmpty())
        ignored.append({event.number, reason});
}

QString RunFold::applyBody(const Event &event, const Body &body)
{
    using Handler = QString (RunFold::*)(const Event &, const Body &);
    static const QHash<QString, Handler> handlers{
        {EventKind::runCreated, &RunFold::created},
        {EventKind::stepExpanded, &RunFold::expanded},
        {EventKind::attemptIntended, &RunFold::intended},
        {EventKind::attemptEnded, &RunFold::ended},
        {EventKind::attemptDoubted, &RunFold::doubted},
        {EventKind::attemptSettled, &RunFold::settled},
        {EventKind::gateOpened, &RunFold::opened},
        {EventKind::gateDecided, &RunFold::decided},
        {EventKind::gateWithdrawn, &RunFold::withdrawn},
        {EventKind::gateRefused, &RunFold::refused},
        {EventKind::gateClosed, &RunFold::closed},
        {EventKind::stepTicked, &RunFold::ticked},
        {EventKind::stepConfirmed, &RunFold::confirmed},
        {EventKind::stepAnswered, &RunFold::answered},
        {EventKind::stepSkipped, &RunFold::skipped},
        {EventKind::stepRetried, &RunFold::retried},
        {EventKind::stepReset, &RunFold::reset},
        {EventKind::runCancelled, &RunFold::cancelled},
        {EventKind::undoAsked, &RunFold::undoAsked},
    };
    if (event.kind == EventKind::leaseTaken || event.kind == EventKind::leaseReleased) {
        isLeased = event.kind == EventKind::leaseTaken;
        epoch = qMax(epoch, event.epoch);
        return applied;
    }
    if (event.kind == EventKind::runNoted) {
        note(event, body);
        return applied;
    }
    const Handler handler = handlers.value(event.kind);
    if (handler && !continuedBy.isEmpty())
        return QStringLiteral("the run %1 goes on with it").arg(continuedBy);
    if (!handler) {
        isReadOnly = true;
        return notNow("unknown kind of event");
    }
    const QString reason = (this->*handler)(event, body);
    if (reason.isEmpty())
        note(event, body);
    return reason;
}

QString RunFold::created(const Event &event, const Body &body)
{
    if (createdAt != 0)
        return notNow("the run was created already");
    if (body[QLatin1String("schema")].toInt() > knownSchema)
        isReadOnly = true;
    checklistName = text(body, "name");
    checklistFile = text(body, "file");
    bundle = text(body, "bundle");
    checklistDigest = text(body, "checklist");
    inputs = Value::fromJson(body[QLatin1String("inputs")]).map();
    inputsDigest = sha256Hex(canonicalJson(body[QLatin1String("inputs")]).valueOr({}));
    author = event.author;
    host = text(body, "host");
    policy = text(body, "policy");
    guarded = texts(body, "gates");
    createdAt = event.time;
    carry(event, body);
    return applied;
}

QString RunFold::expanded(const Event &event, const Body &body)
{
    StepFold &step = steps[text(body, "step")];
    if (step.isExpanded)
        return notNow("the step was expanded already");
    step.isExpanded = true;
    step.expandedAt = event.time;
    step.expandedBy = event.number;
    if (body.contains(QLatin1String("skipped"))) {
        step.skippedBecause = Message::fromJson(body[QLatin1String("skipped")].toObject());
        return applied;
    }
    step.isUnevaluated = body[QLatin1String("unevaluated")].toBool();
    step.isForeach = body.contains(QLatin1String("instances"));
    if (!step.isForeach) {
        InstanceFold instance;
        gatherAttempts(instance, {text(body, "step"), {}});
        step.instances = {instance};
        return applied;
    }
    const QJsonArray instances = body[QLatin1String("instances")].toArray();
    for (const QJsonValue &value : instances) {
        InstanceFold instance;
        instance.name = text(value.toObject(), "name");
        const auto isSame = [&](const InstanceFold &other) { return other.name == instance.name; };
        if (std::any_of(step.instances.cbegin(), step.instances.cend(), isSame))
            continue; // a name stands for one
        instance.item = Value::fromJson(value.toObject()[QLatin1String("item")]);
        gatherAttempts(instance, {text(body, "step"), instance.name});
        step.instances.append(instance);
    }
    return applied;
}

/// Those from before a reset belong to the instance of the same name.
void RunFold::gatherAttempts(InstanceFold &instance, const StepKey &key) const
{
    const History history = m_history.value(key);
    instance.attempts = history.runs;
    instance.undos = history.undos;
}

InstanceFold *RunFold::find(const Body &body)
{
    const auto step = steps.find(text(body, "step"));
    if (step == steps.end())
        return nullptr;
    const QString name = text(body, "instance");
    for (InstanceFold &instance : step->instances) {
        if (instance.name == name)
            return &instance;
    }
    return nullptr;
}

int RunFold::nextAttempt() const
{
    return attempts.isEmpty() ? 1 : attempts.lastKey() + 1;
}

const InstanceFold *RunFold::instance(const StepKey &key) const
{
    const auto step = steps.constFind(key.step);
    if (step == steps.cend())
        return nullptr;
    const auto it = std::find_if(step->instances.cbegin(), step->instances.cend(),
                                 [&](const InstanceFold &i) { return i.name == key.instance; });
    return it == step->instances.cend() ? nullptr : &*it;
}

const AttemptFold *RunFold::lastAttempt(const InstanceFold &instance) const
{
    if (instance.attempts.isEmpty())
        return nullptr;
    return &*attempts.constFind(instance.attempts.last());
}

const AttemptFold *RunFold::latestAttempt(const InstanceFold &instance) const
{
    if (instance.undos.isEmpty())
        return lastAttempt(instance);
    if (instance.attempts.isEmpty() || instance.undos.last() > instance.attempts.last())
        return &*attempts.constFind(instance.undos.last());
    return lastAttempt(instance);
}

StepState RunFold::state(const InstanceFold &instance) const
{
    if (const auto undoing = stateOfUndo(instance))
        return *undoing;
    if (instance.isSkipped)
        return StepState::Skipped;
    if (instance.isUndone)
        return StepState::Undone;
    if (instance.tickedAt != 0)
        return StepState::Succeeded;
    if (instance.gate && instance.gate->openedBy > 0) {
        if (instance.gate->isOpen())
            return StepState::Waiting;
        return instance.gate->closedAs == QLatin1String("approved") ? StepState::Succeeded
                                                                    : StepState::Failed;
    }
    if (instance.carried)
        return StepState::Succeeded;
    const AttemptFold *attempt = lastAttempt(instance);
    return attempt && !attempt->isSuperseded ? stateOf(*attempt) : StepState::Pending;
}

Error RunFold::warning(const InstanceFold &instance) const
{
    if (instance.carried)
        return instance.carried->warning;
    const AttemptFold *attempt = lastAttempt(instance);
    const bool isDone =
        attempt && stands(*attempt) && attempt->outcome->end == Outcome::End::Succeeded;
    return isDone ? attempt->outcome->error : Error();
}

const AttemptFold *RunFold::asking(const InstanceFold &instance) const
{
    const AttemptFold *attempt = lastAttempt(instance);
    const bool isAsking = attempt && attempt->outcome && !attempt->isSuperseded &&
                          attempt->outcome->end == Outcome::End::Asking;
    return isAsking && state(instance) == StepState::Waiting ? attempt : nullptr;
}

Value::Map RunFold::outputs(const InstanceFold &instance) const
{
    if (instance.tickedAt != 0)
        return instance.tickedOutputs;
    if (instance.carried)
        return instance.carried->outputs;
    const AttemptFold *attempt = lastAttempt(instance);
    return attempt && stands(*attempt) ? attempt->outcome->outputs : Value::Map();
}

QList<Evidence> RunFold::evidence(const InstanceFold &instance) const
{
    if (instance.carried)
        return instance.carried->evidence;
    const AttemptFold *attempt = lastAttempt(instance);
    return attempt && stands(*attempt) ? attempt->outcome->evidence : QList<Evidence>();
}

qint64 RunFold::retryAt(const InstanceFold &instance) const
{
    const AttemptFold *attempt = lastAttempt(instance);
    const bool counts = attempt && !attempt->isSuperseded && attempt->undoneBy == 0;
    return counts && state(instance) == StepState::Pending ? attempt->retryAt : 0;
}

bool RunFold::hasOpenAttempts() const
{
    return std::any_of(attempts.cbegin(), attempts.cend(),
                       [](const AttemptFold &attempt) { return attempt.isOpen(); });
}

} // namespace Slipway
