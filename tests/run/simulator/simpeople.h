// SPDX-License-Identifier: MIT
#pragma once

#include "tests/run/simulator/simdriver.h"

namespace Slipway {

/// The people around a simulated run: what they may do by People's rules, at any moment and in
/// any order, rightly and wrongly.
class SimPeople
{
public:
    explicit SimPeople(Surroundings around) : m_around(around) {}

    /// Somebody does something.
    void act(Random &random);
    /// Everybody does what they are waited for, as one would wish. False if there is nothing.
    bool help(Random &random);
    /// Something that does not apply: an event that was there already, or words at random.
    void disturb(Random &random);

private:
    void append(const QString &kind, const QJsonObject &body, Random &random);
    bool actOn(const StepKey &key, StepState state, Random &random);
    void decide(const StepKey &key, Random &random);
    void reset(const StepKey &key, Random &random);
    bool mayUndo() const;
    void askUndo(Random &random);
    void settle(const StepKey &key, Random &random);
    void helpGate(const StepKey &key);
    bool helpBadEnd(const StepKey &key);
    QList<StepKey> keys() const;

    Surroundings m_around;
    QHash<QString, int> m_helped; ///< how often a step was retried by people of good will
};

} // namespace Slipway
