// SPDX-License-Identifier: MIT
// What of a checklist depends on the inputs of a run alone: how long, how often, and texts that
// name what the run is about.
#include "core/checklist/checklist.h"

#include "core/checklist/retrylimits.h"

namespace Slipway {

namespace {

Result<qint64> durationWithin(const Value &value, qint64 least, qint64 most)
{
    const auto duration = durationMs(value.display());
    if (!duration || (*duration >= least && *duration <= most))
        return duration;
    return RetryLimits::outside(least, most);
}

Result<int> numberWithin(const Value &value, int least, int most)
{
    const auto number = conform(value, {Type::Number, {}, Type::Text, false});
    if (!number)
        return number.error();
    if (number->number() >= least && number->number() <= most)
        return int(number->number());
    return Error(
        QStringLiteral("checklist.settled-number"),
        QT_TRANSLATE_NOOP("Slipway::Error", "A whole number from %1 to %2 is expected here."),
        {QString::number(least), QString::number(most)});
}

template <typename T>
Result<void> put(const Result<T> &value, T *into)
{
    if (!value)
        return value.error();
    *into = *value;
    return {};
}

Result<void> putText(const QString &language, const Value &value, LocalizedText *into)
{
    const auto text = conform(value, {Type::Prose, {}, Type::Text, true});
    if (!text)
        return text.error();
    QMap<QString, QString> texts = into->byLanguage();
    texts.insert(language, text->text());
    *into = LocalizedText(texts);
    return {};
}

} // namespace

Result<void> settle(StepSpec &step, const QString &what, const Value &value)
{
    if (what == u"timeout")
        return put(durationMs(value.display()), &step.timeoutMs);
    if (what == u"poll.every" && step.poll)
        return put(durationWithin(value, RetryLimits::shortestPollMs, RetrySpec::longestWaitMs),
                   &step.poll->everyMs);
    if (what == u"retry.wait")
        return put(durationWithin(value, 0, RetrySpec::longestWaitMs), &step.retry.waitMs);
    if (what == u"retry.attempts")
        return put(numberWithin(value, 1, RetryLimits::mostAttempts), &step.retry.attempts);
    if (what == u"retry.backoff")
        return put(numberWithin(value, 1, RetryLimits::mostBackoff), &step.retry.backoff);
    return putText(what.section(u'.', 1), value, &step.title);
}

Result<Checklist> settled(const Checklist &checklist, const Value::Map &inputs)
{
    Scope scope;
    scope.inputs = Value(inputs);
    Checklist copy = checklist;
    for (StepSpec &step : copy.steps) {
        const QMap<QString, Template> open = step.unsettled;
        for (auto it = open.cbegin(); it != open.cend(); ++it) {
            const auto value = it->evaluate(scope);
            if (!value)
                return value.error();
            if (const auto done = settle(step, it.key(), *value); !done)
                return done.error().at(it->place());
        }
        step.unsettled.clear();
    }
    return copy;
}

} // namespace Slipway
