// SPDX-License-Identifier: MIT
#pragma once

#include "core/checklist/catalogue.h"
#include "core/journal/objectstore.h"
#include "core/process/ask.h"
#include "core/process/attemptfolder.h"
#include "core/process/secretvalues.h"
#include "core/steps/fileview.h"
#include "core/steps/plan.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>

namespace Slipway {

/// What a kind may use while it plans, acts, concludes or probes. A value; lives as long as
/// the call. All calls come from a pool thread and may block for as long as a question takes.
struct StepContext
{
    QString runId;
    QString workspace;     ///< runs/RUN/work, absolute; relative paths are below it
    QString effectKey;     ///< of the attempt
    AttemptFolder attempt; ///< logs and captures of the attempt
    ObjectStore objects;
    /// Asks a program something, read-only. In a rehearsal every question fails with the code
    /// "rehearsal.unknown".
    std::function<Result<Reply>(const Question &)> ask;
    qint64 now = 0;       ///< ms since 1970
    qint64 timeoutMs = 0; ///< of the step; 0: none
    std::stop_token stop;
    FileView files = {};       ///< through which plans read files; of a run or of a rehearsal
    SecretValues secrets = {}; ///< of the run, for act, question and probe; empty in plans
    /// For plan() alone: what people answered since an attempt of this step ended as asking, by
    /// what it is about.
    QMap<QString, Value::Map> answers = {};
};

/// What a rehearsal supposes that a plan left behind.
struct Aftermath
{
    Value::Map outputs; ///< those that are known beforehand; all others are unknown
    /// Programs of the plan may change files in a way that nobody can tell beforehand.
    bool changesFiles = false;
};

/// A kind of step. Stateless; one object serves all runs, from any pool thread at once.
///
/// plan says completely what would happen; the engine makes it durable; then either the
/// supervisor runs its programs and conclude reads how they ended, or act does it in-process.
/// After a crash conclude runs on what the supervisor left, and where nothing was left,
/// probe says whether the effect happened. None of them may look at anything but the intent
/// and the world.
class Kind
{
public:
    virtual ~Kind() = default;

    virtual const KindSpec &spec() const = 0;

    /// with: the parameters, already conforming to spec(). Must not change anything.
    virtual Result<Plan> plan(const Value::Map &with, const StepContext &context) const = 0;

    /// For plans without programs; of an undo where intent.isUndo(). Must leave things either as
    /// before or done, as far as one process can.
    virtual Outcome act(const Intent &intent, const StepContext &context) const;

    /// For plans with programs: reads exit statuses, the log and captures, and says how the
    /// attempt ended. The default (concludePrograms) takes any failure as failed.
    virtual Outcome conclude(const Intent &intent, const ProgramResult &result,
                             const StepContext &context) const;

    /// Did it happen? Must not change anything (removing its own leftovers is allowed).
    virtual Finding probe(const Intent &intent, const StepContext &context) const = 0;

    /// Asks once, for a step with `poll`: the outcome of this question alone, from which the step
    /// goes on by its outputs. Failed: no answer this time; with the code "poll.hopeless" there
    /// will be none. Must not change anything. The default is act().
    virtual Outcome question(const Intent &intent, const StepContext &context) const;

    /// Plans what reverses the effect of an attempt, failed ones included: the world as
    /// done.plan.before had it, whatever part of the effect came about. The plan becomes an
    /// intent with isUndo() set, which act, conclude and probe of this kind carry out: `before`
    /// is then the state after the attempt. Nothing: there is no effect to reverse. The error
    /// "undo.impossible" says why it cannot be; what was changed by others since is an error too.
    virtual Result<std::optional<Plan>> undo(const Intent &done, const StepContext &context) const;

    /// In a rehearsal, in place of the effect: lays over the files what this plan would leave, and
    /// says what is known of its outcome. An error: it would fail. The default lays over the
    /// plan's edits, takes plan.data["outputs"] and takes programs for ones that may do anything.
    virtual Result<Aftermath> rehearse(const Intent &intent, const StepContext &context,
                                       Overlay &overlay) const;

    /// True if an attempt of this intent that did not happen may be repeated without asking.
    virtual bool isRepeatable(const Intent &intent) const;
};

/// The kinds by name. Filled once at start, then only read.
class KindRegistry
{
public:
    void add(std::unique_ptr<Kind> kind);
    /// nullptr if there is none.
    const Kind *kind(const QString &name) const;
    Catalogue catalogue() const;

private:
    std::map<QString, std::unique_ptr<Kind>> m_kinds;
};

/// What every kind that runs programs says first: succeeded if all gave status 0; cancelled,
/// timed out, prompts that never came, programs that are missing as sentences of their own;
/// else failed with the last lines of the log. Always with the log as evidence.
Outcome concludePrograms(const ProgramResult &result, const StepContext &context);

/// The log of the attempt as evidence.
Evidence logEvidence(const StepContext &context, const QString &note = {});

/// Puts bytes into the object store and names them.
Result<Evidence> storeEvidence(const StepContext &context, const QString &name, const QString &type,
                               const QByteArray &bytes, const QString &note = {});

/// Evidence "diff" of type "changes" for these edits.
Result<Evidence> changesEvidence(const StepContext &context, const QList<FileEdit> &edits);

} // namespace Slipway
