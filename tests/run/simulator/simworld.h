// SPDX-License-Identifier: MIT
#pragma once

#include "tests/run/simulator/random.h"

#include "core/process/attemptfolder.h"
#include "core/run/runfold.h"

#include <functional>
#include <map>

namespace Slipway {

/// What the world knows of the effect of one attempt, whatever the journal says.
struct Effect
{
    enum class Programs
    {
        Absent,    ///< no folder yet: nobody launched them
        Abandoned, ///< they never will start
        Running,
        Ended,
        Lost, ///< they run and nobody watches them
        Vanished
    };
    enum class End
    {
        Success,
        Failure,
        Cancelled
    };

    StepKey key;
    bool hasPrograms = false;
    bool isSafe = false;   ///< the step says that it may be repeated
    bool hasProbe = false; ///< else nobody can find out whether programs did their work
    int undoes = 0;        ///< the attempt that it reverses; 0: an attempt of the step
    int before = 0;        ///< what stood at its place when it was planned
    int after = 0;         ///< what is to stand there
    int times = 0;         ///< how often it happened
    Programs programs = Programs::Absent;
    End end = End::Success;
    bool isCancelAsked = false;

    bool isAlive() const { return programs == Programs::Running || programs == Programs::Lost; }
};

/// The truth of a simulated run: places that steps change, programs, what really happened. Asked
/// and changed only as the real world would be.
class SimWorld
{
public:
    using Listener = std::function<void(int attempt)>;
    /// onEffect: an attempt's effect happens, once more if it did before.
    explicit SimWorld(Listener onEffect) : m_onEffect(std::move(onEffect)) {}

    /// From now on everything works and every question is answered.
    void becomeKind() { m_isKind = true; }
    bool isKind() const { return m_isKind; }

    int standsAt(const StepKey &key) const;
    const std::map<int, Effect> &effects() const { return m_effects; }
    const Effect &effect(int attempt) const { return m_effects.at(attempt); }
    /// The attempt is about to do this.
    void prepare(int attempt, const Effect &effect) { m_effects.emplace(attempt, effect); }

    /// Whether what an attempt left can be reversed, as a kind finds out before it does.
    enum class Reversal
    {
        Possible,
        Nothing,   ///< it left nothing
        Impossible ///< others changed it since, or it cannot be found out
    };
    Reversal reversalOf(int attempt, Random &random) const;

    // programs, as an attempt's folder shows them
    bool launch(int attempt, Random &random);
    AttemptFolder::State inspect(int attempt);
    bool hasResult(int attempt) const;
    Outcome conclude(int attempt, Random &random) const;
    void requestCancel(int attempt);

    // in-process
    Outcome act(int attempt, Random &random, bool isStopped);

    Finding probe(int attempt, Random &random) const;

    // what happens by itself; false if there is nothing
    bool goOn(Random &random);
    bool loseSupervisor(Random &random);
    void reboot();
    void changedByOthers(const StepKey &key);

    static Outcome success(int attempt, Random &random);

private:
    int pickAlive(Random &random) const;
    void happen(int attempt);

    Listener m_onEffect;
    std::map<int, Effect> m_effects;
    std::map<StepKey, int> m_places; ///< the attempt that made it what it is; 0: nobody yet;
                                     ///< negative: others
    int m_others = 0;
    bool m_isKind = false;
};

} // namespace Slipway
