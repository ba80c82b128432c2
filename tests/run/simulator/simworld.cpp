// SPDX-License-Identifier: MIT
#include "tests/run/simulator/simworld.h"

namespace Slipway {

namespace {

Error broke()
{
    return {QStringLiteral("x"), "It broke."};
}

Finding finding(Finding::Verdict verdict)
{
    Finding found;
    found.verdict = verdict;
    return found;
}

} // namespace

int SimWorld::standsAt(const StepKey &key) const
{
    const auto place = m_places.find(key);
    return place == m_places.end() ? 0 : place->second;
}

void SimWorld::happen(int attempt)
{
    Effect &effect = m_effects.at(attempt);
    ++effect.times;
    m_places[effect.key] = effect.after;
    m_onEffect(attempt);
}

SimWorld::Reversal SimWorld::reversalOf(int attempt, Random &random) const
{
    if (!m_isKind && random.chance(8))
        return Reversal::Impossible;
    const Effect &done = m_effects.at(attempt);
    if (standsAt(done.key) == attempt)
        return Reversal::Possible;
    return done.times == 0 ? Reversal::Nothing : Reversal::Impossible;
}

bool SimWorld::launch(int attempt, Random &random)
{
    Effect &effect = m_effects.at(attempt);
    if (effect.programs != Effect::Programs::Absent || (!m_isKind && random.chance(5)))
        return false;
    effect.programs = Effect::Programs::Running;
    return true;
}

AttemptFolder::State SimWorld::inspect(int attempt)
{
    Effect &effect = m_effects.at(attempt);
    switch (effect.programs) {
    case Effect::Programs::Absent:
        effect.programs = Effect::Programs::Abandoned;
        break;
    case Effect::Programs::Abandoned:
        break;
    case Effect::Programs::Running:
        return AttemptFolder::State::Running;
    case Effect::Programs::Ended:
        return AttemptFolder::State::Ended;
    case Effect::Programs::Lost:
        return AttemptFolder::State::Lost;
    case Effect::Programs::Vanished:
        return AttemptFolder::State::Vanished;
    }
    return AttemptFolder::State::NeverStarted;
}

bool SimWorld::hasResult(int attempt) const
{
    return m_effects.at(attempt).programs == Effect::Programs::Ended;
}

Outcome SimWorld::success(int attempt, Random &random)
{
    static constexpr const char *texts[] = {"one", "two", "7", "[1, 2]", "[]"};
    Evidence log;
    log.name = QStringLiteral("log");
    log.type = QStringLiteral("log");
    log.digest = QString::number(attempt);
    const auto list =
        Value::ofTexts(random.chance(70) ? QStringList{QStringLiteral("p")} : QStringList());
    return Outcome::succeeded(
        {{QStringLiteral("n"), Value(QString(QLatin1String(random.pick(texts))))},
         {QStringLiteral("list"), list}},
        {log});
}

Outcome SimWorld::conclude(int attempt, Random &random) const
{
    switch (m_effects.at(attempt).end) {
    case Effect::End::Success:
        return success(attempt, random);
    case Effect::End::Cancelled:
        return Outcome::cancelled();
    case Effect::End::Failure:
        break;
    }
    return Outcome::failed(broke());
}

void SimWorld::requestCancel(int attempt)
{
    m_effects.at(attempt).isCancelAsked = true;
}

/// Leaves its place as it was or as it is meant to be, and looks at it first.
Outcome SimWorld::act(int attempt, Random &random, bool isStopped)
{
    const Effect &effect = m_effects.at(attempt);
    if (isStopped && random.chance(50))
        return Outcome::cancelled();
    if (standsAt(effect.key) != effect.before || (!m_isKind && random.chance(15)))
        return Outcome::failed(broke());
    happen(attempt);
    return success(attempt, random);
}

Finding SimWorld::probe(int attempt, Random &random) const
{
    const Effect &effect = m_effects.at(attempt);
    const int now = standsAt(effect.key);
    if (!m_isKind && random.chance(15))
        return finding(Finding::Verdict::Unknown);
    if (effect.hasPrograms && !effect.hasProbe)
        return finding(effect.isSafe ? Finding::Verdict::NotDone : Finding::Verdict::Unknown);
    if (effect.times > 0 && now == effect.after) {
        Finding found = finding(Finding::Verdict::Done);
        found.outcome = success(attempt, random);
        return found;
    }
    const bool isAsBefore = effect.times == 0 && now == effect.before;
    return finding(isAsBefore ? Finding::Verdict::NotDone : Finding::Verdict::Foreign);
}

int SimWorld::pickAlive(Random &random) const
{
    QList<int> alive;
    for (const auto &[attempt, effect] : m_effects) {
        if (effect.isAlive())
            alive.append(attempt);
    }
    return alive.isEmpty() ? 0 : random.pick(alive);
}

/// Programs do their work, or end with or without having done it.
bool SimWorld::goOn(Random &random)
{
    const int attempt = pickAlive(random);
    if (attempt == 0)
        return false;
    Effect &effect = m_effects.at(attempt);
    const bool wasDone = effect.times > 0;
    if (!wasDone && !effect.isCancelAsked && (m_isKind || random.chance(60)))
        happen(attempt);
    if (!wasDone && random.chance(40))
        return true;
    if (effect.programs == Effect::Programs::Lost) {
        effect.programs = Effect::Programs::Vanished;
        return true;
    }
    effect.programs = Effect::Programs::Ended;
    if (effect.isCancelAsked && random.chance(80))
        effect.end = Effect::End::Cancelled;
    else if (effect.times > 0 && (m_isKind || random.chance(80)))
        effect.end = Effect::End::Success;
    else
        effect.end = Effect::End::Failure;
    return true;
}

bool SimWorld::loseSupervisor(Random &random)
{
    const int attempt = pickAlive(random);
    if (attempt == 0)
        return false;
    Effect &effect = m_effects.at(attempt);
    effect.programs = random.chance(50) && effect.programs == Effect::Programs::Running
                          ? Effect::Programs::Lost
                          : Effect::Programs::Vanished;
    return true;
}

void SimWorld::reboot()
{
    for (auto &[attempt, effect] : m_effects) {
        if (effect.isAlive())
            effect.programs = Effect::Programs::Vanished;
    }
}

void SimWorld::changedByOthers(const StepKey &key)
{
    m_places[key] = --m_others;
}

} // namespace Slipway
