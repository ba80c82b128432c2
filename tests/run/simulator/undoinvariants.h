// SPDX-License-Identifier: MIT
#pragma once

#include "tests/run/simulator/simworld.h"

#include "core/journal/event.h"
#include "core/run/planner.h"

#include <QSet>
#include <functional>
#include <map>

namespace Slipway {

/// What must hold of undoing, reckoned from the events and the world alone:
///
/// 13. While an undo is asked for and not over, nothing else begins: the planner offers nothing
///     but the next attempt to undo, and no effect begins that is none of the undo.
/// 14. Undos run one at a time, the highest attempt first; one that failed or is in doubt holds
///     up the others until a person answers. None begins that was not asked for, nor after the
///     request was given up.
/// 15. What an attempt did is reversed at most once, unless a person asked again after a try that
///     did not succeed; nothing is reversed that was reversed already, that is still at work, or
///     that ended as not done or without ever having begun.
/// 16. The undo is over exactly when each attempt it names is undone or was left by a person.
///     Then nothing of its steps is waiting or still to begin.
/// 17. A step is called undone only if all that its attempts of the request did was reversed, as
///     far as no person said otherwise; and what was undone never begins again but by a reset.
///
/// Keeps references.
class UndoInvariants
{
public:
    using Fail = std::function<void(const QString &what)>;
    UndoInvariants(const RunFold &run, const SimWorld &world, Fail fail)
        : m_run(run), m_world(world), m_fail(std::move(fail))
    {
    }

    /// An event was applied.
    void appended(const Event &event, const QJsonObject &body, const StepKey &key);
    void begun(int attempt);
    void effectHappened(int attempt);
    void planned(const NextSteps &next);

    bool isOpen() const { return m_isOpen; }
    /// With the event that came last all was undone.
    bool hasJustEnded() const { return m_hasJustEnded; }
    /// Every attempt that was asked for last is undone or left.
    bool isAllUndone() const;
    const QStringList &steps() const { return m_steps; }

private:
    void check(bool holds, const char *what);
    void asked(const QJsonObject &body);
    void intended(int attempt, int undoes);
    void ended(int attempt, bool isSettled);
    void answered(const StepKey &key, bool isLeft);
    void over();
    int expected() const;

    const RunFold &m_run;
    const SimWorld &m_world;
    Fail m_fail;
    bool m_isOpen = false;
    bool m_hasJustEnded = false;
    QList<int> m_asked; ///< highest first
    QStringList m_steps;
    int m_atWork = 0;           ///< the attempt that undoes now
    int m_blocked = 0;          ///< the attempt that could not be undone and waits for a person
    QSet<int> m_undone;         ///< attempts
    QSet<int> m_left;           ///< attempts that a person left in place
    QSet<int> m_settled;        ///< attempts of which a person, not the world, had the last word
    std::map<int, int> m_times; ///< how often an attempt was reversed since somebody asked
};

} // namespace Slipway
