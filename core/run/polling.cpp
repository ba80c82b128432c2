// SPDX-License-Identifier: MIT
#include "core/run/polling.h"

#include "core/base/clock.h"
#include "core/checklist/expressionfunctions.h"

namespace Slipway {

namespace {

constexpr qsizetype longestShown = 300;

QString inOneLine(const Outcome &answer)
{
    return answerText(answer).simplified().left(longestShown);
}

Outcome failedFor(const char *code, const char *pattern, const QString &condition,
                  const Outcome &answer)
{
    const Error error(QLatin1String(code), pattern, {condition, inOneLine(answer)});
    return Outcome::failed(error.withDetail(answer.error.detail()), answer.evidence);
}

Outcome late(const PollSpec &poll, const Outcome &answer)
{
    return failedFor("poll.late",
                     QT_TRANSLATE_NOOP("Slipway::Error",
                                       "The time is up, and what it waits for (%1) did not come. "
                                       "The last answer was: %2"),
                     poll.until.text().trimmed(), answer);
}

} // namespace

Plan planToPoll(Plan plan, const StepSpec &step)
{
    const PollSpec &poll = *step.poll;
    plan.undo = {UndoNote::Can::Nothing, {}};
    plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Asks again after")),
                       shortDuration(poll.everyMs)});
    plan.facts.append(
        {Message(QT_TRANSLATE_NOOP("Slipway::Message", "Until")), poll.until.text().trimmed()});
    if (poll.fails)
        plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "Fails when")),
                           poll.fails->text().trimmed()});
    plan.facts.append({Message(QT_TRANSLATE_NOOP("Slipway::Message", "At most for")),
                       shortDuration(step.timeoutMs)});
    return plan;
}

std::optional<Outcome> pollEnd(const PollSpec &poll, Scope scope, const Outcome &answer,
                               bool isLate)
{
    if (answer.end != Outcome::End::Succeeded) {
        if (answer.error.code() == QLatin1String("poll.hopeless"))
            return answer;
        return isLate ? std::optional<Outcome>(late(poll, answer)) : std::nullopt;
    }
    scope.outputs = Value(answer.outputs);
    if (poll.fails) {
        const auto fails = poll.fails->evaluate(scope);
        if (!fails)
            return Outcome::failed(fails.error(), answer.evidence);
        if (isTrue(*fails))
            return failedFor(
                "poll.failed",
                QT_TRANSLATE_NOOP("Slipway::Error", "The answer says that it failed (%1): %2"),
                poll.fails->text().trimmed(), answer);
    }
    const auto isThere = poll.until.evaluate(scope);
    if (!isThere)
        return Outcome::failed(isThere.error(), answer.evidence);
    if (isTrue(*isThere))
        return answer;
    return isLate ? std::optional<Outcome>(late(poll, answer)) : std::nullopt;
}

QString answerText(const Outcome &answer)
{
    if (answer.end != Outcome::End::Succeeded) {
        const QString detail = answer.error.detail();
        return answer.error.message() + (detail.isEmpty() ? QString() : u'\n' + detail);
    }
    QStringList lines;
    for (auto it = answer.outputs.cbegin(); it != answer.outputs.cend(); ++it)
        lines.append(QStringLiteral("%1: %2").arg(it.key(), it->display()));
    return lines.join(u'\n');
}

} // namespace Slipway
