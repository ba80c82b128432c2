// SPDX-License-Identifier: MIT
#pragma once

#include "tests/run/simulator/simworld.h"
#include "tests/run/simulator/undoinvariants.h"

#include "core/checklist/catalogue.h"
#include "core/checklist/checklist.h"
#include "core/journal/event.h"
#include "core/run/planner.h"

#include <QSet>
#include <map>

namespace Slipway {

/// What must hold in every history, whatever happens in the world:
///
///  1. An effect happens once. It happens again only where the step says `again: safe`, or after
///     a person asked for it: a retry, a doubt settled as not done (rightly or not), a reset.
///  2. Nothing happens that the journal does not show as begun, nor after it shows its end,
///     unless a person settled it while its programs still ran.
///  3. A step succeeded only if its effect happened, a person ticked it or settled it as done, or
///     a gate was approved. What ended as not done did not happen, or may be repeated.
///  4. Nothing starts before what it needs is done; `always()` and `failed()` wait until all they
///     need is over. A step whose `if` or foreach could not be evaluated starts nothing.
///     After a reset all that need the step are as never begun, and earlier decisions count on
///     no gate.
///  5. No more attempts run at once than the checklist allows, and no fewer where more are ready.
///  6. Nothing begins after the run was cancelled or its step skipped, and a step that was asked
///     to stop does not begin again by itself.
///  7. A driver whose lease was taken appends nothing.
///  8. A gate is approved by as many distinct people as its quorum says, each of whom ticked all
///     items, saw what it shows now, decided before the deadline and did not reject it later; it
///     is rejected by a person with a comment, and times out only after its deadline.
///  9. Each event changes the state of one instance at most, the one it names, and only as the
///     table of transitions allows. What was ignored changes nothing.
/// 10. The state of the run follows from the states of its instances.
/// 11. Where nothing is at work and nothing can start, somebody is waited for, or the state says
///     what failed, is in doubt or was cancelled, or all is done. With people of good will every
///     run comes to its end; one that was undone does so after a reset.
/// 12. The same events give the same fold, at once or in pages; no events in any order make the
///     fold or the planner fall over.
/// 13 to 17 stand in UndoInvariants.
/// 18. What was carried over from another run is done from the start, and nothing of it begins
///     but after a reset. Once another run continues this one, nothing happens here any more.
/// 19. A step that failed begins again by itself only where nothing of it happened or it may be
///     repeated, not before its time, and not more often than its `retry` says.
///
/// Keeps references. The first thing that does not hold stays in broken().
class Invariants
{
public:
    Invariants(const Checklist &checklist, const Catalogue &catalogue, const RunFold &run,
               const SimWorld &world);

    /// An event was appended and folded.
    void appended(const Event &event, const QJsonObject &body, bool wasApplied);
    /// A driver is about to let the effect of this attempt happen.
    void begun(int attempt);
    void effectHappened(int attempt);
    void expansionFailed(const QString &step) { m_unexpanded.insert(step); }
    void planned(const NextSteps &next);
    /// A driver has nothing at work.
    void atRest(const NextSteps &next);
    void atEnd(const QList<Event> &events, Random &random);

    void fail(const QString &what);
    const QString &broken() const { return m_broken; }

private:
    struct Gate
    {
        qint64 opened = 0;
        qint64 deadline = 0;
        QString pack;
        int quorum = 1;
        qsizetype items = 0;
        std::map<QString, bool> decisions; ///< the last of each author: approved
    };
    using States = std::map<StepKey, StepState>;

    void check(bool holds, const char *what);
    States statesNow() const;
    void checkReset(const QJsonObject &body);
    bool mayChange(StepState from, StepState to, const Event &event, const StepKey &key) const;
    void checkBroughtBack(const Event &event, const States &now);
    bool mayAppear(StepState state, const Event &event, const StepKey &key) const;
    void checkTransitions(const Event &event, const StepKey &named, const States &now);
    void checkStart(const StepKey &key, int attempt);
    void checkRetry(const Event &event, int attempt);
    void checkEnd(const Event &event, int attempt, StepState before);
    void checkDecision(const Event &event, const QJsonObject &body, const StepKey &key);
    void checkClosing(const Event &event, const QJsonObject &body, const StepKey &key);
    void checkRunState();
    bool dependsOn(const QString &step, const QString &other, int depth) const;
    int readyToStart() const;
    bool isStepDone(const QString &step) const;
    bool isStepOver(const QString &step, int depth) const;
    StepKey keyOf(const QJsonObject &body) const;
    void replay(const QList<Event> &events);
    void shuffle(QList<Event> events, Random &random);

    const Checklist &m_checklist;
    const Catalogue &m_catalogue;
    const RunFold &m_run;
    const SimWorld &m_world;
    std::map<QString, QStringList> m_needs; ///< prerequisites of each step
    UndoInvariants m_undo;
    States m_states;
    std::map<StepKey, StepState> m_underneath; ///< what a step was when an undo of it began
    std::map<StepKey, Gate> m_gates;
    std::map<StepKey, int> m_effects; ///< since somebody asked for another try
    QSet<QString> m_unexpanded;
    std::map<StepKey, bool> m_stopAsked;
    QList<StepKey> m_broughtBack; ///< what an undo shows of what a reset had taken away
    QList<StepKey> m_undoFailed;  ///< whose last undo did not do it
    qint64 m_epoch = 0;
    QString m_broken;
};

} // namespace Slipway
