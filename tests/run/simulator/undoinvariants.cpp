// SPDX-License-Identifier: MIT
#include "tests/run/simulator/undoinvariants.h"

#include "core/run/eventkinds.h"

#include <QJsonArray>
#include <algorithm>

namespace Slipway {

void UndoInvariants::check(bool holds, const char *what)
{
    if (!holds)
        m_fail(QLatin1String(what));
}

void UndoInvariants::appended(const Event &event, const QJsonObject &body, const StepKey &key)
{
    m_hasJustEnded = false;
    const int attempt = body[QLatin1String("attempt")].toInt();
    const int undoes = m_run.attempts.value(attempt).undoes;
    if (event.kind == EventKind::undoAsked)
        asked(body);
    else if (event.kind == EventKind::attemptIntended)
        intended(attempt, undoes);
    else if (event.kind == EventKind::attemptEnded)
        ended(attempt, false);
    else if (event.kind == EventKind::attemptSettled)
        ended(attempt, true);
    else if (event.kind == EventKind::stepRetried || event.kind == EventKind::stepSkipped)
        answered(key, event.kind == EventKind::stepSkipped);
    else if (event.kind == EventKind::stepReset)
        m_blocked = 0;
    else if (event.kind == EventKind::runCancelled && key.step.isEmpty())
        m_isOpen = false;
    if (m_isOpen && isAllUndone())
        over();
    check(m_run.isUndoing() == m_isOpen, "16: an undo is over too early or too late");
}

void UndoInvariants::asked(const QJsonObject &body)
{
    check(!m_run.hasOpenAttempts(), "15: an undo was let in while an attempt was open");
    m_asked.clear();
    const QJsonArray list = body[QLatin1String("attempts")].toArray();
    for (const QJsonValue &value : list) {
        const int number = value.toInt();
        const AttemptFold attempt = m_run.attempts.value(number);
        check(attempt.number == number && attempt.undoes == 0 && !attempt.intent.isEmpty(),
              "15: an undo of what never began");
        check(attempt.outcome && attempt.outcome->end != Outcome::End::NotDone,
              "15: an undo of what was not done");
        check(!m_undone.contains(number), "15: an undo of what was undone");
        if (!m_asked.contains(number))
            m_asked.append(number);
        m_left.remove(number);
        m_times[number] = 0;
    }
    std::sort(m_asked.begin(), m_asked.end(), std::greater<>());
    m_steps.clear();
    for (const QJsonValue &value : body[QLatin1String("steps")].toArray())
        m_steps.append(value.toString());
    m_blocked = 0;
    m_isOpen = true;
}

/// The attempt that is to be undone next.
int UndoInvariants::expected() const
{
    const auto next = std::find_if(m_asked.cbegin(), m_asked.cend(), [this](int number) {
        return !m_undone.contains(number) && !m_left.contains(number);
    });
    return m_isOpen && next != m_asked.cend() ? *next : 0;
}

bool UndoInvariants::isAllUndone() const
{
    return std::all_of(m_asked.cbegin(), m_asked.cend(), [this](int number) {
        return m_undone.contains(number) || m_left.contains(number);
    });
}

void UndoInvariants::intended(int attempt, int undoes)
{
    if (undoes == 0)
        return; // whether it begins is what counts
    check(m_atWork == 0, "14: two undos at once");
    m_atWork = attempt;
}

void UndoInvariants::ended(int attempt, bool isSettled)
{
    const AttemptFold fold = m_run.attempts.value(attempt);
    const bool isSuccess = fold.outcome->end == Outcome::End::Succeeded;
    if (isSettled)
        m_settled.insert(attempt);
    if (fold.undoes == 0)
        return;
    if (fold.intent.isEmpty())
        check(m_isOpen && fold.undoes == expected() && m_blocked == 0 && m_atWork == 0,
              "14: an undo ended that had not its turn");
    m_atWork = 0;
    const bool isBad =
        fold.outcome->end == Outcome::End::Failed || fold.outcome->end == Outcome::End::Cancelled;
    m_blocked = isBad ? fold.undoes : 0;
    if (!isSuccess)
        return;
    check(!m_undone.contains(fold.undoes), "15: an attempt was undone twice");
    m_undone.insert(fold.undoes);
    const bool isTrusted = !isSettled && !m_settled.contains(fold.undoes);
    const auto effect = m_world.effects().find(attempt);
    const bool isReversed = effect != m_world.effects().end() && effect->second.times > 0;
    const bool hadEffect = m_world.effect(fold.undoes).times > 0;
    check(!isTrusted || isReversed || !hadEffect, "17: it is called undone and stands");
}

void UndoInvariants::answered(const StepKey &key, bool isLeft)
{
    if (m_blocked == 0 || m_run.attempts.value(m_blocked).key != key)
        return;
    m_times[m_blocked] = 0;
    if (isLeft)
        m_left.insert(m_blocked);
    m_blocked = 0;
}

void UndoInvariants::over()
{
    m_isOpen = false;
    m_hasJustEnded = true;
    for (const QString &id : std::as_const(m_steps)) {
        const StepFold step = m_run.steps.value(id);
        check(step.isExpanded, "16: what was undone may be evaluated and begin");
        for (const InstanceFold &instance : step.instances) {
            const StepState state = m_run.state(instance);
            check(state != StepState::Pending && state != StepState::Waiting,
                  "16: an undo left something that begins by itself");
            if (state == StepState::Succeeded)
                check(instance.tickedAt != 0 || instance.carried || !instance.attempts.isEmpty(),
                      "16: something stands after an undo that nobody did");
        }
    }
}

void UndoInvariants::begun(int attempt)
{
    const int undoes = m_run.attempts.value(attempt).undoes;
    check((undoes != 0) == m_isOpen, "13: something begins beside an undo, or an undo unasked");
    if (undoes == 0)
        return;
    check(undoes == expected() && m_blocked == 0, "14: an undo begins before its turn");
    check(m_atWork == attempt, "14: an undo begins that is not the one at work");
    const AttemptFold target = m_run.attempts.value(undoes);
    check(target.outcome && target.outcome->end != Outcome::End::NotDone && target.undoneBy == 0,
          "15: an undo begins of what is not there to be undone");
}

void UndoInvariants::effectHappened(int attempt)
{
    const Effect &effect = m_world.effect(attempt);
    if (effect.undoes != 0 && ++m_times[effect.undoes] > 1)
        check(effect.isSafe, "15: an attempt was reversed twice");
}

void UndoInvariants::planned(const NextSteps &next)
{
    if (!m_isOpen) {
        check(next.undo == 0, "14: the planner undoes what nobody asked for");
        return;
    }
    check(next.undo == (m_atWork == 0 && m_blocked == 0 ? expected() : 0),
          "14: the planner undoes another attempt, or none");
    check(next.expand.isEmpty() && next.start.isEmpty() && next.openGates.isEmpty() &&
              next.awaitConfirm.isEmpty() && next.awaitTick.isEmpty(),
          "13: the planner goes on during an undo");
}

} // namespace Slipway
