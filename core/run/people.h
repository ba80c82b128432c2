// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/checklist.h"
#include "core/run/events.h"
#include "core/run/runservices.h"
#include "core/run/undopreview.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace Slipway {

/// What people do about a run. Each call reads the run afresh, refuses what does not apply
/// with a sentence that says why, and appends one event; a driver anywhere goes on at once.
/// Works in the thread of the services' store.
class People final
{
public:
    explicit People(RunServices services);

    Result<void> confirm(const QString &run, const StepKey &key);
    /// outputs: what the step gives, as far as the person says it. Of an automatic step in mode
    /// manual a probe finds out the others; "people.outputs-needed" if later steps use one that
    /// nobody can tell. May ask the world, and so take a while.
    Result<void> tick(const QString &run, const StepKey &key, const QString &note,
                      const Value::Map &outputs = {});
    /// tick() in two halves, for a thread that must not wait: the first says what has to be found
    /// out, in any thread; the second records it if it still applies.
    using Answer = std::function<Result<Value::Map>(std::stop_token stop)>;
    Result<Answer> askBeforeTick(const QString &run, const StepKey &key,
                                 const Value::Map &outputs = {});
    Result<void> recordTick(const QString &run, const StepKey &key, const QString &note,
                            const Value::Map &answered);
    /// What somebody decides on a gate.
    struct Decision
    {
        enum class Answer
        {
            Approve,
            Reject,
            Withdraw ///< takes back what they decided
        };
        StepKey key;
        Answer answer = Answer::Approve;
        QList<int> ticked = {}; ///< numbers of the items from 1; an approval needs all
        QString comment = {};   ///< a rejection needs one
        QString shown = {};     ///< digest of the pack that was seen; empty: the one open now
        QString person = {};    ///< id in the policy; empty: the one with the author's user name
        QString keyFile = {};   ///< empty: a key of theirs in the agent, or in ~/.ssh
    };
    /// Signs it if the policy asks for that, which may take as long as a person takes to touch a
    /// key; then records it.
    Result<void> decide(const QString &run, const Decision &decision);
    /// decide() in three parts, for a thread that must not wait: the first and the last belong to
    /// the thread of the store, what the first gives is called in any other.
    struct Signed
    {
        EventBody::NewDecision decision;
        Decision::Answer answer = Decision::Answer::Approve;
    };
    using SignLater = std::function<Result<Signed>(std::stop_token stop)>;
    Result<SignLater> askBeforeDecision(const QString &run, const Decision &decision);
    Result<void> recordDecision(const QString &run, const Signed &decided);
    Result<void> retry(const QString &run, const StepKey &key);
    /// What a step asks that waits for it; said: empty takes an answer back. bytes: kept as an
    /// object, which the text "digest" then names. The step goes on with a retry.
    Result<void> answer(const QString &run, const StepKey &key, const QString &about,
                        const Value::Map &said,
                        const std::optional<QByteArray> &bytes = std::nullopt);
    Result<void> skip(const QString &run, const StepKey &key, const QString &reason);
    /// Go again from here: the step (of a foreach step the instance alone, if key names one) and
    /// all that need it are as never begun; their gates reopen and decisions on them fall.
    Result<void> reset(const QString &run, const StepKey &key, const QString &note);
    /// What an undo would reverse and what it cannot; to: a step's id, empty for everything.
    Result<UndoPreview> previewUndo(const QString &run, const QString &to, const QString &language);
    /// Asks to reverse what came after the step `to`. What cannot be undone is refused with
    /// "undo.impossible", unless leaveImpossible says that it may stay in place.
    Result<void> undo(const QString &run, const QString &to, bool leaveImpossible,
                      const QString &note);
    /// verdict: "done", "not-done" or "failed".
    Result<void> settle(const QString &run, const StepKey &key, const QString &verdict,
                        const QString &note);
    /// A remark that changes nothing; a run's own when the step is empty.
    Result<void> addNote(const QString &run, const StepKey &key, const QString &text);
    Result<void> cancel(const QString &run);
    Result<void> cancelStep(const QString &run, const StepKey &key);

    /// `ID`, `ID[INSTANCE]`; "step.ambiguous" lists the instances if there are several.
    Result<StepKey> stepNamed(const QString &run, const QString &text);
    /// The same, but `ID` alone is the whole step, however many instances it has.
    Result<StepKey> stepOrInstanceNamed(const QString &run, const QString &text);

private:
    struct Loaded
    {
        RunFold run;
        Checklist checklist;
    };
    Result<Loaded> load(const QString &run);
    Result<Loaded> waitingForTick(const QString &run, const StepKey &key);
    static Error doesNotApply(const QString &what, const QString &why);
    Result<void> checkApplies(const RunFold &run, QLatin1String kind,
                              const QJsonObject &body) const;
    Result<void> appendIfItApplies(const RunFold &run, QLatin1String kind, const QJsonObject &body);
    Result<StepKey> named(const Loaded &loaded, const QString &text) const;
    void saveSummary(const RunFold &run);

    RunServices m_services;
};

} // namespace Slipway
