// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/run/events.h"
#include "core/run/judgement.h"
#include "core/run/planner.h"
#include "core/run/runfold.h"
#include "core/run/runlock.h"
#include "core/run/runservices.h"
#include "core/run/runview.h"
#include "core/run/shownplan.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>

class QFileSystemWatcher;

namespace Slipway {

class GrowingDigest;

/// Drives one run: expands, plans, makes intents durable, starts effects, watches them,
/// records how they end. Lives in the engine's thread and needs its event loop; what computes
/// or asks runs in its own pool, and only values come back. Nothing it holds is needed to go
/// on after a crash: that is all in the journal and in the attempts' folders.
class RunDriver final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString until;           ///< end after this step; empty: none
        bool confirmAll = false; ///< give the go-ahead to steps in mode confirm
        int startsAllowed = -1;  ///< how many steps may still be started; -1: any number
    };

    RunDriver(RunServices services, QString runId, Options options, QObject *parent = nullptr);
    /// Asks everything in-process to stop and waits for it; programs go on under their
    /// supervisors.
    ~RunDriver() override;
    Q_DISABLE_COPY_MOVE(RunDriver)

    /// Takes the lock and the lease, reads the run, finds out what became of attempts that were
    /// open, and goes on. Fails if somebody else drives it or it cannot be read.
    Result<void> open();

    /// Lets n more steps start (-1: any number) and goes on.
    void allowStarts(int n);
    /// Looks for events that others appended, and goes on.
    void poll();
    /// Looks again for the secrets of the run, and goes on: some were given, or forgotten.
    void lookForSecrets();
    /// Asks again about an attempt in doubt.
    void probeAgain(int attempt);

    const RunFold &run() const { return m_run; }
    const Checklist &checklist() const { return m_checklist; }
    const NextSteps &next() const { return m_next; }
    RunState state() const;
    /// Nothing is left to do: it succeeded or was undone.
    bool isOver() const;
    /// True if nothing is at work and nothing can start without a person.
    bool isIdle() const { return m_isIdle; }
    int startsAllowed() const { return m_options.startsAllowed; }
    /// What stopped the driver for good, such as a full disk; empty while it works.
    const Error &problem() const { return m_problem; }
    /// Those of the checklist that are kept nowhere.
    QStringList missingSecrets() const;
    /// Why they are not in a keyring; empty: it could be asked.
    const Error &keyringProblem() const { return m_keyringProblem; }
    /// The plan of a step that waits for a go-ahead or a tick; nullptr if there is none yet.
    const Plan *preview(const StepKey &key) const;

    /// How far it is, if that step asks again and again and is between two questions.
    std::optional<PollView> pollOf(const StepKey &key) const;

    /// What came of an in-process effect.
    struct Acted
    {
        Outcome outcome;
        std::optional<Finding> finding; ///< what the probe says when it failed
    };

Q_SIGNALS:
    /// An event was appended or read; run() has it already.
    void eventApplied(const Slipway::Event &event);
    /// Something that can be seen changed.
    void changed();
    /// Nothing can go on without a person, or all is over.
    void becameIdle();
    /// The journal refused; nothing more will be recorded by this driver.
    void stopped(const Slipway::Error &why);

private:
    /// What the driver knows of an attempt at work.
    struct Work
    {
        StepKey key;
        std::stop_source stop;
        bool isPlanning = false;
        bool isWatched = false; ///< its programs run; the result is looked for
        bool isConcluding = false;
        bool cancelWasAsked = false;
        QString how = QStringLiteral("run");
        qint64 lookedAt = 0;
        qint64 restartedAt = 0;    ///< the machine, after the attempt began; 0: it was not
        qint64 expandedBy = 0;     ///< what its step was planned under: another after a reset
        int undoes = 0;            ///< the attempt that it is to undo
        bool isPolling = false;    ///< it asks again and again
        bool isAsking = false;     ///< a question is on its way, or there will be none any more
        qint64 askAt = 0;          ///< when to ask next, ms since 1970
        int asked = 0;             ///< questions so far
        QString lastAnswer;        ///< as its log shows it
        bool isEnding = false;     ///< it failed; whether it may be tried again is being found out
        bool isRecovering = false; ///< what became of it is being found out
        Error launchError;         ///< why its supervisor did not start
        std::shared_ptr<GrowingDigest> log = {}; ///< of its output, once that is large
        qint64 logTaken = 0;                     ///< bytes that are in it
        bool isFollowing = false;                ///< more is just taken up
    };

    // rundriver.cpp: opening, the loop, the journal
    void advance();
    /// The same, with what is to be appended first: it becomes durable together with all that
    /// follows from it. Only for what would be found out again if it were lost.
    void advanceWith(const std::function<void()> &first);
    void advanceOnce();
    bool commitHeld();
    void expandReady();
    void startReady();
    int worksAtHand() const;
    void openReadyGates();
    void closeGates();
    bool reopenGates();
    void judgeDecisions();
    void judged(const QList<JudgedDecision> &decisions);
    Result<void> takeOn();
    void confirmWaiting();
    void updateIdle();
    void waitForRetries();
    PlannerOptions plannerOptions() const;
    /// Step by step or not, what is tried again belongs to a step that was let start.
    bool isRetry(const StepKey &key) const;
    void saveSummary();
    bool append(QLatin1String kind, const QJsonObject &body, bool asDriver = true);
    bool readNew();
    void apply(const Event &event);
    void tellApplied();
    void stop(const Error &why);

    // rundriverplanning.cpp: attempts before they begin
    /// What an attempt is planned from.
    struct Asked
    {
        Value::Map with;
        EventBody::OwnUndo undo;
    };
    Result<Asked> askedOf(const StepKey &key) const;
    void planAttempt(const StepKey &key);
    void planned(int number, const Asked &asked, const Result<Plan> &plan);
    void failPlan(int number, const StepKey &key, const Error &error,
                  std::optional<qint64> retryAfter = std::nullopt);

    // rundriverattempts.cpp: attempts
    /// Makes the intent durable and begins, unless what others appended first forbids it.
    void intend(Intent intent, const EventBody::OwnUndo &undo);
    void beginIntended(int number);
    void begin(const Intent &intent);
    void beginPrograms(const Intent &intent);
    void beginAct(const Intent &intent);
    void endAct(int number, const Acted &acted);
    void watch(int number, const QString &how);
    void lookAtWatched();
    void followLogs();
    void lookAt(int number);
    void conclude(int number);
    void finish(int number, const Outcome &outcome, const QString &how);
    /// It failed: finds out whether the step may be tried again by itself, then ends it.
    void endAfterFailure(int number, const Outcome &outcome, const QString &how, qint64 wait);
    void end(int number, const Outcome &outcome, const QString &how,
             std::optional<qint64> retryAfter);
    void obeyCancels();

    // rundriverundo.cpp: undoing attempts
    void startUndo();
    void planUndo(int undoes);
    void undoPlanned(int number, const Intent &done, const EventBody::OwnUndo &own,
                     const Result<std::optional<Plan>> &plan);
    void endUndo(int number, const Outcome &outcome, const QString &how);

    // rundriverrecovery.cpp: after a crash
    void recoverAll();
    void recover(int number);
    void inspected(int number, const Result<AttemptFolder::Inspection> &seen);
    void lookAtLost();
    void probe(int number);
    void probed(int number, const Finding &finding);
    void doubt(int number, Finding finding);

    // rundriverpoll.cpp: attempts that ask again and again
    bool isPoll(int number) const;
    void beginPoll(int number);
    void askPolls();
    void askPoll(int number);
    void answered(int number, const Outcome &answer);
    void endPoll(int number, const Outcome &outcome);

    // rundriversecrets.cpp: secrets of the run
    bool knowsSecrets() const { return m_secretsKnown; }
    void secretsFound(const SecretKeeper::Found &found);

    // rundriverpreview.cpp: what waiting steps would do
    void previewWaiting();
    void previewStep(const StepKey &key);
    void keepShown(const StepKey &key, const ShownPlan &shown);

    template <typename Job, typename Then>
    void inPool(Job job, Then then);
    StepContext context(int number, const StepKey &key, std::stop_token stop) const;
    const Kind *kindOf(const StepKey &key) const;
    const Kind *kindOf(const Intent &intent) const;
    Result<Intent> intentOf(int number) const;
    Result<Value::Map> parametersOf(const StepKey &key) const;
    AttemptFolder folder(int number) const;
    QString mark(int number) const;

    RunServices m_services;
    QString m_runId;
    Options m_options;
    RunLock m_lock;
    qint64 m_epoch = 0;
    RunFold m_run;
    Checklist m_checklist;
    Catalogue m_catalogue;
    NextSteps m_next;
    std::map<int, Work> m_works; ///< by attempt number
    std::map<StepKey, Plan> m_previews;
    QSet<QString> m_previewsAsked;
    QSet<qint64> m_judged;  ///< numbers of decisions whose signature was looked at
    QSet<qint64> m_judging; ///< the same, while it is
    qint64 m_policyLookedAt = 0;
    QSet<int> m_lost; ///< attempts in doubt because programs of theirs run unwatched
    qint64 m_lostLookedAt = 0;
    Error m_problem;
    QByteArray m_summary;
    QElapsedTimer m_summaryAge;
    QTimer m_summaryTimer;
    QList<Event> m_untold; ///< applied, and not durable yet
    QList<int> m_toBegin;  ///< attempts to begin as soon as their intents are
    QTimer m_retryTimer;
    SecretValues m_secrets;
    Error m_keyringProblem;
    bool m_secretsKnown = true; ///< else nothing begins, since nothing could be kept out of logs
    bool m_isIdle = false;
    bool m_isAdvancing = false;
    bool m_advanceAgain = false;
    int m_nextNumber = 1;
    QTimer m_watchTimer;
    QTimer m_logTimer;
    int m_quietLooks = 0;                    ///< of m_logTimer, at logs that did not grow
    QFileSystemWatcher *m_watcher = nullptr; // child
    QThreadPool m_pool;                      // last: its jobs use what stands above
};

template <typename Job, typename Then>
void RunDriver::inPool(Job job, Then then)
{
    m_pool.start([this, job = std::move(job), then = std::move(then)]() mutable {
        auto value = job();
        QMetaObject::invokeMethod(
            this,
            [value = std::move(value), then = std::move(then)]() mutable {
                then(std::move(value));
            },
            Qt::QueuedConnection);
    });
}

} // namespace Slipway
