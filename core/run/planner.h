// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/catalogue.h"
#include "core/checklist/checklist.h"
#include "core/run/runfold.h"

#include <QList>
#include <QSet>
#include <limits>

namespace Slipway {

/// What may happen next in a run. Decides; never evaluates, asks or does anything.
struct NextSteps
{
    QList<QString> expand;        ///< steps whose `if` and foreach can be evaluated now
    QList<StepKey> start;         ///< instances that may be planned and started, in order; those
                                  ///< beyond the limit of attempts at a time are left out
    QList<StepKey> openGates;     ///< gates whose evidence is complete
    QList<StepKey> awaitConfirm;  ///< wait for a go-ahead
    QList<StepKey> awaitTick;     ///< wait for a person to do them
    QList<StepKey> awaitDecision; ///< gates that are open
    QList<StepKey> awaitSecrets;  ///< could start, or be undone, if their secrets were given
    QList<StepKey> awaitAnswer;   ///< an attempt asks for what only people can say
    QList<StepKey> later;         ///< failed and are tried again by themselves, but not yet
    qint64 laterAt = 0;           ///< when the first of those may start, ms since 1970; 0: none
    int undo = 0;                 ///< the attempt to be undone; then all lists are empty. 0: none
};

struct PlannerOptions
{
    QString until; ///< id of a step after which the run ends; empty: none
    qint64 now = std::numeric_limits<qint64>::max(); ///< ms since 1970; what waits for a time
                                                     ///< beyond it is not started
    QStringList missingSecrets = {}; ///< steps that are given one of these are not started
};

/// A pure function of state and checklist.
NextSteps nextSteps(const RunFold &run, const Checklist &checklist, const Catalogue &catalogue,
                    const PlannerOptions &options = {});

/// Something can be begun without a person.
bool goesOn(const NextSteps &next);

/// The state of an instance as people see it: waiting for a go-ahead, a tick or a secret counts.
StepState visibleState(const RunFold &run, const NextSteps &next, const StepKey &key);

/// What a step needs is done or, where it handles failures, over: it may be expanded, and its
/// instances may start.
bool isReady(const RunFold &run, const Checklist &checklist, const StepSpec &step);

/// All instances of a step ended well, or it was skipped.
bool isDone(const RunFold &run, const QString &step);
/// It ended, well or not.
bool hasEnded(const RunFold &run, const QString &step);

/// Says of steps whether they are over: they ended, or what they need is over and not all of
/// it done, so that they never begin unless a person acts. Keeps references; remembers what it
/// found, so ask one object only while the run stays as it is.
class Endings
{
public:
    Endings(const RunFold &run, const Checklist &checklist) : m_run(run), m_checklist(checklist) {}
    bool isOver(const QString &step);
    /// As isDone(), remembered.
    bool isDone(const QString &step);

private:
    bool find(const QString &step);

    const RunFold &m_run;
    const Checklist &m_checklist;
    QHash<QString, bool> m_known;
    QHash<QString, bool> m_done;
};

/// The state of the run: the first that holds. isDriven: a driver is at work on it.
RunState runState(const RunFold &run, const Checklist &checklist, const NextSteps &next,
                  bool isDriven);

} // namespace Slipway
