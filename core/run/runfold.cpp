// SPDX-License-Identifier: MIT
#include "core/run/runfold.h"

#include "core/base/canonicaljson.h"
#include "core/run/eventkinds.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

namespace {

constexpr int knownSchema = 1;
constexpr int highestAttempt = 1'000'000;

QString text(const QJsonObject &body, const char *key)
{
    return body[QLatin1String(key)].toString();
}

QList<Evidence> evidenceOf(const QJsonObject &body, int attempt)
{
    QList<Evidence> list;
    const QJsonArray array = body[QLatin1String("evidence")].toArray();
    for (const QJsonValue &value : array) {
        Evidence evidence = Evidence::fromJson(value.toObject());
        evidence.attempt = attempt;
        list.append(evidence);
    }
    return list;
}

Outcome outcomeOf(const QJsonObject &body, int attempt)
{
    Outcome outcome;
    outcome.end = outcomeNamed(text(body, "outcome")).value_or(Outcome::End::Failed);
    outcome.outputs = Value::fromJson(body[QLatin1String("outputs")]).map();
    outcome.evidence = evidenceOf(body, attempt);
    outcome.error = Error::fromJson(body[QLatin1String("error")].toObject());
    return outcome;
}

QList<Fact> factsOf(const QJsonObject &body)
{
    QList<Fact> facts;
    const QJsonArray array = body[QLatin1String("facts")].toArray();
    for (const QJsonValue &value : array)
        facts.append(factFromJson(value.toObject()));
    return facts;
}

/// Items count from 1; naming one twice does not stand for another.
bool isEveryItemTicked(const QList<int> &ticked, qsizetype items)
{
    for (int index = 1; index <= items; ++index) {
        if (!ticked.contains(index))
            return false;
    }
    return true;
}

bool isAttemptNumber(int number)
{
    return number >= 1 && number <= highestAttempt;
}

const QString applied; // no reason to ignore it

QString notNow(const char *why)
{
    return QLatin1String(why);
}

} // namespace

QString StepKey::text() const
{
    return instance.isEmpty() ? step : QStringLiteral("%1[%2]").arg(step, instance);
}

int GateFold::approvals() const
{
    QStringList authors;
    for (const GateDecision &decision : decisions) {
        if (decision.counts && decision.isApproval && !authors.contains(decision.author))
            authors.append(decision.author);
    }
    return int(authors.size());
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
        {EventKind::gateClosed, &RunFold::closed},
        {EventKind::stepTicked, &RunFold::ticked},
        {EventKind::stepConfirmed, &RunFold::confirmed},
        {EventKind::stepSkipped, &RunFold::skipped},
        {EventKind::stepRetried, &RunFold::retried},
        {EventKind::runCancelled, &RunFold::cancelled},
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
    createdAt = event.time;
    return applied;
}

QString RunFold::expanded(const Event &event, const Body &body)
{
    StepFold &step = steps[text(body, "step")];
    if (step.isExpanded)
        return notNow("the step was expanded already");
    step.isExpanded = true;
    step.expandedAt = event.time;
    if (body.contains(QLatin1String("skipped"))) {
        step.skippedBecause = Message::fromJson(body[QLatin1String("skipped")].toObject());
        return applied;
    }
    step.isForeach = body.contains(QLatin1String("instances"));
    if (!step.isForeach) {
        step.instances = {InstanceFold{}};
        return applied;
    }
    const QJsonArray instances = body[QLatin1String("instances")].toArray();
    for (const QJsonValue &value : instances) {
        InstanceFold instance;
        instance.name = text(value.toObject(), "name");
        instance.item = Value::fromJson(value.toObject()[QLatin1String("item")]);
        step.instances.append(instance);
    }
    return applied;
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

QString RunFold::intended(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    const int number = body[QLatin1String("attempt")].toInt();
    if (!target)
        return notNow("the step was not expanded");
    if (!isAttemptNumber(number))
        return notNow("that is no number of an attempt");
    if (attempts.contains(number))
        return notNow("an attempt of that number exists already");
    AttemptFold attempt;
    attempt.number = number;
    attempt.key = {text(body, "step"), text(body, "instance")};
    attempt.purpose = text(body, "purpose");
    attempt.effectKey = text(body, "effectKey");
    attempt.intent = body;
    attempt.startedAt = event.time;
    attempts.insert(number, attempt);
    target->attempts.append(number);
    return applied;
}

QString RunFold::ended(const Event &event, const Body &body)
{
    const int number = body[QLatin1String("attempt")].toInt();
    auto attempt = attempts.find(number);
    if (attempt == attempts.end()) {
        // Its plan failed: there never was an intent, and nothing was done.
        InstanceFold *target = find(body);
        if (!target || text(body, "how") != QLatin1String("plan") || !isAttemptNumber(number))
            return notNow("there is no such attempt");
        AttemptFold failed;
        failed.number = number;
        failed.key = {text(body, "step"), text(body, "instance")};
        failed.purpose = QStringLiteral("run");
        failed.startedAt = event.time;
        attempt = attempts.insert(number, failed);
        target->attempts.append(number);
    }
    if (!attempt->isOpen())
        return notNow("the attempt had ended already");
    attempt->endedAt = event.time;
    attempt->outcome = outcomeOf(body, number);
    attempt->how = text(body, "how");
    attempt->doubt.reset();
    cancelledSteps.removeAll(attempt->key);
    return applied;
}

QString RunFold::doubted(const Event &event, const Body &body)
{
    const auto attempt = attempts.find(body[QLatin1String("attempt")].toInt());
    if (attempt == attempts.end() || !attempt->isOpen())
        return notNow("the attempt is not open");
    attempt->doubt = Doubt{text(body, "verdict"),
                           Message::fromJson(body[QLatin1String("explanation")].toObject()),
                           factsOf(body), event.time};
    return applied;
}

QString RunFold::settled(const Event &event, const Body &body)
{
    const auto attempt = attempts.find(body[QLatin1String("attempt")].toInt());
    if (attempt == attempts.end() || !attempt->isOpen() || !attempt->doubt)
        return notNow("the attempt is not in doubt");
    const QString verdict = text(body, "verdict");
    Outcome outcome;
    if (verdict == QLatin1String("done"))
        outcome = Outcome::succeeded(Value::fromJson(body[QLatin1String("outputs")]).map());
    else if (verdict == QLatin1String("not-done"))
        outcome = Outcome::notDone();
    else if (verdict == QLatin1String("failed"))
        outcome = Outcome::failed(
            Error(QStringLiteral("attempt.settled-failed"),
                  QT_TRANSLATE_NOOP("Slipway::Error", "%1 settled it as failed: %2"),
                  {event.author, text(body, "note")}));
    else
        return notNow("the answer is none of done, not-done and failed");
    attempt->endedAt = event.time;
    attempt->outcome = outcome;
    attempt->how = QStringLiteral("settled");
    attempt->doubt.reset();
    cancelledSteps.removeAll(attempt->key);
    return applied;
}

QString RunFold::opened(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target)
        return notNow("the step was not expanded");
    QList<GateDecision> earlier;
    if (target->gate) {
        earlier = target->gate->decisions;
        for (GateDecision &decision : earlier)
            decision.counts = false;
    }
    GateFold gate;
    gate.openedBy = event.number;
    gate.openedHash = event.hash;
    gate.openedAt = event.time;
    gate.deadline = body[QLatin1String("deadline")].toInteger();
    gate.quorum = qMax(1, body[QLatin1String("quorum")].toInt());
    gate.from = text(body, "from");
    gate.pack = text(body, "pack");
    gate.items = body[QLatin1String("items")].toArray();
    gate.evidence = body[QLatin1String("evidence")].toArray();
    gate.decisions = earlier;
    target->gate = gate;
    return applied;
}

QString RunFold::decided(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || !target->gate || !target->gate->isOpen())
        return notNow("the gate is not open");
    GateFold &gate = *target->gate;
    if (body[QLatin1String("opened")].toInteger() != gate.openedBy ||
        text(body, "shown") != gate.pack)
        return notNow("the gate was opened again after what was decided on");
    if (gate.deadline > 0 && event.time > gate.deadline)
        return notNow("the decision came after the deadline");
    const QString answer = text(body, "decision");
    if (answer != QLatin1String("approve") && answer != QLatin1String("reject"))
        return notNow("the answer is none of approve and reject");
    GateDecision decision;
    decision.author = event.author;
    decision.time = event.time;
    decision.isApproval = answer == QLatin1String("approve");
    decision.comment = text(body, "comment");
    const QJsonArray ticked = body[QLatin1String("ticked")].toArray();
    for (const QJsonValue &index : ticked)
        decision.ticked.append(index.toInt());
    if (decision.isApproval && !isEveryItemTicked(decision.ticked, gate.items.size()))
        return notNow("not every item was ticked");
    if (!decision.isApproval && decision.comment.trimmed().isEmpty())
        return notNow("a rejection needs a comment");
    for (GateDecision &other : gate.decisions) {
        if (other.author == decision.author)
            other.counts = false;
    }
    gate.decisions.append(decision);
    return applied;
}

QString RunFold::closed(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || !target->gate || !target->gate->isOpen())
        return notNow("the gate is not open");
    target->gate->closedAs = text(body, "outcome");
    target->gate->closedAt = event.time;
    return applied;
}

QString RunFold::ticked(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || target->gate || !target->attempts.isEmpty())
        return notNow("the step is not waiting to be ticked");
    if (target->tickedAt != 0 || target->isSkipped)
        return notNow("the step is done already");
    target->tickedAt = event.time;
    target->tickedOutputs = Value::fromJson(body[QLatin1String("outputs")]).map();
    return applied;
}

QString RunFold::confirmed(const Event &, const Body &body)
{
    InstanceFold *target = find(body);
    if (!target || target->isConfirmed)
        return notNow("the step is not waiting for a go-ahead");
    target->isConfirmed = true;
    return applied;
}

QString RunFold::skipped(const Event &event, const Body &body)
{
    StepFold &step = steps[text(body, "step")];
    if (!step.isExpanded) {
        step.isExpanded = true;
        step.expandedAt = event.time;
        step.skippedBecause = Message(QT_TRANSLATE_NOOP("Slipway::Message", "%1 skipped it: %2"),
                                      {event.author, text(body, "reason")});
        return applied;
    }
    InstanceFold *target = find(body);
    if (!target)
        return notNow("there is no such step");
    const StepState now = state(*target);
    if (now == StepState::Running || now == StepState::InDoubt || now == StepState::Succeeded ||
        now == StepState::Skipped)
        return notNow("the step is running, in doubt or done");
    target->isSkipped = true;
    target->skippedAt = event.time;
    target->skipReason = text(body, "reason");
    if (target->gate && target->gate->isOpen())
        target->gate->closedAs = QStringLiteral("skipped");
    return applied;
}

QString RunFold::retried(const Event &event, const Body &body)
{
    const bool wasCancelled = isCancelled;
    isCancelled = false;
    InstanceFold *target = find(body);
    if (!target)
        return wasCancelled ? applied : notNow("there is no such step");
    const StepState now = state(*target);
    if (now != StepState::Failed && now != StepState::Cancelled)
        return wasCancelled ? applied : notNow("the step did not fail");
    if (!target->attempts.isEmpty())
        attempts[target->attempts.last()].isSuperseded = true;
    if (target->gate && !target->gate->isOpen())
        target->gate->openedBy = 0;
    Q_UNUSED(event)
    return applied;
}

QString RunFold::cancelled(const Event &, const Body &body)
{
    if (!body.contains(QLatin1String("step"))) {
        isCancelled = true;
        return applied;
    }
    InstanceFold *target = find(body);
    if (!target || state(*target) != StepState::Running)
        return notNow("the step is not running");
    cancelledSteps.append({text(body, "step"), text(body, "instance")});
    return applied;
}

void RunFold::note(const Event &event, const Body &body)
{
    static const QStringList people{EventKind::stepConfirmed,  EventKind::stepTicked,
                                    EventKind::stepSkipped,    EventKind::stepRetried,
                                    EventKind::attemptSettled, EventKind::gateDecided,
                                    EventKind::runCancelled,   EventKind::runNoted};
    if (!people.contains(event.kind))
        return;
    QString step = text(body, "step");
    if (step.isEmpty())
        step = attempts.value(body[QLatin1String("attempt")].toInt()).key.step;
    if (step.isEmpty())
        return;
    QString said;
    for (const char *key : {"note", "reason", "comment"}) {
        if (said.isEmpty())
            said = text(body, key);
    }
    QString kind = event.kind;
    if (kind == EventKind::gateDecided)
        kind += u'.' + text(body, "decision");
    if (kind == EventKind::attemptSettled)
        kind += u'.' + text(body, "verdict");
    // A step that is not expanded yet has no place for a note that does not concern its state.
    if (const auto target = steps.find(step); target != steps.end())
        target->notes.append({event.time, event.author, kind, said});
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

StepState RunFold::state(const InstanceFold &instance) const
{
    if (instance.isSkipped)
        return StepState::Skipped;
    if (instance.tickedAt != 0)
        return StepState::Succeeded;
    if (instance.gate && instance.gate->openedBy > 0) {
        if (instance.gate->isOpen())
            return StepState::Waiting;
        return instance.gate->closedAs == QLatin1String("approved") ? StepState::Succeeded
                                                                    : StepState::Failed;
    }
    const AttemptFold *attempt = lastAttempt(instance);
    if (!attempt || attempt->isSuperseded)
        return StepState::Pending;
    if (attempt->isOpen())
        return attempt->doubt ? StepState::InDoubt : StepState::Running;
    switch (attempt->outcome->end) {
    case Outcome::End::Succeeded:
        return StepState::Succeeded;
    case Outcome::End::Failed:
        return StepState::Failed;
    case Outcome::End::Cancelled:
        return StepState::Cancelled;
    case Outcome::End::NotDone:
        break;
    }
    return StepState::Pending;
}

Value::Map RunFold::outputs(const InstanceFold &instance) const
{
    if (instance.tickedAt != 0)
        return instance.tickedOutputs;
    const AttemptFold *attempt = lastAttempt(instance);
    return attempt && attempt->outcome ? attempt->outcome->outputs : Value::Map();
}

QList<Evidence> RunFold::evidence(const InstanceFold &instance) const
{
    const AttemptFold *attempt = lastAttempt(instance);
    return attempt && attempt->outcome ? attempt->outcome->evidence : QList<Evidence>();
}

bool RunFold::hasOpenAttempts() const
{
    return std::any_of(attempts.cbegin(), attempts.cend(),
                       [](const AttemptFold &attempt) { return attempt.isOpen(); });
}

} // namespace Slipway
