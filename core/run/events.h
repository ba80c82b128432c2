// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/runfold.h"

#include <QJsonObject>

/// The bodies of events: what is written here is read by RunFold.
namespace Slipway::EventBody {

struct NewRun
{
    QString name;
    QString file;      ///< canonical path the checklist was read from
    QString bundle;    ///< digest of the lines "path sha256"
    QString checklist; ///< digest of its bytes
    Value::Map inputs;
    QString host;
    QString continues = {};  ///< the run it goes on with; then also:
    QString workspace = {};  ///< the run in whose workspace it works
    QJsonArray carried = {}; ///< steps it takes over: [{step, foreach, instances:
                             ///< [carriedInstance]}] or [{step, skipped}]
    QString policy = {};     ///< digest of the one that is there; empty: none
    QStringList gates = {};  ///< steps that it guards: nobody skips them
};
QJsonObject runCreated(const NewRun &run);
QJsonObject carriedInstance(const InstanceFold &instance, const CarriedFold &carried);

QJsonObject stepExpanded(const QString &step);
QJsonObject stepExpanded(const QString &step, const QList<QPair<QString, Value>> &instances);
/// Its `if` or `foreach` could not be evaluated: the step fails, and a retry evaluates again.
QJsonObject stepUnevaluated(const QString &step);
QJsonObject stepSkippedByCondition(const QString &step, const Message &why);

/// How a step says that it is to be undone, with its parameters evaluated.
struct OwnUndo
{
    QString uses; ///< empty: the step says nothing, and its kind knows
    Value::Map with;
};
QJsonObject attemptIntended(const Intent &intent, qint64 deadline, const QString &host,
                            const OwnUndo &undo = {});
OwnUndo ownUndoOf(const QJsonObject &intended);
/// retryAfter: it failed, and the step is tried again by itself after so many milliseconds.
QJsonObject attemptEnded(int attempt, const StepKey &key, const Outcome &outcome,
                         const QString &how, std::optional<qint64> retryAfter = std::nullopt);
/// The end of an attempt to undo that never had an intent: its plan failed, or there was
/// nothing to undo.
QJsonObject undoEnded(int attempt, const StepKey &key, int undoes, const Outcome &outcome,
                      const QString &how);
QJsonObject attemptDoubted(int attempt, const Finding &finding);

struct NewGate
{
    StepKey key;
    QString nonce;
    QString pack;
    QString from;
    int quorum = 1;
    qint64 deadline = 0;
    QJsonValue instructions; ///< a text, or {language: text}
    QJsonArray items;
    QJsonArray evidence;
    QString policy = {}; ///< digest of the policy it follows; empty: there is none
    GateRule rule = {};  ///< what that asks of it
    bool skipsOnTimeout = false;
};
QJsonObject gateOpened(const NewGate &gate);
/// skips: steps that are left out with it, when its time is over.
QJsonObject gateClosed(const StepKey &key, const QString &outcome, const QStringList &skips = {});
/// A decision does not hold: its signature, or what it says of itself, is wrong. event: its number.
QJsonObject gateRefused(const StepKey &key, qint64 event, const Error &why);

QJsonObject stepEvent(const StepKey &key); ///< confirmed, retried, cancelled
QJsonObject stepTicked(const StepKey &key, const QString &note, const Value::Map &outputs);
/// What an attempt that ended as asking wants to know. said: empty takes the answer back. A text
/// "digest" in it names an object.
QJsonObject stepAnswered(const StepKey &key, int attempt, const QString &about,
                         const Value::Map &said);
QJsonObject stepSkipped(const StepKey &key, const QString &reason);
/// steps: all that begin anew; the step of key too, unless key names an instance.
QJsonObject stepReset(const StepKey &key, const QStringList &steps, const QString &note);
struct NewUndo
{
    QString to;          ///< empty: everything
    QList<int> attempts; ///< to be undone, highest first
    QStringList steps;   ///< that are undone once all of them are
    QList<int> left;     ///< attempts that cannot be undone and stay in place
    QString note;
};
QJsonObject undoAsked(const NewUndo &undo);
QJsonObject runNoted(const StepKey &key, const QString &text);
QJsonObject attemptSettled(int attempt, const QString &verdict, const QString &note);
struct NewDecision
{
    StepKey key;
    qint64 opened = 0; ///< number of the gate.opened that was shown
    QString shown;     ///< digest of the pack that was shown
    bool isApproval = false;
    QList<int> ticked; ///< from 1
    QString comment;
    QString openedHash = {};  ///< of that gate.opened: all that came before it is signed for
    QString person = {};      ///< who the policy knows them as; empty without a policy
    QString statement = {};   ///< digest of the bytes that were signed; empty: nothing was
    QString signature = {};   ///< digest of the signature's text
    QString fingerprint = {}; ///< of the key, as ssh-keygen shows it
};
QJsonObject gateDecided(const NewDecision &decision);
/// The decision of the same person on the gate is taken back; of decision counts who, on what, and
/// what was signed.
QJsonObject gateWithdrawn(const NewDecision &decision);

/// The intent as it was stored.
Result<Intent> intentOf(const QString &runId, const QJsonObject &body);

} // namespace Slipway::EventBody
