// SPDX-License-Identifier: MIT
// How attempts begin, end, come into doubt and are settled.
#include "core/run/foldbody.h"
#include "core/run/runfold.h"

#include <QJsonArray>

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

bool isAttemptNumber(int number)
{
    return number >= 1 && number <= highestAttempt;
}

} // namespace

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

} // namespace Slipway
