// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/value.h"
#include "core/checklist/catalogue.h"
#include "core/checklist/checklist.h"
#include "core/run/state.h"
#include "core/steps/plan.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace Slipway {

/// A label and a value, in the language of the person who looks.
struct FactView
{
    QString label;
    QString value;
};

/// Evidence as a page lists it.
struct EvidenceView
{
    Evidence evidence;
    QString stepTitle;
    QString title;   ///< "Changes", "Output", "Packages", …
    QString logFile; ///< absolute path, for type "log"
};

struct AttemptView
{
    int number = 0;
    QString outcome;      ///< "succeeded", …; "running", "in-doubt" while it has none
    QString how;          ///< "run", "attached" or "probe"; empty while it has none
    qint64 startedAt = 0; ///< ms since 1970
    qint64 finishedAt = 0;
    QString error;             ///< sentence; empty without one
    int undoes = 0;            ///< the attempt that this one was to undo; 0: it was to run the step
    int undoneBy = 0;          ///< the attempt that undid this one; 0: none did
    bool isSuperseded = false; ///< a person asked for another, or went again from the step
};

/// Whether what a step does could be undone, in the language of the person who looks.
struct UndoNoteView
{
    UndoNote::Can can = UndoNote::Can::No;
    QString text; ///< how, or why not; may be empty
};

/// What a person said or did about a step.
struct NoteView
{
    qint64 time = 0;
    QString author;
    QString what; ///< a whole sentence: "Ana skipped it: not needed this time"
};

/// An item to tick and what proves it.
struct GateItemView
{
    QString text;
    QList<EvidenceView> evidence; ///< may be empty
};

struct DecisionView
{
    QString author;
    qint64 time = 0;
    bool isApproval = false;
    QString comment;
    bool counts = true; ///< false: withdrawn, or fell when the gate was opened again
    bool isWithdrawal = false;
    QString fingerprint = {}; ///< of the key that signed it; empty: nothing was signed
    QString refused = {};     ///< why it does not hold; empty: it does
};

/// Somebody whom the policy names for a gate.
struct GatePersonView
{
    QString id;
    QString name;
    bool isYou = false;
    bool mayDecide = true; ///< false: they started the run
    bool hasDecided = false;
};

struct GateView
{
    QString from; ///< group or person asked; may be empty
    int quorum = 1;
    int approvals = 0;
    qint64 openedAt = 0;  ///< 0: not opened yet
    qint64 deadline = 0;  ///< ms since 1970; 0: none
    QString instructions; ///< what to look for; may be empty
    QList<GateItemView> items;
    QList<EvidenceView> evidence; ///< all that is sealed
    QList<DecisionView> decisions;
    QString packDigest; ///< digest of the evidence pack
    QString checklistDigest;
    QString inputsDigest;
    qint64 eventNumber = 0; ///< of gate.opened
    QString eventHash;
    QString policyDigest;         ///< empty: there is no policy
    bool isSigned = false;        ///< decisions are signed
    bool isByOwner = false;       ///< nobody but who started the run approved it
    QList<GatePersonView> people; ///< whom the policy names; empty without one
    QList<FactView> requirements; ///< a group, and "1 of 2 signed"
    QString closedBecause;        ///< why nobody may decide now; empty: one may
    bool canWithdraw = false;     ///< this person decided, and it has not taken effect
};

struct DoubtView
{
    QString verdict; ///< "foreign", "unknown", "not-done" where it may not be repeated by itself
    QString explanation;
    QList<FactView> facts; ///< meant, before, now
    qint64 askedAt = 0;
    bool mayRepeat = false; ///< "not done" leads to another attempt
};

/// What a person is asked to do by a manual step.
struct ManualView
{
    QString instructions;
    QStringList commands; ///< to copy
    QString copyText;     ///< a longer text ready to copy, such as of a pull request
    QString link;
    QList<OutputSpec> asks; ///< what a program that does it would give; may have to be said
};

/// A step that asks again and again, between two questions.
struct PollView
{
    int asked = 0;          ///< questions so far, since this console drives the run
    qint64 asksAgainAt = 0; ///< ms since 1970; 0: it is asking just now
    qint64 until = 0;       ///< ms since 1970: when it gives up
};

/// What may be asked of a step now.
enum class StepAction
{
    Confirm, ///< let a step that waits for a go-ahead act
    Tick,    ///< say that a manual step is done
    Approve,
    Reject,
    Withdraw, ///< take one's own decision back
    Answer,   ///< say what an attempt asks for, then let it go on
    Retry,
    Skip,
    Settle,
    Cancel
};

/// A secret that a step waits for.
struct SecretView
{
    QString name;
    QString title;
};

/// One step or one instance of a foreach step, ready to be shown.
struct StepView
{
    QString id;
    QString instance; ///< null without foreach
    QString title;
    QString help;
    QString stage;
    QString kind;
    StepState state = StepState::Pending;
    bool isGate = false;
    bool isManual = false;
    bool waitsForGo = false; ///< mode confirm, ready
    QString summary;         ///< what it does or did, one sentence; empty if not planned yet
    QList<FactView> facts;
    QList<FileEdit> edits;                ///< of the plan
    std::optional<UndoNoteView> undoNote; ///< of the plan; nothing: no plan, or no effect
    Value::Map outputs;
    QList<EvidenceView> evidence;
    QList<AttemptView> attempts;
    QList<NoteView> notes;
    QString errorText;     ///< of the last attempt
    bool isWarned = false; ///< it went on all the same: errorText is a warning
    QString errorDetail;
    QString skippedBecause;
    qint64 startedAt = 0;
    qint64 finishedAt = 0;
    qint64 triesAgainAt =
        0;                  ///< ms since 1970: it failed and is tried again by itself; 0: it is not
    qint64 expectedMs = -1; ///< from earlier runs; -1: not known
    QString carriedFrom;    ///< the run in which it was done, when this one continues it
    QString logFile;        ///< of the last attempt that has one; empty without
    bool isLive = false;    ///< its log is still growing
    bool canReset = false;  ///< one can go again from here
    QStringList resetFalls; ///< ids of the other steps that would begin anew with it
    QList<SecretView> awaitedSecrets; ///< without which it does not begin
    QString keyringProblem;           ///< why these are in no keyring; may be empty
    bool isUndoing = false;           ///< what it shows is the attempt to undo it
    std::optional<GateView> gate;
    std::optional<DoubtView> doubt;
    std::optional<ManualView> manual;
    std::optional<PollView> poll;      ///< known only where the run is driven
    bool isAsking = false;             ///< it waits for answers; its evidence says about what
    QMap<QString, Value::Map> answers; ///< those given so far, by what they are about
    QList<StepAction> actions;
    QList<StepView> instances; ///< of a foreach step
};

struct StageView
{
    QString name;
    QString title;
    int done = 0;
    int total = 0;
    QList<StepView> steps;
};

/// An undo that a person asked for and that is not over.
struct UndoView
{
    QString author;
    qint64 askedAt = 0;
    QString toTitle; ///< of the step that stays; empty: everything is undone
    QString note;
    int left = 0; ///< effects that are still to be undone
    int total = 0;
    bool isStuck = false; ///< one failed or is in doubt: retry, skip or settle it
};

/// Another checklist that one may go on with after this run.
struct FollowUpView
{
    QString checklist; ///< its name, or its file
    QString title;     ///< what it does: "Roll back"
    QString help;
    Value::Map inputs; ///< to begin with
};

/// A run, ready to be shown: a value made on the engine's thread, in the language asked for.
struct RunView
{
    QString id;
    QString checklist; ///< its name
    QString title;
    QString subtitle; ///< what tells it from others, such as a branch; may be empty
    QString author;   ///< who started it
    RunState state = RunState::Stopped;
    int done = 0;
    int total = 0;
    qint64 startedAt = 0;
    qint64 changedAt = 0; ///< time of the last event
    qint64 expectedLeftMs = -1;
    bool isDrivenHere = false;
    bool isDrivenElsewhere = false;
    bool stepByStep = false;
    QString problem; ///< why the driver stopped, such as a full disk; empty if fine
    Value::Map inputs;
    QString continues;            ///< the run that this one continues; empty: none
    QString continuedBy;          ///< the run that goes on with this one; empty: none
    QString workspace;            ///< the folder it works in
    std::optional<UndoView> undo; ///< while it is open
    bool canUndo = false;         ///< something may be there to undo, and nothing is at work
    QList<StageView> stages;
    QList<FollowUpView> followUps; ///< that can be started now

    /// The step that most needs attention: in doubt, failed, waiting, running, next; null id if
    /// there is none.
    const StepView *current() const;
    const StepView *find(const QString &stepId, const QString &instance) const;
};

/// A run in the lists of home.
struct RunSummary
{
    QString id;
    QString checklist;
    QString title;
    QString subtitle;
    QString author;
    RunState state = RunState::Stopped;
    QString nowText; ///< "Building the stack", "Waiting for you", …
    int done = 0;
    int total = 0;
    qint64 startedAt = 0;
    qint64 changedAt = 0;
};

/// Something that waits for a person: in the list at the top of home.
struct WaitingItem
{
    QString runId;
    QString stepId;
    QString instance;
    QString title;                        ///< "Sign-off: ml-engineers"
    QString detail;                       ///< "Update packages · run 7f3a · a step done by hand"
    StepState state = StepState::Waiting; ///< Waiting, InDoubt or Failed
    bool isGate = false;
};

} // namespace Slipway
