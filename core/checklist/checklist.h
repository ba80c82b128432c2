// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/localizedtext.h"
#include "core/checklist/expression.h"
#include "core/checklist/types.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <functional>

namespace Slipway {

/// One value that is asked for before a run starts.
struct InputSpec
{
    QString name;
    LocalizedText title;
    LocalizedText help;
    TypeSpec type;
    std::optional<Value> defaultValue;
    bool isRequired = false;   ///< an empty text or list does not do
    QString pattern;           ///< regular expression that the whole text must match; may be empty
    LocalizedText patternHelp; ///< what to say when it does not: "A stack version looks like …"
    Place place;

    bool isSecret() const { return type.type == Type::Secret; }
};

enum class Mode
{
    Auto,    ///< starts by itself
    Confirm, ///< waits for a go-ahead
    Manual   ///< a person does it; the plan is shown as help
};

enum class Again
{
    Ask, ///< an attempt that may have happened is not repeated by itself
    Safe ///< may be repeated
};

enum class OnFailure
{
    Fail,
    Warn ///< the step counts as done, with a warning: shown, kept, and nothing is held up
};

/// How often a step that failed is tried again by itself. Only where nothing is lost by it: the
/// step says `again: safe`, or its probe finds that nothing was done.
struct RetrySpec
{
    int attempts = 1;  ///< at most, the first one included
    qint64 waitMs = 0; ///< after the first failure
    int backoff = 1;   ///< the wait grows by this factor each time

    static constexpr qint64 longestWaitMs = qint64(24) * 60 * 60 * 1000;
    /// How long to wait after so many failures; nothing: no more tries.
    std::optional<qint64> waitAfter(int failures) const;
};

/// A step that asks a question again and again. It is one attempt, however often it asks: its
/// end, at the latest after the step's timeout, is fixed with its intent, and a resumed console
/// goes on asking until the same moment. No thread is held between two questions.
struct PollSpec
{
    qint64 everyMs = 0;
    Expression until;                ///< of `outputs`, those of the last answer: it is done
    std::optional<Expression> fails; ///< the same: there is no use in asking on
};

/// How a step says that it is to be undone, instead of what its kind would do.
struct UndoSpec
{
    QString uses;
    QMap<QString, Template> with; ///< evaluated with the step, before it begins
    Place place;                  ///< of `uses`
};

struct StepSpec
{
    QString id;
    QString stage;
    LocalizedText title;
    LocalizedText help;
    QString uses;
    QMap<QString, Template> with;
    QStringList needs; ///< steps it needs, always filled in (see Checklist::parse)
    bool needsStagesBefore = true;
    std::optional<Expression> condition; ///< `if`
    std::optional<Template> foreachOf;
    qint64 timeoutMs = 0; ///< 0: none
    Mode mode = Mode::Auto;
    Again again = Again::Ask;
    OnFailure onFailure = OnFailure::Fail;
    Template probe; ///< {run: […]}: exit 0 done, 10 not done, else unknown; null if none
    std::optional<UndoSpec> undo;
    RetrySpec retry;
    std::optional<PollSpec> poll;
    int parallel = 0; ///< instances of foreach at a time; 0: as many as the checklist allows
    QMap<QString, Template> environment;
    /// What waits for the inputs of a run, by what it is: "timeout", "poll.every",
    /// "retry.attempts", "retry.wait", "retry.backoff", "title.LANGUAGE". See settled().
    QMap<QString, Template> unsettled;
    Place place;
    QMap<QString, Place> keyPlaces; ///< where its keys stand, for errors
    QString form; ///< digest of what is written there, but for title and help: the same step

    /// Where that key stands; the step itself if it has no such key.
    Place placeOf(const QString &key) const { return keyPlaces.value(key, place); }
    /// Everything in it that is evaluated reads these.
    QList<Expression::Reference> references() const;
    /// The names of the secrets that it is given, its `undo` included.
    QStringList secrets() const;
    /// Its `undo` as a step of its own, with the same id, needs and environment; undo is set.
    StepSpec undoStep() const;
};

struct StageSpec
{
    QString name;
    LocalizedText title;
    QStringList steps; ///< ids, in order
};

/// Another checklist that a person may go on with after a run of this one, such as the one that
/// takes back what it did. It is offered once all that it reads is known and its condition holds.
struct FollowUpSpec
{
    QString checklist; ///< the name of a bundled one, or a file: a path from this one's folder
    LocalizedText title;
    LocalizedText help;
    std::optional<Expression> condition; ///< `if`
    QMap<QString, Template> with;        ///< its inputs
    Place place;

    /// Everything in it that is evaluated reads these.
    QList<Expression::Reference> references() const;
};

/// A file of which a checklist takes a group of steps.
struct IncludedFile
{
    QString path; ///< below the folder of the checklist, with /
    QByteArray bytes;
    QString digest; ///< SHA-256 of the bytes
};

/// A checklist as read: immutable, checked for form but not for meaning (see lint.h).
struct Checklist
{
    QString name;
    LocalizedText title;
    LocalizedText help;
    QList<InputSpec> inputs;
    QList<StageSpec> stages;
    QList<StepSpec> steps; ///< of all stages, in order
    QList<FollowUpSpec> followUps;
    int parallel = 4;
    QString file;
    QString digest;               ///< SHA-256 of its own bytes
    QList<IncludedFile> includes; ///< each once, by path

    const StepSpec *step(const QString &id) const;
    const InputSpec *input(const QString &name) const;
    const StageSpec *stage(const QString &name) const;
    /// The names of the inputs that are secrets.
    QStringList secrets() const;
    /// All that must have ended before this step: its needs, and all steps of earlier stages
    /// where it needs those.
    QStringList prerequisites(const StepSpec &step) const;
    /// All steps that need this one, directly or not, in order; without itself.
    QStringList dependents(const QString &id) const { return allDependents().value(id); }
    /// The same of every step at once: cheaper for whoever asks for many.
    QHash<QString, QStringList> allDependents() const;
};

/// Reads a checklist. `needs` is filled in: without the key a step needs the step before it
/// in its stage; with it, what it says. All problems of form are found in one go, as far as
/// one does not hide another. A problem names file, line and column and what would be right.
struct ReadChecklist
{
    std::optional<Checklist> checklist; ///< set if there are no errors
    QList<Error> errors;
};
/// The files of `include` come from below the folder of the checklist, unless
/// another source is given, such as the objects that a run is pinned to.
using IncludeSource = std::function<Result<QByteArray>(const QString &path)>;
ReadChecklist readChecklist(const QByteArray &bytes, const QString &file,
                            const IncludeSource &include = {});

/// The checklist with all in its place that depends on the inputs of a run alone. The error says
/// where a value came out that does not fit there.
Result<Checklist> settled(const Checklist &checklist, const Value::Map &inputs);
/// One of StepSpec::unsettled, once its value is known. The error names no place.
Result<void> settle(StepSpec &step, const QString &what, const Value &value);

/// What steps.ID.evidence.NAME names; nothing if the text is no such name.
struct EvidenceName
{
    QString step;
    QString name;
};
std::optional<EvidenceName> evidenceName(const QString &text);

} // namespace Slipway
