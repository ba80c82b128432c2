// SPDX-License-Identifier: MIT
#pragma once

#include "tests/run/simulator/simjournal.h"
#include "tests/run/simulator/simworld.h"

#include "core/checklist/catalogue.h"
#include "core/checklist/checklist.h"
#include "core/run/events.h"
#include "core/run/planner.h"
#include "core/run/runfold.h"

#include <functional>
#include <map>

namespace Slipway {

class Invariants;

/// What everybody in a simulated run has to do with.
struct Surroundings
{
    SimJournal &journal;
    SimWorld &world;
    const RunFold &run; ///< always up to date
    const Checklist &checklist;
    const Catalogue &catalogue;
    Invariants &invariants;
    std::function<void()> meddle; ///< somebody may append something before the driver does
};

/// Drives a simulated run as RunDriver drives a real one, by the same pure functions, with a
/// world of programs and files that is made up. What RunDriver gives to its pool is a job here,
/// which comes back when doJob() picks it.
class SimDriver
{
public:
    explicit SimDriver(Surroundings around) : m_around(around) {}

    /// Takes the lease and looks at what was open.
    void open();
    void advance();
    bool hasJobs() const { return !m_works.empty(); }
    /// One of its jobs, or of the results it waits for, comes back.
    void doJob(Random &random);
    void probeAgain(int attempt);
    /// Ends in good order: in-process effects end, and nobody records how.
    void close(Random &random);

    /// The journal refused it: somebody else drives.
    bool isStopped() const { return m_isStopped; }
    qint64 epoch() const { return m_epoch; }
    const NextSteps &next() const { return m_next; }
    /// Nothing is at work and nothing can start without a person.
    bool isIdle() const;
    QString jobsText() const;

private:
    enum class Phase
    {
        Planning,
        Launching,
        Watched,
        Concluding,
        Acting,
        Acted,
        Inspecting,
        Probing,
        Ending ///< it failed; whether it may be tried again is being found out
    };
    struct Work
    {
        StepKey key;
        Phase phase = Phase::Planning;
        QString how = QStringLiteral("run");
        bool isWatched = false;
        bool cancelWasAsked = false;
        bool couldNotLaunch = false;
        qint64 expandedBy = 0;
        int undoes = 0; ///< the attempt that it is to undo
        Value::Map with;
        Outcome outcome; ///< of what was acted, or what ends
        qint64 retryAfter = 0;
    };

    bool append(QLatin1String kind, const QJsonObject &body);
    void advanceOnce();
    void expandReady();
    void openReadyGates();
    void startReady();
    void closeGates();
    void obeyCancels();
    void startUndo();
    void planAttempt(const StepKey &key);
    void planned(int number, Random &random);
    void undoPlanned(int number, Random &random);
    void endUndo(int number, const Outcome &outcome, const QString &how);
    void intend(const Intent &intent, const EventBody::OwnUndo &undo);
    void begin(int number);
    void launched(int number, Random &random);
    void watch(int number, const QString &how);
    void lookAt(int number, Random &random);
    void inspected(int number);
    void recover(int number);
    void probed(int number, const Finding &finding);
    void finish(int number, const Outcome &outcome, const QString &how);
    void end(int number, const Outcome &outcome, const QString &how,
             std::optional<qint64> retryAfter);
    void failPlan(int number, const StepKey &key, const Error &error,
                  std::optional<qint64> retryAfter = std::nullopt);
    NextSteps planNext() const;

    Surroundings m_around;
    qint64 m_epoch = 0;
    NextSteps m_next;
    std::map<int, Work> m_works;
    int m_nextNumber = 1;
    bool m_isStopped = false;
    bool m_isAdvancing = false;
    bool m_advanceAgain = false;
};

} // namespace Slipway
