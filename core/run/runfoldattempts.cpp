// SPDX-License-Identifier: MIT
// How attempts begin, end, come into doubt and are settled.
#include "core/checklist/checklist.h"
#include "core/run/foldbody.h"
#include "core/run/runfold.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

using namespace FoldBody;

namespace {

constexpr int highestAttempt = 1'000'000;

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

/// What both its intent and its end tell of it.
AttemptFold attemptOf(const Event &event, const QJsonObject &body)
{
    AttemptFold attempt;
    attempt.number = body[QLatin1String("attempt")].toInt();
    attempt.key = {text(body, "step"), text(body, "instance")};
    attempt.undoes = body[QLatin1String("undoes")].toInt();
    attempt.purpose = attempt.undoes != 0 ? QStringLiteral("undo") : QStringLiteral("run");
    attempt.startedAt = event.time;
    return attempt;
}

bool isAttemptNumber(int number)
{
    return number >= 1 && number <= highestAttempt;
}

} // namespace

bool AttemptFold::mayHaveEffect() const
{
    return undoes == 0 && undoneBy == 0 && !intent.isEmpty() && outcome &&
           outcome->end != Outcome::End::NotDone;
}

/// An attempt to undo may be of a step that was reset since: it has no instance then.
void RunFold::addAttempt(InstanceFold *target, const AttemptFold &attempt)
{
    attempts.insert(attempt.number, attempt);
    if (attempt.undoes != 0)
        attempts[attempt.undoes].undos.append(attempt.number);
    History &history = m_history[attempt.key];
    (attempt.undoes != 0 ? history.undos : history.runs).append(attempt.number);
    history.standing.append(attempt.number);
    if (target)
        (attempt.undoes != 0 ? target->undos : target->attempts).append(attempt.number);
}

QString RunFold::intended(const Event &event, const Body &body)
{
    InstanceFold *target = find(body);
    AttemptFold attempt = attemptOf(event, body);
    attempt.intent = body;
    attempt.effectKey = text(body, "effectKey");
    if (attempt.undoes != 0) {
        if (nextUndo() != attempt.undoes)
            return notNow("it is not the attempt to be undone next");
    } else if (isUndoing()) {
        return notNow("an undo is under way");
    } else if (!target) {
        return notNow("the step was not expanded");
    } else if (state(*target) == StepState::Failed) {
        // A person gave its retry up in the moment in which it was about to begin.
        return notNow("the step has failed, and is not to be tried again");
    }
    if (!isAttemptNumber(attempt.number))
        return notNow("that is no number of an attempt");
    if (attempts.contains(attempt.number))
        return notNow("an attempt of that number exists already");
    addAttempt(target, attempt);
    return applied;
}

/// Its plan failed or found nothing to do: there never was an intent, and nothing was done.
QString RunFold::endedWithoutIntent(const Event &event, const Body &body)
{
    const QString how = text(body, "how");
    const AttemptFold attempt = attemptOf(event, body);
    const bool isKnown = attempt.undoes != 0 ? nextUndo() == attempt.undoes : find(body) != nullptr;
    const bool needsNoIntent = how == QLatin1String("plan") || how == QLatin1String("nothing");
    if (!isKnown || !needsNoIntent || !isAttemptNumber(attempt.number))
        return notNow("there is no such attempt");
    addAttempt(find(body), attempt);
    return applied;
}

QString RunFold::ended(const Event &event, const Body &body)
{
    const int number = body[QLatin1String("attempt")].toInt();
    if (!attempts.contains(number)) {
        if (const QString reason = endedWithoutIntent(event, body); !reason.isEmpty())
            return reason;
    }
    AttemptFold &attempt = attempts[number];
    if (!attempt.isOpen())
        return notNow("the attempt had ended already");
    Outcome outcome = outcomeOf(body, number);
    // Not done means that it may begin again by itself: not so if a person asked it to stop.
    const bool wasToStop = cancelledSteps.contains(attempt.key);
    const bool isToGoOn =
        outcome.end == Outcome::End::NotDone || outcome.end == Outcome::End::Asking;
    if (isToGoOn && wasToStop)
        outcome = Outcome::cancelled();
    if (outcome.end == Outcome::End::Asking && attempt.undoes != 0)
        outcome.end = Outcome::End::Failed; // nobody is asked while a run goes back
    end(attempt, outcome, text(body, "how"), event);
    const bool isTriedAgain = body.contains(QLatin1String("retryAfter")) && !wasToStop &&
                              outcome.end == Outcome::End::Failed && attempt.undoes == 0;
    if (isTriedAgain)
        attempt.retryAt = event.time + std::clamp(body[QLatin1String("retryAfter")].toInteger(),
                                                  qint64(0), RetrySpec::longestWaitMs);
    return applied;
}

void RunFold::end(AttemptFold &attempt, const Outcome &outcome, const QString &how,
                  const Event &event)
{
    attempt.endedAt = event.time;
    attempt.outcome = outcome;
    attempt.how = how;
    attempt.doubt.reset();
    cancelledSteps.removeAll(attempt.key);
    if (attempt.undoes != 0)
        endUndo(attempt, event);
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
    end(*attempt, outcome, QStringLiteral("settled"), event);
    return applied;
}

} // namespace Slipway
