// SPDX-License-Identifier: MIT
#pragma once

#include "core/journal/event.h"
#include "core/policy/gaterule.h"
#include "core/run/state.h"
#include "core/steps/plan.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <optional>
#include <tuple>

namespace Slipway {

/// Names one step instance; the instance is empty for a step without foreach.
struct StepKey
{
    QString step;
    QString instance;

    bool operator==(const StepKey &) const = default;
    bool operator<(const StepKey &other) const
    {
        return std::tie(step, instance) < std::tie(other.step, other.instance);
    }
    /// "build" or "build[api]".
    QString text() const;
};

/// What probes found of an attempt that began and never reported.
struct Doubt
{
    QString verdict; ///< "foreign" or "unknown", or "not-done" where it may not be repeated
    Message explanation;
    QList<Fact> facts;
    qint64 time = 0;
};

struct AttemptFold
{
    int number = 0;
    StepKey key;
    QString purpose; ///< "run" or "undo"
    QString effectKey;
    QJsonObject intent; ///< body of attempt.intended; empty if planning failed
    qint64 startedAt = 0;
    qint64 endedAt = 0;             ///< 0: not ended
    std::optional<Outcome> outcome; ///< set when ended
    QString how;                    ///< "run", "attached", "probe", "plan", "settled"
    std::optional<Doubt> doubt;     ///< set while it is in doubt
    bool isSuperseded = false;      ///< a person asked for another try, or reset the step
    int undoes = 0;                 ///< the attempt that this one is to undo; 0: an attempt to run
    int undoneBy = 0;               ///< the attempt that undid it; 0: it was not undone
    bool isLeft = false;            ///< a person said to leave its effect in place
    QList<int> undos;               ///< attempts to undo it, in order
    qint64 retryAt = 0;             ///< it failed, and from then on (ms since 1970) the step is
                                    ///< tried again by itself; 0: it is not

    bool isOpen() const { return endedAt == 0; }
    /// It ran and ended, perhaps badly, and what it did was not undone.
    bool mayHaveEffect() const;
};

struct GateDecision
{
    QString author;
    qint64 time = 0;
    bool isApproval = false;
    QString comment;
    QList<int> ticked;
    bool counts = true;
    qint64 event = 0;         ///< its number
    QString person = {};      ///< id in the policy; without one, the author
    QString statement = {};   ///< digest of what was signed; empty: nothing was
    QString signature = {};   ///< digest of the signature's text
    QString fingerprint = {}; ///< of the key, as the decision says; judged by the driver
    bool isWithdrawal = false;
    bool isFallen = false;   ///< the gate was opened again
    QString refused = {};    ///< why it does not hold; empty: it does
    qint64 openedBy = 0;     ///< number of the gate.opened that it is about
    QString openedHash = {}; ///< what it says that one's hash is; may be empty
    QString shown = {};      ///< digest of the pack it is about
};

struct GateFold
{
    qint64 openedBy = 0; ///< number of gate.opened
    QString openedHash;
    qint64 openedAt = 0;
    qint64 deadline = 0;
    int quorum = 1;
    QString from;
    QString pack;            ///< digest of the evidence pack
    QJsonValue instructions; ///< a text, or {language: text}; may be null
    QJsonArray items;        ///< [{text, evidence: […]}]
    QJsonArray evidence;     ///< [{step, instance, evidence}]
    QString nonce;
    QString policy; ///< digest of the policy it follows; empty: there is none
    GateRule rule;  ///< what that asks
    bool skipsOnTimeout = false;
    QList<GateDecision> decisions;
    QString closedAs; ///< "approved", "rejected", "timed-out"; empty while open
    qint64 closedAt = 0;

    bool isOpen() const { return openedBy > 0 && closedAs.isEmpty(); }
    int approvals() const;
    /// Those whose approval counts.
    QStringList approvers() const;
    /// The last decision of a person, if it counts; else nullptr.
    const GateDecision *decisionOf(const QString &person) const;
    /// Nobody but who started the run approved it, which no policy forbade.
    bool isByOwner(const QString &starter) const;
    /// Says anew which decisions count: of each person the last that holds.
    void recount();
    /// "approved", "rejected", "timed-out" if it is to end so at that time; else empty.
    QString verdict(qint64 now) const;
};

/// What a person did about a step, for its history.
struct PersonNote
{
    qint64 time = 0;
    QString author;
    QString kind; ///< of the event
    QString text; ///< reason, note or comment; may be empty
};

/// A result that was taken over from the run that this one continues.
struct CarriedFold
{
    QString run;     ///< where it was done
    int attempt = 0; ///< of that run; 0: done by hand
    Value::Map outputs;
    QList<Evidence> evidence; ///< objects; a log lies in the folder of that attempt
    Error warning;            ///< why it was only warned of; empty: all was well
    qint64 startedAt = 0;
    qint64 endedAt = 0;
};

struct InstanceFold
{
    QString name; ///< empty without foreach
    Value item;
    QList<int> attempts; ///< to run
    QList<int> undos;    ///< attempts to undo those
    std::optional<GateFold> gate;
    QMap<QString, Value::Map> answers; ///< what people answered, by what it is about
    bool isConfirmed = false;
    qint64 tickedAt = 0;
    Value::Map tickedOutputs;
    bool isSkipped = false;
    QString skipReason;
    qint64 skippedAt = 0;
    bool isUndone = false; ///< an undo came past it, and nothing of it stands
    std::optional<CarriedFold> carried;
};

struct StepFold
{
    bool isExpanded = false;
    qint64 expandedAt = 0;
    qint64 expandedBy = 0; ///< number of the event; another one after a reset
    bool isForeach = false;
    bool isUnevaluated = false;            ///< its `if` or `foreach` could not be evaluated
    std::optional<Message> skippedBecause; ///< by `if`, an empty foreach, or a person
    QList<InstanceFold> instances;         ///< one, without a name, when there is no foreach
    QList<PersonNote> notes;
    QMap<QString, QList<GateFold>> earlierGates; ///< by instance; before the step was reset
};

/// A person asked to reverse what the run did. While it is open nothing else is begun.
struct UndoRequest
{
    qint64 askedBy = 0; ///< number of the event
    QString author;
    qint64 time = 0;
    QString to;          ///< the step that stays; empty: none
    QList<int> attempts; ///< to be undone, highest first
    QStringList steps;   ///< that are undone once it is over
    QString note;
    QList<StepKey> broughtBack; ///< instances that a reset had taken away, there to be seen
    bool isOpen = false;        ///< false: it is over, or the run was cancelled in between
};

/// The state of a run: a pure, total fold over its events. It takes any list of events; those
/// that do not apply are kept aside with a reason.
class RunFold
{
public:
    /// Applies the next event. Events must come in order; one that was seen already is ignored.
    void apply(const Event &event);

    struct Ignored
    {
        qint64 number = 0;
        QString reason;
    };

    QString id;
    QString checklistName;
    QString checklistFile;
    QString bundle;          ///< digest of the pinned bundle
    QString checklistDigest; ///< digest of the checklist's bytes, an object
    QString inputsDigest;
    Value::Map inputs;
    QString author;
    QString host;
    QString policy;      ///< digest of the policy that was there when it began; empty: none
    QStringList guarded; ///< gates that it guards: they cannot be skipped
    QString continues;   ///< the run that this one goes on with; empty: none
    QString continuedBy; ///< the run that goes on with this one: here nothing happens any more
    qint64 createdAt = 0;
    qint64 changedAt = 0;
    bool isCancelled = false;
    bool isLeased = false;   ///< taken and not released; the driver may be gone all the same
    bool isReadOnly = false; ///< holds an event of a kind or schema that this Slipway does not know
    qint64 epoch = 0;
    qint64 lastNumber = 0;
    QString lastHash;
    QMap<QString, StepFold> steps;
    QMap<int, AttemptFold> attempts;
    QList<StepKey> cancelledSteps; ///< asked to stop, while their attempt was open
    QList<Ignored> ignored;
    std::optional<UndoRequest> undo; ///< the last one

    bool isUndoing() const { return undo && undo->isOpen; }
    /// The last undo came to its end.
    bool isUndone() const;
    /// The attempt to undo next; 0: none, since an undo is at work or failed or there is no
    /// open request.
    int nextUndo() const;
    /// How many attempts of the last request are not undone yet.
    int undosLeft() const;

    /// The run in whose workspace this one works: its own, or that of the first it continues.
    QString workspaceRun() const { return m_workspace.isEmpty() ? id : m_workspace; }

    int nextAttempt() const;
    const InstanceFold *instance(const StepKey &key) const;
    /// The last attempt to run an instance; nullptr if there is none.
    const AttemptFold *lastAttempt(const InstanceFold &instance) const;
    /// The last attempt to run or to undo an instance; nullptr if there is none.
    const AttemptFold *latestAttempt(const InstanceFold &instance) const;
    /// The state of an instance as far as events tell: never Waiting for a confirmation or a
    /// tick, which the planner knows.
    StepState state(const InstanceFold &instance) const;
    /// It failed, and its step says that this is a warning: it counts as succeeded.
    bool isWarned(const InstanceFold &instance) const { return !warning(instance).isEmpty(); }
    /// Of what; also where the result was taken over from another run.
    Error warning(const InstanceFold &instance) const;
    /// The attempt that ended as asking, while the step waits for what it asks; else nullptr.
    const AttemptFold *asking(const InstanceFold &instance) const;
    /// Outputs of an instance that succeeded.
    Value::Map outputs(const InstanceFold &instance) const;
    /// All evidence of an instance's attempts that counts: of the last attempt, unless it was
    /// superseded.
    QList<Evidence> evidence(const InstanceFold &instance) const;
    bool hasOpenAttempts() const;
    /// From when on (ms since 1970) an instance that failed is tried again by itself; 0: it is not.
    qint64 retryAt(const InstanceFold &instance) const;

private:
    using Body = QJsonObject;
    QString applyBody(const Event &event, const Body &body);
    QString created(const Event &event, const Body &body);
    QString expanded(const Event &event, const Body &body);
    QString intended(const Event &event, const Body &body);
    QString ended(const Event &event, const Body &body);
    QString endedWithoutIntent(const Event &event, const Body &body);
    void end(AttemptFold &attempt, const Outcome &outcome, const QString &how, const Event &event);
    QString doubted(const Event &event, const Body &body);
    QString settled(const Event &event, const Body &body);
    QString opened(const Event &event, const Body &body);
    QString decided(const Event &event, const Body &body);
    QString withdrawn(const Event &event, const Body &body);
    QString refused(const Event &event, const Body &body);
    void skipAll(const QStringList &steps);
    QString closed(const Event &event, const Body &body);
    QString ticked(const Event &event, const Body &body);
    QString confirmed(const Event &event, const Body &body);
    QString answered(const Event &event, const Body &body);
    QString skipped(const Event &event, const Body &body);
    QString retried(const Event &event, const Body &body);
    QString reset(const Event &event, const Body &body);
    QString undoAsked(const Event &event, const Body &body);
    QString cancelled(const Event &event, const Body &body);
    InstanceFold *find(const Body &body);
    void carry(const Event &event, const Body &body);
    void note(const Event &event, const Body &body);
    void forget(const QString &step);
    void forget(const QString &step, InstanceFold &instance);
    void addAttempt(InstanceFold *target, const AttemptFold &attempt);
    void gatherAttempts(InstanceFold &instance, const StepKey &key) const;
    AttemptFold *failedUndo(const InstanceFold &instance);
    void prepareToUndo(int attempt);
    void giveUpUndo();
    void dropBroughtBack();
    void endUndo(AttemptFold &undoing, const Event &event);
    void closeUndoIfOver(const Event &event);
    void markUndone(const QString &step, const Event &event);
    bool hasEffectLeft(const InstanceFold &instance) const;
    std::optional<StepState> stateOfUndo(const InstanceFold &instance) const;

    QString m_workspace; ///< id of a run; empty: its own

    /// All attempts of one instance, also of the instances of that name before a reset.
    struct History
    {
        QList<int> runs;
        QList<int> undos;
        QList<int> standing; ///< those that no reset put aside
    };
    QMap<StepKey, History> m_history; ///< so that no expansion goes over all attempts
};

} // namespace Slipway
